/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/model/kkr-model-private.h>
#include <libkkr/model/kkr-region.h>

/**
 * KkrRegion:
 *
 * A Danish region (region), immutable and safe to share between threads.
 *
 * Its code has four digits (1081 to 1085). The packaged names are those of
 * Udlændingestyrelsen's letter "Landstal for 2024"; the codes stand in none of the packaged sources
 * and are therefore not [property@Region:confirmed].
 *
 * Since: 0.1
 */

struct _KkrRegion {
  GObject parent_instance;

  char *code;
  char *name;
  KkrModelPeriod valid;
  KkrSource *source;
  char *section;
  gboolean confirmed;
};

G_DEFINE_FINAL_TYPE (KkrRegion, kkr_region, G_TYPE_OBJECT)

/**
 * KkrRegion:code: (getter get_code)
 *
 * Its four digits.
 *
 * Since: 0.1
 */
/**
 * KkrRegion:name: (getter get_name)
 *
 * Its name, with the word "Region".
 *
 * Since: 0.1
 */
/**
 * KkrRegion:valid-from: (getter get_valid_from)
 *
 * The first day on which it exists.
 *
 * Since: 0.1
 */
/**
 * KkrRegion:valid-until: (getter get_valid_until)
 *
 * The last day on which it exists.
 *
 * Since: 0.1
 */
/**
 * KkrRegion:source: (getter get_source)
 *
 * The document that names it.
 *
 * Since: 0.1
 */
/**
 * KkrRegion:section: (getter get_section)
 *
 * Where in the document.
 *
 * Since: 0.1
 */
/**
 * KkrRegion:confirmed: (getter get_confirmed)
 *
 * Whether the source says all of it.
 *
 * Since: 0.1
 */
static const KkrField fields[] = {
  { "code", NULL, KKR_FIELD_REGION_CODE, TRUE, G_STRUCT_OFFSET (KkrRegion, code) },
  { "name", NULL, KKR_FIELD_TEXT, TRUE, G_STRUCT_OFFSET (KkrRegion, name) },
  { "valid", NULL, KKR_FIELD_PERIOD, FALSE, G_STRUCT_OFFSET (KkrRegion, valid) },
  { "source", NULL, KKR_FIELD_SOURCE, FALSE, G_STRUCT_OFFSET (KkrRegion, source) },
  { "section", NULL, KKR_FIELD_TEXT, FALSE, G_STRUCT_OFFSET (KkrRegion, section) },
  { "confirmed", NULL, KKR_FIELD_YES, FALSE, G_STRUCT_OFFSET (KkrRegion, confirmed) },
};

const KkrModel kkr_region_model = {
  "region", kkr_region_get_type, fields, G_N_ELEMENTS (fields),
};

static void
kkr_region_finalize (GObject *object)
{
  kkr_model_clear (&kkr_region_model, object);
  G_OBJECT_CLASS (kkr_region_parent_class)->finalize (object);
}

static void
kkr_region_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  kkr_model_get_property (&kkr_region_model, object, property_id, value);
}

static void
kkr_region_class_init (KkrRegionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = kkr_region_finalize;
  object_class->get_property = kkr_region_get_property;
  kkr_model_install_properties (&kkr_region_model, object_class);
}

static void
kkr_region_init (KkrRegion *self)
{
}

/**
 * kkr_region_get_code: (get-property code)
 * @self: a region
 *
 * Gets the code of the region, for example "1081".
 *
 * Returns: (nullable): the code, four digits
 *
 * Since: 0.1
 */
const char *
kkr_region_get_code (KkrRegion *self)
{
  g_return_val_if_fail (KKR_IS_REGION (self), NULL);
  return self->code;
}

/**
 * kkr_region_get_name: (get-property name)
 * @self: a region
 *
 * Gets the name of the region, for example "Region Nordjylland".
 *
 * Returns: (nullable): the name
 *
 * Since: 0.1
 */
const char *
kkr_region_get_name (KkrRegion *self)
{
  g_return_val_if_fail (KKR_IS_REGION (self), NULL);
  return self->name;
}

/**
 * kkr_region_get_valid_from: (get-property valid-from)
 * @self: a region
 *
 * Gets the first day on which the region exists.
 *
 * Returns: (nullable): the day as ISO 8601 has it, or %NULL if none is known
 *
 * Since: 0.1
 */
const char *
kkr_region_get_valid_from (KkrRegion *self)
{
  g_return_val_if_fail (KKR_IS_REGION (self), NULL);
  return self->valid.from_text;
}

/**
 * kkr_region_get_valid_until: (get-property valid-until)
 * @self: a region
 *
 * Gets the last day on which the region exists.
 *
 * Returns: (nullable): the day as ISO 8601 has it, or %NULL if no end is known
 *
 * Since: 0.1
 */
const char *
kkr_region_get_valid_until (KkrRegion *self)
{
  g_return_val_if_fail (KKR_IS_REGION (self), NULL);
  return self->valid.until_text;
}

/**
 * kkr_region_get_source: (get-property source)
 * @self: a region
 *
 * Gets the document that names the region.
 *
 * Returns: (transfer none) (nullable): the source
 *
 * Since: 0.1
 */
KkrSource *
kkr_region_get_source (KkrRegion *self)
{
  g_return_val_if_fail (KKR_IS_REGION (self), NULL);
  return self->source;
}

/**
 * kkr_region_get_section: (get-property section)
 * @self: a region
 *
 * Gets the place in the source.
 *
 * Returns: (nullable): the section, in Danish
 *
 * Since: 0.1
 */
const char *
kkr_region_get_section (KkrRegion *self)
{
  g_return_val_if_fail (KKR_IS_REGION (self), NULL);
  return self->section;
}

/**
 * kkr_region_get_confirmed: (get-property confirmed)
 * @self: a region
 *
 * Gets whether the source says all that this object says.
 *
 * Returns: %FALSE if something was entered from elsewhere
 *
 * Since: 0.1
 */
gboolean
kkr_region_get_confirmed (KkrRegion *self)
{
  g_return_val_if_fail (KKR_IS_REGION (self), FALSE);
  return self->confirmed;
}

/**
 * kkr_region_to_string:
 * @self: a region
 *
 * Gets the name and the code.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_region_to_string (KkrRegion *self)
{
  g_return_val_if_fail (KKR_IS_REGION (self), NULL);
  return g_strdup_printf ("%s (%s)", self->name != NULL ? self->name : "",
                          self->code != NULL ? self->code : "");
}

/**
 * kkr_region___str__:
 * @self: a region
 *
 * Does what [method@Region.to_string] does.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_region___str__ (KkrRegion *self)
{
  return kkr_region_to_string (self);
}

/**
 * kkr_region___repr__:
 * @self: a region
 *
 * Gets what a prompt shows.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_region___repr__ (KkrRegion *self)
{
  g_return_val_if_fail (KKR_IS_REGION (self), NULL);
  return g_strdup_printf ("<Kkr.Region %s %s>", self->code != NULL ? self->code : "",
                          self->name != NULL ? self->name : "");
}

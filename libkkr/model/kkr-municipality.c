/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/model/kkr-model-private.h>
#include <libkkr/model/kkr-municipality.h>

/**
 * KkrMunicipality:
 *
 * A Danish municipality (kommune), immutable and safe to share between threads. It holds its
 * region.
 *
 * Its code is the kommunenummer, 101 to 860. The packaged codes, names and regions are those of
 * Udlændingestyrelsen's letter "Landstal for 2024".
 *
 * Since: 0.1
 */

struct _KkrMunicipality {
  GObject parent_instance;

  int code;
  char *name;
  KkrRegion *region;
  KkrModelPeriod valid;
  KkrSource *source;
  char *section;
  gboolean confirmed;
};

G_DEFINE_FINAL_TYPE (KkrMunicipality, kkr_municipality, G_TYPE_OBJECT)

/**
 * KkrMunicipality:code: (getter get_code)
 *
 * Its number, 101 to 860.
 *
 * Since: 0.1
 */
/**
 * KkrMunicipality:name: (getter get_name)
 *
 * Its name, without the word "Kommune".
 *
 * Since: 0.1
 */
/**
 * KkrMunicipality:region: (getter get_region)
 *
 * The region it lies in.
 *
 * Since: 0.1
 */
/**
 * KkrMunicipality:valid-from: (getter get_valid_from)
 *
 * The first day on which it exists.
 *
 * Since: 0.1
 */
/**
 * KkrMunicipality:valid-until: (getter get_valid_until)
 *
 * The last day on which it exists.
 *
 * Since: 0.1
 */
/**
 * KkrMunicipality:source: (getter get_source)
 *
 * The document that names it.
 *
 * Since: 0.1
 */
/**
 * KkrMunicipality:section: (getter get_section)
 *
 * Where in the document.
 *
 * Since: 0.1
 */
/**
 * KkrMunicipality:confirmed: (getter get_confirmed)
 *
 * Whether the source says all of it.
 *
 * Since: 0.1
 */
static const KkrField fields[] = {
  { "code", NULL, KKR_FIELD_MUNICIPALITY_CODE, TRUE, G_STRUCT_OFFSET (KkrMunicipality, code) },
  { "name", NULL, KKR_FIELD_TEXT, TRUE, G_STRUCT_OFFSET (KkrMunicipality, name) },
  { "region", NULL, KKR_FIELD_REGION, TRUE, G_STRUCT_OFFSET (KkrMunicipality, region) },
  { "valid", NULL, KKR_FIELD_PERIOD, FALSE, G_STRUCT_OFFSET (KkrMunicipality, valid) },
  { "source", NULL, KKR_FIELD_SOURCE, FALSE, G_STRUCT_OFFSET (KkrMunicipality, source) },
  { "section", NULL, KKR_FIELD_TEXT, FALSE, G_STRUCT_OFFSET (KkrMunicipality, section) },
  { "confirmed", NULL, KKR_FIELD_YES, FALSE, G_STRUCT_OFFSET (KkrMunicipality, confirmed) },
};

const KkrModel kkr_municipality_model = {
  "municipality", kkr_municipality_get_type, fields, G_N_ELEMENTS (fields),
};

static void
kkr_municipality_finalize (GObject *object)
{
  kkr_model_clear (&kkr_municipality_model, object);
  G_OBJECT_CLASS (kkr_municipality_parent_class)->finalize (object);
}

static void
kkr_municipality_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  kkr_model_get_property (&kkr_municipality_model, object, property_id, value);
}

static void
kkr_municipality_class_init (KkrMunicipalityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = kkr_municipality_finalize;
  object_class->get_property = kkr_municipality_get_property;
  kkr_model_install_properties (&kkr_municipality_model, object_class);
}

static void
kkr_municipality_init (KkrMunicipality *self)
{
}

/**
 * kkr_municipality_get_code: (get-property code)
 * @self: a municipality
 *
 * Gets the code of the municipality, for example 840.
 *
 * Returns: the code, 101 to 860
 *
 * Since: 0.1
 */
int
kkr_municipality_get_code (KkrMunicipality *self)
{
  g_return_val_if_fail (KKR_IS_MUNICIPALITY (self), 0);
  return self->code;
}

/**
 * kkr_municipality_get_name: (get-property name)
 * @self: a municipality
 *
 * Gets the name of the municipality, for example "Rebild".
 *
 * Returns: (nullable): the name
 *
 * Since: 0.1
 */
const char *
kkr_municipality_get_name (KkrMunicipality *self)
{
  g_return_val_if_fail (KKR_IS_MUNICIPALITY (self), NULL);
  return self->name;
}

/**
 * kkr_municipality_get_region: (get-property region)
 * @self: a municipality
 *
 * Gets the region that the municipality lies in.
 *
 * Returns: (transfer none) (nullable): the region
 *
 * Since: 0.1
 */
KkrRegion *
kkr_municipality_get_region (KkrMunicipality *self)
{
  g_return_val_if_fail (KKR_IS_MUNICIPALITY (self), NULL);
  return self->region;
}

/**
 * kkr_municipality_get_valid_from: (get-property valid-from)
 * @self: a municipality
 *
 * Gets the first day on which the municipality exists.
 *
 * Returns: (nullable): the day as ISO 8601 has it, or %NULL if none is known
 *
 * Since: 0.1
 */
const char *
kkr_municipality_get_valid_from (KkrMunicipality *self)
{
  g_return_val_if_fail (KKR_IS_MUNICIPALITY (self), NULL);
  return self->valid.from_text;
}

/**
 * kkr_municipality_get_valid_until: (get-property valid-until)
 * @self: a municipality
 *
 * Gets the last day on which the municipality exists.
 *
 * Returns: (nullable): the day as ISO 8601 has it, or %NULL if no end is known
 *
 * Since: 0.1
 */
const char *
kkr_municipality_get_valid_until (KkrMunicipality *self)
{
  g_return_val_if_fail (KKR_IS_MUNICIPALITY (self), NULL);
  return self->valid.until_text;
}

/**
 * kkr_municipality_get_source: (get-property source)
 * @self: a municipality
 *
 * Gets the document that names the municipality.
 *
 * Returns: (transfer none) (nullable): the source
 *
 * Since: 0.1
 */
KkrSource *
kkr_municipality_get_source (KkrMunicipality *self)
{
  g_return_val_if_fail (KKR_IS_MUNICIPALITY (self), NULL);
  return self->source;
}

/**
 * kkr_municipality_get_section: (get-property section)
 * @self: a municipality
 *
 * Gets the place in the source.
 *
 * Returns: (nullable): the section, in Danish
 *
 * Since: 0.1
 */
const char *
kkr_municipality_get_section (KkrMunicipality *self)
{
  g_return_val_if_fail (KKR_IS_MUNICIPALITY (self), NULL);
  return self->section;
}

/**
 * kkr_municipality_get_confirmed: (get-property confirmed)
 * @self: a municipality
 *
 * Gets whether the source says all that this object says.
 *
 * Returns: %FALSE if something was entered from elsewhere
 *
 * Since: 0.1
 */
gboolean
kkr_municipality_get_confirmed (KkrMunicipality *self)
{
  g_return_val_if_fail (KKR_IS_MUNICIPALITY (self), FALSE);
  return self->confirmed;
}

/**
 * kkr_municipality_to_string:
 * @self: a municipality
 *
 * Gets the name, the code and the region.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_municipality_to_string (KkrMunicipality *self)
{
  g_return_val_if_fail (KKR_IS_MUNICIPALITY (self), NULL);
  if (self->region == NULL)
    return g_strdup_printf ("%s (%d)", self->name != NULL ? self->name : "", self->code);
  return g_strdup_printf ("%s (%d), %s", self->name, self->code,
                          kkr_region_get_name (self->region));
}

/**
 * kkr_municipality___str__:
 * @self: a municipality
 *
 * Does what [method@Municipality.to_string] does.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_municipality___str__ (KkrMunicipality *self)
{
  return kkr_municipality_to_string (self);
}

/**
 * kkr_municipality___repr__:
 * @self: a municipality
 *
 * Gets what a prompt shows.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_municipality___repr__ (KkrMunicipality *self)
{
  g_return_val_if_fail (KKR_IS_MUNICIPALITY (self), NULL);
  return g_strdup_printf ("<Kkr.Municipality %d %s>", self->code,
                          self->name != NULL ? self->name : "");
}

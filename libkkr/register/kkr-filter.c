/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-filter-private.h>

/**
 * KkrFilter:
 *
 * What [method@Register.select] is to look for: things that have to do with a municipality, a
 * region, a paragraph and so on, on a day. Each property that is set narrows it down; names are as
 * good as codes ("Aalborg", "851", "§ 107", "sel-107").
 *
 * A filter is changed by its properties only. It is not safe to change it in one thread while
 * another uses it.
 *
 * Since: 0.1
 */

struct _KkrFilter {
  GObject parent_instance;

  char *texts[KKR_FILTER_N_PROPERTIES];
};

G_DEFINE_FINAL_TYPE (KkrFilter, kkr_filter, G_TYPE_OBJECT)

static const char *const names[KKR_FILTER_N_PROPERTIES] = {
  [KKR_FILTER_MUNICIPALITY] = "municipality",
  [KKR_FILTER_REGION] = "region",
  [KKR_FILTER_OPERATED_BY] = "operated-by",
  [KKR_FILTER_OFFER] = "offer",
  [KKR_FILTER_PARAGRAPH] = "paragraph",
  [KKR_FILTER_TARGET_GROUP] = "target-group",
  [KKR_FILTER_DOM_TYPE] = "dom-type",
  [KKR_FILTER_SECTOR] = "sector",
  [KKR_FILTER_VALID_ON] = "valid-on",
};

static GParamSpec *props[KKR_FILTER_N_PROPERTIES + 1];

const char *
kkr_filter_get_text (KkrFilter *self, KkrFilterProperty property)
{
  return self->texts[property];
}

const char *
kkr_filter_get_name (KkrFilterProperty property)
{
  return names[property];
}

const KkrModel *
kkr_filter_get_target (KkrFilterProperty property)
{
  static const KkrModel *const targets[] = {
    [KKR_FILTER_MUNICIPALITY] = &kkr_municipality_model,
    [KKR_FILTER_REGION] = &kkr_region_model,
    [KKR_FILTER_OPERATED_BY] = &kkr_operator_model,
    [KKR_FILTER_OFFER] = &kkr_offer_model,
    [KKR_FILTER_PARAGRAPH] = &kkr_paragraph_model,
    [KKR_FILTER_TARGET_GROUP] = &kkr_target_group_model,
    [KKR_FILTER_DOM_TYPE] = &kkr_dom_type_model,
  };

  return property < G_N_ELEMENTS (targets) ? targets[property] : NULL;
}

static void
kkr_filter_finalize (GObject *object)
{
  KkrFilter *self = KKR_FILTER (object);

  for (guint i = 0; i < KKR_FILTER_N_PROPERTIES; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (kkr_filter_parent_class)->finalize (object);
}

static void
kkr_filter_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, KKR_FILTER (object)->texts[prop_id - 1]);
}

static void
kkr_filter_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  g_free (KKR_FILTER (object)->texts[prop_id - 1]);
  KKR_FILTER (object)->texts[prop_id - 1] = g_value_dup_string (value);
}

/**
 * KkrFilter:municipality:
 *
 * A municipality, by its name or code: what lies in it, belongs to it, or is run by it.
 *
 * Since: 0.1
 */
/**
 * KkrFilter:region:
 *
 * A region, by its name or code: what has to do with it or with a municipality in it. With
 * [property@Filter:valid-on] it is the region that answers for the municipality on that day.
 *
 * Since: 0.1
 */
/**
 * KkrFilter:operated-by:
 *
 * An operator (driftsherre), by its id or title. With [property@Filter:valid-on] an offer is run by
 * its owner on that day, where the register has its ownerships.
 *
 * Since: 0.1
 */
/**
 * KkrFilter:offer:
 *
 * An offer, by its id or name.
 *
 * Since: 0.1
 */
/**
 * KkrFilter:paragraph:
 *
 * A paragraph, by its id or as it is cited: "sel-107", "§ 107".
 *
 * Since: 0.1
 */
/**
 * KkrFilter:target-group:
 *
 * A target group, by its id or title.
 *
 * Since: 0.1
 */
/**
 * KkrFilter:dom-type:
 *
 * A type of judgement, by its id or title.
 *
 * Since: 0.1
 */
/**
 * KkrFilter:sector:
 *
 * A sector: "municipal", "regional", "private", "independent" or "state". It is that of the thing
 * itself, or else of its operator.
 *
 * Since: 0.1
 */
/**
 * KkrFilter:valid-on:
 *
 * A day as ISO 8601 has it: what holds on that day.
 *
 * Since: 0.1
 */
static void
kkr_filter_class_init (KkrFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = kkr_filter_finalize;
  object_class->get_property = kkr_filter_get_property;
  object_class->set_property = kkr_filter_set_property;
  for (guint i = 0; i < KKR_FILTER_N_PROPERTIES; i++)
    props[i + 1] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
kkr_filter_init (KkrFilter *self)
{
}

/**
 * kkr_filter_new:
 *
 * Makes a filter that lets everything through.
 *
 * Returns: (transfer full): a new filter
 *
 * Since: 0.1
 */
KkrFilter *
kkr_filter_new (void)
{
  return g_object_new (KKR_TYPE_FILTER, NULL);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/model/kkr-arrangement-private.h>

/**
 * KkrArrangement:
 *
 * A joint task that several municipalities pay for by a key (objektiv finansiering), immutable and
 * safe to share between threads.
 *
 * An arrangement says where its budget and its weights stand in the register, on which day the
 * weights are counted, who pays, and who is exempt. It holds its municipalities. The packaged one
 * is Socialtilsyn Nord's supervision of foster families, as the memo on its budget for 2024 has it.
 *
 * Since: 0.1
 */

G_DEFINE_FINAL_TYPE (KkrArrangement, kkr_arrangement, G_TYPE_OBJECT)

/**
 * KkrArrangement:id: (getter get_id)
 *
 * What the arrangement is called in inputs.
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:title: (getter get_title)
 *
 * Its title in Danish.
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:title-en:
 *
 * Its title in English.
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:budget-key: (getter get_budget_key)
 *
 * The key of the fact that is the amount to share.
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:weight-key: (getter get_weight_key)
 *
 * The series of the weights; a municipality's fact has its code after a slash.
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:reference:
 *
 * The rule for the day the weights are counted on: "previous-year-quarter-2",
 * "previous-year-january-1" or "same-year-january-1".
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:volume-keys: (getter get_volume_keys)
 *
 * The keys of the facts whose sum an average price is taken over.
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:equal-percent: (getter get_equal_percent)
 *
 * The part of the budget that is shared equally.
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:own-use-key: (getter get_own_use_key)
 *
 * The series of each municipality's own use.
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:own-use-percent: (getter get_own_use_percent)
 *
 * The part of the budget that is shared by own use.
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:source: (getter get_source)
 *
 * The document that describes it.
 *
 * Since: 0.1
 */
/**
 * KkrArrangement:section: (getter get_section)
 *
 * Where in the document.
 *
 * Since: 0.1
 */
#define OFFSET(member) G_STRUCT_OFFSET (KkrArrangement, member)
static const KkrField fields[] = {
  { "id", NULL, KKR_FIELD_ID, TRUE, OFFSET (id) },
  { "title-da", "title", KKR_FIELD_TEXT, TRUE, OFFSET (title) },
  { "title-en", NULL, KKR_FIELD_TEXT, TRUE, OFFSET (title_en) },
  { "budget", "budget-key", KKR_FIELD_KEY, TRUE, OFFSET (budget_key) },
  { "weights", "weight-key", KKR_FIELD_KEY, TRUE, OFFSET (weight_key) },
  { "weights-da", NULL, KKR_FIELD_TEXT, FALSE, OFFSET (weights_da) },
  { "weights-en", NULL, KKR_FIELD_TEXT, FALSE, OFFSET (weights_en) },
  { "weight-da", NULL, KKR_FIELD_TEXT, FALSE, OFFSET (weight_da) },
  { "weight-en", NULL, KKR_FIELD_TEXT, FALSE, OFFSET (weight_en) },
  { "reference", NULL, KKR_FIELD_REFERENCE_RULE, TRUE, OFFSET (reference) },
  { "volumes", "volume-keys", KKR_FIELD_KEYS, FALSE, OFFSET (volume_keys) },
  { "volumes-da", NULL, KKR_FIELD_TEXT, FALSE, OFFSET (volumes_da) },
  { "volumes-en", NULL, KKR_FIELD_TEXT, FALSE, OFFSET (volumes_en) },
  { "volume-da", NULL, KKR_FIELD_TEXT, FALSE, OFFSET (volume_da) },
  { "volume-en", NULL, KKR_FIELD_TEXT, FALSE, OFFSET (volume_en) },
  { "equal-percent", NULL, KKR_FIELD_DECIMAL, FALSE, OFFSET (equal_percent) },
  { "own-use", "own-use-key", KKR_FIELD_KEY, FALSE, OFFSET (own_use_key) },
  { "own-use-percent", NULL, KKR_FIELD_DECIMAL, FALSE, OFFSET (own_use_percent) },
  { "source", NULL, KKR_FIELD_SOURCE, TRUE, OFFSET (source) },
  { "section", NULL, KKR_FIELD_TEXT, TRUE, OFFSET (section) },
};
#undef OFFSET
G_STATIC_ASSERT (G_N_ELEMENTS (fields) <= KKR_MODEL_MAX_FIELDS);

const KkrModel kkr_arrangement_model = {
  "arrangement", kkr_arrangement_get_type, fields, G_N_ELEMENTS (fields),
};

static void
kkr_arrangement_finalize (GObject *object)
{
  KkrArrangement *self = KKR_ARRANGEMENT (object);

  kkr_arrangement_set_payers (self, NULL, 0);
  kkr_model_clear (&kkr_arrangement_model, object);
  G_OBJECT_CLASS (kkr_arrangement_parent_class)->finalize (object);
}

static void
kkr_arrangement_get_property (GObject *object, guint property_id, GValue *value,
                              GParamSpec *pspec)
{
  kkr_model_get_property (&kkr_arrangement_model, object, property_id, value);
}

static void
kkr_arrangement_class_init (KkrArrangementClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = kkr_arrangement_finalize;
  object_class->get_property = kkr_arrangement_get_property;
  kkr_model_install_properties (&kkr_arrangement_model, object_class);
}

static void
kkr_arrangement_init (KkrArrangement *self)
{
}

/**
 * kkr_arrangement_get_id: (get-property id)
 * @self: an arrangement
 *
 * Gets what the arrangement is called in inputs.
 *
 * Returns: (nullable): the id, for example "socialtilsyn-nord"
 *
 * Since: 0.1
 */
const char *
kkr_arrangement_get_id (KkrArrangement *self)
{
  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  return self->id;
}

/**
 * kkr_arrangement_get_budget_key: (get-property budget-key)
 * @self: an arrangement
 *
 * Gets the key of the fact that is the amount to share.
 *
 * Returns: (nullable): a key of the register
 *
 * Since: 0.1
 */
const char *
kkr_arrangement_get_budget_key (KkrArrangement *self)
{
  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  return self->budget_key;
}

/**
 * kkr_arrangement_get_weight_key: (get-property weight-key)
 * @self: an arrangement
 *
 * Gets the series of the weights. A municipality's fact has its code after a slash.
 *
 * Returns: (nullable): a key of the register
 *
 * Since: 0.1
 */
const char *
kkr_arrangement_get_weight_key (KkrArrangement *self)
{
  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  return self->weight_key;
}

/**
 * kkr_arrangement_get_own_use_key: (get-property own-use-key)
 * @self: an arrangement
 *
 * Gets the series of each municipality's own use.
 *
 * Returns: (nullable): a key of the register, or %NULL if own use does not count
 *
 * Since: 0.1
 */
const char *
kkr_arrangement_get_own_use_key (KkrArrangement *self)
{
  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  return self->own_use_key;
}

/**
 * kkr_arrangement_get_volume_keys: (get-property volume-keys)
 * @self: an arrangement
 *
 * Gets the keys of the facts whose sum an average price is taken over.
 *
 * Returns: (array zero-terminated=1) (transfer none) (nullable): keys of the register
 *
 * Since: 0.1
 */
const char *const *
kkr_arrangement_get_volume_keys (KkrArrangement *self)
{
  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  return (const char *const *) self->volume_keys;
}

/**
 * kkr_arrangement_get_equal_percent: (get-property equal-percent)
 * @self: an arrangement
 *
 * Gets the part of the budget that is shared equally.
 *
 * Returns: (nullable): per cent, a number with a dot, or %NULL if none is
 *
 * Since: 0.1
 */
const char *
kkr_arrangement_get_equal_percent (KkrArrangement *self)
{
  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  return self->equal_percent;
}

/**
 * kkr_arrangement_get_own_use_percent: (get-property own-use-percent)
 * @self: an arrangement
 *
 * Gets the part of the budget that is shared by own use.
 *
 * Returns: (nullable): per cent, a number with a dot, or %NULL if none is
 *
 * Since: 0.1
 */
const char *
kkr_arrangement_get_own_use_percent (KkrArrangement *self)
{
  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  return self->own_use_percent;
}

/**
 * kkr_arrangement_get_source: (get-property source)
 * @self: an arrangement
 *
 * Gets the document that describes the arrangement.
 *
 * Returns: (transfer none) (nullable): the source
 *
 * Since: 0.1
 */
KkrSource *
kkr_arrangement_get_source (KkrArrangement *self)
{
  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  return self->source;
}

/**
 * kkr_arrangement_get_section: (get-property section)
 * @self: an arrangement
 *
 * Gets the place in the source.
 *
 * Returns: (nullable): the section, in Danish
 *
 * Since: 0.1
 */
const char *
kkr_arrangement_get_section (KkrArrangement *self)
{
  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  return self->section;
}

/**
 * kkr_arrangement_to_string:
 * @self: an arrangement
 *
 * Gets the title and the id.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_arrangement_to_string (KkrArrangement *self)
{
  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  return g_strdup_printf ("%s (%s)", self->title != NULL ? self->title : "",
                          self->id != NULL ? self->id : "");
}

/**
 * kkr_arrangement___str__:
 * @self: an arrangement
 *
 * Does what [method@Arrangement.to_string] does.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_arrangement___str__ (KkrArrangement *self)
{
  return kkr_arrangement_to_string (self);
}

/**
 * kkr_arrangement___repr__:
 * @self: an arrangement
 *
 * Gets what a prompt shows.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_arrangement___repr__ (KkrArrangement *self)
{
  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  return g_strdup_printf ("<Kkr.Arrangement %s>", self->id != NULL ? self->id : "");
}

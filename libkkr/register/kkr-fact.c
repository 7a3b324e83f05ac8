/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/register/kkr-fact-private.h>

/**
 * KkrFact:
 *
 * One dated value with everything that is known about it: its unit, the document and the place in
 * it, the period it holds for, the day it became known, its price level, and whether its source
 * says all of it. Immutable and safe to share between threads; it stays alive without its register.
 *
 * A fact is a number or, rarely, a text. Money is exact: amounts are in øre, rates in kroner.
 *
 * Since: 0.1
 */

G_DEFINE_FINAL_TYPE (KkrFact, kkr_fact, G_TYPE_OBJECT)

typedef enum {
  PROP_KEY = 1,
  PROP_UNIT,
  PROP_AMOUNT,
  PROP_NUMBER,
  PROP_TEXT,
  PROP_PRINTED,
  PROP_STATUS,
  PROP_QUALIFIER,
  PROP_SCALE,
  PROP_PRICE_LEVEL,
  PROP_CONFIRMED,
  PROP_SOURCE,
  PROP_SECTION,
  PROP_URI,
  PROP_LINE,
} KkrFactProperty;

#define N_PROPS (PROP_LINE + 1)

static GParamSpec *props[N_PROPS];

static void
kkr_fact_finalize (GObject *object)
{
  KkrFact *self = KKR_FACT (object);

  g_clear_pointer (&self->delta, kkr_delta_unref);
  g_clear_pointer (&self->store, kkr_store_unref);
  G_OBJECT_CLASS (kkr_fact_parent_class)->finalize (object);
}

static void
kkr_fact_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KkrFact *self = KKR_FACT (object);

  switch ((KkrFactProperty) prop_id)
    {
    case PROP_KEY:
      g_value_set_string (value, kkr_fact_get_key (self));
      break;
    case PROP_UNIT:
      g_value_set_enum (value, kkr_fact_get_unit (self));
      break;
    case PROP_AMOUNT:
      g_value_set_int64 (value, kkr_fact_get_amount (self));
      break;
    case PROP_NUMBER:
      g_value_set_double (value, kkr_fact_get_number (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, kkr_fact_get_text (self));
      break;
    case PROP_PRINTED:
      g_value_set_string (value, kkr_fact_get_printed (self));
      break;
    case PROP_STATUS:
      g_value_set_enum (value, kkr_fact_get_status (self));
      break;
    case PROP_QUALIFIER:
      g_value_set_enum (value, kkr_fact_get_qualifier (self));
      break;
    case PROP_SCALE:
      g_value_set_int64 (value, kkr_fact_get_scale (self));
      break;
    case PROP_PRICE_LEVEL:
      g_value_set_string (value, kkr_fact_get_price_level (self));
      break;
    case PROP_CONFIRMED:
      g_value_set_boolean (value, kkr_fact_get_confirmed (self));
      break;
    case PROP_SOURCE:
      g_value_set_object (value, kkr_fact_get_source (self));
      break;
    case PROP_SECTION:
      g_value_set_string (value, kkr_fact_get_section (self));
      break;
    case PROP_URI:
      g_value_set_string (value, kkr_fact_get_uri (self));
      break;
    case PROP_LINE:
      g_value_set_uint (value, kkr_fact_get_line (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

/**
 * KkrFact:key: (getter get_key)
 *
 * The key of the series and the subject.
 *
 * Since: 0.1
 */
/**
 * KkrFact:unit: (getter get_unit)
 *
 * What the value counts.
 *
 * Since: 0.1
 */
/**
 * KkrFact:amount: (getter get_amount)
 *
 * The value in øre.
 *
 * Since: 0.1
 */
/**
 * KkrFact:number: (getter get_number)
 *
 * The value as a double, money in kroner.
 *
 * Since: 0.1
 */
/**
 * KkrFact:text: (getter get_text)
 *
 * The value if it is a text.
 *
 * Since: 0.1
 */
/**
 * KkrFact:printed: (getter get_printed)
 *
 * The value with the decimals it was printed with.
 *
 * Since: 0.1
 */
/**
 * KkrFact:status: (getter get_status)
 *
 * Whether there is a value, or why there is none.
 *
 * Since: 0.1
 */
/**
 * KkrFact:qualifier: (getter get_qualifier)
 *
 * What the document says before the number.
 *
 * Since: 0.1
 */
/**
 * KkrFact:scale: (getter get_scale)
 *
 * What one of the printed number is worth.
 *
 * Since: 0.1
 */
/**
 * KkrFact:price-level: (getter get_price_level)
 *
 * The price level of money.
 *
 * Since: 0.1
 */
/**
 * KkrFact:confirmed: (getter get_confirmed)
 *
 * Whether the source says all of it.
 *
 * Since: 0.1
 */
/**
 * KkrFact:source: (getter get_source)
 *
 * The document it comes from.
 *
 * Since: 0.1
 */
/**
 * KkrFact:section: (getter get_section)
 *
 * Where in the document.
 *
 * Since: 0.1
 */
/**
 * KkrFact:uri: (getter get_uri)
 *
 * The file it was read from.
 *
 * Since: 0.1
 */
/**
 * KkrFact:line: (getter get_line)
 *
 * The line in that file.
 *
 * Since: 0.1
 */
static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  props[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags);
  props[PROP_UNIT] = g_param_spec_enum ("unit", NULL, NULL, KKR_TYPE_UNIT, KKR_UNIT_UNSET, flags);
  props[PROP_AMOUNT] = g_param_spec_int64 ("amount", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  props[PROP_NUMBER] = g_param_spec_double ("number", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                                            flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_PRINTED] = g_param_spec_string ("printed", NULL, NULL, NULL, flags);
  props[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, KKR_TYPE_CELL_STATUS,
                                          KKR_CELL_STATUS_VALUE, flags);
  props[PROP_QUALIFIER] = g_param_spec_enum ("qualifier", NULL, NULL, KKR_TYPE_QUALIFIER,
                                             KKR_QUALIFIER_UNSET, flags);
  props[PROP_SCALE] = g_param_spec_int64 ("scale", NULL, NULL, G_MININT64, G_MAXINT64, 1, flags);
  props[PROP_PRICE_LEVEL] = g_param_spec_string ("price-level", NULL, NULL, NULL, flags);
  props[PROP_CONFIRMED] = g_param_spec_boolean ("confirmed", NULL, NULL, FALSE, flags);
  props[PROP_SOURCE] = g_param_spec_object ("source", NULL, NULL, KKR_TYPE_SOURCE, flags);
  props[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, flags);
  props[PROP_URI] = g_param_spec_string ("uri", NULL, NULL, NULL, flags);
  props[PROP_LINE] = g_param_spec_uint ("line", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kkr_fact_class_init (KkrFactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = kkr_fact_finalize;
  object_class->get_property = kkr_fact_get_property;
  install_properties (object_class);
}

/* What a fact says that was made with no arguments. */
static const KkrFactRecord nothing = {
  .den = 1, .from = KKR_DATE_MIN, .until = KKR_DATE_MAX, .known = KKR_DATE_MIN,
  .known_until = KKR_DATE_MAX, .level = KKR_LEVEL_NONE, .flags = KKR_FACT_IS_TEXT,
};

static void
kkr_fact_init (KkrFact *self)
{
  self->record = &nothing;
  self->value = KKR_RATIONAL_ZERO;
}

KkrFact *
kkr_fact_new (KkrStore *store, const KkrFactRecord *record)
{
  KkrFact *self = g_object_new (KKR_TYPE_FACT, NULL);

  self->store = store != NULL ? kkr_store_ref (store) : NULL;
  self->record = record;
  self->value.num = record->num;
  self->value.den = record->den > 0 ? record->den : 1;
  return self;
}

KkrFact *
kkr_fact_new_in_delta (KkrDelta *delta, const KkrFactRecord *record)
{
  KkrFact *self = kkr_fact_new (delta->store, record);

  self->delta = kkr_delta_ref (delta);
  return self;
}

const char *
kkr_fact_peek_text (KkrFact *self, KkrTextId text)
{
  if (self->delta != NULL)
    return kkr_delta_get_text (self->delta, text);
  return self->store != NULL ? kkr_store_get_text (self->store, text) : NULL;
}

gboolean
kkr_fact_is_text (KkrFact *self)
{
  return (self->record->flags & KKR_FACT_IS_TEXT) != 0;
}

gboolean
kkr_fact_has_number (KkrFact *self)
{
  return !kkr_fact_is_text (self) && self->record->status == KKR_CELL_STATUS_VALUE;
}

const KkrRational *
kkr_fact_get_rational (KkrFact *self)
{
  return &self->value;
}

/**
 * kkr_fact_get_key: (get-property key)
 * @self: a fact
 *
 * Gets the key, for example "children-0-17/840": the key of the series, and a slash and the subject
 * if the fact has one.
 *
 * Returns: (nullable): the key
 *
 * Since: 0.1
 */
const char *
kkr_fact_get_key (KkrFact *self)
{
  const KkrKeyRecord *keys;
  guint n_keys;

  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  if (self->delta != NULL)
    return kkr_delta_get_text (self->delta,
                               kkr_delta_get_keys (self->delta, &n_keys)[self->record->key].text);
  if (self->store == NULL)
    return NULL;
  keys = kkr_store_get_keys (self->store, &n_keys);
  if (self->record->key >= n_keys)
    return NULL;
  return kkr_fact_peek_text (self, keys[self->record->key].text);
}

/**
 * kkr_fact_get_unit: (get-property unit)
 * @self: a fact
 *
 * Gets what the value counts.
 *
 * Returns: the unit
 *
 * Since: 0.1
 */
KkrUnit
kkr_fact_get_unit (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), KKR_UNIT_UNSET);
  return (KkrUnit) self->record->unit;
}

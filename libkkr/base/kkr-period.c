/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-period-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>

/**
 * KkrPeriod:
 *
 * The days for which something holds (periode): from a first day to a last, both included, or open
 * at an end.
 *
 * A period is immutable and may be shared between threads.
 *
 * Since: 0.1
 */
struct _KkrPeriod {
  GObject parent_instance;

  gint32 from;
  gint32 until;
  KkrDatePrecision from_precision;
  KkrDatePrecision until_precision;
  char *start;
  char *end;
};

typedef enum {
  PROP_START = 1,
  PROP_END,
  PROP_START_PRECISION,
  PROP_END_PRECISION,
} KkrPeriodProperty;

#define N_PROPS (PROP_END_PRECISION + 1)

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (KkrPeriod, kkr_period, G_TYPE_OBJECT)

static void
kkr_period_finalize (GObject *object)
{
  KkrPeriod *self = KKR_PERIOD (object);

  g_free (self->start);
  g_free (self->end);
  G_OBJECT_CLASS (kkr_period_parent_class)->finalize (object);
}

static void
kkr_period_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KkrPeriod *self = KKR_PERIOD (object);

  switch ((KkrPeriodProperty) prop_id)
    {
    case PROP_START:
      g_value_set_string (value, self->start);
      break;
    case PROP_END:
      g_value_set_string (value, self->end);
      break;
    case PROP_START_PRECISION:
      g_value_set_enum (value, (int) self->from_precision);
      break;
    case PROP_END_PRECISION:
      g_value_set_enum (value, (int) self->until_precision);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kkr_period_class_init (KkrPeriodClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = kkr_period_finalize;
  object_class->get_property = kkr_period_get_property;

  /**
   * KkrPeriod:start: (getter get_start)
   *
   * The first day, as ISO 8601 text; %NULL if the period has no beginning.
   *
   * Since: 0.1
   */
  props[PROP_START] = g_param_spec_string ("start", NULL, NULL, NULL, flags);
  /**
   * KkrPeriod:end: (getter get_end)
   *
   * The last day, as ISO 8601 text; %NULL if the period has no end.
   *
   * Since: 0.1
   */
  props[PROP_END] = g_param_spec_string ("end", NULL, NULL, NULL, flags);
  /**
   * KkrPeriod:start-precision: (getter get_start_precision)
   *
   * How well the first day is known; `unset` if the period has no beginning.
   *
   * Since: 0.1
   */
  props[PROP_START_PRECISION] =
    g_param_spec_enum ("start-precision", NULL, NULL, KKR_TYPE_DATE_PRECISION,
                       KKR_DATE_PRECISION_UNSET, flags);
  /**
   * KkrPeriod:end-precision: (getter get_end_precision)
   *
   * How well the last day is known; `unset` if the period has no end.
   *
   * Since: 0.1
   */
  props[PROP_END_PRECISION] =
    g_param_spec_enum ("end-precision", NULL, NULL, KKR_TYPE_DATE_PRECISION,
                       KKR_DATE_PRECISION_UNSET, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kkr_period_init (KkrPeriod *self)
{
  self->from = KKR_DATE_MIN;
  self->until = KKR_DATE_MAX;
}

KkrPeriod *
kkr_period_new_bounds (gint32 from, gint32 until, KkrDatePrecision from_precision,
                       KkrDatePrecision until_precision)
{
  KkrPeriod *self = g_object_new (KKR_TYPE_PERIOD, NULL);

  self->from = from;
  self->until = until;
  self->from_precision = from_precision;
  self->until_precision = until_precision;
  self->start = from != KKR_DATE_MIN ? kkr_date_to_string (from) : NULL;
  self->end = until != KKR_DATE_MAX ? kkr_date_to_string (until) : NULL;
  return self;
}

/* A year, quarter or month is taken for known as such. */
KkrPeriod *
kkr_period_new_days (gint32 from, gint32 until)
{
  g_autofree char *text = kkr_period_text (from, until, KKR_DATE_PRECISION_UNSET,
                                           KKR_DATE_PRECISION_UNSET);
  KkrDatePrecision from_precision = KKR_DATE_PRECISION_UNSET;
  KkrDatePrecision until_precision = KKR_DATE_PRECISION_UNSET;

  kkr_period_parse_bounds (text, &from, &until, &from_precision, &until_precision);
  return kkr_period_new_bounds (from, until, from_precision, until_precision);
}

/**
 * kkr_period_new_from_string:
 * @text: a year `2023`, a quarter `2023K2`, a month `2023-08`, a day `2023-08-21`, two of these as
 *   first and last with `/` between them, `..` for an open end, or `[..2017-01-01]` for an end of
 *   which no more is known than that it was that day or an earlier one
 * @error: return location for a [error@CalcError]
 *
 * Reads a period. `2019/2022` is four years, `2007-01-01/..` has no end, `[..2017-01-01]/..` began
 * on 1 January 2017 at the latest.
 *
 * Returns: (transfer full): the period, or %NULL with `OUT_OF_RANGE`
 *
 * Since: 0.1
 */
KkrPeriod *
kkr_period_new_from_string (const char *text, GError **error)
{
  KkrDatePrecision from_precision, until_precision;
  gint32 from, until;

  if (!kkr_period_parse_bounds (text, &from, &until, &from_precision, &until_precision))
    {
      g_autofree char *quoted = kkr_text_quote (text);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("a period that cannot be read: %s found, a period such as 2023, 2023K2, "
                     "2023-08, 2023-08-21 or 2023-01-01/2023-06-30 expected"), quoted);
      return NULL;
    }
  return kkr_period_new_bounds (from, until, from_precision, until_precision);
}

/**
 * kkr_period_get_start: (get-property start)
 * @self: a period
 *
 * Gives the first day.
 *
 * Returns: (transfer none) (nullable): ISO 8601 text, or %NULL if the period has no beginning
 *
 * Since: 0.1
 */
const char *
kkr_period_get_start (KkrPeriod *self)
{
  g_return_val_if_fail (KKR_IS_PERIOD (self), NULL);
  return self->start;
}

/**
 * kkr_period_get_end: (get-property end)
 * @self: a period
 *
 * Gives the last day.
 *
 * Returns: (transfer none) (nullable): ISO 8601 text, or %NULL if the period has no end
 *
 * Since: 0.1
 */
const char *
kkr_period_get_end (KkrPeriod *self)
{
  g_return_val_if_fail (KKR_IS_PERIOD (self), NULL);
  return self->end;
}

/**
 * kkr_period_get_start_precision: (get-property start-precision)
 * @self: a period
 *
 * Says how well the first day is known. A period that began in May 2023 begins on 1 May with the
 * precision `month`; one that began on 1 January 2017 at the latest begins on that day with
 * `at-latest`.
 *
 * Returns: the precision, `unset` if the period has no beginning
 *
 * Since: 0.1
 */
KkrDatePrecision
kkr_period_get_start_precision (KkrPeriod *self)
{
  g_return_val_if_fail (KKR_IS_PERIOD (self), KKR_DATE_PRECISION_UNSET);
  return self->from_precision;
}

/**
 * kkr_period_get_end_precision: (get-property end-precision)
 * @self: a period
 *
 * Says how well the last day is known. A period that ended in August 2023 ends on 31 August with
 * the precision `month`.
 *
 * Returns: the precision, `unset` if the period has no end
 *
 * Since: 0.1
 */
KkrDatePrecision
kkr_period_get_end_precision (KkrPeriod *self)
{
  g_return_val_if_fail (KKR_IS_PERIOD (self), KKR_DATE_PRECISION_UNSET);
  return self->until_precision;
}

void
kkr_period_get_days (KkrPeriod *self, gint32 *from, gint32 *until)
{
  *from = self->from;
  *until = self->until;
}

/**
 * kkr_period_contains:
 * @self: a period
 * @date: a day, as ISO 8601 text
 * @error: return location for a [error@CalcError]
 *
 * Says whether a day lies in the period. The first and the last day do. Of a year, quarter or month
 * all days do; before an at-latest beginning and after an at-latest end nothing is known, and no
 * day does.
 *
 * Returns: %TRUE if it does; %FALSE if not, or with `OUT_OF_RANGE` if @date is no day
 *
 * Since: 0.1
 */
gboolean
kkr_period_contains (KkrPeriod *self, const char *date, GError **error)
{
  gint32 day;

  g_return_val_if_fail (KKR_IS_PERIOD (self), FALSE);

  return kkr_date_read (date, &day, error) && self->from <= day && day <= self->until;
}

/**
 * kkr_period_to_string:
 * @self: a period
 *
 * Says in Danish which days these are: `2. kvartal 2023`, `fra 1. januar 2007`, `fra maj 2023`,
 * `fra senest 1. januar 2017`.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_period_to_string (KkrPeriod *self)
{
  return kkr_period_to_string_in (self, "da");
}

/**
 * kkr_period_to_string_in:
 * @self: a period
 * @language: `da` or `en`
 *
 * Says which days these are: `2. kvartal 2023` in Danish, `2nd quarter of 2023` in English.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_period_to_string_in (KkrPeriod *self, const char *language)
{
  g_return_val_if_fail (KKR_IS_PERIOD (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  return kkr_period_format_bounds (self->from, self->until, self->from_precision,
                                   self->until_precision, language);
}

/**
 * kkr_period___str__:
 * @self: a period
 *
 * Is [method@Period.to_string] under the name by which Python asks for it.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_period___str__ (KkrPeriod *self)
{
  return kkr_period_to_string (self);
}

/**
 * kkr_period___repr__:
 * @self: a period
 *
 * Describes the period in one line.
 *
 * Returns: (transfer full): the line
 *
 * Since: 0.1
 */
char *
kkr_period___repr__ (KkrPeriod *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (KKR_IS_PERIOD (self), NULL);

  text = kkr_period_text (self->from, self->until, self->from_precision, self->until_precision);
  return g_strdup_printf ("<Kkr.Period %s>", text);
}

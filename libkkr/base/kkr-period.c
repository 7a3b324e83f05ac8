/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-period-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
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
  char *start;
  char *end;
};

typedef enum {
  PROP_START = 1,
  PROP_END,
} KkrPeriodProperty;

#define N_PROPS (PROP_END + 1)

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

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kkr_period_init (KkrPeriod *self)
{
  self->from = KKR_DATE_MIN;
  self->until = KKR_DATE_MAX;
}

KkrPeriod *
kkr_period_new_days (gint32 from, gint32 until)
{
  KkrPeriod *self = g_object_new (KKR_TYPE_PERIOD, NULL);

  self->from = from;
  self->until = until;
  self->start = from != KKR_DATE_MIN ? kkr_date_to_string (from) : NULL;
  self->end = until != KKR_DATE_MAX ? kkr_date_to_string (until) : NULL;
  return self;
}

/**
 * kkr_period_new_from_string:
 * @text: a year `2023`, a quarter `2023K2`, a month `2023-08`, a day `2023-08-21`, two of these as
 *   first and last with `/` between them, or `..` for an open end
 * @error: return location for a [error@CalcError]
 *
 * Reads a period. `2019/2022` is four years, `2007-01-01/..` has no end.
 *
 * Returns: (transfer full): the period, or %NULL with `OUT_OF_RANGE`
 *
 * Since: 0.1
 */
KkrPeriod *
kkr_period_new_from_string (const char *text, GError **error)
{
  gint32 from, until;

  if (!kkr_period_parse (text, &from, &until))
    {
      g_autofree char *quoted = kkr_text_quote (text);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("a period that cannot be read: %s found, a period such as 2023, 2023K2, "
                     "2023-08, 2023-08-21 or 2023-01-01/2023-06-30 expected"), quoted);
      return NULL;
    }
  return kkr_period_new_days (from, until);
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
 * Says whether a day lies in the period. The first and the last day do.
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

  if (!kkr_date_parse (date, &day))
    {
      g_autofree char *quoted = kkr_text_quote (date);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("a day that cannot be read: %s found, a day such as 2023-08-21 expected"),
                   quoted);
      return FALSE;
    }
  return self->from <= day && day <= self->until;
}

/* Years, a quarter or a month that begins in `month` and is `length` months long; NULL for any
 * other stretch of whole months. */
static char *
format_months (int year, int month, int length, const char *language)
{
  static const char *const ordinals[] = { "1st", "2nd", "3rd", "4th" };

  if (month == 1 && length == 12)
    return g_strdup_printf ("%d", year);
  if (month == 1 && length % 12 == 0)
    return g_strdup_printf ("%d–%d", year, year + length / 12 - 1);
  if (length == 1)
    return g_strdup_printf ("%s %d", kkr_month_name (month, language), year);
  if (length != 3 || month % 3 != 1)
    return NULL;
  if (kkr_language_is_english (language))
    return g_strdup_printf ("%s quarter of %d", ordinals[month / 3], year);
  return g_strdup_printf ("%d. kvartal %d", month / 3 + 1, year);
}

static char *
format_open (gint32 from, gint32 until, const char *language)
{
  g_autofree char *start = kkr_date_format (from, language);
  g_autofree char *end = kkr_date_format (until, language);

  if (from == KKR_DATE_MIN && until == KKR_DATE_MAX)
    return g_strdup (kkr_text_in (language, "altid", "always"));
  if (until == KKR_DATE_MAX)
    return g_strconcat (kkr_text_in (language, "fra ", "from "), start, NULL);
  return g_strconcat (kkr_text_in (language, "til og med ", "up to and including "), end, NULL);
}

char *
kkr_period_format (gint32 from, gint32 until, const char *language)
{
  int year, month, day, next_year, next_month, next_day;
  g_autofree char *start = NULL, *end = NULL;
  char *named = NULL;

  if (from == KKR_DATE_MIN || until == KKR_DATE_MAX)
    return format_open (from, until, language);
  kkr_date_split (from, &year, &month, &day);
  kkr_date_split (until + 1, &next_year, &next_month, &next_day);
  if (day == 1 && next_day == 1)
    named = format_months (year, month, (next_year - year) * 12 + next_month - month, language);
  if (named != NULL)
    return named;
  start = kkr_date_format (from, language);
  end = kkr_date_format (until, language);
  return from == until ? g_steal_pointer (&start) : g_strconcat (start, " – ", end, NULL);
}

/**
 * kkr_period_to_string:
 * @self: a period
 *
 * Says in Danish which days these are: `2. kvartal 2023`, `fra 1. januar 2007`.
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

  return kkr_period_format (self->from, self->until, language);
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
  g_return_val_if_fail (KKR_IS_PERIOD (self), NULL);

  return g_strdup_printf ("<Kkr.Period %s/%s>", self->start != NULL ? self->start : "..",
                          self->end != NULL ? self->end : "..");
}

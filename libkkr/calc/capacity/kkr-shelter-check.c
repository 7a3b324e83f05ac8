/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-shelter-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>

static void G_GNUC_PRINTF (6, 7)
report_row (const KkrShelter *self, KkrSheet *sheet, guint row, guint column, KkrCalcError code,
            const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  kkr_sheet_report (sheet, self->calculator, row, column, code, text);
}

static void
check_stay (const KkrShelter *self, guint row)
{
  KkrSheet *sheet = self->stays;
  const gint32 from = kkr_shelter_get_from (self, row);
  const gint32 to = kkr_sheet_get_date (sheet, row, KKR_SHELTER_STAY_TO);
  const gint64 tariff = kkr_sheet_get_amount (sheet, row, KKR_SHELTER_STAY_TARIFF);
  g_autofree char *person = kkr_text_quote (kkr_sheet_get_text (sheet, row,
                                                                KKR_SHELTER_STAY_PERSON));
  g_autofree char *begin = kkr_date_to_string (from);
  g_autofree char *end = to != G_MININT32 ? kkr_date_to_string (to) : NULL;

  if (to != G_MININT32 && to < from)
    report_row (self, sheet, row, KKR_SHELTER_STAY_TO, KKR_CALC_ERROR_INCONSISTENT,
                _("the stay of %s ends before it begins: %s to %s found, a last day on or after "
                  "the first expected"), person, begin, end);
  if (to == G_MININT32 && self->rules.last == G_MAXINT32)
    report_row (self, sheet, row, KKR_SHELTER_STAY_TO, KKR_CALC_ERROR_MISSING_INPUT,
                _("the stay of %s from %s has no end: a last day of it, or the input last-day, "
                  "expected"), person, begin);
  if (to != G_MININT32 && (gint64) to - from > 366 * KKR_SHELTER_MAX_YEARS)
    report_row (self, sheet, row, KKR_SHELTER_STAY_TO, KKR_CALC_ERROR_OUT_OF_RANGE,
                _("the stay of %s is too long: %s to %s found, %d years at most expected"), person,
                begin, end, KKR_SHELTER_MAX_YEARS);
  if (tariff < 0)
    {
      g_autofree char *amount = kkr_message_amount (tariff);

      report_row (self, sheet, row, KKR_SHELTER_STAY_TARIFF, KKR_CALC_ERROR_OUT_OF_RANGE,
                  _("the stay of %s has a negative tariff: %s found, 0 or more expected"), person,
                  amount);
    }
}

/* One day together is a move from one shelter to another. */
static void
check_next (const KkrShelter *self, guint before, guint row)
{
  const gint32 from = kkr_shelter_get_from (self, row);
  const gint32 until = kkr_shelter_get_until (self, before);
  g_autofree char *person = NULL, *begin = NULL, *end = NULL;

  if (self->persons[before] != self->persons[row]
      || (from >= until && kkr_shelter_get_until (self, row) > kkr_shelter_get_from (self, before)
          && !kkr_shelter_is_open (self, before))
      || from > until)
    return;
  person = kkr_text_quote (kkr_sheet_get_text (self->stays, row, KKR_SHELTER_STAY_PERSON));
  begin = kkr_date_to_string (from);
  end = kkr_date_to_string (MIN (until, kkr_shelter_get_until (self, row)));
  report_row (self, self->stays, row, KKR_SHELTER_STAY_FROM, KKR_CALC_ERROR_INCONSISTENT,
              _("%s has two stays at a time: %s to %s in row %u too found, one stay at a time "
                "expected"), person, begin, end, before + 1);
}

void
kkr_shelter_check_stays (KkrShelter *self)
{
  const guint n = kkr_sheet_get_n_rows (self->stays);
  guint latest = 0;

  for (guint row = 0; row < n; row++)
    check_stay (self, row);
  for (guint i = 0; i < n; i++)
    {
      const guint row = self->order[i];

      if (i > 0)
        check_next (self, latest, row);
      if (i == 0 || self->persons[row] != self->persons[latest]
          || kkr_shelter_get_until (self, row) >= kkr_shelter_get_until (self, latest))
        latest = row;
    }
}

static void G_GNUC_PRINTF (4, 5)
report (KkrCalculator *calculator, const char *input, KkrCalcError code, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  kkr_calculator_report (calculator, input, code, text);
}

static void
check_least (KkrCalculator *calculator, const char *input, gint64 found, gint64 least)
{
  if (kkr_calculator_is_assigned (calculator, input) && found < least)
    report (calculator, input, KKR_CALC_ERROR_OUT_OF_RANGE, _("%lld found, %lld or more expected"),
            (long long) found, (long long) least);
}

static void
check_percent (KkrCalculator *calculator)
{
  const gdouble percent = kkr_calculator_get_number (calculator, "refund-percent");
  g_autofree char *found = NULL;
  KkrRational exact;

  if (!kkr_calculator_is_assigned (calculator, "refund-percent"))
    {
      report (calculator, "refund-percent", KKR_CALC_ERROR_MISSING_INPUT,
              _("missing: nothing found, the per cent of the expenditure that the state refunds "
                "expected"));
      return;
    }
  if ((percent >= 0 && percent <= 100) || !kkr_rational_from_double (percent, &exact))
    return;
  found = kkr_message_number (&exact);
  report (calculator, "refund-percent", KKR_CALC_ERROR_OUT_OF_RANGE,
          _("no part of the expenditure: %s per cent found, 0 to 100 expected"), found);
}

/* G_MININT32 where there is no day, and FALSE where there is something else. */
static gboolean
check_day (KkrCalculator *calculator, const char *input, gint32 *day)
{
  const char *text = kkr_calculator_get_text (calculator, input);
  g_autoptr (GError) error = NULL;

  *day = G_MININT32;
  if (!kkr_calculator_is_assigned (calculator, input)
      || kkr_date_read (text != NULL ? text : "", day, &error))
    return TRUE;
  kkr_calculator_report (calculator, input, (KkrCalcError) error->code, error->message);
  return FALSE;
}

static gboolean
check_days (KkrCalculator *calculator, const char *first_input, const char *last_input)
{
  gint32 first, last;
  const gboolean has_first = check_day (calculator, first_input, &first);
  const gboolean has_last = check_day (calculator, last_input, &last);
  g_autofree char *begin = NULL, *end = NULL;

  if (!has_first || !has_last || first == G_MININT32 || last == G_MININT32 || first <= last)
    return has_first && has_last;
  begin = kkr_date_to_string (first);
  end = kkr_date_to_string (last);
  report (calculator, last_input, KKR_CALC_ERROR_INCONSISTENT,
          _("the days end before they begin: %s to %s found, a last day on or after the first "
            "expected"), begin, end);
  return FALSE;
}

static void
check_growth (KkrCalculator *calculator)
{
  const gboolean has_increase = kkr_calculator_is_assigned (calculator, "increase");
  const gboolean has_growth = kkr_calculator_is_assigned (calculator, "growth");
  const int from_year = kkr_calculator_get_int (calculator, "from-year");
  const int to_year = kkr_calculator_get_int (calculator, "to-year");
  const int decimals = kkr_calculator_get_int (calculator, "decimals");

  if (has_increase != has_growth)
    report (calculator, has_increase ? "growth" : "increase", KKR_CALC_ERROR_MISSING_INPUT,
            _("missing: nothing found, the increase in kroner and in per cent both expected"));
  if (from_year >= to_year || from_year < 1 || to_year > 9999)
    report (calculator, "to-year", KKR_CALC_ERROR_INCONSISTENT,
            _("no span of years: %d to %d found, a later year of 1 to 9999 expected"), from_year,
            to_year);
  if (decimals < 0 || decimals > 6)
    report (calculator, "decimals", KKR_CALC_ERROR_OUT_OF_RANGE,
            _("%d decimals found, 0 to 6 expected"), decimals);
  check_least (calculator, "increase-precision",
               kkr_calculator_get_amount (calculator, "increase-precision"), 1);
  if (kkr_calculator_is_assigned (calculator, "growth-precision")
      && !(kkr_calculator_get_number (calculator, "growth-precision") > 0))
    report (calculator, "growth-precision", KKR_CALC_ERROR_OUT_OF_RANGE,
            _("no precision: a number above 0 expected"));
}

static void
check_periods (KkrCalculator *calculator)
{
  const int start = kkr_calculator_get_int (calculator, "start-year");
  const int last = kkr_calculator_get_int (calculator, "last-year");
  const gboolean has_start = kkr_calculator_is_assigned (calculator, "start-year");

  if (has_start != kkr_calculator_is_assigned (calculator, "last-year"))
    report (calculator, has_start ? "last-year" : "start-year", KKR_CALC_ERROR_MISSING_INPUT,
            _("missing: nothing found, the first year and the last year both expected"));
  else if (has_start && (start < 1 || last < start || last > 9999
                         || last - start > KKR_SHELTER_MAX_YEARS))
    report (calculator, "last-year", KKR_CALC_ERROR_INCONSISTENT,
            _("no span of years: %d to %d found, a later year, %d years after at most, expected"),
            start, last, KKR_SHELTER_MAX_YEARS);
  check_least (calculator, "interval", kkr_calculator_get_int (calculator, "interval"), 1);
}

static gboolean
has_anything (KkrCalculator *calculator)
{
  static const char *const inputs[] = { "stays", "areas", "increase", "growth", "start-year",
                                        "last-year", "register" };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    if (kkr_calculator_is_assigned (calculator, inputs[i]))
      return TRUE;
  return FALSE;
}

static gboolean
check_inputs (KkrCalculator *calculator)
{
  gboolean good;

  if (!has_anything (calculator))
    report (calculator, "stays", KKR_CALC_ERROR_MISSING_INPUT,
            _("missing: nothing found; stays, areas, years of a period, or an increase with its "
              "per cent expected"));
  if (kkr_calculator_is_assigned (calculator, "suppliers")
      && !kkr_calculator_is_assigned (calculator, "areas"))
    report (calculator, "areas", KKR_CALC_ERROR_MISSING_INPUT,
            _("missing: nothing found, the areas of the suppliers expected"));
  if (kkr_calculator_is_assigned (calculator, "stays"))
    check_percent (calculator);
  check_growth (calculator);
  check_periods (calculator);
  check_least (calculator, "limit", kkr_calculator_get_int (calculator, "limit"), 0);
  check_least (calculator, "transition-limit",
               kkr_calculator_get_int (calculator, "transition-limit"), 0);
  check_least (calculator, "join-days", kkr_calculator_get_int (calculator, "join-days"), 0);
  check_least (calculator, "rounding-unit",
               kkr_calculator_get_amount (calculator, "rounding-unit"), 1);
  good = check_days (calculator, "first-day", "last-day");
  good = check_days (calculator, "transition-from", "transition-to") && good;
  return check_days (calculator, "limit-from", "limit-from") && good;
}

void
kkr_shelter_check (KkrCalculator *calculator)
{
  g_autoptr (KkrShelter) shelter = NULL;
  g_autoptr (GError) error = NULL;
  const char *fault;

  if (!check_inputs (calculator))
    return;
  shelter = kkr_shelter_new (calculator, &fault, &error);
  if (shelter == NULL && fault != NULL)
    kkr_calculator_report (calculator, fault, (KkrCalcError) error->code, error->message);
  if (shelter == NULL)
    return;
  kkr_shelter_check_stays (shelter);
  kkr_shelter_check_capacity (shelter);
}

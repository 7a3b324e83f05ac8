/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-billing-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-number-private.h>

static void G_GNUC_PRINTF (6, 7)
report_row (const KkrBilling *self, KkrSheet *sheet, guint row, guint column, KkrCalcError code,
            const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  kkr_sheet_report (sheet, self->calculator, row, column, code, text);
}

static char *
dup_period (const KkrSheet *sheet, guint row, guint from, guint to)
{
  const gint32 first = kkr_sheet_get_date (sheet, row, from);
  const gint32 last = kkr_sheet_get_date (sheet, row, to);
  g_autofree char *one = kkr_date_to_string (first);
  g_autofree char *two = kkr_date_to_string (last);

  return g_strdup_printf (_("%s to %s"), one, two);
}

/* Ends before it begins, of any of the tables. */
static gboolean
check_period (const KkrBilling *self, KkrSheet *sheet, guint row, const char *what, guint from,
              guint to)
{
  const gint32 first = kkr_sheet_get_date (sheet, row, from);
  const gint32 last = kkr_sheet_get_date (sheet, row, to);
  g_autofree char *quoted = NULL, *period = NULL;

  if (last == G_MININT32 || first <= last)
    return TRUE;
  quoted = kkr_text_quote (what);
  period = dup_period (sheet, row, from, to);
  report_row (self, sheet, row, to, KKR_CALC_ERROR_INCONSISTENT,
              _("%s ends before it begins: %s found, a last day on or after the first expected"),
              quoted, period);
  return FALSE;
}

static void
check_placement (const KkrBilling *self, guint row)
{
  KkrSheet *sheet = self->placements;
  const char *id = kkr_sheet_get_text (sheet, row, KKR_BILLING_PLACEMENT_ID);
  const guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->placement_rows, id)) - 1;
  const gint64 places = kkr_billing_get_places (self, row);
  g_autofree char *quoted = kkr_text_quote (id);

  if (first != row)
    report_row (self, sheet, row, KKR_BILLING_PLACEMENT_ID, KKR_CALC_ERROR_INCONSISTENT,
                _("a placement that is there already: %s of row %u found, another name expected"),
                quoted, first + 1);
  check_period (self, sheet, row, id, KKR_BILLING_PLACEMENT_FROM, KKR_BILLING_PLACEMENT_TO);
  if (places < 0)
    report_row (self, sheet, row, KKR_BILLING_PLACEMENT_PLACES, KKR_CALC_ERROR_OUT_OF_RANGE,
                _("%s: fewer places than none: %lld found, 0 or more expected"), quoted,
                (long long) places);
}

static gboolean
has_end (const KkrBilling *self, guint row)
{
  return kkr_sheet_has (self->placements, row, KKR_BILLING_PLACEMENT_TO);
}

/* Two rows of a place in the order of their first days: one day together is a move, unless nobody
 * moves out. */
static void
check_place (const KkrBilling *self, guint before, guint row)
{
  KkrSheet *sheet = self->placements;
  const gint32 until = kkr_billing_get_until (self, before);
  const gint32 from = kkr_billing_get_from (self, row);
  g_autofree char *place = NULL, *one = NULL, *two = NULL, *first = NULL, *last = NULL;

  if (from > until || (from == until && has_end (self, before)))
    return;
  place = kkr_text_quote (kkr_sheet_get_text (sheet, row, KKR_BILLING_PLACEMENT_PLACE));
  one = kkr_text_quote (kkr_sheet_get_text (sheet, before, KKR_BILLING_PLACEMENT_ID));
  two = kkr_text_quote (kkr_sheet_get_text (sheet, row, KKR_BILLING_PLACEMENT_ID));
  first = kkr_date_to_string (from);
  last = kkr_date_to_string (MIN (until, kkr_billing_get_until (self, row)));
  report_row (self, sheet, row, KKR_BILLING_PLACEMENT_FROM, KKR_CALC_ERROR_INCONSISTENT,
              _("place %s is taken twice from %s to %s: %s and %s found, one placement at a time "
                "expected"), place, first, last, one, two);
}

static void
check_places (const KkrBilling *self)
{
  const guint n = kkr_sheet_get_n_rows (self->placements);
  guint n_places, latest = 0;
  const gint32 *places = kkr_sheet_get_codes (self->placements, KKR_BILLING_PLACEMENT_PLACE,
                                              &n_places);

  for (guint i = 0; i < n; i++)
    {
      const guint row = self->place_order[i];

      if (i > 0 && places[row] >= 0 && places[row] == places[latest])
        check_place (self, latest, row);
      if (i == 0 || places[row] != places[latest]
          || kkr_billing_get_until (self, row) > kkr_billing_get_until (self, latest))
        latest = row;
    }
}

static char *
dup_tariff_name (const KkrBilling *self, guint row)
{
  const char *offer = kkr_sheet_get_text (self->tariffs, row, KKR_BILLING_TARIFF_OFFER);
  const char *level = kkr_sheet_get_text (self->tariffs, row, KKR_BILLING_TARIFF_LEVEL);

  if (offer != NULL && level != NULL)
    return g_strdup_printf ("%s, %s", offer, level);
  return g_strdup (offer != NULL ? offer : level != NULL ? level : _("the tariff"));
}

static void
check_tariffs (const KkrBilling *self)
{
  KkrSheet *sheet = self->tariffs;
  const guint n = kkr_sheet_get_n_rows (sheet);

  for (guint i = 0; i < n; i++)
    {
      const guint row = self->tariff_order[i], before = i > 0 ? self->tariff_order[i - 1] : 0;
      const gint64 tariff = kkr_sheet_get_amount (sheet, row, KKR_BILLING_TARIFF_AMOUNT);
      const gint32 from = kkr_sheet_get_date (sheet, row, KKR_BILLING_TARIFF_FROM);
      const gint32 until = kkr_sheet_get_date (sheet, before, KKR_BILLING_TARIFF_TO);
      g_autofree char *name = dup_tariff_name (self, row);
      g_autofree char *quoted = kkr_text_quote (name);

      if (tariff < 0)
        {
          g_autofree char *amount = kkr_message_amount (tariff);

          report_row (self, sheet, row, KKR_BILLING_TARIFF_AMOUNT, KKR_CALC_ERROR_OUT_OF_RANGE,
                      _("%s: a negative tariff: %s found, 0 or more expected"), quoted, amount);
        }
      check_period (self, sheet, row, name, KKR_BILLING_TARIFF_FROM, KKR_BILLING_TARIFF_TO);
      if (i > 0 && self->tariff_keys[row] == self->tariff_keys[before]
          && (until == G_MININT32 || until >= from))
        {
          g_autofree char *period = dup_period (sheet, row, KKR_BILLING_TARIFF_FROM,
                                                KKR_BILLING_TARIFF_TO);

          report_row (self, sheet, row, KKR_BILLING_TARIFF_FROM, KKR_CALC_ERROR_INCONSISTENT,
                      _("%s has two tariffs at a time: %s found, a period after that of row %u "
                        "expected"), quoted, period, before + 1);
        }
    }
}

static void
check_absence (const KkrBilling *self, guint row, guint before)
{
  KkrSheet *sheet = self->absences;
  const char *id = kkr_sheet_get_text (sheet, row, KKR_BILLING_ABSENCE_ID);
  const gint32 placement = self->absence_placements[row];
  const gint32 from = kkr_sheet_get_date (sheet, row, KKR_BILLING_ABSENCE_FROM);
  const gint32 to = kkr_sheet_get_date (sheet, row, KKR_BILLING_ABSENCE_TO);
  const gint32 end = before != G_MAXUINT
                       ? kkr_sheet_get_date (sheet, before, KKR_BILLING_ABSENCE_TO) : G_MININT32;
  g_autofree char *quoted = kkr_text_quote (id);
  g_autofree char *period = dup_period (sheet, row, KKR_BILLING_ABSENCE_FROM,
                                        KKR_BILLING_ABSENCE_TO);

  if (placement < 0)
    {
      report_row (self, sheet, row, KKR_BILLING_ABSENCE_ID, KKR_CALC_ERROR_INCONSISTENT,
                  _("no such placement: %s found, one of the placements expected"), quoted);
      return;
    }
  if (!check_period (self, sheet, row, id, KKR_BILLING_ABSENCE_FROM, KKR_BILLING_ABSENCE_TO))
    return;
  if (from < kkr_billing_get_from (self, (guint) placement)
      || (has_end (self, (guint) placement)
          && MAX (from, to) > kkr_billing_get_until (self, (guint) placement)))
    {
      g_autofree char *stay = dup_period (self->placements, (guint) placement,
                                          KKR_BILLING_PLACEMENT_FROM, KKR_BILLING_PLACEMENT_TO);

      report_row (self, sheet, row, KKR_BILLING_ABSENCE_FROM, KKR_CALC_ERROR_INCONSISTENT,
                  _("%s: an absence outside the placement: %s found, days within %s expected"),
                  quoted, period, stay);
    }
  if (before != G_MAXUINT && self->absence_placements[before] == placement
      && (end == G_MININT32 || end >= from))
    report_row (self, sheet, row, KKR_BILLING_ABSENCE_FROM, KKR_CALC_ERROR_INCONSISTENT,
                _("%s: two absences at a time: %s found, days after those of row %u expected"),
                quoted, period, before + 1);
}

static void
check_percent (const KkrBilling *self, KkrSheet *sheet, guint row, const char *id)
{
  const KkrRational none = KKR_RATIONAL_ZERO, all = KKR_RATIONAL_INT (100);
  KkrRational percent;

  if (!kkr_sheet_has (sheet, row, KKR_BILLING_ABSENCE_PERCENT))
    return;
  percent = kkr_sheet_get_number (sheet, row, KKR_BILLING_ABSENCE_PERCENT);
  if (kkr_rational_compare (&percent, &none) < 0 || kkr_rational_compare (&percent, &all) > 0)
    {
      g_autofree char *quoted = kkr_text_quote (id);
      g_autofree char *found = kkr_rational_to_string (&percent);

      report_row (self, sheet, row, KKR_BILLING_ABSENCE_PERCENT, KKR_CALC_ERROR_OUT_OF_RANGE,
                  _("%s: no part of the tariff: %s per cent found, 0 to 100 expected"), quoted,
                  found);
    }
}

static void
check_tables (const KkrBilling *self)
{
  const guint n_absences = kkr_sheet_get_n_rows (self->absences);

  for (guint row = 0; row < kkr_sheet_get_n_rows (self->placements); row++)
    check_placement (self, row);
  check_places (self);
  check_tariffs (self);
  for (guint i = 0; i < n_absences; i++)
    {
      const guint row = self->absence_order[i];

      check_absence (self, row, i > 0 ? self->absence_order[i - 1] : G_MAXUINT);
      check_percent (self, self->absences, row,
                     kkr_sheet_get_text (self->absences, row, KKR_BILLING_ABSENCE_ID));
    }
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->invoice); row++)
    {
      const char *text = kkr_sheet_get_text (self->invoice, row, KKR_BILLING_INVOICE_MONTH);
      g_autofree char *quoted = kkr_text_quote (text);
      gint32 month;

      if (!kkr_billing_read_month (text, &month))
        report_row (self, self->invoice, row, KKR_BILLING_INVOICE_MONTH,
                    KKR_CALC_ERROR_OUT_OF_RANGE,
                    _("not a month: %s found, a month such as 2024-03 expected"), quoted);
    }
}

static void
check_percent_input (KkrCalculator *calculator, const char *input)
{
  const gdouble percent = kkr_calculator_get_number (calculator, input);
  KkrRational exact;
  g_autofree char *found = NULL, *text = NULL;

  if ((percent >= 0 && percent <= 100) || !kkr_rational_from_double (percent, &exact))
    return;
  found = kkr_rational_to_string (&exact);
  text = g_strdup_printf (_("no part of the tariff: %s per cent found, 0 to 100 expected"), found);
  kkr_calculator_report (calculator, input, KKR_CALC_ERROR_OUT_OF_RANGE, text);
}

static void
check_count (KkrCalculator *calculator, const char *input, gint64 least, gint64 found)
{
  g_autofree char *text = NULL;

  if (found >= least && found <= G_MAXINT32)
    return;
  text = g_strdup_printf (_("%lld found, %lld or more expected"), (long long) found,
                          (long long) least);
  kkr_calculator_report (calculator, input, KKR_CALC_ERROR_OUT_OF_RANGE, text);
}

static gboolean
check_day (KkrCalculator *calculator, const char *input, gint32 *day)
{
  const char *text = kkr_calculator_get_text (calculator, input);
  g_autoptr (GError) error = NULL;

  if (!kkr_calculator_is_assigned (calculator, input))
    return FALSE;
  if (kkr_date_read (text != NULL ? text : "", day, &error))
    return TRUE;
  kkr_calculator_report (calculator, input, (KkrCalcError) error->code, error->message);
  return FALSE;
}

static gboolean
check_span (KkrCalculator *calculator)
{
  gint32 first = 0, last = 0;
  const gboolean has_first = check_day (calculator, "first-day", &first);
  g_autofree char *text = NULL, *one = NULL, *two = NULL;

  if (!check_day (calculator, "last-day", &last) || !has_first)
    return FALSE;
  one = kkr_date_to_string (first);
  two = kkr_date_to_string (last);
  if (last < first)
    text = g_strdup_printf (_("the days end before they begin: %s to %s found, a last day on or "
                              "after the first expected"), one, two);
  else if ((gint64) last - first > 366 * KKR_BILLING_MAX_YEARS)
    text = g_strdup_printf (_("too many days: %s to %s found, %d years at most expected"), one,
                            two, KKR_BILLING_MAX_YEARS);
  if (text != NULL)
    kkr_calculator_report (calculator, "last-day", KKR_CALC_ERROR_INCONSISTENT, text);
  return text == NULL;
}

void
kkr_billing_check (KkrCalculator *calculator)
{
  g_autoptr (KkrBilling) billing = NULL;
  const gboolean has_span = check_span (calculator);

  check_percent_input (calculator, "notice-percent");
  check_percent_input (calculator, "absence-percent");
  check_count (calculator, "notice-days", 0, kkr_calculator_get_int (calculator, "notice-days"));
  check_count (calculator, "absence-days", 0, kkr_calculator_get_int (calculator, "absence-days"));
  check_count (calculator, "rounding-unit", 1,
               kkr_calculator_get_amount (calculator, "rounding-unit"));
  if (kkr_calculator_get_enum (calculator, "notice-rule") == KKR_NOTICE_RULE_DAYS
      && !kkr_calculator_is_assigned (calculator, "notice-days"))
    kkr_calculator_report (calculator, "notice-days", KKR_CALC_ERROR_MISSING_INPUT,
                           _("not given: the rule days needs a number of days"));
  if (has_span && kkr_calculator_is_assigned (calculator, "placements")
      && kkr_calculator_is_assigned (calculator, "tariffs"))
    billing = kkr_billing_new (calculator, NULL);
  if (billing != NULL)
    check_tables (billing);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-billing-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>

gint32
kkr_billing_get_from (const KkrBilling *self, guint row)
{
  return kkr_sheet_get_date (self->placements, row, KKR_BILLING_PLACEMENT_FROM);
}

gint32
kkr_billing_get_until (const KkrBilling *self, guint row)
{
  const gint32 until = kkr_sheet_get_date (self->placements, row, KKR_BILLING_PLACEMENT_TO);

  return until == G_MININT32 ? MAX (self->rules.last, kkr_billing_get_from (self, row)) : until;
}

gint64
kkr_billing_get_places (const KkrBilling *self, guint row)
{
  return kkr_sheet_has (self->placements, row, KKR_BILLING_PLACEMENT_PLACES)
           ? kkr_sheet_get_whole (self->placements, row, KKR_BILLING_PLACEMENT_PLACES)
           : 1;
}

KkrTariffUnit
kkr_billing_get_unit (const KkrBilling *self, guint tariff)
{
  return kkr_sheet_has (self->tariffs, tariff, KKR_BILLING_TARIFF_UNIT)
           ? (KkrTariffUnit) kkr_sheet_get_choice (self->tariffs, tariff, KKR_BILLING_TARIFF_UNIT)
           : self->rules.tariff_unit;
}

gint32
kkr_billing_find_tariff (const KkrBilling *self, gint32 key, gint32 day, gint32 *until)
{
  const gint32 *from = kkr_sheet_get_dates (self->tariffs, KKR_BILLING_TARIFF_FROM);
  const gint32 *to = kkr_sheet_get_dates (self->tariffs, KKR_BILLING_TARIFF_TO);
  guint low = 0, high = kkr_sheet_get_n_rows (self->tariffs);
  gint32 row;

  /* The last row of the key that begins on the day or before. */
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const guint at = self->tariff_order[middle];

      if (self->tariff_keys[at] < key || (self->tariff_keys[at] == key && from[at] <= day))
        low = middle + 1;
      else
        high = middle;
    }
  row = low > 0 ? (gint32) self->tariff_order[low - 1] : -1;
  if (row < 0 || self->tariff_keys[row] != key || (to[row] != G_MININT32 && to[row] < day))
    return -1;
  *until = to[row] == G_MININT32 ? G_MAXINT32 : to[row];
  return row;
}

static void
add_span (GArray *spans, KkrBillingStatus status, gint32 from, gint32 until,
          const KkrRational *percent, guint absence)
{
  const KkrBillingSpan span = { status, from, until, *percent, absence };

  if (from <= until)
    g_array_append_val (spans, span);
}

/* The first row of the order whose key is not below it. */
static guint
find_first (const guint *order, const gint32 *keys, guint n, gint32 key)
{
  guint low = 0;

  while (low < n)
    {
      const guint middle = low + (n - low) / 2;

      if (keys[order[middle]] < key)
        low = middle + 1;
      else
        n = middle;
    }
  return low;
}

/* What is paid of the tariff during an absence, after its first days; FALSE if all of it. */
static gboolean
get_absence_percent (const KkrBilling *self, guint absence, KkrRational *percent)
{
  if (kkr_sheet_has (self->absences, absence, KKR_BILLING_ABSENCE_PERCENT))
    *percent = kkr_sheet_get_number (self->absences, absence, KKR_BILLING_ABSENCE_PERCENT);
  else if (self->rules.reduces_absence)
    *percent = self->rules.absence_percent;
  else
    return FALSE;
  return TRUE;
}

static void
add_stay (const KkrBilling *self, guint row, gint32 from, gint32 until, GArray *spans)
{
  const KkrRational all = KKR_RATIONAL_INT (100);
  const guint n = kkr_sheet_get_n_rows (self->absences);

  for (guint i = find_first (self->absence_order, self->absence_placements, n, (gint32) row);
       i < n && self->absence_placements[self->absence_order[i]] == (gint32) row; i++)
    {
      const guint absence = self->absence_order[i];
      const gint32 to = kkr_sheet_get_date (self->absences, absence, KKR_BILLING_ABSENCE_TO);
      const gint32 end = to == G_MININT32 ? until : MIN (to, until);
      gint64 begin = kkr_sheet_get_date (self->absences, absence, KKR_BILLING_ABSENCE_FROM);
      KkrRational percent;

      begin = MAX (begin + self->rules.absence_days, from);
      if (begin > end || !get_absence_percent (self, absence, &percent))
        continue;
      add_span (spans, KKR_BILLING_STAY, from, (gint32) begin - 1, &all, 0);
      add_span (spans, KKR_BILLING_ABSENCE, (gint32) begin, end, &percent, absence);
      from = end + 1;
    }
  add_span (spans, KKR_BILLING_STAY, from, until, &all, 0);
}

/* The last day of notice, or one before the stay's end where there is no more to pay. */
static gint32
get_notice_end (const KkrBilling *self, guint row)
{
  const gint32 notice = kkr_sheet_get_date (self->placements, row, KKR_BILLING_PLACEMENT_NOTICE);
  int year, month, day;

  if (notice == G_MININT32 || !kkr_sheet_has (self->placements, row, KKR_BILLING_PLACEMENT_TO))
    return G_MININT32;
  kkr_date_split (notice, &year, &month, &day);
  switch (self->rules.notice_rule)
    {
    case KKR_NOTICE_RULE_DAYS:
      return (gint32) MIN ((gint64) notice + self->rules.notice_days, G_MAXINT32);
    case KKR_NOTICE_RULE_END_OF_MONTH:
      return kkr_date_from_parts (year, month + 1, 1) - 1;
    case KKR_NOTICE_RULE_END_OF_NEXT_MONTH:
      return kkr_date_from_parts (year, month + 2, 1) - 1;
    case KKR_NOTICE_RULE_NONE:
    case KKR_NOTICE_RULE_UNSET:
    default:
      return G_MININT32;
    }
}

/* The first day on which somebody else has the place after it was left, or G_MAXINT32. */
static gint32
find_taken (const KkrBilling *self, guint row, gint32 until)
{
  const guint n = kkr_sheet_get_n_rows (self->placements);
  guint n_places, low = 0;
  const gint32 *places = kkr_sheet_get_codes (self->placements, KKR_BILLING_PLACEMENT_PLACE,
                                              &n_places);

  for (guint after = n; low < after;)
    {
      const guint middle = low + (after - low) / 2, other = self->place_order[middle];

      if (places[other] < places[row]
          || (places[other] == places[row] && kkr_billing_get_from (self, other) < until))
        low = middle + 1;
      else
        after = middle;
    }
  /* It may itself begin on its last day. */
  low += low < n && self->place_order[low] == row;
  return places[row] >= 0 && low < n && places[self->place_order[low]] == places[row]
           ? kkr_billing_get_from (self, self->place_order[low]) : G_MAXINT32;
}

static void
list_spans (const KkrBilling *self, guint row, GArray *spans)
{
  const KkrBillingRules *rules = &self->rules;
  const gboolean has_left = kkr_sheet_has (self->placements, row, KKR_BILLING_PLACEMENT_TO);
  const gint32 from = kkr_billing_get_from (self, row) + !rules->bill_first_day;
  const gint32 left = kkr_billing_get_until (self, row);
  const gint32 until = left - (has_left && !rules->bill_last_day);
  gint32 end = get_notice_end (self, row);

  add_stay (self, row, from, until, spans);
  if (rules->until_taken && end > until)
    end = MIN (end, find_taken (self, row, left) - 1);
  add_span (spans, KKR_BILLING_NOTICE, MAX (until + 1, from), end, &rules->notice_percent,
            0);
}

void
kkr_billing_get_divisor (const KkrBilling *self, const KkrBillingLine *line, gint64 *multiplier,
                         gint64 *divisor)
{
  const KkrTariffUnit unit = kkr_billing_get_unit (self, line->tariff);
  const KkrMonthSplit split = self->rules.month_split;
  int year, month, day;

  *multiplier = 1;
  *divisor = 0;
  if (unit == KKR_TARIFF_UNIT_DAY)
    return;
  kkr_date_split (line->from, &year, &month, &day);
  *divisor = kkr_date_from_parts (year + 1, 1, 1) - kkr_date_from_parts (year, 1, 1);
  if (split == KKR_MONTH_SPLIT_FIXED_YEAR)
    *divisor = 365;
  if (unit == KKR_TARIFF_UNIT_YEAR)
    return;
  if (split == KKR_MONTH_SPLIT_DAYS_OF_MONTH)
    *divisor = kkr_billing_last_of_month (line->from) - kkr_billing_month_of (line->from) + 1;
  else if (split == KKR_MONTH_SPLIT_THIRTY_DAYS)
    *divisor = 30;
  else
    *multiplier = 12;
}

static gboolean
compute_amount (const KkrBilling *self, KkrBillingLine *line, GError **error)
{
  const gint64 tariff = kkr_sheet_get_amount (self->tariffs, line->tariff,
                                              KKR_BILLING_TARIFF_AMOUNT);
  const gint64 places = kkr_billing_get_places (self, line->placement);
  KkrRational value, factor = KKR_RATIONAL_INT (line->until - line->from + 1);
  gint64 multiplier, divisor;

  kkr_billing_get_divisor (self, line, &multiplier, &divisor);
  if (__builtin_mul_overflow (places, (gint64) line->until - line->from + 1, &line->days)
      || !kkr_rational_init (&value, (KkrInt128) tariff * multiplier, MAX (divisor, 1))
      || !kkr_rational_multiply (&value, &factor, &value)
      || !kkr_rational_init (&factor, places, 100)
      || !kkr_rational_multiply (&value, &factor, &value)
      || !kkr_rational_multiply (&value, &line->percent, &value)
      || !kkr_rational_round (&value, self->rules.rounding, self->rules.rounding_unit,
                              &line->amount))
    return kkr_rational_overflow (error, _("the amount of a line"));
  return TRUE;
}

static gboolean
fail_for_tariff (const KkrBilling *self, guint row, gint32 day, GError **error)
{
  const char *id = kkr_sheet_get_text (self->placements, row, KKR_BILLING_PLACEMENT_ID);
  const char *offer = kkr_sheet_get_text (self->placements, row, KKR_BILLING_PLACEMENT_OFFER);
  const char *level = kkr_sheet_get_text (self->placements, row, KKR_BILLING_PLACEMENT_LEVEL);
  g_autofree char *place = kkr_sheet_place (self->placements, row, G_MAXUINT);
  g_autofree char *date = kkr_date_to_string (day);
  g_autofree char *quoted = kkr_text_quote (id);
  g_autofree char *offer_quoted = kkr_text_quote (offer != NULL ? offer : "");
  g_autofree char *level_quoted = kkr_text_quote (level != NULL ? level : "");

  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
               _("%s: placement %s has no tariff on %s: offer %s and level %s found, a row of "
                 "the tariffs for these and that day expected"), place, quoted, date,
               offer_quoted, level_quoted);
  return FALSE;
}

static gboolean
add_lines (const KkrBilling *self, guint row, const KkrBillingSpan *span, GArray *lines,
           GError **error)
{
  const gint32 last = MIN (span->until, self->rules.last);

  for (gint32 from = MAX (span->from, self->rules.first); from <= last;)
    {
      KkrBillingLine line = { .placement = row, .status = span->status, .from = from,
                              .percent = span->percent, .absence = span->absence };
      gint32 until, tariff = kkr_billing_find_tariff (self, self->placement_keys[row], from,
                                                      &until);

      if (tariff < 0)
        return fail_for_tariff (self, row, from, error);
      if (lines->len >= KKR_BILLING_MAX_LINES)
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("too many lines: more than %d found, that many at most expected"),
                       KKR_BILLING_MAX_LINES);
          return FALSE;
        }
      line.tariff = (guint) tariff;
      line.until = MIN (MIN (until, last), kkr_billing_last_of_month (from));
      if (!compute_amount (self, &line, error))
        return FALSE;
      g_array_append_val (lines, line);
      from = line.until + 1;
    }
  return TRUE;
}

gboolean
kkr_billing_bill (const KkrBilling *self, guint row, GArray *lines, GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (KkrBillingSpan));

  list_spans (self, row, spans);
  for (guint i = 0; i < spans->len; i++)
    if (!add_lines (self, row, &g_array_index (spans, KkrBillingSpan, i), lines, error))
      return FALSE;
  return TRUE;
}

static int
compare_payers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return kkr_billing_compare_payers (user_data, *(const gint32 *) a, *(const gint32 *) b);
}

/* By payer. Those of a payer keep their order, which is by placement and day. */
static GArray *
sort_lines (const KkrBilling *self, const GArray *lines)
{
  const guint n_payers = self->payers->len;
  g_autofree gint32 *order = g_new (gint32, (gsize) n_payers + 1);
  g_autofree guint *next = g_new0 (guint, (gsize) n_payers + 1);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (KkrBillingLine), lines->len);
  guint at = 0;

  g_array_set_size (sorted, lines->len);
  for (guint i = 0; i < n_payers; i++)
    order[i] = (gint32) i;
  g_qsort_with_data (order, (int) n_payers, sizeof *order, compare_payers, (gpointer) self);
  for (guint i = 0; i < lines->len; i++)
    next[self->placement_payers[g_array_index (lines, KkrBillingLine, i).placement]]++;
  for (guint i = 0; i < n_payers; i++)
    {
      const guint n = next[order[i]];

      next[order[i]] = at;
      at += n;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const KkrBillingLine *line = &g_array_index (lines, KkrBillingLine, i);

      g_array_index (sorted, KkrBillingLine, next[self->placement_payers[line->placement]]++)
        = *line;
    }
  return sorted;
}

GArray *
kkr_billing_bill_all (const KkrBilling *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (KkrBillingLine));
  const guint n = kkr_sheet_get_n_rows (self->placements);

  for (guint row = 0; row < n; row++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !kkr_billing_bill (self, row, lines, error))
        return NULL;
      if (row % 1024 == 0)
        kkr_calculator_set_progress (self->calculator, (gdouble) row / n);
    }
  return sort_lines (self, lines);
}

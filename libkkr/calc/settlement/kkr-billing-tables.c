/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-billing-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/table/kkr-table-builder-private.h>

static const char *const statuses[] = { "stay", "absence", "notice", NULL };
static const char *const statuses_da[] = { "ophold", "fravær", "opsigelse", NULL };
static const char *const units[] = { "unset", "day", "month", "year", NULL };
static const char *const units_da[] = { "–", "døgn", "måned", "år", NULL };

typedef struct {
  GPtrArray *payers, *months;
  GArray *days, *amounts;
} Bills;

/* The place of the bill of a line's payer and month, which is added if it is not there. */
static guint
find_bill (const KkrBilling *self, const KkrBillingLine *line, Bills *bills, guint *place)
{
  const gint64 none = 0;

  if (*place > 0)
    return *place - 1;
  g_ptr_array_add (bills->payers,
                   (gpointer) kkr_billing_get_payer (self,
                                                     self->placement_payers[line->placement]));
  g_ptr_array_add (bills->months, kkr_billing_month_text (line->from));
  g_array_append_val (bills->days, none);
  g_array_append_val (bills->amounts, none);
  *place = bills->days->len;
  return *place - 1;
}

static gboolean
collect_bills (const KkrBilling *self, const GArray *lines, Bills *bills)
{
  const int first = kkr_billing_count_months (self->rules.first);
  const gsize n_months = (gsize) (kkr_billing_count_months (self->rules.last) - first) + 1;
  g_autofree guint *places = g_new0 (guint, n_months);
  gint32 latest = -1;

  /* Lines are by payer and then by placement: the months of a payer come in any order. */
  for (guint i = 0; i < lines->len; i++)
    {
      const KkrBillingLine *line = &g_array_index (lines, KkrBillingLine, i);
      const gint32 payer = self->placement_payers[line->placement];
      guint at;

      if (payer != latest)
        memset (places, 0, n_months * sizeof *places);
      latest = payer;
      at = find_bill (self, line, bills, &places[kkr_billing_count_months (line->from) - first]);
      if (__builtin_add_overflow (g_array_index (bills->days, gint64, at), line->days,
                                  &g_array_index (bills->days, gint64, at))
          || __builtin_add_overflow (g_array_index (bills->amounts, gint64, at), line->amount,
                                     &g_array_index (bills->amounts, gint64, at)))
        return FALSE;
    }
  return TRUE;
}

/* The bills of a payer, which stand together, by month. */
static guint *
sort_bills (const Bills *bills)
{
  const guint n = bills->months->len;
  guint *order = g_new (guint, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      guint at = i;

      for (; at > 0 && bills->payers->pdata[order[at - 1]] == bills->payers->pdata[i]
             && strcmp (bills->months->pdata[order[at - 1]], bills->months->pdata[i]) > 0; at--)
        order[at] = order[at - 1];
      order[at] = i;
    }
  return order;
}

static KkrTable *
make_bills (const Bills *bills, GError **error)
{
  static const char *const keys[] = { "municipality", "month", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("bills", "Regninger", "Bills");
  const guint n = bills->months->len;
  g_autofree guint *order = sort_bills (bills);
  g_autofree const char **payers = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **months = g_new0 (const char *, (gsize) n + 1);
  g_autofree gint64 *days = g_new0 (gint64, (gsize) n + 1);
  g_autofree gint64 *amounts = g_new0 (gint64, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      payers[i] = bills->payers->pdata[order[i]];
      months[i] = bills->months->pdata[order[i]];
      days[i] = g_array_index (bills->days, gint64, order[i]);
      amounts[i] = g_array_index (bills->amounts, gint64, order[i]);
    }
  kkr_table_builder_add_text (builder, "municipality", "Betalingskommune", "Paying municipality",
                              payers);
  kkr_table_builder_add_text (builder, "month", "Måned", "Month", months);
  kkr_table_builder_add_int64 (builder, "days", "Døgn", "Days", KKR_UNIT_DAYS, days, n);
  kkr_table_builder_set_sum (builder, "days", days, n);
  kkr_table_builder_add_int64 (builder, "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT, amounts, n);
  kkr_table_builder_set_sum (builder, "amount", amounts, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_billing_build_bills (const KkrBilling *self, const GArray *lines, GError **error)
{
  g_autoptr (GPtrArray) payers = g_ptr_array_new ();
  g_autoptr (GPtrArray) months = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  Bills bills = { payers, months, days, amounts };

  if (collect_bills (self, lines, &bills))
    return make_bills (&bills, error);
  kkr_rational_overflow (error, _("the sum of the lines"));
  return NULL;
}

/* The months of the lines, each text made once. */
static void
add_line_months (const KkrBilling *self, const GArray *lines, KkrTableBuilder *builder)
{
  const int first = kkr_billing_count_months (self->rules.first);
  const gsize n_months = (gsize) (kkr_billing_count_months (self->rules.last) - first) + 1;
  g_autofree gint32 *code_of = g_new0 (gint32, n_months);
  g_autofree gint32 *codes = g_new (gint32, (gsize) lines->len + 1);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lines->len; i++)
    {
      const gint32 from = g_array_index (lines, KkrBillingLine, i).from;
      gint32 *code = &code_of[kkr_billing_count_months (from) - first];

      if (*code == 0)
        {
          g_ptr_array_add (labels, kkr_billing_month_text (from));
          *code = (gint32) labels->len;
        }
      codes[i] = *code - 1;
    }
  g_ptr_array_add (labels, NULL);
  kkr_table_builder_add_codes (builder, "month", "Måned", "Month", codes, lines->len,
                               (const char *const *) labels->pdata);
}

static void
add_line_texts (const KkrBilling *self, const GArray *lines, KkrTableBuilder *builder)
{
  const guint n = lines->len;
  g_autofree const char **payers = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **placements = g_new0 (const char *, (gsize) n + 1);
  g_autofree gint32 *from = g_new (gint32, (gsize) n + 1);
  g_autofree gint32 *to = g_new (gint32, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrBillingLine *line = &g_array_index (lines, KkrBillingLine, i);

      payers[i] = kkr_billing_get_payer (self, self->placement_payers[line->placement]);
      placements[i] = kkr_sheet_get_text (self->placements, line->placement,
                                          KKR_BILLING_PLACEMENT_ID);
      from[i] = line->from;
      to[i] = line->until;
    }
  kkr_table_builder_add_text (builder, "municipality", "Betalingskommune", "Paying municipality",
                              payers);
  kkr_table_builder_add_text (builder, "placement", "Placering", "Placement", placements);
  add_line_months (self, lines, builder);
  kkr_table_builder_add_date (builder, "from", "Fra og med", "From", from, n);
  kkr_table_builder_add_date (builder, "to", "Til og med", "To", to, n);
}

static void
add_line_figures (const KkrBilling *self, const GArray *lines, KkrTableBuilder *builder)
{
  const guint n = lines->len;
  g_autofree gint32 *status = g_new (gint32, (gsize) n + 1);
  g_autofree gint32 *unit = g_new (gint32, (gsize) n + 1);
  g_autofree gint64 *days = g_new (gint64, (gsize) n + 1);
  g_autofree gint64 *tariffs = g_new (gint64, (gsize) n + 1);
  g_autofree gint64 *amounts = g_new (gint64, (gsize) n + 1);
  g_autofree KkrRational *percents = g_new (KkrRational, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrBillingLine *line = &g_array_index (lines, KkrBillingLine, i);

      status[i] = (gint32) line->status;
      unit[i] = (gint32) kkr_billing_get_unit (self, line->tariff);
      days[i] = line->days;
      percents[i] = line->percent;
      tariffs[i] = kkr_sheet_get_amount (self->tariffs, line->tariff, KKR_BILLING_TARIFF_AMOUNT);
      amounts[i] = line->amount;
    }
  kkr_table_builder_add_choices (builder, "status", "Status", "Status", status, n, statuses,
                                 statuses_da, NULL);
  kkr_table_builder_add_int64 (builder, "days", "Døgn", "Days", KKR_UNIT_DAYS, days, n);
  kkr_table_builder_set_sum (builder, "days", days, n);
  kkr_table_builder_add_rationals (builder, "percent", "Andel af takst", "Part of the tariff",
                                   KKR_UNIT_PERCENT, percents, n);
  kkr_table_builder_add_int64 (builder, "tariff", "Takst", "Tariff", KKR_UNIT_AMOUNT, tariffs, n);
  kkr_table_builder_add_choices (builder, "unit", "Takstenhed", "Unit", unit, n, units, units_da,
                                 NULL);
  kkr_table_builder_add_int64 (builder, "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT, amounts, n);
  kkr_table_builder_set_sum (builder, "amount", amounts, n);
}

KkrTable *
kkr_billing_build_lines (const KkrBilling *self, const GArray *lines, GError **error)
{
  static const char *const keys[] = { "municipality", "placement", "from", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("lines", "Linjer", "Lines");

  add_line_texts (self, lines, builder);
  add_line_figures (self, lines, builder);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

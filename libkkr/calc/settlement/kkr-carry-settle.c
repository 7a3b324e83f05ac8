/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-carry-private.h>

#include <libkkr/table/kkr-table-builder-private.h>

static void
add_days (KkrCarryPlan *plan, guint row, KkrCarryWork *work, const char *id, const char *danish,
          const char *english, guint column)
{
  const KkrRational days = KKR_RATIONAL_INT (kkr_sheet_get_whole (plan->settlement, row, column));

  kkr_carry_work_add_number (work, id, danish, english, &days, KKR_UNIT_DAYS);
}

static void
add_amount (KkrCarryPlan *plan, guint row, KkrCarryWork *work, const char *id, const char *danish,
            const char *english, guint column)
{
  kkr_carry_work_add_amount (work, id, danish, english,
                             kkr_sheet_get_amount (plan->settlement, row, column));
}

/* The variances add up: planned result + price + volume = result. */
static void
add_variances (KkrCarryPlan *plan, KkrCarryWork *work)
{
  const KkrRational *variable = &plan->rules.variable;
  const gboolean fixed = variable->num == 0;

  kkr_carry_work_add_formula (work, "planned_income", "Budgetteret indtægt", "Planned income",
                              "tariff * planned_days");
  kkr_carry_work_add_formula (work, "planned_result", "Budgetteret resultat", "Planned result",
                              "planned_income - budget");
  if (!fixed)
    {
      kkr_carry_work_add_number (work, "variable_percent", "Variabel del af omkostningerne",
                                 "Part of the costs that varies", variable, KKR_UNIT_PERCENT);
      kkr_carry_work_add_rounding (work, "flexed_budget", "Budget ved de faktiske døgn",
                                   "Budget at the actual days",
                                   "budget - variable_percent / 100 * budget "
                                   "* (planned_days - actual_days) / planned_days",
                                   plan->rules.mode, 1);
    }
  kkr_carry_work_add_formula (work, "price_variance", "Prisafvigelse", "Price variance",
                              fixed ? "budget - accounts" : "flexed_budget - accounts");
  kkr_carry_work_add_formula (work, "volume_variance", "Mængdeafvigelse", "Volume variance",
                              fixed ? "tariff * (actual_days - planned_days)"
                                    : "tariff * (actual_days - planned_days) "
                                      "+ budget - flexed_budget");
}

void
kkr_carry_settle_result (KkrCarryPlan *plan, KkrCarryCause *cause, KkrCarryWork *work)
{
  const guint row = cause->settlement;

  add_amount (plan, row, work, "budget", "Budgetterede omkostninger", "Planned costs",
              SETTLEMENT_BUDGET);
  add_amount (plan, row, work, "accounts", "Faktiske omkostninger", "Actual costs",
              SETTLEMENT_ACCOUNTS);
  add_days (plan, row, work, "planned_days", "Budgetterede døgn", "Planned place-days",
            SETTLEMENT_PLANNED);
  add_days (plan, row, work, "actual_days", "Faktiske døgn", "Actual place-days",
            SETTLEMENT_ACTUAL);
  add_amount (plan, row, work, "tariff", "Takst pr. døgn", "Tariff per day", SETTLEMENT_TARIFF);
  kkr_carry_work_add_formula (work, "income", "Indtægt", "Income", "tariff * actual_days");
  kkr_carry_work_add_formula (work, "result", "Overskud (underskud negativt)",
                              "Surplus (deficit negative)", "income - accounts");
  add_variances (plan, work);
}

void
kkr_carry_settle_rate (KkrCarryPlan *plan, KkrCarryCause *cause, KkrCarryWork *work)
{
  if (!kkr_sheet_has (plan->settlement, cause->settlement, SETTLEMENT_LATER))
    return;
  add_days (plan, cause->settlement, work, "later_days", "Døgn i det senere år",
            "Place-days of the later year", SETTLEMENT_LATER);
  kkr_carry_work_add_rounding (work, "per_day", "Regulering af taksten pr. døgn",
                               "Change of the tariff per day", "-to_bill / later_days",
                               plan->rules.mode, plan->rules.tariff_unit);
  kkr_carry_work_add_formula (work, "given_back", "Indregnet i taksten", "Billed by the tariff",
                              "-per_day * later_days");
  kkr_carry_work_add_formula (work, "remainder", "Rest efter afrunding af taksten",
                              "Remainder of rounding the tariff", "to_bill - given_back");
}

typedef struct {
  const char *name, *id, *danish, *english;
} Figure;

static const Figure figures[] = {
  { "planned-income", "planned_income", "Budgetteret indtægt", "Planned income" },
  { "income", "income", "Indtægt", "Income" },
  { "planned-result", "planned_result", "Budgetteret resultat", "Planned result" },
  { "price-variance", "price_variance", "Prisafvigelse", "Price variance" },
  { "volume-variance", "volume_variance", "Mængdeafvigelse", "Volume variance" },
  { "result", "result", "Resultat", "Result" },
  { "to-bill", "to_bill", "Til indregning", "To be billed" },
  { "per-day", "per_day", "Regulering pr. døgn", "Change per day" },
  { "billed", "given_back", "Indregnet i taksten", "Billed by the tariff" },
  { "remainder", "remainder", "Rest", "Remainder" },
};

#define N_FIGURES G_N_ELEMENTS (figures)

const char *
kkr_carry_settlement_id (const char *column)
{
  for (guint i = 0; i < N_FIGURES; i++)
    if (g_str_equal (column, figures[i].name))
      return figures[i].id;
  return NULL;
}

void
kkr_carry_settle_keep (KkrCarryPlan *plan, const KkrCarryCause *cause, KkrCarryWork *work)
{
  gint64 *values;

  if (cause->settlement == KKR_CARRY_NONE)
    return;
  if (plan->settled == NULL)
    plan->settled = g_new0 (gint64, (gsize) kkr_sheet_get_n_rows (plan->settlement) * N_FIGURES);
  values = plan->settled + (gsize) cause->settlement * N_FIGURES;
  for (guint i = 0; i < N_FIGURES; i++)
    values[i] = kkr_carry_work_find (work, figures[i].id) != NULL
                  ? kkr_carry_work_get_amount (work, figures[i].id) : G_MININT64;
}

static void
add_keys (KkrCarryPlan *plan, KkrTableBuilder *builder, guint n)
{
  static const char *const keys[] = { "offer", "year", NULL };
  g_autofree const char **offers = g_new0 (const char *, n + 1);
  g_autofree gint64 *years = g_new0 (gint64, MAX (n, 1));

  for (guint row = 0; row < n; row++)
    {
      offers[row] = kkr_sheet_get_text (plan->settlement, row, SETTLEMENT_OFFER);
      years[row] = kkr_sheet_get_whole (plan->settlement, row, SETTLEMENT_YEAR);
    }
  kkr_table_builder_add_text (builder, "offer", "Tilbud", "Offer", offers);
  kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_NONE, years, n);
  kkr_table_builder_set_key (builder, keys);
}

KkrTable *
kkr_carry_build_settlement (KkrCarryPlan *plan, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "settlement", "Efterregulering af takster", "Settlement of tariffs");
  const guint n = kkr_sheet_get_n_rows (plan->settlement);
  g_autofree gint64 *column = g_new0 (gint64, MAX (n, 1));

  add_keys (plan, builder, n);
  for (guint i = 0; i < N_FIGURES; i++)
    {
      for (guint row = 0; row < n; row++)
        column[row] = plan->settled[(gsize) row * N_FIGURES + i];
      kkr_table_builder_add_int64 (builder, figures[i].name, figures[i].danish, figures[i].english,
                                   KKR_UNIT_AMOUNT, column, n);
      for (guint row = 0; row < n; row++)
        if (column[row] == G_MININT64)
          kkr_table_builder_set_status (builder, figures[i].name, row,
                                        KKR_CELL_STATUS_NOT_APPLICABLE);
    }
  return kkr_table_builder_end (builder, error);
}

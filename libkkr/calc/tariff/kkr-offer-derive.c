/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-offer-proposals-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-result-private.h>

/* What the library does with the steps of the model. */

static const char *
add_unrounded (const KkrOfferPlan *self, KkrDerivationBuilder *builder, guint row, gboolean *done)
{
  kkr_offer_steps_add_model (self, builder, row, KKR_TARIFF_STEP_DAY_TARIFF, done);
  if (self->tariff_unit == KKR_TARIFF_UNIT_DAY)
    return "day_tariff";
  kkr_offer_steps_add_days (self, builder, row, done);
  if (self->tariff_unit == KKR_TARIFF_UNIT_MONTH)
    kkr_derivation_builder_add_formula (builder, "result_unrounded",
                                        "Takst pr. måned, en tolvtedel af året, uafrundet",
                                        "Tariff per month, a twelfth of the year, unrounded",
                                        "day_tariff * days / 12", KKR_UNIT_RATE);
  else
    kkr_derivation_builder_add_formula (builder, "result_unrounded", "Takst pr. år, uafrundet",
                                        "Tariff per year, unrounded", "day_tariff * days",
                                        KKR_UNIT_RATE);
  return "result_unrounded";
}

static void
add_tariff (const KkrOfferPlan *self, KkrDerivationBuilder *builder, guint row, gboolean *done)
{
  g_autofree char *expression = g_strdup_printf ("%s * 100",
                                                 add_unrounded (self, builder, row, done));
  g_autofree char *unit = g_strdup_printf ("%lld", (long long) self->unit);

  kkr_derivation_builder_add_rounding (builder, "result_tariff", "Takst", "Tariff", expression,
                                       KKR_UNIT_AMOUNT, self->rounding, unit);
}

static void
add_cost (const KkrOfferPlan *self, KkrDerivationBuilder *builder, guint row, gboolean *done)
{
  kkr_offer_steps_add_model (self, builder, row, KKR_TARIFF_STEP_COST, done);
  kkr_derivation_builder_add_rounding (builder, "result_cost", "Udgift i hele øre",
                                       "Cost in whole øre", "cost * 100", KKR_UNIT_AMOUNT,
                                       KKR_ROUNDING_MODE_HALF_AWAY, "1");
}

static void
add_income (const KkrOfferPlan *self, KkrDerivationBuilder *builder, guint row, gboolean *done)
{
  static const char *const expressions[] = { "", "result_tariff * place_days",
                                             "result_tariff * place_days / (days / 12)",
                                             "result_tariff * place_days / days" };

  add_tariff (self, builder, row, done);
  kkr_offer_steps_add_model (self, builder, row, KKR_TARIFF_STEP_PLACE_DAYS, done);
  kkr_offer_steps_add_days (self, builder, row, done);
  kkr_derivation_builder_add_rounding (builder, "result_income",
                                       "Indtægt ved den forudsatte belægning",
                                       "Income at the assumed occupancy",
                                       expressions[self->tariff_unit], KKR_UNIT_AMOUNT,
                                       KKR_ROUNDING_MODE_HALF_AWAY, "1");
}

/* The sum of a column, from the table itself: each of its rows has a derivation of its own. */
static void
derive_total (KkrDerivationBuilder *builder, KkrTable *table, KkrColumn *cells)
{
  guint n = kkr_table_get_n_rows (table);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) exact = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (keys, kkr_table_dup_row_key (table, i));
      g_ptr_array_add (exact, kkr_column_dup_exact (cells, i));
    }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (exact, NULL);
  kkr_derivation_builder_add_sum (builder, "total", "I alt", "In all",
                                  (const char *const *) keys->pdata,
                                  (const char *const *) exact->pdata,
                                  kkr_column_get_unit (cells));
}

static gboolean
derive_income (const KkrOfferPlan *self, KkrDerivationBuilder *builder, const char *bare, guint row,
               gboolean *done)
{
  if (g_str_equal (bare, "place-days"))
    kkr_offer_steps_add_model (self, builder, row, KKR_TARIFF_STEP_PLACE_DAYS, done);
  else if (g_str_equal (bare, "cost"))
    add_cost (self, builder, row, done);
  else if (g_str_equal (bare, "income"))
    add_income (self, builder, row, done);
  else if (g_str_equal (bare, "difference"))
    {
      add_income (self, builder, row, done);
      add_cost (self, builder, row, done);
      kkr_derivation_builder_add_formula (builder, "result_difference", "Forskel ved afrunding",
                                          "Difference from rounding",
                                          "result_income - result_cost", KKR_UNIT_AMOUNT);
    }
  else
    return FALSE;
  return TRUE;
}

static void
add_weight (const KkrOfferPlan *self, KkrDerivationBuilder *builder, const KkrOfferShare *share)
{
  static const char *const danish[] = { "", "Pladser", "Pladser × døgn × belægning",
                                        "Vægt" };
  static const char *const english[] = { "", "Places", "Places × days × occupancy", "Weight" };
  const KkrRational weight = KKR_RATIONAL_INT (share->weight);

  kkr_offer_steps_add_exact (builder, "weight", danish[share->key], english[share->key], &weight,
                             KKR_UNIT_COUNT);
}

static gboolean
derive_shared (const KkrOfferPlan *self, KkrDerivationBuilder *builder, const char *bare, guint row)
{
  const KkrOfferShare *share = &g_array_index (self->shares, KkrOfferShare, row);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) weights = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *amount = g_strdup_printf ("%lld", (long long) share->amount);

  if (g_str_equal (bare, "weight"))
    {
      add_weight (self, builder, share);
      return TRUE;
    }
  if (!g_str_equal (bare, "amount"))
    return FALSE;
  for (guint i = share->first; i < share->first + share->n; i++)
    {
      const KkrOfferShare *other = &g_array_index (self->shares, KkrOfferShare, i);

      g_ptr_array_add (keys, kkr_offer_row_title (kkr_offer_plan_get_row (self, other->row),
                                                  NULL));
      g_ptr_array_add (weights, g_strdup_printf ("%lld", (long long) other->weight));
    }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (weights, NULL);
  kkr_derivation_builder_add_amount (builder, "joint_cost", "Fællesudgift", "Joint cost",
                                     kkr_sheet_get_amount (self->costs, share->cost,
                                                           KKR_SHARED_COLUMN_AMOUNT));
  kkr_derivation_builder_add_apportionment (builder, "share", "Andel", "Share", "joint_cost",
                                            (const char *const *) keys->pdata,
                                            (const char *const *) weights->pdata,
                                            KKR_APPORTION_METHOD_LARGEST_REMAINDER,
                                            KKR_TIE_RULE_FIRST, "1", row - share->first, amount);
  return TRUE;
}

static void
add_limit (const KkrOfferPlan *self, KkrDerivationBuilder *builder,
           const KkrOfferProposal *proposal)
{
  const KkrOfferRow *row = kkr_offer_plan_get_row (self, proposal->row);
  gboolean alternative = proposal->rule == KKR_OFFER_RULE_ALTERNATIVE;
  g_autofree char *danish = kkr_offer_row_name (row, alternative ? "Takst i det visiterede tilbud"
                                                   : kkr_offer_rule_title (proposal->rule, "da"),
                                  "da");
  g_autofree char *english = kkr_offer_row_name (row, alternative ? "Tariff of the assigned offer"
                                                    : kkr_offer_rule_title (proposal->rule, "en"),
                                   "en");
  KkrRational percent = KKR_RATIONAL_ZERO;

  kkr_derivation_builder_add_amount (builder, "result_compared", danish, english,
                                     proposal->compared);
  if (!alternative)
    {
      kkr_derivation_builder_add_formula (builder, "result_limit", "Grænse", "Limit",
                                          "result_compared / 100", KKR_UNIT_RATE);
      return;
    }
  kkr_calculator_get_rational (self->calculator, "limit-percent", &percent, NULL);
  kkr_offer_steps_add_exact (builder, "result_limit_percent", "Tilladt merudgift",
                             "Extra cost that is allowed", &percent, KKR_UNIT_PERCENT);
  kkr_derivation_builder_add_formula (builder, "result_limit", "Grænse", "Limit",
                                      "result_compared / 100 * (1 + result_limit_percent / 100)",
                                      KKR_UNIT_RATE);
}

static gboolean
derive_proposal (const KkrOfferPlan *self, KkrDerivationBuilder *builder, const char *bare,
                 const KkrOfferProposal *proposal, gboolean *done)
{
  if (g_str_equal (bare, "limit"))
    {
      add_limit (self, builder, proposal);
      return TRUE;
    }
  add_tariff (self, builder, proposal->row, done);
  if (g_str_equal (bare, "tariff"))
    return TRUE;
  add_limit (self, builder, proposal);
  if (g_str_equal (bare, "applied"))
    {
      kkr_derivation_builder_add_formula (builder, "result_applied", "Takst under loftet",
                                          "Tariff under the ceiling",
                                          "min(result_tariff, result_compared)", KKR_UNIT_AMOUNT);
      return TRUE;
    }
  kkr_derivation_builder_add_formula (builder, "result_excess", "Overskridelse", "Excess",
                                      "max(result_tariff / 100 - result_limit, 0)", KKR_UNIT_RATE);
  if (g_str_equal (bare, "excess-percent"))
    kkr_derivation_builder_add_formula (builder, "result_excess_percent", "Relativ overskridelse",
                                        "Relative excess",
                                        "result_excess / (result_compared / 100) * 100",
                                        KKR_UNIT_PERCENT);
  return TRUE;
}

/* The proposals are found again: the tariffs of the others are not needed for one of them. */
static gboolean
derive_proposals (const KkrOfferPlan *self, KkrDerivationBuilder *builder, const char *bare,
                  guint row, gboolean *done, GError **error)
{
  g_autofree KkrOfferFigures *none = g_new0 (KkrOfferFigures, (gsize) self->rows->len + 1);
  g_autoptr (GArray) proposals = NULL;

  if (!g_str_equal (bare, "limit") && !g_str_equal (bare, "tariff") &&
      !g_str_equal (bare, "applied") && !g_str_equal (bare, "excess") &&
      !g_str_equal (bare, "excess-percent"))
    return FALSE;
  proposals = kkr_offer_plan_find_proposals (self, none, error);
  return proposals != NULL &&
         derive_proposal (self, builder, bare,
                          &g_array_index (proposals, KkrOfferProposal, row), done);
}

static gboolean
derive_cell (const KkrOfferPlan *self, KkrDerivationBuilder *builder, const char *table,
             const char *bare, guint row, GError **error)
{
  g_autofree gboolean *done = g_new0 (gboolean, kkr_tariff_formula_count (self->formula));

  if (g_str_equal (table, "income"))
    return derive_income (self, builder, bare, row, done);
  if (g_str_equal (table, "shared"))
    return derive_shared (self, builder, bare, row);
  if (g_str_equal (table, "proposals"))
    return derive_proposals (self, builder, bare, row, done, error);
  if (g_str_equal (bare, "tariff"))
    add_tariff (self, builder, row, done);
  else if (g_str_equal (bare, "exact"))
    add_unrounded (self, builder, row, done);
  else
    return FALSE;
  return TRUE;
}

static char *
dup_key (const KkrOfferPlan *self, KkrTable *table, gint64 row)
{
  return row < 0 ? g_strdup ("I alt") : kkr_table_dup_row_key (table, (guint) row);
}

KkrDerivation *
kkr_offer_plan_derive (const KkrOfferPlan *self, KkrResult *result, const char *column, gint64 row,
                       GError **error)
{
  const char *bare;
  KkrTable *table = kkr_result_find_table (result, column, &bare, NULL);
  KkrColumn *cells = kkr_table_get_column (table, bare);
  g_autoptr (KkrDerivationBuilder) builder = NULL;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *key = dup_key (self, table, row);

  builder = kkr_derivation_builder_new (column, key);
  kkr_derivation_builder_set_title (builder, kkr_column_get_title (cells),
                                    kkr_column_get_title_in (cells, "en"));
  if (row < 0)
    derive_total (builder, table, cells);
  else if (!derive_cell (self, builder, kkr_table_get_name (table), bare, (guint) row, error))
    return NULL;
  kkr_offer_plan_add_notes (self, notes, g_str_equal (kkr_table_get_name (table), "proposals"));
  for (guint i = 0; i < notes->len; i++)
    kkr_derivation_builder_add_note (builder, notes->pdata[i]);
  return kkr_derivation_builder_end (builder, error);
}

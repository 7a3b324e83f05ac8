/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-offer-batch-private.h>

/* A scenario by the model itself: its rows are those of the group with what the scenario says. */

static const struct {
  KkrOfferRowInput input;
  KkrTariffStandard quantity;
} amounts[] = {
  { KKR_OFFER_ROW_DIRECT_COST, KKR_TARIFF_DIRECT_COST },
  { KKR_OFFER_ROW_INDIRECT_COST, KKR_TARIFF_INDIRECT_COST },
  { KKR_OFFER_ROW_OVERHEAD, KKR_TARIFF_OVERHEAD },
  { KKR_OFFER_ROW_DEPRECIATION, KKR_TARIFF_DEPRECIATION },
  { KKR_OFFER_ROW_INTEREST, KKR_TARIFF_INTEREST },
  { KKR_OFFER_ROW_CARRY_OVER, KKR_TARIFF_CARRY_OVER },
};

static gboolean
read_number (const KkrBatchRows *rows, KkrOfferRowInput input, gsize scenario, KkrRational *number)
{
  return rows->values[input] == NULL ||
         kkr_rational_from_double (kkr_offer_row_number (rows, input, scenario), number);
}

static gboolean
change_row (KkrOfferRow *row, const KkrBatchRows *rows, gsize scenario)
{
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (rows->values[amounts[i].input] != NULL)
      row->amounts[amounts[i].quantity] = rows->values[amounts[i].input][scenario];
  if (rows->values[KKR_OFFER_ROW_PLACES] != NULL)
    row->places = rows->values[KKR_OFFER_ROW_PLACES][scenario];
  if (rows->values[KKR_OFFER_ROW_DAYS] != NULL && !(row->own & KKR_OFFER_OWN_DAYS))
    row->days = rows->values[KKR_OFFER_ROW_DAYS][scenario];
  return (row->own & KKR_OFFER_OWN_OCCUPANCY ||
          read_number (rows, KKR_OFFER_ROW_OCCUPANCY, scenario, &row->occupancy)) &&
         (row->own & KKR_OFFER_OWN_PERCENT ||
          read_number (rows, KKR_OFFER_ROW_OVERHEAD_PERCENT, scenario, &row->overhead_percent));
}

/* The joint costs are shared again: by paid days they fall otherwise. */
static gboolean
change_plan (KkrOfferPlan *plan, const KkrBatchRows *rows, gsize scenario)
{
  for (guint i = 0; i < plan->rows->len; i++)
    {
      KkrOfferRow *row = &g_array_index (plan->rows, KkrOfferRow, i);

      if (!change_row (row, rows, scenario))
        return FALSE;
      if (plan->costs != NULL)
        row->amounts[KKR_TARIFF_SHARED_COST] = 0;
    }
  if (!read_number (rows, KKR_OFFER_ROW_COST_CHANGE, scenario, &plan->cost_change))
    return FALSE;
  kkr_offer_plan_share_costs (plan);
  return plan->error == NULL;
}

gboolean
kkr_offer_group_compute_model (const KkrOfferGroup *self, const KkrBatchRows *rows,
                               gsize scenario, gint64 *cells)
{
  KkrOfferPlan plan = *self->plan;
  g_autofree KkrRational *values = g_new (KkrRational, kkr_tariff_formula_count (plan.formula));
  g_autoptr (GArray) own_rows = g_array_copy (self->plan->rows);
  g_autoptr (GArray) own_shares = g_array_new (FALSE, TRUE, sizeof (KkrOfferShare));
  gboolean ok;

  plan.rows = own_rows;
  plan.shares = own_shares;
  ok = change_plan (&plan, rows, scenario);
  for (guint i = 0; ok && i < self->n_rows; i++)
    {
      KkrOfferFigures figures;

      ok = kkr_offer_plan_compute (&plan, i, values, &figures, NULL);
      cells[i] = ok ? figures.tariff : 0;
    }
  g_clear_error (&plan.error);
  return ok;
}

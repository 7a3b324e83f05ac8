/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-number-private.h>
#include <libkkr/kernel/kkr-apportion.h>

static KkrOccupancyPayer *
get_payer (const KkrOccupancyPlan *self, guint i)
{
  return &g_array_index (self->payers, KkrOccupancyPayer, i);
}

static void
add_payer (KkrOccupancyPlan *self, gint32 name, guint row)
{
  const KkrOccupancyPayer payer = {
    .name = name, .row = row, .weight = KKR_RATIONAL_ZERO, .used = KKR_RATIONAL_ZERO,
    .use = KKR_RATIONAL_ZERO, .kept = KKR_RATIONAL_ZERO,
  };

  g_array_append_val (self->payers, payer);
}

static void
check_number (KkrOccupancyPlan *self, guint row, guint column, const char *name)
{
  const KkrRational value = kkr_sheet_get_number (self->municipalities, row, column);
  g_autofree char *found = NULL;

  if (!kkr_sheet_has (self->municipalities, row, column) || value.num >= 0)
    return;
  found = kkr_message_number (&value);
  kkr_occupancy_plan_fault_at (self, self->municipalities, row, column,
                               KKR_CALC_ERROR_OUT_OF_RANGE, _("%s: %s found, 0 or more expected"),
                               name, found);
}

static void
check_row (KkrOccupancyPlan *self, guint row, const char *name)
{
  const gint64 kept = kkr_sheet_get_amount (self->municipalities, row, KKR_OCC_PAYER_KEPT);

  check_number (self, row, KKR_OCC_PAYER_WEIGHT, name);
  check_number (self, row, KKR_OCC_PAYER_USED, name);
  if (kkr_sheet_has (self->municipalities, row, KKR_OCC_PAYER_KEPT) && kept < 0)
    {
      g_autofree char *found = kkr_message_amount (kept);

      kkr_occupancy_plan_fault_at (self, self->municipalities, row, KKR_OCC_PAYER_KEPT,
                                   KKR_CALC_ERROR_OUT_OF_RANGE,
                                   _("%s: a negative tariff: %s found, 0 or more expected"), name,
                                   found);
    }
  if (kkr_sheet_has (self->municipalities, row, KKR_OCC_PAYER_USED)
      && kkr_calculator_is_assigned (self->calculator, "placements"))
    kkr_occupancy_plan_fault_at (self, self->municipalities, row, KKR_OCC_PAYER_USED,
                                 KKR_CALC_ERROR_INCONSISTENT,
                                 _("%s: places in use found, which the placements say already, "
                                   "none expected"), name);
}

/* Those of the table, and then those that only use places. */
static void
list_payers (KkrOccupancyPlan *self, gint32 *payer_of)
{
  const guint n_names = self->payer_names.texts->len;
  const guint n = kkr_sheet_get_n_rows (self->municipalities);

  for (guint row = 0; row < n; row++)
    {
      const char *text = kkr_sheet_get_text (self->municipalities, row,
                                             KKR_OCC_PAYER_MUNICIPALITY);
      const gint32 name = kkr_occupancy_plan_find_payer (self, text);
      g_autofree char *quoted = kkr_text_quote (text);

      check_row (self, row, quoted);
      if (payer_of[name] >= 0)
        kkr_occupancy_plan_fault_at (self, self->municipalities, row, KKR_OCC_PAYER_MUNICIPALITY,
                                     KKR_CALC_ERROR_INCONSISTENT,
                                     _("a municipality that is there already: %s found, each "
                                       "municipality once expected"), quoted);
      payer_of[name] = (gint32) self->payers->len;
      add_payer (self, name, row);
    }
  for (guint name = 0; name < n_names; name++)
    if (payer_of[name] < 0)
      {
        payer_of[name] = (gint32) self->payers->len;
        add_payer (self, (gint32) name, KKR_OCC_NONE);
      }
}

/* Of days at a tariff, exact øre added to `cost`. */
static gboolean
add_days (const KkrOccupancyTerms *terms, const KkrRational *days, gint64 tariff, int year,
          KkrRational *cost)
{
  const KkrRational price = KKR_RATIONAL_INT (tariff);
  gint64 months, divisor;
  KkrRational part;

  kkr_occupancy_terms_get_day (terms, year, &months, &divisor);
  return kkr_rational_init (&part, months, divisor) && kkr_rational_multiply (&part, days, &part)
         && kkr_rational_multiply (&part, &price, &part) && kkr_rational_add (cost, &part, cost);
}

static void
overflow (KkrOccupancyPlan *self, const KkrOccupancyPayer *payer)
{
  kkr_occupancy_plan_fault (self, "municipalities", KKR_CALC_ERROR_OVERFLOW,
                            _("what %s pays does not fit into 64 bits"),
                            kkr_occupancy_names_get (&self->payer_names, payer->name));
}

/* What each has used, from the placements. */
static void
sum_stays (KkrOccupancyPlan *self, const gint32 *payer_of)
{
  for (guint i = 0; i < self->stays->len && self->fault == NULL; i++)
    {
      const KkrOccupancyStay *stay = &g_array_index (self->stays, KkrOccupancyStay, i);
      const KkrOccupancySpell *spell = &g_array_index (self->spells, KkrOccupancySpell,
                                                       stay->spell);
      const KkrRational days = KKR_RATIONAL_INT ((KkrInt128) stay->until - stay->from + 1);
      KkrOccupancyPayer *payer;

      if (stay->payer < 0)
        continue;
      payer = get_payer (self, (guint) payer_of[stay->payer]);
      if (spell->tariff == G_MININT64)
        kkr_occupancy_plan_fault_at (self, self->placements, stay->row, KKR_OCC_STAY_MUNICIPALITY,
                                     KKR_CALC_ERROR_MISSING_INPUT,
                                     _("%s uses a place without a tariff: one in the row of the "
                                       "place or as the input tariff expected"),
                                     kkr_occupancy_names_get (&self->payer_names, payer->name));
      else if (!kkr_rational_add (&payer->used, &days, &payer->used)
               || !add_days (&self->terms, &days, spell->tariff, spell->year, &payer->use))
        overflow (self, payer);
      if (kkr_sheet_has (self->placements, stay->row, KKR_OCC_STAY_KEPT))
        payer->kept.num += days.num * kkr_sheet_get_amount (self->placements, stay->row,
                                                            KKR_OCC_STAY_KEPT);
    }
}

/* The row of counts whose days and tariff places in use are about: the first, where all agree. */
static const KkrOccupancyOffer *
find_common (KkrOccupancyPlan *self, guint row)
{
  const KkrOccupancyOffer *first = &g_array_index (self->offers, KkrOccupancyOffer, 0);

  for (guint i = 0; i < self->offers->len; i++)
    {
      const KkrOccupancyOffer *offer = &g_array_index (self->offers, KkrOccupancyOffer, i);

      if (offer->period == first->period && offer->year == first->year
          && offer->tariff == first->tariff && offer->tariff != G_MININT64)
        continue;
      kkr_occupancy_plan_fault_at (self, self->municipalities, row, KKR_OCC_PAYER_USED,
                                   KKR_CALC_ERROR_INCONSISTENT,
                                   _("places in use cannot be priced: rows of counts of several "
                                     "years, days or tariffs, or without a tariff, found, all the "
                                     "same expected, or placements"));
      return NULL;
    }
  if (self->offers->len == 0)
    kkr_occupancy_plan_fault_at (self, self->municipalities, row, KKR_OCC_PAYER_USED,
                                 KKR_CALC_ERROR_MISSING_INPUT,
                                 _("places in use found and no counts, rows of counts expected"));
  return self->offers->len > 0 ? first : NULL;
}

/* What each has used, as the table says. */
static void
sum_counts (KkrOccupancyPlan *self)
{
  const KkrOccupancyOffer *common = NULL;

  for (guint row = 0; row < kkr_sheet_get_n_rows (self->municipalities) && self->fault == NULL;
       row++)
    {
      KkrOccupancyPayer *payer = get_payer (self, row);
      const gint64 kept = kkr_sheet_get_amount (self->municipalities, row, KKR_OCC_PAYER_KEPT);
      KkrRational period, price = KKR_RATIONAL_ZERO;

      if (!kkr_sheet_has (self->municipalities, row, KKR_OCC_PAYER_USED))
        continue;
      if (common == NULL && (common = find_common (self, row)) == NULL)
        return;
      period = (KkrRational) KKR_RATIONAL_INT (common->period);
      payer->used = kkr_sheet_get_number (self->municipalities, row, KKR_OCC_PAYER_USED);
      if (kkr_sheet_has (self->municipalities, row, KKR_OCC_PAYER_KEPT))
        price = (KkrRational) KKR_RATIONAL_INT (kept);
      if (!kkr_rational_multiply (&payer->used, &period, &payer->used)
          || !add_days (&self->terms, &payer->used, common->tariff, common->tariff_year,
                        &payer->use)
          || !kkr_rational_multiply (&payer->used, &price, &payer->kept))
        overflow (self, payer);
    }
}

static gboolean
find_weight (KkrOccupancyPlan *self, KkrOccupancyPayer *payer)
{
  const int key = kkr_calculator_get_enum (self->calculator, "key");
  const gboolean has_table = kkr_sheet_get_n_rows (self->municipalities) > 0;

  if (payer->row == KKR_OCC_NONE && has_table)
    return TRUE;
  if (key == KKR_GUARANTEE_KEY_USAGE)
    payer->weight = payer->used;
  else if (key == KKR_GUARANTEE_KEY_EQUAL)
    payer->weight = (KkrRational) KKR_RATIONAL_INT (1);
  else if (kkr_sheet_has (self->municipalities, payer->row, KKR_OCC_PAYER_WEIGHT))
    payer->weight = kkr_sheet_get_number (self->municipalities, payer->row, KKR_OCC_PAYER_WEIGHT);
  else
    kkr_occupancy_plan_fault_at (self, self->municipalities, payer->row, KKR_OCC_PAYER_WEIGHT,
                                 KKR_CALC_ERROR_MISSING_INPUT,
                                 _("%s: no weight found, one for each municipality expected"),
                                 kkr_occupancy_names_get (&self->payer_names, payer->name));
  return self->fault == NULL;
}

/* The weights as whole numbers that are to each other as they are; NULL with a fault. */
static gint64 *
scale_weights (KkrOccupancyPlan *self)
{
  g_autofree gint64 *weights = g_new0 (gint64, (gsize) self->payers->len + 1);
  KkrInt128 common = 1;
  gboolean good = TRUE;

  for (guint i = 0; i < self->payers->len && good; i++)
    {
      KkrOccupancyPayer *payer = get_payer (self, i);
      KkrUint128 gcd;

      if (!find_weight (self, payer))
        return NULL;
      gcd = kkr_uint128_gcd ((KkrUint128) common, (KkrUint128) payer->weight.den);
      good = !__builtin_mul_overflow (common, payer->weight.den / (KkrInt128) gcd, &common);
    }
  for (guint i = 0; i < self->payers->len && good; i++)
    {
      const KkrRational *weight = &get_payer (self, i)->weight;
      KkrInt128 whole;

      good = !__builtin_mul_overflow (weight->num, common / weight->den, &whole)
             && whole <= G_MAXINT64;
      weights[i] = good ? (gint64) whole : 0;
    }
  if (good)
    return g_steal_pointer (&weights);
  kkr_occupancy_plan_fault (self, "municipalities", KKR_CALC_ERROR_OVERFLOW,
                            _("the weights do not fit into 64 bits as whole numbers"));
  return NULL;
}

static void
split_vacancy (KkrOccupancyPlan *self)
{
  g_autofree gint64 *weights = scale_weights (self);
  g_autoptr (KkrApportionment) shares = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 *amounts;
  gboolean nothing = self->cost == 0;

  for (guint i = 0; i < self->payers->len && weights != NULL; i++)
    nothing = nothing && weights[i] == 0;
  if (weights == NULL || nothing)
    return;
  shares = kkr_apportion_full (
    self->cost, weights, self->payers->len,
    (KkrApportionMethod) kkr_calculator_get_enum (self->calculator, "method"),
    self->terms.rounding_unit,
    (KkrTieRule) kkr_calculator_get_enum (self->calculator, "tie-rule"), &error);
  if (shares == NULL)
    {
      kkr_occupancy_plan_fault (self, "key", (KkrCalcError) error->code, "%s", error->message);
      return;
    }
  self->has_ties = kkr_apportionment_has_ties (shares);
  self->gap = kkr_apportionment_get_gap (shares);
  amounts = kkr_apportionment_get_shares (shares, NULL);
  for (guint i = 0; i < self->payers->len; i++)
    get_payer (self, i)->vacancy_amount = amounts[i];
}

static void
round_amounts (KkrOccupancyPlan *self)
{
  for (guint i = 0; i < self->payers->len && self->fault == NULL; i++)
    {
      KkrOccupancyPayer *payer = get_payer (self, i);

      if (!kkr_rational_round (&payer->use, self->terms.rounding, self->terms.rounding_unit,
                               &payer->use_amount)
          || !kkr_rational_round (&payer->kept, self->terms.rounding, self->terms.rounding_unit,
                                  &payer->kept_amount)
          || __builtin_add_overflow (payer->vacancy_amount, payer->use_amount, &payer->total)
          || __builtin_add_overflow (payer->total, payer->kept_amount, &payer->total))
        overflow (self, payer);
    }
}

void
kkr_occupancy_plan_read_payers (KkrOccupancyPlan *self)
{
  const guint n_most = self->payer_names.texts->len + kkr_sheet_get_n_rows (self->municipalities);
  g_autofree gint32 *payer_of = NULL;

  self->has_bills = kkr_calculator_is_assigned (self->calculator, "municipalities")
                    || kkr_calculator_is_assigned (self->calculator, "key");
  if (!self->has_bills)
    return;
  if (!self->has_cost)
    kkr_occupancy_plan_fault (self, "tariff", KKR_CALC_ERROR_MISSING_INPUT,
                              _("missing: bills for vacant places and no tariff found, one with "
                                "the places or here expected"));
  if (kkr_calculator_get_enum (self->calculator, "key") == KKR_GUARANTEE_KEY_WEIGHTS
      && kkr_sheet_get_n_rows (self->municipalities) == 0)
    kkr_occupancy_plan_fault (self, "municipalities", KKR_CALC_ERROR_MISSING_INPUT,
                              _("missing: the key weights and no municipalities found, their "
                                "weights expected"));
  if (self->fault != NULL)
    return;
  payer_of = g_new (gint32, (gsize) n_most + 1);
  for (guint i = 0; i <= n_most; i++)
    payer_of[i] = -1;
  list_payers (self, payer_of);
  if (self->fault == NULL)
    sum_stays (self, payer_of);
  if (self->fault == NULL)
    sum_counts (self);
  if (self->fault == NULL)
    split_vacancy (self);
  round_amounts (self);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-offer-batch-private.h>

#include <string.h>

/* The long-term average over many packages: a few products and one division of whole numbers. */

/* Scenarios are computed in 64 bits where nothing comes near their end, else in 128. */
#define FITS ((KkrInt128) 1 << 61)

static gboolean
is_by_row (const KkrOfferGroup *self, KkrOfferRowInput input)
{
  return (self->by_row & (guint32) 1 << input) != 0;
}

/* What multiplies the row's own costs would have to be found again in each scenario. */
static gboolean
has_terms (const KkrOfferGroup *self)
{
  const guint32 varying = (((guint32) 1 << KKR_OFFER_ROW_COST_CHANGE) |
                           ((guint32) 1 << KKR_OFFER_ROW_OCCUPANCY));

  if (!kkr_tariff_model_is_standard (self->plan->model) || (self->by_row & ~varying) != 0)
    return FALSE;
  for (guint i = 0; i < self->plan->shares->len; i++)
    if (is_by_row (self, KKR_OFFER_ROW_OCCUPANCY) &&
        g_array_index (self->plan->shares, KkrOfferShare, i).key == KKR_PACKAGE_KEY_PLACE_DAYS)
      return FALSE;
  return TRUE;
}

static gboolean
multiply (gint64 *product, KkrInt128 factor)
{
  KkrInt128 result;

  if (__builtin_mul_overflow ((KkrInt128) *product, factor, &result) || result > FITS ||
      result < -FITS)
    return FALSE;
  *product = (gint64) result;
  return TRUE;
}

static gboolean
make_term (const KkrOfferGroup *self, const KkrOfferRow *row, KkrOfferTerms *terms)
{
  const gint64 *amounts = row->amounts;
  KkrInt128 running = (KkrInt128) amounts[KKR_TARIFF_DIRECT_COST] +
                      amounts[KKR_TARIFF_INDIRECT_COST] + amounts[KKR_TARIFF_SHARED_COST];
  KkrInt128 fixed = (KkrInt128) amounts[KKR_TARIFF_OVERHEAD] + amounts[KKR_TARIFF_DEPRECIATION] +
                    amounts[KKR_TARIFF_INTEREST] - amounts[KKR_TARIFF_CARRY_OVER];
  const KkrRational hundred = KKR_RATIONAL_INT (100), one = KKR_RATIONAL_INT (1);
  KkrRational overhead;

  *terms = (KkrOfferTerms) { .running = 1, .fixed = 1, .divisor = row->places };
  if (!kkr_rational_divide (&row->overhead_percent, &hundred, &overhead) ||
      !kkr_rational_add (&overhead, &one, &overhead) ||
      !multiply (&terms->running, running) || !multiply (&terms->running, overhead.num) ||
      !multiply (&terms->fixed, fixed) || !multiply (&terms->fixed, overhead.den) ||
      !multiply (&terms->divisor, overhead.den) || !multiply (&terms->divisor, self->plan->unit))
    return FALSE;
  /* A tariff of the year is over no days, one of the month over twelfths. */
  if ((self->plan->tariff_unit == KKR_TARIFF_UNIT_DAY && !multiply (&terms->divisor, row->days)) ||
      (self->plan->tariff_unit == KKR_TARIFF_UNIT_MONTH && !multiply (&terms->divisor, 12)))
    return FALSE;
  if (row->own & KKR_OFFER_OWN_OCCUPANCY || !is_by_row (self, KKR_OFFER_ROW_OCCUPANCY))
    {
      if (row->occupancy.num > FITS || row->occupancy.den > FITS)
        return FALSE;
      terms->num = (gint64) row->occupancy.num;
      terms->den = (gint64) row->occupancy.den;
    }
  return TRUE;
}

void
kkr_offer_group_make_terms (KkrOfferGroup *self)
{
  g_autofree KkrOfferTerms *terms = NULL;

  if (!has_terms (self))
    return;
  terms = g_new0 (KkrOfferTerms, (gsize) self->n_rows + 1);
  for (guint i = 0; i < self->n_rows; i++)
    {
      if (!make_term (self, kkr_offer_plan_get_row (self->plan, i), &terms[i]))
        return;
      self->max_running = MAX (self->max_running, terms[i].running);
      self->max_fixed = MAX (self->max_fixed, ABS (terms[i].fixed));
      self->max_divisor = MAX (self->max_divisor, terms[i].divisor);
      self->max_num = MAX (self->max_num, terms[i].num);
      self->max_den = MAX (self->max_den, terms[i].den);
    }
  self->terms = g_steal_pointer (&terms);
}

typedef struct {
  gint64 change_num, change_den;
  gint64 num, den; /* of the occupancy */
  gint64 unit;
  KkrRoundingMode mode;
} Scenario;

static gboolean
read_scenario (const KkrOfferGroup *self, const KkrBatchRows *rows, gsize i, Scenario *scenario)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100), one = KKR_RATIONAL_INT (1);
  KkrRational change = self->plan->cost_change, occupancy = KKR_RATIONAL_INT (1);

  if (rows->values[KKR_OFFER_ROW_COST_CHANGE] != NULL &&
      !kkr_rational_from_double (kkr_offer_row_number (rows, KKR_OFFER_ROW_COST_CHANGE, i),
                                 &change))
    return FALSE;
  if (rows->values[KKR_OFFER_ROW_OCCUPANCY] != NULL &&
      !kkr_rational_from_double (kkr_offer_row_number (rows, KKR_OFFER_ROW_OCCUPANCY, i),
                                 &occupancy))
    return FALSE;
  if (!kkr_rational_divide (&change, &hundred, &change) ||
      !kkr_rational_add (&change, &one, &change) || change.num > FITS || change.den > FITS ||
      occupancy.num > FITS || occupancy.den > FITS)
    return FALSE;
  *scenario = (Scenario) { .change_num = (gint64) change.num, .change_den = (gint64) change.den,
                           .num = (gint64) occupancy.num, .den = (gint64) occupancy.den,
                           .unit = self->plan->unit, .mode = self->plan->rounding };
  return TRUE;
}

/* What is left of a division by `den` rounds up: both are at least 0. */
#define ROUNDS_UP(mode, quotient, rest, den) \
  ((mode) == KKR_ROUNDING_MODE_HALF_AWAY ? (rest) >= (den) - (rest) \
   : (mode) == KKR_ROUNDING_MODE_HALF_EVEN \
     ? (rest) > (den) - (rest) || ((rest) == (den) - (rest) && ((quotient) & 1) != 0) \
   : (mode) == KKR_ROUNDING_MODE_CEILING || (mode) == KKR_ROUNDING_MODE_AWAY_FROM_ZERO \
     ? (rest) != 0 : FALSE)

static gboolean
compute_small (const KkrOfferGroup *self, const Scenario *scenario, gint64 *cells)
{
  gboolean ok = TRUE;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const KkrOfferTerms *terms = &self->terms[i];
      guint64 num = (guint64) (terms->num != 0 ? terms->num : scenario->num);
      guint64 den = (guint64) (terms->num != 0 ? terms->den : scenario->den);
      gint64 cost = terms->running * scenario->change_num + terms->fixed * scenario->change_den;
      guint64 dividend = (guint64) cost * 100 * den;
      guint64 divisor = (guint64) terms->divisor * (guint64) scenario->change_den * num;
      guint64 quotient = dividend / divisor, rest = dividend - quotient * divisor;

      ok &= cost >= 0;
      quotient += ROUNDS_UP (scenario->mode, quotient, rest, divisor);
      cells[i] = (gint64) (quotient * (guint64) scenario->unit);
    }
  return ok;
}

static gboolean
compute_large (const KkrOfferGroup *self, const Scenario *scenario, gint64 *cells)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      const KkrOfferTerms *terms = &self->terms[i];
      KkrInt128 num = terms->num != 0 ? terms->num : scenario->num;
      KkrInt128 den = terms->num != 0 ? terms->den : scenario->den;
      KkrInt128 one, other, divisor, quotient, rest;

      if (__builtin_mul_overflow ((KkrInt128) terms->running, scenario->change_num, &one) ||
          __builtin_mul_overflow ((KkrInt128) terms->fixed, scenario->change_den, &other) ||
          __builtin_add_overflow (one, other, &one) || one < 0 ||
          __builtin_mul_overflow (one, 100 * den, &one) ||
          __builtin_mul_overflow ((KkrInt128) terms->divisor, scenario->change_den, &divisor) ||
          __builtin_mul_overflow (divisor, num, &divisor))
        return FALSE;
      quotient = one / divisor;
      rest = one - quotient * divisor;
      quotient += ROUNDS_UP (scenario->mode, quotient, rest, divisor);
      if (__builtin_mul_overflow (quotient, (KkrInt128) scenario->unit, &quotient) ||
          quotient > G_MAXINT64)
        return FALSE;
      cells[i] = (gint64) quotient;
    }
  return TRUE;
}

/* Whether no product of any package comes near the end of 64 bits, nor a tariff when it is brought
 * back from units. */
static gboolean
is_small (const KkrOfferGroup *self, const Scenario *scenario)
{
  const KkrInt128 running = self->max_running, fixed = self->max_fixed;
  const KkrInt128 den = MAX (self->max_den, scenario->den);
  const KkrInt128 num = MAX (self->max_num, scenario->num);
  KkrInt128 cost = running * scenario->change_num + fixed * scenario->change_den;
  KkrInt128 divisor = (KkrInt128) self->max_divisor * scenario->change_den;

  return cost < FITS && cost * 100 < FITS && cost * 100 * den < FITS && divisor < FITS &&
         divisor * num < FITS && scenario->unit < FITS;
}

gboolean
kkr_offer_group_compute_terms (const KkrOfferGroup *self, const KkrBatchRows *rows,
                               gsize scenario, gint64 *cells)
{
  Scenario inputs;

  if (!read_scenario (self, rows, scenario, &inputs))
    return FALSE;
  return is_small (self, &inputs) ? compute_small (self, &inputs, cells)
                                  : compute_large (self, &inputs, cells);
}

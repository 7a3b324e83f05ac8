/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-shelter-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-fact-private.h>

static const KkrRational one = KKR_RATIONAL_INT (1);
static const KkrRational hundred = KKR_RATIONAL_INT (100);

/* What one of the last digit that is not 0 is worth: 10 million of 360 million. */
static gint64
find_precision (gint64 amount)
{
  gint64 precision = 1;

  while (amount != 0 && amount % 10 == 0)
    {
      amount /= 10;
      precision *= 10;
    }
  return precision;
}

/* The same of a percentage, but whole per cents are whole per cents. */
static void
find_percent_precision (const KkrRational *percent, KkrRational *precision)
{
  gint64 decimals = 1;

  while (decimals < 1000000 && (decimals * percent->num) % percent->den != 0)
    decimals *= 10;
  kkr_rational_init (precision, 1, decimals);
}

static KkrRational
without_sign (KkrRational value)
{
  if (value.num < 0)
    value.num = -value.num;
  return value;
}

static gboolean
spread (KkrRational value, const KkrRational *precision, KkrRational *low, KkrRational *high)
{
  const KkrRational two = KKR_RATIONAL_INT (2);
  KkrRational half;

  value = without_sign (value);
  return kkr_rational_divide (precision, &two, &half)
         && kkr_rational_subtract (&value, &half, low) && kkr_rational_add (&value, &half, high);
}

/* The base is the increase by its part of the base; what it has grown to, both together. */
static gboolean
find_levels (const KkrRational *increase, const KkrRational *percent, gboolean falls,
             KkrRational *base, KkrRational *level)
{
  gint64 shown;

  return kkr_rational_divide (increase, percent, base)
         && kkr_rational_multiply (base, &hundred, base)
         && (falls ? kkr_rational_subtract (base, increase, level)
                   : kkr_rational_add (base, increase, level))
         && kkr_rational_round (base, KKR_ROUNDING_MODE_HALF_AWAY, 1, &shown)
         && kkr_rational_round (level, KKR_ROUNDING_MODE_HALF_AWAY, 1, &shown);
}

/* 1 + per cent / 100 as a power, one or `n` of them. */
static gboolean
grow (const KkrRational *percent, gboolean falls, int n, KkrRational *factor)
{
  KkrRational part;

  if (!kkr_rational_divide (percent, &hundred, &part)
      || !(falls ? kkr_rational_subtract (&one, &part, &part)
                 : kkr_rational_add (&one, &part, &part)))
    return FALSE;
  *factor = part;
  for (int i = 1; i < n; i++)
    if (!kkr_rational_multiply (factor, &part, factor))
      return FALSE;
  return TRUE;
}

/* The largest multiple of 1/`steps` per cent whose growth over the years is not above `target`. */
static gboolean
find_yearly (const KkrRational *target, int n, gint64 steps, gint64 *found)
{
  gint64 low = -100 * steps, high = 1000000 * steps;

  while (high - low > 1)
    {
      const gint64 middle = low + (high - low) / 2;
      KkrRational percent, factor;

      if (!kkr_rational_init (&percent, middle, steps)
          || !grow (&percent, FALSE, n, &factor))
        {
          /* So high that it does not fit, or so fine. */
          if (middle <= 100 * steps)
            return FALSE;
          high = middle;
          continue;
        }
      if (kkr_rational_compare (&factor, target) <= 0)
        low = middle;
      else
        high = middle;
    }
  *found = low;
  return TRUE;
}

static gboolean
find_yearly_growth (KkrShelterGrowth *growth)
{
  const gboolean falls = growth->increase < 0;
  const int n = growth->to_year - growth->from_year;
  const KkrRational percent = without_sign (growth->percent);
  const KkrRational *least = falls ? &growth->percent_high : &growth->percent_low;
  const KkrRational *most = falls ? &growth->percent_low : &growth->percent_high;
  KkrRational target, factor, exact;
  gint64 steps = 1, found;

  for (int i = 0; i < growth->decimals; i++)
    steps *= 10;
  /* In the middle between two multiples, the half is decided too. */
  if (!grow (&percent, falls, 1, &target) || !find_yearly (&target, n, 2 * steps, &found)
      || !kkr_rational_init (&growth->yearly, found >= 0 ? (found + 1) / 2 : found / 2, steps)
      || !grow (least, falls, 1, &target) || !find_yearly (&target, n, steps, &found)
      || !kkr_rational_init (&growth->yearly_low, found, steps)
      || !grow (most, falls, 1, &target) || !find_yearly (&target, n, steps, &found)
      || !kkr_rational_init (&exact, found, steps) || !grow (&exact, FALSE, n, &factor))
    return FALSE;
  return kkr_rational_init (&growth->yearly_high,
                            found + (kkr_rational_compare (&factor, &target) < 0), steps);
}

static gboolean
compute_growth (KkrShelter *self, const char **fault, GError **error)
{
  KkrShelterGrowth *growth = &self->growth;
  const gboolean falls = growth->increase < 0;
  const KkrRational increase = KKR_RATIONAL_INT (growth->increase);
  const KkrRational increase_precision = KKR_RATIONAL_INT (growth->increase_precision);
  const KkrRational magnitude = without_sign (increase), percent = without_sign (growth->percent);

  if (!spread (increase, &increase_precision, &growth->increase_low, &growth->increase_high)
      || !spread (growth->percent, &growth->percent_precision, &growth->percent_low,
                  &growth->percent_high))
    return kkr_rational_overflow (error, _("the growth of expenditure"));
  if (growth->increase_low.num <= 0 || growth->percent_low.num <= 0
      || (falls && kkr_rational_compare (&growth->percent_high, &hundred) >= 0))
    {
      *fault = growth->increase_low.num <= 0 ? "increase-precision" : "growth-precision";
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("so coarse that the figure could be none at all: a finer precision expected"));
      return FALSE;
    }
  if (!find_levels (&magnitude, &percent, falls, &growth->base, &growth->level)
      || !find_levels (&growth->increase_low, &growth->percent_high, falls, &growth->base_low,
                       &growth->level_low)
      || !find_levels (&growth->increase_high, &growth->percent_low, falls, &growth->base_high,
                       &growth->level_high))
    {
      *fault = "increase";
      return kkr_rational_overflow (error, _("the growth of expenditure"));
    }
  if (find_yearly_growth (growth))
    return TRUE;
  *fault = "decimals";
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW,
               _("the yearly growth is not computed so finely: %d decimals over %d years found, "
                 "fewer decimals expected"), growth->decimals,
               growth->to_year - growth->from_year);
  return FALSE;
}

/* The register's figures are of its own years, and are told when nothing else is asked for. */
static gboolean
asks_register (KkrCalculator *calculator)
{
  static const char *const others[] = { "stays", "areas", "start-year", "last-year", "from-year",
                                        "to-year", "increase", "growth" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (kkr_calculator_is_assigned (calculator, others[i]))
      return FALSE;
  return TRUE;
}


static gboolean
read_figures (KkrShelter *self, GError **error)
{
  KkrShelterGrowth *growth = &self->growth;
  g_autoptr (KkrFact) increase = NULL, percent = NULL;
  g_autoptr (GError) local_error = NULL;

  growth->has = TRUE;
  if (asks_register (self->calculator))
    increase = kkr_shelter_look_up (self, "increase", "shelters/added-expenditure", &local_error);
  if (local_error == NULL && asks_register (self->calculator))
    percent = kkr_shelter_look_up (self, "growth", "shelters/expenditure-growth", &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  growth->increase = increase != NULL ? kkr_fact_get_amount (increase)
                                      : kkr_calculator_get_amount (self->calculator, "increase");
  if (percent != NULL)
    growth->percent = *kkr_fact_get_rational (percent);
  else if (!kkr_calculator_get_rational (self->calculator, "growth", &growth->percent, error))
    return FALSE;
  growth->has = (increase != NULL || kkr_calculator_is_assigned (self->calculator, "increase"))
                && (percent != NULL || kkr_calculator_is_assigned (self->calculator, "growth"));
  return TRUE;
}

static gboolean
read_precisions (KkrShelter *self, GError **error)
{
  KkrShelterGrowth *growth = &self->growth;

  growth->increase_precision = find_precision (growth->increase);
  if (kkr_calculator_is_assigned (self->calculator, "increase-precision"))
    growth->increase_precision = kkr_calculator_get_amount (self->calculator,
                                                            "increase-precision");
  find_percent_precision (&growth->percent, &growth->percent_precision);
  return !kkr_calculator_is_assigned (self->calculator, "growth-precision")
         || kkr_calculator_get_rational (self->calculator, "growth-precision",
                                         &growth->percent_precision, error);
}

gboolean
kkr_shelter_read_growth (KkrShelter *self, const char **fault, GError **error)
{
  KkrShelterGrowth *growth = &self->growth;

  growth->from_year = kkr_calculator_get_int (self->calculator, "from-year");
  growth->to_year = kkr_calculator_get_int (self->calculator, "to-year");
  growth->decimals = kkr_calculator_get_int (self->calculator, "decimals");
  if (!read_figures (self, error))
    return FALSE;
  if (growth->from_year >= growth->to_year || growth->decimals < 0 || growth->decimals > 6)
    growth->has = FALSE;
  if (!growth->has)
    return TRUE;
  if (growth->increase == 0 || growth->percent.num == 0
      || (growth->increase < 0) != (growth->percent.num < 0))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("no base of both: an increase and its per cent, neither of them 0 and both "
                     "of one sign, expected"));
      return FALSE;
    }
  return read_precisions (self, error) && compute_growth (self, fault, error);
}

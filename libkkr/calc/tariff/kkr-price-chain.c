/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

#include <glib/gi18n-lib.h>

static const KkrRational one = { 1, 1 };
static const KkrRational hundred = { 100, 1 };

void
kkr_price_chain_free (KkrPriceChain *self)
{
  g_free (self->rates);
  g_free (self->percents);
  g_free (self->index);
  g_free (self);
}

gboolean
kkr_price_chain_is_back (const KkrPriceChain *self)
{
  return self->to < self->from;
}

guint
kkr_price_chain_year_at (const KkrPriceChain *self, guint step)
{
  return kkr_price_chain_is_back (self) ? self->n_years - 1 - step : step;
}

static const KkrPriceWeight *
get_weight (const KkrPricePlan *plan, guint part)
{
  return &g_array_index (plan->weights, KkrPriceWeight, part);
}

/* 1 + percent / 100. */
static gboolean
get_growth (const KkrRational *percent, KkrRational *growth)
{
  return kkr_rational_divide (percent, &hundred, growth) &&
         kkr_rational_add (&one, growth, growth);
}

static gboolean
find_rates (KkrPricePlan *plan, KkrPriceChain *self, const char *known_on, GError **error)
{
  for (guint i = 0; i < self->n_years; i++)
    for (guint part = 0; part < self->n_parts; part++)
      {
        guint series = self->series == KKR_PRICE_COMPOSITE ? get_weight (plan, part)->series
                                                           : self->series;
        const KkrPriceRate *rate = kkr_price_book_find (plan->book, series,
                                                        self->first + 1 + (int) i, known_on, error);

        if (rate == NULL)
          return FALSE;
        self->rates[i * self->n_parts + part] = rate;
      }
  return TRUE;
}

/* The mean of the parts' numbers by their weights, which are per cent. */
static gboolean
weigh (const KkrPricePlan *plan, const KkrRational *numbers, guint n, KkrRational *mean)
{
  *mean = KKR_RATIONAL_ZERO;
  for (guint part = 0; part < n; part++)
    {
      KkrRational product;

      if (!kkr_rational_multiply (&get_weight (plan, part)->percent, &numbers[part], &product) ||
          !kkr_rational_add (mean, &product, mean))
        return FALSE;
    }
  return kkr_rational_divide (mean, &hundred, mean);
}

static gboolean
round_rate (const KkrPricePlan *plan, KkrRational *percent)
{
  KkrRational unit = one, count;

  if (plan->rate_decimals < 0)
    return TRUE;
  for (int i = 0; i < plan->rate_decimals; i++)
    unit.den *= 10;
  if (!kkr_rational_divide (percent, &unit, &count) ||
      !kkr_int128_divide_rounded (count.num, count.den, plan->mode, &count.num))
    return FALSE;
  count.den = 1;
  return kkr_rational_multiply (&count, &unit, percent);
}

/* Each year's rate of a single series, or the mean of the rates. */
static gboolean
put_rates_together (const KkrPricePlan *plan, KkrPriceChain *self)
{
  g_autofree KkrRational *numbers = g_new (KkrRational, self->n_parts);

  for (guint i = 0; i < self->n_years; i++)
    {
      for (guint part = 0; part < self->n_parts; part++)
        numbers[part] = self->rates[i * self->n_parts + part]->percent;
      if (self->series != KKR_PRICE_COMPOSITE)
        self->percents[i] = numbers[0];
      else if (!weigh (plan, numbers, self->n_parts, &self->percents[i]) ||
               !round_rate (plan, &self->percents[i]))
        return FALSE;
    }
  return TRUE;
}

/* The index of what follows from the rates of each year. */
static gboolean
find_index (const KkrPricePlan *plan, KkrPriceChain *self)
{
  self->index = g_new (KkrRational, self->n_years + 1);
  self->index[0] = one;
  for (guint i = 0; i < self->n_years; i++)
    {
      KkrRational growth;

      if (plan->additive
            ? !kkr_rational_divide (&self->percents[i], &hundred, &growth) ||
              !kkr_rational_add (&self->index[i], &growth, &self->index[i + 1])
            : !get_growth (&self->percents[i], &growth) ||
              !kkr_rational_multiply (&self->index[i], &growth, &self->index[i + 1]))
        return FALSE;
    }
  return TRUE;
}

/* Each part goes by its own series; the rate of a year is what they come to. */
static gboolean
find_index_of_parts (const KkrPricePlan *plan, KkrPriceChain *self)
{
  g_autofree KkrRational *parts = g_new (KkrRational, self->n_parts);

  self->index = g_new (KkrRational, self->n_years + 1);
  self->index[0] = one;
  for (guint part = 0; part < self->n_parts; part++)
    parts[part] = one;
  for (guint i = 0; i < self->n_years; i++)
    {
      KkrRational ratio;

      for (guint part = 0; part < self->n_parts; part++)
        {
          const KkrRational *percent = &self->rates[i * self->n_parts + part]->percent;
          KkrRational growth;

          if (plan->additive
                ? !kkr_rational_divide (percent, &hundred, &growth) ||
                  !kkr_rational_add (&parts[part], &growth, &parts[part])
                : !get_growth (percent, &growth) ||
                  !kkr_rational_multiply (&parts[part], &growth, &parts[part]))
            return FALSE;
        }
      if (!weigh (plan, parts, self->n_parts, &self->index[i + 1]) || self->index[i].num <= 0 ||
          !kkr_rational_divide (&self->index[i + 1], &self->index[i], &ratio) ||
          !kkr_rational_subtract (&ratio, &one, &ratio) ||
          !kkr_rational_multiply (&ratio, &hundred, &self->percents[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_of_parts (const KkrPricePlan *plan, const KkrPriceChain *self)
{
  return self->series == KKR_PRICE_COMPOSITE && plan->composite == KKR_COMPOSITE_RULE_PARTS;
}

/* Years of rates that are rounded one by one need no index, which might not fit. */
static gboolean
needs_index (const KkrPricePlan *plan)
{
  return !plan->yearly || plan->additive;
}

static gboolean
check_growth (const KkrPricePlan *plan, const KkrPriceChain *self, GError **error)
{
  for (guint i = 0; i < self->n_years; i++)
    {
      const KkrRational *growth = self->index != NULL ? &self->index[i + 1] : NULL;
      gboolean lost = growth != NULL ? growth->num <= 0
                                     : self->percents[i].num <= -100 * self->percents[i].den;

      if (!lost)
        continue;
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("the series \"%s\" leaves nothing in %d: a fall of 100 per cent or more "
                     "found, less expected"),
                   kkr_price_plan_series_name ((KkrPricePlan *) plan, self->series),
                   self->first + 1 + (int) i);
      return FALSE;
    }
  return TRUE;
}

static gboolean
overflow (const KkrPriceChain *self, GError **error)
{
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW,
               _("too many years of rates for one exact number: %d to %d found, fewer years or "
                 "index-rounding yearly expected"), self->from, self->to);
  return FALSE;
}

/* Years have four digits; a hash looks at the lower half. */
static gint64
get_key (guint series, int from, int to)
{
  return ((gint64) to << 48) | ((gint64) from << 32) | series;
}

KkrPriceChain *
kkr_price_plan_make_chain (KkrPricePlan *self, guint series, int from, int to,
                           const char *known_on, GError **error)
{
  g_autoptr (KkrPriceChain) chain = g_new0 (KkrPriceChain, 1);
  gboolean fits;

  chain->key = get_key (series, from, to);
  chain->series = series;
  chain->from = from;
  chain->to = to;
  chain->first = MIN (from, to);
  chain->n_years = (guint) (MAX (from, to) - chain->first);
  chain->n_parts = series == KKR_PRICE_COMPOSITE ? self->weights->len : 1;
  chain->rates = g_new0 (const KkrPriceRate *, MAX (chain->n_years * chain->n_parts, 1));
  chain->percents = g_new0 (KkrRational, MAX (chain->n_years, 1));
  if (!find_rates (self, chain, known_on, error))
    return NULL;
  if (is_of_parts (self, chain))
    fits = find_index_of_parts (self, chain);
  else
    fits = put_rates_together (self, chain) &&
           (!needs_index (self) || find_index (self, chain));
  if (!fits)
    {
      overflow (chain, error);
      return NULL;
    }
  return check_growth (self, chain, error) ? g_steal_pointer (&chain) : NULL;
}

KkrPriceChain *
kkr_price_plan_get_chain (KkrPricePlan *self, guint series, int from, int to, GError **error)
{
  const gint64 key = get_key (series, from, to);
  KkrPriceChain *chain = g_hash_table_lookup (self->by_key, &key);

  if (chain != NULL)
    return chain;
  chain = kkr_price_plan_make_chain (self, series, from, to, NULL, error);
  if (chain == NULL)
    return NULL;
  g_ptr_array_add (self->chains, chain);
  g_hash_table_insert (self->by_key, &chain->key, chain);
  return chain;
}

/* The amount at the next price level, before it is rounded. */
static gboolean
take_step (const KkrPricePlan *plan, const KkrPriceChain *self, guint step, gint64 before,
           const KkrRational *amount, KkrRational *next)
{
  guint year = kkr_price_chain_year_at (self, step);
  gboolean back = kkr_price_chain_is_back (self);
  KkrRational growth;

  if (self->index == NULL)
    return get_growth (&self->percents[year], &growth) &&
           (back ? kkr_rational_divide (amount, &growth, next)
                 : kkr_rational_multiply (amount, &growth, next));
  if (plan->additive && !back && !is_of_parts (plan, self))
    {
      const KkrRational start = KKR_RATIONAL_INT (before);

      return kkr_rational_divide (&self->percents[year], &hundred, &growth) &&
             kkr_rational_multiply (&start, &growth, &growth) &&
             kkr_rational_add (amount, &growth, next);
    }
  return kkr_rational_divide (&self->index[year + 1], &self->index[year], &growth) &&
         (back ? kkr_rational_divide (amount, &growth, next)
               : kkr_rational_multiply (amount, &growth, next));
}

static gboolean
convert_yearly (const KkrPricePlan *plan, const KkrPriceChain *self, gint64 before,
                KkrRational *levels, KkrRational *exact, gint64 *amount)
{
  KkrRational level = KKR_RATIONAL_INT (before);

  for (guint step = 0; step < self->n_years; step++)
    {
      if (!take_step (plan, self, step, before, &level, exact) ||
          !kkr_rational_round (exact, plan->mode, plan->unit, amount))
        return FALSE;
      level = KKR_RATIONAL_INT (*amount);
      if (levels != NULL)
        levels[step] = level;
    }
  return TRUE;
}

static gboolean
convert_once (const KkrPricePlan *plan, const KkrPriceChain *self, gint64 before,
              KkrRational *levels, KkrRational *exact, gint64 *amount)
{
  const KkrRational start = KKR_RATIONAL_INT (before);
  gboolean back = kkr_price_chain_is_back (self);
  const KkrRational *last = &self->index[self->n_years];
  KkrRational base = start;

  if (back && !kkr_rational_divide (&start, last, &base))
    return FALSE;
  for (guint step = 0; step < self->n_years && levels != NULL; step++)
    if (!kkr_rational_multiply (&base, &self->index[back ? self->n_years - 1 - step : step + 1],
                                &levels[step]))
      return FALSE;
  if (back)
    *exact = base;
  else if (!kkr_rational_multiply (&start, last, exact))
    return FALSE;
  return kkr_rational_round (exact, plan->mode, plan->unit, amount);
}

gboolean
kkr_price_plan_convert (const KkrPricePlan *self, const KkrPriceChain *chain, gint64 before,
                        KkrRational *levels, KkrRational *exact, gint64 *amount)
{
  if (chain->n_years == 0)
    {
      *exact = KKR_RATIONAL_INT (before);
      return kkr_rational_round (exact, self->mode, self->unit, amount);
    }
  return self->yearly ? convert_yearly (self, chain, before, levels, exact, amount)
                      : convert_once (self, chain, before, levels, exact, amount);
}

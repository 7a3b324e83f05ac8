/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

#include <libkkr/base/kkr-format-private.h>

static gboolean
is_composite (const KkrPriceChain *chain)
{
  return chain->series == KKR_PRICE_COMPOSITE;
}

static gboolean
is_of_parts (const KkrPricePlan *plan, const KkrPriceChain *chain)
{
  return is_composite (chain) && plan->composite == KKR_COMPOSITE_RULE_PARTS;
}

void
kkr_price_plan_derive_known (KkrPricePlan *self, KkrDerivationBuilder *builder,
                             const KkrPriceRate *rate, const char *id)
{
  const char *series = kkr_price_plan_series_name (self, rate->series);
  g_autofree char *exact = kkr_rational_to_string (&rate->percent);
  g_autofree char *place_da = NULL, *place_en = NULL, *danish = NULL, *english = NULL;

  if (rate->fact == NULL)
    {
      place_da = kkr_sheet_place_in (self->book->sheet, rate->row, KKR_PRICE_RATE_PERCENT, "da");
      place_en = kkr_sheet_place_in (self->book->sheet, rate->row, KKR_PRICE_RATE_PERCENT, "en");
    }
  danish = g_strdup_printf ("Sats for %d, %s", rate->year, place_da != NULL ? place_da : series);
  english = g_strdup_printf ("Rate of %d, %s", rate->year, place_en != NULL ? place_en : series);
  kkr_derivation_builder_add_value (builder, id, danish, english, exact, KKR_UNIT_PERCENT);
  if (rate->fact != NULL && kkr_fact_get_source (rate->fact) != NULL)
    kkr_derivation_builder_set_source (builder, kkr_fact_get_source (rate->fact),
                                       kkr_fact_get_section (rate->fact));
}

static void
add_weights (KkrPricePlan *self, KkrDerivationBuilder *builder, const char *prefix)
{
  for (guint part = 0; part < self->weights->len; part++)
    {
      const KkrPriceWeight *weight = &g_array_index (self->weights, KkrPriceWeight, part);
      const char *series = kkr_price_plan_series_name (self, weight->series);
      g_autofree char *id = g_strdup_printf ("%sweight_%u", prefix, part + 1);
      g_autofree char *exact = kkr_rational_to_string (&weight->percent);
      g_autofree char *danish = g_strdup_printf ("Vægt, %s", series);
      g_autofree char *english = g_strdup_printf ("Weight, %s", series);

      kkr_derivation_builder_add_value (builder, id, danish, english, exact, KKR_UNIT_PERCENT);
    }
}

/* "(weight_1 * NAME_1 + weight_2 * NAME_2) / 100". */
static char *
weigh (const KkrPricePlan *self, const char *prefix, const char *name, int year)
{
  g_autoptr (GString) sum = g_string_new ("(");

  for (guint part = 0; part < self->weights->len; part++)
    g_string_append_printf (sum, "%s%sweight_%u * %s%s_%d_%u", part > 0 ? " + " : "", prefix,
                            part + 1, prefix, name, year, part + 1);
  g_string_append (sum, ") / 100");
  return g_string_free (g_steal_pointer (&sum), FALSE);
}

/* The rates of a year, and what they come to. */
static void
add_rates (KkrPricePlan *self, KkrDerivationBuilder *builder, const KkrPriceChain *chain,
           guint i, const char *prefix)
{
  int year = chain->first + 1 + (int) i;
  g_autofree char *id = g_strdup_printf ("%srate_%d", prefix, year);
  g_autofree char *mean = NULL, *danish = NULL, *english = NULL;
  g_autofree char *unit = self->rate_decimals < 0 ? NULL : g_strdup_printf (
    "%s%.*s1", self->rate_decimals > 0 ? "0." : "", MAX (self->rate_decimals - 1, 0), "00000000");

  if (!is_composite (chain))
    {
      kkr_price_plan_derive_known (self, builder, chain->rates[i], id);
      return;
    }
  for (guint part = 0; part < chain->n_parts; part++)
    {
      g_autofree char *name = g_strdup_printf ("%s_%u", id, part + 1);

      kkr_price_plan_derive_known (self, builder, chain->rates[i * chain->n_parts + part], name);
    }
  if (is_of_parts (self, chain))
    return;
  mean = weigh (self, prefix, "rate", year);
  danish = g_strdup_printf ("Sammensat sats for %d", year);
  english = g_strdup_printf ("Composite rate of %d", year);
  if (unit == NULL)
    kkr_derivation_builder_add_formula (builder, id, danish, english, mean, KKR_UNIT_PERCENT);
  else
    kkr_derivation_builder_add_rounding (builder, id, danish, english, mean, KKR_UNIT_PERCENT,
                                         self->mode, unit);
}

/* The index of a year from that of the year before, of the amount or of one of its parts. */
static void
add_index (const KkrPricePlan *self, KkrDerivationBuilder *builder, const KkrPriceChain *chain,
           guint i, const char *prefix, const char *name, const char *tail)
{
  int year = chain->first + 1 + (int) i;
  g_autofree char *id = g_strdup_printf ("%s%s_%d%s", prefix, name, year, tail);
  g_autofree char *before = i == 0 ? g_strdup ("1")
                                   : g_strdup_printf ("%s%s_%d%s", prefix, name, year - 1, tail);
  g_autofree char *expression = g_strdup_printf (
    self->additive ? "%s + %srate_%d%s / 100" : "%s * (1 + %srate_%d%s / 100)", before, prefix,
    year, tail);
  g_autofree char *danish = g_strdup_printf ("Indeks for %d (%d = 1)%s", year, chain->first,
                                             *prefix ? ", som kendt" : "");
  g_autofree char *english = g_strdup_printf ("Index of %d (%d = 1)%s", year, chain->first,
                                              *prefix ? ", as known" : "");

  kkr_derivation_builder_add_formula (builder, id, danish, english, expression, KKR_UNIT_NONE);
}

static void
add_index_of_parts (const KkrPricePlan *self, KkrDerivationBuilder *builder,
                    const KkrPriceChain *chain, guint i, const char *prefix)
{
  int year = chain->first + 1 + (int) i;
  g_autofree char *id = g_strdup_printf ("%sindex_%d", prefix, year);
  g_autofree char *mean = weigh (self, prefix, "part", year);
  g_autofree char *danish = g_strdup_printf ("Sammensat indeks for %d (%d = 1)", year,
                                             chain->first);
  g_autofree char *english = g_strdup_printf ("Composite index of %d (%d = 1)", year,
                                              chain->first);

  for (guint part = 0; part < chain->n_parts; part++)
    {
      g_autofree char *tail = g_strdup_printf ("_%u", part + 1);

      add_index (self, builder, chain, i, prefix, "part", tail);
    }
  kkr_derivation_builder_add_formula (builder, id, danish, english, mean, KKR_UNIT_NONE);
}

static void
derive_years (KkrPricePlan *self, KkrDerivationBuilder *builder, const KkrPriceChain *chain,
              guint n_years, const char *prefix)
{
  if (is_composite (chain) && chain->n_years > 0)
    add_weights (self, builder, prefix);
  for (guint i = 0; i < n_years; i++)
    {
      add_rates (self, builder, chain, i, prefix);
      if (is_of_parts (self, chain))
        add_index_of_parts (self, builder, chain, i, prefix);
      else if (chain->index != NULL)
        add_index (self, builder, chain, i, prefix, "index", "");
    }
}

void
kkr_price_plan_derive_index (KkrPricePlan *self, KkrDerivationBuilder *builder,
                             const KkrPriceChain *chain, const char *prefix)
{
  derive_years (self, builder, chain, chain->n_years, prefix);
}

void
kkr_price_plan_derive_factor (KkrPricePlan *self, KkrDerivationBuilder *builder,
                              const KkrPriceChain *chain)
{
  g_autofree char *expression = NULL;

  if (chain->n_years == 0)
    {
      kkr_derivation_builder_add_value (builder, "factor", "Samme prisniveau", "The same level",
                                        "1", KKR_UNIT_NONE);
      return;
    }
  expression = g_strdup_printf ("%sindex_%d", kkr_price_chain_is_back (chain) ? "1 / " : "",
                                chain->first + (int) chain->n_years);
  kkr_derivation_builder_add_formula (builder, "factor", "Faktor", "Factor", expression,
                                      KKR_UNIT_NONE);
}

void
kkr_price_plan_derive_rate (KkrPricePlan *self, KkrDerivationBuilder *builder,
                            const KkrPriceChain *chain, guint i)
{
  int year = chain->first + 1 + (int) i;
  g_autofree char *before = i == 0 ? g_strdup ("1") : g_strdup_printf ("index_%d", year - 1);
  g_autofree char *expression = NULL;

  if (!is_of_parts (self, chain))
    {
      if (is_composite (chain))
        add_weights (self, builder, "");
      add_rates (self, builder, chain, i, "");
      return;
    }
  derive_years (self, builder, chain, i + 1, "");
  expression = g_strdup_printf ("100 * (index_%d / %s - 1)", year, before);
  kkr_derivation_builder_add_formula (builder, "rate", "Sammensat sats", "Composite rate",
                                      expression, KKR_UNIT_PERCENT);
}

/* "index_2023", or 1 for the first price level. */
static char *
name_index (const KkrPriceChain *chain, int level, const char *prefix)
{
  return level == chain->first ? g_strdup ("1") : g_strdup_printf ("%sindex_%d", prefix, level);
}

char *
kkr_price_plan_step_expression (const KkrPricePlan *self, const KkrPriceChain *chain, guint step,
                                const char *prefix)
{
  gboolean back = kkr_price_chain_is_back (chain);
  int year = chain->first + 1 + (int) kkr_price_chain_year_at (chain, step);
  int level = back ? year - 1 : year;
  g_autofree char *to = name_index (chain, level, prefix);
  g_autofree char *from = name_index (chain, self->yearly ? (back ? year : year - 1) : chain->from,
                                      prefix);
  g_autofree char *amount = step == 0 || !self->yearly
                            ? g_strdup ("before")
                            : g_strdup_printf ("%samount_%d", prefix, back ? year : year - 1);

  if (chain->index == NULL)
    return g_strdup_printf ("%s %c (1 + %srate_%d / 100)", amount, back ? '/' : '*', prefix, year);
  if (self->yearly && self->additive && !back && !is_of_parts (self, chain))
    return g_strdup_printf ("%s + before * %srate_%d / 100", amount, prefix, year);
  if (g_str_equal (from, "1"))
    return g_strdup_printf ("%s * %s", amount, to);
  if (g_str_equal (to, "1"))
    return g_strdup_printf ("%s / %s", amount, from);
  return g_strdup_printf ("%s * %s / %s", amount, to, from);
}

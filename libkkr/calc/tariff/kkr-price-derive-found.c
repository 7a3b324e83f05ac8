/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

#include <string.h>

static void
add_exact (KkrDerivationBuilder *builder, const char *id, const char *danish, const char *english,
           const KkrRational *value, KkrUnit unit)
{
  g_autofree char *exact = kkr_rational_to_string (value);

  kkr_derivation_builder_add_value (builder, id, danish, english, exact, unit);
}

static void
add_end (KkrDerivationBuilder *builder, const char *id, const char *name, const char *text,
         const KkrRational *value, gboolean high)
{
  g_autofree char *danish = NULL, *english = NULL;

  if (text == NULL)
    {
      danish = g_strdup_printf ("Beløb, %s", name);
      english = g_strdup_printf ("Amount, %s", name);
    }
  else
    {
      danish = g_strdup_printf ("%s tal bag %s, %s", high ? "Største" : "Mindste", text, name);
      english = g_strdup_printf ("%s number behind %s, %s", high ? "Greatest" : "Least", text,
                                 name);
    }
  add_exact (builder, id, danish, english, value, KKR_UNIT_NONE);
}

/* The least or the greatest growth between two printed levels. */
static void
add_growth (KkrDerivationBuilder *builder, const KkrPriceLevel *level, gboolean upper)
{
  const char *id = upper ? "upper" : "lower";
  g_autofree char *from = g_strdup_printf ("from_%s", upper ? "low" : "high");
  g_autofree char *to = g_strdup_printf ("to_%s", upper ? "high" : "low");
  g_autofree char *expression = g_strdup_printf ("100 * (%s / %s - 1)", to, from);

  add_end (builder, from, level->name, level->from_text,
           upper ? &level->from.lower : &level->from.upper, !upper);
  add_end (builder, to, level->name, level->to_text, upper ? &level->to.upper : &level->to.lower,
           upper);
  kkr_derivation_builder_add_formula (builder, id, upper ? "Højeste vækst" : "Mindste vækst",
                                      upper ? "Greatest growth" : "Least growth", expression,
                                      KKR_UNIT_PERCENT);
}

static gboolean
derive_found (const KkrPricePlan *self, KkrDerivationBuilder *builder, const char *column)
{
  const KkrPriceLevel *lower = &g_array_index (self->levels, KkrPriceLevel, self->lower_level);
  const KkrPriceLevel *upper = &g_array_index (self->levels, KkrPriceLevel, self->upper_level);
  KkrRational simplest, unit;
  KkrRoundingMode mode;
  g_autofree char *unit_text = NULL;

  if (!g_str_equal (column, "upper"))
    add_growth (builder, lower, FALSE);
  if (!g_str_equal (column, "lower"))
    add_growth (builder, upper, TRUE);
  if (!g_str_equal (column, "simplest"))
    return TRUE;
  if (!kkr_price_plan_find_simplest (self, &simplest, &unit, &mode))
    return FALSE;
  unit_text = kkr_rational_to_string (&unit);
  kkr_derivation_builder_add_rounding (builder, "simplest",
                                       "Midten, afrundet til de færreste mulige decimaler",
                                       "The middle, rounded to the fewest decimals possible",
                                       "(lower + upper) / 2", KKR_UNIT_PERCENT,
                                       mode, unit_text);
  return TRUE;
}

static gboolean
derive_fit (KkrPricePlan *self, KkrDerivationBuilder *builder, guint row, GError **error)
{
  g_autoptr (GArray) fits = kkr_price_plan_find_fits (self, error);
  const KkrPriceChain *chain;
  g_autofree char *expression = NULL;

  if (fits == NULL || row >= fits->len)
    return FALSE;
  chain = g_array_index (fits, KkrPriceFit, row).chain;
  if (chain->n_years == 0)
    {
      kkr_derivation_builder_add_value (builder, "growth", "Samme prisniveau", "The same level",
                                        "0", KKR_UNIT_PERCENT);
      return TRUE;
    }
  kkr_price_plan_derive_index (self, builder, chain, "");
  expression = g_strdup_printf ("100 * (%sindex_%d - 1)",
                                kkr_price_chain_is_back (chain) ? "1 / " : "",
                                chain->first + (int) chain->n_years);
  kkr_derivation_builder_add_formula (builder, "growth", "Vækst", "Growth", expression,
                                      KKR_UNIT_PERCENT);
  return TRUE;
}

/* The rate of a part as printed, or the end of it that the bound needs. */
static void
add_part_rate (KkrDerivationBuilder *builder, const KkrPricePart *part, guint i, int bounds)
{
  gboolean high = (bounds > 0) == part->is_total;
  const KkrRational *percent = bounds == 0 ? &part->percent
                               : high      ? &part->span.upper
                                           : &part->span.lower;
  g_autofree char *id = g_strdup_printf ("rate_%u", i + 1);
  g_autofree char *danish = NULL, *english = NULL;

  if (bounds == 0)
    {
      danish = g_strdup_printf ("Sats, %s", part->name);
      english = g_strdup_printf ("Rate, %s", part->name);
    }
  else
    {
      danish = g_strdup_printf ("%s sats bag %s, %s", high ? "Største" : "Mindste",
                                part->rate_text, part->name);
      english = g_strdup_printf ("%s rate behind %s, %s", high ? "Greatest" : "Least",
                                 part->rate_text, part->name);
    }
  add_exact (builder, id, danish, english, percent, KKR_UNIT_PERCENT);
}

static void
add_parts (const KkrPricePlan *self, KkrDerivationBuilder *builder, gboolean rates, int bounds)
{
  g_autoptr (GString) after = g_string_new (NULL), before = g_string_new (NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const KkrPricePart *part = &g_array_index (self->parts, KkrPricePart, i);
      const char *sign = !part->is_total ? " - " : after->len > 0 ? " + " : "";
      g_autofree char *id = g_strdup_printf ("amount_%u", i + 1);
      g_autofree char *danish = g_strdup_printf ("Beløb, %s", part->name);
      g_autofree char *english = g_strdup_printf ("Amount, %s", part->name);

      if (part->rate_text == NULL)
        continue;
      add_exact (builder, id, danish, english, &part->amount, KKR_UNIT_NONE);
      if (rates)
        add_part_rate (builder, part, i, bounds);
      g_string_append_printf (after, "%s%s", sign, id);
      g_string_append_printf (before, "%s%s / (1 + rate_%u / 100)", sign, id, i + 1);
    }
  kkr_derivation_builder_add_formula (builder, "rest", "Resten", "The rest", after->str,
                                      KKR_UNIT_NONE);
  if (!rates)
    return;
  kkr_derivation_builder_add_formula (builder, "rest_before", "Resten før regulering",
                                      "The rest before", before->str, KKR_UNIT_NONE);
  kkr_derivation_builder_add_formula (builder, "rate", "Satsen for resten", "The rate of the rest",
                                      "100 * (rest / rest_before - 1)", KKR_UNIT_PERCENT);
}

gboolean
kkr_price_plan_derive_found (KkrPricePlan *self, KkrDerivationBuilder *builder, const char *column,
                             guint row, GError **error)
{
  const char *bare = strchr (column, '.') + 1;

  if (g_str_has_prefix (column, "levels."))
    {
      add_growth (builder, &g_array_index (self->levels, KkrPriceLevel, row),
                  g_str_equal (bare, "upper"));
      return TRUE;
    }
  if (g_str_has_prefix (column, "possible-rate."))
    return derive_found (self, builder, bare);
  if (g_str_has_prefix (column, "series-fit."))
    return derive_fit (self, builder, row, error);
  if (!g_str_has_prefix (column, "rest."))
    return FALSE;
  add_parts (self, builder, !g_str_equal (bare, "amount"),
             g_str_equal (bare, "lower") ? -1 : g_str_equal (bare, "upper") ? 1 : 0);
  return TRUE;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-rule-search-private.h>

#include <string.h>

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/table/kkr-table.h>

typedef struct {
  const KkrRuleSearch *search;
  KkrDerivationBuilder *builder;
  char *unit;
} Steps;

static void
add_exact (Steps *self, const char *id, const char *danish, const char *english,
           const KkrRational *value)
{
  g_autofree char *exact = kkr_rational_to_string (value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, exact, KKR_UNIT_NONE);
}

static char **
dup_exacts (const KkrRational *values, guint n)
{
  char **texts = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = kkr_rational_to_string (&values[i]);
  return texts;
}

static void
add_sum (Steps *self, const char *id, const char *danish, const char *english,
         const KkrRational *values, guint n)
{
  g_auto (GStrv) exacts = dup_exacts (values, n);
  g_autofree const char **keys = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    keys[i] = self->search->keys[i];
  kkr_derivation_builder_add_sum (self->builder, id, danish, english, keys,
                                  (const char *const *) exacts, KKR_UNIT_NONE);
}

static void
add_rounding (Steps *self, const char *id, const char *danish, const char *english,
              const char *expression, KkrRoundingMode mode, const char *unit)
{
  kkr_derivation_builder_add_rounding (self->builder, id, danish, english, expression,
                                       KKR_UNIT_NONE, mode, unit);
}

static void
add_row (Steps *self, guint row)
{
  add_exact (self, "weight", "Rækkens vægt", "Weight of the row", &self->search->weights[row]);
}

static void
add_inputs (Steps *self, guint row)
{
  add_exact (self, "total", "Total", "Total", &self->search->total);
  add_row (self, row);
  add_sum (self, "weights", "Vægtene tilsammen", "All weights", self->search->weights,
           self->search->n);
}

/* "1/100" for two decimals. */
static char *
decimal_unit (int decimals)
{
  GString *unit = g_string_new (decimals > 0 ? "1/1" : "1");

  for (int i = 0; i < decimals; i++)
    g_string_append_c (unit, '0');
  return g_string_free (unit, FALSE);
}

static void
derive_rounded (Steps *self, const KkrRule *rule, guint row)
{
  g_autofree char *decimals = decimal_unit (rule->kind == KKR_RULE_SHARE ||
                                            rule->kind == KKR_RULE_RATE ? rule->parameter : 0);
  const char *expression = "total * weight / weights";
  KkrRoundingMode mode = KKR_ROUNDING_MODE_HALF_AWAY;

  if (rule->kind == KKR_RULE_BASE)
    {
      add_exact (self, "base", "Et muligt grundtal", "A possible base", &rule->base);
      add_row (self, row);
      expression = "base * weight";
    }
  else
    add_inputs (self, row);
  if (rule->kind == KKR_RULE_SHARE)
    {
      add_rounding (self, "share", "Andel i pct.", "Share in per cent", "100 * weight / weights",
                    mode, decimals);
      expression = "total * share / 100";
    }
  else if (rule->kind == KKR_RULE_RATE)
    {
      add_rounding (self, "rate", "Sats", "Rate", "total / weights", mode, decimals);
      expression = "rate * weight";
    }
  if (rule->kind == KKR_RULE_EACH || rule->kind == KKR_RULE_BASE)
    mode = (KkrRoundingMode) rule->parameter;
  add_rounding (self, "value", "Værdi", "Value", expression, mode, self->unit);
}

static void
derive_method (Steps *self, const KkrRule *rule, guint row)
{
  const KkrRuleSearch *search = self->search;
  g_auto (GStrv) weights = dup_exacts (search->weights, search->n);
  g_autofree char *share = kkr_rational_to_string (&rule->values[row]);

  add_exact (self, "total", "Total", "Total", &search->total);
  kkr_derivation_builder_add_apportionment (self->builder, "value", "Værdi", "Value", "total",
                                            (const char *const *) search->keys,
                                            (const char *const *) weights,
                                            (KkrApportionMethod) rule->parameter,
                                            KKR_TIE_RULE_FIRST, self->unit, row, share);
}

/* All but the last row are rounded; it takes what is left of the total. */
static void
derive_last (Steps *self, const KkrRule *rule, guint row)
{
  const KkrRuleSearch *search = self->search;

  if (row + 1 < search->n)
    {
      derive_rounded (self, rule, row);
      return;
    }
  add_exact (self, "total", "Total", "Total", &search->total);
  if (search->n > 1)
    add_sum (self, "others", "De øvrige rækker, afrundet", "The other rows, rounded",
             rule->values, search->n - 1);
  kkr_derivation_builder_add_formula (self->builder, "value", "Værdi", "Value",
                                      search->n > 1 ? "total - others" : "total", KKR_UNIT_NONE);
}

static void
derive_value (Steps *self, const KkrRule *rule, guint row)
{
  if (rule->kind == KKR_RULE_METHOD)
    derive_method (self, rule, row);
  else if (rule->kind == KKR_RULE_LAST)
    derive_last (self, rule, row);
  else
    derive_rounded (self, rule, row);
}

static void
derive_difference (Steps *self, const KkrRule *rule, guint row)
{
  derive_value (self, rule, row);
  add_exact (self, "printed", "Trykt", "Printed", &self->search->printed[row]);
  kkr_derivation_builder_add_formula (self->builder, "difference", "Afvigelse fra det trykte",
                                      "Difference from the print", "value - printed",
                                      KKR_UNIT_NONE);
}

/* One for each row that differs. */
static void
derive_count (Steps *self, const KkrRule *rule)
{
  g_autofree KkrRational *ones = g_new (KkrRational, self->search->n);

  for (guint i = 0; i < self->search->n; i++)
    ones[i] = KKR_RATIONAL_INT (kkr_rational_compare (&rule->values[i],
                                                      &self->search->printed[i]) != 0);
  add_sum (self, "differ", "Rækker, der afviger (1) fra det trykte",
           "Rows that differ (1) from the print", ones, self->search->n);
}

static KkrRational
half_or_unit (const Steps *self, KkrRoundingMode mode)
{
  KkrRational part = self->search->unit;

  if (mode == KKR_ROUNDING_MODE_HALF_AWAY || mode == KKR_ROUNDING_MODE_HALF_EVEN)
    kkr_rational_divide (&part, &KKR_RATIONAL_INT (2), &part);
  return part;
}

/* The row whose bound is the narrowest, and by how much its number was moved by rounding at most:
 * found by trying, for the ways of rounding differ in it. */
static void
derive_bound (Steps *self, const KkrRuleBase *base, gboolean upper)
{
  guint row = upper ? base->upper_row : base->lower_row;
  const KkrRational *end = upper ? &base->interval.upper : &base->interval.lower;
  KkrRational part = half_or_unit (self, base->mode), product;
  const char *sign = "+ 0 *";

  if (kkr_rational_multiply (end, &self->search->weights[row], &product))
    {
      int order = kkr_rational_compare (&product, &self->search->printed[row]);

      sign = order > 0 ? "+" : order < 0 ? "-" : sign;
    }
  {
    g_autofree char *expression = g_strdup_printf ("(printed %s moved) / weight", sign);

    add_exact (self, "printed", "Trykt", "Printed", &self->search->printed[row]);
    add_exact (self, "moved", "Det, som afrundingen højst kan have flyttet",
               "What the rounding can have moved at most", &part);
    add_row (self, row);
    kkr_derivation_builder_add_formula (self->builder, upper ? "upper" : "lower",
                                        upper ? "Grundtal, højst" : "Grundtal, mindst",
                                        upper ? "Base, at most" : "Base, at least", expression,
                                        KKR_UNIT_NONE);
  }
}

static gboolean
derive_row (Steps *self, const char *bare, guint row)
{
  if (g_str_equal (bare, "weight"))
    add_row (self, row);
  else if (g_str_equal (bare, "printed"))
    add_exact (self, "printed", "Trykt", "Printed", &self->search->printed[row]);
  else if (g_str_equal (bare, "exact"))
    {
      add_inputs (self, row);
      kkr_derivation_builder_add_formula (self->builder, "exact", "Uafrundet", "Unrounded",
                                          "total * weight / weights", KKR_UNIT_NONE);
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
derive_column (Steps *self, const char *table, const char *bare, guint row)
{
  const KkrRuleSearch *search = self->search;

  if (g_str_equal (table, "rows"))
    return derive_row (self, bare, row);
  if (g_str_equal (table, "rules") && g_str_equal (bare, "differ"))
    derive_count (self, search->rules->pdata[row]);
  else if (g_str_equal (table, "rules") && g_str_equal (bare, "sum"))
    add_sum (self, "sum", "Sum", "Sum", ((KkrRule *) search->rules->pdata[row])->values, search->n);
  else if (g_str_equal (table, "values") && g_str_equal (bare, "value"))
    derive_value (self, search->rules->pdata[row / search->n], row % search->n);
  else if (g_str_equal (table, "values") && g_str_equal (bare, "difference"))
    derive_difference (self, search->rules->pdata[row / search->n], row % search->n);
  else if (g_str_equal (table, "base") && (g_str_equal (bare, "lower") ||
                                           g_str_equal (bare, "upper")))
    derive_bound (self, &g_array_index (search->bases, KkrRuleBase, row),
                  g_str_equal (bare, "upper"));
  else
    return FALSE;
  return TRUE;
}

static char *
dup_key (const KkrRuleSearch *self, const char *table, guint row)
{
  if (g_str_equal (table, "rows"))
    return g_strdup (self->keys[row]);
  if (g_str_equal (table, "base"))
    return g_strdup (kkr_rounding_mode_to_string (g_array_index (self->bases, KkrRuleBase,
                                                                 row).mode));
  if (g_str_equal (table, "values"))
    return g_strconcat (((KkrRule *) self->rules->pdata[row / self->n])->danish, ", ",
                        self->keys[row % self->n], NULL);
  return g_strdup (((KkrRule *) self->rules->pdata[row])->danish);
}

KkrDerivation *
kkr_rule_search_derive (const KkrRuleSearch *self, KkrResult *result, const char *column,
                        guint row, GError **error)
{
  const char *dot = strrchr (column, '.');
  const char *bare = dot != NULL ? dot + 1 : column;
  g_autofree char *name = dot != NULL ? g_strndup (column, (gsize) (dot - column))
                                      : g_strdup ("rules");
  g_autofree char *key = dup_key (self, name, row);
  g_autofree char *unit = kkr_rational_to_string (&self->unit);
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new (column, key);
  KkrColumn *cells = kkr_table_get_column (kkr_result_get_table_named (result, name), bare);
  Steps steps = { self, builder, unit };

  kkr_derivation_builder_set_title (builder, kkr_column_get_title (cells),
                                    kkr_column_get_title_in (cells, "en"));
  return derive_column (&steps, name, bare, row) ? kkr_derivation_builder_end (builder, error)
                                                 : NULL;
}

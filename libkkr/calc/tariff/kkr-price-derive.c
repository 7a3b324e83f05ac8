/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

#include <string.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-result-private.h>

typedef struct {
  KkrPricePlan *plan;
  KkrDerivationBuilder *builder;
} Steps;

static char *
ore_text (gint64 amount)
{
  return g_strdup_printf ("%lld", (long long) amount);
}

static char *
unit_text (const Steps *self)
{
  return g_strdup_printf ("%lld", (long long) self->plan->unit);
}

/* The money, with the row it was read from where there is one. */
static void
add_before (const Steps *self, const KkrPriceItem *item)
{
  g_autofree char *place_da = NULL, *place_en = NULL, *danish = NULL, *english = NULL;

  if (item->row != G_MAXUINT)
    {
      place_da = kkr_sheet_place_in (self->plan->amounts, item->row, G_MAXUINT, "da");
      place_en = kkr_sheet_place_in (self->plan->amounts, item->row, G_MAXUINT, "en");
    }
  danish = g_strdup_printf ("Beløb i %d-priser%s%s", item->chain->from,
                            place_da != NULL ? ", " : "", place_da != NULL ? place_da : "");
  english = g_strdup_printf ("Amount in %d prices%s%s", item->chain->from,
                             place_en != NULL ? ", " : "", place_en != NULL ? place_en : "");
  kkr_derivation_builder_add_amount (self->builder, "before", danish, english, item->before);
}

/* The amounts that make a total, and their sum. */
static void
add_sum (const Steps *self, const KkrPriceTotal *total, gboolean before)
{
  guint n = total->items->len;
  g_autofree const char **keys = g_new0 (const char *, n + 1);
  g_auto (GStrv) exact = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrPriceItem *item = &g_array_index (self->plan->items, KkrPriceItem,
                                                 g_array_index (total->items, guint, i));

      keys[i] = item->name;
      exact[i] = ore_text (before ? item->before : item->amount);
    }
  kkr_derivation_builder_add_sum (self->builder, before ? "before" : "parts",
                                  before ? "Sum før regulering" : "Sum af afrundede beløb",
                                  before ? "Sum before" : "Sum of rounded amounts", keys,
                                  (const char *const *) exact, KKR_UNIT_AMOUNT);
}

/* The steps up to the price level that is `n_steps` from the start; what it is before rounding, as
 * an expression of øre. */
static char *
add_way (const Steps *self, const KkrPriceChain *chain, guint n_steps, const char *prefix)
{
  gboolean back = kkr_price_chain_is_back (chain);
  g_autofree char *unit = unit_text (self), *expression = g_strdup ("before");

  kkr_price_plan_derive_index (self->plan, self->builder, chain, prefix);
  for (guint step = 0; step < n_steps; step++)
    {
      int year = chain->first + 1 + (int) kkr_price_chain_year_at (chain, step);
      int level = back ? year - 1 : year;
      g_autofree char *next = kkr_price_plan_step_expression (self->plan, chain, step, prefix);

      g_free (expression);
      expression = g_steal_pointer (&next);
      if (self->plan->yearly && step + 1 < n_steps)
        {
          g_autofree char *id = g_strdup_printf ("%samount_%d", prefix, level);
          g_autofree char *danish = g_strdup_printf ("Beløb i %d-priser", level);
          g_autofree char *english = g_strdup_printf ("Amount in %d prices", level);

          kkr_derivation_builder_add_rounding (self->builder, id, danish, english, expression,
                                               KKR_UNIT_AMOUNT, self->plan->mode, unit);
        }
    }
  return g_steal_pointer (&expression);
}

static void
add_amount (const Steps *self, const KkrPriceChain *chain, guint n_steps, const char *id,
            const char *prefix)
{
  g_autofree char *expression = add_way (self, chain, n_steps, prefix);
  g_autofree char *unit = unit_text (self);

  kkr_derivation_builder_add_rounding (self->builder, id,
                                       *prefix ? "Reguleret beløb efter det, der var kendt"
                                               : "Reguleret beløb",
                                       *prefix ? "Regulated amount by what was known"
                                               : "Regulated amount",
                                       expression, KKR_UNIT_AMOUNT, self->plan->mode, unit);
}

static void
add_kroner (const Steps *self, const char *expression)
{
  g_autofree char *kroner = g_strdup_printf ("(%s) / 100", expression);

  kkr_derivation_builder_add_formula (self->builder, "exact", "Beløb før afrunding",
                                      "Amount before rounding", kroner, KKR_UNIT_RATE);
}

static gboolean
derive_item (const Steps *self, const char *column, const KkrPriceItem *item)
{
  const KkrPriceChain *chain = item->chain;

  if (g_str_equal (column, "factor"))
    {
      kkr_price_plan_derive_index (self->plan, self->builder, chain, "");
      kkr_price_plan_derive_factor (self->plan, self->builder, chain);
      return TRUE;
    }
  add_before (self, item);
  if (g_str_equal (column, "amount"))
    add_amount (self, chain, chain->n_years, "amount", "");
  else if (g_str_equal (column, "exact"))
    {
      g_autofree char *expression = add_way (self, chain, chain->n_years, "");

      add_kroner (self, expression);
    }
  else
    return g_str_equal (column, "before");
  return TRUE;
}

static gboolean
derive_year (const Steps *self, const char *column, guint row)
{
  for (guint i = 0; i < self->plan->items->len; i++)
    {
      const KkrPriceItem *item = &g_array_index (self->plan->items, KkrPriceItem, i);
      g_autofree char *expression = NULL;

      if (row >= item->chain->n_years)
        {
          row -= item->chain->n_years;
          continue;
        }
      if (g_str_equal (column, "years.rate"))
        {
          kkr_price_plan_derive_rate (self->plan, self->builder, item->chain,
                                      kkr_price_chain_year_at (item->chain, row));
          return TRUE;
        }
      add_before (self, item);
      if (self->plan->yearly)
        {
          add_amount (self, item->chain, row + 1, "amount", "");
          add_kroner (self, "amount");
          return TRUE;
        }
      expression = add_way (self, item->chain, row + 1, "");
      add_kroner (self, expression);
      return TRUE;
    }
  return FALSE;
}

static gboolean
derive_total (const Steps *self, const char *column, const KkrPriceTotal *total)
{
  const KkrPriceItem *first = &g_array_index (self->plan->items, KkrPriceItem,
                                              g_array_index (total->items, guint, 0));

  if (!g_str_equal (column, "totals.parts"))
    add_sum (self, total, TRUE);
  if (g_str_equal (column, "totals.together") || g_str_equal (column, "totals.difference"))
    add_amount (self, first->chain, first->chain->n_years, "together", "");
  if (g_str_equal (column, "totals.parts") || g_str_equal (column, "totals.difference"))
    add_sum (self, total, FALSE);
  if (g_str_equal (column, "totals.difference"))
    kkr_derivation_builder_add_formula (self->builder, "difference", "Forskel", "Difference",
                                        "together - parts", KKR_UNIT_AMOUNT);
  return TRUE;
}

static gboolean
derive_vintage (const Steps *self, const char *column, guint row)
{
  g_autoptr (GArray) vintages = kkr_price_plan_find_vintages (self->plan, NULL, NULL);
  const KkrPriceVintage *vintage = &g_array_index (vintages, KkrPriceVintage, row);
  const KkrPriceItem *item = &g_array_index (self->plan->items, KkrPriceItem, vintage->item);

  add_before (self, item);
  add_amount (self, vintage->chain, vintage->chain->n_years, "then", "then_");
  if (g_str_equal (column, "vintages.difference"))
    {
      add_amount (self, item->chain, item->chain->n_years, "used", "");
      kkr_derivation_builder_add_formula (self->builder, "difference", "Forskel", "Difference",
                                          "used - then", KKR_UNIT_AMOUNT);
    }
  return TRUE;
}

static gboolean
derive_used_rate (const Steps *self, guint row)
{
  g_autoptr (GPtrArray) rates = kkr_price_plan_list_rates (self->plan);

  kkr_price_plan_derive_known (self->plan, self->builder, rates->pdata[row], "rate");
  return TRUE;
}

/* The footer of the amounts is the last of the totals. */
static gboolean
derive_footer (const Steps *self, const char *column)
{
  if (self->plan->totals->len == 0)
    return FALSE;
  add_sum (self, self->plan->totals->pdata[self->plan->totals->len - 1],
           g_str_equal (column, "before"));
  return TRUE;
}

static gboolean
derive_column (const Steps *self, const char *column, gint64 row, GError **error)
{
  const KkrPricePlan *plan = self->plan;

  if (g_str_has_prefix (column, "amounts."))
    column += strlen ("amounts.");
  if (row < 0)
    return derive_footer (self, column);
  if (strchr (column, '.') == NULL)
    return derive_item (self, column, &g_array_index (plan->items, KkrPriceItem, (guint) row));
  if (g_str_has_prefix (column, "years."))
    return derive_year (self, column, (guint) row);
  if (g_str_has_prefix (column, "rates."))
    return derive_used_rate (self, (guint) row);
  if (g_str_has_prefix (column, "totals."))
    return derive_total (self, column, plan->totals->pdata[row]);
  if (g_str_has_prefix (column, "vintages."))
    return derive_vintage (self, column, (guint) row);
  return kkr_price_plan_derive_found (self->plan, self->builder, column, (guint) row, error);
}

static char *
dup_row_name (KkrTable *table, gint64 row)
{
  KkrColumn **columns;
  gsize n_columns;
  char *name;

  if (row < 0)
    return g_strdup ("I alt");
  if (g_str_equal (kkr_table_get_name (table), "possible-rate"))
    return g_strdup ("de trykte tal");
  columns = kkr_table_dup_columns (table, &n_columns);
  name = kkr_column_dup_text (columns[0], (guint) row);
  for (gsize i = 0; i < n_columns; i++)
    g_object_unref (columns[i]);
  g_free (columns);
  return name;
}

KkrDerivation *
kkr_price_plan_derive (KkrPricePlan *self, KkrResult *result, const char *column, gint64 row,
                       GError **error)
{
  const char *bare;
  KkrTable *table = kkr_result_find_table (result, column, &bare, error);
  KkrColumn *cells = table != NULL ? kkr_table_get_column (table, bare) : NULL;
  g_autoptr (KkrDerivationBuilder) builder = NULL;
  g_autofree char *key = NULL, *full = NULL;
  Steps steps = { self, NULL };

  if (cells == NULL || kkr_column_get_kind (cells) == KKR_COLUMN_KIND_TEXT)
    return NULL;
  key = dup_row_name (table, row);
  builder = kkr_derivation_builder_new (column, key);
  steps.builder = builder;
  kkr_derivation_builder_set_title (builder, kkr_column_get_title (cells),
                                    kkr_column_get_title_in (cells, "en"));
  if (self->book->reg != NULL)
    kkr_derivation_builder_set_register (builder, kkr_register_get_data_version (self->book->reg),
                                         kkr_register_get_sha256 (self->book->reg));
  full = g_strconcat (kkr_table_get_name (table), ".", bare, NULL);
  if (!derive_column (&steps, full, row, error))
    return NULL;
  for (guint i = 0; i < self->notes->len; i++)
    if (i < self->first_total_note || i >= self->end_total_notes ||
        g_str_has_prefix (full, "totals."))
      kkr_derivation_builder_add_note (builder, self->notes->pdata[i]);
  return kkr_derivation_builder_end (builder, error);
}

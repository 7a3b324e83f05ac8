/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/financing/kkr-financing-private.h>

#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/financing/kkr-financing-steps-private.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-result-private.h>

/* What a column is derived from: `before` is NULL for the main table. */
typedef struct {
  KkrFinancingSteps before;
  KkrFinancingSteps after;
  guint row;
} Cell;

static char *
expand_both (Cell *cell, const char *expression)
{
  g_autofree char *after = kkr_financing_steps_expand (&cell->after, expression);
  g_autofree char *before = kkr_financing_steps_get_suffix (&cell->before);
  g_auto (GStrv) parts = g_strsplit (after, "@", -1);

  return g_strjoinv (before, parts);
}

/* In the expression "#" is the year and "@" the year it is compared with. */
static void
add_formula (Cell *cell, const char *id, const char *danish, const char *english,
             const char *expression, KkrUnit unit)
{
  g_autofree char *full = expand_both (cell, expression);

  kkr_derivation_builder_add_formula (cell->after.builder, id, danish, english, full, unit);
}

static void
add_rounding (Cell *cell, const char *id, const char *danish, const char *english,
              const char *expression)
{
  g_autofree char *full = expand_both (cell, expression);

  kkr_derivation_builder_add_rounding (cell->after.builder, id, danish, english, full,
                                       KKR_UNIT_AMOUNT, KKR_ROUNDING_MODE_HALF_AWAY, "100");
}

static gboolean
derive_main (Cell *cell, const char *column, gboolean total)
{
  if (g_str_equal (column, "code"))
    kkr_financing_steps_add_code (&cell->after, cell->row);
  else if (g_str_equal (column, "weight") && total)
    kkr_financing_steps_add_weight_sum (&cell->after);
  else if (g_str_equal (column, "weight"))
    kkr_financing_steps_add_weight (&cell->after, cell->row);
  else if (g_str_equal (column, "share") && total)
    kkr_financing_steps_add_share_sum (&cell->after);
  else if (g_str_equal (column, "share"))
    kkr_financing_steps_add_share (&cell->after, cell->row);
  else if (g_str_equal (column, "amount") && total)
    kkr_financing_steps_add_amount_sum (&cell->after);
  else if (g_str_equal (column, "amount"))
    kkr_financing_steps_add_amount (&cell->after, cell->row);
  else
    return FALSE;
  return TRUE;
}

static void
add_rate_effect (Cell *cell)
{
  add_formula (cell, "rate_before", "Sats før", "Rate before",
               "budget_@ / 100 / weight_sum_@", KKR_UNIT_RATE);
  add_formula (cell, "rate_after", "Sats efter", "Rate after",
               "budget_# / 100 / weight_sum_#", KKR_UNIT_RATE);
  add_rounding (cell, "rate_effect", "Heraf sats", "Of which rate",
                "(rate_after - rate_before) * weight_@ * 100");
}

static gboolean
derive_change (Cell *cell, const char *column)
{
  KkrFinancingPayer *payer = kkr_financing_year_get_payer (cell->after.year, cell->row);
  int row_before = kkr_financing_year_find (cell->before.year, payer->municipality);
  gboolean volume = g_str_equal (column, "volume-effect");

  if (g_str_equal (column, "code"))
    kkr_financing_steps_add_code (&cell->after, cell->row);
  else if (g_str_equal (column, "before"))
    kkr_financing_steps_add_amount (&cell->before, (guint) row_before);
  else if (g_str_equal (column, "amount"))
    kkr_financing_steps_add_amount (&cell->after, cell->row);
  else if (g_str_equal (column, "change") || g_str_equal (column, "percent") || volume)
    {
      kkr_financing_steps_add_amount (&cell->before, (guint) row_before);
      kkr_financing_steps_add_amount (&cell->after, cell->row);
      if (g_str_equal (column, "percent"))
        add_formula (cell, "percent", "Ændring i pct.", "Change in per cent",
                     "100 * (amount_# - amount_@) / amount_@", KKR_UNIT_PERCENT);
      else
        add_formula (cell, "change", "Ændring", "Change", "amount_# - amount_@", KKR_UNIT_AMOUNT);
      if (volume)
        {
          add_rate_effect (cell);
          add_formula (cell, "volume_effect", "Heraf mængde: resten", "Of which volume: the rest",
                       "change - rate_effect", KKR_UNIT_AMOUNT);
        }
    }
  else if (g_str_equal (column, "rate-effect"))
    {
      kkr_financing_steps_add_budget (&cell->before);
      kkr_financing_steps_add_weight_sum (&cell->before);
      kkr_financing_steps_add_weight (&cell->before, (guint) row_before);
      kkr_financing_steps_add_budget (&cell->after);
      kkr_financing_steps_add_weight_sum (&cell->after);
      add_rate_effect (cell);
    }
  else
    return FALSE;
  return TRUE;
}

/* The sum over the rows of one of the two effects, each of which is rounded by itself. */
static gboolean
add_effect_sum (Cell *cell, gboolean rate)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) terms = g_strv_builder_new ();
  g_auto (GStrv) key_texts = NULL;
  g_auto (GStrv) term_texts = NULL;

  for (guint i = 0; i < cell->after.year->payers->len; i++)
    {
      KkrFinancingPayer *payer = kkr_financing_year_get_payer (cell->after.year, i);
      KkrFinancingChange change;
      g_autofree char *term = NULL;

      if (!kkr_financing_change (cell->before.year, cell->after.year, i, &change, NULL))
        return FALSE;
      term = g_strdup_printf ("%" G_GINT64_FORMAT,
                              rate ? change.rate_effect : change.volume_effect);
      g_strv_builder_add (keys, kkr_municipality_get_name (payer->municipality));
      g_strv_builder_add (terms, term);
    }
  key_texts = g_strv_builder_end (keys);
  term_texts = g_strv_builder_end (terms);
  kkr_derivation_builder_add_sum (cell->after.builder, "effects",
                                  rate ? "Heraf sats i alt" : "Heraf mængde i alt",
                                  rate ? "Of which rate in all" : "Of which volume in all",
                                  (const char *const *) key_texts,
                                  (const char *const *) term_texts, KKR_UNIT_AMOUNT);
  return TRUE;
}

static gboolean
derive_change_total (Cell *cell, const char *column)
{
  gboolean percent = g_str_equal (column, "percent");

  if (g_str_has_suffix (column, "-effect"))
    return add_effect_sum (cell, g_str_equal (column, "rate-effect"));
  if (!g_str_equal (column, "amount"))
    kkr_financing_steps_add_amount_sum (&cell->before);
  if (!g_str_equal (column, "before"))
    kkr_financing_steps_add_amount_sum (&cell->after);
  if (percent)
    add_formula (cell, "percent", "Ændring i pct.", "Change in per cent",
                 "100 * (amount_sum_# - amount_sum_@) / amount_sum_@", KKR_UNIT_PERCENT);
  else if (g_str_equal (column, "change"))
    add_formula (cell, "change", "Ændring", "Change", "amount_sum_# - amount_sum_@",
                 KKR_UNIT_AMOUNT);
  return TRUE;
}

static gboolean
derive_key_figure (Cell *cell, const char *column)
{
  KkrFinancingSteps *steps = cell->row == 0 ? &cell->before : &cell->after;
  g_autofree char *year = g_strdup_printf ("%d", steps->year->year);
  g_autofree char *average = kkr_financing_steps_expand (steps, "budget_# / volume_#");

  if (g_str_equal (column, "year"))
    kkr_derivation_builder_add_value (steps->builder, "year", "År", "Year", year, KKR_UNIT_YEARS);
  else if (g_str_equal (column, "budget"))
    kkr_financing_steps_add_budget (steps);
  else if (g_str_equal (column, "weight"))
    kkr_financing_steps_add_weight_sum (steps);
  else if (g_str_equal (column, "rate"))
    kkr_financing_steps_add_rate (steps);
  else if (g_str_equal (column, "volume"))
    kkr_financing_steps_add_volume (steps);
  else if (g_str_equal (column, "average-price"))
    {
      kkr_financing_steps_add_budget (steps);
      kkr_financing_steps_add_volume (steps);
      kkr_derivation_builder_add_rounding (steps->builder, "average_price", "Gennemsnitspris",
                                           "Average price", average, KKR_UNIT_AMOUNT,
                                           KKR_ROUNDING_MODE_HALF_AWAY, "100");
    }
  else if (g_str_equal (column, "budget-growth"))
    {
      kkr_financing_steps_add_budget (&cell->before);
      kkr_financing_steps_add_budget (&cell->after);
      add_formula (cell, "growth", "Budgetvækst", "Budget growth",
                   "100 * (budget_# - budget_@) / budget_@", KKR_UNIT_PERCENT);
    }
  else if (g_str_equal (column, "price-growth"))
    {
      kkr_financing_steps_add_budget (&cell->before);
      kkr_financing_steps_add_volume (&cell->before);
      kkr_financing_steps_add_budget (&cell->after);
      kkr_financing_steps_add_volume (&cell->after);
      add_formula (cell, "growth", "Prisvækst", "Price growth",
                   "100 * (budget_# / volume_# - budget_@ / volume_@) / (budget_@ / volume_@)",
                   KKR_UNIT_PERCENT);
    }
  else
    return FALSE;
  return TRUE;
}

/* What the rounding did, and ties, concern amounts alone. */
static gboolean
concerns (KkrNoteKind kind, const char *column)
{
  if (kind == KKR_NOTE_KIND_ROUNDING || kind == KKR_NOTE_KIND_TIE)
    return g_str_has_suffix (column, "amount");
  return kind != KKR_NOTE_KIND_REMARK;
}

/* The main table is about the year alone, the others about both. */
static void
add_notes (Cell *cell, const char *column)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  kkr_financing_add_notes (notes, cell->after.calculator, cell->after.year);
  if (cell->before.year != NULL)
    kkr_financing_add_notes_before (notes, cell->before.year);
  kkr_financing_add_assumed_note (notes, cell->after.year, cell->before.year);
  for (guint i = 0; i < notes->len; i++)
    if (concerns (kkr_note_get_kind (notes->pdata[i]), column))
      kkr_derivation_builder_add_note (cell->after.builder, notes->pdata[i]);
}

static gboolean
derive_column (Cell *cell, KkrCalculator *calculator, const char *column, gboolean total,
               GError **error)
{
  const char *dot = strchr (column, '.');
  g_autoptr (KkrFinancingYear) before = NULL;
  gboolean unfit;

  if (dot == NULL || g_str_has_prefix (column, "financing."))
    {
      if (!derive_main (cell, dot != NULL ? dot + 1 : column, total))
        return FALSE;
      add_notes (cell, column);
      return TRUE;
    }
  before = kkr_financing_load_other (calculator, &unfit, error);
  if (before == NULL)
    return FALSE;
  cell->before = (KkrFinancingSteps) { cell->after.builder, calculator, before,
                                       before->year == cell->after.year->year };
  if (!(!g_str_has_prefix (column, "change.") ? derive_key_figure (cell, dot + 1)
        : total                               ? derive_change_total (cell, dot + 1)
                                              : derive_change (cell, dot + 1)))
    return FALSE;
  add_notes (cell, column);
  return TRUE;
}

KkrDerivation *
kkr_financing_derive (KkrCalculator *calculator, KkrResult *result, const char *column, gint64 row,
                      GError **error)
{
  const char *bare;
  KkrTable *table = kkr_result_find_table (result, column, &bare, NULL);
  KkrColumn *cells = kkr_table_get_column (table, bare);
  g_autofree char *key = row >= 0 ? kkr_table_dup_row_key (table, (guint) row)
                                  : g_strdup ("I alt");
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new (column, key);
  g_autoptr (KkrFinancingYear) year = kkr_financing_load_main (calculator, error);
  GError *local_error = NULL;
  Cell cell;

  if (year == NULL)
    return NULL;
  cell = (Cell) { { 0 }, { builder, calculator, year }, row >= 0 ? (guint) row : 0 };
  kkr_derivation_builder_set_title (builder, kkr_column_get_title (cells),
                                    kkr_column_get_title_in (cells, "en"));
  kkr_derivation_builder_set_register (builder, kkr_register_get_data_version (year->reg),
                                       kkr_register_get_sha256 (year->reg));
  if (!derive_column (&cell, calculator, column, row < 0, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, local_error);
      return NULL;
    }
  return kkr_derivation_builder_end (builder, error);
}

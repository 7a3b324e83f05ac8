/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reproduction-private.h>

#include <string.h>

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/base/kkr-expression-private.h>
#include <libkkr/base/kkr-format-private.h>

/* Amounts are in øre and in kroner in a derivation and a case; this brings one to the other. */
static KkrRational
in_derivation (const KkrRational *value, KkrUnit unit)
{
  KkrRational hundred = KKR_RATIONAL_INT (100), result = *value;

  if (unit == KKR_UNIT_AMOUNT)
    kkr_rational_multiply (value, &hundred, &result);
  return result;
}

typedef struct {
  const KkrCaseOutcome *outcome;
  const KkrCaseFigure *figure;
  const KkrCaseSpot *spot;
  KkrDerivationBuilder *builder;
  KkrUnit unit;       /* of the figure */
  const char *result; /* the step that has it before it is rounded */
} Steps;

static void
set_source (Steps *self, const KkrCaseSpot *spot)
{
  const KkrCaseCell *cell = kkr_case_spot_get (spot);
  KkrSource *source = cell->source != NULL ? cell->source : spot->in->source;
  const char *section = cell->source != NULL ? cell->section : spot->in->section;

  if (source != NULL)
    kkr_derivation_builder_set_source (self->builder, source, section);
}

static char *
name_cell (const KkrCaseSpot *spot, const char *language)
{
  return g_strdup_printf ("%s, %s", kkr_case_row_title (spot),
                          kkr_case_column_title (spot, language));
}

/* The figure as it is computed, before it is rounded. */
static void
add_sum (Steps *self, const KkrCaseFormula *formula, const char *id)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < formula->terms->len; i++)
    {
      const KkrCaseTerm *term = &g_array_index (formula->terms, KkrCaseTerm, i);
      const KkrCaseCell *cell = kkr_case_spot_get (&term->spot);
      KkrRational value = in_derivation (&cell->value, self->unit);

      value.num *= term->sign;
      g_ptr_array_add (keys, name_cell (&term->spot, "da"));
      g_ptr_array_add (terms, kkr_rational_to_string (&value));
    }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (terms, NULL);
  kkr_derivation_builder_add_sum (self->builder, id, "Sum af de trykte tal",
                                  "Sum of the printed figures",
                                  (const char *const *) keys->pdata,
                                  (const char *const *) terms->pdata, self->unit);
  if (formula->terms->len > 0)
    set_source (self, &g_array_index (formula->terms, KkrCaseTerm, 0).spot);
}

static void
add_mean (Steps *self, const KkrCaseFormula *formula)
{
  g_autofree char *divisor = g_strdup_printf ("%u", formula->divisor);

  add_sum (self, formula, "sum");
  kkr_derivation_builder_add_value (self->builder, "n", "Antal tal", "Number of figures", divisor,
                                    KKR_UNIT_COUNT);
  kkr_derivation_builder_add_formula (self->builder, self->result, "Gennemsnit", "Mean",
                                      "sum / n",
                                      self->unit);
}

typedef struct {
  const KkrCaseFormula *formula;
  gboolean in_ore;
} LookUp;

static gboolean
look_up (const char *name, gpointer user_data, KkrRational *value, GError **error)
{
  const LookUp *self = user_data;

  for (guint i = 0; i < self->formula->terms->len; i++)
    {
      const KkrCaseTerm *term = &g_array_index (self->formula->terms, KkrCaseTerm, i);
      const KkrCaseCell *cell = kkr_case_spot_get (&term->spot);

      if (g_str_equal (term->name, name))
        *value = self->in_ore ? in_derivation (&cell->value, cell->unit) : cell->value;
    }
  return TRUE;
}

/* Whether the formula means the same with amounts in øre: sums and shares of amounts do. */
static gboolean
goes_in_ore (const Steps *self, const KkrCaseFormula *formula)
{
  LookUp data = { formula, TRUE };
  KkrRational expected = in_derivation (&self->figure->exact, self->unit), value;

  return kkr_expression_evaluate (formula->expression, look_up, &data, &value, NULL)
         && kkr_rational_compare (&value, &expected) == 0;
}

static void
add_formula (Steps *self, const KkrCaseFormula *formula)
{
  gboolean in_ore = goes_in_ore (self, formula);

  if (!in_ore && self->unit == KKR_UNIT_AMOUNT)
    self->unit = KKR_UNIT_RATE;
  for (guint i = 0; i < formula->terms->len; i++)
    {
      const KkrCaseTerm *term = &g_array_index (formula->terms, KkrCaseTerm, i);
      const KkrCaseCell *cell = kkr_case_spot_get (&term->spot);
      KkrUnit unit = cell->unit == KKR_UNIT_AMOUNT && !in_ore ? KKR_UNIT_RATE : cell->unit;
      KkrRational value = in_derivation (&cell->value, unit);
      g_autofree char *exact = kkr_rational_to_string (&value);
      g_autofree char *danish = name_cell (&term->spot, "da");
      g_autofree char *english = name_cell (&term->spot, "en");

      kkr_derivation_builder_add_value (self->builder, term->name, danish, english, exact, unit);
      set_source (self, &term->spot);
    }
  for (guint i = 0; i < formula->terms->len; i++)
    if (g_str_equal (g_array_index (formula->terms, KkrCaseTerm, i).name, self->result))
      self->result = "result_of_formula";
  kkr_derivation_builder_add_formula (self->builder, self->result, "Beregnet af de trykte tal",
                                      "Computed from the printed figures", formula->expression,
                                      self->unit);
}

static void
add_count (Steps *self, const KkrCaseRelation *relation)
{
  g_auto (KkrCaseCount) count = { 0 };
  g_autoptr (GPtrArray) keys = g_ptr_array_new (), ones = g_ptr_array_new ();

  kkr_derivation_builder_add_text (self->builder, "condition", "Betingelse", "Condition",
                                   kkr_case_node_get (relation->node, KKR_CASE_WHERE));
  if (relation->in->source != NULL)
    kkr_derivation_builder_set_source (self->builder, relation->in->source,
                                       relation->in->section);
  if (!kkr_case_relation_count (self->outcome->book, relation, self->spot,
                                KKR_ROUNDING_MODE_HALF_AWAY, &count))
    return;
  for (guint i = 0; i < count.rows->len; i++)
    {
      guint row = g_array_index (count.rows, guint, i);

      g_ptr_array_add (keys, (gpointer) g_array_index (relation->in->rows, KkrCaseRow, row).title);
      g_ptr_array_add (ones, (gpointer) "1");
    }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (ones, NULL);
  kkr_derivation_builder_add_sum (self->builder, "result", "Rækker, der opfylder betingelsen",
                                  "Rows that satisfy the condition",
                                  (const char *const *) keys->pdata,
                                  (const char *const *) ones->pdata, self->unit);
}

/* What is computed is one number, and what the printed figures can stand for many. */
static void
add_note_on_rounding (Steps *self, const KkrCaseFormula *formula)
{
  KkrInterval range;
  g_autofree char *danish = NULL, *english = NULL, *text_da = NULL, *text_en = NULL;
  g_autoptr (KkrNote) note = NULL;

  if (self->figure->verdict != KKR_CASE_VERDICT_AFTER_ROUNDING
      || !kkr_case_formula_find_range (formula, KKR_ROUNDING_MODE_HALF_AWAY, &range, NULL))
    return;
  danish = kkr_interval_format (&range, "da");
  english = kkr_interval_format (&range, "en");
  text_da = g_strdup_printf ("De trykte tal er selv afrundede: af de tal, der kan stå bag, kan "
                             "resultatet være %s.", danish);
  text_en = g_strdup_printf ("The printed figures are rounded themselves: of the numbers that may "
                             "lie behind them, the result can be %s.", english);
  note = kkr_note_new (KKR_NOTE_KIND_ROUNDING, text_da, text_en);
  kkr_derivation_builder_add_note (self->builder, note);
}

static void
add_note_on_print (Steps *self)
{
  const KkrCaseFigure *figure = self->figure;
  const KkrCaseNode *excuse = figure->excuse;
  const char *printed = kkr_case_spot_get (self->spot)->text;
  const char *why_da = excuse != NULL ? kkr_case_node_get (excuse, KKR_CASE_HYPOTHESIS_DA) : NULL;
  const char *why_en = excuse != NULL ? kkr_case_node_get (excuse, KKR_CASE_HYPOTHESIS_EN) : NULL;
  g_autofree char *danish = g_strdup_printf (
    "Dokumentet trykker %s: %s.%s%s", printed, kkr_case_verdict_title (figure->verdict, "da"),
    why_da != NULL ? " " : "", why_da != NULL ? why_da : "");
  g_autofree char *english = g_strdup_printf (
    "The document prints %s: %s.%s%s", printed, kkr_case_verdict_title (figure->verdict, "en"),
    why_en != NULL ? " " : "", why_en != NULL ? why_en : "");
  g_autoptr (KkrNote) note = kkr_note_new (KKR_NOTE_KIND_REMARK, danish, english);

  kkr_derivation_builder_add_note (self->builder, note);
}

static void
add_exact (Steps *self)
{
  const KkrCaseRelation *relation = self->figure->relation;
  g_auto (KkrCaseFormula) formula = { 0 };

  kkr_case_formula_init (&formula);
  if (relation->node->id == KKR_CASE_COUNT)
    {
      add_count (self, relation);
      return;
    }
  if (!kkr_case_relation_build (self->outcome->book, relation, self->spot, &formula))
    return;
  if (formula.expression != NULL)
    add_formula (self, &formula);
  else if (relation->node->id == KKR_CASE_MEAN)
    add_mean (self, &formula);
  else
    add_sum (self, &formula, self->result);
  add_note_on_rounding (self, &formula);
}

/* As the document prints it; gives the name of the step that has it. */
static const char *
add_rounding (Steps *self)
{
  const KkrCaseCell *cell = kkr_case_spot_get (self->spot);
  KkrRational precision = in_derivation (&cell->precision, self->unit);
  g_autofree char *unit = kkr_rational_to_string (&precision);

  if (kkr_rational_compare (&self->figure->exact, &self->figure->shown) == 0)
    return self->result;
  kkr_derivation_builder_add_rounding (self->builder, "rounded_as_printed",
                                       "Afrundet som i dokumentet",
                                       "Rounded as in the document", self->result, self->unit,
                                       KKR_ROUNDING_MODE_HALF_AWAY, unit);
  return "rounded_as_printed";
}

static void
add_difference (Steps *self, const char *shown)
{
  const KkrCaseCell *cell = kkr_case_spot_get (self->spot);
  KkrRational value = in_derivation (&cell->value, self->unit);
  g_autofree char *printed = kkr_rational_to_string (&value);
  g_autofree char *expression = NULL;
  gboolean in_ore = self->unit == KKR_UNIT_AMOUNT;

  kkr_derivation_builder_add_value (self->builder, "as_printed", "Trykt tal", "Printed figure",
                                    printed, self->unit);
  set_source (self, self->spot);
  expression = g_strdup_printf (in_ore ? "(%s - as_printed) / 100" : "%s - as_printed", shown);
  kkr_derivation_builder_add_formula (self->builder, "difference",
                                      in_ore ? "Forskel i kroner" : "Forskel",
                                      in_ore ? "Difference in kroner" : "Difference", expression,
                                      in_ore ? KKR_UNIT_RATE : self->unit);
}

/* What a calculator computed explains itself. */
static void
add_result (Steps *self)
{
  const KkrCaseRelation *relation = self->figure->relation;
  KkrRational value = in_derivation (&self->figure->exact, self->unit);
  g_autofree char *exact = kkr_rational_to_string (&value);
  const char *name = kkr_case_node_get (relation->node, KKR_CASE_CALCULATOR);
  g_autofree char *danish = g_strdup_printf ("Beregnet af %s", name);
  g_autofree char *english = g_strdup_printf ("Computed by %s", name);

  kkr_derivation_builder_add_value (self->builder, "result", danish, english, exact, self->unit);
}

static KkrDerivation *
derive_result (const KkrCaseFigure *figure, GError **error)
{
  const KkrCaseResult *wanted = figure->relation->results->pdata[figure->target];

  return kkr_result_explain (figure->result, wanted->column, figure->result_row, error);
}

static KkrUnit
get_unit (const KkrCaseSpot *spot)
{
  KkrUnit unit = kkr_case_spot_get (spot)->unit;

  return unit == KKR_UNIT_UNSET ? KKR_UNIT_NONE : unit;
}

KkrDerivation *
kkr_reproduction_derive (const KkrCaseOutcome *outcome, const KkrCaseFigure *figure,
                         KkrColumn *column, const char *name, GError **error)
{
  const KkrCaseSpot *spot = kkr_case_figure_get_spot (figure);
  g_autofree char *key = g_strdup_printf ("%s: %s, %s", spot->in->id, kkr_case_row_title (spot),
                                          kkr_case_column_title (spot, "da"));
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new (name, key);
  gboolean difference = g_str_equal (kkr_column_get_name (column), "difference");
  Steps steps = { outcome, figure, spot, builder, get_unit (spot), "result" };
  const char *shown;

  if (figure->result != NULL && !difference)
    return derive_result (figure, error);
  kkr_derivation_builder_set_title (builder, kkr_column_get_title (column),
                                    kkr_column_get_title_in (column, "en"));
  kkr_derivation_builder_set_register (builder, kkr_register_get_data_version (outcome->book->reg),
                                       kkr_register_get_sha256 (outcome->book->reg));
  if (figure->result != NULL)
    add_result (&steps);
  else
    add_exact (&steps);
  shown = add_rounding (&steps);
  if (difference)
    add_difference (&steps, shown);
  add_note_on_print (&steps);
  return kkr_derivation_builder_end (builder, error);
}

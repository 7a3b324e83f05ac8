/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reproduction-private.h>

#include <libkkr/base/kkr-format-private.h>

const char *
kkr_case_row_title (const KkrCaseSpot *spot)
{
  return g_array_index (spot->in->rows, KkrCaseRow, spot->row).title;
}

const char *
kkr_case_column_title (const KkrCaseSpot *spot, const char *language)
{
  const KkrCaseColumn *column = &g_array_index (spot->in->columns, KkrCaseColumn, spot->column);
  const char *title = kkr_language_is_english (language) && column->english != NULL
                        ? column->english : column->danish;

  return title != NULL ? title : column->name;
}

const char *
kkr_case_source_id (const KkrCase *self)
{
  return self->source != NULL ? kkr_source_get_id (self->source) : "";
}

gint32
kkr_case_relation_kind (const KkrCaseRelation *self)
{
  return (gint32) self->node->id - (gint32) KKR_CASE_SUM;
}

static void
add_place (KkrTexts *columns, const KkrCaseFigure *figure)
{
  const KkrCaseSpot *spot = kkr_case_figure_get_spot (figure);

  kkr_texts_add (columns->texts[0], spot->in->id);
  kkr_texts_add (columns->texts[1], kkr_case_row_title (spot));
  kkr_texts_add (columns->texts[2], kkr_case_column_title (spot, "da"));
  kkr_texts_add (columns->english[0], kkr_case_column_title (spot, "en"));
  kkr_texts_add (columns->texts[3], kkr_case_figure_get_cell (figure)->text);
  g_ptr_array_add (columns->texts[4], kkr_case_cell_print (spot, &figure->shown, "da"));
  kkr_texts_add (columns->texts[5], kkr_case_source_id (spot->in));
}

static void
end_place (KkrTableBuilder *builder, KkrTexts *columns)
{
  kkr_texts_end (builder, "case", "Id", "Id", columns->texts[0]);
  kkr_texts_end (builder, "row", "Række", "Row", columns->texts[1]);
  kkr_texts_end_translated (builder, "column", "Kolonne", "Column", columns->texts[2],
                            columns->english[0]);
  kkr_texts_end (builder, "printed", "Trykt", "Printed", columns->texts[3]);
  kkr_texts_end (builder, "computed", "Beregnet", "Computed", columns->texts[4]);
}

static KkrTable *
make_figures (const KkrCaseOutcome *outcome, GError **error)
{
  const char *const key[] = { "case", "row", "column", "kind", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("figures", "Tal", "Figures");
  guint n = outcome->figures->len;
  g_autofree KkrRational *differences = g_new0 (KkrRational, n + 1);
  g_auto (KkrTexts) columns = { 0 };

  kkr_texts_init (&columns);
  for (guint i = 0; i < n; i++)
    {
      const KkrCaseFigure *figure = &g_array_index (outcome->figures, KkrCaseFigure, i);

      add_place (&columns, figure);
      if (!kkr_rational_subtract (&figure->shown, &kkr_case_figure_get_cell (figure)->value,
                                  &differences[i]))
        differences[i].den = 0;
      kkr_texts_add_code (columns.codes[0], (gint32) figure->verdict);
      kkr_texts_add_code (columns.codes[1], (gint32) figure->expected);
      kkr_texts_add_code (columns.codes[2], kkr_case_relation_kind (figure->relation));
      kkr_texts_add_code (columns.codes[3], figure->counts ? 1 : 0);
      kkr_texts_add_code (columns.codes[4], figure->unexpected ? 1 : 0);
    }
  end_place (builder, &columns);
  kkr_table_builder_add_rationals (builder, "difference", "Forskel", "Difference", KKR_UNIT_NONE,
                                   differences, n);
  kkr_texts_end_words (builder, "verdict", "Resultat", "Verdict", columns.codes[0],
                       kkr_verdict_words, 3);
  kkr_texts_end_words (builder, "stated", "Ventet", "Stated", columns.codes[1], kkr_verdict_words,
                       3);
  kkr_texts_end_words (builder, "kind", "Regnet som", "Computed as", columns.codes[2],
                       kkr_kind_words, KKR_CASE_N_KINDS);
  kkr_texts_end_words (builder, "counts", "Tæller", "Counts", columns.codes[3], kkr_no_yes_words,
                       2);
  kkr_texts_end_words (builder, "unexpected", "Uventet", "Unexpected", columns.codes[4],
                       kkr_no_yes_words, 2);
  kkr_texts_end (builder, "document", "Dokument", "Document", columns.texts[5]);
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, error);
}

static KkrTable *
make_differences (const KkrCaseOutcome *outcome, GError **error)
{
  const char *const key[] = { "case", "row", "column", NULL };
  g_autoptr (KkrTableBuilder) builder =
    kkr_table_builder_new ("differences", "Afvigelser", "Differences");
  g_auto (KkrTexts) columns = { 0 };

  kkr_texts_init (&columns);
  for (guint i = 0; i < outcome->figures->len; i++)
    {
      const KkrCaseFigure *figure = &g_array_index (outcome->figures, KkrCaseFigure, i);
      const KkrCaseNode *excuse = figure->excuse;

      if (figure->verdict != KKR_CASE_VERDICT_DIFFERS)
        continue;
      add_place (&columns, figure);
      kkr_texts_add (columns.texts[6],
                     excuse != NULL ? kkr_case_node_get (excuse, KKR_CASE_HYPOTHESIS_DA) : NULL);
      kkr_texts_add (columns.english[1],
                     excuse != NULL ? kkr_case_node_get (excuse, KKR_CASE_HYPOTHESIS_EN) : NULL);
      kkr_texts_add_code (columns.codes[0], kkr_case_relation_kind (figure->relation));
    }
  kkr_texts_end (builder, "document", "Dokument", "Document", columns.texts[5]);
  end_place (builder, &columns);
  kkr_texts_end_translated (builder, "hypothesis", "Hypotese", "Hypothesis", columns.texts[6],
                            columns.english[1]);
  kkr_texts_end_words (builder, "kind", "Regnet som", "Computed as", columns.codes[0],
                       kkr_kind_words, KKR_CASE_N_KINDS);
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, error);
}

static KkrTable *
make_readings (const KkrCaseOutcome *outcome, GError **error)
{
  g_autoptr (KkrTableBuilder) builder =
    kkr_table_builder_new ("readings", "Andre måder at regne på", "Other readings");
  guint n = outcome->readings->len;
  g_autofree gint64 *counts = g_new0 (gint64, n + 1);
  g_auto (KkrTexts) columns = { 0 };

  kkr_texts_init (&columns);
  for (guint i = 0; i < n; i++)
    {
      const KkrCaseReading *reading = &g_array_index (outcome->readings, KkrCaseReading, i);
      const KkrCaseRelation *relation = reading->relation;

      kkr_texts_add (columns.texts[0], kkr_case_source_id (relation->self));
      kkr_texts_add (columns.texts[1], relation->self->id);
      kkr_texts_add_code (columns.codes[0], kkr_case_relation_kind (relation));
      kkr_texts_add (columns.texts[2], kkr_case_node_get (reading->node, KKR_CASE_PARAMETER));
      kkr_texts_add (columns.texts[3], kkr_case_node_get (reading->node, KKR_CASE_VALUE));
      counts[i] = reading->n_figures;
      kkr_texts_add_code (columns.codes[1], (gint32) reading->verdict);
      kkr_texts_add_code (columns.codes[2], (gint32) reading->expected);
      kkr_texts_add_code (columns.codes[3], reading->verdict != reading->expected ? 1 : 0);
    }
  kkr_texts_end (builder, "document", "Dokument", "Document", columns.texts[0]);
  kkr_texts_end (builder, "case", "Id", "Id", columns.texts[1]);
  kkr_texts_end_words (builder, "kind", "Regnet som", "Computed as", columns.codes[0],
                       kkr_kind_words, KKR_CASE_N_KINDS);
  kkr_texts_end (builder, "parameter", "Parameter", "Parameter", columns.texts[2]);
  kkr_texts_end (builder, "value", "Værdi", "Value", columns.texts[3]);
  kkr_table_builder_add_int64 (builder, "figures", "Tal", "Figures", KKR_UNIT_COUNT, counts, n);
  kkr_texts_end_words (builder, "verdict", "Resultat", "Verdict", columns.codes[1],
                       kkr_verdict_words, 3);
  kkr_texts_end_words (builder, "stated", "Ventet", "Stated", columns.codes[2], kkr_verdict_words,
                       3);
  kkr_texts_end_words (builder, "unexpected", "Uventet", "Unexpected", columns.codes[3],
                       kkr_no_yes_words, 2);
  return kkr_table_builder_end (builder, error);
}

gboolean
kkr_reproduction_make_tables (const KkrCaseOutcome *outcome,
                              KkrTable *tables[KKR_REPRODUCTION_N_TABLES], GError **error)
{
  static KkrTable *(*const makers[]) (const KkrCaseOutcome *outcome, GError **error) = {
    kkr_reproduction_make_score, kkr_reproduction_make_kinds, make_figures, make_differences,
    make_readings,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    if ((tables[i] = makers[i] (outcome, error)) == NULL)
      return FALSE;
  return TRUE;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reproduction-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-column-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* Words that programs get, and what readers do. */
typedef struct {
  const char *word;
  const char *danish;
  const char *english;
} Word;

static const Word verdict_words[] = {
  { "exact", "eksakt", "exact" },
  { "after-rounding", "efter afrunding", "after rounding" },
  { "differs", "afviger", "differs" },
};

static const Word kind_words[] = {
  { "sum", "sum", "sum" },
  { "mean", "gennemsnit", "mean" },
  { "share", "andel", "share" },
  { "formula", "formel", "formula" },
  { "equal", "samme tal", "same figure" },
  { "count", "optælling", "count" },
  { "calculation", "beregner", "calculator" },
};

static const Word no_yes[] = { { "no", "nej", "no" }, { "yes", "ja", "yes" } };

static void
add_words (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
           const GArray *codes, const Word *words, guint n_words)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new (), labels_en = g_ptr_array_new ();
  GPtrArray *labels_da = g_ptr_array_new ();
  KkrColumn *column;

  for (guint i = 0; i < n_words; i++)
    {
      g_ptr_array_add (labels, (gpointer) words[i].word);
      g_ptr_array_add (labels_da, g_strdup (words[i].danish));
      g_ptr_array_add (labels_en, (gpointer) words[i].english);
    }
  g_ptr_array_add (labels, NULL);
  g_ptr_array_add (labels_da, NULL);
  g_ptr_array_add (labels_en, NULL);
  kkr_table_builder_add_codes (builder, name, danish, english,
                               (const gint32 *) (gpointer) codes->data, codes->len,
                               (const char *const *) labels->pdata);
  kkr_table_builder_set_labels_in_english (builder, name, (const char *const *) labels_en->pdata);
  column = kkr_table_builder_find (builder, name);
  if (column != NULL)
    kkr_column_take_labels_in_danish (column, (char **) labels_da->pdata);
  g_ptr_array_free (labels_da, column == NULL);
}

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

/* Columns of texts and codes while rows are added. */
typedef struct {
  GPtrArray *texts[8];
  GPtrArray *english[2];
  GArray *codes[8];
} Columns;

static void
init_columns (Columns *columns)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns->texts); i++)
    {
      columns->texts[i] = g_ptr_array_new_with_free_func (g_free);
      columns->codes[i] = g_array_new (FALSE, FALSE, sizeof (gint32));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (columns->english); i++)
    columns->english[i] = g_ptr_array_new_with_free_func (g_free);
}

static void
clear_columns (Columns *columns)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns->texts); i++)
    {
      g_ptr_array_unref (columns->texts[i]);
      g_array_unref (columns->codes[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (columns->english); i++)
    g_ptr_array_unref (columns->english[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, clear_columns)

static void
add_text (GPtrArray *column, const char *text)
{
  g_ptr_array_add (column, g_strdup (text != NULL ? text : ""));
}

static void
add_code (GArray *column, gint32 code)
{
  g_array_append_val (column, code);
}

static void
end_texts (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
           GPtrArray *texts)
{
  g_autofree const char **values = g_new0 (const char *, texts->len + 1);

  for (guint i = 0; i < texts->len; i++)
    values[i] = texts->pdata[i];
  kkr_table_builder_add_text (builder, name, danish, english, values);
}

/* Texts of which each row has its own, in two languages. */
static void
end_translated (KkrTableBuilder *builder, const char *name, const char *danish,
                const char *english, GPtrArray *texts, GPtrArray *texts_en)
{
  g_autofree gint32 *codes = g_new (gint32, texts->len + 1);

  for (guint i = 0; i < texts->len; i++)
    codes[i] = (gint32) i;
  g_ptr_array_add (texts, NULL);
  g_ptr_array_add (texts_en, NULL);
  kkr_table_builder_add_codes (builder, name, danish, english, codes, texts->len - 1,
                               (const char *const *) texts->pdata);
  kkr_table_builder_set_labels_in_english (builder, name,
                                           (const char *const *) texts_en->pdata);
}

typedef struct {
  const KkrCase *about;
  gint64 counts[6]; /* figures, by calculator, three verdicts, unexpected */
} Score;

static Score *
find_score (GArray *scores, GHashTable *places, const KkrCase *about)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, about));

  if (place == 0)
    {
      Score score = { .about = about };

      g_array_append_val (scores, score);
      place = scores->len;
      g_hash_table_insert (places, (gpointer) about, GUINT_TO_POINTER (place));
    }
  return &g_array_index (scores, Score, place - 1);
}

static GArray *
make_scores (const KkrCaseOutcome *outcome)
{
  GArray *scores = g_array_new (FALSE, FALSE, sizeof (Score));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < outcome->figures->len; i++)
    {
      const KkrCaseFigure *figure = &g_array_index (outcome->figures, KkrCaseFigure, i);
      Score *score = find_score (scores, places, figure->relation->self);

      score->counts[0] += figure->counts;
      score->counts[1] += figure->counts && figure->by_calculator;
      score->counts[2 + figure->verdict] += figure->counts;
      score->counts[5] += figure->unexpected;
    }
  for (guint i = 0; i < outcome->readings->len; i++)
    {
      const KkrCaseReading *reading = &g_array_index (outcome->readings, KkrCaseReading, i);

      if (reading->verdict != reading->expected)
        find_score (scores, places, reading->relation->self)->counts[5]++;
    }
  return scores;
}

static const char *
source_id (const KkrCase *about)
{
  return about->source != NULL ? kkr_source_get_id (about->source) : "";
}

static KkrTable *
make_score (const KkrCaseOutcome *outcome, GError **error)
{
  static const char *const names[][3] = {
    { "figures", "Tal", "Figures" },
    { "by-calculator", "Heraf af en beregner", "Of which by a calculator" },
    { "exact", "Eksakt", "Exact" },
    { "after-rounding", "Efter afrunding", "After rounding" },
    { "differs", "Afviger", "Differs" },
    { "unexpected", "Uventet", "Unexpected" },
  };
  const char *const key[] = { "case", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("score", "Regnskab", "Score");
  g_autoptr (GArray) scores = make_scores (outcome);
  g_auto (Columns) columns = { 0 };
  g_autofree gint64 *counts = g_new0 (gint64, scores->len + 1);

  init_columns (&columns);
  for (guint i = 0; i < scores->len; i++)
    {
      const KkrCase *about = g_array_index (scores, Score, i).about;

      add_text (columns.texts[0], source_id (about));
      add_text (columns.texts[1], about->danish);
      add_text (columns.english[0], about->english);
      add_text (columns.texts[2], about->id);
    }
  end_texts (builder, "document", "Dokument", "Document", columns.texts[0]);
  end_translated (builder, "title", "Tabel", "Table", columns.texts[1], columns.english[0]);
  for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
    {
      g_autofree char *total = NULL;
      gint64 sum = 0;

      for (guint i = 0; i < scores->len; i++)
        sum += counts[i] = g_array_index (scores, Score, i).counts[j];
      kkr_table_builder_add_int64 (builder, names[j][0], names[j][1], names[j][2], KKR_UNIT_COUNT,
                                   counts, scores->len);
      total = g_strdup_printf ("%lld", (long long) sum);
      kkr_table_builder_set_total (builder, names[j][0], total);
    }
  end_texts (builder, "case", "Id", "Id", columns.texts[2]);
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, error);
}

static void
add_place (Columns *columns, const KkrCaseFigure *figure)
{
  const KkrCaseSpot *spot = kkr_case_figure_get_spot (figure);

  add_text (columns->texts[0], spot->in->id);
  add_text (columns->texts[1], kkr_case_row_title (spot));
  add_text (columns->texts[2], kkr_case_column_title (spot, "da"));
  add_text (columns->english[0], kkr_case_column_title (spot, "en"));
  add_text (columns->texts[3], kkr_case_figure_get_cell (figure)->text);
  g_ptr_array_add (columns->texts[4], kkr_case_cell_print (spot, &figure->shown, "da"));
  add_text (columns->texts[5], source_id (spot->in));
}

static void
end_place (KkrTableBuilder *builder, Columns *columns)
{
  end_texts (builder, "case", "Id", "Id", columns->texts[0]);
  end_texts (builder, "row", "Række", "Row", columns->texts[1]);
  end_translated (builder, "column", "Kolonne", "Column", columns->texts[2], columns->english[0]);
  end_texts (builder, "printed", "Trykt", "Printed", columns->texts[3]);
  end_texts (builder, "computed", "Beregnet", "Computed", columns->texts[4]);
}

static gint32
kind_of (const KkrCaseFigure *figure)
{
  return (gint32) figure->relation->node->id - (gint32) KKR_CASE_SUM;
}

static KkrTable *
make_figures (const KkrCaseOutcome *outcome, GError **error)
{
  const char *const key[] = { "case", "row", "column", "kind", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("figures", "Tal", "Figures");
  guint n = outcome->figures->len;
  g_autofree KkrRational *differences = g_new0 (KkrRational, n + 1);
  g_auto (Columns) columns = { 0 };

  init_columns (&columns);
  for (guint i = 0; i < n; i++)
    {
      const KkrCaseFigure *figure = &g_array_index (outcome->figures, KkrCaseFigure, i);

      add_place (&columns, figure);
      if (!kkr_rational_subtract (&figure->shown, &kkr_case_figure_get_cell (figure)->value,
                                  &differences[i]))
        differences[i].den = 0;
      add_code (columns.codes[0], (gint32) figure->verdict);
      add_code (columns.codes[1], (gint32) figure->expected);
      add_code (columns.codes[2], kind_of (figure));
      add_code (columns.codes[3], figure->counts ? 1 : 0);
      add_code (columns.codes[4], figure->unexpected ? 1 : 0);
    }
  end_place (builder, &columns);
  kkr_table_builder_add_rationals (builder, "difference", "Forskel", "Difference", KKR_UNIT_NONE,
                                   differences, n);
  add_words (builder, "verdict", "Resultat", "Verdict", columns.codes[0], verdict_words, 3);
  add_words (builder, "stated", "Ventet", "Stated", columns.codes[1], verdict_words, 3);
  add_words (builder, "kind", "Regnet som", "Computed as", columns.codes[2], kind_words,
             G_N_ELEMENTS (kind_words));
  add_words (builder, "counts", "Tæller", "Counts", columns.codes[3], no_yes, 2);
  add_words (builder, "unexpected", "Uventet", "Unexpected", columns.codes[4], no_yes, 2);
  end_texts (builder, "document", "Dokument", "Document", columns.texts[5]);
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, error);
}

static KkrTable *
make_differences (const KkrCaseOutcome *outcome, GError **error)
{
  const char *const key[] = { "case", "row", "column", NULL };
  g_autoptr (KkrTableBuilder) builder =
    kkr_table_builder_new ("differences", "Afvigelser", "Differences");
  g_auto (Columns) columns = { 0 };

  init_columns (&columns);
  for (guint i = 0; i < outcome->figures->len; i++)
    {
      const KkrCaseFigure *figure = &g_array_index (outcome->figures, KkrCaseFigure, i);
      const KkrCaseNode *excuse = figure->excuse;

      if (figure->verdict != KKR_CASE_VERDICT_DIFFERS)
        continue;
      add_place (&columns, figure);
      add_text (columns.texts[6],
                excuse != NULL ? kkr_case_node_get (excuse, KKR_CASE_HYPOTHESIS_DA) : NULL);
      add_text (columns.english[1],
                excuse != NULL ? kkr_case_node_get (excuse, KKR_CASE_HYPOTHESIS_EN) : NULL);
      add_code (columns.codes[0], kind_of (figure));
    }
  end_texts (builder, "document", "Dokument", "Document", columns.texts[5]);
  end_place (builder, &columns);
  end_translated (builder, "hypothesis", "Hypotese", "Hypothesis", columns.texts[6],
                  columns.english[1]);
  add_words (builder, "kind", "Regnet som", "Computed as", columns.codes[0], kind_words,
             G_N_ELEMENTS (kind_words));
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
  g_auto (Columns) columns = { 0 };

  init_columns (&columns);
  for (guint i = 0; i < n; i++)
    {
      const KkrCaseReading *reading = &g_array_index (outcome->readings, KkrCaseReading, i);
      const KkrCaseRelation *relation = reading->relation;

      add_text (columns.texts[0], source_id (relation->self));
      add_text (columns.texts[1], relation->self->id);
      add_code (columns.codes[0], (gint32) relation->node->id - (gint32) KKR_CASE_SUM);
      add_text (columns.texts[2], kkr_case_node_get (reading->node, KKR_CASE_PARAMETER));
      add_text (columns.texts[3], kkr_case_node_get (reading->node, KKR_CASE_VALUE));
      counts[i] = reading->n_figures;
      add_code (columns.codes[1], (gint32) reading->verdict);
      add_code (columns.codes[2], (gint32) reading->expected);
      add_code (columns.codes[3], reading->verdict != reading->expected ? 1 : 0);
    }
  end_texts (builder, "document", "Dokument", "Document", columns.texts[0]);
  end_texts (builder, "case", "Id", "Id", columns.texts[1]);
  add_words (builder, "kind", "Regnet som", "Computed as", columns.codes[0], kind_words,
             G_N_ELEMENTS (kind_words));
  end_texts (builder, "parameter", "Parameter", "Parameter", columns.texts[2]);
  end_texts (builder, "value", "Værdi", "Value", columns.texts[3]);
  kkr_table_builder_add_int64 (builder, "figures", "Tal", "Figures", KKR_UNIT_COUNT, counts, n);
  add_words (builder, "verdict", "Resultat", "Verdict", columns.codes[1], verdict_words, 3);
  add_words (builder, "stated", "Ventet", "Stated", columns.codes[2], verdict_words, 3);
  add_words (builder, "unexpected", "Uventet", "Unexpected", columns.codes[3], no_yes, 2);
  return kkr_table_builder_end (builder, error);
}

gboolean
kkr_reproduction_make_tables (const KkrCaseOutcome *outcome,
                              KkrTable *tables[KKR_REPRODUCTION_N_TABLES], GError **error)
{
  static KkrTable *(*const makers[]) (const KkrCaseOutcome *outcome, GError **error) = {
    make_score, make_figures, make_differences, make_readings,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    if ((tables[i] = makers[i] (outcome, error)) == NULL)
      return FALSE;
  return TRUE;
}

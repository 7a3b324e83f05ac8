/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reproduction-private.h>

#include <libkkr/table/kkr-table-builder-private.h>

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

#define N_COUNTS G_N_ELEMENTS (((Score *) NULL)->counts)

static void
end_counts (KkrTableBuilder *builder, const GArray *scores)
{
  static const char *const names[N_COUNTS][3] = {
    { "figures", "Tal", "Figures" },
    { "by-calculator", "Heraf af en beregner", "Of which by a calculator" },
    { "exact", "Eksakt", "Exact" },
    { "after-rounding", "Efter afrunding", "After rounding" },
    { "differs", "Afviger", "Differs" },
    { "unexpected", "Uventet", "Unexpected" },
  };
  g_autofree gint64 *counts = g_new0 (gint64, scores->len + 1);

  for (gsize j = 0; j < N_COUNTS; j++)
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
}

KkrTable *
kkr_reproduction_make_score (const KkrCaseOutcome *outcome, GError **error)
{
  const char *const key[] = { "case", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("score", "Opgørelse", "Score");
  g_autoptr (GArray) scores = make_scores (outcome);
  g_auto (KkrTexts) columns = { 0 };

  kkr_texts_init (&columns);
  for (guint i = 0; i < scores->len; i++)
    {
      const KkrCase *about = g_array_index (scores, Score, i).about;

      kkr_texts_add (columns.texts[0], kkr_case_source_id (about));
      kkr_texts_add (columns.texts[1], about->danish);
      kkr_texts_add (columns.english[0], about->english);
      kkr_texts_add (columns.texts[2], about->id);
      kkr_texts_add (columns.texts[3], about->section);
    }
  kkr_texts_end (builder, "document", "Dokument", "Document", columns.texts[0]);
  kkr_texts_end_translated (builder, "title", "Tabel", "Table", columns.texts[1],
                            columns.english[0]);
  end_counts (builder, scores);
  kkr_texts_end (builder, "case", "Id", "Id", columns.texts[2]);
  kkr_texts_end (builder, "section", "Afsnit", "Section", columns.texts[3]);
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, error);
}

/* What one that counts is computed by: a calculator, if one of its relations is. */
static void
count_kind (GArray *scores, const KkrCaseFigure *figure)
{
  gint32 kind = figure->by_calculator
                  ? (gint32) KKR_CASE_CALCULATION - (gint32) KKR_CASE_SUM
                  : kkr_case_relation_kind (figure->relation);
  Score *score = &g_array_index (scores, Score, kind);

  score->counts[0] += figure->counts;
  score->counts[1] += figure->counts && figure->by_calculator;
  score->counts[2 + figure->verdict] += figure->counts;
  score->counts[5] += figure->unexpected;
}

static void
count_reading (GArray *scores, const KkrCaseReading *reading)
{
  gint32 kind = kkr_case_relation_kind (reading->relation);

  g_array_index (scores, Score, kind).counts[5] += reading->verdict != reading->expected;
}

KkrTable *
kkr_reproduction_make_kinds (const KkrCaseOutcome *outcome, GError **error)
{
  const char *const key[] = { "kind", NULL };
  g_autoptr (KkrTableBuilder) builder =
    kkr_table_builder_new ("kinds", "Hvordan tallene er regnet", "How the figures are computed");
  g_autoptr (GArray) scores = g_array_new (FALSE, TRUE, sizeof (Score));
  g_auto (KkrTexts) columns = { 0 };

  kkr_texts_init (&columns);
  g_array_set_size (scores, KKR_CASE_N_KINDS);
  for (guint i = 0; i < outcome->figures->len; i++)
    count_kind (scores, &g_array_index (outcome->figures, KkrCaseFigure, i));
  for (guint i = 0; i < outcome->readings->len; i++)
    count_reading (scores, &g_array_index (outcome->readings, KkrCaseReading, i));
  for (gint32 i = 0; i < KKR_CASE_N_KINDS; i++)
    kkr_texts_add_code (columns.codes[0], i);
  kkr_texts_end_words (builder, "kind", "Regnet som", "Computed as", columns.codes[0],
                       kkr_kind_words, KKR_CASE_N_KINDS);
  end_counts (builder, scores);
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, error);
}

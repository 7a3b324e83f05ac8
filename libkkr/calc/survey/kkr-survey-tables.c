/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/survey/kkr-survey-private.h>

#include <libkkr/table/kkr-table-builder-private.h>

static const char *const sums[] = { "exact", "rounding", "fails", "several-answers", NULL };
static const char *const sums_da[] = { "100", "100 efter afrunding", "giver ikke 100",
                                       "flere svar hver", NULL };
static const char *const sums_en[] = { "100", "100 after rounding", "not 100", "several answers",
                                       NULL };
static const char *const verdicts[] = { "fits", "no-count", "other-count", "sum", "no-base", NULL };
static const char *const verdicts_da[] = { "passer", "intet antal", "et andet antal",
                                           "svarene giver ikke det hele", "grundtal ikke fundet",
                                           NULL };
static const char *const verdicts_en[] = { "fits", "no count", "another count",
                                           "answers not the whole", "no base fits", NULL };

/* A column of fractions of distributions, whose places in the struct are given. */
static void
add_fractions (const KkrSurveyPlan *self, KkrTableBuilder *builder, const char *name,
               const char *danish, const char *english, KkrUnit unit, gsize offset, gboolean net)
{
  const guint n = self->distributions->len;
  g_autofree KkrRational *values = g_new0 (KkrRational, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    if (!net || kkr_survey_get_distribution (self, i)->has_net)
      values[i] = G_STRUCT_MEMBER (KkrRational, kkr_survey_get_distribution (self, i), offset);
  kkr_table_builder_add_rationals (builder, name, danish, english, unit, values, n);
}

static void
add_distribution_names (const KkrSurveyPlan *self, KkrTableBuilder *builder)
{
  const guint n = self->distributions->len;
  g_autofree const char **groups = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **questions = g_new0 (const char *, (gsize) n + 1);
  g_autofree gint64 *answers = g_new (gint64, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrSurveyDistribution *distribution = kkr_survey_get_distribution (self, i);

      groups[i] = kkr_survey_get_group (self, distribution->group)->name;
      questions[i] = distribution->question;
      answers[i] = distribution->n_cells;
    }
  kkr_table_builder_add_text (builder, "question", "Spørgsmål", "Question", questions);
  kkr_table_builder_add_text (builder, "group", "Gruppe", "Group", groups);
  kkr_table_builder_add_int64 (builder, "answers", "Svarmuligheder", "Answers", KKR_UNIT_COUNT,
                               answers, n);
}

static void
add_sums (const KkrSurveyPlan *self, KkrTableBuilder *builder)
{
  const guint n = self->distributions->len;
  g_autofree gint32 *codes = g_new (gint32, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrSurveyDistribution *distribution = kkr_survey_get_distribution (self, i);

      codes[i] = distribution->sum.den != 0 || self->several ? (gint32) distribution->verdict
                                                             : KKR_SURVEY_SUM_EXACT;
    }
  add_fractions (self, builder, "sum", "Sum", "Sum", KKR_UNIT_PERCENT,
                 G_STRUCT_OFFSET (KkrSurveyDistribution, sum), FALSE);
  add_fractions (self, builder, "sum-low", "Sum, mindst", "Sum, at least", KKR_UNIT_PERCENT,
                 G_STRUCT_OFFSET (KkrSurveyDistribution, low), FALSE);
  add_fractions (self, builder, "sum-high", "Sum, højst", "Sum, at most", KKR_UNIT_PERCENT,
                 G_STRUCT_OFFSET (KkrSurveyDistribution, high), FALSE);
  kkr_table_builder_add_choices (builder, "verdict", "Vurdering", "Verdict", codes, n, sums,
                                 sums_da, sums_en);
}

static void
add_whole (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
           const gint64 *values, gsize n)
{
  kkr_table_builder_add_int64 (builder, name, danish, english, KKR_UNIT_COUNT, values, n);
  for (gsize i = 0; i < n; i++)
    if (values[i] == G_MININT64)
      kkr_table_builder_set_status (builder, name, (guint) i, KKR_CELL_STATUS_NOT_APPLICABLE);
}

KkrTable *
kkr_survey_build_distributions (const KkrSurveyPlan *self, GError **error)
{
  static const char *const keys[] = { "question", "group", NULL };
  const guint n = self->distributions->len;
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("distributions", "Svarfordelinger",
                                                               "Distributions");
  g_autofree gint64 *bases = g_new (gint64, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const gint64 base = kkr_survey_get_distribution (self, i)->base;

      bases[i] = base > 0 ? base : G_MININT64;
    }
  add_distribution_names (self, builder);
  add_sums (self, builder);
  add_fractions (self, builder, "net", "Nettobalance", "Net balance", KKR_UNIT_PERCENTAGE_POINTS,
                 G_STRUCT_OFFSET (KkrSurveyDistribution, net), TRUE);
  add_fractions (self, builder, "net-low", "Netto, mindst", "Net, at least",
                 KKR_UNIT_PERCENTAGE_POINTS, G_STRUCT_OFFSET (KkrSurveyDistribution, net_low),
                 TRUE);
  add_fractions (self, builder, "net-high", "Netto, højst", "Net, at most",
                 KKR_UNIT_PERCENTAGE_POINTS, G_STRUCT_OFFSET (KkrSurveyDistribution, net_high),
                 TRUE);
  add_whole (builder, "base", "Har svaret", "Respondents", bases, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static void
add_cell_names (const KkrSurveyPlan *self, KkrTableBuilder *builder)
{
  const guint n = self->cells->len;
  g_autofree const char **questions = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **groups = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **answers = g_new0 (const char *, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrSurveyCell *cell = kkr_survey_get_cell (self, i);

      questions[i] = cell->question;
      groups[i] = kkr_survey_get_group (self, cell->group)->name;
      answers[i] = cell->answer;
    }
  kkr_table_builder_add_text (builder, "question", "Spørgsmål", "Question", questions);
  kkr_table_builder_add_text (builder, "answer", "Svar", "Answer", answers);
  kkr_table_builder_add_text (builder, "group", "Gruppe", "Group", groups);
}

static void
set_part (KkrRational *part, gint64 count, gint64 base)
{
  if (base > 0 && count >= 0)
    kkr_rational_init (part, (KkrInt128) 100 * count, base);
}

static void
add_cell_figures (const KkrSurveyPlan *self, KkrTableBuilder *builder)
{
  const gsize n = self->cells->len;
  g_autofree KkrRational *printed = g_new0 (KkrRational, n + 1);
  g_autofree KkrRational *computed = g_new0 (KkrRational, n + 1);
  g_autofree KkrRational *repairs = g_new0 (KkrRational, n + 1);
  g_autofree gint64 *low = g_new (gint64, n + 1), *high = g_new (gint64, n + 1);
  g_autofree gint64 *counts = g_new (gint64, n + 1);
  g_autofree gint32 *codes = g_new (gint32, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrSurveyCell *cell = kkr_survey_get_cell (self, i);
      const gint64 base = kkr_survey_get_distribution (self, cell->distribution)->base;

      printed[i] = cell->share;
      low[i] = cell->low <= cell->high ? cell->low : G_MININT64;
      high[i] = cell->low <= cell->high ? cell->high : G_MININT64;
      counts[i] = cell->repair >= 0 ? cell->repair : G_MININT64;
      codes[i] = (gint32) cell->verdict;
      if (cell->low == cell->high)
        set_part (&computed[i], cell->low, base);
      set_part (&repairs[i], cell->repair, base);
    }
  kkr_table_builder_add_rationals (builder, "share", "Trykt", "Printed", KKR_UNIT_PERCENT, printed,
                                   n);
  add_whole (builder, "count-low", "Antal, mindst", "Count, at least", low, n);
  add_whole (builder, "count-high", "Antal, højst", "Count, at most", high, n);
  kkr_table_builder_add_rationals (builder, "computed", "Beregnet", "Computed", KKR_UNIT_PERCENT,
                                   computed, n);
  kkr_table_builder_add_choices (builder, "verdict", "Vurdering", "Verdict", codes, n, verdicts,
                                 verdicts_da, verdicts_en);
  kkr_table_builder_add_rationals (builder, "repair", "Skulle være", "Should be",
                                   KKR_UNIT_PERCENT, repairs, n);
  add_whole (builder, "repair-count", "Antal, skulle være", "Count that should be", counts, n);
}

KkrTable *
kkr_survey_build_shares (const KkrSurveyPlan *self, GError **error)
{
  static const char *const keys[] = { "question", "answer", "group", NULL };
  static const char *const percents[] = { "computed", "repair" };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("shares", "Svar", "Answers");
  int decimals = 0;

  for (guint i = 0; i < self->groups->len; i++)
    decimals = MAX (decimals, kkr_survey_get_group (self, i)->decimals);
  add_cell_names (self, builder);
  add_cell_figures (self, builder);
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    kkr_table_builder_set_decimals (builder, percents[i], decimals + 1);
  kkr_table_builder_set_decimals (builder, "share", decimals);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_survey_build_groups (const KkrSurveyPlan *self, GError **error)
{
  static const char *const keys[] = { "group", NULL };
  const gsize n = self->groups->len;
  g_autoptr (KkrTableBuilder) builder
    = kkr_table_builder_new ("groups", "Antal bag procenterne", "Respondents behind percentages");
  g_autofree const char **names = g_new0 (const char *, n + 1);
  g_autofree gint64 *shares = g_new (gint64, n + 1), *bases = g_new (gint64, n + 1);
  g_autofree gint64 *candidates = g_new (gint64, n + 1), *flagged = g_new (gint64, n + 1);
  g_autofree gint64 *decimals = g_new (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrSurveyGroup *group = kkr_survey_get_group (self, i);
      const gboolean searched = group->search != NULL;

      names[i] = group->name;
      shares[i] = group->n_shares;
      decimals[i] = searched ? group->decimals : G_MININT64;
      bases[i] = group->base > 0 ? group->base : G_MININT64;
      candidates[i] = searched ? group->candidates->len : G_MININT64;
      flagged[i] = group->candidates->len > 0 ? group->n_flagged : G_MININT64;
    }
  kkr_table_builder_add_text (builder, "group", "Gruppe", "Group", names);
  add_whole (builder, "shares", "Trykte procenter", "Printed shares", shares, n);
  add_whole (builder, "decimals", "Decimaler", "Decimals", decimals, n);
  add_whole (builder, "base", "Mindste grundtal", "Least base", bases, n);
  add_whole (builder, "candidates", "Mulige grundtal", "Possible bases", candidates, n);
  add_whole (builder, "flagged", "Passer ikke", "Do not fit", flagged, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

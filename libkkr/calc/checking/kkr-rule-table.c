/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-rule-search-private.h>

#include <libkkr/base/kkr-interval-arithmetic-private.h>
#include <libkkr/base/kkr-names-private.h>
#include <libkkr/calc/checking/kkr-checking-table-private.h>
#include <libkkr/table/kkr-column-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

#define MAX_DECIMALS 6

/* As many decimals as the print has. */
static int
count_decimals (const KkrRational *unit)
{
  int decimals = 0;

  for (KkrInt128 size = 1; size < unit->den && decimals < MAX_DECIMALS; size *= 10)
    decimals++;
  return decimals;
}

static void
add_numbers (const KkrRuleSearch *self, KkrTableBuilder *builder, const char *name,
             const char *danish, const char *english, const KkrRational *values, guint n)
{
  kkr_table_builder_add_rationals (builder, name, danish, english, KKR_UNIT_NONE, values, n);
  kkr_table_builder_set_decimals (builder, name, count_decimals (&self->unit));
}

static void
add_rules (const KkrRuleSearch *self, KkrTableBuilder *builder, const gint32 *codes, guint n)
{
  guint n_rules = self->rules->len;
  g_autofree char **nicks = g_new0 (char *, n_rules + 1), **words_da = NULL, **words_en = NULL;

  words_da = g_new0 (char *, n_rules + 1);
  words_en = g_new0 (char *, n_rules + 1);
  for (guint i = 0; i < n_rules; i++)
    {
      KkrRule *rule = self->rules->pdata[i];

      nicks[i] = rule->nick;
      words_da[i] = rule->danish;
      words_en[i] = rule->english;
    }
  kkr_table_builder_add_choices (builder, "rule", "Regel", "Rule", codes, n,
                                 (const char *const *) nicks, (const char *const *) words_da,
                                 (const char *const *) words_en);
}

static void
add_reproduces (const KkrRuleSearch *self, KkrTableBuilder *builder)
{
  static const char *const nicks[] = { "no", "yes", NULL };
  static const char *const danish[] = { "nej", "ja", NULL };
  guint n = self->rules->len;
  g_autofree gint32 *codes = g_new (gint32, n);

  for (guint i = 0; i < n; i++)
    codes[i] = ((KkrRule *) self->rules->pdata[i])->n_differ == 0;
  kkr_table_builder_add_choices (builder, "reproduces", "Giver alle rækker", "Gives all rows",
                                 codes, n, nicks, danish, nicks);
}

KkrTable *
kkr_rule_search_build_rules (const KkrRuleSearch *self, GError **error)
{
  static const char *const keys[] = { "rule", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("rules", "Regler", "Rules");
  guint n = self->rules->len;
  g_autofree gint32 *codes = g_new (gint32, n);
  g_autofree gint64 *differ = g_new (gint64, n);
  g_autofree KkrRational *sums = g_new (KkrRational, n);

  for (guint i = 0; i < n; i++)
    {
      const KkrRule *rule = self->rules->pdata[i];

      codes[i] = (gint32) i;
      differ[i] = rule->n_differ;
      sums[i] = rule->sum;
    }
  add_rules (self, builder, codes, n);
  add_reproduces (self, builder);
  kkr_table_builder_add_int64 (builder, "differ", "Rækker, der afviger", "Rows that differ",
                               KKR_UNIT_COUNT, differ, n);
  add_numbers (self, builder, "sum", "Sum", "Sum", sums, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_rule_search_build_rows (const KkrRuleSearch *self, GError **error)
{
  static const char *const keys[] = { "key", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("rows", "Rækker", "Rows");
  g_autofree KkrRational *exact = g_new0 (KkrRational, self->n);

  for (guint i = 0; i < self->n; i++)
    if (!self->has_total || !kkr_rule_search_exact (self, i, &exact[i]))
      exact[i] = KKR_RATIONAL_ZERO;
  kkr_table_builder_add_text (builder, "key", "Række", "Row", (const char *const *) self->keys);
  kkr_table_builder_add_rationals (builder, "weight", "Vægt", "Weight", KKR_UNIT_NONE,
                                   self->weights, self->n);
  kkr_table_builder_add_rationals (builder, "exact", "Uafrundet", "Unrounded", KKR_UNIT_NONE,
                                   exact, self->n);
  kkr_table_builder_set_decimals (builder, "exact", 4);
  add_numbers (self, builder, "printed", "Trykt", "Printed", self->printed, self->n);
  for (guint i = 0; i < self->n && !self->has_total; i++)
    kkr_table_builder_set_status (builder, "exact", i, KKR_CELL_STATUS_NOT_APPLICABLE);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_rule_search_build_values (const KkrRuleSearch *self, GError **error)
{
  static const char *const keys[] = { "rule", "key", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("values", "Hvad reglerne giver",
                                                               "What the rules give");
  guint n = self->rules->len * self->n;
  g_autofree gint32 *rules = g_new (gint32, n), *rows = g_new (gint32, n);
  g_autofree KkrRational *values = g_new (KkrRational, n), *differences = g_new (KkrRational, n);

  for (guint i = 0; i < n; i++)
    {
      const KkrRule *rule = self->rules->pdata[i / self->n];

      rules[i] = (gint32) (i / self->n);
      rows[i] = (gint32) (i % self->n);
      values[i] = rule->values[i % self->n];
      if (!kkr_rational_subtract (&values[i], &self->printed[i % self->n], &differences[i]))
        differences[i] = KKR_RATIONAL_ZERO;
    }
  add_rules (self, builder, rules, n);
  kkr_table_builder_add_codes (builder, "key", "Række", "Row", rows, n,
                               (const char *const *) self->keys);
  add_numbers (self, builder, "value", "Værdi", "Value", values, n);
  add_numbers (self, builder, "difference", "Afvigelse fra det trykte", "Difference from the print",
               differences, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static void
add_modes (const KkrRuleSearch *self, KkrTableBuilder *builder)
{
  guint n = self->bases->len;
  g_auto (GStrv) nicks = g_new0 (char *, n + 1), da = g_new0 (char *, n + 1);
  g_auto (GStrv) en = g_new0 (char *, n + 1);
  g_autofree gint32 *codes = g_new (gint32, n);

  for (guint i = 0; i < n; i++)
    {
      KkrRoundingMode mode = g_array_index (self->bases, KkrRuleBase, i).mode;

      codes[i] = (gint32) i;
      nicks[i] = g_strdup (kkr_rounding_mode_to_string (mode));
      da[i] = g_strdup (kkr_rounding_mode_name (mode, "da"));
      en[i] = g_strdup (kkr_rounding_mode_name (mode, "en"));
    }
  kkr_table_builder_add_choices (builder, "rounding", "Afrunding", "Rounding", codes, n,
                                 (const char *const *) nicks, (const char *const *) da,
                                 (const char *const *) en);
}

/* The rows that bound the base where there is none. */
static void
add_contradictions (const KkrRuleSearch *self, KkrTableBuilder *builder, gboolean upper)
{
  const char *name = upper ? "row-b" : "row-a";
  guint n = self->bases->len;
  g_autofree gint32 *codes = g_new (gint32, n);

  for (guint i = 0; i < n; i++)
    {
      const KkrRuleBase *base = &g_array_index (self->bases, KkrRuleBase, i);

      codes[i] = (gint32) (upper ? base->upper_row : base->lower_row);
    }
  kkr_table_builder_add_codes (builder, name,
                               upper ? "Række, der bestemmer højst" :
                               "Række, der bestemmer mindst",
                               upper ? "Row that bounds it above" : "Row that bounds it below",
                               codes, n, (const char *const *) self->keys);
}

KkrTable *
kkr_rule_search_build_bases (const KkrRuleSearch *self, GError **error)
{
  static const char *const keys[] = { "rounding", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("base", "Grundtal bag rækkerne",
                                                               "Base behind the rows");
  guint n = self->bases->len;
  g_autofree KkrInterval *intervals = g_new (KkrInterval, n);
  g_autofree KkrClaimVerdict *verdicts = g_new (KkrClaimVerdict, n);

  for (guint i = 0; i < n; i++)
    {
      intervals[i] = g_array_index (self->bases, KkrRuleBase, i).interval;
      verdicts[i] = kkr_interval_is_empty (&intervals[i]) ? KKR_CLAIM_VERDICT_IMPOSSIBLE
                                                          : KKR_CLAIM_VERDICT_POSSIBLE;
    }
  add_modes (self, builder);
  kkr_checking_add_verdicts (builder, verdicts, n);
  kkr_checking_add_interval_words (builder, "interval", "Grundtal", "Base", intervals, n);
  for (guint i = 0; i < n; i++)
    if (self->weights[g_array_index (self->bases, KkrRuleBase, i).lower_row].num == 0)
      intervals[i].has_lower = intervals[i].has_upper = FALSE;
  kkr_checking_add_ends (builder, "lower", "Mindst", "At least", intervals, n, FALSE);
  kkr_checking_add_ends (builder, "upper", "Højst", "At most", intervals, n, TRUE);
  kkr_table_builder_set_decimals (builder, "lower", 4);
  kkr_table_builder_set_decimals (builder, "upper", 4);
  add_contradictions (self, builder, FALSE);
  add_contradictions (self, builder, TRUE);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

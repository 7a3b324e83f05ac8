/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <string.h>

/* Terms of a sum, while they are collected. */
typedef struct {
  GPtrArray *keys, *exact;
} Terms;

static void
terms_init (Terms *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->exact = g_ptr_array_new_with_free_func (g_free);
}

static void
terms_add (Terms *self, char *key, const KkrRational *value)
{
  g_ptr_array_add (self->keys, key);
  g_ptr_array_add (self->exact, kkr_rational_to_string (value));
}

static void
terms_end (Terms *self, KkrDerivationBuilder *builder, const char *id, const char *danish,
           const char *english, KkrUnit unit)
{
  g_ptr_array_add (self->keys, NULL);
  g_ptr_array_add (self->exact, NULL);
  kkr_derivation_builder_add_sum (builder, id, danish, english, (const char **) self->keys->pdata,
                                  (const char **) self->exact->pdata, unit);
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->exact);
}

static void
add_count (KkrDerivationBuilder *builder, const char *id, const char *danish, const char *english,
           guint n, KkrUnit unit)
{
  const KkrRational value = KKR_RATIONAL_INT (n);

  kkr_followup_add_value (builder, id, danish, english, &value, unit);
}

static void
add_rounded (const KkrFollowup *self, KkrDerivationBuilder *builder, const char *id,
             const char *danish, const char *english, const char *formula, int decimals)
{
  g_autofree char *unit = kkr_followup_rounding_unit (decimals);

  kkr_derivation_builder_add_rounding (builder, id, danish, english, formula, KKR_UNIT_PERCENT,
                                       self->mode, unit);
}

static const KkrFollowupGroup *
get_operator (const KkrFollowup *self, guint i)
{
  return &g_array_index (self->operators, KkrFollowupGroup, i);
}

/* The changes of all operators but one, and how many they are. */
static void
add_operators (const KkrFollowup *self, KkrDerivationBuilder *builder, int without,
               const char *id)
{
  g_autofree char *sum = g_strconcat ("sum_", id, NULL), *n = g_strconcat ("n_", id, NULL);
  Terms terms;

  terms_init (&terms);
  for (guint i = 0; i < self->operators->len; i++)
    if ((int) i != without)
      terms_add (&terms, g_strdup (get_operator (self, i)->operator),
                 &get_operator (self, i)->change);
  terms_end (&terms, builder, sum, "Driftsherrernes ændringer", "Changes of the operators",
             KKR_UNIT_PERCENT);
  add_count (builder, n, "Driftsherrer", "Operators",
             self->operators->len - (without >= 0 ? 1 : 0), KKR_UNIT_COUNT);
}

static void
add_weighted_operators (const KkrFollowup *self, KkrDerivationBuilder *builder, int without)
{
  Terms products, weights;

  terms_init (&products);
  terms_init (&weights);
  for (guint i = 0; i < self->operators->len; i++)
    if ((int) i != without)
      {
        const KkrFollowupGroup *one = get_operator (self, i);

        terms_add (&products, g_strdup (one->operator), &one->product);
        terms_add (&weights, g_strdup (one->operator), &one->weight);
      }
  terms_end (&products, builder, "products", "Vægte gange ændringer", "Weights times changes",
             KKR_UNIT_NONE);
  terms_end (&weights, builder, "weights", "Vægte", "Weights", KKR_UNIT_NONE);
  kkr_derivation_builder_add_formula (builder, "weighted", "Vægtet ændring", "Weighted change",
                                      "products / weights", KKR_UNIT_PERCENT);
}

static void
derive_median (const KkrFollowup *self, KkrDerivationBuilder *builder, int without)
{
  g_autoptr (GString) order = g_string_new (NULL);
  guint middle[2];
  Terms terms;

  for (guint i = 0; i < self->operators->len && order->len < 2000; i++)
    if ((int) self->by_size[i] != without)
      g_string_append_printf (order, "%s%s", order->len > 0 ? "; " : "",
                              get_operator (self, self->by_size[i])->operator);
  kkr_derivation_builder_add_text (builder, "order", "Driftsherrer efter ændring",
                                   "Operators by their change", order->str);
  kkr_followup_find_middle (self, without, middle);
  terms_init (&terms);
  for (guint i = 0; i < (middle[0] == middle[1] ? 1 : 2); i++)
    terms_add (&terms, g_strdup (get_operator (self, middle[i])->operator),
               &get_operator (self, middle[i])->change);
  terms_end (&terms, builder, "middle", "Ændring i midten", "Change in the middle",
             KKR_UNIT_PERCENT);
  kkr_derivation_builder_add_formula (builder, "median", "Median", "Median",
                                      middle[0] == middle[1] ? "middle" : "middle / 2",
                                      KKR_UNIT_PERCENT);
}

static void
derive_summary (const KkrFollowup *self, KkrDerivationBuilder *builder, const char *column,
                guint row)
{
  int without = g_array_index (self->averages, KkrFollowupAverage, row).without;

  if (g_str_equal (column, "operators"))
    {
      add_count (builder, "operators", "Driftsherrer", "Operators",
                 g_array_index (self->averages, KkrFollowupAverage, row).n, KKR_UNIT_COUNT);
      return;
    }
  if (g_str_equal (column, "median"))
    {
      derive_median (self, builder, without);
      return;
    }
  if (g_str_equal (column, "weighted"))
    {
      add_weighted_operators (self, builder, without);
      return;
    }
  add_operators (self, builder, without, "here");
  if (g_str_equal (column, "change"))
    add_rounded (self, builder, "change", "Gennemsnitlig ændring", "Average change",
                 "sum_here / n_here", self->decimals);
  else
    kkr_derivation_builder_add_formula (builder, "exact", "Gennemsnitlig ændring",
                                        "Average change", "sum_here / n_here", KKR_UNIT_PERCENT);
  if (g_str_equal (column, "size"))
    kkr_derivation_builder_add_formula (builder, "size", "Størrelse", "Size",
                                        "max(exact, 0 - exact)", KKR_UNIT_PERCENT);
  if (!g_str_equal (column, "shift"))
    return;
  add_operators (self, builder, -1, "all");
  kkr_derivation_builder_add_formula (builder, "shift", "Afvigelse fra alle",
                                      "Difference from all", "exact - sum_all / n_all",
                                      KKR_UNIT_PERCENTAGE_POINTS);
}

static void
add_match_value (const KkrFollowup *self, KkrDerivationBuilder *builder,
                 const KkrFollowupMatch *match, gboolean after)
{
  g_autofree char *name = kkr_followup_lists_dup_name (self->lists, match->level);
  int year = after ? self->lists->year : self->lists->base_year;
  g_autofree char *danish = g_strdup_printf ("Takst %d, %s", year, name);
  g_autofree char *english = g_strdup_printf ("Tariff %d, %s", year, name);

  kkr_derivation_builder_add_amount (builder, after ? "after" : "before", danish, english,
                                     after ? match->after->tariff : match->before->tariff);
}

static gboolean
derive_level (KkrFollowup *self, KkrDerivationBuilder *builder, const char *column,
              const KkrFollowupMatch *match, GError **error)
{
  if (g_str_equal (column, "weight"))
    {
      kkr_followup_add_value (builder, "weight", "Vægt", "Weight", &match->before->weight,
                              KKR_UNIT_NONE);
      return TRUE;
    }
  if (g_str_equal (column, "before") || g_str_equal (column, "change"))
    add_match_value (self, builder, match, FALSE);
  if (g_str_equal (column, "before"))
    return TRUE;
  add_match_value (self, builder, match, TRUE);
  if (g_str_equal (column, "after"))
    return TRUE;
  if (!kkr_followup_rates_add_steps (self->rates, builder, self->lists->base_year,
                                     self->lists->year, error))
    return FALSE;
  kkr_derivation_builder_add_formula (builder, "deflated", "Takst i basisårets priser",
                                      "Tariff in prices of the base year", "after / 100 / index",
                                      KKR_UNIT_RATE);
  if (g_str_equal (column, "change"))
    add_rounded (self, builder, "change", "Ændring", "Change",
                 "100 * (deflated / (before / 100) - 1)", self->level_decimals);
  return TRUE;
}

/* The changes of the levels of a group but for those of `without`. */
static guint
add_levels (const KkrFollowup *self, KkrDerivationBuilder *builder, const KkrFollowupGroup *group,
            const KkrFollowupGroup *without, gboolean weighted)
{
  Terms changes, weights;
  guint n = 0;

  terms_init (&changes);
  terms_init (&weights);
  for (guint i = group->first; i < group->first + group->n; i++)
    {
      const KkrFollowupMatch *match = &g_array_index (self->matches, KkrFollowupMatch, i);
      KkrRational term = match->change;

      if (without != NULL && i >= without->first && i < without->first + without->n)
        continue;
      if (weighted && !kkr_rational_multiply (&match->change, &match->weight, &term))
        continue;
      terms_add (&changes, kkr_followup_lists_dup_name (self->lists, match->level), &term);
      terms_add (&weights, kkr_followup_lists_dup_name (self->lists, match->level),
                 &match->weight);
      n++;
    }
  terms_end (&changes, builder, "sum", weighted ? "Vægte gange ændringer"
                                                : "Takstniveauernes ændringer",
             weighted ? "Weights times changes" : "Changes of the levels",
             weighted ? KKR_UNIT_NONE : KKR_UNIT_PERCENT);
  if (weighted)
    terms_end (&weights, builder, "weights", "Vægte", "Weights", KKR_UNIT_NONE);
  else
    {
      g_ptr_array_unref (weights.keys);
      g_ptr_array_unref (weights.exact);
    }
  return n;
}

/* The mean of an operator or an offer as the step `change`. */
static void
add_change (const KkrFollowup *self, KkrDerivationBuilder *builder, const KkrFollowupGroup *group,
            const KkrFollowupGroup *without)
{
  if (self->lists == NULL)
    {
      KkrRational given = kkr_sheet_get_number (self->given, group->row, KKR_OPERATORS_CHANGE);

      kkr_followup_add_value (builder, "given", group->operator, group->operator, &given,
                              KKR_UNIT_PERCENT);
      add_rounded (self, builder, "change", "Ændring", "Change", "given", self->operator_decimals);
      return;
    }
  add_count (builder, "levels", "Takstniveauer", "Levels",
             add_levels (self, builder, group, without, FALSE), KKR_UNIT_COUNT);
  add_rounded (self, builder, "change", "Gennemsnitlig ændring", "Average change", "sum / levels",
               self->operator_decimals);
}

static void
derive_group (const KkrFollowup *self, KkrDerivationBuilder *builder, const char *column,
              const KkrFollowupGroup *group)
{
  if (g_str_equal (column, "levels"))
    add_count (builder, "levels", "Takstniveauer", "Levels", group->n, KKR_UNIT_COUNT);
  else if (g_str_equal (column, "offers"))
    add_count (builder, "offers", "Tilbud", "Offers", group->n_offers, KKR_UNIT_OFFERS);
  else if (g_str_equal (column, "weighted"))
    {
      add_levels (self, builder, group, NULL, TRUE);
      kkr_derivation_builder_add_formula (builder, "weighted", "Vægtet ændring",
                                          "Weighted change", "sum / weights", KKR_UNIT_PERCENT);
    }
  else if (g_str_equal (column, "without"))
    add_change (self, builder, kkr_followup_get_operator_of (self, group), group);
  else
    add_change (self, builder, group, NULL);
  if (!g_str_equal (column, "deviation"))
    return;
  add_operators (self, builder, -1, "all");
  kkr_derivation_builder_add_formula (builder, "deviation", "Afvigelse fra gennemsnittet",
                                      "Deviation from the average", "change - sum_all / n_all",
                                      KKR_UNIT_PERCENTAGE_POINTS);
}

gboolean
kkr_followup_derive (KkrFollowup *self, KkrDerivationBuilder *builder, const char *table,
                     const char *column, guint row, GError **error)
{
  if (g_str_equal (table, "summary"))
    derive_summary (self, builder, column, row);
  else if (g_str_equal (table, "operators"))
    derive_group (self, builder, column, get_operator (self, row));
  else if (g_str_equal (table, "offers"))
    derive_group (self, builder, column, &g_array_index (self->offers, KkrFollowupGroup, row));
  else if (g_str_equal (table, "levels"))
    return derive_level (self, builder, column,
                         &g_array_index (self->matches, KkrFollowupMatch, row), error);
  return TRUE;
}

gboolean
kkr_followup_derive_problem (KkrFollowup *self, KkrDerivationBuilder *builder, KkrTable *table,
                             const char *column, guint row, GError **error)
{
  static const char *const names[] = { "operator", "offer", "level" };
  g_autofree char *texts[3] = { NULL, NULL, NULL };
  g_autofree char *key = NULL;

  if (g_str_equal (column, "year"))
    {
      g_autofree char *year = kkr_column_dup_exact (kkr_table_get_column (table, "year"), row);

      kkr_derivation_builder_add_value (builder, "year", "År", "Year", year, KKR_UNIT_NONE);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    texts[i] = kkr_column_dup_text (kkr_table_get_column (table, names[i]), row);
  key = kkr_followup_key (texts[0], texts[1], texts[2]);
  for (guint i = 0; i < self->matches->len; i++)
    {
      const KkrFollowupMatch *match = &g_array_index (self->matches, KkrFollowupMatch, i);
      g_autofree char *other = kkr_followup_key (
        kkr_followup_lists_get_operator (self->lists, match->level),
        kkr_followup_lists_get_offer (self->lists, match->level),
        g_array_index (self->lists->levels, KkrFollowupLevel, match->level).name);

      if (g_str_equal (key, other))
        return derive_level (self, builder, "change", match, error);
    }
  return TRUE;
}

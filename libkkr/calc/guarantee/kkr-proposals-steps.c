/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-steps-private.h>

/* A formula holds no more terms than these. */
#define MAX_TERMS 24

void
kkr_proposals_steps_value (KkrProposalsSteps *steps, const char *id, const char *danish,
                           const char *english, const KkrRational *value, KkrUnit unit)
{
  g_autofree char *exact = kkr_rational_to_string (value);

  kkr_derivation_builder_add_value (steps->builder, id, danish, english, exact, unit);
}

void
kkr_proposals_steps_own (KkrProposalsSteps *steps, const char *id, const char *danish,
                         const char *english, guint proposal, gint64 value, KkrUnit unit)
{
  const char *name = kkr_proposals_get (steps->self, proposal)->name;
  g_autofree char *title_da = g_strdup_printf ("%s, %s", danish, name);
  g_autofree char *title_en = g_strdup_printf ("%s, %s", english, name);
  const KkrRational number = KKR_RATIONAL_INT (value);

  kkr_proposals_steps_value (steps, id, title_da, title_en, &number, unit);
}

void
kkr_proposals_steps_source (KkrProposalsSteps *steps, KkrFact *fact)
{
  if (fact != NULL && kkr_fact_get_source (fact) != NULL)
    kkr_derivation_builder_set_source (steps->builder, kkr_fact_get_source (fact),
                                       kkr_fact_get_section (fact));
}

void
kkr_proposals_steps_term (KkrProposalsSteps *steps, KkrProposalsTerm term)
{
  static const struct {
    const char *id, *danish, *english;
    KkrUnit unit;
  } words[KKR_PROPOSALS_N_TERMS] = {
    { "share", "Dækning af taksten", "Cover of the tariff", KKR_UNIT_PERCENT },
    { "years", "Garantiens varighed", "Duration of the guarantee", KKR_UNIT_YEARS },
    { "max_places", "Højeste antal pladser", "Highest number of places", KKR_UNIT_PLACES },
    { "target_low", "Måltal, mindst", "Target, lowest", KKR_UNIT_PLACES },
    { "target_high", "Måltal, højst", "Target, highest", KKR_UNIT_PLACES },
  };

  kkr_proposals_steps_value (steps, words[term].id, words[term].danish, words[term].english,
                             &steps->self->terms[term].value, words[term].unit);
  kkr_proposals_steps_source (steps, steps->self->terms[term].fact);
}

void
kkr_proposals_fold_init (KkrProposalsFold *fold, KkrProposalsSteps *steps, const char *function,
                         const char *id, const char *danish, const char *english, KkrUnit unit)
{
  *fold = (KkrProposalsFold) { steps, function, id, danish, english, unit,
                               g_string_new (NULL), 0, 0 };
}

static void
emit (KkrProposalsFold *fold)
{
  g_autofree char *id = g_strdup_printf ("%s_part_%u", fold->id, ++fold->n_parts);
  g_autofree char *danish = g_strdup_printf ("%s, indtil videre", fold->danish);
  g_autofree char *english = g_strdup_printf ("%s, so far", fold->english);

  kkr_derivation_builder_add_formula (fold->steps->builder, id, danish, english,
                                      fold->expression->str, fold->unit);
  g_string_assign (fold->expression, id);
  fold->n = 1;
}

void
kkr_proposals_fold_add (KkrProposalsFold *fold, const char *term)
{
  if (fold->n == MAX_TERMS)
    emit (fold);
  if (fold->n == 0)
    g_string_assign (fold->expression, term);
  else if (fold->function == NULL)
    g_string_append_printf (fold->expression, " + %s", term);
  else
    {
      g_autofree char *before = g_strdup (fold->expression->str);

      g_string_printf (fold->expression, "%s(%s, %s)", fold->function, before, term);
    }
  fold->n++;
}

void
kkr_proposals_fold_end (KkrProposalsFold *fold)
{
  kkr_derivation_builder_add_formula (fold->steps->builder, fold->id, fold->danish, fold->english,
                                      fold->n > 0 ? fold->expression->str : "0", fold->unit);
  g_string_free (fold->expression, TRUE);
}

KkrProposalsTerms
kkr_proposals_terms_new (void)
{
  return (KkrProposalsTerms) { g_ptr_array_new_with_free_func (g_free),
                               g_ptr_array_new_with_free_func (g_free) };
}

void
kkr_proposals_terms_add (KkrProposalsTerms *terms, char *key, gint64 value)
{
  g_ptr_array_add (terms->keys, key);
  g_ptr_array_add (terms->exact, g_strdup_printf ("%lld", (long long) value));
}

void
kkr_proposals_terms_end (KkrProposalsTerms *terms, KkrProposalsSteps *steps, const char *id,
                         const char *danish, const char *english, KkrUnit unit)
{
  const KkrRational none = KKR_RATIONAL_ZERO;

  if (terms->keys->len == 0)
    kkr_proposals_steps_value (steps, id, danish, english, &none, unit);
  else
    {
      g_ptr_array_add (terms->keys, NULL);
      g_ptr_array_add (terms->exact, NULL);
      kkr_derivation_builder_add_sum (steps->builder, id, danish, english,
                                      (const char *const *) terms->keys->pdata,
                                      (const char *const *) terms->exact->pdata, unit);
    }
  g_ptr_array_unref (terms->keys);
  g_ptr_array_unref (terms->exact);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-plan-private.h>

#include <string.h>

#include <libkkr/base/kkr-format-private.h>

/* What becomes of each person, and why. */

const char *const *
kkr_matching_get_outcome_nicks (void)
{
  static const char *const nicks[] = { "place", "stay", "no-offer-may", "none-can", "kept-apart",
                                       "lost", "not-worth", NULL };

  return nicks;
}

const char *const *
kkr_matching_get_outcome_words (void)
{
  static const char *const words[] = { "får plads", "bliver boende", "intet tilbud må",
                                       "intet tilbud kan", "holdes adskilt",
                                       "pladsen går til en anden", "fravalgt af prioriteterne",
                                       NULL };

  return words;
}

static int
compare_losses (gconstpointer a, gconstpointer b)
{
  const KkrMatchingLoss *one = a, *two = b;

  return (one->person > two->person) - (one->person < two->person);
}

const KkrMatchingLoss *
kkr_matching_plan_find_loss (const KkrMatchingPlan *self, guint person)
{
  const KkrMatchingLoss wanted = { .person = person };
  guint at;

  if (!g_array_binary_search (self->losses->losses, &wanted, compare_losses, &at))
    return NULL;
  return &g_array_index (self->losses->losses, KkrMatchingLoss, at);
}

KkrMatchingFate
kkr_matching_plan_get_outcome (const KkrMatchingPlan *self, guint person)
{
  const gint32 column = self->answer->columns[person];
  const KkrMatchingLoss *loss;

  if (column >= 0)
    return (guint) column < self->matching->n_slots ? KKR_MATCHING_PLACE : KKR_MATCHING_STAY;
  if (self->may[person] == 0)
    return KKR_MATCHING_NO_OFFER_MAY;
  if (self->can[person] == 0)
    return KKR_MATCHING_NONE_CAN;
  loss = kkr_matching_plan_find_loss (self, person);
  /* Where a place would only make the whole better, it was others who stood in the way. */
  if (loss == NULL || loss->worse < 0)
    return KKR_MATCHING_KEPT_APART;
  return loss->instead != KKR_MATCHING_NONE ? KKR_MATCHING_LOST : KKR_MATCHING_NOT_WORTH;
}

void
kkr_matching_count_reasons (const KkrMatchingPlan *self, guint person, guint *counts)
{
  guint latest[KKR_MATCHING_N_REASONS]; /* the last offer that was counted */

  memset (counts, 0, KKR_MATCHING_N_REASONS * sizeof *counts);
  memset (latest, 0xff, sizeof latest);
  for (guint slot = 0; slot < self->matching->n_slots; slot++)
    {
      const guint offer = self->matching->slots[slot].offer;
      KkrMatchingReasons reasons;

      kkr_matching_get_reasons (self->matching, person, slot, &reasons);
      for (guint64 bits = reasons.refusals; bits != 0; bits &= bits - 1)
        {
          const guint reason = (guint) __builtin_ctzll (bits);

          counts[reason] += latest[reason] != offer;
          latest[reason] = offer;
        }
    }
}

static const char *
say_kind (const KkrMatching *matching, guint reason, const char *language)
{
  if ((matching->legal_bits & KKR_MATCHING_BIT (reason)) != 0)
    return kkr_text_in (language, ", efter loven", ", by law");
  if ((matching->practical_bits & KKR_MATCHING_BIT (reason)) != 0)
    return kkr_text_in (language, ", praksis", ", practice");
  return "";
}

static char *
list_reasons (const KkrMatchingPlan *self, guint person, gboolean of_rules, const char *language)
{
  const guint64 rules = self->matching->legal_bits | self->matching->practical_bits;
  guint counts[KKR_MATCHING_N_REASONS];
  g_autoptr (GString) text = g_string_new (NULL);

  kkr_matching_count_reasons (self, person, counts);
  for (guint i = 0; i < KKR_MATCHING_N_REASONS; i++)
    if (counts[i] > 0 && (!of_rules || (rules & KKR_MATCHING_BIT (i)) != 0))
      {
        g_autofree char *name = kkr_matching_dup_reason_name_in (self->matching, i, language);

        g_string_append_printf (text, "%s%s (%u %s%s)", text->len > 0 ? "; " : "", name, counts[i],
                                kkr_text_in (language, "tilbud",
                                             counts[i] == 1 ? "offer" : "offers"),
                                say_kind (self->matching, i, language));
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What the best assignment in which the person had a place would come to. */
static char *
tell_loss (const KkrMatchingPlan *self, const KkrMatchingLoss *loss, const char *language)
{
  const KkrMatching *matching = self->matching;
  const guint slot = kkr_matching_plan_get_slot (self, (gint32) loss->column);
  const char *name = kkr_matching_get_slot_name (matching, slot);
  const gboolean english = kkr_language_is_english (language);
  g_autofree char *who = NULL, *value = NULL;

  who = loss->instead == KKR_MATCHING_NONE
          ? g_strdup_printf (english ? "A place in %s would be vacant"
                                     : "Der er en ledig plads i %s", name)
          : g_strdup_printf (english ? "With a place in %s, %s would be without one"
                                     : "Med en plads i %s ville %s stå uden plads", name,
                             matching->persons[loss->instead].key);
  if (loss->level >= self->n_levels)
    return g_strdup_printf (english ? "%s; all priorities are equal, and the order of the rows "
                                      "decided"
                                    : "%s; alle prioriteter er lige, og rækkefølgen afgjorde",
                            who);
  value = kkr_matching_priority_value_in (self->levels[loss->level], loss->worse, language);
  return g_strdup_printf (english ? "%s; decided by %s: it would be %s more"
                                  : "%s; afgjort af %s: det ville blive %s mere", who,
                          kkr_matching_priority_in (self->levels[loss->level], language), value);
}

/* What is known of a pair and does not refuse. */
static char *
tell_conditions (const KkrMatchingPlan *self, guint person, guint slot, const char *language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  KkrMatchingReasons reasons;

  kkr_matching_get_reasons (self->matching, person, slot, &reasons);
  for (guint64 bits = reasons.conditions; bits != 0; bits &= bits - 1)
    {
      g_autofree char *one = kkr_matching_dup_reason_in (self->matching,
                                                         (guint) __builtin_ctzll (bits), person,
                                                         slot, language);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", one);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
tell_apart (const KkrMatchingPlan *self, guint person, const char *language)
{
  g_autoptr (GArray) apart = kkr_matching_plan_find_apart (self, person);

  return kkr_matching_dup_apart_in (self->matching, apart, language);
}

char *
kkr_matching_dup_why_in (const KkrMatchingPlan *self, guint person, const char *language)
{
  const gint32 column = self->answer->columns[person];
  const guint slot = kkr_matching_plan_get_slot (self, column);
  const KkrMatchingLoss *loss;
  g_autofree char *reasons = NULL;

  switch (kkr_matching_plan_get_outcome (self, person))
    {
    case KKR_MATCHING_NO_OFFER_MAY:
      if (self->matching->n_offers == 0)
        return g_strdup (kkr_text_in (language, "Der er ingen tilbud at vælge mellem",
                                      "There are no offers to choose among"));
      reasons = list_reasons (self, person, TRUE, language);
      return g_strconcat (kkr_text_in (language, "Intet tilbud må: ", "No offer may: "), reasons,
                          NULL);
    case KKR_MATCHING_NONE_CAN:
      reasons = list_reasons (self, person, FALSE, language);
      return g_strconcat (kkr_text_in (language, "Intet tilbud kan: ", "No offer can: "), reasons,
                          NULL);
    case KKR_MATCHING_KEPT_APART:
      return tell_apart (self, person, language);
    case KKR_MATCHING_LOST:
    case KKR_MATCHING_NOT_WORTH:
      loss = kkr_matching_plan_find_loss (self, person);
      return tell_loss (self, loss, language);
    case KKR_MATCHING_PLACE:
    case KKR_MATCHING_STAY:
    case KKR_MATCHING_N_OUTCOMES:
    default:
      return tell_conditions (self, person, slot, language);
    }
}

const char **
kkr_matching_plan_dup_places (const KkrMatchingPlan *self)
{
  const KkrMatching *matching = self->matching;
  const char **places = g_new0 (const char *, (gsize) matching->n_persons + 1);
  g_autofree guint *used = g_new0 (guint, (gsize) matching->n_slots + 1);

  for (guint i = 0; i < matching->n_persons; i++)
    {
      const gint32 column = self->answer->columns[i];
      const KkrMatchingSlot *slot;

      if (column < 0 || (guint) column >= matching->n_slots)
        continue;
      slot = &matching->slots[column];
      if (used[column] < slot->n_places)
        places[i] = kkr_sheet_get_text (matching->place_sheet,
                                        matching->slot_places[slot->first_place + used[column]],
                                        KKR_MATCHING_PLACE_KEY);
      used[column]++;
    }
  return places;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-plan-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-amount.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-personal-number-private.h>

/* What decides who gets a place, in the order that the user declares. */

typedef struct {
  const char *nick, *danish, *english;
  const char *meaning_da, *meaning_en;
  const char *one_da, *one_en; /* NULL: money or metres */
  const char *many_da, *many_en;
  KkrUnit unit;
} Priority;

static const Priority priorities[KKR_MATCHING_N_PRIORITIES] = {
  { "duty", "pligt", "duty",
    "borgere, som kommunen straks skal anbringe, uden plads",
    "persons whom the municipality must place at once, without a place",
    "borger", "person", "borgere", "persons", KKR_UNIT_PERSONS },
  { "waiting", "ventetid", "waiting",
    "døgn siden dommen for borgere uden plads",
    "days since judgement of persons without a place",
    "døgn", "day", "døgn", "days", KKR_UNIT_DAYS },
  { "need", "behov", "need", "behovspoint for borgere uden plads",
    "points of need of persons without a place",
    "point", "point", "point", "points", KKR_UNIT_COUNT },
  { "placed", "anbragte", "placed", "borgere uden plads", "persons without a place",
    "borger", "person", "borgere", "persons", KKR_UNIT_PERSONS },
  { "wish", "ønske", "wish", "ønsker, der ikke opfyldes", "wishes that are not met",
    "ønske", "wish", "ønsker", "wishes", KKR_UNIT_COUNT },
  { "distance", "afstand", "distance",
    "km fra borgernes kommune til tilbuddet",
    "km from the persons' municipality to the offer",
    NULL, NULL, NULL, NULL, KKR_UNIT_NONE },
  { "cost", "takst", "cost", "takst pr. døgn", "tariff per day",
    NULL, NULL, NULL, NULL, KKR_UNIT_AMOUNT },
};

const char *
kkr_matching_priority_in (KkrMatchingPriority priority, const char *language)
{
  return kkr_text_in (language, priorities[priority].danish, priorities[priority].english);
}

const char *
kkr_matching_priority_meaning_in (KkrMatchingPriority priority, const char *language)
{
  return kkr_text_in (language, priorities[priority].meaning_da, priorities[priority].meaning_en);
}

KkrUnit
kkr_matching_priority_unit (KkrMatchingPriority priority)
{
  return priorities[priority].unit;
}

const char *const *
kkr_matching_get_priority_nicks (void)
{
  static const char *const nicks[] = { "duty", "waiting", "need", "placed", "wish", "distance",
                                       "cost", NULL };

  return nicks;
}

char *
kkr_matching_priority_value_in (KkrMatchingPriority priority, gint64 value, const char *language)
{
  const Priority *one = &priorities[priority];
  g_autofree char *number = NULL;

  if (priority == KKR_MATCHING_COST)
    {
      number = kkr_amount_to_string_in (value, language);
      return g_strconcat (number, kkr_text_in (language, " pr. døgn", " per day"), NULL);
    }
  if (priority == KKR_MATCHING_FAR)
    {
      KkrRational km;

      kkr_rational_init (&km, value, 1000);
      number = kkr_format_exact (&km, 3, language);
      return g_strdup_printf ("%s km", number);
    }
  number = kkr_format_int (value, language);
  return g_strdup_printf ("%s %s", number,
                          value == 1 ? kkr_text_in (language, one->one_da, one->one_en)
                                     : kkr_text_in (language, one->many_da, one->many_en));
}

static gboolean
find_priority (const char *word, KkrMatchingPriority *found)
{
  g_autofree char *folded = kkr_text_fold (word);

  for (guint i = 0; i < KKR_MATCHING_N_PRIORITIES; i++)
    if (g_str_equal (folded, priorities[i].nick) || g_str_equal (folded, priorities[i].danish))
      {
        *found = (KkrMatchingPriority) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_declared (const KkrMatchingPlan *self, KkrMatchingPriority priority)
{
  for (guint i = 0; i < self->n_levels; i++)
    if (self->levels[i] == priority)
      return TRUE;
  return FALSE;
}

static gboolean
add_word (KkrMatchingPlan *self, const char *word, GError **error)
{
  KkrMatchingPriority priority;

  if (kkr_text_has_personal_number (word))
    {
      g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                           _("what is shaped like a personal number (CPR) found, a value of the "
                             "column expected"));
      return FALSE;
    }
  if (!find_priority (word, &priority))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("no priority: \"%s\" found, some of duty, waiting, need, placed, wish, "
                     "distance and cost expected"), word);
      return FALSE;
    }
  if (is_declared (self, priority))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("a priority twice: \"%s\" found, each once expected"), word);
      return FALSE;
    }
  self->levels[self->n_levels++] = priority;
  return TRUE;
}

/* Distances and tariffs are least where nobody gets a place: before them it must count how many
 * do. */
static void
add_placed (KkrMatchingPlan *self)
{
  guint at = 0;

  if (is_declared (self, KKR_MATCHING_PLACED))
    return;
  while (at < self->n_levels && self->levels[at] < KKR_MATCHING_WISH)
    at++;
  memmove (&self->levels[at + 1], &self->levels[at],
           (self->n_levels - at) * sizeof self->levels[0]);
  self->levels[at] = KKR_MATCHING_PLACED;
  self->n_levels++;
  self->placed_added = TRUE;
}

gboolean
kkr_matching_read_priorities (KkrMatchingPlan *self, const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, ";,\n", -1);

  self->n_levels = 0;
  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0' && !add_word (self, words[i], error))
      return FALSE;
  if (self->n_levels == 0)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("no priorities: \"%s\" found, some of duty, waiting, need, placed, wish, "
                     "distance and cost expected"), text);
      return FALSE;
    }
  add_placed (self);
  for (guint i = 0; i < KKR_MATCHING_N_PRIORITIES; i++)
    self->level_of[i] = G_MAXUINT;
  for (guint i = 0; i < self->n_levels; i++)
    self->level_of[self->levels[i]] = i;
  return TRUE;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-plan-private.h>

static void
add_who (const KkrMatchingPlan *self, KkrTableBuilder *builder)
{
  const KkrMatching *matching = self->matching;
  const guint n = matching->n_persons;
  g_autofree const char **keys = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **municipalities = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **types = g_new0 (const char *, (gsize) n + 1);
  g_autofree gint32 *duties = g_new (gint32, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrMatchingPerson *person = &matching->persons[i];

      keys[i] = person->key;
      municipalities[i] = kkr_matching_get_municipality (matching, person->municipality);
      types[i] = person->type == KKR_MATCHING_NONE
                   ? NULL : kkr_matching_get_type_id (matching, person->type);
      duties[i] = person->duty;
    }
  kkr_table_builder_add_text (builder, "person", "Borger", "Person", keys);
  kkr_table_builder_add_text (builder, "municipality", "Kommune", "Municipality", municipalities);
  kkr_matching_add_texts (builder, "dom-type", "Domstype", "Dom-type", types, n);
  kkr_table_builder_add_yes_no (builder, "duty", "Skal anbringes straks",
                                "To be placed at once", duties, n);
}

static void
add_time (const KkrMatchingPlan *self, KkrTableBuilder *builder)
{
  const guint n = self->matching->n_persons;
  g_autofree gint32 *judged = g_new (gint32, (gsize) n + 1);
  g_autofree gint32 *typical = g_new (gint32, (gsize) n + 1);
  g_autofree gint32 *over = g_new0 (gint32, (gsize) n + 1);
  g_autofree gint64 *days = g_new (gint64, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrMatchingPerson *person = &self->matching->persons[i];

      judged[i] = person->judged;
      days[i] = person->days >= 0 ? person->days : G_MININT64;
      if (!kkr_matching_plan_get_typical (self, i, &typical[i]))
        typical[i] = G_MININT32;
      else
        over[i] = self->matching->day > typical[i];
    }
  kkr_matching_add_days (builder, "judged", "Dom modtaget", "Judgement received", judged, n);
  kkr_matching_add_numbers (builder, "days", "Døgn siden dommen", "Days since judgement",
                            KKR_UNIT_DAYS, days, n);
  kkr_matching_add_days (builder, "typical", "Typisk senest", "Typically by",
                         typical, n);
  kkr_table_builder_add_yes_no (builder, "over-typical", "Ud over det typiske",
                                "Beyond the typical", over, n);
  for (guint i = 0; i < n; i++)
    if (typical[i] == G_MININT32)
      kkr_table_builder_set_status (builder, "over-typical", i, KKR_CELL_STATUS_NOT_APPLICABLE);
}

static void
add_place (const KkrMatchingPlan *self, KkrTableBuilder *builder)
{
  const KkrMatching *matching = self->matching;
  const guint n = matching->n_persons;
  g_autofree gint32 *outcomes = g_new (gint32, (gsize) n + 1);
  g_autofree const char **offers = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **paragraphs = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **places = kkr_matching_plan_dup_places (self);

  for (guint i = 0; i < n; i++)
    {
      const guint slot = kkr_matching_plan_get_slot (self, self->answer->columns[i]);

      outcomes[i] = (gint32) kkr_matching_plan_get_outcome (self, i);
      if (slot == KKR_MATCHING_NONE)
        continue;
      offers[i] = matching->offers[matching->slots[slot].offer].name;
      paragraphs[i] = matching->slots[slot].paragraphs;
    }
  kkr_table_builder_add_choices (builder, "outcome", "Udfald", "Outcome", outcomes, n,
                                 kkr_matching_get_outcome_nicks (),
                                 kkr_matching_get_outcome_words (), NULL);
  kkr_matching_add_texts (builder, "offer", "Tilbud", "Offer", offers, n);
  kkr_matching_add_texts (builder, "place", "Plads", "Place", places, n);
  kkr_matching_add_texts (builder, "paragraphs", "Paragraffer", "Paragraphs", paragraphs, n);
}

static void
add_figures (const KkrMatchingPlan *self, KkrTableBuilder *builder)
{
  const KkrMatching *matching = self->matching;
  const guint n = matching->n_persons;
  g_autofree gint64 *metres = g_new (gint64, (gsize) n + 1);
  g_autofree gint64 *tariffs = g_new (gint64, (gsize) n + 1);
  g_autofree gint64 *may = g_new (gint64, (gsize) n + 1);
  g_autofree gint64 *can = g_new (gint64, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const guint slot = kkr_matching_plan_get_slot (self, self->answer->columns[i]);
      const gint64 distance = slot == KKR_MATCHING_NONE
                                ? -1 : kkr_matching_get_distance (matching, i,
                                                                  matching->slots[slot].offer);

      metres[i] = distance >= 0 ? distance : G_MININT64;
      tariffs[i] = slot == KKR_MATCHING_NONE ? G_MININT64 : matching->slots[slot].tariff;
      may[i] = self->may[i];
      can[i] = self->can[i];
    }
  kkr_matching_add_km (builder, "distance", "Afstand (km)", "Distance (km)", metres, n, TRUE);
  kkr_matching_add_numbers (builder, "tariff", "Takst pr. døgn", "Tariff per day",
                            KKR_UNIT_AMOUNT, tariffs, n);
  kkr_matching_set_sum (builder, "tariff", tariffs, n);
  /* Of who has a place it is not known; of the others there is none. */
  for (guint i = 0; i < n; i++)
    if (self->answer->columns[i] >= 0)
      {
        if (metres[i] == G_MININT64)
          kkr_table_builder_set_status (builder, "distance", i, KKR_CELL_STATUS_MISSING);
        if (tariffs[i] == G_MININT64)
          kkr_table_builder_set_status (builder, "tariff", i, KKR_CELL_STATUS_MISSING);
      }
  kkr_table_builder_add_int64 (builder, "may", "Tilbud, der må", "Offers that may",
                               KKR_UNIT_OFFERS, may, n);
  kkr_table_builder_add_int64 (builder, "can", "Tilbud, der kan", "Offers that can",
                               KKR_UNIT_OFFERS, can, n);
}

static void
add_wish_and_why (const KkrMatchingPlan *self, KkrTableBuilder *builder)
{
  static const char *const nicks[] = { "none", "met", "not-met", NULL };
  static const char *const words[] = { "intet ønske", "opfyldt", "ikke opfyldt", NULL };
  const guint n = self->matching->n_persons;
  g_autofree gint32 *wishes = g_new0 (gint32, (gsize) n + 1);
  g_auto (GStrv) danish = g_new0 (char *, (gsize) n + 1);
  g_auto (GStrv) english = g_new0 (char *, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      if (kkr_matching_has_wish (self->matching, i))
        wishes[i] = 1 + (gint32) kkr_matching_plan_count (self, KKR_MATCHING_WISH, i,
                                                          self->answer->columns[i]);
      danish[i] = kkr_matching_dup_why_in (self, i, "da");
      english[i] = kkr_matching_dup_why_in (self, i, "en");
    }
  kkr_table_builder_add_choices (builder, "wish", "Ønske", "Wish", wishes, n, nicks, words, NULL);
  kkr_table_builder_add_words (builder, "why", "Hvorfor, og hvad der skal vides",
                               "Why, and what has to be known", danish, english, n);
}

KkrTable *
kkr_matching_build_persons (const KkrMatchingPlan *self, GError **error)
{
  static const char *const keys[] = { "person", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("persons", "Borgere og pladser",
                                                               "Persons and places");

  add_who (self, builder);
  add_time (self, builder);
  add_place (self, builder);
  add_figures (self, builder);
  add_wish_and_why (self, builder);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

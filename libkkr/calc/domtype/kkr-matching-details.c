/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-read-private.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>

/* What was found where a person cannot have a place. */

static char *
dup_places (const KkrMatching *self, guint slot, const char *language)
{
  const KkrMatchingSlot *at = &self->slots[slot];
  g_autofree char *day = kkr_date_format (self->day, language);
  g_autofree char *places = kkr_format_int (at->places, language);
  g_autofree char *taken = kkr_format_int (at->taken, language);
  const char *one, *lives;

  one = kkr_text_in (language, at->places == 1 ? "plads" : "pladser",
                     at->places == 1 ? "place" : "places");
  lives = kkr_text_in (language, at->taken == 1 ? "borger bor der" : "borgere bor der",
                       at->taken == 1 ? "person lives there" : "persons live there");
  return g_strdup_printf ("%s: %s %s, %s %s", day, places, one, taken, lives);
}

static char *
dup_area (const KkrMatching *self, guint person, guint slot, const char *language)
{
  const guint one = self->persons[person].municipality;
  const guint two = self->offers[self->slots[slot].offer].municipality;
  const gboolean english = kkr_language_is_english (language);
  g_autofree char *from = NULL, *to = NULL;

  if (one == KKR_MATCHING_NONE)
    from = g_strdup (english ? "the person's municipality is not stated"
                             : "borgerens kommune er ikke oplyst");
  else
    from = g_strdup_printf (english ? "the person is from %s" : "borgeren er fra %s",
                            kkr_matching_get_municipality (self, one));
  if (two == KKR_MATCHING_NONE)
    to = g_strdup (english ? "the offer's municipality is not stated"
                           : "tilbuddets kommune er ikke oplyst");
  else
    to = g_strdup_printf (english ? "the offer lies in %s" : "tilbuddet ligger i %s",
                          kkr_matching_get_municipality (self, two));
  return g_strdup_printf ("%s, %s", from, to);
}

static char *
format_km (gint64 metres, const char *language)
{
  const KkrRational thousand = KKR_RATIONAL_INT (1000);
  KkrRational km = KKR_RATIONAL_INT (metres);

  kkr_rational_divide (&km, &thousand, &km);
  return kkr_format_exact (&km, 3, language);
}

static char *
dup_distance (const KkrMatching *self, guint person, guint slot, const char *language)
{
  const gint64 metres = kkr_matching_get_distance (self, person, self->slots[slot].offer);
  g_autofree char *found = metres >= 0 ? format_km (metres, language) : NULL;
  g_autofree char *most = self->texts->max_distance >= 0
                            ? format_km (self->texts->max_distance, language) : NULL;

  if (found == NULL || most == NULL)
    return NULL;
  return g_strdup_printf (kkr_language_is_english (language)
                          ? "%s km, %s km at most"
                          : "%s km, højst %s km",
                          found, most);
}

static gboolean
contains (const KkrMatchingSet *set, guint item)
{
  for (guint i = 0; i < set->n; i++)
    if (set->items[i] == item)
      return TRUE;
  return FALSE;
}

/* The groups that the offer is not for. */
static char *
dup_groups (const KkrMatching *self, guint person, guint slot)
{
  const KkrMatchingTexts *texts = self->texts;
  const KkrMatchingSet *needs = &g_array_index (texts->group_sets, KkrMatchingSet,
                                                texts->person_needs[person]);
  const KkrMatchingSet *has
    = &g_array_index (texts->group_sets, KkrMatchingSet,
                      texts->offer_groups[self->slots[slot].offer]);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < needs->n; i++)
    if (!contains (has, needs->items[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                              (const char *) texts->groups->pdata[needs->items[i]]);
  return g_string_free (text, FALSE);
}

/* Whether a text of a conflict is the person, or a group that the person needs. */
static gboolean
is_meant (const KkrMatching *self, const char *text, const char *key, guint needs)
{
  const guint group = kkr_matching_look_up (self->texts->group_of, text);
  g_autofree char *one = kkr_text_fold (text), *two = kkr_text_fold (key);

  if (g_str_equal (one, two))
    return TRUE;
  return group != KKR_MATCHING_NONE
         && contains (&g_array_index (self->texts->group_sets, KkrMatchingSet, needs), group);
}

static gboolean
lives_with (const KkrMatching *self, guint person, guint offer, const char *text)
{
  for (guint i = 0; i < self->texts->residents->len; i++)
    {
      const KkrMatchingResident *resident
        = &g_array_index (self->texts->residents, KkrMatchingResident, i);
      const guint needs = resident->needs == 0 && resident->person != KKR_MATCHING_NONE
                            ? self->texts->person_needs[resident->person] : resident->needs;

      if (resident->offer == offer && resident->person != person
          && is_meant (self, text, kkr_sheet_get_text (self->placement_sheet, resident->row,
                                                       KKR_MATCHING_PLACEMENT_PERSON), needs))
        return TRUE;
    }
  return FALSE;
}

/* The rows of `conflicts` that are meant. */
static char *
dup_conflicts (const KkrMatching *self, guint person, guint slot, const char *language)
{
  const KkrMatchingPerson *who = &self->persons[person];
  const guint needs = self->texts->person_needs[person], offer = self->slots[slot].offer;
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < kkr_sheet_get_n_rows (self->conflict_sheet); row++)
    {
      const char *one = kkr_sheet_get_text (self->conflict_sheet, row, KKR_MATCHING_CONFLICT_ONE);
      const char *other = kkr_sheet_get_text (self->conflict_sheet, row,
                                              KKR_MATCHING_CONFLICT_OTHER);

      if ((is_meant (self, one, who->key, needs) && lives_with (self, person, offer, other))
          || (is_meant (self, other, who->key, needs) && lives_with (self, person, offer, one)))
        {
          g_autofree char *place = kkr_sheet_place_in (self->conflict_sheet, row, G_MAXUINT,
                                                       language);

          g_string_append_printf (text, "%s%s: %s – %s", text->len > 0 ? "; " : "", place, one,
                                  other);
        }
    }
  return g_string_free (text, FALSE);
}

static char *
dup_type (const KkrMatching *self, guint person, const char *language)
{
  return g_strdup_printf (kkr_language_is_english (language)
                          ? "dom-type %s"
                          : "domstype %s",
                          kkr_matching_get_type_id (self, self->persons[person].type));
}

/* The title is all that the source says of it. */
static char *
dup_title (const KkrMatching *self, guint type, const char *language)
{
  KkrEntity *entity;
  const char *title;

  if (type == KKR_MATCHING_NONE)
    return g_strdup (kkr_text_in (language, "ingen dom; læsning, ikke bekræftet",
                                  "no judgement; a reading, not confirmed"));
  entity = KKR_ENTITY (self->types->pdata[type]);
  title = kkr_entity_get_title_in (entity, language);
  return g_strdup_printf (kkr_language_is_english (language)
                            ? "dom-type %s, %s; a reading of the title, not confirmed"
                            : "domstype %s, %s; læsning af titlen, ikke bekræftet",
                          kkr_entity_get_id (entity),
                          title != NULL ? title : kkr_entity_get_title_in (entity, "da"));
}

char *
kkr_matching_dup_detail_in (const KkrMatching *self, guint reason, guint person, guint slot,
                            const char *language)
{
  switch ((KkrMatchingReason) reason)
    {
    case KKR_MATCHING_NO_VACANCY:
    case KKR_MATCHING_NOT_OPEN:
      return dup_places (self, slot, language);
    case KKR_MATCHING_AREA:
    case KKR_MATCHING_AREA_UNSTATED:
      return dup_area (self, person, slot, language);
    case KKR_MATCHING_DISTANCE:
      return dup_distance (self, person, slot, language);
    case KKR_MATCHING_NEEDS:
      return dup_groups (self, person, slot);
    case KKR_MATCHING_DOM_TYPE:
    case KKR_MATCHING_DOM_TYPE_UNSTATED:
      return dup_type (self, person, language);
    case KKR_MATCHING_NOT_TO_SECURED:
      return dup_title (self, self->persons[person].type, language);
    case KKR_MATCHING_INDEPENDENT:
      return g_strdup (kkr_text_in (language, "kilden nævner kun private; læsning, ikke bekræftet",
                                    "the source only names private ones; a reading, not "
                                    "confirmed"));
    case KKR_MATCHING_CONFLICT:
      return dup_conflicts (self, person, slot, language);
    case KKR_MATCHING_DISTANCE_UNSTATED:
    case KKR_MATCHING_NEEDS_UNSTATED:
    case KKR_MATCHING_STAYS:
    case KKR_MATCHING_FIRST_RULE:
    default:
      return NULL;
    }
}

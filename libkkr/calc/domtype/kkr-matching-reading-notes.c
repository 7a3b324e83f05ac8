/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-read-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/model/kkr-entity-private.h>

#define MAX_NAMES 10

/* Which readings decided who may and can live where. */

static void
add_note (GPtrArray *notes, const char *danish, const char *english)
{
  g_ptr_array_add (notes, kkr_note_new (KKR_NOTE_KIND_REMARK, danish, english));
}

static void
add_counted (GPtrArray *notes, guint n, const char *danish, const char *english)
{
  g_autofree char *count_da = kkr_format_int (n, "da"), *count_en = kkr_format_int (n, "en");
  g_autofree char *text_da = NULL, *text_en = NULL;

  if (n == 0)
    return;
  text_da = g_strconcat (count_da, danish, NULL);
  text_en = g_strconcat (count_en, english, NULL);
  add_note (notes, text_da, text_en);
}

/* The first ten names, and the first row that has each. */
typedef struct {
  GString *danish, *english;
  guint n;
} Names;

static void
names_add (Names *self, const char *name, const KkrSheet *sheet, guint row, guint n_others)
{
  g_autofree char *place_da = NULL, *place_en = NULL;

  if (self->n++ >= MAX_NAMES)
    return;
  g_string_append_printf (self->danish, "%s%s", self->n > 1 ? "; " : " ", name);
  g_string_append_printf (self->english, "%s%s", self->n > 1 ? "; " : " ", name);
  if (sheet == NULL)
    return;
  place_da = kkr_sheet_place_in (sheet, row, G_MAXUINT, "da");
  place_en = kkr_sheet_place_in (sheet, row, G_MAXUINT, "en");
  g_string_append_printf (self->danish, " (%s", place_da);
  g_string_append_printf (self->english, " (%s", place_en);
  if (n_others > 0)
    {
      g_string_append_printf (self->danish, " og %u til", n_others);
      g_string_append_printf (self->english, " and %u more", n_others);
    }
  g_string_append_c (self->danish, ')');
  g_string_append_c (self->english, ')');
}

static void
names_end (Names *self, GPtrArray *notes)
{
  g_string_append (self->danish, self->n > MAX_NAMES ? "; …" : ".");
  g_string_append (self->english, self->n > MAX_NAMES ? "; …" : ".");
  if (self->n > 0)
    add_note (notes, self->danish->str, self->english->str);
  g_string_free (self->danish, TRUE);
  g_string_free (self->english, TRUE);
}

static void
add_rule_readings (const KkrMatching *self, GPtrArray *notes)
{
  const KkrMatchingTexts *texts = self->texts;
  const gboolean refuses = texts->private_offers == KKR_RULE_EFFECT_REFUSES;

  add_note (notes,
            refuses ? "Private tilbud afvises, hvor reglen siger, at de i praksis ikke kan bruges; "
                      "det er praksis, ikke lov."
                    : "Private tilbud afvises ikke, men oplyses, hvor reglen siger, at de i "
                      "praksis ikke kan bruges.",
            refuses ? "Private offers are refused where the rule says that they cannot be used in "
                      "practice; it is practice, not law."
                    : "Private offers are not refused, but told, where the rule says that they "
                      "cannot be used in practice.");
  if (texts->approval == KKR_APPROVAL_SCOPE_ALL_TYPES)
    add_note (notes,
              "Kravet om et længerevarende tilbud, der er godkendt på Tilbudsportalen, bruges for "
              "alle domstyper.",
              "A long-term offer that is approved on Tilbudsportalen is required for all "
              "dom-types.");
  else if (texts->approval == KKR_APPROVAL_SCOPE_NOT_REQUIRED)
    add_note (notes,
              "Kravet om et længerevarende tilbud, der er godkendt på Tilbudsportalen, afviser "
              "ingen, men oplyses.",
              "A long-term offer that is approved on Tilbudsportalen is required of nobody; what "
              "is missing is told.");
  else
    add_note (notes,
              "Kravet om et længerevarende tilbud, der er godkendt på Tilbudsportalen, bruges for "
              "de domstyper, hvis regler har det. Rapporten siger det om flytning på grund af en "
              "dom.",
              "A long-term offer that is approved on Tilbudsportalen is required for the dom-types "
              "whose rules say so. The report says it of a move because of a judgement.");
}

static gboolean
has_decision (const KkrMatching *self)
{
  for (guint i = 0; i < self->n_persons; i++)
    if (self->persons[i].decision != KKR_DOM_DECISION_NONE)
      return TRUE;
  return FALSE;
}

static gboolean
has_prose (const KkrMatching *self)
{
  for (guint i = 0; i < self->n_offers; i++)
    if (self->offers[i].approved == KKR_PORTAL_APPROVAL_PROSE)
      return TRUE;
  return FALSE;
}

static void
add_person_readings (const KkrMatching *self, GPtrArray *notes)
{
  const KkrMatchingTexts *texts = self->texts;

  if (has_prose (self))
    add_note (notes,
              texts->prose == KKR_RULE_EFFECT_REFUSES
                ? "Et tilbud, der kun i teksten på Tilbudsportalen siger, at det tager domfældte, "
                  "regnes ikke som godkendt."
                : "Et tilbud, der kun i teksten på Tilbudsportalen siger, at det tager domfældte, "
                  "afvises ikke, men oplyses.",
              texts->prose == KKR_RULE_EFFECT_REFUSES
                ? "An offer that says only in its free text on Tilbudsportalen that it takes "
                  "persons with a judgement does not count as approved."
                : "An offer that says only in its free text on Tilbudsportalen that it takes "
                  "persons with a judgement is not refused, but told.");
  if (has_decision (self))
    add_note (notes,
              texts->escalated == KKR_ESCALATION_READING_STRICTER
                ? "Efter en afgørelse, der skærper foranstaltningen, bruges den strengere "
                  "domstypes regler: 1 for sikret, 3 for anbringelse; egen domstypes øvrige "
                  "regler oplyses, men afviser ikke. Ingen kilde siger det."
                : "Efter en afgørelse, der skærper foranstaltningen, bruges stadig borgerens egen "
                  "domstypes regler; sikret kræver desuden en sikret plads. Ingen kilde siger det.",
              texts->escalated == KKR_ESCALATION_READING_STRICTER
                ? "After a decision that makes a measure stricter, the rules of the stricter "
                  "dom-type are used: 1 for secured, 3 for placement; the other rules of the own "
                  "dom-type are told, but refuse nothing. No source says so."
                : "After a decision that makes a measure stricter, the rules of the person's own "
                  "dom-type are still used; secured asks for a secured place besides. No source "
                  "says so.");
  if (texts->has_duty_types)
    {
      const char *types = kkr_calculator_get_text (self->calculator, "duty-types");
      g_autofree char *danish
        = g_strdup_printf ("Pligten til at anbringe straks bruges for de angivne domstyper (%s) i "
                           "stedet for reglernes.", types);
      g_autofree char *english
        = g_strdup_printf ("The duty to place at once is used for the given dom-types (%s) instead "
                           "of those of the rules.", types);

      add_note (notes, danish, english);
    }
}

/* "2, 3": the dom-types of which a rule says at once. */
static char *
dup_duty_types (const KkrMatching *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->types->len; i++)
    for (guint k = 0; k < self->n_rules; k++)
      if (self->rules[k].dom_type == self->types->pdata[i]
          && kkr_dom_type_rule_get_at_once (self->rules[k].rule))
        {
          g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                  kkr_matching_get_type_id (self, i));
          break;
        }
  if (text->len == 0)
    g_string_append (text, "–");
  return g_string_free (text, FALSE);
}

/* A dom-type that is to placement, of which no rule says at once. */
static void
add_duty (const KkrMatching *self, GPtrArray *notes)
{
  g_autofree char *types = dup_duty_types (self);

  for (guint i = 0; i < self->n_persons && !self->texts->has_duty_types; i++)
    {
      const KkrMatchingPerson *person = &self->persons[i];
      const char *own = kkr_matching_get_type_id (self, person->type);
      g_autofree char *danish = NULL, *english = NULL;

      if (person->type == KKR_MATCHING_NONE || person->duty
          || g_strcmp0 (kkr_dom_type_get_measure (self->types->pdata[person->type]),
                        "placement") != 0)
        continue;
      danish = g_strdup_printf ("For domstype %s siger reglerne ikke, at borgeren skal anbringes "
                                "straks; pligten bruges kun for domstype %s.", own, types);
      english = g_strdup_printf ("Of dom-type %s the rules do not say that the person is to be "
                                 "placed at once; the duty is used for dom-type %s only.", own,
                                 types);
      add_note (notes, danish, english);
      return;
    }
}

static void
add_unstated (const KkrMatching *self, GPtrArray *notes)
{
  const gboolean refuses = self->texts->unstated == KKR_RULE_EFFECT_REFUSES;
  Names sectors = { g_string_new ("Sektoren er driftsherrens, hvor den ikke er oplyst:"),
                    g_string_new ("The sector is that of the operator where it is not stated:"),
                    0 };

  if (refuses)
    add_note (notes, "Et forhold, der ikke er oplyst, afviser.",
              "A fact that is not stated refuses.");
  else if (kkr_calculator_is_assigned (self->calculator, "unstated"))
    add_note (notes, "Et forhold, der ikke er oplyst, afviser ikke; det står under »Oplyses«.",
              "A fact that is not stated does not refuse; it stands under “To be known”.");
  else
    add_note (notes,
              "Et forhold, der ikke er oplyst, afviser ikke; det står under »Oplyses«. Dog regnes "
              "et tilbud kun for sikret, hvor det er oplyst.",
              "A fact that is not stated does not refuse; it stands under “To be known”. But an "
              "offer counts as secured only where that is stated.");
  if (!kkr_sheet_has_column (self->offer_sheet, KKR_MATCHING_OFFER_DOM_TYPES))
    add_note (notes, "Tilbuddene siger ikke, hvilke domstyper de tager; det er ikke prøvet.",
              "The offers do not say which dom-types they take; it is not asked.");
  if (!kkr_calculator_is_assigned (self->calculator, "placements"))
    add_note (notes, "Ingen placeringer er angivet: alle pladser regnes som ledige.",
              "No placements are given: all places count as vacant.");
  for (guint i = 0; i < self->texts->derived_sectors->len; i++)
    names_add (&sectors, self->texts->derived_sectors->pdata[i], NULL, 0, 0);
  names_end (&sectors, notes);
}

/* Rows of a table by what they name: which is the first, and how many there are. */
typedef struct {
  guint first, n;
} Rows;

static void
rows_add (Rows *rows, guint number, guint row)
{
  if (number != KKR_MATCHING_NONE && rows[number].n++ == 0)
    rows[number].first = row;
}

static void
add_unknown_municipalities (const KkrMatching *self, GPtrArray *notes)
{
  const guint n = self->texts->municipalities->len;
  g_autofree Rows *persons = g_new0 (Rows, (gsize) n + 1), *offers = g_new0 (Rows, (gsize) n + 1);
  Names unknown = { g_string_new ("Registret kender ingen kommune med navnet:"),
                    g_string_new ("The register knows no municipality called:"), 0 };

  for (guint i = 0; i < self->n_persons; i++)
    rows_add (persons, self->persons[i].municipality, self->persons[i].row);
  for (guint i = 0; i < self->n_offers; i++)
    rows_add (offers, self->offers[i].municipality, self->offers[i].row);
  for (guint i = 0; i < n; i++)
    {
      const KkrMatchingMunicipality *municipality = kkr_matching_municipality (self, i);
      const guint n_rows = persons[i].n + offers[i].n;

      if (municipality->code < 0 && n_rows == 0)
        names_add (&unknown, municipality->name, NULL, 0, 0); /* of the distances */
      else if (municipality->code < 0)
        names_add (&unknown, municipality->name,
                     persons[i].n > 0 ? self->person_sheet : self->offer_sheet,
                     persons[i].n > 0 ? persons[i].first : offers[i].first, n_rows - 1);
    }
  names_end (&unknown, notes);
}

/* What no offer is for may be misspelt. Where no offer says whom it is for, there is nothing to
 * compare with. */
static void
add_unknown_groups (const KkrMatching *self, GPtrArray *notes)
{
  const KkrMatchingTexts *texts = self->texts;
  g_autofree Rows *persons = g_new0 (Rows, (gsize) texts->groups->len + 1);
  g_autofree gboolean *offered = g_new0 (gboolean, (gsize) texts->groups->len + 1);
  Names unknown = { g_string_new ("Ingen af tilbuddene har målgruppen:"),
                    g_string_new ("None of the offers has the target group:"), 0 };
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_offers; i++)
    {
      const KkrMatchingSet *set = &g_array_index (texts->group_sets, KkrMatchingSet,
                                                  texts->offer_groups[i]);

      any = any || set->n > 0;
      for (guint k = 0; k < set->n; k++)
        offered[set->items[k]] = TRUE;
    }
  for (guint i = 0; i < self->n_persons; i++)
    {
      const KkrMatchingSet *set = &g_array_index (texts->group_sets, KkrMatchingSet,
                                                  texts->person_needs[i]);

      for (guint k = 0; k < set->n; k++)
        rows_add (persons, set->items[k], self->persons[i].row);
    }
  for (guint i = 0; any && i < texts->groups->len; i++)
    if (persons[i].n > 0 && !offered[i])
      names_add (&unknown, texts->groups->pdata[i], self->person_sheet, persons[i].first,
                   persons[i].n - 1);
  names_end (&unknown, notes);
}

static void
add_unknown (const KkrMatching *self, GPtrArray *notes)
{
  add_unknown_municipalities (self, notes);
  add_unknown_groups (self, notes);
  add_counted (notes, self->texts->n_unknown_conflicts,
               " af hensynene nævner en, der hverken venter eller bor i tilbuddene.",
               " of the conflicts name somebody who neither waits nor lives in the offers.");
  add_counted (notes, self->texts->n_unknown_distances,
               " af afstandene er til et tilbud, der ikke er blandt tilbuddene; de bruges ikke.",
               " of the distances are to an offer that is none of the offers; they are not used.");
  add_counted (notes, self->texts->n_unknown_living,
               " af borgerne bor i et tilbud, der ikke er blandt tilbuddene.",
               " of the persons live in an offer that is none of the offers.");
  add_counted (notes, self->texts->n_not_placed,
               " af borgerne bor i et tilbud uden at stå blandt placeringerne; deres plads er ikke "
               "regnet som optaget.",
               " of the persons live in an offer and are none of the placements; their places do "
               "not count as taken.");
}

static gboolean
has_type (const KkrMatching *self, guint type)
{
  for (guint i = 0; i < self->n_persons; i++)
    if (self->persons[i].rules_type == type)
      return TRUE;
  return FALSE;
}

/* Rules for those who wait that hold, but that nothing can be asked of. */
static void
add_told_rules (const KkrMatching *self, GPtrArray *notes)
{
  for (guint i = 0; i < self->types->len; i++)
    {
      gsize n;
      KkrDomTypeRule **rules = kkr_dom_type_dup_rules (self->types->pdata[i], &n);

      for (gsize k = 0; k < n; k++)
        {
          KkrEntity *rule = KKR_ENTITY (rules[k]);

          if (has_type (self, i) && kkr_dom_type_rule_get_test (rules[k]) == NULL
              && kkr_entity_holds_on (rule, self->day)
              && kkr_entity_get_title_in (rule, "en") != NULL)
            {
              g_autofree char *danish
                = g_strdup_printf ("Oplyses, men afviser ingen: %s.",
                                   kkr_entity_get_title_in (rule, "da"));
              g_autofree char *english
                = g_strdup_printf ("Told, but refuses nobody: %s.",
                                   kkr_entity_get_title_in (rule, "en"));

              add_note (notes, danish, english);
            }
          g_object_unref (rules[k]);
        }
      g_free (rules);
    }
}

void
kkr_matching_add_notes (const KkrMatching *self, GPtrArray *notes)
{
  add_rule_readings (self, notes);
  kkr_matching_add_offer_readings (self, notes);
  add_person_readings (self, notes);
  add_duty (self, notes);
  add_unstated (self, notes);
  add_unknown (self, notes);
  add_told_rules (self, notes);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-read-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/calc/kkr-sheet-state-private.h>

/* Who waits: with what judgement, since when, and what for. */

static void
read_type (KkrMatching *self, KkrMatchingPerson *person)
{
  const char *text = kkr_sheet_get_text (self->person_sheet, person->row,
                                         KKR_MATCHING_PERSON_DOM_TYPE);
  g_autofree char *quoted = NULL, *found = NULL;

  if (kkr_matching_read_type (self, text, &person->type)
      || kkr_matching_report_number (self, self->person_sheet, person->row,
                                     KKR_MATCHING_PERSON_DOM_TYPE))
    return;
  quoted = kkr_text_quote (person->key);
  found = kkr_text_quote (text);
  kkr_matching_report (self, self->person_sheet, person->row, KKR_MATCHING_PERSON_DOM_TYPE,
                       KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("%s: no such dom-type: %s found, those of the register expected"), quoted,
                       found);
}

/* A measure is made stricter only as its dom-type allows. */
static void
read_decision (KkrMatching *self, KkrMatchingPerson *person)
{
  static const char *const words[] = { "none", "none", "secured", "placement" };
  const char *may = person->type != KKR_MATCHING_NONE
                      ? kkr_dom_type_get_escalates_to (self->types->pdata[person->type]) : NULL;
  const int stated = kkr_sheet_get_choice (self->person_sheet, person->row,
                                           KKR_MATCHING_PERSON_DECISION);
  g_autofree char *quoted = NULL, *found = NULL;

  person->decision = stated != KKR_DOM_DECISION_UNSET ? (KkrDomDecision) stated
                                                      : KKR_DOM_DECISION_NONE;
  person->rules_type = person->type;
  if (person->decision == KKR_DOM_DECISION_NONE)
    return;
  if (g_strcmp0 (may, words[person->decision]) != 0)
    {
      quoted = kkr_text_quote (person->key);
      found = kkr_sheet_dup_choice_in (self->person_sheet, person->row,
                                       KKR_MATCHING_PERSON_DECISION, kkr_sheet_language ());
      kkr_matching_report (self, self->person_sheet, person->row, KKR_MATCHING_PERSON_DECISION,
                           KKR_CALC_ERROR_INCONSISTENT,
                           _("%s: dom-type \"%s\" cannot be made so strict: %s found, what the "
                             "dom-type allows expected"), quoted,
                           kkr_matching_get_type_id (self, person->type), found);
    }
  person->told_rules = kkr_matching_get_told_rules (self, person->type, person->decision);
  if (self->texts->escalated == KKR_ESCALATION_READING_STRICTER)
    kkr_matching_read_type (self, person->decision == KKR_DOM_DECISION_SECURED ? "1" : "3",
                            &person->rules_type);
}

static void
read_judged (KkrMatching *self, KkrMatchingPerson *person)
{
  g_autofree char *quoted = NULL, *found = NULL, *day = NULL;

  person->judged = kkr_sheet_get_date (self->person_sheet, person->row,
                                       KKR_MATCHING_PERSON_JUDGED);
  person->days = person->judged != G_MININT32 ? (gint64) self->day - person->judged : -1;
  if (person->judged == G_MININT32)
    return;
  quoted = kkr_text_quote (person->key);
  found = kkr_date_to_string (person->judged);
  day = kkr_date_to_string (self->day);
  if (person->judged > self->day)
    kkr_matching_report (self, self->person_sheet, person->row, KKR_MATCHING_PERSON_JUDGED,
                         KKR_CALC_ERROR_INCONSISTENT,
                         _("%s: a judgement after the day that is matched: %s found, %s or before "
                           "expected"), quoted, found, day);
  else if (person->type == KKR_MATCHING_NONE
           && !kkr_sheet_has (self->person_sheet, person->row, KKR_MATCHING_PERSON_DOM_TYPE))
    kkr_matching_report (self, self->person_sheet, person->row, KKR_MATCHING_PERSON_JUDGED,
                         KKR_CALC_ERROR_INCONSISTENT,
                         _("%s: a judgement without a dom-type: %s found, a dom-type or no day "
                           "expected"), quoted, found);
}

static void
read_points (KkrMatching *self, KkrMatchingPerson *person)
{
  const gint64 points = kkr_sheet_get_whole (self->person_sheet, person->row,
                                             KKR_MATCHING_PERSON_POINTS);
  g_autofree char *quoted = NULL;

  person->points = CLAMP (points, 0, G_MAXINT32);
  if (points == G_MININT64 || person->points == points)
    return;
  quoted = kkr_text_quote (person->key);
  kkr_matching_report (self, self->person_sheet, person->row, KKR_MATCHING_PERSON_POINTS,
                       KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("%s: no points of need: %lld found, 0 to %d expected"), quoted,
                       (long long) points, G_MAXINT32);
}

/* An offer, or else a municipality. */
static void
read_wish (KkrMatching *self, KkrMatchingPerson *person)
{
  const char *text = kkr_sheet_get_text (self->person_sheet, person->row,
                                         KKR_MATCHING_PERSON_WISH);
  guint municipality;

  person->wish_offer = kkr_matching_find_offer (self, text);
  person->wish_municipality = KKR_MATCHING_NONE;
  if (text == NULL || person->wish_offer != KKR_MATCHING_NONE)
    return;
  municipality = kkr_matching_look_up (self->texts->municipality_of, text);
  if (municipality == KKR_MATCHING_NONE)
    {
      g_autoptr (KkrMunicipality) found = kkr_register_find_municipality (self->reg, text, NULL);

      if (found != NULL)
        municipality = kkr_matching_read_municipality (self, text);
    }
  person->wish_municipality = municipality;
  if (municipality == KKR_MATCHING_NONE
      && !kkr_matching_report_number (self, self->person_sheet, person->row,
                                      KKR_MATCHING_PERSON_WISH))
    {
      g_autofree char *quoted = kkr_text_quote (person->key);
      g_autofree char *wish = kkr_text_quote (text);

      kkr_matching_report (self, self->person_sheet, person->row, KKR_MATCHING_PERSON_WISH,
                           KKR_CALC_ERROR_INCONSISTENT,
                           _("%s: neither an offer nor a municipality: %s found, one of the "
                             "offers or a municipality expected"), quoted, wish);
    }
}

static void
read_key (KkrMatching *self, KkrMatchingPerson *person)
{
  person->key = kkr_sheet_get_text (self->person_sheet, person->row, KKR_MATCHING_PERSON_KEY);
  if (!kkr_matching_add_key (self->texts->person_of, person->key, person->row))
    {
      g_autofree char *quoted = kkr_text_quote (person->key);

      kkr_matching_report (self, self->person_sheet, person->row, KKR_MATCHING_PERSON_KEY,
                           KKR_CALC_ERROR_INCONSISTENT,
                           _("a person who is there already: %s of row %u found, another key "
                             "expected"), quoted,
                           kkr_matching_find_person (self, person->key) + 1);
    }
}

/* Duty and choice follow from the rules: who was decided to be placed has no choice any more. */
static void
read_duty (KkrMatching *self, KkrMatchingPerson *person)
{
  const guint32 rules = kkr_matching_get_class_rules (self, person->type, person->decision);

  if (person->type == KKR_MATCHING_NONE)
    return;
  for (guint i = 0; i < self->n_rules; i++)
    {
      const KkrMatchingRule *rule = &self->rules[i];
      const gboolean own = rule->dom_type == self->types->pdata[person->type];

      if (kkr_dom_type_rule_get_at_once (rule->rule) && (own || (rules >> i & 1) != 0))
        person->duty = TRUE;
      if (rule->test == KKR_MATCHING_TEST_VOLUNTARY && (rules >> i & 1) != 0)
        person->voluntary = TRUE;
    }
  if (self->texts->has_duty_types)
    person->duty = (self->texts->duty_types >> person->type & 1) != 0
                   || (self->texts->duty_types >> person->rules_type & 1) != 0;
}

/* Columns that were mixed up; their cells are printed. */
static void
check_numbers (const KkrMatching *self, const KkrMatchingPerson *person)
{
  kkr_matching_report_number (self, self->person_sheet, person->row,
                              KKR_MATCHING_PERSON_MUNICIPALITY);
  kkr_matching_report_number (self, self->person_sheet, person->row, KKR_MATCHING_PERSON_NEEDS);
  if (person->living_in == KKR_MATCHING_NONE)
    kkr_matching_report_number (self, self->person_sheet, person->row,
                                KKR_MATCHING_PERSON_LIVING_IN);
}

void
kkr_matching_read_persons (KkrMatching *self)
{
  const KkrSheet *sheet = self->person_sheet;

  self->persons = g_new0 (KkrMatchingPerson, (gsize) self->n_persons + 1);
  self->texts->person_needs = g_new0 (guint, (gsize) self->n_persons + 1);
  for (guint row = 0; row < self->n_persons; row++)
    {
      KkrMatchingPerson *person = &self->persons[row];
      const char *living_in = kkr_sheet_get_text (sheet, row, KKR_MATCHING_PERSON_LIVING_IN);

      person->row = row;
      read_key (self, person);
      person->municipality
        = kkr_matching_read_municipality (self,
                                          kkr_sheet_get_text (sheet, row,
                                                              KKR_MATCHING_PERSON_MUNICIPALITY));
      read_type (self, person);
      read_decision (self, person);
      read_judged (self, person);
      read_points (self, person);
      read_wish (self, person);
      read_duty (self, person);
      self->texts->person_needs[row]
        = kkr_matching_read_groups (self, kkr_sheet_get_text (sheet, row,
                                                              KKR_MATCHING_PERSON_NEEDS));
      person->living_in = kkr_matching_find_offer (self, living_in);
      check_numbers (self, person);
      person->living_slot = KKR_MATCHING_NONE;
      self->texts->n_unknown_living += living_in != NULL
                                       && person->living_in == KKR_MATCHING_NONE;
    }
}

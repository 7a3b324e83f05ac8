/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-read-private.h>
#include <libkkr/calc/domtype/kkr-sector-private.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>

/* Reasons in words. A rule of the register is told by its own title and its source. */

typedef struct {
  const char *id, *danish, *english;
} Words;

static const Words words[KKR_MATCHING_FIRST_RULE] = {
  [KKR_MATCHING_NO_VACANCY] = { "no-vacancy", "ingen ledig plads", "no vacant place" },
  [KKR_MATCHING_NOT_OPEN] = { "not-open", "ingen plads i drift", "no place in use" },
  [KKR_MATCHING_AREA] = { "area", "uden for området", "outside the area" },
  [KKR_MATCHING_AREA_UNSTATED] = { "area-unstated", "område ikke oplyst", "area not stated" },
  [KKR_MATCHING_DISTANCE] = { "distance", "for langt væk", "too far away" },
  [KKR_MATCHING_DISTANCE_UNSTATED] = { "distance-unstated", "afstand ikke oplyst",
                                       "distance not stated" },
  [KKR_MATCHING_NEEDS] = { "needs", "uden for målgruppen", "outside the target group" },
  [KKR_MATCHING_NEEDS_UNSTATED] = { "needs-unstated", "tilbuddets målgrupper ikke oplyst",
                                    "target groups of the offer not stated" },
  [KKR_MATCHING_DOM_TYPE] = { "dom-type", "tager ikke domstypen", "does not take the dom-type" },
  [KKR_MATCHING_DOM_TYPE_UNSTATED] = { "dom-type-unstated", "tilbuddets domstyper ikke oplyst",
                                       "dom-types of the offer not stated" },
  [KKR_MATCHING_CONFLICT] = { "conflict", "hensyn til andre beboere",
                              "regard for other residents" },
  [KKR_MATCHING_NOT_TO_SECURED] = { "secured-place", "sikret plads uden dom til det",
                                    "secured place without a judgement to it" },
  [KKR_MATCHING_INDEPENDENT] = { "independent", "selvejende driftsherre",
                                 "independent operator" },
  [KKR_MATCHING_STAYS] = { "stays", "bor der i forvejen", "lives there already" },
};

static const Words failed[] = {
  [KKR_MATCHING_TEST_LONG_TERM] = { NULL, "ikke længerevarende", "not long-term" },
  [KKR_MATCHING_TEST_APPROVED] = { NULL, "ikke godkendt på Tilbudsportalen",
                                   "not approved on Tilbudsportalen" },
  [KKR_MATCHING_TEST_SECURED] = { NULL, "ikke sikret", "not secured" },
  [KKR_MATCHING_TEST_VOLUNTARY] = { NULL, "frivilligt for borgeren", "voluntary for the person" },
};

static const Words unstated[] = {
  [KKR_MATCHING_TEST_PARAGRAPH] = { NULL, "paragraf ikke oplyst", "paragraph not stated" },
  [KKR_MATCHING_TEST_LONG_TERM] = { NULL, "varighed ikke oplyst", "length not stated" },
  [KKR_MATCHING_TEST_APPROVED] = { NULL, "godkendelse ikke oplyst", "approval not stated" },
  [KKR_MATCHING_TEST_SECURED] = { NULL, "ikke oplyst, om det er sikret",
                                  "not stated whether secured" },
  [KKR_MATCHING_TEST_SECTOR] = { NULL, "sektor ikke oplyst", "sector not stated" },
  [KKR_MATCHING_TEST_VOLUNTARY] = { NULL, "frivilligt for borgeren", "voluntary for the person" },
};

static const KkrMatchingRule *
get_rule (const KkrMatching *self, guint reason, gboolean *is_unstated)
{
  const guint at = reason - KKR_MATCHING_FIRST_RULE;

  *is_unstated = at >= KKR_MATCHING_MAX_RULES;
  return &self->rules[at % KKR_MATCHING_MAX_RULES];
}

static char *
dup_paragraphs (KkrDomTypeRule *rule)
{
  GString *text = g_string_new (NULL);
  gsize n;
  KkrParagraph **paragraphs = kkr_dom_type_rule_dup_paragraphs (rule, &n);

  for (gsize i = 0; i < n; i++)
    {
      const char *number = kkr_paragraph_get_number (paragraphs[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                              number != NULL ? number
                                             : kkr_entity_get_id (KKR_ENTITY (paragraphs[i])));
      g_object_unref (paragraphs[i]);
    }
  g_free (paragraphs);
  return g_string_free (text, FALSE);
}

static char *
dup_rule_name (const KkrMatching *self, guint reason, const char *language)
{
  gboolean is_unstated;
  const KkrMatchingRule *rule = get_rule (self, reason, &is_unstated);
  const Words *found = is_unstated ? &unstated[rule->test] : &failed[rule->test];
  const char *sector = kkr_dom_type_rule_get_sector (rule->rule);
  g_autofree char *what = NULL;

  if (!is_unstated && rule->test == KKR_MATCHING_TEST_PARAGRAPH)
    {
      what = dup_paragraphs (rule->rule);
      return g_strdup_printf (kkr_language_is_english (language)
                          ? "not %s"
                          : "ikke %s", what);
    }
  if (!is_unstated && rule->test == KKR_MATCHING_TEST_SECTOR)
    {
      const KkrSector of = sector != NULL ? kkr_sector_from_string (sector, NULL)
                                          : KKR_SECTOR_UNSET;

      return g_strdup_printf (kkr_language_is_english (language)
                                ? "%s operator"
                                : "%s driftsherre", kkr_sector_word_in (of, language));
    }
  return g_strdup (kkr_text_in (language, found->danish, found->english));
}

char *
kkr_matching_dup_reason_name_in (const KkrMatching *self, guint reason, const char *language)
{
  if (reason >= KKR_MATCHING_FIRST_RULE)
    return dup_rule_name (self, reason, language);
  return g_strdup (kkr_text_in (language, words[reason].danish, words[reason].english));
}

char *
kkr_matching_dup_reason_id (const KkrMatching *self, guint reason)
{
  gboolean is_unstated;
  const KkrMatchingRule *rule;

  if (reason < KKR_MATCHING_FIRST_RULE)
    return g_strdup (words[reason].id);
  rule = get_rule (self, reason, &is_unstated);
  return g_strdup_printf ("%s%s", kkr_entity_get_id (KKR_ENTITY (rule->rule)),
                          is_unstated ? "-unstated" : "");
}

/* A reading has the source of the rule that it is about. */
static guint
find_sourced (const KkrMatching *self, guint reason)
{
  const guint32 rules = reason == KKR_MATCHING_NOT_TO_SECURED ? self->texts->secured_rules
                        : reason == KKR_MATCHING_INDEPENDENT  ? self->texts->private_rules : 0;

  return rules != 0 ? KKR_MATCHING_FIRST_RULE + (guint) __builtin_ctz (rules) : reason;
}

char *
kkr_matching_dup_reason_source (const KkrMatching *self, guint reason, const char *language)
{
  gboolean is_unstated;
  KkrEntity *entity;
  KkrSource *source;
  const char *publisher, *section;
  g_autofree char *date = NULL;
  KkrDatePrecision precision;
  gint32 earliest, latest;

  reason = find_sourced (self, reason);
  if (reason < KKR_MATCHING_FIRST_RULE)
    return NULL;
  entity = KKR_ENTITY (get_rule (self, reason, &is_unstated)->rule);
  source = kkr_entity_get_source (entity);
  if (source == NULL)
    return NULL;
  publisher = kkr_source_get_publisher (source);
  section = kkr_entity_get_section (entity);
  if (kkr_source_get_date (source) != NULL &&
      kkr_date_parse_bounds (kkr_source_get_date (source), &earliest, &latest, &precision))
    date = kkr_date_format_bounds (earliest, latest, precision, language);
  return g_strdup_printf ("%s%s%s%s%s%s%s", publisher != NULL ? publisher : "",
                          publisher != NULL ? ": " : "", kkr_source_get_title (source),
                          date != NULL ? ", " : "", date != NULL ? date : "",
                          section != NULL ? "; " : "", section != NULL ? section : "");
}

static const char *
say_stated (int stated, const char *language)
{
  return stated < 0 ? kkr_text_in (language, "ikke oplyst", "not stated")
         : stated   ? kkr_text_in (language, "ja", "yes") : kkr_text_in (language, "nej", "no");
}

static const char *
say_approval (KkrPortalApproval approval, const char *language)
{
  static const char *const danish[] = { "ikke oplyst", "ja", "nej", "kun i teksten" };
  static const char *const english[] = { "not stated", "yes", "no", "only in the free text" };

  return kkr_text_in (language, danish[approval], english[approval]);
}

/* What the rule found in the slot. */
static char *
dup_found (const KkrMatching *self, KkrMatchingTest test, guint slot, const char *language)
{
  const KkrMatchingSlot *at = &self->slots[slot];
  const KkrMatchingOffer *offer = &self->offers[at->offer];

  switch (test)
    {
    case KKR_MATCHING_TEST_PARAGRAPH:
      return g_strdup (*at->paragraphs != '\0' ? at->paragraphs : say_stated (-1, language));
    case KKR_MATCHING_TEST_LONG_TERM:
      return g_strdup (say_stated (at->long_term, language));
    case KKR_MATCHING_TEST_APPROVED:
      return g_strdup (say_approval (offer->approved, language));
    case KKR_MATCHING_TEST_SECURED:
      return g_strdup (say_stated (offer->secured, language));
    case KKR_MATCHING_TEST_SECTOR:
      return g_strdup (offer->sector != KKR_SECTOR_UNSET
                         ? kkr_sector_word_in (offer->sector, language)
                         : say_stated (-1, language));
    case KKR_MATCHING_TEST_VOLUNTARY:
    case KKR_MATCHING_TEST_NONE:
    default:
      return NULL;
    }
}

static char *
dup_rule_text (const KkrMatching *self, guint reason, guint person, guint slot,
               const char *language)
{
  gboolean is_unstated;
  const KkrMatchingRule *rule = get_rule (self, reason, &is_unstated);
  KkrEntity *entity = KKR_ENTITY (rule->rule);
  g_autofree char *source = kkr_matching_dup_reason_source (self, reason, language);
  g_autofree char *found = slot != KKR_MATCHING_NONE
                             ? dup_found (self, rule->test, slot, language) : NULL;
  const char *title = kkr_entity_get_title_in (entity, language);
  GString *text = g_string_new (title != NULL ? title
                                              : kkr_entity_get_title_in (entity, "da"));

  if (source != NULL)
    g_string_append_printf (text, " (%s)", source);
  if (!kkr_entity_get_confirmed (entity))
    g_string_append (text, kkr_text_in (language, ", ikke bekræftet", ", not confirmed"));
  /* The tables of reasons have a column for it; of a pair, this is all that is read. */
  if (person != KKR_MATCHING_NONE)
    g_string_append (text, rule->legal ? kkr_text_in (language, "; efter loven", "; by law")
                                       : kkr_text_in (language, "; praksis, ikke lov",
                                                      "; practice, not law"));
  if (found != NULL)
    g_string_append_printf (text, kkr_language_is_english (language)
                          ? "; here: %s"
                          : "; her: %s", found);
  return g_string_free (text, FALSE);
}

char *
kkr_matching_dup_reason_in (const KkrMatching *self, guint reason, guint person, guint slot,
                            const char *language)
{
  g_autofree char *name = NULL, *detail = NULL, *source = NULL, *begin = NULL;

  if (reason >= KKR_MATCHING_FIRST_RULE)
    return dup_rule_text (self, reason, person, slot, language);
  name = kkr_matching_dup_reason_name_in (self, reason, language);
  if (person != KKR_MATCHING_NONE && slot != KKR_MATCHING_NONE)
    detail = kkr_matching_dup_detail_in (self, reason, person, slot, language);
  source = kkr_matching_dup_reason_source (self, reason, language);
  begin = kkr_text_capitalize (name);
  if (detail == NULL && source != NULL)
    return g_strdup_printf (kkr_language_is_english (language)
                              ? "%s (%s); a reading, not confirmed"
                              : "%s (%s); læsning, ikke bekræftet", begin, source);
  if (detail == NULL)
    return g_steal_pointer (&begin);
  return source == NULL ? g_strdup_printf ("%s: %s", begin, detail)
                        : g_strdup_printf ("%s (%s): %s", begin, source, detail);
}

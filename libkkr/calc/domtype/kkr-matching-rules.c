/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-read-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/model/kkr-entity-private.h>

/* What the rules of the register say of each place, before anybody asks for it. */

static KkrMatchingTest
read_test (KkrDomTypeRule *rule)
{
  static const char *const words[] = { "", "paragraph", "long-term", "approved", "secured",
                                       "sector", "voluntary" };
  const char *word = kkr_dom_type_rule_get_test (rule);

  for (guint i = 1; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (word, words[i]) == 0)
      return (KkrMatchingTest) i;
  return KKR_MATCHING_TEST_NONE;
}

static KkrRuleEffect
choose_effect (const KkrMatching *self, KkrDomTypeRule *rule, KkrMatchingTest test)
{
  const gboolean of_move = test == KKR_MATCHING_TEST_LONG_TERM
                           || test == KKR_MATCHING_TEST_APPROVED;

  if (test == KKR_MATCHING_TEST_VOLUNTARY
      || g_strcmp0 (kkr_dom_type_rule_get_kind (rule), "possibility") == 0
      || (of_move && self->texts->approval == KKR_APPROVAL_SCOPE_NOT_REQUIRED))
    return KKR_RULE_EFFECT_WARNS;
  return test == KKR_MATCHING_TEST_SECTOR ? self->texts->private_offers : KKR_RULE_EFFECT_REFUSES;
}

static void
add_rule (KkrMatching *self, KkrDomType *type, KkrDomTypeRule *rule)
{
  KkrMatchingRule *added = &self->rules[self->n_rules];
  const guint64 bits = kkr_matching_rule_bits (1u << self->n_rules);
  const KkrMatchingTest test = read_test (rule);

  added->dom_type = type;
  added->rule = g_object_ref (rule);
  added->test = test;
  added->legal = g_strcmp0 (kkr_dom_type_rule_get_severity (rule), "legal") == 0;
  added->effect = choose_effect (self, rule, test);
  added->unstated = added->effect == KKR_RULE_EFFECT_WARNS ? KKR_RULE_EFFECT_WARNS
                                                           : self->texts->unstated;
  /* Secured units are few and known: what does not say that it is one is none. */
  if (test == KKR_MATCHING_TEST_SECURED && added->effect == KKR_RULE_EFFECT_REFUSES
      && !kkr_calculator_is_assigned (self->calculator, "unstated"))
    added->unstated = KKR_RULE_EFFECT_REFUSES;
  if (test == KKR_MATCHING_TEST_LONG_TERM || test == KKR_MATCHING_TEST_APPROVED)
    self->texts->move_rules |= 1u << self->n_rules;
  if (test == KKR_MATCHING_TEST_SECURED)
    self->texts->secured_rules |= 1u << self->n_rules;
  if (test == KKR_MATCHING_TEST_SECTOR
      && g_strcmp0 (kkr_dom_type_rule_get_sector (rule), "private") == 0)
    self->texts->private_rules |= 1u << self->n_rules;
  if (added->legal)
    self->legal_bits |= bits;
  else
    self->practical_bits |= bits;
  self->n_rules++;
}

guint64
kkr_matching_rule_bits (guint32 rules)
{
  return (guint64) rules << KKR_MATCHING_FIRST_RULE
         | (guint64) rules << (KKR_MATCHING_FIRST_RULE + KKR_MATCHING_MAX_RULES);
}

/* Rules that are only told are none to the engine: they need no bits. */
static gboolean
read_rules_of (KkrMatching *self, KkrDomType *type, GError **error)
{
  gsize n;
  KkrDomTypeRule **rules = kkr_dom_type_dup_rules (type, &n);
  gboolean fits = TRUE;

  for (gsize i = 0; i < n; i++)
    {
      const gboolean holds = read_test (rules[i]) != KKR_MATCHING_TEST_NONE
                             && kkr_entity_holds_on (KKR_ENTITY (rules[i]), self->day);

      fits = fits && (!holds || self->n_rules < KKR_MATCHING_MAX_RULES);
      if (holds && fits)
        add_rule (self, type, rules[i]);
      g_object_unref (rules[i]);
    }
  g_free (rules);
  if (!fits)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("the register has too many rules of dom-types: more than %d found, %d at most "
                   "expected"), KKR_MATCHING_MAX_RULES, KKR_MATCHING_MAX_RULES);
  return fits;
}

static gboolean
read_types (KkrMatching *self, GError **error)
{
  gsize n;
  KkrDomType **types = kkr_register_dup_dom_types (self->reg, &n);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (self->types, types[i]);
  g_free (types);
  if (n > 0 && n <= 64)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
               _("the register has no dom-types that can be used: %u found, 1 to 64 expected"),
               (guint) n);
  return FALSE;
}

/* The first rule with a test, of whichever dom-type. */
static guint32
first_with_test (const KkrMatching *self, KkrMatchingTest test)
{
  for (guint i = 0; i < self->n_rules; i++)
    if (self->rules[i].test == test)
      return 1u << i;
  return 0;
}

static guint32
rules_of_type (const KkrMatching *self, guint type)
{
  guint32 rules = 0;

  for (guint i = 0; i < self->n_rules; i++)
    if (self->rules[i].dom_type == self->types->pdata[type])
      rules |= 1u << i;
  return rules;
}

static gboolean
has_test (const KkrMatching *self, guint32 rules, KkrMatchingTest test)
{
  for (guint i = 0; i < self->n_rules; i++)
    if ((rules >> i & 1) != 0 && self->rules[i].test == test)
      return TRUE;
  return FALSE;
}

static guint32
drop_voluntary (const KkrMatching *self, guint32 rules)
{
  for (guint i = 0; i < self->n_rules; i++)
    if (self->rules[i].test == KKR_MATCHING_TEST_VOLUNTARY)
      rules &= ~(1u << i);
  return rules;
}

/* Whose rules hold: 1 for who was decided to be secured, 3 for who was decided to be placed. */
static guint
stricter_type (const KkrMatching *self, guint type, KkrDomDecision decision)
{
  guint found = KKR_MATCHING_NONE;

  if (decision != KKR_DOM_DECISION_SECURED && decision != KKR_DOM_DECISION_PLACEMENT)
    return type;
  kkr_matching_read_type (self, decision == KKR_DOM_DECISION_SECURED ? "1" : "3", &found);
  return found != KKR_MATCHING_NONE ? found : type;
}

static guint32
find_class_rules (const KkrMatching *self, guint type, KkrDomDecision decision)
{
  const KkrMatchingTexts *texts = self->texts;
  const gboolean stricter = decision == KKR_DOM_DECISION_SECURED
                            || decision == KKR_DOM_DECISION_PLACEMENT;
  guint32 rules;

  if (type == KKR_MATCHING_NONE)
    return 0;
  rules = rules_of_type (self, texts->escalated == KKR_ESCALATION_READING_OWN
                                 ? type : stricter_type (self, type, decision));
  if (stricter)
    rules = drop_voluntary (self, rules);
  if (decision == KKR_DOM_DECISION_SECURED && !has_test (self, rules, KKR_MATCHING_TEST_SECURED))
    rules |= first_with_test (self, KKR_MATCHING_TEST_SECURED);
  for (KkrMatchingTest test = KKR_MATCHING_TEST_LONG_TERM;
       texts->approval == KKR_APPROVAL_SCOPE_ALL_TYPES && test <= KKR_MATCHING_TEST_APPROVED;
       test++)
    if (!has_test (self, rules, test))
      rules |= first_with_test (self, test);
  return rules;
}

guint32
kkr_matching_get_class_rules (const KkrMatching *self, guint type, KkrDomDecision decision)
{
  const guint at = type != KKR_MATCHING_NONE ? type : self->types->len;

  return self->texts->class_rules[at * KKR_MATCHING_N_DECISIONS + decision];
}

/* The stricter dom-type may have fewer rules: those of the own one do not refuse, and are told. */
guint32
kkr_matching_get_told_rules (const KkrMatching *self, guint type, KkrDomDecision decision)
{
  if (type == KKR_MATCHING_NONE)
    return 0;
  return drop_voluntary (self, rules_of_type (self, type))
         & ~kkr_matching_get_class_rules (self, type, decision);
}

static void
make_classes (KkrMatching *self)
{
  self->texts->class_rules = g_new0 (guint32, (self->types->len + 1) * KKR_MATCHING_N_DECISIONS);
  for (guint type = 0; type < self->types->len; type++)
    for (guint decision = 0; decision < KKR_MATCHING_N_DECISIONS; decision++)
      self->texts->class_rules[type * KKR_MATCHING_N_DECISIONS + decision]
        = find_class_rules (self, type, (KkrDomDecision) decision);
}

static void
read_duty_types (KkrMatching *self)
{
  const char *text = kkr_calculator_get_text (self->calculator, "duty-types");
  g_autofree char *unknown = NULL;

  if (!kkr_calculator_is_assigned (self->calculator, "duty-types") || text == NULL)
    return;
  self->texts->has_duty_types = TRUE;
  if (!kkr_matching_read_types (self, text, &self->texts->duty_types, &unknown))
    kkr_matching_report_input (self, "duty-types", KKR_CALC_ERROR_OUT_OF_RANGE,
                               _("no such dom-type: \"%s\" found, those of the register "
                                 "expected"), unknown);
}

gboolean
kkr_matching_read_rules (KkrMatching *self, GError **error)
{
  if (!read_types (self, error))
    return FALSE;
  self->rules = g_new0 (KkrMatchingRule, KKR_MATCHING_MAX_RULES);
  self->practical_bits |= KKR_MATCHING_READING_BITS;
  for (guint i = 0; i < self->types->len; i++)
    if (!read_rules_of (self, self->types->pdata[i], error))
      return FALSE;
  make_classes (self);
  read_duty_types (self);
  return TRUE;
}

/* How many of the paragraphs the rule names. */
static KkrMatchingOutcome
test_paragraphs (const KkrMatching *self, KkrDomTypeRule *rule, guint paragraphs)
{
  const KkrMatchingParagraphs *has = self->texts->paragraphs->pdata[paragraphs];
  gsize n;
  KkrParagraph **wanted = kkr_dom_type_rule_dup_paragraphs (rule, &n);
  guint n_found = 0;

  for (gsize i = 0; i < n; i++)
    {
      n_found += g_ptr_array_find_with_equal_func (has->ids,
                                                   kkr_entity_get_id (KKR_ENTITY (wanted[i])),
                                                   g_str_equal, NULL);
      g_object_unref (wanted[i]);
    }
  g_free (wanted);
  if (n_found > 0 && n_found == has->ids->len)
    return KKR_MATCHING_PASSES;
  return n_found > 0 || has->ids->len == 0 ? KKR_MATCHING_UNKNOWN : KKR_MATCHING_FAILS;
}

static KkrMatchingOutcome
test_boolean (int stated)
{
  return stated < 0 ? KKR_MATCHING_UNKNOWN : stated ? KKR_MATCHING_PASSES : KKR_MATCHING_FAILS;
}

int
kkr_matching_long_term_of (const KkrMatching *self, guint paragraphs)
{
  for (guint i = 0; i < self->n_rules; i++)
    if (self->rules[i].test == KKR_MATCHING_TEST_LONG_TERM)
      {
        const KkrMatchingOutcome outcome = test_paragraphs (self, self->rules[i].rule, paragraphs);

        return outcome == KKR_MATCHING_UNKNOWN ? -1 : outcome == KKR_MATCHING_PASSES;
      }
  return -1;
}

KkrMatchingOutcome
kkr_matching_test (const KkrMatching *self, guint rule, guint offer, guint paragraphs,
                   int long_term)
{
  const KkrMatchingOffer *at = offer != KKR_MATCHING_NONE ? &self->offers[offer] : NULL;
  KkrDomTypeRule *entity = self->rules[rule].rule;

  switch (self->rules[rule].test)
    {
    case KKR_MATCHING_TEST_PARAGRAPH:
      return test_paragraphs (self, entity, paragraphs);
    case KKR_MATCHING_TEST_LONG_TERM:
      return test_boolean (long_term);
    case KKR_MATCHING_TEST_APPROVED:
      if (at == NULL || at->approved == KKR_PORTAL_APPROVAL_UNSET)
        return KKR_MATCHING_UNKNOWN;
      return test_boolean (at->approved == KKR_PORTAL_APPROVAL_YES);
    case KKR_MATCHING_TEST_SECURED:
      return test_boolean (at != NULL ? at->secured : -1);
    case KKR_MATCHING_TEST_SECTOR:
      if (at == NULL || at->sector == KKR_SECTOR_UNSET)
        return KKR_MATCHING_UNKNOWN;
      return test_boolean (kkr_dom_type_rule_get_sector (entity) == NULL
                           || at->sector != kkr_sector_from_string (
                                              kkr_dom_type_rule_get_sector (entity), NULL));
    case KKR_MATCHING_TEST_VOLUNTARY:
      return KKR_MATCHING_FAILS;
    case KKR_MATCHING_TEST_NONE:
    default:
      return KKR_MATCHING_PASSES;
    }
}

static void
apply_rule (KkrMatching *self, guint rule, guint slot)
{
  const KkrMatchingSlot *at = &self->slots[slot];
  const KkrMatchingRule *applied = &self->rules[rule];
  const KkrMatchingOutcome outcome = kkr_matching_test (self, rule, at->offer,
                                                        self->texts->slot_paragraphs[slot],
                                                        at->long_term);
  KkrRuleEffect effect = outcome == KKR_MATCHING_FAILS ? applied->effect : applied->unstated;
  const guint reason = KKR_MATCHING_FIRST_RULE + rule
                       + (outcome == KKR_MATCHING_FAILS ? 0 : KKR_MATCHING_MAX_RULES);

  if (outcome == KKR_MATCHING_PASSES)
    return;
  if (outcome == KKR_MATCHING_FAILS && applied->test == KKR_MATCHING_TEST_APPROVED
      && self->offers[at->offer].approved == KKR_PORTAL_APPROVAL_PROSE
      && effect == KKR_RULE_EFFECT_REFUSES)
    effect = self->texts->prose;
  if (effect == KKR_RULE_EFFECT_REFUSES)
    self->texts->slot_refusals[slot] |= KKR_MATCHING_BIT (reason);
  else
    self->texts->slot_conditions[slot] |= KKR_MATCHING_BIT (reason);
}

void
kkr_matching_apply_rules (KkrMatching *self)
{
  KkrMatchingTexts *texts = self->texts;

  texts->slot_refusals = g_new0 (guint64, (gsize) self->n_slots + 1);
  texts->slot_conditions = g_new0 (guint64, (gsize) self->n_slots + 1);
  for (guint slot = 0; slot < self->n_slots; slot++)
    for (guint rule = 0; rule < self->n_rules; rule++)
      apply_rule (self, rule, slot);
}

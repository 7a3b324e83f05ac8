/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-choices.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>

G_DEFINE_ENUM_TYPE (KkrRuleEffect, kkr_rule_effect,
  G_DEFINE_ENUM_VALUE (KKR_RULE_EFFECT_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_RULE_EFFECT_REFUSES, "refuses"),
  G_DEFINE_ENUM_VALUE (KKR_RULE_EFFECT_WARNS, "warns"))

G_DEFINE_ENUM_TYPE (KkrApprovalScope, kkr_approval_scope,
  G_DEFINE_ENUM_VALUE (KKR_APPROVAL_SCOPE_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_APPROVAL_SCOPE_RULES, "rules"),
  G_DEFINE_ENUM_VALUE (KKR_APPROVAL_SCOPE_ALL_TYPES, "all-types"),
  G_DEFINE_ENUM_VALUE (KKR_APPROVAL_SCOPE_NOT_REQUIRED, "not-required"))

G_DEFINE_ENUM_TYPE (KkrEscalationReading, kkr_escalation_reading,
  G_DEFINE_ENUM_VALUE (KKR_ESCALATION_READING_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_ESCALATION_READING_STRICTER, "stricter"),
  G_DEFINE_ENUM_VALUE (KKR_ESCALATION_READING_OWN, "own"))

G_DEFINE_ENUM_TYPE (KkrDomDecision, kkr_dom_decision,
  G_DEFINE_ENUM_VALUE (KKR_DOM_DECISION_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_DOM_DECISION_NONE, "none"),
  G_DEFINE_ENUM_VALUE (KKR_DOM_DECISION_SECURED, "secured"),
  G_DEFINE_ENUM_VALUE (KKR_DOM_DECISION_PLACEMENT, "placement"))

G_DEFINE_ENUM_TYPE (KkrPortalApproval, kkr_portal_approval,
  G_DEFINE_ENUM_VALUE (KKR_PORTAL_APPROVAL_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_PORTAL_APPROVAL_YES, "yes"),
  G_DEFINE_ENUM_VALUE (KKR_PORTAL_APPROVAL_NO, "no"),
  G_DEFINE_ENUM_VALUE (KKR_PORTAL_APPROVAL_PROSE, "prose"))

G_DEFINE_ENUM_TYPE (KkrMatchingArea, kkr_matching_area,
  G_DEFINE_ENUM_VALUE (KKR_MATCHING_AREA_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_MATCHING_AREA_ANY, "any"),
  G_DEFINE_ENUM_VALUE (KKR_MATCHING_AREA_REGION, "region"),
  G_DEFINE_ENUM_VALUE (KKR_MATCHING_AREA_KKR, "kkr"),
  G_DEFINE_ENUM_VALUE (KKR_MATCHING_AREA_MUNICIPALITY, "municipality"))

/**
 * kkr_rule_effect_from_string:
 * @text: the nick, such as `refuses`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@RuleEffect] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrRuleEffect
kkr_rule_effect_from_string (const char *text, GError **error)
{
  return (KkrRuleEffect) kkr_enum_from_string (KKR_TYPE_RULE_EFFECT, N_("no such effect of a rule"),
                                               text, error);
}

/**
 * kkr_rule_effect_to_string:
 * @rule_effect: a [enum@RuleEffect]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_rule_effect_to_string (KkrRuleEffect rule_effect)
{
  return kkr_enum_to_string (KKR_TYPE_RULE_EFFECT, (int) rule_effect);
}

/**
 * kkr_approval_scope_from_string:
 * @text: the nick, such as `rules`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@ApprovalScope] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrApprovalScope
kkr_approval_scope_from_string (const char *text, GError **error)
{
  return (KkrApprovalScope) kkr_enum_from_string (KKR_TYPE_APPROVAL_SCOPE,
                                                  N_("no such reading of the approval"), text,
                                                  error);
}

/**
 * kkr_approval_scope_to_string:
 * @approval_scope: a [enum@ApprovalScope]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_approval_scope_to_string (KkrApprovalScope approval_scope)
{
  return kkr_enum_to_string (KKR_TYPE_APPROVAL_SCOPE, (int) approval_scope);
}

/**
 * kkr_escalation_reading_from_string:
 * @text: the nick, such as `stricter`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@EscalationReading] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrEscalationReading
kkr_escalation_reading_from_string (const char *text, GError **error)
{
  return (KkrEscalationReading)
    kkr_enum_from_string (KKR_TYPE_ESCALATION_READING, N_("no such reading of a stricter measure"),
                          text, error);
}

/**
 * kkr_escalation_reading_to_string:
 * @escalation_reading: a [enum@EscalationReading]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_escalation_reading_to_string (KkrEscalationReading escalation_reading)
{
  return kkr_enum_to_string (KKR_TYPE_ESCALATION_READING, (int) escalation_reading);
}

/**
 * kkr_dom_decision_from_string:
 * @text: the nick, such as `none`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@DomDecision] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrDomDecision
kkr_dom_decision_from_string (const char *text, GError **error)
{
  return (KkrDomDecision) kkr_enum_from_string (KKR_TYPE_DOM_DECISION, N_("no such decision"),
                                                text, error);
}

/**
 * kkr_dom_decision_to_string:
 * @dom_decision: a [enum@DomDecision]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_dom_decision_to_string (KkrDomDecision dom_decision)
{
  return kkr_enum_to_string (KKR_TYPE_DOM_DECISION, (int) dom_decision);
}

/**
 * kkr_portal_approval_from_string:
 * @text: the nick, such as `yes`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@PortalApproval] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrPortalApproval
kkr_portal_approval_from_string (const char *text, GError **error)
{
  return (KkrPortalApproval) kkr_enum_from_string (KKR_TYPE_PORTAL_APPROVAL, N_("no such approval"),
                                                   text, error);
}

/**
 * kkr_portal_approval_to_string:
 * @portal_approval: a [enum@PortalApproval]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_portal_approval_to_string (KkrPortalApproval portal_approval)
{
  return kkr_enum_to_string (KKR_TYPE_PORTAL_APPROVAL, (int) portal_approval);
}

/**
 * kkr_matching_area_from_string:
 * @text: the nick, such as `any`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@MatchingArea] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrMatchingArea
kkr_matching_area_from_string (const char *text, GError **error)
{
  return (KkrMatchingArea) kkr_enum_from_string (KKR_TYPE_MATCHING_AREA, N_("no such area"),
                                                 text, error);
}

/**
 * kkr_matching_area_to_string:
 * @matching_area: a [enum@MatchingArea]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_matching_area_to_string (KkrMatchingArea matching_area)
{
  return kkr_enum_to_string (KKR_TYPE_MATCHING_AREA, (int) matching_area);
}

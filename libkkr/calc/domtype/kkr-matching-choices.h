/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

/**
 * KkrRuleEffect:
 * @KKR_RULE_EFFECT_UNSET: not said; never accepted
 * @KKR_RULE_EFFECT_REFUSES: the person may not have a place there
 * @KKR_RULE_EFFECT_WARNS: the person may, and the reason is told
 *
 * What a rule or a fact that is not stated does to a pair of person and offer.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_RULE_EFFECT_UNSET,
  KKR_RULE_EFFECT_REFUSES,
  KKR_RULE_EFFECT_WARNS,
} KkrRuleEffect;

#define KKR_TYPE_RULE_EFFECT (kkr_rule_effect_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_rule_effect_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrRuleEffect kkr_rule_effect_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_rule_effect_to_string (KkrRuleEffect rule_effect);

/**
 * KkrApprovalScope:
 * @KKR_APPROVAL_SCOPE_UNSET: not said; never accepted
 * @KKR_APPROVAL_SCOPE_RULES: for the dom-types whose rules in the register say so
 * @KKR_APPROVAL_SCOPE_ALL_TYPES: for every dom-type
 * @KKR_APPROVAL_SCOPE_NOT_REQUIRED: for nobody; what is missing is told
 *
 * For whom an offer has to be long-term and listed on Tilbudsportalen as approved for persons with
 * intellectual disability and a judgement. The report says it of a move because of a judgement.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_APPROVAL_SCOPE_UNSET,
  KKR_APPROVAL_SCOPE_RULES,
  KKR_APPROVAL_SCOPE_ALL_TYPES,
  KKR_APPROVAL_SCOPE_NOT_REQUIRED,
} KkrApprovalScope;

#define KKR_TYPE_APPROVAL_SCOPE (kkr_approval_scope_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_approval_scope_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrApprovalScope kkr_approval_scope_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_approval_scope_to_string (KkrApprovalScope approval_scope);

/**
 * KkrEscalationReading:
 * @KKR_ESCALATION_READING_UNSET: not said; never accepted
 * @KKR_ESCALATION_READING_STRICTER: those of the stricter dom-type: of 1 for secured, of 3 for
 *   placement
 * @KKR_ESCALATION_READING_OWN: those of the person's own dom-type, besides the secured unit that
 *   was decided
 *
 * Whose rules hold for a person whose dom-type was made stricter by a decision.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_ESCALATION_READING_UNSET,
  KKR_ESCALATION_READING_STRICTER,
  KKR_ESCALATION_READING_OWN,
} KkrEscalationReading;

#define KKR_TYPE_ESCALATION_READING (kkr_escalation_reading_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_escalation_reading_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrEscalationReading kkr_escalation_reading_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_escalation_reading_to_string (KkrEscalationReading escalation_reading);

/**
 * KkrDomDecision:
 * @KKR_DOM_DECISION_UNSET: not said
 * @KKR_DOM_DECISION_NONE: nothing
 * @KKR_DOM_DECISION_SECURED: a secured unit (from dom-type 2)
 * @KKR_DOM_DECISION_PLACEMENT: placement (from dom-type 4)
 *
 * What a person's dom-type was made stricter to without a new judgement.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_DOM_DECISION_UNSET,
  KKR_DOM_DECISION_NONE,
  KKR_DOM_DECISION_SECURED,
  KKR_DOM_DECISION_PLACEMENT,
} KkrDomDecision;

#define KKR_TYPE_DOM_DECISION (kkr_dom_decision_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_dom_decision_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrDomDecision kkr_dom_decision_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_dom_decision_to_string (KkrDomDecision dom_decision);

/**
 * KkrPortalApproval:
 * @KKR_PORTAL_APPROVAL_UNSET: not said
 * @KKR_PORTAL_APPROVAL_YES: it is
 * @KKR_PORTAL_APPROVAL_NO: it is not
 * @KKR_PORTAL_APPROVAL_PROSE: it says so only in its free text, where no search finds it
 *
 * Whether an offer is listed on Tilbudsportalen as approved for persons with intellectual
 * disability and a judgement.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_PORTAL_APPROVAL_UNSET,
  KKR_PORTAL_APPROVAL_YES,
  KKR_PORTAL_APPROVAL_NO,
  KKR_PORTAL_APPROVAL_PROSE,
} KkrPortalApproval;

#define KKR_TYPE_PORTAL_APPROVAL (kkr_portal_approval_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_portal_approval_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrPortalApproval kkr_portal_approval_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_portal_approval_to_string (KkrPortalApproval portal_approval);

/**
 * KkrMatchingArea:
 * @KKR_MATCHING_AREA_UNSET: not said; never accepted
 * @KKR_MATCHING_AREA_ANY: everywhere
 * @KKR_MATCHING_AREA_REGION: in its region
 * @KKR_MATCHING_AREA_KKR: in the area of its council of municipalities (KKR)
 * @KKR_MATCHING_AREA_MUNICIPALITY: in the municipality itself
 *
 * How far from a person's municipality places are looked for.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_MATCHING_AREA_UNSET,
  KKR_MATCHING_AREA_ANY,
  KKR_MATCHING_AREA_REGION,
  KKR_MATCHING_AREA_KKR,
  KKR_MATCHING_AREA_MUNICIPALITY,
} KkrMatchingArea;

#define KKR_TYPE_MATCHING_AREA (kkr_matching_area_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_matching_area_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrMatchingArea kkr_matching_area_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_matching_area_to_string (KkrMatchingArea matching_area);

G_END_DECLS

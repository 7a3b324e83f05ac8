/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

/**
 * KkrRefundRule:
 * @KKR_REFUND_RULE_UNSET: not said; never accepted
 * @KKR_REFUND_RULE_FIRST_DAYS: the first days of a stay are refunded, up to the limit, however long
 *   it lasts
 * @KKR_REFUND_RULE_WHOLE_STAY: a stay longer than the limit is not refunded at all
 * @KKR_REFUND_RULE_PERSON_YEAR: the first days of a person in a calendar year are refunded, up to
 *   the limit, all stays taken together
 *
 * What the limit of days does to the state's refund (statsrefusion) of a stay at a shelter.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_REFUND_RULE_UNSET,
  KKR_REFUND_RULE_FIRST_DAYS,
  KKR_REFUND_RULE_WHOLE_STAY,
  KKR_REFUND_RULE_PERSON_YEAR,
} KkrRefundRule;

/**
 * KkrTransitionRule:
 * @KKR_TRANSITION_RULE_UNSET: not said; never accepted
 * @KKR_TRANSITION_RULE_DAY: the longer limit holds for the days in the transition period
 * @KKR_TRANSITION_RULE_START: it holds for the stays that begin in the transition period
 *
 * What is in the transition period (overgangsperiode) of a limit.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_TRANSITION_RULE_UNSET,
  KKR_TRANSITION_RULE_DAY,
  KKR_TRANSITION_RULE_START,
} KkrTransitionRule;

#define KKR_TYPE_REFUND_RULE (kkr_refund_rule_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_refund_rule_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrRefundRule kkr_refund_rule_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_refund_rule_to_string (KkrRefundRule refund_rule);

#define KKR_TYPE_TRANSITION_RULE (kkr_transition_rule_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_transition_rule_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrTransitionRule kkr_transition_rule_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_transition_rule_to_string (KkrTransitionRule transition_rule);

#define KKR_TYPE_SHELTER_CAPACITY (kkr_shelter_capacity_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrShelterCapacity, kkr_shelter_capacity, KKR, SHELTER_CAPACITY,
                      KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrShelterCapacity *kkr_shelter_capacity_new (void);

G_END_DECLS

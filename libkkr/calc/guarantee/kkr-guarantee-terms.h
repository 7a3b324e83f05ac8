/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

/**
 * KkrOperatorKind:
 * @KKR_OPERATOR_KIND_UNSET: not said; never accepted
 * @KKR_OPERATOR_KIND_MUNICIPALITY: a municipality (kommune)
 * @KKR_OPERATOR_KIND_REGION: a region
 * @KKR_OPERATOR_KIND_NON_PUBLIC: somebody private or independent (privat, selvejende)
 *
 * Who runs an offer (driftsherre), as the deficit guarantee tells them apart: it is for
 * municipalities and the region only.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_OPERATOR_KIND_UNSET,
  KKR_OPERATOR_KIND_MUNICIPALITY,
  KKR_OPERATOR_KIND_REGION,
  KKR_OPERATOR_KIND_NON_PUBLIC,
} KkrOperatorKind;

/**
 * KkrGuaranteeUnstated:
 * @KKR_GUARANTEE_UNSTATED_UNSET: not said; never accepted
 * @KKR_GUARANTEE_UNSTATED_ACCEPT: the condition is taken as met, and a note says so
 * @KKR_GUARANTEE_UNSTATED_REFUSE: the condition is taken as not met
 *
 * What holds where nobody says whether a condition of the deficit guarantee is met.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_GUARANTEE_UNSTATED_UNSET,
  KKR_GUARANTEE_UNSTATED_ACCEPT,
  KKR_GUARANTEE_UNSTATED_REFUSE,
} KkrGuaranteeUnstated;

/**
 * KkrLeapDayRule:
 * @KKR_LEAP_DAY_RULE_UNSET: not said; never accepted
 * @KKR_LEAP_DAY_RULE_FEBRUARY_28: years from 29 February end on 28 February
 * @KKR_LEAP_DAY_RULE_MARCH_1: years from 29 February end on 1 March
 *
 * The same day of a year that has no 29 February: the first day on which a guarantee no longer
 * runs. The documents do not say which.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_LEAP_DAY_RULE_UNSET,
  KKR_LEAP_DAY_RULE_FEBRUARY_28,
  KKR_LEAP_DAY_RULE_MARCH_1,
} KkrLeapDayRule;

#define KKR_TYPE_OPERATOR_KIND (kkr_operator_kind_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_operator_kind_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrOperatorKind kkr_operator_kind_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_operator_kind_to_string (KkrOperatorKind operator_kind);

#define KKR_TYPE_GUARANTEE_UNSTATED (kkr_guarantee_unstated_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_guarantee_unstated_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrGuaranteeUnstated kkr_guarantee_unstated_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_guarantee_unstated_to_string (KkrGuaranteeUnstated guarantee_unstated);

#define KKR_TYPE_LEAP_DAY_RULE (kkr_leap_day_rule_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_leap_day_rule_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrLeapDayRule kkr_leap_day_rule_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_leap_day_rule_to_string (KkrLeapDayRule leap_day_rule);

G_END_DECLS

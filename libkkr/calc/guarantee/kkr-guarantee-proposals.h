/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

/**
 * KkrPricePoints:
 * @KKR_PRICE_POINTS_UNSET: not said; never accepted
 * @KKR_PRICE_POINTS_RATIO: 100 times the lowest tariff over the proposal's own
 * @KKR_PRICE_POINTS_LINEAR: 100 for the lowest tariff, 0 for the highest, in proportion between
 *
 * How the tariff (takst) of a proposal becomes points from 0 to 100.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_PRICE_POINTS_UNSET,
  KKR_PRICE_POINTS_RATIO,
  KKR_PRICE_POINTS_LINEAR,
} KkrPricePoints;

/**
 * KkrSelectionAim:
 * @KKR_SELECTION_AIM_UNSET: not said; never accepted
 * @KKR_SELECTION_AIM_POINTS: the sum of the proposals' points
 * @KKR_SELECTION_AIM_PLACE_POINTS: the sum of the proposals' points times their places
 *
 * What the best combination of proposals has the most of.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_SELECTION_AIM_UNSET,
  KKR_SELECTION_AIM_POINTS,
  KKR_SELECTION_AIM_PLACE_POINTS,
} KkrSelectionAim;

#define KKR_TYPE_PRICE_POINTS (kkr_price_points_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_price_points_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrPricePoints kkr_price_points_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_price_points_to_string (KkrPricePoints price_points);

#define KKR_TYPE_SELECTION_AIM (kkr_selection_aim_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_selection_aim_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrSelectionAim kkr_selection_aim_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_selection_aim_to_string (KkrSelectionAim selection_aim);

#define KKR_TYPE_GUARANTEE_PROPOSALS (kkr_guarantee_proposals_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrGuaranteeProposals, kkr_guarantee_proposals, KKR, GUARANTEE_PROPOSALS,
                      KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrGuaranteeProposals *kkr_guarantee_proposals_new (void);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

/**
 * KkrGuaranteeWindow:
 * @KKR_GUARANTEE_WINDOW_UNSET: not said; never accepted
 * @KKR_GUARANTEE_WINDOW_PER_PLACE: for each place by itself, when it is taken into use
 * @KKR_GUARANTEE_WINDOW_PER_AGREEMENT: for all places of an agreement when the first of them is
 *   taken into use
 *
 * Where the years of a deficit guarantee begin.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_GUARANTEE_WINDOW_UNSET,
  KKR_GUARANTEE_WINDOW_PER_PLACE,
  KKR_GUARANTEE_WINDOW_PER_AGREEMENT,
} KkrGuaranteeWindow;

#define KKR_TYPE_GUARANTEE_WINDOW (kkr_guarantee_window_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_guarantee_window_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrGuaranteeWindow kkr_guarantee_window_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_guarantee_window_to_string (KkrGuaranteeWindow guarantee_window);

/**
 * KkrGuaranteeCap:
 * @KKR_GUARANTEE_CAP_UNSET: not said; never accepted
 * @KKR_GUARANTEE_CAP_TOTAL: all places together
 * @KKR_GUARANTEE_CAP_PER_OPERATOR: the places of each operator (driftsherre)
 *
 * What the highest number of places with a deficit guarantee holds for.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_GUARANTEE_CAP_UNSET,
  KKR_GUARANTEE_CAP_TOTAL,
  KKR_GUARANTEE_CAP_PER_OPERATOR,
} KkrGuaranteeCap;

#define KKR_TYPE_GUARANTEE_CAP (kkr_guarantee_cap_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_guarantee_cap_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrGuaranteeCap kkr_guarantee_cap_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_guarantee_cap_to_string (KkrGuaranteeCap guarantee_cap);

/**
 * KkrGuaranteeExcess:
 * @KKR_GUARANTEE_EXCESS_UNSET: not said; never accepted
 * @KKR_GUARANTEE_EXCESS_LAST: the first taken into use are covered, the last are not
 * @KKR_GUARANTEE_EXCESS_REFUSE: an error that names the number
 *
 * What happens to places above the highest number with a deficit guarantee.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_GUARANTEE_EXCESS_UNSET,
  KKR_GUARANTEE_EXCESS_LAST,
  KKR_GUARANTEE_EXCESS_REFUSE,
} KkrGuaranteeExcess;

#define KKR_TYPE_GUARANTEE_EXCESS (kkr_guarantee_excess_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_guarantee_excess_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrGuaranteeExcess kkr_guarantee_excess_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_guarantee_excess_to_string (KkrGuaranteeExcess guarantee_excess);

/**
 * KkrGuaranteeKey:
 * @KKR_GUARANTEE_KEY_UNSET: not said; never accepted
 * @KKR_GUARANTEE_KEY_EQUAL: the same part each
 * @KKR_GUARANTEE_KEY_WEIGHTS: by a weight, such as inhabitants
 * @KKR_GUARANTEE_KEY_USAGE: by the days in the period that each has used places, in notice or not
 *
 * How the municipalities share the payment of a deficit guarantee.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_GUARANTEE_KEY_UNSET,
  KKR_GUARANTEE_KEY_EQUAL,
  KKR_GUARANTEE_KEY_WEIGHTS,
  KKR_GUARANTEE_KEY_USAGE,
} KkrGuaranteeKey;

#define KKR_TYPE_GUARANTEE_KEY (kkr_guarantee_key_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_guarantee_key_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrGuaranteeKey kkr_guarantee_key_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_guarantee_key_to_string (KkrGuaranteeKey guarantee_key);

G_END_DECLS

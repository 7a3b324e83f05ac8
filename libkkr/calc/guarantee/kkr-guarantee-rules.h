/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

/**
 * KkrPlaceStatus:
 * @KKR_PLACE_STATUS_UNSET: not said; never accepted
 * @KKR_PLACE_STATUS_OCCUPIED: somebody lives there (belagt)
 * @KKR_PLACE_STATUS_NOTICE: given notice of and still paid for (i opsigelse)
 * @KKR_PLACE_STATUS_EMPTY: nobody pays for it (tom)
 *
 * What a place is on a day (pladsens status).
 *
 * Since: 0.1
 */
typedef enum {
  KKR_PLACE_STATUS_UNSET,
  KKR_PLACE_STATUS_OCCUPIED,
  KKR_PLACE_STATUS_NOTICE,
  KKR_PLACE_STATUS_EMPTY,
} KkrPlaceStatus;

#define KKR_TYPE_PLACE_STATUS (kkr_place_status_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_place_status_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrPlaceStatus kkr_place_status_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_place_status_to_string (KkrPlaceStatus place_status);

/**
 * KkrStatusGap:
 * @KKR_STATUS_GAP_UNSET: not said; never accepted
 * @KKR_STATUS_GAP_REFUSE: an error that names the place and the days
 * @KKR_STATUS_GAP_EMPTY: the place is empty
 * @KKR_STATUS_GAP_OUTSIDE: the place does not count, as when it was closed
 *
 * What a day is on which a place has no status.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_STATUS_GAP_UNSET,
  KKR_STATUS_GAP_REFUSE,
  KKR_STATUS_GAP_EMPTY,
  KKR_STATUS_GAP_OUTSIDE,
} KkrStatusGap;

#define KKR_TYPE_STATUS_GAP (kkr_status_gap_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_status_gap_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrStatusGap kkr_status_gap_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_status_gap_to_string (KkrStatusGap status_gap);

/**
 * KkrSharedDay:
 * @KKR_SHARED_DAY_UNSET: not said; never accepted
 * @KKR_SHARED_DAY_REFUSE: an error that names the place and the day
 * @KKR_SHARED_DAY_EARLIER: it belongs to the status that ends
 * @KKR_SHARED_DAY_LATER: it belongs to the status that begins
 *
 * Whose the day is on which one status of a place ends and the next begins.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_SHARED_DAY_UNSET,
  KKR_SHARED_DAY_REFUSE,
  KKR_SHARED_DAY_EARLIER,
  KKR_SHARED_DAY_LATER,
} KkrSharedDay;

#define KKR_TYPE_SHARED_DAY (kkr_shared_day_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_shared_day_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrSharedDay kkr_shared_day_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_shared_day_to_string (KkrSharedDay shared_day);

/**
 * KkrGuaranteeTariff:
 * @KKR_GUARANTEE_TARIFF_UNSET: not said; never accepted
 * @KKR_GUARANTEE_TARIFF_OF_THE_DAY: the tariff of each day
 * @KKR_GUARANTEE_TARIFF_FROZEN: the tariff of the day on which the guarantee began
 *
 * Which tariff of a place (takst) a deficit guarantee covers a part of.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_GUARANTEE_TARIFF_UNSET,
  KKR_GUARANTEE_TARIFF_OF_THE_DAY,
  KKR_GUARANTEE_TARIFF_FROZEN,
} KkrGuaranteeTariff;

#define KKR_TYPE_GUARANTEE_TARIFF (kkr_guarantee_tariff_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_guarantee_tariff_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrGuaranteeTariff kkr_guarantee_tariff_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_guarantee_tariff_to_string (KkrGuaranteeTariff guarantee_tariff);

/**
 * KkrGuaranteeRounding:
 * @KKR_GUARANTEE_ROUNDING_UNSET: not said; never accepted
 * @KKR_GUARANTEE_ROUNDING_PLACE: what a place is paid in the period of settlement
 * @KKR_GUARANTEE_ROUNDING_DAY: what a place is paid for a day
 *
 * What of a deficit guarantee is rounded.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_GUARANTEE_ROUNDING_UNSET,
  KKR_GUARANTEE_ROUNDING_PLACE,
  KKR_GUARANTEE_ROUNDING_DAY,
} KkrGuaranteeRounding;

#define KKR_TYPE_GUARANTEE_ROUNDING (kkr_guarantee_rounding_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_guarantee_rounding_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrGuaranteeRounding kkr_guarantee_rounding_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_guarantee_rounding_to_string (KkrGuaranteeRounding guarantee_rounding);

G_END_DECLS

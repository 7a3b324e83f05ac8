/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

/**
 * KkrOccupancyCount:
 * @KKR_OCCUPANCY_COUNT_UNSET: not said; never accepted
 * @KKR_OCCUPANCY_COUNT_PERSONS: the days of each person: two persons on a place count as two, so
 *   that the occupancy can be above 100 per cent
 * @KKR_OCCUPANCY_COUNT_PLACES: the days on which a place is taken, by however many
 *
 * What the days in use are that an occupancy (belægningsprocent) is counted by.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_OCCUPANCY_COUNT_UNSET,
  KKR_OCCUPANCY_COUNT_PERSONS,
  KKR_OCCUPANCY_COUNT_PLACES,
} KkrOccupancyCount;

#define KKR_TYPE_OCCUPANCY_COUNT (kkr_occupancy_count_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_occupancy_count_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrOccupancyCount kkr_occupancy_count_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_occupancy_count_to_string (KkrOccupancyCount occupancy_count);

/**
 * KkrRefusalReason:
 * @KKR_REFUSAL_REASON_UNSET: not said; never accepted
 * @KKR_REFUSAL_REASON_NO_VACANCY: no place was vacant
 * @KKR_REFUSAL_REASON_NO_MATCH: the person and the offer do not match (manglende match)
 * @KKR_REFUSAL_REASON_OTHER: anything else
 *
 * Why an offer has refused a request for a place (afvisning).
 *
 * Since: 0.1
 */
typedef enum {
  KKR_REFUSAL_REASON_UNSET,
  KKR_REFUSAL_REASON_NO_VACANCY,
  KKR_REFUSAL_REASON_NO_MATCH,
  KKR_REFUSAL_REASON_OTHER,
} KkrRefusalReason;

#define KKR_TYPE_REFUSAL_REASON (kkr_refusal_reason_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_refusal_reason_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrRefusalReason kkr_refusal_reason_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_refusal_reason_to_string (KkrRefusalReason refusal_reason);

G_END_DECLS

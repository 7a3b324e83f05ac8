/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

/**
 * KkrZeroPlaces:
 * @KKR_ZERO_PLACES_UNSET: not said; never accepted
 * @KKR_ZERO_PLACES_REFUSE: the smallest group is 1-7 places; an offer without places is an error
 * @KKR_ZERO_PLACES_LOWEST_GROUP: the smallest group is 0-7 places
 *
 * Where an offer (tilbud) without a single place belongs.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_ZERO_PLACES_UNSET,
  KKR_ZERO_PLACES_REFUSE,
  KKR_ZERO_PLACES_LOWEST_GROUP,
} KkrZeroPlaces;

#define KKR_TYPE_ZERO_PLACES (kkr_zero_places_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_zero_places_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrZeroPlaces kkr_zero_places_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_zero_places_to_string (KkrZeroPlaces zero_places);

#define KKR_TYPE_SUPERVISION_TARIFF (kkr_supervision_tariff_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrSupervisionTariff, kkr_supervision_tariff, KKR, SUPERVISION_TARIFF,
                      KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrSupervisionTariff *kkr_supervision_tariff_new (void);

G_END_DECLS

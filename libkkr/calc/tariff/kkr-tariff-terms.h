/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

/**
 * KkrTariffUnit:
 * @KKR_TARIFF_UNIT_UNSET: not said; never accepted
 * @KKR_TARIFF_UNIT_DAY: a place for a day (døgn)
 * @KKR_TARIFF_UNIT_MONTH: a place for a twelfth of the year
 * @KKR_TARIFF_UNIT_YEAR: a place for the year
 *
 * What a tariff (takst) is the price of.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_TARIFF_UNIT_UNSET,
  KKR_TARIFF_UNIT_DAY,
  KKR_TARIFF_UNIT_MONTH,
  KKR_TARIFF_UNIT_YEAR,
} KkrTariffUnit;

#define KKR_TYPE_TARIFF_UNIT (kkr_tariff_unit_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_tariff_unit_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrTariffUnit kkr_tariff_unit_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_tariff_unit_to_string (KkrTariffUnit tariff_unit);

/**
 * KkrPackageKey:
 * @KKR_PACKAGE_KEY_UNSET: not said; never accepted
 * @KKR_PACKAGE_KEY_PLACES: by the places of the packages
 * @KKR_PACKAGE_KEY_PLACE_DAYS: by their places, days and occupancy: the days that are paid
 * @KKR_PACKAGE_KEY_WEIGHT: by the weights that are given
 *
 * How the packages of one offer (tilbud) share its joint costs.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_PACKAGE_KEY_UNSET,
  KKR_PACKAGE_KEY_PLACES,
  KKR_PACKAGE_KEY_PLACE_DAYS,
  KKR_PACKAGE_KEY_WEIGHT,
} KkrPackageKey;

#define KKR_TYPE_PACKAGE_KEY (kkr_package_key_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_package_key_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrPackageKey kkr_package_key_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_package_key_to_string (KkrPackageKey package_key);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

/**
 * KkrTariffWeighting:
 * @KKR_TARIFF_WEIGHTING_UNSET: not said; never accepted
 * @KKR_TARIFF_WEIGHTING_FIXED_BASKET: the days of the base year at the tariffs of both years: a
 *   level weighs by its days times its tariff of the base year
 * @KKR_TARIFF_WEIGHTING_CHANGES: the changes in per cent, by days
 *
 * How weights of levels enter the weighted mean of their changes (vægtet gennemsnit).
 *
 * Since: 0.1
 */
typedef enum {
  KKR_TARIFF_WEIGHTING_UNSET,
  KKR_TARIFF_WEIGHTING_FIXED_BASKET,
  KKR_TARIFF_WEIGHTING_CHANGES,
} KkrTariffWeighting;

#define KKR_TYPE_TARIFF_WEIGHTING (kkr_tariff_weighting_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_tariff_weighting_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrTariffWeighting kkr_tariff_weighting_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_tariff_weighting_to_string (KkrTariffWeighting tariff_weighting);

/**
 * KkrCapSubject:
 * @KKR_CAP_SUBJECT_UNSET: not said; never accepted
 * @KKR_CAP_SUBJECT_NONE: nothing: no cap
 * @KKR_CAP_SUBJECT_OFFERS: each offer (tilbud)
 * @KKR_CAP_SUBJECT_OPERATORS: each operator (driftsherre)
 * @KKR_CAP_SUBJECT_MUNICIPALITIES: each municipality of the column `municipality`
 *
 * Whose expenditure per day the cap of a framework agreement (rammeaftale) holds for.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_CAP_SUBJECT_UNSET,
  KKR_CAP_SUBJECT_NONE,
  KKR_CAP_SUBJECT_OFFERS,
  KKR_CAP_SUBJECT_OPERATORS,
  KKR_CAP_SUBJECT_MUNICIPALITIES,
} KkrCapSubject;

#define KKR_TYPE_CAP_SUBJECT (kkr_cap_subject_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_cap_subject_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrCapSubject kkr_cap_subject_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_cap_subject_to_string (KkrCapSubject cap_subject);

/**
 * KkrCapReference:
 * @KKR_CAP_REFERENCE_UNSET: not said; never accepted
 * @KKR_CAP_REFERENCE_BASE_YEAR: each year is held against the base year
 * @KKR_CAP_REFERENCE_PREVIOUS_YEAR: each year is held against the one before in the lists
 *
 * Which year expenditure per day is held against.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_CAP_REFERENCE_UNSET,
  KKR_CAP_REFERENCE_BASE_YEAR,
  KKR_CAP_REFERENCE_PREVIOUS_YEAR,
} KkrCapReference;

#define KKR_TYPE_CAP_REFERENCE (kkr_cap_reference_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_cap_reference_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrCapReference kkr_cap_reference_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_cap_reference_to_string (KkrCapReference cap_reference);

/**
 * KkrCapStatus:
 * @KKR_CAP_STATUS_UNSET: not said; never accepted
 * @KKR_CAP_STATUS_KEPT: the cap is kept (overholdt): not more than prices and wages
 * @KKR_CAP_STATUS_EXPLAINED: not kept, and the wage agreement explains all of the excess
 * @KKR_CAP_STATUS_PARTLY_EXPLAINED: not kept, and the wage agreement explains a part
 * @KKR_CAP_STATUS_NOT_KEPT: not kept, and nothing explains it
 *
 * Whether a cap is kept. What an agreement explains is still an excess, which has to be accounted
 * for (redegørelse).
 *
 * Since: 0.1
 */
typedef enum {
  KKR_CAP_STATUS_UNSET,
  KKR_CAP_STATUS_KEPT,
  KKR_CAP_STATUS_EXPLAINED,
  KKR_CAP_STATUS_PARTLY_EXPLAINED,
  KKR_CAP_STATUS_NOT_KEPT,
} KkrCapStatus;

#define KKR_TYPE_CAP_STATUS (kkr_cap_status_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_cap_status_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrCapStatus kkr_cap_status_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_cap_status_to_string (KkrCapStatus cap_status);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

/**
 * KkrSector:
 * @KKR_SECTOR_UNSET: not said; never accepted
 * @KKR_SECTOR_MUNICIPAL: a municipality
 * @KKR_SECTOR_REGIONAL: a region
 * @KKR_SECTOR_PRIVATE: somebody private
 * @KKR_SECTOR_INDEPENDENT: independent (selvejende)
 * @KKR_SECTOR_STATE: the state
 *
 * Whose an operator (driftsherre) is, as far as rules ask (sektor).
 *
 * Since: 0.1
 */
typedef enum {
  KKR_SECTOR_UNSET,
  KKR_SECTOR_MUNICIPAL,
  KKR_SECTOR_REGIONAL,
  KKR_SECTOR_PRIVATE,
  KKR_SECTOR_INDEPENDENT,
  KKR_SECTOR_STATE,
} KkrSector;

#define KKR_TYPE_SECTOR (kkr_sector_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_sector_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrSector kkr_sector_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_sector_to_string (KkrSector sector);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

/**
 * KkrAboveLimit:
 * @KKR_ABOVE_LIMIT_UNSET: not said; never accepted
 * @KKR_ABOVE_LIMIT_CARRIED: all of it is carried, with the share of the rest and in the same year
 * @KKR_ABOVE_LIMIT_NEXT_YEAR: all of it is carried, to the budget of the year after
 * @KKR_ABOVE_LIMIT_PAID_BACK: it is settled with those who paid, outside the tariffs, a year
 *   later
 * @KKR_ABOVE_LIMIT_RESERVED: it is reserved
 *
 * What becomes of the part of a surplus or a deficit (over- eller underskud) that lies above a
 * limit.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_ABOVE_LIMIT_UNSET,
  KKR_ABOVE_LIMIT_CARRIED,
  KKR_ABOVE_LIMIT_NEXT_YEAR,
  KKR_ABOVE_LIMIT_PAID_BACK,
  KKR_ABOVE_LIMIT_RESERVED,
} KkrAboveLimit;

#define KKR_TYPE_ABOVE_LIMIT (kkr_above_limit_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_above_limit_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrAboveLimit kkr_above_limit_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_above_limit_to_string (KkrAboveLimit above_limit);

#define KKR_TYPE_CARRY_OVER (kkr_carry_over_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrCarryOver, kkr_carry_over, KKR, CARRY_OVER, KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrCarryOver *kkr_carry_over_new (void);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

/**
 * KkrIndexRounding:
 * @KKR_INDEX_ROUNDING_UNSET: not said; never accepted
 * @KKR_INDEX_ROUNDING_ONCE: the amount is rounded when it has reached its price level
 * @KKR_INDEX_ROUNDING_YEARLY: the amount of each year is rounded, and the next year starts from it
 *
 * When an amount is rounded that goes through several years of price-wage regulation.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_INDEX_ROUNDING_UNSET,
  KKR_INDEX_ROUNDING_ONCE,
  KKR_INDEX_ROUNDING_YEARLY,
} KkrIndexRounding;

/**
 * KkrCompositeRule:
 * @KKR_COMPOSITE_RULE_UNSET: not said; never accepted
 * @KKR_COMPOSITE_RULE_RATES: the rate of each year is the mean of the rates by the weights
 * @KKR_COMPOSITE_RULE_PARTS: the amount is divided by the weights at the earlier price level, and
 *   each part goes by its own rates
 *
 * How several series make one: the weights hold for each year, or for the first.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_COMPOSITE_RULE_UNSET,
  KKR_COMPOSITE_RULE_RATES,
  KKR_COMPOSITE_RULE_PARTS,
} KkrCompositeRule;

#define KKR_TYPE_INDEX_ROUNDING (kkr_index_rounding_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_index_rounding_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrIndexRounding kkr_index_rounding_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_index_rounding_to_string (KkrIndexRounding index_rounding);

#define KKR_TYPE_COMPOSITE_RULE (kkr_composite_rule_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_composite_rule_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrCompositeRule kkr_composite_rule_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_composite_rule_to_string (KkrCompositeRule composite_rule);

#define KKR_TYPE_PRICE_INDEX (kkr_price_index_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrPriceIndex, kkr_price_index, KKR, PRICE_INDEX, KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrPriceIndex *kkr_price_index_new (void);

G_END_DECLS

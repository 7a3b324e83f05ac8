/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-int128-private.h>
#include <libkkr/kernel/kkr-share-block-private.h>

G_BEGIN_DECLS

/* The highest averages over blocks: kkr-highest-averages.c says what the claims of a row are,
 * doc/apportionment-proofs.md why this gives the same shares and why nothing overflows. */

/* The claim for one more unit of a row that has `given`. */
typedef struct {
  guint64 weight;
  guint64 given;
  gsize row;
} KkrShareClaim;

/* Whether claims are met, the highest first, or those that were met are taken back, the lowest
 * first. */
typedef struct {
  KkrApportionMethod method;
  KkrTieRule tie_rule;
  gboolean taking;
} KkrShareOrder;

/* So many units are moved between as many rows, which are found in one pass. */
#define KKR_SHARE_SHORT_LIST 16

/* Gives `count` units to rows that have `given`, or takes as many, one by one. For more units than
 * fit in a short list, `claims` has room for n, or is NULL where there is no memory for it. */
void kkr_share_divisor_move (KkrShareStop *stop, const KkrShareOrder *order, const gint64 *weights,
                             gsize n, guint64 count, guint64 *given, KkrShareClaim *claims);
gboolean kkr_share_divisor_block (const KkrShareBlock *block);

/* What a row always has under Huntington-Hill, whose first claim is above all others. */
static inline guint64
kkr_share_first_units (KkrApportionMethod method)
{
  return method == KKR_APPORTION_METHOD_HUNTINGTON_HILL ? 1 : 0;
}

static inline int
kkr_share_compare_roots (guint64 weight1, guint64 given1, guint64 weight2, guint64 given2)
{
  KkrUint128 left = (KkrUint128) weight1 * (2 * given2 + 1);
  KkrUint128 right = (KkrUint128) weight2 * (2 * given1 + 1);
  KkrUint128 apart;
  guint64 weight, given;

  /* √(k (k + 1)) is below k + 1/2 by less than 1 / 8k, which changes nothing for large shares. */
  if (left != right && MIN (given1, given2) > MAX (weight1, weight2) / 4)
    return left > right ? 1 : -1;
  if (weight1 == weight2)
    return (given1 < given2) - (given1 > given2);
  apart = left > right ? left - right : right - left;
  weight = left > right ? weight1 : weight2;
  given = left > right ? given2 : given1;
  if (apart >= weight || 4 * (apart * given) >= weight)
    return left > right ? 1 : -1;
  return kkr_uint256_compare (kkr_uint128_multiply ((KkrUint128) weight1 * weight1,
                                                    (KkrUint128) given2 * (given2 + 1)),
                              kkr_uint128_multiply ((KkrUint128) weight2 * weight2,
                                                    (KkrUint128) given1 * (given1 + 1)));
}

/* Which claim is higher: 1, 0 or -1. */
static G_ALWAYS_INLINE inline int
kkr_share_compare (KkrApportionMethod method, const KkrShareClaim *a, const KkrShareClaim *b)
{
  KkrUint128 left, right;

  if (method == KKR_APPORTION_METHOD_HUNTINGTON_HILL)
    return kkr_share_compare_roots (a->weight, a->given, b->weight, b->given);
  if (method == KKR_APPORTION_METHOD_DHONDT)
    {
      left = (KkrUint128) a->weight * (b->given + 1);
      right = (KkrUint128) b->weight * (a->given + 1);
    }
  else
    {
      left = (KkrUint128) a->weight * (2 * b->given + 1);
      right = (KkrUint128) b->weight * (2 * a->given + 1);
    }
  return (left > right) - (left < right);
}

/* Whether the claim is moved before the other: a strict order of all claims. */
static G_ALWAYS_INLINE inline gboolean
kkr_share_goes_before (const KkrShareOrder *order, const KkrShareClaim *a, const KkrShareClaim *b)
{
  int higher = kkr_share_compare (order->method, a, b);

  if (higher == 0 && order->tie_rule == KKR_TIE_RULE_LARGEST_WEIGHT)
    higher = (a->weight > b->weight) - (a->weight < b->weight);
  else if (higher == 0 && order->tie_rule == KKR_TIE_RULE_SMALLEST_WEIGHT)
    higher = (a->weight < b->weight) - (a->weight > b->weight);
  if (higher == 0)
    higher = (a->row < b->row) == (order->tie_rule != KKR_TIE_RULE_LAST) ? 1 : -1;
  return (higher > 0) != order->taking;
}

/* The claim of the row that would be moved next. FALSE where there is none. */
static G_ALWAYS_INLINE inline gboolean
kkr_share_next_claim (const KkrShareOrder *order, guint64 weight, guint64 given, gsize row,
                      KkrShareClaim *claim)
{
  *claim = (KkrShareClaim) { weight, order->taking ? given - 1 : given, row };
  return order->taking ? given > kkr_share_first_units (order->method) : weight > 0;
}

G_END_DECLS

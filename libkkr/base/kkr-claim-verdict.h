/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

/**
 * KkrClaimVerdict:
 * @KKR_CLAIM_VERDICT_UNSET: not decided upon
 * @KKR_CLAIM_VERDICT_EXACT: the printed numbers themselves fulfil it
 * @KKR_CLAIM_VERDICT_POSSIBLE: some numbers that are printed so fulfil it
 * @KKR_CLAIM_VERDICT_IMPOSSIBLE: no numbers that are printed so fulfil it
 * @KKR_CLAIM_VERDICT_UNDECIDED: neither was found within bounded work
 *
 * What becomes of a claim about printed figures (påstand om trykte tal) when each stands for all
 * the numbers that are printed as it is.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_CLAIM_VERDICT_UNSET,
  KKR_CLAIM_VERDICT_EXACT,
  KKR_CLAIM_VERDICT_POSSIBLE,
  KKR_CLAIM_VERDICT_IMPOSSIBLE,
  KKR_CLAIM_VERDICT_UNDECIDED,
} KkrClaimVerdict;

#define KKR_TYPE_CLAIM_VERDICT (kkr_claim_verdict_get_type ())

KKR_AVAILABLE_IN_ALL
GType kkr_claim_verdict_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrClaimVerdict kkr_claim_verdict_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_claim_verdict_to_string (KkrClaimVerdict verdict);

G_END_DECLS

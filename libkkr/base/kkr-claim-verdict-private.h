/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-claim-verdict.h>

G_BEGIN_DECLS

/* "umulig", "impossible". */
const char *kkr_claim_verdict_in_words (KkrClaimVerdict verdict, const char *language);

G_END_DECLS

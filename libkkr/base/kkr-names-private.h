/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-enums.h>

G_BEGIN_DECLS

/* What a sentence in Danish ("da") or English ("en") calls them. */

/* "største brøks metode". */
const char *kkr_apportion_method_name (KkrApportionMethod method, const char *language);
/* As it follows "Ved lighed vinder": "den række, der står først". */
const char *kkr_tie_rule_name (KkrTieRule rule, const char *language);
/* "halve væk fra nul". */
const char *kkr_rounding_mode_name (KkrRoundingMode mode, const char *language);

G_END_DECLS

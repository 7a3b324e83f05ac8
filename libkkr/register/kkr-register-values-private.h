/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-register-rules-private.h>
#include <libkkr/model/kkr-model-private.h>

G_BEGIN_DECLS

#define KKR_DIGITS "0123456789"

/* Ends a function that says which rule a value breaks. */
#define REQUIRE(condition, rule, words) \
  *expected = words; return (condition) ? KKR_N_RULES : KKR_RULE_##rule

/* `n` digits and nothing else. */
gboolean kkr_text_is_digits (const char *text, gsize n);
/* a-z, 0-9 and single hyphens between them; `slashes` joins several. */
gboolean kkr_text_is_name (const char *text, gboolean slashes);

/* What is the matter, or KKR_N_RULES: a region's or municipality's code, the name of an object as
 * others refer to it, several of these. */
KkrRuleId kkr_code_parse (gboolean region, const char *text, const char **expected);
KkrRuleId kkr_reference_parse (const KkrModel *target, const char *text, const char **expected);
KkrRuleId kkr_references_parse (const KkrModel *target, const char *text, const char **expected);

G_END_DECLS

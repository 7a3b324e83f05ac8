/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-qualifier.h>

G_BEGIN_DECLS

/* What stands before a number, without a space: "mere end"; "" for UNSET and what is none. */
const char *kkr_qualifier_in_words (KkrQualifier qualifier, const char *language);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-enums.h>
#include <libkkr/base/kkr-rational-private.h>

G_BEGIN_DECLS

/* Numbers and texts as people read them. `language` is "da" or "en" (NULL is Danish; anything else
 * is Danish too). Danish: 1.152.028,50; English: 1,152,028.50. A minus is '-'. None of these looks
 * at the locale. */

/* TRUE for "en". */
gboolean kkr_language_is_english (const char *language);
/* One of two texts. */
const char *kkr_text_in (const char *language, const char *danish, const char *english);

/* A whole number with thousands separators. */
char *kkr_format_int (gint64 value, const char *language);
/* An exact number with a fixed number of decimals, rounded half away from zero. */
char *kkr_format_decimals (const KkrRational *value, guint decimals, const char *language);
/* An exact number with as many decimals as it has, at most `max_decimals` (then rounded and
 * preceded by nothing; a caller that must not lose digits prints the fraction too). */
char *kkr_format_exact (const KkrRational *value, guint max_decimals, const char *language);
/* Øre as kroner: always two decimals, or none when `whole` and the amount is whole kroner.
 * No "kr." after it. */
char *kkr_format_amount (gint64 amount, gboolean whole, const char *language);
/* A value with its unit, as a sentence would have it: "1.152.028,00 kr.", "32,9 pct.",
 * "39.978 personer". */
char *kkr_format_value (const KkrRational *value, KkrUnit unit, const char *language);
/* The unit as it stands in a heading: "kr.", "pct.", "personer"; "" for none. */
const char *kkr_unit_heading (KkrUnit unit, const char *language);

/* A text that begins with a capital letter. */
char *kkr_text_capitalize (const char *text);
/* Names a Danish municipality's, or another key's, comparison form: trimmed and case-folded. */
char *kkr_text_fold (const char *text);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-claim-verdict.h>
#include <libkkr/base/kkr-interval-private.h>
#include <libkkr/table/kkr-table-builder.h>

G_BEGIN_DECLS

/* Columns that the calculators of this folder have in common. */

/* Nicks for programs, words for people. */
void kkr_checking_add_verdicts (KkrTableBuilder *builder, const KkrClaimVerdict *verdicts, guint n);
/* "fra 6,25 til under 6,35"; "14" for one number, "alle tal" for any. */
char *kkr_checking_interval_text (const KkrInterval *interval, const char *language);
void kkr_checking_add_interval_words (KkrTableBuilder *builder, const char *name,
                                      const char *danish, const char *english,
                                      const KkrInterval *intervals, guint n);
/* One end of each interval; not applicable where there is none. */
void kkr_checking_add_ends (KkrTableBuilder *builder, const char *name, const char *danish,
                            const char *english, const KkrInterval *intervals, guint n,
                            gboolean upper);

G_END_DECLS

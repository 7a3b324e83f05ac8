/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/checking/kkr-case-outcome-private.h>

G_BEGIN_DECLS

/* The tables `score`, `figures`, `differences` and `readings`, or FALSE with an error. */
#define KKR_REPRODUCTION_N_TABLES 4
gboolean kkr_reproduction_make_tables (const KkrCaseOutcome *outcome,
                                       KkrTable *tables[KKR_REPRODUCTION_N_TABLES],
                                       GError **error);
/* Why a computed figure is what it is. */
KkrDerivation *kkr_reproduction_derive (const KkrCaseOutcome *outcome, const KkrCaseFigure *figure,
                                        KkrColumn *column, const char *name, GError **error);
/* What a reader calls a row or column. */
const char *kkr_case_row_title (const KkrCaseSpot *spot);
const char *kkr_case_column_title (const KkrCaseSpot *spot, const char *language);

G_END_DECLS

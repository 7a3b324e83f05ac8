/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/guarantee/kkr-guarantee-eligibility-private.h>
#include <libkkr/calc/kkr-sheet-private.h>

G_BEGIN_DECLS

/* The columns of a table that tell who may have a deficit guarantee, one for each condition but the
 * cap and in that order: for the array of a sheet, which is no static one. */
#define KKR_GUARANTEE_FACT_COLUMNS \
  { "operator-kind", "Driftsherretype|Kind of operator", KKR_SHEET_CHOICE, FALSE, \
    KKR_TYPE_OPERATOR_KIND, "kommune|kommunal;region|regional;privat|selvejende|private" }, \
  { "in-area", "I KKR-området|In the KKR area", KKR_SHEET_BOOLEAN, FALSE, 0, NULL }, \
  { "experience", "Erfaring med målgruppen|Experience with the target group", KKR_SHEET_BOOLEAN, \
    FALSE, 0, NULL }, \
  { "new", "Nye pladser|New places", KKR_SHEET_BOOLEAN, FALSE, 0, NULL }, \
  { "target-group-fits", "Til målgruppen|For the target group", KKR_SHEET_BOOLEAN, FALSE, 0, \
    NULL }, \
  { "offer-exists", "Eksisterende, driftssikkert tilbud|Existing offer in sound operation", \
    KKR_SHEET_BOOLEAN, FALSE, 0, NULL }, \
  { "kkr-approved", "Godkendt af KKR|Approved by KKR", KKR_SHEET_BOOLEAN, FALSE, 0, NULL }, \
  { "supervision-approved", "Godkendt af Socialtilsynet|Approved by Socialtilsyn", \
    KKR_SHEET_BOOLEAN, FALSE, 0, NULL }

#define KKR_GUARANTEE_N_FACT_COLUMNS KKR_GUARANTEE_CONDITION_CAP

/* `first_column` is that of operator-kind. The cap is left unstated. */
void kkr_guarantee_facts_read (KkrGuaranteeFacts *facts, const KkrSheet *sheet, guint row,
                               guint first_column);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

/**
 * KkrSurveyResponse:
 * @KKR_SURVEY_RESPONSE_UNSET: not said; never accepted
 * @KKR_SURVEY_RESPONSE_NONE: no answer
 * @KKR_SURVEY_RESPONSE_FULL: the questionnaire was answered
 * @KKR_SURVEY_RESPONSE_PARTLY: something else was answered, such as remarks in words
 *
 * What somebody who was asked in a survey has answered (besvarelse).
 *
 * Since: 0.1
 */
typedef enum {
  KKR_SURVEY_RESPONSE_UNSET,
  KKR_SURVEY_RESPONSE_NONE,
  KKR_SURVEY_RESPONSE_FULL,
  KKR_SURVEY_RESPONSE_PARTLY,
} KkrSurveyResponse;

#define KKR_TYPE_SURVEY_RESPONSE (kkr_survey_response_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_survey_response_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrSurveyResponse kkr_survey_response_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_survey_response_to_string (KkrSurveyResponse survey_response);

#define KKR_TYPE_SURVEY_ANALYSIS (kkr_survey_analysis_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrSurveyAnalysis, kkr_survey_analysis, KKR, SURVEY_ANALYSIS, KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrSurveyAnalysis *kkr_survey_analysis_new (void);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/survey/kkr-survey-private.h>

static const KkrColumnText texts[] = {
  { "answers", "question",
    "Fx en målgruppe; tom eller udeladt, når der kun er ét spørgsmål|Such as a target group; blank "
    "or left out where there is one question only" },
  { "answers", "answer", "Fx Stige, Være uændret eller Falde|Such as Rise, Unchanged or Fall" },
  { "answers", "group",
    "Hvem der har svaret, fx Nordjylland; tom, når der kun er én gruppe|Who has answered; blank "
    "where there is one group only" },
  { "answers", "share",
    "Den trykte procent, 0-100; tom, når kun antallet er kendt|The printed per cent, 0-100; blank "
    "where only the count is known" },
  { "answers", "count",
    "Hvor mange der har svaret sådan; tom, når kun procenten er kendt|How many gave that answer; "
    "blank where only the per cent is known" },
  { "invited", "respondent", "Hvem der er spurgt, fx en kommune; en borger kun under din egen "
    "nøgle|Who was asked, such as a municipality; a person only under a key of your own" },
  { "invited", "group", "Tom, når der kun er én gruppe|Blank where there is one group only" },
  { "invited", "response", "Tom, når der ikke er svaret|Blank where there is no answer" },
};

void
kkr_survey_analysis_explain_columns (KkrCalculatorClass *klass)
{
  kkr_calculator_class_explain_columns (klass, texts, G_N_ELEMENTS (texts));
}

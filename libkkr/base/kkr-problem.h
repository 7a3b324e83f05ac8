/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-enums.h>

G_BEGIN_DECLS

#define KKR_TYPE_PROBLEM (kkr_problem_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrProblem, kkr_problem, KKR, PROBLEM, GObject)

KKR_AVAILABLE_IN_ALL
const char *kkr_problem_get_rule (KkrProblem *self);
KKR_AVAILABLE_IN_ALL
KkrSeverity kkr_problem_get_severity (KkrProblem *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_problem_get_uri (KkrProblem *self);
KKR_AVAILABLE_IN_ALL
guint kkr_problem_get_line (KkrProblem *self);
KKR_AVAILABLE_IN_ALL
guint kkr_problem_get_column (KkrProblem *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_problem_get_path (KkrProblem *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_problem_get_input (KkrProblem *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_problem_get_text (KkrProblem *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_problem_get_suggestion (KkrProblem *self);
KKR_AVAILABLE_IN_ALL
char *kkr_problem_to_string (KkrProblem *self);
KKR_AVAILABLE_IN_ALL
char *kkr_problem___str__ (KkrProblem *self);
KKR_AVAILABLE_IN_ALL
char *kkr_problem___repr__ (KkrProblem *self);

G_END_DECLS

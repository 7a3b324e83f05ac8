/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-problem.h>

G_BEGIN_DECLS

/* What a problem is made of; strings are copied. `code` is the GError code it stands for. */
typedef struct {
  const char *rule;
  KkrSeverity severity;
  int code;
  const char *uri;
  guint line;
  guint column;
  const char *path;
  const char *input;
  const char *text;
  const char *suggestion;
} KkrProblemInit;

KkrProblem *kkr_problem_new (const KkrProblemInit *init);
int kkr_problem_get_code (KkrProblem *self);
/* All of them as one error, whose code is that of the first: a GPtrArray with at least one. */
void kkr_problems_set_error (GPtrArray *problems, GQuark domain, const char *separator,
                             GError **error);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/calc/checking/kkr-claim-formula-private.h>

G_BEGIN_DECLS

/* Conditions that are to hold together: each formula gives a number of its interval. */

typedef struct {
  const KkrClaimFormula *formula;
  KkrInterval target;
} KkrClaimCondition;

typedef struct {
  const KkrClaimVariable *variables;
  guint n_variables;
  const KkrClaimCondition *conditions;
  guint n_conditions;
  GCancellable *cancellable; /* or NULL */
} KkrClaimProblem;

/* POSSIBLE with a point that fulfils all conditions, which was tried; IMPOSSIBLE, proven; or
 * UNDECIDED, after bounded work or when cancelled. `box` (n_variables long) is what the conditions
 * leave of each variable's interval; nothing outside it fulfils them. */
KkrClaimVerdict kkr_claim_problem_solve (const KkrClaimProblem *self, KkrInterval *box,
                                         KkrRational *point);

/* Narrows the box as far as the conditions allow; FALSE when nothing is left. `work` goes down by
 * what was done. */
gboolean kkr_claim_problem_narrow (const KkrClaimProblem *self, KkrInterval *box, gint64 *work);
/* Whether the point lies in the variables' intervals and fulfils all conditions. */
gboolean kkr_claim_problem_holds (const KkrClaimProblem *self, const KkrRational *point);
/* A point of the box for a single condition in which no variable stands twice, found from the
 * result back to the variables; tried before it is given. */
gboolean kkr_claim_problem_invert (const KkrClaimProblem *self, const KkrInterval *box,
                                   KkrRational *point);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-expression-private.h>
#include <libkkr/base/kkr-interval-arithmetic-private.h>
#include <libkkr/calc/checking/kkr-claim-solver-private.h>

G_BEGIN_DECLS

/* A formula as a list of its parts, operands before their operator and the whole of it last. */

typedef struct {
  KkrExpressionOperator op;
  guint left; /* of a name: the place of its variable */
  guint right;
  KkrRational number;
  gboolean whole; /* has whole numbers only */
} KkrClaimNode;

typedef struct {
  KkrClaimNode *nodes;
  guint n_nodes;
  guint *counts; /* how often each variable is named */
  gboolean single;     /* none more than once */
} KkrClaimFormula;

/* OUT_OF_RANGE for a fault of grammar or a name without a variable, LIMIT-like OUT_OF_RANGE for a
 * formula of more parts than anybody writes. */
KkrClaimFormula *kkr_claim_formula_new (const char *text, const KkrClaimVariable *variables,
                                        guint n_variables, GError **error);
void kkr_claim_formula_free (KkrClaimFormula *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrClaimFormula, kkr_claim_formula_free)

/* The values of all parts at a point; FALSE on a division by zero or a number that does not fit. */
gboolean kkr_claim_formula_evaluate (const KkrClaimFormula *self, const KkrRational *point,
                                     KkrRational *values);
/* The intervals of all parts over a box; FALSE when nothing can come out. */
gboolean kkr_claim_formula_forward (const KkrClaimFormula *self, const KkrInterval *box,
                                    KkrInterval *parts);
/* Narrows all parts to what is consistent with the last one, and the box with them; FALSE when
 * nothing is left. */
gboolean kkr_claim_formula_backward (const KkrClaimFormula *self, KkrInterval *parts,
                                     KkrInterval *box);
/* What the formula can give over the box; FALSE when nothing. */
gboolean kkr_claim_formula_range (const KkrClaimFormula *self, const KkrInterval *box,
                                  guint n_variables, KkrInterval *range);

G_END_DECLS

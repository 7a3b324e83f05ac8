/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/checking/kkr-claim-search-private.h>
#include <libkkr/calc/kkr-result.h>

G_BEGIN_DECLS

/* Figures and claims as somebody wrote them, and what became of them. */

typedef struct {
  char *text;
  char *left, *relation, *right;
  KkrClaimFormula *left_formula, *right_formula;
  KkrClaimFormula *gap; /* left minus right */
  KkrInterval target;   /* what the gap has to be */
  KkrClaimVerdict verdict;
  KkrInterval left_range, right_range;
  KkrRational *point; /* of the variables, where the claim holds; or NULL */
} KkrClaim;

typedef struct {
  GArray *variables;  /* KkrClaimVariable */
  GPtrArray *printed; /* as written */
  GArray *precisions; /* KkrRational; 0 where there is none */
  GPtrArray *claims;  /* KkrClaim */
  KkrClaimVerdict together;
  KkrInterval *remains;
  KkrRational *point;  /* where all claims hold, or NULL */
  gboolean *conflict;  /* the claims that together are impossible; all FALSE if none are */
} KkrClaimSet;

/* Reads the inputs; `input` names the one at fault. */
KkrClaimSet *kkr_claim_set_new (const char *figures, const char *whole, const char *claims,
                                const char **input, GError **error);
void kkr_claim_set_free (KkrClaimSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrClaimSet, kkr_claim_set_free)

/* Texts between semicolons and line ends, without blanks around them and empty ones. */
char **kkr_checking_split (const char *text);
/* "1,5 × a" as formulas have it: "1.5 * a". OUT_OF_RANGE for "1.234", which is two numbers. */
char *kkr_claim_formula_text (const char *text, GError **error);
/* Splits "a = b" and finds the formulas. */
KkrClaim *kkr_claim_new (const char *text, const KkrClaimSet *set, GError **error);
void kkr_claim_free (KkrClaim *self);

gboolean kkr_claim_set_decide (KkrClaimSet *self, GCancellable *cancellable, GError **error);
/* The one claim by itself, which the others do not change. */
gboolean kkr_claim_set_decide_one (KkrClaimSet *self, guint claim, GError **error);
/* Cuts from the ends of what remains all that is proven to be impossible. */
void kkr_claim_problem_shave (const KkrClaimProblem *self, KkrInterval *box);

KkrTable *kkr_claim_set_build_claims (const KkrClaimSet *self, GError **error);
KkrTable *kkr_claim_set_build_figures (const KkrClaimSet *self, GError **error);
KkrTable *kkr_claim_set_build_together (const KkrClaimSet *self, GError **error);
KkrDerivation *kkr_claim_set_derive (const KkrClaimSet *self, KkrResult *result,
                                     const char *column, guint row, GError **error);

G_END_DECLS

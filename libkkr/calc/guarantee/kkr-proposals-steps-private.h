/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/guarantee/kkr-proposals-columns-private.h>

G_BEGIN_DECLS

/* The steps of the derivation of one cell. */

typedef struct {
  KkrProposals *self;
  KkrDerivationBuilder *builder;
  const char *column; /* without its table */
  gint64 row;
} KkrProposalsSteps;

void kkr_proposals_steps_value (KkrProposalsSteps *steps, const char *id, const char *danish,
                                const char *english, const KkrRational *value, KkrUnit unit);
/* The same of a proposal: "Takst, Forslag A". */
void kkr_proposals_steps_own (KkrProposalsSteps *steps, const char *id, const char *danish,
                              const char *english, guint proposal, gint64 value, KkrUnit unit);
void kkr_proposals_steps_term (KkrProposalsSteps *steps, KkrProposalsTerm term);
void kkr_proposals_steps_source (KkrProposalsSteps *steps, KkrFact *fact);

/* Joins many terms by steps that are short enough to read: `add` of each, then `end`. */
typedef struct {
  KkrProposalsSteps *steps;
  const char *function; /* "min", "max", or NULL for a sum */
  const char *id, *danish, *english;
  KkrUnit unit;
  GString *expression;
  guint n, n_parts;
} KkrProposalsFold;

void kkr_proposals_fold_init (KkrProposalsFold *fold, KkrProposalsSteps *steps,
                              const char *function, const char *id, const char *danish,
                              const char *english, KkrUnit unit);
void kkr_proposals_fold_add (KkrProposalsFold *fold, const char *term);
void kkr_proposals_fold_end (KkrProposalsFold *fold);

/* Terms with their keys, which are few and given. */
typedef struct {
  GPtrArray *keys, *exact;
} KkrProposalsTerms;

KkrProposalsTerms kkr_proposals_terms_new (void);
void kkr_proposals_terms_add (KkrProposalsTerms *terms, char *key, gint64 value);
/* The sum step; frees the terms. */
void kkr_proposals_terms_end (KkrProposalsTerms *terms, KkrProposalsSteps *steps, const char *id,
                              const char *danish, const char *english, KkrUnit unit);

/* Each FALSE for a column that it does not know. */
gboolean kkr_proposals_derive_summary (KkrProposalsSteps *steps);
gboolean kkr_proposals_derive_ranking (KkrProposalsSteps *steps);
gboolean kkr_proposals_derive_selection (KkrProposalsSteps *steps);
gboolean kkr_proposals_derive_need (KkrProposalsSteps *steps);
gboolean kkr_proposals_derive_cover (KkrProposalsSteps *steps);
gboolean kkr_proposals_derive_break_even (KkrProposalsSteps *steps);

G_END_DECLS

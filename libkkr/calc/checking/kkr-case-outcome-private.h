/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/checking/kkr-case-relation-private.h>

G_BEGIN_DECLS

/* All relations of a book, computed. */

typedef struct {
  const KkrCaseRelation *relation;
  guint target;      /* the place in its spots */
  KkrRational exact; /* in full, as the cells of a case */
  KkrRational shown; /* rounded as the printed figure is */
  KkrCaseVerdict verdict;
  KkrCaseVerdict expected;
  const KkrCaseNode *excuse; /* what has ours and the hypothesis, or NULL */
  gboolean unexpected;
  gboolean counts;      /* a cell that several relations are about counts once */
  gboolean by_calculator; /* one of them is a calculation */
  KkrResult *result;    /* of a calculation; not a reference */
  gint64 result_row;
} KkrCaseFigure;

/* What a relation comes to if a parameter has another value. */
typedef struct {
  const KkrCaseRelation *relation;
  const KkrCaseNode *node;
  KkrCaseVerdict verdict;
  KkrCaseVerdict expected;
  guint n_figures;
} KkrCaseReading;

typedef struct {
  KkrCaseBook *book;
  GPtrArray *relations; /* KkrCaseRelation */
  GArray *figures;      /* KkrCaseFigure, in the order of the files */
  GArray *readings;     /* KkrCaseReading */
  GPtrArray *results;   /* KkrResult */
} KkrCaseOutcome;

/* Of the cases of a document, or with NULL of all. Takes the book. */
KkrCaseOutcome *kkr_case_outcome_new (KkrCaseBook *book, const char *document,
                                      GCancellable *cancellable, GError **error);
void kkr_case_outcome_free (KkrCaseOutcome *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrCaseOutcome, kkr_case_outcome_free)

/* Computes a figure, whose result is there if it is one of a calculation, and what it is to the
 * printed one. FALSE and a problem if that does not go. */
gboolean kkr_case_figure_judge (KkrCaseBook *book, KkrCaseFigure *self, KkrRoundingMode mode);
/* The same, rounded as it is printed, and whether it is as expected. */
gboolean kkr_case_figure_compute (KkrCaseBook *book, KkrCaseFigure *self);
void kkr_case_refuse_excuse (KkrCaseBook *book, const KkrCaseNode *node, const char *text);
const KkrCaseSpot *kkr_case_figure_get_spot (const KkrCaseFigure *self);
const KkrCaseCell *kkr_case_figure_get_cell (const KkrCaseFigure *self);
/* A number in full as the cell prints its own: "18.626". */
char *kkr_case_cell_print (const KkrCaseSpot *spot, const KkrRational *value, const char *language);

/* To a multiple of the precision. FALSE if it does not fit. */
gboolean kkr_case_round (const KkrRational *value, KkrRoundingMode mode,
                         const KkrRational *precision, KkrRational *rounded);
/* What a computed number, or a formula, is to a printed one. */
gboolean kkr_case_judge (const KkrCaseFormula *formula, const KkrRational *exact,
                         KkrRoundingMode mode, const KkrCaseCell *cell, KkrCaseVerdict *verdict,
                         GError **error);

G_END_DECLS

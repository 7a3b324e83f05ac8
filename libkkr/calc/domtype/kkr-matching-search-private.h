/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/kernel/kkr-assignment-private.h>

G_BEGIN_DECLS

/* Who gets which place, as numbers alone: persons, kinds of places at sites (offers), what each
 * choice costs by level, and persons who cannot live at the same site. The lower levels decide only
 * where the higher ones are equal. */

#define KKR_MATCHING_MAX_LEVELS 8

/* None of `one` lives where somebody of `other` does. Where the two have persons in common, those
 * cannot live with any of either; nobody is at odds with himself. */
typedef struct {
  guint32 *one, *other; /* persons, ascending */
  guint n_one, n_other;
  gboolean is_disjoint;
  guint row; /* what it is known by to whom it belongs */
} KkrMatchingClash;

typedef struct {
  guint n_persons, n_columns, n_sites, n_levels;
  gint32 *capacities;
  guint32 *sites;      /* of columns */
  gsize *first_edges;  /* of persons, and the number of all */
  guint32 *columns;    /* of edges, by person */
  gint64 *costs;       /* of edges, n_levels each */
  gint64 *left_costs;  /* of persons who get no place, n_levels each */
  /* What the kernel is given for `left_costs` of the first `n_joined` levels: one number a person.
   * NULL: not looked for yet. */
  gint64 *ranks;
  guint n_joined;
  gint64 *scales;      /* by level: all costs are multiples of it */
  GArray *clashes;     /* KkrMatchingClash */
} KkrMatchingProblem;

/* The best assignment, or the best that was found. */
typedef struct {
  gint32 *columns; /* of persons; -1: none */
  gint64 totals[KKR_MATCHING_MAX_LEVELS];
  gint64 bound[KKR_MATCHING_MAX_LEVELS]; /* nothing is better than this */
  gboolean is_proven;
  guint n_solved;
  guint8 *bans;    /* of edges: 1 where it was ruled out to keep persons apart */
  KkrAssignment *root; /* the best without regard to clashes */
  gint64 root_totals[KKR_MATCHING_MAX_LEVELS];
} KkrMatchingAnswer;

KkrMatchingProblem *kkr_matching_problem_new (guint n_persons, guint n_columns, guint n_sites,
                                              guint n_levels);
void kkr_matching_problem_free (KkrMatchingProblem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrMatchingProblem, kkr_matching_problem_free)
/* Takes the persons, in any order, each as often as they like. */
void kkr_matching_problem_add_clash (KkrMatchingProblem *self, GArray *one, GArray *other,
                                     guint row);
const gint64 *kkr_matching_problem_get_costs (const KkrMatchingProblem *self, guint person,
                                              gint32 column);
/* The edge of a person to a column; G_MAXSIZE: there is none. */
gsize kkr_matching_problem_find_edge (const KkrMatchingProblem *self, guint person,
                                      guint32 column);

/* The persons of both sides who live at one site, of the first clash that is not kept. */
typedef struct {
  guint clash;
  guint32 site;
  guint32 one, other;
} KkrMatchingViolation;

gboolean kkr_matching_find_violation (const KkrMatchingProblem *self, const gint32 *columns,
                                      KkrMatchingViolation *violation);
/* Takes persons out until nobody is at odds: of each clash and site those who cost less. */
void kkr_matching_evict (const KkrMatchingProblem *self, gint32 *columns);
/* The sum of what everybody's choice costs. */
void kkr_matching_sum_costs (const KkrMatchingProblem *self, const gint32 *columns,
                             gint64 *totals);
int kkr_matching_compare_costs (const gint64 *a, const gint64 *b, guint n_levels);

/* The best assignment without the edges that are banned (NULL: all are free) and without regard to
 * clashes. */
KkrAssignment *kkr_matching_assign (const KkrMatchingProblem *self, const guint8 *bans,
                                    GCancellable *cancellable, GError **error);
/* What the best without regard to clashes would be if a column had room for one more. */
gboolean kkr_matching_assign_more (const KkrMatchingProblem *self, const KkrMatchingAnswer *answer,
                                   guint32 column, gint64 *totals, gint32 *columns,
                                   GError **error);
/* Looks for what is the same in all assignments of the problem: once, before the first. */
void kkr_matching_problem_prepare (KkrMatchingProblem *self);
/* The best with regard to them: branch and bound, in which at most `limit` assignments are made. */
KkrMatchingAnswer *kkr_matching_search (KkrMatchingProblem *self, guint limit,
                                        GCancellable *cancellable, GError **error);
void kkr_matching_answer_free (KkrMatchingAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrMatchingAnswer, kkr_matching_answer_free)

G_END_DECLS

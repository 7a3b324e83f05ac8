/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

G_BEGIN_DECLS

/* The lines that a total may still be made of: a total that was found stands for the lines below
 * it. */

typedef struct {
  guint line;
  gboolean is_total;
  guint first_leaf; /* among the leaves, of which it stands for all from here on */
} KkrReconItem;

typedef struct {
  const KkrReconView *view;
  GArray *items;    /* KkrReconItem */
  GArray *leaves;   /* guint */
  GArray *plain;    /* guint: all that no word calls totals */
  guint border;     /* the first item of the block that is being read */
  gboolean reversed;
  guint8 *is_target; /* by line */
} KkrReconStack;

/* How many of the last items a line is most likely the sum of; 0 for none. */
guint kkr_recon_find_suffix (const KkrReconStack *stack, guint target);
/* The sum of the items, or the leaves, from `first` on, or of the totals among them; of all others;
 * of all before that no word calls a total; of those that end with the same word, such as a year;
 * and of one of the last two totals less the other. NULL if there are none. */
KkrReconFamily *kkr_recon_add_up (const KkrReconStack *stack, guint target, guint first,
                                  gboolean leaves, gboolean totals);
KkrReconFamily *kkr_recon_add_up_others (const KkrReconStack *stack, guint target);
KkrReconFamily *kkr_recon_add_up_plain (const KkrReconStack *stack, guint target);
KkrReconFamily *kkr_recon_add_up_alike (const KkrReconStack *stack, guint target);
/* The sum of the last `n` items, if all of them are totals. */
KkrReconFamily *kkr_recon_add_up_last (const KkrReconStack *stack, guint target, guint n);
KkrReconFamily *kkr_recon_subtract_totals (const KkrReconStack *stack, guint target,
                                           gboolean turned);
/* How many lanes a sum holds in, and fails in of those whose figures are added. */
KkrReconVotes kkr_recon_vote_total (const KkrReconView *view, const KkrReconFamily *family);
/* A line takes the place of the items from `first_item` on. */
void kkr_recon_push (KkrReconStack *stack, guint line, gboolean is_total, guint first_item);
guint kkr_recon_find_first_item (const KkrReconStack *stack, const KkrReconFamily *family);
void kkr_recon_take_mean (KkrReconStack *stack, guint line);
/* FALSE if the line is no total of what stands before it. */
gboolean kkr_recon_take_named_total (KkrReconStack *stack, guint line);
/* FALSE if the line is no total that the one before it is a copy of. */
gboolean kkr_recon_take_copied_total (KkrReconStack *stack, guint line);
/* Kinds of figures that are not added to others. */
guint kkr_recon_line_class (const KkrReconView *view, guint line);

G_END_DECLS

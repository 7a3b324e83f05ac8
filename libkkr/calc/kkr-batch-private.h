/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-parallel-private.h>
#include <libkkr/calc/kkr-calculator-private.h>

G_BEGIN_DECLS

/* How a class computes many scenarios without an object for each of them. Scenarios that agree in
 * all inputs but the row inputs form a group; what a group needs of a register is read once.
 * A class without a batch class is run once a scenario, which gives the same figures. */

#define KKR_BATCH_MAX_ROW_INPUTS 32

/* Rows of one group: their row inputs, and where their cells go. */
typedef struct {
  gsize n;
  /* By the order of `row_inputs`: n values each, NULL for one that is not given row by row. Those
   * of an input of numbers with decimals are the bits of a gdouble, NaN and infinities too. */
  const gint64 *const *values;
  /* n x n_rows of them, a scenario after the other; not cleared before. */
  gint64 *cells;
  /* As many KkrCellStatus, all 0 before; where one is not VALUE the cell is G_MININT64. NULL unless
   * the class says that it has statuses. */
  guint8 *statuses;
  int n_threads; /* what kkr_parallel_count_threads() is to be asked for */
  GCancellable *cancellable; /* or NULL */
  KkrParallelProgress progress; /* or NULL */
  gpointer progress_data;
} KkrBatchRows;

typedef struct _KkrBatchNotes KkrBatchNotes;

typedef struct {
  /* The main table and its main column, which is of whole numbers; all of static duration. */
  const char *table;
  const char *column;
  const char *danish;
  const char *english;
  KkrUnit unit;
  gboolean has_statuses;
  /* derive() needs no more of the result than the key columns and the main column: a cell can be
   * explained without running its scenario again. */
  gboolean derives_from_inputs;

  /* Inputs of numbers that are taken as whole columns; NULL-terminated. For one of int, mark_bad()
   * marks what does not fit into it, for one with decimals what is not finite. */
  const char *const *row_inputs;

  /* What has to happen in the thread of the caller, such as asking an object that is written in
   * another language: JavaScript is never called in other threads. NULL: nothing. */
  void (*prepare) (KkrCalculator *calculator);

  /* Marks the rows whose row inputs check() would refuse, in `bad` (n, all 0 before). The other
   * inputs of `group` have been accepted; its own row inputs, where given row by row, mean nothing.
   * `cells` and `statuses` are NULL. What is wrong is told by check() itself. NULL: none is bad. */
  void (*mark_bad) (KkrCalculator *group, const KkrBatchRows *rows, guint8 *bad);

  /* Reads what a group needs, with the error that compute() would have. Bit i of `by_row` says that
   * row input i is given row by row, so that nothing need be known of it; without it `group` says
   * whether it is assigned. `group` changes afterwards. `before` is the state of another group of
   * the batch, from which to share what is the same, or NULL: it may be closed first. What
   * kkr_calculator_is_varied() does not name is the same in both. */
  gpointer (*open) (KkrCalculator *group, guint32 by_row, gpointer before, GError **error);
  void (*close) (gpointer state);
  /* Rows of the main table of one scenario. */
  gsize (*n_rows) (gpointer state);
  /* Whether two groups have the same rows, in the same order; NULL: never. */
  gboolean (*same_keys) (gpointer a, gpointer b);
  /* The key columns of the main table of one scenario, with their names and titles there. Made once
   * for all groups with the same keys. */
  KkrTable *(*keys) (gpointer state, GError **error);
  /* Fills the cells. With a KkrCalcError where a scenario has none, for whatever reason compute()
   * would have: which ones these are is found by asking for fewer at a time, and what is wrong is
   * told by compute(). `n` is never 0, and may be 1. */
  gboolean (*compute) (gpointer state, const KkrBatchRows *rows, GError **error);
  /* Tells what has to be known of a group, when somebody asks: from any thread, one at a time, and
   * long after the batch. NULL: nothing. */
  void (*add_notes) (gpointer state, KkrBatchNotes *notes);
} KkrBatchClass;

/* In class_init; `batch` is of static duration. Not inherited: a subclass may compute otherwise. */
void kkr_calculator_class_set_batch (KkrCalculatorClass *klass, const KkrBatchClass *batch);
/* NULL without. */
const KkrBatchClass *kkr_calculator_get_batch (KkrCalculator *self);
/* Of the calculator of a group: whether a column of the batch sets this input. */
gboolean kkr_calculator_is_varied (KkrCalculator *group, const char *input);

/* A note on `n_scenarios` of the group, 0 for all of it. Notes of one kind with the same texts
 * become one, which names how many scenarios it is about unless these are all. */
void kkr_batch_notes_add (KkrBatchNotes *self, KkrNoteKind kind, gsize n_scenarios,
                          const char *danish, const char *english);
/* The same of a note that is there already. */
void kkr_batch_notes_add_note (KkrBatchNotes *self, gsize n_scenarios, KkrNote *note);
/* Notes on all of the group. */
void kkr_batch_notes_add_all (KkrBatchNotes *self, GPtrArray *notes);

G_END_DECLS

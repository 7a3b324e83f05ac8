/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-batch-private.h>
#include <libkkr/calc/kkr-result-private.h>
#include <libkkr/table/kkr-column-joiner-private.h>
#include <libkkr/table/kkr-column-view-private.h>

G_BEGIN_DECLS

/* A run of many scenarios, and what its result keeps of it. */

/* A column of the scenarios, and the input that it sets. */
typedef struct {
  GParamSpec *pspec;
  KkrColumn *column;
  int row_input; /* its place among those of the batch class, -1 for none */
  const gint64 *values; /* of a row input */
  gint64 *own_values; /* where they are none of the column's own */
  guint8 *refused; /* of a row input from text: 1 where the text of a row is none; or NULL */
  gboolean was_assigned; /* by the caller, with: */
  GValue before;
} KkrBatchColumn;

/* Scenarios that agree in all but the row inputs: `n` from `first` on in the order of the batch. */
typedef struct {
  guint first;
  guint n;
  guint scenario; /* one of them, the first */
  guint32 by_row;
  gpointer state;
  guint n_rows;
  guint list;
} KkrBatchGroup;

struct _KkrBatch {
  gatomicrefcount ref_count;
  /* A copy of the caller's: inputs of scenarios come and go in it, and in the end are as before. */
  KkrCalculator *calculator;
  const KkrBatchClass *klass; /* NULL to run every scenario by itself */
  KkrTable *scenarios;
  guint n_scenarios;
  KkrBatchColumn *columns;
  guint n_columns;
  char *table; /* the table that was asked for, NULL for the main one */
  char **asked; /* the bare names of its columns, NULL for the main output */

  KkrBatchGroup *groups;
  guint n_groups;
  guint *order; /* the scenarios group by group; NULL where there is one group */

  guint8 *bad; /* 1 for scenarios that cannot be computed; NULL while there is none */
  gsize n_bad;
  GPtrArray *messages; /* of GError: what is wrong with the first of them */
  GArray *told; /* of guint: which these are */

  GPtrArray *lists; /* of KkrTable: the keys of a scenario */
  gboolean titles_differ; /* of the scenarios' tables: there is none for all of them */
  KkrBatchNotes *notes; /* of scenarios that were run by themselves */
  GPtrArray *made_notes; /* of KkrNote */
  gsize has_notes;

  GCancellable *cancellable;
  gdouble shown; /* of the progress */
};

/* Binds columns to inputs. The batch is the caller's to unref; NULL with an error. */
KkrBatch *kkr_batch_new (KkrCalculator *calculator, KkrTable *scenarios,
                         const char *const *columns, GCancellable *cancellable, GError **error);
KkrBatch *kkr_batch_ref (KkrBatch *self);
void kkr_batch_unref (KkrBatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrBatch, kkr_batch_unref)

/* Inputs */
gboolean kkr_batch_bind_columns (KkrBatch *self, GError **error);
void kkr_batch_clear_columns (KkrBatch *self);
/* Whether a column sets the input. */
gboolean kkr_batch_sets (const KkrBatch *self, GParamSpec *input);
/* The value that a cell gives its input; FALSE without an error where it leaves it unassigned. */
gboolean kkr_batch_column_convert (const KkrBatchColumn *column, guint scenario, GValue *value,
                                   GError **error);
typedef enum {
  KKR_BATCH_GROUP_INPUTS = 1, /* what scenarios of a group have in common */
  KKR_BATCH_ROW_INPUTS = 2,
  KKR_BATCH_ALL_INPUTS = 3,
} KkrBatchInputs;

/* Assigns inputs of a scenario to a calculator; FALSE with all that cannot be read. */
gboolean kkr_batch_assign (const KkrBatch *self, KkrCalculator *calculator, guint scenario,
                           KkrBatchInputs inputs, GError **error);
/* As the caller had them. */
void kkr_batch_restore (KkrBatch *self);

/* Scenarios that agree */
gboolean kkr_batch_make_groups (KkrBatch *self, GError **error);

/* Scenarios that cannot be computed */
void kkr_batch_mark_bad (KkrBatch *self, guint scenario);
/* The same with what is wrong, which is taken over. In ascending order. */
void kkr_batch_take_bad (KkrBatch *self, guint scenario, GError *wrong);
/* TRUE if there is none, else FALSE with the one error. What is wrong with those that were only
 * marked is found out by running them. */
gboolean kkr_batch_report (KkrBatch *self, GError **error);

/* All of it: the result keeps the batch. */
KkrResult *kkr_batch_run (KkrBatch *self, GError **error);
/* When its table is made. */
KkrResult *kkr_batch_end (KkrBatch *self, KkrTable *table);

void kkr_batch_show_progress (KkrBatch *self, gdouble done);

/* All at once, by a batch class. */
KkrTable *kkr_batch_compute (KkrBatch *self, GError **error);
/* Checks all groups and opens them, if none is bad. */
gboolean kkr_batch_open_groups (KkrBatch *self, GError **error);
/* The i-th of a group. */
guint kkr_batch_get_scenario (const KkrBatch *self, const KkrBatchGroup *group, guint i);
/* How many of a group follow each other in the table too, from the i-th on. */
guint kkr_batch_count_together (const KkrBatch *self, const KkrBatchGroup *group, guint i,
                                guint most);
/* The row inputs of `n` of a group, from the i-th on: where they lie, if they stand together. */
typedef struct {
  const gint64 *pointers[KKR_BATCH_MAX_ROW_INPUTS];
  gint64 *gathered[KKR_BATCH_MAX_ROW_INPUTS];
} KkrBatchValues;

void kkr_batch_take_values (const KkrBatch *self, const KkrBatchGroup *group, guint i, guint n,
                            KkrBatchValues *values);
void kkr_batch_values_clear (KkrBatchValues *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KkrBatchValues, kkr_batch_values_clear)
/* Without scenarios. */
KkrTable *kkr_batch_make_empty (KkrBatch *self, GError **error);

/* One scenario after the other */
typedef struct _KkrBatchLoop KkrBatchLoop;

KkrBatchLoop *kkr_batch_loop_new (KkrBatch *batch);
void kkr_batch_loop_free (KkrBatchLoop *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrBatchLoop, kkr_batch_loop_free)
/* Goes on until `until` (monotonic time) or the end; FALSE with an error. */
gboolean kkr_batch_loop_step (KkrBatchLoop *self, gint64 until, gboolean *done, GError **error);
/* When it is done. */
KkrTable *kkr_batch_loop_end (KkrBatchLoop *self, GError **error);

/* None of the columns of a table may be called as the one that numbers the scenarios. */
gboolean kkr_batch_check_names (const char *table, const char *const *names, GError **error);
/* Whether the key columns are called and of the kind that those of other scenarios are. */
gboolean kkr_batch_check_keys (KkrBatch *self, KkrTable *keys, GError **error);
/* The list of these keys, a new one or one that is there; `keys` is a table of key columns. */
guint kkr_batch_add_keys (KkrBatch *self, KkrTable *keys);
/* Where each list begins when they stand one after the other. */
guint *kkr_batch_place_lists (KkrBatch *self);
/* A table with the columns of `names` in `table`, all of which are key columns. */
KkrTable *kkr_batch_make_keys (KkrTable *table, const char *const *names);
/* The table of the result. */
KkrTable *kkr_batch_make_table (KkrBatch *self, const char *name, KkrScenarioRows *rows,
                                KkrColumn *const *columns, guint n_columns, GError **error);

/* The notes, made when somebody asks. */
GPtrArray *kkr_batch_get_notes (KkrBatch *self);
KkrDerivation *kkr_batch_explain (KkrBatch *self, KkrTable *table, KkrColumn *column, guint row,
                                  GError **error);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/base/kkr-parallel-private.h>
#include <libkkr/kernel/kkr-cohort-private.h>
#include <libkkr/kernel/kkr-random-private.h>

G_BEGIN_DECLS

/* The years of a model, drawn many times over. Everything is counted in whole numbers, so that the
 * sums are the same in any order; no path is kept. */

#define KKR_COHORT_MAX_PATHS 10000000
/* What a stock and what arrives are drawn from; above, the counting in the mean remains. */
#define KKR_COHORT_MAX_DRAWN 100000
#define KKR_COHORT_MAX_ARRIVING 10000 /* of a group in a year, on average */
#define KKR_COHORT_MAX_SHARES 512     /* different ones, each with tables of its own */

/* How many paths have a value, from `first` to before `first + n`. */
typedef struct {
  gint64 first;
  gsize n;
  guint64 *paths;
} KkrCohortHistogram;

typedef struct {
  guint n_years, n_groups;
  guint64 n_paths;
  /* By year: who runs or waits, and who is in open places, at its end. */
  KkrCohortHistogram *need, *open;
  /* By year: what lacks in it, of the paths whose need is above the places then for the first
   * time. */
  KkrCohortHistogram *first_lack;
  /* The most that lacks in any year; a negative number of places is left in every year. */
  KkrCohortHistogram worst;
  /* By year, then group: sums over all paths. */
  guint64 *secured_sums, *open_sums;
} KkrCohortChances;

typedef struct {
  const KkrCohortModel *model;
  guint64 n_paths; /* at most KKR_COHORT_MAX_PATHS */
  guint64 seed;
  guint n_threads; /* as kkr_parallel_count_threads() says for KKR_COHORT_BLOCK paths */
  GCancellable *cancellable;    /* or NULL */
  KkrParallelProgress progress; /* or NULL */
  gpointer progress_data;
} KkrCohortTask;

#define KKR_COHORT_BLOCK 256

/* NULL with UNSUPPORTED where the model is too large to be drawn, FAILED where there is no memory,
 * or G_IO_ERROR_CANCELLED. The same for any number of threads and any processor. */
KkrCohortChances *kkr_cohort_simulate (const KkrCohortTask *task, GError **error);
void kkr_cohort_chances_free (KkrCohortChances *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrCohortChances, kkr_cohort_chances_free)

/* FALSE where there is no memory. */
gboolean kkr_cohort_histogram_add (KkrCohortHistogram *self, const gint32 *values, gsize n);
guint64 kkr_cohort_histogram_count (const KkrCohortHistogram *self);
/* The least value that at least `num` of `den` of the paths do not exceed; of paths there are. */
gint64 kkr_cohort_histogram_find (const KkrCohortHistogram *self, guint64 num, guint64 den);
guint64 kkr_cohort_histogram_count_above (const KkrCohortHistogram *self, gint64 value);
KkrInt128 kkr_cohort_histogram_sum (const KkrCohortHistogram *self);
KkrInt128 kkr_cohort_histogram_sum_squares (const KkrCohortHistogram *self);

/* What the counts of a year are drawn from. NULL: none where `all` is not set, else all. */
typedef struct {
  const KkrBinomial *table;
  gboolean all;
} KkrCohortPart;

typedef struct {
  KkrCohortPart ends, to_open, leaves_open;
  const KkrPoisson *secured, *open; /* NULL: nobody */
} KkrCohortDraw;

/* Each different share and mean has one table. */
typedef struct {
  KkrCohortDraw *draws; /* by year, then group */
  GHashTable *binomials, *poissons;
} KkrCohortTables;

gboolean kkr_cohort_tables_init (KkrCohortTables *self, const KkrCohortModel *model,
                                 GError **error);
void kkr_cohort_tables_clear (KkrCohortTables *self);

G_END_DECLS

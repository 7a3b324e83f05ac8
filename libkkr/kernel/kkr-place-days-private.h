/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/base/kkr-parallel-private.h>

G_BEGIN_DECLS

/* Days on which places are taken, over plain arrays: days are numbers since 1970-01-01, both ends
 * of an interval are included, and intervals of one place may overlap and touch as they like. */

/* What a day of a span is kept in. */
#define KKR_PLACE_DAYS_MAX_YEARS 100
#define KKR_PLACE_DAYS_BLOCK 64
/* How often it is looked whether somebody has cancelled. */
#define KKR_PLACE_DAYS_STEP 65536

typedef struct {
  const gint32 *codes;
  const gint32 *ranks; /* of the codes: the numbers of the places, from 0 */
  const gint32 *from;
  const gint32 *until; /* G_MININT32: still open */
  gsize n_rows;
} KkrPlaceRows;

typedef struct {
  KkrPlaceRows stays;
  KkrPlaceRows openings;
  gboolean has_openings; /* without, each place is open on all days */
  gsize n_places;
  gint32 first, last;         /* at most 100 years */
  const gint32 *year_starts;  /* n_years + 1 of them: `first`, each New Year's Day, `last` + 1 */
  guint n_years;
  guint n_threads; /* as kkr_parallel_count_threads() says for KKR_PLACE_DAYS_BLOCK places */
  GCancellable *cancellable;    /* or NULL */
  KkrParallelProgress progress; /* or NULL */
  gpointer progress_data;
  /* What is filled: n_places x n_years each, a place after the other. Days the place is open, of
   * these the taken ones and those that are not; days it is taken and not open; and days of all its
   * stays, whether they overlap or not. */
  gint64 *days, *occupied, *vacant, *outside, *stay_days;
} KkrPlaceDaysTask;

/* The first row that has no place or no first day, or ends before it begins; G_MAXSIZE if none. */
gsize kkr_place_rows_find_bad (const KkrPlaceRows *rows);
/* The rows are good. FALSE with FAILED where there is no memory, or G_IO_ERROR_CANCELLED. The same
 * for any number of threads and any order of the rows. */
gboolean kkr_place_days_count (const KkrPlaceDaysTask *task, GError **error);

G_END_DECLS

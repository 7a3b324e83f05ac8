/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-place-days.h>
#include <libkkr/kernel/kkr-place-days-private.h>
#include <libkkr/table/kkr-column-private.h>
#include <libkkr/table/kkr-table-builder.h>

G_BEGIN_DECLS

/* The rows of one of the two tables. Places are codes; `labels` or `numbers` say which. */
typedef struct {
  KkrTable *table;
  KkrColumn *place, *begin, *end;
  KkrPlaceRows rows;
  guint n_codes;
  const char *const *labels;
  gint64 *numbers;
  gint32 *owned_codes, *owned_begin, *owned_end;
  gint32 *ranks;
} KkrPlaceDaysInput;

/* One count of the days of places. */
typedef struct {
  KkrPlaceDaysInput stays, openings; /* the latter without a table if there are none */
  char *first, *last;
  int n_threads; /* as asked for */
  /* The places, ascending: texts of one of the tables, or numbers. */
  gsize n_places;
  const char **texts;
  gint64 *numbers;
  gint32 *year_starts;
  int first_year;
  KkrPlaceDaysTask task;
} KkrPlaceDaysCall;

/* NULL with an error if a table has no such columns. */
KkrPlaceDaysCall *kkr_place_days_call_new (KkrTable *table, const char *place, const char *begin,
                                           const char *end, KkrTable *openings, const char *first,
                                           const char *last, int n_threads, GError **error);
/* Looks at everything that needs no counting, and makes `task` but for what is filled. */
gboolean kkr_place_days_call_read (KkrPlaceDaysCall *call, GError **error);
/* Numbers the places of both tables in ascending order. */
gboolean kkr_place_days_call_rank (KkrPlaceDaysCall *call, GError **error);
void kkr_place_days_call_free (KkrPlaceDaysCall *call);
/* Reads, counts and makes the table. */
KkrTable *kkr_place_days_call_run (KkrPlaceDaysCall *call, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrPlaceDaysCall, kkr_place_days_call_free)

G_END_DECLS

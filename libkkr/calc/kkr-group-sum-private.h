/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-group-sum.h>
#include <libkkr/kernel/kkr-group-sum-private.h>
#include <libkkr/table/kkr-column-private.h>
#include <libkkr/table/kkr-table-builder.h>

G_BEGIN_DECLS

/* One sum by key, from bytes or from two columns of a table. */
typedef struct {
  GBytes *keys; /* NULL if it is from a table, as are `values` and `statuses` */
  GBytes *values;
  GBytes *statuses; /* or NULL */
  KkrColumn *key;   /* of a table */
  KkrColumn *value;
  KkrUnit unit; /* of the sums */
  int n_threads; /* as asked for */
  KkrGroupSumTask rows;
  /* What stands for the keys of a column of fractions: gint64 or gint32, and the fraction of each
   * of the latter. */
  gpointer stand_ins;
  KkrRational *fractions;
  gboolean stopped; /* cancelled while the keys were numbered or the table made */
} KkrGroupCall;

/* Rows or groups that are gone through before it is seen whether somebody has cancelled. */
#define KKR_GROUP_CALL_STEP 16384

/* Asked for each row or group `i` of a long loop. For good, if it has been once, since something is
 * half written then. */
static inline gboolean
kkr_group_call_stops (KkrGroupCall *call, gsize i)
{
  if (i % KKR_GROUP_CALL_STEP == 0 && call->rows.cancellable != NULL)
    call->stopped |= g_cancellable_is_cancelled (call->rows.cancellable);
  return call->stopped;
}

KkrGroupCall *kkr_group_call_new_for_bytes (GBytes *keys, GBytes *values, GBytes *statuses,
                                            KkrUnit unit, int n_threads);
/* NULL with an error if the table has no such columns, or cannot add up the values. */
KkrGroupCall *kkr_group_call_new_for_table (KkrTable *table, const char *key, const char *value,
                                            int n_threads, GError **error);
/* Looks at everything that needs no adding up, and makes `rows`. */
gboolean kkr_group_call_read (KkrGroupCall *call, GError **error);
void kkr_group_call_free (KkrGroupCall *call);

/* Reads, adds up and makes the table. */
KkrTable *kkr_group_call_run (KkrGroupCall *call, GError **error);

/* The table of the groups, which it puts into the order of their keys where that is another one
 * than that of their numbers. */
KkrTable *kkr_group_call_make_table (KkrGroupCall *call, KkrGroup *groups, gsize n_groups,
                                     GError **error);

/* The column of the keys, added to the table. Texts that are equal become one group. Where the call
 * stops, it is not there or unfinished. */
void kkr_group_call_add_keys (KkrGroupCall *call, KkrTableBuilder *builder, KkrGroup *groups,
                              gsize *n_groups);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrGroupCall, kkr_group_call_free)

G_END_DECLS

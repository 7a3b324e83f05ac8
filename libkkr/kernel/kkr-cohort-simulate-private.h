/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <pthread.h>

#include <libkkr/kernel/kkr-cohort-chance-private.h>

G_BEGIN_DECLS

/* The paths that a thread has in hand: small enough for the fastest caches. Those beyond the last
 * path are drawn like the others and not counted. */
typedef struct {
  gsize n;
  gint32 running[KKR_COHORT_MAX_GROUPS][KKR_COHORT_BLOCK];
  gint32 waiting[KKR_COHORT_MAX_GROUPS][KKR_COHORT_BLOCK];
  gint32 open[KKR_COHORT_MAX_GROUPS][KKR_COHORT_BLOCK];
  gint32 need[KKR_COHORT_BLOCK], open_need[KKR_COHORT_BLOCK];
  gint32 worst[KKR_COHORT_BLOCK];
  guint8 was_exceeded[KKR_COHORT_BLOCK];
  gint32 first_lack[KKR_COHORT_BLOCK];
  gsize n_first;
} KkrCohortBlock;

KkrCohortChances *kkr_cohort_chances_new (const KkrCohortTask *task);
gboolean kkr_cohort_chances_add_year (KkrCohortChances *self, guint year,
                                      const KkrCohortBlock *block, pthread_mutex_t *lock);

G_END_DECLS

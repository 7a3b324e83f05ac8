/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-statistics-private.h>

G_BEGIN_DECLS

struct _KkrStatisticsReader {
  GObject parent_instance;

  KkrStatisticsSettings settings;
  GListModel *problems;
  gdouble progress;
};

/* What a reading comes to: a register or an error, and in either case problems. */
typedef struct {
  KkrRegister *reg;
  GListModel *problems;
  GError *error;
} KkrStatisticsOutcome;

void kkr_statistics_outcome_clear (KkrStatisticsOutcome *outcome);

typedef struct {
  KkrStatisticsSettings settings;
  char *uri;
  GBytes *bytes; /* NULL: `uri` is a path */
  GCancellable *cancellable;
  void (*progress) (gpointer user_data, gdouble done);
  gpointer user_data;
} KkrStatisticsJob;

void kkr_statistics_job_run (const KkrStatisticsJob *job, KkrStatisticsOutcome *outcome);

/* Takes over what it needs of the outcome, and gives the register or the error. */
KkrRegister *kkr_statistics_reader_take (KkrStatisticsReader *self, KkrStatisticsOutcome *outcome,
                                         GError **error);
void kkr_statistics_reader_set_progress (KkrStatisticsReader *self, gdouble progress);

G_END_DECLS

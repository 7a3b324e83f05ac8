/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-reading-task-private.h>
#include <libkkr/register/kkr-statistics-private.h>

G_BEGIN_DECLS

struct _KkrStatisticsReader {
  GObject parent_instance;

  KkrStatisticsSettings settings;
  GListModel *problems;
  gdouble progress;
};

typedef struct {
  KkrStatisticsSettings settings;
  char *uri;
  GBytes *bytes; /* NULL: `uri` is a path */
  GCancellable *cancellable;
  void (*progress) (gpointer user_data, gdouble done);
  gpointer user_data;
} KkrStatisticsJob;

void kkr_statistics_job_run (const KkrStatisticsJob *job, KkrReadingOutcome *outcome);

void kkr_statistics_reader_set_progress (KkrStatisticsReader *self, gdouble progress);

G_END_DECLS

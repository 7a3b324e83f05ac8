/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-reading-private.h>
#include <libkkr/register/kkr-reading-task-private.h>
#include <libkkr/register/kkr-register-reader.h>

G_BEGIN_DECLS

struct _KkrRegisterReader {
  GObject parent_instance;

  KkrReadingLimits limits;
  KkrRegister *below;
  GListModel *problems;
  gdouble progress;
};

/* One go, which needs nothing of the reader while it lasts and may run in another thread. */
typedef struct {
  KkrReadingLimits limits;
  KkrRegister *below;
  /* Files, folders, or the contents of one file. */
  char **files;
  char **folders;
  GBytes *bytes;
  char *uri;
  GCancellable *cancellable;
  /* How much is done, 0 to 1. */
  void (*progress) (gpointer user_data, gdouble done);
  gpointer user_data;
} KkrReaderJob;

/* Takes the reader's settings. */
void kkr_reader_job_init (KkrReaderJob *job, KkrRegisterReader *self, GCancellable *cancellable);
void kkr_reader_job_clear (KkrReaderJob *job);
void kkr_reader_job_run (const KkrReaderJob *job, KkrReadingOutcome *outcome);

/* FALSE, and an error, if there are none. */
gboolean kkr_register_reader_check_paths (const char *const *paths, gboolean folders,
                                          GError **error);
void kkr_register_reader_set_progress (KkrRegisterReader *self, gdouble progress);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-csv-private.h>

G_BEGIN_DECLS

/* A CSV file of a user that is read field by field, and what is wrong with it: the first ten faults
 * are told, each with file, line and column. */

#define KKR_CSV_FILE_MAX_BYTES (256 * 1024 * 1024)
/* Of as many faults an error tells. */
#define KKR_CSV_FILE_MAX_TOLD 10

typedef struct {
  const char *uri;
  GCancellable *cancellable;
  /* How much is read, 0 to 1; or NULL. */
  void (*progress) (gpointer progress_data, gdouble done);
  gpointer progress_data;

  KkrDecodedText decoded;
  KkrCsv csv;
  gsize n_lines;
  GString *told;
  guint n_problems;
  KkrLoadError code; /* of the first */
} KkrCsvFile;

/* `uri` and what comes before `decoded` is set by the caller; FALSE with an error where the bytes
 * are too many or no text. It is cleared in both cases. */
gboolean kkr_csv_file_open (KkrCsvFile *self, GBytes *bytes, GError **error);
void kkr_csv_file_clear (KkrCsvFile *self);
/* The next line; FALSE at the end, behind a quotation mark that is wrong, and with `error` set
 * where somebody has cancelled. */
gboolean kkr_csv_file_next (KkrCsvFile *self, GError **error);
/* A field without the spaces around it. */
char *kkr_csv_file_get (KkrCsvFile *self, guint field);
gboolean kkr_csv_file_is_empty (KkrCsvFile *self);
guint kkr_csv_file_get_line (KkrCsvFile *self);
void kkr_csv_file_add_problem (KkrCsvFile *self, KkrLoadError code, guint line, guint column,
                               const char *wrong);
void kkr_csv_file_add_problem_at (KkrCsvFile *self, KkrLoadError code, guint field,
                                  const char *wrong);
/* FALSE, and a problem, where a line has another number of fields than the first one. */
gboolean kkr_csv_file_check_fields (KkrCsvFile *self, guint n_fields);
/* All problems as one error; TRUE if there are none. */
gboolean kkr_csv_file_end (KkrCsvFile *self, GError **error);

G_END_DECLS

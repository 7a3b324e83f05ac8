/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-sheet-state-private.h>

G_BEGIN_DECLS

/* Reads CSV as the table of an input: its columns by their names or titles, with values of their
 * kinds; all other columns are kept as texts. Files one after the other become one table. */
typedef struct _KkrSheetReader KkrSheetReader;

KkrSheetReader *kkr_sheet_reader_new (GParamSpec *pspec, GCancellable *cancellable);
/* Files that are read one after the other are equal parts of what is told. */
void kkr_sheet_reader_set_progress (KkrSheetReader *self, guint n_files,
                                    void (*progress) (gpointer progress_data, gdouble done),
                                    gpointer progress_data);
void kkr_sheet_reader_free (KkrSheetReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrSheetReader, kkr_sheet_reader_free)

/* `uri` is what the file is called in messages: KKR_LOAD_ERROR with "uri:line:column: ..."; NULL
 * for a text that is in no file. */
gboolean kkr_sheet_reader_add (KkrSheetReader *self, const char *uri, GBytes *bytes,
                               GError **error);
KkrTable *kkr_sheet_reader_end (KkrSheetReader *self, GError **error);

/* Text with a line break is CSV, other text is the path of a file. */
KkrTable *kkr_sheet_read_text (GParamSpec *pspec, const char *text, GError **error);

G_END_DECLS

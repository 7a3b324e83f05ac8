/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-register-keys-private.h>

G_BEGIN_DECLS

/* One go of a writer: elements in a fixed order, their attributes in the order of the fields, and
 * what is absent left out, so that the same register gives the same bytes. */

typedef struct {
  KkrRegister *reg;
  KkrStore *store; /* NULL: nothing below */
  GCancellable *cancellable;
  GString *out;
  guint depth;
  GError *error; /* the first; what comes after it does not matter */
} KkrWriting;

/* An element is begun, then has its attributes, and then is ended or opened; what was opened is
 * closed. */
void kkr_writing_begin (KkrWriting *writing, const char *element);
/* Nothing for NULL. */
void kkr_writing_attribute (KkrWriting *writing, const char *name, const char *value);
void kkr_writing_end (KkrWriting *writing);
void kkr_writing_open (KkrWriting *writing);
void kkr_writing_close (KkrWriting *writing, const char *element);
/* FALSE when there is an error, or somebody wants no more. */
gboolean kkr_writing_goes_on (KkrWriting *writing);

void kkr_writing_add_objects (KkrWriting *writing);
void kkr_writing_add_series (KkrWriting *writing);
void kkr_writing_add_tables (KkrWriting *writing);
void kkr_writing_add_bulk (KkrWriting *writing);

/* What the facts of a series or table have in common, or one of them by itself. */
typedef enum {
  KKR_PART_VALID,
  KKR_PART_SOURCE,
  KKR_PART_SECTION,
  KKR_PART_KNOWN,
  KKR_PART_LEVEL,
  KKR_PART_SCALE, /* and the precision, of which there is one or the other */
  KKR_PART_CONFIRMED,
  KKR_PART_TITLE_DA,
  KKR_PART_TITLE_EN,
  KKR_PART_NOTE_DA,
  KKR_PART_NOTE_EN,
  KKR_N_PARTS,
} KkrFactPart;

/* Where the texts of a record are. */
typedef struct {
  const KkrFactRecord *record;
  KkrStore *store;
  KkrDelta *delta;
} KkrFactView;

const char *kkr_fact_view_get_text (const KkrFactView *view, KkrTextId text);
gboolean kkr_fact_view_part_is_same (const KkrFactView *a, const KkrFactView *b, KkrFactPart part);
/* Whether an assumed fact has it too. */
gboolean kkr_fact_part_is_assumed (KkrFactPart part);
/* Nothing if the part is as a reader has it without, unless `always`. */
void kkr_writing_add_part (KkrWriting *writing, const KkrFactView *view, KkrFactPart part,
                           gboolean always);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-enums.h>

G_BEGIN_DECLS

#define KKR_TYPE_NOTE (kkr_note_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrNote, kkr_note, KKR, NOTE, GObject)

KKR_AVAILABLE_IN_ALL
KkrNote *kkr_note_new (KkrNoteKind kind, const char *danish, const char *english);
KKR_AVAILABLE_IN_ALL
KkrNoteKind kkr_note_get_kind (KkrNote *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_note_get_danish (KkrNote *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_note_get_english (KkrNote *self);
KKR_AVAILABLE_IN_ALL
char *kkr_note_to_string (KkrNote *self);
KKR_AVAILABLE_IN_ALL
char *kkr_note_to_string_in (KkrNote *self, const char *language);
KKR_AVAILABLE_IN_ALL
char *kkr_note___str__ (KkrNote *self);
KKR_AVAILABLE_IN_ALL
char *kkr_note___repr__ (KkrNote *self);

G_END_DECLS

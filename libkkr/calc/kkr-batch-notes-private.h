/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-batch-private.h>

G_BEGIN_DECLS

/* The notes of the scenarios of a batch, those that say the same as one. */

KkrBatchNotes *kkr_batch_notes_new (gsize n_scenarios);
void kkr_batch_notes_free (KkrBatchNotes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrBatchNotes, kkr_batch_notes_free)
/* What is added next is about the `n` scenarios of a group, of which `first` is one. */
void kkr_batch_notes_set_group (KkrBatchNotes *self, gsize first, gsize n);
/* What is said of one scenario. */
void kkr_batch_notes_add_result (KkrBatchNotes *self, guint scenario, KkrResult *result);
/* Of KkrNote. */
GPtrArray *kkr_batch_notes_end (KkrBatchNotes *self);

G_END_DECLS

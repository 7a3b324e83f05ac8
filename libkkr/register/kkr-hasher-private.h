/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SHA-256 of a stream of blocks, computed beside the work on the blocks: it takes as long as
 * parsing them does. */
typedef struct _KkrHasher KkrHasher;

KkrHasher *kkr_hasher_new (void);
void kkr_hasher_free (KkrHasher *self);
/* From the next block on they are hashed in a thread, which lasts until the end. */
void kkr_hasher_start_thread (KkrHasher *self);
/* The block must stay as it is until the next one is added, or until it has been waited for. */
void kkr_hasher_add (KkrHasher *self, gconstpointer data, gsize size);
void kkr_hasher_wait (KkrHasher *self);
/* Ends it; the text belongs to the hasher. */
const char *kkr_hasher_end (KkrHasher *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrHasher, kkr_hasher_free)

G_END_DECLS

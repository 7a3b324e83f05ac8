/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/model/kkr-models.h>
#include <libkkr/register/kkr-store-private.h>
#include <libkkr/table/kkr-table.h>

G_BEGIN_DECLS

/* Who ever pays to an arrangement, without those who are exempt, as numbers side by side: ascending
 * by code, and as the register has them where a code stands twice. It belongs to its store. */
typedef struct _KkrPayerIndex KkrPayerIndex;

struct _KkrPayerIndex {
  KkrPayerIndex *next;
  KkrArrangement *arrangement; /* of the store, and not held */
  guint n;
  gint32 *codes;
  gint32 *from;
  gint32 *until;
  KkrMunicipality **municipalities; /* the same */
  gint32 all_from; /* on these days all of them pay; there may be none */
  gint32 all_until;
  KkrTable *keys; /* that name all of them, or NULL: by the functions below */
};

/* Made when it is first asked for. */
KkrPayerIndex *kkr_store_get_payers (KkrStore *store, KkrArrangement *arrangement);
/* The columns that name all of them are the same in every result; NULL as long as nobody has made
 * them. */
KkrTable *kkr_payer_index_dup_keys (KkrPayerIndex *self);
/* Keeps `made`, which it takes, unless another has been kept before. Gives the one that is. */
KkrTable *kkr_payer_index_keep_keys (KkrPayerIndex *self, KkrTable *made);
void kkr_payer_index_free_all (KkrPayerIndex *first);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/model/kkr-models.h>
#include <libkkr/register/kkr-store-private.h>

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
};

/* Made when it is first asked for. */
const KkrPayerIndex *kkr_store_get_payers (KkrStore *store, KkrArrangement *arrangement);
void kkr_payer_index_free_all (KkrPayerIndex *first);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-store-private.h>

G_BEGIN_DECLS

struct _KkrStore {
  gatomicrefcount ref_count;
  GBytes *bytes;
  const guint8 *base;
  const KkrStoreHeader *header;
  KkrBulkColumns bulk[KKR_N_BULK];
  /* Of each model, and of the sources; NULL until it is made. Read without the lock. */
  GListModel *lists[KKR_N_MODELS + 1];
  /* Of those series that somebody asked for, the last one first. Read without the lock. */
  struct _KkrSeriesIndex *series;
  /* The same of arrangements. */
  struct _KkrPayerIndex *payers;
  /* The one who makes a list makes those that it refers to. */
  GRecMutex lock;
};

/* NULL if there is none. */
gpointer kkr_store_get_object (KkrStore *store, const KkrModel *model, KkrRecordId record);

G_END_DECLS

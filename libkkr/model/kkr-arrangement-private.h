/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/model/kkr-arrangement.h>
#include <libkkr/model/kkr-model-private.h>

G_BEGIN_DECLS

typedef struct {
  KkrMunicipality *municipality;
  gint32 from;
  gint32 until;
  gboolean exempt;
} KkrPayer;

struct _KkrArrangement {
  GObject parent_instance;

  char *id;
  char *title;
  char *title_en;
  char *budget_key;
  char *weight_key;
  char *reference;
  char *weights_da;
  char *weights_en;
  char *weight_da;
  char *weight_en;
  char **volume_keys;
  char *volumes_da;
  char *volumes_en;
  char *volume_da;
  char *volume_en;
  char *equal_percent;
  char *own_use_key;
  char *own_use_percent;
  KkrSource *source;
  char *section;
  KkrPayer *payers;
  guint n_payers;
};

/* Before the arrangement is shown to anyone. Payers ascend by municipality; each is referenced. */
void kkr_arrangement_set_payers (KkrArrangement *self, const KkrPayer *payers, guint n_payers);

G_END_DECLS

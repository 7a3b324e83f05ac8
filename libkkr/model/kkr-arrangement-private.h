/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/model/kkr-arrangement.h>

G_BEGIN_DECLS

typedef struct {
  KkrMunicipality *municipality;
  gint32 from;
  gint32 until;
  gboolean exempt;
} KkrPayer;

/* Before the arrangement is shown to anyone. Payers ascend by municipality; each is referenced. */
void kkr_arrangement_set_payers (KkrArrangement *self, const KkrPayer *payers, guint n_payers);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finds, among texts that are offered, the few that are nearest to one that was not found: by the
 * number of letters to change, case left out, earlier offers first. */

typedef struct _KkrNear KkrNear;

KkrNear *kkr_near_new (const char *text, guint max_kept);
void kkr_near_free (KkrNear *self);
void kkr_near_offer (KkrNear *self, const char *text);
/* "\"Rebild\", \"Morsø\"", the nearest first. */
char *kkr_near_list (KkrNear *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrNear, kkr_near_free)

G_END_DECLS

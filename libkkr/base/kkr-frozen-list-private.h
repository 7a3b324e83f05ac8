/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A list that nobody can change and that threads can read at once: a GListStore can be changed, and
 * its readers race for the place that it remembers. */
#define KKR_TYPE_FROZEN_LIST (kkr_frozen_list_get_type ())
G_DECLARE_FINAL_TYPE (KkrFrozenList, kkr_frozen_list, KKR, FROZEN_LIST, GObject)

/* Takes the objects and their references, not the array. */
GListModel *kkr_frozen_list_new (GType item_type, gpointer *items, guint n_items);
/* The same, with references of its own. */
GListModel *kkr_frozen_list_new_shared (GType item_type, gpointer *items, guint n_items);
/* The items as they lie, without a reference. */
gpointer const *kkr_frozen_list_peek (GListModel *list, guint *n_items);
/* A new array with a reference to each item. */
gpointer *kkr_frozen_list_dup_items (GListModel *list, gsize *n_items);

G_END_DECLS

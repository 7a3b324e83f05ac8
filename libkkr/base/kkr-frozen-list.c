/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-frozen-list-private.h>

struct _KkrFrozenList {
  GObject parent_instance;

  GType item_type;
  gpointer *items;
  guint n_items;
};

static GType
get_item_type (GListModel *list)
{
  return KKR_FROZEN_LIST (list)->item_type;
}

static guint
get_n_items (GListModel *list)
{
  return KKR_FROZEN_LIST (list)->n_items;
}

static gpointer
get_item (GListModel *list, guint position)
{
  KkrFrozenList *self = KKR_FROZEN_LIST (list);

  return position < self->n_items ? g_object_ref (self->items[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KkrFrozenList, kkr_frozen_list, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
kkr_frozen_list_finalize (GObject *object)
{
  KkrFrozenList *self = KKR_FROZEN_LIST (object);

  for (guint i = 0; i < self->n_items; i++)
    g_object_unref (self->items[i]);
  g_free (self->items);
  G_OBJECT_CLASS (kkr_frozen_list_parent_class)->finalize (object);
}

static void
kkr_frozen_list_class_init (KkrFrozenListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kkr_frozen_list_finalize;
}

static void
kkr_frozen_list_init (KkrFrozenList *self)
{
  self->item_type = G_TYPE_OBJECT;
}

GListModel *
kkr_frozen_list_new (GType item_type, gpointer *items, guint n_items)
{
  KkrFrozenList *self = g_object_new (KKR_TYPE_FROZEN_LIST, NULL);

  self->item_type = item_type;
  self->items = g_memdup2 (items, n_items * sizeof *items);
  self->n_items = n_items;
  return G_LIST_MODEL (self);
}

GListModel *
kkr_frozen_list_new_shared (GType item_type, gpointer *items, guint n_items)
{
  for (guint i = 0; i < n_items; i++)
    g_object_ref (items[i]);
  return kkr_frozen_list_new (item_type, items, n_items);
}

gpointer const *
kkr_frozen_list_peek (GListModel *list, guint *n_items)
{
  KkrFrozenList *self = KKR_FROZEN_LIST (list);

  *n_items = self->n_items;
  return self->items;
}

gpointer *
kkr_frozen_list_dup_items (GListModel *list, gsize *n_items)
{
  KkrFrozenList *self = KKR_FROZEN_LIST (list);
  gpointer *items = g_new0 (gpointer, self->n_items + 1);

  for (guint i = 0; i < self->n_items; i++)
    items[i] = g_object_ref (self->items[i]);
  *n_items = self->n_items;
  return items;
}

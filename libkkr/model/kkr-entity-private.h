/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>
#include <libkkr/model/kkr-entity.h>
#include <libkkr/model/kkr-model-private.h>

G_BEGIN_DECLS

/* A new object of the model's class with these values, one for each field. Texts are copied,
 * objects referenced. `uri` and `line` say where it was read: NULL and 0 if nowhere. */
KkrEntity *kkr_entity_new (const KkrModel *model, const KkrFieldValue *values, const char *uri,
                           guint line);
/* Before it is shown to anyone: what it has of a child model, in the order of the file. */
void kkr_entity_set_children (KkrEntity *self, const KkrModel *child, GListModel *list);
/* Before it is shown to anyone: what one of its own kind it refers to, which may be made later. */
void kkr_entity_set_object (KkrEntity *self, guint field, GObject *object);

/* The class's first model if the object was made with no arguments. */
const KkrModel *kkr_entity_get_model (KkrEntity *self);
const KkrFieldValue *kkr_entity_get_value (KkrEntity *self, guint field);
/* A list of the children of one model, which may be empty. */
GListModel *kkr_entity_get_children (KkrEntity *self, const KkrModel *child);

/* Whether it holds on a day. */
gboolean kkr_entity_holds_on (KkrEntity *self, gint32 day);

/* What generated getters return. */
const char *kkr_entity_get_text (KkrEntity *self, guint field);
const char *kkr_entity_get_text_in (KkrEntity *self, guint danish, const char *language);
const char *const *kkr_entity_get_words (KkrEntity *self, guint field);
int kkr_entity_get_int (KkrEntity *self, guint field);
gboolean kkr_entity_get_boolean (KkrEntity *self, guint field);
gpointer kkr_entity_get_object (KkrEntity *self, guint field);
GListModel *kkr_entity_get_list (KkrEntity *self, guint field);
GListModel *kkr_entity_get_child_list (KkrEntity *self, guint child);
gpointer kkr_entity_dup_items (GListModel *list, gsize *n_items);
KkrPeriod *kkr_entity_dup_date (KkrEntity *self, guint field);

/* The class has a property for each field of its own, and for each kind of children. */
void kkr_entity_class_set_model (KkrEntityClass *klass, const KkrModel *model);
/* The nth child model of a model, or NULL. */
const KkrModel *kkr_model_get_child (const KkrModel *model, guint nth);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/model/kkr-entity-private.h>

G_BEGIN_DECLS

/* What getters return is made when the object is. */
typedef struct {
  KkrFieldValue value;
  char **words;     /* of KEYS */
  GListModel *list; /* of REFERENCES, which `value.objects` looks into */
} KkrSlot;

typedef struct {
  const KkrModel *model; /* NULL if made with no arguments */
  KkrSlot *slots;        /* one for each field */
  GListModel **children; /* one for each child model, up to NULL */
  guint n_children;
  char *id;
  char *valid_from;
  char *valid_until;
  char *uri;
  guint line;
} KkrEntityState;

typedef struct {
  KkrEntityState state;
} KkrEntityPrivate;

KkrEntityState *kkr_entity_get_state (KkrEntity *self);
void kkr_entity_clear_state (KkrEntityState *state);
guint kkr_entity_get_place (KkrEntity *self, KkrCommonField field);
const KkrFieldValue *kkr_entity_get_common (KkrEntity *self, KkrCommonField field);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/base/kkr-period-private.h>
#include <libkkr/model/kkr-entity-state-private.h>

static const KkrFieldValue absent = { .from = KKR_DATE_MIN, .until = KKR_DATE_MAX };

/* What all share that consist of nothing. */
static GListModel *
get_nothing (void)
{
  static gsize nothing;

  if (g_once_init_enter (&nothing))
    g_once_init_leave (&nothing, (gsize) kkr_frozen_list_new (KKR_TYPE_ENTITY, NULL, 0));
  return (GListModel *) nothing;
}

/* A packed register may be damaged. */
static const char *
get_word (const KkrField *field, gint64 number)
{
  guint n = g_strv_length ((char **) field->words);

  return number > 0 && number <= n ? field->words[number - 1] : NULL;
}

static void
fill_slot (KkrSlot *slot, const KkrField *field, const KkrFieldValue *value)
{
  slot->value = *value;
  if (field->kind == KKR_FIELD_CHOICE)
    slot->value.text = get_word (field, value->number);
  else if (field->kind == KKR_FIELD_DATE && value->until != KKR_DATE_MAX)
    slot->value.text = kkr_date_text (value->from, value->until, value->from_precision);
  else
    slot->value.text = g_strdup (value->text);
  if (field->kind == KKR_FIELD_KEYS && value->text != NULL)
    slot->words = g_strsplit (value->text, " ", -1);
  if (value->object != NULL)
    g_object_ref (value->object);
  if (field->kind == KKR_FIELD_REFERENCES && value->n_objects > 0)
    {
      slot->list = kkr_frozen_list_new_shared (field->target->get_type (),
                                               (gpointer *) value->objects, value->n_objects);
      slot->value.objects = (GObject **) kkr_frozen_list_peek (slot->list, &slot->value.n_objects);
    }
}

static char *
make_id (const KkrModel *model, const KkrFieldValue *value)
{
  if (!kkr_model_has_id (model))
    return NULL;
  if (model->fields[0].kind == KKR_FIELD_MUNICIPALITY_CODE)
    return g_strdup_printf ("%d", (int) value->number);
  return g_strdup (value->text);
}

KkrEntity *
kkr_entity_new (const KkrModel *model, const KkrFieldValue *values, const char *uri, guint line)
{
  KkrEntity *self = g_object_new (model->get_type (), NULL);
  KkrEntityState *state = kkr_entity_get_state (self);
  const KkrFieldValue *valid = &values[kkr_model_common (model, KKR_COMMON_VALID)];

  state->model = model;
  state->slots = g_new0 (KkrSlot, model->n_fields);
  for (guint i = 0; i < model->n_fields; i++)
    fill_slot (&state->slots[i], &model->fields[i], &values[i]);
  while (kkr_model_get_child (model, state->n_children) != NULL)
    state->n_children++;
  state->children = g_new0 (GListModel *, state->n_children + 1);
  state->id = make_id (model, &values[0]);
  state->valid_from = valid->from != KKR_DATE_MIN ? kkr_date_to_string (valid->from) : NULL;
  state->valid_until = valid->until != KKR_DATE_MAX ? kkr_date_to_string (valid->until) : NULL;
  /* All that is read from one file share its name. */
  state->uri = uri != NULL ? g_ref_string_new_intern (uri) : NULL;
  state->line = line;
  return self;
}

/* The next of a chain such as that of a region's successors, which the caller then holds. */
static GObject *
steal_next (GObject *object)
{
  const KkrEntityState *state = kkr_entity_get_state (KKR_ENTITY (object));

  for (guint i = 0; state->slots != NULL && i < state->model->n_fields; i++)
    if (state->model->fields[i].target == state->model && state->slots[i].value.object != NULL)
      return g_steal_pointer (&state->slots[i].value.object);
  return NULL;
}

/* A chain may be long, and each of it the last that holds the next: they go one after the other,
 * not one inside the other. */
static void
let_go (GObject *object)
{
  while (object != NULL)
    {
      GObject *next = NULL;

      if (KKR_IS_ENTITY (object) && g_atomic_int_get (&object->ref_count) == 1)
        next = steal_next (object);
      g_object_unref (object);
      object = next;
    }
}

void
kkr_entity_clear_state (KkrEntityState *state)
{
  for (guint i = 0; state->slots != NULL && i < state->model->n_fields; i++)
    {
      KkrSlot *slot = &state->slots[i];

      if (state->model->fields[i].kind != KKR_FIELD_CHOICE)
        g_free ((char *) slot->value.text);
      g_strfreev (slot->words);
      let_go (g_steal_pointer (&slot->value.object));
      g_clear_object (&slot->list);
    }
  for (guint i = 0; i < state->n_children; i++)
    g_clear_object (&state->children[i]);
  g_clear_pointer (&state->slots, g_free);
  g_clear_pointer (&state->children, g_free);
  g_clear_pointer (&state->id, g_free);
  g_clear_pointer (&state->valid_from, g_free);
  g_clear_pointer (&state->valid_until, g_free);
  g_clear_pointer (&state->uri, g_ref_string_release);
}

void
kkr_entity_set_children (KkrEntity *self, const KkrModel *child, GListModel *list)
{
  KkrEntityState *state = kkr_entity_get_state (self);

  for (guint i = 0; i < state->n_children; i++)
    if (kkr_model_get_child (state->model, i) == child)
      g_set_object (&state->children[i], list);
}

void
kkr_entity_set_object (KkrEntity *self, guint field, GObject *object)
{
  g_set_object (&kkr_entity_get_state (self)->slots[field].value.object, object);
}

const KkrModel *
kkr_entity_get_model (KkrEntity *self)
{
  const KkrModel *model = kkr_entity_get_state (self)->model;

  return model != NULL ? model : KKR_ENTITY_GET_CLASS (self)->model;
}

const KkrFieldValue *
kkr_entity_get_value (KkrEntity *self, guint field)
{
  const KkrEntityState *state = kkr_entity_get_state (self);

  return state->slots != NULL ? &state->slots[field].value : &absent;
}

guint
kkr_entity_get_place (KkrEntity *self, KkrCommonField field)
{
  const KkrModel *model = kkr_entity_get_state (self)->model;

  return model != NULL ? kkr_model_common (model, field) : 0;
}

const KkrFieldValue *
kkr_entity_get_common (KkrEntity *self, KkrCommonField field)
{
  return kkr_entity_get_value (self, kkr_entity_get_place (self, field));
}

GListModel *
kkr_entity_get_children (KkrEntity *self, const KkrModel *child)
{
  const KkrEntityState *state = kkr_entity_get_state (self);

  for (guint i = 0; i < state->n_children; i++)
    if (kkr_model_get_child (state->model, i) == child)
      return kkr_entity_get_child_list (self, i);
  return get_nothing ();
}

const char *
kkr_entity_get_text (KkrEntity *self, guint field)
{
  return kkr_entity_get_value (self, field)->text;
}

/* A text in English stands after the one in Danish. */
const char *
kkr_entity_get_text_in (KkrEntity *self, guint danish, const char *language)
{
  const char *english = kkr_entity_get_text (self, danish + 1);

  if (english == NULL)
    return kkr_entity_get_text (self, danish);
  return kkr_text_in (language, kkr_entity_get_text (self, danish), english);
}

const char *const *
kkr_entity_get_words (KkrEntity *self, guint field)
{
  const KkrEntityState *state = kkr_entity_get_state (self);

  return state->slots != NULL ? (const char *const *) state->slots[field].words : NULL;
}

int
kkr_entity_get_int (KkrEntity *self, guint field)
{
  const KkrEntityState *state = kkr_entity_get_state (self);

  if (state->slots == NULL || state->slots[field].value.number == KKR_FIELD_NO_NUMBER)
    return -1;
  return (int) state->slots[field].value.number;
}

gboolean
kkr_entity_get_boolean (KkrEntity *self, guint field)
{
  return kkr_entity_get_value (self, field)->number != 0;
}

gpointer
kkr_entity_get_object (KkrEntity *self, guint field)
{
  return kkr_entity_get_value (self, field)->object;
}

GListModel *
kkr_entity_get_list (KkrEntity *self, guint field)
{
  const KkrEntityState *state = kkr_entity_get_state (self);
  GListModel *list = state->slots != NULL ? state->slots[field].list : NULL;

  return list != NULL ? list : get_nothing ();
}

GListModel *
kkr_entity_get_child_list (KkrEntity *self, guint child)
{
  const KkrEntityState *state = kkr_entity_get_state (self);

  if (child >= state->n_children || state->children[child] == NULL)
    return get_nothing ();
  return state->children[child];
}

gpointer
kkr_entity_dup_items (GListModel *list, gsize *n_items)
{
  return kkr_frozen_list_dup_items (list, n_items);
}

KkrPeriod *
kkr_entity_dup_date (KkrEntity *self, guint field)
{
  const KkrFieldValue *value = kkr_entity_get_value (self, field);
  KkrDatePrecision precision = (KkrDatePrecision) value->from_precision;

  if (value->until == KKR_DATE_MAX)
    return NULL;
  return kkr_period_new_bounds (value->from, value->until,
                                value->from != KKR_DATE_MIN ? precision : KKR_DATE_PRECISION_UNSET,
                                precision);
}

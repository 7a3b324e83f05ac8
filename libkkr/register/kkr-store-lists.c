/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/register/kkr-store-lists-private.h>

/* A model refers only to models that come before it in kkr_models, and to itself. So a list can be
 * made by making first the lists of those. */

static gpointer
get_item (GListModel *list, KkrRecordId record)
{
  guint n;
  gpointer const *items = kkr_frozen_list_peek (list, &n);

  return record > 0 && record <= n ? items[record - 1] : NULL;
}

gpointer
kkr_store_get_object (KkrStore *store, const KkrModel *model, KkrRecordId record)
{
  return record > 0 ? get_item (kkr_store_get_list (store, model), record) : NULL;
}

static GListModel *
make_sources (KkrStore *store)
{
  guint n;
  const KkrSourceRecord *records = kkr_store_get_records (store, KKR_SPAN_SOURCES, sizeof *records,
                                                          &n);
  g_autofree gpointer *items = g_new (gpointer, n);

  for (guint i = 0; i < n; i++)
    {
      const KkrTextId ids[] = { records[i].id, records[i].title, records[i].publisher,
                                records[i].date };
      const char *texts[4];

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          texts[j] = kkr_store_get_text (store, ids[j]);
          if (texts[j] == NULL)
            texts[j] = "";
        }
      items[i] = kkr_source_new (texts[0], texts[1], texts[2], texts[3]);
    }
  return kkr_frozen_list_new (KKR_TYPE_SOURCE, items, n);
}

/* The objects of a list of the store, in a block that the caller frees. */
static void
unpack_references (KkrStore *store, const KkrModel *target, guint32 place, KkrFieldValue *value)
{
  guint n_words;
  const guint32 *words = kkr_store_get_records (store, KKR_SPAN_LISTS, sizeof *words, &n_words);

  if (place == 0 || place >= n_words || words[place] > n_words - place - 1)
    return;
  value->objects = g_new (GObject *, words[place]);
  for (guint i = 1; i <= words[place]; i++)
    {
      GObject *object = kkr_store_get_object (store, target, words[place + i]);

      if (object != NULL)
        value->objects[value->n_objects++] = object;
    }
}

static void
unpack_choice (const KkrField *field, guint32 word, KkrFieldValue *value)
{
  guint n = g_strv_length ((char **) field->words);

  value->number = word <= n ? word : 0;
  value->text = word > 0 && word <= n ? field->words[word - 1] : NULL;
}

static void
unpack_period (const guint32 *words, KkrFieldValue *value)
{
  value->from = (gint32) words[0];
  value->until = (gint32) words[1];
  value->from_precision = (guint8) MIN (words[2] & 0xff, KKR_DATE_PRECISION_AT_LATEST);
  value->until_precision = (guint8) MIN (words[2] >> 8 & 0xff, KKR_DATE_PRECISION_AT_LATEST);
}

static void
unpack_value (KkrStore *store, const KkrModel *model, const KkrField *field, const guint32 *words,
              KkrFieldValue *value)
{
  *value = (KkrFieldValue) { 0 };
  if (kkr_field_is_text (field->kind))
    value->text = kkr_store_get_text (store, words[0]);
  else if (field->kind == KKR_FIELD_PERIOD || field->kind == KKR_FIELD_DATE)
    unpack_period (words, value);
  else if (field->kind == KKR_FIELD_CHOICE)
    unpack_choice (field, words[0], value);
  else if (field->kind == KKR_FIELD_SOURCE)
    value->object = (GObject *) kkr_store_get_source (store, words[0]);
  /* What is of the same list is set when all of it is there. */
  else if (field->kind == KKR_FIELD_REFERENCE && field->target != model)
    value->object = kkr_store_get_object (store, field->target, words[0]);
  else if (field->kind == KKR_FIELD_REFERENCES && field->target != model)
    unpack_references (store, field->target, words[0], value);
  else if (field->kind != KKR_FIELD_REFERENCE && field->kind != KKR_FIELD_REFERENCES)
    value->number = (gint32) words[0];
}

static KkrEntity *
make_entity (KkrStore *store, const KkrModel *model, const guint32 *words)
{
  KkrFieldValue values[KKR_MODEL_MAX_FIELDS];
  KkrEntity *entity;

  words += model->parent != NULL;
  for (guint i = 0; i < model->n_fields; i++)
    {
      unpack_value (store, model, &model->fields[i], words, &values[i]);
      words += kkr_field_n_words (model->fields[i].kind);
    }
  entity = kkr_entity_new (model, values, kkr_store_get_text (store, words[0]), words[1]);
  for (guint i = 0; i < model->n_fields; i++)
    g_free (values[i].objects);
  return entity;
}

/* References to others of the same list, in which the reader refuses circles. */
static void
set_own_references (const KkrModel *model, const guint32 *records, guint n_words, gpointer *items,
                    guint n_items)
{
  guint word = model->parent != NULL;

  for (guint i = 0; i < model->n_fields; i++)
    {
      if (model->fields[i].kind == KKR_FIELD_REFERENCE && model->fields[i].target == model)
        for (guint j = 0; j < n_items; j++)
          {
            KkrRecordId record = records[(gsize) j * n_words + word];

            if (record > 0 && record <= n_items && record != j + 1)
              kkr_entity_set_object (items[j], i, items[record - 1]);
          }
      word += kkr_field_n_words (model->fields[i].kind);
    }
}

static GListModel *
make_entities (KkrStore *store, const KkrModel *model)
{
  guint n_words = kkr_model_n_words (model), n;
  const guint32 *records = kkr_store_get_records (store, KKR_SPAN_MODEL (model),
                                                  n_words * sizeof *records, &n);
  g_autofree gpointer *items = g_new (gpointer, n);

  for (guint i = 0; i < n; i++)
    items[i] = make_entity (store, model, records + (gsize) i * n_words);
  set_own_references (model, records, n_words, items, n);
  return kkr_frozen_list_new (model->get_type (), items, n);
}

/* Deals the children out to their parents, by which they are sorted. */
static void
set_children (KkrStore *store, GListModel *parents, const KkrModel *child, GListModel *children)
{
  guint n_words = kkr_model_n_words (child), n, n_parents, at = 0;
  const guint32 *records = kkr_store_get_records (store, KKR_SPAN_MODEL (child),
                                                  n_words * sizeof *records, &n);
  gpointer const *items = kkr_frozen_list_peek (children, &n);
  gpointer const *owners = kkr_frozen_list_peek (parents, &n_parents);

  for (guint i = 0; i < n_parents; i++)
    {
      guint first = at;
      g_autoptr (GListModel) list = NULL;

      while (at < n && records[(gsize) at * n_words] == i + 1)
        at++;
      list = kkr_frozen_list_new_shared (child->get_type (), (gpointer *) items + first,
                                         at - first);
      kkr_entity_set_children (owners[i], child, list);
    }
}

static void
publish (KkrStore *store, guint place, GListModel *list)
{
  g_atomic_pointer_set (&store->lists[place], list);
}

/* With the lock held: a parent and its children are shown at once. */
static void
make_family (KkrStore *store, const KkrModel *model)
{
  GListModel *list = make_entities (store, model);

  for (guint i = 0; i < KKR_N_MODELS; i++)
    if (kkr_models[i]->parent == model)
      {
        GListModel *children = make_entities (store, kkr_models[i]);

        set_children (store, list, kkr_models[i], children);
        publish (store, i, children);
      }
  publish (store, model->id, list);
}

GListModel *
kkr_store_get_list (KkrStore *store, const KkrModel *model)
{
  GListModel *list = g_atomic_pointer_get (&store->lists[model->id]);

  if (list != NULL)
    return list;
  g_rec_mutex_lock (&store->lock);
  if (store->lists[model->id] == NULL)
    make_family (store, model->parent != NULL ? model->parent : model);
  g_rec_mutex_unlock (&store->lock);
  return g_atomic_pointer_get (&store->lists[model->id]);
}

GListModel *
kkr_store_get_sources (KkrStore *store)
{
  GListModel **place = &store->lists[KKR_N_MODELS];

  if (g_atomic_pointer_get (place) == NULL)
    {
      g_rec_mutex_lock (&store->lock);
      if (*place == NULL)
        publish (store, KKR_N_MODELS, make_sources (store));
      g_rec_mutex_unlock (&store->lock);
    }
  return g_atomic_pointer_get (place);
}

KkrSource *
kkr_store_get_source (KkrStore *store, KkrRecordId source)
{
  return source > 0 ? get_item (kkr_store_get_sources (store), source) : NULL;
}

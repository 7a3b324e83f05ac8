/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/register/kkr-entities-table-private.h>
#include <libkkr/register/kkr-entity-words-private.h>
#include <libkkr/register/kkr-register-private.h>
#include <libkkr/register/kkr-text-cells-private.h>
#include <libkkr/table/kkr-table-builder.h>

/* Things of a register as columns: the table of fields says which. */

char *
kkr_entities_table_dup_key (const KkrModel *model)
{
  return model->parent != NULL ? g_strconcat (model->parent->plural, "/", model->plural, NULL)
                               : g_strdup (model->plural);
}

const KkrModel *
kkr_entities_table_find (const char *key)
{
  for (guint i = 0; i < KKR_N_MODELS; i++)
    {
      g_autofree char *own = kkr_entities_table_dup_key (kkr_models[i]);

      if (g_str_equal (own, key))
        return kkr_models[i];
    }
  return NULL;
}

/* Of a child, the parents; otherwise nothing. */
typedef struct {
  GPtrArray *items;
  GPtrArray *owners;
} Rows;

static void
add_all (GPtrArray *array, GListModel *list)
{
  guint n;
  gpointer const *items = kkr_frozen_list_peek (list, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (array, items[i]);
}

static Rows
collect (KkrRegister *reg, const KkrModel *model)
{
  Rows rows = { g_ptr_array_new (), g_ptr_array_new () };
  KkrStore *store = kkr_register_get_store (reg);
  const KkrModel *top = model->parent != NULL ? model->parent : model;
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();

  if (store == NULL)
    return rows;
  if (model->parent == NULL)
    {
      add_all (rows.items, kkr_store_get_list (store, model));
      return rows;
    }
  add_all (owners, kkr_store_get_list (store, top));
  for (guint i = 0; i < owners->len; i++)
    {
      add_all (rows.items, kkr_entity_get_children (owners->pdata[i], model));
      while (rows.owners->len < rows.items->len)
        g_ptr_array_add (rows.owners, owners->pdata[i]);
    }
  return rows;
}

static void
add_texts (KkrTableBuilder *builder, const char *name, const char *const titles[2],
           const KkrTextCells *cells)
{
  kkr_text_cells_to_column (cells, builder, name, titles[0], titles[1]);
}

static void
add_numbers (KkrTableBuilder *builder, const KkrField *field, guint place, GPtrArray *items)
{
  g_autofree gint64 *values = g_new (gint64, items->len + 1);

  for (guint i = 0; i < items->len; i++)
    {
      gint64 number = kkr_entity_get_value (items->pdata[i], place)->number;

      values[i] = number == KKR_FIELD_NO_NUMBER ? G_MININT64 : number;
    }
  kkr_table_builder_add_int64 (builder, field->name, field->titles[0], field->titles[1],
                               KKR_UNIT_NONE, values, items->len);
}

static gboolean
is_number (const KkrField *field)
{
  return field->kind == KKR_FIELD_INTEGER || field->kind == KKR_FIELD_MUNICIPALITY_CODE;
}

/* A column for a field, or for one in Danish and the one in English that follows it. */
static void
add_field (KkrTableBuilder *builder, const KkrModel *model, guint place, GPtrArray *items)
{
  const KkrField *field = &model->fields[place];
  gboolean pair = g_str_has_suffix (field->name, "-da");
  g_autofree char *name = pair ? g_strndup (field->name, strlen (field->name) - 3)
                               : g_strdup (field->name);
  g_auto (KkrTextCells) cells = { 0 };
  g_autofree char *other = g_strconcat (name, "-en", NULL);
  guint second = pair ? kkr_model_find_field (model, other) : place;

  if (is_number (field))
    {
      add_numbers (builder, field, place, items);
      return;
    }
  if (second == model->n_fields)
    second = place;
  kkr_text_cells_init (&cells);
  for (guint i = 0; i < items->len; i++)
    kkr_text_cells_take (&cells,
                         kkr_entity_dup_field_words (items->pdata[i], place, FALSE, "da"),
                         kkr_entity_dup_field_words (items->pdata[i], second, FALSE, "en"));
  /* An arrangement's "weights" are a key, and have a title. */
  if (pair && kkr_model_find_field (model, name) < model->n_fields)
    {
      g_autofree char *title = g_strconcat (name, "-title", NULL);

      add_texts (builder, title, field->titles, &cells);
    }
  else
    add_texts (builder, name, field->titles, &cells);
}

static void
add_owners (KkrTableBuilder *builder, const KkrModel *parent, GPtrArray *owners)
{
  g_auto (KkrTextCells) ids = { 0 };
  g_autofree char *danish = kkr_text_capitalize (parent->titles[0]);
  g_autofree char *english = kkr_text_capitalize (parent->titles[1]);
  const char *const titles[] = { danish, english };

  kkr_text_cells_init (&ids);
  for (guint i = 0; i < owners->len; i++)
    kkr_text_cells_add (&ids, kkr_entity_get_id (owners->pdata[i]), NULL);
  add_texts (builder, parent->element, titles, &ids);
}

KkrTable *
kkr_entities_table_new (KkrRegister *reg, const KkrModel *model, GError **error)
{
  Rows rows = collect (reg, model);
  g_autofree char *key = kkr_entities_table_dup_key (model);
  g_autofree char *danish = kkr_text_capitalize (model->many[0]);
  g_autofree char *english = kkr_text_capitalize (model->many[1]);
  g_autoptr (KkrTableBuilder) builder = NULL;
  const char *keys[] = { model->fields[0].name, NULL };

  g_strdelimit (key, "/", '-');
  builder = kkr_table_builder_new (key, danish, english);
  if (model->parent != NULL)
    add_owners (builder, model->parent, rows.owners);
  for (guint i = 0; i < model->n_fields; i++)
    if (!kkr_model_is_second (model, i))
      add_field (builder, model, i, rows.items);
  if (kkr_model_has_id (model) && model->parent == NULL)
    kkr_table_builder_set_key (builder, keys);
  g_ptr_array_unref (rows.items);
  g_ptr_array_unref (rows.owners);
  return kkr_table_builder_end (builder, error);
}

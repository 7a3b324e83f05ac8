/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/base/kkr-period-private.h>
#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/register/kkr-entities-table-private.h>
#include <libkkr/register/kkr-register-private.h>
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
append_reference (GString *text, GObject *object, const char *language)
{
  const char *title = kkr_entity_get_title_in (KKR_ENTITY (object), language);

  if (title == NULL)
    title = kkr_entity_get_id (KKR_ENTITY (object));
  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", title != NULL ? title : "");
}

/* What a cell shows. Paragraphs are known by their numbers, which their ids tell. */
static char *
dup_text (KkrEntity *entity, guint place, const char *language)
{
  const KkrField *field = &kkr_entity_get_model (entity)->fields[place];
  const KkrFieldValue *value = kkr_entity_get_value (entity, place);
  gboolean ids = field->target == &kkr_paragraph_model;
  GString *text = g_string_new (NULL);

  if (field->kind == KKR_FIELD_REFERENCE && value->object != NULL)
    append_reference (text, value->object, language);
  else if (field->kind == KKR_FIELD_REFERENCES)
    for (guint i = 0; i < value->n_objects; i++)
      {
        if (ids)
          g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                                  kkr_entity_get_id (KKR_ENTITY (value->objects[i])));
        else
          append_reference (text, value->objects[i], language);
      }
  else if (field->kind == KKR_FIELD_SOURCE && value->object != NULL)
    {
      g_autofree char *source = kkr_source_to_string_in (KKR_SOURCE (value->object), language);

      g_string_append (text, source);
    }
  else if (field->kind == KKR_FIELD_UNIT_WORD && value->text != NULL)
    g_string_append (text, kkr_unit_heading ((KkrUnit) value->number, language));
  else if (field->kind == KKR_FIELD_CHOICE && value->text != NULL)
    g_string_append (text, kkr_text_in (language, field->words_da[value->number - 1],
                                        value->text));
  else if (field->kind == KKR_FIELD_YES || field->kind == KKR_FIELD_NO)
    g_string_append (text, value->number != 0 ? kkr_text_in (language, "ja", "yes")
                                              : kkr_text_in (language, "nej", "no"));
  else if ((field->kind == KKR_FIELD_PERIOD || field->kind == KKR_FIELD_DATE)
           && (value->from != KKR_DATE_MIN || value->until != KKR_DATE_MAX))
    {
      g_autofree char *words = kkr_period_format_bounds (value->from, value->until,
                                                         (KkrDatePrecision) value->from_precision,
                                                         (KkrDatePrecision) value->until_precision,
                                                         language);

      g_string_append (text, words);
    }
  else if (value->text != NULL)
    g_string_append (text, value->text);
  return g_string_free (text, FALSE);
}

static void
add_texts (KkrTableBuilder *builder, const char *name, const char *const titles[2],
           GPtrArray *danish, GPtrArray *english)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new (), others = g_ptr_array_new ();
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree gint32 *column = g_new (gint32, danish->len + 1);

  for (guint i = 0; i < danish->len; i++)
    {
      const char *da = danish->pdata[i], *en = english->pdata[i];
      char *pair = g_strconcat (da, "\x1f", en, NULL);
      gpointer code;

      if (*da == '\0' && *en == '\0')
        column[i] = G_MININT32;
      else if (g_hash_table_lookup_extended (codes, pair, NULL, &code))
        column[i] = GPOINTER_TO_INT (code);
      else
        {
          column[i] = (gint32) labels->len;
          g_ptr_array_add (labels, (gpointer) da);
          g_ptr_array_add (others, (gpointer) (*en != '\0' ? en : da));
          g_hash_table_insert (codes, g_steal_pointer (&pair), GINT_TO_POINTER (column[i]));
        }
      g_free (pair);
    }
  g_ptr_array_add (labels, NULL);
  g_ptr_array_add (others, NULL);
  kkr_table_builder_add_codes (builder, name, titles[0], titles[1], column, danish->len,
                               (const char *const *) labels->pdata);
  kkr_table_builder_set_labels_in_english (builder, name, (const char *const *) others->pdata);
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
  g_autoptr (GPtrArray) danish = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) english = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *other = g_strconcat (name, "-en", NULL);
  guint second = pair ? kkr_model_find_field (model, other) : place;

  if (is_number (field))
    {
      add_numbers (builder, field, place, items);
      return;
    }
  if (second == model->n_fields)
    second = place;
  for (guint i = 0; i < items->len; i++)
    {
      g_ptr_array_add (danish, dup_text (items->pdata[i], place, "da"));
      g_ptr_array_add (english, dup_text (items->pdata[i], second, "en"));
    }
  /* An arrangement's "weights" are a key, and have a title. */
  if (pair && kkr_model_find_field (model, name) < model->n_fields)
    {
      g_autofree char *title = g_strconcat (name, "-title", NULL);

      add_texts (builder, title, field->titles, danish, english);
    }
  else
    add_texts (builder, name, field->titles, danish, english);
}

static void
add_owners (KkrTableBuilder *builder, const KkrModel *parent, GPtrArray *owners)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *danish = kkr_text_capitalize (parent->titles[0]);
  g_autofree char *english = kkr_text_capitalize (parent->titles[1]);
  const char *const titles[] = { danish, english };

  for (guint i = 0; i < owners->len; i++)
    g_ptr_array_add (ids, g_strdup (kkr_entity_get_id (owners->pdata[i])));
  add_texts (builder, parent->element, titles, ids, ids);
}

KkrTable *
kkr_entities_table_new (KkrRegister *reg, const KkrModel *model, GError **error)
{
  Rows rows = collect (reg, model);
  g_autofree char *key = kkr_entities_table_dup_key (model);
  g_autofree char *danish = kkr_text_capitalize (model->titles[0]);
  g_autofree char *english = kkr_text_capitalize (model->titles[1]);
  g_autoptr (KkrTableBuilder) builder = NULL;
  const char *keys[] = { model->fields[0].name, NULL };

  g_strdelimit (key, "/", '-');
  builder = kkr_table_builder_new (key, danish, english);
  if (model->parent != NULL)
    add_owners (builder, model->parent, rows.owners);
  for (guint i = 0; i < model->n_fields; i++)
    {
      const char *name = model->fields[i].name;
      gboolean second = g_str_has_suffix (name, "-en") && i > 0
                        && g_str_has_suffix (model->fields[i - 1].name, "-da");

      if (!second)
        add_field (builder, model, i, rows.items);
    }
  if (kkr_model_has_id (model) && model->parent == NULL)
    kkr_table_builder_set_key (builder, keys);
  g_ptr_array_unref (rows.items);
  g_ptr_array_unref (rows.owners);
  return kkr_table_builder_end (builder, error);
}

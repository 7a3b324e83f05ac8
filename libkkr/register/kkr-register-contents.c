/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/register/kkr-bulk-store-private.h>
#include <libkkr/register/kkr-contents-private.h>
#include <libkkr/register/kkr-entities-table-private.h>
#include <libkkr/register/kkr-text-cells-private.h>

/* What a register has, a row for each thing that somebody can ask it for by a key. */

static void
clear_line (gpointer data)
{
  KkrContentsLine *line = data;

  g_free (line->key);
  g_free (line->title[0]);
  g_free (line->title[1]);
  g_clear_pointer (&line->sources, g_ptr_array_unref);
}

KkrContentsLine *
kkr_contents_add (GArray *lines, KkrContentsKind kind, char *key, gint64 number)
{
  KkrContentsLine line = { .kind = kind, .key = key, .number = number };

  line.sources = g_ptr_array_new ();
  g_array_append_val (lines, line);
  return &g_array_index (lines, KkrContentsLine, lines->len - 1);
}

void
kkr_contents_line_set_title (KkrContentsLine *line, const char *danish, const char *english)
{
  line->title[0] = g_strdup (danish);
  line->title[1] = g_strdup (english != NULL ? english : danish);
}

void
kkr_contents_line_add_source (KkrContentsLine *line, KkrSource *source)
{
  if (source != NULL && !g_ptr_array_find (line->sources, source, NULL))
    g_ptr_array_add (line->sources, source);
}

static gint64
count_children (gpointer const *owners, guint n_owners, const KkrModel *model)
{
  gint64 n = 0;

  for (guint i = 0; i < n_owners; i++)
    n += g_list_model_get_n_items (kkr_entity_get_children (owners[i], model));
  return n;
}

/* Several kinds of thing have members. */
static char *
dup_title (const KkrModel *model, guint language)
{
  g_autofree char *title = model->parent != NULL
                             ? g_strdup_printf ("%s: %s", model->parent->many[language],
                                                model->many[language])
                             : g_strdup (model->many[language]);

  return kkr_text_capitalize (title);
}

static void
add_things (KkrRegister *self, GArray *lines)
{
  guint n_sources = g_list_model_get_n_items (kkr_register_get_sources (self));

  for (guint i = 0; i < KKR_N_MODELS; i++)
    {
      const KkrModel *model = kkr_models[i];
      const KkrModel *top = model->parent != NULL ? model->parent : model;
      g_autofree char *danish = dup_title (model, 0);
      g_autofree char *english = dup_title (model, 1);
      guint n_items;
      gpointer const *items = kkr_frozen_list_peek (kkr_register_get_entities (self, top),
                                                    &n_items);
      gint64 n = model->parent != NULL ? count_children (items, n_items, model) : n_items;

      if (n > 0)
        kkr_contents_line_set_title (kkr_contents_add (lines, KKR_CONTENTS_THINGS,
                                                       kkr_entities_table_dup_key (model), n),
                                     danish, english);
    }
  if (n_sources > 0)
    kkr_contents_line_set_title (kkr_contents_add (lines, KKR_CONTENTS_THINGS,
                                                   g_strdup ("sources"), n_sources),
                                 "Kilder", "Sources");
}

static void
add_bulk (KkrStore *store, GArray *lines)
{
  for (guint i = 0; i < KKR_N_BULK; i++)
    {
      guint n = kkr_store_get_bulk (store, (KkrBulkId) i)->n_rows;

      if (n > 0)
        kkr_contents_line_set_title (kkr_contents_add (lines, KKR_CONTENTS_ROWS,
                                                       g_strdup (kkr_bulk_kinds[i].table), n),
                                     kkr_bulk_kinds[i].title_da, kkr_bulk_kinds[i].title_en);
    }
}

static void
add_tables (KkrStore *store, GArray *lines)
{
  guint n;
  const KkrTableRecord *tables = kkr_store_get_records (store, KKR_SPAN_TABLES, sizeof *tables,
                                                        &n);

  for (guint i = 0; i < n; i++)
    {
      const char *key = kkr_store_get_text (store, tables[i].key);
      KkrContentsLine *line;

      if (key == NULL)
        continue;
      line = kkr_contents_add (lines, KKR_CONTENTS_TABLE, g_strdup (key), tables[i].n_rows);
      kkr_contents_line_set_title (line, kkr_store_get_text (store, tables[i].title),
                                   kkr_store_get_text (store, tables[i].title_en));
      line->unit = tables[i].defaults.unit;
      kkr_contents_line_add_source (line, kkr_store_get_source (store, tables[i].defaults.source));
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const KkrContentsLine *left = a, *right = b;

  return left->kind != right->kind ? (int) left->kind - (int) right->kind
                                   : strcmp (left->key, right->key);
}

static char *
join_sources (const KkrContentsLine *line, const char *language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->sources->len; i++)
    {
      g_autofree char *words = kkr_source_to_string_in (line->sources->pdata[i], language);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", words);
    }
  return g_string_free (text, FALSE);
}

static void
add_columns (const GArray *lines, KkrTableBuilder *builder)
{
  static const char *const kinds[][2] = {
    [KKR_CONTENTS_THINGS] = { "ting", "things" },
    [KKR_CONTENTS_ROWS] = { "rækker", "rows" },
    [KKR_CONTENTS_TABLE] = { "tabel", "table" },
    [KKR_CONTENTS_SERIES] = { "serie", "series" },
  };
  g_auto (KkrTextCells) kind = { 0 }, key = { 0 }, title = { 0 }, unit = { 0 }, source = { 0 };
  g_autofree gint64 *numbers = g_new (gint64, lines->len + 1);

  kkr_text_cells_init (&kind);
  kkr_text_cells_init (&key);
  kkr_text_cells_init (&title);
  kkr_text_cells_init (&unit);
  kkr_text_cells_init (&source);
  for (guint i = 0; i < lines->len; i++)
    {
      const KkrContentsLine *line = &g_array_index (lines, KkrContentsLine, i);

      kkr_text_cells_add (&kind, kinds[line->kind][0], kinds[line->kind][1]);
      kkr_text_cells_add (&key, line->key, NULL);
      kkr_text_cells_add (&title, line->title[0], line->title[1]);
      kkr_text_cells_add (&unit, kkr_unit_heading ((KkrUnit) line->unit, "da"),
                          kkr_unit_heading ((KkrUnit) line->unit, "en"));
      kkr_text_cells_take (&source, join_sources (line, "da"),
                           join_sources (line, "en"));
      numbers[i] = line->number;
    }
  kkr_text_cells_to_column (&kind, builder, "kind", "Slags", "Kind");
  kkr_text_cells_to_column (&key, builder, "key", "Nøgle", "Key");
  kkr_text_cells_to_column (&title, builder, "title", "Titel", "Title");
  kkr_table_builder_add_int64 (builder, "number", "Antal", "Number", KKR_UNIT_NONE, numbers,
                               lines->len);
  kkr_text_cells_to_column (&unit, builder, "unit", "Enhed", "Unit");
  kkr_text_cells_to_column (&source, builder, "source", "Kilde", "Source");
}

/**
 * kkr_register_get_contents:
 * @self: a register
 * @error: return location for an error
 *
 * Gets what there is in the register as a table, in this order: each kind of thing and how many
 * there are; placements, tariffs and arrivals if there are any; each table and how many rows it
 * has; and each series of facts that stands in no table and how many facts it has. A series whose
 * facts have titles of their own is listed fact by fact. The keys are those that
 * [method@Register.get_table], [method@Register.get_facts_table] and [method@Register.find_thing]
 * take.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
KkrTable *
kkr_register_get_contents (KkrRegister *self, GError **error)
{
  static const char *const key[] = { "kind", "key", NULL };
  g_autoptr (KkrTableBuilder) builder = NULL;
  g_autoptr (GArray) lines = NULL;
  KkrStore *store;

  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  lines = g_array_new (FALSE, FALSE, sizeof (KkrContentsLine));
  g_array_set_clear_func (lines, clear_line);
  store = kkr_register_get_store (self);
  if (store != NULL)
    {
      add_things (self, lines);
      add_bulk (store, lines);
      add_tables (store, lines);
    }
  kkr_contents_add_series (self, lines);
  g_array_sort (lines, compare_lines);
  builder = kkr_table_builder_new ("contents", "Indhold", "Contents");
  add_columns (lines, builder);
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, error);
}

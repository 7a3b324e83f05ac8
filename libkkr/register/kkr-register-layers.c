/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/register/kkr-reading-private.h>
#include <libkkr/register/kkr-register-keys-private.h>

/* The register below is the lowest layer: its things and facts are entered as if they had been read
 * first, each with the place where it was. */

typedef struct {
  KkrReading *reading;
  KkrRegister *reg;
  KkrStore *store;
  GHashTable *cells; /* KkrFactRecord → its new cell plus 1 */
} Import;

static KkrTextId
take_text (Import *import, const char *text)
{
  return kkr_builder_text (import->reading->builder, text);
}

static void
stand_at (Import *import, const char *uri, guint line)
{
  KkrReading *reading = import->reading;

  reading->uri = g_string_chunk_insert_const (reading->builder->strings, uri != NULL ? uri : "");
  reading->place = (KkrPlace) { reading->uri, line, 1 };
}

static void
import_sources (Import *import)
{
  KkrBuilder *builder = import->reading->builder;
  guint n;
  const KkrSourceRecord *records = kkr_store_get_records (import->store, KKR_SPAN_SOURCES,
                                                          sizeof *records, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *id = kkr_store_get_text (import->store, records[i].id);
      KkrSourceRow row = { .record = records[i], .layer = builder->layer };

      stand_at (import, kkr_store_get_text (import->store, records[i].uri), records[i].line);
      kkr_builder_declare (builder, KKR_NAMES_SOURCES, id, &import->reading->place);
      row.name = kkr_builder_name (builder, KKR_NAMES_SOURCES, id);
      row.record.id = take_text (import, id);
      row.record.title = take_text (import,
                                    kkr_store_get_text (import->store, records[i].title));
      row.record.publisher = take_text (import, kkr_store_get_text (import->store,
                                                                    records[i].publisher));
      row.record.date = take_text (import, kkr_store_get_text (import->store, records[i].date));
      row.record.uri = take_text (import, import->reading->uri);
      g_array_append_val (builder->sources, row);
    }
}

/* As a file names them. */
static char *
name_objects (const KkrFieldValue *value)
{
  GString *names = g_string_new (NULL);

  if (value->object != NULL)
    g_string_append (names, KKR_IS_SOURCE (value->object)
                              ? kkr_source_get_id (KKR_SOURCE (value->object))
                              : kkr_entity_get_id (KKR_ENTITY (value->object)));
  for (guint i = 0; i < value->n_objects; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            kkr_entity_get_id (KKR_ENTITY (value->objects[i])));
  return g_string_free (names, FALSE);
}

static void
import_object (Import *import, const KkrModel *model, KkrEntity *entity, guint name)
{
  KkrFieldValue values[KKR_MODEL_MAX_FIELDS];
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const KkrModel *child;

  for (guint i = 0; i < model->n_fields; i++)
    {
      values[i] = *kkr_entity_get_value (entity, i);
      if (values[i].object != NULL || values[i].n_objects > 0)
        {
          values[i].text = name_objects (&values[i]);
          g_ptr_array_add (names, (gpointer) values[i].text);
        }
    }
  stand_at (import, kkr_entity_get_uri (entity), kkr_entity_get_line (entity));
  kkr_reading_pack_object (import->reading, model, values, name);
  for (guint i = 0; (child = kkr_model_get_child (model, i)) != NULL; i++)
    {
      guint n;
      gpointer const *items = kkr_frozen_list_peek (kkr_entity_get_children (entity, child), &n);

      for (guint j = 0; j < n; j++)
        import_object (import, child, items[j], name);
    }
}

static void
import_objects (Import *import, const KkrModel *model)
{
  KkrBuilder *builder = import->reading->builder;
  KkrNamesId names = KKR_NAMES_MODEL (model);
  guint n;
  gpointer const *items = kkr_frozen_list_peek (kkr_store_get_list (import->store, model), &n);

  for (guint i = 0; i < n; i++)
    {
      const char *id = kkr_entity_get_id (items[i]);

      stand_at (import, kkr_entity_get_uri (items[i]), kkr_entity_get_line (items[i]));
      kkr_builder_declare (builder, names, id, &import->reading->place);
      import_object (import, model, items[i], kkr_builder_name (builder, names, id));
    }
}

/* `delta` is where the record is, if it is not in the store. */
static void
import_record (Import *import, KkrFactRecord *record, KkrDelta *delta)
{
  KkrBuilder *builder = import->reading->builder;
  KkrTextId *const texts[] = {
    &record->printed, &record->section, &record->uri, &record->level_text, &record->title,
    &record->title_en, &record->note, &record->note_en,
  };
  KkrSource *source = kkr_store_get_source (import->store, record->source);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = take_text (import, delta != NULL ? kkr_delta_get_text (delta, *texts[i])
                                                 : kkr_store_get_text (import->store, *texts[i]));
  record->source = source != NULL ? kkr_builder_name (builder, KKR_NAMES_SOURCES,
                                                      kkr_source_get_id (source)) + 1
                                  : 0;
}

static void
import_facts (Import *import)
{
  KkrBuilder *builder = import->reading->builder;
  KkrKeyIter iter;
  KkrKeyFacts facts;

  kkr_key_iter_init (&iter, import->reg, NULL);
  while (kkr_key_iter_next (&iter, &facts))
    {
      const KkrKeyRecord *key = facts.record != NULL
                                  ? facts.record : kkr_store_find_key (import->store, facts.key);
      KkrTextId text = take_text (import, facts.key);

      for (guint i = 0; i < facts.n_facts; i++)
        {
          const KkrFactRecord *record = &facts.facts[i];
          KkrFactRow row = {
            .record = *record, .column = 1, .layer = builder->layer,
            .cell = GPOINTER_TO_UINT (g_hash_table_lookup (import->cells, record)),
          };

          import_record (import, &row.record, facts.delta);
          row.record.key = text;
          row.subject = key != NULL ? key->subject : 0;
          row.municipalities = key != NULL && (key->flags & KKR_KEY_MUNICIPALITIES) != 0;
          g_array_append_val (builder->facts, row);
        }
    }
}

static void
import_columns (Import *import, const KkrTableRecord *table)
{
  const KkrColumnRecord *columns = kkr_store_get_table_columns (import->store, table);

  for (guint i = 0; columns != NULL && i < table->n_columns; i++)
    {
      KkrColumnRecord column = columns[i];

      import_record (import, &column.defaults, NULL);
      column.name = take_text (import, kkr_store_get_text (import->store, column.name));
      column.title = take_text (import, kkr_store_get_text (import->store, column.title));
      column.title_en = take_text (import, kkr_store_get_text (import->store, column.title_en));
      g_array_append_val (import->reading->builder->columns, column);
    }
}

static void
import_rows (Import *import, const KkrTableRecord *table)
{
  KkrBuilder *builder = import->reading->builder;
  const KkrRowRecord *rows = kkr_store_get_table_rows (import->store, table);

  for (guint i = 0; rows != NULL && i < table->n_rows; i++)
    {
      KkrRowRecord row = rows[i];
      KkrTextId *const texts[] = { &row.subject, &row.title, &row.title_en, &row.note,
                                   &row.note_en };

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        *texts[j] = take_text (import, kkr_store_get_text (import->store, *texts[j]));
      g_array_append_val (builder->table_rows, row);
      for (guint j = 0; j < table->n_columns; j++)
        {
          const guint32 blank = 0;
          KkrDelta *delta;
          const KkrFactRecord *fact = kkr_register_find_cell (import->reg, table, i, j, &delta);

          g_array_append_val (builder->cells, blank);
          if (fact != NULL)
            g_hash_table_insert (import->cells, (gpointer) fact,
                                 GUINT_TO_POINTER (builder->cells->len));
        }
    }
}

static void
import_tables (Import *import)
{
  KkrBuilder *builder = import->reading->builder;
  guint n;
  const KkrTableRecord *tables = kkr_store_get_records (import->store, KKR_SPAN_TABLES,
                                                        sizeof *tables, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *key = kkr_store_get_text (import->store, tables[i].key);
      KkrTableRow row = { .record = tables[i], .layer = builder->layer };
      KkrTextId *const texts[] = { &row.record.key, &row.record.title, &row.record.title_en,
                                   &row.record.subject, &row.record.subject_en };

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        *texts[j] = take_text (import, kkr_store_get_text (import->store, *texts[j]));
      import_record (import, &row.record.defaults, NULL);
      stand_at (import, kkr_builder_peek_text (builder, row.record.defaults.uri),
                row.record.defaults.line);
      kkr_builder_declare (builder, KKR_NAMES_TABLES, key, &import->reading->place);
      row.name = kkr_builder_name (builder, KKR_NAMES_TABLES, key);
      row.record.first_column = builder->columns->len;
      row.record.first_row = builder->table_rows->len;
      row.record.first_cell = builder->cells->len;
      import_columns (import, &tables[i]);
      import_rows (import, &tables[i]);
      g_array_append_val (builder->tables, row);
    }
}

gboolean
kkr_reading_import (KkrReading *reading, KkrRegister *below, GError **error)
{
  g_autoptr (GHashTable) cells = g_hash_table_new (NULL, NULL);
  Import import = { reading, below, kkr_register_get_store (below), cells };
  const char *version = kkr_register_get_data_version (below);

  kkr_hasher_add (reading->hasher, kkr_register_get_sha256 (below),
                  strlen (kkr_register_get_sha256 (below)));
  if (*version != '\0')
    reading->builder->version = g_strdup (version);
  if (import.store != NULL)
    {
      import_sources (&import);
      for (guint i = 0; i < KKR_N_MODELS; i++)
        if (kkr_models[i]->parent == NULL)
          import_objects (&import, kkr_models[i]);
      import_tables (&import);
      import_facts (&import);
      for (guint i = 0; i < KKR_N_BULK; i++)
        {
          stand_at (&import, NULL, 0);
          if (!kkr_reading_import_bulk (reading, &kkr_bulk_kinds[i],
                                        kkr_store_get_bulk (import.store, (KkrBulkId) i), error))
            return FALSE;
        }
    }
  reading->uri = NULL;
  reading->place = (KkrPlace) { 0 };
  reading->builder->layer++;
  return TRUE;
}

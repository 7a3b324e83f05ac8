/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

#include <libkkr/register/kkr-entities-table-private.h>
#include <libkkr/register/kkr-reading-private.h>

/* A table is a short way to write facts: each cell is one, whose key is made of the table's key,
 * the column's name and the row's subject. What the table says holds for its cells, unless their
 * column or, before that, their row says otherwise. */

#define HAS(present, field) (((present) & (1u << (field))) != 0)

enum {
  TABLE_KEY, TABLE_TITLE_DA, TABLE_TITLE_EN, TABLE_SUBJECTS, TABLE_SUBJECT_DA, TABLE_SUBJECT_EN,
  TABLE_UNIT, TABLE_ORIGIN
};
const KkrField kkr_table_fields[KKR_TABLE_N_FIELDS] = {
  [TABLE_KEY] = { .name = "key", .kind = KKR_FIELD_KEY, .required = TRUE },
  [TABLE_TITLE_DA] = { .name = "title-da", .kind = KKR_FIELD_TEXT, .required = TRUE },
  [TABLE_TITLE_EN] = { .name = "title-en", .kind = KKR_FIELD_TEXT },
  [TABLE_SUBJECTS] = { .name = "subjects", .kind = KKR_FIELD_SUBJECTS },
  [TABLE_SUBJECT_DA] = { .name = "subject-da", .kind = KKR_FIELD_TEXT },
  [TABLE_SUBJECT_EN] = { .name = "subject-en", .kind = KKR_FIELD_TEXT },
  [TABLE_UNIT] = { .name = "unit", .kind = KKR_FIELD_COLUMN_UNIT },
  KKR_ORIGIN_FIELDS (TABLE_ORIGIN),
};

enum { COLUMN_NAME, COLUMN_TITLE_DA, COLUMN_TITLE_EN, COLUMN_UNIT, COLUMN_ORIGIN };
const KkrField kkr_column_fields[KKR_COLUMN_N_FIELDS] = {
  [COLUMN_NAME] = { .name = "name", .kind = KKR_FIELD_ID, .required = TRUE },
  [COLUMN_TITLE_DA] = { .name = "title-da", .kind = KKR_FIELD_TEXT, .required = TRUE },
  [COLUMN_TITLE_EN] = { .name = "title-en", .kind = KKR_FIELD_TEXT },
  [COLUMN_UNIT] = { .name = "unit", .kind = KKR_FIELD_COLUMN_UNIT },
  KKR_ORIGIN_FIELDS (COLUMN_ORIGIN),
};

void
kkr_reading_begin_table (KkrReading *reading, const KkrElement *element,
                         const KkrFieldValue *values, guint32 present)
{
  KkrBuilder *builder = reading->builder;
  KkrOpenTable *table = &reading->table;
  KkrFactRecord *defaults = &table->record.defaults;
  const char *key = values[TABLE_KEY].text;

  if (key != NULL && (kkr_bulk_kind_find (key) != NULL || kkr_entities_table_find (key) != NULL
                      || g_str_equal (key, KKR_SOURCES_TABLE)))
    kkr_reading_add_here (reading, KKR_RULE_BAD_KEY, "key", NULL,
                          _("bad key: \"%s\" found, one that is not kept for rows of their own "
                            "element expected"), key);
  g_array_set_size (table->columns, 0);
  g_hash_table_remove_all (table->names);
  g_hash_table_remove_all (table->subjects);
  g_array_set_size (table->places, 0);
  table->key = NULL;
  if (key != NULL && kkr_reading_declare (reading, KKR_NAMES_TABLES, element, key))
    table->key = g_string_chunk_insert_const (builder->strings, key);
  table->said = kkr_reading_get_said (present >> TABLE_ORIGIN);
  table->has_unit = values[TABLE_UNIT].text != NULL && values[TABLE_UNIT].number != 0;
  table->bad_unit = HAS (present, TABLE_UNIT) && values[TABLE_UNIT].text == NULL;
  table->bad_scale = kkr_reading_has_bad_scale (values + TABLE_ORIGIN, present >> TABLE_ORIGIN);
  table->is_counted = TRUE;
  table->is_named = TRUE;
  table->record = (KkrTableRecord) {
    .key = kkr_builder_text (builder, key),
    .title = kkr_builder_text (builder, values[TABLE_TITLE_DA].text),
    .title_en = kkr_builder_text (builder, values[TABLE_TITLE_EN].text),
    .subject = kkr_builder_text (builder, values[TABLE_SUBJECT_DA].text),
    .subject_en = kkr_builder_text (builder, values[TABLE_SUBJECT_EN].text),
    .flags = values[TABLE_SUBJECTS].number != 0 ? KKR_TABLE_MUNICIPALITIES : 0,
    .first_column = builder->columns->len,
    .first_row = builder->table_rows->len,
    .first_cell = builder->cells->len,
  };
  kkr_fact_record_init (defaults, reading);
  defaults->unit = (guint8) values[TABLE_UNIT].number;
  if (kkr_unit_is_money (defaults->unit))
    defaults->level = KKR_LEVEL_NOMINAL;
  kkr_reading_check_scale (reading, values + TABLE_ORIGIN);
  kkr_reading_take_origin (reading, defaults, values + TABLE_ORIGIN, present >> TABLE_ORIGIN);
}

void
kkr_reading_end_table (KkrReading *reading)
{
  KkrBuilder *builder = reading->builder;
  KkrOpenTable *table = &reading->table;
  KkrTableRow row = { .record = table->record, .layer = builder->layer };

  if (table->key == NULL)
    return;
  row.name = kkr_builder_name (builder, KKR_NAMES_TABLES, table->key);
  row.record.n_columns = builder->columns->len - row.record.first_column;
  row.record.n_rows = builder->table_rows->len - row.record.first_row;
  g_array_append_val (builder->tables, row);
}

void
kkr_fact_record_take_unit (KkrFactRecord *record, guint8 unit, gboolean table_has_unit)
{
  if (unit == record->unit)
    return;
  record->unit = unit;
  if (table_has_unit)
    {
      record->scale = 0;
      record->precision = 0;
    }
  if (!kkr_unit_is_money (unit))
    {
      record->level = KKR_LEVEL_NONE;
      record->level_text = 0;
    }
  else if (record->level == KKR_LEVEL_NONE)
    record->level = KKR_LEVEL_NOMINAL;
}

/* Of the last column. */
static gboolean
name_is_new (KkrReading *reading, const char *name)
{
  const KkrOpenTable *table = &reading->table;

  if (g_hash_table_contains (table->names, name))
    {
      kkr_reading_add_here (reading, KKR_RULE_DUPLICATE_ID, "name", NULL,
                            _("the same column twice: \"%s\" found, another name expected"),
                            name);
      return FALSE;
    }
  g_hash_table_insert (table->names,
                       g_string_chunk_insert_const (reading->builder->strings, name),
                       GUINT_TO_POINTER (table->columns->len));
  return TRUE;
}

/* Whether its cells can be read: as numbers or texts, and in what the numbers are printed. */
static gboolean
is_readable (const KkrOpenTable *table, const KkrFieldValue *values, guint32 present)
{
  const KkrFieldValue *origin = values + COLUMN_ORIGIN;
  gboolean own_unit = HAS (present, COLUMN_UNIT);
  gboolean own_scale = HAS (present, COLUMN_ORIGIN + KKR_ORIGIN_SCALE)
                       || HAS (present, COLUMN_ORIGIN + KKR_ORIGIN_PRECISION);

  if (own_unit ? values[COLUMN_UNIT].text == NULL : table->bad_unit)
    return FALSE;
  return own_scale ? !kkr_reading_has_bad_scale (origin, present >> COLUMN_ORIGIN)
                   : !table->bad_scale;
}

static void
check_place (KkrReading *reading, const KkrElement *element)
{
  if (reading->table.places->len == 0)
    return;
  kkr_reading_add_here (reading, KKR_RULE_MISPLACED_ELEMENT, NULL, NULL,
                        _("element in the wrong place: \"%s\" found, expected before the rows"),
                        element->name);
  reading->table.is_counted = FALSE;
}

/* A column that something is wrong with is one all the same: its cells stand in the rows. */
void
kkr_reading_begin_column (KkrReading *reading, const KkrElement *element,
                          const KkrFieldValue *values, guint32 present)
{
  KkrBuilder *builder = reading->builder;
  KkrOpenTable *table = &reading->table;
  const char *name = values[COLUMN_NAME].text;
  KkrOpenColumn open = {
    .said = table->said | kkr_reading_get_said (present >> COLUMN_ORIGIN),
    .is_readable = is_readable (table, values, present),
  };
  KkrColumnRecord column = { .defaults = table->record.defaults };

  check_place (reading, element);
  g_array_append_val (table->columns, open);
  if (name == NULL)
    table->is_named = FALSE;
  else if (name_is_new (reading, name))
    g_array_index (table->columns, KkrOpenColumn, table->columns->len - 1).name =
      g_string_chunk_insert_const (builder->strings, name);
  if (values[COLUMN_UNIT].text != NULL)
    kkr_fact_record_take_unit (&column.defaults, (guint8) values[COLUMN_UNIT].number,
                               table->has_unit);
  column.is_text = column.defaults.unit == KKR_UNIT_UNSET;
  if (column.is_text)
    kkr_fact_record_take_unit (&column.defaults, KKR_UNIT_NONE, TRUE);
  kkr_reading_check_scale (reading, values + COLUMN_ORIGIN);
  kkr_reading_take_origin (reading, &column.defaults, values + COLUMN_ORIGIN,
                           present >> COLUMN_ORIGIN);
  column.name = kkr_builder_text (builder, name);
  column.title = kkr_builder_text (builder, values[COLUMN_TITLE_DA].text);
  column.title_en = kkr_builder_text (builder, values[COLUMN_TITLE_EN].text);
  column.defaults.title = column.title;
  column.defaults.title_en = column.title_en;
  g_array_append_val (builder->columns, column);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-entities-table-private.h>
#include <libkkr/register/kkr-qualifier.h>
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

enum { ROW_SUBJECT, ROW_TITLE_DA, ROW_TITLE_EN, ROW_TOTAL, ROW_VALUES, ROW_ASSUMED, ROW_ORIGIN };
const KkrField kkr_row_fields[KKR_ROW_N_FIELDS] = {
  [ROW_SUBJECT] = { .name = "subject", .kind = KKR_FIELD_SUBJECT, .required = TRUE },
  [ROW_TITLE_DA] = { .name = "title-da", .kind = KKR_FIELD_TEXT },
  [ROW_TITLE_EN] = { .name = "title-en", .kind = KKR_FIELD_TEXT },
  [ROW_TOTAL] = { .name = "total", .kind = KKR_FIELD_NO },
  [ROW_VALUES] = { .name = "values", .kind = KKR_FIELD_TEXT, .required = TRUE },
  [ROW_ASSUMED] = { .name = "assumed", .kind = KKR_FIELD_KEYS },
  KKR_ORIGIN_FIELDS (ROW_ORIGIN),
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
  table->usable = key != NULL && kkr_reading_declare (reading, KKR_NAMES_TABLES, element, key);
  table->key = key != NULL ? g_string_chunk_insert_const (builder->strings, key) : NULL;
  table->has_valid = HAS (present, TABLE_ORIGIN + KKR_ORIGIN_VALID);
  table->has_unit = values[TABLE_UNIT].text != NULL && values[TABLE_UNIT].number != 0;
  table->has_bad_column = FALSE;
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

  if (!table->usable)
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
  g_hash_table_insert (table->names, (gpointer) name, GUINT_TO_POINTER (table->columns->len));
  return TRUE;
}

void
kkr_reading_begin_column (KkrReading *reading, const KkrElement *element,
                          const KkrFieldValue *values, guint32 present)
{
  KkrBuilder *builder = reading->builder;
  KkrOpenTable *table = &reading->table;
  const char *name = values[COLUMN_NAME].text;
  KkrOpenColumn open = { .has_valid = HAS (present, COLUMN_ORIGIN + KKR_ORIGIN_VALID) };
  KkrColumnRecord column = { .defaults = table->record.defaults };

  if (!table->usable)
    return;
  if (table->places->len > 0)
    kkr_reading_add_here (reading, KKR_RULE_MISPLACED_ELEMENT, NULL, NULL,
                          _("element in the wrong place: \"%s\" found, expected before the rows"),
                          element->name);
  open.name = name != NULL ? g_string_chunk_insert_const (builder->strings, name) : NULL;
  g_array_append_val (table->columns, open);
  if (name == NULL || !name_is_new (reading, open.name)
      || (HAS (present, COLUMN_UNIT) && values[COLUMN_UNIT].text == NULL))
    table->has_bad_column = TRUE;
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

/* The first that says where a cell's facts come from misses is said of the whole row. */
static gboolean
check_present (KkrReading *reading, guint32 present)
{
  const KkrOpenTable *table = &reading->table;
  gboolean valid = table->has_valid || HAS (present, ROW_ORIGIN + KKR_ORIGIN_VALID);
  gboolean source = HAS (present, ROW_ORIGIN + KKR_ORIGIN_SOURCE);
  gboolean section = HAS (present, ROW_ORIGIN + KKR_ORIGIN_SECTION);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const KkrFactRecord *column =
        &g_array_index (reading->builder->columns, KkrColumnRecord,
                        table->record.first_column + i).defaults;
      const char *missing = NULL;

      if (!valid && !g_array_index (table->columns, KkrOpenColumn, i).has_valid)
        missing = "valid";
      else if (!source && column->source == 0)
        missing = "source";
      else if (!section && column->section == 0)
        missing = "section";
      if (missing == NULL)
        continue;
      kkr_reading_add_here (reading, KKR_RULE_MISSING_ATTRIBUTE, NULL, NULL,
                            _("attribute missing in \"row\", its column and its table: none found, "
                              "\"%s\" expected"), missing);
      return FALSE;
    }
  return TRUE;
}

/* What is printed where there is no number. */
static KkrCellStatus
read_mark (const char *part)
{
  if (g_str_equal (part, ".."))
    return KKR_CELL_STATUS_SUPPRESSED;
  if (g_str_equal (part, "-"))
    return KKR_CELL_STATUS_NOT_APPLICABLE;
  if (g_str_equal (part, "?"))
    return KKR_CELL_STATUS_MISSING;
  return KKR_CELL_STATUS_VALUE;
}

static KkrQualifier
read_qualifier (char first)
{
  return first == '~' ? KKR_QUALIFIER_APPROXIMATELY : first == '>' ? KKR_QUALIFIER_MORE_THAN
         : first == '<' ? KKR_QUALIFIER_LESS_THAN : KKR_QUALIFIER_UNSET;
}

/* The fact of a cell; `part` is not empty. */
static gboolean
take_cell (KkrReading *reading, KkrFactRow *row, const KkrColumnRecord *column, guint place,
           const char *subject, const char *part)
{
  KkrFactRecord *record = &row->record;
  g_autofree char *expected = NULL, *quoted = NULL;
  KkrRuleId rule;

  if (column->is_text)
    record->scale = record->precision = 0;
  record->status = (guint8) read_mark (part);
  if (record->status != KKR_CELL_STATUS_VALUE)
    return TRUE;
  if (column->is_text)
    {
      record->flags |= KKR_FACT_IS_TEXT;
      record->printed = kkr_builder_text (reading->builder, part);
      return TRUE;
    }
  record->qualifier = (guint8) read_qualifier (*part);
  part += record->qualifier != KKR_QUALIFIER_UNSET;
  record->printed = kkr_builder_text (reading->builder, part);
  expected = kkr_fact_record_take_number (record, part, &rule);
  if (expected == NULL)
    return TRUE;
  quoted = kkr_text_quote (part);
  kkr_reading_add_part (reading, rule, "values", place + 1,
                        _("bad %s of row \"%s\": %s found, %s expected"),
                        kkr_builder_peek_text (reading->builder, column->name), subject, quoted,
                        expected);
  return FALSE;
}

/* Notes the cells that somebody assumed, as an overlay that was written has them: each of the names
 * is a column. */
static void
note_assumed (KkrReading *reading, const char *columns)
{
  g_auto (GStrv) names = columns != NULL ? g_strsplit (columns, " ", -1) : g_new0 (char *, 1);
  const KkrOpenTable *table = &reading->table;

  for (guint i = 0; names[i] != NULL && !reading->stopped; i++)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (table->names, names[i]));

      if (place > 0)
        g_array_index (table->columns, KkrOpenColumn, place - 1).assumed = table->places->len;
      else
        kkr_reading_add_here (reading, KKR_RULE_UNKNOWN_REFERENCE, "assumed", NULL,
                              _("no such \"%s\": \"%s\" found, one that is there expected"),
                              "column", names[i]);
    }
}

static void
take_cells (KkrReading *reading, const KkrFieldValue *values, guint32 present, char **parts)
{
  KkrBuilder *builder = reading->builder;
  const KkrOpenTable *table = &reading->table;
  const char *subject = values[ROW_SUBJECT].text;
  gboolean municipalities = (table->record.flags & KKR_TABLE_MUNICIPALITIES) != 0
                            && values[ROW_TOTAL].number == 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      KkrColumnRecord column = g_array_index (builder->columns, KkrColumnRecord,
                                              table->record.first_column + i);
      KkrFactRow row = { .record = column.defaults, .column = reading->place.column };
      g_autofree char *key = NULL;
      const guint32 blank = 0;

      g_array_append_val (builder->cells, blank);
      row.cell = builder->cells->len;
      row.record.flags |= KKR_FACT_OF_TABLE;
      row.record.line = reading->place.line;
      if (present >> ROW_ORIGIN != 0)
        kkr_reading_take_origin (reading, &row.record, values + ROW_ORIGIN, present >> ROW_ORIGIN);
      if (g_array_index (table->columns, KkrOpenColumn, i).assumed == table->places->len)
        kkr_fact_record_assume (&row.record);
      if (*g_strstrip (parts[i]) == '\0'
          || !take_cell (reading, &row, &column, i, subject, parts[i]))
        continue;
      key = g_strconcat (table->key, "/", g_array_index (table->columns, KkrOpenColumn, i).name,
                         NULL);
      kkr_reading_add_fact (reading, &row, key, subject, municipalities);
    }
}

static gboolean
row_is_new (KkrReading *reading, const char *subject)
{
  KkrOpenTable *table = &reading->table;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (table->subjects, subject));

  if (place == 0)
    {
      g_array_append_val (table->places, reading->place);
      g_hash_table_insert (table->subjects,
                           g_string_chunk_insert_const (reading->builder->strings, subject),
                           GUINT_TO_POINTER (table->places->len));
      return TRUE;
    }
  else
    {
      const KkrPlace *first = &g_array_index (table->places, KkrPlace, place - 1);

      kkr_reading_add_here (reading, KKR_RULE_DUPLICATE_ID, "subject", NULL,
                            _("a second \"%s\": \"%s\" found, which %s:%u:%u has already"), "row",
                            subject, first->uri, first->line, first->column);
      return FALSE;
    }
}

void
kkr_reading_begin_row (KkrReading *reading, const KkrElement *element, const KkrFieldValue *values,
                       guint32 present)
{
  KkrBuilder *builder = reading->builder;
  KkrOpenTable *table = &reading->table;
  const char *subject = values[ROW_SUBJECT].text;
  g_auto (GStrv) parts = NULL;
  KkrRowRecord row = { .total = values[ROW_TOTAL].number != 0 };
  guint n;

  if (!table->usable || subject == NULL || !row_is_new (reading, subject))
    return;
  if ((table->record.flags & KKR_TABLE_MUNICIPALITIES) != 0 && row.total == 0)
    kkr_reading_refer_to_subject (reading, subject);
  if (values[ROW_VALUES].text == NULL || table->has_bad_column || !check_present (reading, present))
    return;
  kkr_reading_check_scale (reading, values + ROW_ORIGIN);
  parts = g_strsplit (values[ROW_VALUES].text, "|", -1);
  n = g_strv_length (parts);
  if (n != table->columns->len)
    {
      kkr_reading_add_here (reading, KKR_RULE_ROW_LENGTH, "values", NULL,
                            _("row \"%s\" is not as long as the table has columns: %u values "
                              "found, %u expected"), subject, n, table->columns->len);
      return;
    }
  row.subject = kkr_builder_text (builder, subject);
  row.title = kkr_builder_text (builder, values[ROW_TITLE_DA].text);
  row.title_en = kkr_builder_text (builder, values[ROW_TITLE_EN].text);
  row.note = kkr_builder_text (builder, values[ROW_ORIGIN + KKR_ORIGIN_NOTE_DA].text);
  row.note_en = kkr_builder_text (builder, values[ROW_ORIGIN + KKR_ORIGIN_NOTE_EN].text);
  g_array_append_val (builder->table_rows, row);
  note_assumed (reading, values[ROW_ASSUMED].text);
  take_cells (reading, values, present, parts);
}

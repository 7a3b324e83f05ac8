/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-number-private.h>
#include <libkkr/base/kkr-qualifier.h>
#include <libkkr/register/kkr-reading-private.h>

/* The rows of a table. Whatever is wrong with it, its columns or the row, what can be said of the
 * cells is said; there are facts where nothing is wrong. */

#define HAS(present, field) (((present) & (1u << (field))) != 0)

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

/* What is said of the row that is being read besides its values. */
typedef struct {
  const KkrFieldValue *values;
  guint32 present;
  const char *subject; /* NULL if it cannot be part of a key */
  const char *label;
  guint32 source; /* its name plus 1, or 0 */
  gboolean is_complete;
} OpenRow;

/* The first that says where a cell's facts come from misses is said of the whole row. */
static gboolean
check_present (KkrReading *reading, guint32 present)
{
  static const struct {
    guint field;
    const char *name;
  } needed[] = {
    { KKR_ORIGIN_VALID, "valid" }, { KKR_ORIGIN_SOURCE, "source" },
    { KKR_ORIGIN_SECTION, "section" },
  };
  const KkrOpenTable *table = &reading->table;
  guint32 said = kkr_reading_get_said (present >> ROW_ORIGIN);

  for (guint i = 0; i < table->columns->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (needed); j++)
      {
        if (HAS (said | g_array_index (table->columns, KkrOpenColumn, i).said, needed[j].field))
          continue;
        kkr_reading_add_here (reading, KKR_RULE_MISSING_ATTRIBUTE, NULL, NULL,
                              _("attribute missing in \"row\", its column and its table: none "
                                "found, \"%s\" expected"), needed[j].name);
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
           const char *label, const char *part)
{
  KkrFactRecord *record = &row->record;
  const char *name = "?";
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
  if (expected == NULL && !kkr_fact_record_has_thousands_dot (record, part))
    return TRUE;
  quoted = kkr_text_quote (part);
  if (expected == NULL)
    {
      kkr_reading_add_part (reading, KKR_RULE_THOUSANDS_DOT, "values", place + 1,
                            _("perhaps a dot for thousands: %s found, a whole number without it "
                              "expected"), quoted);
      return TRUE;
    }
  /* Only now, since a text that is put in moves those that are there. */
  if (column->name > 0)
    name = kkr_builder_peek_text (reading->builder, column->name);
  kkr_reading_add_part (reading, rule, "values", place + 1,
                        _("bad %s of row \"%s\": %s found, %s expected"),
                        name, label, quoted, expected);
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
      else if (table->is_named && table->is_counted)
        kkr_reading_add_here (reading, KKR_RULE_UNKNOWN_REFERENCE, "assumed", NULL,
                              _("no such \"%s\": \"%s\" found, one that is there expected"),
                              "column", names[i]);
    }
}

/* What the column, and then the row, says of a cell. */
static void
begin_cell (KkrReading *reading, KkrFactRow *cell, const OpenRow *row, guint place)
{
  const KkrOpenTable *table = &reading->table;

  cell->cell = reading->builder->cells->len;
  cell->record.flags |= KKR_FACT_OF_TABLE;
  cell->record.line = reading->place.line;
  if (row->present >> ROW_ORIGIN != 0)
    kkr_reading_take_origin (reading, &cell->record, row->values + ROW_ORIGIN,
                             row->present >> ROW_ORIGIN);
  if (row->source > 0)
    cell->record.source = row->source;
  if (g_array_index (table->columns, KkrOpenColumn, place).assumed == table->places->len)
    kkr_fact_record_assume (&cell->record);
}

static void
take_cells (KkrReading *reading, const OpenRow *row, char **parts)
{
  KkrBuilder *builder = reading->builder;
  const KkrOpenTable *table = &reading->table;
  gboolean municipalities = (table->record.flags & KKR_TABLE_MUNICIPALITIES) != 0
                            && row->values[ROW_TOTAL].number == 0;
  gboolean is_readable = !kkr_reading_has_bad_scale (row->values + ROW_ORIGIN,
                                                     row->present >> ROW_ORIGIN);

  for (guint i = 0; parts[i] != NULL && !reading->stopped; i++)
    {
      KkrColumnRecord column = g_array_index (builder->columns, KkrColumnRecord,
                                              table->record.first_column + i);
      const KkrOpenColumn *open = &g_array_index (table->columns, KkrOpenColumn, i);
      KkrFactRow cell = { .record = column.defaults, .column = reading->place.column };
      g_autofree char *key = NULL;
      const guint32 blank = 0;
      gboolean good;

      g_array_append_val (builder->cells, blank);
      begin_cell (reading, &cell, row, i);
      if (*g_strstrip (parts[i]) == '\0')
        continue;
      good = open->is_readable && is_readable
             && take_cell (reading, &cell, &column, i, row->label, parts[i]);
      if (table->key == NULL || open->name == NULL)
        continue;
      key = g_strconcat (table->key, "/", open->name, NULL);
      if (!good || !row->is_complete || row->subject == NULL)
        {
          kkr_builder_refuse_fact (reading->builder, key, open->is_readable ? row->subject : NULL);
          continue;
        }
      kkr_reading_add_fact (reading, &cell, key, row->subject, municipalities);
    }
}

/* The rows are counted, those without a subject too. */
static gboolean
row_is_new (KkrReading *reading, const char *subject)
{
  KkrOpenTable *table = &reading->table;
  const KkrPlace *first;
  guint place = 0;

  g_array_append_val (table->places, reading->place);
  if (subject == NULL)
    return FALSE;
  place = GPOINTER_TO_UINT (g_hash_table_lookup (table->subjects, subject));
  if (place == 0)
    {
      g_hash_table_insert (table->subjects,
                           g_string_chunk_insert_const (reading->builder->strings, subject),
                           GUINT_TO_POINTER (table->places->len));
      return TRUE;
    }
  first = &g_array_index (table->places, KkrPlace, place - 1);
  kkr_reading_add_here (reading, KKR_RULE_DUPLICATE_ID, "subject", NULL,
                        _("a second \"%s\": \"%s\" found, which %s:%u:%u has already"), "row",
                        subject, first->uri, first->line, first->column);
  return FALSE;
}

static void
add_row (KkrReading *reading, const OpenRow *row)
{
  KkrBuilder *builder = reading->builder;
  const KkrFieldValue *values = row->values;
  KkrRowRecord record = {
    .subject = kkr_builder_text (builder, row->subject),
    .title = kkr_builder_text (builder, values[ROW_TITLE_DA].text),
    .title_en = kkr_builder_text (builder, values[ROW_TITLE_EN].text),
    .note = kkr_builder_text (builder, values[ROW_ORIGIN + KKR_ORIGIN_NOTE_DA].text),
    .note_en = kkr_builder_text (builder, values[ROW_ORIGIN + KKR_ORIGIN_NOTE_EN].text),
    .total = values[ROW_TOTAL].number != 0,
  };

  g_array_append_val (builder->table_rows, record);
}

/* NULL if there is not one for each column. */
static char **
split_values (KkrReading *reading, const OpenRow *row)
{
  const char *text = row->values[ROW_VALUES].text;
  g_auto (GStrv) parts = NULL;
  guint n;

  if (text == NULL || !reading->table.is_counted)
    return NULL;
  parts = g_strsplit (text, "|", -1);
  n = g_strv_length (parts);
  if (n == reading->table.columns->len)
    return g_steal_pointer (&parts);
  kkr_reading_add_here (reading, KKR_RULE_ROW_LENGTH, "values", NULL,
                        _("row \"%s\" is not as long as the table has columns: %u values "
                          "found, %u expected"), row->label, n, reading->table.columns->len);
  return NULL;
}

void
kkr_reading_begin_row (KkrReading *reading, const KkrElement *element, const KkrFieldValue *given,
                       guint32 present)
{
  const KkrOpenTable *table = &reading->table;
  KkrFieldValue values[KKR_ROW_N_FIELDS];
  KkrFieldValue *source = &values[ROW_ORIGIN + KKR_ORIGIN_SOURCE];
  OpenRow row = { .values = values, .present = present, .subject = given[ROW_SUBJECT].text };
  g_auto (GStrv) parts = NULL;

  memcpy (values, given, sizeof values);
  row.label = row.subject != NULL ? row.subject : "?";
  if (row.subject != NULL && (table->record.flags & KKR_TABLE_MUNICIPALITIES) != 0
      && values[ROW_TOTAL].number == 0)
    kkr_reading_refer_to_subject (reading, row.subject);
  if (!row_is_new (reading, row.subject))
    row.subject = NULL;
  /* It is said once, not once a cell. */
  if (source->text != NULL)
    row.source = kkr_reading_refer (reading, KKR_NAMES_SOURCES, source->text, "source") + 1;
  source->text = NULL;
  row.is_complete = check_present (reading, present);
  kkr_reading_check_scale (reading, values + ROW_ORIGIN);
  parts = split_values (reading, &row);
  if (parts == NULL)
    return;
  add_row (reading, &row);
  note_assumed (reading, values[ROW_ASSUMED].text);
  take_cells (reading, &row, parts);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-reading-private.h>
#include <libkkr/register/kkr-writing-private.h>

typedef struct {
  KkrWriting *writing;
  const KkrTableRecord *table;
  const KkrColumnRecord *columns;
  const KkrRowRecord *rows;
} Table;

static const char *
peek_text (const Table *table, KkrTextId text)
{
  return kkr_store_get_text (table->writing->store, text);
}

static KkrFactView
view_of (const Table *table, const KkrFactRecord *record)
{
  return (KkrFactView) { record, table->writing->store, NULL };
}

/* Those whose titles are the table's own are written elsewhere. */
static gboolean
is_of_table (KkrFactPart part)
{
  return part != KKR_PART_TITLE_DA && part != KKR_PART_TITLE_EN;
}

/* What is otherwise than in `base`. */
static void
add_difference (const Table *table, const KkrFactView *view, const KkrFactView *base)
{
  for (guint part = 0; part < KKR_N_PARTS; part++)
    if (is_of_table ((KkrFactPart) part)
        && !kkr_fact_view_part_is_same (view, base, (KkrFactPart) part))
      kkr_writing_add_part (table->writing, view, (KkrFactPart) part, TRUE);
}

static void
add_head (const Table *table)
{
  const KkrTableRecord *record = table->table;
  const KkrFactRecord *defaults = &record->defaults;
  KkrWriting *writing = table->writing;
  KkrFactView view = view_of (table, defaults);
  gboolean always = defaults->from == KKR_DATE_MIN && defaults->until == KKR_DATE_MAX;

  kkr_writing_begin (writing, "table");
  kkr_writing_attribute (writing, "key", peek_text (table, record->key));
  kkr_writing_attribute (writing, "title-da", peek_text (table, record->title));
  kkr_writing_attribute (writing, "title-en", peek_text (table, record->title_en));
  if ((record->flags & KKR_TABLE_MUNICIPALITIES) != 0)
    kkr_writing_attribute (writing, "subjects", "municipality");
  kkr_writing_attribute (writing, "subject-da", peek_text (table, record->subject));
  kkr_writing_attribute (writing, "subject-en", peek_text (table, record->subject_en));
  if (defaults->unit != KKR_UNIT_UNSET)
    kkr_writing_attribute (writing, "unit", kkr_unit_to_string ((KkrUnit) defaults->unit));
  for (guint part = 0; part < KKR_N_PARTS; part++)
    if (is_of_table ((KkrFactPart) part) && (part != KKR_PART_VALID || !always))
      kkr_writing_add_part (writing, &view, (KkrFactPart) part, FALSE);
  kkr_writing_open (writing);
}

static void
add_column (const Table *table, const KkrColumnRecord *column)
{
  KkrFactRecord defaults = table->table->defaults;
  gboolean has_unit = defaults.unit != KKR_UNIT_UNSET;
  KkrWriting *writing = table->writing;
  KkrFactView view = view_of (table, &column->defaults), base = view_of (table, &defaults);

  kkr_writing_begin (writing, "column");
  kkr_writing_attribute (writing, "name", peek_text (table, column->name));
  kkr_writing_attribute (writing, "title-da", peek_text (table, column->title));
  kkr_writing_attribute (writing, "title-en", peek_text (table, column->title_en));
  if (column->is_text && has_unit)
    kkr_writing_attribute (writing, "unit", "text");
  else if (!column->is_text && column->defaults.unit != defaults.unit)
    kkr_writing_attribute (writing, "unit",
                           kkr_unit_to_string ((KkrUnit) column->defaults.unit));
  kkr_fact_record_take_unit (&defaults, column->is_text ? KKR_UNIT_UNSET : column->defaults.unit,
                             has_unit);
  if (column->is_text)
    kkr_fact_record_take_unit (&defaults, KKR_UNIT_NONE, TRUE);
  add_difference (table, &view, &base);
  kkr_writing_end (writing);
}

/* The fact of a cell as it is now, which an overlay may have changed or taken away. */
static gboolean
find_cell (const Table *table, guint row, guint column, KkrFactView *view)
{
  KkrRegister *reg = table->writing->reg;

  *view = view_of (table, NULL);
  view->record = kkr_register_find_cell (reg, table->table, row, column, &view->delta);
  return view->record != NULL;
}

/* What a row says for its cells shows in the first that differs from its column. */
static void
add_row_parts (const Table *table, guint row)
{
  for (guint part = 0; part < KKR_N_PARTS; part++)
    for (guint i = 0; i < table->table->n_columns && is_of_table ((KkrFactPart) part); i++)
      {
        KkrFactView view, base = view_of (table, &table->columns[i].defaults);
        gboolean scaled = part == KKR_PART_SCALE && table->columns[i].is_text;

        if (!find_cell (table, row, i, &view) || scaled
            || ((view.record->flags & KKR_FACT_OVERLAID) != 0
                && !kkr_fact_part_is_assumed ((KkrFactPart) part))
            || kkr_fact_view_part_is_same (&view, &base, (KkrFactPart) part))
          continue;
        if (part != KKR_PART_NOTE_DA && part != KKR_PART_NOTE_EN)
          kkr_writing_add_part (table->writing, &view, (KkrFactPart) part, TRUE);
        break;
      }
}

static void
append_cell (const KkrFactView *view, GString *values)
{
  static const char *const marks[] = { "", "?", "..", "-" };
  static const char *const qualifiers[] = { "", "~", ">", "", "<", "" };
  const KkrFactRecord *record = view->record;

  if (record->status != KKR_CELL_STATUS_VALUE)
    g_string_append (values, marks[record->status]);
  else
    g_string_append_printf (values, "%s%s", qualifiers[record->qualifier],
                            kkr_fact_view_get_text (view, record->printed));
}

static void
add_row (const Table *table, guint row)
{
  const KkrRowRecord *record = &table->rows[row];
  g_autoptr (GString) values = g_string_new (NULL), assumed = g_string_new (NULL);
  KkrWriting *writing = table->writing;

  for (guint i = 0; i < table->table->n_columns; i++)
    {
      KkrFactView view;

      if (i > 0)
        g_string_append_c (values, '|');
      if (!find_cell (table, row, i, &view))
        continue;
      append_cell (&view, values);
      if ((view.record->flags & KKR_FACT_OVERLAID) != 0)
        g_string_append_printf (assumed, "%s%s", assumed->len > 0 ? " " : "",
                                peek_text (table, table->columns[i].name));
    }
  kkr_writing_begin (writing, "row");
  kkr_writing_attribute (writing, "subject", peek_text (table, record->subject));
  kkr_writing_attribute (writing, "title-da", peek_text (table, record->title));
  kkr_writing_attribute (writing, "title-en", peek_text (table, record->title_en));
  kkr_writing_attribute (writing, "total", record->total ? "yes" : NULL);
  kkr_writing_attribute (writing, "values", values->str);
  kkr_writing_attribute (writing, "assumed", assumed->len > 0 ? assumed->str : NULL);
  add_row_parts (table, row);
  kkr_writing_attribute (writing, "note-da", peek_text (table, record->note));
  kkr_writing_attribute (writing, "note-en", peek_text (table, record->note_en));
  kkr_writing_end (writing);
}

void
kkr_writing_add_tables (KkrWriting *writing)
{
  guint n = 0;
  const KkrTableRecord *tables = writing->store != NULL
    ? kkr_store_get_records (writing->store, KKR_SPAN_TABLES, sizeof *tables, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      Table table = {
        writing, &tables[i], kkr_store_get_table_columns (writing->store, &tables[i]),
        kkr_store_get_table_rows (writing->store, &tables[i]),
      };

      if (table.columns == NULL || table.rows == NULL)
        continue;
      add_head (&table);
      for (guint column = 0; column < tables[i].n_columns; column++)
        add_column (&table, &table.columns[column]);
      for (guint row = 0; row < tables[i].n_rows && kkr_writing_goes_on (writing); row++)
        add_row (&table, row);
      kkr_writing_close (writing, "table");
    }
}

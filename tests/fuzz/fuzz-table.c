/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include <libkkr/table/kkr-table-builder.h>

#define MAX_CELLS 64

/* The input is a program for the builder: a call a line, its arguments between '|', cells between
 * tabs, enums as numbers; '~' in a cell is a new line and '^' a carriage return.
 *
 *   int64|NAME|TITLE|UNIT|CELLS    (double, ratio, text, codes and date alike)
 *   decimals|NAME|N   status|NAME|ROW|STATUS   total|NAME|EXACT   english|NAME|CELLS   key|CELLS */

static char **
split_cells (const char *cells)
{
  char **split = g_strsplit (cells, "\t", MAX_CELLS);

  for (char **cell = split; *cell != NULL; cell++)
    {
      g_strdelimit (*cell, "~", '\n');
      g_strdelimit (*cell, "^", '\r');
    }
  return split;
}

static void
add_numbers (KkrTableBuilder *builder, const char *kind, const char *name, const char *title,
             KkrUnit unit, char **cells)
{
  gint64 whole[MAX_CELLS];
  gdouble doubles[MAX_CELLS];
  gint32 small[MAX_CELLS];
  gsize n;

  for (n = 0; cells[n] != NULL; n++)
    {
      whole[n] = g_ascii_strtoll (cells[n], NULL, 10);
      doubles[n] = g_ascii_strtod (cells[n], NULL);
      small[n] = (gint32) whole[n];
    }
  if (g_str_equal (kind, "int64"))
    kkr_table_builder_add_int64 (builder, name, title, title, unit, whole, n);
  else if (g_str_equal (kind, "double"))
    kkr_table_builder_add_double (builder, name, title, title, unit, doubles, n);
  else if (g_str_equal (kind, "date"))
    kkr_table_builder_add_date (builder, name, title, title, small, n);
  else if (g_str_equal (kind, "codes"))
    {
      static const char *const labels[] = { "Aalborg", "", "=1+1", NULL };

      kkr_table_builder_add_codes (builder, name, title, title, small, n, labels);
    }
}

static void
call_builder (KkrTableBuilder *builder, char *line)
{
  const char *field[5];
  g_auto (GStrv) cells = NULL;
  int first;

  for (int i = 0; i < 5; i++)
    field[i] = line != NULL ? fuzz_next_field (&line, '|') : "";
  first = (int) g_ascii_strtoll (field[2], NULL, 10);
  if (g_str_equal (field[0], "decimals"))
    kkr_table_builder_set_decimals (builder, field[1], first);
  else if (g_str_equal (field[0], "status"))
    kkr_table_builder_set_status (builder, field[1], (guint) first,
                                  (KkrCellStatus) g_ascii_strtoll (field[3], NULL, 10));
  else if (g_str_equal (field[0], "total"))
    kkr_table_builder_set_total (builder, field[1], field[2]);
  else if (g_str_equal (field[0], "english"))
    {
      cells = split_cells (field[2]);
      kkr_table_builder_set_labels_in_english (builder, field[1], (const char *const *) cells);
    }
  else if (g_str_equal (field[0], "key"))
    {
      cells = split_cells (field[1]);
      kkr_table_builder_set_key (builder, (const char *const *) cells);
    }
  else
    {
      KkrUnit unit = (KkrUnit) g_ascii_strtoll (field[3], NULL, 10);

      cells = split_cells (field[4]);
      if (g_str_equal (field[0], "text"))
        kkr_table_builder_add_text (builder, field[1], field[2], field[2],
                                    (const char *const *) cells);
      else if (g_str_equal (field[0], "ratio"))
        kkr_table_builder_add_ratio (builder, field[1], field[2], field[2], unit,
                                     (const char *const *) cells);
      else
        add_numbers (builder, field[0], field[1], field[2], unit, cells);
    }
}

/* One field as RFC 4180 has it; what ends it stays. */
static char *
take_csv_field (const char **csv, char separator)
{
  const char stops[] = { separator, '\r', '\n', '"', '\0' };
  GString *field = g_string_new (NULL);
  gsize n;

  if (**csv != '"')
    {
      n = strcspn (*csv, stops);
      g_string_append_len (field, *csv, (gssize) n);
      *csv += n;
      return g_string_free (field, FALSE);
    }
  for ((*csv)++; **csv != '"' || (*csv)[1] == '"'; (*csv)++)
    {
      g_assert_cmpint (**csv, !=, '\0');
      *csv += **csv == '"';
      g_string_append_c (field, **csv);
    }
  (*csv)++;
  return g_string_free (field, FALSE);
}

/* A record for the names and for each row, a field for each column, each as get_strings() has it
 * where `exactly`. */
static void
check_csv (KkrTable *table, const char *csv, char separator, gboolean exactly)
{
  g_autofree KkrColumn **columns = NULL;
  g_autoptr (GPtrArray) owned = NULL;
  gsize n_columns;

  columns = kkr_table_dup_columns (table, &n_columns);
  owned = g_ptr_array_new_with_free_func (g_object_unref);
  for (gsize i = 0; i < n_columns; i++)
    g_ptr_array_add (owned, columns[i]);
  for (guint record = 0; record <= kkr_table_get_n_rows (table); record++)
    {
      for (gsize i = 0; i < n_columns; i++)
        {
          g_auto (GStrv) strings = kkr_column_get_strings (columns[i]);
          g_autofree char *field = take_csv_field (&csv, separator);

          if (exactly)
            g_assert_cmpstr (field, ==, record == 0 ? kkr_column_get_name (columns[i])
                                                    : strings[record - 1]);
          if (i + 1 < n_columns)
            g_assert_cmpint (*csv++, ==, separator);
        }
      g_assert_true (g_str_has_prefix (csv, "\r\n"));
      csv += 2;
    }
  g_assert_cmpstr (csv, ==, "");
}

static void
check_json (KkrTable *table)
{
  g_autofree char *json = kkr_table_to_json (table);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonArray *columns;

  fuzz_check_text (json);
  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  columns = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                          "columns");
  g_assert_cmpuint (json_array_get_length (columns), ==,
                    g_list_model_get_n_items (kkr_table_get_columns (table)));
  for (guint i = 0; i < json_array_get_length (columns); i++)
    {
      JsonObject *column = json_array_get_object_element (columns, i);
      JsonArray *values = json_object_get_array_member (column, "values");
      KkrColumn *ours = kkr_table_get_column (table, json_object_get_string_member (column,
                                                                                    "name"));

      g_assert_nonnull (ours);
      g_assert_cmpuint (json_array_get_length (values), ==, kkr_table_get_n_rows (table));
      for (guint row = 0; row < json_array_get_length (values); row++)
        {
          g_assert_true (json_array_get_null_element (values, row) ==
                         (kkr_column_get_cell_status (ours, row) != KKR_CELL_STATUS_VALUE));
          if (kkr_column_get_kind (ours) == KKR_COLUMN_KIND_INT64 &&
              !json_array_get_null_element (values, row))
            g_assert_cmpint (json_array_get_int_element (values, row), ==,
                             kkr_column_get_int64 (ours, row));
        }
    }
}

/* A row is found by its key, or said to be one of several. */
static void
check_keys (KkrTable *table)
{
  for (guint row = 0; row < kkr_table_get_n_rows (table); row++)
    {
      g_autofree char *key = kkr_table_dup_row_key (table, row);
      g_autoptr (GError) error = NULL;
      gint64 found;

      if (key == NULL)
        continue;
      fuzz_check_text (key);
      found = kkr_table_find_row (table, key, &error);
      g_assert_cmpint (found, <, (gint64) kkr_table_get_n_rows (table));
      fuzz_settle (found >= 0, &error);
    }
}

static void
check (KkrTable *table)
{
  g_autofree char *csv = kkr_table_to_csv (table);
  g_autofree char *danish_csv = kkr_table_to_csv_danish (table);
  g_autofree char *repr = kkr_table___repr__ (table);

  fuzz_check_text (csv);
  fuzz_check_text (danish_csv);
  fuzz_check_text (repr);
  check_csv (table, csv, ',', TRUE);
  check_csv (table, danish_csv, ';', FALSE);
  check_json (table);
  check_keys (table);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *text = kkr_table_to_string_in (table, i == 0 ? "da" : "en");
      g_autofree char *html = kkr_table_to_html_in (table, i == 0 ? "da" : "en");

      fuzz_check_text (text);
      fuzz_check_text (html);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_text (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("shares", "Andele", "Shares");
  g_autoptr (KkrTable) table = NULL;
  char *rest = text, *line;

  while ((line = fuzz_next_line (&rest)) != NULL)
    call_builder (builder, line);
  table = kkr_table_builder_end (builder, &error);
  if (fuzz_settle (table != NULL, &error))
    check (table);
  return 0;
}

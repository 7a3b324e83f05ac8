/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-table-private.h>

/* Written by hand: json-glib prints doubles with all 17 digits, 0.1 as 0.10000000000000001. */

static void
append_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    if (*text == '"' || *text == '\\')
      g_string_append_printf (json, "\\%c", *text);
    else if ((guchar) *text < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) *text);
    else
      g_string_append_c (json, *text);
  g_string_append_c (json, '"');
}

static void
append_member (GString *json, const char *name, const char *text)
{
  g_string_append_printf (json, "\"%s\":", name);
  append_string (json, text);
}

static void
append_title (GString *json, const char *danish, const char *english)
{
  g_string_append (json, "\"title\":{");
  append_member (json, "da", danish);
  g_string_append_c (json, ',');
  append_member (json, "en", english);
  g_string_append_c (json, '}');
}

static void
append_value (GString *json, KkrColumn *column, guint row)
{
  g_autofree char *text = NULL;

  if (kkr_column_cell_status (column, row) != KKR_CELL_STATUS_VALUE)
    g_string_append (json, "null");
  else if (column->kind == KKR_COLUMN_KIND_INT64)
    g_string_append_printf (json, "%" G_GINT64_FORMAT, kkr_column_get_int64 (column, row));
  else if (column->kind == KKR_COLUMN_KIND_DOUBLE)
    {
      text = kkr_double_to_shortest (kkr_column_get_double (column, row));
      g_string_append (json, text);
    }
  else if (column->kind == KKR_COLUMN_KIND_TEXT)
    append_string (json, kkr_column_get_label (column, row, NULL));
  else
    {
      text = kkr_column_dup_exact (column, row);
      append_string (json, text);
    }
}

static void
append_total (GString *json, KkrColumn *column)
{
  g_autofree char *total = NULL;

  g_string_append (json, ",\"total\":");
  if (column->kind == KKR_COLUMN_KIND_DOUBLE)
    total = kkr_double_to_shortest (kkr_rational_to_double (&column->total));
  else
    total = kkr_rational_to_string (&column->total);
  if (column->kind == KKR_COLUMN_KIND_RATIO)
    append_string (json, total);
  else
    g_string_append (json, total);
  if (column->total_qualifier == KKR_QUALIFIER_UNSET)
    return;
  g_string_append_c (json, ',');
  append_member (json, "total_qualifier", kkr_qualifier_to_string (column->total_qualifier));
}

static void
append_qualifiers (GString *json, KkrColumn *column)
{
  if (column->qualifiers == NULL)
    return;
  g_string_append (json, ",\"qualifier\":[");
  for (guint row = 0; row < column->length; row++)
    {
      g_string_append (json, row > 0 ? "," : "");
      append_string (json, kkr_qualifier_to_string (kkr_column_get_cell_qualifier (column, row)));
    }
  g_string_append_c (json, ']');
}

static void
append_column (GString *json, KkrColumn *column)
{
  g_string_append_c (json, '{');
  append_member (json, "name", column->name);
  g_string_append_c (json, ',');
  append_title (json, column->danish, column->english);
  g_string_append_c (json, ',');
  append_member (json, "kind", kkr_column_kind_to_string (column->kind));
  g_string_append_c (json, ',');
  append_member (json, "unit", kkr_unit_to_string (column->unit));
  g_string_append (json, ",\"values\":[");
  for (guint row = 0; row < column->length; row++)
    {
      g_string_append (json, row > 0 ? "," : "");
      append_value (json, column, row);
    }
  g_string_append_c (json, ']');
  if (column->n_without_value > 0)
    {
      g_string_append (json, ",\"status\":[");
      for (guint row = 0; row < column->length; row++)
        g_string_append_printf (json, "%s%u", row > 0 ? "," : "",
                                (guint) kkr_column_cell_status (column, row));
      g_string_append_c (json, ']');
    }
  append_qualifiers (json, column);
  if (column->has_total)
    append_total (json, column);
  g_string_append_c (json, '}');
}

/**
 * kkr_table_to_json:
 * @self: a table
 *
 * Writes the table as one JSON object, in one line:
 *
 * ```json
 * {"name": "", "title": {"da": "", "en": ""}, "key": [""], "columns": [
 *   {"name": "", "title": {"da": "", "en": ""}, "kind": "", "unit": "",
 *    "values": [], "status": [], "qualifier": [], "total": 0, "total_qualifier": ""}]}
 * ```
 *
 * `kind` and `unit` are the nicks of [enum@ColumnKind] and [enum@Unit]. Values are in the column's
 * own unit, nothing is lost: whole numbers are integers (amounts in øre), fractions are exact texts
 * (`"27/10"`), doubles are the shortest number that reads back, dates ISO 8601 texts, and `null`
 * stands where there is no value. `status` is there if one value lacks: 0 for a value, 1 for
 * missing, 2 for suppressed, 3 for not applicable. `qualifier` is there if a number has one: nicks
 * of [enum@Qualifier]. `total` is there if there is one, and `total_qualifier` if that has one.
 *
 * Returns: (transfer full): the JSON
 *
 * Since: 0.1
 */
char *
kkr_table_to_json (KkrTable *self)
{
  GString *json;

  g_return_val_if_fail (KKR_IS_TABLE (self), NULL);
  json = g_string_new ("{");
  append_member (json, "name", kkr_table_get_name (self));
  g_string_append_c (json, ',');
  append_title (json, kkr_table_get_title_in (self, "da"), kkr_table_get_title_in (self, "en"));
  g_string_append (json, ",\"key\":[");
  for (guint i = 0; self->key_columns[i] != NULL; i++)
    {
      g_string_append (json, i > 0 ? "," : "");
      append_string (json, self->key_columns[i]);
    }
  g_string_append (json, "],\"columns\":[");
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_string_append (json, i > 0 ? "," : "");
      append_column (json, self->columns[i]);
    }
  g_string_append (json, "]}");
  return g_string_free (json, FALSE);
}

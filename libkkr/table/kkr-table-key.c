/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-table-private.h>

#include <libkkr/base/kkr-format-private.h>

/**
 * kkr_table_dup_row_key:
 * @self: a table
 * @row: a row, from 0
 *
 * Gives the key of a row, which [method@Table.find_row] finds: the text of the last key column if
 * no two rows share one, else the texts of all key columns joined by `/`; in a table without key
 * columns the number of the row. In the table of a batch the number of the scenario stands before
 * the key: `3/Rebild`.
 *
 * Returns: (transfer full) (nullable): the key, %NULL for a row past the end
 *
 * Since: 0.1
 */
char *
kkr_table_dup_row_key (KkrTable *self, guint row)
{
  guint n_keys, first;
  GString *key;

  g_return_val_if_fail (KKR_IS_TABLE (self), NULL);
  if (row >= self->n_rows)
    return NULL;
  if (self->rows != NULL)
    return kkr_table_dup_scenario_row_key (self, row);
  n_keys = g_strv_length (self->key_columns);
  if (n_keys == 0)
    return g_strdup_printf ("%u", row);
  key = g_string_new (NULL);
  first = kkr_table_last_key_is_unique (self) ? n_keys - 1 : 0;
  for (guint i = first; i < n_keys; i++)
    {
      KkrColumn *column = kkr_table_find_column (self, self->key_columns[i]);
      g_autofree char *text = kkr_column_dup_plain (column, row);

      g_string_append_printf (key, "%s%s", i > first ? "/" : "", text);
    }
  return g_string_free (key, FALSE);
}

static gboolean
labels_are_unique (KkrColumn *column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (column->length > column->n_labels)
    return FALSE;
  for (guint row = 0; row < column->length; row++)
    if (!g_hash_table_add (seen, kkr_text_fold (kkr_column_get_label (column, row, NULL))))
      return FALSE;
  return TRUE;
}

static gboolean
numbers_are_unique (KkrColumn *column)
{
  const gint64 *values = column->values;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint row = 1;

  /* Codes mostly ascend. */
  while (row < column->length && values[row - 1] < values[row])
    row++;
  if (row >= column->length)
    return TRUE;
  for (row = 0; row < column->length; row++)
    if (!g_hash_table_add (seen, (gpointer) &values[row]))
      return FALSE;
  return TRUE;
}

static gboolean
compute_last_key_is_unique (KkrTable *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_keys = g_strv_length (self->key_columns);
  KkrColumn *last;

  if (n_keys == 0)
    return FALSE;
  last = kkr_table_find_column (self, self->key_columns[n_keys - 1]);
  if (last->n_without_value > 0)
    return FALSE;
  if (last->kind == KKR_COLUMN_KIND_TEXT)
    return labels_are_unique (last);
  if (last->kind == KKR_COLUMN_KIND_INT64)
    return numbers_are_unique (last);
  for (guint row = 0; row < last->length; row++)
    if (!g_hash_table_add (seen, kkr_column_dup_plain (last, row)))
      return FALSE;
  return TRUE;
}

gboolean
kkr_table_last_key_is_unique (KkrTable *self)
{
  if (g_once_init_enter (&self->last_key))
    g_once_init_leave (&self->last_key, compute_last_key_is_unique (self) ? 2 : 1);
  return self->last_key == 2;
}

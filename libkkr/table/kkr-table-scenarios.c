/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-table-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/table/kkr-column-joiner-private.h>

/* Columns of the same name in all lists of keys, one after the other. */
static KkrColumn *
join_lists (KkrTable *const *keys, guint n_keys, const char *name, GError **error)
{
  g_autoptr (KkrColumnJoiner) joiner = kkr_column_joiner_new ();

  if (n_keys == 1)
    return g_object_ref (kkr_table_find_column (keys[0], name));
  for (guint i = 0; i < n_keys; i++)
    {
      KkrColumn *column = kkr_table___getitem__ (keys[i], name, error);

      if (column == NULL || !kkr_column_joiner_add (joiner, column, error))
        return NULL;
    }
  return kkr_column_joiner_end (joiner);
}

static void
keep_rows (KkrTable *self, KkrScenarioRows *rows, KkrTable *const *keys, guint n_keys)
{
  self->rows = kkr_scenario_rows_ref (rows);
  self->keys = g_new (KkrTable *, n_keys);
  for (guint i = 0; i < n_keys; i++)
    self->keys[i] = g_object_ref (keys[i]);
  self->n_keys = n_keys;
}

KkrTable *
kkr_table_new_scenarios (const char *name, const char *danish, const char *english,
                         KkrScenarioRows *rows, KkrTable *const *keys, guint n_keys,
                         KkrColumn *const *columns, guint n_columns, GError **error)
{
  const char *const none[] = { NULL };
  const char *const *names = n_keys > 0 ? kkr_table_get_key_columns (keys[0]) : none;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GStrvBuilder) key_columns = g_strv_builder_new ();
  KkrTable *self;
  guint n;

  g_strv_builder_add (key_columns, "scenario");
  g_ptr_array_add (all, kkr_column_new_scenarios ("scenario", "Scenarie", "Scenario", rows));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (KkrColumn) joined = join_lists (keys, n_keys, names[i], error);

      if (joined == NULL)
        return NULL;
      g_strv_builder_add (key_columns, names[i]);
      g_ptr_array_add (all, kkr_column_new_repeated (joined, rows));
    }
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (all, g_object_ref (columns[i]));
  n = all->len;
  g_ptr_array_set_free_func (all, NULL);
  self = kkr_table_new_take (name, danish, english, kkr_scenario_rows_get_n_rows (rows),
                             (KkrColumn **) g_ptr_array_steal (all, NULL), n,
                             g_strv_builder_end (key_columns));
  keep_rows (self, rows, keys, n_keys);
  return self;
}

void
kkr_table_clear_scenarios (KkrTable *self)
{
  g_clear_pointer (&self->rows, kkr_scenario_rows_unref);
  for (guint i = 0; i < self->n_keys; i++)
    g_object_unref (self->keys[i]);
  g_free (self->keys);
}

KkrScenarioRows *
kkr_table_get_scenario_rows (KkrTable *self)
{
  return self->rows;
}

static KkrColumn *
cut_column (KkrColumn *column, guint first, guint n)
{
  KkrColumn *cut = kkr_column_new (column->name, column->danish, column->english, column->kind,
                                   column->unit);
  gint64 *cells = kkr_memory_new (n * sizeof *cells);

  memcpy (cells, (const gint64 *) column->values + first, n * sizeof *cells);
  kkr_column_take_values (cut, kkr_memory_to_bytes (cells, n * sizeof *cells), cells, n);
  for (guint row = 0; row < n; row++)
    if (kkr_column_cell_status (column, first + row) != KKR_CELL_STATUS_VALUE)
      kkr_column_set_status (cut, row, kkr_column_cell_status (column, first + row));
  return cut;
}

KkrTable *
kkr_table_cut_scenario (KkrTable *self, guint scenario)
{
  KkrTable *keys = self->keys[kkr_scenario_rows_get_list (self->rows, scenario)];
  KkrColumn **columns = g_new0 (KkrColumn *, (gsize) self->n_columns + 1);
  guint first, n_rows, n = 0;

  kkr_scenario_rows_get_range (self->rows, scenario, &first, &n_rows);
  for (guint i = 0; i < keys->n_columns; i++)
    columns[n++] = g_object_ref (keys->columns[i]);
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i]->rows == NULL && self->columns[i]->kind == KKR_COLUMN_KIND_INT64)
      columns[n++] = cut_column (self->columns[i], first, n_rows);
  return kkr_table_new_take (self->name, self->danish, self->english, n_rows, columns, n,
                             g_strdupv (keys->key_columns));
}

char *
kkr_table_dup_scenario_row_key (KkrTable *self, guint row)
{
  guint within, scenario = kkr_scenario_rows_find (self->rows, row, &within);
  KkrTable *keys = self->keys[kkr_scenario_rows_get_list (self->rows, scenario)];
  g_autofree char *key = kkr_table_dup_row_key (keys, within);

  return g_strdup_printf ("%u/%s", scenario, key);
}

/* "3/Rebild": the scenario, and the key of one of its rows, which may hold slashes too. */
static const char *
split_key (const char *key, gint64 *scenario)
{
  const char *slash = strchr (key, '/');
  g_autofree char *number = slash != NULL ? g_strndup (key, (gsize) (slash - key)) : g_strdup (key);

  if (g_ascii_string_to_signed (g_strstrip (number), 10, 0, G_MAXUINT, scenario, NULL))
    return slash != NULL ? slash + 1 : key + strlen (key);
  return NULL;
}

static gint64
report_key (KkrTable *self, const char *key, GError **error)
{
  g_autofree char *quoted = kkr_text_quote (key);
  g_autofree char *example = self->n_rows > 0 ? kkr_table_dup_row_key (self, 0) : g_strdup ("");

  if (self->n_rows > 0)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                 _("no such row in table \"%s\": %s found, the number of one of its %u scenarios "
                   "and a key expected, such as \"%s\""), kkr_table_get_name (self), quoted,
                 kkr_scenario_rows_get_n_scenarios (self->rows), example);
  else
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                 _("no such row in table \"%s\": %s found, no key expected"),
                 kkr_table_get_name (self), quoted);
  return -1;
}

gint64
kkr_table_find_scenario_row (KkrTable *self, const char *key, GError **error)
{
  gint64 scenario, row;
  guint first, n_rows;
  const char *rest = split_key (key, &scenario);

  if (rest == NULL || !kkr_scenario_rows_get_range (self->rows, scenario, &first, &n_rows))
    {
      scenario = 0;
      rest = key;
      if (kkr_scenario_rows_get_n_scenarios (self->rows) != 1 ||
          !kkr_scenario_rows_get_range (self->rows, 0, &first, &n_rows))
        return report_key (self, key, error);
    }
  else if (*rest == '\0' && n_rows == 1)
    return first;
  else if (*rest == '\0' && kkr_scenario_rows_get_n_scenarios (self->rows) > 1)
    return report_key (self, key, error);
  else if (*rest == '\0')
    rest = key;
  row = kkr_table_find_row (self->keys[kkr_scenario_rows_get_list (self->rows, (guint) scenario)],
                            rest, error);
  return row >= 0 ? first + row : -1;
}

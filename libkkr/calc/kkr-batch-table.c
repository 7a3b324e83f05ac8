/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-batch-run-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/table/kkr-column-private.h>
#include <libkkr/table/kkr-table-private.h>

/* So many lists of keys are looked at: more may be kept twice, which changes nothing. */
#define LISTS_COMPARED 8

KkrTable *
kkr_batch_make_keys (KkrTable *table, const char *const *names)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  guint n;

  for (guint i = 0; names == NULL ? i < table->n_columns : names[i] != NULL; i++)
    {
      KkrColumn *column = names == NULL ? table->columns[i]
                                        : kkr_table_find_column (table, names[i]);

      g_ptr_array_add (columns, g_object_ref (column));
      g_strv_builder_add (kept, column->name);
    }
  n = columns->len;
  return kkr_table_new_take (table->name, table->danish, table->english, table->n_rows,
                             (KkrColumn **) g_ptr_array_steal (columns, NULL), n,
                             g_strv_builder_end (kept));
}

static gboolean
same_cell (KkrColumn *a, KkrColumn *b, guint row)
{
  KkrCellStatus status = kkr_column_get_cell_status (a, row);
  KkrRational x, y;

  if (status != kkr_column_get_cell_status (b, row) ||
      kkr_column_get_cell_qualifier (a, row) != kkr_column_get_cell_qualifier (b, row))
    return FALSE;
  if (status != KKR_CELL_STATUS_VALUE)
    return TRUE;
  if (a->kind == KKR_COLUMN_KIND_TEXT)
    return g_str_equal (kkr_column_get_label (a, row, NULL), kkr_column_get_label (b, row, NULL));
  if (a->kind == KKR_COLUMN_KIND_INT64 || a->kind == KKR_COLUMN_KIND_DATE)
    return kkr_column_get_int64 (a, row) == kkr_column_get_int64 (b, row);
  return kkr_column_get_exact (a, row, &x) && kkr_column_get_exact (b, row, &y) &&
         kkr_rational_compare (&x, &y) == 0;
}

static gboolean
same_keys (KkrTable *a, KkrTable *b)
{
  if (a->n_rows != b->n_rows || a->n_columns != b->n_columns)
    return FALSE;
  for (guint i = 0; i < a->n_columns; i++)
    {
      KkrColumn *one = a->columns[i], *other = b->columns[i];

      if (one->kind != other->kind || !g_str_equal (one->name, other->name))
        return FALSE;
      for (guint row = 0; row < a->n_rows; row++)
        if (!same_cell (one, other, row))
          return FALSE;
    }
  return TRUE;
}

/* "service (text, none), year (int64, years)" */
static char *
describe_keys (KkrTable *keys)
{
  GString *text = g_string_new (keys->n_columns == 0 ? "-" : NULL);

  for (guint i = 0; i < keys->n_columns; i++)
    g_string_append_printf (text, "%s%s (%s, %s)", i > 0 ? ", " : "", keys->columns[i]->name,
                            kkr_column_kind_to_string (keys->columns[i]->kind),
                            kkr_unit_to_string (keys->columns[i]->unit));
  return g_string_free (text, FALSE);
}

gboolean
kkr_batch_check_names (const char *table, const char *const *names, GError **error)
{
  if (!g_strv_contains (names, "scenario"))
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
               _("table \"%s\": a column \"scenario\" found, another name expected, since the "
                 "scenarios are numbered in a column of that name"), table);
  return FALSE;
}

gboolean
kkr_batch_check_keys (KkrBatch *self, KkrTable *keys, GError **error)
{
  KkrTable *first = self->lists->len > 0 ? self->lists->pdata[0] : keys;
  g_autofree char *found = NULL, *expected = NULL;
  gboolean same = first->n_columns == keys->n_columns;

  for (guint i = 0; same && i < keys->n_columns; i++)
    same = g_str_equal (first->columns[i]->name, keys->columns[i]->name) &&
           first->columns[i]->kind == keys->columns[i]->kind &&
           first->columns[i]->unit == keys->columns[i]->unit;
  if (same)
    return TRUE;
  found = describe_keys (keys);
  expected = describe_keys (first);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
               _("the key columns change between scenarios: %s found, %s expected"), found,
               expected);
  return FALSE;
}

guint
kkr_batch_add_keys (KkrBatch *self, KkrTable *keys)
{
  guint n = self->lists->len;

  for (guint i = n; i > 0 && i + LISTS_COMPARED > n; i--)
    if (same_keys (self->lists->pdata[i - 1], keys))
      return i - 1;
  g_ptr_array_add (self->lists, g_object_ref (keys));
  return n;
}

guint *
kkr_batch_place_lists (KkrBatch *self)
{
  guint *first = g_new (guint, self->lists->len), at = 0;

  for (guint i = 0; i < self->lists->len; i++)
    {
      first[i] = at;
      at += kkr_table_get_n_rows (self->lists->pdata[i]);
    }
  return first;
}

KkrTable *
kkr_batch_make_table (KkrBatch *self, const char *name, KkrScenarioRows *rows,
                      KkrColumn *const *columns, guint n_columns, GError **error)
{
  gboolean has_title = self->lists->len > 0 && !self->titles_differ;
  KkrTable *first = has_title ? self->lists->pdata[0] : NULL;
  const char *danish = first != NULL ? kkr_table_get_title_in (first, "da")
                                     : kkr_calculator_get_title_in (self->calculator, "da");
  const char *english = first != NULL ? kkr_table_get_title_in (first, "en")
                                      : kkr_calculator_get_title_in (self->calculator, "en");

  return kkr_table_new_scenarios (name, danish, english, rows,
                                  (KkrTable *const *) self->lists->pdata, self->lists->len, columns,
                                  n_columns, error);
}

/* Which columns a result would have nobody knows without one, but for those that were asked for. */
KkrTable *
kkr_batch_make_empty (KkrBatch *self, GError **error)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_GET_CLASS (self->calculator);
  const KkrBatchClass *klass = self->klass;
  const char *const main_column[] = { calculator_class->main_column, NULL };
  const char *const *names = self->asked != NULL ? (const char *const *) self->asked : main_column;
  g_autoptr (KkrScenarioRows) rows = kkr_scenario_rows_new_even (0, 0);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_object_unref);

  if (!kkr_batch_check_names (self->table != NULL ? self->table
                                                  : kkr_calculator_get_name (self->calculator),
                              names, error))
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (columns,
                     klass != NULL ? kkr_column_new (klass->column, klass->danish, klass->english,
                                                     KKR_COLUMN_KIND_INT64, klass->unit)
                                   : kkr_column_new (names[i], names[i], names[i],
                                                     KKR_COLUMN_KIND_INT64, KKR_UNIT_NONE));
  return kkr_batch_make_table (self,
                               klass != NULL         ? klass->table
                               : self->table != NULL ? self->table
                                                     : kkr_calculator_get_name (self->calculator),
                               rows, (KkrColumn *const *) columns->pdata, columns->len, error);
}

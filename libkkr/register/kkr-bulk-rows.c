/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/register/kkr-bulk-store-private.h>
#include <libkkr/table/kkr-column-private.h>

gboolean
kkr_bulk_rows_init (KkrBulkRows *rows, KkrStore *store, KkrBulkId id, GError **error)
{
  guint n = 0;

  *rows = (KkrBulkRows) { .kind = &kkr_bulk_kinds[id] };
  rows->table = kkr_bulk_make_table (store, id, error);
  if (rows->table == NULL)
    return FALSE;
  rows->n_rows = kkr_table_get_n_rows (rows->table);
  for (guint i = 0; i < rows->kind->n_fields; i++)
    {
      const KkrField *field = &rows->kind->fields[i];
      gboolean period = field->kind == KKR_FIELD_PERIOD;

      rows->places[i] = n;
      rows->columns[n++] = kkr_table_get_column (rows->table, period ? "valid-from" : field->name);
      if (period)
        rows->columns[n++] = kkr_table_get_column (rows->table, "valid-until");
    }
  return TRUE;
}

void
kkr_bulk_rows_clear (KkrBulkRows *rows)
{
  g_clear_object (&rows->table);
}

static char *
number_text (const KkrField *field, gint64 number)
{
  const char *sign = number < 0 ? "-" : "";

  if (field->kind == KKR_FIELD_REFERENCE)
    return g_strdup_printf ("%03lld", (long long) number);
  if (field->kind != KKR_FIELD_MONEY)
    return g_strdup_printf ("%lld", (long long) number);
  if (number % 100 == 0)
    return g_strdup_printf ("%lld", (long long) (number / 100));
  return g_strdup_printf ("%s%lld.%02lld", sign, ABS ((long long) (number / 100)),
                          ABS ((long long) (number % 100)));
}

static char *
period_text (const KkrBulkRows *rows, guint place, guint row)
{
  gint32 from = ((const gint32 *) rows->columns[place]->values)[row];
  gint32 until = ((const gint32 *) rows->columns[place + 1]->values)[row];

  /* A cell without a value is an open end. */
  if (kkr_column_get_cell_status (rows->columns[place], row) != KKR_CELL_STATUS_VALUE)
    from = KKR_DATE_MIN;
  if (kkr_column_get_cell_status (rows->columns[place + 1], row) != KKR_CELL_STATUS_VALUE)
    until = KKR_DATE_MAX;
  return kkr_period_text (from, until, KKR_DATE_PRECISION_UNSET, KKR_DATE_PRECISION_UNSET);
}

char *
kkr_bulk_rows_dup_text (const KkrBulkRows *rows, guint field, guint row)
{
  guint place = rows->places[field];
  const KkrField *found = &rows->kind->fields[field];
  const KkrColumn *column = rows->columns[place];

  if (found->kind == KKR_FIELD_PERIOD)
    return period_text (rows, place, row);
  if (kkr_column_get_cell_status (rows->columns[place], row) != KKR_CELL_STATUS_VALUE)
    return NULL;
  if (kkr_bulk_storage (found) == KKR_BULK_NUMBER)
    return number_text (found, ((const gint64 *) column->values)[row]);
  return g_strdup (column->labels[((const gint32 *) column->values)[row]]);
}

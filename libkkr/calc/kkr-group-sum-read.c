/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-group-sum-private.h>

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>

KkrGroupCall *
kkr_group_call_new_for_bytes (GBytes *keys, GBytes *values, GBytes *statuses, KkrUnit unit,
                              int n_threads)
{
  KkrGroupCall *call = g_new0 (KkrGroupCall, 1);

  call->keys = g_bytes_ref (keys);
  call->values = g_bytes_ref (values);
  call->statuses = statuses != NULL ? g_bytes_ref (statuses) : NULL;
  call->unit = unit;
  call->n_threads = n_threads;
  return call;
}

KkrGroupCall *
kkr_group_call_new_for_table (KkrTable *table, const char *key, const char *value, int n_threads,
                              GError **error)
{
  KkrColumn *keys = kkr_table___getitem__ (table, key, error);
  KkrColumn *values = keys != NULL ? kkr_table___getitem__ (table, value, error) : NULL;
  KkrGroupCall *call;

  if (values == NULL)
    return NULL;
  if (kkr_column_get_kind (values) != KKR_COLUMN_KIND_INT64)
    {
      g_autofree char *quoted = kkr_text_quote (value);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("column %s cannot be added up exactly: kind %s found, whole numbers (int64) "
                     "expected"), quoted,
                   kkr_column_kind_to_string (kkr_column_get_kind (values)));
      return NULL;
    }
  call = g_new0 (KkrGroupCall, 1);
  call->key = g_object_ref (keys);
  call->value = g_object_ref (values);
  call->unit = kkr_column_get_unit (values);
  call->n_threads = n_threads;
  return call;
}

void
kkr_group_call_free (KkrGroupCall *call)
{
  g_clear_pointer (&call->keys, g_bytes_unref);
  g_clear_pointer (&call->values, g_bytes_unref);
  g_clear_pointer (&call->statuses, g_bytes_unref);
  g_clear_object (&call->key);
  g_clear_object (&call->value);
  g_free (call->stand_ins);
  g_free (call->fractions);
  g_free (call);
}

/* NumPy and typed arrays begin on a boundary, what is cut out of other bytes may not. */
static gboolean
check_boundary (const char *name, gconstpointer start, gsize width, GError **error)
{
  const gsize past = (gsize) start % width;

  if (past == 0)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("%s: not on a boundary of %zu bytes: bytes found that begin %zu bytes past one, 0 "
                 "expected"), name, width, past);
  return FALSE;
}

static gboolean
read_values (KkrGroupCall *call, GError **error)
{
  const gsize width = sizeof *call->rows.values;
  gsize size;

  call->rows.values = g_bytes_get_data (call->values, &size);
  if (size % width != 0)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("%s: not a row of 64-bit numbers: %zu bytes found, a multiple of 8 expected"),
                   "values", size);
      return FALSE;
    }
  call->rows.n_rows = size / width;
  return check_boundary ("values", call->rows.values, width, error);
}

static gboolean
read_keys (KkrGroupCall *call, GError **error)
{
  const gsize n = call->rows.n_rows;
  gsize size;
  guint width;

  call->rows.keys = g_bytes_get_data (call->keys, &size);
  for (width = 8; width >= 2 && (size % width != 0 || size / width != n); width /= 2)
    ;
  if (width < 2)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("keys: not as long as the values: %zu bytes found, 2, 4 or 8 for each of %zu "
                     "values expected"), size, n);
      return FALSE;
    }
  call->rows.key_width = width;
  return check_boundary ("keys", call->rows.keys, width, error);
}

static gboolean
read_statuses (KkrGroupCall *call, GError **error)
{
  gsize size;

  if (call->statuses == NULL)
    return TRUE;
  call->rows.statuses = g_bytes_get_data (call->statuses, &size);
  if (size == call->rows.n_rows)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
               _("statuses: not as long as the values: %zu bytes found, one for each of %zu values "
                 "expected"), size, call->rows.n_rows);
  return FALSE;
}

/* Whole numbers that ascend as the doubles do, and G_MININT64 for none. */
static void
stand_in_for_doubles (KkrGroupCall *call, const gdouble *doubles, gsize n)
{
  gint64 *numbers = g_new (gint64, n + 1);

  for (gsize i = 0; i < n && !kkr_group_call_stops (call, i); i++)
    {
      /* Minus nought is nought. */
      const gdouble value = doubles[i] + 0.0;

      memcpy (&numbers[i], &value, sizeof value);
      if (isnan (value))
        numbers[i] = G_MININT64;
      else
        numbers[i] ^= (numbers[i] >> 63) & G_MAXINT64;
    }
  call->stand_ins = numbers;
  call->rows.key_width = sizeof *numbers;
}

static guint
hash_fraction (gconstpointer fraction)
{
  const KkrRational *value = fraction;
  const guint64 bits = (guint64) value->num * 0x9e3779b97f4a7c15 ^ (guint64) value->den;

  return (guint) (bits >> 32) ^ (guint) bits;
}

static gboolean
are_equal_fractions (gconstpointer a, gconstpointer b)
{
  const KkrRational *one = a, *two = b;

  return one->num == two->num && one->den == two->den;
}

/* The number of each fraction in the order of their first rows; the groups are sorted later. */
static void
stand_in_for_fractions (KkrGroupCall *call, KkrColumn *column, guint n)
{
  g_autoptr (GHashTable) known = g_hash_table_new (hash_fraction, are_equal_fractions);
  KkrRational *fractions = g_new (KkrRational, (gsize) n + 1);
  gint32 *numbers = g_new (gint32, (gsize) n + 1);
  guint n_fractions = 0;

  for (guint i = 0; i < n && !kkr_group_call_stops (call, i); i++)
    {
      KkrRational *fraction = &fractions[n_fractions];
      gpointer number;

      if (!kkr_column_get_exact (column, i, fraction))
        number = GINT_TO_POINTER (G_MININT32);
      else if (!g_hash_table_lookup_extended (known, fraction, NULL, &number))
        {
          number = GUINT_TO_POINTER (n_fractions++);
          g_hash_table_insert (known, fraction, number);
        }
      numbers[i] = GPOINTER_TO_INT (number);
    }
  call->stand_ins = numbers;
  call->fractions = fractions;
  call->rows.key_width = sizeof *numbers;
}

static void
read_columns (KkrGroupCall *call)
{
  const guint n = kkr_column_get_length (call->key);

  call->rows.n_rows = n;
  call->rows.values = g_bytes_get_data (kkr_column_get_bytes (call->value), NULL);
  if (call->value->n_without_value > 0)
    call->rows.statuses = g_bytes_get_data (kkr_column_get_status (call->value), NULL);
  call->rows.keys = g_bytes_get_data (kkr_column_get_bytes (call->key), NULL);
  switch (kkr_column_get_kind (call->key))
    {
    case KKR_COLUMN_KIND_INT64:
      call->rows.key_width = sizeof (gint64);
      break;
    case KKR_COLUMN_KIND_TEXT:
    case KKR_COLUMN_KIND_DATE:
      call->rows.key_width = sizeof (gint32);
      break;
    case KKR_COLUMN_KIND_DOUBLE:
      stand_in_for_doubles (call, call->rows.keys, n);
      break;
    case KKR_COLUMN_KIND_RATIO:
      stand_in_for_fractions (call, call->key, n);
      break;
    case KKR_COLUMN_KIND_UNSET:
    default:
      g_assert_not_reached ();
    }
  if (call->stand_ins != NULL)
    call->rows.keys = call->stand_ins;
}

static gboolean
check_unit (KkrUnit unit, GError **error)
{
  if (unit > KKR_UNIT_UNSET && unit <= KKR_UNIT_COUNT)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("no such unit: %d found, one of the values of KkrUnit but UNSET expected"),
               (int) unit);
  return FALSE;
}

gboolean
kkr_group_call_read (KkrGroupCall *call, GError **error)
{
  if (!check_unit (call->unit, error))
    return FALSE;
  if (call->key != NULL)
    read_columns (call);
  else if (!read_values (call, error) || !read_keys (call, error) || !read_statuses (call, error))
    return FALSE;
  if (call->stopped)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _("the calculation was cancelled"));
      return FALSE;
    }
  return kkr_parallel_count_threads (call->n_threads, call->rows.n_rows, KKR_GROUP_SUM_BLOCK,
                                     &call->rows.n_threads, error);
}

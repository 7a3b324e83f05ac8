/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-apportion-table-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error-private.h>

/* More than any share comes to while the sums do not hold yet. */
#define MAX_UNITS ((guint64) 1 << 62)

static gboolean
check_size (const KkrTableTask *self, GError **error)
{
  gsize n_rows = self->n[KKR_FLOW_ROWS], n_columns = self->n[KKR_FLOW_COLUMNS];

  if (n_rows == 0)
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("no row totals: 0 found, 1 or more expected"));
  if (n_columns == 0)
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("no column totals: 0 found, 1 or more expected"));
  if (n_columns > KKR_APPORTION_TABLE_MAX_CELLS / n_rows)
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("too many cells: %zu rows of %zu found, at most %d cells expected"),
                       n_rows, n_columns, KKR_APPORTION_TABLE_MAX_CELLS);
  if (self->weights != NULL && self->n_weights != n_rows * n_columns)
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("weights do not fill the table: %zu found, %zu (%zu rows of %zu) "
                         "expected"),
                       self->n_weights, n_rows * n_columns, n_rows, n_columns);
  if (self->unit <= 0)
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("unit is not positive: %lld found, 1 or more expected"),
                       (long long) self->unit);
  return TRUE;
}

static gboolean
check_total (const KkrTableTask *self, guint side, gsize i, GError **error)
{
  gint64 total = self->totals[side][i];

  if (total == G_MININT64)
    return kkr_refuse (error, KKR_CALC_ERROR_OVERFLOW,
                       _("total has no positive counterpart: %lld found, -9223372036854775807 or "
                         "more expected"), (long long) total);
  if (total % self->unit == 0)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               side == KKR_FLOW_ROWS
                 ? _("total of row %zu, counted from 0, is not a multiple of the unit: %lld with "
                     "the rest %lld found, a multiple of %lld expected")
                 : _("total of column %zu, counted from 0, is not a multiple of the unit: %lld "
                     "with the rest %lld found, a multiple of %lld expected"),
               i, (long long) total, (long long) (total % self->unit), (long long) self->unit);
  return FALSE;
}

static gboolean
check_totals (const KkrTableTask *self, KkrInt128 *sums, GError **error)
{
  gint64 least = 0, most = 0;

  for (guint side = 0; side < 2; side++)
    for (gsize i = 0; i < self->n[side]; i++)
      {
        if (!check_total (self, side, i, error))
          return FALSE;
        least = MIN (least, self->totals[side][i]);
        most = MAX (most, self->totals[side][i]);
        sums[side] += self->totals[side][i];
      }
  if (least < 0 && most > 0)
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("totals have different signs: %lld and %lld found, one sign expected"),
                       (long long) least, (long long) most);
  return TRUE;
}

static gboolean
check_sums (KkrTableTask *self, GError **error)
{
  KkrInt128 sums[2] = { 0, 0 };

  if (!check_totals (self, sums, error))
    return FALSE;
  if (sums[0] != sums[1])
    {
      g_autofree char *rows = kkr_int128_to_string (sums[0]);
      g_autofree char *columns = kkr_int128_to_string (sums[1]);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("row totals and column totals do not agree: the sums %s and %s found, one "
                     "sum expected"), rows, columns);
      return FALSE;
    }
  self->signed_unit = sums[0] < 0 ? -self->unit : self->unit;
  if (sums[0] / self->signed_unit > MAX_UNITS)
    {
      g_autofree char *text = kkr_int128_to_string (sums[0] / self->signed_unit);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW,
                   _("sum of the totals does not fit: %s units found, at most %lld expected"),
                   text, (long long) MAX_UNITS);
      return FALSE;
    }
  self->sum_of_units = (guint64) (sums[0] / self->signed_unit);
  return TRUE;
}

static gboolean
check_weights (KkrTableTask *self, GError **error)
{
  KkrInt128 sum = 0;

  if (self->weights == NULL)
    {
      self->sum = self->sum_of_units;
      return TRUE;
    }
  for (gsize i = 0; i < self->n_weights; i++)
    {
      if (i % KKR_FLOW_CELLS_BETWEEN == 0 && !kkr_flow_check_cancelled (self->cancellable, error))
        return FALSE;
      if (self->weights[i] < 0)
        {
          gsize n_columns = self->n[KKR_FLOW_COLUMNS];

          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("weight in row %zu and column %zu, counted from 0, is negative: %lld "
                         "found, 0 or more expected"), i / n_columns, i % n_columns,
                       (long long) self->weights[i]);
          return FALSE;
        }
      self->has_zeros |= self->weights[i] == 0;
      sum += self->weights[i];
    }
  if (sum == 0)
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("all weights are zero: 0 found, a sum of 1 or more expected"));
  if (sum > G_MAXINT64)
    {
      g_autofree char *text = kkr_int128_to_string (sum);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW,
                   _("sum of the weights does not fit: %s found, at most %lld expected"), text,
                   (long long) G_MAXINT64);
      return FALSE;
    }
  self->sum = (guint64) sum;
  return TRUE;
}

/* FALSE when cancelled. */
static gboolean
find_divisor (KkrTableTask *self, GError **error)
{
  const gsize n = self->weights == NULL ? self->n[KKR_FLOW_ROWS] : self->n_weights;
  const guint64 *parts = self->weights == NULL ? self->units[KKR_FLOW_ROWS]
                                               : (const guint64 *) self->weights;
  KkrUint128 divisor = 0;

  for (gsize i = 0; i < n && divisor != 1; i++)
    {
      if (i % KKR_FLOW_CELLS_BETWEEN == 0 && !kkr_flow_check_cancelled (self->cancellable, error))
        return FALSE;
      divisor = kkr_uint128_gcd (divisor, parts[i]);
    }
  self->divisor = (guint64) divisor;
  return TRUE;
}

/* A common factor is only looked for where it could help. */
static gboolean
check_products (KkrTableTask *self, GError **error)
{
  const KkrUint128 most = (KkrUint128) KKR_FLOW_MAX_COST;

  self->divisor = 1;
  if ((KkrUint128) self->sum_of_units * self->sum <= most)
    return TRUE;
  if (!find_divisor (self, error))
    return FALSE;
  self->sum /= self->divisor;
  if ((KkrUint128) self->sum_of_units * self->sum <= most)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW,
               _("units times sum of the weights does not fit: %lld times %lld found, at most 2 to "
                 "the power of 121 expected"), (long long) self->sum_of_units,
               (long long) self->sum);
  return FALSE;
}

gboolean
kkr_table_task_check (KkrTableTask *self, GError **error)
{
  if (!check_size (self, error) || !check_sums (self, error) || !check_weights (self, error))
    return FALSE;
  for (guint side = 0; side < 2; side++)
    {
      self->units[side] = g_new (guint64, self->n[side]);
      for (gsize i = 0; i < self->n[side]; i++)
        self->units[side][i] = (guint64) (self->totals[side][i] / self->signed_unit);
    }
  return check_products (self, error);
}

void
kkr_table_task_clear (KkrTableTask *self)
{
  g_clear_pointer (&self->units[0], g_free);
  g_clear_pointer (&self->units[1], g_free);
}

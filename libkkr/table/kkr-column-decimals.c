/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-column-private.h>

/* Of a figure without a unit, which may be of any size. */
#define MAX_DECIMALS 6

static gboolean
is_whole_kroner (const KkrRational *value)
{
  return value->den == 1 && value->num % 100 == 0;
}

static gboolean
has_oere (const gint64 *amounts, guint n)
{
  for (guint row = 0; row < n; row++)
    if (amounts[row] % 100 != 0 && amounts[row] != G_MININT64)
      return TRUE;
  return FALSE;
}

static guint
decimals_of_amounts (KkrColumn *self)
{
  KkrRational value;

  if (self->has_total && !is_whole_kroner (&self->total))
    return 2;
  if (self->kind == KKR_COLUMN_KIND_INT64)
    return has_oere (self->values, self->length) ? 2 : 0;
  for (guint row = 0; row < self->length; row++)
    if (kkr_column_get_exact (self, row, &value) && !is_whole_kroner (&value))
      return 2;
  return 0;
}

/* As many as show the value whole, if there are so many. */
static guint
decimals_of_value (const KkrRational *value)
{
  KkrRational shifted = *value;
  const KkrRational ten = { 10, 1 };
  guint n = 0;

  while (shifted.den > 1 && n < MAX_DECIMALS && kkr_rational_multiply (&shifted, &ten, &shifted))
    n++;
  return shifted.den > 1 ? MAX_DECIMALS : n;
}

static guint
decimals_of_fractions (KkrColumn *self)
{
  KkrRational value;
  guint n = self->has_total ? decimals_of_value (&self->total) : 0;

  for (guint row = 0; row < self->length && n < MAX_DECIMALS; row++)
    if (kkr_column_get_exact (self, row, &value))
      n = MAX (n, decimals_of_value (&value));
  return n;
}

void
kkr_column_settle_decimals (KkrColumn *self)
{
  if (!g_once_init_enter (&self->has_decimals))
    return;
  if (self->unit == KKR_UNIT_AMOUNT)
    self->decimals_needed = decimals_of_amounts (self->repeated != NULL ? self->repeated : self);
  else if (self->kind == KKR_COLUMN_KIND_INT64)
    self->decimals_needed = 0;
  else if (self->unit == KKR_UNIT_SHARE || self->unit == KKR_UNIT_PERCENT)
    self->decimals_needed = 1;
  else if (self->unit == KKR_UNIT_NONE && self->kind == KKR_COLUMN_KIND_RATIO)
    self->decimals_needed = decimals_of_fractions (self->repeated != NULL ? self->repeated : self);
  else
    self->decimals_needed = 2;
  self->decimals = self->decimals_asked >= 0 ? (guint) self->decimals_asked : self->decimals_needed;
  g_once_init_leave (&self->has_decimals, TRUE);
}

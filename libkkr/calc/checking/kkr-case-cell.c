/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-figure-private.h>
#include <libkkr/base/kkr-number-private.h>

/* How documents print that there is no number. */
static gboolean
is_blank (const char *text)
{
  static const char *const blanks[] = { "", "-", "–", "—", "..", "…", "•", ".", NULL };

  return g_strv_contains (blanks, text);
}

gboolean
kkr_case_read_cell (const KkrCaseColumn *column, const char *text, KkrCaseCell *cell,
                    GError **error)
{
  KkrRational scale = KKR_RATIONAL_INT (MAX (column->scale, 1));
  KkrInterval interval;
  KkrNumber number;

  *cell = (KkrCaseCell) { .unit = column->unit };
  if (is_blank (text))
    return TRUE;
  if (!kkr_figure_parse (text, N_("a figure"), &number, &interval, error))
    return FALSE;
  if (!interval.has_lower || !interval.has_upper)
    {
      cell->side = interval.has_lower ? 1 : -1;
      cell->included = interval.lower_included || interval.upper_included;
    }
  if (number.scaled)
    scale = KKR_RATIONAL_INT (1);
  if (!kkr_rational_multiply (&number.value, &scale, &cell->value)
      || !kkr_rational_multiply (&number.precision, &scale, &cell->precision))
    return kkr_rational_overflow (error, _("the figure"));
  cell->text = text;
  cell->rounded = number.decimals > 0 || number.scaled || scale.num > 1;
  if (number.unit != KKR_UNIT_UNSET)
    cell->unit = number.unit;
  if (cell->unit == KKR_UNIT_UNSET)
    cell->unit = KKR_UNIT_NONE;
  return TRUE;
}

const KkrCaseCell *
kkr_case_get_cell (const KkrCase *self, guint row, guint column)
{
  return &g_array_index (self->cells, KkrCaseCell, row * self->columns->len + column);
}

/* Which ends belong to the numbers that the mode brings to the value, and on which side they lie:
 * `below` and `above` say how many halves of the precision. */
static void
find_ends (const KkrCaseCell *cell, KkrRoundingMode mode, int *below, int *above,
           KkrInterval *interval)
{
  int sign = cell->value.num > 0 ? 1 : cell->value.num < 0 ? -1 : 0;
  KkrRational steps;
  gboolean even;

  *below = *above = 1;
  if (mode == KKR_ROUNDING_MODE_HALF_EVEN)
    {
      even = kkr_rational_divide (&cell->value, &cell->precision, &steps) && steps.num % 2 == 0;
      interval->lower_included = interval->upper_included = even;
      return;
    }
  if (mode == KKR_ROUNDING_MODE_HALF_AWAY)
    {
      interval->lower_included = sign > 0;
      interval->upper_included = sign < 0;
      return;
    }
  interval->lower_included = mode == KKR_ROUNDING_MODE_FLOOR
                             || (mode == KKR_ROUNDING_MODE_TOWARD_ZERO && sign > 0)
                             || (mode == KKR_ROUNDING_MODE_AWAY_FROM_ZERO && sign < 0);
  interval->upper_included = mode == KKR_ROUNDING_MODE_CEILING
                             || (mode == KKR_ROUNDING_MODE_TOWARD_ZERO && sign < 0)
                             || (mode == KKR_ROUNDING_MODE_AWAY_FROM_ZERO && sign > 0);
  *below = interval->lower_included ? 0 : 2;
  *above = interval->upper_included ? 0 : 2;
  if (sign == 0 && mode == KKR_ROUNDING_MODE_AWAY_FROM_ZERO)
    {
      *below = *above = 0;
      interval->lower_included = interval->upper_included = TRUE;
    }
}

gboolean
kkr_case_cell_interval (const KkrCaseCell *cell, KkrRoundingMode mode, KkrInterval *interval)
{
  const KkrRational two = KKR_RATIONAL_INT (2);
  KkrRational half, down, up;
  int below, above;

  if (cell->side != 0)
    {
      *interval = kkr_interval_beyond (&cell->value, cell->side, cell->included);
      return TRUE;
    }
  *interval = (KkrInterval) { .has_lower = TRUE, .has_upper = TRUE };
  find_ends (cell, mode, &below, &above, interval);
  if (!kkr_rational_divide (&cell->precision, &two, &half))
    return FALSE;
  down = KKR_RATIONAL_INT (-below);
  up = KKR_RATIONAL_INT (above);
  return kkr_rational_multiply (&half, &down, &down) && kkr_rational_multiply (&half, &up, &up)
         && kkr_rational_add (&cell->value, &down, &interval->lower)
         && kkr_rational_add (&cell->value, &up, &interval->upper);
}

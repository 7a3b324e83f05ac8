/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

#include <glib/gi18n-lib.h>

static const KkrRational one = { 1, 1 };
static const KkrRational hundred = { 100, 1 };

static gboolean
read_rate (const KkrPricePlan *self, KkrPricePart *part, GError **error)
{
  KkrNumber number;
  KkrInterval any;

  if (!kkr_figure_parse (part->rate_text, N_("a rate"), &number, &any, error))
    return FALSE;
  part->percent = number.value;
  if (!kkr_interval_behind (&part->span, &number.value, &number.precision, self->mode))
    return kkr_rational_overflow (error, _("the interval of the figure"));
  if (part->span.lower.num <= -100 * part->span.lower.den)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("nothing would be left: \"%s\" found, a rate above -100 per cent expected"),
                   part->rate_text);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_part (KkrPricePlan *self, guint row, GError **error)
{
  KkrPricePart part = {
    .name = kkr_sheet_get_text (self->breakdown, row, KKR_PRICE_PART_NAME),
    .amount = kkr_sheet_get_number (self->breakdown, row, KKR_PRICE_PART_AMOUNT),
    .rate_text = kkr_sheet_get_text (self->breakdown, row, KKR_PRICE_PART_RATE),
    .is_total = kkr_sheet_get_boolean (self->breakdown, row, KKR_PRICE_PART_TOTAL),
  };
  guint column = KKR_PRICE_PART_AMOUNT;
  g_autofree char *place = NULL, *found = kkr_rational_to_string (&part.amount);

  if (part.amount.num <= 0)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("no part of a total: %s found, an amount above 0 expected"), found);
  else if (column = KKR_PRICE_PART_RATE, part.rate_text == NULL && part.is_total)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT,
                 _("the total has no rate: a blank cell found, a rate expected"));
  else if (part.rate_text == NULL || read_rate (self, &part, error))
    {
      g_array_append_val (self->parts, part);
      return TRUE;
    }
  place = kkr_sheet_place (self->breakdown, row, column);
  g_prefix_error (error, "%s: ", place);
  return FALSE;
}

/* What is left of the total when the parts with a rate are taken from it. */
KkrRational
kkr_price_plan_get_rest (const KkrPricePlan *self)
{
  KkrRational rest = KKR_RATIONAL_ZERO;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const KkrPricePart *part = &g_array_index (self->parts, KkrPricePart, i);
      gboolean fits = TRUE;

      if (part->is_total)
        fits = kkr_rational_add (&rest, &part->amount, &rest);
      else if (part->rate_text != NULL)
        fits = kkr_rational_subtract (&rest, &part->amount, &rest);
      if (!fits)
        return KKR_RATIONAL_ZERO;
    }
  return rest;
}

static gboolean
check_parts (const KkrPricePlan *self, GError **error)
{
  const KkrRational rest = kkr_price_plan_get_rest (self);
  guint n_totals = 0, n_sought = 0;
  KkrRational ignored;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const KkrPricePart *part = &g_array_index (self->parts, KkrPricePart, i);

      n_totals += part->is_total;
      n_sought += part->rate_text == NULL;
      if (part->rate_text == NULL && kkr_rational_compare (&part->amount, &rest) != 0)
        {
          g_autofree char *found = kkr_rational_to_string (&part->amount);
          g_autofree char *expected = kkr_rational_to_string (&rest);

          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                       _("breakdown: the parts are not the total: %s found for %s, %s expected"),
                       found, part->name, expected);
          return FALSE;
        }
    }
  if (n_totals != 1 || n_sought > 1)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("breakdown: %u totals and %u parts without a rate found, one total and at "
                     "most one such part expected"), n_totals, n_sought);
      return FALSE;
    }
  if (rest.num > 0 && kkr_price_plan_find_rest (self, 0, &ignored))
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
               _("breakdown: nothing is left of the total at the earlier or the later price level: "
                 "parts as large as the total found, smaller ones expected"));
  return FALSE;
}

gboolean
kkr_price_plan_read_parts (KkrPricePlan *self, GError **error)
{
  guint n = kkr_sheet_get_n_rows (self->breakdown);

  for (guint row = 0; row < n; row++)
    if (!read_part (self, row, error))
      return FALSE;
  return n == 0 || check_parts (self, error);
}

/* An amount at the earlier price level, by the end of its rate that makes the rest's rate least or
 * greatest: a high rate of the total leaves less of it before, a high rate of a part more. */
static gboolean
take_back (const KkrPricePart *part, int bounds, KkrRational *before)
{
  gboolean high = (bounds > 0) == part->is_total;
  const KkrRational *percent = bounds == 0 ? &part->percent
                               : high      ? &part->span.upper
                                           : &part->span.lower;
  KkrRational growth;

  return kkr_rational_divide (percent, &hundred, &growth) &&
         kkr_rational_add (&one, &growth, &growth) &&
         kkr_rational_divide (&part->amount, &growth, before);
}

gboolean
kkr_price_plan_find_rest (const KkrPricePlan *self, int bounds, KkrRational *percent)
{
  const KkrRational rest = kkr_price_plan_get_rest (self);
  KkrRational before = KKR_RATIONAL_ZERO, part_before;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const KkrPricePart *part = &g_array_index (self->parts, KkrPricePart, i);

      if (part->rate_text == NULL)
        continue;
      if (!take_back (part, bounds, &part_before) ||
          (part->is_total ? !kkr_rational_add (&before, &part_before, &before)
                          : !kkr_rational_subtract (&before, &part_before, &before)))
        return FALSE;
    }
  return before.num > 0 && kkr_rational_divide (&rest, &before, percent) &&
         kkr_rational_subtract (percent, &one, percent) &&
         kkr_rational_multiply (percent, &hundred, percent);
}

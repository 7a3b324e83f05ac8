/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DECIMALS 12

static const KkrRational one = { 1, 1 };
static const KkrRational hundred = { 100, 1 };

/* The growth in per cent from one level to another. */
static gboolean
find_growth (const KkrRational *from, const KkrRational *to, KkrRational *growth)
{
  return kkr_rational_divide (to, from, growth) && kkr_rational_subtract (growth, &one, growth) &&
         kkr_rational_multiply (growth, &hundred, growth);
}

/* What the last digit hides: an amount that is given exactly hides nothing. */
static gboolean
read_figure (const KkrPricePlan *self, const char *text, KkrInterval *interval, GError **error)
{
  KkrNumber number;
  KkrInterval any;

  if (!kkr_figure_parse (text, N_("a figure"), &number, &any, error))
    return FALSE;
  if (number.value.num <= 0)
    {
      g_autofree char *quoted = kkr_text_quote (text);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("no price level: %s found, a figure above 0 expected"), quoted);
      return FALSE;
    }
  if (!kkr_interval_behind (interval, &number.value, &number.precision, self->mode))
    return kkr_rational_overflow (error, _("the interval of the figure"));
  if (interval->lower.num <= 0)
    {
      interval->lower = KKR_RATIONAL_ZERO;
      interval->lower_included = FALSE;
    }
  return TRUE;
}

static gboolean
settle_level (KkrPriceLevel *level, GError **error)
{
  KkrInterval *growth = &level->growth;

  growth->has_lower = TRUE;
  growth->has_upper = level->from.lower.num > 0;
  growth->lower_included = level->to.lower_included && level->from.upper_included;
  growth->upper_included = level->to.upper_included && level->from.lower_included;
  if (!find_growth (&level->from.upper, &level->to.lower, &growth->lower) ||
      (growth->has_upper &&
       !find_growth (&level->from.lower, &level->to.upper, &growth->upper)))
    return kkr_rational_overflow (error, _("the interval of the figure"));
  return TRUE;
}

/* The growth that all levels allow so far, and which of them set its ends. */
static void
narrow (KkrPricePlan *self, guint index)
{
  const KkrInterval *growth = &g_array_index (self->levels, KkrPriceLevel, index).growth;
  KkrInterval *all = &self->growth;
  int order = all->has_lower ? kkr_rational_compare (&growth->lower, &all->lower) : 1;

  if (order > 0 || (order == 0 && !growth->lower_included && all->lower_included))
    {
      all->lower = growth->lower;
      all->lower_included = growth->lower_included;
      self->lower_level = index;
    }
  all->has_lower = TRUE;
  if (!growth->has_upper)
    return;
  order = all->has_upper ? kkr_rational_compare (&growth->upper, &all->upper) : -1;
  if (order < 0 || (order == 0 && !growth->upper_included && all->upper_included))
    {
      all->upper = growth->upper;
      all->upper_included = growth->upper_included;
      self->upper_level = index;
    }
  all->has_upper = TRUE;
}

static gboolean
add_level (KkrPricePlan *self, KkrPriceLevel *level, GError **error)
{
  if (!settle_level (level, error))
    return FALSE;
  g_array_append_val (self->levels, *level);
  narrow (self, self->levels->len - 1);
  return TRUE;
}

/* The inputs: what is printed, from what is printed too or from the amount as it is. */
static gboolean
read_inputs (KkrPricePlan *self, const char **input, GError **error)
{
  const char *to = kkr_calculator_get_text (self->calculator, "printed-to");
  const char *from = kkr_calculator_get_text (self->calculator, "printed-from");
  KkrPriceLevel level = { .from_text = from, .to_text = to };
  gint64 amount = kkr_calculator_get_amount (self->calculator, "amount");

  if (to == NULL && from == NULL)
    return TRUE;
  level.name = kkr_price_plan_amount_name (self);
  *input = to == NULL ? "printed-to" : "printed-from";
  if (to == NULL || (from == NULL && !kkr_calculator_is_assigned (self->calculator, "amount")))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT,
                   _("a printed level has nothing to be compared with: no other figure found, one "
                     "expected"));
      return FALSE;
    }
  if (from != NULL && !read_figure (self, from, &level.from, error))
    return FALSE;
  *input = "printed-to";
  if (!read_figure (self, to, &level.to, error))
    return FALSE;
  *input = "amount";
  if (from == NULL && amount <= 0)
    {
      g_autofree char *found = kkr_message_amount (amount);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("no price level: %s found, an amount above 0 expected"), found);
      return FALSE;
    }
  if (from == NULL)
    {
      level.from = (KkrInterval) { .has_lower = TRUE, .has_upper = TRUE, .lower_included = TRUE,
                                   .upper_included = TRUE };
      kkr_rational_init (&level.from.lower, amount, 100);
      level.from.upper = level.from.lower;
    }
  return add_level (self, &level, error);
}

static gboolean
read_row (KkrPricePlan *self, guint row, GError **error)
{
  KkrPriceLevel level = {
    .name = kkr_sheet_get_text (self->printed, row, KKR_PRICE_PRINTED_NAME),
    .from_text = kkr_sheet_get_text (self->printed, row, KKR_PRICE_PRINTED_FROM),
    .to_text = kkr_sheet_get_text (self->printed, row, KKR_PRICE_PRINTED_TO),
  };
  guint column = KKR_PRICE_PRINTED_FROM;
  g_autofree char *place = NULL;

  if (read_figure (self, level.from_text, &level.from, error))
    {
      column = KKR_PRICE_PRINTED_TO;
      if (read_figure (self, level.to_text, &level.to, error) && add_level (self, &level, error))
        return TRUE;
    }
  place = kkr_sheet_place (self->printed, row, column);
  g_prefix_error (error, "%s: ", place);
  return FALSE;
}

gboolean
kkr_price_plan_read_levels (KkrPricePlan *self, const char **input, GError **error)
{
  if (!read_inputs (self, input, error))
    return FALSE;
  *input = "printed";
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->printed); row++)
    if (!read_row (self, row, error))
      return FALSE;
  return TRUE;
}

/* The nearest to the middle, or a neighbour of it where that is an end that is not included. */
static gboolean
find_multiple (const KkrInterval *growth, const KkrRational *middle, const KkrRational *unit,
               KkrRational *percent, KkrRoundingMode *mode)
{
  static const KkrRoundingMode modes[] = { KKR_ROUNDING_MODE_HALF_AWAY, KKR_ROUNDING_MODE_FLOOR,
                                           KKR_ROUNDING_MODE_CEILING };
  KkrRational exact, count = one;

  if (!kkr_rational_divide (middle, unit, &exact))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      *mode = modes[i];
      if (kkr_int128_divide_rounded (exact.num, exact.den, *mode, &count.num) &&
          kkr_rational_multiply (&count, unit, percent) &&
          kkr_interval_contains (growth, percent))
        return TRUE;
    }
  return FALSE;
}

gboolean
kkr_price_plan_find_simplest (const KkrPricePlan *self, KkrRational *percent, KkrRational *unit,
                              KkrRoundingMode *mode)
{
  const KkrInterval *growth = &self->growth;
  const KkrRational half = { 1, 2 };
  KkrRational middle;

  if (self->levels->len == 0 || !growth->has_upper ||
      kkr_rational_compare (&growth->lower, &growth->upper) > 0 ||
      !kkr_rational_add (&growth->lower, &growth->upper, &middle) ||
      !kkr_rational_multiply (&middle, &half, &middle))
    return FALSE;
  *unit = one;
  for (guint decimals = 0; decimals <= MAX_DECIMALS; decimals++, unit->den *= 10)
    if (find_multiple (growth, &middle, unit, percent, mode))
      return TRUE;
  return FALSE;
}

/* The series of the table of rates, and those that the register keeps for this. */
static void
add_candidates (KkrPricePlan *self, GArray *codes)
{
  g_auto (GStrv) keys = NULL;

  for (guint code = 0; code < self->book->names->len; code++)
    if (kkr_price_book_has_rows (self->book, code))
      g_array_append_val (codes, code);
  if (self->book->reg == NULL)
    return;
  keys = kkr_register_dup_keys (self->book->reg, "price-wage/");
  for (guint i = 0; keys[i] != NULL; i++)
    {
      guint code = kkr_price_book_code (self->book, keys[i] + strlen ("price-wage/"));

      if (!kkr_price_book_has_rows (self->book, code))
        g_array_append_val (codes, code);
    }
  if (self->series != KKR_PRICE_COMPOSITE && *kkr_price_plan_series_name (self, self->series) &&
      strchr (kkr_price_plan_series_name (self, self->series), '/') != NULL &&
      !kkr_price_book_has_rows (self->book, self->series))
    g_array_append_val (codes, self->series);
}

static void
clear_fit (gpointer fit)
{
  g_clear_pointer (&((KkrPriceFit *) fit)->chain, kkr_price_chain_free);
}

GArray *
kkr_price_plan_find_fits (KkrPricePlan *self, GError **error)
{
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) fits = g_array_new (FALSE, FALSE, sizeof (KkrPriceFit));
  gboolean yearly = self->yearly;

  g_array_set_clear_func (fits, clear_fit);
  if (self->levels->len == 0 || self->from_year == 0 || self->to_year == 0)
    return g_steal_pointer (&fits);
  add_candidates (self, codes);
  /* The growth over all years is asked for, whatever is rounded on the way. */
  self->yearly = FALSE;
  for (guint i = 0; i < codes->len; i++)
    {
      KkrPriceFit fit = { .series = g_array_index (codes, guint, i) };
      const KkrRational *last;

      fit.chain = kkr_price_plan_make_chain (self, fit.series, self->from_year, self->to_year,
                                             NULL, NULL);
      if (fit.chain == NULL)
        continue;
      last = &fit.chain->index[fit.chain->n_years];
      if (kkr_price_chain_is_back (fit.chain) ? find_growth (last, &one, &fit.growth)
                                              : find_growth (&one, last, &fit.growth))
        {
          fit.fits = kkr_interval_contains (&self->growth, &fit.growth);
          g_array_append_val (fits, fit);
        }
      else
        kkr_price_chain_free (fit.chain);
    }
  self->yearly = yearly;
  return g_steal_pointer (&fits);
}

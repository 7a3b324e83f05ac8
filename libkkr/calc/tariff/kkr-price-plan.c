/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/calc/tariff/kkr-index-chain.h>

#define MAX_RATE_DECIMALS 9
#define CANCEL_STEP 1024

static void
free_total (gpointer total)
{
  g_array_unref (((KkrPriceTotal *) total)->items);
  g_free (total);
}

void
kkr_price_plan_free (KkrPricePlan *self)
{
  g_clear_pointer (&self->book, kkr_price_book_free);
  g_clear_pointer (&self->amounts, kkr_sheet_free);
  g_clear_pointer (&self->weights_sheet, kkr_sheet_free);
  g_clear_pointer (&self->printed, kkr_sheet_free);
  g_clear_pointer (&self->breakdown, kkr_sheet_free);
  g_array_unref (self->weights);
  g_hash_table_unref (self->by_vintage);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->chains);
  g_array_unref (self->items);
  g_ptr_array_unref (self->totals);
  g_array_unref (self->levels);
  g_array_unref (self->parts);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

void
kkr_price_plan_add_note (KkrPricePlan *self, KkrNoteKind kind, const char *danish,
                         const char *english)
{
  g_ptr_array_add (self->notes, kkr_note_new (kind, danish, english));
}

static gboolean
fail (const KkrSheet *sheet, guint row, guint column, KkrCalcError code, const char *wrong,
      GError **error)
{
  g_autofree char *place = kkr_sheet_place (sheet, row, column);

  g_set_error (error, KKR_CALC_ERROR, (int) code, "%s: %s", place, wrong);
  return FALSE;
}

static gboolean
fail_weight (const KkrSheet *sheet, guint row, const KkrRational *weight, GError **error)
{
  g_autofree char *found = kkr_rational_to_string (weight);
  g_autofree char *wrong = g_strdup_printf (_("no weight: %s found, a number above 0 expected"),
                                            found);

  return fail (sheet, row, KKR_PRICE_WEIGHT_PERCENT, KKR_CALC_ERROR_OUT_OF_RANGE, wrong, error);
}

static gboolean
read_weights (KkrPricePlan *self, GError **error)
{
  const KkrSheet *sheet = self->weights_sheet;
  KkrRational sum = KKR_RATIONAL_ZERO;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n = kkr_sheet_get_n_rows (sheet);

  for (guint row = 0; row < n; row++)
    {
      const char *name = kkr_sheet_get_text (sheet, row, KKR_PRICE_WEIGHT_SERIES);
      KkrPriceWeight weight = {
        kkr_price_book_code (self->book, name),
        kkr_sheet_get_number (sheet, row, KKR_PRICE_WEIGHT_PERCENT),
      };

      if (weight.percent.num <= 0)
        return fail_weight (sheet, row, &weight.percent, error);
      if (!g_hash_table_add (seen, GUINT_TO_POINTER (weight.series)))
        return fail (sheet, row, KKR_PRICE_WEIGHT_SERIES, KKR_CALC_ERROR_INCONSISTENT,
                     _("a series twice: a second weight found, one expected"), error);
      if (!kkr_rational_add (&sum, &weight.percent, &sum))
        return kkr_rational_overflow (error, _("the sum of the weights"));
      g_array_append_val (self->weights, weight);
    }
  if (n > 0 && (sum.num != 100 || sum.den != 1))
    {
      g_autofree char *found = kkr_rational_to_string (&sum);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("the weights are not the whole: %s found together, 100 expected"), found);
      return FALSE;
    }
  return TRUE;
}

/* The series of the amounts that name none: the input, the weights, or the only one of the table
 * of rates. */
static gboolean
find_series (KkrPricePlan *self, guint n_in_rates, GError **error)
{
  const char *name = kkr_calculator_get_text (self->calculator, "series");

  if (self->weights->len > 0 && name != NULL)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("a series and weights of several: both found, one of them expected"));
      return FALSE;
    }
  if (self->weights->len > 0)
    self->series = KKR_PRICE_COMPOSITE;
  else if (name != NULL)
    self->series = kkr_price_book_code (self->book, name);
  else if (n_in_rates == 1)
    self->series = 0;
  else
    self->series = kkr_price_book_code (self->book, "");
  return TRUE;
}

static gboolean
check_year (const KkrPricePlan *self, const char *input, int *year, const char **wrong,
            GError **error)
{
  *year = kkr_calculator_get_int (self->calculator, input);
  if (!kkr_calculator_is_assigned (self->calculator, input) ||
      (*year >= KKR_PRICE_FIRST_YEAR && *year <= KKR_PRICE_LAST_YEAR))
    return TRUE;
  *wrong = input;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("no year: %lld found, %d to %d expected"), (long long) *year,
               KKR_PRICE_FIRST_YEAR, KKR_PRICE_LAST_YEAR);
  return FALSE;
}

static gboolean
read_rules (KkrPricePlan *self, const char **input, GError **error)
{
  KkrCalculator *calculator = self->calculator;

  self->composite = (KkrCompositeRule) kkr_calculator_get_enum (calculator, "composite");
  self->yearly = kkr_calculator_get_enum (calculator, "index-rounding") ==
                 KKR_INDEX_ROUNDING_YEARLY;
  self->additive = kkr_calculator_get_enum (calculator, "chain") == KKR_INDEX_CHAIN_ADDITIVE;
  self->mode = (KkrRoundingMode) kkr_calculator_get_enum (calculator, "rounding");
  self->unit = kkr_calculator_get_amount (calculator, "unit");
  self->rate_decimals = -1;
  if (kkr_calculator_is_assigned (calculator, "rate-decimals"))
    self->rate_decimals = kkr_calculator_get_int (calculator, "rate-decimals");
  *input = "unit";
  if (self->unit <= 0)
    {
      g_autofree char *found = kkr_message_amount (self->unit);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("nothing can be rounded to it: %s found, more than 0 expected"), found);
      return FALSE;
    }
  *input = "rate-decimals";
  if (self->rate_decimals < -1 || self->rate_decimals > MAX_RATE_DECIMALS)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("no number of decimals: %d found, 0 to %d expected"), self->rate_decimals,
                   MAX_RATE_DECIMALS);
      return FALSE;
    }
  if (self->rate_decimals >= 0 && self->composite == KKR_COMPOSITE_RULE_PARTS)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("parts that go by their own rates have no rate to round: decimals found, "
                     "none expected"));
      return FALSE;
    }
  return check_year (self, "from-year", &self->from_year, input, error) &&
         check_year (self, "to-year", &self->to_year, input, error);
}

static gboolean
is_given (const KkrPricePlan *self, const char *input)
{
  return kkr_calculator_is_assigned (self->calculator, input);
}

static gboolean
check_amount_row (const KkrPricePlan *self, guint row, GError **error)
{
  gint64 from = kkr_sheet_get_whole (self->amounts, row, KKR_PRICE_AMOUNT_FROM);
  g_autofree char *wrong = NULL;

  if (!kkr_sheet_has (self->amounts, row, KKR_PRICE_AMOUNT_FROM))
    return self->from_year != 0 ||
           fail (self->amounts, row, KKR_PRICE_AMOUNT_FROM, KKR_CALC_ERROR_MISSING_INPUT,
                 _("no price level: no year found, one expected, or from-year"), error);
  if (from >= KKR_PRICE_FIRST_YEAR && from <= KKR_PRICE_LAST_YEAR)
    return TRUE;
  wrong = g_strdup_printf (_("no year: %lld found, %d to %d expected"), (long long) from,
                           KKR_PRICE_FIRST_YEAR, KKR_PRICE_LAST_YEAR);
  return fail (self->amounts, row, KKR_PRICE_AMOUNT_FROM, KKR_CALC_ERROR_OUT_OF_RANGE, wrong,
               error);
}

/* Whether it is known for all amounts which series they go by. */
static gboolean
has_series (const KkrPricePlan *self)
{
  guint n = kkr_sheet_get_n_rows (self->amounts);

  if (self->series == KKR_PRICE_COMPOSITE ||
      *kkr_price_book_name (self->book, self->series) != '\0' ||
      kkr_price_book_has_rows (self->book, self->series))
    return TRUE;
  for (guint row = 0; row < n; row++)
    if (!kkr_sheet_has (self->amounts, row, KKR_PRICE_AMOUNT_SERIES))
      return FALSE;
  return n > 0;
}

static gboolean
check_amounts (KkrPricePlan *self, const char **input, GError **error)
{
  *input = "amounts";
  if (is_given (self, "amount") && is_given (self, "amounts"))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("an amount and a table of amounts: both found, one of them expected"));
      return FALSE;
    }
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->amounts); row++)
    if (!check_amount_row (self, row, error))
      return FALSE;
  *input = NULL;
  if (!is_given (self, "amount") && !is_given (self, "amounts"))
    return TRUE;
  *input = "series";
  if (!has_series (self))
    {
      self->is_compared = is_given (self, "amount") && is_given (self, "printed-to");
      if (!self->is_compared)
        g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT,
                     _("no series of rates: none found, the name of one or weights of several "
                       "expected"));
      return self->is_compared;
    }
  self->is_compared = self->to_year == 0 && self->from_year == 0 &&
                      is_given (self, "printed-to") && is_given (self, "amount");
  if (self->is_compared)
    return TRUE;
  *input = self->to_year == 0 ? "to-year" : "from-year";
  if (self->to_year == 0 || (is_given (self, "amount") && self->from_year == 0))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT,
                   _("no price level: no year found, one expected"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
open_sheet (KkrPricePlan *self, const char *name, KkrSheet **sheet, const char **input,
            GError **error)
{
  *input = name;
  *sheet = kkr_calculator_open_sheet (self->calculator, name, error);
  return *sheet != NULL;
}

static gboolean
read_all (KkrPricePlan *self, const char **input, GError **error)
{
  guint n_in_rates;

  *input = "rates";
  self->book = kkr_price_book_new (self->calculator, error);
  if (self->book == NULL)
    return FALSE;
  n_in_rates = self->book->names->len;
  if (!open_sheet (self, "weights", &self->weights_sheet, input, error) ||
      !read_weights (self, error))
    return FALSE;
  *input = "series";
  return find_series (self, n_in_rates, error) && read_rules (self, input, error) &&
         open_sheet (self, "amounts", &self->amounts, input, error) &&
         check_amounts (self, input, error) &&
         open_sheet (self, "printed", &self->printed, input, error) &&
         kkr_price_plan_read_levels (self, input, error) &&
         open_sheet (self, "breakdown", &self->breakdown, input, error) &&
         kkr_price_plan_read_parts (self, error);
}

KkrPricePlan *
kkr_price_plan_read (KkrCalculator *calculator, const char **input, GError **error)
{
  g_autoptr (KkrPricePlan) self = g_new0 (KkrPricePlan, 1);

  self->calculator = calculator;
  self->weights = g_array_new (FALSE, FALSE, sizeof (KkrPriceWeight));
  self->chains = g_ptr_array_new_with_free_func ((GDestroyNotify) kkr_price_chain_free);
  self->by_key = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->by_vintage = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->items = g_array_new (FALSE, FALSE, sizeof (KkrPriceItem));
  self->totals = g_ptr_array_new_with_free_func (free_total);
  self->levels = g_array_new (FALSE, FALSE, sizeof (KkrPriceLevel));
  self->parts = g_array_new (FALSE, FALSE, sizeof (KkrPricePart));
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  return read_all (self, input, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
add_item (KkrPricePlan *self, const KkrPriceItem *init, guint series, int from, GError **error)
{
  KkrPriceItem item = *init;

  item.chain = kkr_price_plan_get_chain (self, series, from, self->to_year, error);
  if (item.chain == NULL)
    return FALSE;
  if (!kkr_price_plan_convert (self, item.chain, item.before, NULL, &item.exact, &item.amount))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW,
                   _("too much for one exact number: %s from %d to %d found, fewer years, less, "
                     "or index-rounding yearly expected"), item.name, from, self->to_year);
      return FALSE;
    }
  g_array_append_val (self->items, item);
  return TRUE;
}

/* An error of a row names it. */
static gboolean
add_row (KkrPricePlan *self, guint row, GError **error)
{
  const char *series = kkr_sheet_get_text (self->amounts, row, KKR_PRICE_AMOUNT_SERIES);
  gboolean has_year = kkr_sheet_has (self->amounts, row, KKR_PRICE_AMOUNT_FROM);
  int from = has_year ? (int) kkr_sheet_get_whole (self->amounts, row, KKR_PRICE_AMOUNT_FROM)
                      : self->from_year;
  const KkrPriceItem item = {
    .name = kkr_sheet_get_text (self->amounts, row, KKR_PRICE_AMOUNT_NAME),
    .group = kkr_sheet_get_text (self->amounts, row, KKR_PRICE_AMOUNT_GROUP),
    .row = row,
    .before = kkr_sheet_get_amount (self->amounts, row, KKR_PRICE_AMOUNT_AMOUNT),
  };
  guint code = series != NULL ? kkr_price_book_code (self->book, series) : self->series;
  g_autofree char *place = NULL;

  if (add_item (self, &item, code, from, error))
    return TRUE;
  place = kkr_sheet_place (self->amounts, row, G_MAXUINT);
  g_prefix_error (error, "%s: ", place);
  return FALSE;
}

static gboolean
add_items (KkrPricePlan *self, GCancellable *cancellable, GError **error)
{
  guint n = kkr_sheet_get_n_rows (self->amounts);
  const KkrPriceItem item = {
    .name = kkr_price_plan_amount_name (self), .row = G_MAXUINT,
    .before = kkr_calculator_get_amount (self->calculator, "amount"),
  };

  if (self->to_year == 0 || self->is_compared)
    return TRUE;
  if (is_given (self, "amount"))
    return add_item (self, &item, self->series, self->from_year, error);
  for (guint row = 0; row < n; row++)
    if ((row % CANCEL_STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error)) ||
        !add_row (self, row, error))
      return FALSE;
  return TRUE;
}

KkrPricePlan *
kkr_price_plan_new (KkrCalculator *calculator, GCancellable *cancellable, GError **error)
{
  const char *input = NULL;
  g_autoptr (KkrPricePlan) self = kkr_price_plan_read (calculator, &input, error);

  if (self == NULL || !add_items (self, cancellable, error) ||
      !kkr_price_plan_add_totals (self, error))
    return NULL;
  kkr_price_plan_note (self);
  return g_steal_pointer (&self);
}

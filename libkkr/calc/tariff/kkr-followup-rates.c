/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/kkr-sheet-state-private.h>
#include <libkkr/calc/tariff/kkr-price-private.h>
#include <libkkr/register/kkr-fact-private.h>

#define MAX_SPAN 100

static gboolean
check_rate (const KkrRational *rate, GError **error)
{
  const KkrRational all = KKR_RATIONAL_INT (-100);
  g_autofree char *text = NULL;

  if (kkr_rational_compare (rate, &all) > 0)
    return TRUE;
  text = kkr_rational_to_string (rate);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("no rate of prices and wages: %s per cent found, more than -100 expected"), text);
  return FALSE;
}

static gboolean
index_rows (KkrFollowupRates *self, GError **error)
{
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->sheet); row++)
    {
      gint64 year = kkr_sheet_get_whole (self->sheet, row, KKR_RATES_YEAR);
      const KkrRational rate = kkr_sheet_get_number (self->sheet, row, KKR_RATES_RATE);
      g_autofree char *place = kkr_sheet_row_words (self->sheet, row, KKR_RATES_YEAR);

      if (year < 1900 || year > 2200)
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("%s: no year: %lld found, 1900 to 2200 expected"), place,
                       (long long) year);
          return FALSE;
        }
      if (!check_rate (&rate, error))
        {
          g_autofree char *cell = kkr_followup_row_words (self->sheet, row, KKR_RATES_RATE);

          g_prefix_error (error, "%s: ", cell);
          return FALSE;
        }
      if (!g_hash_table_insert (self->rows, GINT_TO_POINTER ((int) year),
                                GUINT_TO_POINTER (row + 1)))
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                       _("%s: a second rate for %lld found, one expected"), place,
                       (long long) year);
          return FALSE;
        }
    }
  return TRUE;
}

/* One of the ways at most. */
static gboolean
choose_way (KkrFollowupRates *self, const char **input, GError **error)
{
  static const char *const ways[] = { "rate", "rates", "series" };
  const char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (kkr_calculator_is_assigned (self->calculator, ways[i]))
      {
        *input = ways[i];
        if (first != NULL)
          {
            g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                         _("two developments of prices and wages: %s and %s found, one of them "
                           "expected"), first, ways[i]);
            return FALSE;
          }
        first = ways[i];
      }
  if (self->series == NULL || self->reg != NULL)
    return TRUE;
  *input = "register";
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT,
               _("missing: a series without a register found, a register expected"));
  return FALSE;
}

KkrFollowupRates *
kkr_followup_rates_new (KkrCalculator *calculator, const char **input, GError **error)
{
  g_autoptr (KkrFollowupRates) self = g_new0 (KkrFollowupRates, 1);

  self->calculator = calculator;
  self->rows = g_hash_table_new (NULL, NULL);
  self->facts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->used = g_ptr_array_new_with_free_func (g_object_unref);
  self->reg = kkr_calculator_get_register (calculator);
  self->series = kkr_calculator_get_text (calculator, "series");
  self->chain = (KkrIndexChain) kkr_calculator_get_enum (calculator, "chain");
  *input = "rates";
  self->sheet = kkr_calculator_open_sheet (calculator, "rates", error);
  if (self->sheet == NULL || !index_rows (self, error) || !choose_way (self, input, error))
    return NULL;
  *input = "rate";
  self->has_rate = kkr_calculator_is_assigned (calculator, "rate");
  if (self->has_rate && (!kkr_calculator_get_rational (calculator, "rate", &self->rate, error) ||
                         !check_rate (&self->rate, error)))
    return NULL;
  return g_steal_pointer (&self);
}

void
kkr_followup_rates_free (KkrFollowupRates *self)
{
  g_clear_pointer (&self->sheet, kkr_sheet_free);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->facts);
  g_ptr_array_unref (self->used);
  g_free (self);
}

gboolean
kkr_followup_rates_are_given (const KkrFollowupRates *self)
{
  return self->has_rate || self->series != NULL || kkr_sheet_get_n_rows (self->sheet) > 0;
}

/* The years that a table of rates has, of those that come after `from`. */
static gboolean
refuse_year (const KkrFollowupRates *self, int year, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint row = 0; row < MIN (kkr_sheet_get_n_rows (self->sheet), 40); row++)
    g_string_append_printf (known, "%s%lld", row > 0 ? ", " : "",
                            (long long) kkr_sheet_get_whole (self->sheet, row, KKR_RATES_YEAR));
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
               _("rates: no rate for %d: rates for %s found, one for each year expected"), year,
               known->str);
  return FALSE;
}

/* In the words of the price index, which has the same series, the years of which are named. */
static void
name_years (KkrFollowupRates *self, int year, GError **error)
{
  const char *known_on = kkr_calculator_get_text (self->calculator, "known-on");
  g_autofree char *years = kkr_price_series_list_years (self->reg, self->series, known_on);

  if (years == NULL || !g_error_matches (*error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA))
    return;
  g_clear_error (error);
  kkr_price_series_refuse (self->series, year, known_on, years, error);
}

static KkrFact *
look_up (KkrFollowupRates *self, int year, GError **error)
{
  KkrFact *fact = g_hash_table_lookup (self->facts, GINT_TO_POINTER (year));
  g_autoptr (GError) gap = NULL;
  g_autofree char *valid_on = NULL;

  if (fact != NULL)
    return fact;
  valid_on = g_strdup_printf ("%04d-01-01", year);
  fact = kkr_register_lookup (self->reg, self->series, valid_on,
                              kkr_calculator_get_text (self->calculator, "known-on"), &gap);
  if (fact == NULL)
    {
      name_years (self, year, &gap);
      g_propagate_error (error, g_steal_pointer (&gap));
      return NULL;
    }
  g_hash_table_insert (self->facts, GINT_TO_POINTER (year), fact);
  if (!kkr_fact_check_number (fact, KKR_UNIT_PERCENT, error) ||
      !check_rate (kkr_fact_get_rational (fact), error))
    return NULL;
  g_ptr_array_add (self->used, g_object_ref (fact));
  return fact;
}

static gboolean
get_rate (KkrFollowupRates *self, int year, KkrRational *rate, GError **error)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, GINT_TO_POINTER (year)));
  KkrFact *fact;

  if (self->series == NULL && row == 0)
    return refuse_year (self, year, error);
  if (self->series == NULL)
    {
      *rate = kkr_sheet_get_number (self->sheet, row - 1, KKR_RATES_RATE);
      return TRUE;
    }
  fact = look_up (self, year, error);
  if (fact == NULL)
    return FALSE;
  *rate = *kkr_fact_get_rational (fact);
  return TRUE;
}

static gboolean
check_span (const KkrFollowupRates *self, int from, int to, GError **error)
{
  if (to - from > MAX_SPAN)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("too long a time: %d to %d found, at most %d years expected"), from, to,
                 MAX_SPAN);
  else if (self->has_rate && (from != self->from || to != self->to))
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                 _("one rate for %d to %d found, rates of each year expected for %d to %d"),
                 self->from, self->to, from, to);
  else
    return TRUE;
  return FALSE;
}

gboolean
kkr_followup_rates_get (KkrFollowupRates *self, int from, int to, KkrRational *index,
                        GError **error)
{
  const KkrRational one = KKR_RATIONAL_INT (1), hundred = KKR_RATIONAL_INT (100);
  gboolean additive = self->chain == KKR_INDEX_CHAIN_ADDITIVE;
  gboolean fits = TRUE;

  *index = one;
  if (!kkr_followup_rates_are_given (self))
    return TRUE;
  if (!check_span (self, from, to, error))
    return FALSE;
  for (int year = self->has_rate ? to : from + 1; year <= to; year++)
    {
      KkrRational rate = self->rate, step;

      if (!self->has_rate && !get_rate (self, year, &rate, error))
        return FALSE;
      fits = fits && kkr_rational_divide (&rate, &hundred, &step) &&
             (additive || kkr_rational_add (&one, &step, &step)) &&
             (additive ? kkr_rational_add (index, &step, index)
                       : kkr_rational_multiply (index, &step, index));
    }
  if (!fits)
    return kkr_rational_overflow (error, _("the development of prices and wages"));
  if (index->num > 0)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("rates of %d to %d that leave nothing found, more than -100 per cent together "
                 "expected"), from, to);
  return FALSE;
}

static gboolean
add_rate (KkrFollowupRates *self, KkrDerivationBuilder *builder, int year, GString *formula,
          GError **error)
{
  gboolean additive = self->chain == KKR_INDEX_CHAIN_ADDITIVE;
  g_autofree char *id = g_strdup_printf ("rate_%d", year);
  g_autofree char *danish = g_strdup_printf ("Pris- og lønudvikling, %d", year);
  g_autofree char *english = g_strdup_printf ("Price and wage development, %d", year);
  KkrFact *fact;
  KkrRational rate;

  if (!get_rate (self, year, &rate, error))
    return FALSE;
  kkr_followup_add_value (builder, id, danish, english, &rate, KKR_UNIT_PERCENT);
  fact = g_hash_table_lookup (self->facts, GINT_TO_POINTER (year));
  if (fact != NULL)
    kkr_derivation_builder_set_source (builder, kkr_fact_get_source (fact),
                                       kkr_fact_get_section (fact));
  g_string_append_printf (formula, additive ? " + %s / 100" : " * (1 + %s / 100)", id);
  return TRUE;
}

gboolean
kkr_followup_rates_add_steps (KkrFollowupRates *self, KkrDerivationBuilder *builder, int from,
                              int to, GError **error)
{
  g_autoptr (GString) formula = g_string_new ("1");
  g_autofree char *danish = g_strdup_printf ("Pris- og lønudvikling %d-%d, indeks", from, to);
  g_autofree char *english = g_strdup_printf ("Price and wage development %d-%d, index", from, to);

  if (!kkr_followup_rates_are_given (self))
    {
      const KkrRational one = KKR_RATIONAL_INT (1);

      kkr_followup_add_value (builder, "index", "Indeks: ingen pris- og lønregulering",
                              "Index: no price and wage regulation", &one, KKR_UNIT_NONE);
      return TRUE;
    }
  if (self->has_rate)
    {
      kkr_followup_add_value (builder, "rate", "Pris- og lønudvikling",
                              "Price and wage development", &self->rate, KKR_UNIT_PERCENT);
      g_string_append (formula, " + rate / 100");
    }
  else
    for (int year = from + 1; year <= to; year++)
      if (!add_rate (self, builder, year, formula, error))
        return FALSE;
  kkr_derivation_builder_add_formula (builder, "index", danish, english, formula->str,
                                      KKR_UNIT_NONE);
  return TRUE;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/kkr-sheet-state-private.h>

gboolean
kkr_followup_round (const KkrRational *value, KkrRoundingMode mode, int decimals,
                    KkrRational *result, GError **error)
{
  KkrRational scale = KKR_RATIONAL_INT (1), scaled;
  gint64 whole;

  for (int i = 0; i < decimals; i++)
    scale.num *= 10;
  if (kkr_rational_multiply (value, &scale, &scaled) &&
      kkr_rational_round (&scaled, mode, 1, &whole) &&
      kkr_rational_init (result, whole, scale.num))
    return TRUE;
  return kkr_rational_overflow (error, _("the change"));
}

char *
kkr_followup_rounding_unit (int decimals)
{
  gint64 scale = 1;

  for (int i = 0; i < decimals; i++)
    scale *= 10;
  return decimals == 0 ? g_strdup ("1") : g_strdup_printf ("1/%lld", (long long) scale);
}

void
kkr_followup_add_value (KkrDerivationBuilder *builder, const char *id, const char *danish,
                        const char *english, const KkrRational *value, KkrUnit unit)
{
  g_autofree char *exact = kkr_rational_to_string (value);

  kkr_derivation_builder_add_value (builder, id, danish, english, exact, unit);
}

static gboolean
read_given (KkrFollowup *self, guint row, GHashTable *known, GHashTable *without, GError **error)
{
  const char *name = kkr_sheet_get_text (self->given, row, KKR_OPERATORS_OPERATOR);
  g_autofree char *key = kkr_followup_key (name, NULL, NULL);
  g_autofree char *place = kkr_followup_row_words (self->given, row, G_MAXUINT);
  KkrRational change = kkr_sheet_get_number (self->given, row, KKR_OPERATORS_CHANGE);
  KkrFollowupGroup group = { .operator = name, .row = row, .weight = KKR_RATIONAL_INT (1) };

  if (g_hash_table_contains (without, key))
    {
      g_hash_table_insert (without, g_steal_pointer (&key), GINT_TO_POINTER (1));
      return TRUE;
    }
  if (!g_hash_table_add (known, g_steal_pointer (&key)))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("%s: an operator twice: \"%s\" found, each once expected"), place, name);
      return FALSE;
    }
  if (self->has_weights && !kkr_sheet_has (self->given, row, KKR_OPERATORS_WEIGHT))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT,
                   _("%s: missing: a change without its weight found, a weight expected"), place);
      return FALSE;
    }
  if (self->has_weights)
    group.weight = kkr_sheet_get_number (self->given, row, KKR_OPERATORS_WEIGHT);
  if (group.weight.num < 0)
    {
      g_autofree char *weight = kkr_message_number (&group.weight);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("%s: a negative weight: %s found, 0 or more expected"), place, weight);
      return FALSE;
    }
  if (!kkr_followup_round (&change, self->mode, self->operator_decimals, &group.change, error))
    return FALSE;
  if (!kkr_rational_multiply (&group.change, &group.weight, &group.product))
    return kkr_rational_overflow (error, _("the weighted change"));
  g_array_append_val (self->operators, group);
  return TRUE;
}

static gboolean
read_all_given (KkrFollowup *self, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) without = kkr_followup_read_names (self->calculator,
                                                            "exclude-operators");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  self->given = kkr_calculator_open_sheet (self->calculator, "operators", error);
  if (self->given == NULL)
    return FALSE;
  self->has_weights = kkr_followup_has_cells (self->given, KKR_OPERATORS_WEIGHT);
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->given); row++)
    {
      g_ptr_array_add (names, (gpointer) kkr_sheet_get_text (self->given, row,
                                                             KKR_OPERATORS_OPERATOR));
      if (!read_given (self, row, known, without, error))
        return FALSE;
    }
  return kkr_followup_check_names (without, names, error);
}

static KkrFollowup *
start (KkrCalculator *calculator)
{
  KkrFollowup *self = g_new0 (KkrFollowup, 1);

  self->calculator = calculator;
  self->index = KKR_RATIONAL_INT (1);
  self->matches = g_array_new (FALSE, FALSE, sizeof (KkrFollowupMatch));
  self->operators = g_array_new (FALSE, FALSE, sizeof (KkrFollowupGroup));
  self->offers = g_array_new (FALSE, FALSE, sizeof (KkrFollowupGroup));
  self->averages = g_array_new (FALSE, FALSE, sizeof (KkrFollowupAverage));
  self->mode = (KkrRoundingMode) kkr_calculator_get_enum (calculator, "rounding");
  self->level_decimals = kkr_calculator_get_int (calculator, "level-decimals");
  self->operator_decimals = kkr_calculator_get_int (calculator, "operator-decimals");
  self->decimals = kkr_calculator_get_int (calculator, "decimals");
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

static gboolean
open_lists (KkrFollowup *self, GCancellable *cancellable, GError **error)
{
  const char *input;

  self->rates = kkr_followup_rates_new (self->calculator, &input, error);
  if (self->rates != NULL)
    self->lists = kkr_followup_lists_new (self->calculator, cancellable, &input, error);
  if (self->lists == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  self->rates->from = self->lists->base_year;
  self->rates->to = self->lists->year;
  self->has_weights = self->lists->has_weights;
  return kkr_followup_rates_get (self->rates, self->lists->base_year, self->lists->year,
                                 &self->index, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         kkr_followup_compare (self, error);
}

KkrFollowup *
kkr_followup_new (KkrCalculator *calculator, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrFollowup) self = start (calculator);
  gboolean given = kkr_calculator_is_assigned (calculator, "operators");

  if (given ? !read_all_given (self, error) : !open_lists (self, cancellable, error))
    return NULL;
  return kkr_followup_average (self, error) ? g_steal_pointer (&self) : NULL;
}

void
kkr_followup_free (KkrFollowup *self)
{
  g_clear_pointer (&self->lists, kkr_followup_lists_free);
  g_clear_pointer (&self->given, kkr_sheet_free);
  g_clear_pointer (&self->rates, kkr_followup_rates_free);
  g_array_unref (self->matches);
  g_array_unref (self->operators);
  g_array_unref (self->offers);
  g_array_unref (self->averages);
  g_free (self->by_size);
  g_free (self->ranks);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-plan-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>

typedef void (*Stage) (KkrGuaranteePlan *self);

void
kkr_guarantee_plan_free (KkrGuaranteePlan *self)
{
  g_clear_pointer (&self->places_sheet, kkr_sheet_free);
  g_clear_pointer (&self->statuses_sheet, kkr_sheet_free);
  g_clear_pointer (&self->tariffs_sheet, kkr_sheet_free);
  g_clear_pointer (&self->municipalities_sheet, kkr_sheet_free);
  g_free (self->shares);
  g_clear_object (&self->share_fact);
  g_clear_object (&self->years_fact);
  g_clear_object (&self->places_fact);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->statuses, g_array_unref);
  g_clear_pointer (&self->tariffs, g_array_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->spellings, g_hash_table_unref);
  g_clear_pointer (&self->users, g_ptr_array_unref);
  g_clear_pointer (&self->by_user, g_hash_table_unref);
  g_clear_pointer (&self->payers, g_ptr_array_unref);
  g_free (self->weights);
  g_clear_object (&self->bill);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_error (&self->fault);
  g_free (self);
}

gboolean
kkr_guarantee_plan_is_bad (const KkrGuaranteePlan *self)
{
  return self->fault != NULL;
}

void
kkr_guarantee_plan_fault (KkrGuaranteePlan *self, const char *input, KkrCalcError code,
                          const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  kkr_calculator_report (self->calculator, input, code, text);
  if (self->fault == NULL)
    g_set_error (&self->fault, KKR_CALC_ERROR, (int) code, "%s: %s", input, text);
}

void
kkr_guarantee_plan_fault_at (KkrGuaranteePlan *self, KkrSheet *sheet, guint row, guint column,
                             KkrCalcError code, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  kkr_sheet_report (sheet, self->calculator, row, column, code, text);
  if (self->fault == NULL)
    {
      g_autofree char *place = kkr_sheet_place (sheet, row, column);

      g_set_error (&self->fault, KKR_CALC_ERROR, (int) code, "%s: %s", place, text);
    }
}

void
kkr_guarantee_plan_note (KkrGuaranteePlan *self, KkrNoteKind kind, const char *danish,
                         const char *english)
{
  g_ptr_array_add (self->notes, kkr_note_new (kind, danish, english));
}

KkrGuaranteePlace *
kkr_guarantee_plan_get_place (const KkrGuaranteePlan *self, guint i)
{
  return &g_array_index (self->places, KkrGuaranteePlace, i);
}

KkrGuaranteeSpan *
kkr_guarantee_plan_get_span (const KkrGuaranteePlan *self, guint i)
{
  return &g_array_index (self->spans, KkrGuaranteeSpan, i);
}

const KkrRational *
kkr_guarantee_plan_get_share (const KkrGuaranteePlan *self, int year)
{
  return &self->shares[self->yearly ? year - 1 : 0];
}

const char *
kkr_guarantee_plan_get_text (const KkrGuaranteePlan *self, guint place, guint column)
{
  const char *text = kkr_sheet_get_text (self->places_sheet,
                                         kkr_guarantee_plan_get_place (self, place)->row, column);

  return text != NULL ? text : "";
}

char *
kkr_guarantee_place_reasons (const KkrGuaranteePlan *self, guint place, const char *language)
{
  const KkrGuaranteePlace *one = kkr_guarantee_plan_get_place (self, place);
  g_autofree char *reasons = NULL;
  const char *own;

  if (one->covered)
    return g_strdup ("");
  reasons = kkr_guarantee_reasons (one->refusals, language);
  if (one->declared)
    return g_steal_pointer (&reasons);
  own = kkr_text_in (language, "pladsen er ikke omfattet af aftalen",
                     "the place is not part of the agreement");
  return *reasons == '\0' ? g_strdup (own) : g_strdup_printf ("%s; %s", own, reasons);
}

static gboolean
open_sheets (KkrGuaranteePlan *self, GError **error)
{
  self->places_sheet = kkr_calculator_open_sheet (self->calculator, "places", error);
  if (self->places_sheet != NULL)
    self->statuses_sheet = kkr_calculator_open_sheet (self->calculator, "statuses", error);
  if (self->statuses_sheet != NULL)
    self->tariffs_sheet = kkr_calculator_open_sheet (self->calculator, "tariffs", error);
  if (self->tariffs_sheet != NULL)
    self->municipalities_sheet = kkr_calculator_open_sheet (self->calculator, "municipalities",
                                                            error);
  return self->municipalities_sheet != NULL;
}

KkrGuaranteePlan *
kkr_guarantee_plan_new (KkrCalculator *calculator, GError **error)
{
  static const Stage stages[] = {
    kkr_guarantee_plan_read_rules,     kkr_guarantee_plan_read_places,
    kkr_guarantee_plan_find_operators, kkr_guarantee_plan_read_periods,
    kkr_guarantee_plan_find_terms,     kkr_guarantee_plan_find_windows,
    kkr_guarantee_plan_find_covered,   kkr_guarantee_plan_cut,
    kkr_guarantee_plan_add_up,         kkr_guarantee_plan_split,
  };
  g_autoptr (KkrGuaranteePlan) self = g_new0 (KkrGuaranteePlan, 1);

  self->calculator = calculator;
  self->reg = kkr_calculator_get_register (calculator);
  self->places = g_array_new (FALSE, TRUE, sizeof (KkrGuaranteePlace));
  self->statuses = g_array_new (FALSE, TRUE, sizeof (KkrGuaranteePeriod));
  self->tariffs = g_array_new (FALSE, TRUE, sizeof (KkrGuaranteePeriod));
  self->spans = g_array_new (FALSE, TRUE, sizeof (KkrGuaranteeSpan));
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->spellings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->users = g_ptr_array_new_with_free_func (g_free);
  self->by_user = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->payers = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  if (!open_sheets (self, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      stages[i](self);
      if (self->fault != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&self->fault));
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}

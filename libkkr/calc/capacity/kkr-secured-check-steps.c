/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-check-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-number-private.h>

typedef struct {
  KkrCalculator *calculator;
  KkrSheet *sheet;
  guint row;
  const char *name;
} Row;

static gboolean
check_places (const Row *self, guint column, gint64 *sum)
{
  const gint64 places = kkr_sheet_has (self->sheet, self->row, column)
                          ? kkr_sheet_get_whole (self->sheet, self->row, column) : 0;

  if (places < -KKR_SECURED_MAX_PLACES || places > KKR_SECURED_MAX_PLACES)
    return kkr_secured_report (self->calculator, self->sheet, self->row, column,
                               KKR_CALC_ERROR_OUT_OF_RANGE,
                               _("%s: no such number of places: %lld found, at most %lld expected"),
                               self->name, (long long) places, (long long) KKR_SECURED_MAX_PLACES);
  *sum += ABS (places);
  if (*sum > KKR_SECURED_MAX_PLACES)
    return kkr_secured_report (self->calculator, self->sheet, self->row, column,
                               KKR_CALC_ERROR_OVERFLOW,
                               _("%s: too many places in all: %lld found, at most %lld expected"),
                               self->name, (long long) *sum, (long long) KKR_SECURED_MAX_PLACES);
  return TRUE;
}

static gboolean
check_costs (const Row *self, gint64 *sum)
{
  const gint64 low = kkr_sheet_get_amount (self->sheet, self->row, KKR_SECURED_STEP_COST);
  const gint64 high = kkr_sheet_get_amount (self->sheet, self->row, KKR_SECURED_STEP_COST_HIGH);
  const gint64 largest = MAX (low, high);
  g_autofree char *low_text = low != G_MININT64 ? kkr_message_amount (low) : NULL;
  g_autofree char *high_text = high != G_MININT64 ? kkr_message_amount (high) : NULL;

  if (low_text != NULL && low < 0)
    return kkr_secured_report (self->calculator, self->sheet, self->row, KKR_SECURED_STEP_COST,
                               KKR_CALC_ERROR_OUT_OF_RANGE,
                               _("%s: a negative cost: %s found, 0 or more expected"), self->name,
                               low_text);
  if (high_text != NULL && low_text == NULL)
    return kkr_secured_report (self->calculator, self->sheet, self->row,
                               KKR_SECURED_STEP_COST_HIGH, KKR_CALC_ERROR_MISSING_INPUT,
                               _("%s: a highest cost and no lowest: %s found, cost and cost-high "
                                 "expected"), self->name, high_text);
  if (high_text != NULL && high < low)
    return kkr_secured_report (self->calculator, self->sheet, self->row,
                               KKR_SECURED_STEP_COST_HIGH, KKR_CALC_ERROR_INCONSISTENT,
                               _("%s: a highest cost below the lowest: %s found, %s or more "
                                 "expected"), self->name, high_text, low_text);
  if (largest != G_MININT64 && __builtin_add_overflow (*sum, largest, sum))
    return kkr_secured_report (self->calculator, self->sheet, self->row, KKR_SECURED_STEP_COST,
                               KKR_CALC_ERROR_OVERFLOW,
                               _("%s: the costs in all do not fit: %s found, less expected"),
                               self->name, high_text != NULL ? high_text : low_text);
  return TRUE;
}

static gboolean
check_row (const Row *self, gint64 *secured, gint64 *open, gint64 *cost)
{
  gboolean good;

  if (!kkr_sheet_has (self->sheet, self->row, KKR_SECURED_STEP_SECURED)
      && !kkr_sheet_has (self->sheet, self->row, KKR_SECURED_STEP_OPEN))
    return kkr_secured_report (self->calculator, self->sheet, self->row, KKR_SECURED_STEP_SECURED,
                               KKR_CALC_ERROR_MISSING_INPUT,
                               _("%s: no places found, secured-places or open-places expected"),
                               self->name);
  good = kkr_secured_check_year (self->calculator, self->sheet, self->row, KKR_SECURED_STEP_YEAR,
                                 self->name);
  good &= check_places (self, KKR_SECURED_STEP_SECURED, secured);
  good &= check_places (self, KKR_SECURED_STEP_OPEN, open);
  good &= check_costs (self, cost);
  return good;
}

gboolean
kkr_secured_check_steps (KkrCalculator *calculator)
{
  g_autoptr (KkrSheet) sheet = kkr_calculator_open_sheet (calculator, "steps", NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 secured = 0, open = 0, cost = 0;
  gboolean good = sheet != NULL;

  for (guint row = 0; good && row < kkr_sheet_get_n_rows (sheet); row++)
    {
      const char *text = kkr_sheet_get_text (sheet, row, KKR_SECURED_STEP_NAME);
      g_autofree char *name = kkr_text_quote (text);
      const Row self = { calculator, sheet, row, name };

      good = check_row (&self, &secured, &open, &cost);
      g_hash_table_add (names, kkr_text_fold (text));
      if (good && g_hash_table_size (names) > KKR_SECURED_MAX_STEPS)
        good = kkr_secured_report (calculator, sheet, row, KKR_SECURED_STEP_NAME,
                                   KKR_CALC_ERROR_OUT_OF_RANGE,
                                   _("too many steps: %s as number %u found, at most %d expected"),
                                   name, g_hash_table_size (names), KKR_SECURED_MAX_STEPS);
    }
  return good;
}

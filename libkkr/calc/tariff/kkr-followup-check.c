/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>

/* More do not fit beside a change of some thousand per cent. */
#define MAX_DECIMALS 12

/* FALSE where nothing can be computed with them. */
static gboolean
check_numbers (KkrCalculator *self)
{
  static const char *const decimals[] = { "level-decimals", "operator-decimals", "decimals" };
  static const char *const sizes[] = { "jump-limit", "effect-amount", "effect-percent", "target" };
  static const char *const choices[] = { "rounding", "chain", "weighting", "cap-subject",
                                         "cap-reference" };
  gboolean good = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (decimals); i++)
    {
      int n = kkr_calculator_get_int (self, decimals[i]);

      if (n < 0 || n > MAX_DECIMALS)
        {
          g_autofree char *text = g_strdup_printf (_("no number of decimals: %d found, 0 to %d "
                                                     "expected"), n, MAX_DECIMALS);

          kkr_calculator_report (self, decimals[i], KKR_CALC_ERROR_OUT_OF_RANGE, text);
          good = FALSE;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      KkrRational value = KKR_RATIONAL_ZERO;

      if (!kkr_calculator_is_assigned (self, sizes[i]))
        continue;
      if (!kkr_calculator_get_rational (self, sizes[i], &value, &error))
        kkr_calculator_report (self, sizes[i], KKR_CALC_ERROR_OUT_OF_RANGE, error->message);
      else if (value.num < 0)
        kkr_calculator_report (self, sizes[i], KKR_CALC_ERROR_OUT_OF_RANGE,
                               _("negative: less than 0 found, 0 or more expected"));
    }
  /* The base class reports these. */
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    good = good && kkr_calculator_get_enum (self, choices[i]) != 0;
  return good;
}

/* Cells that cannot be read were reported before. */
static gboolean
can_open_all (KkrCalculator *self)
{
  static const char *const inputs[] = { "lists", "operators", "rates", "reporters", "renames",
                                        "effects" };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autoptr (KkrSheet) sheet = kkr_calculator_open_sheet (self, inputs[i], NULL);

      if (sheet == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_ways (KkrCalculator *self)
{
  gboolean lists = kkr_calculator_is_assigned (self, "lists");
  gboolean operators = kkr_calculator_is_assigned (self, "operators");

  if (lists && operators)
    kkr_calculator_report (self, "operators", KKR_CALC_ERROR_INCONSISTENT,
                           _("two ways to the changes: lists and operators found, one of them "
                             "expected"));
  else if (!lists && !operators && !kkr_followup_has_reduction (self))
    kkr_calculator_report (self, "lists", KKR_CALC_ERROR_MISSING_INPUT,
                           _("missing: nothing to follow up found, lists, operators, or saving and "
                             "reduction expected"));
  else if (!lists && kkr_calculator_get_enum (self, "cap-subject") > KKR_CAP_SUBJECT_NONE)
    kkr_calculator_report (self, "lists", KKR_CALC_ERROR_MISSING_INPUT,
                           _("missing: a cap without lists found, lists of tariffs expected"));
  else
    return TRUE;
  return FALSE;
}

static void
report (KkrCalculator *self, const char *input, const GError *error)
{
  if (error->domain == KKR_CALC_ERROR)
    kkr_calculator_report (self, input, (KkrCalcError) error->code, error->message);
}

static gboolean
check_lists (KkrCalculator *self)
{
  g_autoptr (KkrFollowupLists) lists = NULL;
  g_autoptr (KkrFollowupRates) rates = NULL;
  g_autoptr (GError) error = NULL, rates_error = NULL;
  const char *input = NULL;

  lists = kkr_followup_lists_new (self, NULL, &input, &error);
  if (lists == NULL)
    report (self, input, error);
  rates = kkr_followup_rates_new (self, &input, &rates_error);
  if (rates == NULL)
    report (self, input, rates_error);
  return lists != NULL && rates != NULL;
}

/* What only shows when both are there. What the register does not have is no fault of an input. */
static void
check_cap (KkrCalculator *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrFollowup) followup = kkr_followup_new (self, NULL, &error);
  g_autoptr (KkrFollowupCap) cap = NULL;
  const char *input = "lists";

  if (followup == NULL)
    {
      if (error->code == KKR_CALC_ERROR_OUT_OF_RANGE || error->code == KKR_CALC_ERROR_INCONSISTENT
          || error->code == KKR_CALC_ERROR_MISSING_INPUT)
        report (self, kkr_calculator_is_assigned (self, "lists") ? "lists" : "operators", error);
      return;
    }
  if (!kkr_calculator_is_assigned (self, "lists") ||
      kkr_calculator_get_enum (self, "cap-subject") == KKR_CAP_SUBJECT_NONE)
    return;
  cap = kkr_followup_cap_new (followup, &input, &error);
  if (cap == NULL && error->code != KKR_CALC_ERROR_NO_DATA &&
      error->code != KKR_CALC_ERROR_OVERFLOW)
    report (self, input, error);
}

void
kkr_followup_check (KkrCalculator *self)
{
  gboolean has_lists = kkr_calculator_is_assigned (self, "lists");
  g_autoptr (GError) error = NULL;
  const char *input = NULL;

  if (!check_numbers (self) || !can_open_all (self) || !check_ways (self))
    return;
  if (kkr_followup_has_reduction (self) &&
      !kkr_followup_check_reduction (self, &input, &error))
    report (self, input, error);
  if (has_lists ? check_lists (self) : kkr_calculator_is_assigned (self, "operators"))
    check_cap (self);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

#include <glib/gi18n-lib.h>

void
kkr_price_check (KkrCalculator *calculator)
{
  static const char *const wanted[] = { "amount", "amounts", "printed", "printed-from",
                                        "printed-to", "breakdown" };
  const char *input = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrPricePlan) plan = kkr_price_plan_read (calculator, &input, &error);
  gboolean any = FALSE;

  if (plan == NULL)
    {
      kkr_calculator_report (calculator, input, (KkrCalcError) error->code, error->message);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    any |= kkr_calculator_is_assigned (calculator, wanted[i]);
  if (!any)
    kkr_calculator_report (calculator, "amount", KKR_CALC_ERROR_MISSING_INPUT,
                           _("missing: nothing to regulate found, an amount, amounts, printed "
                             "figures or a breakdown expected"));
}

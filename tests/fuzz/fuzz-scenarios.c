/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <libkkr/calc/kkr-scenarios.h>
#include <libkkr/calc/supervision/kkr-supervision-tariff.h>

/* Any bytes are scenarios, or an error; and any scenarios can be run, or are an error. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (KkrCalculator) calculator = KKR_CALCULATOR (kkr_supervision_tariff_new ());
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) scenarios = kkr_calculator_read_scenarios_bytes (calculator, bytes, NULL,
                                                                        NULL, &error);
  g_autoptr (KkrResult) result = NULL;

  if (!fuzz_settle (scenarios != NULL, &error))
    return 0;
  result = kkr_calculator_run_table (calculator, scenarios, NULL, NULL, &error);
  if (fuzz_settle (result != NULL, &error))
    {
      g_autofree char *text = kkr_result_to_string (result);

      g_assert_nonnull (text);
    }
  return 0;
}

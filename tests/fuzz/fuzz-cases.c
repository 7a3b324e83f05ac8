/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <libkkr/calc/checking/kkr-case-outcome-private.h>

/* Any bytes are cases that can be computed, or an error that says where. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();
  g_autoptr (KkrCaseOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  outcome = kkr_case_outcome_new (kkr_case_book_new_from_data (reg, (const char *) data, size,
                                                               "cases.xml"),
                                  NULL, NULL, &error);
  if (fuzz_settle (outcome != NULL, &error))
    for (guint i = 0; i < outcome->figures->len; i++)
      g_assert_nonnull (kkr_case_figure_get_cell (&g_array_index (outcome->figures, KkrCaseFigure,
                                                                  i))->text);
  return 0;
}

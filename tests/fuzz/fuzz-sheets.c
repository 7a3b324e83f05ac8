/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include "../unit/calc/test-places.h"

/* What was read once is read again from what is printed of it, but for fractions, which plain CSV
 * has as decimals. */
static void
check_again (KkrCalculator *calculator, KkrTable *table)
{
  g_autofree char *csv = kkr_table_to_csv (table);
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  g_autoptr (KkrTable) again = kkr_calculator_read_table_bytes (calculator, "places", bytes, NULL,
                                                                NULL, NULL);
  static const char *const exact[] = { "from", "to", "tariff", "beds" };

  if (again == NULL || kkr_table_get_n_rows (again) != kkr_table_get_n_rows (table))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (exact); i++)
    {
      KkrColumn *one = kkr_table_get_column (table, exact[i]);
      KkrColumn *two = kkr_table_get_column (again, exact[i]);

      if (one != NULL && two != NULL)
        g_assert_true (g_bytes_equal (kkr_column_get_bytes (one), kkr_column_get_bytes (two)));
    }
}

static void
run (KkrCalculator *calculator, KkrTable *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrResult) result = NULL;

  g_object_set (calculator, "places", table, NULL);
  result = kkr_calculator_run (calculator, NULL, &error);
  if (fuzz_settle (result != NULL, &error))
    {
      g_autofree char *text = kkr_result_to_json (result);

      g_assert_nonnull (text);
    }
}

/* Any bytes are the table of an input, or an error; and any such table can be run with, or is an
 * error. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (KkrCalculator) calculator = g_object_new (test_places_get_type (), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) table = kkr_calculator_read_table_bytes (calculator, "places", bytes, NULL,
                                                                NULL, &error);

  if (!fuzz_settle (table != NULL, &error))
    return 0;
  run (calculator, table);
  check_again (calculator, table);
  return 0;
}

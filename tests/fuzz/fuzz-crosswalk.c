/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-crosswalk.h>

/* Any bytes are a crosswalk that keeps the total, or an error. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrCrosswalk) crosswalk = kkr_crosswalk_new_from_bytes (bytes, NULL, &error);
  g_autoptr (KkrTable) moved = NULL;
  g_autofree gint64 *values = NULL;
  g_auto (GStrv) codes = NULL;
  gint64 total = 0;
  guint n;

  if (!fuzz_settle (crosswalk != NULL, &error))
    return 0;
  codes = kkr_crosswalk_dup_from_codes (crosswalk);
  n = g_strv_length (codes);
  values = g_new (gint64, (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    total += values[i] = (gint64) i * 1000 - 7;
  moved = kkr_crosswalk_apply_values (crosswalk, (const char *const *) codes, values, n, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < kkr_table_get_n_rows (moved); i++)
    total -= kkr_column_get_int64 (kkr_table_get_column (moved, "value"), i);
  g_assert_cmpint (total, ==, 0);
  return 0;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <libkkr/base/kkr-amount.h>

/* What is read as an amount is printed as the same amount. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_text (data, size);
  g_autofree char *danish = NULL, *english = NULL;
  g_autoptr (GError) error = NULL;
  gint64 amount = kkr_amount_from_string (text, &error);

  if (!fuzz_settle (error == NULL, &error))
    {
      g_assert_cmpint (amount, ==, 0);
      return 0;
    }
  danish = kkr_amount_to_string (amount);
  english = kkr_amount_to_string_in (amount, "en");
  fuzz_check_text (danish);
  fuzz_check_text (english);
  g_assert_cmpint (kkr_amount_from_string (danish, &error), ==, amount);
  g_assert_no_error (error);
  return 0;
}

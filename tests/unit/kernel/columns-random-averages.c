/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "columns-random.h"

static void
test_averages (void)
{
  const KkrApportionMethod methods[] = { DH, SL, HH };

  test_random_columns (methods, G_N_ELEMENTS (methods), 1792);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/columns/random/averages", test_averages);
  return g_test_run ();
}

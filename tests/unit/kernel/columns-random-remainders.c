/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "columns-random.h"

static void
test_remainders (void)
{
  const KkrApportionMethod methods[] = { LR, LR, LR, RL, CU, IN };

  test_random_columns (methods, G_N_ELEMENTS (methods), 1857);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/columns/random/remainders", test_remainders);
  return g_test_run ();
}

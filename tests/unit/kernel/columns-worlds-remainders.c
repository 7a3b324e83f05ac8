/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "columns-worlds.h"

static void
test_method (gconstpointer data)
{
  test_columns_of_small_worlds ((KkrApportionMethod) GPOINTER_TO_INT (data));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/columns/worlds/largest-remainder", GINT_TO_POINTER (LR), test_method);
  g_test_add_data_func ("/columns/worlds/residual-to-largest", GINT_TO_POINTER (RL), test_method);
  g_test_add_data_func ("/columns/worlds/cumulative", GINT_TO_POINTER (CU), test_method);
  g_test_add_data_func ("/columns/worlds/independent", GINT_TO_POINTER (IN), test_method);
  return g_test_run ();
}

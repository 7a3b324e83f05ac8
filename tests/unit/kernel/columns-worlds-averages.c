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
  g_test_add_data_func ("/columns/worlds/dhondt", GINT_TO_POINTER (DH), test_method);
  g_test_add_data_func ("/columns/worlds/sainte-lague", GINT_TO_POINTER (SL), test_method);
  g_test_add_data_func ("/columns/worlds/huntington-hill", GINT_TO_POINTER (HH), test_method);
  return g_test_run ();
}

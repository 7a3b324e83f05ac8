/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Limits of files of scenarios, and what their rows are called. */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include <libkkr/calc/kkr-csv-file-private.h>
#include <libkkr/calc/kkr-scenarios-private.h>
#include <libkkr/kkr.h>

static KkrTable *
read_scenarios (GBytes *bytes, GError **error)
{
  g_autoptr (KkrCalculator) calculator = KKR_CALCULATOR (kkr_supervision_tariff_new ());

  return kkr_calculator_read_scenarios_bytes (calculator, bytes, "a.csv", NULL, error);
}

static void
test_too_large (void)
{
  /* Nobody reads a byte of it. */
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", KKR_CSV_FILE_MAX_BYTES + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_scenarios (bytes, &error));
  g_assert_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message,
                            "268435457 bytes or more found, at most 268435456 expected"));
}

/* As a file that never ends it is not read to its end. */
static void
test_too_large_file (void)
{
  g_autofree char *path = NULL;
  g_autoptr (KkrCalculator) calculator = KKR_CALCULATOR (kkr_supervision_tariff_new ());
  g_autoptr (GError) error = NULL;
  int file = g_file_open_tmp ("scenarios-XXXXXX.csv", &path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ftruncate (file, 2 * (off_t) KKR_CSV_FILE_MAX_BYTES), ==, 0);
  g_assert_true (g_close (file, NULL));
  g_assert_null (kkr_calculator_read_scenarios (calculator, path, NULL, &error));
  g_assert_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, ": 268697600 bytes or more found"));
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_places (void)
{
  static const char text[] = "year\n2023\n\n2024\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("scenarios", "S", "S");
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) from_file = read_scenarios (bytes, &error);
  g_autoptr (KkrTable) made = kkr_table_builder_end (builder, NULL);
  g_autofree char *first = kkr_scenarios_dup_place (from_file, 0);
  g_autofree char *second = kkr_scenarios_dup_place (from_file, 1);
  g_autofree char *other = kkr_scenarios_dup_place (made, 3);

  g_assert_no_error (error);
  g_assert_cmpstr (first, ==, "a.csv:2");
  g_assert_cmpstr (second, ==, "a.csv:4");
  g_assert_cmpstr (other, ==, "scenario 3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenarios/too-large", test_too_large);
  g_test_add_func ("/scenarios/too-large-file", test_too_large_file);
  g_test_add_func ("/scenarios/places", test_places);
  return g_test_run ();
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fixture.h"

static void
assert_found (KkrTable *table, const char *key, gint64 row)
{
  g_autoptr (GError) error = NULL;
  gint64 found = kkr_table_find_row (table, key, &error);

  g_assert_no_error (error);
  g_assert_cmpint (found, ==, row);
}

static void
assert_not_found (KkrTable *table, const char *key, KkrCalcError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kkr_table_find_row (table, key, &error), ==, -1);
  g_assert_error (error, KKR_CALC_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
assert_key (KkrTable *table, guint row, const char *expected)
{
  g_autofree char *key = kkr_table_dup_row_key (table, row);

  g_assert_cmpstr (key, ==, expected);
  if (expected != NULL)
    assert_found (table, key, row);
}

static void
test_municipalities (void)
{
  g_autoptr (KkrTable) table = make_financing ();

  assert_found (table, "Rebild", 7);
  assert_found (table, "rebild", 7);
  assert_found (table, " LÆSØ ", 4);
  assert_found (table, "840", 7);
  assert_found (table, "840/Rebild", 7);
  assert_found (table, "Vesthimmerlands", 9);
  assert_found (table, "Rebilds", 7);
  assert_found (table, "Ålborg", 10);
  assert_found (table, "851/ÅLBORG", 10);
  assert_found (table, "Morsø", 6);
  assert_key (table, 7, "Rebild");
  assert_key (table, 10, "Aalborg");
  assert_key (table, 11, NULL);
  /* By letters to change: Rebild 1, Læsø and Morsø 5, Aalborg 6, Silkeborg 7; then Thisted. */
  assert_not_found (table, "Rebil", KKR_CALC_ERROR_NO_DATA,
                    "no such row in table \"financing\": \"Rebil\" found, a key such as "
                    "\"Rebild\", \"Læsø\", \"Morsø\", \"Aalborg\", \"Silkeborg\" expected");
}

/* An exact match comes before one that only differs by its final s. */
static void
test_final_s (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("t", "T", "T");
  g_autoptr (KkrTable) table = NULL;

  kkr_table_builder_add_text (builder, "place", "Sted", "Place",
                              NAMES ("Bornholm", "Bornholms", "Nordfyns", "Vesthimmerland"));
  kkr_table_builder_set_key (builder, NAMES ("place"));
  table = end_builder (builder);
  assert_found (table, "Bornholm", 0);
  assert_found (table, "Bornholms", 1);
  assert_found (table, "nordfyn", 2);
  assert_found (table, "Vesthimmerlands", 3);
}

static KkrTable *
make_years (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("years", "År", "Years");

  kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_NONE,
                               INT64S (2023, 2023, 2024, 2024), 4);
  kkr_table_builder_add_text (builder, "municipality", "Kommune", "Municipality",
                              NAMES ("Rebild", "Vesthimmerland", "Rebild", "Morsø"));
  kkr_table_builder_add_int64 (builder, "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT,
                               INT64S (1, 2, 3, 4), 4);
  kkr_table_builder_set_key (builder, NAMES ("year", "municipality"));
  return end_builder (builder);
}

static void
test_joined (void)
{
  g_autoptr (KkrTable) table = make_years ();

  assert_key (table, 0, "2023/Rebild");
  assert_key (table, 3, "2024/Morsø");
  assert_found (table, "2024/rebild", 2);
  assert_found (table, "2023/Vesthimmerlands", 1);
  assert_found (table, "Morsø", 3);
  assert_not_found (table, "Rebild", KKR_CALC_ERROR_INCONSISTENT,
                    "the key names 2 rows of table \"years\": \"Rebild\" found, the key of one row "
                    "expected, such as \"2023/Rebild\", \"2024/Rebild\"");
  assert_not_found (table, "2024", KKR_CALC_ERROR_INCONSISTENT,
                    "the key names 2 rows of table \"years\": \"2024\" found, the key of one row "
                    "expected, such as \"2024/Rebild\", \"2024/Morsø\"");
  assert_not_found (table, "2025/Rebild", KKR_CALC_ERROR_NO_DATA,
                    "no such row in table \"years\": \"2025/Rebild\" found, a key such as "
                    "\"2023/Rebild\", \"2024/Rebild\", \"2024/Morsø\", \"2023/Vesthimmerland\" "
                    "expected");
}

static void
test_slashes_and_languages (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("t", "T", "T");
  g_autoptr (KkrTable) table = NULL;

  kkr_table_builder_add_text (builder, "group", "Gruppe", "Group",
                              NAMES ("børn/unge", "børn", "voksne", "voksne"));
  kkr_table_builder_add_text (builder, "kind", "Slags", "Kind",
                              NAMES ("døgn", "unge/døgn", "dag", "døgn"));
  kkr_table_builder_set_labels_in_english (builder, "group",
                                           NAMES ("children/young", "children", "adults"));
  kkr_table_builder_set_key (builder, NAMES ("group", "kind"));
  table = end_builder (builder);
  assert_found (table, "children/young", 0);
  assert_found (table, "Children", 1);
  assert_found (table, "adults/dag", 2);
  assert_found (table, "voksne/døgn", 3);
  assert_not_found (table, "børn/unge/døgn", KKR_CALC_ERROR_INCONSISTENT,
                    "the key names 2 rows of table \"t\": \"børn/unge/døgn\" found, the key of one "
                    "row expected, such as \"børn/unge/døgn\", \"børn/unge/døgn\"");
}

static void
test_dates_and_gaps (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("t", "T", "T");
  g_autoptr (KkrTable) table = NULL;

  kkr_table_builder_add_date (builder, "day", "Dag", "Day", INT32S (0, 19590, G_MININT32), 3);
  kkr_table_builder_add_text (builder, "note", "Note", "Note", NAMES ("a", "b", "a"));
  kkr_table_builder_set_status (builder, "note", 1, KKR_CELL_STATUS_SUPPRESSED);
  kkr_table_builder_set_key (builder, NAMES ("day", "note"));
  table = end_builder (builder);
  assert_found (table, "2023-08-21", 1);
  assert_key (table, 0, "1970-01-01/a");
  assert_key (table, 1, "2023-08-21/..");
  assert_key (table, 2, "/a");
}

/* Without a key, rows are named by their numbers. */
static void
test_no_key (void)
{
  g_autoptr (KkrTable) table = make_mixed ();
  g_autoptr (KkrTable) empty = end_builder (kkr_table_builder_new ("e", "E", "E"));

  assert_key (table, 0, "0");
  assert_key (table, 3, "3");
  assert_key (table, 4, NULL);
  assert_not_found (table, "Skovhuset", KKR_CALC_ERROR_NO_DATA,
                    "no such row in table \"mixed\", which has no key columns: \"Skovhuset\" "
                    "found, the number of one of its 4 rows expected, from 0");
  g_assert_cmpint (kkr_table_find_row (table, "4", NULL), ==, -1);
  g_assert_cmpint (kkr_table_find_row (empty, "0", NULL), ==, -1);
}

/* The code that is one row's key is so even if another column holds that number too. */
static void
test_last_key_wins (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("t", "T", "T");
  g_autoptr (KkrTable) table = NULL;

  kkr_table_builder_add_int64 (builder, "group", "Gruppe", "Group", KKR_UNIT_NONE,
                               INT64S (7, 7, 8), 3);
  kkr_table_builder_add_int64 (builder, "place", "Sted", "Place", KKR_UNIT_NONE,
                               INT64S (9, 8, 7), 3);
  kkr_table_builder_set_key (builder, NAMES ("group", "place"));
  table = end_builder (builder);
  assert_key (table, 0, "9");
  assert_key (table, 1, "8");
  assert_key (table, 2, "7");
}

static void
test_odd_keys (void)
{
  g_autoptr (KkrTable) table = make_financing ();
  g_autofree char *endless = g_strnfill (100000, '/');

  g_assert_cmpint (kkr_table_find_row (table, "", NULL), ==, -1);
  g_assert_cmpint (kkr_table_find_row (table, "/", NULL), ==, -1);
  g_assert_cmpint (kkr_table_find_row (table, "840/", NULL), ==, -1);
  g_assert_cmpint (kkr_table_find_row (table, "s", NULL), ==, -1);
  g_assert_cmpint (kkr_table_find_row (table, "\xff\xfe", NULL), ==, -1);
  g_assert_cmpint (kkr_table_find_row (table, endless, NULL), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lookup/municipalities", test_municipalities);
  g_test_add_func ("/lookup/final-s", test_final_s);
  g_test_add_func ("/lookup/joined", test_joined);
  g_test_add_func ("/lookup/slashes-and-languages", test_slashes_and_languages);
  g_test_add_func ("/lookup/dates-and-gaps", test_dates_and_gaps);
  g_test_add_func ("/lookup/no-key", test_no_key);
  g_test_add_func ("/lookup/last-key-wins", test_last_key_wins);
  g_test_add_func ("/lookup/odd-keys", test_odd_keys);
  return g_test_run ();
}

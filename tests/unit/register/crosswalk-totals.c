/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a crosswalk does to a series, against the words of its documentation: for random splits,
 * mergers and mergers of parts, over several years, with values that are not there. */

#include <libkkr/base/kkr-error.h>
#include <libkkr/kernel/kkr-apportion.h>

#include "random-world.h"

#define N_WORLDS 1500

/* What one code that is reached should have. */
typedef struct {
  gboolean listed;
  KkrCellStatus status;
  gint64 value;
} Expected;

/* The part of every code by itself, added up. */
static void
expect_values (const RandomWorld *world, guint year, Expected *expected)
{
  for (guint row = 0; row < world->n_from; row++)
    {
      guint i = world->order[row], targets[MAX_CODES], n = 0;
      gint64 weights[MAX_CODES];
      g_autofree gint64 *shares = NULL;
      g_autoptr (GError) error = NULL;
      gsize n_shares;

      for (guint j = 0; j < world->n_to; j++)
        if (world->weights[i][j] != NO_ROW)
          {
            weights[n] = world->weights[i][j];
            targets[n++] = j;
          }
      if (!world->has[i] || world->status[year][i] != KKR_CELL_STATUS_VALUE)
        continue;
      shares = kkr_apportion (world->values[year][i], weights, n, world->method, world->unit,
                              &n_shares, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < n; j++)
        {
          expected[targets[j]].listed = TRUE;
          expected[targets[j]].value += shares[j];
        }
    }
}

static gboolean
gives (const RandomWorld *world, guint from, guint to)
{
  return world->weights[from][to] > 0;
}

/* What it lacks, by the words of apply_full(). Whether the whole series then has no total. */
static gboolean
expect_status (const RandomWorld *world, guint year, guint to, Expected *expected)
{
  guint n[4] = { 0 }, n_absent = 0, n_present = 0;

  for (guint i = 0; i < world->n_from; i++)
    {
      n_absent += gives (world, i, to) && !world->has[i];
      n_present += gives (world, i, to) && world->has[i];
      n[world->status[year][i]] += gives (world, i, to) && world->has[i];
    }
  for (guint i = 0; i < world->n_from; i++)
    expected->listed |= world->weights[i][to] != NO_ROW && world->has[i];
  if (n[KKR_CELL_STATUS_MISSING] > 0 || (n_absent > 0 && n_present > 0))
    expected->status = KKR_CELL_STATUS_MISSING;
  else if (n[KKR_CELL_STATUS_SUPPRESSED] > 0)
    expected->status = KKR_CELL_STATUS_SUPPRESSED;
  else if (n[KKR_CELL_STATUS_NOT_APPLICABLE] > 0 && n[KKR_CELL_STATUS_VALUE] == 0)
    expected->status = KKR_CELL_STATUS_NOT_APPLICABLE;
  return expected->status == KKR_CELL_STATUS_MISSING
         || expected->status == KKR_CELL_STATUS_SUPPRESSED;
}

/* Each code that takes the value of this one is named, and no other. */
static void
assert_remark (const RandomWorld *world, guint year, guint to, const char *remark)
{
  static const char *const words[] = { NULL, "mangler:", "diskretioneret:", "ikke relevant:" };
  gboolean reached = FALSE;

  for (guint i = 0; i < world->n_from; i++)
    reached |= gives (world, i, to) && world->has[i];
  for (guint i = 0; i < world->n_from; i++)
    {
      KkrCellStatus status = world->status[year][i];
      g_autofree char *absent = g_strdup_printf ("ingen række: f%u", i);
      g_autofree char *lost = g_strdup_printf ("%s f%u", status != KKR_CELL_STATUS_VALUE
                                                           ? words[status] : "mangler:", i);

      g_assert_true ((strstr (remark, absent) != NULL)
                     == (gives (world, i, to) && !world->has[i] && reached));
      g_assert_true ((strstr (remark, lost) != NULL)
                     == (gives (world, i, to) && world->has[i]
                         && status != KKR_CELL_STATUS_VALUE));
    }
}

static void
assert_moved (const RandomWorld *world, guint year, KkrTable *moved, const Expected *expected)
{
  g_autofree char *name = random_world_name_year (year);
  KkrColumn *code = kkr_table_get_column (moved, "code");
  KkrColumn *value = kkr_table_get_column (moved, name);
  g_auto (GStrv) codes = kkr_column_get_strings (code);
  g_auto (GStrv) remarks = kkr_column_get_strings (kkr_table_get_column (moved, "remark"));
  guint row = 0;

  for (guint to = 0; to < world->n_to; to++)
    {
      g_autofree char *own = g_strdup_printf ("t%u", to);

      if (!expected[to].listed)
        continue;
      g_assert_cmpstr (codes[row], ==, own);
      g_assert_cmpint (kkr_column_get_cell_status (value, row), ==, expected[to].status);
      if (expected[to].status == KKR_CELL_STATUS_VALUE)
        g_assert_cmpint (kkr_column_get_int64 (value, row), ==, expected[to].value);
      assert_remark (world, year, to, remarks[row]);
      row++;
    }
  g_assert_null (codes[row]);
}

/* The total is that of the series and the sum of what is shown, or there is none. */
static void
assert_total (const RandomWorld *world, guint year, KkrTable *moved, gboolean incomplete)
{
  g_autofree char *name = random_world_name_year (year);
  KkrColumn *value = kkr_table_get_column (moved, name);
  g_autofree char *total = NULL, *expected = NULL;
  gint64 given = 0, shown = 0;

  g_assert_true (kkr_column_has_total (value) == !incomplete);
  if (incomplete)
    return;
  for (guint i = 0; i < world->n_from; i++)
    if (world->has[i] && world->status[year][i] == KKR_CELL_STATUS_VALUE)
      given += world->values[year][i];
  for (guint row = 0; row < kkr_table_get_n_rows (moved); row++)
    if (kkr_column_get_cell_status (value, row) == KKR_CELL_STATUS_VALUE)
      shown += kkr_column_get_int64 (value, row);
  total = kkr_column_dup_total (value);
  expected = g_strdup_printf ("%lld", (long long) given);
  g_assert_cmpstr (total, ==, expected);
  g_assert_cmpint (shown, ==, given);
}

typedef struct {
  guint whole, incomplete;
} Count;

static void
check_year (const RandomWorld *world, guint year, KkrCrosswalk *crosswalk, KkrTable *series,
            Count *count)
{
  Expected expected[MAX_CODES] = { 0 };
  g_autofree char *name = random_world_name_year (year);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) moved = NULL;
  gboolean incomplete = FALSE;

  moved = kkr_crosswalk_apply_full (crosswalk, series, "code", name, world->method, world->unit,
                                    KKR_TIE_RULE_FIRST, &error);
  g_assert_no_error (error);
  expect_values (world, year, expected);
  for (guint to = 0; to < world->n_to; to++)
    incomplete |= expect_status (world, year, to, &expected[to]);
  assert_moved (world, year, moved, expected);
  assert_total (world, year, moved, incomplete);
  if (incomplete)
    count->incomplete++;
  else
    count->whole++;
}

static void
test_random_worlds (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20231204);
  Count count = { 0 };

  for (guint n = 0; n < N_WORLDS; n++)
    {
      RandomWorld world;
      g_autoptr (KkrCrosswalk) crosswalk = NULL;
      g_autoptr (KkrTable) series = NULL;

      random_world_init (&world, random);
      crosswalk = random_world_make_crosswalk (&world, random);
      series = random_world_make_series (&world);
      for (guint year = 0; year < world.n_years; year++)
        check_year (&world, year, crosswalk, series, &count);
    }
  g_test_message ("%u whole, %u incomplete", count.whole, count.incomplete);
  g_assert_cmpuint (count.whole, >, N_WORLDS / 4);
  g_assert_cmpuint (count.incomplete, >, N_WORLDS / 4);
}

/* What was split comes together again, to the unit. */
static void
test_there_and_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1084);

  for (guint n = 0; n < N_WORLDS / 4; n++)
    {
      RandomWorld world;
      g_autoptr (KkrCrosswalk) split = NULL, merge = NULL;
      g_autoptr (KkrTable) series = NULL, parts = NULL, whole = NULL;
      g_autoptr (GError) error = NULL;

      random_world_init_partition (&world, random);
      split = random_world_make_crosswalk (&world, random);
      merge = random_world_make_way_back (&world);
      series = random_world_make_series (&world);
      parts = kkr_crosswalk_apply (split, series, "code", "y2020", &error);
      g_assert_no_error (error);
      whole = kkr_crosswalk_apply (merge, parts, "code", "y2020", &error);
      g_assert_no_error (error);
      g_assert_cmpuint (kkr_table_get_n_rows (whole), ==, world.n_from);
      for (guint i = 0; i < world.n_from; i++)
        g_assert_cmpint (kkr_column_get_int64 (kkr_table_get_column (whole, "y2020"), i), ==,
                         world.values[0][i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/crosswalk-totals/random-worlds", test_random_worlds);
  g_test_add_func ("/register/crosswalk-totals/there-and-back", test_there_and_back);
  return g_test_run ();
}

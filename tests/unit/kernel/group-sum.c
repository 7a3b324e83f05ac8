/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "group-sum-helpers.h"

static gint64
random_int64 (GRand *rand)
{
  return (gint64) ((guint64) g_rand_int (rand) << 32 | g_rand_int (rand));
}

static gint64
random_bits (GRand *rand, int bits)
{
  return random_int64 (rand) >> (64 - bits);
}

/* Many keys for few rows and few for many, close together and far apart, near the ends of what a
 * key can be; values of all sizes; some without a key, some without a value, in stretches, since
 * rows are looked at in pieces. */
static Rows *
random_rows (GRand *rand, gsize max_rows)
{
  static const guint widths[] = { 2, 4, 8 };
  Rows *rows = rows_new ((gsize) g_rand_int_range (rand, 0, (gint32) max_rows),
                         widths[g_rand_int_range (rand, 0, 3)]);
  const int key_bits = g_rand_int_range (rand, 1, (int) rows->width * 8);
  const gint64 first = random_bits (rand, (int) rows->width * 8);
  const gint64 step = 1 + (g_rand_boolean (rand) ? random_bits (rand, 20) & 0xffff : 0);
  int value_bits = g_rand_int_range (rand, 1, 65), none = 0, far = 0;

  rows->has_statuses = g_rand_boolean (rand);
  for (gsize i = 0; i < rows->n; i++)
    {
      const gint64 key = (gint64) ((guint64) first
                                   + (guint64) random_bits (rand, key_bits) * (guint64) step);

      if (i % 700 == 0)
        {
          value_bits = g_rand_int_range (rand, 0, 3) == 0 ? g_rand_int_range (rand, 1, 65)
                                                          : value_bits;
          none = g_rand_int_range (rand, 0, 3) == 0 ? g_rand_int_range (rand, 0, 101) : 0;
          far = g_rand_int_range (rand, 0, 3) == 0 ? g_rand_int_range (rand, 0, 40) : 0;
        }
      rows->keys[i] = rows->width == 2 ? (gint16) key : rows->width == 4 ? (gint32) key : key;
      rows->values[i] = random_bits (rand, value_bits);
      if (g_rand_int_range (rand, 0, 100) < far)
        rows->keys[i] = g_rand_boolean (rand) ? no_key (rows->width)
                                              : random_bits (rand, (int) rows->width * 8);
      if (g_rand_int_range (rand, 0, 100) < none)
        {
          rows->statuses[i] = (guint8) g_rand_int_range (rand, 0, 4);
          if (g_rand_boolean (rand))
            rows->values[i] = G_MININT64;
        }
    }
  return rows;
}

static guint64
count_cases (void)
{
  const char *text = g_getenv ("KKR_TEST_CASES");

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : 1000000;
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  guint64 n_rows = 0;

  while (n_rows < count_cases ())
    {
      g_autoptr (Rows) rows = random_rows (rand, g_rand_boolean (rand) ? 6000 : 40);

      check (rows);
      n_rows += rows->n + 10;
    }
}

/* So many that threads share them, where there is time for that. */
static gsize
count_many (gsize wanted)
{
  return (gsize) MIN (count_cases (), wanted);
}

static void
test_many (gconstpointer data)
{
  const guint width = GPOINTER_TO_UINT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (width);
  g_autoptr (Rows) rows = rows_new (count_many (300000), width);

  rows->has_statuses = width != 4;
  for (gsize i = 0; i < rows->n; i++)
    {
      rows->keys[i] = g_rand_int_range (rand, 0, 100) == 0 ? no_key (width)
                                                           : g_rand_int_range (rand, 101, 861);
      rows->values[i] = random_bits (rand, i < rows->n / 2 ? 38 : 64);
      rows->statuses[i] = g_rand_int_range (rand, 0, 20) == 0
                            ? (guint8) g_rand_int_range (rand, 0, 4) : 0;
    }
  check (rows);
}

static void
test_one_key (void)
{
  g_autoptr (Rows) rows = rows_new (count_many (300000), 2);

  for (gsize i = 0; i < rows->n; i++)
    {
      rows->keys[i] = -7;
      rows->values[i] = i % 2 == 0 ? G_MAXINT64 : -G_MAXINT64 + 1;
    }
  check (rows);
}

static void
test_all_distinct (void)
{
  g_autoptr (Rows) rows = rows_new (count_many (1000000), 8);

  for (gsize i = 0; i < rows->n; i++)
    {
      /* An odd factor: every number comes once. */
      rows->keys[i] = (gint64) (i * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
      rows->values[i] = (gint64) i - 3;
    }
  check (rows);
}

/* What would fall together in a hash that takes the lowest or the highest bits. */
static void
test_regular_keys (void)
{
  static const int shifts[] = { 3, 17, 32, 43 };

  for (gsize j = 0; j < G_N_ELEMENTS (shifts); j++)
    {
      g_autoptr (Rows) rows = rows_new (count_many (100000), 8);

      for (gsize i = 0; i < rows->n; i++)
        {
          rows->keys[i] = (gint64) ((guint64) i << shifts[j]);
          rows->values[i] = (gint64) i;
        }
      check (rows);
    }
}

static void
test_ends (void)
{
  static const guint widths[] = { 2, 4, 8 };

  for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      const gint64 lowest = no_key (widths[w]);
      g_autoptr (Rows) rows = rows_new (5000, widths[w]);

      for (gsize i = 0; i < rows->n; i++)
        {
          rows->keys[i] = i % 3 == 0 ? lowest + (gint64) (i % 5) : -1 - lowest - (gint64) (i % 7);
          rows->values[i] = i % 2 == 0 ? G_MININT64 + (gint64) (i % 4) : G_MAXINT64;
        }
      check (rows);
      for (gsize i = 0; i < rows->n; i++)
        rows->keys[i] = lowest + (gint64) (i % 50);
      check (rows);
    }
}

/* A few keys far away among many that lie close together, at the beginning and later. */
static void
test_strays (void)
{
  g_autoptr (Rows) rows = rows_new (20000, 8);

  for (gsize i = 0; i < rows->n; i++)
    {
      rows->keys[i] = 740 + (gint64) (i * 7 % 121);
      rows->values[i] = (gint64) i;
      if (i % 1500 == 0)
        rows->keys[i] = (gint64) i << 40;
      if (i >= 10000 && i < 12000)
        rows->keys[i] += 200000;
    }
  check (rows);
}

/* Cells that become as full as they may: of the first two values they hold half a million. */
static void
test_full_cells (void)
{
  static const gint64 values[] = {
    (G_GINT64_CONSTANT (1) << 44) - 1, -(G_GINT64_CONSTANT (1) << 44), G_GINT64_CONSTANT (1) << 44,
    G_MAXINT64, G_MININT64 + 1, G_MAXUINT32, (gint64) G_MAXUINT32 + 1, -1,
  };

  for (gsize j = 0; j < G_N_ELEMENTS (values); j++)
    {
      g_autoptr (Rows) rows = rows_new (count_many (j < 2 ? 1100000 : 100000), 2);

      for (gsize i = 0; i < rows->n; i++)
        {
          rows->keys[i] = 851;
          rows->values[i] = values[j];
        }
      check (rows);
    }
}

static void
test_nothing (void)
{
  for (guint n = 0; n < 3; n++)
    {
      g_autoptr (Rows) rows = rows_new (n, 4);

      check (rows);
    }
}

static void
test_bad_status (void)
{
  g_autoptr (Rows) rows = rows_new (200000, 2);

  rows->has_statuses = TRUE;
  rows->statuses[150000] = 4;
  rows->statuses[120001] = 255;
  for (guint n_threads = 1; n_threads <= MAX_THREADS; n_threads++)
    {
      g_autofree gpointer keys = narrow (rows);
      g_autoptr (GError) error = NULL;
      gsize n;

      g_assert_null (add_up (rows, keys, n_threads, &n, &error));
      g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
      g_assert_cmpstr (error->message, ==,
                       "no such status in row 120001: 255 found, 0 to 3 expected");
      g_assert_cmpuint (n, ==, 0);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (Rows) rows = rows_new (100, 2);
  g_autofree gpointer keys = narrow (rows);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const KkrGroupSumTask task = {
    .keys = keys,
    .key_width = 2,
    .values = rows->values,
    .n_rows = rows->n,
    .n_threads = 1,
    .cancellable = cancellable,
  };
  gsize n;

  g_cancellable_cancel (cancellable);
  g_assert_null (kkr_group_sum_rows (&task, &n, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What is small, large, missing or beyond the window comes after what was not, at every place of a
 * piece of 1024 rows and of a pair, so that whatever was guessed of it was wrong. */
static void
test_changes (void)
{
  static const gint64 odd[] = {
    (gint64) 1 << 44, -((gint64) 1 << 44) - 1, G_MAXINT64, G_MININT64 + 1, G_MININT64,
  };
  static const gsize places[] = { 1024, 1025, 1027, 1535, 2046, 2047, 3072, 4095 };
  static const guint widths[] = { 2, 4, 8 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    for (guint i = 0; i < G_N_ELEMENTS (odd) * G_N_ELEMENTS (odd); i++)
      for (guint place = 0; place < G_N_ELEMENTS (places); place++)
        {
          g_autoptr (Rows) rows = rows_new (5 * 1024 + 7, widths[w]);

          for (gsize row = 0; row < rows->n; row++)
            {
              rows->keys[row] = 101 + (gint64) (row * 7 % 98) * 7;
              rows->values[row] = (gint64) row * 1000003 - 2000000;
            }
          rows->values[places[place]] = odd[i % G_N_ELEMENTS (odd)];
          rows->values[places[place] + 3] = odd[i / G_N_ELEMENTS (odd)];
          check (rows);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/group-sum/random", test_random);
  g_test_add_data_func ("/group-sum/many/2", GUINT_TO_POINTER (2), test_many);
  g_test_add_data_func ("/group-sum/many/4", GUINT_TO_POINTER (4), test_many);
  g_test_add_data_func ("/group-sum/many/8", GUINT_TO_POINTER (8), test_many);
  g_test_add_func ("/group-sum/one-key", test_one_key);
  g_test_add_func ("/group-sum/all-distinct", test_all_distinct);
  g_test_add_func ("/group-sum/regular-keys", test_regular_keys);
  g_test_add_func ("/group-sum/ends", test_ends);
  g_test_add_func ("/group-sum/strays", test_strays);
  g_test_add_func ("/group-sum/full-cells", test_full_cells);
  g_test_add_func ("/group-sum/changes", test_changes);
  g_test_add_func ("/group-sum/nothing", test_nothing);
  g_test_add_func ("/group-sum/bad-status", test_bad_status);
  g_test_add_func ("/group-sum/cancelled", test_cancelled);
  return g_test_run ();
}

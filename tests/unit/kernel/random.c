/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-random-private.h>

#include <string.h>

/* The known answers of Random123 1.14. */
static void
test_philox (void)
{
  static const struct {
    guint32 counter[4], key[2], words[4];
  } known[] = {
    { { 0 }, { 0 }, { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 } },
    { { 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff }, { 0xffffffff, 0xffffffff },
      { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd } },
    { { 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344 }, { 0xa4093822, 0x299f31d0 },
      { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 } },
  };
  guint32 words[4];

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      kkr_philox (known[i].counter, (guint64) known[i].key[1] << 32 | known[i].key[0], words);
      g_assert_cmpmem (words, sizeof words, known[i].words, sizeof known[i].words);
    }
}

static void
test_places (void)
{
  const KkrRandomPlace place = { 0x299f31d0a4093822, 0x243f6a88, 0x85a308d3, 0x13198a2e };

  g_assert_cmphex (kkr_random_get (&place, 0, 0x03707344), ==, 0x94fdccebd16cfe09);
  g_assert_cmphex (kkr_random_get (&place, 1, 0x03707344), ==, 0x24126ea15001e420);
}

/* A limit is the last number with its count, and the number after it has the next one: neither is a
 * count whose chance rounds to nothing, as those at the ends of a table may. */
static void
check_table (const KkrRandomTable *table)
{
  guint i = 0;

  g_assert_cmpuint (kkr_random_table_find (table, 0), ==, table->first);
  for (guint next = 0; table->limits[i] != G_MAXUINT64; i = next)
    {
      g_assert_cmpuint (kkr_random_table_find (table, table->limits[i]), ==, table->first + i);
      for (next = i + 1; table->limits[next] == table->limits[i];)
        next++;
      g_assert_cmpuint (table->limits[next], >, table->limits[i]);
      g_assert_cmpuint (kkr_random_table_find (table, table->limits[i] + 1), ==,
                        table->first + next);
    }
  g_assert_cmpuint (kkr_random_table_find (table, G_MAXUINT64), ==, table->first + i);
  g_assert_cmpuint (i, <, KKR_RANDOM_MAX_COUNTS);
}

/* The chances of n thirds by hand: 8, 12, 6 and 1 of 27. */
static void
test_binomial_by_hand (void)
{
  const KkrRational third = { 1, 3 };
  g_autoptr (KkrBinomial) self = kkr_binomial_new (&third);
  const KkrUint128 whole = (KkrUint128) 1 << 64;
  const guint sums[] = { 8, 20, 26 };
  const KkrRandomTable *table = &self->tables[3];

  g_assert_cmpuint (table->first, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    g_assert_cmphex (table->limits[i], ==, (guint64) ((2 * sums[i] * whole + 27) / 54) - 1);
  g_assert_cmphex (table->limits[3], ==, G_MAXUINT64);
  for (guint n = 0; n <= KKR_BINOMIAL_MAX_PIECE; n++)
    check_table (&self->tables[n]);
}

/* None, all, and what rounds to none or all. */
static void
test_binomial_ends (void)
{
  const KkrRational chances[] = { { 0, 1 }, { 1, 1 }, { 1, KKR_INT128_MAX },
                                  { KKR_INT128_MAX - 1, KKR_INT128_MAX } };
  const KkrRational bad[] = { { -1, 2 }, { 3, 2 } };
  const KkrRandomPlace place = { 1, 2, 3, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (chances); i++)
    {
      g_autoptr (KkrBinomial) self = kkr_binomial_new (&chances[i]);
      const guint64 n[] = { 0, 1, 255, 256, 1000 };

      for (guint j = 0; j < G_N_ELEMENTS (n); j++)
        g_assert_cmpuint (kkr_binomial_find (self, n[j], &place, 0, G_MAXUINT64 / 3), ==,
                          i % 2 == 0 ? 0 : n[j]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (kkr_binomial_new (&bad[i]));
}

static void
test_poisson_ends (void)
{
  const KkrRational bad[] = { { -1, 2 }, { 1000001, 1 }, { 1, 1000000000001 } };
  const KkrRational good[] = { { 1, 1000000000000 }, { 128, 1 }, { 1279999999999, 10000000000 },
                               { 1000000, 1 } };
  const guint32 pieces[] = { 1, 1, 1, 7813 };
  const KkrRandomPlace place = { 1, 2, 3, 4 };
  KkrPoisson self;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (kkr_poisson_init (&self, &bad[i]));
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (kkr_poisson_init (&self, &good[i]));
      g_assert_cmpuint (self.n_pieces, ==, pieces[i]);
      check_table (&self.table);
      kkr_poisson_clear (&self);
    }
  g_assert_true (kkr_poisson_init (&self, &KKR_RATIONAL_ZERO));
  g_assert_cmpuint (kkr_poisson_find (&self, &place, 0, G_MAXUINT64), ==, 0);
  kkr_poisson_clear (&self);
}

/* A sum of pieces has one number each: the first is given, the others are drawn. */
static void
test_pieces (void)
{
  const KkrRational mean = { 300, 1 }, half = { 1, 2 };
  const KkrRandomPlace place = { 17, 5, 7, 2 };
  g_autoptr (KkrBinomial) binomial = kkr_binomial_new (&half);
  const KkrRandomTable *tables = binomial->tables;
  guint64 numbers[3];
  KkrPoisson poisson;

  g_assert_true (kkr_poisson_init (&poisson, &mean));
  g_assert_cmpuint (poisson.n_pieces, ==, 3);
  for (guint i = 0; i < 3; i++)
    numbers[i] = kkr_random_get (&place, 1, i);
  g_assert_cmpuint (kkr_poisson_find (&poisson, &place, 1, numbers[0]), ==,
                    kkr_random_table_find (&poisson.table, numbers[0])
                      + kkr_random_table_find (&poisson.table, numbers[1])
                      + kkr_random_table_find (&poisson.table, numbers[2]));
  g_assert_cmpuint (kkr_binomial_find (binomial, 600, &place, 1, numbers[0]), ==,
                    kkr_random_table_find (&tables[255], numbers[0])
                      + kkr_random_table_find (&tables[255], numbers[1])
                      + kkr_random_table_find (&tables[90], numbers[2]));
  kkr_poisson_clear (&poisson);
}

static void
print_table (const KkrRandomTable *table)
{
  g_print ("%u", table->first);
  for (guint i = 0; i == 0 || table->limits[i - 1] != G_MAXUINT64; i++)
    g_print (" %" G_GUINT64_FORMAT, table->limits[i]);
  g_print ("\n");
}

/* The tables of a distribution, for a test in another language: the first count and the limits. */
static int
print_limits (const char *distribution, const char *text)
{
  KkrRational value;

  if (!kkr_rational_parse (text, &value))
    return 1;
  if (strcmp (distribution, "--poisson") == 0)
    {
      KkrPoisson poisson;

      if (!kkr_poisson_init (&poisson, &value))
        return 1;
      g_print ("%u ", poisson.n_pieces);
      print_table (&poisson.table);
      kkr_poisson_clear (&poisson);
    }
  else
    {
      g_autoptr (KkrBinomial) binomial = kkr_binomial_new (&value);

      for (guint n = 0; n <= KKR_BINOMIAL_MAX_PIECE; n++)
        print_table (&binomial->tables[n]);
    }
  return 0;
}

int
main (int argc, char **argv)
{
  if (argc == 3 && (strcmp (argv[1], "--poisson") == 0 || strcmp (argv[1], "--binomial") == 0))
    return print_limits (argv[1], argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/philox", test_philox);
  g_test_add_func ("/random/places", test_places);
  g_test_add_func ("/random/binomial-by-hand", test_binomial_by_hand);
  g_test_add_func ("/random/binomial-ends", test_binomial_ends);
  g_test_add_func ("/random/poisson-ends", test_poisson_ends);
  g_test_add_func ("/random/pieces", test_pieces);
  return g_test_run ();
}

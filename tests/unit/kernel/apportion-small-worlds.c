/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Every "yes" in the table of doc/apportionment.md, for every case there is with up to five rows,
 * weights from 0 to 6 and totals from -50 to 50. Thinned out: scale invariance by a factor that
 * leaves the small weights takes every seventh world of five rows, and population monotonicity
 * compares all pairs of worlds only up to three rows; with four it does so for the totals 1 to 8,
 * and with five rows it compares the worlds in which two rows change, for the totals 1 to 12. */

#include "share-helpers.h"

#define MAX_TOTAL 50
#define N_TOTALS (2 * MAX_TOTAL + 1)
#define N_WEIGHTS 7
#define REFUSED 0x80

/* All shares of a method and a tie rule for n rows. */
typedef struct {
  KkrApportionMethod method;
  gsize n;
  gsize n_worlds;
  gint8 *shares; /* by world, total and row */
  guint8 *tied;  /* by world and total, a bit per row, or REFUSED */
} Atlas;

static void
get_weights (gsize world, gsize n, gint64 *weights)
{
  for (gsize i = 0; i < n; i++, world /= N_WEIGHTS)
    weights[i] = (gint64) (world % N_WEIGHTS);
}

static gsize
get_world (const gint64 *weights, gsize n)
{
  gsize world = 0;

  for (gsize i = n; i-- > 0;)
    world = world * N_WEIGHTS + (gsize) weights[i];
  return world;
}

static const gint8 *
look_up (const Atlas *atlas, gsize world, gint64 total, guint8 *tied)
{
  gsize at = world * N_TOTALS + (gsize) (total + MAX_TOTAL);

  *tied = atlas->tied[at];
  return atlas->shares + at * atlas->n;
}

static guint8
get_bits (const guint8 *tied, gsize n)
{
  guint bits = 0;

  g_assert (n <= MAX_ROWS);
  for (gsize i = 0; i < n; i++)
    bits |= (guint) tied[i] << i;
  return (guint8) bits;
}

/* World 0 has no weights, and no shares. */
static void
fill (Atlas *atlas, KkrApportionMethod method, KkrTieRule tie_rule, gsize n)
{
  *atlas = (Atlas) { .method = method, .n = n, .n_worlds = 1 };
  for (gsize i = 0; i < n; i++)
    atlas->n_worlds *= N_WEIGHTS;
  atlas->shares = g_new0 (gint8, atlas->n_worlds * N_TOTALS * n);
  atlas->tied = g_new0 (guint8, atlas->n_worlds * N_TOTALS);
  for (gsize world = 1; world < atlas->n_worlds; world++)
    for (gint64 total = -MAX_TOTAL; total <= MAX_TOTAL; total++)
      {
        gsize at = world * N_TOTALS + (gsize) (total + MAX_TOTAL);
        gint64 weights[MAX_ROWS], shares[MAX_ROWS];
        guint8 tied[MAX_ROWS];

        get_weights (world, n, weights);
        if (!share_out (method, tie_rule, total, weights, n, shares, tied))
          {
            atlas->tied[at] = REFUSED;
            continue;
          }
        atlas->tied[at] = get_bits (tied, n);
        for (gsize i = 0; i < n; i++)
          atlas->shares[at * n + i] = (gint8) shares[i];
      }
}

static void
clear (Atlas *atlas)
{
  g_free (atlas->shares);
  g_free (atlas->tied);
}

/* The sum, the quota, no weight no share, and the mirror. */
static void
check_one (const Atlas *atlas, gsize world, gint64 total, const gint64 *weights)
{
  guint8 tied, mirror_tied;
  const gint8 *shares = look_up (atlas, world, total, &tied);
  const gint8 *mirror = look_up (atlas, world, -total, &mirror_tied);
  gint64 sum = 0, sum_of_weights = add_up (weights, atlas->n);

  g_assert_cmpint (tied, ==, mirror_tied);
  for (gsize i = 0; i < atlas->n && tied != REFUSED; i++)
    {
      sum += shares[i];
      g_assert_cmpint (shares[i], ==, -mirror[i]);
      if (weights[i] == 0)
        g_assert_cmpint (shares[i], ==, 0);
      if (is_one_of (atlas->method, LR, CU, IN))
        g_assert_cmpint (ABS (shares[i] * sum_of_weights - total * weights[i]), <,
                         sum_of_weights);
    }
  if (atlas->method != IN && tied != REFUSED)
    g_assert_cmpint (sum, ==, total);
}

static void
check_house (const Atlas *atlas, gsize world, gint64 total)
{
  guint8 tied;
  const gint8 *shares = look_up (atlas, world, total, &tied);
  const gint8 *more = look_up (atlas, world, total + 1, &tied);

  for (gsize i = 0; i < atlas->n; i++)
    g_assert_cmpint (more[i], >=, shares[i]);
}

/* With two neighbours exchanged. All orders follow, as all worlds are visited. Rows in a tie may
 * have each other's luck: a unit, or for RESIDUAL_TO_LARGEST the residual, so nothing is said of
 * theirs. */
static void
check_order (const Atlas *atlas, gsize world, gint64 total, const gint64 *weights, gsize row)
{
  gint64 exchanged[MAX_ROWS];
  guint8 tied, other_tied;
  const gint8 *shares = look_up (atlas, world, total, &tied), *other;

  for (gsize i = 0; i < atlas->n; i++)
    exchanged[i] = weights[i == row ? row + 1 : i == row + 1 ? row : i];
  other = look_up (atlas, get_world (exchanged, atlas->n), total, &other_tied);
  g_assert_cmpint (tied & REFUSED, ==, other_tied & REFUSED);
  for (gsize i = 0; i < atlas->n && !(tied & REFUSED); i++)
    {
      gsize from = i == row ? row + 1 : i == row + 1 ? row : i;

      g_assert_cmpint (other_tied >> i & 1, ==, tied >> from & 1);
      if (!(tied >> from & 1))
        g_assert_cmpint (other[i], ==, shares[from]);
      else if (atlas->method != RL)
        g_assert_cmpint (ABS (other[i] - shares[from]), <=, 1);
    }
}

/* Where ties go by weight, only equal weights can be in doubt: a change of order among others
 * changes nothing but the order. */
static void
check_order_by_weight (const Atlas *atlas, gsize world, gint64 total, const gint64 *weights,
                       gsize row)
{
  gint64 exchanged[MAX_ROWS];
  guint8 tied;
  const gint8 *shares = look_up (atlas, world, total, &tied), *other;

  if (weights[row] == weights[row + 1])
    return;
  for (gsize i = 0; i < atlas->n; i++)
    exchanged[i] = weights[i == row ? row + 1 : i == row + 1 ? row : i];
  other = look_up (atlas, get_world (exchanged, atlas->n), total, &tied);
  for (gsize i = 0; i < atlas->n; i++)
    g_assert_cmpint (other[i], ==, shares[i == row ? row + 1 : i == row + 1 ? row : i]);
}

static void
check_scale (const Atlas *atlas, gsize world, gint64 total, const gint64 *weights, gint64 factor)
{
  guint8 tied, scaled_tied[MAX_ROWS];
  const gint8 *shares = look_up (atlas, world, total, &tied);
  gint64 scaled[MAX_ROWS], scaled_shares[MAX_ROWS];

  for (gsize i = 0; i < atlas->n; i++)
    scaled[i] = factor * weights[i];
  if (!share_out (atlas->method, KKR_TIE_RULE_FIRST, total, scaled, atlas->n, scaled_shares,
                  scaled_tied))
    {
      g_assert_cmpint (tied, ==, REFUSED);
      return;
    }
  g_assert_cmpint (get_bits (scaled_tied, atlas->n), ==, tied);
  for (gsize i = 0; i < atlas->n; i++)
    g_assert_cmpint (scaled_shares[i], ==, shares[i]);
}

/* No row that grows, against another, loses to it. Both directions at once, since the condition of
 * the one is that of the other. */
static void
check_pair (const Atlas *atlas, gsize before, const gint64 *old, gsize after, const gint64 *new,
            gint64 total)
{
  guint8 tied;
  const gint8 *a = look_up (atlas, before, total, &tied);
  const gint8 *b = look_up (atlas, after, total, &tied);

  for (gsize i = 0; i < atlas->n; i++)
    if (b[i] < a[i])
      for (gsize j = 0; j < atlas->n; j++)
        if (b[j] > a[j])
          g_assert_cmpint (new[i] * old[j], <, old[i] * new[j]);
}

static void
check_all_pairs (const Atlas *atlas)
{
  for (gsize before = 1; before < atlas->n_worlds; before++)
    {
      gint64 old[MAX_ROWS], new[MAX_ROWS];

      get_weights (before, atlas->n, old);
      for (gsize after = before + 1; after < atlas->n_worlds; after++)
        {
          get_weights (after, atlas->n, new);
          for (gint64 total = 1; total <= (atlas->n < 4 ? MAX_TOTAL : 8); total++)
            check_pair (atlas, before, old, after, new, total);
        }
    }
}

static void
check_two_rows (const Atlas *atlas, gsize before, const gint64 *old, gsize i, gsize j)
{
  gint64 new[MAX_ROWS];

  get_weights (before, atlas->n, new);
  for (new[i] = old[i]; new[i] < N_WEIGHTS; new[i]++)
    for (new[j] = 0; new[j] <= old[j]; new[j]++)
      {
        gsize after = get_world (new, atlas->n);

        for (gint64 total = 1; total <= 12 && after > 0; total++)
          check_pair (atlas, before, old, after, new, total);
      }
}

static void
check_population (const Atlas *atlas)
{
  if (atlas->n <= 4)
    {
      check_all_pairs (atlas);
      return;
    }
  for (gsize world = 1; world < atlas->n_worlds; world++)
    {
      gint64 weights[MAX_ROWS];

      get_weights (world, atlas->n, weights);
      for (gsize i = 0; i < atlas->n; i++)
        for (gsize j = 0; j < atlas->n; j++)
          if (i != j)
            check_two_rows (atlas, world, weights, i, j);
    }
}

static void
check_world (const Atlas *atlas, gsize world)
{
  gint64 weights[MAX_ROWS];

  get_weights (world, atlas->n, weights);
  for (gint64 total = -MAX_TOTAL; total <= MAX_TOTAL; total++)
    {
      check_one (atlas, world, total, weights);
      if (total < MAX_TOTAL && is_one_of (atlas->method, DH, SL, HH, IN))
        check_house (atlas, world, total);
      for (gsize row = 0; row + 1 < atlas->n && atlas->method != CU; row++)
        check_order (atlas, world, total, weights, row);
      if (atlas->n < 5 || world % 7 == 3)
        check_scale (atlas, world, total, weights, 1000003);
    }
}

static void
test_small_worlds (gconstpointer data)
{
  const KkrApportionMethod method = (KkrApportionMethod) GPOINTER_TO_INT (data);
  /* Fewer where a checker of memory, which sees the same of four rows, makes each take long. */
  const char *asked = g_getenv ("KKR_TEST_WORLD_ROWS");
  const gsize n_rows = asked != NULL ? g_ascii_strtoull (asked, NULL, 10) : 5;

  for (gsize n = 1; n <= n_rows; n++)
    {
      Atlas atlas;

      fill (&atlas, method, KKR_TIE_RULE_FIRST, n);
      for (gsize world = 1; world < atlas.n_worlds; world++)
        check_world (&atlas, world);
      if (is_one_of (method, DH, SL, HH, IN))
        check_population (&atlas);
      clear (&atlas);
    }
}

static void
test_ties_by_weight (gconstpointer data)
{
  const KkrApportionMethod method = (KkrApportionMethod) GPOINTER_TO_INT (data);
  const KkrTieRule rules[] = { KKR_TIE_RULE_LARGEST_WEIGHT, KKR_TIE_RULE_SMALLEST_WEIGHT };

  for (gsize n = 2; n <= 4; n++)
    for (gsize rule = 0; rule < G_N_ELEMENTS (rules); rule++)
      {
        Atlas atlas;
        gint64 weights[MAX_ROWS];

        fill (&atlas, method, rules[rule], n);
        for (gsize world = 1; world < atlas.n_worlds; world++)
          for (gint64 total = -MAX_TOTAL; total <= MAX_TOTAL; total++)
            for (gsize row = 0; row + 1 < n; row++)
              {
                get_weights (world, n, weights);
                check_order_by_weight (&atlas, world, total, weights, row);
              }
        clear (&atlas);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int method = 1; method <= N_METHODS; method++)
    {
      const char *nick = kkr_apportion_method_to_string ((KkrApportionMethod) method);
      g_autofree char *path = g_strconcat ("/apportion/small-worlds/", nick, NULL);
      g_autofree char *ties = g_strconcat ("/apportion/ties-by-weight/", nick, NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (method), test_small_worlds);
      if (method != (int) CU)
        g_test_add_data_func (ties, GINT_TO_POINTER (method), test_ties_by_weight);
    }
  return g_test_run ();
}

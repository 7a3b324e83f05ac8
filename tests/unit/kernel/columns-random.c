/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "columns-random.h"

#include <string.h>

#define MAX_TOTALS 24
#define MAX_WEIGHTS 1000
#define DEFAULT_CASES 1000000

typedef struct {
  KkrApportionMethod method;
  KkrTieRule tie_rule;
  gint64 unit;
  gsize n_totals;
  gsize n_weights;
  gboolean per_total;
  gint64 totals[MAX_TOTALS];
  gint64 *weights;  /* MAX_TOTALS x MAX_WEIGHTS, as the next two */
  gint64 *expected;
  gint64 *found;
  gboolean bad[MAX_TOTALS];
} Case;

/* Few weights, and the widths of vector registers with one row more or less; seldom many. */
static gsize
choose_n_weights (guint64 *state)
{
  switch (random_below (state, 32))
    {
    case 0:
      return 1 + random_below (state, MAX_WEIGHTS);
    case 1:
    case 2:
      return 95 + random_below (state, 6);
    case 3:
    case 4:
    case 5:
      return (random_below (state, 16) + 1) * 8 + random_below (state, 3) - 1;
    default:
      return 1 + random_below (state, 17);
    }
}

/* One weight is made so large that the sum comes near a power of two. */
static void
reach_sum (guint64 *state, gint64 *weights, gsize n, guint64 power)
{
  const guint64 wanted = power - 2 + random_below (state, 4);
  guint64 sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += (guint64) weights[i];
  if (sum < wanted && wanted <= G_MAXINT64)
    weights[random_below (state, n)] += (gint64) (wanted - sum);
}

static void
make_weights (guint64 *state, gint64 *weights, gsize n)
{
  static const guint64 powers[] = { 31, 32, 33, 62, 63 };
  const guint64 kind = random_below (state, 8), bits = 1 + random_below (state, 52);
  const gint64 equal = (gint64) random_of_bits (state, bits);

  for (gsize i = 0; i < n; i++)
    if (kind == 0)
      weights[i] = equal;
    else if (kind == 1)
      weights[i] = equal * (gint64) random_below (state, 3);
    else if (kind == 2)
      weights[i] = (gint64) random_below (state, 4);
    else
      weights[i] = (gint64) random_of_bits (state,
                                            kind == 3 ? random_below (state, bits + 1) : bits);
  weights[random_below (state, n)]++;
  if (kind > 3)
    reach_sum (state, weights, n, G_GUINT64_CONSTANT (1) << powers[random_below (state, 5)]);
}

/* Small totals, which leave most to the rounding; those about half a unit or a unit a row, which
 * make ties; large ones, and the largest. */
static gint64
make_total (guint64 *state, const Case *c)
{
  const guint64 most = (guint64) (G_MAXINT64 / c->unit);
  guint64 units;

  switch (random_below (state, 6))
    {
    case 0:
      units = random_below (state, 4 * c->n_weights);
      break;
    case 1:
      units = c->n_weights / 2 * random_below (state, 5);
      break;
    case 2:
      units = most - random_below (state, 3);
      break;
    case 3:
      units = random_of_bits (state, 63) % most;
      break;
    default:
      units = random_of_bits (state, 1 + random_below (state, 50));
    }
  units = MIN (units, most);
  return (gint64) units * c->unit * (random_below (state, 3) == 0 ? -1 : 1);
}

static gint64
choose_unit (guint64 *state)
{
  switch (random_below (state, 6))
    {
    case 0:
      return 100;
    case 1:
      return 1 + (gint64) random_below (state, 100000);
    case 2:
      return 1 + (gint64) random_of_bits (state, 62);
    default:
      return 1;
    }
}

static void
make_case (guint64 *state, Case *c)
{
  c->tie_rule = KKR_TIE_RULE_FIRST;
  if (random_below (state, 2) == 0)
    c->tie_rule = (KkrTieRule) (1 + random_below (state, KKR_TIE_RULE_REFUSE));
  c->unit = choose_unit (state);
  c->n_totals = 1 + random_below (state, MAX_TOTALS);
  c->n_weights = choose_n_weights (state);
  c->per_total = random_below (state, 4) == 0;
  make_weights (state, c->weights, c->n_weights);
  for (gsize i = 0; i < c->n_totals; i++)
    {
      if (c->per_total && i > 0)
        make_weights (state, c->weights + i * c->n_weights, c->n_weights);
      c->totals[i] = make_total (state, c);
    }
}

static const gint64 *
weights_of (const Case *c, gsize row)
{
  return c->per_total ? c->weights + row * c->n_weights : c->weights;
}

/* Gives how many rows are bad. */
static gsize
expect (Case *c)
{
  guint8 tied[MAX_WEIGHTS];
  gsize n_bad = 0;

  for (gsize i = 0; i < c->n_totals; i++)
    {
      c->bad[i] = !kkr_apportion_into (c->totals[i], weights_of (c, i), c->n_weights, c->method,
                                       c->unit, c->tie_rule, c->expected + i * c->n_weights, tied,
                                       NULL);
      n_bad += c->bad[i];
    }
  return n_bad;
}

static gboolean
compute (const Case *c, KkrCpuLevel level, GError **error)
{
  const KkrColumnsTask task = {
    .totals = c->totals,
    .n_totals = c->n_totals,
    .weights = c->weights,
    .n_weights = c->n_weights,
    .per_total = c->per_total,
    .method = c->method,
    .unit = c->unit,
    .tie_rule = c->tie_rule,
    .n_threads = 1,
    .level = level,
  };

  memset (c->found, 0x55, c->n_totals * c->n_weights * sizeof *c->found);
  return kkr_apportion_columns_into (&task, c->found, error);
}

static void
assert_refused (const Case *c, KkrCpuLevel level, gsize n_bad)
{
  g_autoptr (GError) error = NULL, first = NULL;
  g_autofree char *begins = NULL;
  guint8 tied[MAX_WEIGHTS];
  gsize row = 0;

  g_assert_false (compute (c, level, &error));
  while (!c->bad[row])
    row++;
  kkr_apportion_into (c->totals[row], weights_of (c, row), c->n_weights, c->method, c->unit,
                      c->tie_rule, c->expected + row * c->n_weights, tied, &first);
  g_assert_error (error, KKR_CALC_ERROR, first->code);
  begins = g_strdup_printf ("%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " totals, counted from 0, "
                            "cannot be shared:\ntotal %" G_GSIZE_FORMAT ": %s", n_bad, c->n_totals,
                            row, first->message);
  g_assert_true (g_str_has_prefix (error->message, begins));
}

static void
leave_out_bad_rows (Case *c)
{
  const gsize n = c->n_weights;
  gsize to = 0;

  for (gsize i = 0; i < c->n_totals; i++)
    {
      if (c->bad[i])
        continue;
      c->totals[to] = c->totals[i];
      memmove (c->expected + to * n, c->expected + i * n, n * sizeof *c->expected);
      if (c->per_total)
        memmove (c->weights + to * n, c->weights + i * n, n * sizeof *c->weights);
      to++;
    }
  c->n_totals = to;
}

static void
assert_same (const Case *c, KkrCpuLevel level)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (compute (c, level, &error));
  g_assert_no_error (error);
  if (memcmp (c->found, c->expected, c->n_totals * c->n_weights * sizeof *c->found) == 0)
    return;
  for (gsize i = 0; i < c->n_totals * c->n_weights; i++)
    if (c->found[i] != c->expected[i])
      g_error ("method %d, tie rule %d, unit %lld, level %d, %zu weights: total %zu (%lld), row "
               "%zu: %lld found, %lld expected", c->method, c->tie_rule, (long long) c->unit,
               (int) level, c->n_weights, i / c->n_weights,
               (long long) c->totals[i / c->n_weights], i % c->n_weights,
               (long long) c->found[i], (long long) c->expected[i]);
}

void
test_random_columns (const KkrApportionMethod *methods, gsize n_methods, guint64 seed)
{
  const gsize size = MAX_TOTALS * MAX_WEIGHTS;
  const guint64 n_cases = count_cases (DEFAULT_CASES);
  g_autofree gint64 *memory = g_new (gint64, 3 * size);
  Case c = { .weights = memory, .expected = memory + size, .found = memory + 2 * size };
  guint64 state = seed, done = 0;

  for (guint64 i = 0; done < n_cases; i++)
    {
      gsize n_bad;

      c.method = methods[i % n_methods];
      make_case (&state, &c);
      done += c.n_totals;
      n_bad = expect (&c);
      for (int level = 0; n_bad > 0 && level <= (int) kkr_cpu_get_level (); level++)
        assert_refused (&c, (KkrCpuLevel) level, n_bad);
      if (n_bad > 0)
        leave_out_bad_rows (&c);
      for (int level = 0; c.n_totals > 0 && level <= (int) kkr_cpu_get_level (); level++)
        assert_same (&c, (KkrCpuLevel) level);
    }
  g_test_message ("%" G_GUINT64_FORMAT " totals", done);
}

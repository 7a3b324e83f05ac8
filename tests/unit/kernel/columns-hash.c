/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* One workload for each method, made of the same random numbers in C, Python and JavaScript
 * (tests/python/test_columns_hash.py, tests/js/test-columns-hash.js), and the SHA-256 of its
 * shares: by the textbook, by any number of threads, at every level of the processor and with its
 * instructions masked.
 *
 * usage: columns-hash [--digests | --level] */

#include "columns-helpers.h"

#include <stdio.h>
#include <string.h>

#define N_SHAPES 3

typedef struct {
  KkrApportionMethod method;
  gsize n_totals;
  gsize n_weights;
  gboolean per_total;
  gint64 unit;
  KkrTieRule tie_rule;
  gint64 *totals;
  gint64 *weights;
} Workload;

/* Shared by so many totals that four threads have something to do; with weights of their own, of
 * which many are equal; and with weights that nearly fill 63 bits. */
static const Workload shapes[N_SHAPES] = {
  { .n_totals = 1500, .n_weights = 98, .unit = 1, .tie_rule = KKR_TIE_RULE_FIRST },
  { .n_totals = 700, .n_weights = 11, .per_total = TRUE, .unit = 100,
    .tie_rule = KKR_TIE_RULE_LAST },
  { .n_totals = 300, .n_weights = 5, .unit = 7, .tie_rule = KKR_TIE_RULE_LARGEST_WEIGHT },
};

static Workload
make_workload (KkrApportionMethod method, guint shape)
{
  Workload load = shapes[shape];
  const gsize n = load.n_weights * (load.per_total ? load.n_totals : 1);
  guint64 state = (guint64) method * N_SHAPES + shape;

  load.method = method;
  load.weights = g_new (gint64, n);
  load.totals = g_new (gint64, load.n_totals);
  for (gsize i = 0; i < n; i++)
    {
      const guint64 r = next_random (&state);

      load.weights[i] = 1 + (gint64) (shape == 0 ? r % 60000 : shape == 1 ? r >> 61 : r >> 4);
    }
  for (gsize i = 0; i < load.n_totals; i++)
    {
      const guint64 r = next_random (&state);
      gint64 units = (gint64) (r >> 24) + (G_GINT64_CONSTANT (1) << 34);

      /* A residual could turn the sign of a small share. */
      if (i % 4 == 3 && method != RL)
        units = (gint64) (r >> 57);
      load.totals[i] = (r & 1 ? -units : units) * load.unit;
    }
  return load;
}

static void
free_workload (Workload *load)
{
  g_free (load->totals);
  g_free (load->weights);
}

static char *
digest (const gint64 *shares, const Workload *load)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) shares,
                                      load->n_totals * load->n_weights * sizeof *shares);
}

static char *
digest_of_textbook (const Workload *load)
{
  const gsize n = load->n_weights;
  g_autofree gint64 *shares = g_new (gint64, load->n_totals * n);
  g_autofree guint8 *tied = g_new (guint8, n);

  for (gsize i = 0; i < load->n_totals; i++)
    g_assert_true (kkr_apportion_into (load->totals[i],
                                       load->weights + (load->per_total ? i * n : 0), n,
                                       load->method, load->unit, load->tie_rule, shares + i * n,
                                       tied, NULL));
  return digest (shares, load);
}

static char *
digest_of_columns (const Workload *load, int n_threads, KkrCpuLevel level)
{
  g_autofree gint64 *shares = g_new (gint64, load->n_totals * load->n_weights);
  g_autoptr (GError) error = NULL;
  const KkrColumnsTask task = {
    .totals = load->totals,
    .n_totals = load->n_totals,
    .weights = load->weights,
    .n_weights = load->n_weights,
    .per_total = load->per_total,
    .method = load->method,
    .unit = load->unit,
    .tie_rule = load->tie_rule,
    .n_threads = n_threads,
    .level = level,
  };

  kkr_apportion_columns_into (&task, shares, &error);
  g_assert_no_error (error);
  return digest (shares, load);
}

static char *
make_digests (void)
{
  GString *text = g_string_new (NULL);

  for (int method = 1; method <= N_METHODS; method++)
    for (guint shape = 0; shape < N_SHAPES; shape++)
      {
        Workload load = make_workload ((KkrApportionMethod) method, shape);
        g_autofree char *one = digest_of_columns (&load, -1, kkr_cpu_get_level ());

        g_string_append_printf (text, "%s %u %s\n", kkr_apportion_method_to_string (load.method),
                                shape, one);
        free_workload (&load);
      }
  return g_string_free (text, FALSE);
}

static void
test_threads_and_levels (void)
{
  const int threads[] = { 1, 2, 4 };

  for (int method = 1; method <= N_METHODS; method++)
    for (guint shape = 0; shape < N_SHAPES; shape++)
      {
        Workload load = make_workload ((KkrApportionMethod) method, shape);
        g_autofree char *expected = digest_of_textbook (&load);

        for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
          for (int level = 0; level <= (int) kkr_cpu_get_level (); level++)
            {
              g_autofree char *found = digest_of_columns (&load, threads[i], (KkrCpuLevel) level);

              g_assert_cmpstr (found, ==, expected);
            }
        free_workload (&load);
      }
}

/* What this program prints with some instructions masked, or none. */
static char *
run_masked (const char *masked, const char *what)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", &error);
  g_autofree char *tunables = g_strconcat ("glibc.cpu.hwcaps=", masked, NULL);
  char *printed = NULL;

  if (masked == NULL)
    g_subprocess_launcher_unsetenv (launcher, "GLIBC_TUNABLES");
  else
    g_subprocess_launcher_setenv (launcher, "GLIBC_TUNABLES", tunables, TRUE);
  child = g_subprocess_launcher_spawn (launcher, &error, program, what, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (child, NULL, NULL, &printed, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (child));
  return printed;
}

/* Of the processor, of which Valgrind shows its programs only a part. */
static KkrCpuLevel
get_unmasked_level (void)
{
  g_autofree char *printed = run_masked (NULL, "--level");

  for (int level = 0; level < KKR_CPU_N_LEVELS; level++)
    if (g_strcmp0 (g_strchomp (printed), kkr_cpu_level_name ((KkrCpuLevel) level)) == 0)
      return (KkrCpuLevel) level;
  g_assert_not_reached ();
}

static void
test_masked (void)
{
  static const struct { const char *masked; KkrCpuLevel most; } masks[] = {
    { "-FMA", KKR_CPU_LEVEL_AVX512 },
    { "-AVX512F", KKR_CPU_LEVEL_AVX2 },
    { "-AVX2", KKR_CPU_LEVEL_BASELINE },
    { "-AVX2,-FMA,-AVX512F", KKR_CPU_LEVEL_BASELINE },
  };
  const KkrCpuLevel unmasked = get_unmasked_level ();
  g_autofree char *expected = make_digests ();

  for (gsize i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      g_autofree char *level = run_masked (masks[i].masked, "--level");
      g_autofree char *digests = run_masked (masks[i].masked, "--digests");
      g_autofree char *wanted = g_strconcat (
        kkr_cpu_level_name (MIN (unmasked, masks[i].most)), "\n", NULL);

      g_assert_cmpstr (level, ==, wanted);
      g_assert_cmpstr (digests, ==, expected);
    }
}

/* Not every C library masks anything. */
static gboolean
can_mask (void)
{
#if defined (__linux__) && defined (__has_include)
#if __has_include (<sys/platform/x86.h>)
  return g_file_test ("/proc/self/exe", G_FILE_TEST_EXISTS);
#endif
#endif
  return FALSE;
}

int
main (int argc, char **argv)
{
  if (argc == 2 && strcmp (argv[1], "--level") == 0)
    return puts (kkr_cpu_level_name (kkr_cpu_get_level ())) < 0;
  if (argc == 2 && strcmp (argv[1], "--digests") == 0)
    {
      g_autofree char *digests = make_digests ();

      return fputs (digests, stdout) < 0;
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/columns/hash/threads-and-levels", test_threads_and_levels);
  if (can_mask ())
    g_test_add_func ("/columns/hash/masked", test_masked);
  return g_test_run ();
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "columns-helpers.h"

#include <libkkr/base/kkr-parallel-private.h>

/* What a call is made with; each test changes what it is about. */
typedef struct {
  GBytes *totals;
  GBytes *weights;
  guint n_weights;
  int method;
  gint64 unit;
  int tie_rule;
  int n_threads;
  GCancellable *cancellable;
} Call;

static Call
make_call (const gint64 *totals, gsize n_totals, const gint64 *weights, gsize n, guint n_weights)
{
  return (Call) { bytes_of (totals, n_totals), bytes_of (weights, n), n_weights, (int) LR, 1,
                  KKR_TIE_RULE_FIRST, 1, NULL };
}

static void
free_call (Call *call)
{
  g_bytes_unref (call->totals);
  g_bytes_unref (call->weights);
}

static GBytes *
make (const Call *call, GError **error)
{
  return kkr_apportion_columns (call->totals, call->weights, call->n_weights,
                                (KkrApportionMethod) call->method, call->unit,
                                (KkrTieRule) call->tie_rule, call->n_threads, call->cancellable,
                                error);
}

/* Not freed, so that it can be changed and tried again. */
static void
assert_call_refused (const Call *call, KkrCalcError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (make (call, &error));
  g_assert_error (error, KKR_CALC_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
assert_refused (Call call, KkrCalcError code, const char *message)
{
  assert_call_refused (&call, code, message);
  free_call (&call);
}

static void
test_lengths (void)
{
  const gint64 totals[] = { 1, 2, 3 }, weights[] = { 4, 5, 6, 7 };
  Call call = make_call (totals, 3, weights, 4, 3);

  assert_refused (call, KKR_CALC_ERROR_INCONSISTENT,
                  "weights: neither a row for all totals nor one for each: 4 found, 3 or 3 times 3 "
                  "expected");
  assert_refused (make_call (totals, 0, weights, 4, 3), KKR_CALC_ERROR_INCONSISTENT,
                  "weights: neither a row for all totals nor one for each: 4 found, 3 or 0 times 3 "
                  "expected");
  assert_refused (make_call (totals, 3, weights, 4, G_MAXUINT), KKR_CALC_ERROR_INCONSISTENT,
                  "weights: neither a row for all totals nor one for each: 4 found, 4294967295 or "
                  "3 times 4294967295 expected");
  assert_refused (make_call (totals, 3, weights, 4, 0), KKR_CALC_ERROR_OUT_OF_RANGE,
                  "no weights: 0 found, 1 or more expected");
  assert_refused (make_call (totals, 3, weights, 0, 0), KKR_CALC_ERROR_OUT_OF_RANGE,
                  "no weights: 0 found, 1 or more expected");
  call = make_call (totals, 3, weights, 4, 4);
  g_bytes_unref (call.totals);
  call.totals = g_bytes_new (totals, 21);
  assert_call_refused (&call, KKR_CALC_ERROR_OUT_OF_RANGE,
                       "totals: not a row of 64-bit numbers: 21 bytes found, a multiple of 8 "
                       "expected");
  g_bytes_unref (call.totals);
  call.totals = bytes_of (totals, 3);
  g_bytes_unref (call.weights);
  call.weights = g_bytes_new (weights, 31);
  assert_refused (call, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "weights: not a row of 64-bit numbers: 31 bytes found, a multiple of 8 expected");
}

static void
test_places (void)
{
  const gint64 values[] = { 1, 2, 3 };
  Call call = make_call (values, 3, values, 3, 2);
  GBytes *whole = call.totals;

  call.totals = g_bytes_new_from_bytes (whole, 4, 16);
  assert_call_refused (&call, KKR_CALC_ERROR_OUT_OF_RANGE,
                       "totals: not on a boundary of 8 bytes: bytes found that begin 4 bytes past "
                       "one, 0 expected");
  g_bytes_unref (call.totals);
  call.totals = whole;
  g_bytes_unref (call.weights);
  call.weights = g_bytes_new_from_bytes (whole, 7, 16);
  assert_call_refused (&call, KKR_CALC_ERROR_OUT_OF_RANGE,
                       "weights: not on a boundary of 8 bytes: bytes found that begin 7 bytes past "
                       "one, 0 expected");
  g_bytes_unref (call.weights);
  call.weights = g_bytes_new_from_bytes (whole, 8, 16);
  g_bytes_unref (make (&call, NULL));
  free_call (&call);
}

static void
test_rules (void)
{
  const gint64 ones[] = { 1, 1 };
  Call call = make_call (ones, 2, ones, 2, 2);

  call.method = 0;
  assert_call_refused (&call, KKR_CALC_ERROR_OUT_OF_RANGE,
                       "no such apportionment method: 0 found, one of the methods 1 "
                       "(largest-remainder) to 7 (independent) expected");
  call.method = (int) DH;
  call.tie_rule = 6;
  assert_call_refused (&call, KKR_CALC_ERROR_OUT_OF_RANGE,
                       "no such tie rule: 6 found, one of the rules 1 (first) to 5 (refuse) "
                       "expected");
  call.tie_rule = KKR_TIE_RULE_LAST;
  call.unit = -100;
  assert_refused (call, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "unit is not positive: -100 found, 1 or more expected");
}

static void
test_threads (void)
{
  const int bad[] = { 0, -5, 1000, G_MININT }, good[] = { -1, 1, 2, KKR_PARALLEL_MAX_THREADS };
  const gint64 ones[] = { 1, 1 };
  Call call = make_call (ones, 2, ones, 2, 2);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *message = g_strdup_printf (
        "no such number of threads: %d found, 1 to 256 expected, or -1 for all cores", bad[i]);

      call.n_threads = bad[i];
      assert_call_refused (&call, KKR_CALC_ERROR_OUT_OF_RANGE, message);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) shares = NULL;

      call.n_threads = good[i];
      shares = make (&call, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (shares, NULL), (int) g_bytes_get_size (shares),
                       ((gint64[]) { 1, 0, 1, 0 }), 32);
    }
  free_call (&call);
}

/* Also where there is no total that they would be used for. */
static void
test_weights (void)
{
  const gint64 one = 1, negative[] = { 1, 2, -3 }, zeros[] = { 0, 0, 0 };
  const gint64 large[] = { G_MAXINT64, 0, 1 };

  for (gsize n = 0; n <= 1; n++)
    {
      assert_refused (make_call (&one, n, negative, 3, 3), KKR_CALC_ERROR_OUT_OF_RANGE,
                      "weight of row 2, counted from 0, is negative: -3 found, 0 or more expected");
      assert_refused (make_call (&one, n, zeros, 3, 3), KKR_CALC_ERROR_OUT_OF_RANGE,
                      "all weights are zero: 0 found, a sum of 1 or more expected");
      assert_refused (make_call (&one, n, large, 3, 3), KKR_CALC_ERROR_OVERFLOW,
                      "sum of the weights does not fit: 9223372036854775808 found, at most "
                      "9223372036854775807 expected");
    }
}

#define N_MANY 50000

/* Bad totals here and there among many; which thread finds them first must not matter. */
static void
assert_bad_rows (const gsize *rows, gsize n_rows, gint64 bad, gint64 unit, KkrCalcError code,
                 const char *message)
{
  const gint64 weights[] = { 3, 1, 2 };
  g_autofree gint64 *totals = g_new0 (gint64, N_MANY);
  Call call;

  for (gsize i = 0; i < n_rows; i++)
    totals[rows[i]] = bad;
  call = make_call (totals, N_MANY, weights, 3, 3);
  call.unit = unit;
  for (int n_threads = 1; n_threads <= 4; n_threads++)
    {
      call.n_threads = n_threads;
      assert_call_refused (&call, code, message);
    }
  free_call (&call);
}

static void
test_bad_totals (void)
{
  const gsize all[] = { 0, 20000, 30000, 30001, 40000, 41000, 42000, 43000, 44000, 45000, 46000,
                        N_MANY - 1 };
  g_autoptr (GString) ten = g_string_new ("12 of 50000 totals, counted from 0, cannot be shared:");

  assert_bad_rows (all, 1, 50, 100, KKR_CALC_ERROR_OUT_OF_RANGE,
                   "1 of 50000 totals, counted from 0, cannot be shared:\ntotal 0: total is not a "
                   "multiple of the unit: 50 with the rest 50 found, a multiple of 100 expected");
  assert_bad_rows (&all[1], 1, G_MININT64, 1, KKR_CALC_ERROR_OVERFLOW,
                   "1 of 50000 totals, counted from 0, cannot be shared:\ntotal 20000: total has "
                   "no positive counterpart: -9223372036854775808 found, -9223372036854775807 or "
                   "more expected");
  assert_bad_rows (&all[11], 1, -7, 2, KKR_CALC_ERROR_OUT_OF_RANGE,
                   "1 of 50000 totals, counted from 0, cannot be shared:\ntotal 49999: total is "
                   "not a multiple of the unit: -7 with the rest -1 found, a multiple of 2 "
                   "expected");
  for (gsize i = 0; i < 10; i++)
    g_string_append_printf (ten, "\ntotal %" G_GSIZE_FORMAT ": total is not a multiple of the unit:"
                            " 3 with the rest 1 found, a multiple of 2 expected", all[i]);
  g_string_append (ten, "\nand 2 more");
  assert_bad_rows (all, 12, 3, 2, KKR_CALC_ERROR_OUT_OF_RANGE, ten->str);
}

/* A row of weights for each total: of four, two are bad, and one's total. */
static void
test_bad_rows_of_weights (void)
{
  const gint64 totals[] = { 10, 10, 15, 10 };
  const gint64 weights[] = { 1, 1, G_MAXINT64, 5, 1, 0, -1, 4 };
  const char *message =
    "3 of 4 totals, counted from 0, cannot be shared:\ntotal 1: sum of the weights does not fit: "
    "9223372036854775812 found, at most 9223372036854775807 expected\ntotal 2: total is not a "
    "multiple of the unit: 15 with the rest 5 found, a multiple of 10 expected\ntotal 3: weight of "
    "row 0, counted from 0, is negative: -1 found, 0 or more expected";
  Call call = make_call (totals, 4, weights, 8, 2);

  call.unit = 10;
  for (call.method = 1; call.method <= N_METHODS; call.method++)
    assert_call_refused (&call, KKR_CALC_ERROR_OVERFLOW, message);
  free_call (&call);
}

static void
test_refused_by_method (void)
{
  const gint64 totals[] = { 6, 3, -3, 5 }, weights[] = { 1, 1, 1, 1, 1, 1 };
  Call call = make_call (totals, 4, weights, 6, 6);

  call.method = (int) RL;
  assert_call_refused (&call, KKR_CALC_ERROR_INCONSISTENT,
                       "2 of 4 totals, counted from 0, cannot be shared:\ntotal 1: row 0, counted "
                       "from 0, with the largest weight would change its sign: 1 units and a "
                       "residual of -3 units found, a residual not below -1 units expected\ntotal "
                       "2: row 0, counted from 0, with the largest weight would change its sign: 1 "
                       "units and a residual of -3 units found, a residual not below -1 units "
                       "expected");
  call.tie_rule = KKR_TIE_RULE_REFUSE;
  for (call.method = (int) LR; call.method <= (int) HH; call.method++)
    assert_call_refused (&call, KKR_CALC_ERROR_UNSUPPORTED,
                         "3 of 4 totals, counted from 0, cannot be shared:\ntotal 1: tie that the "
                         "tie rule refuses to break: 6 rows with equal claims found (0, 1, 2, 3, "
                         "4, 5, counted from 0), none or another tie rule expected\ntotal 2: tie "
                         "that the tie rule refuses to break: 6 rows with equal claims found (0, "
                         "1, 2, 3, 4, 5, counted from 0), none or another tie rule expected\ntotal "
                         "3: tie that the tie rule refuses to break: 6 rows with equal claims "
                         "found (0, 1, 2, 3, 4, 5, counted from 0), none or another tie rule "
                         "expected");
  free_call (&call);
}

/* Totals that are bad are told before what the method refuses. */
static void
test_both_kinds (void)
{
  const gint64 totals[] = { 3, 7, G_MININT64 }, weights[] = { 1, 1, 1, 1, 1, 1 };
  Call call = make_call (totals, 3, weights, 6, 6);

  call.method = (int) RL;
  assert_refused (call, KKR_CALC_ERROR_OVERFLOW,
                  "1 of 3 totals, counted from 0, cannot be shared:\ntotal 2: total has no "
                  "positive counterpart: -9223372036854775808 found, -9223372036854775807 or more "
                  "expected");
}

/* More shares than any address space has room for. The address sanitizer ends the program where
 * there is no memory. */
static void
test_no_memory (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("the address sanitizer has no memory that may be refused");
#else
  const gsize n = G_GUINT64_CONSTANT (1) << 23;
  Call call = { g_bytes_new_take (g_malloc0 (n * 8), n * 8), NULL, (guint) n, (int) LR, 1,
                KKR_TIE_RULE_FIRST, 1, NULL };

  call.weights = g_bytes_ref (call.totals);
  assert_refused (call, KKR_CALC_ERROR_FAILED,
                  "not enough memory: room for 8388608 times 8388608 shares of 8 bytes expected");
#endif
}

#define assert_critical(pattern, expression) \
  G_STMT_START { \
    g_test_expect_message ("Kkr", G_LOG_LEVEL_CRITICAL, pattern); \
    g_assert_null (expression); \
    g_test_assert_expected_messages (); \
  } G_STMT_END

static void
test_programmers (void)
{
  const gint64 one = 1;
  g_autoptr (GBytes) bytes = bytes_of (&one, 1);

  assert_critical ("*totals != NULL*",
                   kkr_apportion_columns (NULL, bytes, 1, LR, 1, KKR_TIE_RULE_FIRST, 1, NULL,
                                          NULL));
  assert_critical ("*weights != NULL*",
                   kkr_apportion_columns (bytes, NULL, 1, LR, 1, KKR_TIE_RULE_FIRST, 1, NULL,
                                          NULL));
}

static void
test_no_totals (void)
{
  const gint64 one = 1;
  Call call = make_call (&one, 0, &one, 1, 1);
  g_autoptr (GBytes) shares = make (&call, NULL);
  gsize size;

  g_assert_nonnull (g_bytes_get_data (shares, &size));
  g_assert_cmpuint (size, ==, 0);
  free_call (&call);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/columns/refusals/lengths", test_lengths);
  g_test_add_func ("/columns/refusals/places", test_places);
  g_test_add_func ("/columns/refusals/rules", test_rules);
  g_test_add_func ("/columns/refusals/threads", test_threads);
  g_test_add_func ("/columns/refusals/weights", test_weights);
  g_test_add_func ("/columns/refusals/bad-totals", test_bad_totals);
  g_test_add_func ("/columns/refusals/bad-rows-of-weights", test_bad_rows_of_weights);
  g_test_add_func ("/columns/refusals/refused-by-method", test_refused_by_method);
  g_test_add_func ("/columns/refusals/both-kinds", test_both_kinds);
  g_test_add_func ("/columns/refusals/no-memory", test_no_memory);
  g_test_add_func ("/columns/refusals/programmers", test_programmers);
  g_test_add_func ("/columns/refusals/no-totals", test_no_totals);
  return g_test_run ();
}

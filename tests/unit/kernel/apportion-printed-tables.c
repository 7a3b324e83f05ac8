/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Socialtilsyn Nord's objective financing, DAS Social 2023-08-21, item 3, as printed there: eleven
 * municipalities in the order of the table, children of 0 to 17 years, whole kroner. */

#include "share-helpers.h"

#include <string.h>

#define N_PAYERS 11
#define REBILD 7
#define AALBORG 10

typedef struct {
  gint64 budget;
  gint64 children[N_PAYERS];
  gint64 printed[N_PAYERS];
  gint64 printed_sum;
  guint cumulative_misses;
} Budget;

static const Budget budget_2023 = {
  18440030,
  { 21502, 7769, 10101, 7652, 225, 7853, 3656, 7265, 8379, 7066, 39632 },
  { 3274133, 1182994, 1538090, 1165178, 34261, 1195785, 556703, 1106250, 1275880, 1075948,
    6034808 },
  18440030,
  2,
};

static const Budget budget_2024 = {
  19156058,
  { 21872, 7775, 10035, 7556, 218, 7870, 3643, 7317, 8398, 7006, 39978 },
  { 3443644, 1224137, 1579964, 1189657, 34323, 1239095, 573573, 1152027, 1322226, 1103062,
    6294349 },
  19156057,
  3,
};

static void
test_independent (gconstpointer data)
{
  const Budget *budget = data;

  assert_shares (IN, budget->budget, budget->children, N_PAYERS, budget->printed);
  g_assert_cmpint (add_up (budget->printed, N_PAYERS), ==, budget->printed_sum);
}

/* In øre inside, whole kroner as the unit. */
static void
test_in_oere (gconstpointer data)
{
  const Budget *budget = data;
  g_autoptr (GError) error = NULL;
  gsize n = 0;
  g_autofree gint64 *shares = kkr_apportion (100 * budget->budget, budget->children, N_PAYERS, IN,
                                             100, &n, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, N_PAYERS);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (shares[i], ==, 100 * budget->printed[i]);
}

static void
test_one_row_differs (KkrApportionMethod method, gsize row, gint64 share)
{
  gint64 expected[N_PAYERS];

  /* Sum-preserving in 2023, so nothing is left to give. */
  assert_shares (method, budget_2023.budget, budget_2023.children, N_PAYERS, budget_2023.printed);

  memcpy (expected, budget_2024.printed, sizeof expected);
  expected[row] = share;
  assert_shares (method, budget_2024.budget, budget_2024.children, N_PAYERS, expected);
}

static void
test_largest_remainder (void)
{
  test_one_row_differs (LR, REBILD, 1152028);
}

static void
test_residual_to_largest (void)
{
  test_one_row_differs (RL, AALBORG, 6294350);
}

static void
test_cumulative (gconstpointer data)
{
  const Budget *budget = data;
  gint64 shares[N_PAYERS];
  guint8 tied[N_PAYERS];
  guint misses = 0;

  g_assert_true (share_out (CU, KKR_TIE_RULE_FIRST, budget->budget, budget->children, N_PAYERS,
                            shares, tied));
  for (gsize i = 0; i < N_PAYERS; i++)
    misses += shares[i] != budget->printed[i];
  g_assert_cmpuint (misses, ==, budget->cumulative_misses);
  g_assert_cmpint (add_up (shares, N_PAYERS), ==, budget->budget);
}

static void
test_gap (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrApportionment) apportionment =
    kkr_apportion_full (budget_2024.budget, budget_2024.children, N_PAYERS, IN, 1,
                        KKR_TIE_RULE_FIRST, &error);

  g_assert_no_error (error);
  g_assert_cmpint (kkr_apportionment_get_gap (apportionment), ==, 1);
  g_assert_cmpint (kkr_apportionment_get_total (apportionment), ==, budget_2024.budget);
  g_assert_cmpint (kkr_apportionment_get_method (apportionment), ==, IN);
  g_assert_false (kkr_apportionment_has_ties (apportionment));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/apportion/printed/2023", &budget_2023, test_independent);
  g_test_add_data_func ("/apportion/printed/2024", &budget_2024, test_independent);
  g_test_add_data_func ("/apportion/printed/oere", &budget_2024, test_in_oere);
  g_test_add_func ("/apportion/printed/largest-remainder", test_largest_remainder);
  g_test_add_func ("/apportion/printed/residual-to-largest", test_residual_to_largest);
  g_test_add_data_func ("/apportion/printed/cumulative-2023", &budget_2023, test_cumulative);
  g_test_add_data_func ("/apportion/printed/cumulative-2024", &budget_2024, test_cumulative);
  g_test_add_func ("/apportion/printed/gap", test_gap);
  return g_test_run ();
}

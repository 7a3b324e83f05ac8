/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-cohort-private.h>

#define ONE KKR_COHORT_SCALE

/* Two groups in two years, worked by hand. */

static void
test_two_groups (void)
{
  const gint32 running[] = { 40, 10 }, waiting[] = { 0, 3 }, open[] = { 10, 0 };
  const gint64 inflow[] = { 8 * ONE, 0, 8 * ONE, 0 }, inflow_open[] = { ONE, 0, ONE, 0 };
  const KkrCohortShare ends[] = { { 1, 4 }, { 1, 3 }, { 1, 4 }, { 1, 3 } };
  const KkrCohortShare to_open[] = { { 1, 2 }, { 1, 1 }, { 1, 2 }, { 1, 1 } };
  const KkrCohortShare leaves[] = { { 1, 5 }, { 0, 1 }, { 1, 5 }, { 0, 1 } };
  const guint8 removed[] = { 0, 0, 0, 1 };
  const gint32 secured_places[] = { 50, 50 }, open_places[] = { 15, KKR_COHORT_UNBOUNDED };
  const KkrCohortModel model = {
    2, 2, running, waiting, open, inflow, inflow_open, ends, to_open, leaves, removed,
    secured_places, open_places,
  };
  KkrCohortFlows flows[4];

  kkr_cohort_expect (&model, KKR_ROUNDING_MODE_HALF_EVEN, flows);
  /* 10 of 40 end, 5 are to move; 10 - 2 + 1 = 9 are in open places, 6 more are free: 5 and 1. */
  g_assert_cmpint (flows[0].ended, ==, 10 * ONE);
  g_assert_cmpint (flows[0].moved, ==, 5 * ONE);
  g_assert_cmpint (flows[0].running, ==, 38 * ONE);
  g_assert_cmpint (flows[0].open, ==, 14 * ONE);
  g_assert_cmpint (flows[1].ended, ==, 3333333);
  g_assert_cmpint (flows[1].moved, ==, 1 * ONE);
  g_assert_cmpint (flows[1].waiting, ==, 5333333);
  /* The second group is removed; what it has in open places stays. */
  g_assert_cmpint (flows[3].removed, ==, 6666667 + 5333333);
  g_assert_cmpint (flows[3].running + flows[3].waiting + flows[3].moved, ==, 0);
  g_assert_cmpint (flows[3].open, ==, 1 * ONE);
  /* 38 / 4 = 9.5 end and 4.75 move, since there is no bound: 14 - 2.8 + 1 + 4.75. */
  g_assert_cmpint (flows[2].moved, ==, 4750000);
  g_assert_cmpint (flows[2].open, ==, 16950000);
}

/* Direct arrivals are there even where there is no place, and nobody moves then. */
static void
test_too_few_open_places (void)
{
  const gint32 running[] = { 4 }, waiting[] = { 0 }, open[] = { 7 };
  const gint64 inflow[] = { 0 }, inflow_open[] = { 2 * ONE };
  const KkrCohortShare all[] = { { 1, 1 } }, none[] = { { 0, 1 } };
  const guint8 removed[] = { 0 };
  const gint32 secured_places[] = { 0 }, open_places[] = { 5 };
  const KkrCohortModel model = {
    1, 1, running, waiting, open, inflow, inflow_open, all, all, none, removed, secured_places,
    open_places,
  };
  KkrCohortFlows flows;

  kkr_cohort_expect (&model, KKR_ROUNDING_MODE_HALF_EVEN, &flows);
  g_assert_cmpint (flows.moved, ==, 0);
  g_assert_cmpint (flows.waiting, ==, 4 * ONE);
  g_assert_cmpint (flows.open, ==, 9 * ONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kernel/cohort-expect/two-groups", test_two_groups);
  g_test_add_func ("/kernel/cohort-expect/too-few-open-places", test_too_few_open_places);
  return g_test_run ();
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kkr.h>

#include "bench.h"

/* Opens the packaged register many times; the first time, in which types are registered and pages
 * read, is told by itself and counts too. */

#define RUNS 101

int
main (void)
{
  guint n = bench_runs (RUNS);
  g_autofree double *times = g_new (double, n);
  double first;

  for (guint i = 0; i < n; i++)
    {
      double start = bench_now ();
      g_autoptr (KkrRegister) packaged = kkr_register_new_packaged ();

      times[i] = bench_now () - start;
      if (i == 0)
        bench_check ("the register has facts",
                     kkr_register_get_n_facts (packaged) > 0 ? NULL : "none");
    }
  first = times[0];
  bench_times ("libkkr, the first time", &first, 1);
  bench_times ("libkkr, after that", times, n);
  bench_demand ("to open the packaged register", 1e3 * bench_median (times, n), TRUE, 5, 1, "ms");
  bench_demand ("to open it for the first time", 1e3 * first, TRUE, 5, 1, "ms");
  return 0;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

#include <libkkr/base/kkr-enums.h>

G_BEGIN_DECLS

/* Persons in secured and open places over years, by group. A group has those whose stay in a
 * secured place runs, those whose stay has ended and who wait there for an open place, and those in
 * open places. Stocks are those at the end of a year. In a year, in this order:
 *
 *   0. of a group that is removed, the running and the waiting go;
 *   1. of the running, the share `ends` has ended; of these, `to_open` are to move to open places,
 *      and the others are gone;
 *   2. of those in open places, the share `leaves_open` goes;
 *   3. `inflow_secured` arrives and runs, `inflow_open` arrives in open places, which never refuse;
 *   4. open places that are free then are given to the waiting and those who are to move, group by
 *      group in the order of the groups; who gets none waits.
 *
 * The need for secured places is all who run or wait. The secured places bind nobody: what they
 * lack is told. Where chance is simulated, 1 and 2 are binomial, 3 is Poisson, 0 and 4 are certain.
 */

#define KKR_COHORT_MAX_YEARS 100
#define KKR_COHORT_MAX_GROUPS 6
#define KKR_COHORT_MAX_PERSONS 1000000 /* of a group, at the start and arriving in a year */
#define KKR_COHORT_MAX_DENOMINATOR 1000000000
#define KKR_COHORT_SCALE 1000000 /* means are counted in millionths of a person */
#define KKR_COHORT_UNBOUNDED -1

typedef struct {
  gint64 num, den; /* 0 <= num <= den <= KKR_COHORT_MAX_DENOMINATOR */
} KkrCohortShare;

typedef struct {
  guint n_groups, n_years;
  /* By group: persons at the start. */
  const gint32 *running, *waiting, *open;
  /* By year, then group. */
  const gint64 *inflow_secured, *inflow_open; /* millionths of a person in the year, on average */
  const KkrCohortShare *ends, *to_open, *leaves_open;
  const guint8 *removed;
  /* By year. */
  const gint32 *secured_places;
  const gint32 *open_places; /* or KKR_COHORT_UNBOUNDED */
} KkrCohortModel;

/* A group in a year of the deterministic model, in millionths of a person. */
typedef struct {
  gint64 removed; /* who ran or waited when the group was removed */
  gint64 ended, to_open, left_open;
  gint64 moved; /* from secured to open places */
  gint64 running, waiting, open; /* at the end of the year */
} KkrCohortFlows;

/* Fills n_years x n_groups flows, a year after the other, each share of a stock being rounded to a
 * millionth. Without a year in which the open places bind, that is the mean of what chance brings,
 * but for those roundings. */
void kkr_cohort_expect (const KkrCohortModel *model, KkrRoundingMode mode, KkrCohortFlows *flows);

G_END_DECLS

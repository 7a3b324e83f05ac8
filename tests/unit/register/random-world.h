/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-enums.h>
#include <libkkr/register/kkr-crosswalk.h>

/* Any crosswalk: splits, mergers and mergers of parts, with weights of 0 and alike; and a series of
 * several years, of which codes and values are absent. */

#define MAX_CODES 8
#define MAX_YEARS 4
#define NO_ROW -1

typedef struct {
  guint n_from, n_to, n_years;
  gint64 weights[MAX_CODES][MAX_CODES]; /* in hundredths, or NO_ROW */
  gboolean has[MAX_CODES];              /* whether the series has the code */
  guint order[MAX_CODES];               /* of the rows of the series */
  gint64 values[MAX_YEARS][MAX_CODES];
  KkrCellStatus status[MAX_YEARS][MAX_CODES];
  KkrApportionMethod method;
  gint64 unit;
} RandomWorld;

/* The next one of a row of worlds. */
void random_world_init (RandomWorld *world, GRand *random);
/* One of which nothing is absent, and each code that is reached gets from one code only. */
void random_world_init_partition (RandomWorld *world, GRand *random);

/* From f0, f1, ... to t0, t1, ...; its rows are in any order. */
KkrCrosswalk *random_world_make_crosswalk (const RandomWorld *world, GRand *random);
/* Of a partition: from each code that is reached to the one that gave to it. */
KkrCrosswalk *random_world_make_way_back (const RandomWorld *world);
/* A column `code`, and one a year. */
KkrTable *random_world_make_series (const RandomWorld *world);
char *random_world_name_year (guint year);

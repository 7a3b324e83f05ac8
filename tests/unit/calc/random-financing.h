/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/kkr.h>

/* Arrangements of joint financing with something of everything, and scenarios for them. */

#define RANDOM_MAX_SCENARIOS 9
#define RANDOM_N_INPUTS 12

typedef struct {
  guint n;
  gboolean used[RANDOM_N_INPUTS];                           /* which inputs come row by row */
  const char *texts[RANDOM_N_INPUTS][RANDOM_MAX_SCENARIOS]; /* NULL for a cell that is missing */
  gint64 numbers[RANDOM_N_INPUTS][RANDOM_MAX_SCENARIOS];    /* the same of whole numbers */
} RandomScenarios;

/* One in three is an overlay on another. */
KkrRegister *random_financing_register (GRand *random);
/* With some inputs assigned, not always such as can be computed. */
KkrCalculator *random_financing_calculator (GRand *random, KkrRegister *reg);

void random_scenarios_init (RandomScenarios *self, GRand *random);
void random_scenarios_remove (RandomScenarios *self, guint scenario);
KkrTable *random_scenarios_make_table (const RandomScenarios *self);
/* What the row of the table says of the inputs of a calculator that runs it alone. */
void random_scenarios_assign (const RandomScenarios *self, guint scenario,
                              KkrCalculator *calculator);

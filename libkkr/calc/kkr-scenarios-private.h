/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-scenarios.h>

G_BEGIN_DECLS

typedef struct {
  KkrCalculator *calculator;
  const char *uri;
  GBytes *bytes;
  GCancellable *cancellable;
  /* How much is read, 0 to 1; or NULL. */
  void (*progress) (gpointer progress_data, gdouble done);
  gpointer progress_data;
} KkrScenariosJob;

KkrTable *kkr_scenarios_read (const KkrScenariosJob *job, GError **error);

/* What a message calls a scenario: "scenarier.csv:5" where it was read from a file, else
 * "scenario 3", counted from 0. */
char *kkr_scenarios_dup_place (KkrTable *scenarios, guint row);

G_END_DECLS

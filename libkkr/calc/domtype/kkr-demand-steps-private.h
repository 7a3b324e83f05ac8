/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/calc/domtype/kkr-demand-private.h>
#include <libkkr/calc/kkr-result.h>
#include <libkkr/table/kkr-column-private.h>

G_BEGIN_DECLS

/* A derivation of what the tables of a result have: nothing is counted again. */
typedef struct {
  KkrCalculator *calculator;
  KkrRegister *reg;
  KkrResult *result;
  KkrDerivationBuilder *builder;
  const char *column; /* without its table */
  gint64 row;         /* -1: the total */
} KkrDemandSteps;

/* Whether a row is a term of a sum. */
typedef gboolean (*KkrDemandTerm) (const KkrDemandSteps *self, KkrTable *table, guint row,
                                   gconstpointer data);

guint kkr_demand_steps_rows (const KkrDemandSteps *self, const char *table);
gint64 kkr_demand_steps_cell (const KkrDemandSteps *self, const char *table, const char *column,
                              guint row);
/* The number of a choice or a text. */
gint32 kkr_demand_steps_code (const KkrDemandSteps *self, const char *table, const char *column,
                              guint row);
void kkr_demand_steps_value (KkrDemandSteps *self, const char *id, const char *danish,
                             const char *english, gint64 value, KkrUnit unit);
/* The sum of a column over the rows from `first` on, `step` apart, `n` of them. */
void kkr_demand_steps_sum (KkrDemandSteps *self, const char *id, const char *danish,
                           const char *english, KkrUnit unit, const char *table,
                           const char *column, guint first, guint step, guint n);
/* The same over the rows that are wanted. */
void kkr_demand_steps_sum_if (KkrDemandSteps *self, const char *id, const char *danish,
                              const char *english, KkrUnit unit, const char *table,
                              const char *column, KkrDemandTerm wanted, gconstpointer data);
/* The source of the last step, where the input is the register's. */
void kkr_demand_steps_source (KkrDemandSteps *self, const char *input, const char *key);
/* `share` or `printed` of the steps `part` and `whole`. */
void kkr_demand_steps_share (KkrDemandSteps *self, const char *part, const char *whole);

gboolean kkr_demand_derive_judgements (KkrDemandSteps *self, const char *table);
gboolean kkr_demand_derive_years (KkrDemandSteps *self);
gboolean kkr_demand_derive_placements (KkrDemandSteps *self);
gboolean kkr_demand_derive_supply (KkrDemandSteps *self, const char *table);
gboolean kkr_demand_derive_coverage (KkrDemandSteps *self);

G_END_DECLS

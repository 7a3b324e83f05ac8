/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/calc/supervision/kkr-tariff-private.h>

G_BEGIN_DECLS

/* A derivation that is being made, and what of it is said already. */
typedef struct {
  KkrTariffPlan *plan;
  KkrDerivationBuilder *builder;
  gboolean has_weight[KKR_TARIFF_N_GROUPS];
  gboolean has_hours[KKR_TARIFF_N_HOURS];
  gboolean has_tenth;
} KkrTariffSteps;

/* Where the last step is from; `fact` may be NULL. */
void kkr_tariff_steps_set_fact (KkrTariffSteps *self, KkrFact *fact);
/* Ends with the step `tariff`. */
void kkr_tariff_steps_add_tariff (KkrTariffSteps *self, const KkrTariffRow *row);
/* A column of the table of growth; FALSE for one that has no steps. */
gboolean kkr_tariff_steps_derive_growth (KkrTariffSteps *self, const char *column, guint row);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/financing/kkr-financing-private.h>

G_BEGIN_DECLS

/* The steps of a derivation about one year. The ids carry the year, so that two years can stand in
 * one derivation: budget_2024, weight_sum_2024, weight_2024, share_2024, amount_2024, ... */

typedef struct {
  KkrDerivationBuilder *builder;
  KkrCalculator *calculator;
  KkrFinancingYear *year;
  gboolean same_year; /* compared with the same year: its own steps have other ids */
} KkrFinancingSteps;

void kkr_financing_steps_add_budget (KkrFinancingSteps *self);
void kkr_financing_steps_add_weight_sum (KkrFinancingSteps *self);
void kkr_financing_steps_add_weight (KkrFinancingSteps *self, guint row);
/* With the weight and the sum of the weights before it. */
void kkr_financing_steps_add_share (KkrFinancingSteps *self, guint row);
/* With the budget and the share before it. */
void kkr_financing_steps_add_amount (KkrFinancingSteps *self, guint row);
/* With the budget and the sum of the weights before it. */
void kkr_financing_steps_add_rate (KkrFinancingSteps *self);
void kkr_financing_steps_add_volume (KkrFinancingSteps *self);
void kkr_financing_steps_add_code (KkrFinancingSteps *self, guint row);
/* The totals of the columns of the main table. */
void kkr_financing_steps_add_share_sum (KkrFinancingSteps *self);
void kkr_financing_steps_add_amount_sum (KkrFinancingSteps *self);

/* An expression in which each "#" stands for the year: "budget_# / 100". Free it. */
char *kkr_financing_steps_expand (KkrFinancingSteps *self, const char *expression);
/* What "#" stands for in an id. */
char *kkr_financing_steps_get_suffix (KkrFinancingSteps *self);

G_END_DECLS

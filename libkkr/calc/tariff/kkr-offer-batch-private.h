/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/tariff/kkr-offer-tariff-private.h>

G_BEGIN_DECLS

/* The inputs that a batch takes as whole columns. */
typedef enum {
  KKR_OFFER_ROW_DIRECT_COST,
  KKR_OFFER_ROW_INDIRECT_COST,
  KKR_OFFER_ROW_OVERHEAD,
  KKR_OFFER_ROW_DEPRECIATION,
  KKR_OFFER_ROW_INTEREST,
  KKR_OFFER_ROW_CARRY_OVER,
  KKR_OFFER_ROW_PLACES,
  KKR_OFFER_ROW_DAYS,
  KKR_OFFER_ROW_OVERHEAD_PERCENT,
  KKR_OFFER_ROW_COST_CHANGE,
  KKR_OFFER_ROW_OCCUPANCY,
  KKR_OFFER_N_ROW_INPUTS,
} KkrOfferRowInput;

/* What the tariff of a package is made of where the long-term average is the model:
 *
 *     tariff = (running * change + fixed) * 100 / (divisor * occupancy)
 *
 * each a whole number, with what all scenarios have in common multiplied out. */
typedef struct {
  gint64 running; /* øre, times the numerator of 1 + overhead in per cent */
  gint64 fixed;   /* øre, times the denominator of that */
  gint64 divisor; /* that denominator times places and days of the unit, and what is rounded to */
  gint64 num, den; /* of the occupancy, where it is the row's own; else 0 */
} KkrOfferTerms;

typedef struct {
  KkrOfferPlan *plan;
  guint n_rows;
  guint32 by_row;
  GPtrArray *notes; /* as of the plan: the calculator of the group changes */
  KkrOfferTerms *terms; /* NULL where scenarios have to be computed one by one */
  gint64 max_running, max_fixed, max_divisor, max_num, max_den;
} KkrOfferGroup;

gdouble kkr_offer_row_number (const KkrBatchRows *rows, KkrOfferRowInput input, gsize i);
/* Makes the terms where the model is the library's, no joint costs are shared otherwise in each
 * scenario, and the numbers are not too large. */
void kkr_offer_group_make_terms (KkrOfferGroup *self);
/* All packages of a scenario; FALSE where there is no figure. */
gboolean kkr_offer_group_compute_terms (const KkrOfferGroup *self, const KkrBatchRows *rows,
                                        gsize scenario, gint64 *cells);
/* The same by the model itself. */
gboolean kkr_offer_group_compute_model (const KkrOfferGroup *self, const KkrBatchRows *rows,
                                        gsize scenario, gint64 *cells);

G_END_DECLS

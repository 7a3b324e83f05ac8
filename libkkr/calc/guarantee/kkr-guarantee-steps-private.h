/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/guarantee/kkr-guarantee-table-private.h>

G_BEGIN_DECLS

/* Steps of derivations. */
typedef struct {
  KkrGuaranteePlan *plan;
  KkrDerivationBuilder *builder;
} KkrGuaranteeSteps;

/* Which days count, and what each of them costs. */
typedef enum {
  KKR_GUARANTEE_DAYS_OCCUPIED,
  KKR_GUARANTEE_DAYS_NOTICE,
  KKR_GUARANTEE_DAYS_EMPTY,
  KKR_GUARANTEE_DAYS_PAID, /* empty, and paid for by the municipalities together */
  KKR_GUARANTEE_DAYS_USED, /* occupied or in notice */
} KkrGuaranteeDays;

#define KKR_GUARANTEE_ALL G_MAXUINT
#define KKR_GUARANTEE_NO_USER -2
#define KKR_GUARANTEE_ANY_USER -3

/* The spans that a figure is about: of a place, or of all; of one user municipality (-1: of those
 * that are not stated), or of any. */
typedef struct {
  KkrGuaranteeDays days;
  guint place;
  gint32 user;
} KkrGuaranteeChoice;

gboolean kkr_guarantee_choice_has (const KkrGuaranteeChoice *choice,
                                   const KkrGuaranteeSpan *span);
void kkr_guarantee_steps_add_int (KkrGuaranteeSteps *self, const char *id, const char *danish,
                                  const char *english, gint64 value, KkrUnit unit);
void kkr_guarantee_steps_add_exact (KkrGuaranteeSteps *self, const char *id, const char *danish,
                                    const char *english, const KkrRational *value, KkrUnit unit);
/* The part that is covered in a year of the guarantee, with its source. */
void kkr_guarantee_steps_add_share (KkrGuaranteeSteps *self, const char *id, int year);
/* What a day of the span costs somebody; without a span, the same on all days. */
void kkr_guarantee_steps_add_price (KkrGuaranteeSteps *self, const char *id,
                                    const KkrGuaranteeSpan *span, gint64 price);
/* The sum of the days. */
void kkr_guarantee_steps_add_days (KkrGuaranteeSteps *self, const char *id,
                                   const KkrGuaranteeChoice *choice);
/* Days times what one of them costs, for each price; their sum is the last step. For PAID it is
 * before its rounding, unless each day is rounded. */
void kkr_guarantee_steps_add_cost (KkrGuaranteeSteps *self, const char *id,
                                   const KkrGuaranteeChoice *choice);
/* What a place is paid. */
void kkr_guarantee_steps_add_guarantee (KkrGuaranteeSteps *self, const char *id, guint place);
/* The first day without a guarantee, in words. */
void kkr_guarantee_steps_add_expiry (KkrGuaranteeSteps *self, guint place);
/* A figure of the table of places, by the number of its column from `occupied` on. */
void kkr_guarantee_steps_add_place (KkrGuaranteeSteps *self, guint place, guint column);
/* Its sum over the places of an operator, or over all with NULL. */
void kkr_guarantee_steps_add_places (KkrGuaranteeSteps *self, const char *id, const char *operator,
                                     guint column);
/* A figure of the table of days. FALSE for a column that has none. */
gboolean kkr_guarantee_steps_add_span (KkrGuaranteeSteps *self, guint span, const char *column);
/* A figure of the bill; the row KKR_GUARANTEE_ALL is the total. */
gboolean kkr_guarantee_steps_add_bill (KkrGuaranteeSteps *self, guint row, const char *column);

G_END_DECLS

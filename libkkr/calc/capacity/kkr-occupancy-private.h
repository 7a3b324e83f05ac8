/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/calc/capacity/kkr-occupancy-choices.h>
#include <libkkr/calc/guarantee/kkr-guarantee-choices.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-result.h>
#include <libkkr/calc/kkr-sheet-private.h>
#include <libkkr/calc/tariff/kkr-tariff-terms.h>
#include <libkkr/kernel/kkr-erlang-private.h>
#include <libkkr/table/kkr-table-builder.h>

G_BEGIN_DECLS

/* Columns of the tables that are inputs, in their order. */
enum { KKR_OCC_PLACE_PLACE, KKR_OCC_PLACE_OFFER, KKR_OCC_PLACE_FROM, KKR_OCC_PLACE_TO,
       KKR_OCC_PLACE_TARIFF };
enum { KKR_OCC_STAY_PERSON, KKR_OCC_STAY_PLACE, KKR_OCC_STAY_OFFER, KKR_OCC_STAY_FROM,
       KKR_OCC_STAY_TO, KKR_OCC_STAY_MUNICIPALITY, KKR_OCC_STAY_KEPT };
enum { KKR_OCC_COUNT_OFFER, KKR_OCC_COUNT_YEAR, KKR_OCC_COUNT_PLACES, KKR_OCC_COUNT_USED,
       KKR_OCC_COUNT_OCCUPANCY, KKR_OCC_COUNT_DAYS, KKR_OCC_COUNT_TARIFF };
enum { KKR_OCC_PAYER_MUNICIPALITY, KKR_OCC_PAYER_WEIGHT, KKR_OCC_PAYER_USED, KKR_OCC_PAYER_KEPT };
enum { KKR_OCC_REFUSAL_OFFER, KKR_OCC_REFUSAL_REASON, KKR_OCC_REFUSAL_COUNT };
enum { KKR_OCC_DEMAND_OFFER, KKR_OCC_DEMAND_REQUESTS, KKR_OCC_DEMAND_STAY, KKR_OCC_DEMAND_PLACES,
       KKR_OCC_DEMAND_TARGET };

#define KKR_OCC_NONE G_MAXUINT
#define KKR_OCC_MAX_YEARS 100
/* A place that is read again and again for stays that overlap it, rows of the table `stays`. */
#define KKR_OCC_MAX_STAYS 20000000
#define KKR_OCC_MAX_SPELLS 2000000
/* A derivation has a step for each place. */
#define KKR_OCC_MAX_PLACES 50000
#define KKR_OCC_MAX_LOAD 45000
/* Of all rows of `demand` together: some seconds. */
#define KKR_OCC_MAX_STEPS 200000000

/* Texts that are the same but for capitals and spaces, by the number of their first. */
typedef struct {
  GPtrArray *texts;
  GHashTable *by_text, *by_fold;
} KkrOccupancyNames;

typedef struct {
  gint32 first, last; /* of the period; without one 0 and -1 */
  KkrOccupancyCount count;
  gboolean last_day;
  gint64 tariff; /* of all places; G_MININT64 */
  KkrTariffUnit unit;
  gboolean fixed_year;
  KkrRational percent; /* of the tariff that a vacant day costs */
  KkrRoundingMode rounding;
  gint64 rounding_unit;
} KkrOccupancyTerms;

/* Days of a row of `places` in a year. Without a row, days on which persons lived in a place that
 * is not open, or in an offer without a place of their own. */
typedef struct {
  guint row;
  gint32 place, offer; /* place -1: none */
  int year;
  gint32 from, until; /* without a row the first and last such day */
  gint64 days, taken, used;
  gint64 tariff; /* G_MININT64 */
} KkrOccupancySpell;

/* Days of a placement in one spell. */
typedef struct {
  guint row;
  guint spell;
  gint32 payer; /* -1 */
  gint32 from, until;
} KkrOccupancyStay;

/* A row of the table `offers`. Where a flag is FALSE the numbers are not known. */
typedef struct {
  gint32 offer;
  int year; /* 0: not said */
  guint row; /* of `counts` */
  gint64 period; /* days */
  int tariff_year; /* whose days a month's or a year's tariff is for; 0: 365 */
  gboolean assumed_period; /* nobody said how many days */
  gboolean has_places, has_used, has_occupancy, has_cost;
  /* Days of places. `used` is what the occupancy is counted by. */
  KkrRational days, used, vacant, extra;
  KkrRational occupancy;
  KkrRational cost; /* øre, exact */
  gint64 tariff; /* of `counts` */
  gint64 amount;
} KkrOccupancyOffer;

typedef struct {
  gint32 name;
  guint row; /* of `municipalities`, KKR_OCC_NONE: only uses places */
  KkrRational weight;
  KkrRational used; /* days */
  KkrRational use, kept; /* øre, exact */
  gint64 vacancy_amount, use_amount, kept_amount, total;
} KkrOccupancyPayer;

/* A row of the table `demand`. */
typedef struct {
  const char *offer; /* NULL: all */
  KkrRational requests, stay, load, target;
  gboolean rounded; /* the load */
  gboolean has_places, has_target, is_small; /* less than 10^-20 */
  gint64 places, needed;
  KkrRational chance, refused, filled, chance_then;
} KkrOccupancyDemand;

typedef struct {
  gint32 offer;
  gint64 counts[3]; /* by reason */
  gboolean has[3], unknown[3]; /* unknown: some refusals, and nobody says how many */
} KkrOccupancyRefusal;

typedef struct {
  KkrCalculator *calculator;
  KkrRegister *reg;
  gboolean is_check; /* only faults are wanted */
  KkrSheet *places, *placements, *counts, *municipalities, *refusals, *demand;
  KkrOccupancyTerms terms;
  KkrOccupancyNames offer_names, place_names, payer_names, person_names;
  /* Of rows of `places`: their place and offer; the rows by place and first day, and where those
   * of a place begin there. */
  gint32 *row_places, *row_offers;
  guint *order, *place_starts;
  guint *row_spells; /* the first spell of a row */
  GArray *spells, *stays, *offers, *payers, *demands, *refusal_rows;
  gint64 cost; /* of all vacant days */
  gboolean has_cost, has_bills;
  gboolean has_ties; /* of the shares of the cost, which miss it by the gap */
  gint64 gap;
  GError *fault;
} KkrOccupancyPlan;

/* NULL with an error where an input cannot be read; what is wrong between inputs is its fault. */
KkrOccupancyPlan *kkr_occupancy_plan_new (KkrCalculator *calculator, gboolean is_check,
                                          GCancellable *cancellable, GError **error);
void kkr_occupancy_plan_free (KkrOccupancyPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrOccupancyPlan, kkr_occupancy_plan_free)
void kkr_occupancy_plan_fault (KkrOccupancyPlan *self, const char *input, KkrCalcError code,
                               const char *format, ...) G_GNUC_PRINTF (4, 5);
void kkr_occupancy_plan_fault_at (KkrOccupancyPlan *self, KkrSheet *sheet, guint row,
                                  guint column, KkrCalcError code, const char *format, ...)
  G_GNUC_PRINTF (6, 7);
/* For texts of a column that has to be there. */
gint32 kkr_occupancy_names_find (KkrOccupancyNames *self, const char *text);
/* -1 if it is not there. */
gint32 kkr_occupancy_names_look_up (const KkrOccupancyNames *self, const char *text);
const char *kkr_occupancy_names_get (const KkrOccupancyNames *self, gint32 name);
/* The number of a municipality, as the register calls it where it knows it. */
gint32 kkr_occupancy_plan_find_payer (KkrOccupancyPlan *self, const char *text);

/* Of the inputs that are no tables; days that are wrong are a fault. */
gboolean kkr_occupancy_terms_read (KkrOccupancyPlan *self, GError **error);
/* What a day costs of a tariff: `months` / `divisor` of it. */
void kkr_occupancy_terms_get_day (const KkrOccupancyTerms *self, int year, gint64 *months,
                                  gint64 *divisor);
int kkr_occupancy_year_of (gint32 day);
int kkr_occupancy_days_of_year (int year);

/* How many days a row of `counts` is about, its year and whose days a year's tariff is for: 0 where
 * nobody says. */
gint64 kkr_occupancy_counted_period (const KkrOccupancyTerms *terms, const KkrSheet *counts,
                                     guint row, int *year, int *tariff_year);

/* Each adds what it finds, and faults. */
void kkr_occupancy_plan_read_places (KkrOccupancyPlan *self);
void kkr_occupancy_plan_check_persons (KkrOccupancyPlan *self);
gboolean kkr_occupancy_plan_read_stays (KkrOccupancyPlan *self, GCancellable *cancellable,
                                        GError **error);
void kkr_occupancy_plan_sum_offers (KkrOccupancyPlan *self);
void kkr_occupancy_plan_read_counts (KkrOccupancyPlan *self);
void kkr_occupancy_plan_sum_costs (KkrOccupancyPlan *self);
void kkr_occupancy_plan_read_payers (KkrOccupancyPlan *self);
void kkr_occupancy_plan_read_refusals (KkrOccupancyPlan *self);
gboolean kkr_occupancy_plan_read_demand (KkrOccupancyPlan *self, GCancellable *cancellable,
                                         GError **error);
/* requests * stay / 365, in fractions that fit; TRUE in `rounded` where it had to be rounded. */
gboolean kkr_occupancy_load (const KkrRational *requests, const KkrRational *stay,
                             KkrRational *load, gboolean *rounded);

KkrTable *kkr_occupancy_build_offers (const KkrOccupancyPlan *self, GError **error);
KkrTable *kkr_occupancy_build_places (const KkrOccupancyPlan *self, GError **error);
KkrTable *kkr_occupancy_build_stays (const KkrOccupancyPlan *self, GError **error);
KkrTable *kkr_occupancy_build_bills (const KkrOccupancyPlan *self, GError **error);
KkrTable *kkr_occupancy_build_refusals (const KkrOccupancyPlan *self, GError **error);
KkrTable *kkr_occupancy_build_demand (const KkrOccupancyPlan *self, GError **error);
void kkr_occupancy_add_notes (const KkrOccupancyPlan *self, GPtrArray *notes);

/* Derives from the tables of the result and the inputs, without computing them again. */
KkrDerivation *kkr_occupancy_derive (KkrCalculator *calculator, KkrResult *result,
                                     const char *column, gint64 row, GError **error);

void kkr_occupancy_install (KkrCalculatorClass *klass);
void kkr_occupancy_explain_columns (KkrCalculatorClass *klass);

G_END_DECLS

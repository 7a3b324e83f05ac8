/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/base/kkr-rational-private.h>
#include <libkkr/calc/capacity/kkr-shelter-capacity.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-sheet-private.h>

G_BEGIN_DECLS

/* What shelters cost, what the state refunds of it, and how many places are put out to tender. */

enum {
  KKR_SHELTER_STAY_PERSON,
  KKR_SHELTER_STAY_MUNICIPALITY,
  KKR_SHELTER_STAY_OFFER,
  KKR_SHELTER_STAY_FROM,
  KKR_SHELTER_STAY_TO,
  KKR_SHELTER_STAY_TARIFF,
};
enum {
  KKR_SHELTER_AREA_NAME,
  KKR_SHELTER_AREA_CAPACITY,
  KKR_SHELTER_AREA_PUBLIC,
  KKR_SHELTER_AREA_DEMAND,
};
enum {
  KKR_SHELTER_SUPPLIER_NAME,
  KKR_SHELTER_SUPPLIER_AREA,
  KKR_SHELTER_SUPPLIER_SECTOR,
  KKR_SHELTER_SUPPLIER_PLACES,
  KKR_SHELTER_SUPPLIER_APPROVED,
  KKR_SHELTER_SUPPLIER_APPROVAL,
  KKR_SHELTER_SUPPLIER_START,
  KKR_SHELTER_SUPPLIER_AWARDED,
};

typedef struct {
  gint64 limit, transition_limit;
  gint32 limit_from;
  gint32 transition_from, transition_to; /* open ends: G_MININT32, G_MAXINT32 */
  gboolean has_transition;
  KkrRefundRule rule;
  KkrTransitionRule by;
  gint32 first, last; /* the same */
  KkrRational percent;
  KkrRoundingMode mode;
  gint64 unit;
  int join_days; /* -1: rows are stays of their own */
} KkrShelterRules;

/* Days of a stay that have one limit, one after the other. */
typedef struct {
  gint32 from, until;
  gint64 number;     /* of the first of them, counted as the rule counts */
  gint64 limit;      /* -1: none yet */
  gint64 refundable;
} KkrShelterSpan;

typedef struct {
  gint32 from, until;  /* all of the stay, an open one to the last day */
  gint64 before;       /* days that count before its first, of the stay or of the year it is in */
  gint32 chain_from, chain_until;
  gint64 chain_days;   /* of the stay that it is part of */
  gint64 days, refundable; /* of the period */
  gint64 gross, refund;
} KkrShelterStay;

typedef struct {
  gboolean has;
  gint64 increase, increase_precision;
  KkrRational percent, percent_precision;
  int from_year, to_year, decimals;
  KkrRational increase_low, increase_high, percent_low, percent_high; /* without signs */
  KkrRational base, base_low, base_high, level, level_low, level_high; /* øre */
  KkrRational yearly, yearly_low, yearly_high; /* per cent */
} KkrShelterGrowth;

typedef struct {
  gint64 capacity, public_places, tender, surplus, awarded, over_awarded, supplied;
  gint64 demand, gap; /* G_MININT64: not known */
} KkrShelterArea;

/* Why a supplier may not, as bits. */
typedef enum {
  KKR_SHELTER_NO_APPROVAL = 1 << 0,
  KKR_SHELTER_APPROVAL_LATE = 1 << 1,
  KKR_SHELTER_NO_AWARD = 1 << 2,
  KKR_SHELTER_APPROVAL_NOT_YET = 1 << 3,
} KkrShelterReasons;

typedef struct {
  gboolean is_public, may_be_awarded, may_start;
  guint reasons;
  gint64 awarded, supplied;
  guint area;
} KkrShelterSupplier;

typedef struct {
  KkrCalculator *calculator;
  KkrRegister *reg; /* or NULL */
  KkrSheet *stays, *areas, *suppliers;
  KkrShelterRules rules;
  KkrShelterGrowth growth;
  GPtrArray *used;       /* facts */
  GPtrArray *payers;     /* names */
  GArray *payer_codes;   /* gint32 */
  gint32 *stay_payers;
  const gint32 *persons;
  guint *order;          /* stays by person and day */
  GHashTable *area_rows; /* by folded name: the row + 1 */
} KkrShelter;

#define KKR_SHELTER_NO_CODE G_MAXINT32
#define KKR_SHELTER_MAX_YEARS 100

const KkrSheetColumn *kkr_shelter_get_stay_columns (void);
const KkrSheetColumn *kkr_shelter_get_area_columns (void);

/* NULL with an error where an input cannot be read; `fault` is the input, or NULL for a table,
 * whose faults are reported elsewhere. */
KkrShelter *kkr_shelter_new (KkrCalculator *calculator, const char **fault, GError **error);
void kkr_shelter_free (KkrShelter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrShelter, kkr_shelter_free)
gboolean kkr_shelter_read_rules (KkrShelter *self, GError **error);
/* The register's fact of an input that nobody gave, or NULL. */
KkrFact *kkr_shelter_look_up (KkrShelter *self, const char *input, const char *key,
                              GError **error);

void kkr_shelter_check (KkrCalculator *calculator);
void kkr_shelter_check_stays (KkrShelter *self);
void kkr_shelter_check_capacity (KkrShelter *self);

gint32 kkr_shelter_get_from (const KkrShelter *self, guint row);
/* The last day of a stay, or the last one of all. */
gint32 kkr_shelter_get_until (const KkrShelter *self, guint row);
gboolean kkr_shelter_is_open (const KkrShelter *self, guint row);
const char *kkr_shelter_get_payer (const KkrShelter *self, gint32 payer);
/* KkrShelterStay by row. */
GArray *kkr_shelter_compute_stays (const KkrShelter *self, KkrRefundRule rule,
                                   GCancellable *cancellable, GError **error);
/* KkrShelterSpan of the days of a stay in the period. */
GArray *kkr_shelter_split_stay (const KkrShelter *self, KkrRefundRule rule,
                                const KkrShelterStay *stay);
/* What decides under the rule of whole stays: the limit, or -1. */
gint64 kkr_shelter_get_limit (const KkrShelter *self, gint32 day, gint32 start);

gboolean kkr_shelter_read_growth (KkrShelter *self, const char **fault, GError **error);

/* By row. */
GArray *kkr_shelter_compute_suppliers (const KkrShelter *self);
GArray *kkr_shelter_compute_areas (const KkrShelter *self, const GArray *suppliers);
gint32 kkr_shelter_find_area (const KkrShelter *self, const char *name);
gint64 kkr_shelter_get_whole (KkrSheet *sheet, guint row, guint column);

KkrTable *kkr_shelter_build_municipalities (const KkrShelter *self, const GArray *stays,
                                            GError **error);
KkrTable *kkr_shelter_build_stays (const KkrShelter *self, const GArray *stays, GError **error);
KkrTable *kkr_shelter_build_readings (const KkrShelter *self, GCancellable *cancellable,
                                      GError **error);
KkrTable *kkr_shelter_build_growth (const KkrShelter *self, GError **error);
KkrTable *kkr_shelter_build_areas (const KkrShelter *self, const GArray *areas, GError **error);
KkrTable *kkr_shelter_build_suppliers (const KkrShelter *self, const GArray *suppliers,
                                       GError **error);
KkrTable *kkr_shelter_build_periods (const KkrShelter *self, GError **error);
gboolean kkr_shelter_has_periods (KkrCalculator *calculator);

/* `stays`, `areas` and `suppliers` may be NULL. */
void kkr_shelter_add_notes (const KkrShelter *self, const GArray *stays, const GArray *areas,
                            GPtrArray *notes);
void kkr_shelter_add_refund_notes (const KkrShelter *self, GPtrArray *notes);
void kkr_shelter_add_growth_notes (const KkrShelter *self, GPtrArray *notes);

/* The cell that is explained. */
typedef struct {
  KkrShelter *shelter;
  KkrResult *result;
  KkrTable *table;
  const char *column;
  guint row;
  KkrDerivationBuilder *builder;
} KkrShelterCell;

KkrDerivation *kkr_shelter_derive (KkrCalculator *calculator, KkrResult *result,
                                   const char *column, gint64 row, GError **error);
void kkr_shelter_cell_add_int (const KkrShelterCell *self, const char *id, const char *danish,
                               const char *english, gint64 value, KkrUnit unit);
void kkr_shelter_cell_add_exact (const KkrShelterCell *self, const char *id, const char *danish,
                                 const char *english, const KkrRational *value, KkrUnit unit);
/* FALSE without an error for a column that is not explained. */
gboolean kkr_shelter_cell_derive_stay (const KkrShelterCell *self, GError **error);
gboolean kkr_shelter_cell_derive_growth (const KkrShelterCell *self);
gboolean kkr_shelter_cell_derive_capacity (const KkrShelterCell *self);

/* Of the class's init. */
void kkr_shelter_install_growth (KkrCalculatorClass *klass);
void kkr_shelter_install_rest (KkrCalculatorClass *klass);
void kkr_shelter_capacity_explain_columns (KkrCalculatorClass *klass);

G_END_DECLS

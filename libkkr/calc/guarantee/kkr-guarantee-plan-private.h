/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-apportionment.h>
#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/calc/guarantee/kkr-guarantee-choices.h>
#include <libkkr/calc/guarantee/kkr-guarantee-eligibility-private.h>
#include <libkkr/calc/guarantee/kkr-guarantee-rules.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-sheet-private.h>
#include <libkkr/table/kkr-table-builder.h>

G_BEGIN_DECLS

/* Who pays for new places on each day of a period of settlement, and the bill for those that stand
 * empty. */

enum {
  KKR_GUARANTEE_PLACES_PLACE,
  KKR_GUARANTEE_PLACES_OFFER,
  KKR_GUARANTEE_PLACES_OPERATOR,
  KKR_GUARANTEE_PLACES_AGREEMENT,
  KKR_GUARANTEE_PLACES_TARIFF,
  KKR_GUARANTEE_PLACES_COMMISSIONED,
  KKR_GUARANTEE_PLACES_COVERED,
  KKR_GUARANTEE_PLACES_FACTS, /* and those after it, of KKR_GUARANTEE_FACT_COLUMNS */
};

enum {
  KKR_GUARANTEE_STATUSES_PLACE,
  KKR_GUARANTEE_STATUSES_FROM,
  KKR_GUARANTEE_STATUSES_TO,
  KKR_GUARANTEE_STATUSES_STATUS,
  KKR_GUARANTEE_STATUSES_MUNICIPALITY,
  KKR_GUARANTEE_STATUSES_SPECIAL_TARIFF,
};

enum {
  KKR_GUARANTEE_TARIFFS_PLACE,
  KKR_GUARANTEE_TARIFFS_FROM,
  KKR_GUARANTEE_TARIFFS_TO,
  KKR_GUARANTEE_TARIFFS_TARIFF,
};

enum {
  KKR_GUARANTEE_MUNICIPALITIES_MUNICIPALITY,
  KKR_GUARANTEE_MUNICIPALITIES_WEIGHT,
};

/* A period of a place in one of the tables: a status or a tariff. */
typedef struct {
  guint place;
  gint32 from, to; /* KKR_DATE_MAX: still open */
  guint row;
} KkrGuaranteePeriod;

typedef struct {
  const char *name;
  const char *operator_name; /* as it is written first; "": not said */
  gint64 tariff; /* -1: none of its own */
  gint32 start;  /* first day in use with a citizen; KKR_DATE_MAX: none yet */
  gint32 window; /* the day its guarantee runs from, and the first day it no longer runs */
  gint32 expiry;
  gint64 frozen; /* the tariff on the day that its guarantee began; -1: not known */
  gboolean declared; /* the table does not say that it is not covered */
  guint refusals;    /* bits of KkrGuaranteeCondition */
  guint unstated;
  gboolean covered;
  guint row;
  guint first_status, n_statuses; /* of `statuses` and `tariffs` */
  guint first_tariff, n_tariffs;
  guint first_span, n_spans;
  gint64 days[3]; /* occupied, in notice, empty */
  gint64 covered_days;
  gint64 user, guarantee, operator; /* what the user municipalities, all together, it itself pay */
} KkrGuaranteePlace;

typedef enum {
  KKR_GUARANTEE_PHASE_NOT_STARTED,
  KKR_GUARANTEE_PHASE_ACTIVE,
  KKR_GUARANTEE_PHASE_EXPIRED,
} KkrGuaranteePhase;

/* Days of one place on which everything is the same. */
typedef struct {
  guint place;
  gint32 from, to;
  KkrPlaceStatus status;
  KkrGuaranteePhase phase;
  int year;      /* of the guarantee, from 1; 0 where the share is the same in all */
  gboolean paid; /* by the municipalities together */
  gint64 tariff; /* of the days, in øre */
  gint64 price;  /* what a day costs the user municipality: the tariff or a special one */
  gint64 base;   /* the tariff that the guarantee covers a part of */
  gint32 user;   /* an index of `users`; -1: not said */
  KkrRational joint; /* øre */
} KkrGuaranteeSpan;

typedef struct {
  KkrCalculator *calculator;
  KkrRegister *reg;
  KkrSheet *places_sheet, *statuses_sheet, *tariffs_sheet, *municipalities_sheet;
  gint32 from, to;
  int years;
  gboolean yearly;     /* a share for each year */
  guint n_shares;
  KkrRational *shares; /* per cent */
  int max_places;
  KkrFact *share_fact, *years_fact, *places_fact; /* NULL where the register was not asked */
  KkrLeapDayRule leap_day;
  KkrGuaranteeTariff tariff_basis;
  KkrGuaranteeRounding rounding_of;
  KkrRoundingMode rounding;
  gint64 unit;

  GArray *places;   /* KkrGuaranteePlace */
  GArray *statuses; /* KkrGuaranteePeriod, by place and day */
  GArray *tariffs;
  GArray *spans;    /* KkrGuaranteeSpan */
  GHashTable *by_name;  /* of places */
  GHashTable *spellings; /* of operators */
  GPtrArray *users;     /* the municipalities that use places, by name */
  GHashTable *by_user;

  gint64 joint; /* the joint payment */
  GPtrArray *payers; /* the municipalities that share it; empty when nobody says which */
  gint64 *weights;
  KkrApportionment *bill; /* NULL without payers, or where there is nothing to share by */
  GPtrArray *notes;
  guint n_notes; /* of them before those on the bill */
  GError *fault; /* the first of those that check() reports */
} KkrGuaranteePlan;

/* Reads and computes all of it; what is wrong with the inputs is reported, for check(), and the
 * first of it is the error. */
KkrGuaranteePlan *kkr_guarantee_plan_new (KkrCalculator *calculator, GError **error);
void kkr_guarantee_plan_free (KkrGuaranteePlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrGuaranteePlan, kkr_guarantee_plan_free)

/* Of an input, and of a cell of one. */
void kkr_guarantee_plan_fault (KkrGuaranteePlan *self, const char *input, KkrCalcError code,
                               const char *format, ...) G_GNUC_PRINTF (4, 5);
void kkr_guarantee_plan_fault_at (KkrGuaranteePlan *self, KkrSheet *sheet, guint row, guint column,
                                  KkrCalcError code, const char *format, ...)
  G_GNUC_PRINTF (6, 7);
gboolean kkr_guarantee_plan_is_bad (const KkrGuaranteePlan *self);
void kkr_guarantee_plan_note (KkrGuaranteePlan *self, KkrNoteKind kind, const char *danish,
                              const char *english);

/* The stages, in this order; each may fault. */
void kkr_guarantee_plan_read_rules (KkrGuaranteePlan *self);
void kkr_guarantee_plan_read_places (KkrGuaranteePlan *self);
void kkr_guarantee_plan_find_operators (KkrGuaranteePlan *self);
void kkr_guarantee_plan_read_periods (KkrGuaranteePlan *self);
void kkr_guarantee_plan_find_terms (KkrGuaranteePlan *self);
void kkr_guarantee_plan_find_windows (KkrGuaranteePlan *self);
void kkr_guarantee_plan_find_covered (KkrGuaranteePlan *self);
void kkr_guarantee_plan_cut (KkrGuaranteePlan *self);
void kkr_guarantee_plan_add_up (KkrGuaranteePlan *self);
void kkr_guarantee_plan_split (KkrGuaranteePlan *self);
void kkr_guarantee_plan_tell (KkrGuaranteePlan *self);
void kkr_guarantee_plan_remark_on_places (KkrGuaranteePlan *self);
void kkr_guarantee_plan_remark_on_bill (KkrGuaranteePlan *self);

KkrGuaranteePlace *kkr_guarantee_plan_get_place (const KkrGuaranteePlan *self, guint i);
KkrGuaranteeSpan *kkr_guarantee_plan_get_span (const KkrGuaranteePlan *self, guint i);
/* What the tables call the same municipality, in any of the ways it can be written; -1 with a fault
 * where the register knows none of this name. */
gint32 kkr_guarantee_plan_find_municipality (KkrGuaranteePlan *self, KkrSheet *sheet, guint row,
                                             guint column);
/* The part of the tariff in a year of the guarantee, per cent. */
const KkrRational *kkr_guarantee_plan_get_share (const KkrGuaranteePlan *self, int year);
/* The sum of the guarantee of a place before its rounding; FALSE where it does not fit. */
gboolean kkr_guarantee_plan_sum_place (const KkrGuaranteePlan *self, guint place,
                                       KkrRational *sum);
/* Text columns of a place, or "". */
const char *kkr_guarantee_plan_get_text (const KkrGuaranteePlan *self, guint place, guint column);

/* Why a place has no guarantee; "" for one that has. */
char *kkr_guarantee_place_reasons (const KkrGuaranteePlan *self, guint place,
                                   const char *language);

/* Installs the inputs that are no tables. */
void kkr_guarantee_install_rules (KkrCalculatorClass *klass);

/* The tables of a result. */
KkrTable *kkr_guarantee_plan_build_places (KkrGuaranteePlan *self, GError **error);
KkrTable *kkr_guarantee_plan_build_days (KkrGuaranteePlan *self, GError **error);
KkrTable *kkr_guarantee_plan_build_municipalities (KkrGuaranteePlan *self, GError **error);
KkrTable *kkr_guarantee_plan_build_payers (KkrGuaranteePlan *self, GError **error);
KkrTable *kkr_guarantee_plan_build_operators (KkrGuaranteePlan *self, GError **error);
KkrTable *kkr_guarantee_plan_build_terms (KkrGuaranteePlan *self, GError **error);
KkrDerivation *kkr_guarantee_plan_derive (KkrGuaranteePlan *self, KkrResult *result,
                                          const char *column, gint64 row, GError **error);

void kkr_guarantee_explain_columns (KkrCalculatorClass *klass);

G_END_DECLS

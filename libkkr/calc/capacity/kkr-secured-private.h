/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/capacity/kkr-secured-capacity.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-sheet-private.h>
#include <libkkr/kernel/kkr-cohort-private.h>

G_BEGIN_DECLS

/* Places needed in secured and open offers over years, and what a change of financing means to each
 * municipality. The tables become a plan; a plan with its first steps becomes a case: the arrays of
 * the cohort model and what it comes to. */

enum {
  KKR_SECURED_START_GROUP,
  KKR_SECURED_START_SECURED,
  KKR_SECURED_START_WAITING,
  KKR_SECURED_START_OPEN,
};
enum {
  KKR_SECURED_INFLOW_GROUP,
  KKR_SECURED_INFLOW_YEAR,
  KKR_SECURED_INFLOW_PERSONS,
  KKR_SECURED_INFLOW_CHANGE,
  KKR_SECURED_INFLOW_OPEN_PERSONS,
  KKR_SECURED_INFLOW_OPEN_CHANGE,
};
enum {
  KKR_SECURED_STAY_GROUP,
  KKR_SECURED_STAY_YEAR,
  KKR_SECURED_STAY_LENGTH,
  KKR_SECURED_STAY_ENDED,
  KKR_SECURED_STAY_TO_OPEN,
  KKR_SECURED_STAY_OPEN_LENGTH,
  KKR_SECURED_STAY_OPEN_ENDED,
  KKR_SECURED_STAY_STEP,
};
enum {
  KKR_SECURED_STEP_NAME,
  KKR_SECURED_STEP_YEAR,
  KKR_SECURED_STEP_SECURED,
  KKR_SECURED_STEP_OPEN,
  KKR_SECURED_STEP_COST,
  KKR_SECURED_STEP_COST_HIGH,
};
enum {
  KKR_SECURED_USER_MUNICIPALITY,
  KKR_SECURED_USER_DAYS,
};
enum {
  KKR_SECURED_KEY_MUNICIPALITY,
  KKR_SECURED_KEY_WEIGHT,
};

#define KKR_SECURED_MAX_STEPS 50
#define KKR_SECURED_FIRST_YEAR 1900
#define KKR_SECURED_LAST_YEAR 2999
#define KKR_SECURED_MAX_PLACES 1000000
/* No row of a table. */
#define KKR_SECURED_NO_ROW G_MAXUINT

/* The rows that say what holds for a group in a year, or KKR_SECURED_NO_ROW. A row of stays need
 * not say everything: what it leaves blank stays as before. */
typedef struct {
  guint inflow, length, to_open, open;
} KkrSecuredRows;

/* All rows of one name. */
typedef struct {
  char *name;
  gboolean western; /* the possible offer of the register, not a row */
  gint32 first_year;
  gint64 secured;          /* of the offer in the west, where it opens within the years */
  gint64 places;           /* of all kinds and years, as the costs are */
  gint64 cost, cost_high;  /* G_MININT64: not said */
} KkrSecuredStep;

typedef struct {
  KkrCalculator *calculator;
  KkrRegister *reg; /* or NULL */
  KkrSheet *start, *inflow, *stays, *steps;
  int first_year, last_year, horizon;
  guint n_years;
  guint n_groups;
  KkrSecuredGroup groups[KKR_COHORT_MAX_GROUPS]; /* in the order in which they get open places */
  guint start_rows[KKR_COHORT_MAX_GROUPS];       /* or KKR_SECURED_NO_ROW */
  GArray *named_steps;                           /* KkrSecuredStep, in their order */
  guint *step_of_row;                            /* of `steps` */
  GHashTable *step_numbers;                      /* by folded name */
  KkrFact *horizon_fact, *western_places, *western_low, *western_high; /* or NULL */
  int western_year;  /* G_MAXINT: not built */
  int takeover_year; /* G_MAXINT: never */
  KkrRemandTakeover takeover;
  KkrRoundingMode rounding;
} KkrSecured;

/* The first `n_steps` steps of a plan, worked out. */
typedef struct {
  guint n_steps;
  gboolean takeover;
  KkrCohortModel model; /* its arrays belong to the case */
  KkrSecuredRows *rows; /* by year, then group */
  KkrCohortFlows *flows; /* likewise */
  gpointer arrays;
} KkrSecuredCase;

/* Millionths of a person, at the end of a year. */
typedef struct {
  gint64 need;       /* running and waiting */
  gint64 waiting, open;
  gint64 discharged; /* who moved to open places since the start */
  gint64 removed;    /* the fewer for the state having taken over */
} KkrSecuredYear;

/* What the first steps come to. */
typedef struct {
  gint64 first_year;            /* in which places lack, or G_MININT64 */
  gint64 largest, largest_year; /* of the years of the plan; the first where several are equal */
  gint32 sufficient;            /* in all years of the plan; G_MININT32 where it has none */
  gint64 secured_places, open_places; /* in the last year */
  gint64 cost, cost_high;       /* in all; G_MININT64 where a step says none */
} KkrSecuredOutcome;

/* NULL with an error where an input cannot be read; check() has told what is wrong before. */
KkrSecured *kkr_secured_new (KkrCalculator *calculator, GError **error);
void kkr_secured_free (KkrSecured *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrSecured, kkr_secured_free)

const KkrSecuredStep *kkr_secured_get_step (const KkrSecured *self, guint step);
/* The number of a step, or KKR_SECURED_NO_ROW. */
guint kkr_secured_find_step (const KkrSecured *self, const char *name);
/* The year that the register's plan reaches. */
KkrFact *kkr_secured_look_up_horizon (KkrCalculator *calculator, int *horizon, GError **error);
/* The group's number in a plan, or -1. */
int kkr_secured_find_group (const KkrSecured *self, int group);
/* The share of a year of a stay's row: of its `length`, or of what `ended` in per cent. FALSE where
 * there can be no such share, or it has too many digits. */
gboolean kkr_secured_get_share (const KkrSheet *stays, guint row, guint length, guint ended,
                                KkrCohortShare *share);
gboolean kkr_secured_get_percent (const KkrSheet *stays, guint row, guint column,
                                  KkrCohortShare *share);
/* Which part of those who arrive in a year is there when it ends: less than 1 where a stay lasts
 * less than a year. 0 without a row. */
KkrRational kkr_secured_get_present (const KkrSheet *stays, guint row);
/* Persons who arrive in a year by a row of `inflow`, of whom `present` are there when it ends.
 * FALSE where there can be no such number. */
gboolean kkr_secured_get_arrivals (const KkrSecured *self, guint row, int year, guint column,
                                   KkrRational *persons);
gboolean kkr_secured_round (const KkrSecured *self, const KkrRational *persons,
                            gint64 *millionths);

KkrSecuredCase *kkr_secured_case_new (const KkrSecured *self, guint n_steps, gboolean takeover);
/* With all steps, and with the state taking over where that is planned. */
KkrSecuredCase *kkr_secured_case_new_full (const KkrSecured *self);
void kkr_secured_case_free (KkrSecuredCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrSecuredCase, kkr_secured_case_free)
const KkrCohortFlows *kkr_secured_case_get (const KkrSecuredCase *self, guint year, guint group);
/* n_years of them; to be freed. */
KkrSecuredYear *kkr_secured_case_sum (const KkrSecured *self, const KkrSecuredCase *full);
/* Signed, in millionths of a place. */
gint64 kkr_secured_case_get_shortfall (const KkrSecuredCase *self, guint year,
                                       const KkrSecuredYear *sum);

void kkr_secured_find_outcome (const KkrSecured *self, guint n_steps, KkrSecuredOutcome *outcome);
/* Of row 0 "ingen trin", of the others the step. */
char *kkr_secured_dup_step_name (const KkrSecured *self, guint row, const char *language);

/* "domstype 2", "varetægtssurrogat" */
const char *kkr_secured_group_name (KkrSecuredGroup group, const char *language);
/* Persons or places of millionths. */
KkrRational kkr_secured_exact (gint64 millionths);

KkrTable *kkr_secured_build_years (const KkrSecured *self, const KkrSecuredCase *full,
                                   const KkrSecuredYear *sums, GError **error);
KkrTable *kkr_secured_build_groups (const KkrSecured *self, const KkrSecuredCase *full,
                                    GError **error);
KkrTable *kkr_secured_build_steps (const KkrSecured *self, GError **error);

void kkr_secured_check (KkrCalculator *calculator);
void kkr_secured_add_notes (const KkrSecured *self, const KkrSecuredCase *full,
                            const KkrSecuredYear *sums, GPtrArray *notes);
KkrDerivation *kkr_secured_derive (KkrCalculator *calculator, KkrResult *result,
                                   const char *column, gint64 row, GError **error);

void kkr_secured_install_people (KkrCalculatorClass *klass);
void kkr_secured_install_places (KkrCalculatorClass *klass);
void kkr_secured_install_bills (KkrCalculatorClass *klass);
void kkr_secured_explain_columns (KkrCalculatorClass *klass);

G_END_DECLS

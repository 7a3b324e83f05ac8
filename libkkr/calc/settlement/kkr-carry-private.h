/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/base/kkr-step-maker-private.h>
#include <libkkr/calc/kkr-result.h>
#include <libkkr/calc/kkr-sheet-private.h>
#include <libkkr/calc/settlement/kkr-carry-over.h>

G_BEGIN_DECLS

/* The ledger of surplus and deficit. A cause is a year, with a department or without, whose result
 * is carried; its movements follow from its own rows and from the rules, whatever other causes
 * there are. They come in and go out, and what is reserved is what is left: the balance of a cause
 * is zero. */

#define KKR_CARRY_NONE G_MAXUINT
#define KKR_CARRY_NO_DEPARTMENT (-1)

enum { RESULTS_YEAR, RESULTS_DEPARTMENT, RESULTS_BUDGET, RESULTS_ACCOUNTS, RESULTS_SURPLUS,
       RESULTS_KNOWN };
enum { CORRECTIONS_YEAR, CORRECTIONS_DEPARTMENT, CORRECTIONS_KNOWN, CORRECTIONS_AMOUNT };
enum { BILLED_CAUSE, BILLED_DEPARTMENT, BILLED_YEAR, BILLED_AMOUNT };
enum { DEPARTMENTS_DEPARTMENT, DEPARTMENTS_WEIGHT };
enum { SETTLEMENT_OFFER, SETTLEMENT_YEAR, SETTLEMENT_BUDGET, SETTLEMENT_ACCOUNTS,
       SETTLEMENT_PLANNED, SETTLEMENT_ACTUAL, SETTLEMENT_TARIFF, SETTLEMENT_LATER };
enum { CAUSES_CAUSE, CAUSES_AMOUNT };

typedef enum {
  KKR_CARRY_OPENING,
  KKR_CARRY_RESULT,
  KKR_CARRY_CORRECTION,
  KKR_CARRY_RESERVED,
  KKR_CARRY_CARRIED,
  KKR_CARRY_BILLED,
  KKR_CARRY_REMAINDER,
  KKR_CARRY_ABOVE_LIMIT,
  KKR_CARRY_PAID_BACK,
} KkrCarryKind;

typedef struct {
  KkrCarryKind kind;
  int cause_year, year;
  gint32 department; /* a code, or KKR_CARRY_NO_DEPARTMENT */
  gint32 known; /* G_MININT32: not said */
  guint number; /* of the correction or what was billed, from 1; 0 for others */
  gint64 amount;
  guint step; /* of the working paper */
} KkrCarryMovement;

/* The steps of one cause, computed as they are added, and the movements they make. */
typedef struct {
  KkrStepMaker maker;
  GArray *movements; /* KkrCarryMovement */
} KkrCarryWork;

typedef struct {
  KkrRational percent, deficit_percent, limit_percent, variable;
  int delay, correction_delay;
  gboolean has_deficit_percent, has_limit, has_limit_percent;
  gint64 limit, unit, tariff_unit;
  KkrAboveLimit above;
  KkrRoundingMode mode;
  KkrApportionMethod method;
  gint32 known_on; /* G_MAXINT32: all */
} KkrCarryRules;

typedef struct {
  int year;
  gint32 department;
  gboolean is_scalar; /* the inputs year and surplus */
  gboolean is_hidden; /* its result was not known yet */
  guint result, settlement; /* rows, or KKR_CARRY_NONE */
  guint second; /* a second row that gives its result, or KKR_CARRY_NONE */
  gboolean second_settles; /* that row is one of the settlement */
  GArray *corrections, *billed; /* guint: rows, those in the order in which they became known */
} KkrCarryCause;

typedef struct {
  KkrCalculator *calculator; /* not held */
  KkrCarryRules rules;
  KkrSheet *results, *corrections, *billed, *departments, *settlement, *causes;
  GPtrArray *names; /* of departments, by code */
  GHashTable *codes;
  GHashTable *by_key;
  GPtrArray *list; /* KkrCarryCause, by year and department */
  guint n_hidden;
  gboolean has_ties; /* of the steps made so far */
  gboolean has_deficit; /* of them, one that is carried as a surplus would be */
  gint64 *settled; /* the figures of each row of the settlement */
  char **keys; /* of those who share, and their weights as texts */
  char **weights;
  gint64 *whole_weights;
  guint n_weights;
} KkrCarryPlan;

/* Reads the inputs; what is wrong between them is left to kkr_carry_check(). */
KkrCarryPlan *kkr_carry_plan_new (KkrCalculator *calculator, GError **error);
void kkr_carry_plan_free (KkrCarryPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrCarryPlan, kkr_carry_plan_free)
KkrCarryCause *kkr_carry_plan_find (KkrCarryPlan *self, int year, gint32 department);
/* Of a row of the settlement. */
KkrCarryCause *kkr_carry_plan_find_offer (KkrCarryPlan *self, guint row);
/* Whether the movements of the cause are split between the departments. */
gboolean kkr_carry_plan_splits (const KkrCarryPlan *self, const KkrCarryCause *cause);
gboolean kkr_carry_cause_has_result (const KkrCarryCause *cause);
const char *kkr_carry_plan_get_name (const KkrCarryPlan *self, gint32 department);
/* "2022" or "2022, Tilbudsafdelingen". */
char *kkr_carry_plan_dup_place (const KkrCarryPlan *self, int year, gint32 department);
void kkr_carry_check (KkrCalculator *calculator);

KkrCarryWork *kkr_carry_work_new (void);
void kkr_carry_work_free (KkrCarryWork *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrCarryWork, kkr_carry_work_free)
void kkr_carry_work_add_number (KkrCarryWork *self, const char *id, const char *danish,
                                const char *english, const KkrRational *value, KkrUnit unit);
void kkr_carry_work_add_amount (KkrCarryWork *self, const char *id, const char *danish,
                                const char *english, gint64 amount);
void kkr_carry_work_add_formula (KkrCarryWork *self, const char *id, const char *danish,
                                 const char *english, const char *expression);
void kkr_carry_work_add_rounding (KkrCarryWork *self, const char *id, const char *danish,
                                  const char *english, const char *expression,
                                  KkrRoundingMode mode, gint64 unit);
const KkrStep *kkr_carry_work_find (KkrCarryWork *self, const char *id);
/* Of a step in whole øre; 0, and an error that is kept, where it does not fit. */
gint64 kkr_carry_work_get_amount (KkrCarryWork *self, const char *id);
/* A movement whose amount is the value of a step; the rest of it is the caller's. */
void kkr_carry_work_move (KkrCarryWork *self, KkrCarryMovement movement, const char *id);
/* Adds the step and all that it follows from. */
void kkr_carry_work_explain (KkrCarryWork *self, const char *id, KkrDerivationBuilder *builder);

/* All steps and movements of a cause. */
gboolean kkr_carry_build (KkrCarryPlan *plan, KkrCarryCause *cause, KkrCarryWork *work,
                          GError **error);
/* Those that lead to the result of an offer's tariff, and, when it is known what is to be billed,
 * those that make a rate of it. */
void kkr_carry_settle_result (KkrCarryPlan *plan, KkrCarryCause *cause, KkrCarryWork *work);
void kkr_carry_settle_rate (KkrCarryPlan *plan, KkrCarryCause *cause, KkrCarryWork *work);

/* Keeps what the table of the settlement shows of it. */
void kkr_carry_settle_keep (KkrCarryPlan *plan, const KkrCarryCause *cause, KkrCarryWork *work);

/* Whether it adds to what is to be settled, and whether it lowers a budget or a tariff. */
gboolean kkr_carry_kind_comes_in (KkrCarryKind kind);
gboolean kkr_carry_kind_lowers_tariffs (KkrCarryKind kind);

/* What the working paper calls a column of the settlement, or NULL. */
const char *kkr_carry_settlement_id (const char *column);

KkrTable *kkr_carry_build_movements (KkrCarryPlan *plan, const GArray *movements, GError **error);
KkrTable *kkr_carry_build_years (KkrCarryPlan *plan, const GArray *movements, GError **error);
KkrTable *kkr_carry_build_balance (KkrCarryPlan *plan, const GArray *movements, GError **error);
/* After kkr_carry_plan_move(). */
KkrTable *kkr_carry_build_settlement (KkrCarryPlan *plan, GError **error);
/* NULL without an error where no budgets are given. */
KkrTable *kkr_carry_build_bridge (KkrCarryPlan *plan, const GArray *movements, GError **error);
void kkr_carry_tell (KkrCarryPlan *plan, const GArray *movements, GPtrArray *notes);

/* All movements of the plan. */
GArray *kkr_carry_plan_move (KkrCarryPlan *plan, GCancellable *cancellable, GError **error);
/* What a budget is lowered by in a year. */
gboolean kkr_carry_sum_lowering (const GArray *movements, int year, gint64 *sum, GError **error);
KkrDerivation *kkr_carry_derive (KkrCalculator *self, KkrResult *result, const char *column,
                                 gint64 row, GError **error);

G_END_DECLS

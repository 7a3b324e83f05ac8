/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/calc/kkr-batch-private.h>
#include <libkkr/calc/kkr-sheet-private.h>
#include <libkkr/calc/tariff/kkr-tariff-formula-private.h>
#include <libkkr/calc/tariff/kkr-tariff-terms.h>
#include <libkkr/table/kkr-table-builder.h>

G_BEGIN_DECLS

/* Columns of the input `offers`. */
typedef enum {
  KKR_OFFER_COLUMN_OFFER,
  KKR_OFFER_COLUMN_PACKAGE,
  KKR_OFFER_COLUMN_PARAGRAPH,
  KKR_OFFER_COLUMN_PLACES,
  KKR_OFFER_COLUMN_DIRECT_COST,
  KKR_OFFER_COLUMN_INDIRECT_COST,
  KKR_OFFER_COLUMN_OVERHEAD,
  KKR_OFFER_COLUMN_OVERHEAD_PERCENT,
  KKR_OFFER_COLUMN_DEPRECIATION,
  KKR_OFFER_COLUMN_INTEREST,
  KKR_OFFER_COLUMN_CARRY_OVER,
  KKR_OFFER_COLUMN_DAYS,
  KKR_OFFER_COLUMN_OCCUPANCY,
  KKR_OFFER_COLUMN_WEIGHT,
  KKR_OFFER_COLUMN_ASSIGNED_TARIFF,
} KkrOfferColumn;

/* Columns of the input `shared-costs`. */
typedef enum {
  KKR_SHARED_COLUMN_OFFER,
  KKR_SHARED_COLUMN_COST,
  KKR_SHARED_COLUMN_AMOUNT,
  KKR_SHARED_COLUMN_KEY,
} KkrSharedColumn;

extern const KkrSheetColumn kkr_offer_columns[];
extern const KkrSheetColumn kkr_shared_columns[];

/* What a row of the table has a cell of its own for; else it is as the inputs say. */
enum {
  KKR_OFFER_OWN_DAYS = 1 << 0,
  KKR_OFFER_OWN_OCCUPANCY = 1 << 1,
  KKR_OFFER_OWN_PERCENT = 1 << 2,
};

/* A package of an offer, or all of an offer. */
typedef struct {
  const char *offer;
  const char *package;   /* "" without */
  const char *paragraph; /* "" without */
  guint sheet_row;       /* G_MAXUINT for the inputs of one offer, or of all */
  guint own;
  gint64 amounts[KKR_TARIFF_CARRY_OVER + 1]; /* øre, by KkrTariffStandard */
  KkrRational overhead_percent;
  gint64 places;
  gint64 days;
  KkrRational occupancy;
  KkrRational weight;
  gint64 assigned_tariff; /* G_MININT64 without */
} KkrOfferRow;

/* The part of a joint cost that falls to a package. */
typedef struct {
  guint row;   /* of the packages */
  guint cost;  /* row of the joint costs */
  guint first; /* the shares of the same cost: so many from here on */
  guint n;
  KkrPackageKey key;
  gint64 weight; /* a whole number in proportion */
  gint64 amount;
} KkrOfferShare;

/* The amounts of an offer by their quantity: an input of one offer, and a column of the table. */
typedef struct {
  const char *input; /* NULL for what is no input */
  KkrOfferColumn column;
} KkrOfferAmount;

extern const KkrOfferAmount kkr_offer_amounts[KKR_TARIFF_CARRY_OVER + 1];

typedef struct {
  KkrCalculator *calculator;
  KkrTariffModel *model;
  const KkrTariffFormula *formula;
  KkrSheet *offers; /* NULL for one offer */
  KkrSheet *costs;  /* NULL without */
  GArray *rows;     /* KkrOfferRow */
  GArray *shares;   /* KkrOfferShare */
  guint n_own;
  KkrRational *own; /* n_own a row */
  KkrRational cost_change;
  KkrTariffUnit tariff_unit;
  gint64 unit;
  KkrRoundingMode rounding;
  KkrPackageKey shared_key;
  int year; /* 0 without */
  gboolean has_packages;
  guint n_ties; /* of joint costs: the odd øre went to the first */
  GError *error; /* the first of what is wrong */
} KkrOfferPlan;

/* In class_init. */
void kkr_offer_install_inputs (KkrCalculatorClass *klass);

/* Reads the inputs. What is wrong with them is reported, if this is check(), and the first of it is
 * in `error`: then nothing else is sure. */
KkrOfferPlan *kkr_offer_plan_new (KkrCalculator *calculator);
void kkr_offer_plan_free (KkrOfferPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrOfferPlan, kkr_offer_plan_free)
void kkr_offer_plan_complain (KkrOfferPlan *self, const char *input, KkrCalcError code,
                              const char *format, ...) G_GNUC_PRINTF (4, 5);
/* About a cell of a table, or G_MAXUINT for one offer: then it is about the input. */
void kkr_offer_plan_complain_at (KkrOfferPlan *self, KkrSheet *sheet, guint sheet_row,
                                 guint column, const char *input, KkrCalcError code,
                                 const char *format, ...) G_GNUC_PRINTF (7, 8);
/* "Solgården, Døgn, 2024": what a message is about. */
char *kkr_offer_plan_name (const KkrOfferPlan *self, const KkrOfferRow *row);
void kkr_offer_plan_check_row (KkrOfferPlan *self, const KkrOfferRow *row);
/* The inputs that hold for all rows of a table. */
void kkr_offer_plan_check_common (KkrOfferPlan *self, const KkrOfferRow *common);
void kkr_offer_plan_read_quantities (KkrOfferPlan *self);
void kkr_offer_plan_share_costs (KkrOfferPlan *self);
const KkrOfferRow *kkr_offer_plan_get_row (const KkrOfferPlan *self, guint row);
/* "Solgården, Døgn". */
char *kkr_offer_row_title (const KkrOfferRow *row, const char *language);

/* What a place costs, each in kroner. */
typedef struct {
  KkrRational exact; /* in the unit of the tariff */
  gint64 tariff;     /* øre */
  KkrRational cost;
  KkrRational paid; /* units that are paid in a year */
  KkrRational place_days;
} KkrOfferFigures;

/* `values` as kkr_tariff_formula_evaluate() has them. */
void kkr_offer_plan_fill (const KkrOfferPlan *self, guint row, KkrRational *values);
gboolean kkr_offer_plan_compute (const KkrOfferPlan *self, guint row, KkrRational *values,
                                 KkrOfferFigures *figures, GError **error);
/* From the values of the model. */
gboolean kkr_offer_plan_finish (const KkrOfferPlan *self, const KkrOfferRow *row,
                                const KkrRational *values, KkrOfferFigures *figures,
                                GError **error);

typedef enum {
  KKR_OFFER_RULE_CEILING_109,
  KKR_OFFER_RULE_CEILING_110,
  KKR_OFFER_RULE_ALTERNATIVE,
} KkrOfferRule;

/* A tariff held against a rule that is proposed. */
typedef struct {
  guint row;
  KkrOfferRule rule;
  gint64 tariff;
  gint64 compared; /* the ceiling, or the tariff of the assigned offer */
  KkrRational limit; /* kr. */
} KkrOfferProposal;

/* KkrOfferProposal. */
GArray *kkr_offer_plan_find_proposals (const KkrOfferPlan *self, const KkrOfferFigures *figures,
                                       GError **error);

/* All figures, one a row; NULL with an error that names the offer. */
KkrOfferFigures *kkr_offer_plan_compute_all (const KkrOfferPlan *self, GCancellable *cancellable,
                                             GError **error);
/* The columns of offers and packages, of these rows. */
void kkr_offer_add_names (const KkrOfferPlan *self, KkrTableBuilder *builder, const guint *rows,
                          guint n);
KkrTable *kkr_offer_build_tariffs (const KkrOfferPlan *self, const KkrOfferFigures *figures,
                                   GError **error);
KkrTable *kkr_offer_build_keys (const KkrOfferPlan *self, GError **error);
KkrTable *kkr_offer_build_income (const KkrOfferPlan *self, const KkrOfferFigures *figures,
                                  GError **error);
KkrTable *kkr_offer_build_shared (const KkrOfferPlan *self, GError **error);
KkrTable *kkr_offer_build_proposals (const KkrOfferPlan *self, const GArray *proposals,
                                     GError **error);
/* Income at the assumed occupancy and cost, whole øre. */
gboolean kkr_offer_figures_income (const KkrOfferFigures *figures, gint64 *income, gint64 *cost,
                                   GError **error);

void kkr_offer_plan_add_notes (const KkrOfferPlan *self, GPtrArray *notes, gboolean proposals);
void kkr_offer_plan_tell (const KkrOfferPlan *self);
KkrDerivation *kkr_offer_plan_derive (const KkrOfferPlan *self, KkrResult *result,
                                      const char *column, gint64 row, GError **error);
/* All that a step of the model needs, and the step; `done` has a flag for each quantity and step
 * that the derivation has already. */
void kkr_offer_steps_add_model (const KkrOfferPlan *self, KkrDerivationBuilder *builder, guint row,
                                KkrTariffNeeded target, gboolean *done);
/* Days of the year where a tariff per month or year needs them. */
void kkr_offer_steps_add_days (const KkrOfferPlan *self, KkrDerivationBuilder *builder, guint row,
                               gboolean *done);
void kkr_offer_steps_add_exact (KkrDerivationBuilder *builder, const char *id, const char *danish,
                                const char *english, const KkrRational *value, KkrUnit unit);
/* "Takst (Solgården, Døgn)": one offer is the offer, and need not be said. */
char *kkr_offer_row_name (const KkrOfferRow *row, const char *title, const char *language);

extern const KkrBatchClass kkr_offer_batch;

void kkr_offer_explain_columns (KkrCalculatorClass *klass);

G_END_DECLS

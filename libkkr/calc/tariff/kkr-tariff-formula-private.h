/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-expression-private.h>
#include <libkkr/base/kkr-rational-private.h>
#include <libkkr/calc/tariff/kkr-tariff-model.h>

G_BEGIN_DECLS

/* What a tariff model computes: quantities that are given, and steps with an expression each. Money
 * is in kroner. Steps stand in any order until settle() has put each after those that it needs. */

/* The quantities that every model has, in this order; a model's own come after them. */
typedef enum {
  KKR_TARIFF_DIRECT_COST,
  KKR_TARIFF_INDIRECT_COST,
  KKR_TARIFF_SHARED_COST,
  KKR_TARIFF_OVERHEAD,
  KKR_TARIFF_OVERHEAD_PERCENT,
  KKR_TARIFF_DEPRECIATION,
  KKR_TARIFF_INTEREST,
  KKR_TARIFF_CARRY_OVER,
  KKR_TARIFF_COST_CHANGE,
  KKR_TARIFF_PLACES,
  KKR_TARIFF_DAYS,
  KKR_TARIFF_OCCUPANCY,
  KKR_TARIFF_N_STANDARD,
} KkrTariffStandard;

/* The steps that every model has. */
typedef enum {
  KKR_TARIFF_STEP_COST,       /* what the paid days are to bring in in a year */
  KKR_TARIFF_STEP_PLACE_DAYS, /* the paid days of a year */
  KKR_TARIFF_STEP_DAY_TARIFF,
  KKR_TARIFF_N_NEEDED,
} KkrTariffNeeded;

#define KKR_TARIFF_MAX_OWN 64

typedef struct {
  char *id;
  char *danish;
  char *english;
  KkrUnit unit;
  gboolean has_fallback;
  KkrRational fallback;
} KkrTariffQuantity;

typedef struct {
  char *id;
  char *danish;
  char *english;
  char *expression;
  KkrUnit unit;
  GArray *code; /* of what the expression does, in the order of its visit */
  gboolean is_placed;
  gboolean is_being_placed;
} KkrTariffStep;

typedef struct {
  GPtrArray *quantities; /* KkrTariffQuantity */
  GPtrArray *steps;      /* KkrTariffStep */
  guint needed[KKR_TARIFF_N_NEEDED];
  gboolean is_settled; /* read and in order, or with an error */
  gboolean takes_unknown; /* a name that nothing defines is a quantity of the model's own */
  GError *error;          /* the first */
} KkrTariffFormula;

KkrTariffFormula *kkr_tariff_formula_new (void);
void kkr_tariff_formula_free (KkrTariffFormula *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrTariffFormula, kkr_tariff_formula_free)

void kkr_tariff_formula_add_quantity (KkrTariffFormula *self, const char *id, const char *danish,
                                      const char *english, KkrUnit unit, const char *fallback);
/* Takes the place of a step of the same id. */
void kkr_tariff_formula_add_step (KkrTariffFormula *self, const char *id, const char *danish,
                                  const char *english, const char *expression, KkrUnit unit);
void kkr_tariff_formula_add_long_term_average (KkrTariffFormula *self);
/* Adds `name = expression` of each line or between semicolons. */
void kkr_tariff_formula_add_text (KkrTariffFormula *self, const char *text);
/* Orders the steps, when all have been added. */
void kkr_tariff_formula_settle (KkrTariffFormula *self);
gboolean kkr_tariff_formula_check (const KkrTariffFormula *self, GError **error);

/* `values` has room for the quantities, which are given, and the steps after them. */
gboolean kkr_tariff_formula_evaluate (const KkrTariffFormula *self, KkrRational *values,
                                      GError **error);
/* One flag a quantity and a step, as for the values: whether `step` needs it, itself included. */
void kkr_tariff_formula_mark_needed (const KkrTariffFormula *self, guint step, gboolean *needed);
guint kkr_tariff_formula_count (const KkrTariffFormula *self);

/* Of a model that is valid, or whose validate() said what is wrong. */
const KkrTariffFormula *kkr_tariff_model_get_formula (KkrTariffModel *self);
/* The long-term average as the library defines it. */
gboolean kkr_tariff_model_is_standard (KkrTariffModel *self);

G_END_DECLS

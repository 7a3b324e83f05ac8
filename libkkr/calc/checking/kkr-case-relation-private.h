/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/checking/kkr-case-private.h>
#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

/* A cell of a case. */
typedef struct {
  const KkrCase *in;
  guint row;
  guint column;
} KkrCaseSpot;

static inline const char *
kkr_case_spot_row_name (const KkrCaseSpot *spot)
{
  return g_array_index (spot->in->rows, KkrCaseRow, spot->row).name;
}

static inline const char *
kkr_case_spot_column_name (const KkrCaseSpot *spot)
{
  return g_array_index (spot->in->columns, KkrCaseColumn, spot->column).name;
}

static inline const KkrCaseCell *
kkr_case_spot_get (const KkrCaseSpot *spot)
{
  return kkr_case_get_cell (spot->in, spot->row, spot->column);
}

/* What bare names and names in brackets mean. */
typedef enum {
  KKR_CASE_AXIS_NONE,   /* nothing: only [row|column] */
  KKR_CASE_AXIS_COLUMN, /* a column of the target's row */
  KKR_CASE_AXIS_ROW,    /* a row of the target's column */
} KkrCaseAxis;

/* A formula over cells. In `text` each of them is a name. */
typedef struct {
  const KkrCase *in;
  KkrCaseAxis axis;
  const char *text;
  GArray *references; /* KkrCaseReference */
} KkrCaseExpression;

typedef struct {
  const char *name;
  const KkrCase *in;
  const char *row;    /* may have {row} and {column}; NULL: the target's own */
  const char *column; /* the same */
} KkrCaseReference;

/* NULL and a problem if it is no expression. */
KkrCaseExpression *kkr_case_expression_new (KkrCaseBook *book, const KkrCase *self,
                                            KkrCaseAxis axis, const char *text,
                                            const KkrPlace *place);
void kkr_case_expression_free (KkrCaseExpression *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrCaseExpression, kkr_case_expression_free)
/* The cell of a reference for a target; FALSE and a problem if there is none. With `quiet` there is
 * no problem. */
gboolean kkr_case_reference_resolve (KkrCaseBook *book, const KkrCaseReference *self,
                                     const char *row, const char *column, const KkrPlace *place,
                                     KkrCaseSpot *spot);

/* What a figure is computed from. */
typedef struct {
  KkrCaseSpot spot;
  const char *name; /* in the expression; NULL in a sum */
  int sign;
} KkrCaseTerm;

typedef struct {
  GArray *terms;          /* KkrCaseTerm */
  const char *expression; /* NULL for a sum */
  guint divisor;          /* of a sum; more than 1 for a mean */
} KkrCaseFormula;

void kkr_case_formula_init (KkrCaseFormula *formula);
void kkr_case_formula_clear (KkrCaseFormula *formula);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KkrCaseFormula, kkr_case_formula_clear)
gboolean kkr_case_formula_compute (const KkrCaseFormula *formula, KkrRational *value,
                                   GError **error);
/* Whether it can be printed as the target is while each printed number is what the mode made of
 * some other. */
gboolean kkr_case_formula_decide (const KkrCaseFormula *formula, KkrRoundingMode mode,
                                  const KkrCaseCell *target, gboolean *possible, GError **error);
/* All that it can be. */
gboolean kkr_case_formula_find_range (const KkrCaseFormula *formula, KkrRoundingMode mode,
                                      KkrInterval *range, GError **error);

/* One comparison of a <count>: of what is left of the sign less what is right of it, with 0. */
typedef struct {
  KkrCaseExpression *difference;
  const char *sign; /* "<", "<=", ">", ">=", "=", "<>" */
} KkrCaseCondition;

/* How many rows satisfy it; of rounded figures, at least and at most. */
typedef struct {
  guint n;
  guint least;
  guint most;
  GArray *rows; /* guint, those that do */
} KkrCaseCount;

typedef struct _KkrCaseRelation KkrCaseRelation;

struct _KkrCaseRelation {
  const KkrCaseNode *node;
  KkrCase *self;
  const KkrCase *in;     /* where the rows, columns and names are */
  KkrCaseVerdict expected;
  KkrCaseAxis axis;
  GArray *spots;   /* KkrCaseSpot, the targets */
  GArray *rows;    /* of `in`; NULL if they are not said */
  GArray *columns; /* the same */
  GArray *minus;   /* rows or columns that are subtracted; NULL for none */
  KkrCaseExpression *expression; /* of a formula */
  GArray *conditions;            /* KkrCaseCondition, of a count */
  GPtrArray *results;            /* of a calculation: KkrCaseResult, one for each spot */
};

/* Sets the input that the attribute names: FALSE and a problem if it cannot be. */
gboolean kkr_case_input_set (KkrCaseBook *book, KkrCalculator *calculator, const KkrCaseNode *node,
                             KkrCaseAttributeId id);

/* NULL and problems if it is none that can be computed. */
KkrCaseRelation *kkr_case_relation_new (KkrCaseBook *book, KkrCase *self, const KkrCaseNode *node);
void kkr_case_relation_free (KkrCaseRelation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrCaseRelation, kkr_case_relation_free)
/* Parts of it: FALSE and a problem. */
gboolean kkr_case_relation_find_targets (KkrCaseBook *book, KkrCaseRelation *self);
gboolean kkr_case_relation_read_conditions (KkrCaseBook *book, KkrCaseRelation *self);
gboolean kkr_case_relation_read_results (KkrCaseBook *book, KkrCaseRelation *self);
gboolean kkr_case_read_verdict (KkrCaseBook *book, const KkrCaseNode *node,
                                KkrCaseVerdict *verdict);
/* Whether a row of that name is the sum or mean of others. */
gboolean kkr_case_is_target_row (const KkrCase *self, const char *name);
/* Adds the cells of an expression in a row and column; FALSE if one is not there or has no number,
 * and a problem unless the place is NULL. */
gboolean kkr_case_expression_add_operands (KkrCaseBook *book, const KkrCaseExpression *self,
                                           const char *row, const char *column,
                                           const KkrPlace *place, KkrCaseFormula *formula);
/* With how much each of its targets is computed. */
guint64 kkr_case_relation_count_terms (const KkrCaseRelation *self);
/* What the target is computed from; FALSE and a problem. */
gboolean kkr_case_relation_build (KkrCaseBook *book, const KkrCaseRelation *self,
                                  const KkrCaseSpot *target, KkrCaseFormula *formula);
gboolean kkr_case_relation_count (KkrCaseBook *book, const KkrCaseRelation *self,
                                  const KkrCaseSpot *target, KkrRoundingMode mode,
                                  KkrCaseCount *count);
void kkr_case_count_clear (KkrCaseCount *count);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KkrCaseCount, kkr_case_count_clear)

/* Where a calculator's result has what is printed in a target. */
typedef struct {
  const KkrCaseNode *node;
  const char *column; /* COLUMN or TABLE.COLUMN */
  const char *key;    /* of the row; NULL for the total, or the only row */
  gboolean is_total;
} KkrCaseResult;

/* Runs the calculator with the inputs of the calculation and, unless it is NULL, the parameter of
 * the reading. NULL and a problem if it does not compute. */
KkrResult *kkr_case_relation_run (KkrCaseBook *book, const KkrCaseRelation *self,
                                  const KkrCaseNode *reading, GCancellable *cancellable);
/* The number that is compared with the target; `row` is that of the result, -1 its total. */
gboolean kkr_case_relation_read_result (KkrCaseBook *book, const KkrCaseRelation *self,
                                        KkrResult *result, guint target, KkrRational *value,
                                        gint64 *row);

G_END_DECLS

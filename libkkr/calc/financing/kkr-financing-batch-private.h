/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-rational-private.h>
#include <libkkr/calc/financing/kkr-financing-private.h>
#include <libkkr/calc/kkr-batch-private.h>
#include <libkkr/register/kkr-payer-index-private.h>

G_BEGIN_DECLS

/* One year of an arrangement as numbers only, for many budgets: what KkrFinancingYear is without an
 * object for each payer and fact. What is out of the ordinary, such as a fact that is not there, is
 * left to KkrFinancingYear, which finds the words for it. */

/* Texts that the groups of a batch mostly have in common; NULL when not given. */
typedef struct {
  char *known_on;
  char *price_level;
  char *exempt;
  gboolean has_equal, has_own_use, has_compare;
  gdouble equal_percent;
  gdouble own_use_percent;
  int compare_year;
} KkrFinancingChoices;

typedef struct {
  KkrRegister *reg;
  KkrArrangement *arrangement; /* of the register */
  int year;
  gboolean by_row;     /* the budget; else it is this, given or from the register: */
  gboolean is_given;
  gint64 budget;
  gboolean settlement;
  KkrApportionMethod method;
  KkrTieRule tie_rule;
  gint64 unit;
  KkrFinancingChoices choices;

  gsize n; /* payers */
  const gint32 *codes;
  KkrMunicipality *const *municipalities;
  gpointer own_codes, own_municipalities; /* where these are not those of */
  KkrPayerIndex *index;                   /* else NULL */
  gint64 *weights; /* for the kernel, as KkrFinancingYear has them */

  /* Where a year to compare with is asked for, which must be possible. */
  KkrFinancingYear *after;
  KkrFinancingYear *before;
  gboolean is_small; /* no change between them can be too large */

  gsize n_asked; /* budgets that came row by row */
  GArray *asked; /* of gint64: the first of them, NULL without */

  /* Of INDEPENDENT: scenarios whose amounts do not add to the budget, and by how much at most. */
  gsize n_missed;
  gint64 most_missed;
} KkrFinancingGroup;

/* `before` is another group of the batch, or NULL. */
KkrFinancingGroup *kkr_financing_group_open (KkrCalculator *calculator, gboolean by_row,
                                             const KkrFinancingGroup *before, GError **error);
void kkr_financing_group_free (KkrFinancingGroup *self);
/* Before anything else is read. What is the same in `before` is taken from there. */
void kkr_financing_group_take_inputs (KkrFinancingGroup *self, KkrCalculator *calculator,
                                      gboolean by_row, const KkrFinancingGroup *before);
/* A calculator with the inputs of the group, and a budget of 0 if it comes row by row. */
KkrCalculator *kkr_financing_group_new_calculator (const KkrFinancingGroup *self);
/* Whether the figures are such that no change from or to others that are can be too large. */
gboolean kkr_financing_is_small (KkrFinancingYear *year);
/* Whether years with these budgets can be compared with the one that is asked for, if one is.
 * KKR_CALC_ERROR. */
gboolean kkr_financing_group_compare (KkrFinancingGroup *self, const gint64 *budgets,
                                      const KkrBatchRows *rows, GError **error);

/* Keeps what notes on budgets that come row by row are made of. */
void kkr_financing_group_keep (KkrFinancingGroup *self, const gint64 *budgets, gsize n);
/* What run() says of the amounts; and of budgets that come row by row, which would each have a
 * sentence of its own, what they have in common. */
void kkr_financing_group_add_notes (KkrFinancingGroup *self, KkrBatchNotes *notes);

/* What is mixed into a key. */
typedef struct {
  gsize n;
  const gint64 *weights; /* in proportion to the weights, whole */
  const gint64 *own_use; /* the same of own use, or NULL where its part is 0 */
  KkrRational equal;     /* as in KkrFinancingYear */
  KkrRational own_part;
} KkrFinancingMix;

/* The smallest whole numbers in proportion to the shares; FALSE where they, or fractions on the way
 * to them, may not fit. `mixed` may be `weights`. */
gboolean kkr_financing_mix (const KkrFinancingMix *mix, gint64 *mixed);
/* A key's sum, as add_up() of KkrFinancingYear would have it; FALSE where it would refuse one. */
gboolean kkr_financing_sum_weights (const gint64 *weights, gsize n, gint64 *sum);

extern const KkrBatchClass kkr_financing_batch;

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-private.h>

G_BEGIN_DECLS

/* The steps of a derivation while it is built: each is checked and computed as it is added. After
 * the first error nothing may be added. */
typedef struct {
  GPtrArray *steps;
  GHashTable *by_id;
  GError *error;
} KkrStepMaker;

typedef struct {
  const char *total;
  const char *const *keys;
  const char *const *weights;
  KkrApportionMethod method;
  KkrTieRule tie_rule;
  const char *rounding_unit;
  guint row;
  const char *share;
} KkrShareInit;

void kkr_step_maker_init (KkrStepMaker *self);
void kkr_step_maker_clear (KkrStepMaker *self);
/* NULL and an error that names `what` when there is no step yet; no error for a NULL `what`. */
KkrStep *kkr_step_maker_get_last (KkrStepMaker *self, const char *what);
GPtrArray *kkr_step_maker_take_steps (KkrStepMaker *self);

void kkr_step_maker_add_value (KkrStepMaker *self, const char *id, const char *danish,
                               const char *english, const char *exact, KkrUnit unit);
void kkr_step_maker_add_text (KkrStepMaker *self, const char *id, const char *danish,
                              const char *english, const char *text);
void kkr_step_maker_add_sum (KkrStepMaker *self, const char *id, const char *danish,
                             const char *english, const char *const *keys,
                             const char *const *exact, KkrUnit unit);
void kkr_step_maker_add_formula (KkrStepMaker *self, const char *id, const char *danish,
                                 const char *english, const char *expression, KkrUnit unit);
void kkr_step_maker_add_rounding (KkrStepMaker *self, const char *id, const char *danish,
                                  const char *english, const char *expression, KkrUnit unit,
                                  KkrRoundingMode mode, const char *rounding_unit);
void kkr_step_maker_add_apportionment (KkrStepMaker *self, const char *id, const char *danish,
                                       const char *english, const KkrShareInit *init);

G_END_DECLS

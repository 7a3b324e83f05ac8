/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-apportionment.h>
#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/calc/capacity/kkr-secured-private.h>

G_BEGIN_DECLS

/* What each municipality pays for persons with dom-type 2 while all share by a key, and what it
 * pays when each pays for its own. */

typedef struct {
  char *name;
  gint32 code; /* G_MAXINT32: no municipality of the register */
  guint key_row; /* of `key`, or KKR_SECURED_NO_ROW */
  KkrFact *fact; /* of the register's key, or NULL */
  KkrRational weight; /* 0 where it has none */
  gint64 days;
  gint64 before, after;
} KkrSecuredPayer;

typedef struct {
  KkrCalculator *calculator;
  KkrRegister *reg; /* or NULL */
  KkrSheet *users, *key;
  GArray *payers; /* KkrSecuredPayer, by code and then by name */
  gint64 *weights; /* of the payers: whole numbers that are to each other as theirs */
  gint64 *days;
  gint64 total; /* to be paid, in øre */
  gint64 total_days;
  gboolean by_tariff;
  gint64 tariff;
  KkrApportionMethod method;
  KkrTieRule tie_rule;
  gint64 unit;
  KkrApportionment *before, *after; /* `after` is NULL by tariff */
} KkrSecuredBills;

KkrSecuredBills *kkr_secured_bills_new (KkrCalculator *calculator, GError **error);
void kkr_secured_bills_free (KkrSecuredBills *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrSecuredBills, kkr_secured_bills_free)
const KkrSecuredPayer *kkr_secured_bills_get (const KkrSecuredBills *self, guint row);

/* Reports what is wrong with the inputs of bills. */
void kkr_secured_bills_check (KkrCalculator *calculator);
KkrTable *kkr_secured_bills_build (const KkrSecuredBills *self, GError **error);
void kkr_secured_bills_add_notes (const KkrSecuredBills *self, GPtrArray *notes);
gboolean kkr_secured_bills_derive (const KkrSecuredBills *self, KkrDerivationBuilder *builder,
                                   const char *column, gint64 row);

G_END_DECLS

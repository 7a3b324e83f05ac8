/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/calc/settlement/kkr-billing-private.h>

G_BEGIN_DECLS

/* The cell that is explained. */
typedef struct {
  KkrBilling *billing;
  KkrResult *result;
  KkrTable *table;
  guint row;
  KkrDerivationBuilder *builder;
} KkrBillingCell;

void kkr_billing_cell_add_int (const KkrBillingCell *self, const char *id, const char *danish,
                               const char *english, gint64 value, KkrUnit unit);
/* Of the table `lines`. FALSE without an error for a column that is not explained. */
gboolean kkr_billing_cell_derive_line (const KkrBillingCell *self, const char *column,
                                       GError **error);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/calc/capacity/kkr-secured-private.h>

G_BEGIN_DECLS

typedef struct {
  const KkrSecured *plan;
  const KkrSecuredCase *full;
  KkrDerivationBuilder *builder;
  guint year, group; /* numbers of the plan's; the group where there is one */
} KkrSecuredCell;

void kkr_secured_cell_add (const KkrSecuredCell *self, const char *id, const char *danish,
                           const char *english, gint64 millionths, KkrUnit unit);
void kkr_secured_cell_add_int (const KkrSecuredCell *self, const char *id, const char *danish,
                               const char *english, gint64 value, KkrUnit unit);
void kkr_secured_cell_add_rational (const KkrSecuredCell *self, const char *id, const char *danish,
                                    const char *english, const KkrRational *value, KkrUnit unit);
/* The places of a year after the first steps, from those before any step. */
void kkr_secured_cell_add_places (const KkrSecuredCell *self, guint year, guint n_steps,
                                  gboolean open);

/* Of the tables `groups`, `steps` and `years`. FALSE for a column that is not explained. */
gboolean kkr_secured_cell_derive_group (const KkrSecuredCell *self, const char *column);
gboolean kkr_secured_cell_derive_step (const KkrSecuredCell *self, guint row, const char *column);
gboolean kkr_secured_cell_derive_year (const KkrSecuredCell *self, const char *column);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/domtype/kkr-demand-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

G_BEGIN_DECLS

/* Columns that the tables share. */

/* With their sum. */
void kkr_demand_add_counts (KkrTableBuilder *builder, const char *name, const char *danish,
                            const char *english, KkrUnit unit, const gint64 *values, guint n);
/* `share` and `printed`: parts of wholes, exact and as they are printed; with a total where all
 * have the same whole. */
void kkr_demand_add_shares (const KkrDemand *self, KkrTableBuilder *builder, const gint64 *parts,
                            const gint64 *wholes, guint n, gboolean total);
/* `small`: KkrDemandMark. */
void kkr_demand_add_marks (KkrTableBuilder *builder, const gint32 *marks, guint n);
void kkr_demand_add_placed_marks (const KkrDemand *self, KkrTableBuilder *builder,
                                  const gint64 *placed, const gboolean *reveals, guint n);
/* The numbers of municipalities that have judgements, by code. */
GArray *kkr_demand_order_municipalities (const KkrDemand *self);
/* `municipality`, of numbers (guint). */
void kkr_demand_add_municipalities (const KkrDemand *self, KkrTableBuilder *builder,
                                    const GArray *numbers);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/capacity/kkr-occupancy-private.h>
#include <libkkr/table/kkr-table-private.h>

G_BEGIN_DECLS

/* The cell that is explained. */
typedef struct {
  KkrCalculator *calculator;
  KkrOccupancyTerms terms;
  KkrResult *result;
  KkrTable *table;
  guint row;
  KkrDerivationBuilder *builder;
} KkrOccupancyCell;

/* Terms of a sum. */
typedef struct {
  GPtrArray *keys, *terms;
} KkrOccupancySum;

void kkr_occupancy_sum_init (KkrOccupancySum *self);
/* Takes over both texts. */
void kkr_occupancy_sum_add (KkrOccupancySum *self, char *key, char *term);
/* Adds the step, 0 where there are no terms, and frees them. */
void kkr_occupancy_sum_end (KkrOccupancySum *self, const KkrOccupancyCell *cell, const char *id,
                            const char *danish, const char *english, KkrUnit unit);

void kkr_occupancy_cell_add_int (const KkrOccupancyCell *self, const char *id, const char *danish,
                                 const char *english, gint64 value, KkrUnit unit);
void kkr_occupancy_cell_add_exact (const KkrOccupancyCell *self, const char *id,
                                   const char *danish, const char *english,
                                   const KkrRational *value, KkrUnit unit);
/* The cell itself, or another of its row, as it was given. */
void kkr_occupancy_cell_add_cell (const KkrOccupancyCell *self, const char *id,
                                  const char *column, const char *section);
/* A number of the row, 0 where there is none. */
gint64 kkr_occupancy_cell_get_int (const KkrOccupancyCell *self, const char *column);
const char *kkr_occupancy_cell_get_label (const KkrOccupancyCell *self, const char *column);
/* Whether the row of another table says the same in these columns, as far as both have them. */
gboolean kkr_occupancy_cell_is_of (const KkrOccupancyCell *self, KkrTable *table, guint row,
                                   const char *const *columns);
/* What the row is called: its keys with strokes between them. */
char *kkr_occupancy_dup_key (KkrTable *table, guint row);
/* The sum of the cells of a column. */
void kkr_occupancy_cell_add_column (const KkrOccupancyCell *self, KkrTable *table, const char *id,
                                    const char *column);
/* `expression` by what a day is of the tariff, rounded as amounts are; adds the steps it needs. */
void kkr_occupancy_cell_add_amount (const KkrOccupancyCell *self, const char *id,
                                    const char *danish, const char *english,
                                    const char *expression);

/* Each FALSE for a column that is not explained. */
gboolean kkr_occupancy_cell_derive_offer (const KkrOccupancyCell *self, const char *column);
gboolean kkr_occupancy_cell_derive_place (const KkrOccupancyCell *self, const char *column);
gboolean kkr_occupancy_cell_derive_stay (const KkrOccupancyCell *self, const char *column);
gboolean kkr_occupancy_cell_derive_bill (const KkrOccupancyCell *self, const char *column);
gboolean kkr_occupancy_cell_derive_refusal (const KkrOccupancyCell *self, const char *column);
gboolean kkr_occupancy_cell_derive_demand (const KkrOccupancyCell *self, const char *column);
/* The occupancy of all offers. */
void kkr_occupancy_cell_derive_total_occupancy (const KkrOccupancyCell *self);

G_END_DECLS

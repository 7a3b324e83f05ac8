/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-derive-private.h>

#include <string.h>

#include <libkkr/calc/kkr-result-private.h>

void
kkr_occupancy_sum_init (KkrOccupancySum *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->terms = g_ptr_array_new_with_free_func (g_free);
}

void
kkr_occupancy_sum_add (KkrOccupancySum *self, char *key, char *term)
{
  g_ptr_array_add (self->keys, key);
  g_ptr_array_add (self->terms, term);
}

void
kkr_occupancy_sum_end (KkrOccupancySum *self, const KkrOccupancyCell *cell, const char *id,
                       const char *danish, const char *english, KkrUnit unit)
{
  if (self->keys->len == 0)
    kkr_occupancy_cell_add_int (cell, id, danish, english, 0, unit);
  else
    {
      g_ptr_array_add (self->keys, NULL);
      g_ptr_array_add (self->terms, NULL);
      kkr_derivation_builder_add_sum (cell->builder, id, danish, english,
                                      (const char *const *) self->keys->pdata,
                                      (const char *const *) self->terms->pdata, unit);
    }
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->terms);
}

void
kkr_occupancy_cell_add_int (const KkrOccupancyCell *self, const char *id, const char *danish,
                            const char *english, gint64 value, KkrUnit unit)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, text, unit);
}

void
kkr_occupancy_cell_add_exact (const KkrOccupancyCell *self, const char *id, const char *danish,
                              const char *english, const KkrRational *value, KkrUnit unit)
{
  g_autofree char *text = kkr_rational_to_string (value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, text, unit);
}

void
kkr_occupancy_cell_add_cell (const KkrOccupancyCell *self, const char *id, const char *column,
                             const char *section)
{
  KkrColumn *cells = kkr_table_find_column (self->table, column);
  g_autofree char *exact = kkr_column_dup_exact (cells, self->row);

  kkr_derivation_builder_add_value (self->builder, id, cells->danish, cells->english, exact,
                                    cells->unit);
  if (section != NULL)
    kkr_derivation_builder_set_source (self->builder, NULL, section);
}

gint64
kkr_occupancy_cell_get_int (const KkrOccupancyCell *self, const char *column)
{
  KkrColumn *cells = kkr_table_find_column (self->table, column);

  if (cells == NULL || kkr_column_cell_status (cells, self->row) != KKR_CELL_STATUS_VALUE)
    return 0;
  return kkr_column_cell_int64 (cells, self->row);
}

const char *
kkr_occupancy_cell_get_label (const KkrOccupancyCell *self, const char *column)
{
  return kkr_column_get_label (kkr_table_find_column (self->table, column), self->row, NULL);
}

char *
kkr_occupancy_dup_key (KkrTable *table, guint row)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; table->key_columns[i] != NULL; i++)
    {
      g_autofree char *text
        = kkr_column_dup_plain (kkr_table_find_column (table, table->key_columns[i]), row);

      g_string_append_printf (key, "%s%s", i > 0 ? "/" : "", text);
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

static gboolean
says_the_same (KkrColumn *a, guint row_a, KkrColumn *b, guint row_b)
{
  if (a->kind == KKR_COLUMN_KIND_TEXT)
    return strcmp (kkr_column_get_label (a, row_a, NULL), kkr_column_get_label (b, row_b, NULL))
           == 0;
  return kkr_column_cell_int64 (a, row_a) == kkr_column_cell_int64 (b, row_b);
}

gboolean
kkr_occupancy_cell_is_of (const KkrOccupancyCell *self, KkrTable *table, guint row,
                          const char *const *columns)
{
  for (guint i = 0; columns[i] != NULL; i++)
    {
      KkrColumn *own = kkr_table_find_column (self->table, columns[i]);
      KkrColumn *other = kkr_table_find_column (table, columns[i]);

      if (own != NULL && other != NULL && !says_the_same (own, self->row, other, row))
        return FALSE;
    }
  return TRUE;
}

void
kkr_occupancy_cell_add_column (const KkrOccupancyCell *self, KkrTable *table, const char *id,
                               const char *column)
{
  KkrColumn *cells = kkr_table_find_column (table, column);
  KkrOccupancySum sum;

  kkr_occupancy_sum_init (&sum);
  for (guint row = 0; row < kkr_table_get_n_rows (table); row++)
    if (kkr_column_cell_status (cells, row) == KKR_CELL_STATUS_VALUE)
      kkr_occupancy_sum_add (&sum, kkr_occupancy_dup_key (table, row),
                             kkr_column_dup_exact (cells, row));
  kkr_occupancy_sum_end (&sum, self, id, cells->danish, cells->english, cells->unit);
}

void
kkr_occupancy_cell_add_amount (const KkrOccupancyCell *self, const char *id, const char *danish,
                               const char *english, const char *expression)
{
  g_autofree char *unit = g_strdup_printf ("%" G_GINT64_FORMAT, self->terms.rounding_unit);

  kkr_derivation_builder_add_rounding (self->builder, id, danish, english, expression,
                                       KKR_UNIT_AMOUNT, self->terms.rounding, unit);
}

static gboolean
derive_cell (const KkrOccupancyCell *self, const char *column)
{
  static const struct {
    const char *table;
    gboolean (*derive) (const KkrOccupancyCell *self, const char *column);
  } tables[] = {
    { "offers", kkr_occupancy_cell_derive_offer },
    { "places", kkr_occupancy_cell_derive_place },
    { "stays", kkr_occupancy_cell_derive_stay },
    { "bills", kkr_occupancy_cell_derive_bill },
    { "refusals", kkr_occupancy_cell_derive_refusal },
    { "demand", kkr_occupancy_cell_derive_demand },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (self->table->name, tables[i].table))
      return tables[i].derive (self, column);
  return FALSE;
}

/* Notes that say how a cell of that table was reckoned. */
static void
add_notes (const KkrOccupancyCell *self)
{
  gsize n = 0;
  g_autofree KkrNote **notes = kkr_result_dup_notes (self->result, &n);

  for (gsize i = 0; i < n; i++)
    {
      kkr_derivation_builder_add_note (self->builder, notes[i]);
      g_object_unref (notes[i]);
    }
}

KkrDerivation *
kkr_occupancy_derive (KkrCalculator *calculator, KkrResult *result, const char *column, gint64 row,
                      GError **error)
{
  const char *bare;
  KkrTable *table = kkr_result_find_table (result, column, &bare, error);
  KkrColumn *cells = table != NULL ? kkr_table_find_column (table, bare) : NULL;
  KkrRegister *reg = kkr_calculator_get_register (calculator);
  KkrOccupancyPlan plan = { .calculator = calculator };
  g_autoptr (KkrDerivationBuilder) builder = NULL;
  KkrOccupancyCell cell = { calculator, .result = result, .table = table,
                            .row = (guint) MAX (row, 0) };
  g_autofree char *key = NULL;
  gboolean done = TRUE;

  if (cells == NULL || !kkr_occupancy_terms_read (&plan, error)
      || (row >= 0 && kkr_column_cell_status (cells, (guint) row) != KKR_CELL_STATUS_VALUE))
    return NULL;
  cell.terms = plan.terms;
  key = row >= 0 ? kkr_occupancy_dup_key (table, (guint) row) : g_strdup ("I alt");
  cell.builder = builder = kkr_derivation_builder_new (column, key);
  kkr_derivation_builder_set_title (builder, cells->danish, cells->english);
  if (reg != NULL)
    kkr_derivation_builder_set_register (builder, kkr_register_get_data_version (reg),
                                         kkr_register_get_sha256 (reg));
  if (row >= 0)
    done = derive_cell (&cell, bare);
  else if (g_str_equal (bare, "occupancy"))
    kkr_occupancy_cell_derive_total_occupancy (&cell);
  else
    kkr_occupancy_cell_add_column (&cell, table, "total", bare);
  add_notes (&cell);
  return done ? kkr_derivation_builder_end (builder, error) : NULL;
}

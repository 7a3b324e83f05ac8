/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-shelter-private.h>

#include <libkkr/calc/kkr-result-private.h>
#include <libkkr/register/kkr-register.h>
#include <libkkr/table/kkr-table-private.h>

void
kkr_shelter_cell_add_int (const KkrShelterCell *self, const char *id, const char *danish,
                          const char *english, gint64 value, KkrUnit unit)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, text, unit);
}

void
kkr_shelter_cell_add_exact (const KkrShelterCell *self, const char *id, const char *danish,
                            const char *english, const KkrRational *value, KkrUnit unit)
{
  g_autofree char *text = kkr_rational_to_string (value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, text, unit);
}

static char *
dup_key (KkrTable *table, guint row)
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

/* Terms of a sum that are put together one by one. */
typedef struct {
  GPtrArray *keys, *exact;
} Terms;

static void
terms_add (Terms *self, char *key, gint64 value)
{
  g_ptr_array_add (self->keys, key);
  g_ptr_array_add (self->exact, g_strdup_printf ("%" G_GINT64_FORMAT, value));
}

static void
terms_end (Terms *self, const KkrShelterCell *cell, const char *id, KkrColumn *column)
{
  if (self->keys->len == 0)
    {
      kkr_shelter_cell_add_int (cell, id, column->danish, column->english, 0, column->unit);
      return;
    }
  g_ptr_array_add (self->keys, NULL);
  g_ptr_array_add (self->exact, NULL);
  kkr_derivation_builder_add_sum (cell->builder, id, column->danish, column->english,
                                  (const char *const *) self->keys->pdata,
                                  (const char *const *) self->exact->pdata, column->unit);
}

/* The total of a column: its cells. */
static gboolean
derive_total (const KkrShelterCell *self, KkrColumn *cells)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) exact = g_ptr_array_new_with_free_func (g_free);
  Terms terms = { keys, exact };

  for (guint row = 0; row < kkr_table_get_n_rows (self->table); row++)
    terms_add (&terms, dup_key (self->table, row), kkr_column_cell_int64 (cells, row));
  terms_end (&terms, self, "total", cells);
  return TRUE;
}

/* Of a municipality: the cells of its stays. */
static gboolean
derive_municipality (const KkrShelterCell *self, KkrColumn *cells)
{
  KkrTable *stays = kkr_result_get_table_named (self->result, "stays");
  KkrColumn *column = kkr_table_find_column (stays, self->column);
  const char *name = kkr_column_get_label (kkr_table_find_column (self->table, "municipality"),
                                           self->row, NULL);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) exact = g_ptr_array_new_with_free_func (g_free);
  Terms terms = { keys, exact };

  if (cells->kind != KKR_COLUMN_KIND_INT64)
    return FALSE;
  for (guint row = 0; row < kkr_table_get_n_rows (stays); row++)
    if (g_str_equal (name, kkr_shelter_get_payer (self->shelter, self->shelter->stay_payers[row])))
      terms_add (&terms, dup_key (stays, row),
                 column != NULL ? kkr_column_cell_int64 (column, row) : 1);
  terms_end (&terms, self, "sum", cells);
  return TRUE;
}

/* Of a reading: what the stays come to under it. */
static gboolean
derive_reading (const KkrShelterCell *self, KkrColumn *cells, GError **error)
{
  const KkrRefundRule rule = (KkrRefundRule) (KKR_REFUND_RULE_FIRST_DAYS + self->row);
  g_autoptr (GArray) computed = kkr_shelter_compute_stays (self->shelter, rule, NULL, error);
  KkrTable *stays = kkr_result_get_table_named (self->result, "stays");
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) exact = g_ptr_array_new_with_free_func (g_free);
  Terms terms = { keys, exact };

  for (guint row = 0; computed != NULL && row < computed->len; row++)
    {
      const KkrShelterStay *stay = &g_array_index (computed, KkrShelterStay, row);
      const gint64 value = g_str_equal (self->column, "days")         ? stay->days
                           : g_str_equal (self->column, "refundable") ? stay->refundable
                           : g_str_equal (self->column, "gross")      ? stay->gross
                           : g_str_equal (self->column, "refund")     ? stay->refund
                                                                      : stay->gross - stay->refund;

      terms_add (&terms, dup_key (stays, row), value);
    }
  if (computed != NULL)
    terms_end (&terms, self, "sum", cells);
  return computed != NULL;
}

static gboolean
derive_cell (const KkrShelterCell *self, KkrColumn *cells, GError **error)
{
  const char *name = self->table->name;

  if (g_str_equal (name, "municipalities"))
    return derive_municipality (self, cells);
  if (g_str_equal (name, "stays"))
    return kkr_shelter_cell_derive_stay (self, error);
  if (g_str_equal (name, "readings"))
    return cells->kind == KKR_COLUMN_KIND_INT64 && derive_reading (self, cells, error);
  if (g_str_equal (name, "growth"))
    return kkr_shelter_cell_derive_growth (self);
  return kkr_shelter_cell_derive_capacity (self);
}

KkrDerivation *
kkr_shelter_derive (KkrCalculator *calculator, KkrResult *result, const char *column, gint64 row,
                    GError **error)
{
  const char *bare, *fault;
  KkrTable *table = kkr_result_find_table (result, column, &bare, error);
  KkrColumn *cells = table != NULL ? kkr_table_find_column (table, bare) : NULL;
  g_autoptr (KkrShelter) shelter = cells != NULL ? kkr_shelter_new (calculator, &fault, error)
                                                 : NULL;
  g_autoptr (KkrDerivationBuilder) builder = NULL;
  g_autofree char *key = NULL;
  KkrShelterCell cell = { shelter, result, table, bare, (guint) MAX (row, 0), NULL };
  gboolean done;

  if (shelter == NULL)
    return NULL;
  key = row >= 0 ? dup_key (table, (guint) row) : g_strdup ("I alt");
  cell.builder = builder = kkr_derivation_builder_new (column, key);
  kkr_derivation_builder_set_title (builder, cells->danish, cells->english);
  if (shelter->reg != NULL)
    kkr_derivation_builder_set_register (builder, kkr_register_get_data_version (shelter->reg),
                                         kkr_register_get_sha256 (shelter->reg));
  done = row < 0 ? derive_total (&cell, cells) : derive_cell (&cell, cells, error);
  return done ? kkr_derivation_builder_end (builder, error) : NULL;
}

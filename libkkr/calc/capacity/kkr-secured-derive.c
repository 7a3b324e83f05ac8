/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-bills-private.h>
#include <libkkr/calc/capacity/kkr-secured-chance-private.h>
#include <libkkr/calc/capacity/kkr-secured-derive-private.h>

#include <libkkr/calc/kkr-result-private.h>
#include <libkkr/table/kkr-table-private.h>

void
kkr_secured_cell_add_rational (const KkrSecuredCell *self, const char *id, const char *danish,
                               const char *english, const KkrRational *value, KkrUnit unit)
{
  g_autofree char *exact = kkr_rational_to_string (value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, exact, unit);
}

void
kkr_secured_cell_add (const KkrSecuredCell *self, const char *id, const char *danish,
                      const char *english, gint64 millionths, KkrUnit unit)
{
  const KkrRational value = kkr_secured_exact (millionths);

  kkr_secured_cell_add_rational (self, id, danish, english, &value, unit);
}

void
kkr_secured_cell_add_int (const KkrSecuredCell *self, const char *id, const char *danish,
                          const char *english, gint64 value, KkrUnit unit)
{
  const KkrRational whole = KKR_RATIONAL_INT (value);

  kkr_secured_cell_add_rational (self, id, danish, english, &whole, unit);
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

/* The total of a column: its cells. */
static gboolean
derive_total (KkrDerivationBuilder *builder, KkrTable *table, KkrColumn *cells)
{
  const guint n = kkr_table_get_n_rows (table);
  g_auto (GStrv) keys = g_new0 (char *, (gsize) n + 1);
  g_auto (GStrv) exact = g_new0 (char *, (gsize) n + 1);

  for (guint row = 0; row < n; row++)
    {
      keys[row] = dup_key (table, row);
      exact[row] = kkr_column_dup_exact (cells, row);
    }
  if (n > 0)
    kkr_derivation_builder_add_sum (builder, "total", cells->danish, cells->english,
                                    (const char *const *) keys, (const char *const *) exact,
                                    cells->unit);
  return n > 0;
}

static gboolean
derive_bill (KkrCalculator *calculator, KkrDerivationBuilder *builder, const char *column,
             gint64 row, GError **error)
{
  g_autoptr (KkrSecuredBills) bills = kkr_secured_bills_new (calculator, error);

  return bills != NULL && kkr_secured_bills_derive (bills, builder, column, row);
}

/* The number of a year: the first one and those after it. */
static gboolean
add_year (const KkrSecuredCell *self)
{
  kkr_secured_cell_add_int (self, "first", "Første år", "First year", self->plan->first_year,
                            KKR_UNIT_NONE);
  kkr_secured_cell_add_int (self, "later", "År derefter", "Years after it", self->year,
                            KKR_UNIT_NONE);
  kkr_derivation_builder_add_formula (self->builder, "year", "År", "Year", "first + later",
                                      KKR_UNIT_NONE);
  return TRUE;
}

static gboolean
derive_plan (KkrCalculator *calculator, KkrDerivationBuilder *builder, KkrTable *table,
             const char *column, guint row, GError **error)
{
  g_autoptr (KkrSecured) plan = kkr_secured_new (calculator, error);
  g_autoptr (KkrSecuredCase) full = plan != NULL ? kkr_secured_case_new_full (plan) : NULL;
  KkrSecuredCell cell = { .plan = plan, .full = full, .builder = builder };

  if (plan == NULL)
    return FALSE;
  if (g_str_equal (table->name, "steps"))
    return kkr_secured_cell_derive_step (&cell, row, column);
  cell.year = g_str_equal (table->name, "years") ? row : row / MAX (plan->n_groups, 1);
  cell.group = row % MAX (plan->n_groups, 1);
  if (g_str_equal (column, "year"))
    return add_year (&cell);
  return g_str_equal (table->name, "years") ? kkr_secured_cell_derive_year (&cell, column)
                                            : kkr_secured_cell_derive_group (&cell, column);
}

KkrDerivation *
kkr_secured_derive (KkrCalculator *calculator, KkrResult *result, const char *column, gint64 row,
                    GError **error)
{
  const char *bare;
  KkrTable *table = kkr_result_find_table (result, column, &bare, error);
  KkrColumn *cells = table != NULL ? kkr_table_find_column (table, bare) : NULL;
  KkrRegister *reg = kkr_calculator_get_register (calculator);
  g_autoptr (KkrDerivationBuilder) builder = NULL;
  g_autofree char *key = NULL;
  gboolean done;

  if (cells == NULL)
    return NULL;
  key = row >= 0 ? dup_key (table, (guint) row) : g_strdup ("I alt");
  builder = kkr_derivation_builder_new (column, key);
  kkr_derivation_builder_set_title (builder, cells->danish, cells->english);
  if (reg != NULL)
    kkr_derivation_builder_set_register (builder, kkr_register_get_data_version (reg),
                                         kkr_register_get_sha256 (reg));
  if (row < 0)
    done = derive_total (builder, table, cells);
  else if (g_str_equal (table->name, "bills"))
    done = derive_bill (calculator, builder, bare, row, error);
  else if (kkr_secured_is_of_chance (table->name))
    done = kkr_secured_derive_chance (builder, calculator, result, table, bare, (guint) row);
  else
    done = derive_plan (calculator, builder, table, bare, (guint) row, error);
  return done ? kkr_derivation_builder_end (builder, error) : NULL;
}

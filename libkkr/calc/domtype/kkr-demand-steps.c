/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-demand-steps-private.h>

#include <string.h>

guint
kkr_demand_steps_rows (const KkrDemandSteps *self, const char *table)
{
  KkrTable *found = kkr_result_get_table_named (self->result, table);

  return found != NULL ? kkr_table_get_n_rows (found) : 0;
}

static KkrColumn *
find_column (const KkrDemandSteps *self, const char *table, const char *column)
{
  return kkr_table_get_column (kkr_result_get_table_named (self->result, table), column);
}

gint64
kkr_demand_steps_cell (const KkrDemandSteps *self, const char *table, const char *column, guint row)
{
  return kkr_column_cell_int64 (find_column (self, table, column), row);
}

gint32
kkr_demand_steps_code (const KkrDemandSteps *self, const char *table, const char *column, guint row)
{
  return kkr_column_cell_int32 (find_column (self, table, column), row);
}

void
kkr_demand_steps_value (KkrDemandSteps *self, const char *id, const char *danish,
                        const char *english, gint64 value, KkrUnit unit)
{
  g_autofree char *exact = g_strdup_printf ("%lld", (long long) value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, exact, unit);
}

typedef struct {
  GPtrArray *keys;
  GPtrArray *exact;
} Terms;

static void
terms_add (Terms *terms, KkrTable *table, KkrColumn *values, guint row)
{
  g_ptr_array_add (terms->keys, kkr_table_dup_row_key (table, row));
  g_ptr_array_add (terms->exact,
                   g_strdup_printf ("%lld", (long long) kkr_column_cell_int64 (values, row)));
}

static void
terms_end (Terms *terms, KkrDemandSteps *self, const char *id, const char *danish,
           const char *english, KkrUnit unit)
{
  if (terms->keys->len == 0)
    kkr_demand_steps_value (self, id, danish, english, 0, unit);
  else
    {
      g_ptr_array_add (terms->keys, NULL);
      g_ptr_array_add (terms->exact, NULL);
      kkr_derivation_builder_add_sum (self->builder, id, danish, english,
                                      (const char *const *) terms->keys->pdata,
                                      (const char *const *) terms->exact->pdata, unit);
    }
  g_ptr_array_unref (terms->keys);
  g_ptr_array_unref (terms->exact);
}

static Terms
terms_new (void)
{
  return (Terms) { g_ptr_array_new_with_free_func (g_free),
                   g_ptr_array_new_with_free_func (g_free) };
}

void
kkr_demand_steps_sum (KkrDemandSteps *self, const char *id, const char *danish,
                      const char *english, KkrUnit unit, const char *table, const char *column,
                      guint first, guint step, guint n)
{
  KkrTable *found = kkr_result_get_table_named (self->result, table);
  KkrColumn *values = kkr_table_get_column (found, column);
  Terms terms = terms_new ();

  for (guint i = 0; i < n; i++)
    terms_add (&terms, found, values, first + i * step);
  terms_end (&terms, self, id, danish, english, unit);
}

void
kkr_demand_steps_sum_if (KkrDemandSteps *self, const char *id, const char *danish,
                         const char *english, KkrUnit unit, const char *table,
                         const char *column, KkrDemandTerm wanted, gconstpointer data)
{
  KkrTable *found = kkr_result_get_table_named (self->result, table);
  KkrColumn *values = kkr_table_get_column (found, column);
  Terms terms = terms_new ();

  for (guint i = 0; i < kkr_table_get_n_rows (found); i++)
    if (wanted (self, found, i, data))
      terms_add (&terms, found, values, i);
  terms_end (&terms, self, id, danish, english, unit);
}

void
kkr_demand_steps_source (KkrDemandSteps *self, const char *input, const char *key)
{
  g_autoptr (KkrFact) fact = NULL;

  if (self->reg == NULL || kkr_calculator_get_table (self->calculator, input) != NULL)
    return;
  fact = kkr_demand_newest_fact (self->calculator, self->reg, key);
  if (fact != NULL && kkr_fact_get_source (fact) != NULL)
    kkr_derivation_builder_set_source (self->builder, kkr_fact_get_source (fact),
                                       kkr_fact_get_section (fact));
}

void
kkr_demand_steps_share (KkrDemandSteps *self, const char *part, const char *whole)
{
  g_autofree char *formula = g_strdup_printf ("100 * %s / %s", part, whole);
  const int decimals = kkr_calculator_get_int (self->calculator, "decimals");
  g_autofree char *unit = NULL;
  gint64 power = 1;

  if (g_str_equal (self->column, "share"))
    {
      kkr_derivation_builder_add_formula (self->builder, "share", "Andel", "Share", formula,
                                          KKR_UNIT_PERCENT);
      return;
    }
  for (int i = 0; i < decimals; i++)
    power *= 10;
  unit = power == 1 ? g_strdup ("1") : g_strdup_printf ("1/%lld", (long long) power);
  kkr_derivation_builder_add_rounding (
    self->builder, "printed", "Afrundet andel", "Rounded share", formula, KKR_UNIT_PERCENT,
    (KkrRoundingMode) kkr_calculator_get_enum (self->calculator, "rounding"), unit);
}

static gboolean
derive_table (KkrDemandSteps *self, const char *table)
{
  if (g_str_equal (table, "years"))
    return kkr_demand_derive_years (self);
  if (g_str_equal (table, "placements"))
    return kkr_demand_derive_placements (self);
  if (g_str_equal (table, "supply") || g_str_equal (table, "sectors"))
    return kkr_demand_derive_supply (self, table);
  if (g_str_equal (table, "coverage"))
    return kkr_demand_derive_coverage (self);
  return kkr_demand_derive_judgements (self, table);
}

KkrDerivation *
kkr_demand_derive (KkrCalculator *calculator, KkrResult *result, const char *column, gint64 row,
                   GError **error)
{
  const char *dot = strchr (column, '.');
  g_autofree char *name = dot != NULL ? g_strndup (column, (gsize) (dot - column))
                                      : g_strdup ("types");
  KkrTable *table = kkr_result_get_table_named (result, name);
  const char *bare = dot != NULL ? dot + 1 : column;
  KkrColumn *cells = kkr_table_get_column (table, bare);
  g_autofree char *key = row >= 0 ? kkr_table_dup_row_key (table, (guint) row) : g_strdup ("I alt");
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new (column, key);
  KkrDemandSteps steps = { calculator, kkr_calculator_get_register (calculator), result, builder,
                           bare, row };

  if (kkr_column_get_kind (cells) == KKR_COLUMN_KIND_TEXT ||
      (row >= 0 && kkr_column_get_cell_status (cells, (guint) row) != KKR_CELL_STATUS_VALUE))
    return NULL;
  kkr_derivation_builder_set_title (builder, kkr_column_get_title (cells),
                                    kkr_column_get_title_in (cells, "en"));
  if (steps.reg != NULL)
    kkr_derivation_builder_set_register (builder, kkr_register_get_data_version (steps.reg),
                                         kkr_register_get_sha256 (steps.reg));
  return derive_table (&steps, name) ? kkr_derivation_builder_end (builder, error) : NULL;
}

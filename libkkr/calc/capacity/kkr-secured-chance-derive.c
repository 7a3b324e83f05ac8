/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-chance-private.h>

#include <libkkr/table/kkr-table-private.h>

/* Paths are not drawn again: what was counted of them follows from the cells, which are exact. */
typedef struct {
  KkrDerivationBuilder *builder;
  KkrTable *table, *groups;
  guint row;
  int paths, seed;
} Cell;

gboolean
kkr_secured_is_of_chance (const char *table)
{
  return g_str_equal (table, "bands") || g_str_equal (table, "exceeded")
         || g_str_equal (table, "reserve");
}

static void
add_int (const Cell *self, const char *id, const char *danish, const char *english, gint64 value,
         KkrUnit unit)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, text, unit);
}

static void
add_paths (const Cell *self)
{
  add_int (self, "seed", "Startværdi", "Seed", self->seed, KKR_UNIT_NONE);
  add_int (self, "paths", "Simulerede forløb", "Paths drawn", self->paths, KKR_UNIT_COUNT);
}

static void
add_cell (const Cell *self, const char *column, guint row, const char *id)
{
  KkrColumn *cells = kkr_table_find_column (self->table, column);
  g_autofree char *exact = kkr_column_dup_exact (cells, row);

  kkr_derivation_builder_add_value (self->builder, id, kkr_column_get_title (cells),
                                    kkr_column_get_title_in (cells, "en"), exact,
                                    kkr_column_get_unit (cells));
}

/* A share or a mean of `whole` as the count it is of. */
static gint64
count_of (const Cell *self, const char *column, gint64 whole)
{
  KkrColumn *cells = kkr_table_find_column (self->table, column);
  g_autofree char *exact = kkr_column_dup_exact (cells, self->row);
  KkrRational value = KKR_RATIONAL_ZERO;

  kkr_rational_parse (exact, &value);
  return (gint64) (value.num * whole / value.den);
}

/* The groups' stocks at the end of the year, which stand in a table of their own. */
static void
derive_expected (const Cell *self)
{
  static const char *const columns[] = { "running", "waiting" };
  const guint n_groups = kkr_table_get_n_rows (self->groups) / kkr_table_get_n_rows (self->table);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) exact = g_ptr_array_new_with_free_func (g_free);
  KkrColumn *names = kkr_table_find_column (self->groups, "dom-type");

  for (guint group = 0; group < n_groups; group++)
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
      {
        const guint row = self->row * n_groups + group;
        KkrColumn *cells = kkr_table_find_column (self->groups, columns[i]);
        g_autofree char *name = kkr_column_dup_text (names, row);

        g_ptr_array_add (keys, g_strdup_printf ("%s/%s", name, kkr_column_get_title (cells)));
        g_ptr_array_add (exact, kkr_column_dup_exact (cells, row));
      }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (exact, NULL);
  kkr_derivation_builder_add_sum (self->builder, "need", "Behov uden tilfældighed",
                                  "Need without chance", (const char *const *) keys->pdata,
                                  (const char *const *) exact->pdata, KKR_UNIT_PERSONS);
}

static gboolean
derive_band (const Cell *self, const char *column)
{
  if (g_str_equal (column, "without-chance"))
    {
      derive_expected (self);
      return TRUE;
    }
  add_paths (self);
  if (g_str_equal (column, "mean"))
    {
      add_int (self, "persons", "Behovet lagt sammen over alle forløb",
               "The need added up over all paths", count_of (self, "mean", self->paths),
               KKR_UNIT_PERSONS);
      kkr_derivation_builder_add_formula (self->builder, "mean", "Behov i snit", "Mean need",
                                          "persons / paths", KKR_UNIT_PERSONS);
    }
  else if (g_str_equal (column, "chance"))
    {
      add_int (self, "above", "Forløb med mangel", "Paths with a shortfall",
               count_of (self, "chance", self->paths), KKR_UNIT_COUNT);
      kkr_derivation_builder_add_formula (self->builder, "chance", "Risiko for mangel",
                                          "Chance of a shortfall", "above / paths",
                                          KKR_UNIT_SHARE);
    }
  else if (g_str_equal (column, "error") || g_str_equal (column, "deviation"))
    {
      add_cell (self, "variance", self->row, "variance");
      if (g_str_equal (column, "error"))
        kkr_derivation_builder_add_formula (self->builder, "mean_variance", "Varians på snittet",
                                            "Variance of the mean", "variance / paths",
                                            KKR_UNIT_NONE);
      /* No formula has roots: the square of the figure is the variance, but for its rounding. */
      add_cell (self, column, self->row, "root");
    }
  else
    add_cell (self, column, self->row, "counted");
  return TRUE;
}

static void
derive_until (const Cell *self)
{
  KkrColumn *years = kkr_table_find_column (self->table, "year");
  KkrColumn *first = kkr_table_find_column (self->table, "first");
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) exact = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row <= self->row; row++)
    {
      g_ptr_array_add (keys, kkr_column_dup_plain (years, row));
      g_ptr_array_add (exact, kkr_column_dup_exact (first, row));
    }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (exact, NULL);
  kkr_derivation_builder_add_sum (self->builder, "until", "Senest dette år", "By this year",
                                  (const char *const *) keys->pdata,
                                  (const char *const *) exact->pdata, KKR_UNIT_SHARE);
}

static gboolean
derive_exceeded (const Cell *self, const char *column)
{
  const gint64 n_first = count_of (self, "paths", 1);

  add_paths (self);
  if (g_str_equal (column, "until"))
    {
      derive_until (self);
      return TRUE;
    }
  add_int (self, "above", "Forløb, der mangler pladser for første gang",
           "Paths that lack places for the first time", n_first, KKR_UNIT_COUNT);
  if (g_str_equal (column, "paths"))
    return TRUE;
  if (g_str_equal (column, "first"))
    kkr_derivation_builder_add_formula (self->builder, "first", "For første gang",
                                        "For the first time", "above / paths", KKR_UNIT_SHARE);
  else if (n_first == 0)
    kkr_derivation_builder_add_text (self->builder, "none",
                                     "Ingen forløb mangler pladser for første gang dette år",
                                     "No path lacks places for the first time this year", "–");
  else if (g_str_equal (column, "lack"))
    {
      add_int (self, "lacking", "Manglende pladser lagt sammen over disse forløb",
               "Lacking places added up over these paths", count_of (self, "lack", n_first),
               KKR_UNIT_PLACES);
      kkr_derivation_builder_add_formula (self->builder, "lack", "Mangler i snit",
                                          "Lacking on average", "lacking / above",
                                          KKR_UNIT_PLACES);
    }
  else
    add_cell (self, column, self->row, "counted");
  return TRUE;
}

static gboolean
derive_reserve (const Cell *self, const char *column)
{
  add_paths (self);
  add_cell (self, "percent", self->row, "percent");
  add_cell (self, "largest", self->row, "largest");
  if (g_str_equal (column, "more-places"))
    add_cell (self, column, self->row, "more");
  return TRUE;
}

gboolean
kkr_secured_derive_chance (KkrDerivationBuilder *builder, KkrCalculator *calculator,
                           KkrResult *result, KkrTable *table, const char *column, guint row)
{
  const Cell cell = {
    builder, table, kkr_result_get_table_named (result, "groups"), row,
    kkr_calculator_get_int (calculator, "paths"), kkr_calculator_get_int (calculator, "seed"),
  };

  /* What names the row, or is an input. */
  if (g_str_equal (column, "year") || g_str_equal (column, "percent")
      || g_str_equal (column, "secured-places"))
    {
      add_cell (&cell, column, row, "given");
      return TRUE;
    }
  if (g_str_equal (kkr_table_get_name (table), "bands"))
    return derive_band (&cell, column);
  if (g_str_equal (kkr_table_get_name (table), "exceeded"))
    return derive_exceeded (&cell, column);
  return derive_reserve (&cell, column);
}

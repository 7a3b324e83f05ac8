/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-derive-private.h>

#include <string.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>

/* Of the rows of the table `places` that belong to the offer and year of the cell. */
static void
add_spells (const KkrOccupancyCell *self, const char *id, const char *column, const char *danish,
            const char *english)
{
  static const char *const keys[] = { "offer", "year", NULL };
  KkrTable *places = kkr_result_get_table_named (self->result, "places");
  KkrColumn *cells = kkr_table_find_column (places, column);
  KkrOccupancySum sum;

  kkr_occupancy_sum_init (&sum);
  for (guint row = 0; row < kkr_table_get_n_rows (places); row++)
    if (kkr_occupancy_cell_is_of (self, places, row, keys)
        && kkr_column_cell_int64 (cells, row) != 0)
      kkr_occupancy_sum_add (&sum, kkr_occupancy_dup_key (places, row),
                             kkr_column_dup_exact (cells, row));
  kkr_occupancy_sum_end (&sum, self, id, danish, english, KKR_UNIT_DAYS);
}

static void
add_listed_days (const KkrOccupancyCell *self)
{
  const gboolean persons = self->terms.count == KKR_OCCUPANCY_COUNT_PERSONS;

  add_spells (self, "place_days", "days", "Pladsdøgn", "Days of places");
  add_spells (self, "used_days", persons ? "person-days" : "taken-days", "Døgn i brug",
              "Days in use");
  add_spells (self, "vacant_days", "vacant-days", "Ledige døgn", "Vacant days");
}

static void
add_listed_period (const KkrOccupancyCell *self)
{
  const int year = (int) kkr_occupancy_cell_get_int (self, "year");
  const gint32 first = MAX (self->terms.first, kkr_date_from_parts (year, 1, 1));
  const gint32 last = MIN (self->terms.last, kkr_date_from_parts (year + 1, 1, 1) - 1);

  kkr_occupancy_cell_add_int (self, "period", "Dage i perioden", "Days of the period",
                              (gint64) last - first + 1, KKR_UNIT_DAYS);
}

static KkrSheet *
open_counts (const KkrOccupancyCell *self)
{
  return kkr_calculator_open_sheet (self->calculator, "counts", NULL);
}

/* A number of the row of `counts`. */
static void
add_counted (const KkrOccupancyCell *self, const KkrSheet *sheet, guint column, const char *id,
             const char *danish, const char *english, KkrUnit unit)
{
  const KkrRational value = kkr_sheet_get_number (sheet, self->row, column);
  g_autofree char *section = kkr_sheet_place_in (sheet, self->row, column, "da");

  kkr_occupancy_cell_add_exact (self, id, danish, english, &value, unit);
  kkr_derivation_builder_set_source (self->builder, NULL, section);
}

/* Places and places in use; the latter last, and TRUE where it comes from an occupancy. */
static gboolean
add_counted_places (const KkrOccupancyCell *self, const KkrSheet *sheet)
{
  const gboolean by_percent = kkr_sheet_has (sheet, self->row, KKR_OCC_COUNT_OCCUPANCY);

  if (kkr_sheet_has (sheet, self->row, KKR_OCC_COUNT_PLACES))
    add_counted (self, sheet, KKR_OCC_COUNT_PLACES, "places", "Pladser", "Places",
                 KKR_UNIT_PLACES);
  if (by_percent)
    {
      add_counted (self, sheet, KKR_OCC_COUNT_OCCUPANCY, "percent", "Belægning", "Occupancy",
                   KKR_UNIT_PERCENT);
      if (kkr_sheet_has (sheet, self->row, KKR_OCC_COUNT_PLACES))
        kkr_derivation_builder_add_formula (self->builder, "used", "Pladser i brug",
                                            "Places in use", "places * percent / 100",
                                            KKR_UNIT_PLACES);
    }
  else if (kkr_sheet_has (sheet, self->row, KKR_OCC_COUNT_USED))
    add_counted (self, sheet, KKR_OCC_COUNT_USED, "used", "Pladser i brug", "Places in use",
                 KKR_UNIT_PLACES);
  return by_percent;
}

/* The days that the row is about; and the year of its tariff. */
static int
add_counted_period (const KkrOccupancyCell *self, const KkrSheet *sheet)
{
  int year, tariff_year;
  const gint64 period = kkr_occupancy_counted_period (&self->terms, sheet, self->row, &year,
                                                      &tariff_year);

  kkr_occupancy_cell_add_int (self, "period", "Dage", "Days", period, KKR_UNIT_DAYS);
  return tariff_year;
}

/* What a day is of the tariff and what of it a vacant day costs, to the expression. */
static void
add_price (const KkrOccupancyCell *self, int year, GString *expression)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  gint64 months, divisor;

  kkr_occupancy_terms_get_day (&self->terms, year, &months, &divisor);
  if (kkr_rational_compare (&self->terms.percent, &hundred) != 0)
    {
      kkr_occupancy_cell_add_exact (self, "percent_of_tariff", "Pct. af taksten",
                                    "Per cent of the tariff", &self->terms.percent,
                                    KKR_UNIT_PERCENT);
      g_string_append (expression, " * percent_of_tariff / 100");
    }
  if (months != 1)
    g_string_append_printf (expression, " * %d", (int) months);
  if (divisor == 1)
    return;
  kkr_occupancy_cell_add_int (self, "year_days", "Dage i et år", "Days of a year", divisor,
                              KKR_UNIT_DAYS);
  g_string_append (expression, " / year_days");
}

static void
add_listed_cost (const KkrOccupancyCell *self)
{
  static const char *const keys[] = { "offer", "year", NULL };
  KkrTable *places = kkr_result_get_table_named (self->result, "places");
  KkrColumn *vacant = kkr_table_find_column (places, "vacant-days");
  KkrColumn *tariff = kkr_table_find_column (places, "tariff");
  g_autoptr (GString) expression = g_string_new ("vacant_tariffs");
  KkrOccupancySum sum;

  kkr_occupancy_sum_init (&sum);
  for (guint row = 0; row < kkr_table_get_n_rows (places); row++)
    {
      const gint64 days = kkr_column_cell_int64 (vacant, row);
      const gint64 price = kkr_column_cell_int64 (tariff, row);
      g_autofree char *key = NULL, *amount = NULL;

      if (days == 0 || !kkr_occupancy_cell_is_of (self, places, row, keys))
        continue;
      key = kkr_occupancy_dup_key (places, row);
      amount = kkr_format_amount (price, FALSE, "da");
      kkr_occupancy_sum_add (&sum, g_strdup_printf ("%s: %d × %s kr.", key, (int) days, amount),
                             kkr_int128_to_string ((KkrInt128) days * price));
    }
  kkr_occupancy_sum_end (&sum, self, "vacant_tariffs", "Ledige døgn gange takst",
                         "Vacant days times tariff", KKR_UNIT_AMOUNT);
  add_price (self, (int) kkr_occupancy_cell_get_int (self, "year"), expression);
  kkr_occupancy_cell_add_amount (self, "cost", "Udgift til ledige døgn", "Cost of vacant days",
                                 expression->str);
}

static void
add_counted_cost (const KkrOccupancyCell *self, const KkrSheet *sheet)
{
  const gboolean has = kkr_sheet_has (sheet, self->row, KKR_OCC_COUNT_TARIFF);
  const gint64 tariff = has ? kkr_sheet_get_amount (sheet, self->row, KKR_OCC_COUNT_TARIFF)
                            : MAX (self->terms.tariff, 0);
  g_autoptr (GString) expression = g_string_new ("max(0,places - used) * period * tariff");
  int year;

  add_counted_places (self, sheet);
  year = add_counted_period (self, sheet);
  kkr_derivation_builder_add_amount (self->builder, "tariff", "Takst", "Tariff", tariff);
  add_price (self, year, expression);
  kkr_occupancy_cell_add_amount (self, "cost", "Udgift til ledige døgn", "Cost of vacant days",
                                 expression->str);
}

/* The formulas of columns, of days that were listed and of places that were counted. */
static const struct {
  const char *column, *listed, *counted;
} formulas[] = {
  { "places", "place_days / period", "places" },
  { "used", "used_days / period", "used" },
  { "vacant", "vacant_days / period", "max(0,places - used)" },
  { "extra", "(used_days - place_days + vacant_days) / period", "max(0,used - places)" },
  { "occupancy", "used_days / place_days", "used / places" },
  { "place-days", "place_days", "places * period" },
  { "used-days", "used_days", "used * period" },
  { "vacant-days", "vacant_days", "max(0,places - used) * period" },
};

static gboolean
derive_counted (const KkrOccupancyCell *self, const char *column, const char *formula)
{
  g_autoptr (KkrSheet) sheet = open_counts (self);
  KkrColumn *cells = kkr_table_find_column (self->table, column);
  gboolean by_percent;

  if (sheet == NULL)
    return FALSE;
  if (formula == NULL)
    {
      add_counted_cost (self, sheet);
      return TRUE;
    }
  by_percent = add_counted_places (self, sheet);
  if (strstr (formula, "period") != NULL)
    add_counted_period (self, sheet);
  kkr_derivation_builder_add_formula (self->builder, "result", cells->danish, cells->english,
                                      by_percent && g_str_equal (column, "occupancy")
                                        ? "percent / 100" : formula, cells->unit);
  return TRUE;
}

gboolean
kkr_occupancy_cell_derive_offer (const KkrOccupancyCell *self, const char *column)
{
  const gboolean counted = kkr_calculator_is_assigned (self->calculator, "counts");
  KkrColumn *cells = kkr_table_find_column (self->table, column);

  if (g_str_equal (column, "year"))
    {
      kkr_occupancy_cell_add_cell (self, "year", "year", NULL);
      return TRUE;
    }
  if (g_str_equal (column, "cost"))
    {
      if (counted)
        return derive_counted (self, column, NULL);
      add_listed_cost (self);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    if (g_str_equal (column, formulas[i].column))
      {
        if (counted)
          return derive_counted (self, column, formulas[i].counted);
        add_listed_days (self);
        if (strstr (formulas[i].listed, "period") != NULL)
          add_listed_period (self);
        kkr_derivation_builder_add_formula (self->builder, "result", cells->danish,
                                            cells->english, formulas[i].listed, cells->unit);
        return TRUE;
      }
  return FALSE;
}

void
kkr_occupancy_cell_derive_total_occupancy (const KkrOccupancyCell *self)
{
  static const char *const columns[] = { "used-days", "place-days" };
  static const char *const ids[] = { "used_days", "place_days" };
  KkrColumn *both[] = { kkr_table_find_column (self->table, columns[0]),
                        kkr_table_find_column (self->table, columns[1]) };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      KkrOccupancySum sum;

      kkr_occupancy_sum_init (&sum);
      for (guint row = 0; row < kkr_table_get_n_rows (self->table); row++)
        if (kkr_column_cell_status (both[0], row) == KKR_CELL_STATUS_VALUE
            && kkr_column_cell_status (both[1], row) == KKR_CELL_STATUS_VALUE)
          kkr_occupancy_sum_add (&sum, kkr_occupancy_dup_key (self->table, row),
                                 kkr_column_dup_exact (both[i], row));
      kkr_occupancy_sum_end (&sum, self, ids[i], both[i]->danish, both[i]->english, KKR_UNIT_DAYS);
    }
  kkr_derivation_builder_add_formula (self->builder, "total", "Belægning", "Occupancy",
                                      "used_days / place_days", KKR_UNIT_SHARE);
}

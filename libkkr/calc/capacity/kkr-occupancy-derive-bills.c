/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-derive-private.h>

#include <libkkr/base/kkr-format-private.h>

static const char *const keys[] = { "municipality", NULL };

static gboolean
is_listed (const KkrOccupancyCell *self)
{
  return kkr_calculator_is_assigned (self->calculator, "placements");
}

static KkrSheet *
open_municipalities (const KkrOccupancyCell *self)
{
  return kkr_calculator_open_sheet (self->calculator, "municipalities", NULL);
}

/* The days of the municipality's stays; with a column of tariffs, in exact øre, `whole` where it is
 * for a day whatever the unit of tariffs. */
static void
add_stays (const KkrOccupancyCell *self, const char *tariffs, gboolean whole, const char *id,
           const char *danish, const char *english)
{
  KkrTable *stays = kkr_result_get_table_named (self->result, "stays");
  KkrColumn *days = kkr_table_find_column (stays, "days");
  KkrColumn *years = kkr_table_find_column (stays, "year");
  KkrColumn *prices = tariffs != NULL ? kkr_table_find_column (stays, tariffs) : NULL;
  const gboolean none = kkr_table_find_column (stays, "municipality") == NULL
                        || (tariffs != NULL && prices == NULL);
  KkrOccupancySum sum;

  kkr_occupancy_sum_init (&sum);
  for (guint row = 0; row < kkr_table_get_n_rows (stays) && !none; row++)
    {
      KkrRational term = KKR_RATIONAL_INT (kkr_column_cell_int64 (days, row));
      g_autofree char *key = NULL;
      gint64 months = 1, divisor = 1;

      if (!kkr_occupancy_cell_is_of (self, stays, row, keys))
        continue;
      if (prices != NULL && !whole)
        kkr_occupancy_terms_get_day (&self->terms, (int) kkr_column_cell_int64 (years, row),
                                     &months, &divisor);
      key = kkr_occupancy_dup_key (stays, row);
      if (prices != NULL)
        {
          const gint64 price = kkr_column_cell_int64 (prices, row);
          g_autofree char *amount = kkr_format_amount (price, FALSE, "da");
          g_autofree char *place = g_steal_pointer (&key);

          key = g_strdup_printf ("%s: %d × %s kr.", place, (int) term.num, amount);
          if (!kkr_rational_init (&term, term.num * price * months, divisor))
            continue;
        }
      kkr_occupancy_sum_add (&sum, g_steal_pointer (&key), kkr_rational_to_string (&term));
    }
  kkr_occupancy_sum_end (&sum, self, id, danish, english,
                         prices != NULL ? KKR_UNIT_AMOUNT : KKR_UNIT_DAYS);
}

/* The municipality's own days from its row, or 0; what they are priced by is told in `tariff`, and
 * in `months` and `divisor`. */
static void
add_counted_days (const KkrOccupancyCell *self, gint64 *tariff, gint64 *months, gint64 *divisor)
{
  g_autoptr (KkrSheet) sheet = open_municipalities (self);
  g_autoptr (KkrSheet) counts = kkr_calculator_open_sheet (self->calculator, "counts", NULL);
  g_autofree char *section = NULL;
  int year, tariff_year;
  gint64 period;
  KkrRational used;

  *tariff = *months = *divisor = 1;
  if (sheet == NULL || counts == NULL || self->row >= kkr_sheet_get_n_rows (sheet)
      || !kkr_sheet_has (sheet, self->row, KKR_OCC_PAYER_USED))
    {
      kkr_occupancy_cell_add_int (self, "days", "Egne døgn i brug", "Own days in use", 0,
                                  KKR_UNIT_DAYS);
      return;
    }
  used = kkr_sheet_get_number (sheet, self->row, KKR_OCC_PAYER_USED);
  section = kkr_sheet_place_in (sheet, self->row, KKR_OCC_PAYER_USED, "da");
  period = kkr_occupancy_counted_period (&self->terms, counts, 0, &year, &tariff_year);
  kkr_occupancy_terms_get_day (&self->terms, tariff_year, months, divisor);
  *tariff = kkr_sheet_has (counts, 0, KKR_OCC_COUNT_TARIFF)
              ? kkr_sheet_get_amount (counts, 0, KKR_OCC_COUNT_TARIFF) : self->terms.tariff;
  kkr_occupancy_cell_add_exact (self, "used", "Egne pladser i brug", "Own places in use", &used,
                                KKR_UNIT_PLACES);
  kkr_derivation_builder_set_source (self->builder, NULL, section);
  kkr_occupancy_cell_add_int (self, "period", "Dage", "Days", period, KKR_UNIT_DAYS);
  kkr_derivation_builder_add_formula (self->builder, "days", "Egne døgn i brug",
                                      "Own days in use", "used * period", KKR_UNIT_DAYS);
}

static void
add_days (const KkrOccupancyCell *self)
{
  gint64 tariff, months, divisor;

  if (is_listed (self))
    add_stays (self, NULL, FALSE, "days", "Egne døgn i brug", "Own days in use");
  else
    add_counted_days (self, &tariff, &months, &divisor);
}

static void
add_use (const KkrOccupancyCell *self)
{
  g_autoptr (GString) expression = g_string_new (is_listed (self) ? "prices" : "days * tariff");
  gint64 tariff, months, divisor;

  if (is_listed (self))
    add_stays (self, "tariff", FALSE, "prices", "Egne døgn gange takst", "Own days times tariff");
  else
    {
      add_counted_days (self, &tariff, &months, &divisor);
      kkr_derivation_builder_add_amount (self->builder, "tariff", "Takst", "Tariff", tariff);
      if (months != 1)
        g_string_append_printf (expression, " * %d", (int) months);
      if (divisor != 1)
        {
          kkr_occupancy_cell_add_int (self, "year_days", "Dage i et år", "Days of a year", divisor,
                                      KKR_UNIT_DAYS);
          g_string_append (expression, " / year_days");
        }
    }
  kkr_occupancy_cell_add_amount (self, "use", "Takst for egne døgn", "Tariff of own days",
                                 expression->str);
}

static void
add_kept (const KkrOccupancyCell *self)
{
  g_autoptr (KkrSheet) sheet = NULL;
  gint64 tariff, months, divisor, kept = 0;

  if (is_listed (self))
    {
      add_stays (self, "kept-tariff", TRUE, "prices", "Egne døgn gange takst for hidtidigt tilbud",
                 "Own days times tariff of the kept offer");
      kkr_occupancy_cell_add_amount (self, "kept", "Hidtidige tilbud", "Kept offers", "prices");
      return;
    }
  sheet = open_municipalities (self);
  add_counted_days (self, &tariff, &months, &divisor);
  if (sheet != NULL && self->row < kkr_sheet_get_n_rows (sheet)
      && kkr_sheet_has (sheet, self->row, KKR_OCC_PAYER_KEPT))
    kept = kkr_sheet_get_amount (sheet, self->row, KKR_OCC_PAYER_KEPT);
  kkr_derivation_builder_add_amount (self->builder, "kept_tariff", "Takst for hidtidigt tilbud",
                                     "Tariff of the kept offer", kept);
  kkr_occupancy_cell_add_amount (self, "kept", "Hidtidige tilbud", "Kept offers",
                                 "days * kept_tariff");
}

static void
add_weight (const KkrOccupancyCell *self)
{
  g_autoptr (KkrSheet) sheet = open_municipalities (self);
  const guint n = sheet != NULL ? kkr_sheet_get_n_rows (sheet) : 0;
  const int key = kkr_calculator_get_enum (self->calculator, "key");
  g_autofree char *section = NULL;

  if (n > 0 && self->row >= n)
    {
      kkr_occupancy_cell_add_int (self, "weight", "Deler ikke de ledige døgn",
                                  "Does not share the vacant days", 0, KKR_UNIT_NONE);
      return;
    }
  if (key == KKR_GUARANTEE_KEY_WEIGHTS)
    section = kkr_sheet_place_in (sheet, self->row, KKR_OCC_PAYER_WEIGHT, "da");
  if (key != KKR_GUARANTEE_KEY_USAGE)
    {
      kkr_occupancy_cell_add_cell (self, "weight", "weight", section);
      return;
    }
  add_days (self);
  kkr_derivation_builder_add_formula (self->builder, "weight", "Vægt", "Weight", "days",
                                      KKR_UNIT_NONE);
}

/* The municipality's part of what vacant days cost. */
static void
add_vacancy (const KkrOccupancyCell *self)
{
  KkrTable *offers = kkr_result_get_table_named (self->result, "offers");
  const guint n = kkr_table_get_n_rows (self->table);
  KkrColumn *weights = kkr_table_find_column (self->table, "weight");
  g_auto (GStrv) names = g_new0 (char *, (gsize) n + 1);
  g_auto (GStrv) exact = g_new0 (char *, (gsize) n + 1);
  g_autofree char *unit = g_strdup_printf ("%" G_GINT64_FORMAT, self->terms.rounding_unit);
  g_autofree char *share = kkr_column_dup_exact (kkr_table_find_column (self->table, "vacancy"),
                                                 self->row);
  gboolean any = FALSE;

  kkr_occupancy_cell_add_column (self, offers, "cost", "cost");
  for (guint row = 0; row < n; row++)
    {
      names[row] = kkr_occupancy_dup_key (self->table, row);
      exact[row] = kkr_column_dup_exact (weights, row);
      any = any || !g_str_equal (exact[row], "0");
    }
  if (any)
    kkr_derivation_builder_add_apportionment (
      self->builder, "vacancy", "Andel af ledige døgn", "Part of vacant days", "cost",
      (const char *const *) names, (const char *const *) exact,
      (KkrApportionMethod) kkr_calculator_get_enum (self->calculator, "method"),
      (KkrTieRule) kkr_calculator_get_enum (self->calculator, "tie-rule"), unit, self->row, share);
  else
    kkr_derivation_builder_add_formula (self->builder, "vacancy", "Andel af ledige døgn",
                                        "Part of vacant days", "cost", KKR_UNIT_AMOUNT);
}

gboolean
kkr_occupancy_cell_derive_bill (const KkrOccupancyCell *self, const char *column)
{
  if (g_str_equal (column, "weight"))
    add_weight (self);
  else if (g_str_equal (column, "used-days"))
    add_days (self);
  else if (g_str_equal (column, "vacancy"))
    add_vacancy (self);
  else if (g_str_equal (column, "use"))
    add_use (self);
  else if (g_str_equal (column, "kept"))
    add_kept (self);
  else if (g_str_equal (column, "total"))
    {
      kkr_occupancy_cell_add_cell (self, "vacancy", "vacancy", NULL);
      kkr_occupancy_cell_add_cell (self, "use", "use", NULL);
      kkr_occupancy_cell_add_cell (self, "kept", "kept", NULL);
      kkr_derivation_builder_add_formula (self->builder, "total", "I alt", "Total",
                                          "vacancy + use + kept", KKR_UNIT_AMOUNT);
    }
  else
    return FALSE;
  return TRUE;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* The names that codes stand for; `none` for those that are -1. */
static void
add_names (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
           const KkrOccupancyNames *names, gint32 *codes, gsize n, const char *none_da,
           const char *none_en)
{
  const guint n_names = names->texts->len;
  g_autofree const char **labels_da = g_new0 (const char *, (gsize) n_names + 2);
  g_autofree const char **labels_en = g_new0 (const char *, (gsize) n_names + 2);

  for (guint i = 0; i < n_names; i++)
    labels_da[i] = labels_en[i] = names->texts->pdata[i];
  labels_da[n_names] = none_da;
  labels_en[n_names] = none_en;
  for (gsize i = 0; i < n; i++)
    if (codes[i] < 0)
      codes[i] = (gint32) n_names;
  kkr_table_builder_add_codes (builder, name, danish, english, codes, n, labels_da);
  kkr_table_builder_set_labels_in_english (builder, name, labels_en);
}

static void
add_amounts (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
             const gint64 *values, gsize n)
{
  kkr_table_builder_add_int64 (builder, name, danish, english, KKR_UNIT_AMOUNT, values, n);
  kkr_table_builder_set_sum (builder, name, values, n);
}

/* Numbers of the spells, or of the spells of stays. */
typedef struct {
  guint n;
  gint32 *places, *offers, *from, *until;
  gint64 *years, *tariffs, *numbers[4];
} Cells;

static void
cells_init (Cells *cells, guint n)
{
  *cells = (Cells) { .n = n };
  cells->places = g_new0 (gint32, (gsize) n + 1);
  cells->offers = g_new0 (gint32, (gsize) n + 1);
  cells->from = g_new0 (gint32, (gsize) n + 1);
  cells->until = g_new0 (gint32, (gsize) n + 1);
  cells->years = g_new0 (gint64, (gsize) n + 1);
  cells->tariffs = g_new0 (gint64, (gsize) n + 1);
  for (guint i = 0; i < G_N_ELEMENTS (cells->numbers); i++)
    cells->numbers[i] = g_new0 (gint64, (gsize) n + 1);
}

static void
cells_clear (Cells *cells)
{
  g_free (cells->places);
  g_free (cells->offers);
  g_free (cells->from);
  g_free (cells->until);
  g_free (cells->years);
  g_free (cells->tariffs);
  for (guint i = 0; i < G_N_ELEMENTS (cells->numbers); i++)
    g_free (cells->numbers[i]);
}

static void
cells_set (Cells *cells, guint i, const KkrOccupancySpell *spell)
{
  cells->places[i] = spell->place;
  cells->offers[i] = spell->offer;
  cells->years[i] = spell->year;
  cells->tariffs[i] = spell->tariff;
}

static void
add_cells (const KkrOccupancyPlan *self, KkrTableBuilder *builder, Cells *cells)
{
  gboolean any = FALSE;

  add_names (builder, "place", "Plads", "Place", &self->place_names, cells->places, cells->n,
             "(uden plads)", "(no place)");
  add_names (builder, "offer", "Tilbud", "Offer", &self->offer_names, cells->offers, cells->n,
             "–", "–");
  kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_NONE, cells->years,
                               cells->n);
  kkr_table_builder_add_date (builder, "from", "Fra og med", "From", cells->from, cells->n);
  kkr_table_builder_add_date (builder, "to", "Til og med", "To", cells->until, cells->n);
  for (guint i = 0; i < cells->n; i++)
    any = any || cells->tariffs[i] != G_MININT64;
  if (!any)
    return;
  kkr_table_builder_add_int64 (builder, "tariff", "Takst", "Tariff", KKR_UNIT_AMOUNT,
                               cells->tariffs, cells->n);
  for (guint i = 0; i < cells->n; i++)
    if (cells->tariffs[i] == G_MININT64)
      kkr_table_builder_set_status (builder, "tariff", i, KKR_CELL_STATUS_MISSING);
}

KkrTable *
kkr_occupancy_build_places (const KkrOccupancyPlan *self, GError **error)
{
  static const char *const keys[] = { "place", "from", NULL };
  static const char *const names[] = { "days", "taken-days", "vacant-days", "person-days" };
  static const char *const danish[] = { "Åbne døgn", "Optagne døgn", "Ledige døgn",
                                        "Borgerdøgn" };
  static const char *const english[] = { "Open days", "Taken days", "Vacant days",
                                         "Days of persons" };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("places", "Pladser", "Places");
  Cells cells;

  cells_init (&cells, self->spells->len);
  for (guint i = 0; i < cells.n; i++)
    {
      const KkrOccupancySpell *spell = &g_array_index (self->spells, KkrOccupancySpell, i);

      cells_set (&cells, i, spell);
      cells.from[i] = spell->from;
      cells.until[i] = spell->until;
      cells.numbers[0][i] = spell->days;
      cells.numbers[1][i] = spell->taken;
      cells.numbers[2][i] = spell->days - spell->taken;
      cells.numbers[3][i] = spell->used;
    }
  add_cells (self, builder, &cells);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      kkr_table_builder_add_int64 (builder, names[i], danish[i], english[i], KKR_UNIT_DAYS,
                                   cells.numbers[i], cells.n);
      kkr_table_builder_set_sum (builder, names[i], cells.numbers[i], cells.n);
    }
  kkr_table_builder_set_key (builder, keys);
  cells_clear (&cells);
  return kkr_table_builder_end (builder, error);
}

static void
add_stay_names (const KkrOccupancyPlan *self, KkrTableBuilder *builder)
{
  const guint n = self->stays->len;
  g_autofree gint32 *payers = g_new (gint32, (gsize) n + 1);
  g_autofree gint64 *rows = g_new (gint64, (gsize) n + 1);
  g_autofree gint32 *open = g_new (gint32, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrOccupancyStay *stay = &g_array_index (self->stays, KkrOccupancyStay, i);

      rows[i] = (gint64) stay->row + 1;
      payers[i] = stay->payer;
      open[i] = g_array_index (self->spells, KkrOccupancySpell, stay->spell).row != KKR_OCC_NONE;
    }
  kkr_table_builder_add_int64 (builder, "row", "Række", "Row", KKR_UNIT_NONE, rows, n);
  if (self->payer_names.texts->len > 0)
    add_names (builder, "municipality", "Kommune", "Municipality", &self->payer_names, payers, n,
               "(ikke oplyst)", "(not stated)");
  kkr_table_builder_add_yes_no (builder, "open", "Åben plads", "Open place", open, n);
}

KkrTable *
kkr_occupancy_build_stays (const KkrOccupancyPlan *self, GError **error)
{
  static const char *const keys[] = { "row", "from", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("stays", "Ophold", "Stays");
  gboolean any_kept = FALSE;
  Cells cells;

  cells_init (&cells, self->stays->len);
  for (guint i = 0; i < cells.n; i++)
    {
      const KkrOccupancyStay *stay = &g_array_index (self->stays, KkrOccupancyStay, i);
      const gboolean has = kkr_sheet_has (self->placements, stay->row, KKR_OCC_STAY_KEPT);

      cells_set (&cells, i, &g_array_index (self->spells, KkrOccupancySpell, stay->spell));
      cells.from[i] = stay->from;
      cells.until[i] = stay->until;
      cells.numbers[0][i] = (gint64) stay->until - stay->from + 1;
      cells.numbers[1][i] = has ? kkr_sheet_get_amount (self->placements, stay->row,
                                                        KKR_OCC_STAY_KEPT) : 0;
      any_kept = any_kept || has;
    }
  add_stay_names (self, builder);
  add_cells (self, builder, &cells);
  kkr_table_builder_add_int64 (builder, "days", "Døgn", "Days", KKR_UNIT_DAYS, cells.numbers[0],
                               cells.n);
  kkr_table_builder_set_sum (builder, "days", cells.numbers[0], cells.n);
  if (any_kept)
    kkr_table_builder_add_int64 (builder, "kept-tariff", "Takst for hidtidigt tilbud",
                                 "Tariff of the kept offer", KKR_UNIT_AMOUNT, cells.numbers[1],
                                 cells.n);
  kkr_table_builder_set_key (builder, keys);
  cells_clear (&cells);
  return kkr_table_builder_end (builder, error);
}

static void
add_payer_days (KkrTableBuilder *builder, const KkrRational *used, guint n)
{
  KkrRational sum = KKR_RATIONAL_ZERO;
  g_autofree char *exact = NULL;
  gboolean whole = TRUE;

  for (guint i = 0; i < n; i++)
    whole = whole && used[i].den == 1;
  kkr_table_builder_add_rationals (builder, "used-days", "Egne døgn i brug", "Own days in use",
                                   KKR_UNIT_DAYS, used, n);
  kkr_table_builder_set_decimals (builder, "used-days", whole ? 0 : 2);
  for (guint i = 0; i < n; i++)
    if (!kkr_rational_add (&sum, &used[i], &sum))
      return;
  exact = kkr_rational_to_string (&sum);
  kkr_table_builder_set_total (builder, "used-days", exact);
}

KkrTable *
kkr_occupancy_build_bills (const KkrOccupancyPlan *self, GError **error)
{
  static const char *const keys[] = { "municipality", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("bills", "Regninger", "Bills");
  const guint n = self->payers->len;
  g_autofree const char **names = g_new0 (const char *, (gsize) n + 1);
  g_autofree KkrRational *weights = g_new0 (KkrRational, (gsize) n + 1);
  g_autofree KkrRational *used = g_new0 (KkrRational, (gsize) n + 1);
  g_autofree gint64 *amounts = g_new0 (gint64, 4 * (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrOccupancyPayer *payer = &g_array_index (self->payers, KkrOccupancyPayer, i);

      names[i] = kkr_occupancy_names_get (&self->payer_names, payer->name);
      weights[i] = payer->weight;
      used[i] = payer->used;
      amounts[i] = payer->vacancy_amount;
      amounts[n + i] = payer->use_amount;
      amounts[2 * n + i] = payer->kept_amount;
      amounts[3 * n + i] = payer->total;
    }
  kkr_table_builder_add_text (builder, "municipality", "Kommune", "Municipality", names);
  kkr_table_builder_add_rationals (builder, "weight", "Vægt", "Weight", KKR_UNIT_NONE, weights, n);
  add_payer_days (builder, used, n);
  add_amounts (builder, "vacancy", "Andel af ledige døgn", "Part of vacant days", amounts, n);
  add_amounts (builder, "use", "Takst for egne døgn", "Tariff of own days", amounts + n, n);
  add_amounts (builder, "kept", "Hidtidige tilbud", "Kept offers", amounts + 2 * (gsize) n, n);
  add_amounts (builder, "total", "I alt", "Total", amounts + 3 * (gsize) n, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

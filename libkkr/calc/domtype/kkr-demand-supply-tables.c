/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-demand-columns-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/register/kkr-text-cells-private.h>

/* Persons whom nothing is said of are a row of their own, where there are any. */
KkrTable *
kkr_demand_build_placements (const KkrDemand *self, GError **error)
{
  static const char *const keys[] = { "paragraph", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("placements", "Anbringelser",
                                                               "Placements");
  const gint64 rest = self->n_judged - self->n_placed;
  const guint n = self->placed->len + (rest > 0 ? 1 : 0);
  g_autofree gint64 *own = g_new0 (gint64, n + 1), *wholes = g_new0 (gint64, n + 1);
  g_autofree guint8 *marks = g_new0 (guint8, n + 1);
  g_autofree gint32 *codes = g_new0 (gint32, n + 1);
  g_auto (KkrTextCells) cells = { NULL };

  kkr_text_cells_init (&cells);
  for (guint i = 0; i < n; i++)
    {
      const KkrDemandPlacement *placement =
        i < self->placed->len ? &g_array_index (self->placed, KkrDemandPlacement, i) : NULL;

      own[i] = placement != NULL ? placement->persons : rest;
      wholes[i] = self->n_judged;
      kkr_text_cells_add (&cells, placement != NULL ? placement->label : "Ukendt",
                          placement != NULL ? placement->label : "Unknown");
    }
  own[n] = self->n_judged;
  kkr_demand_mark (own, n, 0, self->threshold, marks);
  for (guint i = 0; i < n; i++)
    codes[i] = marks[i];
  kkr_text_cells_to_column (&cells, builder, "paragraph", "Paragraf", "Section");
  kkr_demand_add_counts (builder, "persons", "Borgere", "Persons", KKR_UNIT_PERSONS, own, n);
  kkr_demand_add_shares (self, builder, own, wholes, n, TRUE);
  kkr_demand_add_marks (builder, codes, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static void
add_sector (KkrTableBuilder *builder, const gint32 *codes, guint n)
{
  static const char *const nicks[] = { "unset", "municipal", "regional", "private", "independent",
                                       "state", NULL };
  const char *danish[G_N_ELEMENTS (nicks)] = { NULL }, *english[G_N_ELEMENTS (nicks)] = { NULL };

  for (int i = 0; nicks[i] != NULL; i++)
    {
      danish[i] = kkr_demand_sector_title (i, "da");
      english[i] = kkr_demand_sector_title (i, "en");
    }
  kkr_table_builder_add_choices (builder, "sector", "Sektor", "Sector", codes, n, nicks, danish,
                                 english);
}

/* Places per offer. */
static void
add_sizes (KkrTableBuilder *builder, const gint64 *places, const gint64 *offers, guint n)
{
  g_autofree KkrRational *sizes = g_new0 (KkrRational, n + 1);

  for (guint i = 0; i < n; i++)
    if (offers[i] > 0)
      kkr_rational_init (&sizes[i], places[i], offers[i]);
  kkr_table_builder_add_rationals (builder, "size", "Pladser pr. tilbud", "Places per offer",
                                   KKR_UNIT_PLACES, sizes, n);
  kkr_table_builder_set_decimals (builder, "size", 2);
  for (guint i = 0; i < n; i++)
    if (sizes[i].den == 0)
      kkr_table_builder_set_status (builder, "size", i,
                                    offers[i] == KKR_DEMAND_UNKNOWN
                                      ? KKR_CELL_STATUS_MISSING
                                      : KKR_CELL_STATUS_NOT_APPLICABLE);
}

static gint64
all_places (const KkrDemand *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->supplied->len; i++)
    sum += g_array_index (self->supplied, KkrDemandSupply, i).places;
  return sum;
}

static void
add_supply_columns (const KkrDemand *self, KkrTableBuilder *builder, const gint32 *sectors,
                    const gint64 *offers, const gint64 *places, guint n)
{
  g_autofree gint64 *wholes = g_new (gint64, n + 1);
  const gint64 whole = all_places (self);

  for (guint i = 0; i < n; i++)
    wholes[i] = whole;
  add_sector (builder, sectors, n);
  kkr_demand_add_counts (builder, "offers", "Tilbud", "Offers", KKR_UNIT_OFFERS, offers, n);
  kkr_demand_add_counts (builder, "places", "Pladser", "Places", KKR_UNIT_PLACES, places, n);
  kkr_demand_add_shares (self, builder, places, wholes, n, TRUE);
  add_sizes (builder, places, offers, n);
}

KkrTable *
kkr_demand_build_supply (const KkrDemand *self, GError **error)
{
  static const char *const keys[] = { "municipality", "sector", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "supply", "Tilbud og pladser efter kommune og sektor",
    "Offers and places by municipality and sector");
  const guint n = self->supplied->len;
  g_autoptr (GArray) numbers = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  g_autofree gint32 *sectors = g_new (gint32, n + 1);
  g_autofree gint64 *offers = g_new (gint64, n + 1), *places = g_new (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrDemandSupply *supply = &g_array_index (self->supplied, KkrDemandSupply, i);

      g_array_append_val (numbers, supply->municipality);
      sectors[i] = supply->sector;
      offers[i] = supply->offers;
      places[i] = supply->places;
    }
  kkr_demand_add_municipalities (self, builder, numbers);
  add_supply_columns (self, builder, sectors, offers, places, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_demand_build_sectors (const KkrDemand *self, GError **error)
{
  static const char *const keys[] = { "sector", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "sectors", "Tilbud og pladser efter sektor", "Offers and places by sector");
  gint64 sums[KKR_DEMAND_N_SECTORS + 1][2] = { { 0 } };
  gboolean there[KKR_DEMAND_N_SECTORS + 1] = { FALSE };
  gint32 sectors[KKR_DEMAND_N_SECTORS + 1];
  gint64 offers[KKR_DEMAND_N_SECTORS + 1], places[KKR_DEMAND_N_SECTORS + 1];
  guint n = 0;

  for (guint i = 0; i < self->supplied->len; i++)
    {
      const KkrDemandSupply *supply = &g_array_index (self->supplied, KkrDemandSupply, i);
      gint64 *sum = sums[supply->sector];

      there[supply->sector] = TRUE;
      sum[0] = sum[0] == KKR_DEMAND_UNKNOWN || supply->offers == KKR_DEMAND_UNKNOWN
                 ? KKR_DEMAND_UNKNOWN : sum[0] + supply->offers;
      sum[1] += supply->places;
    }
  for (gint32 sector = 1; sector <= KKR_DEMAND_N_SECTORS; sector++)
    if (there[sector])
      {
        sectors[n] = sector;
        offers[n] = sums[sector][0];
        places[n++] = sums[sector][1];
      }
  add_supply_columns (self, builder, sectors, offers, places, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static KkrRational
persons_of (const KkrDemand *self, KkrDemandReading reading)
{
  const guint n = self->years->len;
  KkrRational persons = { 0, 0 };
  gint64 sum = 0;

  for (guint year = reading == KKR_DEMAND_LATEST && n > 0 ? n - 1 : 0; year < n; year++)
    for (guint type = 0; type < KKR_DEMAND_N_TYPES; type++)
      sum += kkr_demand_has_type (self, type) ? kkr_demand_count (self, year, type) : 0;
  if (n > 0)
    kkr_rational_init (&persons, sum, reading == KKR_DEMAND_AVERAGE ? n : 1);
  return persons;
}

static gint64
places_of (const KkrDemand *self, KkrDemandScope scope)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->supplied->len; i++)
    {
      const KkrDemandSupply *supply = &g_array_index (self->supplied, KkrDemandSupply, i);

      if (scope == KKR_DEMAND_ALL_PLACES || (self->usable_sectors >> supply->sector & 1) != 0)
        sum += supply->places;
    }
  return sum;
}

static void
add_keys (KkrTableBuilder *builder, const gint32 *readings, const gint32 *scopes, guint n)
{
  static const char *const scope_nicks[] = { "usable", "all", NULL };
  const char *nicks[KKR_DEMAND_N_READINGS + 1] = { NULL }, *danish[2][4] = { { NULL } };
  const char *english[2][4] = { { NULL } };

  for (guint i = 0; i < KKR_DEMAND_N_READINGS; i++)
    {
      nicks[i] = kkr_demand_reading_nick (i);
      danish[0][i] = kkr_demand_reading_title (i, "da");
      english[0][i] = kkr_demand_reading_title (i, "en");
    }
  for (guint i = 0; i < KKR_DEMAND_N_SCOPES; i++)
    {
      danish[1][i] = kkr_demand_scope_title (i, "da");
      english[1][i] = kkr_demand_scope_title (i, "en");
    }
  kkr_table_builder_add_choices (builder, "reading", "Domme", "Judgements", readings, n, nicks,
                                 danish[0], english[0]);
  kkr_table_builder_add_choices (builder, "scope", "Pladser", "Which places", scopes, n,
                                 scope_nicks, danish[1], english[1]);
}

KkrTable *
kkr_demand_build_coverage (const KkrDemand *self, GError **error)
{
  enum { N = KKR_DEMAND_N_READINGS * KKR_DEMAND_N_SCOPES };
  static const char *const keys[] = { "reading", "scope", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "coverage", "Pladser pr. borger, der er dømt til anbringelse",
    "Places per person judged to placement");
  gint32 readings[N], scopes[N];
  KkrRational persons[N], ratios[N] = { { 0 } };
  gint64 places[N];

  for (guint i = 0; i < N; i++)
    {
      readings[i] = (gint32) (i / KKR_DEMAND_N_SCOPES);
      scopes[i] = (gint32) (i % KKR_DEMAND_N_SCOPES);
      persons[i] = persons_of (self, (KkrDemandReading) readings[i]);
      places[i] = places_of (self, (KkrDemandScope) scopes[i]);
      if (persons[i].den != 0 && persons[i].num > 0)
        kkr_rational_divide (&KKR_RATIONAL_INT (places[i]), &persons[i], &ratios[i]);
    }
  add_keys (builder, readings, scopes, N);
  kkr_table_builder_add_rationals (builder, "persons", "Dømt til anbringelse",
                                   "Judged to placement", KKR_UNIT_PERSONS, persons, N);
  kkr_table_builder_set_decimals (builder, "persons", 2);
  kkr_table_builder_add_int64 (builder, "places", "Antal pladser", "Places", KKR_UNIT_PLACES,
                               places, N);
  kkr_table_builder_add_rationals (builder, "places-per-person", "Pladser pr. borger",
                                   "Places per person", KKR_UNIT_PLACES, ratios, N);
  kkr_table_builder_set_decimals (builder, "places-per-person", 2);
  for (guint i = 0; i < N; i++)
    {
      if (persons[i].den == 0)
        kkr_table_builder_set_status (builder, "persons", i, KKR_CELL_STATUS_NOT_APPLICABLE);
      if (ratios[i].den == 0)
        kkr_table_builder_set_status (builder, "places-per-person", i,
                                      KKR_CELL_STATUS_NOT_APPLICABLE);
    }
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

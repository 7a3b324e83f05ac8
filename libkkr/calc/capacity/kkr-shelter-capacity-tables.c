/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-shelter-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

static void
add_rounded (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
             const KkrRational *value)
{
  gint64 amount = 0;

  kkr_rational_round (value, KKR_ROUNDING_MODE_HALF_AWAY, 1, &amount);
  kkr_table_builder_add_int64 (builder, name, danish, english, KKR_UNIT_AMOUNT, &amount, 1);
}

KkrTable *
kkr_shelter_build_growth (const KkrShelter *self, GError **error)
{
  static const char *const keys[] = { "period", NULL };
  static const char *const percents[] = { "yearly", "yearly-low", "yearly-high" };
  const KkrShelterGrowth *growth = &self->growth;
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("growth", "Udgiftsvækst",
                                                               "Growth of expenditure");
  g_autofree char *period = g_strdup_printf ("%d-%d", growth->from_year, growth->to_year);
  const char *const periods[] = { period, NULL };

  kkr_table_builder_add_text (builder, "period", "Periode", "Period", periods);
  add_rounded (builder, "base", "Udgift i det første år", "Expenditure of the first year",
               &growth->base);
  add_rounded (builder, "base-low", "Første år, mindst", "First year, at least", &growth->base_low);
  add_rounded (builder, "base-high", "Første år, højst", "First year, at most", &growth->base_high);
  add_rounded (builder, "level", "Udgift i det sidste år", "Expenditure of the last year",
               &growth->level);
  add_rounded (builder, "level-low", "Sidste år, mindst", "Last year, at least",
               &growth->level_low);
  add_rounded (builder, "level-high", "Sidste år, højst", "Last year, at most",
               &growth->level_high);
  kkr_table_builder_add_rationals (builder, "yearly", "Årlig vækst", "Yearly growth",
                                   KKR_UNIT_PERCENT, &growth->yearly, 1);
  kkr_table_builder_add_rationals (builder, "yearly-low", "Årlig vækst, mindst",
                                   "Yearly growth, at least", KKR_UNIT_PERCENT,
                                   &growth->yearly_low, 1);
  kkr_table_builder_add_rationals (builder, "yearly-high", "Årlig vækst, højst",
                                   "Yearly growth, at most", KKR_UNIT_PERCENT,
                                   &growth->yearly_high, 1);
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    kkr_table_builder_set_decimals (builder, percents[i], growth->decimals);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static void
add_area_column (KkrTableBuilder *builder, const GArray *areas, const char *name,
                 const char *danish, const char *english, gsize offset)
{
  g_autofree gint64 *values = g_new (gint64, (gsize) areas->len + 1);
  gboolean full = TRUE;

  for (guint i = 0; i < areas->len; i++)
    {
      values[i] = G_STRUCT_MEMBER (gint64, &g_array_index (areas, KkrShelterArea, i), offset);
      full = full && values[i] != G_MININT64;
    }
  kkr_table_builder_add_int64 (builder, name, danish, english, KKR_UNIT_PLACES, values,
                               areas->len);
  for (guint i = 0; i < areas->len; i++)
    if (values[i] == G_MININT64)
      kkr_table_builder_set_status (builder, name, i, KKR_CELL_STATUS_MISSING);
  if (full)
    kkr_table_builder_set_sum (builder, name, values, areas->len);
}

KkrTable *
kkr_shelter_build_areas (const KkrShelter *self, const GArray *areas, GError **error)
{
  static const struct { const char *name, *danish, *english; gsize offset; } columns[] = {
    { "capacity", "Fastsat kapacitet", "Capacity that is set",
      G_STRUCT_OFFSET (KkrShelterArea, capacity) },
    { "public", "Offentlige pladser", "Public places",
      G_STRUCT_OFFSET (KkrShelterArea, public_places) },
    { "tender", "Udbydes", "Put out to tender", G_STRUCT_OFFSET (KkrShelterArea, tender) },
    { "surplus", "Offentlige over kapaciteten", "Public above the capacity",
      G_STRUCT_OFFSET (KkrShelterArea, surplus) },
    { "awarded", "Tildelt", "Awarded", G_STRUCT_OFFSET (KkrShelterArea, awarded) },
    { "over-awarded", "Tildelt for mange", "Awarded too many",
      G_STRUCT_OFFSET (KkrShelterArea, over_awarded) },
    { "supplied", "Kan tages i brug", "May be taken into use",
      G_STRUCT_OFFSET (KkrShelterArea, supplied) },
    { "demand", "Behov", "Demand", G_STRUCT_OFFSET (KkrShelterArea, demand) },
    { "gap", "Mangler", "Lacking", G_STRUCT_OFFSET (KkrShelterArea, gap) },
  };
  static const char *const keys[] = { "area", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("areas", "KKR-områder", "KKR areas");
  g_autofree const char **names = g_new0 (const char *, (gsize) areas->len + 1);

  for (guint i = 0; i < areas->len; i++)
    names[i] = kkr_sheet_get_text (self->areas, i, KKR_SHELTER_AREA_NAME);
  kkr_table_builder_add_text (builder, "area", "KKR-område", "KKR area", names);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_area_column (builder, areas, columns[i].name, columns[i].danish, columns[i].english,
                     columns[i].offset);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static char *
dup_reasons (guint reasons, const char *language)
{
  static const struct { KkrShelterReasons reason; const char *danish, *english; } texts[] = {
    { KKR_SHELTER_NO_APPROVAL, "ikke godkendt af Socialtilsynet og ventes ikke at blive det",
      "not approved by Socialtilsyn, nor foreseen to be" },
    { KKR_SHELTER_APPROVAL_LATE, "godkendelsen ventes først, når tilbuddet er gået i drift",
      "the approval is foreseen only when the offer has started" },
    { KKR_SHELTER_APPROVAL_NOT_YET, "godkendelsen ventes, men er ikke givet endnu",
      "the approval is foreseen, but not given yet" },
    { KKR_SHELTER_NO_AWARD, "ikke-offentlig og ikke tildelt pladser i udbuddet",
      "not public, and no places awarded in the tender" },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (reasons & texts[i].reason)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                              kkr_text_in (language, texts[i].danish, texts[i].english));
  return g_string_free (text, FALSE);
}

static void
add_supplier_columns (const KkrShelter *self, const GArray *suppliers, KkrTableBuilder *builder)
{
  const guint n = suppliers->len;
  g_autofree gint32 *award = g_new (gint32, (gsize) n + 1);
  g_autofree gint32 *start = g_new (gint32, (gsize) n + 1);
  g_autofree gint64 *places = g_new (gint64, (gsize) n + 1);
  g_autofree gint64 *awarded = g_new (gint64, (gsize) n + 1);
  g_autofree gint64 *supplied = g_new (gint64, (gsize) n + 1);

  for (guint row = 0; row < n; row++)
    {
      const KkrShelterSupplier *supplier = &g_array_index (suppliers, KkrShelterSupplier, row);

      award[row] = !supplier->is_public && supplier->may_be_awarded;
      start[row] = supplier->may_start;
      places[row] = kkr_shelter_get_whole (self->suppliers, row, KKR_SHELTER_SUPPLIER_PLACES);
      awarded[row] = supplier->awarded;
      supplied[row] = supplier->supplied;
    }
  kkr_table_builder_add_int64 (builder, "places", "Pladser", "Places", KKR_UNIT_PLACES, places, n);
  kkr_table_builder_set_sum (builder, "places", places, n);
  kkr_table_builder_add_yes_no (builder, "may-be-awarded", "Kan tildeles", "May be awarded", award,
                                n);
  kkr_table_builder_add_int64 (builder, "awarded", "Tildelt", "Awarded", KKR_UNIT_PLACES, awarded,
                               n);
  kkr_table_builder_set_sum (builder, "awarded", awarded, n);
  kkr_table_builder_add_yes_no (builder, "may-start", "Kan gå i drift", "May start", start, n);
  kkr_table_builder_add_int64 (builder, "supplied", "Kan tages i brug", "May be taken into use",
                               KKR_UNIT_PLACES, supplied, n);
  kkr_table_builder_set_sum (builder, "supplied", supplied, n);
}

static void
add_reasons (const GArray *suppliers, KkrTableBuilder *builder)
{
  g_auto (GStrv) danish = g_new0 (char *, (gsize) suppliers->len + 1);
  g_auto (GStrv) english = g_new0 (char *, (gsize) suppliers->len + 1);

  for (guint row = 0; row < suppliers->len; row++)
    {
      const guint reasons = g_array_index (suppliers, KkrShelterSupplier, row).reasons;

      danish[row] = dup_reasons (reasons, "da");
      english[row] = dup_reasons (reasons, "en");
    }
  kkr_table_builder_add_words (builder, "reasons", "Begrundelse", "Reasons", danish, english,
                               suppliers->len);
}

KkrTable *
kkr_shelter_build_suppliers (const KkrShelter *self, const GArray *suppliers, GError **error)
{
  static const char *const keys[] = { "area", "supplier", NULL };
  const guint n = suppliers->len;
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("suppliers", "Leverandører",
                                                               "Suppliers");
  g_autofree const char **areas = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **names = g_new0 (const char *, (gsize) n + 1);

  for (guint row = 0; row < n; row++)
    {
      const guint area = g_array_index (suppliers, KkrShelterSupplier, row).area;

      areas[row] = kkr_sheet_get_text (self->areas, area, KKR_SHELTER_AREA_NAME);
      names[row] = kkr_sheet_get_text (self->suppliers, row, KKR_SHELTER_SUPPLIER_NAME);
    }
  kkr_table_builder_add_text (builder, "area", "KKR-område", "KKR area", areas);
  kkr_table_builder_add_text (builder, "supplier", "Leverandør", "Supplier", names);
  add_supplier_columns (self, suppliers, builder);
  add_reasons (suppliers, builder);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

gboolean
kkr_shelter_has_periods (KkrCalculator *calculator)
{
  return kkr_calculator_is_assigned (calculator, "start-year")
         && kkr_calculator_is_assigned (calculator, "last-year");
}

/* Of 3 and of 6 years, or of what is given; the last period may end after the last year. */
KkrTable *
kkr_shelter_build_periods (const KkrShelter *self, GError **error)
{
  static const char *const keys[] = { "interval", "from", NULL };
  KkrCalculator *calculator = self->calculator;
  const gboolean given = kkr_calculator_is_assigned (calculator, "interval");
  const int intervals[] = { given ? kkr_calculator_get_int (calculator, "interval") : 3, 6 };
  const gint64 last = kkr_calculator_get_int (calculator, "last-year");
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("periods", "Perioder", "Periods");
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < (given ? 1 : G_N_ELEMENTS (intervals)); i++)
    for (gint64 year = kkr_calculator_get_int (calculator, "start-year"); year <= last;
         year += intervals[i])
      {
        const gint64 length = intervals[i], end = year + length - 1;

        g_array_append_val (lengths, length);
        g_array_append_val (from, year);
        g_array_append_val (to, end);
      }
  kkr_table_builder_add_int64 (builder, "interval", "Interval", "Interval", KKR_UNIT_YEARS,
                               (const gint64 *) (gpointer) lengths->data, lengths->len);
  kkr_table_builder_add_int64 (builder, "from", "Fra og med", "From", KKR_UNIT_NONE,
                               (const gint64 *) (gpointer) from->data, from->len);
  kkr_table_builder_add_int64 (builder, "to", "Til og med", "To", KKR_UNIT_NONE,
                               (const gint64 *) (gpointer) to->data, to->len);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

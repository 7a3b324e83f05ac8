/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-base-search-private.h>

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/table/kkr-table.h>

static void
add_exact (KkrDerivationBuilder *builder, const char *id, const char *danish, const char *english,
           const KkrRational *value, KkrUnit unit)
{
  g_autofree char *exact = kkr_rational_to_string (value);

  kkr_derivation_builder_add_value (builder, id, danish, english, exact, unit);
}

static void
add_int (KkrDerivationBuilder *builder, const char *id, const char *danish, const char *english,
         gint64 value)
{
  const KkrRational number = KKR_RATIONAL_INT (value);

  add_exact (builder, id, danish, english, &number, KKR_UNIT_COUNT);
}

/* Each count as a percentage of the base, rounded as the document does. */
static void
derive_base (const KkrBaseSearch *self, KkrDerivationBuilder *builder, gint64 base)
{
  add_int (builder, "candidate", "Prøvet grundtal", "Base that is tried", base);
  for (guint i = 0; i < self->percentages->len; i++)
    {
      const KkrPercentage *percentage = &g_array_index (self->percentages, KkrPercentage, i);
      g_autofree char *count = g_strdup_printf ("count_%u", i + 1);
      g_autofree char *share = g_strdup_printf ("share_%u", i + 1);
      g_autofree char *formula = g_strdup_printf ("100 * %s / candidate", count);
      g_autofree char *unit = kkr_rational_to_string (&percentage->precision);
      g_autofree char *count_da = g_strdup_printf ("Antal bag %s", percentage->text);
      g_autofree char *count_en = g_strdup_printf ("Count behind %s", percentage->text);
      g_autofree char *share_da = g_strdup_printf ("Procent, trykt %s", percentage->text);
      g_autofree char *share_en = g_strdup_printf ("Per cent, printed %s", percentage->text);
      gint64 from = 0, to = 0;

      kkr_base_search_counts (self, i, base, &from, &to);
      add_int (builder, count, count_da, count_en, from);
      kkr_derivation_builder_add_rounding (builder, share, share_da, share_en, formula,
                                           KKR_UNIT_PERCENT, self->mode, unit);
    }
  kkr_derivation_builder_add_formula (builder, "base", "Grundtal", "Base", "candidate",
                                      KKR_UNIT_COUNT);
}

/* The first or last whole number of the interval: one further where the end is left out and would
 * be whole. The number itself may lie outside the base, and is then brought back. */
void
kkr_base_search_derive_count (const KkrBaseSearch *self, KkrDerivationBuilder *builder,
                              guint percentage, gint64 base, gboolean highest, const char *id)
{
  const KkrPercentage *printed = &g_array_index (self->percentages, KkrPercentage, percentage);
  const KkrInterval *interval = &printed->interval;
  gboolean included = highest ? interval->upper_included : interval->lower_included;
  KkrRoundingMode mode = highest == included ? KKR_ROUNDING_MODE_FLOOR : KKR_ROUNDING_MODE_CEILING;
  g_autofree char *end = g_strdup_printf ("end_%u", percentage + 1);
  g_autofree char *whole = g_strdup_printf ("whole_%u", percentage + 1);
  g_autofree char *product = g_strdup_printf ("%s / 100 * base", end);
  g_autofree char *formula = NULL;
  g_autofree char *title_da = g_strdup_printf ("%s for %s", highest ? "Øvre grænse" :
                                               "Nedre grænse", printed->text);
  g_autofree char *title_en = g_strdup_printf ("%s of %s", highest ? "Upper bound" :
                                               "Lower bound", printed->text);
  g_autofree char *count_da = g_strdup_printf ("Antal bag %s", printed->text);
  g_autofree char *count_en = g_strdup_printf ("Count behind %s", printed->text);

  add_exact (builder, end, title_da, title_en, highest ? &interval->upper : &interval->lower,
             KKR_UNIT_PERCENT);
  kkr_derivation_builder_add_rounding (builder, whole, "Helt tal ved grænsen",
                                       "Whole number at the bound", product, KKR_UNIT_COUNT, mode,
                                       "1");
  if (highest)
    formula = g_strdup_printf (included ? "min(%s, base)" : "min(%s - 1, base)", whole);
  else
    formula = g_strdup_printf (included ? "max(%s, 0)" : "max(%s + 1, 0)", whole);
  kkr_derivation_builder_add_formula (builder, id, count_da, count_en, formula, KKR_UNIT_COUNT);
}

static void
derive_sum (const KkrBaseSearch *self, KkrDerivationBuilder *builder, gint64 base,
            gboolean highest)
{
  g_autoptr (GString) formula = g_string_new (NULL);

  add_int (builder, "base", "Grundtal", "Base", base);
  for (guint i = 0; i < self->percentages->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("count_%u", i + 1);

      kkr_base_search_derive_count (self, builder, i, base, highest, id);
      g_string_append_printf (formula, "%s%s", i > 0 ? " + " : "", id);
    }
  kkr_derivation_builder_add_formula (builder, "together", highest ? "Tilsammen højst"
                                                                   : "Tilsammen mindst",
                                      highest ? "Together at most" : "Together at least",
                                      formula->str, KKR_UNIT_COUNT);
}

static gboolean
derive_column (const KkrBaseSearch *self, KkrDerivationBuilder *builder, const char *column,
               guint row)
{
  guint k = self->percentages->len;
  gboolean of_counts = g_str_has_prefix (column, "counts.");
  gint64 base = g_array_index (self->bases, gint64, of_counts ? row / k : row);
  const char *bare = strrchr (column, '.') != NULL ? strrchr (column, '.') + 1 : column;

  if (of_counts && (g_str_equal (bare, "from") || g_str_equal (bare, "to")))
    {
      add_int (builder, "base", "Grundtal", "Base", base);
      kkr_base_search_derive_count (self, builder, row % k, base, g_str_equal (bare, "to"),
                                    "count");
    }
  else if (of_counts && g_str_equal (bare, "place"))
    add_int (builder, "place", "Nr.", "No.", row % k + 1);
  else if (g_str_equal (bare, "base"))
    derive_base (self, builder, base);
  else if (g_str_equal (bare, "lowest") || g_str_equal (bare, "highest"))
    derive_sum (self, builder, base, g_str_equal (bare, "highest"));
  else
    return FALSE;
  return TRUE;
}

KkrDerivation *
kkr_base_search_derive (const KkrBaseSearch *self, KkrResult *result, const char *column,
                        guint row, GError **error)
{
  g_autoptr (KkrDerivationBuilder) builder = NULL;
  g_autofree char *key = NULL;
  const char *bare = strrchr (column, '.') != NULL ? strrchr (column, '.') + 1 : column;
  gboolean of_counts = g_str_has_prefix (column, "counts.");
  guint k = self->percentages->len;
  KkrTable *table = kkr_result_get_table_named (result, of_counts ? "counts" : "bases");
  KkrColumn *cells = kkr_table_get_column (table, bare);
  gint64 base = g_array_index (self->bases, gint64, of_counts ? row / k : row);

  key = of_counts ? g_strdup_printf ("%lld/%u", (long long) base, row % k + 1)
                  : g_strdup_printf ("%lld", (long long) base);
  builder = kkr_derivation_builder_new (column, key);
  kkr_derivation_builder_set_title (builder, kkr_column_get_title (cells),
                                    kkr_column_get_title_in (cells, "en"));
  return derive_column (self, builder, column, row) ? kkr_derivation_builder_end (builder, error)
                                                    : NULL;
}

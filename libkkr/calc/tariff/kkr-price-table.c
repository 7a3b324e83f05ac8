/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* Of a rate that has no end. */
#define MAX_DECIMALS 4

static const KkrRational hundred = { 100, 1 };

static const KkrPriceItem *
get_item (const KkrPricePlan *self, guint i)
{
  return &g_array_index (self->items, KkrPriceItem, i);
}

/* As many as a rate is given with, that none be printed as another. */
static int
count_decimals (GPtrArray *texts)
{
  int most = 1;

  for (guint i = 0; i + 1 < texts->len; i++)
    {
      KkrRational value;
      KkrInt128 power = 10;
      int n = 1;

      if (!kkr_rational_parse (texts->pdata[i], &value))
        continue;
      for (; n < MAX_DECIMALS && power % value.den != 0; n++)
        power *= 10;
      most = MAX (most, n);
    }
  return most;
}

/* Ratios in texts, as the builder takes them. */
static void
add_ratio (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
           KkrUnit unit, GPtrArray *texts, int decimals)
{
  g_ptr_array_add (texts, NULL);
  kkr_table_builder_add_ratio (builder, name, danish, english, unit,
                               (const char *const *) texts->pdata);
  kkr_table_builder_set_decimals (builder, name,
                                  decimals >= 0 ? decimals : count_decimals (texts));
}

static void
add_text (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
          GPtrArray *texts)
{
  g_ptr_array_add (texts, NULL);
  kkr_table_builder_add_text (builder, name, danish, english, (const char *const *) texts->pdata);
}

static void
add_words (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
           GPtrArray *texts_da, GPtrArray *texts_en)
{
  guint n = texts_da->len;

  g_ptr_array_add (texts_da, NULL);
  g_ptr_array_add (texts_en, NULL);
  kkr_table_builder_add_words (builder, name, danish, english, (char **) texts_da->pdata,
                               (char **) texts_en->pdata, n);
}

static char *
dup_series (KkrPricePlan *self, const KkrPriceChain *chain, const char *language)
{
  if (chain->series == KKR_PRICE_COMPOSITE)
    return g_strdup (kkr_text_in (language, "sammensat", "composite"));
  return g_strdup (kkr_price_plan_series_name (self, chain->series));
}

static GPtrArray *
new_texts (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* In kroner; what does not fit is left out. */
static char *
in_kroner (const KkrRational *amount)
{
  KkrRational kroner;

  return kkr_rational_divide (amount, &hundred, &kroner) ? kkr_rational_to_string (&kroner)
                                                         : g_strdup ("");
}

static void
add_names (KkrPricePlan *self, KkrTableBuilder *builder)
{
  g_autoptr (GPtrArray) names = new_texts (), series_da = new_texts (), series_en = new_texts ();
  g_autoptr (GPtrArray) from = new_texts (), to = new_texts ();

  for (guint i = 0; i < self->items->len; i++)
    {
      const KkrPriceItem *item = get_item (self, i);

      g_ptr_array_add (names, g_strdup (item->name));
      g_ptr_array_add (series_da, dup_series (self, item->chain, "da"));
      g_ptr_array_add (series_en, dup_series (self, item->chain, "en"));
      g_ptr_array_add (from, g_strdup_printf ("%d", item->chain->from));
      g_ptr_array_add (to, g_strdup_printf ("%d", item->chain->to));
    }
  add_text (builder, "name", "Post", "Item", names);
  add_words (builder, "series", "Serie", "Series", series_da, series_en);
  add_text (builder, "from-year", "Fra prisniveau", "From price level", from);
  add_text (builder, "to-year", "Til prisniveau", "To price level", to);
}

static const char *const item_keys[] = { "name", NULL };

KkrTable *
kkr_price_plan_build_keys (KkrPricePlan *self, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "amounts", "Regulerede beløb", "Regulated amounts");

  add_names (self, builder);
  kkr_table_builder_set_key (builder, item_keys);
  return kkr_table_builder_end (builder, error);
}

/* What the amount is multiplied by; nothing where it is rounded on the way. */
static char *
dup_factor (const KkrPricePlan *self, const KkrPriceChain *chain)
{
  const KkrRational one = KKR_RATIONAL_INT (1);
  KkrRational factor = one;

  if (chain->n_years > 0 && self->yearly)
    return g_strdup ("");
  if (chain->n_years > 0)
    factor = chain->index[chain->n_years];
  if (kkr_price_chain_is_back (chain) && !kkr_rational_divide (&one, &factor, &factor))
    return g_strdup ("");
  return kkr_rational_to_string (&factor);
}

static void
add_total_of (KkrTableBuilder *builder, const char *column, gint64 amount)
{
  g_autofree char *exact = g_strdup_printf ("%lld", (long long) amount);

  kkr_table_builder_set_total (builder, column, exact);
}

KkrTable *
kkr_price_plan_build_amounts (KkrPricePlan *self, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "amounts", "Regulerede beløb", "Regulated amounts");
  guint n = self->items->len;
  g_autofree gint64 *before = g_new (gint64, MAX (n, 1)), *amounts = g_new (gint64, MAX (n, 1));
  g_autoptr (GPtrArray) factors = new_texts (), exact = new_texts ();

  for (guint i = 0; i < n; i++)
    {
      const KkrPriceItem *item = get_item (self, i);

      before[i] = item->before;
      amounts[i] = item->amount;
      g_ptr_array_add (factors, dup_factor (self, item->chain));
      g_ptr_array_add (exact, in_kroner (&item->exact));
    }
  add_names (self, builder);
  kkr_table_builder_add_int64 (builder, "before", "Beløb før", "Amount before", KKR_UNIT_AMOUNT,
                               before, n);
  add_ratio (builder, "factor", "Faktor", "Factor", KKR_UNIT_NONE, factors, 6);
  add_ratio (builder, "exact", "Før afrunding", "Before rounding", KKR_UNIT_RATE, exact, 4);
  kkr_table_builder_add_int64 (builder, "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT, amounts, n);
  if (self->totals->len > 0)
    {
      const KkrPriceTotal *all = self->totals->pdata[self->totals->len - 1];

      add_total_of (builder, "before", all->before);
      add_total_of (builder, "amount", all->parts);
    }
  kkr_table_builder_set_key (builder, item_keys);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_price_plan_build_years (KkrPricePlan *self, GError **error)
{
  static const char *const keys[] = { "name", "year", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("years", "År for år",
                                                               "Year by year");
  g_autoptr (GPtrArray) names = new_texts (), years = new_texts (), rates = new_texts (),
                        amounts = new_texts ();

  for (guint i = 0; i < self->items->len; i++)
    {
      const KkrPriceItem *item = get_item (self, i);
      const KkrPriceChain *chain = item->chain;
      g_autofree KkrRational *levels = g_new0 (KkrRational, MAX (chain->n_years, 1));
      KkrRational exact;
      gint64 amount;
      gboolean fits = kkr_price_plan_convert (self, chain, item->before, levels, &exact, &amount);

      for (guint step = 0; step < chain->n_years; step++)
        {
          guint year = kkr_price_chain_year_at (chain, step);
          int level = kkr_price_chain_is_back (chain) ? chain->first + (int) year
                                                      : chain->first + (int) year + 1;

          g_ptr_array_add (names, g_strdup (item->name));
          g_ptr_array_add (years, g_strdup_printf ("%d", level));
          g_ptr_array_add (rates, kkr_rational_to_string (&chain->percents[year]));
          g_ptr_array_add (amounts, fits ? in_kroner (&levels[step]) : g_strdup (""));
        }
    }
  add_text (builder, "name", "Post", "Item", names);
  add_text (builder, "year", "Prisniveau", "Price level", years);
  add_ratio (builder, "rate", "Sats", "Rate", KKR_UNIT_PERCENT, rates, -1);
  add_ratio (builder, "amount", "Beløb", "Amount", KKR_UNIT_RATE, amounts, 4);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static int
compare_used (gconstpointer a, gconstpointer b, gpointer book)
{
  const KkrPriceRate *one = *(const KkrPriceRate *const *) a;
  const KkrPriceRate *other = *(const KkrPriceRate *const *) b;

  if (one->series != other->series)
    return one->series < other->series ? -1 : 1;
  return (one->year > other->year) - (one->year < other->year);
}

GPtrArray *
kkr_price_plan_list_rates (KkrPricePlan *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *rates = g_ptr_array_new ();

  for (guint i = 0; i < self->chains->len; i++)
    {
      const KkrPriceChain *chain = self->chains->pdata[i];

      for (guint k = 0; k < chain->n_years * chain->n_parts; k++)
        if (g_hash_table_add (seen, (gpointer) chain->rates[k]))
          g_ptr_array_add (rates, (gpointer) chain->rates[k]);
    }
  g_ptr_array_sort_with_data (rates, compare_used, self->book);
  return rates;
}

static char *
name_origin (KkrPricePlan *self, const KkrPriceRate *rate, const char *language)
{
  if (rate->fact == NULL)
    return kkr_sheet_place_in (self->book->sheet, rate->row, G_MAXUINT, language);
  if (kkr_fact_get_source (rate->fact) == NULL)
    return g_strdup (kkr_fact_get_key (rate->fact));
  return kkr_source_to_string_in (kkr_fact_get_source (rate->fact), language);
}

KkrTable *
kkr_price_plan_build_rates (KkrPricePlan *self, GError **error)
{
  static const char *const keys[] = { "series", "year", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("rates", "Brugte satser",
                                                               "Rates used");
  g_autoptr (GPtrArray) rates = kkr_price_plan_list_rates (self);
  g_autoptr (GPtrArray) series = new_texts (), years = new_texts (), percents = new_texts (),
                        known = new_texts (), origin_da = new_texts (), origin_en = new_texts ();

  for (guint i = 0; i < rates->len; i++)
    {
      const KkrPriceRate *rate = rates->pdata[i];

      g_ptr_array_add (series, g_strdup (kkr_price_plan_series_name (self, rate->series)));
      g_ptr_array_add (years, g_strdup_printf ("%d", rate->year));
      g_ptr_array_add (percents, kkr_rational_to_string (&rate->percent));
      g_ptr_array_add (known, rate->known == KKR_DATE_MIN ? g_strdup ("–")
                                                          : kkr_date_to_string (rate->known));
      g_ptr_array_add (origin_da, name_origin (self, rate, "da"));
      g_ptr_array_add (origin_en, name_origin (self, rate, "en"));
    }
  add_text (builder, "series", "Serie", "Series", series);
  add_text (builder, "year", "År", "Year", years);
  add_ratio (builder, "rate", "Sats", "Rate", KKR_UNIT_PERCENT, percents, -1);
  add_text (builder, "known", "Kendt", "Known", known);
  add_words (builder, "origin", "Kilde", "Source", origin_da, origin_en);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_price_plan_build_totals (KkrPricePlan *self, GError **error)
{
  static const char *const keys[] = { "group", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "totals", "Summer og afrunding", "Sums and rounding");
  guint n = self->totals->len;
  g_autofree gint64 *before = g_new (gint64, n), *parts = g_new (gint64, n);
  g_autofree gint64 *together = g_new (gint64, n), *difference = g_new (gint64, n);
  g_autoptr (GPtrArray) names_da = new_texts (), names_en = new_texts ();

  for (guint i = 0; i < n; i++)
    {
      const KkrPriceTotal *total = self->totals->pdata[i];

      g_ptr_array_add (names_da, g_strdup (total->name != NULL ? total->name : "I alt"));
      g_ptr_array_add (names_en, g_strdup (total->name != NULL ? total->name : "Total"));
      before[i] = total->before;
      parts[i] = total->parts;
      together[i] = total->is_one ? total->together : 0;
      difference[i] = total->is_one ? total->together - total->parts : 0;
    }
  add_words (builder, "group", "Gruppe", "Group", names_da, names_en);
  kkr_table_builder_add_int64 (builder, "before", "Sum før", "Sum before", KKR_UNIT_AMOUNT, before,
                               n);
  kkr_table_builder_add_int64 (builder, "parts", "Afrundet hver for sig", "Rounded one by one",
                               KKR_UNIT_AMOUNT, parts, n);
  kkr_table_builder_add_int64 (builder, "together", "Afrundet samlet", "Rounded together",
                               KKR_UNIT_AMOUNT, together, n);
  kkr_table_builder_add_int64 (builder, "difference", "Forskel", "Difference", KKR_UNIT_AMOUNT,
                               difference, n);
  for (guint i = 0; i < n; i++)
    if (!((const KkrPriceTotal *) self->totals->pdata[i])->is_one)
      {
        kkr_table_builder_set_status (builder, "together", i, KKR_CELL_STATUS_NOT_APPLICABLE);
        kkr_table_builder_set_status (builder, "difference", i, KKR_CELL_STATUS_NOT_APPLICABLE);
      }
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_price_plan_build_vintages (KkrPricePlan *self, const GArray *vintages, GError **error)
{
  static const char *const keys[] = { "name", "known", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "vintages", "Efter hvad der var kendt", "By what was known");
  guint n = vintages->len;
  g_autofree gint64 *amounts = g_new (gint64, MAX (n, 1)), *difference = g_new (gint64, MAX (n, 1));
  g_autoptr (GPtrArray) names = new_texts (), known = new_texts ();

  for (guint i = 0; i < n; i++)
    {
      const KkrPriceVintage *vintage = &g_array_index (vintages, KkrPriceVintage, i);

      g_ptr_array_add (names, g_strdup (get_item (self, vintage->item)->name));
      g_ptr_array_add (known, kkr_date_to_string (vintage->known));
      amounts[i] = vintage->amount;
      difference[i] = get_item (self, vintage->item)->amount - vintage->amount;
    }
  add_text (builder, "name", "Post", "Item", names);
  add_text (builder, "known", "Kendt", "Known", known);
  kkr_table_builder_add_int64 (builder, "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT, amounts, n);
  kkr_table_builder_add_int64 (builder, "difference", "Det brugte er mere", "The one used is more",
                               KKR_UNIT_AMOUNT, difference, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

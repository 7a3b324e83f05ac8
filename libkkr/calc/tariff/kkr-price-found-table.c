/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/checking/kkr-checking-table-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* Decimals of a growth in per cent that is seldom a short one. */
#define DECIMALS 4

static const KkrPriceLevel *
get_level (const KkrPricePlan *self, guint i)
{
  return &g_array_index (self->levels, KkrPriceLevel, i);
}

static void
add_growth (KkrTableBuilder *builder, const KkrInterval *spans, guint n)
{
  g_autofree KkrRational *lower = g_new (KkrRational, n), *upper = g_new (KkrRational, n);

  for (guint i = 0; i < n; i++)
    {
      lower[i] = spans[i].lower;
      upper[i] = spans[i].has_upper ? spans[i].upper : (KkrRational) { 0, 0 };
    }
  kkr_table_builder_add_rationals (builder, "lower", "Mindst", "At least", KKR_UNIT_PERCENT, lower,
                                   n);
  kkr_table_builder_set_decimals (builder, "lower", DECIMALS);
  kkr_table_builder_add_rationals (builder, "upper", "Højst", "At most", KKR_UNIT_PERCENT, upper,
                                   n);
  kkr_table_builder_set_decimals (builder, "upper", DECIMALS);
}

static void
add_words (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
           const char *word_da, const char *word_en)
{
  char *texts_da[] = { (char *) word_da, NULL }, *texts_en[] = { (char *) word_en, NULL };

  kkr_table_builder_add_words (builder, name, danish, english, texts_da, texts_en, 1);
}

KkrTable *
kkr_price_plan_build_levels (KkrPricePlan *self, GError **error)
{
  static const char *const keys[] = { "name", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "levels", "Trykte prisniveauer", "Printed price levels");
  guint n = self->levels->len;
  g_autofree const char **names = g_new0 (const char *, n + 1), **to = g_new0 (const char *, n + 1);
  g_auto (GStrv) from = g_new0 (char *, n + 1);
  g_autofree KkrInterval *spans = g_new (KkrInterval, n);

  for (guint i = 0; i < n; i++)
    {
      const KkrPriceLevel *level = get_level (self, i);

      names[i] = level->name;
      from[i] = level->from_text != NULL ? g_strdup (level->from_text)
                                         : kkr_format_exact (&level->from.lower, 2, "da");
      to[i] = level->to_text;
      spans[i] = level->growth;
    }
  kkr_table_builder_add_text (builder, "name", "Post", "Item", names);
  kkr_table_builder_add_text (builder, "from", "Fra", "From", (const char *const *) from);
  kkr_table_builder_add_text (builder, "to", "Til", "To", to);
  add_growth (builder, spans, n);
  kkr_checking_add_interval_words (builder, "span", "Mulig vækst i pct.",
                                   "Possible growth, per cent", spans, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static int
count_decimals (const KkrRational *unit)
{
  int n = 0;

  for (KkrInt128 power = 1; power < unit->den; power *= 10)
    n++;
  return n;
}

static gboolean
is_possible (const KkrInterval *growth)
{
  int order = growth->has_upper ? kkr_rational_compare (&growth->lower, &growth->upper) : -1;

  return order < 0 || (order == 0 && growth->lower_included && growth->upper_included);
}

KkrTable *
kkr_price_plan_build_found (KkrPricePlan *self, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "possible-rate", "Mulig sats", "Possible rate");
  gboolean possible = is_possible (&self->growth);
  gint32 code = possible;
  KkrRational simplest, unit;
  KkrRoundingMode mode;
  gboolean has_simplest = kkr_price_plan_find_simplest (self, &simplest, &unit, &mode);
  g_autofree char *span_da = kkr_checking_interval_text (&self->growth, "da");
  g_autofree char *span_en = kkr_checking_interval_text (&self->growth, "en");

  if (!has_simplest)
    simplest = (KkrRational) { 0, 0 };
  kkr_table_builder_add_yes_no (builder, "possible", "Mulig", "Possible", &code, 1);
  add_growth (builder, &self->growth, 1);
  add_words (builder, "span", "Mulig vækst i pct.", "Possible growth, per cent",
             possible ? span_da : "ingen", possible ? span_en : "none");
  kkr_table_builder_add_rationals (builder, "simplest", "Enkleste sats", "Simplest rate",
                                   KKR_UNIT_PERCENT, &simplest, 1);
  if (has_simplest)
    kkr_table_builder_set_decimals (builder, "simplest", count_decimals (&unit));
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_price_plan_build_fits (GArray *fits, KkrPricePlan *self, GError **error)
{
  static const char *const keys[] = { "series", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "series-fit", "Kendte serier", "Known series");
  g_autofree const char **names = g_new0 (const char *, fits->len + 1);
  g_autofree KkrRational *growth = g_new (KkrRational, fits->len);
  g_autofree gint32 *fit = g_new (gint32, fits->len);

  for (guint i = 0; i < fits->len; i++)
    {
      const KkrPriceFit *found = &g_array_index (fits, KkrPriceFit, i);

      names[i] = kkr_price_plan_series_name (self, found->series);
      growth[i] = found->growth;
      fit[i] = found->fits;
    }
  kkr_table_builder_add_text (builder, "series", "Serie", "Series", names);
  kkr_table_builder_add_rationals (builder, "growth", "Vækst", "Growth", KKR_UNIT_PERCENT, growth,
                                   fits->len);
  kkr_table_builder_set_decimals (builder, "growth", DECIMALS);
  kkr_table_builder_add_yes_no (builder, "fits", "Passer", "Fits", fit, fits->len);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

/* The part without a rate, or what is left. */
static void
add_rest_name (KkrPricePlan *self, KkrTableBuilder *builder)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const KkrPricePart *part = &g_array_index (self->parts, KkrPricePart, i);

      if (part->rate_text == NULL)
        {
          add_words (builder, "name", "Post", "Item", part->name, part->name);
          return;
        }
    }
  add_words (builder, "name", "Post", "Item", "Resten", "The rest");
}

KkrTable *
kkr_price_plan_build_rest (KkrPricePlan *self, GError **error)
{
  static const char *const names[] = { "rate", "lower", "upper" };
  static const char *const danish[] = { "Sats", "Mindst", "Højst" };
  static const char *const english[] = { "Rate", "At least", "At most" };
  static const int bounds[] = { 0, -1, 1 };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "rest", "Satsen for resten", "The rate of the rest");
  const KkrRational rest = kkr_price_plan_get_rest (self);

  add_rest_name (self, builder);
  kkr_table_builder_add_rationals (builder, "amount", "Beløb", "Amount", KKR_UNIT_NONE, &rest, 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      KkrRational percent;

      if (!kkr_price_plan_find_rest (self, bounds[i], &percent))
        percent = (KkrRational) { 0, 0 };
      kkr_table_builder_add_rationals (builder, names[i], danish[i], english[i], KKR_UNIT_PERCENT,
                                       &percent, 1);
      kkr_table_builder_set_decimals (builder, names[i], DECIMALS);
    }
  return kkr_table_builder_end (builder, error);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-offer-tariff-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

static const char *const offer_keys[] = { "offer", NULL };
static const char *const package_keys[] = { "offer", "package", NULL };
static const char *const single_share_keys[] = { "offer", "cost", NULL };
static const char *const share_keys[] = { "offer", "package", "cost", NULL };

void
kkr_offer_add_names (const KkrOfferPlan *self, KkrTableBuilder *builder, const guint *rows, guint n)
{
  g_autofree const char **offers = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **packages = g_new0 (const char *, (gsize) n + 1);
  static const char *const single_da[] = { "Tilbuddet", NULL };
  static const char *const single_en[] = { "The offer", NULL };
  static const gint32 codes[KKR_OFFER_RULE_ALTERNATIVE + 1] = { 0 };

  if (self->offers == NULL)
    {
      kkr_table_builder_add_codes (builder, "offer", "Tilbud", "Offer", codes, n, single_da);
      kkr_table_builder_set_labels_in_english (builder, "offer", single_en);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      offers[i] = kkr_offer_plan_get_row (self, rows[i])->offer;
      packages[i] = kkr_offer_plan_get_row (self, rows[i])->package;
    }
  kkr_table_builder_add_text (builder, "offer", "Tilbud", "Offer", offers);
  if (self->has_packages)
    kkr_table_builder_add_text (builder, "package", "Pakke", "Package", packages);
}

static void
add_all_names (const KkrOfferPlan *self, KkrTableBuilder *builder)
{
  g_autofree guint *rows = g_new (guint, (gsize) self->rows->len + 1);

  for (guint i = 0; i < self->rows->len; i++)
    rows[i] = i;
  kkr_offer_add_names (self, builder, rows, self->rows->len);
  kkr_table_builder_set_key (builder, self->has_packages ? package_keys : offer_keys);
}

/* "Takst pr. døgn". */
static const char *
tariff_title (const KkrOfferPlan *self, const char *language)
{
  static const char *const danish[] = { "", "Takst pr. døgn", "Takst pr. måned", "Takst pr. år" };
  static const char *const english[] = { "", "Tariff per day", "Tariff per month",
                                         "Tariff per year" };

  return kkr_text_in (language, danish[self->tariff_unit], english[self->tariff_unit]);
}

KkrTable *
kkr_offer_build_tariffs (const KkrOfferPlan *self, const KkrOfferFigures *figures, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("tariffs", "Takster", "Tariffs");
  gsize n = self->rows->len;
  g_autofree gint64 *tariffs = g_new (gint64, n + 1);
  g_autofree KkrRational *exact = g_new (KkrRational, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      tariffs[i] = figures[i].tariff;
      exact[i] = figures[i].exact;
    }
  add_all_names (self, builder);
  kkr_table_builder_add_int64 (builder, "tariff", tariff_title (self, "da"),
                               tariff_title (self, "en"), KKR_UNIT_AMOUNT, tariffs, n);
  kkr_table_builder_add_rationals (builder, "exact", "Uafrundet", "Unrounded", KKR_UNIT_RATE,
                                   exact, n);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_offer_build_keys (const KkrOfferPlan *self, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("tariffs", "Takster", "Tariffs");

  add_all_names (self, builder);
  return kkr_table_builder_end (builder, error);
}

static gboolean
set_total (KkrTableBuilder *builder, const char *column, const gint64 *values, gsize n)
{
  KkrRational sum = KKR_RATIONAL_ZERO;
  g_autofree char *text = NULL;

  for (gsize i = 0; i < n; i++)
    sum.num += values[i];
  text = kkr_rational_to_string (&sum);
  if (sum.num > G_MAXINT64 || sum.num < G_MININT64)
    return FALSE;
  kkr_table_builder_set_total (builder, column, text);
  return TRUE;
}

KkrTable *
kkr_offer_build_income (const KkrOfferPlan *self, const KkrOfferFigures *figures, GError **error)
{
  g_autoptr (KkrTableBuilder) builder =
    kkr_table_builder_new ("income", "Indtægt ved den forudsatte belægning",
                           "Income at the assumed occupancy");
  gsize n = self->rows->len;
  g_autofree gint64 *incomes = g_new (gint64, n + 1), *costs = g_new (gint64, n + 1);
  g_autofree gint64 *differences = g_new (gint64, n + 1);
  g_autofree KkrRational *days = g_new (KkrRational, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      if (!kkr_offer_figures_income (&figures[i], &incomes[i], &costs[i], error))
        return NULL;
      if (__builtin_sub_overflow (incomes[i], costs[i], &differences[i]))
        {
          kkr_rational_overflow (error, _("an income"));
          return NULL;
        }
      days[i] = figures[i].place_days;
    }
  add_all_names (self, builder);
  kkr_table_builder_add_rationals (builder, "place-days", "Betalte døgn", "Paid days",
                                   KKR_UNIT_DAYS, days, n);
  kkr_table_builder_add_int64 (builder, "income", "Indtægt", "Income", KKR_UNIT_AMOUNT, incomes,
                               n);
  kkr_table_builder_add_int64 (builder, "cost", "Udgift", "Cost", KKR_UNIT_AMOUNT, costs, n);
  kkr_table_builder_add_int64 (builder, "difference", "Forskel ved afrunding",
                               "Difference from rounding", KKR_UNIT_AMOUNT, differences, n);
  if (self->offers != NULL && (!set_total (builder, "income", incomes, n) ||
                !set_total (builder, "cost", costs, n) ||
                !set_total (builder, "difference", differences, n)))
    {
      kkr_rational_overflow (error, _("an income"));
      return NULL;
    }
  return kkr_table_builder_end (builder, error);
}

static void
add_share_names (const KkrOfferPlan *self, KkrTableBuilder *builder)
{
  gsize n = self->shares->len;
  g_autofree guint *rows = g_new (guint, n + 1);
  g_autofree gint32 *keys = g_new (gint32, n + 1);
  g_autoptr (GPtrArray) costs = g_ptr_array_new_with_free_func (g_free);
  static const char *const danish[] = { "pladser", "betalte døgn", "vægt", NULL };
  static const char *const english[] = { "places", "paid days", "weight", NULL };

  for (gsize i = 0; i < n; i++)
    {
      const KkrOfferShare *share = &g_array_index (self->shares, KkrOfferShare, i);
      const char *cost = kkr_sheet_get_text (self->costs, share->cost, KKR_SHARED_COLUMN_COST);

      rows[i] = share->row;
      keys[i] = (gint32) share->key - 1;
      g_ptr_array_add (costs, cost != NULL ? g_strdup (cost)
                                           : g_strdup_printf ("%u", share->cost + 1));
    }
  g_ptr_array_add (costs, NULL);
  kkr_offer_add_names (self, builder, rows, (guint) n);
  kkr_table_builder_add_text (builder, "cost", "Udgift", "Cost",
                              (const char *const *) costs->pdata);
  kkr_table_builder_add_codes (builder, "key", "Fordelt efter", "Shared by", keys, n, danish);
  kkr_table_builder_set_labels_in_english (builder, "key", english);
}

KkrTable *
kkr_offer_build_shared (const KkrOfferPlan *self, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("shared", "Fællesudgifter",
                                                               "Joint costs");
  gsize n = self->shares->len;
  g_autofree gint64 *weights = g_new (gint64, n + 1), *amounts = g_new (gint64, n + 1);

  add_share_names (self, builder);
  for (gsize i = 0; i < n; i++)
    {
      weights[i] = g_array_index (self->shares, KkrOfferShare, i).weight;
      amounts[i] = g_array_index (self->shares, KkrOfferShare, i).amount;
    }
  kkr_table_builder_add_int64 (builder, "weight", "Vægt", "Weight", KKR_UNIT_COUNT, weights, n);
  kkr_table_builder_add_int64 (builder, "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT, amounts, n);
  kkr_table_builder_set_key (builder, self->has_packages ? share_keys : single_share_keys);
  if (!set_total (builder, "amount", amounts, n))
    {
      kkr_rational_overflow (error, _("the joint costs"));
      return NULL;
    }
  return kkr_table_builder_end (builder, error);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <string.h>

#include <libkkr/table/kkr-table-builder-private.h>

static const char *const status_ids[] = { "kept", "explained", "partly-explained", "not-kept",
                                          NULL };
static const char *const status_da[] = {
  "overholdt", "ikke overholdt, forklaret", "ikke overholdt, delvist forklaret", "ikke overholdt",
  NULL,
};
static const char *const status_en[] = {
  "kept", "not kept, explained", "not kept, partly explained", "not kept", NULL,
};

typedef struct {
  const char *name, *danish, *english;
  KkrUnit unit;
  gsize offset;
} Column;

#define OFFSET(member) G_STRUCT_OFFSET (KkrFollowupCapRow, member)

static const Column columns[] = {
  { "before", "Udgift pr. dag før", "Expenditure per day before", KKR_UNIT_RATE,
    OFFSET (per_day[0]) },
  { "ceiling", "Loft", "Ceiling", KKR_UNIT_RATE, OFFSET (ceiling) },
  { "after", "Udgift pr. dag", "Expenditure per day", KKR_UNIT_RATE, OFFSET (per_day[1]) },
  { "growth", "Vækst", "Growth", KKR_UNIT_PERCENT, OFFSET (growth) },
  { "excess", "Over loftet", "Above the ceiling", KKR_UNIT_RATE, OFFSET (excess) },
  { "effect", "Virkning af lønaftale", "Effect of the wage agreement", KKR_UNIT_RATE,
    OFFSET (effect) },
  { "explained", "Forklaret", "Explained", KKR_UNIT_RATE, OFFSET (explained) },
  { "unexplained", "Uforklaret", "Unexplained", KKR_UNIT_RATE, OFFSET (unexplained) },
  { "degree", "Forklaringsgrad", "Degree explained", KKR_UNIT_SHARE, OFFSET (degree) },
};

static KkrFollowupCapRow *
get_row (const KkrFollowupCap *self, guint i)
{
  return &g_array_index (self->rows, KkrFollowupCapRow, i);
}

static void
add_names (KkrFollowupCap *self, KkrTableBuilder *builder)
{
  static const char *const danish[] = { "Tilbud", "Driftsherre", "Kommune" };
  static const char *const english[] = { "Offer", "Operator", "Municipality" };
  guint n = self->rows->len, kind = self->subject - KKR_CAP_SUBJECT_OFFERS;
  g_autofree const char **names = g_new0 (const char *, 2 * ((gsize) n + 1));
  g_autofree gint64 *years = g_new (gint64, 2 * (gsize) MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      const KkrFollowupCapRow *row = get_row (self, i);

      names[i] = row->name;
      names[n + 1 + i] = row->operator;
      years[i] = row->from;
      years[n + i] = row->to;
    }
  if (self->subject == KKR_CAP_SUBJECT_OFFERS)
    kkr_table_builder_add_text (builder, "operator", "Driftsherre", "Operator", names + n + 1);
  kkr_table_builder_add_text (builder, "subject", danish[kind], english[kind], names);
  kkr_table_builder_add_int64 (builder, "reference-year", "Sammenlignet med", "Held against",
                               KKR_UNIT_NONE, years, n);
  kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_NONE, years + n, n);
}

static void
add_status (KkrFollowupCap *self, KkrTableBuilder *builder)
{
  guint n = self->rows->len;
  g_autofree gint32 *codes = g_new (gint32, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    codes[i] = (gint32) get_row (self, i)->status - KKR_CAP_STATUS_KEPT;
  kkr_table_builder_add_choices (builder, "status", "Status", "Status", codes, n, status_ids,
                                 status_da, status_en);
}

KkrTable *
kkr_followup_cap_build (KkrFollowupCap *self, GError **error)
{
  static const char *const keys[] = { "subject", "year", NULL };
  static const char *const offer_keys[] = { "operator", "subject", "year", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "cap", "Loft over udgift pr. dag", "Cap of expenditure per day");
  guint n = self->rows->len;
  g_autofree KkrRational *values = g_new0 (KkrRational, MAX (n, 1));

  add_names (self, builder);
  for (guint k = 0; k < G_N_ELEMENTS (columns); k++)
    {
      for (guint i = 0; i < n; i++)
        values[i] = G_STRUCT_MEMBER (KkrRational, get_row (self, i), columns[k].offset);
      kkr_table_builder_add_rationals (builder, columns[k].name, columns[k].danish,
                                       columns[k].english, columns[k].unit, values, n);
      kkr_table_builder_set_decimals (builder, columns[k].name, 2);
    }
  add_status (self, builder);
  kkr_table_builder_set_key (builder, self->subject == KKR_CAP_SUBJECT_OFFERS ? offer_keys : keys);
  return kkr_table_builder_end (builder, error);
}

/* Tariffs of one year, times their weights, over the weights. */
static void
add_per_day (KkrFollowupCap *self, KkrDerivationBuilder *builder,
             const KkrFollowupCapRow *row, guint i)
{
  const KkrFollowupLists *lists = self->followup->lists;
  const int years[2] = { row->from, row->to };
  const char *id = i == 0 ? "before" : "after";
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) products = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) weights = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sum = g_strdup_printf ("sum_%s", id);
  g_autofree char *weight = g_strdup_printf ("weights_%s", id);
  g_autofree char *formula = g_strdup_printf ("%s / %s", sum, weight);
  g_autofree char *sum_da = g_strdup_printf (lists->has_weights ? "Takster gange vægte, %d"
                                                                : "Takster, %d", years[i]);
  g_autofree char *sum_en = g_strdup_printf (lists->has_weights ? "Tariffs times weights, %d"
                                                                : "Tariffs, %d", years[i]);
  g_autofree char *weight_da = g_strdup_printf (lists->has_weights ? "Vægte, %d"
                                                                   : "Takstniveauer, %d", years[i]);
  g_autofree char *weight_en = g_strdup_printf (lists->has_weights ? "Weights, %d" : "Levels, %d",
                                                years[i]);
  g_autofree char *danish = g_strdup_printf ("Udgift pr. dag, %d", years[i]);
  g_autofree char *english = g_strdup_printf ("Expenditure per day, %d", years[i]);

  for (guint level = 0; level < lists->levels->len; level++)
    {
      const KkrFollowupReport *report = kkr_followup_cap_find (self, level, years, i);
      KkrRational product;

      if (report == NULL || kkr_followup_cap_get_subject (self, report) != row->subject)
        continue;
      product = (KkrRational) { report->tariff, 100 };
      if (!kkr_rational_multiply (&product, &report->weight, &product))
        continue;
      g_ptr_array_add (keys, kkr_followup_lists_dup_name (lists, level));
      g_ptr_array_add (products, kkr_rational_to_string (&product));
      g_ptr_array_add (weights, kkr_rational_to_string (&report->weight));
    }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (products, NULL);
  g_ptr_array_add (weights, NULL);
  kkr_derivation_builder_add_sum (builder, sum, sum_da, sum_en, (const char **) keys->pdata,
                                  (const char **) products->pdata, KKR_UNIT_RATE);
  kkr_derivation_builder_add_sum (builder, weight, weight_da, weight_en,
                                  (const char **) keys->pdata, (const char **) weights->pdata,
                                  KKR_UNIT_NONE);
  kkr_derivation_builder_add_formula (builder, id, danish, english, formula, KKR_UNIT_RATE);
}

static void
add_effect (const KkrFollowupCap *self, KkrDerivationBuilder *builder,
            const KkrFollowupCapRow *row)
{
  gboolean in_percent = row->effect_row >= 0
                          ? kkr_sheet_has (self->effects, (guint) row->effect_row,
                                           KKR_EFFECTS_PERCENT)
                          : kkr_calculator_is_assigned (self->followup->calculator,
                                                        "effect-percent");
  KkrRational percent = KKR_RATIONAL_ZERO;

  if (!in_percent)
    {
      kkr_followup_add_value (builder, "effect", "Virkning af lønaftale pr. dag",
                              "Effect of the wage agreement per day", &row->effect, KKR_UNIT_RATE);
      return;
    }
  if (row->effect_row >= 0)
    percent = kkr_sheet_get_number (self->effects, (guint) row->effect_row, KKR_EFFECTS_PERCENT);
  else
    kkr_calculator_get_rational (self->followup->calculator, "effect-percent", &percent, NULL);
  kkr_followup_add_value (builder, "percent", "Virkning af lønaftale",
                          "Effect of the wage agreement", &percent, KKR_UNIT_PERCENT);
  kkr_derivation_builder_add_formula (builder, "effect", "Virkning af lønaftale pr. dag",
                                      "Effect of the wage agreement per day",
                                      "before * percent / 100", KKR_UNIT_RATE);
}

/* The steps from the excess on; as far as the column asks. */
static void
add_explained (const KkrFollowupCap *self, KkrDerivationBuilder *builder,
               const KkrFollowupCapRow *row, const char *column)
{
  kkr_derivation_builder_add_formula (builder, "excess", "Over loftet", "Above the ceiling",
                                      "max(after - ceiling, 0)", KKR_UNIT_RATE);
  if (g_str_equal (column, "excess"))
    return;
  add_effect (self, builder, row);
  kkr_derivation_builder_add_formula (builder, "explained", "Forklaret", "Explained",
                                      "min(excess, effect)", KKR_UNIT_RATE);
  if (g_str_equal (column, "unexplained"))
    kkr_derivation_builder_add_formula (builder, "unexplained", "Uforklaret", "Unexplained",
                                        "excess - explained", KKR_UNIT_RATE);
  else if (g_str_equal (column, "degree") && row->excess.num > 0)
    kkr_derivation_builder_add_formula (builder, "degree", "Forklaringsgrad", "Degree explained",
                                        "explained / excess", KKR_UNIT_SHARE);
  else if (g_str_equal (column, "degree"))
    kkr_derivation_builder_add_formula (builder, "degree", "Forklaringsgrad: intet over loftet",
                                        "Degree explained: nothing above the ceiling", "explained",
                                        KKR_UNIT_SHARE);
}

gboolean
kkr_followup_cap_derive (KkrFollowupCap *self, KkrDerivationBuilder *builder, const char *column,
                         guint at, GError **error)
{
  const KkrFollowupCapRow *row = get_row (self, at);
  gboolean is_year = g_str_equal (column, "year") || g_str_equal (column, "reference-year");

  if (is_year)
    {
      const KkrRational year = KKR_RATIONAL_INT (g_str_equal (column, "year") ? row->to
                                                                              : row->from);

      kkr_followup_add_value (builder, "year", "År", "Year", &year, KKR_UNIT_NONE);
      return TRUE;
    }
  if (!g_str_equal (column, "after"))
    add_per_day (self, builder, row, 0);
  if (g_str_equal (column, "effect"))
    add_effect (self, builder, row);
  if (g_str_equal (column, "before") || g_str_equal (column, "effect"))
    return TRUE;
  if (!g_str_equal (column, "ceiling"))
    add_per_day (self, builder, row, 1);
  if (g_str_equal (column, "growth"))
    kkr_derivation_builder_add_formula (builder, "growth", "Vækst", "Growth",
                                        "100 * (after / before - 1)", KKR_UNIT_PERCENT);
  if (g_str_equal (column, "after") || g_str_equal (column, "growth"))
    return TRUE;
  if (!kkr_followup_rates_add_steps (self->followup->rates, builder, row->from, row->to, error))
    return FALSE;
  kkr_derivation_builder_add_formula (builder, "ceiling", "Loft", "Ceiling", "before * index",
                                      KKR_UNIT_RATE);
  if (!g_str_equal (column, "ceiling"))
    add_explained (self, builder, row, column);
  return TRUE;
}

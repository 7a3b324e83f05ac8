/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/financing/kkr-financing-private.h>

#include <glib/gi18n-lib.h>

/* The second and third table: who pays more than before and why, and the figures of both years. */

typedef struct {
  gint64 *before;
  gint64 *change;
  gint64 *rate;
  gint64 *volume;
  GStrvBuilder *percent;
} Columns;

static void
mark_not_applicable (KkrTableBuilder *builder, const char *const *columns, guint row)
{
  for (guint i = 0; columns[i] != NULL; i++)
    kkr_table_builder_set_status (builder, columns[i], row, KKR_CELL_STATUS_NOT_APPLICABLE);
}

static void
add_amounts (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
             const gint64 *amounts, guint n)
{
  kkr_table_builder_add_int64 (builder, name, danish, english, KKR_UNIT_AMOUNT, amounts, n);
}

static void
add_change_columns (KkrTableBuilder *builder, KkrFinancingYear *before, KkrFinancingYear *after,
                    Columns *columns, const gint64 *amounts)
{
  g_autofree char *was = g_strdup_printf ("%d", before->year);
  g_autofree char *is = g_strdup_printf ("%d", after->year);
  g_auto (GStrv) percent = g_strv_builder_end (columns->percent);
  guint n = after->payers->len;

  add_amounts (builder, "before", was, was, columns->before, n);
  add_amounts (builder, "amount", is, is, amounts, n);
  add_amounts (builder, "change", "Ændring", "Change", columns->change, n);
  kkr_table_builder_add_ratio (builder, "percent", "Ændring", "Change", KKR_UNIT_PERCENT,
                               (const char *const *) percent);
  add_amounts (builder, "rate-effect", "Heraf sats", "Of which rate", columns->rate, n);
  add_amounts (builder, "volume-effect", "Heraf mængde", "Of which volume", columns->volume, n);
}

static void
mark_change_row (KkrTableBuilder *builder, const KkrFinancingChange *change, guint row)
{
  static const char *const all[] = { "before", "change", "percent", "rate-effect",
                                     "volume-effect", NULL };
  static const char *const effects[] = { "rate-effect", "volume-effect", NULL };
  static const char *const percent[] = { "percent", NULL };

  if (change->row_before < 0)
    mark_not_applicable (builder, all, row);
  else if (!change->has_effects)
    mark_not_applicable (builder, effects, row);
  if (change->row_before >= 0 && !change->has_percent)
    mark_not_applicable (builder, percent, row);
}

static gboolean
fill_changes (KkrFinancingYear *before, KkrFinancingYear *after, Columns *columns,
              KkrFinancingChange *changes, GError **error)
{
  for (guint i = 0; i < after->payers->len; i++)
    {
      KkrFinancingChange *change = &changes[i];
      g_autofree char *percent = NULL;

      if (!kkr_financing_change (before, after, i, change, error))
        return FALSE;
      columns->before[i] = change->before;
      columns->change[i] = change->change;
      columns->rate[i] = change->rate_effect;
      columns->volume[i] = change->volume_effect;
      percent = change->has_percent ? kkr_rational_to_string (&change->percent) : g_strdup ("0");
      g_strv_builder_add (columns->percent, percent);
    }
  return TRUE;
}

/* FALSE if the sum does not fit. */
static gboolean
set_sum (KkrTableBuilder *builder, const char *column, const gint64 *amounts, guint n, gint64 *sum)
{
  g_autofree char *exact = NULL;

  *sum = 0;
  for (guint i = 0; i < n; i++)
    if (__builtin_add_overflow (*sum, amounts[i], sum))
      return FALSE;
  exact = g_strdup_printf ("%" G_GINT64_FORMAT, *sum);
  kkr_table_builder_set_total (builder, column, exact);
  return TRUE;
}

/* Totals where the same pay in both years: without those who left, the rows are not the change. A
 * total that does not fit is left out, as the figures it would add are good without it. */
static void
set_change_totals (KkrTableBuilder *builder, const Columns *columns, const gint64 *amounts,
                   const KkrFinancingChange *changes, guint n)
{
  KkrRational was, is, growth;
  gint64 before, amount, other;
  gboolean both = set_sum (builder, "before", columns->before, n, &before) &&
                  set_sum (builder, "amount", amounts, n, &amount);
  g_autofree char *percent = NULL;

  set_sum (builder, "change", columns->change, n, &other);
  if (changes[0].has_effects)
    {
      set_sum (builder, "rate-effect", columns->rate, n, &other);
      set_sum (builder, "volume-effect", columns->volume, n, &other);
    }
  if (!both || before == 0)
    return;
  was = KKR_RATIONAL_INT (before);
  is = KKR_RATIONAL_INT (amount);
  if (!kkr_financing_growth (&was, &is, &growth))
    return;
  percent = kkr_rational_to_string (&growth);
  kkr_table_builder_set_total (builder, "percent", percent);
}

KkrTable *
kkr_financing_make_change (KkrFinancingYear *before, KkrFinancingYear *after, GError **error)
{
  static const char *const key[] = { "code", "municipality", NULL };
  guint n = after->payers->len;
  g_autofree char *danish = g_strdup_printf ("Udvikling fra %d til %d", before->year, after->year);
  g_autofree char *english = g_strdup_printf ("Change from %d to %d", before->year, after->year);
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("change", danish, english);
  g_autofree KkrFinancingChange *changes = g_new0 (KkrFinancingChange, n);
  g_autofree gint64 *cells = g_new0 (gint64, (gsize) n * 4);
  g_autoptr (GStrvBuilder) percent = g_strv_builder_new ();
  Columns columns = { cells, cells + n, cells + 2 * n, cells + 3 * n, percent };
  const gint64 *amounts;
  gsize n_amounts;

  if (!fill_changes (before, after, &columns, changes, error))
    return NULL;
  kkr_financing_add_municipalities (builder, after);
  amounts = kkr_apportionment_get_shares (after->amounts, &n_amounts);
  add_change_columns (builder, before, after, &columns, amounts);
  for (guint i = 0; i < n; i++)
    mark_change_row (builder, &changes[i], i);
  if (kkr_financing_same_payers (before, after))
    set_change_totals (builder, &columns, amounts, changes, n);
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, error);
}

static void
add_ratios (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
            KkrUnit unit, const KkrRational *first, const KkrRational *second)
{
  g_autofree char *one = first != NULL ? kkr_rational_to_string (first) : g_strdup ("");
  g_autofree char *two = kkr_rational_to_string (second);
  const char *const exact[] = { one, two, NULL };

  kkr_table_builder_add_ratio (builder, name, danish, english, unit, exact);
  if (first == NULL)
    kkr_table_builder_set_status (builder, name, 0, KKR_CELL_STATUS_NOT_APPLICABLE);
}

static gboolean
add_average (KkrTableBuilder *builder, KkrFinancingYear *before, KkrFinancingYear *after)
{
  KkrRational volumes[2], averages[2], growth;
  g_autofree char *danish = NULL, *english = NULL;
  gint64 prices[2];

  if (!kkr_financing_year_get_average (before, &averages[0]) ||
      !kkr_financing_year_get_average (after, &averages[1]))
    return TRUE;
  if (!kkr_financing_year_get_volume (before, &volumes[0]) ||
      !kkr_financing_year_get_volume (after, &volumes[1]) ||
      !kkr_rational_round (&averages[0], KKR_ROUNDING_MODE_HALF_AWAY, 100, &prices[0]) ||
      !kkr_rational_round (&averages[1], KKR_ROUNDING_MODE_HALF_AWAY, 100, &prices[1]) ||
      !kkr_financing_growth (&averages[0], &averages[1], &growth))
    return FALSE;
  add_ratios (builder, "volume", kkr_arrangement_get_volumes_title_in (after->arrangement, "da"),
              kkr_arrangement_get_volumes_title_in (after->arrangement, "en"), KKR_UNIT_COUNT,
              &volumes[0], &volumes[1]);
  kkr_table_builder_set_decimals (builder, "volume", 0);
  danish = g_strdup_printf ("Gennemsnitspris pr. %s",
                            kkr_arrangement_get_volume_title_in (after->arrangement, "da"));
  english = g_strdup_printf ("Average price per %s",
                             kkr_arrangement_get_volume_title_in (after->arrangement, "en"));
  add_amounts (builder, "average-price", danish, english, prices, 2);
  add_ratios (builder, "price-growth", "Prisvækst", "Price growth", KKR_UNIT_PERCENT, NULL,
              &growth);
  return TRUE;
}

KkrTable *
kkr_financing_make_key_figures (KkrFinancingYear *before, KkrFinancingYear *after, GError **error)
{
  static const char *const key[] = { "year", NULL };
  const gint64 years[] = { before->year, after->year };
  const gint64 budgets[] = { before->budget, after->budget };
  const KkrRational was = KKR_RATIONAL_INT (before->budget), is = KKR_RATIONAL_INT (after->budget);
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("key-figures", "Nøgletal",
                                                               "Key figures");
  g_autofree char *danish = NULL, *english = NULL;
  KkrRational rates[2], growth;

  if (!kkr_financing_year_get_rate (before, &rates[0]) ||
      !kkr_financing_year_get_rate (after, &rates[1]) ||
      (before->budget != 0 && !kkr_financing_growth (&was, &is, &growth)))
    {
      kkr_rational_overflow (error, _("a key figure"));
      return NULL;
    }
  kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_NONE, years, 2);
  add_amounts (builder, "budget", "Budget", "Budget", budgets, 2);
  if (before->budget != 0)
    add_ratios (builder, "budget-growth", "Budgetvækst", "Budget growth", KKR_UNIT_PERCENT, NULL,
                &growth);
  add_ratios (builder, "weight", kkr_arrangement_get_weights_title_in (after->arrangement, "da"),
              kkr_arrangement_get_weights_title_in (after->arrangement, "en"),
              kkr_fact_get_unit (kkr_financing_year_get_payer (after, 0)->weight),
              &before->weight_sum, &after->weight_sum);
  kkr_table_builder_set_decimals (builder, "weight", 0);
  danish = g_strdup_printf ("Sats pr. %s",
                            kkr_arrangement_get_weight_title_in (after->arrangement, "da"));
  english = g_strdup_printf ("Rate per %s",
                             kkr_arrangement_get_weight_title_in (after->arrangement, "en"));
  add_ratios (builder, "rate", danish, english, KKR_UNIT_RATE, &rates[0], &rates[1]);
  if (!add_average (builder, before, after))
    {
      kkr_rational_overflow (error, _("an average price"));
      return NULL;
    }
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, error);
}

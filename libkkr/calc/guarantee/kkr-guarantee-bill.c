/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-table-private.h>

#include <libkkr/table/kkr-table-builder-private.h>

/* Occupied, in notice, empty with a guarantee in each year, empty without. */
guint
kkr_guarantee_plan_count_terms (const KkrGuaranteePlan *self)
{
  return 3 + self->n_shares;
}

KkrRational
kkr_guarantee_plan_get_term (const KkrGuaranteePlan *self, guint row, KkrGuaranteePart part)
{
  const KkrRational all = KKR_RATIONAL_INT (100);
  KkrRational rest = KKR_RATIONAL_ZERO;

  if (row < 2)
    return part == KKR_GUARANTEE_PART_USER ? all : KKR_RATIONAL_ZERO;
  if (part == KKR_GUARANTEE_PART_USER)
    return KKR_RATIONAL_ZERO;
  if (row == 2 + self->n_shares)
    return part == KKR_GUARANTEE_PART_OPERATOR ? all : KKR_RATIONAL_ZERO;
  if (part == KKR_GUARANTEE_PART_JOINT)
    return self->shares[row - 2];
  kkr_rational_subtract (&all, &self->shares[row - 2], &rest);
  return rest;
}

static void
add_term_names (KkrGuaranteePlan *self, KkrTableBuilder *builder)
{
  guint n = kkr_guarantee_plan_count_terms (self);
  g_auto (GStrv) danish = g_new0 (char *, n + 1), english = g_new0 (char *, n + 1);

  danish[0] = g_strdup ("Belagt");
  english[0] = g_strdup ("Occupied");
  danish[1] = g_strdup ("I opsigelse");
  english[1] = g_strdup ("In notice");
  for (guint i = 0; i < self->n_shares; i++)
    {
      danish[2 + i] = self->yearly ? g_strdup_printf ("Tom, med garanti, %u. år", i + 1)
                                   : g_strdup ("Tom, med garanti");
      english[2 + i] = self->yearly
                         ? g_strdup_printf ("Empty, with a guarantee, year %u", i + 1)
                         : g_strdup ("Empty, with a guarantee");
    }
  danish[n - 1] = g_strdup ("Tom, uden garanti");
  english[n - 1] = g_strdup ("Empty, without a guarantee");
  kkr_table_builder_add_words (builder, "status", "Pladsens status", "Status of the place", danish,
                               english, n);
}

KkrTable *
kkr_guarantee_plan_build_terms (KkrGuaranteePlan *self, GError **error)
{
  static const char *const names[] = { "user", "joint", "operator" };
  static const char *const danish[] = { "Brugerkommunen", "Kommunerne sammen", "Driftsherren" };
  static const char *const english[] = { "User municipality", "Municipalities jointly",
                                         "Operator" };
  static const char *const keys[] = { "status", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "terms", "Hvem betaler takstens dele", "Who pays the parts of the tariff");
  guint n = kkr_guarantee_plan_count_terms (self);

  add_term_names (self, builder);
  for (guint part = 0; part < G_N_ELEMENTS (names); part++)
    {
      g_autofree KkrRational *values = g_new0 (KkrRational, n);

      for (guint i = 0; i < n; i++)
        values[i] = kkr_guarantee_plan_get_term (self, i, (KkrGuaranteePart) part);
      kkr_table_builder_add_rationals (builder, names[part], danish[part], english[part],
                                       KKR_UNIT_PERCENT, values, n);
    }
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

KkrRational
kkr_guarantee_plan_get_weight (const KkrGuaranteePlan *self, guint row)
{
  if (kkr_calculator_get_enum (self->calculator, "key") == KKR_GUARANTEE_KEY_WEIGHTS)
    return kkr_sheet_get_number (self->municipalities_sheet, row,
                                 KKR_GUARANTEE_MUNICIPALITIES_WEIGHT);
  return (KkrRational) KKR_RATIONAL_INT (self->weights[row]);
}

static void
add_weight_total (KkrTableBuilder *builder, const KkrRational *weights, guint n)
{
  KkrRational sum = KKR_RATIONAL_ZERO;
  g_autofree char *exact = NULL;

  for (guint i = 0; i < n; i++)
    if (!kkr_rational_add (&sum, &weights[i], &sum))
      return;
  exact = kkr_rational_to_string (&sum);
  kkr_table_builder_set_total (builder, "weight", exact);
}

static void
add_weights (KkrGuaranteePlan *self, KkrTableBuilder *builder)
{
  guint n = self->payers->len;
  g_autofree KkrRational *weights = g_new0 (KkrRational, n + 1);
  g_autofree KkrRational *shares = g_new0 (KkrRational, n + 1);
  KkrInt128 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += self->weights[i];
  for (guint i = 0; i < n; i++)
    {
      weights[i] = kkr_guarantee_plan_get_weight (self, i);
      if (sum == 0 || !kkr_rational_init (&shares[i], self->weights[i], sum))
        shares[i] = KKR_RATIONAL_ZERO;
    }
  kkr_table_builder_add_rationals (builder, "weight", "Vægt", "Weight", KKR_UNIT_NONE, weights, n);
  add_weight_total (builder, weights, n);
  kkr_table_builder_add_rationals (builder, "share", "Andel", "Share", KKR_UNIT_SHARE, shares, n);
  for (guint i = 0; i < n && sum == 0; i++)
    kkr_table_builder_set_status (builder, "share", i, KKR_CELL_STATUS_NOT_APPLICABLE);
}

/* Without a bill there is nothing to pay, and nobody has any weight. */
KkrTable *
kkr_guarantee_plan_build_municipalities (KkrGuaranteePlan *self, GError **error)
{
  static const char *const keys[] = { "municipality", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "municipalities", "Regningen til kommunerne", "The bill to the municipalities");
  guint n = self->payers->len;
  g_autofree const char **names = g_new0 (const char *, n + 1);
  g_autofree gint64 *nothing = g_new0 (gint64, n + 1);
  const gint64 *amounts = nothing;

  if (self->bill != NULL)
    amounts = kkr_apportionment_get_shares (self->bill, NULL);
  for (guint i = 0; i < n; i++)
    names[i] = self->payers->pdata[i];
  kkr_table_builder_add_text (builder, "municipality", "Kommune", "Municipality", names);
  add_weights (self, builder);
  kkr_guarantee_add_amounts (builder, "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT, amounts, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-steps-private.h>

#include <string.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-result-private.h>

static int
find (const char *const *names, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (names[i], name))
      return (int) i;
  return -1;
}

static gboolean
derive_place (KkrGuaranteeSteps *self, gint64 row, const char *column)
{
  static const char *const names[] = { "occupied", "notice", "empty", "covered-empty", "user",
                                       "guarantee", "operator-part" };
  int number = find (names, G_N_ELEMENTS (names), column);

  if (g_str_equal (column, "expiry"))
    kkr_guarantee_steps_add_expiry (self, (guint) row);
  else if (number < 0)
    return FALSE;
  else if (row < 0)
    kkr_guarantee_steps_add_places (self, "sum", NULL, (guint) number);
  else
    kkr_guarantee_steps_add_place (self, (guint) row, (guint) number);
  return TRUE;
}

static gboolean
derive_operator (KkrGuaranteeSteps *self, gint64 row, const char *column)
{
  static const char *const names[] = { "covered-empty", "user", "guarantee", "operator-part",
                                       "places" };
  int number = find (names, G_N_ELEMENTS (names), column);
  g_autoptr (GArray) operators = kkr_guarantee_plan_list_operators (self->plan);
  const char *operator = row < 0 ? NULL : g_array_index (operators, KkrGuaranteePayer, row).name;

  if (number < 0)
    return FALSE;
  kkr_guarantee_steps_add_places (self, "sum", operator, (guint) number + 3);
  return TRUE;
}

static void
add_all_payers (KkrGuaranteeSteps *self)
{
  kkr_guarantee_steps_add_places (self, "users", NULL, 4);
  kkr_guarantee_steps_add_places (self, "joint", NULL, 5);
  kkr_guarantee_steps_add_places (self, "operators", NULL, 6);
  kkr_derivation_builder_add_formula (self->builder, "sum", "Betalt i alt", "Paid in all",
                                      "users + joint + operators", KKR_UNIT_AMOUNT);
}

static gboolean
derive_payer (KkrGuaranteeSteps *self, gint64 row, const char *column)
{
  g_autoptr (GArray) payers = kkr_guarantee_plan_list_payers (self->plan);
  gboolean days = g_str_equal (column, "days");
  KkrGuaranteeChoice choice = { KKR_GUARANTEE_DAYS_USED, KKR_GUARANTEE_ALL, -1 };
  const KkrGuaranteePayer *payer;

  if (!days && !g_str_equal (column, "amount"))
    return FALSE;
  if (row < 0)
    {
      add_all_payers (self);
      return TRUE;
    }
  payer = &g_array_index (payers, KkrGuaranteePayer, row);
  if (payer->part == KKR_GUARANTEE_PART_JOINT)
    kkr_guarantee_steps_add_places (self, "sum", NULL, days ? 3 : 5);
  else if (payer->part == KKR_GUARANTEE_PART_OPERATOR)
    kkr_guarantee_steps_add_places (self, "sum", payer->name, days ? 2 : 6);
  else
    {
      for (guint i = 0; i < self->plan->users->len; i++)
        if (payer->name == self->plan->users->pdata[i])
          choice.user = (gint32) i;
      if (days)
        kkr_guarantee_steps_add_days (self, "days", &choice);
      else
        kkr_guarantee_steps_add_cost (self, "user", &choice);
    }
  return TRUE;
}

static gboolean
derive_term (KkrGuaranteeSteps *self, guint row, const char *column)
{
  static const char *const names[] = { "user", "joint", "operator" };
  int part = find (names, G_N_ELEMENTS (names), column);
  gboolean covered = row >= 2 && row < 2 + self->plan->n_shares;
  KkrRational term;

  if (part < 0)
    return FALSE;
  if (covered && part != KKR_GUARANTEE_PART_USER)
    kkr_guarantee_steps_add_share (self, "share", (int) row - 1);
  if (covered && part == KKR_GUARANTEE_PART_OPERATOR)
    kkr_derivation_builder_add_formula (self->builder, "rest", "Resten af taksten",
                                        "The rest of the tariff", "100 - share",
                                        KKR_UNIT_PERCENT);
  if (covered && part != KKR_GUARANTEE_PART_USER)
    return TRUE;
  term = kkr_guarantee_plan_get_term (self->plan, row, (KkrGuaranteePart) part);
  kkr_guarantee_steps_add_exact (self, "term", "Del af taksten", "Part of the tariff", &term,
                                 KKR_UNIT_PERCENT);
  return TRUE;
}

static gboolean
derive_column (KkrGuaranteeSteps *self, const char *table, gint64 row, const char *column)
{
  guint index = row < 0 ? KKR_GUARANTEE_ALL : (guint) row;

  if (g_str_equal (table, "places"))
    return derive_place (self, row, column);
  if (g_str_equal (table, "operators"))
    return derive_operator (self, row, column);
  if (g_str_equal (table, "payers"))
    return derive_payer (self, row, column);
  if (g_str_equal (table, "municipalities"))
    return kkr_guarantee_steps_add_bill (self, index, column);
  if (row < 0)
    return FALSE;
  return g_str_equal (table, "terms") ? derive_term (self, index, column)
                                      : kkr_guarantee_steps_add_span (self, index, column);
}

/* How the payment is split concerns the bill alone. */
static void
add_notes (KkrGuaranteeSteps *self, gboolean bill)
{
  kkr_guarantee_plan_tell (self->plan);
  for (guint i = 0; i < (bill ? self->plan->notes->len : self->plan->n_notes); i++)
    kkr_derivation_builder_add_note (self->builder, self->plan->notes->pdata[i]);
}

KkrDerivation *
kkr_guarantee_plan_derive (KkrGuaranteePlan *self, KkrResult *result, const char *column,
                           gint64 row, GError **error)
{
  const char *bare;
  KkrTable *table = kkr_result_find_table (result, column, &bare, NULL);
  KkrColumn *cells = kkr_table_get_column (table, bare);
  g_autofree char *key = row >= 0 ? kkr_table_dup_row_key (table, (guint) row)
                                  : g_strdup ("I alt");
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new (column, key);
  KkrGuaranteeSteps steps = { self, builder };

  kkr_derivation_builder_set_title (builder, kkr_column_get_title (cells),
                                    kkr_column_get_title_in (cells, "en"));
  if (self->reg != NULL)
    kkr_derivation_builder_set_register (builder, kkr_register_get_data_version (self->reg),
                                         kkr_register_get_sha256 (self->reg));
  if (!derive_column (&steps, kkr_table_get_name (table), row, bare))
    return NULL;
  add_notes (&steps, g_str_equal (kkr_table_get_name (table), "municipalities"));
  return kkr_derivation_builder_end (builder, error);
}

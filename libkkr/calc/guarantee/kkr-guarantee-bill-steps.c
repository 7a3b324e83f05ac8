/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-steps-private.h>

static const char *
get_name (const KkrGuaranteePlan *plan, guint row)
{
  return plan->payers->pdata[row];
}

/* The days on which a municipality used places; the payers stand among the users. */
static void
add_usage (KkrGuaranteeSteps *self, guint row)
{
  KkrGuaranteeChoice choice = { KKR_GUARANTEE_DAYS_USED, KKR_GUARANTEE_ALL,
                                KKR_GUARANTEE_NO_USER };

  for (guint i = 0; i < self->plan->users->len; i++)
    if (g_str_equal (self->plan->users->pdata[i], get_name (self->plan, row)))
      choice.user = (gint32) i;
  kkr_guarantee_steps_add_days (self, "weight", &choice);
}

static void
add_weight (KkrGuaranteeSteps *self, guint row)
{
  KkrRational weight = kkr_guarantee_plan_get_weight (self->plan, row);

  if (kkr_calculator_get_enum (self->plan->calculator, "key") == KKR_GUARANTEE_KEY_USAGE)
    {
      add_usage (self, row);
      return;
    }
  kkr_guarantee_steps_add_exact (self, "weight", "Vægt", "Weight", &weight, KKR_UNIT_NONE);
}

static void
list_weights (const KkrGuaranteePlan *plan, gboolean whole, char ***keys, char ***weights)
{
  g_autoptr (GStrvBuilder) key_texts = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) weight_texts = g_strv_builder_new ();

  for (guint i = 0; i < plan->payers->len; i++)
    {
      KkrRational weight = whole ? (KkrRational) KKR_RATIONAL_INT (plan->weights[i])
                                 : kkr_guarantee_plan_get_weight (plan, i);
      g_autofree char *text = kkr_rational_to_string (&weight);

      g_strv_builder_add (key_texts, get_name (plan, i));
      g_strv_builder_add (weight_texts, text);
    }
  *keys = g_strv_builder_end (key_texts);
  *weights = g_strv_builder_end (weight_texts);
}

static void
add_weight_sum (KkrGuaranteeSteps *self)
{
  g_auto (GStrv) keys = NULL, weights = NULL;

  list_weights (self->plan, FALSE, &keys, &weights);
  kkr_derivation_builder_add_sum (self->builder, "weights", "Vægt i alt", "Weight in all",
                                  (const char *const *) keys, (const char *const *) weights,
                                  KKR_UNIT_NONE);
}

static void
add_share (KkrGuaranteeSteps *self, guint row)
{
  add_weight (self, row);
  add_weight_sum (self);
  kkr_derivation_builder_add_formula (self->builder, "share", "Andel", "Share",
                                      "weight / weights", KKR_UNIT_SHARE);
}

static void
add_amount (KkrGuaranteeSteps *self, guint row)
{
  KkrGuaranteePlan *plan = self->plan;
  g_auto (GStrv) keys = NULL, weights = NULL;
  g_autofree char *unit = g_strdup_printf ("%lld", (long long) plan->unit);
  g_autofree char *share = NULL;

  kkr_guarantee_steps_add_places (self, "joint", NULL, 5);
  if (plan->bill == NULL)
    {
      kkr_derivation_builder_add_formula (self->builder, "amount", "Intet at betale",
                                          "Nothing to pay", "joint", KKR_UNIT_AMOUNT);
      return;
    }
  if (kkr_apportionment_get_method (plan->bill) == KKR_APPORTION_METHOD_INDEPENDENT)
    {
      add_share (self, row);
      kkr_derivation_builder_add_rounding (self->builder, "amount", "Beløb", "Amount",
                                           "joint * share", KKR_UNIT_AMOUNT,
                                           KKR_ROUNDING_MODE_HALF_AWAY, unit);
      return;
    }
  list_weights (plan, TRUE, &keys, &weights);
  share = g_strdup_printf ("%lld",
                           (long long) kkr_apportionment_get_shares (plan->bill, NULL)[row]);
  kkr_derivation_builder_add_apportionment (
    self->builder, "amount", "Beløb", "Amount", "joint", (const char *const *) keys,
    (const char *const *) weights, kkr_apportionment_get_method (plan->bill),
    (KkrTieRule) kkr_calculator_get_enum (plan->calculator, "tie-rule"), unit, row, share);
}

static void
add_total (KkrGuaranteeSteps *self)
{
  KkrGuaranteePlan *plan = self->plan;
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new (), terms = g_strv_builder_new ();
  g_auto (GStrv) key_texts = NULL, term_texts = NULL;

  for (guint i = 0; i < plan->payers->len; i++)
    {
      gint64 amount = plan->bill != NULL ? kkr_apportionment_get_shares (plan->bill, NULL)[i] : 0;
      g_autofree char *term = g_strdup_printf ("%lld", (long long) amount);

      g_strv_builder_add (keys, get_name (plan, i));
      g_strv_builder_add (terms, term);
    }
  key_texts = g_strv_builder_end (keys);
  term_texts = g_strv_builder_end (terms);
  kkr_derivation_builder_add_sum (self->builder, "sum", "Regninger i alt", "Bills in all",
                                  (const char *const *) key_texts,
                                  (const char *const *) term_texts, KKR_UNIT_AMOUNT);
}

gboolean
kkr_guarantee_steps_add_bill (KkrGuaranteeSteps *self, guint row, const char *column)
{
  if (row == KKR_GUARANTEE_ALL && g_str_equal (column, "weight"))
    add_weight_sum (self);
  else if (row == KKR_GUARANTEE_ALL)
    add_total (self);
  else if (g_str_equal (column, "weight"))
    add_weight (self, row);
  else if (g_str_equal (column, "share"))
    add_share (self, row);
  else if (g_str_equal (column, "amount"))
    add_amount (self, row);
  else
    return FALSE;
  return TRUE;
}

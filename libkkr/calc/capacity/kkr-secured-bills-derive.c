/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-bills-private.h>

#include <libkkr/register/kkr-fact.h>

static void
add_int (KkrDerivationBuilder *builder, const char *id, const char *danish, const char *english,
         gint64 value, KkrUnit unit)
{
  g_autofree char *exact = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  kkr_derivation_builder_add_value (builder, id, danish, english, exact, unit);
}

/* The lines of the municipality in `users`. */
static void
add_days (const KkrSecuredBills *self, KkrDerivationBuilder *builder, guint row)
{
  const KkrSecuredPayer *payer = kkr_secured_bills_get (self, row);

  add_int (builder, "days", "Kommunens døgn", "Days of the municipality", payer->days,
           KKR_UNIT_DAYS);
}

static void
add_weight (const KkrSecuredBills *self, KkrDerivationBuilder *builder, guint row)
{
  const KkrSecuredPayer *payer = kkr_secured_bills_get (self, row);
  g_autofree char *exact = kkr_rational_to_string (&payer->weight);

  kkr_derivation_builder_add_value (builder, "weight", "Vægt", "Weight", exact, KKR_UNIT_NONE);
  if (payer->fact != NULL)
    kkr_derivation_builder_set_source (builder, kkr_fact_get_source (payer->fact),
                                       kkr_fact_get_section (payer->fact));
}

static void
add_total (const KkrSecuredBills *self, KkrDerivationBuilder *builder)
{
  if (!self->by_tariff)
    {
      kkr_derivation_builder_add_amount (builder, "total", "Samlet udgift", "Total cost",
                                         self->total);
      return;
    }
  add_int (builder, "all_days", "Døgn i alt", "Days in all", self->total_days, KKR_UNIT_DAYS);
  kkr_derivation_builder_add_amount (builder, "tariff", "Takst pr. døgn", "Tariff per day",
                                     self->tariff);
  kkr_derivation_builder_add_formula (builder, "total", "Samlet udgift", "Total cost",
                                      "all_days * tariff", KKR_UNIT_AMOUNT);
}

static void
add_share (const KkrSecuredBills *self, KkrDerivationBuilder *builder, guint row, gboolean after)
{
  const guint n = self->payers->len;
  const KkrSecuredPayer *payer = kkr_secured_bills_get (self, row);
  g_auto (GStrv) weights = g_new0 (char *, (gsize) n + 1);
  g_autofree const char **keys = g_new0 (const char *, (gsize) n + 1);
  g_autofree char *unit = g_strdup_printf ("%" G_GINT64_FORMAT, self->unit);
  g_autofree char *share = g_strdup_printf ("%" G_GINT64_FORMAT,
                                            after ? payer->after : payer->before);

  add_total (self, builder);
  for (guint i = 0; i < n; i++)
    {
      keys[i] = kkr_secured_bills_get (self, i)->name;
      weights[i] = g_strdup_printf ("%" G_GINT64_FORMAT,
                                    after ? self->days[i] : self->weights[i]);
    }
  kkr_derivation_builder_add_apportionment (
    builder, after ? "after" : "before", after ? "Takstfinansiering" : "Objektiv finansiering",
    after ? "Tariff financing" : "Objective financing", "total", keys,
    (const char *const *) weights, self->method, self->tie_rule, unit, row, share);
}

static void
add_after (const KkrSecuredBills *self, KkrDerivationBuilder *builder, guint row)
{
  if (!self->by_tariff)
    {
      add_share (self, builder, row, TRUE);
      return;
    }
  add_days (self, builder, row);
  kkr_derivation_builder_add_amount (builder, "tariff", "Takst pr. døgn", "Tariff per day",
                                     self->tariff);
  kkr_derivation_builder_add_formula (builder, "after", "Takstfinansiering", "Tariff financing",
                                      "days * tariff", KKR_UNIT_AMOUNT);
}

static void
add_difference (const KkrSecuredBills *self, KkrDerivationBuilder *builder, guint row)
{
  const KkrSecuredPayer *payer = kkr_secured_bills_get (self, row);

  kkr_derivation_builder_add_amount (builder, "before", "Objektiv finansiering",
                                     "Objective financing", payer->before);
  kkr_derivation_builder_add_amount (builder, "after", "Takstfinansiering", "Tariff financing",
                                     payer->after);
  kkr_derivation_builder_add_formula (builder, "difference", "Forskel", "Difference",
                                      "after - before", KKR_UNIT_AMOUNT);
}

gboolean
kkr_secured_bills_derive (const KkrSecuredBills *self, KkrDerivationBuilder *builder,
                          const char *column, gint64 row)
{
  if (row >= self->payers->len)
    return FALSE;
  if (g_str_equal (column, "days"))
    add_days (self, builder, (guint) row);
  else if (g_str_equal (column, "weight"))
    add_weight (self, builder, (guint) row);
  else if (g_str_equal (column, "before"))
    add_share (self, builder, (guint) row, FALSE);
  else if (g_str_equal (column, "after"))
    add_after (self, builder, (guint) row);
  else if (g_str_equal (column, "difference"))
    add_difference (self, builder, (guint) row);
  else
    return FALSE;
  return TRUE;
}

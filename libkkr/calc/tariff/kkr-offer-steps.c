/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-offer-tariff-private.h>

/* The steps of the model in a derivation. */

static const KkrTariffQuantity *
get_quantity (const KkrOfferPlan *self, guint i)
{
  return self->formula->quantities->pdata[i];
}

void
kkr_offer_steps_add_exact (KkrDerivationBuilder *builder, const char *id, const char *danish,
                           const char *english, const KkrRational *value, KkrUnit unit)
{
  g_autofree char *exact = kkr_rational_to_string (value);

  kkr_derivation_builder_add_value (builder, id, danish, english, exact, unit);
}

/* "Takst, Solgården, Døgn": one offer is the offer, and need not be said. */
char *
kkr_offer_row_name (const KkrOfferRow *row, const char *title, const char *language)
{
  g_autofree char *offer = NULL;

  if (row->sheet_row == G_MAXUINT)
    return g_strdup (title);
  offer = kkr_offer_row_title (row, language);
  return g_strdup_printf ("%s (%s)", title, offer);
}

static void
add_value (const KkrOfferPlan *self, KkrDerivationBuilder *builder, const KkrOfferRow *row,
           const KkrTariffQuantity *quantity, const KkrRational *value)
{
  g_autofree char *danish = kkr_offer_row_name (row, quantity->danish, "da");
  g_autofree char *english = kkr_offer_row_name (row, quantity->english, "en");

  kkr_offer_steps_add_exact (builder, quantity->id, danish, english, value, quantity->unit);
}

/* " + overhead", or nothing of a quantity that is 0. */
static void
add_term (GString *text, const char *sign, const char *id, const KkrRational *value)
{
  if (value->num != 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? sign : "", id);
}

/* Of the long-term average most costs are often 0: its steps without them. NULL for a step that is
 * 0 for that reason, or that is as it stands. */
static char *
shorten (const KkrTariffStep *step, const KkrRational *values)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (g_str_equal (step->id, "running"))
    {
      g_string_append (text, "direct_cost");
      add_term (text, " + ", "indirect_cost", &values[KKR_TARIFF_INDIRECT_COST]);
      add_term (text, " + ", "shared_cost", &values[KKR_TARIFF_SHARED_COST]);
      if (values[KKR_TARIFF_COST_CHANGE].num != 0)
        {
          g_string_prepend_c (text, '(');
          g_string_append (text, ") * (1 + cost_change / 100)");
        }
    }
  else if (g_str_equal (step->id, "overhead_total"))
    {
      add_term (text, "", "overhead", &values[KKR_TARIFF_OVERHEAD]);
      add_term (text, " + ", "running * overhead_percent / 100",
                &values[KKR_TARIFF_OVERHEAD_PERCENT]);
    }
  else if (g_str_equal (step->id, "cost"))
    {
      g_string_append (text, "running");
      if (values[KKR_TARIFF_OVERHEAD].num != 0 || values[KKR_TARIFF_OVERHEAD_PERCENT].num != 0)
        g_string_append (text, " + overhead_total");
      add_term (text, " + ", "depreciation", &values[KKR_TARIFF_DEPRECIATION]);
      add_term (text, " + ", "interest", &values[KKR_TARIFF_INTEREST]);
      add_term (text, " - ", "carry_over", &values[KKR_TARIFF_CARRY_OVER]);
    }
  else
    return g_strdup (step->expression);
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
add_step (const KkrOfferPlan *self, KkrDerivationBuilder *builder, const KkrTariffStep *step,
          const KkrRational *values)
{
  g_autofree char *expression = kkr_tariff_model_is_standard (self->model)
                                  ? shorten (step, values) : g_strdup (step->expression);

  if (expression != NULL)
    kkr_derivation_builder_add_formula (builder, step->id, step->danish, step->english, expression,
                                        step->unit);
}

/* All that a step of the model needs, and the step. */
void
kkr_offer_steps_add_model (const KkrOfferPlan *self, KkrDerivationBuilder *builder, guint row,
                           KkrTariffNeeded target, gboolean *done)
{
  const KkrOfferRow *of = kkr_offer_plan_get_row (self, row);
  gboolean is_standard = kkr_tariff_model_is_standard (self->model);
  guint n = self->formula->quantities->len;
  g_autofree gboolean *needed = g_new0 (gboolean, kkr_tariff_formula_count (self->formula));
  g_autofree KkrRational *values = g_new (KkrRational, kkr_tariff_formula_count (self->formula));

  kkr_offer_plan_fill (self, row, values);
  kkr_tariff_formula_mark_needed (self->formula, self->formula->needed[target], needed);
  for (guint i = 0; i < n; i++)
    if (needed[i] && !done[i] &&
        (!is_standard || i == KKR_TARIFF_DIRECT_COST || values[i].num != 0))
      add_value (self, builder, of, get_quantity (self, i), &values[i]);
  for (guint i = 0; i < self->formula->steps->len; i++)
    if (needed[n + i] && !done[n + i])
      add_step (self, builder, self->formula->steps->pdata[i], values);
  for (guint i = 0; i < kkr_tariff_formula_count (self->formula); i++)
    done[i] |= needed[i];
}

/* Days of the year, if the model has not asked for them. */
void
kkr_offer_steps_add_days (const KkrOfferPlan *self, KkrDerivationBuilder *builder, guint row,
                          gboolean *done)
{
  const KkrOfferRow *of = kkr_offer_plan_get_row (self, row);
  const KkrRational days = KKR_RATIONAL_INT (of->days);

  if (self->tariff_unit == KKR_TARIFF_UNIT_DAY || done[KKR_TARIFF_DAYS])
    return;
  add_value (self, builder, of, get_quantity (self, KKR_TARIFF_DAYS), &days);
  done[KKR_TARIFF_DAYS] = TRUE;
}

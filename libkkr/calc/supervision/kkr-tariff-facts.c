/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/supervision/kkr-tariff-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-fact-private.h>

static const char *const offers_names[] = { "offers-1", "offers-2", "offers-3", "offers-4" };
static const char *const printed_names[] = { "printed-1", "printed-2", "printed-3", "printed-4" };

static void
note_price_level (KkrTariffPlan *self, KkrFact *fact)
{
  const char *wanted = kkr_calculator_get_text (self->calculator, "price-level");
  const char *level = kkr_fact_get_price_level (fact);
  g_autofree char *year = g_strdup_printf ("%d", self->year);
  g_autofree char *wanted_da = NULL, *wanted_en = NULL, *danish = NULL, *english = NULL;
  g_autofree char *level_da = NULL, *level_en = NULL;
  gboolean nominal = g_strcmp0 (level, "nominal") == 0;

  if (wanted == NULL)
    wanted = "nominal";
  if (level == NULL || g_str_equal (level, wanted) || (nominal && g_str_equal (wanted, year)) ||
      (g_str_equal (wanted, "nominal") && g_str_equal (level, year)))
    return;
  level_da = nominal ? g_strdup ("årets egne priser") : g_strdup_printf ("%s-priser", level);
  level_en = nominal ? g_strdup ("nominal prices") : g_strdup_printf ("%s prices", level);
  wanted_da = g_str_equal (wanted, "nominal") ? g_strdup ("årets egne priser")
                                              : g_strdup_printf ("%s-priser", wanted);
  wanted_en = g_str_equal (wanted, "nominal") ? g_strdup ("nominal prices")
                                              : g_strdup_printf ("%s prices", wanted);
  danish = g_strdup_printf ("Beløbene for %s kendes kun i %s, ikke i %s; de er brugt uden "
                            "omregning.", year, level_da, wanted_da);
  english = g_strdup_printf ("The amounts for %s are known only in %s, not in %s; they are used "
                             "unconverted.", year, level_en, wanted_en);
  kkr_tariff_plan_add_note (self, KKR_NOTE_KIND_PRICE_LEVEL, danish, english);
}

static void
note_fact (KkrTariffPlan *self, KkrFact *fact)
{
  KkrUnit unit = kkr_fact_get_unit (fact);

  if (unit == KKR_UNIT_AMOUNT || unit == KKR_UNIT_RATE)
    note_price_level (self, fact);
  g_ptr_array_add (self->used, g_object_ref (fact));
  if (!kkr_fact_get_confirmed (fact) && !kkr_fact_is_overlaid (fact))
    {
      g_autofree char *danish = g_strdup_printf ("Oplysningen %s er ikke bekræftet af en primær "
                                                 "kilde.", kkr_fact_get_key (fact));
      g_autofree char *english = g_strdup_printf ("The fact %s is not confirmed by a primary "
                                                  "source.", kkr_fact_get_key (fact));

      kkr_tariff_plan_add_note (self, KKR_NOTE_KIND_UNCONFIRMED, danish, english);
    }
}

/* A fact, or the error of a gap. */
static gboolean
ask_register (KkrTariffPlan *self, const char *tail, KkrFact **fact, GError **gap, GError **error)
{
  g_autofree char *key = g_strconcat (self->arrangement, "/", tail, NULL);
  g_autoptr (GError) local_error = NULL;

  *fact = kkr_register_lookup_at_level (self->reg, key, self->valid_on,
                                        kkr_calculator_get_text (self->calculator, "known-on"),
                                        kkr_calculator_get_text (self->calculator, "price-level"),
                                        &local_error);
  if (*fact != NULL)
    {
      if (!kkr_fact_check_number (*fact, KKR_UNIT_UNSET, error))
        {
          g_clear_object (fact);
          return FALSE;
        }
      return TRUE;
    }
  if (!g_error_matches (local_error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  *gap = g_steal_pointer (&local_error);
  return TRUE;
}

gboolean
kkr_tariff_plan_look_up (KkrTariffPlan *self, const char *tail, KkrFact **fact, GError **error)
{
  g_autoptr (GError) gap = NULL;

  *fact = NULL;
  if (self->reg == NULL)
    return TRUE;
  if (self->known == NULL || !kkr_tariff_known_get (self->known, tail, fact, &gap))
    {
      if (!ask_register (self, tail, fact, &gap, error))
        return FALSE;
      if (self->known != NULL)
        kkr_tariff_known_add (self->known, tail, *fact, gap);
    }
  if (*fact != NULL)
    note_fact (self, *fact);
  else if (self->first_gap == NULL)
    self->first_gap = g_steal_pointer (&gap);
  return TRUE;
}

gboolean
kkr_tariff_plan_read_printed (KkrFact *fact, gint64 *printed, GError **error)
{
  *printed = kkr_fact_get_unit (fact) == KKR_UNIT_AMOUNT ? kkr_fact_get_amount (fact) : 0;
  if (*printed > 0 && *printed % 100 == 0)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("%s: no tariff: %s found, an amount in whole kroner expected"),
               kkr_fact_get_key (fact), kkr_fact_get_printed (fact));
  return FALSE;
}

/* The printed tariffs of a service, as cells of one base or of two. */
static gboolean
look_up_cells (KkrTariffPlan *self, KkrTariffService service, KkrTariffBase *base,
               KkrTariffBase *second, GError **error)
{
  for (guint group = 0; group < KKR_TARIFF_N_GROUPS; group++)
    {
      g_autofree char *tail = g_strdup_printf ("tariff/%s/%u", kkr_tariff_service_id (service),
                                               group + 1);
      g_autoptr (KkrFact) fact = NULL;
      KkrTariffCell cell = { .service = service, .group = group };

      if (!kkr_tariff_plan_look_up (self, tail, &fact, error))
        return FALSE;
      if (fact == NULL)
        continue;
      cell.fact = fact;
      if (!kkr_tariff_plan_read_printed (fact, &cell.printed, error) ||
          !kkr_tariff_factor (service, group, &cell.factor))
        return FALSE;
      kkr_tariff_base_add_cell (base, &cell);
      if (second != NULL)
        {
          cell.factor = kkr_tariff_weight (group);
          kkr_tariff_base_add_cell (second, &cell);
        }
    }
  return TRUE;
}

static gboolean
is_by_row (KkrTariffPlan *self, guint input)
{
  return (self->by_row >> input) & 1;
}

static gboolean
is_printed_given (KkrTariffPlan *self)
{
  for (guint group = 0; group < KKR_TARIFF_N_GROUPS; group++)
    if (is_by_row (self, KKR_TARIFF_ROW_PRINTED + group) ||
        kkr_calculator_is_assigned (self->calculator, printed_names[group]))
      return TRUE;
  return FALSE;
}

static void
take_printed_inputs (KkrTariffPlan *self, KkrTariffBase *base)
{
  for (guint group = 0; group < KKR_TARIFF_N_GROUPS; group++)
    if (!is_by_row (self, KKR_TARIFF_ROW_PRINTED + group) &&
        kkr_calculator_is_assigned (self->calculator, printed_names[group]))
      {
        KkrTariffCell cell = { KKR_TARIFF_SUPERVISION, group,
                               kkr_calculator_get_amount (self->calculator, printed_names[group]),
                               kkr_tariff_weight (group), NULL };

        kkr_tariff_base_add_cell (base, &cell);
      }
  if (self->by_row & KKR_TARIFF_ROW_MASK (KKR_TARIFF_ROW_PRINTED))
    base->way = KKR_TARIFF_WAY_BY_ROW;
}

static gboolean
find_budget (KkrTariffPlan *self, KkrTariffBase *base, GError **error)
{
  if (kkr_calculator_is_assigned (self->calculator, "budget"))
    {
      self->budget = kkr_calculator_get_amount (self->calculator, "budget");
      return TRUE;
    }
  if (!kkr_tariff_plan_look_up (self, "budget/offers", &base->fact, error))
    return FALSE;
  if (base->fact == NULL)
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&self->first_gap), "budget: ");
      return FALSE;
    }
  if (!kkr_fact_check_number (base->fact, KKR_UNIT_AMOUNT, error))
    return FALSE;
  self->budget = kkr_fact_get_amount (base->fact);
  return TRUE;
}

static gboolean
weigh_offers (KkrTariffPlan *self, GError **error)
{
  self->units = KKR_RATIONAL_ZERO;
  for (guint group = 0; group < KKR_TARIFF_N_GROUPS; group++)
    {
      gboolean open = is_by_row (self, KKR_TARIFF_ROW_OFFERS + group);
      KkrRational n = KKR_RATIONAL_INT (open ? 0 : kkr_calculator_get_int (self->calculator,
                                                                          offers_names[group]));
      KkrRational weight = kkr_tariff_weight (group), term;

      if (!kkr_rational_multiply (&weight, &n, &term) ||
          !kkr_rational_add (&self->units, &term, &self->units))
        return kkr_rational_overflow (error, _("the weighted number of offers"));
    }
  return TRUE;
}

/* (budget - other income) / sum of weight * offers, in kroner. */
static gboolean
take_budget (KkrTariffPlan *self, KkrTariffBase *base, GError **error)
{
  gboolean rest_is_known = !is_by_row (self, KKR_TARIFF_ROW_BUDGET) &&
                           !is_by_row (self, KKR_TARIFF_ROW_OTHER_INCOME);
  KkrRational rest;

  self->other_income = kkr_calculator_get_amount (self->calculator, "other-income");
  if (!is_by_row (self, KKR_TARIFF_ROW_BUDGET) && !find_budget (self, base, error))
    return FALSE;
  if (rest_is_known && self->budget < self->other_income)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("other-income: nothing left to pay: more than the budget found, at most the "
                     "budget expected"));
      return FALSE;
    }
  if (!weigh_offers (self, error))
    return FALSE;
  base->way = KKR_TARIFF_WAY_BY_ROW;
  if (self->by_row != 0)
    return TRUE;
  base->way = KKR_TARIFF_WAY_BUDGET;
  if (!kkr_rational_init (&rest, (KkrInt128) self->budget - self->other_income, 100) ||
      !kkr_rational_divide (&rest, &self->units, &base->exact))
    return kkr_rational_overflow (error, _("the base tariff"));
  return TRUE;
}

static gboolean
is_any_offer_assigned (KkrTariffPlan *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (offers_names); i++)
    if (is_by_row (self, KKR_TARIFF_ROW_OFFERS + i) ||
        kkr_calculator_is_assigned (self->calculator, offers_names[i]))
      return TRUE;
  return FALSE;
}

gboolean
kkr_tariff_plan_find_bases (KkrTariffPlan *self, GError **error)
{
  KkrTariffBase *base = &self->bases[KKR_TARIFF_SUPERVISION];

  if (kkr_calculator_is_assigned (self->calculator, "base-tariff"))
    {
      base->way = KKR_TARIFF_WAY_GIVEN;
      if (!kkr_calculator_get_rational (self->calculator, "base-tariff", &base->exact, error))
        return FALSE;
    }
  else if (is_any_offer_assigned (self))
    {
      if (!take_budget (self, base, error))
        return FALSE;
    }
  else if (is_printed_given (self))
    take_printed_inputs (self, base);
  else if (!look_up_cells (self, KKR_TARIFF_SUPERVISION, base, NULL, error) ||
           !look_up_cells (self, KKR_TARIFF_INTENSIFIED, base,
                           &self->bases[KKR_TARIFF_INTENSIFIED], error))
    return FALSE;
  for (guint i = KKR_TARIFF_APPROVAL; i <= KKR_TARIFF_SIGNIFICANT_CHANGE; i++)
    if (!look_up_cells (self, (KkrTariffService) i, &self->bases[i], NULL, error))
      return FALSE;
  for (guint i = 0; i < KKR_TARIFF_HOURLY_PRICE; i++)
    if (!kkr_tariff_base_settle (&self->bases[i], error))
      return FALSE;
  return TRUE;
}

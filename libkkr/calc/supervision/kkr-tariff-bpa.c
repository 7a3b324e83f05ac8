/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/supervision/kkr-tariff-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-fact-private.h>

/* Firms that employ helpers for others (BPA) pay by the hour: price * hours, whatever their size.
 * Where only the fees are printed and the hours are given, the price lies in an interval. */

static const char *const hours_names[] = { "hours-supervision", "hours-approval" };
static const char *const hours_tails[] = { "bpa/hours/supervision", "bpa/hours/approval" };
static const char *const fee_tails[] = { "bpa/fee/supervision", "bpa/fee/approval",
                                         "bpa/fee/significant-change" };

#define N_FEES 3

static KkrTariffService
service_of (guint fee)
{
  return (KkrTariffService) (KKR_TARIFF_BPA_SUPERVISION + fee);
}

static gboolean
find_hours (KkrTariffPlan *self, GError **error)
{
  for (guint i = 0; i < KKR_TARIFF_N_HOURS; i++)
    {
      if (kkr_calculator_is_assigned (self->calculator, hours_names[i]))
        {
          if (!kkr_calculator_get_rational (self->calculator, hours_names[i], &self->hours[i],
                                            error))
            return FALSE;
          self->has_hours[i] = TRUE;
          continue;
        }
      if (!kkr_tariff_plan_look_up (self, hours_tails[i], &self->hours_facts[i], error))
        return FALSE;
      if (self->hours_facts[i] == NULL)
        continue;
      self->hours[i] = *kkr_fact_get_rational (self->hours_facts[i]);
      self->has_hours[i] = TRUE;
      if (self->hours[i].num <= 0)
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("%s: no hours: %s found, more than 0 expected"),
                       kkr_fact_get_key (self->hours_facts[i]),
                       kkr_fact_get_printed (self->hours_facts[i]));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
find_price (KkrTariffPlan *self, KkrTariffBase *price, GError **error)
{
  if (kkr_calculator_is_assigned (self->calculator, "hourly-price"))
    {
      price->way = KKR_TARIFF_WAY_GIVEN;
      return kkr_calculator_get_rational (self->calculator, "hourly-price", &price->exact, error);
    }
  if (!kkr_tariff_plan_look_up (self, "bpa/hourly-price", &price->fact, error))
    return FALSE;
  if (price->fact == NULL)
    return TRUE;
  if (kkr_fact_get_unit (price->fact) != KKR_UNIT_RATE)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("%s: no hourly price: the unit %s found, rate expected"),
                   kkr_fact_get_key (price->fact),
                   kkr_unit_to_string (kkr_fact_get_unit (price->fact)));
      return FALSE;
    }
  price->way = KKR_TARIFF_WAY_GIVEN;
  price->exact = *kkr_fact_get_rational (price->fact);
  return TRUE;
}

static void
note_missing_hours (KkrTariffPlan *self)
{
  g_autoptr (GString) danish = g_string_new ("Udeladt, fordi timetallet ikke kendes");
  g_autoptr (GString) english = g_string_new ("Left out, since the hours are not known");
  guint n = 0;

  for (guint fee = 0; fee < N_FEES; fee++)
    if (!self->has_hours[kkr_tariff_hours_of (service_of (fee))])
      {
        g_string_append_printf (danish, "%s%s", n > 0 ? "; " : " – ",
                                kkr_tariff_service_title (service_of (fee), "da"));
        g_string_append_printf (english, "%s%s", n > 0 ? "; " : " – ",
                                kkr_tariff_service_title (service_of (fee), "en"));
        n++;
      }
  if (n == 0)
    return;
  g_string_append (danish, ". Timetallet kan angives (hours-supervision, hours-approval).");
  g_string_append (english, ". The hours can be given (hours-supervision, hours-approval).");
  kkr_tariff_plan_add_note (self, KKR_NOTE_KIND_REMARK, danish->str, english->str);
}

/* price * hours, for the services whose hours are known. */
static gboolean
add_fees (KkrTariffPlan *self, GError **error)
{
  for (guint fee = 0; fee < N_FEES; fee++)
    {
      guint hours = kkr_tariff_hours_of (service_of (fee));

      if (self->has_hours[hours] &&
          !kkr_tariff_plan_add_row (self, service_of (fee), KKR_TARIFF_NO_GROUP,
                                    &self->hours[hours], KKR_TARIFF_HOURLY_PRICE, error))
        return FALSE;
    }
  note_missing_hours (self);
  if (self->has_hours[0])
    kkr_tariff_plan_add_note (self, KKR_NOTE_KIND_REMARK,
                              "BPA: en væsentlig ændring regnes med samme timetal som et tilsyn. "
                              "Timetallet er ikke oplyst, men de to takster er ens i 2021 og i "
                              "2022.",
                              "BPA: a significant change is taken to need the hours of a "
                              "supervision. Its hours are not stated, but the two fees are the "
                              "same in 2021 and in 2022.");
  return TRUE;
}

/* A printed fee whose hours are known bounds the price; the others stand as they are printed. */
static gboolean
add_printed_fees (KkrTariffPlan *self, KkrTariffBase *price, KkrFact *const *facts, GError **error)
{
  for (guint fee = 0; fee < N_FEES; fee++)
    {
      guint hours = kkr_tariff_hours_of (service_of (fee));
      KkrTariffCell cell = { .service = service_of (fee), .group = KKR_TARIFF_NO_GROUP,
                             .factor = self->hours[hours], .fact = facts[fee] };

      if (facts[fee] == NULL)
        continue;
      if (!kkr_tariff_plan_read_printed (facts[fee], &cell.printed, error))
        return FALSE;
      if (self->has_hours[hours])
        kkr_tariff_base_add_cell (price, &cell);
    }
  if (!kkr_tariff_base_settle (price, error))
    return FALSE;
  for (guint fee = 0; fee < N_FEES; fee++)
    {
      guint hours = kkr_tariff_hours_of (service_of (fee));
      KkrTariffRow row = { .service = service_of (fee), .group = KKR_TARIFF_NO_GROUP,
                           .base = KKR_TARIFF_HOURLY_PRICE };

      if (self->has_hours[hours] && price->way == KKR_TARIFF_WAY_PRINTED)
        {
          if (!kkr_tariff_plan_add_row (self, service_of (fee), KKR_TARIFF_NO_GROUP,
                                        &self->hours[hours], KKR_TARIFF_HOURLY_PRICE, error))
            return FALSE;
        }
      else if (facts[fee] != NULL)
        {
          row.fact = g_object_ref (facts[fee]);
          row.lowest = row.highest = kkr_fact_get_amount (facts[fee]);
          g_array_append_val (self->rows, row);
        }
    }
  return TRUE;
}

static gboolean
look_up_fees (KkrTariffPlan *self, KkrTariffBase *price, GError **error)
{
  KkrFact *facts[N_FEES] = { NULL };
  gboolean good = TRUE;
  guint n = 0;

  for (guint fee = 0; fee < N_FEES && good; fee++)
    {
      good = kkr_tariff_plan_look_up (self, fee_tails[fee], &facts[fee], error);
      n += facts[fee] != NULL;
    }
  if (good && n > 0)
    good = add_printed_fees (self, price, facts, error);
  else if (good && self->reg != NULL)
    kkr_tariff_plan_add_note (self, KKR_NOTE_KIND_REMARK,
                              "Udeladt, fordi registret hverken har timepris eller takster for "
                              "året: BPA.",
                              "Left out, since the register has neither an hourly price nor fees "
                              "for the year: BPA.");
  for (guint fee = 0; fee < N_FEES; fee++)
    g_clear_object (&facts[fee]);
  return good;
}

gboolean
kkr_tariff_plan_add_bpa (KkrTariffPlan *self, GError **error)
{
  KkrTariffBase *price = &self->bases[KKR_TARIFF_HOURLY_PRICE];
  gboolean asked = kkr_calculator_is_assigned (self->calculator, "hourly-price");

  for (guint i = 0; i < G_N_ELEMENTS (hours_names); i++)
    asked |= kkr_calculator_is_assigned (self->calculator, hours_names[i]);
  /* An offer of so many places is no BPA firm. */
  if (kkr_calculator_is_assigned (self->calculator, "places") && !asked)
    return TRUE;
  if (!find_hours (self, error) || !find_price (self, price, error))
    return FALSE;
  if (price->way == KKR_TARIFF_WAY_GIVEN)
    return add_fees (self, error);
  return look_up_fees (self, price, error);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-steps-private.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>

/* The figures of places and of their days. */

static const struct {
  const char *danish, *english;
  KkrUnit unit;
} sums[] = {
  { "Belagte dage i alt", "Occupied days in all", KKR_UNIT_DAYS },
  { "Dage i opsigelse i alt", "Days in notice in all", KKR_UNIT_DAYS },
  { "Tomme dage i alt", "Empty days in all", KKR_UNIT_DAYS },
  { "Tomme dage med garanti i alt", "Empty days with a guarantee in all", KKR_UNIT_DAYS },
  { "Brugerkommunerne i alt", "User municipalities in all", KKR_UNIT_AMOUNT },
  { "Underskudsgaranti i alt", "Deficit guarantee in all", KKR_UNIT_AMOUNT },
  { "Driftsherren i alt", "Operator in all", KKR_UNIT_AMOUNT },
  { "Pladser med garanti", "Places with a guarantee", KKR_UNIT_PLACES },
};

void
kkr_guarantee_steps_add_place (KkrGuaranteeSteps *self, guint place, guint column)
{
  static const KkrGuaranteeDays days[] = { KKR_GUARANTEE_DAYS_OCCUPIED, KKR_GUARANTEE_DAYS_NOTICE,
                                           KKR_GUARANTEE_DAYS_EMPTY, KKR_GUARANTEE_DAYS_PAID };
  KkrGuaranteeChoice choice = { KKR_GUARANTEE_DAYS_EMPTY, place, KKR_GUARANTEE_ANY_USER };

  if (column < G_N_ELEMENTS (days))
    {
      choice.days = days[column];
      kkr_guarantee_steps_add_days (self, "days", &choice);
    }
  else if (column == 4)
    {
      choice.days = KKR_GUARANTEE_DAYS_USED;
      kkr_guarantee_steps_add_cost (self, "user", &choice);
    }
  else if (column == 5)
    kkr_guarantee_steps_add_guarantee (self, "guarantee", place);
  else
    {
      kkr_guarantee_steps_add_cost (self, "empty", &choice);
      kkr_guarantee_steps_add_guarantee (self, "guarantee", place);
      kkr_derivation_builder_add_formula (self->builder, "operator_part", "Driftsherren bærer",
                                          "The operator bears", "empty - guarantee",
                                          KKR_UNIT_AMOUNT);
    }
}

void
kkr_guarantee_steps_add_expiry (KkrGuaranteeSteps *self, guint place)
{
  const KkrGuaranteePlace *one = kkr_guarantee_plan_get_place (self->plan, place);
  g_autofree char *from = kkr_date_format (one->window, "da");
  g_autofree char *expiry = kkr_date_format (one->expiry, "da");
  KkrFact *fact = self->plan->years_fact;

  kkr_derivation_builder_add_text (self->builder, "from", "Garanti fra", "Guarantee from", from);
  kkr_guarantee_steps_add_int (self, "years", "Garantiens varighed", "Duration of the guarantee",
                               self->plan->years, KKR_UNIT_YEARS);
  if (fact != NULL && kkr_fact_get_source (fact) != NULL)
    kkr_derivation_builder_set_source (self->builder, kkr_fact_get_source (fact),
                                       kkr_fact_get_section (fact));
  kkr_derivation_builder_add_text (self->builder, "expiry", "Første dag uden garanti",
                                   "First day without a guarantee", expiry);
}

void
kkr_guarantee_steps_add_places (KkrGuaranteeSteps *self, const char *id, const char *operator,
                                guint column)
{
  KkrGuaranteePlan *plan = self->plan;
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new (), terms = g_strv_builder_new ();
  g_auto (GStrv) key_texts = NULL, term_texts = NULL;

  for (guint i = 0; i < plan->places->len; i++)
    {
      const KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (plan, i);
      gint64 number = column == 7 ? place->covered : kkr_guarantee_place_number (place, column);
      g_autofree char *term = g_strdup_printf ("%lld", (long long) number);

      if (operator != NULL && !g_str_equal (operator, place->operator_name))
        continue;
      g_strv_builder_add (keys, place->name);
      g_strv_builder_add (terms, term);
    }
  key_texts = g_strv_builder_end (keys);
  term_texts = g_strv_builder_end (terms);
  kkr_derivation_builder_add_sum (self->builder, id, sums[column].danish, sums[column].english,
                                  (const char *const *) key_texts,
                                  (const char *const *) term_texts, sums[column].unit);
}

static void
add_days (KkrGuaranteeSteps *self, const KkrGuaranteeSpan *span)
{
  g_autofree char *from_da = kkr_date_format (span->from, "da");
  g_autofree char *from_en = kkr_date_format (span->from, "en");
  g_autofree char *to_da = kkr_date_format (span->to, "da");
  g_autofree char *to_en = kkr_date_format (span->to, "en");
  g_autofree char *first_da = g_strdup_printf ("Fra og med %s (dagnummer)", from_da);
  g_autofree char *first_en = g_strdup_printf ("From %s (number of the day)", from_en);
  g_autofree char *last_da = g_strdup_printf ("Til og med %s (dagnummer)", to_da);
  g_autofree char *last_en = g_strdup_printf ("To %s (number of the day)", to_en);

  kkr_guarantee_steps_add_int (self, "first", first_da, first_en, span->from, KKR_UNIT_NONE);
  kkr_guarantee_steps_add_int (self, "last", last_da, last_en, span->to, KKR_UNIT_NONE);
  kkr_derivation_builder_add_formula (self->builder, "days", "Dage", "Days", "last - first + 1",
                                      KKR_UNIT_DAYS);
}

static void
add_joint (KkrGuaranteeSteps *self, const KkrGuaranteeSpan *span)
{
  g_autofree char *unit = g_strdup_printf ("%lld", (long long) self->plan->unit);
  gboolean each_day = self->plan->rounding_of == KKR_GUARANTEE_ROUNDING_DAY;

  if (!span->paid)
    {
      kkr_guarantee_steps_add_int (self, "joint", "Ingen garanti disse dage",
                                   "No guarantee on these days", 0, KKR_UNIT_RATE);
      return;
    }
  kkr_derivation_builder_add_amount (self->builder, "base", "Takst bag garantien",
                                     "Tariff that the guarantee covers a part of", span->base);
  kkr_guarantee_steps_add_share (self, "share", span->year);
  if (each_day)
    kkr_derivation_builder_add_rounding (self->builder, "day", "Garanti pr. dag",
                                         "Guarantee a day", "base * share / 100",
                                         KKR_UNIT_AMOUNT, self->plan->rounding, unit);
  kkr_derivation_builder_add_formula (self->builder, "joint", "Kommunerne betaler sammen",
                                      "The municipalities pay jointly",
                                      each_day ? "days * day / 100"
                                               : "days * base * share / 100 / 100",
                                      KKR_UNIT_RATE);
}

static void
add_user (KkrGuaranteeSteps *self, const KkrGuaranteeSpan *span)
{
  if (span->status == KKR_PLACE_STATUS_EMPTY)
    {
      kkr_guarantee_steps_add_int (self, "user", "Ingen bruger pladsen", "Nobody uses the place",
                                   0, KKR_UNIT_RATE);
      return;
    }
  kkr_derivation_builder_add_amount (
    self->builder, "price", span->price == span->tariff ? "Takst pr. dag" : "Særtakst pr. dag",
    span->price == span->tariff ? "Tariff a day" : "Special tariff a day", span->price);
  kkr_derivation_builder_add_formula (self->builder, "user", "Brugerkommunen betaler",
                                      "The user municipality pays", "days * price / 100",
                                      KKR_UNIT_RATE);
}

static void
add_operator (KkrGuaranteeSteps *self, const KkrGuaranteeSpan *span)
{
  if (span->status != KKR_PLACE_STATUS_EMPTY)
    {
      kkr_guarantee_steps_add_int (self, "operator", "Pladsen er ikke tom",
                                   "The place is not empty", 0, KKR_UNIT_RATE);
      return;
    }
  add_joint (self, span);
  kkr_guarantee_steps_add_price (self, "tariff", span, span->tariff);
  kkr_derivation_builder_add_formula (self->builder, "operator", "Driftsherren bærer",
                                      "The operator bears", "days * tariff / 100 - joint",
                                      KKR_UNIT_RATE);
}

gboolean
kkr_guarantee_steps_add_span (KkrGuaranteeSteps *self, guint row, const char *column)
{
  const KkrGuaranteeSpan *span = kkr_guarantee_plan_get_span (self->plan, row);

  if (g_str_equal (column, "tariff"))
    kkr_guarantee_steps_add_price (self, "tariff", span, span->tariff);
  else if (g_str_equal (column, "share") && span->paid)
    kkr_guarantee_steps_add_share (self, "share", span->year);
  else if (g_str_equal (column, "share"))
    kkr_guarantee_steps_add_int (self, "share", "Ingen garanti disse dage",
                                 "No guarantee on these days", 0, KKR_UNIT_PERCENT);
  else
    {
      add_days (self, span);
      if (g_str_equal (column, "user"))
        add_user (self, span);
      else if (g_str_equal (column, "joint"))
        add_joint (self, span);
      else if (g_str_equal (column, "operator"))
        add_operator (self, span);
      else
        return g_str_equal (column, "days");
    }
  return TRUE;
}

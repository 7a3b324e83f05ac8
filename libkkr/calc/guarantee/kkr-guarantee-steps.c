/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-steps-private.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>

gboolean
kkr_guarantee_choice_has (const KkrGuaranteeChoice *choice, const KkrGuaranteeSpan *span)
{
  gboolean used = span->status != KKR_PLACE_STATUS_EMPTY;

  if (choice->place != KKR_GUARANTEE_ALL && choice->place != span->place)
    return FALSE;
  if (choice->user != KKR_GUARANTEE_ANY_USER && choice->user != span->user)
    return FALSE;
  switch (choice->days)
    {
    case KKR_GUARANTEE_DAYS_OCCUPIED:
      return span->status == KKR_PLACE_STATUS_OCCUPIED;
    case KKR_GUARANTEE_DAYS_NOTICE:
      return span->status == KKR_PLACE_STATUS_NOTICE;
    case KKR_GUARANTEE_DAYS_EMPTY:
      return !used;
    case KKR_GUARANTEE_DAYS_PAID:
      return span->paid;
    case KKR_GUARANTEE_DAYS_USED:
    default:
      return used;
    }
}

static const char *
name_days (KkrGuaranteeDays days, const char *language)
{
  switch (days)
    {
    case KKR_GUARANTEE_DAYS_OCCUPIED:
      return kkr_text_in (language, "Belagte dage", "Occupied days");
    case KKR_GUARANTEE_DAYS_NOTICE:
      return kkr_text_in (language, "Dage i opsigelse", "Days in notice");
    case KKR_GUARANTEE_DAYS_EMPTY:
      return kkr_text_in (language, "Tomme dage", "Empty days");
    case KKR_GUARANTEE_DAYS_PAID:
      return kkr_text_in (language, "Tomme dage med garanti", "Empty days with a guarantee");
    case KKR_GUARANTEE_DAYS_USED:
    default:
      return kkr_text_in (language, "Belagte dage og dage i opsigelse",
                          "Occupied days and days in notice");
    }
}

void
kkr_guarantee_steps_add_int (KkrGuaranteeSteps *self, const char *id, const char *danish,
                             const char *english, gint64 value, KkrUnit unit)
{
  g_autofree char *exact = g_strdup_printf ("%lld", (long long) value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, exact, unit);
}

void
kkr_guarantee_steps_add_exact (KkrGuaranteeSteps *self, const char *id, const char *danish,
                               const char *english, const KkrRational *value, KkrUnit unit)
{
  g_autofree char *exact = kkr_rational_to_string (value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, exact, unit);
}

void
kkr_guarantee_steps_add_share (KkrGuaranteeSteps *self, const char *id, int year)
{
  KkrFact *fact = self->plan->share_fact;
  g_autofree char *danish = self->plan->yearly
                              ? g_strdup_printf ("Dækning i garantiens %d. år", year)
                              : g_strdup ("Dækning af taksten");
  g_autofree char *english = self->plan->yearly
                               ? g_strdup_printf ("Cover in year %d of the guarantee", year)
                               : g_strdup ("Cover of the tariff");

  kkr_guarantee_steps_add_exact (self, id, danish, english,
                                 kkr_guarantee_plan_get_share (self->plan, year),
                                 KKR_UNIT_PERCENT);
  if (fact != NULL && kkr_fact_get_source (fact) != NULL)
    kkr_derivation_builder_set_source (self->builder, kkr_fact_get_source (fact),
                                       kkr_fact_get_section (fact));
}

void
kkr_guarantee_steps_add_price (KkrGuaranteeSteps *self, const char *id,
                               const KkrGuaranteeSpan *span, gint64 price)
{
  const char *place = span != NULL ? kkr_guarantee_plan_get_place (self->plan, span->place)->name
                                   : NULL;
  g_autofree char *danish = place != NULL ? g_strdup_printf ("Takst pr. dag, plads %s", place)
                                          : g_strdup ("Takst pr. dag");
  g_autofree char *english = place != NULL ? g_strdup_printf ("Tariff a day, place %s", place)
                                           : g_strdup ("Tariff a day");

  kkr_derivation_builder_add_amount (self->builder, id, danish, english, price);
}

/* What makes a day of the choice cost what it does. */
static gint64
price_of (const KkrGuaranteeChoice *choice, const KkrGuaranteeSpan *span)
{
  if (choice->days == KKR_GUARANTEE_DAYS_PAID)
    return span->base;
  return choice->days == KKR_GUARANTEE_DAYS_EMPTY ? span->tariff : span->price;
}

static gboolean
is_like (const KkrGuaranteeChoice *choice, const KkrGuaranteeSpan *span,
         const KkrGuaranteeSpan *other)
{
  return price_of (choice, span) == price_of (choice, other) &&
         (choice->days != KKR_GUARANTEE_DAYS_PAID || span->year == other->year);
}

/* The days of the choice, or of those that cost the same as `like`. */
static void
add_days (KkrGuaranteeSteps *self, const char *id, const KkrGuaranteeChoice *choice,
          const KkrGuaranteeSpan *like)
{
  KkrGuaranteePlan *plan = self->plan;
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new (), terms = g_strv_builder_new ();
  g_auto (GStrv) key_texts = NULL, term_texts = NULL;

  for (guint i = 0; i < plan->spans->len; i++)
    {
      const KkrGuaranteeSpan *span = kkr_guarantee_plan_get_span (plan, i);
      const char *place = kkr_guarantee_plan_get_place (plan, span->place)->name;
      g_autofree char *from = NULL, *to = NULL, *key = NULL, *days = NULL;

      if (!kkr_guarantee_choice_has (choice, span) ||
          (like != NULL && !is_like (choice, span, like)))
        continue;
      from = kkr_date_to_string (span->from);
      to = kkr_date_to_string (span->to);
      key = g_strdup_printf ("%s, %s/%s", place, from, to);
      days = g_strdup_printf ("%d", span->to - span->from + 1);
      g_strv_builder_add (keys, key);
      g_strv_builder_add (terms, days);
    }
  key_texts = g_strv_builder_end (keys);
  term_texts = g_strv_builder_end (terms);
  if (*key_texts == NULL)
    kkr_guarantee_steps_add_int (self, id, name_days (choice->days, "da"),
                                 name_days (choice->days, "en"), 0, KKR_UNIT_DAYS);
  else
    kkr_derivation_builder_add_sum (self->builder, id, name_days (choice->days, "da"),
                                    name_days (choice->days, "en"),
                                    (const char *const *) key_texts,
                                    (const char *const *) term_texts, KKR_UNIT_DAYS);
}

void
kkr_guarantee_steps_add_days (KkrGuaranteeSteps *self, const char *id,
                              const KkrGuaranteeChoice *choice)
{
  add_days (self, id, choice, NULL);
}

/* One price and its days; returns the expression of their cost. */
static char *
add_term (KkrGuaranteeSteps *self, const char *id, guint number, const KkrGuaranteeChoice *choice,
          const KkrGuaranteeSpan *span)
{
  KkrGuaranteePlan *plan = self->plan;
  g_autofree char *days = g_strdup_printf ("%s_days_%u", id, number);
  g_autofree char *price = g_strdup_printf ("%s_tariff_%u", id, number);
  g_autofree char *share = g_strdup_printf ("%s_share_%u", id, number);
  g_autofree char *day = g_strdup_printf ("%s_day_%u", id, number);
  g_autofree char *unit = g_strdup_printf ("%lld", (long long) plan->unit);
  g_autofree char *product = g_strdup_printf ("%s * %s / 100", price, share);

  add_days (self, days, choice, span);
  kkr_guarantee_steps_add_price (self, price, choice->place == KKR_GUARANTEE_ALL ? NULL : span,
                                 price_of (choice, span));
  if (choice->days != KKR_GUARANTEE_DAYS_PAID)
    return g_strdup_printf ("%s * %s", days, price);
  kkr_guarantee_steps_add_share (self, share, span->year);
  if (plan->rounding_of != KKR_GUARANTEE_ROUNDING_DAY)
    return g_strdup_printf ("%s * %s", days, product);
  kkr_derivation_builder_add_rounding (self->builder, day, "Garanti pr. dag", "Guarantee a day",
                                       product, KKR_UNIT_AMOUNT, plan->rounding, unit);
  return g_strdup_printf ("%s * %s", days, day);
}

/* One span of the choice for each of what its days cost. */
static GArray *
find_prices (KkrGuaranteePlan *plan, const KkrGuaranteeChoice *choice)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < plan->spans->len; i++)
    {
      const KkrGuaranteeSpan *span = kkr_guarantee_plan_get_span (plan, i);
      gboolean is_new = kkr_guarantee_choice_has (choice, span);

      for (guint k = 0; k < found->len && is_new; k++)
        is_new = !is_like (choice, span,
                           kkr_guarantee_plan_get_span (plan, g_array_index (found, guint, k)));
      if (is_new)
        g_array_append_val (found, i);
    }
  return found;
}

/* The terms that an expression adds up; "" where there are none. */
static char *
add_terms (KkrGuaranteeSteps *self, const char *id, const KkrGuaranteeChoice *choice)
{
  g_autoptr (GArray) prices = find_prices (self->plan, choice);
  g_autoptr (GString) expression = g_string_new (NULL);

  for (guint i = 0; i < prices->len; i++)
    {
      const KkrGuaranteeSpan *span = kkr_guarantee_plan_get_span (
        self->plan, g_array_index (prices, guint, i));
      g_autofree char *term = add_term (self, id, i + 1, choice, span);

      g_string_append_printf (expression, "%s%s", i > 0 ? " + " : "", term);
    }
  return g_string_free (g_steal_pointer (&expression), FALSE);
}

void
kkr_guarantee_steps_add_cost (KkrGuaranteeSteps *self, const char *id,
                              const KkrGuaranteeChoice *choice)
{
  g_autofree char *expression = add_terms (self, id, choice);
  gboolean used = choice->days == KKR_GUARANTEE_DAYS_USED;
  g_autofree char *none = g_strdup_printf ("%s_none", id);

  if (*expression == '\0')
    add_days (self, none, choice, NULL);
  kkr_derivation_builder_add_formula (self->builder, id,
                                      used ? "Takst for brugte dage" : "Takst for tomme dage",
                                      used ? "Tariff of used days" : "Tariff of empty days",
                                      *expression != '\0' ? expression : none, KKR_UNIT_AMOUNT);
}

void
kkr_guarantee_steps_add_guarantee (KkrGuaranteeSteps *self, const char *id, guint place)
{
  KkrGuaranteePlan *plan = self->plan;
  KkrGuaranteeChoice choice = { KKR_GUARANTEE_DAYS_PAID, place, KKR_GUARANTEE_ANY_USER };
  g_autofree char *expression = add_terms (self, id, &choice);
  g_autofree char *none = g_strdup_printf ("%s_none", id);
  g_autofree char *unit = g_strdup_printf ("%lld", (long long) plan->unit);

  if (*expression == '\0')
    {
      g_autofree char *reasons_da = kkr_guarantee_place_reasons (plan, place, "da");
      g_autofree char *why = g_strdup_printf ("%s_why", id);

      if (*reasons_da != '\0')
        kkr_derivation_builder_add_text (self->builder, why, "Hvorfor pladsen ingen garanti har",
                                         "Why the place has no guarantee", reasons_da);
      add_days (self, none, &choice, NULL);
      kkr_derivation_builder_add_formula (self->builder, id, "Underskudsgaranti",
                                          "Deficit guarantee", none, KKR_UNIT_AMOUNT);
      return;
    }
  kkr_derivation_builder_add_rounding (self->builder, id, "Underskudsgaranti",
                                       "Deficit guarantee", expression, KKR_UNIT_AMOUNT,
                                       plan->rounding, unit);
}

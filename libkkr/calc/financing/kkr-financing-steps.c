/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/financing/kkr-financing-steps-private.h>

#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/register/kkr-fact-private.h>

char *
kkr_financing_steps_get_suffix (KkrFinancingSteps *self)
{
  return g_strdup_printf ("%d%s", self->year->year, self->same_year ? "_before" : "");
}

char *
kkr_financing_steps_expand (KkrFinancingSteps *self, const char *expression)
{
  g_autofree char *year = g_strdup_printf ("%d", self->year->year);
  g_autofree char *suffix = kkr_financing_steps_get_suffix (self);
  g_autofree char *in_id = g_strconcat ("_", suffix, NULL);
  g_auto (GStrv) ids = g_strsplit (expression, "_#", -1);
  g_autofree char *with_ids = g_strjoinv (in_id, ids);
  g_auto (GStrv) parts = g_strsplit (with_ids, "#", -1);

  return g_strjoinv (year, parts);
}

static void
set_fact (KkrFinancingSteps *self, KkrFact *fact)
{
  const char *level = kkr_fact_get_price_level (fact);

  if (kkr_fact_get_source (fact) != NULL)
    kkr_derivation_builder_set_source (self->builder, kkr_fact_get_source (fact),
                                       kkr_fact_get_section (fact));
  if (level != NULL)
    kkr_derivation_builder_set_price_level (self->builder, level);
}

static void
add_fact (KkrFinancingSteps *self, const char *id, const char *danish, const char *english,
          KkrFact *fact)
{
  g_autofree char *exact = kkr_fact_dup_value (fact);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, exact,
                                    kkr_fact_get_unit (fact));
  set_fact (self, fact);
}

static void
add_formula (KkrFinancingSteps *self, const char *id, const char *danish, const char *english,
             const char *expression, KkrUnit unit)
{
  g_autofree char *full_id = kkr_financing_steps_expand (self, id);
  g_autofree char *title_da = kkr_financing_steps_expand (self, danish);
  g_autofree char *title_en = kkr_financing_steps_expand (self, english);
  g_autofree char *full = kkr_financing_steps_expand (self, expression);

  kkr_derivation_builder_add_formula (self->builder, full_id, title_da, title_en, full, unit);
}

static const char *
get_name (KkrFinancingSteps *self, guint row)
{
  return kkr_municipality_get_name (kkr_financing_year_get_payer (self->year, row)->municipality);
}

void
kkr_financing_steps_add_budget (KkrFinancingSteps *self)
{
  g_autofree char *id = kkr_financing_steps_expand (self, "budget_#");
  g_autofree char *title = kkr_financing_steps_expand (self, "Budget #");

  kkr_derivation_builder_add_amount (self->builder, id, title, title, self->year->budget);
  if (self->year->budget_fact != NULL)
    set_fact (self, self->year->budget_fact);
}

/* One sum over the payers, of what `get` gives for each. */
static void
add_sum (KkrFinancingSteps *self, const char *id, const char *danish, const char *english,
         char *(*get) (KkrFinancingYear *year, guint row), KkrUnit unit)
{
  g_autofree char *full_id = kkr_financing_steps_expand (self, id);
  g_autofree char *title_da = kkr_financing_steps_expand (self, danish);
  g_autofree char *title_en = kkr_financing_steps_expand (self, english);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) terms = g_strv_builder_new ();
  g_auto (GStrv) key_texts = NULL;
  g_auto (GStrv) term_texts = NULL;

  for (guint i = 0; i < self->year->payers->len; i++)
    {
      g_autofree char *term = get (self->year, i);

      g_strv_builder_add (keys, get_name (self, i));
      g_strv_builder_add (terms, term);
    }
  key_texts = g_strv_builder_end (keys);
  term_texts = g_strv_builder_end (terms);
  kkr_derivation_builder_add_sum (self->builder, full_id, title_da, title_en,
                                  (const char *const *) key_texts,
                                  (const char *const *) term_texts, unit);
}

static char *
get_weight (KkrFinancingYear *year, guint row)
{
  return kkr_fact_dup_value (kkr_financing_year_get_payer (year, row)->weight);
}

static char *
get_own_use (KkrFinancingYear *year, guint row)
{
  return kkr_fact_dup_value (kkr_financing_year_get_payer (year, row)->own_use);
}

static char *
get_share (KkrFinancingYear *year, guint row)
{
  return kkr_rational_to_string (&kkr_financing_year_get_payer (year, row)->share);
}

static char *
get_amount (KkrFinancingYear *year, guint row)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, kkr_financing_year_get_amount (year, row));
}

void
kkr_financing_steps_add_weight_sum (KkrFinancingSteps *self)
{
  KkrFact *first = kkr_financing_year_get_payer (self->year, 0)->weight;
  KkrArrangement *arrangement = self->year->arrangement;
  g_autofree char *danish = g_strdup_printf (
    "%s i alt, #", kkr_arrangement_get_weights_title_in (arrangement, "da"));
  g_autofree char *english = g_strdup_printf (
    "%s in all, #", kkr_arrangement_get_weights_title_in (arrangement, "en"));

  add_sum (self, "weight_sum_#", danish, english, get_weight, kkr_fact_get_unit (first));
  set_fact (self, first);
}

void
kkr_financing_steps_add_share_sum (KkrFinancingSteps *self)
{
  add_sum (self, "share_sum_#", "Andele i alt, #", "Shares in all, #", get_share, KKR_UNIT_SHARE);
}

void
kkr_financing_steps_add_amount_sum (KkrFinancingSteps *self)
{
  add_sum (self, "amount_sum_#", "Beløb i alt, #", "Amounts in all, #", get_amount,
           KKR_UNIT_AMOUNT);
}

void
kkr_financing_steps_add_weight (KkrFinancingSteps *self, guint row)
{
  g_autofree char *id = kkr_financing_steps_expand (self, "weight_#");
  KkrArrangement *arrangement = self->year->arrangement;
  g_autofree char *danish = g_strdup_printf (
    "%s, %s, %d", kkr_arrangement_get_weights_title_in (arrangement, "da"), get_name (self, row),
    self->year->year);
  g_autofree char *english = g_strdup_printf (
    "%s, %s, %d", kkr_arrangement_get_weights_title_in (arrangement, "en"), get_name (self, row),
    self->year->year);

  add_fact (self, id, danish, english, kkr_financing_year_get_payer (self->year, row)->weight);
}

static void
add_part (KkrFinancingSteps *self, const char *id, const char *danish, const char *english,
          const KkrRational *part)
{
  g_autofree char *full_id = kkr_financing_steps_expand (self, id);
  g_autofree char *exact = kkr_rational_to_string (part);

  kkr_derivation_builder_add_value (self->builder, full_id, danish, english, exact,
                                    KKR_UNIT_SHARE);
}

static void
add_own_use (KkrFinancingSteps *self, guint row)
{
  KkrFact *fact = kkr_financing_year_get_payer (self->year, row)->own_use;
  g_autofree char *id = kkr_financing_steps_expand (self, "own_use_#");
  g_autofree char *danish = g_strdup_printf ("Eget forbrug i %s, %d", get_name (self, row),
                                             self->year->year);
  g_autofree char *english = g_strdup_printf ("Own use of %s, %d", get_name (self, row),
                                              self->year->year);

  add_part (self, "own_use_part_#", "Del efter eget forbrug", "Part by own use",
            &self->year->own_use);
  add_sum (self, "own_use_sum_#", "Eget forbrug i alt, #", "Own use in all, #", get_own_use,
           kkr_fact_get_unit (fact));
  set_fact (self, fact);
  add_fact (self, id, danish, english, fact);
}

void
kkr_financing_steps_add_share (KkrFinancingSteps *self, guint row)
{
  gboolean own_use = self->year->own_use.num != 0;
  KkrRational payers = KKR_RATIONAL_INT (self->year->payers->len);
  g_autofree char *danish = g_strdup_printf ("Andel for %s, #", get_name (self, row));
  g_autofree char *english = g_strdup_printf ("Share of %s, #", get_name (self, row));
  g_autofree char *payers_id = kkr_financing_steps_expand (self, "payers_#");
  g_autofree char *count = kkr_rational_to_string (&payers);

  kkr_financing_steps_add_weight_sum (self);
  kkr_financing_steps_add_weight (self, row);
  if (kkr_financing_year_is_plain (self->year))
    {
      add_formula (self, "share_#", danish, english, "weight_# / weight_sum_#", KKR_UNIT_SHARE);
      return;
    }
  add_part (self, "equal_part_#", "Del der deles ligeligt", "Part that is shared equally",
            &self->year->equal);
  kkr_derivation_builder_add_value (self->builder, payers_id, "Betalende kommuner",
                                    "Paying municipalities", count, KKR_UNIT_COUNT);
  if (own_use)
    add_own_use (self, row);
  add_formula (self, "share_#", danish, english,
               own_use ? "own_use_part_# * own_use_# / own_use_sum_# + (1 - own_use_part_#) * "
                         "(equal_part_# / payers_# + (1 - equal_part_#) * weight_# / weight_sum_#)"
                       : "equal_part_# / payers_# + (1 - equal_part_#) * weight_# / weight_sum_#",
               KKR_UNIT_SHARE);
}

static void
add_apportionment (KkrFinancingSteps *self, const char *id, const char *danish,
                   const char *english, const char *unit, guint row)
{
  g_autofree char *total = kkr_financing_steps_expand (self, "budget_#");
  g_autofree char *share = get_amount (self->year, row);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) weights = g_strv_builder_new ();
  g_auto (GStrv) key_texts = NULL;
  g_auto (GStrv) weight_texts = NULL;

  for (guint i = 0; i < self->year->payers->len; i++)
    {
      g_autofree char *weight = g_strdup_printf ("%" G_GINT64_FORMAT, self->year->weights[i]);

      g_strv_builder_add (keys, get_name (self, i));
      g_strv_builder_add (weights, weight);
    }
  key_texts = g_strv_builder_end (keys);
  weight_texts = g_strv_builder_end (weights);
  kkr_derivation_builder_add_apportionment (
    self->builder, id, danish, english, total, (const char *const *) key_texts,
    (const char *const *) weight_texts, kkr_apportionment_get_method (self->year->amounts),
    (KkrTieRule) kkr_calculator_get_enum (self->calculator, "tie-rule"), unit, row, share);
}

void
kkr_financing_steps_add_amount (KkrFinancingSteps *self, guint row)
{
  g_autofree char *id = kkr_financing_steps_expand (self, "amount_#");
  g_autofree char *danish = g_strdup_printf ("Beløb for %s, %d", get_name (self, row),
                                             self->year->year);
  g_autofree char *english = g_strdup_printf ("Amount of %s, %d", get_name (self, row),
                                              self->year->year);
  g_autofree char *expression = kkr_financing_steps_expand (self, "budget_# * share_#");
  g_autofree char *unit = g_strdup_printf (
    "%" G_GINT64_FORMAT, kkr_calculator_get_amount (self->calculator, "unit"));

  kkr_financing_steps_add_budget (self);
  kkr_financing_steps_add_share (self, row);
  if (kkr_apportionment_get_method (self->year->amounts) == KKR_APPORTION_METHOD_INDEPENDENT)
    kkr_derivation_builder_add_rounding (self->builder, id, danish, english, expression,
                                         KKR_UNIT_AMOUNT, KKR_ROUNDING_MODE_HALF_AWAY, unit);
  else
    add_apportionment (self, id, danish, english, unit, row);
}

void
kkr_financing_steps_add_rate (KkrFinancingSteps *self)
{
  KkrArrangement *arrangement = self->year->arrangement;
  g_autofree char *danish = g_strdup_printf (
    "Sats pr. %s, #", kkr_arrangement_get_weight_title_in (arrangement, "da"));
  g_autofree char *english = g_strdup_printf (
    "Rate per %s, #", kkr_arrangement_get_weight_title_in (arrangement, "en"));

  kkr_financing_steps_add_budget (self);
  kkr_financing_steps_add_weight_sum (self);
  add_formula (self, "rate_#", danish, english, "budget_# / 100 / weight_sum_#", KKR_UNIT_RATE);
}

void
kkr_financing_steps_add_volume (KkrFinancingSteps *self)
{
  KkrArrangement *arrangement = self->year->arrangement;
  g_autofree char *danish = g_strdup_printf (
    "%s i alt, #", kkr_arrangement_get_volumes_title_in (arrangement, "da"));
  g_autofree char *english = g_strdup_printf (
    "%s in all, #", kkr_arrangement_get_volumes_title_in (arrangement, "en"));
  g_autoptr (GString) sum = g_string_new (NULL);

  for (guint i = 0; i < self->year->volumes->len; i++)
    {
      KkrFact *fact = self->year->volumes->pdata[i];
      g_autofree char *suffix = kkr_financing_steps_get_suffix (self);
      g_autofree char *id = g_strdup_printf ("volume_%u_%s", i + 1, suffix);
      g_autofree char *exact = kkr_fact_dup_value (fact);
      g_autofree char *title_da = g_strdup_printf ("%s, %d", kkr_fact_get_title_in (fact, "da"),
                                                   self->year->year);
      g_autofree char *title_en = g_strdup_printf ("%s, %d", kkr_fact_get_title_in (fact, "en"),
                                                   self->year->year);

      kkr_derivation_builder_add_value (self->builder, id, title_da, title_en, exact,
                                        KKR_UNIT_COUNT);
      set_fact (self, fact);
      g_string_append_printf (sum, "%s%s", i > 0 ? " + " : "", id);
    }
  add_formula (self, "volume_#", danish, english, sum->str, KKR_UNIT_COUNT);
}

void
kkr_financing_steps_add_code (KkrFinancingSteps *self, guint row)
{
  KkrMunicipality *municipality = kkr_financing_year_get_payer (self->year, row)->municipality;
  g_autofree char *exact = g_strdup_printf ("%d", kkr_municipality_get_code (municipality));

  kkr_derivation_builder_add_value (self->builder, "code", "Kommunenummer", "Municipality code",
                                    exact, KKR_UNIT_NONE);
}

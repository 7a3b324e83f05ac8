/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/financing/kkr-financing-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/kernel/kkr-apportion.h>
#include <libkkr/register/kkr-fact-private.h>

static void
clear_payer (gpointer data)
{
  KkrFinancingPayer *payer = data;

  g_clear_object (&payer->municipality);
  g_clear_object (&payer->weight);
  g_clear_object (&payer->own_use);
}

void
kkr_financing_year_free (KkrFinancingYear *self)
{
  g_clear_object (&self->reg);
  g_clear_object (&self->arrangement);
  g_clear_pointer (&self->payers, g_array_unref);
  g_clear_object (&self->budget_fact);
  g_clear_pointer (&self->volumes, g_ptr_array_unref);
  g_clear_pointer (&self->price_level, g_free);
  g_clear_pointer (&self->weights, g_free);
  g_clear_object (&self->amounts);
  g_free (self);
}

KkrFinancingPayer *
kkr_financing_year_get_payer (KkrFinancingYear *self, guint row)
{
  return &g_array_index (self->payers, KkrFinancingPayer, row);
}

int
kkr_financing_year_find (KkrFinancingYear *self, KkrMunicipality *municipality)
{
  for (guint i = 0; i < self->payers->len; i++)
    if (kkr_municipality_get_code (kkr_financing_year_get_payer (self, i)->municipality) ==
        kkr_municipality_get_code (municipality))
      return (int) i;
  return -1;
}

gint64
kkr_financing_year_get_amount (KkrFinancingYear *self, guint row)
{
  gsize n;

  return kkr_apportionment_get_shares (self->amounts, &n)[row];
}

gboolean
kkr_financing_year_is_plain (KkrFinancingYear *self)
{
  return self->equal.num == 0 && self->own_use.num == 0;
}

/* What could not be found, so that one error can name it all. */
static void
add_missing (GPtrArray *missing, const char *what, GError *error)
{
  g_ptr_array_add (missing, what != NULL ? g_strdup_printf ("%s: %s", what, error->message)
                                         : g_strdup (error->message));
  g_error_free (error);
}

static KkrFact *
lookup (KkrFinancingYear *self, KkrCalculator *calculator, const char *key, const char *day,
        const char *price_level, KkrUnit unit, const char *what, GPtrArray *missing)
{
  GError *error = NULL;
  KkrFact *fact = kkr_register_lookup_at_level (self->reg, key, day,
                                                kkr_calculator_get_text (calculator, "known-on"),
                                                price_level, &error);

  if (fact != NULL && !kkr_fact_check_number (fact, unit, &error))
    g_clear_object (&fact);
  if (fact == NULL)
    add_missing (missing, what, error);
  return fact;
}

static gboolean
is_exempted (KkrMunicipality *municipality, KkrMunicipality **exempt, guint n_exempt)
{
  for (guint i = 0; i < n_exempt; i++)
    if (kkr_municipality_get_code (exempt[i]) == kkr_municipality_get_code (municipality))
      return TRUE;
  return FALSE;
}

/* The municipalities that the input `exempt` names, each of which has to be a payer. */
static gboolean
find_exempt (KkrFinancingYear *self, KkrCalculator *calculator, KkrMunicipality **payers,
             gsize n_payers, GPtrArray *exempt, GError **error)
{
  const char *text = kkr_calculator_get_text (calculator, "exempt");
  g_auto (GStrv) names = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      KkrMunicipality *found;

      if (*g_strstrip (names[i]) == '\0')
        continue;
      found = kkr_register_find_municipality (self->reg, names[i], error);
      if (found == NULL)
        {
          g_prefix_error (error, "exempt: ");
          return FALSE;
        }
      g_ptr_array_add (exempt, found);
      if (!is_exempted (found, payers, (guint) n_payers))
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("exempt: %s found, which does not pay to %s; a payer expected"),
                       kkr_municipality_get_name (found),
                       kkr_entity_get_id (KKR_ENTITY (self->arrangement)));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
load_payers (KkrFinancingYear *self, KkrCalculator *calculator, const char *day, GError **error)
{
  g_autoptr (GPtrArray) exempt = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree KkrMunicipality **payers = NULL;
  gsize n = 0;
  gboolean ok;

  payers = kkr_arrangement_dup_municipalities_on (self->arrangement, day, &n, error);
  if (payers == NULL)
    return FALSE;
  ok = find_exempt (self, calculator, payers, n, exempt, error);
  for (gsize i = 0; i < n; i++)
    if (is_exempted (payers[i], (KkrMunicipality **) exempt->pdata, exempt->len))
      g_object_unref (payers[i]);
    else
      {
        KkrFinancingPayer payer = { .municipality = payers[i] };

        g_array_append_val (self->payers, payer);
      }
  if (ok && self->payers->len == 0)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                 _("%s: no payers found on %s, at least one expected"),
                 kkr_entity_get_id (KKR_ENTITY (self->arrangement)), day);
  return ok && self->payers->len > 0;
}

/* A per cent that is an input of the calculator, or of the arrangement, as a fraction of one. */
static gboolean
load_part (KkrCalculator *calculator, const char *input, const char *arranged, KkrRational *part,
           GError **error)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  KkrRational percent = KKR_RATIONAL_ZERO;

  if (kkr_calculator_is_assigned (calculator, input))
    {
      if (!kkr_calculator_get_rational (calculator, input, &percent, error))
        return FALSE;
    }
  else if (arranged != NULL)
    kkr_rational_parse (arranged, &percent);
  return kkr_rational_divide (&percent, &hundred, part) || kkr_rational_overflow (error, input);
}

static void
load_payer_facts (KkrFinancingYear *self, KkrCalculator *calculator, const char *day,
                  GPtrArray *missing)
{
  const char *weight_key = kkr_arrangement_get_weight_key (self->arrangement);
  const char *own_use_key = kkr_arrangement_get_own_use_key (self->arrangement);
  g_autofree char *reference = kkr_arrangement_dup_reference_date (self->arrangement, self->year);
  guint known_missing = missing->len;

  for (guint i = 0; i < self->payers->len; i++)
    {
      KkrFinancingPayer *payer = kkr_financing_year_get_payer (self, i);
      int code = kkr_municipality_get_code (payer->municipality);
      g_autofree char *key = g_strdup_printf ("%s/%d", weight_key, code);
      g_autofree char *use_key = g_strdup_printf ("%s/%d", own_use_key, code);

      payer->weight = lookup (self, calculator, key, reference, NULL, KKR_UNIT_UNSET, NULL,
                              missing);
      if (self->own_use.num != 0 && own_use_key != NULL)
        payer->own_use = lookup (self, calculator, use_key, day, NULL, KKR_UNIT_UNSET, NULL,
                                 missing);
    }
  /* One example is enough of what is the same for all. */
  if (missing->len > known_missing + 1)
    {
      char *first = missing->pdata[known_missing];
      guint n_more = missing->len - known_missing - 1;

      missing->pdata[known_missing] = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s (and %u more of the kind)",
                     "%s (and %u more of the kind)", n_more), first, n_more);
      g_free (first);
      g_ptr_array_set_size (missing, (int) known_missing + 1);
    }
}

static void
load_volumes (KkrFinancingYear *self, KkrCalculator *calculator, const char *day)
{
  const char *const *keys = kkr_arrangement_get_volume_keys (self->arrangement);
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      KkrFact *fact = lookup (self, calculator, keys[i], day, NULL, KKR_UNIT_UNSET, NULL, unknown);

      if (fact != NULL)
        g_ptr_array_add (self->volumes, fact);
    }
  /* A sum with a term missing is no sum. */
  if (unknown->len > 0)
    g_ptr_array_set_size (self->volumes, 0);
}

static gboolean
add_up (KkrFinancingYear *self, gboolean own_use, KkrRational *sum, GError **error)
{
  *sum = KKR_RATIONAL_ZERO;
  for (guint i = 0; i < self->payers->len; i++)
    {
      KkrFinancingPayer *payer = kkr_financing_year_get_payer (self, i);
      const KkrRational *term = kkr_fact_get_rational (own_use ? payer->own_use : payer->weight);

      if (term->num < 0)
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("%s: a negative weight found, 0 or more expected"),
                       kkr_fact_get_key (own_use ? payer->own_use : payer->weight));
          return FALSE;
        }
      if (!kkr_rational_add (sum, term, sum))
        return kkr_rational_overflow (error, _("the sum of the weights"));
    }
  if (sum->num == 0)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("%s: all weights are 0, one above 0 expected"),
                 kkr_entity_get_id (KKR_ENTITY (self->arrangement)));
  return sum->num != 0;
}

/* own * u/U + (1 - own) * (equal/n + (1 - equal) * p/P) */
static gboolean
compute_share (KkrFinancingYear *self, KkrFinancingPayer *payer)
{
  const KkrRational one = KKR_RATIONAL_INT (1), n = KKR_RATIONAL_INT (self->payers->len);
  KkrRational by_weight, equally, rest;

  if (!kkr_rational_divide (kkr_fact_get_rational (payer->weight), &self->weight_sum,
                            &payer->share))
    return FALSE;
  if (kkr_financing_year_is_plain (self))
    return TRUE;
  if (!kkr_rational_subtract (&one, &self->equal, &rest) ||
      !kkr_rational_multiply (&rest, &payer->share, &by_weight) ||
      !kkr_rational_divide (&self->equal, &n, &equally) ||
      !kkr_rational_add (&by_weight, &equally, &payer->share))
    return FALSE;
  if (payer->own_use == NULL)
    return TRUE;
  return kkr_rational_subtract (&one, &self->own_use, &rest) &&
         kkr_rational_multiply (&rest, &payer->share, &payer->share) &&
         kkr_rational_divide (kkr_fact_get_rational (payer->own_use), &self->own_use_sum, &rest) &&
         kkr_rational_multiply (&self->own_use, &rest, &rest) &&
         kkr_rational_add (&payer->share, &rest, &payer->share);
}

/* Whole numbers in proportion to the shares: plain weights as they are, mixed ones over their
 * common denominator. */
static gboolean
compute_weights (KkrFinancingYear *self)
{
  gboolean plain = kkr_financing_year_is_plain (self);
  KkrInt128 common = 1;

  self->weights = g_new (gint64, self->payers->len);
  for (guint i = 0; i < self->payers->len; i++)
    {
      KkrFinancingPayer *payer = kkr_financing_year_get_payer (self, i);
      KkrInt128 den = plain ? kkr_fact_get_rational (payer->weight)->den : payer->share.den;

      den /= (KkrInt128) kkr_uint128_gcd ((KkrUint128) common, (KkrUint128) den);
      if (__builtin_mul_overflow (common, den, &common))
        return FALSE;
    }
  for (guint i = 0; i < self->payers->len; i++)
    {
      KkrFinancingPayer *payer = kkr_financing_year_get_payer (self, i);
      const KkrRational *value = plain ? kkr_fact_get_rational (payer->weight) : &payer->share;
      KkrInt128 whole;

      if (__builtin_mul_overflow (value->num, common / value->den, &whole) || whole > G_MAXINT64)
        return FALSE;
      self->weights[i] = (gint64) whole;
    }
  return TRUE;
}

static gboolean
compute_amounts (KkrFinancingYear *self, KkrCalculator *calculator, GError **error)
{
  if (!add_up (self, FALSE, &self->weight_sum, error) ||
      (self->own_use.num != 0 && !add_up (self, TRUE, &self->own_use_sum, error)))
    return FALSE;
  for (guint i = 0; i < self->payers->len; i++)
    if (!compute_share (self, kkr_financing_year_get_payer (self, i)))
      return kkr_rational_overflow (error, _("a share"));
  if (!compute_weights (self))
    return kkr_rational_overflow (error, _("a mixed key"));
  self->amounts = kkr_apportion_full (
    self->budget, self->weights, self->payers->len,
    (KkrApportionMethod) kkr_calculator_get_enum (calculator, "method"),
    kkr_calculator_get_amount (calculator, "unit"),
    (KkrTieRule) kkr_calculator_get_enum (calculator, "tie-rule"), error);
  return self->amounts != NULL;
}

static gboolean
load_facts (KkrFinancingYear *self, KkrCalculator *calculator, gboolean own_budget,
            const char *price_level, GError **error)
{
  g_autofree char *day = g_strdup_printf ("%04d-01-01", self->year);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  if (!load_payers (self, calculator, day, error) ||
      !load_part (calculator, "equal-percent",
                  kkr_arrangement_get_equal_percent (self->arrangement), &self->equal, error) ||
      !load_part (calculator, "own-use-percent",
                  kkr_arrangement_get_own_use_percent (self->arrangement), &self->own_use, error))
    return FALSE;
  if (self->own_use.num != 0 && kkr_arrangement_get_own_use_key (self->arrangement) == NULL)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                   _("own-use-percent: %s names no series of own use, one expected"),
                   kkr_entity_get_id (KKR_ENTITY (self->arrangement)));
      return FALSE;
    }
  if (own_budget)
    self->budget = kkr_calculator_get_amount (calculator, "budget");
  else
    self->budget_fact = lookup (self, calculator,
                                kkr_arrangement_get_budget_key (self->arrangement), day,
                                price_level, KKR_UNIT_AMOUNT,
                                _("budget is not given and not known"), missing);
  if (self->budget_fact != NULL)
    self->budget = kkr_fact_get_amount (self->budget_fact);
  load_payer_facts (self, calculator, day, missing);
  load_volumes (self, calculator, day);
  if (missing->len == 0)
    return TRUE;
  g_ptr_array_add (missing, NULL);
  all = g_strjoinv ("; ", (char **) missing->pdata);
  g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA, all);
  return FALSE;
}

KkrFinancingYear *
kkr_financing_year_load (KkrCalculator *calculator, int year, gboolean own_budget,
                         const char *price_level, GError **error)
{
  g_autoptr (KkrFinancingYear) self = g_new0 (KkrFinancingYear, 1);

  self->year = year;
  self->reg = g_object_ref (kkr_calculator_get_register (calculator));
  self->payers = g_array_new (FALSE, TRUE, sizeof (KkrFinancingPayer));
  g_array_set_clear_func (self->payers, clear_payer);
  self->volumes = g_ptr_array_new_with_free_func (g_object_unref);
  self->price_level = g_strdup (price_level != NULL ? price_level : "nominal");
  self->arrangement = kkr_register_find_arrangement (
    self->reg, kkr_calculator_get_text (calculator, "arrangement"), error);
  if (self->arrangement == NULL ||
      !load_facts (self, calculator, own_budget, price_level, error) ||
      !compute_amounts (self, calculator, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/financing/kkr-financing-batch-private.h>

#include <string.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/model/kkr-on-day-private.h>
#include <libkkr/register/kkr-fact-private.h>
#include <libkkr/register/kkr-register-private.h>
#include <libkkr/register/kkr-series-values-private.h>

void
kkr_financing_group_free (KkrFinancingGroup *self)
{
  g_clear_object (&self->reg);
  g_clear_object (&self->arrangement);
  g_free (self->choices.known_on);
  g_free (self->choices.price_level);
  g_free (self->choices.exempt);
  g_free (self->own_codes);
  g_free (self->own_municipalities);
  g_free (self->weights);
  g_clear_pointer (&self->asked, g_array_unref);
  g_clear_pointer (&self->after, kkr_financing_year_free);
  g_clear_pointer (&self->before, kkr_financing_year_free);
  g_free (self);
}

/* What is in a year that KkrFinancingYear has loaded. */
static void
take_year (KkrFinancingGroup *self, const KkrFinancingYear *year)
{
  gint32 *codes = g_new (gint32, year->payers->len);
  KkrMunicipality **municipalities = g_new (KkrMunicipality *, year->payers->len);

  self->index = NULL;
  self->n = year->payers->len;
  self->budget = year->budget;
  for (gsize i = 0; i < self->n; i++)
    {
      municipalities[i] = g_array_index (year->payers, KkrFinancingPayer, i).municipality;
      codes[i] = kkr_municipality_get_code (municipalities[i]);
    }
  g_free (self->own_codes);
  g_free (self->own_municipalities);
  g_free (self->weights);
  self->codes = self->own_codes = codes;
  self->own_municipalities = municipalities;
  self->municipalities = self->own_municipalities;
  self->weights = g_memdup2 (year->weights, self->n * sizeof *self->weights);
}

/* With the words of KkrFinancingYear for what is wrong. */
static gboolean
read_slowly (KkrFinancingGroup *self, KkrCalculator *calculator, GError **error)
{
  g_autoptr (KkrCalculator) copy = kkr_calculator_dup (calculator);
  g_autoptr (KkrFinancingYear) year = NULL;
  gboolean unfit;

  if (self->by_row)
    g_object_set (copy, "budget", G_GINT64_CONSTANT (0), NULL);
  year = kkr_financing_load_main (copy, error);
  if (year == NULL)
    return FALSE;
  g_set_object (&self->arrangement, year->arrangement);
  take_year (self, year);
  if (!self->choices.has_compare)
    return TRUE;
  self->before = kkr_financing_load_other (copy, &unfit, error);
  self->after = g_steal_pointer (&year);
  self->is_small = self->before != NULL && kkr_financing_is_small (self->before)
                   && kkr_financing_is_small (self->after);
  return self->before != NULL;
}

static gboolean
is_exempt (const gint32 *exempt, guint n_exempt, gint32 code)
{
  for (guint i = 0; i < n_exempt; i++)
    if (exempt[i] == code)
      return TRUE;
  return FALSE;
}

/* Those of the index who pay on the day and are not exempt. */
static void
choose_payers (KkrFinancingGroup *self, const KkrPayerIndex *index, gint32 day,
               const gint32 *exempt, guint n_exempt)
{
  gint32 *codes = g_new (gint32, index->n);
  KkrMunicipality **municipalities = g_new (KkrMunicipality *, index->n);

  self->n = 0;
  for (guint i = 0; i < index->n; i++)
    if (index->from[i] <= day && day <= index->until[i]
        && !is_exempt (exempt, n_exempt, index->codes[i]))
      {
        codes[self->n] = index->codes[i];
        municipalities[self->n++] = index->municipalities[i];
      }
  self->codes = self->own_codes = codes;
  self->own_municipalities = municipalities;
  self->municipalities = self->own_municipalities;
}

static gboolean
pays_on (const KkrPayerIndex *index, gint32 code, gint32 day)
{
  for (guint i = 0; i < index->n; i++)
    if (index->codes[i] == code && index->from[i] <= day && day <= index->until[i])
      return TRUE;
  return FALSE;
}

/* FALSE for a name that is none of a payer. */
static gboolean
find_exempt (KkrFinancingGroup *self, const KkrPayerIndex *index, gint32 day, GArray *exempt)
{
  g_auto (GStrv) names = g_strsplit (self->choices.exempt, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (KkrMunicipality) found = NULL;
      gint32 code;

      if (*g_strstrip (names[i]) == '\0')
        continue;
      found = kkr_register_find_municipality (self->reg, names[i], NULL);
      code = found != NULL ? kkr_municipality_get_code (found) : 0;
      if (found == NULL || !pays_on (index, code, day))
        return FALSE;
      g_array_append_val (exempt, code);
    }
  return TRUE;
}

static gboolean
read_payers (KkrFinancingGroup *self, gint32 day)
{
  KkrPayerIndex *index = kkr_store_get_payers (kkr_register_get_store (self->reg),
                                               self->arrangement);
  g_autoptr (GArray) exempt = NULL;

  if (self->choices.exempt != NULL)
    {
      exempt = g_array_new (FALSE, FALSE, sizeof (gint32));
      if (!find_exempt (self, index, day, exempt))
        return FALSE;
    }
  if ((exempt != NULL && exempt->len > 0) || day < index->all_from || day > index->all_until)
    choose_payers (self, index, day, exempt != NULL ? (const gint32 *) exempt->data : NULL,
                   exempt != NULL ? exempt->len : 0);
  else
    {
      self->index = index;
      self->n = index->n;
      self->codes = index->codes;
      self->municipalities = index->municipalities;
    }
  return self->n > 0;
}

/* Decimals over their common denominator. */
static gboolean
make_whole (const KkrFactRecord *const *records, gsize n, gint64 *values)
{
  KkrInt128 common = 1;

  for (gsize i = 0; i < n; i++)
    {
      gint64 den = MAX (records[i]->den, 1);

      common = common / (KkrInt128) kkr_uint128_gcd ((KkrUint128) common, (KkrUint128) den) * den;
      if (common > G_MAXINT32)
        return FALSE;
    }
  for (gsize i = 0; i < n; i++)
    if (__builtin_mul_overflow (records[i]->num, (gint64) common / MAX (records[i]->den, 1),
                                &values[i]))
      return FALSE;
  return TRUE;
}

static gboolean
read_series (KkrFinancingGroup *self, const char *series, const KkrSeriesQuestion *question,
             gint64 *values)
{
  g_autofree const KkrFactRecord **records = NULL;

  if (kkr_register_find_values (self->reg, series, question, self->codes, self->n, values, NULL))
    return TRUE;
  records = g_new (const KkrFactRecord *, self->n);
  kkr_register_find_values (self->reg, series, question, self->codes, self->n, NULL, records);
  for (gsize i = 0; i < self->n; i++)
    if (records[i] == NULL)
      return FALSE;
  return make_whole (records, self->n, values);
}

/* What the arrangement says, unless an input does. */
static gboolean
read_part (gboolean is_assigned, gdouble assigned, const char *arranged, KkrRational *part)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  KkrRational percent = KKR_RATIONAL_ZERO;

  if (is_assigned && !kkr_rational_from_double (assigned, &percent))
    return FALSE;
  if (!is_assigned && arranged != NULL)
    kkr_rational_parse (arranged, &percent);
  *part = percent;
  return percent.num == 0 || kkr_rational_divide (&percent, &hundred, part);
}

static gboolean
read_weights (KkrFinancingGroup *self, const KkrSeriesQuestion *question)
{
  const KkrFinancingChoices *choices = &self->choices;
  const char *own_use_key = kkr_arrangement_get_own_use_key (self->arrangement);
  g_autofree gint64 *own_use = NULL;
  KkrSeriesQuestion on_reference = *question;
  KkrFinancingMix mix = { .n = self->n };
  gint64 sum;

  self->weights = g_new (gint64, self->n);
  if (!read_part (choices->has_equal, choices->equal_percent,
                  kkr_arrangement_get_equal_percent (self->arrangement), &mix.equal)
      || !read_part (choices->has_own_use, choices->own_use_percent,
                     kkr_arrangement_get_own_use_percent (self->arrangement), &mix.own_part)
      || !kkr_arrangement_find_reference_day (self->arrangement, self->year,
                                              &on_reference.valid_on)
      || !read_series (self, kkr_arrangement_get_weight_key (self->arrangement), &on_reference,
                       self->weights))
    return FALSE;
  if (mix.equal.num == 0 && mix.own_part.num == 0)
    return kkr_financing_sum_weights (self->weights, self->n, &sum);
  if (mix.own_part.num != 0)
    {
      own_use = g_new (gint64, self->n);
      if (own_use_key == NULL || !read_series (self, own_use_key, question, own_use))
        return FALSE;
    }
  mix.weights = self->weights;
  mix.own_use = own_use;
  return kkr_financing_mix (&mix, self->weights);
}

static gboolean
read_budget (KkrFinancingGroup *self, const KkrSeriesQuestion *question)
{
  KkrSeriesQuestion at_level = *question;
  const KkrFactRecord *fact;

  if (self->by_row)
    return TRUE;
  if (!self->is_given)
    {
      if (self->choices.price_level != NULL
          && !kkr_register_read_level (self->choices.price_level, &at_level.level, NULL))
        return FALSE;
      fact = kkr_register_find_value (self->reg, kkr_arrangement_get_budget_key (self->arrangement),
                                      &at_level);
      if (fact == NULL || fact->unit != KKR_UNIT_AMOUNT || fact->den > 1)
        return FALSE;
      self->budget = fact->num;
    }
  return self->budget != G_MININT64 && (self->budget >= 0 || self->settlement)
         && self->unit > 0 && self->budget % self->unit == 0;
}

/* FALSE for anything that is not as it is in most years. */
static gboolean
find_arrangement (KkrFinancingGroup *self, KkrCalculator *calculator)
{
  const char *text;

  if (self->arrangement != NULL)
    return TRUE;
  text = kkr_calculator_get_text (calculator, "arrangement");
  if (text != NULL)
    self->arrangement = kkr_register_find_arrangement (self->reg, text, NULL);
  return self->arrangement != NULL;
}

static gboolean
read_quickly (KkrFinancingGroup *self, KkrCalculator *calculator)
{
  KkrSeriesQuestion question = {
    .valid_on = kkr_date_from_parts (self->year, 1, 1),
    .known_on = KKR_DATE_MAX,
    .level = KKR_LEVEL_ANY,
  };

  if (self->choices.has_compare || kkr_register_get_store (self->reg) == NULL
      || (self->choices.known_on != NULL
          && !kkr_date_parse (self->choices.known_on, &question.known_on)))
    return FALSE;
  return find_arrangement (self, calculator) && read_payers (self, question.valid_on)
         && read_budget (self, &question) && read_weights (self, &question);
}

KkrFinancingGroup *
kkr_financing_group_open (KkrCalculator *calculator, gboolean by_row,
                          const KkrFinancingGroup *before, GError **error)
{
  KkrFinancingGroup *self = g_new0 (KkrFinancingGroup, 1);

  kkr_financing_group_take_inputs (self, calculator, by_row, before);
  if (read_quickly (self, calculator) || read_slowly (self, calculator, error))
    return self;
  kkr_financing_group_free (self);
  return NULL;
}

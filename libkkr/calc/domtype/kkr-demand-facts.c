/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-demand-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-period-private.h>
#include <libkkr/register/kkr-fact-private.h>

/* The fact that was known of a period, or NULL. */
static KkrFact *
look_up (KkrCalculator *calculator, KkrRegister *reg, const char *key, gint32 day)
{
  g_autofree char *valid_on = kkr_date_to_string (day);

  return kkr_register_lookup (reg, key, valid_on, kkr_calculator_get_text (calculator, "known-on"),
                              NULL);
}

KkrFact *
kkr_demand_newest_fact (KkrCalculator *calculator, KkrRegister *reg, const char *key)
{
  gsize n;
  KkrFact **facts = kkr_register_dup_history (reg, key, &n);
  g_autoptr (KkrFact) newest = NULL;
  gint32 newest_day = KKR_DATE_MIN;

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (KkrFact) own = facts[i];
      g_autoptr (KkrPeriod) valid = kkr_fact_dup_valid (own);
      g_autoptr (KkrFact) found = NULL;
      gint32 from, until;

      kkr_period_get_days (valid, &from, &until);
      if (from == KKR_DATE_MIN)
        from = until != KKR_DATE_MAX ? until : 0;
      found = newest == NULL || from > newest_day ? look_up (calculator, reg, key, from) : NULL;
      if (found == NULL)
        continue;
      g_set_object (&newest, found);
      newest_day = from;
    }
  g_free (facts);
  return g_steal_pointer (&newest);
}

gint64
kkr_demand_use_fact (KkrDemand *self, const char *input, const char *key)
{
  g_autoptr (KkrFact) fact = kkr_demand_newest_fact (self->calculator, self->reg, key);
  const KkrRational *value;

  if (fact == NULL || !kkr_fact_has_number (fact))
    return KKR_DEMAND_UNKNOWN;
  value = kkr_fact_get_rational (fact);
  if (value->den != 1 || value->num < 0 || value->num > KKR_DEMAND_MAX_COUNT)
    {
      kkr_demand_fault (self, input, NULL, 0, 0, KKR_CALC_ERROR_OUT_OF_RANGE,
                        _("%s: %s found, a whole number expected"), key,
                        kkr_fact_get_printed (fact));
      return KKR_DEMAND_UNKNOWN;
    }
  g_ptr_array_add (self->used, g_object_ref (fact));
  return (gint64) value->num;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/financing/kkr-financing-batch-private.h>

#include <libkkr/kernel/kkr-apportion.h>
#include <libkkr/register/kkr-fact-private.h>

/* A scenario that is to be compared with a year fails where the comparison does, although nobody
 * asks for its table. Within these limits it never does: a rate is a fraction of at most 40 bits
 * over 38, the difference of two of 79 over 76, and its product with a weight and with 100 is one
 * of 108 bits, which is below 2^62 after it is divided. Prices are of 40 bits over 24, and their
 * growth of 102 over 88. */
#define MAX_BUDGET (G_GINT64_CONSTANT (1) << 40)
#define MAX_WEIGHT (1 << 22)
#define MAX_WEIGHTS (G_GINT64_CONSTANT (1) << 31)
#define MAX_VOLUME (1 << 24)

static gboolean
is_small_budget (gint64 budget)
{
  return budget >= -MAX_BUDGET && budget <= MAX_BUDGET;
}

static gboolean
is_whole_below (const KkrRational *value, gint64 most)
{
  return value->den == 1 && value->num <= most;
}

gboolean
kkr_financing_is_small (KkrFinancingYear *year)
{
  KkrRational volume;

  for (guint i = 0; i < year->payers->len; i++)
    if (!is_whole_below (kkr_fact_get_rational (kkr_financing_year_get_payer (year, i)->weight),
                         MAX_WEIGHT))
      return FALSE;
  return is_small_budget (year->budget) && is_whole_below (&year->weight_sum, MAX_WEIGHTS)
         && (year->volumes->len == 0 || (kkr_financing_year_get_volume (year, &volume)
                                         && is_whole_below (&volume, MAX_VOLUME)));
}

static gboolean
compare_one (KkrFinancingGroup *self, gint64 budget, GError **error)
{
  KkrFinancingYear *after = self->after;
  g_autoptr (KkrTable) change = NULL, figures = NULL;

  after->budget = budget;
  g_clear_object (&after->amounts);
  after->amounts = kkr_apportion_full (budget, after->weights, after->payers->len, self->method,
                                       self->unit, self->tie_rule, error);
  if (after->amounts == NULL)
    return FALSE;
  change = kkr_financing_make_change (self->before, after, error);
  if (change == NULL)
    return FALSE;
  figures = kkr_financing_make_key_figures (self->before, after, error);
  return figures != NULL;
}

gboolean
kkr_financing_group_compare (KkrFinancingGroup *self, const gint64 *budgets,
                             const KkrBatchRows *rows, GError **error)
{
  if (self->before == NULL)
    return TRUE;
  for (gsize i = 0; i < rows->n; i++)
    if (!(self->is_small && is_small_budget (budgets[i]))
        && (g_cancellable_set_error_if_cancelled (rows->cancellable, error)
            || !compare_one (self, budgets[i], error)))
      return FALSE;
  return TRUE;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/supervision/kkr-tariff-private.h>

#include <libkkr/calc/supervision/kkr-supervision-tariff.h>

void
kkr_tariff_plan_tell (KkrTariffPlan *self)
{
  static const char *const printed[] = { "printed-1", "printed-2", "printed-3", "printed-4" };
  const KkrTariffBase *base = &self->bases[KKR_TARIFF_SUPERVISION];

  for (guint i = 0; i < base->n_cells; i++)
    if (base->cells[i].service == KKR_TARIFF_SUPERVISION)
      kkr_calculator_tell_fact (self->calculator, printed[base->cells[i].group],
                                base->cells[i].fact, i > 0 ? base->cells[i - 1].fact : NULL);
  if (base->way == KKR_TARIFF_WAY_BUDGET)
    kkr_calculator_tell_fact (self->calculator, "budget", base->fact, NULL);
  kkr_calculator_tell_fact (self->calculator, "hourly-price",
                            self->bases[KKR_TARIFF_HOURLY_PRICE].fact, NULL);
  kkr_calculator_tell_fact (self->calculator, "hours-supervision", self->hours_facts[0],
                            self->bases[KKR_TARIFF_HOURLY_PRICE].fact);
  kkr_calculator_tell_fact (self->calculator, "hours-approval", self->hours_facts[1],
                            self->hours_facts[0]);
}

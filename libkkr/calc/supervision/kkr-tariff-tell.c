/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/supervision/kkr-tariff-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/supervision/kkr-supervision-tariff.h>
#include <libkkr/register/kkr-fact-private.h>

static gboolean
is_from_same_place (KkrFact *a, KkrFact *b)
{
  return b != NULL && kkr_fact_get_source (a) == kkr_fact_get_source (b) &&
         g_strcmp0 (kkr_fact_get_section (a), kkr_fact_get_section (b)) == 0;
}

static char *
name_place (KkrFact *fact, const char *language)
{
  const char *section = kkr_fact_get_section (fact);
  g_autofree char *source = NULL;

  if (kkr_fact_get_source (fact) == NULL)
    return g_strdup (kkr_text_in (language, "fra registret", "from the register"));
  source = kkr_source_to_string_in (kkr_fact_get_source (fact), language);
  return section != NULL ? g_strdup_printf ("%s; %s", source, section) : g_steal_pointer (&source);
}

/* "43.852,00 kr. (DAS Social, ...; afsnit ...)": what an input was that nobody gave. `before` is
 * the fact of the line above, whose source need not be said twice. */
static void
tell (KkrTariffPlan *self, const char *input, KkrFact *fact, KkrFact *before)
{
  g_auto (GStrv) texts = NULL;

  if (fact == NULL)
    return;
  texts = g_new0 (char *, 3);
  for (guint i = 0; i < 2; i++)
    {
      const char *language = i == 0 ? "da" : "en";
      g_autofree char *value = kkr_format_value (kkr_fact_get_rational (fact),
                                                 kkr_fact_get_unit (fact), language);
      g_autofree char *place = name_place (fact, language);

      if (is_from_same_place (fact, before))
        texts[i] = g_strdup_printf ("%s (%s)", value,
                                    kkr_text_in (language, "samme sted", "the same place"));
      else
        texts[i] = g_strdup_printf ("%s (%s)", value, place);
    }
  kkr_calculator_tell_input (self->calculator, input, texts[0], texts[1]);
}

static void
tell_zero_places (KkrTariffPlan *self)
{
  gboolean lowest = kkr_calculator_get_enum (self->calculator, "zero-places") ==
                    KKR_ZERO_PLACES_LOWEST_GROUP;

  kkr_calculator_tell_input (self->calculator, "zero-places",
                             lowest ? "hører til den mindste gruppe (lowest-group)"
                                    : "afvises (refuse)",
                             lowest ? "belongs to the lowest group (lowest-group)"
                                    : "is refused (refuse)");
}

void
kkr_tariff_plan_tell (KkrTariffPlan *self)
{
  static const char *const printed[] = { "printed-1", "printed-2", "printed-3", "printed-4" };
  const KkrTariffBase *base = &self->bases[KKR_TARIFF_SUPERVISION];

  for (guint i = 0; i < base->n_cells; i++)
    if (base->cells[i].service == KKR_TARIFF_SUPERVISION)
      tell (self, printed[base->cells[i].group], base->cells[i].fact,
            i > 0 ? base->cells[i - 1].fact : NULL);
  if (base->way == KKR_TARIFF_WAY_BUDGET)
    tell (self, "budget", base->fact, NULL);
  tell_zero_places (self);
  tell (self, "hourly-price", self->bases[KKR_TARIFF_HOURLY_PRICE].fact, NULL);
  tell (self, "hours-supervision", self->hours_facts[0],
        self->bases[KKR_TARIFF_HOURLY_PRICE].fact);
  tell (self, "hours-approval", self->hours_facts[1], self->hours_facts[0]);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-calculator-private.h>

#include <libkkr/base/kkr-format-private.h>
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

void
kkr_calculator_tell_fact (KkrCalculator *self, const char *input, KkrFact *fact, KkrFact *before)
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
  kkr_calculator_tell_input (self, input, texts[0], texts[1]);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-readings-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-choice-names-private.h>

#define MAX_VALUES 3

typedef struct {
  const char *input;
  const char *rule_da, *rule_en;
  const char *words_da[MAX_VALUES], *words_en[MAX_VALUES];
} Reading;

/* What the documents leave open, and how it was read: by the values of each enum after UNSET. */
static const Reading readings[] = {
  { "window", "Garantiens år løber", "The years of the guarantee run",
    { "for hver plads fra dens egen ibrugtagning",
      "for alle pladser i en aftale fra den første ibrugtagning" },
    { "for each place from its own first day in use",
      "for all places of an agreement from the first day of any" } },
  { "leap-day", "Garanti fra en 29. februar", "A guarantee from a 29 February",
    { "udløber den 28. februar, så den 27. er sidste dag",
      "udløber den 1. marts, så den 28. februar er sidste dag" },
    { "expires on 28 February, so that the 27th is its last day",
      "expires on 1 March, so that 28 February is its last day" } },
  { "tariff-basis", "Garantien dækker en del af", "The guarantee covers a part of",
    { "dagens takst", "taksten ved ibrugtagningen" },
    { "the tariff of the day", "the tariff when the place was taken into use" } },
  { "cap", "Loftet over pladser gælder", "The cap of places holds for",
    { "alle pladser tilsammen", "hver driftsherre for sig" },
    { "all places together", "each operator by itself" } },
  { "excess", "Pladser over loftet", "Places above the cap",
    { "er uden garanti: de sidst ibrugtagne", "er en fejl" },
    { "have no guarantee: those taken into use last", "are an error" } },
  { "gaps", "Dage uden status", "Days without a status",
    { "er en fejl", "regnes som tomme", "regnes ikke med" },
    { "are an error", "count as empty", "do not count" } },
  { "shared-day", "En dag med to statusser", "A day with two statuses",
    { "er en fejl", "hører til den, der slutter", "hører til den, der begynder" },
    { "is an error", "belongs to the one that ends", "belongs to the one that begins" } },
  { "unstated", "Betingelser, som ingen har oplyst", "Conditions that nobody states",
    { "regnes som opfyldt", "regnes som ikke opfyldt" },
    { "count as met", "count as not met" } },
  { "key", "Kommunerne deler garantien", "The municipalities share the guarantee",
    { "ligeligt", "efter vægt", "efter brugte dage" },
    { "equally", "by weight", "by days of use" } },
  { "rounding-of", "Afrundet er", "What is rounded is",
    { "garantien for hver plads i perioden", "garantien for hver plads hver dag" },
    { "the guarantee of each place in the period", "the guarantee of each place each day" } },
};

static const Reading *
find_reading (KkrCalculator *calculator, const char *input, guint *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    if (g_str_equal (readings[i].input, input))
      {
        *value = (guint) kkr_calculator_get_enum (calculator, input) - 1;
        return &readings[i];
      }
  g_assert_not_reached ();
}

char *
kkr_guarantee_reading (KkrCalculator *calculator, const char *input, const char *language)
{
  guint value;
  const Reading *reading = find_reading (calculator, input, &value);

  return g_strdup_printf ("%s: %s.", kkr_text_in (language, reading->rule_da, reading->rule_en),
                          kkr_text_in (language, reading->words_da[value],
                                       reading->words_en[value]));
}

static char *
join (const char *const *words)
{
  GString *text = g_string_new (words[0]);

  for (guint i = 1; i < MAX_VALUES && words[i] != NULL; i++)
    g_string_append_printf (text, ";%s", words[i]);
  return g_string_free (text, FALSE);
}

void
kkr_guarantee_name_readings (KkrCalculatorClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *danish = join (readings[i].words_da);
      g_autofree char *english = join (readings[i].words_en);

      kkr_calculator_class_name_choices (klass, readings[i].input, danish, english);
    }
}

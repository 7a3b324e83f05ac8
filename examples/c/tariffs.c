/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A year of a secretariat for framework agreements: what a new place costs, what the municipalities
 * may have to pay when it stands empty, what they do pay, whom the operator bills, and how tariffs
 * develop.
 *
 * cc tariffs.c $(pkg-config --cflags --libs libkkr-1) */

#include <stdio.h>

#include <libkkr/kkr.h>

/* A program for users would show the error and go on. */
static gpointer
need (gpointer thing, GError **error)
{
  if (thing == NULL)
    g_error ("%s", (*error)->message);
  return thing;
}

/* Every calculator by its name, with its inputs as text, a name before each: tables are CSV or the
 * path of a file. */
static KkrResult *
run (const char *name, const char *const *inputs)
{
  GError *error = NULL;
  g_autoptr (KkrCalculator) calc = need (kkr_calculator_new_by_name (name, &error), &error);

  for (guint i = 0; inputs[i] != NULL; i += 2)
    if (!kkr_calculator_set_from_string (calc, inputs[i], inputs[i + 1], &error))
      g_error ("%s", error->message);
  return need (kkr_calculator_run (calc, NULL, &error), &error);
}

static void
show (KkrResult *result, const char *table)
{
  g_autofree char *text = kkr_table_to_string (kkr_result_get_table_named (result, table));

  printf ("%s\n\n", text);
}

/* Two new places in an offer of ten: the budget of the ten gives the tariff. */
static char *
print_tariff (void)
{
  const char *const inputs[] = { "direct-cost", "13.870.000 kr.", "places", "10", "days", "365",
                                 "occupancy", "95 pct.", NULL };
  GError *error = NULL;
  g_autoptr (KkrResult) offer = run ("offer-tariff", inputs);
  g_autoptr (KkrDerivation) why = need (kkr_result_explain (offer, "tariff", 0, &error), &error);
  g_autofree char *text = kkr_derivation_to_string (why);

  printf ("%s\n\n", text);
  return kkr_column_dup_text (kkr_table_get_column (kkr_result_get_table (offer), "tariff"), 0);
}

/* Before the decision: the most that the municipalities may have to pay together, year by year. */
static void
print_proposals (const char *tariff)
{
  g_autofree char *table = g_strdup_printf ("Projektforslag;Pladser;Takst;Ibrugtagning\n"
                                            "Solsiden;2;%s;2022-02-01\n", tariff);
  const char *const inputs[] = { "proposals", table, "vacancy", "10 pct.", NULL };
  g_autoptr (KkrResult) proposals = run ("guarantee-proposals", inputs);

  show (proposals, "years");
}

/* After the first year: one of the two has stood empty since October. */
static void
print_guarantee (const char *tariff)
{
  static const char statuses[] = "Plads;Fra og med;Til og med;Status;Brugerkommune\n"
                                 "S1;2022-02-01;2022-08-31;belagt;Albertslund\n"
                                 "S1;2022-09-01;2022-09-30;i opsigelse;Albertslund\n"
                                 "S1;2022-10-01;2022-12-31;tom;\n"
                                 "S2;2022-03-01;2022-12-31;belagt;Ballerup\n";
  static const char municipalities[] = "Kommune;Vægt\n"
                                       "Albertslund;27.000\n"
                                       "Ballerup;49.000\n"
                                       "Tårnby;43.000\n";
  g_autofree char *places = g_strdup_printf ("Plads;Takst;Taget i brug\n"
                                             "S1;%s;2022-02-01\n"
                                             "S2;%s;2022-03-01\n", tariff, tariff);
  const char *const inputs[] = { "places", places, "statuses", statuses, "municipalities",
                                 municipalities, "key", "weights", "first-day", "2022-01-01",
                                 "last-day", "2022-12-31", NULL };
  g_autoptr (KkrResult) guarantee = run ("deficit-guarantee", inputs);

  show (guarantee, "municipalities");
  show (guarantee, "payers");
}

/* What the operator bills the two municipalities from September on. */
static void
print_bills (const char *tariff)
{
  static const char placements[] = "Placering;Betalingskommune;Fra og med;Til og med\n"
                                   "P1;Albertslund;2022-02-01;2022-09-30\n"
                                   "P2;Ballerup;2022-03-01;\n";
  g_autofree char *tariffs = g_strdup_printf ("Takst\n%s\n", tariff);
  const char *const inputs[] = { "placements", placements, "tariffs", tariffs, "first-day",
                                 "2022-09-01", "last-day", "2022-12-31", NULL };
  g_autoptr (KkrResult) bills = run ("place-billing", inputs);

  show (bills, "bills");
}

/* Two years of tariffs, and what is left of the change after prices and wages. */
static void
print_followup (const char *tariff)
{
  g_autofree char *lists = g_strdup_printf ("År;Driftsherre;Tilbud;Takst\n"
                                            "2022;Albertslund Kommune;Solsiden;%s\n"
                                            "2022;Ballerup Kommune;Åhuset;3.600,00\n"
                                            "2023;Albertslund Kommune;Solsiden;4.100,00\n"
                                            "2023;Ballerup Kommune;Åhuset;3.700,00\n", tariff);
  const char *const inputs[] = { "lists", lists, "rate", "3,0", NULL };
  g_autoptr (KkrResult) followup = run ("tariff-followup", inputs);

  show (followup, "summary");
}

int
main (void)
{
  g_autofree char *tariff = print_tariff ();

  print_proposals (tariff);
  print_guarantee (tariff);
  print_bills (tariff);
  print_followup (tariff);
  return 0;
}

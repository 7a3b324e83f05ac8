/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Persons with a judgement and the places for them: how many there are of each, who can live where,
 * how full the offers are, and how many secured places are needed in the years to come. The persons
 * and offers are invented.
 *
 * cc places.c $(pkg-config --cflags --libs libkkr-1) */

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
run (KkrRegister *reg, const char *name, const char *const *inputs)
{
  GError *error = NULL;
  g_autoptr (KkrCalculator) calc = need (kkr_calculator_new_by_name (name, &error), &error);
  g_auto (GStrv) names = kkr_calculator_dup_input_names (calc);

  if (g_strv_contains ((const char *const *) names, "register"))
    g_object_set (calc, "register", reg, NULL);
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

/* The mapping: judgements by dom-type, and the places for each person judged to placement. */
static void
print_demand (KkrRegister *reg)
{
  const char *const inputs[] = { NULL };
  g_autoptr (KkrResult) demand = run (reg, "dom-type-demand", inputs);

  show (demand, "types");
  show (demand, "coverage");
}

/* Four who wait, three offers and those who live there: the best for all who wait together, what
 * one more place would change, and who lives where the rules would not expect it. */
static void
print_matching (KkrRegister *reg)
{
  static const char persons[] = "Borger;Kommune;Domstype;Dom modtaget;Målgrupper;Ønske\n"
                                "B1;Rebild;2;2023-11-01;udadreagerende;\n"
                                "B2;Aalborg;3;2024-01-15;;Fjordhuset\n"
                                "B3;Hjørring;3;2024-02-20;;\n"
                                "B4;Jammerbugt;5;2023-12-01;;Bakken\n";
  static const char offers[] =
    "Tilbud;Kommune;Sektor;Paragraffer;Godkendt på Tilbudsportalen;Målgrupper;Pladser;Takst\n"
    "Fjordhuset;Aalborg;kommunal;108;ja;udadreagerende;3;4.900,00\n"
    "Skovgården;Mariagerfjord;regional;108;ja;udadreagerende;2;5.200,00\n"
    "Bakken;Hjørring;privat;107;ja;;4;3.800,00\n";
  static const char placements[] = "Borger;Tilbud;Fra og med;Paragraf;Domstype\n"
                                   "F1;Fjordhuset;2021-05-01;108;3\n"
                                   "F2;Fjordhuset;2022-09-01;108;2\n"
                                   "S1;Skovgården;2020-01-01;108;3\n"
                                   "S2;Skovgården;2023-06-01;108;2\n"
                                   "K1;Bakken;2023-08-01;107;3\n";
  const char *const inputs[] = { "day", "2024-03-01", "persons", persons, "offers", offers,
                                 "placements", placements, NULL };
  g_autoptr (KkrResult) matching = run (reg, "placement-matching", inputs);

  show (matching, "persons");
  show (matching, "more-places");
  show (matching, "unexpected");
}

/* A year of the two public offers: how full they were, and the chance that a request is refused. */
static void
print_occupancy (KkrRegister *reg)
{
  static const char counts[] = "Tilbud;År;Pladser;Belægningsprocent;Takst\n"
                               "Fjordhuset;2023;3;66,7;4.900,00\n"
                               "Skovgården;2023;2;105;5.200,00\n";
  static const char demand[] = "Tilbud;Henvendelser pr. år;Ophold i døgn;Pladser\n"
                               "Fjordhuset;1;730;3\n"
                               "Skovgården;2;730;2\n";
  const char *const inputs[] = { "counts", counts, "demand", demand, "target", "10 pct.", NULL };
  g_autoptr (KkrResult) occupancy = run (reg, "occupancy", inputs);

  show (occupancy, "offers");
  show (occupancy, "demand");
}

/* The years to come: secured places, with two steps of expansion, and the chance that they are too
 * few. */
static void
print_secured (KkrRegister *reg)
{
  static const char stays[] =
    "Domstype;Opholdstid i år;Udsluses i pct.;Åben opholdstid i år;Trin\n"
    "1;10;;;\n"
    "2;4;50;5;\n"
    "2;;80;;trin 1\n";
  const char *const inputs[] = {
    "first-year", "2025", "last-year", "2029", "secured-places", "60", "open-places", "15",
    "start", "Domstype;Sikrede pladser;Åbne pladser\n1;20;0\n2;40;10\n",
    "inflow", "Domstype;Tilgang\n1;2\n2;10\n",
    "stays", stays, "steps", "Trin;Fra år;Sikrede pladser;Åbne pladser\n"
                             "trin 1;2026;2;\n"
                             "trin 2;2026;;10\n",
    "paths", "10000", "seed", "1", NULL
  };
  g_autoptr (KkrResult) secured = run (reg, "secured-capacity", inputs);

  show (secured, "years");
  show (secured, "exceeded");
}

int
main (void)
{
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();

  print_demand (reg);
  print_matching (reg);
  print_occupancy (reg);
  print_secured (reg);
  return 0;
}

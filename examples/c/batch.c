/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Many scenarios at once: budgets that come as numbers, and offers that come from a file.
 *
 * cc batch.c $(pkg-config --cflags --libs libkkr-1) */

#include <stdio.h>
#include <string.h>

#include <libkkr/kkr.h>

#define N_BUDGETS 100000

/* A program for users would show the error and go on. */
static gpointer
need (gpointer thing, GError **error)
{
  if (thing == NULL)
    g_error ("%s", (*error)->message);
  return thing;
}

/* A scenario for each budget, in øre, and what each municipality pays, scenario by scenario. */
static KkrResult *
run (KkrCalculator *calc, const gint64 *budgets, gsize n)
{
  GError *error = NULL;
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("scenarios", "Scenarier",
                                                               "Scenarios");
  g_autoptr (GBytes) bytes = g_bytes_new (budgets, n * sizeof *budgets);
  g_autoptr (KkrTable) scenarios = NULL;

  kkr_table_builder_add_bytes (builder, "budget", "Budget", "Budget", KKR_COLUMN_KIND_INT64,
                               KKR_UNIT_AMOUNT, bytes);
  scenarios = need (kkr_table_builder_end (builder, &error), &error);
  return need (kkr_calculator_run_table (calc, scenarios, NULL, NULL, &error), &error);
}

/* What would each municipality pay of 18, 19 and 20 million kroner? */
static guint
print_three_budgets (KkrCalculator *calc)
{
  const gint64 budgets[] = { 1800000000, 1900000000, 2000000000 };
  g_autoptr (KkrResult) result = run (calc, budgets, G_N_ELEMENTS (budgets));
  KkrTable *table = kkr_result_get_table (result);
  KkrColumn *names = kkr_table_get_column (table, "municipality");
  KkrColumn *amounts = kkr_table_get_column (table, "amount");
  guint payers = kkr_table_get_n_rows (table) / G_N_ELEMENTS (budgets);

  for (guint row = 0; row < payers; row++)
    {
      g_autofree char *name = kkr_column_dup_text (names, row);

      printf ("%s: ", name);
      for (guint i = 0; i < G_N_ELEMENTS (budgets); i++)
        {
          gint64 amount = kkr_column_get_int64 (amounts, row + i * payers);
          g_autofree char *paid = kkr_amount_to_string_in (amount, "da");

          printf ("%s%s", i > 0 ? ", " : "", paid);
        }
      printf ("\n");
    }
  return payers;
}

/* And of each of 100.000 budgets, a krone apart? Every krone is paid by somebody. */
static void
print_many_budgets (KkrCalculator *calc, guint payers)
{
  g_autofree gint64 *budgets = g_new (gint64, N_BUDGETS);
  g_autoptr (KkrResult) result = NULL;
  const gint64 *paid;
  guint exact = 0;

  for (guint i = 0; i < N_BUDGETS; i++)
    budgets[i] = 1900000000 + 100 * (gint64) i;
  result = run (calc, budgets, N_BUDGETS);
  paid = g_bytes_get_data (
    kkr_column_get_bytes (kkr_table_get_column (kkr_result_get_table (result), "amount")), NULL);
  for (guint i = 0; i < N_BUDGETS; i++)
    {
      gint64 sum = 0;

      for (guint row = 0; row < payers; row++)
        sum += paid[i * payers + row];
      exact += sum == budgets[i];
    }
  printf ("%u af %u budgetter er fordelt til kronen\n", exact, N_BUDGETS);
}

/* What would more offers do to the tariffs? The scenarios stand in a file. */
static void
print_offers (KkrCalculator *tariffs)
{
  static const char file[] = "budget;offers-1;offers-2;offers-3;offers-4\n"
                             "57.000.000;350;220;60;25\n"
                             "57.000.000;360;230;60;25\n"
                             "58,5 mio.;360;230;60;25\n";
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, strlen (file));
  g_autoptr (KkrTable) scenarios =
    need (kkr_calculator_read_scenarios_bytes (tariffs, bytes, "tilbud.csv", NULL, &error),
          &error);
  g_autoptr (KkrResult) result =
    need (kkr_calculator_run_table (tariffs, scenarios, NULL, NULL, &error), &error);
  g_autofree char *text = kkr_result_to_string (result);

  printf ("%s\n", text);
}

int
main (void)
{
  g_autoptr (KkrRegister) dk = kkr_register_new_packaged ();
  g_autoptr (KkrCalculator) calc =
    g_object_new (KKR_TYPE_OBJECTIVE_FINANCING, "register", dk, "arrangement",
                  "socialtilsyn-nord", "year", 2024, NULL);
  g_autoptr (KkrCalculator) tariffs = g_object_new (KKR_TYPE_SUPERVISION_TARIFF, "places", 12,
                                                    NULL);
  guint payers = print_three_budgets (calc);

  printf ("\n");
  print_many_budgets (calc, payers);
  printf ("\n");
  print_offers (tariffs);
  return 0;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Whether figures are right: one of ours, a printed table, and three figures in a sentence.
 *
 * cc checking.c $(pkg-config --cflags --libs libkkr-1) */

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

static char *
cell (KkrTable *table, const char *name, guint row)
{
  return kkr_column_dup_text (kkr_table_get_column (table, name), row);
}

/* Why does Læsø pay this? The answer is a document that anybody can work out again. */
static char *
print_why (void)
{
  GError *error = NULL;
  g_autoptr (KkrRegister) dk = kkr_register_new_packaged ();
  g_autoptr (KkrCalculator) calc =
    g_object_new (KKR_TYPE_OBJECTIVE_FINANCING, "register", dk, "arrangement",
                  "socialtilsyn-nord", "year", 2024, NULL);
  g_autoptr (KkrResult) result = need (kkr_calculator_run (calc, NULL, &error), &error);
  g_autoptr (KkrDerivation) why =
    need (kkr_result_explain_key (result, "amount", "Læsø", &error), &error);
  g_autofree char *document = kkr_derivation_to_json (why);
  g_autoptr (KkrDerivation) read = need (kkr_derivation_new_from_json (document, &error), &error);
  g_autofree char *text = kkr_derivation_to_string (read);

  if (kkr_derivation_check (read, NULL))
    printf ("%s\n", text);
  return g_steal_pointer (&document);
}

/* A document that somebody has changed is refused. */
static void
print_refused (const char *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrDerivation) read = NULL;
  g_autoptr (GString) changed = g_string_new (document);

  g_string_replace (changed, "\"218\"", "\"219\"", 0);
  read = kkr_derivation_new_from_json (changed->str, &error);
  if (g_error_matches (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_VALUE))
    printf ("Med 219 børn: afvist\n");
}

/* Does a printed table add up? Nobody says which rows are totals. */
static void
print_table (void)
{
  static const char text[] = "Besøg;Anmeldte;Uanmeldte;Ikke truffet;I alt\n"
                             "Plejefamilier;910;310;189;1.409\n"
                             "Tilbud;456;269;10;734\n"
                             "I alt;1.366;579;199;2.144\n";
  GError *error = NULL;
  g_autoptr (KkrCalculator) calc = g_object_new (KKR_TYPE_RECONCILIATION, "text", text, NULL);
  g_autoptr (KkrResult) result = need (kkr_calculator_run (calc, NULL, &error), &error);
  KkrTable *relations = kkr_result_get_table (result);
  KkrTable *repairs = kkr_result_get_table_named (result, "repairs");
  KkrColumn *verdicts = kkr_table_get_column (relations, "verdict");
  g_auto (GStrv) nicks = kkr_column_get_strings (verdicts);

  for (guint row = 0; row < kkr_table_get_n_rows (relations); row++)
    {
      g_autofree char *relation = cell (relations, "relation", row);

      if (g_str_equal (nicks[row], "impossible"))
        printf ("%s\n", relation);
    }
  for (guint row = 0; row < kkr_table_get_n_rows (repairs); row++)
    {
      g_autofree char *place = cell (repairs, "cell", row);
      g_autofree char *printed = cell (repairs, "printed", row);
      g_autofree char *could_be = cell (repairs, "could-be", row);

      printf ("%s, %s, %s\n", place, printed, could_be);
    }
}

/* 6 pct. or 0,3 mia. kr. more than the budget, when 6,3 mia. kr. were spent: can that be? */
static void
print_claims (void)
{
  GError *error = NULL;
  g_autoptr (KkrCalculator) calc =
    g_object_new (KKR_TYPE_CLAIMS, "figures", "regnskab = 6,3; pct = 6; afvigelse = 0,3",
                  "claims", "afvigelse = regnskab - regnskab / (1 + pct / 100)", NULL);
  g_autoptr (KkrResult) result = need (kkr_calculator_run (calc, NULL, &error), &error);
  KkrTable *figures = kkr_result_get_table_named (result, "figures");
  g_autofree char *verdict = cell (kkr_result_get_table (result), "verdict", 0);

  printf ("%s\n", verdict);
  for (guint row = 0; row < kkr_table_get_n_rows (figures); row++)
    {
      g_autofree char *name = cell (figures, "name", row);
      g_autofree char *remains = cell (figures, "remains", row);

      printf ("%s: %s\n", name, remains);
    }
}

int
main (void)
{
  g_autofree char *document = print_why ();

  print_refused (document);
  printf ("\n");
  print_table ();
  printf ("\n");
  print_claims ();
  return 0;
}

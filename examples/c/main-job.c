/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* From a budget to each municipality's bill: Socialtilsyn Nord in 2024.
 *
 * cc main-job.c $(pkg-config --cflags --libs libkkr-1) */

#include <stdio.h>

#include <libkkr/kkr.h>

/* Computes; a program for users would show the error and go on. */
static KkrResult *
run (KkrCalculator *calculator)
{
  GError *error = NULL;
  KkrResult *result = kkr_calculator_run (calculator, NULL, &error);

  if (result == NULL)
    g_error ("%s", error->message);
  return result;
}

int
main (void)
{
  g_autoptr (KkrRegister) dk = kkr_register_new_packaged ();
  g_autoptr (KkrCalculator) financing = NULL;
  g_autoptr (KkrCalculator) supervision = NULL;
  g_autoptr (KkrResult) bill = NULL;
  g_autoptr (KkrResult) earlier = NULL;
  g_autoptr (KkrResult) tariffs = NULL;
  g_autoptr (KkrDerivation) why = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bill_text = NULL;
  g_autofree char *why_text = NULL;
  g_autofree char *tariffs_text = NULL;
  GListModel *notes;

  /* What each municipality pays, and why Rebild pays what it does. */
  financing = g_object_new (KKR_TYPE_OBJECTIVE_FINANCING,
                            "register", dk,
                            "arrangement", "socialtilsyn-nord",
                            "year", 2024,
                            NULL);
  bill = run (financing);
  bill_text = kkr_result_to_string (bill);
  printf ("%s\n\n", bill_text);
  why = kkr_result_explain_key (bill, "amount", "Rebild", &error);
  if (why == NULL)
    g_error ("%s", error->message);
  why_text = kkr_derivation_to_string (why);
  printf ("%s\n\n", why_text);

  /* The same for 2023: what did the rounding cost then? */
  g_object_set (financing, "year", 2023, NULL);
  earlier = run (financing);
  notes = kkr_result_get_notes (earlier);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (KkrNote) note = g_list_model_get_item (notes, i);
      g_autofree char *text = kkr_note_to_string (note);

      if (kkr_note_get_kind (note) == KKR_NOTE_KIND_ROUNDING)
        printf ("2023: %s\n", text);
    }
  printf ("\n");

  /* What supervision costs an offer, by its size, and a firm that has BPA. */
  supervision = g_object_new (KKR_TYPE_SUPERVISION_TARIFF,
                              "register", dk,
                              "arrangement", "socialtilsyn-nord",
                              "year", 2024,
                              NULL);
  tariffs = run (supervision);
  tariffs_text = kkr_result_to_string (tariffs);
  printf ("%s\n", tariffs_text);
  return 0;
}

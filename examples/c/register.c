/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the register answers: who, where, since when, and in which document that stands.
 *
 * cc register.c $(pkg-config --cflags --libs libkkr-1) */

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

static void
print_thing (const char *indent, gpointer thing)
{
  g_autofree char *text = kkr_entity_to_string (thing);

  printf ("%s%s\n", indent, text);
}

/* Who pays to Socialtilsyn Nord in 2024, and by what key? */
static void
print_payers (KkrRegister *dk)
{
  GError *error = NULL;
  g_autoptr (KkrArrangement) nord =
    need (kkr_register_find_arrangement (dk, "socialtilsyn-nord", &error), &error);
  gsize n;
  g_autofree KkrMunicipality **payers =
    need (kkr_arrangement_dup_municipalities_on (nord, "2024-01-01", &n, &error), &error);

  printf ("%s, efter %s\n", kkr_entity_get_title_in (KKR_ENTITY (nord), "da"),
          kkr_arrangement_get_weights_title_in (nord, "da"));
  for (gsize i = 0; i < n; i++)
    {
      printf ("  %s\n", kkr_municipality_get_name (payers[i]));
      g_object_unref (payers[i]);
    }
}

/* How many places for persons with a developmental disability and a dom are there in North
 * Jutland? */
static void
print_places (KkrRegister *dk)
{
  GError *error = NULL;
  g_autoptr (KkrFilter) north = g_object_new (KKR_TYPE_FILTER,
                                              "region", "Nordjylland",
                                              "target-group", "intellectual-disability-dom",
                                              NULL);
  gsize n;
  g_autofree KkrEntity **places =
    need (kkr_register_select (dk, "pladser", north, &n, &error), &error);

  for (gsize i = 0; i < n; i++)
    {
      print_thing ("", places[i]);
      printf ("  %s\n", kkr_entity_get_note_in (places[i], "da"));
      g_object_unref (places[i]);
    }
}

/* Who owned Holtegården before 2017, and since then? */
static void
print_owners (KkrRegister *dk)
{
  GError *error = NULL;
  g_autoptr (KkrOffer) offer = need (kkr_register_find_offer (dk, "Holtegården", &error), &error);
  GListModel *ownerships = kkr_offer_get_ownerships (offer);

  print_thing ("", offer);
  for (guint i = 0; i < g_list_model_get_n_items (ownerships); i++)
    {
      g_autoptr (KkrOwnership) ownership = g_list_model_get_item (ownerships, i);

      print_thing ("  ", ownership);
    }
}

/* Which region answers for Hillerød before and after the turn of the year? */
static void
print_regions (KkrRegister *dk)
{
  static const char *const days[] = { "2026-12-31", "2027-01-01" };
  GError *error = NULL;
  g_autoptr (KkrMunicipality) hilleroed =
    need (kkr_register_find_municipality (dk, "Hillerød", &error), &error);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      KkrRegion *region = need (kkr_municipality_get_region_on (hilleroed, days[i], &error), &error);

      printf ("%s, %s: %s\n", kkr_municipality_get_name (hilleroed), days[i],
              kkr_region_get_name (region));
    }
}

/* Which rate of prices and wages was known for 2024 in June 2023, and where does it stand? */
static void
print_rate (KkrRegister *dk)
{
  GError *error = NULL;
  g_autoptr (KkrFact) rate =
    need (kkr_register_lookup (dk, "price-wage/service-expenditure", "2024-01-01", "2023-06-01",
                               &error), &error);
  g_autofree char *text = kkr_fact_to_string (rate);

  printf ("%s\n", text);
}

int
main (void)
{
  g_autoptr (KkrRegister) dk = kkr_register_new_packaged ();

  print_payers (dk);
  print_places (dk);
  print_owners (dk);
  print_regions (dk);
  print_rate (dk);
  return 0;
}

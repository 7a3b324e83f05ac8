/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-nearest-private.h>

static void
offer_places (KkrNearest *nearest)
{
  static const char *const places[] = {
    "Aarhus", "Kording", "Koldby", "koldin", "KOLDING", "Holdingg", "Kording",
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    kkr_nearest_offer (nearest, places[i]);
}

static void
test_nearest_first (void)
{
  g_auto (KkrNearest) nearest = { 0 };
  g_autofree char *text = NULL;

  kkr_nearest_init (&nearest, "Kolding", 3, FALSE);
  offer_places (&nearest);
  text = kkr_nearest_to_string (&nearest);
  g_assert_cmpstr (text, ==, "; near it: KOLDING, Kording, koldin");
  g_assert_cmpstr (kkr_nearest_get (&nearest), ==, "KOLDING");
}

/* Two letters of four are too many to change, unless anything is better than nothing. */
static void
test_nothing_in_common (void)
{
  for (int any = 0; any <= 1; any++)
    {
      g_auto (KkrNearest) nearest = { 0 };
      g_autofree char *text = NULL;

      kkr_nearest_init (&nearest, "Læsø", 5, any);
      kkr_nearest_offer (&nearest, "Aalborg");
      text = kkr_nearest_quote (&nearest);
      g_assert_cmpstr (text, ==, any ? "\"Aalborg\"" : "");
      g_assert_true ((kkr_nearest_get (&nearest) == NULL) == !any);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nearest/first", test_nearest_first);
  g_test_add_func ("/nearest/nothing-in-common", test_nothing_in_common);
  return g_test_run ();
}

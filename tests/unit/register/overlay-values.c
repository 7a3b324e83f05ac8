/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "overlay-base.h"

static void
test_values (void)
{
  static const struct {
    const char *key, *value, *printed, *exact;
  } rows[] = {
    { "tariff/a", "19156058.50", "19156058.50", "1915605850" },
    { "tariff/a", "19.156.058,50 kr.", "19156058.50", "1915605850" },
    { "tariff/a", "19,2 mio. kr.", "19200000", "1920000000" },
    { "tariff/a", "-5", "-5", "-500" },
    { "tariff/a", "0.05", "0.05", "5" },
    { "rate", "1086.25", "1086.25", "4345/4" },
    { "rate", "1.086,250", "1086.250", "4345/4" },
    { "rate", "0.125", "0.125", "1/8" },
    { "share", "0.381", "0.381", "381/1000" },
    { "share", "38,1 pct.", "0.381", "381/1000" },
    { "persons", "39.978 personer", "39978", "39978" },
    { "persons", "39978", "39978", "39978" },
    { "tariff/note", "39978", "39978", NULL },
  };
  g_autoptr (KkrRegister) base = register_from_text (overlay_text);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KkrOverlay) overlay = kkr_overlay_new (base);
      g_autoptr (KkrRegister) reg = NULL;
      g_autoptr (KkrFact) fact = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *exact = NULL;

      g_test_message ("%s: %s", rows[i].key, rows[i].value);
      kkr_overlay_change (overlay, rows[i].key, "2024", rows[i].value, &error);
      g_assert_no_error (error);
      reg = kkr_overlay_apply (overlay, NULL);
      fact = kkr_register_lookup (reg, rows[i].key, "2024-05-01", NULL, NULL);
      exact = kkr_fact_dup_value (fact);
      g_assert_cmpstr (kkr_fact_get_printed (fact), ==, rows[i].printed);
      g_assert_cmpstr (exact, ==, rows[i].exact);
    }
}

static void
test_bad_values (void)
{
  static const struct {
    const char *key, *value;
  } rows[] = {
    { "tariff/a", "" },          { "tariff/a", "x" },         { "tariff/a", "1.156" },
    { "rate", "1.156" },         { "tariff/a", "1.005" },     { "tariff/a", "12 pct." },
    { "persons", "5 kr." },      { "persons", "NaN" },        { "tariff/a", "1e5" },
    { "tariff/a", "inf" },       { "tariff/a", "99999999999999999999" },
    { "tariff/a", "\xff" },      { "tariff/note", "" },       { "tariff/note", "\xff" },
    { "tariff/note", "\x01" },
  };
  g_autoptr (KkrRegister) base = register_from_text (overlay_text);
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (base);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("row %u", i);
      g_assert_false (kkr_overlay_change (overlay, rows[i].key, NULL, rows[i].value, &error));
      g_assert_true (error->domain == KKR_CALC_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  assert_counts (overlay, 0, 0, 0, 0);
}

/* 43.852 * 1,02 = 44.729,04; 1.000,50 * 1,02 = 1.020,51; 35.000 * 1,02 = 35.700 in thousands. */
static void
test_scale (void)
{
  g_autoptr (KkrRegister) base = register_from_text (overlay_text);
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (base);
  g_autoptr (KkrRegister) reg = NULL;
  static const char *const bad[] = { "", "x", "12 kr.", "1.250", "NaN", "1/0" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (kkr_overlay_scale (overlay, "tariff/", NULL, bad[i],
                                         KKR_ROUNDING_MODE_FLOOR, &error));
      g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
    }
  g_assert_false (kkr_overlay_scale (overlay, "tariff/", NULL, "2", KKR_ROUNDING_MODE_UNSET,
                                     NULL));
  g_assert_true (kkr_overlay_scale (overlay, "tariff/", "2024", "102 pct.",
                                    KKR_ROUNDING_MODE_CEILING, NULL));
  assert_counts (overlay, 3, 0, 0, 0);
  reg = kkr_overlay_apply (overlay, NULL);
  assert_value (reg, "tariff/a", "2024-05-01", "44730");
  assert_value (reg, "tariff/b", "2024-05-01", "1020.51");
  assert_value (reg, "tariff/c", "2024-05-01", "36000");
  assert_value (reg, "tariff/note", "2024-05-01", "ikke opgjort");
  assert_value (reg, "budget", "2024-05-01", "110");
}

/* One value that does not fit leaves all as they were. */
static void
test_scale_overflow (void)
{
  g_autoptr (KkrRegister) base = register_from_text (overlay_text);
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (base);
  g_autoptr (GError) error = NULL;

  g_assert_false (kkr_overlay_scale (overlay, "", NULL, "1000000000000000000",
                                     KKR_ROUNDING_MODE_FLOOR, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW);
  assert_counts (overlay, 0, 0, 0, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/overlay-values/values", test_values);
  g_test_add_func ("/register/overlay-values/bad-values", test_bad_values);
  g_test_add_func ("/register/overlay-values/scale", test_scale);
  g_test_add_func ("/register/overlay-values/scale-overflow", test_scale_overflow);
  return g_test_run ();
}

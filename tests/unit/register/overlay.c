/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "overlay-base.h"

static void
test_change (void)
{
  g_autoptr (KkrRegister) base = register_from_text (overlay_text);
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (base);
  g_autoptr (KkrRegister) reg = NULL;
  g_autoptr (KkrFact) fact = NULL;
  g_autofree char *exact = NULL, *line = NULL;

  g_assert_true (kkr_overlay_change (overlay, "budget", "2024", "115,25 kr.", NULL));
  assert_counts (overlay, 1, 0, 0, 0);
  reg = kkr_overlay_apply (overlay, NULL);
  assert_value (reg, "budget", "2024-05-01", "115.25");
  assert_value (reg, "budget", "2023-05-01", "100");
  assert_value (base, "budget", "2024-05-01", "110");
  g_assert_cmpuint (kkr_register_get_n_facts (reg), ==, kkr_register_get_n_facts (base));

  fact = kkr_register_lookup (reg, "budget", "2024-05-01", "2023-08-21", NULL);
  exact = kkr_fact_dup_value (fact);
  line = kkr_fact_to_string (fact);
  g_assert_cmpstr (exact, ==, "11525");
  g_assert_cmpstr (kkr_fact_get_key (fact), ==, "budget");
  g_assert_cmpstr (kkr_fact_get_title_in (fact, "da"), ==, "Budget");
  g_assert_cmpstr (kkr_fact_get_price_level (fact), ==, "nominal");
  g_assert_cmpstr (line, ==, "budget, Budget (2024): 115,25 kr.; antaget");
  g_assert_true (kkr_fact_is_overlaid (fact));
  g_assert_false (kkr_fact_get_confirmed (fact));
  g_assert_null (kkr_fact_get_source (fact));
  g_assert_null (kkr_fact_get_section (fact));
  g_assert_null (kkr_fact_get_uri (fact));
  g_assert_cmpuint (kkr_fact_get_line (fact), ==, 0);
  /* It became known when what it replaces did. */
  g_assert_null (kkr_register_lookup (reg, "budget", "2024-05-01", "2023-08-20", NULL));
}

static void
test_all_periods (void)
{
  g_autoptr (KkrRegister) base = register_from_text (overlay_text);
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (base);
  g_autoptr (KkrRegister) reg = NULL;

  g_assert_true (kkr_overlay_change (overlay, "budget", NULL, "1", NULL));
  assert_counts (overlay, 4, 0, 0, 0);
  reg = kkr_overlay_apply (overlay, NULL);
  assert_value (reg, "budget", "2023-05-01", "1");
  assert_value (reg, "budget", "2030-05-01", "1");
  /* A period that reaches beyond the days is left alone. */
  g_assert_true (kkr_overlay_change (overlay, "budget", "2025", "2", NULL));
  assert_counts (overlay, 4, 0, 0, 1);
}

/* The register's own value changes nothing, and takes a change back. */
static void
test_same_value (void)
{
  g_autoptr (KkrRegister) base = register_from_text (overlay_text);
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (base);
  g_autoptr (KkrRegister) reg = NULL;
  g_autoptr (KkrFact) fact = NULL;

  g_assert_true (kkr_overlay_change (overlay, "budget", "2024", "110,00", NULL));
  assert_counts (overlay, 0, 0, 0, 0);
  g_assert_true (kkr_overlay_change (overlay, "budget", "2024", "111", NULL));
  g_assert_true (kkr_overlay_change (overlay, "budget", "2024", "112", NULL));
  assert_counts (overlay, 1, 0, 0, 0);
  g_assert_true (kkr_overlay_change (overlay, "budget", "2024", "110", NULL));
  assert_counts (overlay, 0, 0, 0, 0);
  g_assert_true (kkr_overlay_change (overlay, "tariff/note", "2024", "opgjort", NULL));
  g_assert_true (kkr_overlay_change (overlay, "tariff/note", "2024", "ikke opgjort", NULL));
  assert_counts (overlay, 0, 0, 0, 0);
  reg = kkr_overlay_apply (overlay, NULL);
  fact = kkr_register_lookup (reg, "budget", "2024-05-01", NULL, NULL);
  g_assert_false (kkr_fact_is_overlaid (fact));
  g_assert_nonnull (kkr_fact_get_source (fact));
  g_assert_true (kkr_register_is_overlay (reg));
  g_assert_false (kkr_register_is_overlay (base));
}

static void
test_not_found (void)
{
  g_autoptr (KkrRegister) base = register_from_text (overlay_text);
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (base);
  g_auto (GStrv) missed = NULL;
  KkrProblem **problems;
  gsize n;

  g_assert_true (kkr_overlay_change (overlay, "budgt", "2024", "1", NULL));
  g_assert_true (kkr_overlay_remove (overlay, "budget", "2022", NULL));
  g_assert_true (kkr_overlay_scale (overlay, "tarif/", NULL, "2", KKR_ROUNDING_MODE_FLOOR, NULL));
  missed = kkr_overlay_dup_not_found (overlay);
  g_assert_cmpuint (g_strv_length (missed), ==, 3);
  g_assert_cmpstr (missed[0], ==, "budgt 2024");
  g_assert_cmpstr (missed[1], ==, "budget 2022");
  g_assert_cmpstr (missed[2], ==, "tarif/");
  problems = kkr_overlay_dup_problems (overlay, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (kkr_problem_get_rule (problems[0]), ==, "no-such-fact");
  g_assert_cmpstr (kkr_problem_get_suggestion (problems[0]), ==, "\"budget\"");
  g_assert_cmpstr (kkr_problem_get_suggestion (problems[1]), ==,
                   "2023, 2024, 2025-01-01/..");
  for (gsize i = 0; i < n; i++)
    g_object_unref (problems[i]);
  g_free (problems);
}

static void
test_add (void)
{
  static const struct {
    const char *key, *valid, *value;
    KkrUnit unit;
    KkrCalcError code;
  } bad[] = {
    { "Budget", "2024", "1", KKR_UNIT_AMOUNT, KKR_CALC_ERROR_OUT_OF_RANGE },
    { "new", "2024", "1", KKR_UNIT_UNSET, KKR_CALC_ERROR_OUT_OF_RANGE },
    { "new", "2024", "1", (KkrUnit) 9999, KKR_CALC_ERROR_OUT_OF_RANGE },
    { "new", "24", "1", KKR_UNIT_AMOUNT, KKR_CALC_ERROR_OUT_OF_RANGE },
    { "new", "2024", "x", KKR_UNIT_AMOUNT, KKR_CALC_ERROR_OUT_OF_RANGE },
    { "budget", "2026", "1", KKR_UNIT_AMOUNT, KKR_CALC_ERROR_INCONSISTENT },
    { "budget", "2022", "1", KKR_UNIT_PERSONS, KKR_CALC_ERROR_INCONSISTENT },
  };
  g_autoptr (KkrRegister) base = register_from_text (overlay_text);
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (base);
  g_autoptr (KkrRegister) reg = NULL;
  g_auto (GStrv) keys = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (kkr_overlay_add (overlay, bad[i].key, bad[i].unit, bad[i].valid,
                                       bad[i].value, &error));
      g_assert_error (error, KKR_CALC_ERROR, (int) bad[i].code);
    }
  assert_counts (overlay, 0, 0, 0, 0);
  g_assert_true (kkr_overlay_add (overlay, "budget", KKR_UNIT_AMOUNT, "2022", "90", NULL));
  g_assert_true (kkr_overlay_add (overlay, "a/new", KKR_UNIT_PLACES, "2024K2", "8", NULL));
  g_assert_true (kkr_overlay_add_text (overlay, "z", "2024", "ingen", NULL));
  g_assert_false (kkr_overlay_add (overlay, "a/new", KKR_UNIT_PLACES, "2024", "9", NULL));
  assert_counts (overlay, 0, 3, 0, 0);
  reg = kkr_overlay_apply (overlay, NULL);
  assert_value (reg, "budget", "2022-01-01", "90");
  assert_value (reg, "a/new", "2024-06-30", "8");
  assert_gone (reg, "a/new", "2024-07-01");
  assert_value (reg, "z", "2024-06-30", "ingen");
  keys = kkr_register_dup_keys (reg, NULL);
  g_assert_cmpstr (keys[0], ==, "a/new");
  g_assert_cmpstr (keys[1], ==, "budget");
  g_assert_cmpstr (keys[g_strv_length (keys) - 1], ==, "z");
  g_assert_cmpuint (kkr_register_get_n_facts (reg), ==, kkr_register_get_n_facts (base) + 3);
}

static void
test_remove (void)
{
  g_autoptr (KkrRegister) base = register_from_text (overlay_text);
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (base);
  g_autoptr (KkrRegister) reg = NULL, emptied = NULL;
  g_auto (GStrv) keys = NULL;
  gsize n;
  KkrFact **facts;

  g_assert_true (kkr_overlay_remove (overlay, "budget", "2024", NULL));
  g_assert_true (kkr_overlay_remove (overlay, "rate", NULL, NULL));
  g_assert_true (kkr_overlay_add (overlay, "new", KKR_UNIT_COUNT, "2024", "1", NULL));
  g_assert_true (kkr_overlay_remove (overlay, "new", NULL, NULL));
  assert_counts (overlay, 0, 0, 2, 0);
  reg = kkr_overlay_apply (overlay, NULL);
  assert_gone (reg, "budget", "2024-01-01");
  assert_gone (reg, "rate", "2024-01-01");
  assert_gone (reg, "new", "2024-01-01");
  keys = kkr_register_dup_keys (reg, "rate");
  g_assert_cmpuint (g_strv_length (keys), ==, 0);
  facts = kkr_register_dup_facts (reg, NULL, &n);
  g_assert_cmpuint (n, ==, kkr_register_get_n_facts (base) - 2);
  g_assert_cmpuint (n, ==, kkr_register_get_n_facts (reg));
  for (gsize i = 0; i < n; i++)
    g_object_unref (facts[i]);
  g_free (facts);
}

static void
test_twice (void)
{
  g_autoptr (KkrRegister) base = register_from_text (overlay_text);
  g_autoptr (KkrOverlay) first = kkr_overlay_new (base), second = NULL;
  g_autoptr (KkrRegister) below = NULL, above = NULL;
  g_autoptr (KkrFact) fact = NULL;

  kkr_overlay_change (first, "budget", "2024", "111", NULL);
  kkr_overlay_change (first, "tariff/a", "2024", "5", NULL);
  kkr_overlay_remove (first, "rate", NULL, NULL);
  kkr_overlay_add (first, "new", KKR_UNIT_COUNT, "2024", "1", NULL);
  below = kkr_overlay_apply (first, NULL);
  second = kkr_overlay_new (below);
  kkr_overlay_change (second, "budget", "2023", "99", NULL);
  kkr_overlay_change (second, "tariff/b", "2024", "6", NULL);
  kkr_overlay_change (second, "new", "2024", "2", NULL);
  assert_counts (second, 4, 0, 0, 0);
  above = kkr_overlay_apply (second, NULL);
  g_clear_object (&first);
  g_clear_object (&second);
  g_clear_object (&base);
  assert_value (above, "budget", "2024-05-01", "111");
  assert_value (above, "budget", "2023-05-01", "99");
  assert_value (above, "tariff/a", "2024-05-01", "5");
  assert_value (above, "tariff/b", "2024-05-01", "6");
  assert_value (above, "new", "2024-05-01", "2");
  assert_gone (above, "rate", "2024-05-01");
  assert_value (below, "new", "2024-05-01", "1");
  assert_value (below, "tariff/b", "2024-05-01", "1000.50");
  g_assert_cmpuint (kkr_register_get_n_facts (above), ==, kkr_register_get_n_facts (below));
  g_assert_cmpstr (kkr_register_get_data_version (above), ==, "2024.01+overlay");
  g_assert_cmpstr (kkr_register_get_sha256 (above), !=, kkr_register_get_sha256 (below));
  /* A fact holds what it looks into. */
  fact = kkr_register_lookup (above, "tariff/a", "2024-05-01", NULL, NULL);
  g_clear_object (&above);
  g_clear_object (&below);
  g_assert_cmpstr (kkr_fact_get_printed (fact), ==, "5");
  g_assert_cmpstr (kkr_fact_get_key (fact), ==, "tariff/a");
}

/* The checksum follows from what is changed and not from the way there. */
static void
test_checksum (void)
{
  g_autoptr (KkrRegister) base = register_from_text (overlay_text);
  g_autoptr (KkrOverlay) one = kkr_overlay_new (base), other = kkr_overlay_new (base);
  g_autoptr (KkrRegister) a = NULL, b = NULL, c = NULL;

  kkr_overlay_change (one, "tariff/a", "2024", "5", NULL);
  kkr_overlay_change (one, "budget", "2024", "1", NULL);
  kkr_overlay_change (other, "budget", "2024", "2", NULL);
  kkr_overlay_change (other, "budget", "2024", "1", NULL);
  kkr_overlay_change (other, "tariff/a", "2024", "5", NULL);
  a = kkr_overlay_apply (one, NULL);
  b = kkr_overlay_apply (other, NULL);
  g_assert_cmpstr (kkr_register_get_sha256 (a), ==, kkr_register_get_sha256 (b));
  kkr_overlay_change (other, "tariff/a", "2024", "6", NULL);
  c = kkr_overlay_apply (other, NULL);
  g_assert_cmpstr (kkr_register_get_sha256 (a), !=, kkr_register_get_sha256 (c));
  g_assert_cmpstr (kkr_register_get_sha256 (a), !=, kkr_register_get_sha256 (base));
  /* What was made stays as it was. */
  assert_value (b, "tariff/a", "2024-05-01", "5");
}

static void
test_on_nothing (void)
{
  g_autoptr (KkrOverlay) overlay = g_object_new (KKR_TYPE_OVERLAY, NULL);
  g_autoptr (KkrRegister) reg = NULL;

  kkr_overlay_add (overlay, "new", KKR_UNIT_COUNT, "2024", "1", NULL);
  kkr_overlay_change (overlay, "old", NULL, "1", NULL);
  assert_counts (overlay, 0, 1, 0, 1);
  reg = kkr_overlay_apply (overlay, NULL);
  assert_value (reg, "new", "2024-05-01", "1");
  g_assert_cmpuint (kkr_register_get_n_facts (reg), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/overlay/change", test_change);
  g_test_add_func ("/register/overlay/all-periods", test_all_periods);
  g_test_add_func ("/register/overlay/same-value", test_same_value);
  g_test_add_func ("/register/overlay/not-found", test_not_found);
  g_test_add_func ("/register/overlay/add", test_add);
  g_test_add_func ("/register/overlay/remove", test_remove);
  g_test_add_func ("/register/overlay/twice", test_twice);
  g_test_add_func ("/register/overlay/checksum", test_checksum);
  g_test_add_func ("/register/overlay/on-nothing", test_on_nothing);
  return g_test_run ();
}

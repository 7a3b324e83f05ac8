/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-fact-private.h>

#include "from-text.h"

/* Two vintages of a figure, nominal money and money in the prices of other years. */
static const char text[] =
  "<register format='1' version='1'>"
  "<source id='memo' title='Notat' publisher='Udvalg' date='2023-08-21'/>"
  "<series key='volume' unit='offers' source='memo' section='1' valid='2023'>"
  "<fact known='2022-08-01' value='100'/>"
  "<fact known='2023-02-01' value='110'/>"
  "<fact known='2023-05-01' valid='2023K3' value='95'/>"
  "</series>"
  "<series key='budget' unit='amount' source='memo' section='2' known='2023-08-21'>"
  "<fact valid='2022' value='90'/>"
  "<fact valid='2022' price-level='2024' value='99.5'/>"
  "<fact valid='2023' price-level='2024' value='105'/>"
  "<fact valid='2024' value='110'/>"
  "<fact valid='2025' price-level='2025' value='120'/>"
  "</series>"
  "<series key='rate' unit='rate' source='memo' section='3' valid='2024-07-01/..'>"
  "<fact subject='a' value='672.50'/>"
  "<fact subject='note' text='ikke opgjort' confirmed='no'/>"
  "</series>"
  "</register>";

static void
test_known_on (void)
{
  static const struct {
    const char *valid_on, *known_on, *value;
  } rows[] = {
    { "2023-01-01", NULL, "110" },         { "2023-01-01", "2022-08-01", "100" },
    { "2023-01-01", "2023-01-31", "100" }, { "2023-01-01", "2023-02-01", "110" },
    { "2023-07-01", NULL, "95" },          { "2023-07-01", "2023-04-30", "110" },
    { "2023-10-01", NULL, "110" },         { "2023-12-31", NULL, "110" },
  };
  g_autoptr (KkrRegister) reg = register_from_text (text);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KkrFact) fact = kkr_register_lookup (reg, "volume", rows[i].valid_on,
                                                      rows[i].known_on, NULL);

      g_test_message ("%s as known on %s", rows[i].valid_on, rows[i].known_on);
      g_assert_cmpstr (kkr_fact_get_printed (fact), ==, rows[i].value);
    }
}

static void
test_price_level (void)
{
  static const struct {
    const char *valid_on, *wanted, *value, *level;
  } rows[] = {
    { "2022-06-01", NULL, "90", "nominal" },   { "2022-06-01", "nominal", "90", "nominal" },
    { "2022-06-01", "2022", "90", "nominal" }, { "2022-06-01", "2024", "99.5", "2024" },
    { "2022-06-01", "2023", "90", "nominal" }, { "2023-06-01", NULL, "105", "2024" },
    { "2023-06-01", "2024", "105", "2024" },   { "2023-06-01", "nominal", "105", "2024" },
    { "2024-06-01", "2024", "110", "nominal" }, { "2024-06-01", "2025", "110", "nominal" },
    { "2025-06-01", "nominal", "120", "2025" },
  };
  g_autoptr (KkrRegister) reg = register_from_text (text);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KkrFact) fact =
        kkr_register_lookup_at_level (reg, "budget", rows[i].valid_on, NULL, rows[i].wanted, NULL);

      g_test_message ("%s at level %s", rows[i].valid_on, rows[i].wanted);
      g_assert_cmpstr (kkr_fact_get_printed (fact), ==, rows[i].value);
      g_assert_cmpstr (kkr_fact_get_price_level (fact), ==, rows[i].level);
    }
}

static void
test_errors (void)
{
  static const struct {
    const char *key, *valid_on, *known_on, *level;
    int code;
    const char *message;
  } rows[] = {
    { "volume", "2024-01-01", NULL, NULL, KKR_CALC_ERROR_NO_DATA,
      "volume has no value for that day: 2024-01-01 found, one of 2023, 2023K3 expected" },
    { "volume", "2023-01-01", "2022-07-31", NULL, KKR_CALC_ERROR_NO_DATA,
      "volume was not yet known for 2023: known-on 2022-07-31 found, 2022-08-01 or later "
      "expected" },
    { "volum", "2023-01-01", NULL, NULL, KKR_CALC_ERROR_NO_DATA,
      "the register has no such key: \"volum\" found; near it: volume" },
    { "rate", "2024-07-01", NULL, NULL, KKR_CALC_ERROR_NO_DATA,
      "the register has no such key: \"rate\" found; near it: rate/a, rate/note" },
    { "rate/a", "2024-06-30", NULL, NULL, KKR_CALC_ERROR_NO_DATA,
      "rate/a has no value for that day: 2024-06-30 found, one of 2024-07-01/.. expected" },
    { "volume", "2023", NULL, NULL, KKR_CALC_ERROR_OUT_OF_RANGE,
      "valid-on is no day: \"2023\" found, a day such as 2023-08-21 expected" },
    { "volume", "2023-01-01", "i går", NULL, KKR_CALC_ERROR_OUT_OF_RANGE,
      "known-on is no day: \"i går\" found, a day such as 2023-08-21 expected" },
    { "budget", "2023-01-01", NULL, "faste", KKR_CALC_ERROR_OUT_OF_RANGE,
      "price-level is none: \"faste\" found, \"nominal\" or a year expected" },
  };
  g_autoptr (KkrRegister) reg = register_from_text (text);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (kkr_register_lookup_at_level (reg, rows[i].key, rows[i].valid_on,
                                                   rows[i].known_on, rows[i].level, &error));
      g_assert_error (error, KKR_CALC_ERROR, rows[i].code);
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
}

/* What is packaged became known on 21 August 2023. */
static void
test_packaged (void)
{
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrFact) fact = NULL, older = NULL;

  g_assert_null (kkr_register_lookup (reg, "socialtilsyn-nord/budget/foster-families",
                                      "2024-01-01", "2023-08-20", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
  fact = kkr_register_lookup (reg, "socialtilsyn-nord/budget/foster-families", "2024-01-01",
                              "2023-08-21", NULL);
  g_assert_cmpint (kkr_fact_get_amount (fact), ==, 1915605800);
  /* The yearly report printed 0,502 million in June, the memo 501.980 in August. */
  older = kkr_register_lookup (reg, "socialtilsyn-nord/accounts/surplus", "2022-12-31",
                               "2023-08-20", NULL);
  g_assert_cmpint (kkr_fact_get_amount (older), ==, 50200000);
}

/* The getters of an amount, a rate, a number printed in thousands, and a text. */
static void
test_fact (void)
{
  g_autoptr (KkrRegister) reg = register_from_text (text);
  g_autoptr (KkrRegister) packaged = kkr_register_new_packaged ();
  g_autoptr (KkrFact) rate = kkr_register_lookup (reg, "rate/a", "2030-01-01", NULL, NULL);
  g_autoptr (KkrFact) note = kkr_register_lookup (reg, "rate/note", "2030-01-01", NULL, NULL);
  g_autoptr (KkrFact) amount = kkr_register_lookup_at_level (reg, "budget", "2022-01-01", NULL,
                                                             "2024", NULL);
  g_autoptr (KkrFact) costs =
    kkr_register_lookup (packaged, "socialtilsyn-nord/costs/direct", "2023-01-01", NULL, NULL);
  g_autoptr (KkrFigure) figure = kkr_fact_dup_figure (costs);
  g_autoptr (KkrFigure) decimals = kkr_fact_dup_figure (rate);
  g_autofree char *value = kkr_fact_dup_value (rate), *lower = kkr_figure_dup_lower (figure);
  g_autofree char *upper = kkr_figure_dup_upper (decimals), *ore = kkr_fact_dup_value (amount);
  g_autofree char *string = kkr_fact_to_string (amount), *repr = kkr_fact___repr__ (rate);

  g_assert_cmpstr (value, ==, "1345/2");
  g_assert_cmpint ((int) (kkr_fact_get_number (rate) * 10), ==, 6725);
  g_assert_cmpint (kkr_fact_get_amount (rate), ==, 0);
  g_assert_cmpstr (kkr_fact_get_price_level (rate), ==, "nominal");
  g_assert_cmpint (kkr_fact_get_unit (rate), ==, KKR_UNIT_RATE);
  g_assert_true (kkr_fact_get_confirmed (rate));
  g_assert_cmpstr (kkr_fact_get_uri (rate), ==, "memo.xml");
  g_assert_cmpuint (kkr_fact_get_line (rate), ==, 1);
  g_assert_cmpstr (repr, ==, "<Kkr.Fact rate/a 2024-07-01/.. 672.50>");
  /* 672,50 stands for what is below 672,505. */
  g_assert_cmpstr (upper, ==, "134501/200");

  g_assert_cmpstr (kkr_fact_get_text (note), ==, "ikke opgjort");
  g_assert_null (kkr_fact_dup_value (note));
  g_assert_null (kkr_fact_dup_figure (note));
  g_assert_false (kkr_fact_get_confirmed (note));

  g_assert_cmpint (kkr_fact_get_amount (amount), ==, 9950);
  g_assert_cmpstr (ore, ==, "9950");
  g_assert_cmpint ((int) (kkr_fact_get_number (amount) * 10), ==, 995);
  g_assert_cmpstr (string, ==, "budget (2022): 99,50 kr. i 2024-priser; kilde: Udvalg: Notat, 2; "
                   "kendt 21. august 2023");

  /* Printed as 30,883 million. */
  g_assert_cmpint (kkr_fact_get_amount (costs), ==, 3088300000);
  g_assert_cmpstr (lower, ==, "30882500");
}

static void
test_outlives_register (void)
{
  KkrRegister *reg = register_from_text (text);
  g_autoptr (KkrFact) fact = kkr_register_lookup (reg, "volume", "2023-01-01", NULL, NULL);
  KkrSource *source = g_object_ref (kkr_fact_get_source (fact));
  g_autofree char *string = NULL;

  g_object_unref (reg);
  string = kkr_fact_to_string (fact);
  g_assert_cmpstr (string, ==, "volume (2023): 110 tilbud; kilde: Udvalg: Notat, 1; "
                   "kendt 1. februar 2023");
  g_clear_object (&fact);
  g_assert_cmpstr (kkr_source_get_title (source), ==, "Notat");
  g_object_unref (source);
}

static void
test_lists (void)
{
  g_autoptr (KkrRegister) reg = register_from_text (text);
  g_auto (GStrv) keys = kkr_register_dup_keys (reg, "r"), all = kkr_register_dup_keys (reg, NULL);
  g_auto (GStrv) none = kkr_register_dup_keys (reg, "z");
  gsize n;
  KkrFact **facts = kkr_register_dup_facts (reg, "budget", &n);
  static const char *const values[] = { "90", "99.5", "105", "110", "120" };

  g_assert_cmpuint (g_strv_length (keys), ==, 2);
  g_assert_cmpstr (keys[0], ==, "rate/a");
  g_assert_cmpstr (keys[1], ==, "rate/note");
  g_assert_cmpuint (g_strv_length (all), ==, 4);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (values));
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpstr (kkr_fact_get_printed (facts[i]), ==, values[i]);
      g_object_unref (facts[i]);
    }
  g_free (facts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/lookup/known-on", test_known_on);
  g_test_add_func ("/register/lookup/price-level", test_price_level);
  g_test_add_func ("/register/lookup/errors", test_errors);
  g_test_add_func ("/register/lookup/packaged", test_packaged);
  g_test_add_func ("/register/lookup/fact", test_fact);
  g_test_add_func ("/register/lookup/outlives-register", test_outlives_register);
  g_test_add_func ("/register/lookup/lists", test_lists);
  return g_test_run ();
}

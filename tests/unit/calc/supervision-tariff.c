/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* From inputs alone. Figures: DAS Social 21 August 2023, item 3 (tariffs 2023 and 2024); Socialtilsyn
 * Nord's report 2022, table 8; bases and roundings worked by hand from them. */

#include "test-tariff.h"

typedef struct {
  const char *base;
  gint64 tariffs[4];
} BaseCase;

static const BaseCase base_cases[] = {
  { "43851,6", { 43852, 52622, 87703, 131555 } },
  { "42884,2", { 42884, 51461, 85768, 128653 } },
  { "35341,2", { 35341, 42409, 70682, 106024 } },
  { "35129,0", { 35129, 42155, 70258, 105387 } },
  { "35042,6", { 35043, 42051, 70085, 105128 } },
  { "36896,2", { 36896, 44275, 73792, 110689 } },
  { "32262,8", { 32263, 38715, 64526, 96788 } },
  { "10288,2", { 10288, 12346, 20576, 30865 } },
  { "10585,0", { 10585, 12702, 21170, 31755 } },
  /* The rounded base of 2024 and of 2023: a krone off. */
  { "43852", { 43852, 52622, 87704, 131556 } },
  { "42884", { 42884, 51461, 85768, 128652 } },
  /* A half is rounded up: 0.5, 0.6, 1, 1.5; below it down: 2.4, 2.88, 4.8, 7.2. */
  { "0,5", { 1, 1, 1, 2 } },
  { "2,4", { 2, 3, 5, 7 } },
};

static void
test_base_tariff (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (base_cases); i++)
    {
      g_autoptr (KkrResult) result = tariff_run (tariff_new ("base-tariff", base_cases[i].base,
                                                             NULL));

      tariff_assert_four (result, "supervision", base_cases[i].tariffs);
    }
}

/* A tenth of the unrounded base: 35129 * 1.2 / 10 = 4215.48, where a tenth of the rounded tariff
 * (42155) would give 4216. */
static void
test_intensified (void)
{
  const gint64 expected[] = { 3513, 4215, 7026, 10539 };
  g_autoptr (KkrResult) result = tariff_run (tariff_new ("base-tariff", "35129", NULL));
  KkrTable *table = kkr_result_get_table (result);

  tariff_assert_four (result, "intensified-supervision", expected);
  g_assert_cmpuint (kkr_table_get_n_rows (table), ==, 8);
  g_assert_cmpuint (g_list_model_get_n_items (kkr_result_get_notes (result)), ==, 0);
  tariff_assert_base (result, "supervision", "base", "35129");
  tariff_assert_base (result, "supervision", "lower", ".");
  tariff_assert_base (result, "supervision", "upper", ".");
  tariff_assert_base (result, "supervision", "group-a", ".");
  tariff_assert_explained (result);
}

/* 2024: [43851.5, 43851.75); a tenth times 3 lies between 13155.45 and 13155.525. */
static void
test_printed_2024 (void)
{
  const gint64 supervision[] = { 43852, 52622, 87703, 131555 };
  const gint64 intensified[] = { 4385, 5262, 8770, 0 };
  g_autoptr (KkrResult) result = tariff_run (
    tariff_new ("printed-1", "43.852 kr.", "printed-2", "52.622 kr.", "printed-3", "87.703 kr.",
                "printed-4", "131.555 kr.", NULL));

  tariff_assert_four (result, "supervision", supervision);
  tariff_assert_four (result, "intensified-supervision", intensified);
  tariff_assert_base (result, "supervision", "base", NULL);
  tariff_assert_base (result, "supervision", "lower", "87703/2");
  tariff_assert_base (result, "supervision", "upper", "175407/4");
  tariff_assert_base (result, "supervision", "group-b", ".");
  g_assert_true (tariff_has_note (result, "Skærpet tilsyn, 50 pladser og derover: taksten er ikke "
                                          "bestemt; de trykte takster tillader både 13.155 kr. og "
                                          "13.156 kr."));
  g_assert_cmpuint (g_list_model_get_n_items (kkr_result_get_notes (result)), ==, 1);
  tariff_assert_explained (result);
}

/* 2023: [42884 1/6, 42884 1/4); tenths: 4288.42, 5146.1, 8576.8, 12865.25 to 12865.275. */
static void
test_printed_2023 (void)
{
  const gint64 supervision[] = { 42884, 51461, 85768, 128653 };
  const gint64 intensified[] = { 4288, 5146, 8577, 12865 };
  g_autoptr (KkrResult) result = tariff_run (
    tariff_new ("printed-1", "42.884", "printed-2", "51.461", "printed-3", "85.768", "printed-4",
                "128.653", NULL));

  tariff_assert_four (result, "supervision", supervision);
  tariff_assert_four (result, "intensified-supervision", intensified);
  tariff_assert_base (result, "supervision", "lower", "257305/6");
  tariff_assert_base (result, "supervision", "upper", "171537/4");
  g_assert_cmpuint (g_list_model_get_n_items (kkr_result_get_notes (result)), ==, 0);
  tariff_assert_explained (result);
}

/* One printed tariff alone, 43852: [43851.5, 43852.5). Times 3: 131554.5, which rounds up, to just
 * below 131557.5, which rounds to 131557. */
static void
test_one_printed (void)
{
  g_autoptr (KkrResult) result = tariff_run (tariff_new ("printed-1", "43852", NULL));

  tariff_assert (result, "supervision/1-7 pladser", 43852);
  tariff_assert (result, "supervision/50 pladser og derover", 0);
  tariff_assert_base (result, "supervision", "lower", "87703/2");
  tariff_assert_base (result, "supervision", "upper", "87705/2");
  g_assert_true (tariff_has_note (result, "Tilsyn, 50 pladser og derover: taksten er ikke bestemt; "
                                          "de trykte takster tillader alt fra 131.555 kr. til "
                                          "131.557 kr."));
}

/* 25-49 needs at least 43851.75, 50 and over less than 131554.5 / 3 = 43851.5. */
static void
test_contradiction (void)
{
  const gint64 missing[] = { 0, 0, 0, 0 };
  g_autoptr (KkrResult) result = tariff_run (
    tariff_new ("printed-1", "43852", "printed-2", "52622", "printed-3", "87704", "printed-4",
                "131554", NULL));

  tariff_assert_four (result, "supervision", missing);
  tariff_assert_four (result, "intensified-supervision", missing);
  tariff_assert_base (result, "supervision", "base", ".");
  tariff_assert_base (result, "supervision", "lower", "175407/4");
  tariff_assert_base (result, "supervision", "upper", "87703/2");
  tariff_assert_base (result, "supervision", "group-a", "Tilsyn, 25-49 pladser");
  tariff_assert_base (result, "supervision", "group-b", "Tilsyn, 50 pladser og derover");
  g_assert_true (tariff_has_note (result, "De trykte takster modsiger hinanden: Tilsyn, 25-49 "
                                          "pladser kræver en grundtakst på mindst 43.851,7500 kr., "
                                          "Tilsyn, 50 pladser og derover en på under 43.851,5000 "
                                          "kr."));
  tariff_assert_explained (result);
}

/* An excluded upper bound that is another cell's lower bound leaves nothing: 1-7 with 43852 is
 * [43851.5, 43852.5), 50 and over with 131554 is [43851 1/6, 43851.5). */
static void
test_touching (void)
{
  g_autoptr (KkrResult) result = tariff_run (tariff_new ("printed-1", "43852", "printed-4",
                                                         "131554", NULL));

  tariff_assert_base (result, "supervision", "lower", "87703/2");
  tariff_assert_base (result, "supervision", "upper", "87703/2");
  tariff_assert_base (result, "supervision", "group-a", "Tilsyn, 1-7 pladser");
  tariff_assert (result, "supervision/1-7 pladser", 0);
}

/* 100 + 96 + 100 + 84 = 380 weighted offers share 16905109 - 1000000: 41855.55 kr. each. */
static void
test_budget (void)
{
  const gint64 supervision[] = { 41856, 50227, 83711, 125567 };
  const gint64 intensified[] = { 4186, 5023, 8371, 12557 };
  g_autoptr (KkrResult) result = tariff_run (
    tariff_new ("budget", "16.905.109 kr.", "other-income", "1.000.000 kr.", "offers-1", "100",
                "offers-2", "80", "offers-3", "50", "offers-4", "28", NULL));

  tariff_assert_base (result, "supervision", "base", "837111/20");
  tariff_assert_four (result, "supervision", supervision);
  tariff_assert_four (result, "intensified-supervision", intensified);
  tariff_assert_explained (result);
}

/* 100 kr. by 7 of 1.2: 100 / 8.4 = 250/21, an endless decimal. */
static void
test_budget_is_exact (void)
{
  g_autoptr (KkrResult) result = tariff_run (tariff_new ("budget", "100 kr.", "offers-2", "7",
                                                         NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrDerivation) derivation = kkr_result_explain_key (
    result, "tariff", "supervision/8-24 pladser", &error);
  g_autofree char *units = NULL, *base = NULL;

  g_assert_no_error (error);
  tariff_assert_base (result, "supervision", "base", "250/21");
  units = kkr_derivation_dup_step_value (derivation, "units");
  base = kkr_derivation_dup_step_value (derivation, "base");
  g_assert_cmpstr (units, ==, "42/5");
  g_assert_cmpstr (base, ==, "250/21");
  g_assert_cmpstr (kkr_derivation_get_value (derivation), ==, "1400");
}

static void
test_groups (void)
{
  static const struct {
    const char *places, *group;
    gint64 tariff;
  } cases[] = {
    { "1", "1-7 pladser", 43852 },   { "7", "1-7 pladser", 43852 },
    { "8", "8-24 pladser", 52622 },  { "24", "8-24 pladser", 52622 },
    { "25", "25-49 pladser", 87703 }, { "49", "25-49 pladser", 87703 },
    { "50", "50 pladser og derover", 131555 }, { "2.000", "50 pladser og derover", 131555 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KkrResult) result = tariff_run (
        tariff_new ("base-tariff", "43851,6", "places", cases[i].places, NULL));
      KkrTable *table = kkr_result_get_table (result);
      g_autofree char *group = kkr_column_dup_text (kkr_table_get_column (table, "group"), 0);

      g_assert_cmpuint (kkr_table_get_n_rows (table), ==, 2);
      g_assert_cmpstr (group, ==, cases[i].group);
      tariff_assert (result, "supervision", cases[i].tariff);
    }
}

static void
test_zero_places (void)
{
  g_autoptr (KkrResult) result = tariff_run (
    tariff_new ("base-tariff", "35341,2", "places", "0", "zero-places", "lowest-group", NULL));

  tariff_assert (result, "supervision/0-7 pladser", 35341);
  tariff_assert (result, "supervision/0-7 places", 35341);
  tariff_assert_fails (tariff_new ("base-tariff", "35341,2", "places", "0", NULL),
                       KKR_CALC_ERROR_OUT_OF_RANGE, "places: no offer has so few places: 0 found");
  tariff_assert_fails (tariff_new ("base-tariff", "35341,2", "places", "-1", "zero-places",
                                   "lowest-group", NULL),
                       KKR_CALC_ERROR_OUT_OF_RANGE, "places: no offer has so few places: -1 found");
}

/* 13 * 672 = 8736 and 36 * 672 = 24192; 564.39 and 580.67 give the fees of 2021 and 2022. */
static void
test_bpa (void)
{
  static const struct {
    const char *price;
    gint64 supervision, approval;
  } cases[] = {
    { "672", 8736, 24192 }, { "635", 8255, 22860 }, { "564,39", 7337, 20318 },
    { "580,67", 7549, 20904 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KkrResult) result = tariff_run (
        tariff_new ("hourly-price", cases[i].price, "hours-supervision", "13", "hours-approval",
                    "36", NULL));

      g_assert_cmpuint (kkr_table_get_n_rows (kkr_result_get_table (result)), ==, 3);
      tariff_assert (result, "bpa-supervision", cases[i].supervision);
      tariff_assert (result, "bpa-approval", cases[i].approval);
      tariff_assert (result, "bpa-significant-change", cases[i].supervision);
      tariff_assert_explained (result);
    }
}

static void
test_one_way (void)
{
  tariff_assert_fails (KKR_CALCULATOR (kkr_supervision_tariff_new ()),
                       KKR_CALC_ERROR_MISSING_INPUT,
                       "one of base-tariff; budget and offers-1 to offers-4; printed-1 to "
                       "printed-4; register, arrangement and year expected");
  tariff_assert_fails (tariff_new ("base-tariff", "1", "printed-2", "5", NULL),
                       KKR_CALC_ERROR_INCONSISTENT,
                       "two ways to the base tariff: base-tariff and printed-2 found");
  tariff_assert_fails (tariff_new ("budget", "1", "offers-1", "1", "base-tariff", "1", NULL),
                       KKR_CALC_ERROR_INCONSISTENT,
                       "two ways to the base tariff: base-tariff and budget found");
  tariff_assert_fails (tariff_new ("offers-3", "1", NULL), KKR_CALC_ERROR_MISSING_INPUT,
                       "budget: missing");
  tariff_assert_fails (tariff_new ("budget", "1", NULL), KKR_CALC_ERROR_MISSING_INPUT,
                       "at least one of offers-1, offers-2, offers-3, offers-4 expected");
  tariff_assert_fails (tariff_new ("hourly-price", "672", NULL), KKR_CALC_ERROR_MISSING_INPUT,
                       "hours-supervision: missing");
  tariff_assert_fails (tariff_new ("hours-approval", "36", NULL), KKR_CALC_ERROR_MISSING_INPUT,
                       "hourly-price: missing");
}

static void
test_bad_inputs (void)
{
  KkrCalculator *unset = tariff_new ("base-tariff", "1", NULL);

  tariff_assert_fails (tariff_new ("budget", "-5 kr.", "offers-1", "1", NULL),
                       KKR_CALC_ERROR_OUT_OF_RANGE, "budget: a negative amount");
  tariff_assert_fails (tariff_new ("budget", "5 kr.", "other-income", "-1 kr.", "offers-1", "1",
                                   NULL),
                       KKR_CALC_ERROR_OUT_OF_RANGE, "other-income: a negative amount");
  tariff_assert_fails (tariff_new ("budget", "5 kr.", "other-income", "6 kr.", "offers-1", "1",
                                   NULL),
                       KKR_CALC_ERROR_INCONSISTENT, "other-income: nothing left to pay");
  tariff_assert_fails (tariff_new ("budget", "5 kr.", "offers-1", "0", NULL),
                       KKR_CALC_ERROR_OUT_OF_RANGE, "0 offers in all groups found");
  tariff_assert_fails (tariff_new ("budget", "5 kr.", "offers-1", "-2", NULL),
                       KKR_CALC_ERROR_OUT_OF_RANGE, "offers-1: a negative number of offers: -2");
  tariff_assert_fails (tariff_new ("base-tariff", "-1", NULL), KKR_CALC_ERROR_OUT_OF_RANGE,
                       "base-tariff: a negative rate");
  tariff_assert_fails (tariff_new ("printed-1", "0", NULL), KKR_CALC_ERROR_OUT_OF_RANGE,
                       "printed-1: no printed tariff");
  tariff_assert_fails (tariff_new ("printed-1", "43.852,50 kr.", NULL),
                       KKR_CALC_ERROR_OUT_OF_RANGE, "printed-1: no printed tariff");
  tariff_assert_fails (tariff_new ("hourly-price", "1", "hours-supervision", "0", NULL),
                       KKR_CALC_ERROR_OUT_OF_RANGE, "hours-supervision: no hours");
  tariff_assert_fails (tariff_new ("base-tariff", "1", "year", "3", NULL),
                       KKR_CALC_ERROR_OUT_OF_RANGE, "year: no such year: 3 found");
  g_object_set (unset, "zero-places", KKR_ZERO_PLACES_UNSET, NULL);
  tariff_assert_fails (unset, KKR_CALC_ERROR_OUT_OF_RANGE,
                       "zero-places: no such choice: unset found, one of refuse, lowest-group "
                       "expected");
}

static void
test_overflow (void)
{
  KkrCalculator *calculator = tariff_new ("base-tariff", "90.000.000.000.000.000", NULL);

  tariff_assert_fails (calculator, KKR_CALC_ERROR_OVERFLOW, "a tariff does not fit");
}

static void
test_zero_places_words (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kkr_zero_places_from_string ("lowest-group", NULL), ==,
                   KKR_ZERO_PLACES_LOWEST_GROUP);
  g_assert_cmpint (kkr_zero_places_from_string ("refuse", NULL), ==, KKR_ZERO_PLACES_REFUSE);
  g_assert_cmpstr (kkr_zero_places_to_string (KKR_ZERO_PLACES_LOWEST_GROUP), ==, "lowest-group");
  g_assert_cmpint (kkr_zero_places_from_string ("unset", &error), ==, KKR_ZERO_PLACES_UNSET);
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
}

/* Both ends of the interval of 2024 give 5262 for intensified supervision of 8-24 places:
 * 43851.5 * 0.12 = 5262.18 and 43851.75 * 0.12 = 5262.21. */
static void
test_both_ends (void)
{
  g_autoptr (KkrResult) result = tariff_run (
    tariff_new ("printed-1", "43852", "printed-2", "52622", "printed-3", "87703", "printed-4",
                "131555", NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrDerivation) derivation = kkr_result_explain_key (
    result, "tariff", "intensified-supervision/8-24 pladser", &error);
  g_autofree char *low = NULL, *high = NULL, *lower = NULL, *upper = NULL;

  g_assert_no_error (error);
  lower = kkr_derivation_dup_step_value (derivation, "lower");
  upper = kkr_derivation_dup_step_value (derivation, "upper");
  low = kkr_derivation_dup_step_value (derivation, "at_lower");
  high = kkr_derivation_dup_step_value (derivation, "at_upper");
  g_assert_cmpstr (lower, ==, "87703/2");
  g_assert_cmpstr (upper, ==, "175407/4");
  g_assert_cmpstr (low, ==, "526200");
  g_assert_cmpstr (high, ==, "526200");
  g_assert_cmpstr (kkr_derivation_get_value (derivation), ==, "526200");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/supervision-tariff/base-tariff", test_base_tariff);
  g_test_add_func ("/supervision-tariff/intensified", test_intensified);
  g_test_add_func ("/supervision-tariff/printed-2024", test_printed_2024);
  g_test_add_func ("/supervision-tariff/printed-2023", test_printed_2023);
  g_test_add_func ("/supervision-tariff/one-printed", test_one_printed);
  g_test_add_func ("/supervision-tariff/contradiction", test_contradiction);
  g_test_add_func ("/supervision-tariff/touching", test_touching);
  g_test_add_func ("/supervision-tariff/budget", test_budget);
  g_test_add_func ("/supervision-tariff/budget-is-exact", test_budget_is_exact);
  g_test_add_func ("/supervision-tariff/groups", test_groups);
  g_test_add_func ("/supervision-tariff/zero-places", test_zero_places);
  g_test_add_func ("/supervision-tariff/bpa", test_bpa);
  g_test_add_func ("/supervision-tariff/one-way", test_one_way);
  g_test_add_func ("/supervision-tariff/bad-inputs", test_bad_inputs);
  g_test_add_func ("/supervision-tariff/overflow", test_overflow);
  g_test_add_func ("/supervision-tariff/zero-places-words", test_zero_places_words);
  g_test_add_func ("/supervision-tariff/both-ends", test_both_ends);
  return g_test_run ();
}

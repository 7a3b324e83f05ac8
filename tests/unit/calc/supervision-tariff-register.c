/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* From the packaged register. Tariffs: Socialtilsyn Nord's report 2022, tables 8 and 9; DAS Social
 * 21 August 2023, item 3. Intervals: (p - 1/2) / w and (p + 1/2) / w worked by hand, in twelfths. */

#include "test-tariff.h"

typedef struct {
  const char *service;
  const char *year;
  gint64 tariffs[4];
  const char *lower, *upper;
} ServiceCase;

static const ServiceCase service_cases[] = {
  { "supervision", "2019", { 35341, 42409, 70682, 106024 }, "212047/6", "141365/4" },
  { "supervision", "2020", { 35129, 42155, 70258, 105387 }, "210773/6", "210775/6" },
  { "supervision", "2021", { 35043, 42051, 70085, 105128 }, "70085/2", "140171/4" },
  { "supervision", "2022", { 36896, 44275, 73792, 110689 }, "221377/6", "147585/4" },
  { "approval", "2019", { 31378, 37654, 62756, 94134 }, "376535/12", "188269/6" },
  { "approval", "2020", { 32021, 38425, 64041, 96062 }, "64041/2", "128083/4" },
  { "approval", "2021", { 32263, 38715, 64526, 96788 }, "129051/4", "193577/6" },
  { "approval", "2022", { 32993, 39591, 65985, 98978 }, "65985/2", "131971/4" },
  { "significant-change", "2019", { 9998, 11998, 19996, 29994 }, "119975/12", "59989/6" },
  { "significant-change", "2020", { 10203, 12243, 20405, 30608 }, "20405/2", "40811/4" },
  { "significant-change", "2021", { 10288, 12346, 20576, 30865 }, "61729/6", "41153/4" },
  { "significant-change", "2022", { 10585, 12702, 21170, 31755 }, "63509/6", "63511/6" },
  { "intensified-supervision", "2019", { 3534, 4241, 7068, 10602 }, "21203/6", "21205/6" },
  { "intensified-supervision", "2020", { 3513, 4215, 7026, 10539 }, "21077/6", "42155/12" },
  { "intensified-supervision", "2021", { 3504, 4205, 7009, 10513 }, "14017/4", "7009/2" },
  { "intensified-supervision", "2022", { 3690, 4428, 7379, 11069 }, "44275/12", "14759/4" },
};

static KkrCalculator *
nord (const char *year)
{
  return tariff_new ("register", "packaged", "arrangement", "socialtilsyn-nord", "year", year,
                     NULL);
}

static KkrCalculator *
nord_with (const char *year, const char *name, const char *text)
{
  KkrCalculator *calculator = nord (year);
  g_autoptr (GError) error = NULL;

  kkr_calculator_set_from_string (calculator, name, text, &error);
  g_assert_no_error (error);
  return calculator;
}

/* The 64 cells of table 8 and the 16 intervals behind them. */
static void
test_table_8 (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (service_cases); i++)
    {
      const ServiceCase *one = &service_cases[i];
      g_autoptr (KkrResult) result = tariff_run (nord (one->year));

      tariff_assert_four (result, one->service, one->tariffs);
      tariff_assert_base (result, one->service, "lower", one->lower);
      tariff_assert_base (result, one->service, "upper", one->upper);
      g_assert_cmpuint (tariff_n_notes (result, KKR_NOTE_KIND_ROUNDING), ==, 0);
      g_assert_cmpuint (tariff_n_notes (result, KKR_NOTE_KIND_PRICE_LEVEL), ==, 0);
    }
}

static void
test_2024 (void)
{
  const gint64 supervision[] = { 43852, 52622, 87703, 131555 };
  const gint64 intensified[] = { 4385, 5262, 8770, 0 };
  g_autoptr (KkrResult) result = tariff_run (nord ("2024"));

  tariff_assert_four (result, "supervision", supervision);
  tariff_assert_four (result, "intensified-supervision", intensified);
  tariff_assert (result, "bpa-supervision", 8736);
  tariff_assert (result, "bpa-approval", 24192);
  tariff_assert (result, "bpa-significant-change", 8736);
  tariff_assert_base (result, "supervision", "lower", "87703/2");
  tariff_assert_base (result, "supervision", "upper", "175407/4");
  tariff_assert_base (result, "bpa-hourly-price", "base", "672");
  g_assert_true (tariff_has_note (result, "både 13.155 kr. og 13.156 kr."));
  g_assert_true (tariff_has_note (result, "Udeladt, fordi registret ingen takster har for 2024: "
                                          "Godkendelse, Væsentlig ændring."));
  g_assert_cmpuint (tariff_n_notes (result, KKR_NOTE_KIND_PRICE_LEVEL), ==, 0);
  tariff_assert_explained (result);
}

/* The tariffs of 2023 stand in 2024 prices, and the hours are known for 2024 only. */
static void
test_2023 (void)
{
  const gint64 supervision[] = { 42884, 51461, 85768, 128653 };
  const gint64 intensified[] = { 4288, 5146, 8577, 12865 };
  g_autoptr (KkrResult) nominal = tariff_run (nord ("2023"));
  g_autoptr (KkrResult) later = tariff_run (nord_with ("2023", "price-level", "2024"));
  KkrCalculator *calculator = nord_with ("2023", "hours-supervision", "13");
  g_autoptr (KkrResult) bpa = NULL;

  tariff_assert_four (nominal, "supervision", supervision);
  tariff_assert_four (nominal, "intensified-supervision", intensified);
  tariff_assert_four (later, "supervision", supervision);
  g_assert_cmpuint (tariff_n_notes (nominal, KKR_NOTE_KIND_PRICE_LEVEL), ==, 1);
  g_assert_true (tariff_has_note (nominal, "Beløbene for 2023 kendes kun i 2024-priser, ikke i "
                                           "årets egne priser; de er brugt uden omregning."));
  g_assert_cmpuint (tariff_n_notes (later, KKR_NOTE_KIND_PRICE_LEVEL), ==, 0);
  g_assert_cmpuint (kkr_table_get_n_rows (kkr_result_get_table (nominal)), ==, 8);
  g_assert_true (tariff_has_note (nominal, "Udeladt, fordi timetallet ikke kendes – BPA: tilsyn; "
                                           "BPA: nygodkendelse; BPA: væsentlig ændring."));
  tariff_assert_explained (nominal);

  kkr_calculator_set_from_string (calculator, "hours-approval", "36", NULL);
  bpa = tariff_run (calculator);
  tariff_assert (bpa, "bpa-supervision", 8255);
  tariff_assert (bpa, "bpa-approval", 22860);
  tariff_assert_explained (bpa);
}

/* Printed fees stand as they are; with the hours they are found from the hourly price: 2021 from
 * 20317.5 / 36 to 20318.5 / 36, 2022 from 7548.5 / 13 to 20904.5 / 36. */
static void
test_printed_fees (void)
{
  static const struct {
    const char *year;
    gint64 supervision, approval;
    const char *lower, *upper;
  } cases[] = {
    { "2021", 7337, 20318, "4515/8", "40637/72" },
    { "2022", 7549, 20904, "15097/26", "41809/72" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KkrResult) plain = tariff_run (nord (cases[i].year));
      KkrCalculator *calculator = nord_with (cases[i].year, "hours-supervision", "13");
      g_autoptr (KkrResult) hours = NULL;

      kkr_calculator_set_from_string (calculator, "hours-approval", "36", NULL);
      hours = tariff_run (calculator);
      for (int k = 0; k < 2; k++)
        {
          KkrResult *result = k == 0 ? plain : hours;

          tariff_assert (result, "bpa-supervision", cases[i].supervision);
          tariff_assert (result, "bpa-approval", cases[i].approval);
          tariff_assert (result, "bpa-significant-change", cases[i].supervision);
          tariff_assert_explained (result);
        }
      tariff_assert_base (hours, "bpa-hourly-price", "lower", cases[i].lower);
      tariff_assert_base (hours, "bpa-hourly-price", "upper", cases[i].upper);
      g_assert_cmpuint (kkr_table_get_n_rows (kkr_result_get_table_named (plain, "base")), ==, 4);
    }
}

/* 12 hours do not fit the fee of 2021 that 36 hours give: 7337 / 12 = 611, 20318 / 36 = 564. */
static void
test_contradicting_hours (void)
{
  KkrCalculator *calculator = nord_with ("2021", "hours-supervision", "12");
  g_autoptr (KkrResult) result = NULL;

  kkr_calculator_set_from_string (calculator, "hours-approval", "36", NULL);
  result = tariff_run (calculator);
  tariff_assert (result, "bpa-approval", 0);
  tariff_assert_base (result, "bpa-hourly-price", "group-a", "BPA: tilsyn");
  tariff_assert_base (result, "bpa-hourly-price", "group-b", "BPA: nygodkendelse");
}

/* A given base stands for supervision only; the register gives the rest. */
static void
test_base_instead (void)
{
  const gint64 supervision[] = { 40000, 48000, 80000, 120000 };
  const gint64 intensified[] = { 4000, 4800, 8000, 12000 };
  const gint64 approval[] = { 32993, 39591, 65985, 98978 };
  g_autoptr (KkrResult) result = tariff_run (nord_with ("2022", "base-tariff", "40000"));

  tariff_assert_four (result, "supervision", supervision);
  tariff_assert_four (result, "intensified-supervision", intensified);
  tariff_assert_four (result, "approval", approval);
  tariff_assert_explained (result);
}

/* 16905109 shared by 100 * 1 + 80 * 1.2 + 50 * 2 + 28 * 3 = 380: 44487.128... */
static void
test_budget_of_the_register (void)
{
  KkrCalculator *calculator = nord_with ("2024", "offers-1", "100");
  g_autoptr (KkrResult) result = NULL;

  kkr_calculator_set_from_string (calculator, "offers-2", "80", NULL);
  kkr_calculator_set_from_string (calculator, "offers-3", "50", NULL);
  kkr_calculator_set_from_string (calculator, "offers-4", "28", NULL);
  result = tariff_run (calculator);
  tariff_assert_base (result, "supervision", "base", "16905109/380");
  tariff_assert (result, "supervision/1-7 pladser", 44487);
  tariff_assert_explained (result);
}

/* Tariff of an offer with 30 places in 2022. */
static void
test_one_offer (void)
{
  g_autoptr (KkrResult) result = tariff_run (nord_with ("2022", "places", "30"));

  g_assert_cmpuint (kkr_table_get_n_rows (kkr_result_get_table (result)), ==, 4);
  tariff_assert (result, "supervision", 73792);
  tariff_assert (result, "intensified-supervision", 7379);
  tariff_assert (result, "significant-change", 21170);
}

static void
test_derivation (void)
{
  g_autoptr (KkrResult) result = tariff_run (nord ("2023"));
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrDerivation) derivation = kkr_result_explain_key (
    result, "tariff", "supervision/8-24 pladser", &error);
  g_autofree char *text = NULL, *json = NULL;

  g_assert_no_error (error);
  text = kkr_derivation_to_string (derivation);
  json = kkr_derivation_to_json (derivation);
  g_assert_nonnull (strstr (text, "DAS Social"));
  g_assert_nonnull (strstr (text, "2024-priser"));
  g_assert_nonnull (strstr (text, "Udvikling i takst pr. tilbud"));
  g_assert_nonnull (strstr (json, "\"price-level\":\"2024\""));
  g_assert_nonnull (strstr (json, "\"register\":{"));
}

static void
test_refusals (void)
{
  KkrCalculator *early = nord_with ("2024", "known-on", "2022-01-01");

  tariff_assert_fails (tariff_new ("register", "packaged", "arrangement", "socialtilsyn-nort",
                                   "year", "2024", NULL),
                       KKR_CALC_ERROR_NO_DATA, "socialtilsyn-nord");
  tariff_assert_fails (nord ("2018"), KKR_CALC_ERROR_NO_DATA,
                       "socialtilsyn-nord/tariff/supervision/1");
  tariff_assert_fails (early, KKR_CALC_ERROR_NO_DATA, "2023-08-21");
  tariff_assert_fails (tariff_new ("register", "packaged", NULL), KKR_CALC_ERROR_MISSING_INPUT,
                       "arrangement: missing");
  tariff_assert_fails (tariff_new ("register", "packaged", "arrangement", "socialtilsyn-nord",
                                   NULL),
                       KKR_CALC_ERROR_MISSING_INPUT, "year: missing");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/supervision-tariff-register/table-8", test_table_8);
  g_test_add_func ("/supervision-tariff-register/2024", test_2024);
  g_test_add_func ("/supervision-tariff-register/2023", test_2023);
  g_test_add_func ("/supervision-tariff-register/printed-fees", test_printed_fees);
  g_test_add_func ("/supervision-tariff-register/contradicting-hours", test_contradicting_hours);
  g_test_add_func ("/supervision-tariff-register/base-instead", test_base_instead);
  g_test_add_func ("/supervision-tariff-register/budget-of-the-register",
                   test_budget_of_the_register);
  g_test_add_func ("/supervision-tariff-register/one-offer", test_one_offer);
  g_test_add_func ("/supervision-tariff-register/derivation", test_derivation);
  g_test_add_func ("/supervision-tariff-register/refusals", test_refusals);
  return g_test_run ();
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-fact-private.h>
#include <libkkr/register/kkr-overlay.h>
#include <libkkr/register/kkr-series-values-private.h>

#include "from-text.h"

/* What a series says of many codes at once is what looking each of them up says. */

#define WORLDS_PER_MILLION 150
#define LEAST_WORLDS 10
#define N_QUESTIONS 40
#define FIRST_YEAR 2019
#define N_YEARS 5

/* Ascending, with one that no series has and one that stands twice. */
static const gint32 codes[] = { 5, 7, 101, 147, 147, 840, 851, 1081, 999999999 };
static const char *const subjects[] = { "5", "7", "101", "147", "840", "1081", "0101", "1a", "x" };

static guint
pick (GRand *random, guint n)
{
  return (guint) g_rand_int_range (random, 0, (gint32) n);
}

static char *
make_period (GRand *random)
{
  guint year = FIRST_YEAR + pick (random, N_YEARS), months = pick (random, 30);

  switch (pick (random, 6))
    {
    case 0:
      return g_strdup_printf ("%u-%02u/%u-%02u", year, 1 + pick (random, 12),
                              year + 1 + months / 12, 1 + months % 12);
    case 1:
      return g_strdup_printf ("%u-03-01/..", year);
    case 2:
      return g_strdup_printf ("../%u-03-01", year);
    case 3:
      return g_strdup_printf ("%uK%u", year, 1 + pick (random, 4));
    default:
      return g_strdup_printf ("%u", year);
    }
}

static void
add_value (GRand *random, GString *text)
{
  switch (pick (random, 8))
    {
    case 0:
      g_string_append (text, " status='suppressed'");
      break;
    case 1:
      g_string_append (text, " text='ikke opgjort'");
      break;
    case 2:
      g_string_append_printf (text, " value='%u.%u'", pick (random, 999), 1 + pick (random, 9));
      break;
    default:
      g_string_append_printf (text, " value='%u'", pick (random, 9999));
      break;
    }
}

/* The day it became known, and perhaps the one on which it was withdrawn. */
static void
add_known (GRand *random, GString *text, guint day)
{
  guint year = 2018 + pick (random, 6);

  g_string_append_printf (text, " known='%u-%02u-%02u", year, 1 + pick (random, 12), day);
  if (pick (random, 5) == 0)
    g_string_append_printf (text, "/%u-02-03", year + 1 + pick (random, 3));
  g_string_append_c (text, '\'');
}

/* No two facts of a subject became known on one day, so that they may say anything. */
static void
add_facts (GRand *random, GString *text, const char *subject, gboolean money)
{
  guint n = pick (random, 9);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *period = make_period (random);

      g_string_append_printf (text, "<fact subject='%s' valid='%s'", subject, period);
      add_known (random, text, i + 1);
      if (money && pick (random, 3) == 0)
        g_string_append_printf (text, " price-level='%u'", FIRST_YEAR + pick (random, N_YEARS));
      add_value (random, text);
      g_string_append (text, "/>");
    }
}

/* Each year one value for each code, as most series have it, but for what a few lack. */
static void
add_years (GRand *random, GString *text, const char *subject)
{
  for (guint year = 0; year < N_YEARS; year++)
    if (pick (random, 40) != 0)
      {
        g_string_append_printf (text, "<fact subject='%s' valid='%u' value='%u'", subject,
                                FIRST_YEAR + year, pick (random, 9999));
        if (pick (random, 8) == 0)
          add_known (random, text, 9);
        g_string_append (text, "/>");
      }
}

static KkrRegister *
make_register (GRand *random)
{
  g_autoptr (GString) text = g_string_new (
    "<register format='1' version='1'>"
    "<source id='memo' title='Notat' publisher='Udvalg' date='2023-08-21'/>"
    "<series key='any' unit='rate' source='memo' section='1'>");

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    add_facts (random, text, subjects[i], TRUE);
  g_string_append (text, "<fact valid='2020' value='7'/></series>"
                         "<series key='years' unit='persons' source='memo' section='1'>");
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    add_years (random, text, subjects[i]);
  g_string_append (text, "</series><series key='years/101' unit='persons' source='memo' "
                         "section='1'><fact subject='5' valid='2020' value='7'/></series>"
                         "<series key='years-2' unit='persons' source='memo' section='1' "
                         "valid='2020'><fact subject='101' value='1.5'/></series></register>");
  return register_from_text (text->str);
}

/* What one does to it, whether or not it can be done. */
static void
edit (GRand *random, KkrOverlay *overlay)
{
  const char *series = pick (random, 2) ? "any" : "years";
  g_autofree char *key = g_strdup_printf ("%s/%s", series,
                                          subjects[pick (random, G_N_ELEMENTS (subjects))]);
  g_autofree char *missing = g_strdup_printf ("%s/%u", series, pick (random, 2) ? 851 : 7);
  g_autofree char *period = make_period (random);
  const char *valid = pick (random, 2) ? NULL : period;

  switch (pick (random, 6))
    {
    case 0:
      kkr_overlay_remove (overlay, key, valid, NULL);
      break;
    case 1:
      kkr_overlay_scale (overlay, key, valid, "1,25", KKR_ROUNDING_MODE_HALF_AWAY, NULL);
      break;
    case 2:
      kkr_overlay_scale (overlay, series, valid, "2", KKR_ROUNDING_MODE_HALF_AWAY, NULL);
      break;
    case 3:
      kkr_overlay_add (overlay, missing, g_str_equal (series, "any") ? KKR_UNIT_RATE
                                                                     : KKR_UNIT_PERSONS,
                       period, pick (random, 2) ? "12" : "12,5", NULL);
      break;
    default:
      kkr_overlay_change (overlay, key, valid, pick (random, 3) ? "4321" : "43,5", NULL);
      break;
    }
}

static KkrRegister *
put_overlay (GRand *random, KkrRegister *below)
{
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (below);
  g_autoptr (GError) error = NULL;
  KkrRegister *above;

  for (guint n = pick (random, 4); n > 0; n--)
    edit (random, overlay);
  above = kkr_overlay_apply (overlay, &error);
  g_assert_no_error (error);
  return above;
}

/* What a lookup finds, or NULL. */
static KkrFact *
look_up (KkrRegister *reg, const char *key, const KkrSeriesQuestion *question)
{
  g_autofree char *day = kkr_date_to_string (question->valid_on);
  g_autofree char *known = question->known_on < KKR_DATE_MAX
                             ? kkr_date_to_string (question->known_on) : NULL;
  g_autofree char *year = g_strdup_printf ("%d", question->level);
  const char *level = question->level == KKR_LEVEL_ANY       ? NULL
                      : question->level == KKR_LEVEL_NOMINAL ? "nominal"
                                                             : year;
  KkrFact *fact = kkr_register_lookup_at_level (reg, key, day, known, level, NULL);

  if (fact != NULL && !kkr_fact_check_number (fact, KKR_UNIT_UNSET, NULL))
    g_clear_object (&fact);
  return fact;
}

static void
check_one (KkrRegister *reg, const char *key, const KkrSeriesQuestion *question)
{
  g_autoptr (KkrFact) fact = look_up (reg, key, question);

  g_assert_true (kkr_register_find_value (reg, key, question)
                 == (fact != NULL ? fact->record : NULL));
}

static void
check_question (KkrRegister *reg, const char *series, const KkrSeriesQuestion *question,
                const gint32 *asked, gsize n)
{
  const KkrFactRecord *records[G_N_ELEMENTS (codes)];
  gint64 values[G_N_ELEMENTS (codes)], alone[G_N_ELEMENTS (codes)];
  gboolean all = TRUE;

  g_assert_cmpint (kkr_register_find_values (reg, series, question, asked, n, values, records), ==,
                   kkr_register_find_values (reg, series, question, asked, n, alone, NULL));
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s/%d", series, asked[i]);
      g_autoptr (KkrFact) fact = look_up (reg, key, question);

      check_one (reg, key, question);
      g_assert_true (records[i] == (fact != NULL ? fact->record : NULL));
      g_assert_cmpint (values[i], ==, fact != NULL ? fact->record->num : 0);
      g_assert_cmpint (alone[i], ==, values[i]);
      all = all && fact != NULL && fact->record->den == 1;
    }
  g_assert_cmpint (kkr_register_find_values (reg, series, question, asked, n, NULL, records), ==,
                   all);
}

static void
ask (GRand *random, KkrRegister *reg)
{
  static const char *const series[] = { "any", "years", "years", "years-2", "nothing" };

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      guint first = pick (random, G_N_ELEMENTS (codes));
      KkrSeriesQuestion question = {
        .valid_on = kkr_date_from_parts (FIRST_YEAR, 1, 1) - 100
                    + (gint32) pick (random, N_YEARS * 366 + 200),
        .known_on = pick (random, 2) ? KKR_DATE_MAX
                                     : kkr_date_from_parts (2018 + (int) pick (random, 6), 6, 6),
        .level = pick (random, 3) == 0   ? KKR_LEVEL_ANY
                 : pick (random, 2) == 0 ? KKR_LEVEL_NOMINAL
                                         : FIRST_YEAR + (gint32) pick (random, N_YEARS),
      };

      check_question (reg, series[pick (random, G_N_ELEMENTS (series))], &question, codes + first,
                      pick (random, G_N_ELEMENTS (codes) + 1 - first));
      check_one (reg, "any", &question);
    }
}

/* By KKR_TEST_CASES. */
static guint
count_worlds (void)
{
  const char *cases = g_getenv ("KKR_TEST_CASES");
  guint64 asked = cases != NULL ? g_ascii_strtoull (cases, NULL, 10) : 1000000;

  return (guint) MAX (asked * WORLDS_PER_MILLION / 1000000, LEAST_WORLDS);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20231101);

  for (guint i = count_worlds (); i > 0; i--)
    {
      g_autoptr (KkrRegister) reg = make_register (random);
      g_autoptr (KkrRegister) above = put_overlay (random, reg);
      g_autoptr (KkrRegister) twice = put_overlay (random, above);

      ask (random, twice);
      ask (random, reg);
      ask (random, above);
    }
}

/* On a register that knows nothing. */
static void
test_overlay_alone (void)
{
  g_autoptr (KkrRegister) nothing = g_object_new (KKR_TYPE_REGISTER, NULL);
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (nothing);
  g_autoptr (KkrRegister) reg = NULL;
  const KkrSeriesQuestion question = { 0, KKR_DATE_MAX, KKR_LEVEL_ANY };

  g_assert_true (kkr_overlay_add (overlay, "any/147", KKR_UNIT_PERSONS, "1960/..", "12", NULL));
  reg = kkr_overlay_apply (overlay, NULL);
  check_question (nothing, "any", &question, codes, G_N_ELEMENTS (codes));
  check_question (reg, "any", &question, codes, G_N_ELEMENTS (codes));
  check_question (reg, "any", &question, codes + 3, 2);
}

/* Each code has a day of its own in each year, as no table could hold it: some facts hold for all
 * time, and many do for some hundred days. */
static void
test_many_days (void)
{
  g_autoptr (GString) text = g_string_new (
    "<register format='1' version='1'>"
    "<source id='memo' title='Notat' publisher='Udvalg' date='2023-08-21'/>"
    "<series key='days' unit='persons' source='memo' section='1'>");
  g_autoptr (KkrRegister) reg = NULL;

  for (guint code = 0; code < 60; code++)
    for (guint year = 0; year < 12; year++)
      g_string_append_printf (text, "<fact subject='%u' valid='%u-%02u-%02u/..' known='%u-01-01' "
                                    "value='%u'/>",
                              code, 2000 + year, 1 + code % 12, 1 + code / 3, 1990 + year,
                              code * 100 + year);
  g_string_append (text, "</series></register>");
  reg = register_from_text (text->str);
  for (gint32 day = 10950; day < 15400; day += 7)
    check_question (reg, "days", &(KkrSeriesQuestion) { day, KKR_DATE_MAX, KKR_LEVEL_ANY }, codes,
                    2);
}

/* A key that ends in no code, or in one written in another way. */
static void
test_codes (void)
{
  static const struct {
    const char *key;
    gint32 code;
  } rows[] = {
    { "s/0", 0 },     { "s/101", 101 }, { "s/999999999", 999999999 }, { "s/", -1 },
    { "s/0101", -1 }, { "s/1a", -1 },   { "s/1/2", -1 },              { "s/1000000000", -1 },
    { "s/-1", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint32 code = -1;

      g_assert_cmpint (kkr_series_read_code (rows[i].key, 1, &code), ==, rows[i].code >= 0);
      if (rows[i].code >= 0)
        g_assert_cmpint (code, ==, rows[i].code);
    }
}

static gpointer
ask_in_thread (gpointer reg)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  ask (random, reg);
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (KkrRegister) reg = make_register (random);
      GThread *threads[3];

      for (guint j = 0; j < G_N_ELEMENTS (threads); j++)
        threads[j] = g_thread_new (NULL, ask_in_thread, reg);
      for (guint j = 0; j < G_N_ELEMENTS (threads); j++)
        g_thread_join (threads[j]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/series-values/random", test_random);
  g_test_add_func ("/register/series-values/overlay-alone", test_overlay_alone);
  g_test_add_func ("/register/series-values/many-days", test_many_days);
  g_test_add_func ("/register/series-values/codes", test_codes);
  g_test_add_func ("/register/series-values/threads", test_threads);
  return g_test_run ();
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a batch of objective financing computes is what run() computes of each of its scenarios, and
 * what it refuses is what run() refuses, with the same words: random registers, with and without
 * overlays, and random inputs. */

#include <string.h>

#include <libkkr/kkr.h>

#include "random-financing.h"

#define WORLDS_PER_MILLION 120
#define LEAST_WORLDS 10
#define N_BATCHES 6

/* What one scenario is by itself: a result, or an error. */
typedef struct {
  KkrResult *result;
  GError *error;
} Alone;

static void
clear_alone (gpointer data)
{
  Alone *alone = data;

  g_clear_object (&alone->result);
  g_clear_error (&alone->error);
}

static GArray *
run_each (KkrCalculator *calculator, const RandomScenarios *scenarios)
{
  GArray *each = g_array_new (FALSE, TRUE, sizeof (Alone));

  g_array_set_clear_func (each, clear_alone);
  for (guint i = 0; i < scenarios->n; i++)
    {
      g_autoptr (KkrCalculator) copy = kkr_calculator_dup (calculator);
      Alone alone = { 0 };

      random_scenarios_assign (scenarios, i, copy);
      alone.result = kkr_calculator_run (copy, NULL, &alone.error);
      g_array_append_val (each, alone);
    }
  return each;
}

/* Each that is named is one that fails alone, and what is said of it is said alone. */
static guint
check_error (const GError *error, const GArray *each)
{
  const GError *first = NULL;
  guint n = 0;

  g_assert_nonnull (error);
  for (guint i = 0; i < each->len; i++)
    {
      const GError *alone = g_array_index (each, Alone, i).error;
      g_autofree char *number = g_strdup_printf ("scenario %u: ", i);
      g_autofree char *said = alone != NULL ? g_strconcat (number, alone->message, NULL) : NULL;

      if (strstr (error->message, number) == NULL)
        continue;
      g_assert_nonnull (said);
      if (strstr (error->message, said) == NULL)
        g_test_message ("%s\n%s", error->message, said);
      g_assert_nonnull (strstr (error->message, said));
      first = first != NULL ? first : alone;
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpint (error->code, ==, first->code);
  g_assert_true (error->domain == first->domain);
  return n;
}

static void
check_keys (KkrTable *table, guint at, KkrTable *alone, guint row, guint scenario)
{
  KkrColumn *names = kkr_table_get_column (table, "municipality");
  g_autofree char *name = kkr_column_dup_text_in (names, at, "da");
  g_autofree char *wanted = kkr_column_dup_text_in (kkr_table_get_column (alone, "municipality"),
                                                    row, "da");

  g_assert_cmpstr (name, ==, wanted);
  g_assert_cmpint (kkr_column_get_int64 (kkr_table_get_column (table, "code"), at), ==,
                   kkr_column_get_int64 (kkr_table_get_column (alone, "code"), row));
  g_assert_cmpint (kkr_column_get_int64 (kkr_table_get_column (table, "scenario"), at), ==,
                   scenario);
}

static void
check_cells (KkrResult *result, const GArray *each)
{
  KkrTable *table = kkr_result_get_table (result);
  KkrColumn *amounts = kkr_table_get_column (table, "amount");
  guint at = 0;

  for (guint i = 0; i < each->len; i++)
    {
      KkrTable *alone = kkr_result_get_table (g_array_index (each, Alone, i).result);
      KkrColumn *wanted = kkr_table_get_column (alone, "amount");

      for (guint row = 0; row < kkr_table_get_n_rows (alone); row++, at++)
        {
          g_assert_cmpint (kkr_column_get_int64 (amounts, at), ==,
                           kkr_column_get_int64 (wanted, row));
          check_keys (table, at, alone, row, i);
        }
    }
  g_assert_cmpuint (kkr_table_get_n_rows (table), ==, at);
}

/* All at once; and without those that fail, the others. Gives how many scenarios were compared. */
static guint
check_batch (KkrCalculator *calculator, RandomScenarios *scenarios)
{
  g_autoptr (KkrTable) all = random_scenarios_make_table (scenarios);
  g_autoptr (GArray) each = run_each (calculator, scenarios);
  g_autoptr (KkrTable) good = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrResult) result = kkr_calculator_run_table (calculator, all, NULL, NULL, &error);
  guint n_bad = 0;

  for (guint i = each->len; i > 0; i--)
    n_bad += g_array_index (each, Alone, i - 1).error != NULL;
  g_assert_cmpint (result != NULL, ==, n_bad == 0);
  if (n_bad > 0)
    g_assert_cmpuint (check_error (error, each), <=, n_bad);
  for (guint i = each->len; i > 0; i--)
    if (g_array_index (each, Alone, i - 1).error != NULL)
      {
        random_scenarios_remove (scenarios, i - 1);
        g_array_remove_index (each, i - 1);
      }
  if (scenarios->n == 0)
    return 0;
  good = random_scenarios_make_table (scenarios);
  g_clear_object (&result);
  g_clear_error (&error);
  result = kkr_calculator_run_table (calculator, good, NULL, NULL, &error);
  g_assert_no_error (error);
  check_cells (result, each);
  return scenarios->n;
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
  g_autoptr (GRand) random = g_rand_new_with_seed (98);
  guint n_compared = 0, n_all = 0;

  for (guint i = count_worlds (); i > 0; i--)
    {
      g_autoptr (KkrRegister) reg = random_financing_register (random);

      for (guint j = 0; j < N_BATCHES; j++)
        {
          g_autoptr (KkrCalculator) calculator = random_financing_calculator (random, reg);
          RandomScenarios scenarios;

          random_scenarios_init (&scenarios, random);
          n_all += scenarios.n;
          n_compared += check_batch (calculator, &scenarios);
        }
    }
  g_test_message ("%u of %u scenarios compared", n_compared, n_all);
  /* Neither hardly ever right nor hardly ever wrong. */
  g_assert_cmpuint (n_compared, >, n_all / 4);
  g_assert_cmpuint (n_compared, <, n_all * 3 / 4);
}

/* Nine municipalities with the same weight, and a budget of 90 kr. for the year before. */
static KkrCalculator *
make_nine (void)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KkrRegister) reg = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (
    "<register format='1' version='1'>"
    "<source id='s' title='Notat' publisher='Udvalg' date='2020-01-01'/>"
    "<region code='1081' name='Region Nordjylland' valid='2007-01-01/..'/>");

  for (guint i = 0; i < 9; i++)
    g_string_append_printf (text, "<municipality code='%u' name='Kommune %u' region='1081' "
                                  "valid='2007-01-01/..' source='s' section='1'/>", 101 + i, i);
  g_string_append (text, "<arrangement id='nine' title-da='Ni' title-en='Nine' budget='budget' "
                         "weights='children' source='s' section='1' "
                         "reference='same-year-january-1'>");
  for (guint i = 0; i < 9; i++)
    g_string_append_printf (text, "<payer municipality='%u'/>", 101 + i);
  g_string_append (text, "</arrangement><series key='budget' unit='amount' source='s' section='1'>"
                         "<fact valid='2023' value='90'/></series>"
                         "<series key='children' unit='persons' source='s' section='1'>");
  for (guint i = 0; i < 9; i++)
    g_string_append_printf (text, "<fact subject='%u' valid='2023/2024' value='7'%s/>", 101 + i,
                            i == 0 ? " confirmed='no'" : "");
  g_string_append (text, "</series></register>");
  bytes = g_string_free_to_bytes (text);
  reg = kkr_register_reader_read_bytes (reader, bytes, "memo.xml", NULL, &error);
  g_assert_no_error (error);
  return g_object_new (KKR_TYPE_OBJECTIVE_FINANCING, "register", reg, "arrangement", "nine", "year",
                       2024, NULL);
}

static KkrTable *
make_budgets (const gint64 *budgets, gsize n)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("budgets", "Budgetter", "Budgets");
  g_autoptr (GError) error = NULL;
  KkrTable *table;

  kkr_table_builder_add_int64 (builder, "budget", "Budget", "Budget", KKR_UNIT_AMOUNT, budgets, n);
  table = kkr_table_builder_end (builder, &error);
  g_assert_no_error (error);
  return table;
}

static void
check_notes (KkrCalculator *calculator, KkrTable *budgets, const char *const *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrResult) result = kkr_calculator_run_table (calculator, budgets, NULL, NULL,
                                                           &error);
  GListModel *notes;

  g_assert_no_error (error);
  notes = kkr_result_get_notes (result);
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      g_autoptr (KkrNote) note = g_list_model_get_item (notes, i);

      g_assert_nonnull (note);
      g_assert_cmpstr (kkr_note_get_danish (note), ==, wanted[i]);
    }
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, g_strv_length ((char **) wanted));
}

/* A ninth of 100 kr. is 11 and a ninth, of 95 kr. 10 and five ninths: one krone is left or five. */
static void
test_notes (void)
{
  static const char *const ties[] = {
    "1 af de brugte oplysninger er ikke bekræftet af en primær kilde.",
    "Flere kommuner har lige krav på den sidste enhed. Ved lighed vinder den række, der står "
    "først. (2 af 3 scenarier)", NULL,
  };
  static const char *const missed[] = {
    "1 af de brugte oplysninger er ikke bekræftet af en primær kilde.",
    "Kommunerne er afrundet hver for sig, og summen er ikke budgettet: forskellen er op til "
    "4,00 kr. (2 af 3 scenarier)", NULL,
  };
  const gint64 amounts[] = { 10000, 9000, 9500 };
  g_autoptr (KkrCalculator) calculator = make_nine ();
  g_autoptr (KkrTable) budgets = make_budgets (amounts, G_N_ELEMENTS (amounts));

  check_notes (calculator, budgets, ties);
  g_object_set (calculator, "method", KKR_APPORTION_METHOD_INDEPENDENT, NULL);
  check_notes (calculator, budgets, missed);
}

static void
check_like_run (KkrCalculator *calculator, gint64 budget, gboolean fails)
{
  g_autoptr (KkrTable) budgets = make_budgets (&budget, 1);
  g_autoptr (KkrCalculator) alone = kkr_calculator_dup (calculator);
  g_autoptr (GArray) each = g_array_new (FALSE, TRUE, sizeof (Alone));
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrResult) result = kkr_calculator_run_table (calculator, budgets, NULL, NULL, &error);
  Alone one = { 0 };

  g_array_set_clear_func (each, clear_alone);
  g_object_set (alone, "budget", budget, NULL);
  one.result = kkr_calculator_run (alone, NULL, &one.error);
  g_array_append_val (each, one);
  g_assert_cmpint (one.result == NULL, ==, fails);
  g_assert_cmpint (result == NULL, ==, fails);
  if (fails)
    check_error (error, each);
  else
    check_cells (result, each);
}

/* Five ninths each are rounded up to a whole øre, four more than there is room for. Changes too
 * large are left out, but where they are asked for. */
static void
test_limits (void)
{
  g_autoptr (KkrCalculator) calculator = make_nine ();

  g_object_set (calculator, "unit", G_GINT64_CONSTANT (1), NULL);
  check_like_run (calculator, G_MAXINT64 - 2, FALSE);
  check_like_run (calculator, G_MAXINT64, FALSE);
  g_object_set (calculator, "settlement", TRUE, NULL);
  check_like_run (calculator, -G_MAXINT64, FALSE);
  g_object_set (calculator, "method", KKR_APPORTION_METHOD_INDEPENDENT, NULL);
  check_like_run (calculator, G_MAXINT64 - 2, TRUE);
  check_like_run (calculator, G_MAXINT64 - 3, FALSE);
  g_object_set (calculator, "compare-year", 2023, "method", KKR_APPORTION_METHOD_DHONDT, NULL);
  check_like_run (calculator, G_MAXINT64 - 2, FALSE);
  check_like_run (calculator, 900, FALSE);
  g_object_set (calculator, "exempt", "102, 103, 104, 105, 106, 107, 108, 109", NULL);
  check_like_run (calculator, G_MAXINT64, FALSE);
  check_like_run (calculator, -G_MAXINT64, TRUE);
  g_assert_true (kkr_calculator_unset (calculator, "compare-year", NULL));
  check_like_run (calculator, -G_MAXINT64, FALSE);
  g_object_set (calculator, "compare-year", 2022, NULL);
  check_like_run (calculator, 900, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/financing-batch/random", test_random);
  g_test_add_func ("/financing-batch/notes", test_notes);
  g_test_add_func ("/financing-batch/limits", test_limits);
  return g_test_run ();
}

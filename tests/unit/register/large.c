/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Files of which there is too much of one thing: what takes a while for each pair of them never
 * comes to an end here. */

#include <libkkr/register/kkr-reading-private.h>
#include <libkkr/register/kkr-register-reader.h>

#define HEAD "<register format='1'>\n" \
  "<source id='s' title='S' publisher='P' date='2020'/>\n"
#define TABLE HEAD "<table key='t' title-da='T' valid='2020' source='s' section='1' unit='count'>\n"

/* What is read, or NULL and `n_problems`. Takes the text. */
static KkrRegister *
read_text (GString *text, guint n_problems)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);
  KkrRegister *reg = kkr_register_reader_read_bytes (reader, bytes, NULL, NULL, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (kkr_register_reader_get_problems (reader)), ==,
                    n_problems);
  g_assert_true ((reg == NULL) == (n_problems > 0));
  return reg;
}

static void
test_text_in_unknown (void)
{
  GString *text = g_string_new (HEAD "<unknown>");

  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, "a<!---->");
  g_string_append (text, "</unknown></register>");
  g_assert_null (read_text (text, 1));
}

static void
test_columns (void)
{
  GString *text = g_string_new (TABLE);
  g_autoptr (KkrRegister) reg = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "<column name='c%u' title-da='C'/>\n", i);
  g_string_append (text, "</table></register>");
  reg = read_text (text, 0);
}

static void
test_assumed (void)
{
  GString *text = g_string_new (TABLE);
  g_autoptr (KkrRegister) reg = NULL;
  g_autoptr (KkrFact) first = NULL, last = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "<column name='c%u' title-da='C'/>\n", i);
  g_string_append (text, "<row subject='x' values='1");
  for (guint i = 1; i < 20000; i++)
    g_string_append (text, "|1");
  g_string_append (text, "' assumed='c19999");
  for (guint i = 1; i < 9000; i++)
    g_string_append (text, " c19999");
  g_string_append (text, "'/>\n</table></register>");
  reg = read_text (text, 0);
  first = kkr_register_lookup (reg, "t/c0/x", "2020-01-01", NULL, NULL);
  last = kkr_register_lookup (reg, "t/c19999/x", "2020-01-01", NULL, NULL);
  g_assert_false (kkr_fact_is_overlaid (first));
  g_assert_true (kkr_fact_is_overlaid (last));
}

/* Each is the last to hold the one before it when the register goes. */
static void
test_successors (void)
{
  GString *text = g_string_new (HEAD "<region code='r0' name='R' source='s' section='1'/>\n");
  g_autoptr (KkrRegister) reg = NULL;

  for (guint i = 1; i < 300000; i++)
    g_string_append_printf (text, "<region code='r%06u' name='R%u' successor='r%0*u' source='s' "
                            "section='1'/>\n", i, i, i > 1 ? 6 : 1, i - 1);
  g_string_append (text, "</register>");
  reg = read_text (text, 0);
  g_assert_cmpuint (g_list_model_get_n_items (kkr_register_get_regions (reg)), ==, 300000);
}

/* Two bytes of a file are a cell, and each cell has the whole key. */
static void
test_long_keys (void)
{
  const KkrReadingLimits limits = {
    .max_bytes = KKR_READER_MAX_BYTES, .max_depth = KKR_READER_MAX_DEPTH,
    .max_elements = KKR_READER_MAX_ELEMENTS, .max_attributes = KKR_READER_MAX_ATTRIBUTES,
    .max_text = KKR_READER_MAX_TEXT, .max_problems = KKR_READER_MAX_PROBLEMS,
    .max_size = 1 << 18,
  };
  GString *text = g_string_new (HEAD "<table title-da='T' valid='2020' source='s' section='1' "
                                "unit='count' key='t");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KkrProblem) problem = NULL;
  KkrReading reading;

  for (guint i = 0; i < 120; i++)
    g_string_append (text, "/key");
  g_string_append (text, "'>\n");
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "<column name='c%u' title-da='C'/>\n", i);
  g_string_append (text, "<row subject='x' values='1");
  for (guint i = 1; i < 1000; i++)
    g_string_append (text, "|1");
  g_string_append (text, "'/>\n</table></register>");
  bytes = g_string_free_to_bytes (text);
  kkr_reading_init (&reading, &limits);
  g_assert_true (kkr_reading_read_memory (&reading, bytes, "keys.xml", NULL, NULL));
  g_assert_true (reading.stopped);
  g_assert_cmpuint (reading.problems->len, ==, 1);
  problem = g_object_ref (reading.problems->pdata[0]);
  g_assert_cmpstr (kkr_problem_get_rule (problem), ==, "too-many-bytes");
  g_assert_cmpuint (kkr_problem_get_line (problem), ==, 1004);
  g_assert_cmpuint (reading.builder->pool->len, <, 1 << 19);
  kkr_reading_clear (&reading);
}

/* Room for rows is foreseen by what may be read, however long a file says it is. */
static void
test_rows_foreseen (void)
{
  const KkrReadingLimits limits = {
    .max_bytes = 200000, .max_depth = KKR_READER_MAX_DEPTH,
    .max_elements = KKR_READER_MAX_ELEMENTS, .max_attributes = KKR_READER_MAX_ATTRIBUTES,
    .max_text = KKR_READER_MAX_TEXT, .max_problems = KKR_READER_MAX_PROBLEMS,
  };
  g_autofree char *blanks = g_strnfill (8 * 1024 * 1024, ' ');
  GString *text = g_string_new (HEAD);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KkrProblem) problem = NULL;
  KkrReading reading;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (text, "<placement person='p%u' municipality='851' "
                            "valid='2020-01-01/..'/>\n", i);
  g_string_append (text, blanks);
  g_string_append (text, "</register>");
  bytes = g_string_free_to_bytes (text);
  kkr_reading_init (&reading, &limits);
  g_assert_true (kkr_reading_read_memory (&reading, bytes, "rows.xml", NULL, NULL));
  g_assert_true (reading.stopped);
  g_assert_cmpuint (reading.problems->len, ==, 1);
  problem = g_object_ref (reading.problems->pdata[0]);
  g_assert_cmpstr (kkr_problem_get_rule (problem), ==, "too-many-bytes");
  g_assert_cmpuint (reading.builder->bulk[KKR_BULK_PLACEMENT]->n_rows, ==, 2000);
  g_assert_cmpuint (reading.builder->bulk[KKR_BULK_PLACEMENT]->n_allocated, <, 4000);
  kkr_reading_clear (&reading);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/large/text-in-unknown", test_text_in_unknown);
  g_test_add_func ("/large/columns", test_columns);
  g_test_add_func ("/large/assumed", test_assumed);
  g_test_add_func ("/large/successors", test_successors);
  g_test_add_func ("/large/long-keys", test_long_keys);
  g_test_add_func ("/large/rows-foreseen", test_rows_foreseen);
  return g_test_run ();
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is wrong with a table does not hide what is wrong with its rows, and nothing is told that
 * only follows from it. */

#include <string.h>

#include <libkkr/base/kkr-problem.h>
#include <libkkr/register/kkr-register-reader.h>

#define HEAD \
  "<register format='1'>\n" \
  "<source id='memo' title='Notat' publisher='Udvalg' date='2018-11'/>\n"

/* "rule line:column" of each problem, in its order. */
static char *
tell_problems (const char *text, gint64 max_problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (KkrRegister) reg = NULL;
  g_autofree KkrProblem **problems = NULL;
  GString *told = g_string_new (NULL);
  gsize n;

  g_object_set (reader, "max-problems", max_problems, "max-text", (gint64) 8 << 20, NULL);
  reg = kkr_register_reader_read_bytes (reader, bytes, "t.xml", NULL, NULL);
  problems = kkr_register_reader_dup_problems (reader, &n);
  g_assert_true (reg == NULL);
  for (gsize i = 0; i < n; i++)
    {
      g_test_message ("%s", kkr_problem_get_text (problems[i]));
      g_string_append_printf (told, "%s %u:%u\n", kkr_problem_get_rule (problems[i]),
                              kkr_problem_get_line (problems[i]),
                              kkr_problem_get_column (problems[i]));
      g_object_unref (problems[i]);
    }
  return g_string_free (told, FALSE);
}

static void
assert_problems (const char *text, const char *expected)
{
  g_autofree char *told = tell_problems (text, 100);

  g_assert_cmpstr (told, ==, expected);
}

#define TABLE(attributes) \
  "<table " attributes " title-da='T' valid='2019' source='memo' section='1' unit='count'>\n"
#define NUMBER "<column name='n' title-da='N'/>\n"
/* In line 6, or one further down for each line between: the second and third cells are no
 * numbers. */
#define ROWS \
  "<row subject='a' values='1|x|y'/>\n" \
  "<row subject='a' values='1|2|3'/>\n" \
  "<row subject='b' values='1|2'/>\n" \
  "<row subject='c' source='none' values='1|2|3'/>\n" \
  "</table></register>"
#define OF_ROWS(first, second, third) \
  "bad-number " first ":28\n" "bad-number " first ":30\n" \
  "duplicate-id " second ":6\n" "row-length " third ":18\n"
#define COLUMNS \
  "<column name='k' title-da='K'/>\n" "<column name='m' title-da='M'/>\n" NUMBER

static void
test_good_table (void)
{
  assert_problems (HEAD TABLE ("key='t'") COLUMNS ROWS,
                   OF_ROWS ("7", "8", "9") "unknown-source 10:18\n");
}

static void
test_bad_key (void)
{
  assert_problems (HEAD TABLE ("key='T t'") COLUMNS ROWS,
                   "bad-key 3:8\n" OF_ROWS ("7", "8", "9") "unknown-source 10:18\n");
  assert_problems (HEAD TABLE ("subject-da='S'") COLUMNS ROWS,
                   "missing-attribute 3:1\n" OF_ROWS ("7", "8", "9")
                   "unknown-source 10:18\n");
}

/* The second table of one key. */
static void
test_second_key (void)
{
  assert_problems (HEAD TABLE ("key='t'") COLUMNS "</table>" TABLE ("key='t'") COLUMNS ROWS,
                   "duplicate-id 7:16\n" OF_ROWS ("11", "12", "13")
                   "unknown-source 14:18\n");
}

static void
test_bad_name (void)
{
  assert_problems (HEAD TABLE ("key='t'") NUMBER "<column name='Bad' title-da='K'/>\n"
                   "<column name='m' title-da='M'/>\n" ROWS,
                   "bad-id 5:9\n" OF_ROWS ("7", "8", "9") "unknown-source 10:18\n");
  assert_problems (HEAD TABLE ("key='t'") NUMBER "<column title-da='K'/>\n"
                   "<column name='m' title-da='M'/>\n" ROWS,
                   "missing-attribute 5:1\n" OF_ROWS ("7", "8", "9")
                   "unknown-source 10:18\n");
  assert_problems (HEAD TABLE ("key='t'") NUMBER NUMBER "<column name='m' title-da='M'/>\n" ROWS,
                   "duplicate-id 5:9\n" OF_ROWS ("7", "8", "9") "unknown-source 10:18\n");
}

/* What its cells are nobody knows; those of the others are numbers. */
static void
test_bad_unit (void)
{
  assert_problems (HEAD TABLE ("key='t'") NUMBER
                   "<column name='k' title-da='K' unit='kroner'/>\n"
                   "<column name='m' title-da='M'/>\n" ROWS,
                   "bad-unit 5:31\n" "bad-number 7:30\n" "duplicate-id 8:6\n" "row-length 9:18\n"
                   "unknown-source 10:18\n");
}

static void
test_bad_scale (void)
{
  assert_problems (HEAD TABLE ("key='t'") NUMBER
                   "<column name='k' title-da='K' unit='amount' scale='100'/>\n"
                   "<column name='m' title-da='M' unit='amount'/>\n"
                   "<row subject='a' values='1|0.125|0.125'/>\n"
                   "<row subject='b' scale='10' values='1|2|0.125'/>\n"
                   "</table></register>",
                   "bad-choice 5:45\n" "bad-number 7:34\n" "bad-choice 8:18\n");
  assert_problems (HEAD "<series key='s' unit='amount' valid='2019' scale='100' source='memo'"
                   " section='1'>\n<fact value='0.125'/>\n"
                   "<fact valid='2020' scale='1' value='0.125'/>\n</series></register>",
                   "bad-choice 3:44\n" "bad-number 5:30\n");
}

/* A column that may be one is none that can be counted. */
static void
test_unknown_column (void)
{
  assert_problems (HEAD TABLE ("key='t'") NUMBER "<colum name='k' title-da='K'/>\n"
                   "<column name='m' title-da='M'/>\n" ROWS,
                   "unknown-element 5:1\n" "duplicate-id 8:6\n" "unknown-source 10:18\n");
  assert_problems (HEAD TABLE ("key='t'") NUMBER "<row subject='z' values='1'/>\n"
                   "<column name='m' title-da='M'/>\n" ROWS,
                   "misplaced-element 6:1\n" "duplicate-id 8:6\n" "unknown-source 10:18\n");
  assert_problems (HEAD TABLE ("key='t'") NUMBER "<column name='k' title-da='K'/>\n"
                   "<column name='m' title-da='M'/>\n<rov subject='z' values='1'/>\n" ROWS,
                   "unknown-element 7:1\n" OF_ROWS ("8", "9", "10")
                   "unknown-source 11:18\n");
}

/* What is bad is not missing as well, in each row. */
static void
test_bad_origin (void)
{
  assert_problems (HEAD "<table key='t' title-da='T' valid='2019-13' source='Memo' section=''"
                   " unit='count'>\n" COLUMNS "<row subject='a' values='1|2|x'/>\n"
                   "<row subject='b' values='1|2|3'/>\n</table></register>",
                   "bad-period 3:29\n" "bad-id 3:45\n" "empty-value 3:59\n" "bad-number 7:30\n");
  assert_problems (HEAD "<series key='s' unit='count' valid='2019' source='Memo' section=''>\n"
                   "<fact value='1'/>\n<fact valid='2020' value='x'/>\n</series></register>",
                   "bad-id 3:43\n" "empty-value 3:57\n" "bad-number 5:20\n");
}

/* What misses in a row does not hide what is wrong with its cells, and a bad subject neither. */
static void
test_row (void)
{
  assert_problems (HEAD "<table key='t' title-da='T' valid='2019' unit='count'>\n" COLUMNS
                   "<row subject='a' values='1|2|x'/>\n</table></register>",
                   "missing-attribute 7:1\n" "bad-number 7:30\n");
  assert_problems (HEAD TABLE ("key='t'") COLUMNS "<row subject='A' values='1|2|x'/>\n"
                   "<row values='1|2'/>\n</table></register>",
                   "bad-subject 7:6\n" "bad-number 7:30\n" "missing-attribute 8:1\n"
                   "row-length 8:6\n");
}

/* Names of columns that could be those of one without a name. */
static void
test_assumed (void)
{
  assert_problems (HEAD TABLE ("key='t'") COLUMNS
                   "<row subject='a' assumed='n q' values='1|2|3'/>\n</table></register>",
                   "unknown-reference 7:18\n");
  assert_problems (HEAD TABLE ("key='t'") "<column title-da='K'/>\n" NUMBER
                   "<row subject='a' assumed='n q' values='1|2'/>\n</table></register>",
                   "missing-attribute 4:1\n");
}

/* So many names in one attribute that whoever looks for each from the start of it, or for its
 * neighbour among all, is not done before the test is over. */
static void
test_many_names (void)
{
  const guint n = 100000;
  GString *text = g_string_new ("<register format='1'><offer id='o' name='O'\n paragraphs='");
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *all = NULL, *told = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%sp-%u", i > 0 ? " " : "", i);
  g_string_append (text, "'\n  target-groups='");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%sg-%u", i > 0 ? " " : "", i);
  g_string_append (text, "'/></register>");
  all = g_string_free (text, FALSE);
  for (guint i = 0; i < n; i++)
    g_string_append (expected, "unknown-reference 2:2\n");
  for (guint i = 0; i < n; i++)
    g_string_append (expected, "unknown-reference 3:3\n");
  told = tell_problems (all, G_MAXINT);
  g_assert_true (g_str_equal (told, expected->str));
}

/* The same of the cells of one row, each in its own column. */
static void
test_many_cells (void)
{
  const guint n = 20000;
  GString *text = g_string_new (HEAD TABLE ("key='t'"));
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *all = NULL, *told = NULL;
  gsize column = strlen ("<row subject='a' source='memo' values='") + 1;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "<column name='c-%u' title-da='C'/>", i);
  g_string_append (text, "\n<row subject='a' source='memo' values='");
  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? "|æ" : "æ");
      g_string_append_printf (expected, "bad-number 5:%u\n", (guint) column + 2 * i);
    }
  g_string_append (text, "'/></table></register>");
  all = g_string_free (text, FALSE);
  told = tell_problems (all, G_MAXINT);
  g_assert_true (g_str_equal (told, expected->str));
}

#define SERIES_A \
  "<series key='a' unit='amount' valid='2019' source='memo' section='1'>\n" \
  "<fact subject='x' value='1,5'/>\n" \
  "<fact subject='y' value='2'/>\n" \
  "</series>\n"
#define PARAMETER(key) "<parameter key='" key "' title-da='P' unit='amount'/>\n"

/* What refers to a fact that there is a problem with is right. */
static void
test_referred_to (void)
{
  assert_problems (HEAD SERIES_A PARAMETER ("a/x") PARAMETER ("a/y") PARAMETER ("a") "</register>",
                   "bad-number 4:19\n");
  assert_problems (HEAD SERIES_A PARAMETER ("a/z") PARAMETER ("b") "</register>",
                   "bad-number 4:19\n" "unknown-series 7:12\n" "unknown-series 8:12\n");
  assert_problems (HEAD TABLE ("key='t'") "<column name='k' title-da='K' unit='kroner'/>\n"
                   "<row subject='a' values='1'/>\n</table>\n" PARAMETER ("t/k/a")
                   PARAMETER ("t") PARAMETER ("t/m/a") "</register>",
                   "bad-unit 4:31\n" "unknown-series 9:12\n");
  assert_problems (HEAD TABLE ("key='t'") NUMBER "<row subject='a' values='1,5'/>\n</table>\n"
                   PARAMETER ("t/n/a") PARAMETER ("t/n/b") "</register>",
                   "bad-number 5:26\n" "unknown-series 8:12\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/table-faults/good-table", test_good_table);
  g_test_add_func ("/register/table-faults/bad-key", test_bad_key);
  g_test_add_func ("/register/table-faults/second-key", test_second_key);
  g_test_add_func ("/register/table-faults/bad-name", test_bad_name);
  g_test_add_func ("/register/table-faults/bad-unit", test_bad_unit);
  g_test_add_func ("/register/table-faults/bad-scale", test_bad_scale);
  g_test_add_func ("/register/table-faults/unknown-column", test_unknown_column);
  g_test_add_func ("/register/table-faults/bad-origin", test_bad_origin);
  g_test_add_func ("/register/table-faults/row", test_row);
  g_test_add_func ("/register/table-faults/assumed", test_assumed);
  g_test_add_func ("/register/table-faults/many-names", test_many_names);
  g_test_add_func ("/register/table-faults/many-cells", test_many_cells);
  g_test_add_func ("/register/table-faults/referred-to", test_referred_to);
  return g_test_run ();
}

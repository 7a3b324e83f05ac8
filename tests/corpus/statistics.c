/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Reads every file of Statistics Denmark's kind. Beside each stands what it says: how the reader is
 * set, the facts, and the problems with rule, line, column and path. A * is any number. */

#include <string.h>

#include <libkkr/register/kkr-statistics-private.h>

static GPtrArray *
list_files (const char *folder)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "statistics", folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  return names;
}

static void
set_property (KkrStatisticsReader *reader, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  GParamSpec *spec = g_object_class_find_property (G_OBJECT_GET_CLASS (reader), words[1]);

  if (spec->value_type == G_TYPE_STRING)
    g_object_set (reader, words[1], words[2], NULL);
  else
    g_object_set (reader, words[1], g_ascii_strtoll (words[2], NULL, 10), NULL);
}

static void
append_fact (GString *found, KkrFact *fact)
{
  g_autoptr (KkrPeriod) valid = kkr_fact_dup_valid (fact);
  KkrCellStatus status = kkr_fact_get_status (fact);

  g_string_append_printf (found, "fact %s %s %s %s%s\n", kkr_fact_get_key (fact),
                          kkr_period_get_start (valid), kkr_period_get_end (valid),
                          status == KKR_CELL_STATUS_VALUE ? kkr_fact_get_printed (fact)
                                                          : kkr_cell_status_to_string (status),
                          kkr_fact_get_confirmed (fact) ? "" : " unconfirmed");
}

static void
append_problem (GString *found, KkrProblem *problem)
{
  const char *path = kkr_problem_get_path (problem);

  if (g_str_equal (kkr_problem_get_rule (problem), "bad-json"))
    g_string_append (found, "problem bad-json * *\n");
  else
    g_string_append_printf (found, "problem %s %u %u%s%s\n", kkr_problem_get_rule (problem),
                            kkr_problem_get_line (problem), kkr_problem_get_column (problem),
                            path != NULL ? " " : "", path != NULL ? path : "");
}

static char *
describe (KkrStatisticsReader *reader, KkrRegister *reg)
{
  GString *found = g_string_new (NULL);
  gsize n_facts = 0, n_problems;
  KkrFact **facts = reg != NULL ? kkr_register_dup_facts (reg, "", &n_facts) : NULL;
  KkrProblem **problems = kkr_statistics_reader_dup_problems (reader, &n_problems);

  for (gsize i = 0; i < n_facts; i++)
    {
      append_fact (found, facts[i]);
      g_object_unref (facts[i]);
    }
  for (gsize i = 0; i < n_problems; i++)
    {
      append_problem (found, problems[i]);
      g_object_unref (problems[i]);
    }
  g_free (facts);
  g_free (problems);
  return g_string_free (found, FALSE);
}

static void
test_file (gconstpointer data)
{
  const char *path = data;
  g_autofree char *beside = g_strconcat (path, ".txt", NULL), *text = NULL, *found = NULL;
  g_autoptr (KkrStatisticsReader) reader = kkr_statistics_reader_new ("t");
  g_autoptr (KkrRegister) reg = NULL;
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (beside, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_object_set (reader, "source-date", "2024-08-12", NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "set "))
      set_property (reader, lines[i]);
    else
      g_string_append_printf (expected, "%s\n", lines[i]);
  reg = kkr_statistics_reader_read_file (reader, path, NULL, &error);
  found = describe (reader, reg);
  g_assert_cmpstr (found, ==, expected->str);
  if (strstr (path, "/invalid/") != NULL)
    {
      g_assert_null (reg);
      g_assert_nonnull (error);
      g_assert_true (error->domain == KKR_LOAD_ERROR);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_nonnull (reg);
    }
}

/* Each rule is broken by a file, and stands on its page. */
static void
test_rules (void)
{
  g_autofree char *page = g_test_build_filename (G_TEST_DIST, "..", "doc", "statistics.md", NULL);
  g_autofree char *documented = NULL;
  g_autoptr (GPtrArray) good = list_files ("valid"), bad = list_files ("invalid");
  g_autoptr (GString) all = g_string_new (NULL);

  g_assert_true (g_file_get_contents (page, &documented, NULL, NULL));
  g_ptr_array_extend_and_steal (bad, g_steal_pointer (&good));
  for (guint i = 0; i < bad->len; i++)
    {
      g_autofree char *beside = g_strconcat (bad->pdata[i], ".txt", NULL), *text = NULL;

      g_assert_true (g_file_get_contents (beside, &text, NULL, NULL));
      g_string_append (all, text);
    }
  for (guint i = 0; i < KKR_N_STATISTICS_RULES; i++)
    {
      g_autofree char *line = g_strdup_printf ("problem %s ", kkr_statistics_rules[i].id);

      if (strstr (all->str, line) == NULL)
        g_error ("no file breaks %s", kkr_statistics_rules[i].id);
      g_free (line);
      line = g_strdup_printf ("\n| `%s` | %s |\n", kkr_statistics_rules[i].id,
                              kkr_statistics_rules[i].explanation);
      if (strstr (documented, line) == NULL)
        g_error ("not in statistics.md: %s", line);
    }
}

int
main (int argc, char **argv)
{
  static const char *const folders[] = { "valid", "invalid" };
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      GPtrArray *files = list_files (folders[i]);

      g_ptr_array_add (kept, files);
      for (guint j = 0; j < files->len; j++)
        {
          g_autofree char *base = g_path_get_basename (files->pdata[j]);
          g_autofree char *name = g_strconcat ("/statistics/", folders[i], "/", base, NULL);

          g_test_add_data_func (name, files->pdata[j], test_file);
        }
    }
  g_test_add_func ("/statistics/rules", test_rules);
  return g_test_run ();
}

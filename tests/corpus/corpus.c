/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Reads every file of the corpus. Beside a bad one stands what should be found in it, a line each:
 * the rule, the line, the column and, if the case is a folder of files, the file. A * is any number:
 * where a parser notices that a file is not well-formed is its own affair. */

#include <string.h>

#include <libkkr/register/kkr-register-reader.h>
#include <libkkr/register/kkr-register-rules-private.h>

typedef struct {
  char *path; /* a file, or a folder of files that are read together */
  char *stem; /* without the ending */
} Case;

static void
free_case (gpointer data)
{
  Case *item = data;

  g_free (item->path);
  g_free (item->stem);
  g_free (item);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_folder (const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GDir *dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_clear_pointer (&dir, g_dir_close);
  g_ptr_array_sort (names, compare_texts);
  return names;
}

static char **
read_lines (const char *stem, const char *ending)
{
  g_autofree char *path = g_strconcat (stem, ending, NULL), *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return g_new0 (char *, 1);
  g_strchomp (text);
  return g_strsplit (text, "\n", -1);
}

static KkrRegisterReader *
make_reader (const Case *item)
{
  KkrRegisterReader *reader = kkr_register_reader_new ();
  g_auto (GStrv) limits = read_lines (item->stem, ".limits");

  for (guint i = 0; limits[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (limits[i], " ", 2);

      g_object_set (reader, words[0], g_ascii_strtoll (words[1], NULL, 10), NULL);
    }
  return reader;
}

static KkrRegister *
read_case (KkrRegisterReader *reader, const Case *item, GError **error)
{
  g_autoptr (GPtrArray) files = NULL;

  if (g_file_test (item->path, G_FILE_TEST_IS_DIR))
    files = list_folder (item->path);
  else
    {
      files = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (files, g_strdup (item->path));
    }
  g_ptr_array_add (files, NULL);
  return kkr_register_reader_read_files (reader, (const char *const *) files->pdata, NULL, error);
}

/* Whether what was found is on the list, and takes it off. */
static gboolean
take_expected (GPtrArray *expected, KkrProblem *problem, gboolean folder)
{
  for (guint i = 0; i < expected->len; i++)
    {
      g_auto (GStrv) words = g_strsplit (expected->pdata[i], " ", -1);
      g_autofree char *line = g_strdup_printf ("%u", kkr_problem_get_line (problem));
      g_autofree char *column = g_strdup_printf ("%u", kkr_problem_get_column (problem));
      g_autofree char *file = g_path_get_basename (kkr_problem_get_uri (problem));

      g_assert_cmpuint (g_strv_length (words), ==, folder ? 4 : 3);
      if (g_str_equal (words[0], kkr_problem_get_rule (problem))
          && (g_str_equal (words[1], "*") || g_str_equal (words[1], line))
          && (g_str_equal (words[2], "*") || g_str_equal (words[2], column))
          && (!folder || g_str_equal (words[3], file)))
        {
          g_ptr_array_remove_index (expected, i);
          return TRUE;
        }
    }
  return FALSE;
}

static void
check_problems (KkrRegisterReader *reader, const Case *item)
{
  gboolean folder = g_file_test (item->path, G_FILE_TEST_IS_DIR);
  g_auto (GStrv) lines = read_lines (item->stem, ".expected");
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  GListModel *problems = kkr_register_reader_get_problems (reader);

  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (expected, lines[i]);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (KkrProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *text = kkr_problem_to_string (problem);

      if (!take_expected (expected, problem, folder))
        {
          g_test_message ("not expected: %s %s", kkr_problem_get_rule (problem), text);
          g_test_fail ();
        }
      g_assert_cmpstr (kkr_problem_get_text (problem), !=, "");
    }
  for (guint i = 0; i < expected->len; i++)
    {
      g_test_message ("not found: %s", (char *) expected->pdata[i]);
      g_test_fail ();
    }
}

static const KkrRule *
find_rule (const char *id)
{
  for (guint i = 0; i < KKR_N_RULES; i++)
    if (g_str_equal (kkr_register_rules[i].id, id))
      return &kkr_register_rules[i];
  return NULL;
}

/* The error begins as the first problem does, and counts them. */
static void
check_error (KkrRegisterReader *reader, const GError *error)
{
  GListModel *problems = kkr_register_reader_get_problems (reader);
  guint n = g_list_model_get_n_items (problems);
  g_autoptr (KkrProblem) first = g_list_model_get_item (problems, 0);
  g_autofree char *text = kkr_problem_to_string (first);
  g_autofree char *message = n == 1 ? g_strdup (text)
                                    : g_strdup_printf ("%s; %u problems in all", text, n);

  g_assert_error (error, KKR_LOAD_ERROR,
                  (int) find_rule (kkr_problem_get_rule (first))->code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_bad (gconstpointer data)
{
  const Case *item = data;
  g_autoptr (KkrRegisterReader) reader = make_reader (item);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrRegister) reg = read_case (reader, item, &error);
  g_autofree char *folder = g_path_get_dirname (item->path), *id = g_path_get_basename (folder);

  check_problems (reader, item);
  if (find_rule (id)->severity == KKR_SEVERITY_ERROR)
    {
      g_assert_null (reg);
      check_error (reader, error);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_true (KKR_IS_REGISTER (reg));
    }
}

static void
test_good (gconstpointer data)
{
  const Case *item = data;
  g_autoptr (KkrRegisterReader) reader = make_reader (item);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrRegister) reg = read_case (reader, item, &error);

  g_assert_no_error (error);
  g_assert_true (KKR_IS_REGISTER (reg));
  g_assert_cmpuint (g_list_model_get_n_items (kkr_register_reader_get_problems (reader)), ==, 0);
}

static guint
add_cases (const char *folder, GTestDataFunc function)
{
  g_autoptr (GPtrArray) paths = list_folder (folder);
  guint n = 0;

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = paths->pdata[i];
      g_autofree char *name = NULL;
      Case *item;

      if (!g_str_has_suffix (path, ".xml") && !g_file_test (path, G_FILE_TEST_IS_DIR))
        continue;
      item = g_new0 (Case, 1);
      item->path = g_strdup (path);
      item->stem = g_strdup (path);
      if (g_str_has_suffix (path, ".xml"))
        item->stem[strlen (path) - strlen (".xml")] = '\0';
      name = g_strconcat ("/corpus", strstr (item->stem, "/corpus/") + strlen ("/corpus"), NULL);
      g_test_add_data_func_full (name, item, function, free_case);
      n++;
    }
  return n;
}

static guint n_bad[KKR_N_RULES];

static void
test_every_rule_is_broken (void)
{
  for (guint i = 0; i < KKR_N_RULES; i++)
    {
      g_test_message ("%s: %u bad files", kkr_register_rules[i].id, n_bad[i]);
      g_assert_cmpuint (n_bad[i], >, 0);
    }
}

static void
test_every_rule_is_kept (void)
{
  for (guint i = 0; i < KKR_N_RULES; i++)
    {
      g_autofree char *stem = g_test_build_filename (G_TEST_DIST, "corpus", "valid",
                                                     kkr_register_rules[i].id, NULL);
      g_autofree char *path = g_strconcat (stem, ".xml", NULL);

      g_test_message ("%s", kkr_register_rules[i].id);
      g_assert_true (g_file_test (stem, G_FILE_TEST_IS_DIR)
                     || g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
}

/* The page on the format has the table of rules, word for word. */
static void
test_every_rule_is_documented (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "doc", "registers.md", NULL);
  g_autoptr (GString) table = g_string_new ("\n|---|---|---|\n");
  g_autofree char *page = NULL;

  for (guint i = 0; i < KKR_N_RULES; i++)
    {
      const KkrRule *rule = &kkr_register_rules[i];
      GEnumClass *codes = g_type_class_ref (KKR_TYPE_LOAD_ERROR);
      g_autofree char *code = g_ascii_strup (g_enum_get_value (codes, (int) rule->code)->value_nick,
                                             -1);

      g_string_append_printf (table, "| `%s` | %s%s | %s |\n", rule->id, code,
                              rule->severity == KKR_SEVERITY_WARNING ? ", a warning" : "",
                              rule->explanation);
      g_type_class_unref (codes);
    }
  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  if (!g_str_has_suffix (page, table->str))
    g_test_message ("doc/registers.md should end with:%s", table->str);
  g_assert_true (g_str_has_suffix (page, table->str));
}

static void
add_bad (const char *kind)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", kind, NULL);
  g_autoptr (GPtrArray) folders = list_folder (path);

  for (guint i = 0; i < folders->len; i++)
    {
      g_autofree char *id = g_path_get_basename (folders->pdata[i]);
      const KkrRule *rule = find_rule (id);

      if (rule == NULL)
        g_error ("%s: no such rule", id);
      n_bad[rule - kkr_register_rules] += add_cases (folders->pdata[i], test_bad);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *valid = NULL;

  g_test_init (&argc, &argv, NULL);
  valid = g_test_build_filename (G_TEST_DIST, "corpus", "valid", NULL);
  add_cases (valid, test_good);
  add_bad ("invalid");
  add_bad ("limits");
  add_bad ("hostile");
  g_test_add_func ("/corpus/every-rule-is-broken", test_every_rule_is_broken);
  g_test_add_func ("/corpus/every-rule-is-kept", test_every_rule_is_kept);
  g_test_add_func ("/corpus/every-rule-is-documented", test_every_rule_is_documented);
  return g_test_run ();
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-reading-private.h>
#include <libkkr/register/kkr-register-reader.h>

#define SOURCE "<source id='memo' title='Notat' publisher='Udvalg' date='2023-08-21'/>"
#define REGISTER "<register format='1' version='1'>"

static KkrRegister *
read_text (KkrRegisterReader *reader, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return kkr_register_reader_read_bytes (reader, bytes, "x.xml", NULL, error);
}

static KkrProblem *
get_problem (KkrRegisterReader *reader, guint place)
{
  return g_list_model_get_item (kkr_register_reader_get_problems (reader), place);
}

/* The defaults are constants with names, and properties. */
static void
test_limits (void)
{
  static const struct {
    const char *name;
    gint64 value;
  } limits[] = {
    { "max-bytes", KKR_READER_MAX_BYTES },           { "max-depth", KKR_READER_MAX_DEPTH },
    { "max-elements", KKR_READER_MAX_ELEMENTS },     { "max-attributes", KKR_READER_MAX_ATTRIBUTES },
    { "max-text", KKR_READER_MAX_TEXT },             { "max-problems", KKR_READER_MAX_PROBLEMS },
  };
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      gint64 value;

      g_object_get (reader, limits[i].name, &value, NULL);
      g_assert_cmpint (value, ==, limits[i].value);
      g_object_set (reader, limits[i].name, G_MININT64, NULL);
      g_object_get (reader, limits[i].name, &value, NULL);
      g_assert_cmpint (value, ==, G_MININT64);
    }
  /* Limits that allow nothing make nothing worse than an error. */
  g_assert_null (read_text (reader, REGISTER "</register>", NULL));
}

static void
test_max_problems (void)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GString) text = g_string_new (REGISTER "\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "<thing/>\n");
  g_string_append (text, "</register>");
  g_object_set (reader, "max-problems", (gint64) 7, NULL);
  g_assert_null (read_text (reader, text->str, &error));
  g_assert_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_SCHEMA);
  g_assert_cmpuint (g_list_model_get_n_items (kkr_register_reader_get_problems (reader)), ==, 7);
  g_assert_cmpstr (error->message, ==, "x.xml:2:1: unknown element: \"thing\" found; "
                                       "7 problems, and reading ended there");
}

/* Warnings do not end a reading, however many they are, nor hide an error behind them. */
static void
test_many_warnings (void)
{
  for (guint bad = 0; bad < 2; bad++)
    {
      g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
      g_autoptr (GString) text = g_string_new (REGISTER "\n" SOURCE "\n"
        "<series key='k' title-da='K' unit='persons' source='memo' section='1'>\n");
      g_autoptr (GError) error = NULL;
      g_autoptr (KkrRegister) reg = NULL;

      for (guint i = 0; i < 150; i++)
        g_string_append_printf (text, "<fact valid='%u' value='1.%u'/>\n", 1900 + i, 100 + i);
      g_string_append (text, "</series>\n<region code='1081' name='R'/>\n");
      g_string_append (text, bad ? "<thing/></register>" : "</register>");
      reg = read_text (reader, text->str, &error);
      g_assert_cmpuint (g_list_model_get_n_items (kkr_register_reader_get_problems (reader)), ==,
                        KKR_READER_MAX_PROBLEMS + bad);
      g_assert_true ((reg == NULL) == (bad == 1));
      if (bad == 1)
        g_assert_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_SCHEMA);
      else
        g_assert_cmpuint (g_list_model_get_n_items (kkr_register_get_regions (reg)), ==, 1);
    }
}

/* Each problem has its rule, place, path and suggestion; the error is the first of them. */
static void
test_problems (void)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (KkrProblem) element = NULL, value = NULL, reference = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (reader,
    REGISTER "\n" SOURCE "\n"
    "<serie key='x'/>\n"
    "<series key='children-0-17' unit='persons' source='mem' section='Side 1'>\n"
    "  <fact valid='2023' value='1,5'/>\n"
    "</series>\n</register>", &error));
  g_assert_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_SCHEMA);
  g_assert_cmpstr (error->message, ==, "x.xml:3:1: unknown element: \"serie\" found (series); "
                                       "3 problems in all");
  element = get_problem (reader, 0);
  value = get_problem (reader, 1);
  reference = get_problem (reader, 2);
  g_assert_cmpstr (kkr_problem_get_rule (element), ==, "unknown-element");
  g_assert_cmpstr (kkr_problem_get_path (element), ==, "register/serie");
  g_assert_cmpstr (kkr_problem_get_suggestion (element), ==, "series");
  g_assert_cmpstr (kkr_problem_get_path (value), ==,
                   "register/series[@key='children-0-17']/fact/@value");
  g_assert_cmpuint (kkr_problem_get_line (value), ==, 5);
  g_assert_cmpuint (kkr_problem_get_column (value), ==, 22);
  g_assert_cmpint (kkr_problem_get_severity (value), ==, KKR_SEVERITY_ERROR);
  /* A reference that leads nowhere names both places: its own, and that of what may be meant. */
  g_assert_cmpstr (kkr_problem_get_uri (reference), ==, "x.xml");
  g_assert_cmpuint (kkr_problem_get_line (reference), ==, 4);
  g_assert_cmpstr (kkr_problem_get_suggestion (reference), ==, "memo of x.xml:2:1");
}

static void
test_used_again (void)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  GListModel *before;
  g_autoptr (KkrRegister) reg = NULL;

  g_assert_null (read_text (reader, "<x/>", NULL));
  before = g_object_ref (kkr_register_reader_get_problems (reader));
  reg = read_text (reader, REGISTER SOURCE "</register>", NULL);
  g_assert_true (KKR_IS_REGISTER (reg));
  g_assert_cmpuint (g_list_model_get_n_items (kkr_register_reader_get_problems (reader)), ==, 0);
  /* A list that was handed out does not change. */
  g_assert_cmpuint (g_list_model_get_n_items (before), ==, 1);
  g_object_unref (before);
}

static void
test_no_file (void)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  const char *missing[] = { "/nowhere/at-all.xml", NULL }, *folder[] = { "/", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (kkr_register_reader_read_files (reader, missing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/nowhere/at-all.xml"));
  g_clear_error (&error);
  g_assert_null (kkr_register_reader_read_files (reader, folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

static void
test_cancelled (void)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (REGISTER "</register>",
                                                 strlen (REGISTER "</register>"));
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "libkkr", "data",
                                                 "geography.xml", NULL);
  const char *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (kkr_register_reader_read_bytes (reader, bytes, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (kkr_register_reader_read_files (reader, paths, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Nothing to read is a slip, and no register without facts. */
static void
test_no_files (void)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  const char *paths[] = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (kkr_register_reader_read_files (reader, paths, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

/* The highest version of the files is the register's, and the difference is worth a warning. */
static void
test_versions (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "corpus", "invalid",
                                                   "versions-differ", "two-files", NULL);
  g_autofree char *first = g_build_filename (folder, "1.xml", NULL);
  g_autofree char *second = g_build_filename (folder, "2.xml", NULL);
  const char *orders[][3] = { { first, second, NULL }, { second, first, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
      g_autoptr (KkrRegister) reg = kkr_register_reader_read_files (reader, orders[i], NULL, NULL);
      g_autoptr (KkrProblem) problem = get_problem (reader, 0);

      g_assert_cmpstr (kkr_register_get_data_version (reg), ==, "2026.2");
      g_assert_cmpint (kkr_problem_get_severity (problem), ==, KKR_SEVERITY_WARNING);
      g_assert_cmpstr (kkr_problem_get_uri (problem), ==, orders[i][1]);
    }
}

/* Pieces end anywhere: in a tag, in a character, in a line end. */
static void
test_pieces (void)
{
  for (guint padding = 65480; padding < 65560; padding++)
    {
      g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
      g_autoptr (GString) text = g_string_new (REGISTER "\r\n<!--");
      g_autoptr (KkrProblem) problem = NULL;
      guint n_lines = 1;

      while (text->len < padding)
        g_string_append_c (text, text->len % 80 == 0 ? '\n' : 'x');
      g_string_append (text, "-->\r\n");
      for (gsize i = 0; i < text->len; i++)
        n_lines += text->str[i] == '\n';
      g_string_append (text, "<!-- æøå --><source id='æ' title='Århus' publisher='Å' "
                             "date='2023-08-21'/></register>");
      g_assert_null (read_text (reader, text->str, NULL));
      g_assert_cmpuint (g_list_model_get_n_items (kkr_register_reader_get_problems (reader)), ==,
                        1);
      problem = get_problem (reader, 0);
      g_assert_cmpstr (kkr_problem_get_rule (problem), ==, "bad-id");
      g_assert_cmpuint (kkr_problem_get_column (problem), ==, 21);
      g_assert_cmpuint (kkr_problem_get_line (problem), ==, n_lines);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/reader/limits", test_limits);
  g_test_add_func ("/register/reader/max-problems", test_max_problems);
  g_test_add_func ("/register/reader/many-warnings", test_many_warnings);
  g_test_add_func ("/register/reader/problems", test_problems);
  g_test_add_func ("/register/reader/used-again", test_used_again);
  g_test_add_func ("/register/reader/no-file", test_no_file);
  g_test_add_func ("/register/reader/cancelled", test_cancelled);
  g_test_add_func ("/register/reader/no-files", test_no_files);
  g_test_add_func ("/register/reader/versions", test_versions);
  g_test_add_func ("/register/reader/pieces", test_pieces);
  return g_test_run ();
}

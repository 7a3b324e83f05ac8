/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Reads every document of derivations/. Those of valid/ are accepted and come back byte for byte;
 * of invalid/ and wrong/ a line of invalid.txt and wrong.txt says what the error is, a * being any
 * text: the former cannot be read, the latter do not add up. */

#include <string.h>

#include <libkkr/base/kkr-derivation-read-private.h>
#include <libkkr/calc/checking/kkr-derivation-check.h>

static char *
build_path (const char *first, const char *second)
{
  return g_test_build_filename (G_TEST_DIST, "corpus", "derivations", first, second, NULL);
}

static char *
load (const char *folder, const char *name)
{
  g_autofree char *path = build_path (folder, name);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
check_same (KkrDerivation *a, KkrDerivation *b)
{
  g_autofree char *json_a = kkr_derivation_to_json (a), *json_b = kkr_derivation_to_json (b);
  g_autofree char *text_a = kkr_derivation_to_string (a), *text_b = kkr_derivation_to_string (b);
  g_autofree char *html_a = kkr_derivation_to_html (a), *html_b = kkr_derivation_to_html (b);

  g_assert_cmpstr (json_a, ==, json_b);
  g_assert_cmpstr (text_a, ==, text_b);
  g_assert_cmpstr (html_a, ==, html_b);
}

static void
test_valid (gconstpointer data)
{
  g_autofree char *text = load ("valid", data), *json = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrDerivation) derivation = kkr_derivation_new_from_json (text, &error);
  g_autoptr (KkrDerivation) again = NULL;

  g_assert_no_error (error);
  json = kkr_derivation_to_json (derivation);
  g_assert_cmpstr (json, ==, text);
  again = kkr_derivation_new_from_json (json, &error);
  g_assert_no_error (error);
  check_same (derivation, again);
  kkr_derivation_check (derivation, &error);
  g_assert_no_error (error);
}

/* What a table says of a file, NULL if nothing. */
static char *
find_expected (const char *table, const char *name)
{
  g_autofree char *text = load (table, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".json"));
  g_autofree char *start = g_strconcat (stem, ": ", NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], start))
      return g_strdup (lines[i] + strlen (start));
  return NULL;
}

static void
check_message (const char *expected, const char *message)
{
  if (expected == NULL || !g_pattern_match_simple (expected, message))
    g_error ("another message: %s found, %s expected", message,
             expected != NULL ? expected : "(nothing said)");
}

static void
test_invalid (gconstpointer data)
{
  g_autofree char *text = load ("invalid", data), *message = NULL, *code = NULL;
  g_autofree char *expected = find_expected ("invalid.txt", data);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrDerivation) derivation = kkr_derivation_new_from_json (text, &error);
  GEnumClass *codes;

  g_assert_null (derivation);
  g_assert_nonnull (error);
  g_assert_true (error->domain == KKR_LOAD_ERROR);
  codes = g_type_class_ref (KKR_TYPE_LOAD_ERROR);
  code = g_ascii_strup (g_enum_get_value (codes, error->code)->value_nick, -1);
  g_type_class_unref (codes);
  message = g_strdup_printf ("%s %s", code, error->message);
  check_message (expected, message);
}

static void
test_wrong (gconstpointer data)
{
  g_autofree char *text = load ("wrong", data), *json = NULL;
  g_autofree char *expected = find_expected ("wrong.txt", data);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrDerivation) derivation = kkr_derivation_new_from_json (text, &error);

  g_assert_no_error (error);
  json = kkr_derivation_to_json (derivation);
  g_assert_cmpstr (json, ==, text);
  g_assert_false (kkr_derivation_check (derivation, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT);
  check_message (expected, error->message);
}

static GPtrArray *
list_files (const char *folder)
{
  g_autofree char *path = build_path (folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  return names;
}

/* As many lines as files. */
static void
test_tables (void)
{
  static const char *const folders[] = { "invalid", "wrong" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *table = g_strconcat (folders[i], ".txt", NULL), *text = load (table, NULL);
      g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);
      g_autoptr (GPtrArray) names = list_files (folders[i]);

      g_assert_cmpuint (g_strv_length (lines), ==, names->len);
    }
}

/* The # of the step is its number. */
static void
append_steps (GString *out, guint n, const char *step)
{
  const char *hash = strchr (step, '#');

  g_string_append (out, "\"steps\":[");
  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      g_string_append_len (out, step, hash - step);
      g_string_append_printf (out, "%u%s", i, hash + 1);
    }
  g_string_append_c (out, ']');
}

static void
expect_of_steps (guint n, const char *step, int code, const char *message)
{
  g_autoptr (GString) bare = g_string_new ("{\"column\":\"x\",");
  g_autoptr (KkrDerivation) derivation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = NULL, *member = NULL;

  g_string_append (bare, "\"format\":\"kkr-derivation-1\",\"key\":\"\",\"notes\":[],"
                         "\"statement\":\"\",");
  append_steps (bare, n, step);
  g_string_append (bare, ",\"title\":{\"da\":\"\",\"en\":\"\"},\"unit\":\"none\",\"value\":\"1\"}");
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, bare->str, (gssize) bare->len);
  member = g_strdup_printf ("\"digest\":\"%s\",", digest);
  g_string_insert (bare, (gssize) strlen ("{\"column\":\"x\","), member);
  derivation = kkr_derivation_new_from_json (bare->str, &error);
  if (code == 0)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_null (derivation);
  g_assert_error (error, KKR_LOAD_ERROR, code);
  check_message (message, error->message);
}

#define STEP                                                                                       \
  "{\"id\":\"s#\",\"kind\":\"value\",\"statement\":\"\",\"title\":{\"da\":\"\",\"en\":\"\"},"     \
  "\"unit\":\"none\",\"value\":\"1\"}"

static void
test_many_steps (void)
{
  expect_of_steps (KKR_DERIVATION_MAX_STEPS, STEP, 0, NULL);
  expect_of_steps (KKR_DERIVATION_MAX_STEPS + 1, STEP, KKR_LOAD_ERROR_LIMIT,
                   "steps: too many steps: 100001 found, at most 100000 expected");
  expect_of_steps (1000000, "{\"id\":\"s#\"}", KKR_LOAD_ERROR_LIMIT,
                   "steps: too many steps: 1000000 found, at most 100000 expected");
  expect_of_steps (1000000, STEP, KKR_LOAD_ERROR_LIMIT,
                   "a text too long: more than 67108864 bytes found, *");
}

static char *
repeat (const char *text, guint n)
{
  GString *out = g_string_new (text);

  for (guint i = 1; i < n; i++)
    g_string_append_printf (out, ",%s", text);
  return g_string_free (out, FALSE);
}

static char *
print_sum (guint n)
{
  g_autofree char *keys = repeat ("\"\"", n), *terms = repeat ("\"0\"", n);

  return g_strdup_printf ("{\"id\":\"s#\",\"keys\":[%s],\"kind\":\"sum\",\"statement\":\"\","
                          "\"terms\":[%s],\"title\":{\"da\":\"\",\"en\":\"\"},\"unit\":\"none\","
                          "\"value\":\"1\"}", keys, terms);
}

static void
test_many_terms (void)
{
  g_autofree char *all = print_sum (KKR_DERIVATION_MAX_TERMS);
  g_autofree char *more = print_sum (KKR_DERIVATION_MAX_TERMS + 1);
  g_autofree char *half = print_sum (KKR_DERIVATION_MAX_TERMS / 2);

  expect_of_steps (1, all, 0, NULL);
  expect_of_steps (1, more, KKR_LOAD_ERROR_LIMIT, "step 1 (s0), terms: too many terms and names, *");
  expect_of_steps (2, half, 0, NULL);
  expect_of_steps (3, half, KKR_LOAD_ERROR_LIMIT, "step 3 (s2), terms: too many terms and names, *");
}

static void
add_files (const char *folder, GTestDataFunc test)
{
  g_autoptr (GPtrArray) names = list_files (folder);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("/corpus/derivations/%s/%s", folder,
                                               (char *) names->pdata[i]);

      g_test_add_data_func_full (path, g_strdup (names->pdata[i]), test, g_free);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_files ("valid", test_valid);
  add_files ("invalid", test_invalid);
  add_files ("wrong", test_wrong);
  g_test_add_func ("/corpus/derivations/tables", test_tables);
  g_test_add_func ("/corpus/derivations/many-steps", test_many_steps);
  g_test_add_func ("/corpus/derivations/many-terms", test_many_terms);
  return g_test_run ();
}

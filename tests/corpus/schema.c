/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The schema for editors against the reader: it takes every good file, and of the bad ones only
 * those that beyond-schema.txt lists because no schema of its kind can tell. */

#include "schema.h"

/* The files that the schema takes, one a line, in the order of their names. */
static void
list_taken (const char *root, const char *folder, GPtrArray *taken, guint *n_files)
{
  g_autofree char *path = g_build_filename (root, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!g_str_has_suffix (name, ".xml"))
        continue;
      ++*n_files;
      if (schema_takes (file))
        g_ptr_array_add (taken, g_strconcat (folder, "/", name, NULL));
    }
}

static void
test_good (void)
{
  static const char *const folders[] = { "corpus/valid", "../libkkr/data" };
  guint n_files = 0;
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    list_taken (g_test_get_dir (G_TEST_DIST), folders[i], taken, &n_files);
  g_assert_cmpuint (taken->len, >, 0);
  g_assert_cmpuint (taken->len, ==, n_files);
}

static void
test_bad (void)
{
  g_autofree char *corpus = g_test_build_filename (G_TEST_DIST, "corpus", NULL);
  g_autofree char *invalid = g_build_filename (corpus, "invalid", NULL);
  g_autofree char *list = g_build_filename (corpus, "beyond-schema.txt", NULL);
  g_autofree char *expected = NULL, *found = NULL;
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (invalid, 0, NULL);
  const char *rule;
  guint n_files = 0;

  g_assert_nonnull (dir);
  while ((rule = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_strconcat ("invalid/", rule, NULL);

      list_taken (corpus, folder, taken, &n_files);
    }
  g_ptr_array_sort (taken, compare_texts);
  g_ptr_array_add (taken, g_strdup (""));
  g_ptr_array_add (taken, NULL);
  found = g_strjoinv ("\n", (char **) taken->pdata);
  g_assert_true (g_file_get_contents (list, &expected, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  schema_open (g_test_build_filename (G_TEST_BUILT, "..", "libkkr", "data", "register-1.xsd", NULL));
  g_test_add_func ("/corpus/schema/good", test_good);
  g_test_add_func ("/corpus/schema/bad", test_bad);
  result = g_test_run ();
  xmlSchemaFree (schema);
  return result;
}

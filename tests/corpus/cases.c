/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The schema of files of cases against their reader: it takes every good file, and of the bad ones
 * only those that cases/beyond-schema.txt lists because no schema of its kind can tell. */

#include "schema.h"

/* The files of the folder that the schema takes, or those that it does not, in lines. */
static char *
list_files (const char *folder, gboolean taken)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_str_has_suffix (name, ".xml") && schema_takes (file) == taken)
        g_ptr_array_add (names, g_strconcat (name, "\n", NULL));
    }
  g_ptr_array_sort (names, compare_texts);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("", (char **) names->pdata);
}

static void
test_good (void)
{
  g_autofree char *refused = list_files ("../libkkr/data/cases", FALSE);
  g_autofree char *taken = list_files ("../libkkr/data/cases", TRUE);

  g_assert_cmpstr (refused, ==, "");
  g_assert_cmpstr (taken, !=, "");
}

static void
test_corpus (void)
{
  g_autofree char *list = g_test_build_filename (G_TEST_DIST, "corpus", "cases",
                                                 "beyond-schema.txt", NULL);
  g_autofree char *taken = list_files ("corpus/cases", TRUE);
  g_autofree char *expected = NULL;

  g_assert_true (g_file_get_contents (list, &expected, NULL, NULL));
  g_assert_cmpstr (taken, ==, expected);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  schema_open (g_test_build_filename (G_TEST_DIST, "..", "libkkr", "data", "cases-1.xsd", NULL));
  g_test_add_func ("/corpus/cases/good", test_good);
  g_test_add_func ("/corpus/cases/corpus", test_corpus);
  result = g_test_run ();
  xmlSchemaFree (schema);
  return result;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/data-private.h>

/* Layers may be empty folders, but one that is named on the command line was meant. */
static gboolean
has_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      return TRUE;
  return dir == NULL;
}

static gboolean
refuse_empty (const char *folder)
{
  g_autofree char *message =
    g_strdup_printf (_("%s: no register files in that folder: none found, one or more whose names "
                       "end in .xml expected"), folder);

  complain (message);
  return FALSE;
}

/* Files and folders in the order of the command, each a layer on what is below it. */
static KkrRegister *
read_layer (KkrRegister *below, const char *path)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GError) error = NULL;
  KkrRegister *reg;
  KkrProblem **problems;
  gsize n_problems;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !has_files (path) && !refuse_empty (path))
    return NULL;
  kkr_register_reader_set_below (reader, below);
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    reg = kkr_register_reader_read_folders (reader, paths, NULL, &error);
  else
    reg = kkr_register_reader_read_files (reader, paths, NULL, &error);
  if (reg != NULL)
    return reg;
  problems = kkr_register_reader_dup_problems (reader, &n_problems);
  if (n_problems == 0)
    complain (error->message);
  complain_of_problems (problems, n_problems);
  return NULL;
}

KkrRegister *
data_read_register (const Arguments *arguments)
{
  KkrRegister *reg = kkr_register_new_packaged ();

  for (guint i = 0; reg != NULL && i < arguments->registers->len; i++)
    {
      KkrRegister *above = read_layer (reg, arguments->registers->pdata[i]);

      g_object_unref (reg);
      reg = above;
    }
  return reg;
}

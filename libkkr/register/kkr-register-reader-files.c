/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/register/kkr-register-reader-private.h>

/**
 * kkr_register_reader_read_files:
 * @self: a reader
 * @paths: (array zero-terminated=1): the files, one or more
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Reads files into one register. They may refer to each other's sources, regions, municipalities
 * and series, in any order.
 *
 * A file that cannot be read is a `G_IO_ERROR`. Otherwise the error is a `KkrLoadError`: its code
 * is that of the first problem, its message names that one and how many there are, and
 * [method@RegisterReader.get_problems] has them all.
 *
 * Returns: (transfer full): the register
 *
 * Since: 0.1
 */
KkrRegister *
kkr_register_reader_read_files (KkrRegisterReader *self, const char *const *paths,
                                GCancellable *cancellable, GError **error)
{
  KkrReading reading;
  gboolean complete = TRUE;

  g_return_val_if_fail (KKR_IS_REGISTER_READER (self), NULL);
  g_return_val_if_fail (paths != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (paths[0] == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("no files to read: none found, one or more expected"));
      return NULL;
    }
  kkr_register_reader_begin (self, &reading);
  for (guint i = 0; paths[i] != NULL && complete && !reading.stopped; i++)
    complete = kkr_reading_read_file (&reading, paths[i], cancellable, error);
  return kkr_register_reader_finish (self, &reading, complete, error);
}

/**
 * kkr_register_reader_read_bytes:
 * @self: a reader
 * @bytes: the contents of a file
 * @uri: (nullable): what the file is called in messages
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Reads one file that is in memory; see [method@RegisterReader.read_files].
 *
 * Returns: (transfer full): the register
 *
 * Since: 0.1
 */
KkrRegister *
kkr_register_reader_read_bytes (KkrRegisterReader *self, GBytes *bytes, const char *uri,
                                GCancellable *cancellable, GError **error)
{
  KkrReading reading;
  gboolean complete;

  g_return_val_if_fail (KKR_IS_REGISTER_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  kkr_register_reader_begin (self, &reading);
  complete = kkr_reading_read_memory (&reading, bytes, uri != NULL ? uri : "register.xml",
                                      cancellable, error);
  return kkr_register_reader_finish (self, &reading, complete, error);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The XML files of a folder, by name. */
static GPtrArray *
list_files (const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GFileEnumerator) children =
    g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE,
                               cancellable, error);
  GFileInfo *info = NULL;

  do
    {
      if (children == NULL
          || !g_file_enumerator_iterate (children, &info, NULL, cancellable, error))
        {
          if (error != NULL && *error != NULL && strstr ((*error)->message, folder) == NULL)
            g_prefix_error (error, "%s: ", folder);
          return NULL;
        }
      if (info != NULL && g_str_has_suffix (g_file_info_get_name (info), ".xml"))
        g_ptr_array_add (paths, g_build_filename (folder, g_file_info_get_name (info), NULL));
    }
  while (info != NULL);
  g_ptr_array_sort (paths, compare_paths);
  return g_steal_pointer (&paths);
}

static gboolean
read_folder (KkrReading *reading, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) paths = list_files (folder, cancellable, error);

  if (paths == NULL)
    return FALSE;
  for (guint i = 0; i < paths->len && !reading->stopped; i++)
    if (!kkr_reading_read_file (reading, paths->pdata[i], cancellable, error))
      return FALSE;
  return TRUE;
}

/**
 * kkr_register_reader_read_folders:
 * @self: a reader
 * @paths: (array zero-terminated=1): the folders, one or more, the lowest first
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Reads all files of folders whose names end in `.xml`, by name, into one register. Each folder is
 * a layer on top of those before it, and of [property@RegisterReader:below]: what it says of a thing
 * or a table with the same id, or of a fact with the same key, period, price level and day of
 * becoming known, goes before what a lower layer says. Within one layer nothing is said twice. So
 * the folders of a system, a site and a user are read in that order, where a program wants them:
 * no folder is looked into by itself.
 *
 * If a file of any layer is at fault, there is no register at all. Errors are those of
 * [method@RegisterReader.read_files]; a folder that cannot be read is a `G_IO_ERROR`.
 *
 * Returns: (transfer full): the register
 *
 * Since: 0.1
 */
KkrRegister *
kkr_register_reader_read_folders (KkrRegisterReader *self, const char *const *paths,
                                  GCancellable *cancellable, GError **error)
{
  KkrReading reading;
  gboolean complete = TRUE;

  g_return_val_if_fail (KKR_IS_REGISTER_READER (self), NULL);
  g_return_val_if_fail (paths != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (paths[0] == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("no folders to read: none found, one or more expected"));
      return NULL;
    }
  kkr_register_reader_begin (self, &reading);
  for (guint i = 0; paths[i] != NULL && complete && !reading.stopped; i++)
    {
      GError *local_error = NULL;

      complete = read_folder (&reading, paths[i], cancellable, &local_error);
      if (!complete)
        g_propagate_error (error, local_error);
      reading.builder->layer++;
    }
  return kkr_register_reader_finish (self, &reading, complete, error);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

#include <libkkr/register/kkr-register-reader-private.h>

gboolean
kkr_register_reader_check_paths (const char *const *paths, gboolean folders, GError **error)
{
  if (paths[0] != NULL)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       folders ? _("no folders to read: none found, one or more expected")
                               : _("no files to read: none found, one or more expected"));
  return FALSE;
}

static KkrRegister *
run (KkrRegisterReader *self, KkrReaderJob *job, GError **error)
{
  KkrReadingOutcome outcome = { 0 };
  KkrRegister *reg;

  kkr_reader_job_run (job, &outcome);
  reg = kkr_reading_outcome_take (&outcome, self, &self->problems, error);
  kkr_reading_outcome_clear (&outcome);
  kkr_reader_job_clear (job);
  return reg;
}

static KkrRegister *
read_paths (KkrRegisterReader *self, const char *const *paths, gboolean folders,
            GCancellable *cancellable, GError **error)
{
  KkrReaderJob job;

  if (!kkr_register_reader_check_paths (paths, folders, error))
    return NULL;
  kkr_reader_job_init (&job, self, cancellable);
  *(folders ? &job.folders : &job.files) = g_strdupv ((char **) paths);
  return run (self, &job, error);
}

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
  g_return_val_if_fail (KKR_IS_REGISTER_READER (self), NULL);
  g_return_val_if_fail (paths != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return read_paths (self, paths, FALSE, cancellable, error);
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
  KkrReaderJob job;

  g_return_val_if_fail (KKR_IS_REGISTER_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  kkr_reader_job_init (&job, self, cancellable);
  job.bytes = g_bytes_ref (bytes);
  job.uri = g_strdup (uri != NULL ? uri : "register.xml");
  return run (self, &job, error);
}

/**
 * kkr_register_reader_read_folders:
 * @self: a reader
 * @paths: (array zero-terminated=1): the folders, one or more, the lowest first
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Reads all files of folders whose names end in `.xml`, by name, into one register. Each folder is
 * a layer on top of those before it, and of [property@RegisterReader:below]: what it says of a
 * thing or a table with the same id, or of a fact with the same key, period, price level and day of
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
  g_return_val_if_fail (KKR_IS_REGISTER_READER (self), NULL);
  g_return_val_if_fail (paths != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return read_paths (self, paths, TRUE, cancellable, error);
}

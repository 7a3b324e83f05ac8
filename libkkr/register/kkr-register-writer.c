/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-file-private.h>
#include <libkkr/register/kkr-register-writer.h>
#include <libkkr/register/kkr-writing-private.h>

/**
 * KkrRegisterWriter:
 *
 * Writes a register as an XML file that a [class@RegisterReader] reads back: the same things and
 * the same facts, each as it is printed in its document. What a file cannot keep is which file and
 * line a thing came from.
 *
 * The order is fixed: sources, things by kind and id, facts by key, tables, and the rows of
 * placements, tariffs and arrivals as they were read. A register that was
 * written and read gives the same bytes when it is written again. Facts that an [class@Overlay]
 * assumed say `assumed="yes"` in the file.
 *
 * A writer may be used again, and by one thread at a time.
 *
 * Since: 0.1
 */

struct _KkrRegisterWriter {
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrRegisterWriter, kkr_register_writer, G_TYPE_OBJECT)

static void
kkr_register_writer_class_init (KkrRegisterWriterClass *klass)
{
}

static void
kkr_register_writer_init (KkrRegisterWriter *self)
{
}

/**
 * kkr_register_writer_new:
 *
 * Makes a writer.
 *
 * Returns: (transfer full): a writer
 *
 * Since: 0.1
 */
KkrRegisterWriter *
kkr_register_writer_new (void)
{
  return g_object_new (KKR_TYPE_REGISTER_WRITER, NULL);
}

static GBytes *
write_register (KkrRegister *reg, GCancellable *cancellable, GError **error)
{
  const char *version = kkr_register_get_data_version (reg);
  KkrWriting writing = {
    .reg = reg, .store = kkr_register_get_store (reg), .cancellable = cancellable,
    .out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"),
  };

  kkr_writing_begin (&writing, "register");
  kkr_writing_attribute (&writing, "format", "1");
  kkr_writing_attribute (&writing, "version", *version != '\0' ? version : NULL);
  kkr_writing_open (&writing);
  kkr_writing_add_objects (&writing);
  kkr_writing_add_series (&writing);
  kkr_writing_add_tables (&writing);
  kkr_writing_add_bulk (&writing);
  kkr_writing_close (&writing, "register");
  if (kkr_writing_goes_on (&writing))
    return g_string_free_to_bytes (writing.out);
  g_string_free (writing.out, TRUE);
  g_propagate_error (error, writing.error);
  return NULL;
}

/**
 * kkr_register_writer_to_bytes:
 * @self: a writer
 * @reg: the register
 * @error: return location for an error
 *
 * Writes a register into memory.
 *
 * Returns: (transfer full): the file's contents, UTF-8, or %NULL with `KKR_LOAD_ERROR_VALUE` if a
 *   text has control characters that XML cannot hold
 *
 * Since: 0.1
 */
GBytes *
kkr_register_writer_to_bytes (KkrRegisterWriter *self, KkrRegister *reg, GError **error)
{
  g_return_val_if_fail (KKR_IS_REGISTER_WRITER (self), NULL);
  g_return_val_if_fail (KKR_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  return write_register (reg, NULL, error);
}

/* The old file stays until the new one is whole beside it. */
static gboolean
replace_file (KkrRegister *reg, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = write_register (reg, cancellable, error);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError *local_error = NULL;
  gconstpointer data;
  gsize size;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  if (g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                               cancellable, &local_error))
    return TRUE;
  kkr_file_propagate_error (error, local_error, path);
  return FALSE;
}

/**
 * kkr_register_writer_write_file:
 * @self: a writer
 * @reg: the register
 * @path: (type filename): the file, which is replaced if it is there
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Writes a register into a file. The new contents take the place of the old at once and whole; on
 * an error the old file is left as it was.
 *
 * Returns: %TRUE, or %FALSE with a `G_IO_ERROR` or an error of [method@RegisterWriter.to_bytes]
 *
 * Since: 0.1
 */
gboolean
kkr_register_writer_write_file (KkrRegisterWriter *self, KkrRegister *reg, const char *path,
                                GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (KKR_IS_REGISTER_WRITER (self), FALSE);
  g_return_val_if_fail (KKR_IS_REGISTER (reg), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  return replace_file (reg, path, cancellable, error);
}

typedef struct {
  KkrRegister *reg;
  char *path;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->reg);
  g_free (job->path);
  g_free (job);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (replace_file (job->reg, job->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * kkr_register_writer_write_file_async:
 * @self: a writer
 * @reg: the register
 * @path: (type filename): the file
 * @cancellable: (nullable): what can stop it
 * @callback: (scope async): called when it is done
 * @user_data: (closure): for the callback
 *
 * Does what [method@RegisterWriter.write_file] does in another thread.
 *
 * Since: 0.1
 */
void
kkr_register_writer_write_file_async (KkrRegisterWriter *self, KkrRegister *reg, const char *path,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (KKR_IS_REGISTER_WRITER (self));
  g_return_if_fail (KKR_IS_REGISTER (reg));
  g_return_if_fail (path != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = g_new0 (Job, 1);
  job->reg = g_object_ref (reg);
  job->path = g_strdup (path);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, kkr_register_writer_write_file_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work);
}

/**
 * kkr_register_writer_write_file_finish:
 * @self: a writer
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Gets the outcome of [method@RegisterWriter.write_file_async].
 *
 * Returns: %TRUE, or %FALSE with an error
 *
 * Since: 0.1
 */
gboolean
kkr_register_writer_write_file_finish (KkrRegisterWriter *self, GAsyncResult *result,
                                       GError **error)
{
  g_return_val_if_fail (KKR_IS_REGISTER_WRITER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

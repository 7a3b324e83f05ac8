/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/register/kkr-register-private.h>
#include <libkkr/register/kkr-register-reader-private.h>

void
kkr_reader_job_init (KkrReaderJob *job, KkrRegisterReader *self, GCancellable *cancellable)
{
  *job = (KkrReaderJob) { .limits = self->limits };
  g_set_object (&job->below, self->below);
  g_set_object (&job->cancellable, cancellable);
}

void
kkr_reader_job_clear (KkrReaderJob *job)
{
  g_clear_object (&job->below);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->files, g_strfreev);
  g_clear_pointer (&job->folders, g_strfreev);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->uri, g_free);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The XML files of a folder, by name. */
static GPtrArray *
list_folder (const char *folder, GCancellable *cancellable, GError **error)
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
          if (strstr ((*error)->message, folder) == NULL)
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

/* The files of each layer. NULL, and an error, if a folder cannot be read. */
static GPtrArray *
list_layers (const KkrReaderJob *job, GError **error)
{
  g_autoptr (GPtrArray) layers =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *layer;

  if (job->files != NULL)
    {
      layer = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (layers, layer);
      for (guint i = 0; job->files[i] != NULL; i++)
        g_ptr_array_add (layer, g_strdup (job->files[i]));
    }
  for (guint i = 0; job->folders != NULL && job->folders[i] != NULL; i++)
    {
      layer = list_folder (job->folders[i], job->cancellable, error);
      if (layer == NULL)
        return NULL;
      g_ptr_array_add (layers, layer);
    }
  return g_steal_pointer (&layers);
}

typedef struct {
  const KkrReaderJob *job;
  gint64 expected; /* bytes */
} Progress;

static void
report (gpointer user_data, gint64 n_bytes)
{
  const Progress *progress = user_data;

  /* Packing what was read is a part of the work, too. */
  if (progress->expected > 0)
    progress->job->progress (progress->job->user_data,
                             0.9 * (gdouble) n_bytes / (gdouble) progress->expected);
}

static gint64
count_bytes (GPtrArray *layers)
{
  gint64 sum = 0;

  for (guint i = 0; i < layers->len; i++)
    {
      GPtrArray *layer = layers->pdata[i];

      for (guint j = 0; j < layer->len; j++)
        {
          g_autoptr (GFile) file = g_file_new_for_path (layer->pdata[j]);
          g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                          G_FILE_QUERY_INFO_NONE, NULL, NULL);

          sum += info != NULL ? g_file_info_get_size (info) : 0;
        }
    }
  return sum;
}

static gboolean
read_layers (KkrReading *reading, const KkrReaderJob *job, GError **error)
{
  g_autoptr (GPtrArray) layers = list_layers (job, error);
  Progress progress = { job, 0 };

  if (layers == NULL)
    return FALSE;
  reading->n_expected = progress.expected = count_bytes (layers);
  if (job->progress != NULL)
    {
      reading->progress = report;
      reading->user_data = &progress;
    }
  for (guint i = 0; i < layers->len; i++, reading->builder->layer++)
    {
      GPtrArray *layer = layers->pdata[i];

      for (guint j = 0; j < layer->len && !reading->stopped; j++)
        if (!kkr_reading_read_file (reading, layer->pdata[j], job->cancellable, error))
          return FALSE;
    }
  reading->progress = NULL;
  return TRUE;
}

/* What was read becomes a register, or the first problem an error. */
static KkrRegister *
make_register (KkrReading *reading, GError **error)
{
  if (!reading->stopped)
    kkr_reading_check (reading);
  if (reading->n_errors > 0)
    {
      kkr_reading_set_error (reading, error);
      return NULL;
    }
  return kkr_register_new_take_store (kkr_builder_end (reading->builder,
                                                       kkr_hasher_end (reading->hasher), error));
}

void
kkr_reader_job_run (const KkrReaderJob *job, KkrReadingOutcome *outcome)
{
  KkrReading reading;
  gboolean complete = TRUE;

  kkr_reading_init (&reading, &job->limits);
  if (job->below != NULL)
    complete = kkr_reading_import (&reading, job->below, &outcome->error);
  if (complete)
    complete = job->bytes != NULL
                 ? kkr_reading_read_memory (&reading, job->bytes, job->uri, job->cancellable,
                                            &outcome->error)
                 : read_layers (&reading, job, &outcome->error);
  if (complete)
    outcome->reg = make_register (&reading, &outcome->error);
  outcome->problems = kkr_frozen_list_new (KKR_TYPE_PROBLEM, reading.problems->pdata,
                                           reading.problems->len);
  g_ptr_array_set_free_func (reading.problems, NULL);
  kkr_reading_clear (&reading);
}

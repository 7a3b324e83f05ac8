/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-file-private.h>
#include <libkkr/register/kkr-register-sax-private.h>

/* More than that is worth a thread for the checksum. */
#define CHUNK_SIZE (512 * 1024)

void
kkr_reading_check_size (KkrReading *reading)
{
  gint64 size = (gint64) kkr_builder_get_size (reading->builder);

  if (size > reading->limits.max_size && !reading->stopped)
    kkr_reading_add_here (reading, KKR_RULE_TOO_MANY_BYTES, NULL, NULL,
                          _("too much to keep: %lld bytes found, at most %lld expected"),
                          (long long) size, (long long) reading->limits.max_size);
}

/* One more piece of the file; an empty one is the end. */
static gboolean
take_piece (KkrReading *reading, KkrRegisterSax *sax, const char *data, gsize size)
{
  gint64 room = MAX (reading->limits.max_bytes, 0) - reading->n_bytes;
  gsize allowed = (guint64) room < size ? (gsize) room : size;

  if (allowed == CHUNK_SIZE)
    kkr_hasher_start_thread (reading->hasher);
  kkr_hasher_add (reading->hasher, data, allowed);
  reading->n_bytes += (gint64) allowed;
  if ((allowed > 0 || size == 0) && !kkr_register_sax_feed (sax, data, allowed))
    return FALSE;
  kkr_reading_check_size (reading);
  if (reading->progress != NULL)
    reading->progress (reading->user_data, reading->n_bytes);
  if (allowed < size)
    kkr_reading_add_here (reading, KKR_RULE_TOO_MANY_BYTES, NULL, NULL,
                          _("too many bytes: more found, max-bytes %lld expected"),
                          (long long) reading->limits.max_bytes);
  return size > 0 && !reading->stopped;
}

gboolean
kkr_reading_read_file (KkrReading *reading, const char *path, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (KkrRegisterSax) sax = NULL;
  g_autofree char *buffers = g_malloc (2 * CHUNK_SIZE);
  char *buffer = buffers;
  GError *local = NULL;
  gsize size;

  stream = g_file_read (file, cancellable, &local);
  if (stream != NULL)
    {
      sax = kkr_register_sax_new (reading, path);
      while (g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, CHUNK_SIZE, &size,
                                      cancellable, &local))
        {
          gboolean more = take_piece (reading, sax, buffer, size);

          /* The last one may still be in the hands of the hasher, the one before it is not. */
          buffer = buffer == buffers ? buffers + CHUNK_SIZE : buffers;
          if (!more)
            break;
        }
    }
  kkr_hasher_wait (reading->hasher);
  if (local != NULL)
    kkr_file_propagate_error (error, local, path);
  return local == NULL;
}

gboolean
kkr_reading_read_memory (KkrReading *reading, GBytes *bytes, const char *uri,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrRegisterSax) sax = kkr_register_sax_new (reading, uri);
  gsize size, at = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  reading->n_expected = (gint64) size;
  do
    {
      gsize piece = MIN (size - at, CHUNK_SIZE);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!take_piece (reading, sax, piece > 0 ? data + at : "", piece))
        return TRUE;
      at += piece;
    }
  while (TRUE);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-file-private.h>

#include <errno.h>
#include <string.h>

#define CHUNK_SIZE (256 * 1024)

void
kkr_file_propagate_error (GError **error, GError *wrong, const char *path)
{
  if (strstr (wrong->message, path) == NULL)
    g_prefix_error (&wrong, "%s: ", path);
  g_propagate_error (error, wrong);
}

static gboolean
make_room (char **data, gsize *room, GError **error)
{
  char *more = g_try_realloc (*data, *room * 2 + CHUNK_SIZE);

  if (more == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (ENOMEM),
                           g_strerror (ENOMEM));
      return FALSE;
    }
  *data = more;
  *room = *room * 2 + CHUNK_SIZE;
  return TRUE;
}

static GBytes *
read_stream (GInputStream *stream, gsize max_size, GCancellable *cancellable, GError **error)
{
  g_autofree char *data = NULL;
  gsize n = 0, room = 0, size = CHUNK_SIZE;

  while (size == CHUNK_SIZE && n <= max_size)
    {
      if ((room - n < CHUNK_SIZE && !make_room (&data, &room, error)) ||
          !g_input_stream_read_all (stream, data + n, CHUNK_SIZE, &size, cancellable, error))
        return NULL;
      n += size;
    }
  return g_bytes_new_take (g_steal_pointer (&data), n);
}

GBytes *
kkr_file_load (const char *path, gsize max_size, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  GBytes *bytes = NULL;
  GError *wrong = NULL;

  stream = g_file_read (file, cancellable, &wrong);
  if (stream != NULL)
    bytes = read_stream (G_INPUT_STREAM (stream), max_size, cancellable, &wrong);
  if (bytes == NULL)
    kkr_file_propagate_error (error, wrong, path);
  return bytes;
}

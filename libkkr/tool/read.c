/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

#include <errno.h>
#include <stdio.h>

/* The library refuses what is longer; a file without an end is not to be read to it. */
#define MAX_BYTES (64 * 1024 * 1024 + 1)

static GBytes *
read_stream (FILE *stream, const char *name)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *message = NULL;
  guint8 buffer[65536];
  gsize n_read;

  while (bytes->len < MAX_BYTES
         && (n_read = fread (buffer, 1, MIN (sizeof buffer, MAX_BYTES - bytes->len), stream)) > 0)
    g_byte_array_append (bytes, buffer, (guint) n_read);
  if (!ferror (stream))
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  message = g_strdup_printf (_("cannot read %s: %s"), name, g_strerror (errno));
  complain (message);
  return NULL;
}

GBytes *
read_bytes (const char *path)
{
  g_autofree char *message = NULL;
  GBytes *bytes;
  FILE *stream;

  if (g_str_equal (path, "-"))
    return read_stream (stdin, path);
  stream = fopen (path, "rb");
  if (stream == NULL)
    {
      message = g_strdup_printf (_("cannot read %s: %s"), path, g_strerror (errno));
      complain (message);
      return NULL;
    }
  bytes = read_stream (stream, path);
  fclose (stream);
  return bytes;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/register/kkr-text-position-private.h>

void
kkr_text_position_init (KkrTextPosition *position)
{
  *position = (KkrTextPosition) { .window = g_byte_array_new (), .line = 1, .column = 1 };
}

void
kkr_text_position_feed (KkrTextPosition *position, const char *data, gsize size)
{
  guint passed = (guint) (position->offset - position->window_offset);

  if (passed > 0)
    g_byte_array_remove_range (position->window, 0, passed);
  position->window_offset = position->offset;
  g_byte_array_append (position->window, (const guint8 *) data, (guint) size);
}

/* Every byte but those that go on with a character. */
static guint
count_characters (const guint8 *bytes, gsize n)
{
  guint count = 0;

  for (gsize i = 0; i < n; i++)
    count += (bytes[i] & 0xc0) != 0x80;
  return count;
}

void
kkr_text_position_advance (KkrTextPosition *position, guint64 offset)
{
  const guint8 *at = position->window->data + (position->offset - position->window_offset);
  guint64 end = MIN (offset, position->window_offset + position->window->len);
  const guint8 *newline;
  gsize n;

  if (end <= position->offset)
    return;
  n = (gsize) (end - position->offset);
  while ((newline = memchr (at, '\n', n)) != NULL)
    {
      n -= (gsize) (newline + 1 - at);
      at = newline + 1;
      position->line++;
      position->column = 1;
    }
  position->column += count_characters (at, n);
  position->offset = end;
}

void
kkr_text_position_clear (KkrTextPosition *position)
{
  g_clear_pointer (&position->window, g_byte_array_unref);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/register/kkr-text-position-private.h>

void
kkr_text_position_init (KkrTextPosition *position)
{
  *position = (KkrTextPosition) { .rest = g_byte_array_new (), .line = 1, .column = 1 };
}

void
kkr_text_position_feed (KkrTextPosition *position, const char *data, gsize size)
{
  kkr_text_position_keep (position);
  position->data = (const guint8 *) data;
  position->size = size;
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

static void
pass (KkrTextPosition *position, const guint8 *at, gsize n)
{
  const guint8 *newline;

  position->offset += n;
  while ((newline = memchr (at, '\n', n)) != NULL)
    {
      n -= (gsize) (newline + 1 - at);
      at = newline + 1;
      position->line++;
      position->column = 1;
    }
  position->column += count_characters (at, n);
}

void
kkr_text_position_advance (KkrTextPosition *position, guint64 offset)
{
  guint64 border = position->rest_offset + position->rest->len;
  guint64 end = MIN (offset, border + position->size);

  if (position->offset < border && position->offset < end)
    pass (position, position->rest->data + (position->offset - position->rest_offset),
          (gsize) (MIN (end, border) - position->offset));
  if (position->offset < end)
    pass (position, position->data + (position->offset - border),
          (gsize) (end - position->offset));
}

void
kkr_text_position_keep (KkrTextPosition *position)
{
  guint64 border = position->rest_offset + position->rest->len;
  guint passed = (guint) (MIN (position->offset, border) - position->rest_offset);
  guint64 from = MAX (position->offset, border) - border;

  if (passed > 0)
    g_byte_array_remove_range (position->rest, 0, passed);
  if (position->size > from)
    g_byte_array_append (position->rest, position->data + from, (guint) (position->size - from));
  position->rest_offset = position->offset;
  position->data = NULL;
  position->size = 0;
}

void
kkr_text_position_clear (KkrTextPosition *position)
{
  g_clear_pointer (&position->rest, g_byte_array_unref);
}

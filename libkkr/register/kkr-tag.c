/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-tag-private.h>

#include <string.h>

const char *
kkr_tag_skip_blanks (const char *at, const char *end)
{
  while (at < end && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r'))
    at++;
  return at;
}

static const char *
find_end_of_name (const char *at, const char *end)
{
  while (at < end && *at != '=' && !g_ascii_isspace (*at))
    at++;
  return at;
}

/* The value is NULL if it does not end. */
static void
find_attribute (KkrTagCursor *cursor, const char *name)
{
  const char *at = cursor->tag, *end = cursor->end;
  gsize length = strlen (name);

  while (at < end && !g_ascii_isspace (*at))
    at++;
  while ((at = kkr_tag_skip_blanks (at, end)) < end)
    {
      const char *start = at, *quote, *name_end = find_end_of_name (at, end);

      at = name_end;
      while (at < end && *at != '"' && *at != '\'')
        at++;
      quote = at < end ? memchr (at + 1, *at, (gsize) (end - at - 1)) : NULL;
      if ((gsize) (name_end - start) == length && strncmp (start, name, length) == 0)
        {
          cursor->start = start;
          cursor->value = quote != NULL ? at + 1 : NULL;
          cursor->value_end = quote;
          return;
        }
      if (quote == NULL)
        return;
      at = quote + 1;
    }
}

const char *
kkr_tag_cursor_find (KkrTagCursor *cursor, const char *name, guint part)
{
  if (cursor->name == NULL || !g_str_equal (cursor->name, name))
    {
      *cursor = (KkrTagCursor) { .tag = cursor->tag, .end = cursor->end, .name = name };
      find_attribute (cursor, name);
    }
  if (part == 0 || cursor->value == NULL)
    return cursor->start;
  if (cursor->part == 0 || part < cursor->part)
    {
      cursor->part = 1;
      cursor->part_start = cursor->value;
    }
  for (; cursor->part < part && cursor->part_start < cursor->value_end; cursor->part_start++)
    cursor->part += *cursor->part_start == '|';
  return kkr_tag_skip_blanks (cursor->part_start, cursor->value_end);
}

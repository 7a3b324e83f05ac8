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
find_part (const char *value, const char *end, guint part)
{
  const char *at = value;

  for (; part > 1 && at < end; at++)
    part -= *at == '|';
  return kkr_tag_skip_blanks (at, end);
}

const char *
kkr_tag_find_attribute (const char *tag, const char *end, const char *name, guint part)
{
  const char *at = tag;
  gsize length = strlen (name);

  while (at < end && !g_ascii_isspace (*at))
    at++;
  while ((at = kkr_tag_skip_blanks (at, end)) < end)
    {
      const char *start = at, *quote;
      gsize n;

      while (at < end && *at != '=' && !g_ascii_isspace (*at))
        at++;
      n = (gsize) (at - start);
      while (at < end && *at != '"' && *at != '\'')
        at++;
      quote = at < end ? memchr (at + 1, *at, (gsize) (end - at - 1)) : NULL;
      if (n == length && strncmp (start, name, n) == 0)
        return part > 0 && quote != NULL ? find_part (at + 1, quote, part) : start;
      if (quote == NULL)
        return NULL;
      at = quote + 1;
    }
  return NULL;
}

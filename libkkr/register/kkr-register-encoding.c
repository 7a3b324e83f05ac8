/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/register/kkr-register-sax-private.h>

/* The parser would follow a declaration or a byte order mark; we do not. */
char *
kkr_register_find_encoding (const char *data, gsize size, gsize *offset)
{
  const char *end, *at;
  g_autofree char *head = NULL, *encoding = NULL;

  *offset = 0;
  if (size >= 2 && (memcmp (data, "\xfe\xff", 2) == 0 || memcmp (data, "\xff\xfe", 2) == 0
                    || data[0] == '\0' || data[1] == '\0'))
    return g_strdup (_("UTF-16 or UTF-32"));
  end = g_strstr_len (data, (gssize) size, "?>");
  at = g_strstr_len (data, (gssize) MIN (size, 8), "<?xml");
  if (at == NULL || end == NULL || memchr (at, '\0', (gsize) (end - at)) != NULL)
    return NULL;
  head = g_strndup (data, (gsize) (end - data));
  at = strstr (head, "encoding");
  if (at == NULL || (at = strpbrk (at, "\"'")) == NULL || strchr (at + 1, *at) == NULL)
    return NULL;
  encoding = g_strndup (at + 1, (gsize) (strchr (at + 1, *at) - at - 1));
  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0 || !g_utf8_validate (encoding, -1, NULL))
    return NULL;
  *offset = (gsize) (at + 1 - head);
  return g_steal_pointer (&encoding);
}

char *
kkr_register_dup_parser_text (const char *message)
{
  char *text = g_utf8_make_valid (message != NULL ? message : "", -1);

  g_strdelimit (text, "\n", ' ');
  return g_strstrip (text);
}

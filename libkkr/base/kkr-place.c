/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-place-private.h>

#include <string.h>

#include <libkkr/base/kkr-format-private.h>

static void
strip_word (char *text, const char *prefix, const char *suffix)
{
  gsize length = strlen (text);

  if (g_str_has_prefix (text, prefix))
    memmove (text, text + strlen (prefix), length - strlen (prefix) + 1);
  if (g_str_has_suffix (text, suffix))
    text[strlen (text) - strlen (suffix)] = '\0';
}

char *
kkr_name_fold (const char *text)
{
  g_autofree char *folded = kkr_text_fold (text);
  GString *name = g_string_new (folded);

  g_string_replace (name, "aa", "å", 0);
  return g_string_free (name, FALSE);
}

char *
kkr_place_fold (const char *text)
{
  g_autofree char *folded = kkr_text_fold (text);
  GString *place;

  strip_word (folded, "region ", " kommune");
  place = g_string_new (folded);
  g_string_replace (place, "aa", "å", 0);
  if (place->len > 1 && place->str[place->len - 1] == 's')
    g_string_truncate (place, place->len - 1);
  return g_string_free (place, FALSE);
}

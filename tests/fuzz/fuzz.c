/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <string.h>

#include <libkkr/base/kkr-error.h>

char *
fuzz_text (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);

  return g_utf8_make_valid (text, -1);
}

gint64
fuzz_take_int (const guint8 **data, gsize *size, gsize n_bytes)
{
  guint64 value = 0;

  n_bytes = MIN (n_bytes, *size);
  for (gsize i = 0; i < n_bytes; i++)
    value |= (guint64) (*data)[i] << (8 * i);
  *data += n_bytes;
  *size -= n_bytes;
  return (gint64) value;
}

gboolean
fuzz_settle (gboolean has_value, GError **error)
{
  g_assert_true (has_value == (*error == NULL));
  if (has_value)
    return TRUE;
  g_assert_true ((*error)->domain == KKR_CALC_ERROR || (*error)->domain == KKR_LOAD_ERROR);
  g_assert_cmpint ((*error)->code, >, 0);
  g_assert_cmpstr ((*error)->message, !=, "");
  fuzz_check_text ((*error)->message);
  g_clear_error (error);
  return FALSE;
}

void
fuzz_check_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

char *
fuzz_next_field (char **rest, char separator)
{
  char *field = *rest, *end;

  if (field == NULL)
    return NULL;
  end = strchr (field, separator);
  *rest = end != NULL ? end + 1 : NULL;
  if (end != NULL)
    *end = '\0';
  return field;
}

char *
fuzz_next_line (char **rest)
{
  return fuzz_next_field (rest, '\n');
}

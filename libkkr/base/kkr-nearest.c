/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-nearest-private.h>

/* Longer texts are compared no further: time is bounded whatever stands in a file. */
#define MAX_LENGTH 80

/* How many letters must be put in, taken out or changed to make one text of the other. */
static guint
distance (const char *a, const char *b)
{
  gunichar letters[MAX_LENGTH];
  guint row[MAX_LENGTH + 1];
  guint n = 0;

  for (; *b != '\0' && n < MAX_LENGTH; b = g_utf8_next_char (b))
    letters[n++] = g_utf8_get_char (b);
  for (guint j = 0; j <= n; j++)
    row[j] = j;
  for (guint i = 1; *a != '\0' && i <= MAX_LENGTH; a = g_utf8_next_char (a), i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= n; j++)
        {
          guint changed = diagonal + (g_utf8_get_char (a) != letters[j - 1]);

          diagonal = row[j];
          row[j] = MIN (changed, MIN (row[j - 1], row[j]) + 1);
        }
    }
  return row[n];
}

void
kkr_nearest_init (KkrNearest *nearest, const char *wanted, guint max_names, gboolean any)
{
  nearest->wanted = kkr_text_fold (wanted);
  nearest->length = g_utf8_strlen (nearest->wanted, -1);
  nearest->max_names = MIN (max_names, KKR_NEAREST_MAX);
  nearest->any = any;
  nearest->n = 0;
}

static gboolean
is_kept (const KkrNearest *nearest, const char *name)
{
  for (guint i = 0; i < nearest->n; i++)
    if (g_str_equal (nearest->names[i], name))
      return TRUE;
  return FALSE;
}

void
kkr_nearest_offer (KkrNearest *nearest, const char *name)
{
  g_autofree char *folded = kkr_text_fold (name);
  guint far = distance (nearest->wanted, folded), place;

  if (strstr (folded, nearest->wanted) != NULL && nearest->length >= 3)
    far = MIN (far, 1);
  if (!nearest->any && far > (guint) MIN (nearest->length, MAX_LENGTH) / 3 + 1)
    return;
  for (place = nearest->n; place > 0 && nearest->distances[place - 1] > far; place--)
    ;
  if (place == nearest->max_names || is_kept (nearest, name))
    return;
  nearest->n = MIN (nearest->n, nearest->max_names - 1);
  for (guint i = nearest->n; i > place; i--)
    {
      nearest->names[i] = nearest->names[i - 1];
      nearest->distances[i] = nearest->distances[i - 1];
    }
  nearest->names[place] = name;
  nearest->distances[place] = far;
  nearest->n++;
}

const char *
kkr_nearest_get (const KkrNearest *nearest)
{
  return nearest->n > 0 ? nearest->names[0] : NULL;
}

char *
kkr_nearest_to_string (const KkrNearest *nearest)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < nearest->n; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ", nearest->names[i]);
  return nearest->n > 0 ? g_strdup_printf (_("; near it: %s"), names->str) : g_strdup ("");
}

char *
kkr_nearest_quote (const KkrNearest *nearest)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nearest->n; i++)
    g_string_append_printf (text, "%s\"%s\"", i > 0 ? ", " : "", nearest->names[i]);
  return g_string_free (text, FALSE);
}

void
kkr_nearest_clear (KkrNearest *nearest)
{
  g_clear_pointer (&nearest->wanted, g_free);
}

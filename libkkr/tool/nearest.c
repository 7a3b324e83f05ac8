/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

#include <string.h>

#define MAX_LENGTH 60

/* How many letters must be put in, left out or changed to make one word from the other. */
static guint
distance (const char *a, const char *b)
{
  guint row[MAX_LENGTH + 1];
  gsize n = strlen (b);

  for (guint j = 0; j <= n; j++)
    row[j] = j;
  for (guint i = 1; a[i - 1] != '\0'; i++)
    {
      guint above_left = row[0];

      row[0] = i;
      for (guint j = 1; j <= n; j++)
        {
          guint changed = above_left + (a[i - 1] != b[j - 1]);

          above_left = row[j];
          row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
        }
    }
  return row[n];
}

const char *
nearest (const char *word, const char *const *known)
{
  const char *best = NULL;
  guint least = G_MAXUINT;

  if (strlen (word) > MAX_LENGTH)
    return NULL;
  for (int i = 0; known[i] != NULL; i++)
    {
      guint far;

      if (strlen (known[i]) > MAX_LENGTH)
        continue;
      far = distance (word, known[i]);
      if (far < least && far <= 1 + strlen (known[i]) / 4)
        {
          least = far;
          best = known[i];
        }
    }
  return best;
}

char *
no_such (const char *wrong, const char *word, const char *const *known)
{
  const char *near = nearest (word, known);
  g_autofree char *all = g_strjoinv (", ", (char **) known);

  if (near != NULL)
    return g_strdup_printf (_("%s: \"%s\" found, perhaps \"%s\" expected"), wrong, word, near);
  if (known[0] == NULL)
    return g_strdup_printf (_("%s: \"%s\" found, none expected"), wrong, word);
  if (known[1] == NULL)
    return g_strdup_printf (_("%s: \"%s\" found, %s expected"), wrong, word, all);
  return g_strdup_printf (_("%s: \"%s\" found, one of %s expected"), wrong, word, all);
}

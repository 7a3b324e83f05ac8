/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-near-private.h>

/* Longer texts are compared by their beginnings, so that an error costs a bounded time. */
#define MAX_LETTERS 64

typedef struct {
  char *text;
  guint distance;
} Kept;

struct _KkrNear {
  gunichar wanted[MAX_LETTERS];
  guint n_wanted;
  guint max_kept;
  GArray *kept;
};

static void
clear_kept (gpointer kept)
{
  g_free (((Kept *) kept)->text);
}

static guint
to_letters (const char *text, gunichar letters[MAX_LETTERS])
{
  guint n = 0;

  for (; *text != '\0' && n < MAX_LETTERS; text = g_utf8_next_char (text))
    letters[n++] = g_unichar_tolower (g_utf8_get_char (text));
  return n;
}

KkrNear *
kkr_near_new (const char *text, guint max_kept)
{
  KkrNear *self = g_new0 (KkrNear, 1);

  self->n_wanted = to_letters (text, self->wanted);
  self->max_kept = max_kept;
  self->kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_array_set_clear_func (self->kept, clear_kept);
  return self;
}

void
kkr_near_free (KkrNear *self)
{
  g_array_unref (self->kept);
  g_free (self);
}

/* Levenshtein's distance, one line of its matrix at a time. */
static guint
measure (KkrNear *self, const char *text)
{
  gunichar letters[MAX_LETTERS];
  guint line[MAX_LETTERS + 1], n = to_letters (text, letters);

  for (guint k = 0; k <= n; k++)
    line[k] = k;
  for (guint i = 1; i <= self->n_wanted; i++)
    {
      guint diagonal = line[0];

      line[0] = i;
      for (guint k = 1; k <= n; k++)
        {
          guint above = line[k];
          guint changed = diagonal + (self->wanted[i - 1] != letters[k - 1]);

          line[k] = MIN (changed, MIN (above, line[k - 1]) + 1);
          diagonal = above;
        }
    }
  return line[n];
}

void
kkr_near_offer (KkrNear *self, const char *text)
{
  Kept offer = { NULL, measure (self, text) };
  guint at = self->kept->len;

  for (guint i = 0; i < self->kept->len; i++)
    if (g_str_equal (g_array_index (self->kept, Kept, i).text, text))
      return;
  while (at > 0 && g_array_index (self->kept, Kept, at - 1).distance > offer.distance)
    at--;
  if (at >= self->max_kept)
    return;
  offer.text = g_strdup (text);
  g_array_insert_val (self->kept, at, offer);
  if (self->kept->len > self->max_kept)
    g_array_set_size (self->kept, self->max_kept);
}

char *
kkr_near_list (KkrNear *self)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < self->kept->len; i++)
    g_string_append_printf (list, "%s\"%s\"", i > 0 ? ", " : "",
                            g_array_index (self->kept, Kept, i).text);
  return g_string_free (list, FALSE);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-read-private.h>

#include <string.h>

#include <libkkr/base/kkr-format-private.h>

/* "Domstype 2", "type 2" and "2" are the same. */
static const char *
skip_word (const char *folded)
{
  static const char *const words[] = { "domstype", "domtype", "dom-type", "type" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (folded, words[i]))
      {
        folded += strlen (words[i]);
        break;
      }
  while (*folded == ' ')
    folded++;
  return folded;
}

gboolean
kkr_matching_read_type (const KkrMatching *self, const char *text, guint *type)
{
  g_autofree char *folded = text != NULL ? kkr_text_fold (text) : NULL;
  const char *bare = folded != NULL ? skip_word (folded) : NULL;

  *type = KKR_MATCHING_NONE;
  if (bare == NULL)
    return TRUE;
  for (guint i = 0; i < self->types->len; i++)
    {
      g_autofree char *id = kkr_text_fold (kkr_entity_get_id (self->types->pdata[i]));

      if (g_str_equal (bare, id))
        {
          *type = i;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
kkr_matching_read_types (const KkrMatching *self, const char *text, guint64 *types,
                         char **unknown)
{
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", ";,/+&\n", -1);

  *types = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint type;

      if (*g_strstrip (parts[i]) == '\0')
        continue;
      if (!kkr_matching_read_type (self, parts[i], &type))
        {
          *unknown = g_strdup (parts[i]);
          return FALSE;
        }
      *types |= G_GUINT64_CONSTANT (1) << type;
    }
  return TRUE;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-sheet-state-private.h>

struct _KkrFollowupRenames {
  KkrSheet *sheet; /* of the caller */
  GHashTable *rows; /* key -> row + 1 */
  guint8 *used;
};

/* Two blanks in a name, or one that does not break, are what a spreadsheet leaves there. */
char *
kkr_followup_fold (const char *text)
{
  g_autofree char *folded = kkr_text_fold (text);
  GString *key = g_string_sized_new (strlen (folded));

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (key, g_utf8_get_char (at));
    else if (key->len == 0 || key->str[key->len - 1] != ' ')
      g_string_append_c (key, ' ');
  return g_string_free (key, FALSE);
}

char *
kkr_followup_key (const char *a, const char *b, const char *c)
{
  g_autofree char *fold_a = kkr_followup_fold (a);
  g_autofree char *fold_b = kkr_followup_fold (b);
  g_autofree char *fold_c = kkr_followup_fold (c);

  return g_strjoin ("\x1f", fold_a, fold_b, fold_c, NULL);
}

static const char *
get_text (KkrSheet *sheet, guint row, guint column)
{
  return kkr_sheet_has (sheet, row, column) ? kkr_sheet_get_text (sheet, row, column) : "";
}

static gboolean
add_row (KkrFollowupRenames *self, guint row, GError **error)
{
  const char *level = get_text (self->sheet, row, KKR_RENAMES_LEVEL);
  const char *offer = get_text (self->sheet, row, KKR_RENAMES_OFFER);
  g_autofree char *key = kkr_followup_key (get_text (self->sheet, row, KKR_RENAMES_OPERATOR),
                                           offer, level);
  g_autofree char *place = NULL;

  if (kkr_sheet_has (self->sheet, row, KKR_RENAMES_NEW_LEVEL) && *level == '\0')
    {
      place = kkr_followup_row_words (self->sheet, row, KKR_RENAMES_LEVEL);
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("%s: a new level without the old one found, both expected"), place);
      return FALSE;
    }
  if (!g_hash_table_insert (self->rows, g_steal_pointer (&key), GUINT_TO_POINTER (row + 1)))
    {
      place = kkr_followup_row_words (self->sheet, row, G_MAXUINT);
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("%s: renamed twice: \"%s\" found, each name once expected"), place,
                   *level != '\0' ? level : *offer != '\0' ? offer
                     : get_text (self->sheet, row, KKR_RENAMES_OPERATOR));
      return FALSE;
    }
  return TRUE;
}

KkrFollowupRenames *
kkr_followup_renames_new (KkrSheet *sheet, GError **error)
{
  g_autoptr (KkrFollowupRenames) self = g_new0 (KkrFollowupRenames, 1);
  guint n = kkr_sheet_get_n_rows (sheet);

  self->sheet = sheet;
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->used = g_new0 (guint8, MAX (n, 1));
  for (guint row = 0; row < n; row++)
    if (!add_row (self, row, error))
      return NULL;
  return g_steal_pointer (&self);
}

void
kkr_followup_renames_free (KkrFollowupRenames *self)
{
  g_hash_table_unref (self->rows);
  g_free (self->used);
  g_free (self);
}

/* The most special row there is: of the level, of the offer, of the operator. -1: none. */
static gint64
find_row (const KkrFollowupRenames *self, const char *const names[3])
{
  for (int n = 3; n > 0; n--)
    {
      g_autofree char *key = kkr_followup_key (names[0], n > 1 ? names[1] : "",
                                               n > 2 ? names[2] : "");
      gpointer found = g_hash_table_lookup (self->rows, key);

      if (found != NULL)
        return (gint64) GPOINTER_TO_UINT (found) - 1;
    }
  return -1;
}

gboolean
kkr_followup_renames_apply (KkrFollowupRenames *self, const char *names[3], GError **error)
{
  static const guint columns[] = { KKR_RENAMES_NEW_OPERATOR, KKR_RENAMES_NEW_OFFER,
                                   KKR_RENAMES_NEW_LEVEL };
  guint most = kkr_sheet_get_n_rows (self->sheet);
  gint64 row = most > 0 ? find_row (self, names) : -1;

  for (guint times = 0; row >= 0; times++)
    {
      if (times > most)
        {
          g_autofree char *place = kkr_followup_row_words (self->sheet, (guint) row, G_MAXUINT);

          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                       _("%s: new names that lead back to the old ones found, an end expected"),
                       place);
          return FALSE;
        }
      self->used[row] = TRUE;
      for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        if (kkr_sheet_has (self->sheet, (guint) row, columns[i]))
          names[i] = kkr_sheet_get_text (self->sheet, (guint) row, columns[i]);
      row = find_row (self, names);
    }
  return TRUE;
}

gboolean
kkr_followup_renames_end (KkrFollowupRenames *self, GError **error)
{
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->sheet); row++)
    if (!self->used[row])
      {
        g_autofree char *place = kkr_followup_row_words (self->sheet, row, G_MAXUINT);

        g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                     _("%s: renamed and in no list: %s found, names of the lists expected"), place,
                     get_text (self->sheet, row, KKR_RENAMES_OPERATOR));
        return FALSE;
      }
  return TRUE;
}

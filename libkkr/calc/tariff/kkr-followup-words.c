/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <libkkr/calc/kkr-sheet-state-private.h>

/* What names whom a row is about, in the order it is told in. */
static const char *const names[] = { "operator", "offer", "level", "municipality", "year" };

/* NULL for a blank cell. */
static char *
cell_words (const KkrSheet *sheet, guint row, guint column)
{
  const KkrSheetColumn *spec = sheet->cells[column].spec;
  g_autofree char *word = kkr_sheet_column_word (spec, kkr_sheet_language ());

  if (!kkr_sheet_has (sheet, row, column))
    return NULL;
  if (spec->kind == KKR_SHEET_WHOLE)
    return g_strdup_printf ("%s %lld", word, (long long) kkr_sheet_get_whole (sheet, row, column));
  return g_strdup_printf ("%s %s", word, kkr_sheet_get_text (sheet, row, column));
}

char *
kkr_followup_row_words (const KkrSheet *sheet, guint row, guint column)
{
  g_autofree char *place = kkr_sheet_row_words (sheet, row, column);
  GString *text = g_string_new (place);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint k = 0; k < sheet->n_columns; k++)
      {
        g_autofree char *words = NULL;

        if (k == column || !g_str_equal (sheet->cells[k].spec->name, names[i]))
          continue;
        words = cell_words (sheet, row, k);
        if (words != NULL)
          g_string_append_printf (text, "%s%s", n++ == 0 ? ": " : ", ", words);
      }
  return g_string_free (text, FALSE);
}

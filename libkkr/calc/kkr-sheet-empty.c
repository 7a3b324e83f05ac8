/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-sheet-private.h>

#include <libkkr/calc/kkr-calculator-private.h>

void
kkr_calculator_note_empty (KkrCalculator *self, const char *input, const char *danish_name,
                           GPtrArray *notes)
{
  KkrTable *table = kkr_calculator_get_table (self, input);
  g_autofree char *danish = NULL, *english = NULL;

  if (table == NULL || kkr_table_get_n_rows (table) > 0)
    return;
  danish = g_strdup_printf ("Der er ingen rækker i %s (%s): intet er talt op derfra.", danish_name,
                            input);
  english = g_strdup_printf ("There are no rows in %s: nothing was counted from it.", input);
  g_ptr_array_add (notes, kkr_note_new (KKR_NOTE_KIND_REMARK, danish, english));
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-facts-private.h>

void
kkr_guarantee_facts_read (KkrGuaranteeFacts *facts, const KkrSheet *sheet, guint row,
                          guint first_column)
{
  for (guint i = 0; i < KKR_GUARANTEE_N_CONDITIONS; i++)
    facts->met[i] = -1;
  if (kkr_sheet_has (sheet, row, first_column))
    facts->met[KKR_GUARANTEE_CONDITION_OPERATOR] =
        kkr_sheet_get_choice (sheet, row, first_column) != KKR_OPERATOR_KIND_NON_PUBLIC;
  for (guint i = KKR_GUARANTEE_CONDITION_AREA; i < KKR_GUARANTEE_CONDITION_CAP; i++)
    if (kkr_sheet_has (sheet, row, first_column + i))
      facts->met[i] = kkr_sheet_get_boolean (sheet, row, first_column + i) != FALSE;
}

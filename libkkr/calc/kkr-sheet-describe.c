/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-input-table.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-calculator-state-private.h>
#include <libkkr/calc/kkr-sheet-state-private.h>
#include <libkkr/register/kkr-text-cells-private.h>
#include <libkkr/table/kkr-table-private.h>

static const char *
kind_word (KkrSheetKind kind, const char *language)
{
  switch (kind)
    {
    case KKR_SHEET_DATE:
      return kkr_text_in (language, "dag", "day");
    case KKR_SHEET_AMOUNT:
      return kkr_text_in (language, "beløb", "amount");
    case KKR_SHEET_NUMBER:
      return kkr_text_in (language, "tal", "number");
    case KKR_SHEET_WHOLE:
      return kkr_text_in (language, "heltal", "whole number");
    case KKR_SHEET_BOOLEAN:
      return kkr_text_in (language, "ja/nej", "yes/no");
    case KKR_SHEET_CHOICE:
      return kkr_text_in (language, "valg", "choice");
    case KKR_SHEET_PERSON:
      return kkr_text_in (language, "pseudonym nøgle", "pseudonymous key");
    case KKR_SHEET_TEXT:
    default:
      return kkr_text_in (language, "tekst", "text");
    }
}

#define MAX_OTHERS 8

char *
kkr_sheet_describe_rows (GParamSpec *pspec, KkrTable *table, const char *language)
{
  const KkrSheetColumn *columns = kkr_sheet_get_columns (pspec);
  const guint n = kkr_table_get_n_rows (table);
  g_autofree char *number = kkr_format_int (n, language);
  GString *text = g_string_new (number);
  guint n_others = 0;

  g_string_append_printf (text, " %s", n == 1 ? kkr_text_in (language, "række", "row")
                                              : kkr_text_in (language, "rækker", "rows"));
  for (guint i = 0; columns != NULL && i < table->n_columns && n_others <= MAX_OTHERS; i++)
    if (kkr_sheet_find_column (columns, table->columns[i]->name) < 0 &&
        !kkr_sheet_is_personal_heading (columns, table->columns[i]->name))
      {
        g_string_append (text, n_others == 0 ? kkr_text_in (language, "; andre kolonner: ",
                                                            "; other columns: ") : ", ");
        g_string_append (text, n_others++ < MAX_OTHERS ? table->columns[i]->name : "...");
      }
  return g_string_free (text, FALSE);
}

enum { COLUMN, LABEL, KIND, REQUIRED, CHOICES, DESCRIPTION, N_COLUMNS };

static void
describe_column (KkrTextCells *cells, const KkrSheetColumn *column)
{
  char *choices = column->kind == KKR_SHEET_CHOICE ? kkr_sheet_choice_list (column) : NULL;

  kkr_text_cells_add (&cells[COLUMN], column->name, column->name);
  kkr_text_cells_take (&cells[LABEL], kkr_param_text_in (column->title, "da"),
                       kkr_param_text_in (column->title, "en"));
  kkr_text_cells_add (&cells[KIND], kind_word (column->kind, "da"),
                      kind_word (column->kind, "en"));
  kkr_text_cells_add (&cells[REQUIRED], column->required ? "ja" : "nej",
                      column->required ? "yes" : "no");
  kkr_text_cells_take (&cells[CHOICES], choices, g_strdup (choices));
  kkr_text_cells_take (&cells[DESCRIPTION], kkr_param_text_in (column->description, "da"),
                       kkr_param_text_in (column->description, "en"));
}

static KkrTable *
describe (GParamSpec *pspec)
{
  static const char *const titles[N_COLUMNS][3] = {
    { "column", "Kolonne", "Column" },      { "label", "Overskrift", "Heading" },
    { "kind", "Slags", "Kind" },            { "required", "Påkrævet", "Required" },
    { "choices", "Muligheder", "Choices" }, { "description", "Forklaring", "Description" },
  };
  static const char *const key[] = { "column", NULL };
  const KkrSheetColumn *columns = kkr_sheet_get_columns (pspec);
  g_autofree char *danish = kkr_param_label_in (pspec, "da");
  g_autofree char *english = kkr_param_label_in (pspec, "en");
  g_autofree char *danish_title = g_strdup_printf ("%s (%s)", danish, pspec->name);
  g_autofree char *english_title = g_strdup_printf ("%s (%s)", english, pspec->name);
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (pspec->name, danish_title,
                                                               english_title);
  KkrTextCells cells[N_COLUMNS];

  for (guint i = 0; i < N_COLUMNS; i++)
    kkr_text_cells_init (&cells[i]);
  for (gsize i = 0; columns != NULL && columns[i].name != NULL; i++)
    describe_column (cells, &columns[i]);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      kkr_text_cells_to_column (&cells[i], builder, titles[i][0], titles[i][1], titles[i][2]);
      kkr_text_cells_clear (&cells[i]);
    }
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, NULL);
}

/**
 * kkr_calculator_describe_table:
 * @self: a [class@Calculator]
 * @input: the name of an input that is a table
 * @error: return location for a [error@CalcError]
 *
 * Describes the columns of a table that is an input, as [method@Calculator.describe] describes the
 * inputs: a table with a row a column and the columns `column`, `label`, `kind`, `required`,
 * `choices` and `description`. The name and both labels are accepted as headings of files.
 *
 * Returns: (transfer full): the table, without rows for an input of a class that names no columns,
 *   or %NULL with `OUT_OF_RANGE` where there is no such input, and `UNSUPPORTED` where it is no
 *   table
 *
 * Since: 0.1
 */
KkrTable *
kkr_calculator_describe_table (KkrCalculator *self, const char *input, GError **error)
{
  GParamSpec *pspec;

  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);
  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  pspec = kkr_calculator_find_table (self, input, error);
  return pspec != NULL ? describe (pspec) : NULL;
}

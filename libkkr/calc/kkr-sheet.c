/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-sheet-state-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-calculator-state-private.h>
#include <libkkr/calc/kkr-row-places-private.h>
#include <libkkr/table/kkr-table-private.h>

void
kkr_sheet_faults_add (KkrSheetFaults *faults, KkrCalcError code, char *text)
{
  if (faults->n++ == 0)
    {
      faults->codes = g_array_new (FALSE, FALSE, sizeof code);
      faults->texts = g_ptr_array_new_with_free_func (g_free);
    }
  g_array_append_val (faults->codes, code);
  g_ptr_array_add (faults->texts, text);
}

void
kkr_sheet_faults_clear (KkrSheetFaults *faults)
{
  g_clear_pointer (&faults->codes, g_array_unref);
  g_clear_pointer (&faults->texts, g_ptr_array_unref);
}

char *
kkr_sheet_missing_text (const KkrSheetColumn *spec, const char *found)
{
  g_autofree char *word = kkr_sheet_column_word (spec, kkr_sheet_language ());

  return g_strdup_printf (_("no column %s (%s): %s found, it expected too"), spec->name, word,
                          *found != '\0' ? found : _("no columns"));
}

static void
add_missing_column (const KkrSheetColumn *spec, KkrTable *table, KkrSheetFaults *faults)
{
  g_autofree char *names = kkr_columns_list_names (table->columns, table->n_columns);

  kkr_sheet_faults_add (faults, KKR_CALC_ERROR_MISSING_INPUT,
                        kkr_sheet_missing_text (spec, names));
}

/* The column that has the name, or else a title of it; two of them are one too many. */
static KkrColumn *
find_column (const KkrSheetColumn *spec, KkrTable *table, KkrSheetFaults *faults)
{
  KkrColumn *found = NULL;

  for (guint i = 0; i < table->n_columns; i++)
    {
      KkrColumn *column = table->columns[i];

      if (!kkr_sheet_column_matches (spec, column->name))
        continue;
      if (found == NULL)
        found = column;
      else
        kkr_sheet_faults_add (faults, KKR_CALC_ERROR_INCONSISTENT,
                              g_strdup_printf (_("two columns for %s: %s and %s found, one "
                                                 "expected"),
                                               spec->name, found->name, column->name));
    }
  return found;
}

static gboolean
check_headings (GParamSpec *pspec, KkrTable *table, KkrSheetFaults *faults)
{
  const KkrSheetColumn *columns = kkr_sheet_get_columns (pspec);

  for (guint i = 0; i < table->n_columns; i++)
    if (kkr_sheet_is_personal_heading (columns, table->columns[i]->name))
      {
        kkr_sheet_faults_add (faults, KKR_CALC_ERROR_OUT_OF_RANGE,
                              g_strdup (_("a heading: a personal number (CPR) found, the name of "
                                          "a column expected")));
        return FALSE;
      }
  return TRUE;
}

KkrSheet *
kkr_sheet_new (GParamSpec *pspec, KkrTable *table, KkrSheetFaults *faults)
{
  KkrSheet *self = kkr_sheet_new_of (kkr_sheet_data_new (pspec, table != NULL ? table->n_rows : 0),
                                     table);
  const gboolean good = table == NULL || check_headings (pspec, table, faults);

  for (guint i = 0; i < self->n_columns; i++)
    {
      KkrSheetCells *cells = &self->cells[i];

      cells->column = table != NULL && good ? find_column (cells->spec, table, faults) : NULL;
      if (table != NULL && good && cells->column == NULL && cells->spec->required)
        add_missing_column (cells->spec, table, faults);
      kkr_sheet_cells_read (self, i, faults);
    }
  return self;
}

KkrSheet *
kkr_sheet_open (GParamSpec *pspec, KkrTable *table, KkrSheetFaults *faults)
{
  KkrSheetData *data = table != NULL ? kkr_sheet_data_find (table, pspec) : NULL;
  KkrSheet *self;

  if (data != NULL)
    return kkr_sheet_new_of (data, table);
  self = kkr_sheet_new (pspec, table, faults);
  if (table != NULL && faults->n == 0)
    kkr_sheet_data_keep (self->data, table);
  return self;
}

KkrSheet *
kkr_calculator_open_sheet (KkrCalculator *self, const char *input, GError **error)
{
  const KkrInput *found = kkr_calculator_find_input (self, input);
  KkrSheetFaults faults = { 0 };
  KkrSheet *sheet;

  g_return_val_if_fail (found != NULL && kkr_sheet_get_columns (found->pspec) != NULL, NULL);

  sheet = kkr_sheet_open (found->pspec, kkr_calculator_get_table (self, input), &faults);
  if (faults.n > 0)
    {
      g_set_error (error, KKR_CALC_ERROR, g_array_index (faults.codes, int, 0), "%s: %s", input,
                   (const char *) faults.texts->pdata[0]);
      g_clear_pointer (&sheet, kkr_sheet_free);
    }
  kkr_sheet_faults_clear (&faults);
  return sheet;
}

void
kkr_sheet_check_input (KkrCalculator *self, GParamSpec *pspec)
{
  KkrTable *table = kkr_calculator_get_table (self, pspec->name);
  KkrSheetFaults faults = { 0 };
  g_autoptr (KkrSheet) sheet = table != NULL ? kkr_sheet_open (pspec, table, &faults) : NULL;
  KkrCalcError code = KKR_CALC_ERROR_MISSING_INPUT;

  for (guint i = 0; faults.texts != NULL && i < faults.texts->len; i++)
    {
      KkrCalcError own = g_array_index (faults.codes, KkrCalcError, i);

      code = MAX (code, own);
      kkr_calculator_report (self, pspec->name, own, faults.texts->pdata[i]);
    }
  if (faults.n > KKR_SHEET_MAX_TOLD)
    {
      g_autofree char *text = g_strdup_printf (_("%u problems in all"), faults.n);

      kkr_calculator_report (self, pspec->name, code, text);
    }
  kkr_sheet_faults_clear (&faults);
}

/* `file` may be NULL. */
static char *
row_words (const KkrSheet *self, guint row, guint column, const char *file, const char *language)
{
  g_autofree char *number = kkr_format_int ((gint64) row + 1, language);
  g_autofree char *at = file != NULL ? g_strdup_printf (" (%s)", file) : g_strdup ("");
  g_autofree char *word = NULL;
  const char *what = kkr_text_in (language, "række", "row");

  if (column >= self->n_columns)
    return g_strdup_printf ("%s %s%s", what, number, at);
  word = kkr_sheet_column_word (self->cells[column].spec, language);
  return g_strdup_printf ("%s %s%s, %s", what, number, at, word);
}

char *
kkr_sheet_row_words (const KkrSheet *self, guint row, guint column)
{
  g_autofree char *file = self->table != NULL ? kkr_table_dup_row_place (self->table, row) : NULL;

  return row_words (self, row, column, file, kkr_sheet_language ());
}

/* "pladser, række 3", of the row's words. */
static char *
add_label (const KkrSheet *self, const char *words, const char *language)
{
  g_autofree char *label = kkr_param_label_in (self->pspec, language);
  const char *rest = g_utf8_next_char (label);
  g_autofree char *first = g_utf8_strdown (label, rest - label);

  return g_strdup_printf ("%s%s, %s", first, rest, words);
}

char *
kkr_sheet_place_in (const KkrSheet *self, guint row, guint column, const char *language)
{
  g_autofree char *words = row_words (self, row, column, NULL, language);

  return add_label (self, words, language);
}

char *
kkr_sheet_place (const KkrSheet *self, guint row, guint column)
{
  g_autofree char *words = kkr_sheet_row_words (self, row, column);

  return add_label (self, words, kkr_sheet_language ());
}

void
kkr_sheet_report (KkrSheet *self, KkrCalculator *calculator, guint row, guint column,
                  KkrCalcError code, const char *wrong)
{
  g_autofree char *place = NULL, *text = NULL;

  if (self->n_reported > KKR_SHEET_MAX_TOLD)
    return;
  if (self->n_reported++ == KKR_SHEET_MAX_TOLD)
    {
      kkr_calculator_report (calculator, self->pspec->name, code,
                             _("more than ten rows are wrong: the first ten are told"));
      return;
    }
  place = kkr_sheet_row_words (self, row, column);
  text = g_strdup_printf ("%s: %s", place, wrong);
  kkr_calculator_report (calculator, self->pspec->name, code, text);
}

guint
kkr_sheet_get_n_rows (const KkrSheet *self)
{
  return self->n_rows;
}

gboolean
kkr_sheet_has_column (const KkrSheet *self, guint column)
{
  return self->cells[column].column != NULL;
}

const char *
kkr_sheet_get_text (const KkrSheet *self, guint row, guint column)
{
  const gint32 text = self->cells[column].text_of[row];

  return text >= 0 ? self->cells[column].texts[text] : NULL;
}

gint32
kkr_sheet_get_date (const KkrSheet *self, guint row, guint column)
{
  return self->cells[column].small[row];
}

gint64
kkr_sheet_get_amount (const KkrSheet *self, guint row, guint column)
{
  return self->cells[column].wholes[row];
}

gint64
kkr_sheet_get_whole (const KkrSheet *self, guint row, guint column)
{
  return self->cells[column].wholes[row];
}

KkrRational
kkr_sheet_get_number (const KkrSheet *self, guint row, guint column)
{
  return self->cells[column].numbers[row];
}

gboolean
kkr_sheet_get_boolean (const KkrSheet *self, guint row, guint column)
{
  return self->cells[column].small[row] == 1;
}

int
kkr_sheet_get_choice (const KkrSheet *self, guint row, guint column)
{
  const gint32 value = self->cells[column].small[row];

  return value != G_MININT32 ? value : 0;
}

char *
kkr_sheet_dup_choice_in (const KkrSheet *self, guint row, guint column, const char *language)
{
  return kkr_sheet_choice_word (self->cells[column].spec,
                                kkr_sheet_get_choice (self, row, column), language);
}

const gint32 *
kkr_sheet_get_dates (const KkrSheet *self, guint column)
{
  return self->cells[column].small;
}

const gint32 *
kkr_sheet_get_choices (const KkrSheet *self, guint column)
{
  return self->cells[column].small;
}

const gint64 *
kkr_sheet_get_amounts (const KkrSheet *self, guint column)
{
  return self->cells[column].wholes;
}

const KkrRational *
kkr_sheet_get_numbers (const KkrSheet *self, guint column)
{
  return self->cells[column].numbers;
}

const char *
kkr_sheet_get_code_text (KkrSheet *self, guint column, gint32 code)
{
  guint n_texts;

  kkr_sheet_get_codes (self, column, &n_texts);
  return code >= 0 && (guint) code < n_texts ? self->cells[column].code_texts->pdata[code] : NULL;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/survey/kkr-survey-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/table/kkr-table-private.h>

/* A table of the register: its last column of texts before the figures has the answers, the one
 * before it the questions, and each column of figures is a group. */

static gboolean
is_share (const KkrColumn *column)
{
  return column->unit == KKR_UNIT_PERCENT || column->unit == KKR_UNIT_SHARE;
}

static gboolean
is_group (const KkrColumn *column)
{
  return column->kind == KKR_COLUMN_KIND_INT64 || column->kind == KKR_COLUMN_KIND_RATIO
         || column->kind == KKR_COLUMN_KIND_DOUBLE;
}

/* FALSE for what is no figure. */
static gboolean
read_cell (KkrColumn *column, guint row, KkrSurveyCell *cell)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  g_autofree char *text = NULL;
  KkrRational value;

  if (kkr_column_cell_status (column, row) != KKR_CELL_STATUS_VALUE)
    return FALSE;
  text = kkr_column_dup_exact (column, row);
  if (!kkr_rational_parse (text, &value))
    return FALSE;
  if (column->unit == KKR_UNIT_SHARE && !kkr_rational_multiply (&value, &hundred, &value))
    return FALSE;
  if (is_share (column))
    cell->share = value;
  else if (value.den == 1 && value.num >= 0 && value.num <= KKR_SURVEY_MAX_COUNT)
    cell->count = (gint64) value.num;
  else
    return FALSE;
  return TRUE;
}

static const char *
get_text (KkrColumn *column, guint row)
{
  return column != NULL && kkr_column_cell_status (column, row) == KKR_CELL_STATUS_VALUE
           ? kkr_column_get_label (column, row, "da") : NULL;
}

static void
read_columns (KkrSurveyPlan *self, KkrColumn *const *columns, guint n, guint first)
{
  KkrColumn *answers = first > 0 ? columns[first - 1] : NULL;
  KkrColumn *questions = first > 1 ? columns[first - 2] : NULL;

  if (questions != NULL && g_str_equal (kkr_column_get_name (questions), "subject"))
    questions = NULL;
  for (guint row = 0; row < kkr_table_get_n_rows (self->table); row++)
    for (guint i = first; i < n; i++)
      {
        KkrSurveyCell cell = { .row = row, .column = i, .count = -1, .repair = -1 };

        if (is_group (columns[i]) && read_cell (columns[i], row, &cell))
          kkr_survey_add_cell (self, get_text (questions, row), get_text (answers, row),
                               kkr_column_get_title_in (columns[i], "da"), &cell);
      }
}

gboolean
kkr_survey_read_table (KkrSurveyPlan *self, GError **error)
{
  const char *key = kkr_calculator_get_text (self->calculator, "table");
  g_autofree KkrColumn **columns = NULL;
  g_autofree char *quoted = kkr_text_quote (key != NULL ? key : "");
  gsize n;
  guint first = 0;

  if (self->reg == NULL)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT,
                   _("no register to take the table from: %s found, the input register expected"),
                   quoted);
      return FALSE;
    }
  self->table = kkr_register_get_table (self->reg, key != NULL ? key : "", error);
  if (self->table == NULL)
    return FALSE;
  columns = kkr_table_dup_columns (self->table, &n);
  while (first < n && columns[first]->kind == KKR_COLUMN_KIND_TEXT)
    first++;
  read_columns (self, columns, (guint) n, first);
  for (gsize i = 0; i < n; i++)
    g_object_unref (columns[i]);
  if (self->cells->len > 0)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
               _("%s has no answers: texts and columns of per cents or counts expected"), quoted);
  return FALSE;
}

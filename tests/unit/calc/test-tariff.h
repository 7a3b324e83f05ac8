/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <string.h>

#include <libkkr/base/kkr-rational-private.h>
#include <libkkr/kkr.h>

/* A calculator whose inputs are set from text: name, text, ..., NULL. */
G_GNUC_NULL_TERMINATED static inline KkrCalculator *
tariff_new (const char *name, ...)
{
  KkrCalculator *calculator = KKR_CALCULATOR (kkr_supervision_tariff_new ());
  va_list args;

  va_start (args, name);
  for (; name != NULL; name = va_arg (args, const char *))
    {
      g_autoptr (GError) error = NULL;

      kkr_calculator_set_from_string (calculator, name, va_arg (args, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (args);
  return calculator;
}

/* Runs and lets go of the calculator. */
static inline KkrResult *
tariff_run (KkrCalculator *calculator)
{
  g_autoptr (GError) error = NULL;
  KkrResult *result = kkr_calculator_run (calculator, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  g_object_unref (calculator);
  return result;
}

static inline void
tariff_assert_fails (KkrCalculator *calculator, KkrCalcError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrResult) result = kkr_calculator_run (calculator, NULL, &error);

  g_assert_null (result);
  g_assert_error (error, KKR_CALC_ERROR, (int) code);
  if (strstr (error->message, message) == NULL)
    g_error ("\"%s\" found, something with \"%s\" expected", error->message, message);
  g_object_unref (calculator);
}

static inline guint
tariff_find (KkrResult *result, const char *table, const char *key)
{
  g_autoptr (GError) error = NULL;
  gint64 row = kkr_table_find_row (kkr_result_get_table_named (result, table), key, &error);

  g_assert_no_error (error);
  return (guint) row;
}

/* In kroner; 0 for a missing one. */
static inline void
tariff_assert (KkrResult *result, const char *key, gint64 kroner)
{
  KkrColumn *column = kkr_table_get_column (kkr_result_get_table (result), "tariff");
  guint row = tariff_find (result, "tariffs", key);

  g_assert_cmpint (kkr_column_get_cell_status (column, row), ==,
                   kroner == 0 ? KKR_CELL_STATUS_MISSING : KKR_CELL_STATUS_VALUE);
  if (kroner != 0)
    g_assert_cmpint (kkr_column_get_int64 (column, row), ==, kroner * 100);
}

static inline void
tariff_assert_four (KkrResult *result, const char *service, const gint64 *kroner)
{
  static const char *const groups[] = { "1-7 pladser", "8-24 pladser", "25-49 pladser",
                                        "50 pladser og derover" };

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s/%s", service, groups[i]);

      tariff_assert (result, key, kroner[i]);
    }
}

/* `exact` NULL is the status MISSING, "." NOT_APPLICABLE. */
static inline void
tariff_assert_base (KkrResult *result, const char *service, const char *name, const char *exact)
{
  KkrColumn *column = kkr_table_get_column (kkr_result_get_table_named (result, "base"), name);
  guint row = tariff_find (result, "base", service);
  g_autofree char *found = kkr_column_dup_exact (column, row);

  if (exact == NULL || g_str_equal (exact, "."))
    g_assert_cmpint (kkr_column_get_cell_status (column, row), ==,
                     exact == NULL ? KKR_CELL_STATUS_MISSING : KKR_CELL_STATUS_NOT_APPLICABLE);
  else
    g_assert_cmpstr (found, ==, exact);
}

static inline gboolean
tariff_has_note (KkrResult *result, const char *danish)
{
  GListModel *notes = kkr_result_get_notes (result);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (KkrNote) note = g_list_model_get_item (notes, i);

      if (strstr (kkr_note_get_danish (note), danish) != NULL)
        return TRUE;
    }
  return FALSE;
}

static inline guint
tariff_n_notes (KkrResult *result, KkrNoteKind kind)
{
  GListModel *notes = kkr_result_get_notes (result);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (KkrNote) note = g_list_model_get_item (notes, i);

      n += kkr_note_get_kind (note) == kind;
    }
  return n;
}

/* A derivation that leads to what the cell has, or in words to why it has nothing. */
static inline void
tariff_assert_derived (KkrDerivation *found, KkrColumn *column, guint row)
{
  gboolean has_value = kkr_column_get_cell_status (column, row) == KKR_CELL_STATUS_VALUE;
  g_autoptr (GError) error = NULL;
  KkrRational value;

  kkr_derivation_check (found, &error);
  g_assert_no_error (error);
  if (!has_value)
    g_assert_false (kkr_rational_parse (kkr_derivation_get_value (found), &value));
}

/* Every cell that has a value has a derivation; the others are explained in words or say that they
 * have none. */
static inline void
tariff_assert_explained (KkrResult *result)
{
  GListModel *tables = kkr_result_get_tables (result);

  for (guint t = 0; t < g_list_model_get_n_items (tables); t++)
    {
      g_autoptr (KkrTable) table = g_list_model_get_item (tables, t);
      GListModel *columns = kkr_table_get_columns (table);

      for (guint c = 0; c < g_list_model_get_n_items (columns); c++)
        {
          g_autoptr (KkrColumn) column = g_list_model_get_item (columns, c);
          g_autofree char *name = g_strdup_printf ("%s.%s", kkr_table_get_name (table),
                                                   kkr_column_get_name (column));

          for (guint row = 0; row < kkr_table_get_n_rows (table); row++)
            {
              g_autoptr (GError) error = NULL;
              g_autoptr (KkrDerivation) found = kkr_result_explain (result, name, row, &error);

              if (found != NULL)
                tariff_assert_derived (found, column, row);
              else if (kkr_column_get_cell_status (column, row) != KKR_CELL_STATUS_VALUE)
                g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
              else
                g_assert_no_error (error);
            }
        }
    }
}

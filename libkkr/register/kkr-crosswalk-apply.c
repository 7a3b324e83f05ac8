/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-crosswalk-move-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>

/**
 * kkr_crosswalk_apply_values:
 * @self: a crosswalk
 * @codes: (array zero-terminated=1): the codes of a series, one a value
 * @values: (array length=n_values): the values, `G_MININT64` where one is missing
 * @n_values: the number of values
 * @error: return location for a [error@CalcError]
 *
 * Moves a series that is not in a table; see [method@Crosswalk.apply_full]. Values are shared in
 * whole units by the method `largest-remainder`, ties go to the row whose code comes first.
 *
 * Returns: (transfer full): the series on the other geography, in the column `value`; or %NULL
 *
 * Since: 0.1
 */
KkrTable *
kkr_crosswalk_apply_values (KkrCrosswalk *self, const char *const *codes, const gint64 *values,
                            gsize n_values, GError **error)
{
  static const KkrMoveHeading heading = { "value", "Værdi", "Value", KKR_UNIT_NONE };
  g_auto (KkrMove) move = { 0 };
  guint n_codes;

  g_return_val_if_fail (KKR_IS_CROSSWALK (self), NULL);
  g_return_val_if_fail (codes != NULL, NULL);
  g_return_val_if_fail (values != NULL || n_values == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  kkr_move_init (&move, self);
  n_codes = g_strv_length ((char **) codes);
  if (n_codes != n_values)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("codes and values differ in number: %u and %zu found, as many of one as of "
                     "the other expected"), n_codes, n_values);
      return NULL;
    }
  if (!kkr_move_mark_codes (&move, (char **) codes, error))
    return NULL;
  for (guint i = 0; i < n_codes; i++)
    {
      if (values[i] == G_MININT64)
        kkr_move_lose_value (&move, codes[i], KKR_CELL_STATUS_MISSING);
      else if (!kkr_move_add_value (&move, codes[i], values[i], error))
        return NULL;
    }
  return kkr_move_end (&move, &heading, error);
}

static gboolean
check_method (KkrApportionMethod method, GError **error)
{
  if (method != KKR_APPORTION_METHOD_INDEPENDENT)
    return TRUE;
  g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_UNSUPPORTED,
                       _("a method that does not keep the total: independent found, one of the "
                         "other methods expected"));
  return FALSE;
}

static KkrColumn *
find_column (KkrTable *table, const char *name, gboolean whole_numbers, GError **error)
{
  KkrColumn *column = kkr_table___getitem__ (table, name, error);
  KkrColumnKind kind;

  if (column == NULL)
    return NULL;
  kind = kkr_column_get_kind (column);
  if (kind == KKR_COLUMN_KIND_INT64 || (!whole_numbers && kind == KKR_COLUMN_KIND_TEXT))
    return column;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_UNSUPPORTED,
               whole_numbers
                 ? _("column \"%s\" cannot be moved to another geography: kind %s found, whole "
                     "numbers or amounts expected")
                 : _("column \"%s\" has no codes: kind %s found, text or whole numbers expected"),
               name, kkr_column_kind_to_string (kind));
  return NULL;
}

static char **
dup_codes (KkrColumn *column)
{
  guint n_rows = kkr_column_get_length (column);
  char **codes;

  if (kkr_column_get_kind (column) == KKR_COLUMN_KIND_TEXT)
    return kkr_column_get_strings (column);
  codes = g_new0 (char *, (gsize) n_rows + 1);
  for (guint row = 0; row < n_rows; row++)
    codes[row] = g_strdup_printf ("%lld", (long long) kkr_column_get_int64 (column, row));
  return codes;
}

/**
 * kkr_crosswalk_apply:
 * @self: a crosswalk
 * @table: a table with a row for each code
 * @code_column: the name of its column of codes
 * @value_column: the name of its column of whole numbers or amounts
 * @error: return location for a [error@CalcError]
 *
 * Moves a column of a table to the other geography; see [method@Crosswalk.apply_full]. Values are
 * shared in whole units (amounts: øre) by the method `largest-remainder`, ties go to the row whose
 * code comes first.
 *
 * Returns: (transfer full): the series on the other geography, or %NULL
 *
 * Since: 0.1
 */
KkrTable *
kkr_crosswalk_apply (KkrCrosswalk *self, KkrTable *table, const char *code_column,
                     const char *value_column, GError **error)
{
  return kkr_crosswalk_apply_full (self, table, code_column, value_column,
                                   KKR_APPORTION_METHOD_LARGEST_REMAINDER, 1, KKR_TIE_RULE_FIRST,
                                   error);
}

/**
 * kkr_crosswalk_apply_full:
 * @self: a crosswalk
 * @table: a table with a row for each code
 * @code_column: the name of its column of codes
 * @value_column: the name of its column of whole numbers or amounts
 * @method: how a value becomes whole shares
 * @unit: the smallest part that is given: 1, or 100 for whole kroner
 * @tie_rule: who gets the last unit where several have the same claim; rows stand in the order of
 *   their codes
 * @error: return location for a [error@CalcError]
 *
 * Moves a column of a table to the other geography. The result has the columns `code`, ascending,
 * the value column under its own name with its total, and `remark`. The total is that of the series
 * that was given.
 *
 * What is not known stays unknown: a code that gets a part of a missing or suppressed value, or of
 * a code for which the series has no row while it has others that reach the same code, has no
 * value either, its remark names the code that lacks one, and then there is no total. A value that
 * is not applicable adds nothing. A remark also tells of ties, and of what no source confirms.
 *
 * Returns: (transfer full): the series on the other geography, or %NULL with `NO_DATA` if there is
 *   no such column or a code has no row in the crosswalk, `INCONSISTENT` if a code stands twice,
 *   `UNSUPPORTED` for a column of other things than whole numbers, for the method `independent`,
 *   which does not keep the total, or for a tie that is refused, `OUT_OF_RANGE` if a value is not a
 *   multiple of @unit, or `OVERFLOW`
 *
 * Since: 0.1
 */
KkrTable *
kkr_crosswalk_apply_full (KkrCrosswalk *self, KkrTable *table, const char *code_column,
                          const char *value_column, KkrApportionMethod method, gint64 unit,
                          KkrTieRule tie_rule, GError **error)
{
  g_auto (KkrMove) move = { 0 };
  g_auto (GStrv) codes = NULL;
  KkrMoveHeading heading;
  KkrColumn *code, *value;

  g_return_val_if_fail (KKR_IS_CROSSWALK (self), NULL);
  g_return_val_if_fail (KKR_IS_TABLE (table), NULL);
  g_return_val_if_fail (code_column != NULL && value_column != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  kkr_move_init (&move, self);
  move.method = method;
  move.unit = unit;
  move.tie_rule = tie_rule;
  if (!check_method (method, error)
      || (code = find_column (table, code_column, FALSE, error)) == NULL
      || (value = find_column (table, value_column, TRUE, error)) == NULL)
    return NULL;
  codes = dup_codes (code);
  if (!kkr_move_mark_codes (&move, codes, error))
    return NULL;
  for (guint row = 0; codes[row] != NULL; row++)
    {
      KkrCellStatus status = kkr_column_get_cell_status (value, row);

      if (status != KKR_CELL_STATUS_VALUE)
        kkr_move_lose_value (&move, codes[row], status);
      else if (!kkr_move_add_value (&move, codes[row], kkr_column_get_int64 (value, row), error))
        return NULL;
    }
  heading = (KkrMoveHeading) { value_column, kkr_column_get_title_in (value, "da"),
                        kkr_column_get_title_in (value, "en"), kkr_column_get_unit (value) };
  return kkr_move_end (&move, &heading, error);
}

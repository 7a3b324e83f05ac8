/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-enums-private.h>
#include <libkkr/calc/kkr-result-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/base/kkr-derivation-private.h>
#include <libkkr/calc/kkr-batch-run-private.h>
#include <libkkr/calc/kkr-calculator.h>
#include <libkkr/register/kkr-register.h>

KkrTable *
kkr_result_find_table (KkrResult *self, const char *column, const char **bare, GError **error)
{
  const char *dot = strchr (column, '.');
  g_autofree char *name = dot != NULL ? g_strndup (column, (gsize) (dot - column)) : NULL;
  KkrTable *table = name != NULL ? kkr_result_get_table_named (self, name)
                                 : kkr_result_get_table (self);
  g_autoptr (GString) known = g_string_new (NULL);

  if (table != NULL)
    {
      *bare = dot != NULL ? dot + 1 : column;
      return table;
    }
  for (guint i = 0; i < g_list_model_get_n_items (kkr_result_get_tables (self)); i++)
    {
      g_autoptr (KkrTable) one = g_list_model_get_item (kkr_result_get_tables (self), i);

      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", kkr_table_get_name (one));
    }
  if (known->len > 0)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                 _("no such table: \"%s\" found, one of %s expected"), name != NULL ? name : "",
                 known->str);
  else
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                 _("no such table: \"%s\" found, none expected"),
                 name != NULL ? name : "");
  return NULL;
}

/* Also of a class whose properties are kept in another language. */
static void
name_register (KkrDerivationBuilder *builder, KkrCalculator *calculator)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (calculator), "register");
  g_autoptr (KkrRegister) reg = NULL;

  if (pspec == NULL || !g_type_is_a (pspec->value_type, KKR_TYPE_REGISTER))
    return;
  g_object_get (calculator, "register", &reg, NULL);
  if (reg != NULL)
    kkr_derivation_builder_set_register (builder, kkr_register_get_data_version (reg),
                                         kkr_register_get_sha256 (reg));
}

/* Texts and days are told in words. */
static gboolean
is_words (KkrColumn *column)
{
  return kkr_column_get_kind (column) == KKR_COLUMN_KIND_TEXT ||
         kkr_column_get_kind (column) == KKR_COLUMN_KIND_DATE;
}

/* The text of a label answers for itself: it names the row and is computed from nothing. */
static KkrDerivation *
derive_label (KkrCalculator *calculator, KkrColumn *column, const char *name, guint row,
              const char *key, GError **error)
{
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new (name, key);
  g_autofree char *text = kkr_column_dup_text (column, row);

  kkr_derivation_builder_set_title (builder, kkr_column_get_title (column),
                                    kkr_column_get_title_in (column, "en"));
  name_register (builder, calculator);
  kkr_derivation_builder_add_text (builder, "label", kkr_column_get_title (column),
                                   kkr_column_get_title_in (column, "en"), text);
  return kkr_derivation_builder_end (builder, error);
}

/* A derivation that does not lead to the figure in the table is worse than none. */
static gboolean
leads_to (KkrDerivation *derivation, KkrColumn *column, gint64 row, GError **error)
{
  g_autofree char *shown = row >= 0 ? kkr_column_dup_exact (column, (guint) row)
                                    : kkr_column_dup_total (column);

  if (is_words (column) || shown == NULL ||
      kkr_column_get_kind (column) == KKR_COLUMN_KIND_DOUBLE ||
      g_strcmp0 (shown, kkr_derivation_get_value (derivation)) == 0)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
               _("%s: the derivation gives %s, the table holds %s"), kkr_column_get_name (column),
               kkr_derivation_get_value (derivation), shown);
  return FALSE;
}

static gboolean
has_value (KkrTable *table, KkrColumn *column, gint64 row, GError **error)
{
  if (row < -1 || row >= kkr_table_get_n_rows (table))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("no such row: %lld found, 0 to %u expected, or -1 for the total"),
                   (long long) row, MAX (kkr_table_get_n_rows (table), 1) - 1);
      return FALSE;
    }
  if (row == -1 ? kkr_column_has_total (column)
                : kkr_column_get_cell_status (column, (guint) row) == KKR_CELL_STATUS_VALUE)
    return TRUE;
  if (row == -1)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                 _("%s: no total found, a value expected"), kkr_column_get_name (column));
  else
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA, _("%s: %s found, a value expected"),
                 kkr_column_get_name (column),
                 kkr_cell_status_word (kkr_column_get_cell_status (column, (guint) row)));
  return FALSE;
}

/* Why a cell has no value can be told by a derivation that ends in a text. */
static gboolean
tells_why_not (KkrDerivation *derivation)
{
  const KkrStep *end = derivation != NULL ? kkr_derivation_get_result (derivation) : NULL;

  return end != NULL && end->kind == KKR_STEP_KIND_TEXT;
}

static gboolean
is_missing (KkrTable *table, KkrColumn *column, gint64 row)
{
  return row >= 0 && row < kkr_table_get_n_rows (table) &&
         kkr_column_get_cell_status (column, (guint) row) == KKR_CELL_STATUS_MISSING;
}

static KkrDerivation *
derive (KkrResult *self, const char *name, KkrColumn *column, gint64 row, const char *key,
        GError **error)
{
  KkrCalculator *calculator = kkr_result_get_calculator (self);
  KkrCalculatorClass *klass = KKR_CALCULATOR_GET_CLASS (calculator);
  g_autoptr (GError) local_error = NULL;
  KkrDerivation *derivation = NULL;

  if (klass->derive != NULL)
    derivation = klass->derive (calculator, self, name, row, &local_error);
  if (derivation == NULL && local_error == NULL && row >= 0 && is_words (column) &&
      kkr_column_get_cell_status (column, (guint) row) == KKR_CELL_STATUS_VALUE)
    derivation = derive_label (calculator, column, name, (guint) row, key, &local_error);
  if (derivation == NULL && local_error == NULL)
    g_set_error (&local_error, KKR_CALC_ERROR, KKR_CALC_ERROR_UNSUPPORTED,
                 _("%s does not explain the column %s"), kkr_calculator_get_name (calculator),
                 name);
  if (local_error == NULL)
    return derivation;
  g_clear_object (&derivation);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * kkr_result_explain:
 * @self: a [class@Result]
 * @column: the name of a column of the main table, or `TABLE.COLUMN`
 * @row: the row, from 0; -1 is the total
 * @error: return location for a [error@CalcError]
 *
 * Derives one cell: the steps that lead to it, each with its formula, its inputs and their sources,
 * the exact value and the rounding.
 *
 * The derivation is computed from the result's copy of its inputs when it is asked for, and
 * compared with the figure in the table. In the result of a batch, that of the row's scenario alone
 * is computed. Of a cell without a value, some calculators can tell why: then the last step is a
 * text.
 *
 * Returns: (transfer full): the derivation
 *
 * Since: 0.1
 */
KkrDerivation *
kkr_result_explain (KkrResult *self, const char *column, gint64 row, GError **error)
{
  g_autoptr (KkrDerivation) derivation = NULL;
  g_autoptr (GError) no_value = NULL;
  g_autofree char *key = NULL;
  const char *bare;
  GError **reason;
  KkrColumn *cells;
  KkrTable *table;

  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  table = kkr_result_find_table (self, column, &bare, error);
  cells = table != NULL ? kkr_table___getitem__ (table, bare, error) : NULL;
  if (cells == NULL)
    return NULL;
  if (!has_value (table, cells, row, &no_value))
    {
      if (!is_missing (table, cells, row))
        {
          g_propagate_error (error, g_steal_pointer (&no_value));
          return NULL;
        }
    }
  reason = no_value != NULL ? NULL : error;
  if (kkr_result_get_batch (self) != NULL)
    derivation = kkr_batch_explain (kkr_result_get_batch (self), table, cells, (guint) row, reason);
  else
    {
      if (row >= 0)
        key = kkr_table_dup_row_key (table, (guint) row);
      derivation = derive (self, column, cells, row, key, reason);
    }
  if (no_value != NULL && !tells_why_not (derivation))
    {
      g_propagate_error (error, g_steal_pointer (&no_value));
      return NULL;
    }
  if (derivation == NULL || !leads_to (derivation, cells, row, error))
    return NULL;
  return g_steal_pointer (&derivation);
}

/**
 * kkr_result_explain_key:
 * @self: a [class@Result]
 * @column: the name of a column of the main table, or `TABLE.COLUMN`
 * @key: the key of a row, such as a municipality's name or code; `I alt` or `Total` is the total;
 *   in the result of a batch the number of the scenario stands before it, as `3/Rebild`
 * @error: return location for a [error@CalcError]
 *
 * Derives one cell, as [method@Result.explain] does, of the row that a key names.
 *
 * Returns: (transfer full): the derivation
 *
 * Since: 0.1
 */
KkrDerivation *
kkr_result_explain_key (KkrResult *self, const char *column, const char *key, GError **error)
{
  const char *bare;
  KkrTable *table;
  gint64 row = -1;

  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  table = kkr_result_find_table (self, column, &bare, error);
  if (table == NULL)
    return NULL;
  if (g_ascii_strcasecmp (key, "I alt") != 0 && g_ascii_strcasecmp (key, "Total") != 0)
    {
      row = kkr_table_find_row (table, key, error);
      if (row < 0)
        return NULL;
    }
  return kkr_result_explain (self, column, row, error);
}

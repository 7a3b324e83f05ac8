/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-table-builder-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>

/**
 * KkrTableBuilder:
 *
 * Makes a [class@Table]: columns are added in their order, then statuses, totals, decimals and
 * labels are set by column, and [method@TableBuilder.end] gives the table. All columns have the
 * same number of rows.
 *
 * Nothing stops at a fault: the first one is remembered, what follows it is ignored, and
 * [method@TableBuilder.end] reports it. A builder makes one table and is not to be shared between
 * threads.
 *
 * Since: 0.1
 */
G_DEFINE_FINAL_TYPE (KkrTableBuilder, kkr_table_builder, G_TYPE_OBJECT)

static void
kkr_table_builder_finalize (GObject *object)
{
  KkrTableBuilder *self = KKR_TABLE_BUILDER (object);

  g_free (self->name);
  g_free (self->danish);
  g_free (self->english);
  g_ptr_array_unref (self->columns);
  g_strfreev (self->key_columns);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (kkr_table_builder_parent_class)->finalize (object);
}

static void
kkr_table_builder_class_init (KkrTableBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kkr_table_builder_finalize;
}

static void
kkr_table_builder_init (KkrTableBuilder *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->key_columns = g_new0 (char *, 1);
}

/**
 * kkr_table_builder_new:
 * @name: the English key of the table
 * @danish: the Danish title
 * @english: the English title
 *
 * Starts a table. The name is not empty, else the table is refused at the end.
 *
 * Returns: (transfer full): a builder
 *
 * Since: 0.1
 */
KkrTableBuilder *
kkr_table_builder_new (const char *name, const char *danish, const char *english)
{
  KkrTableBuilder *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (danish != NULL, NULL);
  g_return_val_if_fail (english != NULL, NULL);
  self = g_object_new (KKR_TYPE_TABLE_BUILDER, NULL);
  self->name = g_utf8_make_valid (name, -1);
  self->danish = g_utf8_make_valid (danish, -1);
  self->english = g_utf8_make_valid (english, -1);
  return self;
}

void
kkr_table_builder_fail (KkrTableBuilder *self, KkrCalcError code, const char *format, ...)
{
  va_list arguments;

  if (self->error != NULL)
    return;
  va_start (arguments, format);
  self->error = g_error_new_valist (KKR_CALC_ERROR, (int) code, format, arguments);
  va_end (arguments);
}

static KkrColumn *
find (KkrTableBuilder *self, const char *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      KkrColumn *column = g_ptr_array_index (self->columns, i);

      if (g_str_equal (column->name, name))
        return column;
    }
  return NULL;
}

static gboolean
check_name (KkrTableBuilder *self, const char *name)
{
  g_autofree char *quoted = kkr_text_quote (name);

  if (*name == '\0' || !g_utf8_validate (name, -1, NULL))
    kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                            _("column %u has no name: %s found, a text in UTF-8 expected"),
                            self->columns->len, quoted);
  else if (find (self, name) != NULL)
    kkr_table_builder_fail (self, KKR_CALC_ERROR_INCONSISTENT,
                            _("two columns have one name: %s found twice, names that differ "
                              "expected"), quoted);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_unit (KkrTableBuilder *self, const char *name, KkrColumnKind kind, KkrUnit unit)
{
  if (unit <= KKR_UNIT_UNSET || unit > KKR_UNIT_COUNT)
    kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                            _("column \"%s\" has no unit: %d found, one of the units expected"),
                            name, (int) unit);
  else if (unit == KKR_UNIT_AMOUNT && kind == KKR_COLUMN_KIND_DOUBLE)
    kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                            _("column \"%s\" holds money as floating-point numbers: doubles found, "
                              "whole øre or exact fractions expected"), name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_length (KkrTableBuilder *self, const char *name, gsize n_rows)
{
  KkrColumn *first = self->columns->len > 0 ? g_ptr_array_index (self->columns, 0) : NULL;

  if (n_rows > G_MAXINT32)
    kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                            _("column \"%s\" has too many rows: %zu found, at most %d expected"),
                            name, n_rows, G_MAXINT32);
  else if (first != NULL && first->length != n_rows)
    kkr_table_builder_fail (self, KKR_CALC_ERROR_INCONSISTENT,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "column \"%s\" is not as long as column \"%s\": %zu row "
                                         "found, %u expected",
                                         "column \"%s\" is not as long as column \"%s\": %zu rows "
                                         "found, %u expected", n_rows),
                            name, first->name, n_rows, first->length);
  else
    return TRUE;
  return FALSE;
}

KkrColumn *
kkr_table_builder_start (KkrTableBuilder *self, const char *name, const char *danish,
                         const char *english, KkrColumnKind kind, KkrUnit unit, gsize n_rows)
{
  g_autofree char *valid_danish = NULL, *valid_english = NULL;
  KkrColumn *column;

  if (self->error != NULL || self->has_ended || !check_name (self, name) ||
      !check_unit (self, name, kind, unit) || !check_length (self, name, n_rows))
    return NULL;
  valid_danish = g_utf8_make_valid (danish, -1);
  valid_english = g_utf8_make_valid (english, -1);
  column = kkr_column_new (name, valid_danish, valid_english, kind, unit);
  g_ptr_array_add (self->columns, column);
  return column;
}

KkrColumn *
kkr_table_builder_find (KkrTableBuilder *self, const char *name)
{
  KkrColumn *column = find (self, name);

  if (self->error != NULL)
    return NULL;
  if (column == NULL)
    {
      g_autofree char *names = kkr_columns_list_names ((KkrColumn *const *) self->columns->pdata,
                                                       self->columns->len);
      g_autofree char *quoted = kkr_text_quote (name);

      kkr_table_builder_fail (self, KKR_CALC_ERROR_INCONSISTENT,
                              _("no such column: %s found, one of %s expected"), quoted, names);
    }
  return column;
}

/**
 * kkr_table_builder_set_key:
 * @self: a builder
 * @columns: (array zero-terminated=1): names of columns
 *
 * Says which columns name a row, from the widest to the closest: the text of the last one is the
 * row's key if no two rows share one. The columns may be added later.
 *
 * Since: 0.1
 */
void
kkr_table_builder_set_key (KkrTableBuilder *self, const char *const *columns)
{
  g_return_if_fail (KKR_IS_TABLE_BUILDER (self));
  g_return_if_fail (columns != NULL);
  if (self->error != NULL || self->has_ended)
    return;
  g_strfreev (self->key_columns);
  self->key_columns = g_strdupv ((char **) columns);
}

static void
check_key (KkrTableBuilder *self)
{
  for (guint i = 0; self->key_columns[i] != NULL; i++)
    if (kkr_table_builder_find (self, self->key_columns[i]) != NULL &&
        g_strv_contains ((const char *const *) self->key_columns + i + 1, self->key_columns[i]))
      kkr_table_builder_fail (self, KKR_CALC_ERROR_INCONSISTENT,
                              _("a key column is named twice: \"%s\" found twice, columns that "
                                "differ expected"), self->key_columns[i]);
}

/**
 * kkr_table_builder_end:
 * @self: a builder
 * @error: return location for a [error@CalcError]
 *
 * Gives the table. A builder makes only one.
 *
 * Returns: (transfer full): the table, or %NULL with the first fault: `OUT_OF_RANGE` (a name, unit,
 *   value, row, status or total that cannot be) or `INCONSISTENT` (columns that differ in length or
 *   share a name, a column that does not exist, a second call)
 *
 * Since: 0.1
 */
KkrTable *
kkr_table_builder_end (KkrTableBuilder *self, GError **error)
{
  guint n_rows = 0, n_columns;
  gpointer columns;
  char **key_columns;

  g_return_val_if_fail (KKR_IS_TABLE_BUILDER (self), NULL);
  if (self->has_ended)
    kkr_table_builder_fail (self, KKR_CALC_ERROR_INCONSISTENT,
                            _("the builder was used up: a second call of end() found, one "
                              "expected"));
  self->has_ended = TRUE;
  if (self->name == NULL || *self->name == '\0')
    kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                            _("the table has no name: an empty text found, a name expected"));
  check_key (self);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_error_copy (self->error));
      return NULL;
    }
  n_columns = self->columns->len;
  for (guint i = 0; i < n_columns; i++)
    {
      KkrColumn *column = g_ptr_array_index (self->columns, i);

      kkr_column_settle_qualifiers (column);
      n_rows = column->length;
    }
  g_ptr_array_set_free_func (self->columns, NULL);
  g_ptr_array_add (self->columns, NULL);
  columns = g_ptr_array_free (self->columns, FALSE);
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  key_columns = self->key_columns;
  self->key_columns = g_new0 (char *, 1);
  return kkr_table_new_take (self->name, self->danish, self->english, n_rows, columns, n_columns,
                             key_columns);
}

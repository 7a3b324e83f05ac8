/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-table-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-number-private.h>

/**
 * KkrTable:
 *
 * Results as columns (tabel): a name, a title, and [class@Column]s that all have the same number of
 * rows. A table is immutable and can be shared between threads; one is made by a
 * [class@TableBuilder].
 *
 * Some columns may be declared key columns: by their texts a row can be found
 * ([method@Table.find_row]) and is named ([method@Table.dup_row_key]). Totals belong to the columns
 * and are no rows.
 *
 * CSV by RFC 4180 and JSON use the names of the columns and lose nothing; text, HTML and the
 * Danish CSV use the titles with their units.
 *
 * Since: 0.1
 */
G_DEFINE_FINAL_TYPE (KkrTable, kkr_table, G_TYPE_OBJECT)

typedef enum {
  PROP_NAME = 1,
  PROP_TITLE,
  PROP_N_ROWS,
  PROP_COLUMNS,
  PROP_KEY_COLUMNS,
  N_PROPS
} KkrTableProperty;

static GParamSpec *properties[N_PROPS];

static void
kkr_table_finalize (GObject *object)
{
  KkrTable *self = KKR_TABLE (object);

  g_free (self->name);
  g_free (self->danish);
  g_free (self->english);
  for (guint i = 0; i < self->n_columns; i++)
    g_object_unref (self->columns[i]);
  g_free (self->columns);
  g_object_unref (self->list);
  g_strfreev (self->key_columns);
  kkr_table_clear_scenarios (self);
  G_OBJECT_CLASS (kkr_table_parent_class)->finalize (object);
}

static void
kkr_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KkrTable *self = KKR_TABLE (object);

  switch ((KkrTableProperty) id)
    {
    case PROP_NAME:
      g_value_set_string (value, kkr_table_get_name (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, kkr_table_get_title (self));
      break;
    case PROP_N_ROWS:
      g_value_set_uint (value, self->n_rows);
      break;
    case PROP_COLUMNS:
      g_value_set_object (value, self->list);
      break;
    case PROP_KEY_COLUMNS:
      g_value_set_boxed (value, self->key_columns);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/**
 * KkrTable:name: (getter get_name)
 *
 * The English key of the table.
 *
 * Since: 0.1
 */
/**
 * KkrTable:title: (getter get_title)
 *
 * The Danish title.
 *
 * Since: 0.1
 */
/**
 * KkrTable:n-rows: (getter get_n_rows)
 *
 * The number of rows; totals are not counted.
 *
 * Since: 0.1
 */
/**
 * KkrTable:columns: (getter get_columns)
 *
 * The columns, as a list of [class@Column].
 *
 * Since: 0.1
 */
/**
 * KkrTable:key-columns: (getter get_key_columns)
 *
 * The names of the key columns.
 *
 * Since: 0.1
 */

static void
kkr_table_class_init (KkrTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = kkr_table_finalize;
  object_class->get_property = kkr_table_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_N_ROWS] = g_param_spec_uint ("n-rows", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_COLUMNS] = g_param_spec_object ("columns", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_KEY_COLUMNS] = g_param_spec_boxed ("key-columns", NULL, NULL, G_TYPE_STRV, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kkr_table_init (KkrTable *self)
{
  self->list = kkr_frozen_list_new (KKR_TYPE_COLUMN, NULL, 0);
  self->key_columns = g_new0 (char *, 1);
}

KkrTable *
kkr_table_new_take (const char *name, const char *danish, const char *english, guint n_rows,
                    KkrColumn **columns, guint n_columns, char **key_columns)
{
  KkrTable *self = g_object_new (KKR_TYPE_TABLE, NULL);

  self->name = g_strdup (name);
  self->danish = g_strdup (danish);
  self->english = g_strdup (english);
  self->n_rows = n_rows;
  self->columns = columns;
  self->n_columns = n_columns;
  g_object_unref (self->list);
  self->list = kkr_frozen_list_new_shared (KKR_TYPE_COLUMN, (gpointer *) columns, n_columns);
  g_strfreev (self->key_columns);
  self->key_columns = key_columns;
  return self;
}

KkrColumn *
kkr_table_find_column (KkrTable *self, const char *name)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (g_str_equal (self->columns[i]->name, name))
      return self->columns[i];
  return NULL;
}

char *
kkr_columns_list_names (KkrColumn *const *columns, guint n_columns)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", columns[i]->name);
  return g_string_free (names, FALSE);
}

/**
 * kkr_table_get_name: (get-property name)
 * @self: a table
 *
 * Gives the English key of the table.
 *
 * Returns: (transfer none): the name
 *
 * Since: 0.1
 */
const char *
kkr_table_get_name (KkrTable *self)
{
  g_return_val_if_fail (KKR_IS_TABLE (self), "");
  return self->name != NULL ? self->name : "";
}

/**
 * kkr_table_get_title: (get-property title)
 * @self: a table
 *
 * Gives the Danish title.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
const char *
kkr_table_get_title (KkrTable *self)
{
  return kkr_table_get_title_in (self, "da");
}

/**
 * kkr_table_get_title_in:
 * @self: a table
 * @language: (nullable): `da` or `en`; anything else is Danish
 *
 * Gives the title in a language.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
const char *
kkr_table_get_title_in (KkrTable *self, const char *language)
{
  const char *title;

  g_return_val_if_fail (KKR_IS_TABLE (self), "");
  title = kkr_text_in (language, self->danish, self->english);
  return title != NULL ? title : "";
}

/**
 * kkr_table_get_n_rows: (get-property n-rows)
 * @self: a table
 *
 * Gives the number of rows; totals are not counted.
 *
 * Returns: the number of rows
 *
 * Since: 0.1
 */
guint
kkr_table_get_n_rows (KkrTable *self)
{
  g_return_val_if_fail (KKR_IS_TABLE (self), 0);
  return self->n_rows;
}

/**
 * kkr_table_get_columns: (get-property columns)
 * @self: a table
 *
 * Gives the columns as a list, always the same one. [method@Table.dup_columns] gives an array.
 *
 * Returns: (transfer none): a list of [class@Column]
 *
 * Since: 0.1
 */
GListModel *
kkr_table_get_columns (KkrTable *self)
{
  g_return_val_if_fail (KKR_IS_TABLE (self), NULL);
  return self->list;
}

/**
 * kkr_table_dup_columns:
 * @self: a table
 * @n_columns: (out): the number of columns
 *
 * Gives the columns as an array.
 *
 * Returns: (transfer full) (array length=n_columns): the columns
 *
 * Since: 0.1
 */
KkrColumn **
kkr_table_dup_columns (KkrTable *self, gsize *n_columns)
{
  KkrColumn **columns;

  g_return_val_if_fail (KKR_IS_TABLE (self), NULL);
  g_return_val_if_fail (n_columns != NULL, NULL);
  columns = g_new0 (KkrColumn *, (gsize) self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    columns[i] = g_object_ref (self->columns[i]);
  *n_columns = self->n_columns;
  return columns;
}

/**
 * kkr_table_get_column:
 * @self: a table
 * @name: the name of a column
 *
 * Gives a column by its name. From Python, `table["name"]` does the same and raises an error if
 * there is none.
 *
 * Returns: (transfer none) (nullable): the column, %NULL if there is none of that name
 *
 * Since: 0.1
 */
KkrColumn *
kkr_table_get_column (KkrTable *self, const char *name)
{
  g_return_val_if_fail (KKR_IS_TABLE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  return kkr_table_find_column (self, name);
}

/**
 * kkr_table_get_key_columns: (get-property key-columns)
 * @self: a table
 *
 * Gives the names of the columns that name a row.
 *
 * Returns: (transfer none) (array zero-terminated=1): the names, none if no key was declared
 *
 * Since: 0.1
 */
const char *const *
kkr_table_get_key_columns (KkrTable *self)
{
  g_return_val_if_fail (KKR_IS_TABLE (self), NULL);
  return (const char *const *) self->key_columns;
}

/**
 * kkr_table___repr__:
 * @self: a table
 *
 * Says in one line what the table is.
 *
 * Returns: (transfer full): a text such as `<Kkr.Table financing: 11 rows, 3 columns>`
 *
 * Since: 0.1
 */
char *
kkr_table___repr__ (KkrTable *self)
{
  g_return_val_if_fail (KKR_IS_TABLE (self), NULL);
  return g_strdup_printf ("<Kkr.Table %s: %u row%s, %u column%s>", kkr_table_get_name (self),
                          self->n_rows, self->n_rows == 1 ? "" : "s",
                          self->n_columns, self->n_columns == 1 ? "" : "s");
}

/**
 * kkr_table___len__:
 * @self: a table
 *
 * The number of rows, under the name that Python looks for.
 *
 * Returns: the number of rows
 *
 * Since: 0.1
 */
guint
kkr_table___len__ (KkrTable *self)
{
  return kkr_table_get_n_rows (self);
}

/**
 * kkr_table___getitem__:
 * @self: a table
 * @name: the name of a column
 * @error: return location for a [error@CalcError]
 *
 * A column by its name, under the name that Python looks for: `table["amount"]`.
 *
 * Returns: (transfer none): the column, or %NULL with `NO_DATA` naming the columns there are
 *
 * Since: 0.1
 */
KkrColumn *
kkr_table___getitem__ (KkrTable *self, const char *name, GError **error)
{
  KkrColumn *column;

  g_return_val_if_fail (KKR_IS_TABLE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  column = kkr_table_find_column (self, name);
  if (column == NULL)
    {
      g_autofree char *quoted = kkr_text_quote (name);
      g_autofree char *names = kkr_columns_list_names (self->columns, self->n_columns);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                   _("no such column in table \"%s\": %s found, one of %s expected"),
                   kkr_table_get_name (self), quoted, names);
    }
  return column;
}

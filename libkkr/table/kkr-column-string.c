/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-column-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-table-private.h>

const char *
kkr_column_get_label (KkrColumn *self, guint row, const char *language)
{
  gint32 code = kkr_column_cell_int32 (self, row);

  if (self->labels_in_english != NULL && kkr_language_is_english (language))
    return self->labels_in_english[code];
  if (self->labels_in_danish != NULL && language != NULL && !kkr_language_is_english (language))
    return self->labels_in_danish[code];
  return self->labels[code];
}

/* "Pladser (pladser)" would say it twice; and a day that is paid for is a "døgn". */
static gboolean
says_unit (const char *title, const char *unit)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);
  g_autofree char *word = g_utf8_casefold (unit, -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  return g_strv_contains ((const char *const *) words, word) ||
         (g_str_equal (word, "dage") && g_strv_contains ((const char *const *) words, "døgn"));
}

char *
kkr_column_dup_heading (KkrColumn *self, const char *language)
{
  const char *title = kkr_column_get_title_in (self, language);
  const char *unit = kkr_unit_heading (self->unit, language);

  if (unit == NULL || *unit == '\0' || says_unit (title, unit))
    return g_strdup (title);
  return g_strdup_printf ("%s (%s)", title, unit);
}

/**
 * kkr_column_to_string:
 * @self: a column
 *
 * Prints the column in Danish: the heading, one line a row, and the total if there is one.
 *
 * Returns: (transfer full): the text, without a line end after its last line
 *
 * Since: 0.1
 */
char *
kkr_column_to_string (KkrColumn *self)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), NULL);
  return kkr_columns_to_text (&self, 1, self->length, NULL, "da");
}

/**
 * kkr_column___str__:
 * @self: a column
 *
 * The same as [method@Column.to_string], under the name that Python looks for.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_column___str__ (KkrColumn *self)
{
  return kkr_column_to_string (self);
}

/**
 * kkr_column___repr__:
 * @self: a column
 *
 * Says in one line what the column is.
 *
 * Returns: (transfer full): a text such as `<Kkr.Column amount: int64, amount, 11 rows>`
 *
 * Since: 0.1
 */
char *
kkr_column___repr__ (KkrColumn *self)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), NULL);
  return g_strdup_printf ("<Kkr.Column %s: %s, %s, %u row%s>", kkr_column_get_name (self),
                          kkr_column_kind_to_string (self->kind), kkr_unit_to_string (self->unit),
                          self->length, self->length == 1 ? "" : "s");
}

/**
 * kkr_column___len__:
 * @self: a column
 *
 * The number of rows, under the name that Python looks for.
 *
 * Returns: the number of rows
 *
 * Since: 0.1
 */
guint
kkr_column___len__ (KkrColumn *self)
{
  return kkr_column_get_length (self);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-table-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/base/kkr-place-private.h>

/* So many keys an error names, and so many rows it looks at to find near ones. */
#define MAX_NAMED 5
#define MAX_CANDIDATES 5000

/* A key column, ready for comparing: the folded labels of a text column in both languages. */
typedef struct {
  KkrColumn *column;
  char **folded;
  char **folded_in_english;
} KeyColumn;

typedef struct {
  guint n;
  guint first[MAX_NAMED];
} Hits;

static char *
fold (const char *text, gboolean loose)
{
  return loose ? kkr_name_fold (text) : kkr_text_fold (text);
}

static char **
fold_labels (char **labels, guint n, gboolean loose)
{
  char **folded = labels != NULL ? g_new0 (char *, (gsize) n + 1) : NULL;

  for (guint i = 0; folded != NULL && i < n; i++)
    folded[i] = fold (labels[i], loose);
  return folded;
}

static KeyColumn *
prepare_keys (KkrTable *self, gboolean loose, guint *n_keys)
{
  guint n = g_strv_length (self->key_columns);
  KeyColumn *keys = g_new0 (KeyColumn, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      keys[i].column = kkr_table_find_column (self, self->key_columns[i]);
      keys[i].folded = fold_labels (keys[i].column->labels, keys[i].column->n_labels, loose);
      keys[i].folded_in_english = fold_labels (keys[i].column->labels_in_english,
                                               keys[i].column->n_labels, loose);
    }
  *n_keys = n;
  return keys;
}

static void
free_keys (KeyColumn *keys)
{
  for (KeyColumn *key = keys; key->column != NULL; key++)
    {
      g_strfreev (key->folded);
      g_strfreev (key->folded_in_english);
    }
  g_free (keys);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KeyColumn, free_keys)

/* The rest of `text` after `start`, NULL if it does not begin so. With `loose` a final s of either
 * does not count (Vesthimmerland, Vesthimmerlands); `final` says that nothing may follow. */
static const char *
skip_text (const char *text, const char *start, gboolean loose, gboolean final)
{
  gsize n = strlen (start);
  const char end = final ? '\0' : '/';

  if (strncmp (text, start, n) == 0)
    {
      if (text[n] == end)
        return text + n;
      if (loose && text[n] == 's' && text[n + 1] == end)
        return text + n + 1;
    }
  if (loose && n > 1 && start[n - 1] == 's' && strncmp (text, start, n - 1) == 0 &&
      text[n - 1] == end)
    return text + n - 1;
  return NULL;
}

static void
add_hit (Hits *hits, guint row)
{
  if (hits->n < MAX_NAMED)
    hits->first[hits->n] = row;
  hits->n++;
}

/* Amounts are whole øre, and named in kroner. */
static gboolean
is_bare_number (KkrColumn *column)
{
  return column->kind == KKR_COLUMN_KIND_INT64 && column->unit != KKR_UNIT_AMOUNT;
}

static guint8 *
match_labels (const KeyColumn *key, const char *text, gboolean loose)
{
  guint8 *matches = g_new0 (guint8, (gsize) key->column->n_labels + 1);

  for (guint i = 0; i < key->column->n_labels; i++)
    matches[i] = skip_text (text, key->folded[i], loose, TRUE) != NULL ||
                 (key->folded_in_english != NULL &&
                  skip_text (text, key->folded_in_english[i], loose, TRUE) != NULL);
  return matches;
}

/* What the cells of one column are compared with; labels and whole numbers need no text a row. */
typedef struct {
  const KeyColumn *key;
  const char *text;
  guint8 *labels;
  gboolean is_int64;
  gint64 number;
} Pattern;

static void
prepare_pattern (Pattern *pattern, const KeyColumn *key, const char *text, gboolean loose)
{
  KkrColumn *column = key->column;

  pattern->key = key;
  pattern->text = text;
  if (column->kind == KKR_COLUMN_KIND_TEXT)
    pattern->labels = match_labels (key, text, loose);
  pattern->is_int64 = is_bare_number (column);
  if (pattern->is_int64 &&
      !g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &pattern->number, NULL))
    pattern->number = G_MININT64;
}

static gboolean
pattern_matches (const Pattern *pattern, guint row)
{
  KkrColumn *column = pattern->key->column;
  g_autofree char *cell = NULL;

  if (kkr_column_cell_status (column, row) != KKR_CELL_STATUS_VALUE)
    return FALSE;
  if (pattern->labels != NULL)
    return pattern->labels[kkr_column_cell_int32 (column, row)];
  if (pattern->is_int64)
    return kkr_column_cell_int64 (column, row) == pattern->number;
  cell = kkr_column_dup_plain (column, row);
  return g_str_equal (cell, pattern->text);
}

/* Rows of which any one key column is `text`. */
static void
find_by_any (KkrTable *self, const KeyColumn *keys, guint n_keys, const char *text, gboolean loose,
             Hits *hits)
{
  g_autofree Pattern *patterns = g_new0 (Pattern, (gsize) n_keys + 1);

  for (guint i = 0; i < n_keys; i++)
    prepare_pattern (&patterns[i], &keys[i], text, loose);
  for (guint row = 0; row < self->n_rows; row++)
    for (guint i = 0; i < n_keys; i++)
      if (pattern_matches (&patterns[i], row))
        {
          add_hit (hits, row);
          break;
        }
  for (guint i = 0; i < n_keys; i++)
    g_free (patterns[i].labels);
}

/* As "%d" would, for every row of a large table. */
static const char *
write_int64 (gint64 number, char buffer[24])
{
  guint64 rest = number < 0 ? -(guint64) number : (guint64) number;
  char *at = buffer + 23;

  *at = '\0';
  do
    *--at = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (number < 0)
    *--at = '-';
  return at;
}

/* Labels may hold slashes too, so the key is not split but eaten up, column by column. */
static gboolean
row_is (const KeyColumn *keys, guint n_keys, guint row, const char *text, gboolean loose)
{
  KkrColumn *column = keys[0].column;
  const gboolean final = n_keys == 1;
  const gboolean has_value = kkr_column_cell_status (column, row) == KKR_CELL_STATUS_VALUE;
  g_autofree char *plain = NULL;
  const char *spellings[2] = { NULL, NULL };
  char buffer[24];

  if (has_value && is_bare_number (column))
    spellings[0] = write_int64 (kkr_column_cell_int64 (column, row), buffer);
  else if (has_value && column->kind == KKR_COLUMN_KIND_TEXT)
    {
      gint32 code = kkr_column_cell_int32 (column, row);

      spellings[0] = keys[0].folded[code];
      spellings[1] = keys[0].folded_in_english != NULL ? keys[0].folded_in_english[code] : NULL;
    }
  else
    spellings[0] = plain = kkr_column_dup_plain (column, row);
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (spellings[i] != NULL)
      {
        const char *rest = skip_text (text, spellings[i], loose, final);

        if (rest != NULL && (final || row_is (keys + 1, n_keys - 1, row, rest + 1, loose)))
          return TRUE;
      }
  return FALSE;
}

/* Rows of which all key columns, joined by slashes, are `text`. */
static void
find_by_all (KkrTable *self, const KeyColumn *keys, guint n_keys, const char *text, gboolean loose,
             Hits *hits)
{
  if (n_keys < 2 || strchr (text, '/') == NULL)
    return;
  for (guint row = 0; row < self->n_rows; row++)
    if (row_is (keys, n_keys, row, text, loose))
      add_hit (hits, row);
}

static void
report_many (KkrTable *self, const char *key, const Hits *hits, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *quoted = kkr_text_quote (key);

  for (guint i = 0; i < MIN (hits->n, MAX_NAMED); i++)
    {
      g_autofree char *name = kkr_table_dup_row_key (self, hits->first[i]);

      g_string_append_printf (names, "%s\"%s\"", i > 0 ? ", " : "", name);
    }
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
               _("the key names %u rows of table \"%s\": %s found, the key of one row expected, "
                 "such as %s"), hits->n, kkr_table_get_name (self), quoted, names->str);
}

static void
report_none (KkrTable *self, const char *key, const char *folded, GError **error)
{
  g_auto (KkrNearest) nearest = { 0 };
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *quoted = kkr_text_quote (key);
  g_autofree char *names = NULL;

  kkr_nearest_init (&nearest, folded, MAX_NAMED, TRUE);
  for (guint row = 0; row < MIN (self->n_rows, MAX_CANDIDATES); row++)
    {
      char *name = kkr_table_dup_row_key (self, row);

      g_ptr_array_add (keys, name);
      kkr_nearest_offer (&nearest, name);
    }
  names = kkr_nearest_quote (&nearest);
  if (*names != '\0')
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                 _("no such row in table \"%s\": %s found, a key such as %s expected"),
                 kkr_table_get_name (self), quoted, names);
  else
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                 _("no such row in table \"%s\": %s found, no key expected"),
                 kkr_table_get_name (self), quoted);
}

/* Without key columns a row's number is its key. */
static gint64
find_numbered (KkrTable *self, const char *key, const char *trimmed, GError **error)
{
  g_autofree char *quoted = kkr_text_quote (key);
  gint64 row;

  if (self->n_rows > 0 &&
      g_ascii_string_to_signed (trimmed, 10, 0, (gint64) self->n_rows - 1, &row, NULL))
    return row;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
               _("no such row in table \"%s\", which has no key columns: %s found, the number of "
                 "one of its %u rows expected, from 0"), kkr_table_get_name (self), quoted,
               self->n_rows);
  return -1;
}

/* TRUE if it is decided: there is one, or there are several. */
static gboolean
find_row (KkrTable *self, const char *key, gboolean loose, gint64 *row, GError **error)
{
  g_autofree char *text = fold (key, loose);
  guint n_keys;
  g_autoptr (KeyColumn) keys = prepare_keys (self, loose, &n_keys);
  Hits last = { 0 }, any = { 0 }, all = { 0 };

  if (kkr_table_last_key_is_unique (self))
    find_by_any (self, keys + n_keys - 1, 1, text, loose, &last);
  if (last.n != 1)
    {
      find_by_any (self, keys, n_keys, text, loose, &any);
      if (any.n != 1)
        find_by_all (self, keys, n_keys, text, loose, &all);
    }
  if (last.n == 1)
    *row = last.first[0];
  else if (any.n == 1)
    *row = any.first[0];
  else if (all.n == 1)
    *row = all.first[0];
  else if (any.n > 1 || all.n > 1)
    report_many (self, key, all.n > 1 ? &all : &any, error);
  else
    return FALSE;
  return TRUE;
}

/**
 * kkr_table_find_row:
 * @self: a table
 * @key: the text of one key column, or of all of them joined by `/`
 * @error: return location for a [error@CalcError]
 *
 * Finds the one row that a text names: the text of any one key column if no other row has it, or
 * the texts of all key columns in their order, joined by `/` (`2024/Rebild`). Case does not count,
 * nor, where nothing else fits, a final s (Vesthimmerland, Vesthimmerlands) and aa for å. Labels
 * match in Danish and English, numbers by their value, dates as ISO 8601. In a table without key
 * columns the key is the number of the row, from 0. In the table of a batch the number of the
 * scenario stands before the key of one of its rows: `3/Rebild`.
 *
 * Returns: the row, from 0; -1 with `NO_DATA` naming near keys if there is none, or with
 *   `INCONSISTENT` naming the keys if there are several
 *
 * Since: 0.1
 */
gint64
kkr_table_find_row (KkrTable *self, const char *key, GError **error)
{
  g_autofree char *text = NULL;
  gboolean decided = FALSE;
  gint64 row = -1;

  g_return_val_if_fail (KKR_IS_TABLE (self), -1);
  g_return_val_if_fail (key != NULL, -1);
  if (self->rows != NULL)
    return kkr_table_find_scenario_row (self, key, error);
  text = kkr_text_fold (key);
  if (self->key_columns[0] == NULL)
    return find_numbered (self, key, text, error);
  for (int loose = FALSE; loose <= TRUE && !decided; loose++)
    decided = find_row (self, key, loose, &row, error);
  if (!decided)
    report_none (self, key, text, error);
  return row;
}

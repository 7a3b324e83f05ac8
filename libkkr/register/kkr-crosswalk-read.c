/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-crosswalk-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-file-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-csv-private.h>

#define MAX_FIELDS 64

enum { FROM, TO, WEIGHT, N_COLUMNS };

static const char *const column_names[N_COLUMNS] = { "from", "to", "weight" };

static KkrCrosswalk *
refuse (GError **error, KkrLoadError code, const char *uri, guint line, guint column,
        const char *wrong)
{
  g_set_error (error, KKR_LOAD_ERROR, (int) code, "%s:%u:%u: %s", uri, line, column, wrong);
  return NULL;
}

/* The first line names the columns, in any order and among others. */
static gboolean
find_columns (KkrCsv *csv, const char *uri, int *columns, GError **error)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      columns[i] = -1;
      for (guint field = 0; field < csv->fields->len; field++)
        {
          g_autofree char *name = g_ascii_strdown (kkr_csv_get (csv, field), -1);

          if (g_str_equal (g_strstrip (name), column_names[i]))
            columns[i] = (int) field;
        }
      if (columns[i] < 0)
        {
          g_autofree char *wrong = g_strdup_printf (
            _("a column is missing: none found, \"%s\" expected"), column_names[i]);

          refuse (error, KKR_LOAD_ERROR_SCHEMA, uri, 1, 1, wrong);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_row (KkrCrosswalk *self, KkrCsv *csv, guint n_fields, const int *columns, const char *uri,
          GError **error)
{
  g_autofree char *wrong = NULL;
  char *fields[N_COLUMNS];
  guint line = kkr_csv_get_field (csv, 0)->line;

  if (csv->fields->len != n_fields)
    {
      wrong = g_strdup_printf (_("another number of fields: %u found, %u expected"),
                               csv->fields->len, n_fields);
      refuse (error, KKR_LOAD_ERROR_SCHEMA, uri, line, 1, wrong);
      return FALSE;
    }
  for (guint i = 0; i < N_COLUMNS; i++)
    fields[i] = g_strstrip (csv->scratch->str
                            + kkr_csv_get_field (csv, (guint) columns[i])->offset);
  wrong = kkr_crosswalk_add_row (self, fields[FROM], fields[TO], fields[WEIGHT], line);
  if (wrong == NULL)
    return TRUE;
  refuse (error, KKR_LOAD_ERROR_VALUE, uri, line, 1, wrong);
  return FALSE;
}

static gboolean
check_fault (const KkrCsv *csv, const char *uri, GError **error)
{
  if (csv->fault == KKR_CSV_GOOD)
    return TRUE;
  refuse (error, KKR_LOAD_ERROR_SYNTAX, uri, csv->fault_line, csv->fault_column,
          _(kkr_csv_fault_text (csv->fault)));
  return FALSE;
}

static KkrCrosswalk *
read_text (const KkrDecodedText *decoded, const char *uri, GError **error)
{
  g_autoptr (KkrCrosswalk) self = kkr_crosswalk_new ();
  g_autofree char *wrong = NULL;
  int columns[N_COLUMNS];
  guint n_fields = 0, line = 1;
  gboolean good = TRUE;
  KkrCsv csv;

  kkr_csv_init (&csv, decoded->text, decoded->length,
                kkr_csv_find_delimiter (decoded->text, decoded->length), MAX_FIELDS);
  while (good && kkr_csv_next (&csv))
    {
      good = check_fault (&csv, uri, error);
      if (good && n_fields == 0)
        {
          good = find_columns (&csv, uri, columns, error);
          n_fields = csv.fields->len;
        }
      else if (good)
        good = read_row (self, &csv, n_fields, columns, uri, error);
    }
  kkr_csv_clear (&csv);
  if (!good)
    return NULL;
  if (n_fields == 0)
    return refuse (error, KKR_LOAD_ERROR_SCHEMA, uri, 1, 1,
                   _("an empty file: nothing found, the columns from, to and weight expected"));
  wrong = kkr_crosswalk_settle (self, &line);
  return wrong == NULL ? g_steal_pointer (&self)
                       : refuse (error, KKR_LOAD_ERROR_VALUE, uri, line, 1, wrong);
}

/**
 * kkr_crosswalk_new_from_bytes: (constructor)
 * @bytes: the contents of a file
 * @uri: (nullable): what the file is called in messages
 * @error: return location for a [error@LoadError]
 *
 * Reads a crosswalk from CSV in memory; see [ctor@Crosswalk.new_from_file].
 *
 * Returns: (transfer full): the crosswalk, or %NULL
 *
 * Since: 0.1
 */
KkrCrosswalk *
kkr_crosswalk_new_from_bytes (GBytes *bytes, const char *uri, GError **error)
{
  KkrDecodedText decoded;
  KkrDecodeProblem problem;
  KkrCrosswalk *self;
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (uri == NULL)
    uri = "crosswalk.csv";
  data = g_bytes_get_data (bytes, &size);
  if (size > KKR_CROSSWALK_MAX_BYTES)
    {
      g_autofree char *wrong = g_strdup_printf (
        _("a file that is too large: %zu bytes or more found, at most %d expected"), size,
        KKR_CROSSWALK_MAX_BYTES);

      return refuse (error, KKR_LOAD_ERROR_LIMIT, uri, 1, 1, wrong);
    }
  if (!kkr_text_decode (data != NULL ? data : "", size, &decoded, &problem))
    {
      g_autofree char *wrong = kkr_decode_problem_text (&problem);

      return refuse (error, KKR_LOAD_ERROR_SYNTAX, uri, problem.line, problem.column, wrong);
    }
  self = read_text (&decoded, uri, error);
  g_free (decoded.owned);
  return self;
}

/**
 * kkr_crosswalk_new_from_file: (constructor)
 * @path: the file
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Reads a crosswalk from a CSV file. Its first line names the columns; `from`, `to` and `weight`
 * are among them. Fields are separated by semicolons, tabs or commas; a weight is a decimal such as
 * `0.25` or `0,25`. The file is in UTF-8 or Windows-1252 and has at most 16 MB.
 *
 * Returns: (transfer full): the crosswalk, or %NULL with a `G_IO_ERROR` if the file cannot be read,
 *   or else a [error@LoadError] with line and column: `SYNTAX`, `SCHEMA`, `LIMIT`, or `VALUE` for
 *   an empty code, a weight that is no number or negative, a row that stands twice, or a code whose
 *   weights are all zero
 *
 * Since: 0.1
 */
KkrCrosswalk *
kkr_crosswalk_new_from_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = kkr_file_load (path, KKR_CROSSWALK_MAX_BYTES, cancellable, error);
  return bytes != NULL ? kkr_crosswalk_new_from_bytes (bytes, path, error) : NULL;
}

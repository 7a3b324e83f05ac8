/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-csv-file-private.h>

#include <glib/gi18n-lib.h>

#define MAX_FIELDS 256
/* Lines between two looks at the cancellable: less than a millisecond. */
#define LINES_AT_ONCE 1024

static gboolean
refuse (KkrCsvFile *self, KkrLoadError code, guint line, guint column, const char *wrong,
        GError **error)
{
  g_set_error (error, KKR_LOAD_ERROR, (int) code, "%s:%u:%u: %s", self->uri, line, column, wrong);
  return FALSE;
}

gboolean
kkr_csv_file_open (KkrCsvFile *self, GBytes *bytes, GError **error)
{
  gsize size = g_bytes_get_size (bytes);
  KkrDecodeProblem problem;

  self->told = g_string_new (NULL);
  if (size > KKR_CSV_FILE_MAX_BYTES)
    {
      g_autofree char *wrong = g_strdup_printf (
        _("a file that is too large: %zu bytes or more found, at most %d expected"), size,
        KKR_CSV_FILE_MAX_BYTES);

      return refuse (self, KKR_LOAD_ERROR_LIMIT, 1, 1, wrong, error);
    }
  if (!kkr_text_decode (size > 0 ? g_bytes_get_data (bytes, NULL) : "", size, &self->decoded,
                        &problem))
    {
      g_autofree char *wrong = kkr_decode_problem_text (&problem);

      return refuse (self, KKR_LOAD_ERROR_SYNTAX, problem.line, problem.column, wrong, error);
    }
  kkr_csv_init (&self->csv, self->decoded.text, self->decoded.length,
                kkr_csv_find_delimiter (self->decoded.text, self->decoded.length), MAX_FIELDS);
  return TRUE;
}

void
kkr_csv_file_clear (KkrCsvFile *self)
{
  g_string_free (self->told, TRUE);
  kkr_csv_clear (&self->csv);
  g_free (self->decoded.owned);
}

void
kkr_csv_file_add_problem (KkrCsvFile *self, KkrLoadError code, guint line, guint column,
                          const char *wrong)
{
  if (self->n_problems == 0)
    self->code = code;
  if (self->n_problems++ < KKR_CSV_FILE_MAX_TOLD)
    g_string_append_printf (self->told, "%s%s:%u:%u: %s", self->told->len > 0 ? "\n" : "",
                            self->uri, line, column, wrong);
}

void
kkr_csv_file_add_problem_at (KkrCsvFile *self, KkrLoadError code, guint field, const char *wrong)
{
  const KkrCsvField *at = kkr_csv_get_field (&self->csv, field);

  kkr_csv_file_add_problem (self, code, at->line, at->column, wrong);
}

static gboolean
go_on (KkrCsvFile *self, GError **error)
{
  const gdouble length = (gdouble) self->decoded.length;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->progress != NULL)
    self->progress (self->progress_data,
                    1.0 - (gdouble) (self->csv.end - self->csv.at) / length);
  return TRUE;
}

gboolean
kkr_csv_file_next (KkrCsvFile *self, GError **error)
{
  const KkrCsv *csv = &self->csv;

  if (!kkr_csv_next (&self->csv))
    return FALSE;
  if (csv->fault != KKR_CSV_GOOD)
    {
      kkr_csv_file_add_problem (self, csv->fault == KKR_CSV_TOO_MANY ? KKR_LOAD_ERROR_LIMIT
                                                                     : KKR_LOAD_ERROR_SYNTAX,
                                csv->fault_line, csv->fault_column,
                                _(kkr_csv_fault_text (csv->fault)));
      return FALSE;
    }
  return self->n_lines++ % LINES_AT_ONCE != 0 || go_on (self, error);
}

char *
kkr_csv_file_get (KkrCsvFile *self, guint field)
{
  return g_strstrip ((char *) kkr_csv_get (&self->csv, field));
}

gboolean
kkr_csv_file_is_empty (KkrCsvFile *self)
{
  for (guint i = 0; i < self->csv.fields->len; i++)
    if (*kkr_csv_file_get (self, i) != '\0')
      return FALSE;
  return TRUE;
}

guint
kkr_csv_file_get_line (KkrCsvFile *self)
{
  return kkr_csv_get_field (&self->csv, 0)->line;
}

gboolean
kkr_csv_file_check_fields (KkrCsvFile *self, guint n_fields)
{
  const guint n = self->csv.fields->len;
  g_autofree char *wrong = NULL;

  if (n == n_fields)
    return TRUE;
  wrong = g_strdup_printf (_("another number of fields: %u found, %u expected"), n, n_fields);
  kkr_csv_file_add_problem (self, KKR_LOAD_ERROR_SCHEMA, kkr_csv_file_get_line (self), 1, wrong);
  return FALSE;
}

gboolean
kkr_csv_file_end (KkrCsvFile *self, GError **error)
{
  if (self->n_problems > 1)
    {
      g_string_append_c (self->told, '\n');
      g_string_append_printf (self->told, _("%u problems in all"), self->n_problems);
    }
  if (self->n_problems > 0)
    g_set_error_literal (error, KKR_LOAD_ERROR, (int) self->code, self->told->str);
  return self->n_problems == 0;
}

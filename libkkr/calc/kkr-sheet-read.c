/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-sheet-read-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-file-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-csv-file-private.h>
#include <libkkr/calc/kkr-row-places-private.h>
#include <libkkr/calc/kkr-sheet-field-private.h>

struct _KkrSheetReader {
  GParamSpec *pspec;
  const KkrSheetColumn *columns; /* or NULL */
  GCancellable *cancellable;
  GPtrArray *fields;
  GPtrArray *uris;
  GArray *places; /* KkrRowPlace */
  gboolean has_files;
  guint n_files; /* that are to come, if anybody is told of the progress */
  void (*progress) (gpointer progress_data, gdouble done);
  gpointer progress_data;
  /* Of the file that is being read: for each of its fields one of `fields`, or NULL under an empty
   * heading. */
  KkrCsvFile file;
  GPtrArray *of_file;
};

/* Blank in the rows of files that do not have it. */
static void
pad_field (KkrSheetReader *self, KkrSheetField *field)
{
  while (field->values->len < self->places->len)
    kkr_sheet_field_append_blank (field);
}

static KkrSheetField *
add_field (KkrSheetReader *self, const KkrSheetColumn *spec, const char *heading)
{
  KkrSheetField *field = kkr_sheet_field_new (spec, heading);

  pad_field (self, field);
  g_ptr_array_add (self->fields, field);
  return field;
}

KkrSheetReader *
kkr_sheet_reader_new (GParamSpec *pspec, GCancellable *cancellable)
{
  KkrSheetReader *self = g_new0 (KkrSheetReader, 1);

  self->pspec = g_param_spec_ref (pspec);
  self->columns = kkr_sheet_get_columns (pspec);
  self->cancellable = cancellable;
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) kkr_sheet_field_free);
  self->of_file = g_ptr_array_new ();
  self->uris = g_ptr_array_new_with_free_func (g_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (KkrRowPlace));
  /* In the order of the class, whatever that of the files is. */
  for (gsize i = 0; self->columns != NULL && self->columns[i].name != NULL; i++)
    add_field (self, &self->columns[i], NULL);
  return self;
}

void
kkr_sheet_reader_free (KkrSheetReader *self)
{
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->of_file);
  g_ptr_array_unref (self->uris);
  g_array_unref (self->places);
  g_param_spec_unref (self->pspec);
  g_free (self);
}

static KkrSheetField *
find_field (KkrSheetReader *self, const char *heading)
{
  int column = self->columns != NULL ? kkr_sheet_find_column (self->columns, heading) : -1;

  if (column >= 0)
    return self->fields->pdata[column];
  for (guint i = 0; i < self->fields->len; i++)
    {
      KkrSheetField *field = self->fields->pdata[i];

      if (field->spec == NULL && g_str_equal (field->heading, heading))
        return field;
    }
  return add_field (self, NULL, heading);
}

static void
read_heading (KkrSheetReader *self, guint i)
{
  const char *heading = kkr_csv_file_get (&self->file, i);
  const gboolean is_personal = kkr_sheet_is_personal_heading (self->columns, heading);
  KkrSheetField *field = *heading != '\0' && !is_personal ? find_field (self, heading) : NULL;

  if (is_personal)
    kkr_csv_file_add_problem_at (&self->file, KKR_LOAD_ERROR_SCHEMA, i,
                                 _("a heading: a personal number (CPR) found, the name of a "
                                   "column expected"));
  if (field != NULL && g_ptr_array_find (self->of_file, field, NULL))
    {
      g_autofree char *quoted = kkr_text_quote (heading);
      g_autofree char *wrong = g_strdup_printf (_("the column %s twice: %s found once more, once "
                                                  "expected"),
                                                field->spec != NULL ? field->spec->name : heading,
                                                quoted);

      kkr_csv_file_add_problem_at (&self->file, KKR_LOAD_ERROR_DUPLICATE, i, wrong);
    }
  else if (field != NULL && field->heading == NULL)
    field->heading = g_strdup (heading);
  g_ptr_array_add (self->of_file, field);
}

/* A column that is misspelt would be one that nobody reads, and its days or rates unsaid. */
static void
check_likeness (KkrSheetReader *self, guint i)
{
  const KkrSheetField *unknown = self->of_file->pdata[i];

  for (guint j = 0; unknown != NULL && unknown->spec == NULL && j < self->fields->len; j++)
    {
      KkrSheetField *field = self->fields->pdata[j];
      g_autofree char *like = field->spec != NULL
                                  && !g_ptr_array_find (self->of_file, field, NULL)
                                ? kkr_sheet_column_find_like (field->spec, unknown->heading) : NULL;
      g_autofree char *quoted = NULL, *expected = NULL, *wrong = NULL;

      if (like == NULL)
        continue;
      quoted = kkr_text_quote (unknown->heading);
      expected = kkr_text_quote (like);
      wrong = g_strdup_printf (_("a heading that is nearly that of the column %s: %s found, %s or "
                                 "an unlike one expected"), field->spec->name, quoted, expected);
      kkr_csv_file_add_problem_at (&self->file, KKR_LOAD_ERROR_SCHEMA, i, wrong);
      return;
    }
}

static void
append_heading (KkrSheetReader *self, guint i, GString *names)
{
  const char *heading = kkr_csv_file_get (&self->file, i);

  if (kkr_sheet_is_personal_heading (self->columns, heading))
    heading = "…";
  g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", heading);
}

static void
read_headings (KkrSheetReader *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->file.csv.fields->len; i++)
    {
      read_heading (self, i);
      append_heading (self, i, names);
    }
  for (guint i = 0; i < self->fields->len; i++)
    {
      const KkrSheetField *field = self->fields->pdata[i];
      g_autofree char *wrong = NULL;

      if (field->spec == NULL || !field->spec->required ||
          g_ptr_array_find (self->of_file, field, NULL))
        continue;
      wrong = kkr_sheet_missing_text (field->spec, names->str);
      kkr_csv_file_add_problem (&self->file, KKR_LOAD_ERROR_SCHEMA,
                                kkr_csv_file_get_line (&self->file), 1, wrong);
    }
  for (guint i = 0; i < self->of_file->len; i++)
    check_likeness (self, i);
  g_string_free (names, TRUE);
}

/* What is wrong with a cell, after the name of its column. */
static void
add_wrong (KkrSheetReader *self, guint i, const KkrSheetColumn *spec, const char *wrong)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", spec->name, wrong);

  kkr_csv_file_add_problem_at (&self->file, KKR_LOAD_ERROR_VALUE, i, text);
}

static gboolean
has_dots (KkrSheetReader *self)
{
  return self->file.csv.delimiter == ',';
}

static void
read_word (KkrSheetReader *self, guint i, KkrSheetField *field, const char *text)
{
  const guint label = kkr_interner_add (&field->labels, text, strlen (text));
  gint32 code = (gint32) label;

  if (label == KKR_INTERNER_NONE)
    {
      kkr_csv_file_add_problem_at (&self->file, KKR_LOAD_ERROR_LIMIT, i,
                                   _("too much text in a column: more than 4 GB found, less "
                                     "expected"));
      kkr_sheet_field_append_blank (field);
      return;
    }
  if (label == field->wrong->len)
    {
      g_autoptr (GError) error = NULL;
      KkrSheetValue value;

      if (field->spec != NULL && field->spec->kind != KKR_SHEET_TEXT)
        kkr_sheet_parse (field->spec, text, FALSE, &value, &error);
      g_ptr_array_add (field->wrong, error != NULL ? g_strdup (error->message) : NULL);
    }
  if (field->wrong->pdata[label] != NULL)
    add_wrong (self, i, field->spec, field->wrong->pdata[label]);
  g_array_append_val (field->values, code);
}

static void
read_value (KkrSheetReader *self, guint i, KkrSheetField *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  KkrSheetValue value;

  if (kkr_sheet_parse (field->spec, text, has_dots (self), &value, &error))
    {
      kkr_sheet_field_append (field, &value);
      return;
    }
  add_wrong (self, i, field->spec, error->message);
  kkr_sheet_field_append_blank (field);
}

static void
read_cell (KkrSheetReader *self, guint i)
{
  KkrSheetField *field = self->of_file->pdata[i];
  const char *text = kkr_csv_file_get (&self->file, i);

  if (field == NULL)
    {
      if (*text != '\0' && self->file.n_problems == 0)
        kkr_csv_file_add_problem_at (&self->file, KKR_LOAD_ERROR_SCHEMA, i,
                                     _("a column without a heading: a field with text found, a "
                                       "heading above it expected"));
      return;
    }
  if (*text == '\0')
    {
      if (field->spec != NULL && field->spec->required)
        add_wrong (self, i, field->spec, _("blank: nothing found, a value expected"));
      kkr_sheet_field_append_blank (field);
    }
  else if (kkr_sheet_field_is_text (field))
    read_word (self, i, field, text);
  else
    read_value (self, i, field, text);
}

static void
read_row (KkrSheetReader *self)
{
  const KkrRowPlace place = { self->uris->len - 1, kkr_csv_file_get_line (&self->file) };

  if (kkr_csv_file_is_empty (&self->file) ||
      !kkr_csv_file_check_fields (&self->file, self->of_file->len))
    return;
  for (guint i = 0; i < self->of_file->len; i++)
    read_cell (self, i);
  g_array_append_val (self->places, place);
}

/* A heading that is wrong would make all that follows look wrong. */
static gboolean
read_file (KkrSheetReader *self, GError **error)
{
  GError *wrong = NULL;

  while (kkr_csv_file_next (&self->file, &wrong))
    {
      if (self->file.n_lines > 1)
        read_row (self);
      else
        read_headings (self);
      if (self->file.n_lines == 1 && self->file.n_problems > 0)
        break;
    }
  if (wrong != NULL)
    {
      g_propagate_error (error, wrong);
      return FALSE;
    }
  if (self->file.n_lines == 0 && self->file.n_problems == 0)
    kkr_csv_file_add_problem (&self->file, KKR_LOAD_ERROR_SCHEMA, 1, 1,
                              _("an empty file: nothing found, the headings of a table expected"));
  return kkr_csv_file_end (&self->file, error);
}

void
kkr_sheet_reader_set_progress (KkrSheetReader *self, guint n_files,
                               void (*progress) (gpointer progress_data, gdouble done),
                               gpointer progress_data)
{
  self->n_files = n_files;
  self->progress = progress;
  self->progress_data = progress_data;
}

static void
show_progress (gpointer reader, gdouble done)
{
  const KkrSheetReader *self = reader;

  self->progress (self->progress_data,
                  MIN (((gdouble) self->uris->len - 1 + done) / self->n_files, 1.0));
}

gboolean
kkr_sheet_reader_add (KkrSheetReader *self, const char *uri, GBytes *bytes, GError **error)
{
  const char *name = uri != NULL ? uri : "text";
  gboolean good;

  self->has_files |= uri != NULL;
  g_ptr_array_add (self->uris, g_strdup (name));
  g_ptr_array_set_size (self->of_file, 0);
  self->file = (KkrCsvFile) { .uri = name, .cancellable = self->cancellable,
                              .progress = self->progress != NULL ? show_progress : NULL,
                              .progress_data = self };
  good = kkr_csv_file_open (&self->file, bytes, error) && read_file (self, error);
  kkr_csv_file_clear (&self->file);
  for (guint i = 0; i < self->fields->len; i++)
    pad_field (self, self->fields->pdata[i]);
  return good;
}

KkrTable *
kkr_sheet_reader_end (KkrSheetReader *self, GError **error)
{
  g_autofree char *danish = kkr_param_label_in (self->pspec, "da");
  g_autofree char *english = kkr_param_label_in (self->pspec, "en");
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (self->pspec->name, danish, english);
  KkrTable *table;

  for (guint i = 0; i < self->fields->len; i++)
    {
      KkrSheetField *field = self->fields->pdata[i];

      if (field->heading != NULL)
        kkr_sheet_field_end (field, builder);
    }
  table = kkr_table_builder_end (builder, error);
  if (table == NULL || !self->has_files)
    return table;
  g_ptr_array_add (self->uris, NULL);
  kkr_table_take_row_places (table, g_strdupv ((char **) self->uris->pdata),
                             g_array_ref (self->places));
  return table;
}

KkrTable *
kkr_sheet_read_text (GParamSpec *pspec, const char *text, GError **error)
{
  g_autoptr (KkrSheetReader) reader = kkr_sheet_reader_new (pspec, NULL);
  const gboolean is_csv = strpbrk (text, "\r\n") != NULL;
  g_autoptr (GBytes) bytes = is_csv ? g_bytes_new (text, strlen (text))
                                    : kkr_file_load (text, KKR_CSV_FILE_MAX_BYTES, NULL, error);

  if (bytes == NULL || !kkr_sheet_reader_add (reader, is_csv ? NULL : text, bytes, error))
    return NULL;
  return kkr_sheet_reader_end (reader, error);
}

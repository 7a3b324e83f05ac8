/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-scenarios-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/kkr-calculator-state-private.h>
#include <libkkr/calc/kkr-csv-file-private.h>
#include <libkkr/calc/kkr-row-places-private.h>
#include <libkkr/table/kkr-column-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* A column of the file. Money and whole numbers become numbers; all else is kept as it is written,
 * each text once. */
typedef struct {
  GParamSpec *pspec; /* NULL under an empty heading */
  gboolean is_whole;
  GArray *numbers;   /* gint64 */
  GArray *codes;     /* gint32 */
  GHashTable *known; /* text -> number of its label */
  GPtrArray *labels; /* char * */
  GPtrArray *wrong;  /* char *: what is wrong with the label, or NULL */
} Field;

typedef struct {
  const KkrScenariosJob *job;
  KkrCsvFile file;
  Field *fields;
  guint n_fields;
  guint n_inputs;
  GArray *places; /* KkrRowPlace of each scenario */
} Sheet;

/* The input that a heading names, or what is wrong with it. */
static char *
find_input (Sheet *sheet, guint field, const char *name, GParamSpec **pspec)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  GParamSpec *found = g_object_class_find_property (G_OBJECT_GET_CLASS (sheet->job->calculator),
                                                    lower);

  if (found == NULL || !kkr_param_is_input (found))
    return kkr_calculator_no_such_input (sheet->job->calculator, name);
  if (g_type_is_a (found->value_type, G_TYPE_OBJECT))
    return g_strdup_printf (_("%s is no value: an object found, an input that can be written "
                              "expected"), found->name);
  for (guint i = 0; i < field; i++)
    if (sheet->fields[i].pspec == found)
      return g_strdup_printf (_("the input %s found twice, once expected"), found->name);
  *pspec = found;
  return NULL;
}

static void
read_headings (Sheet *sheet)
{
  sheet->n_fields = sheet->file.csv.fields->len;
  sheet->fields = g_new0 (Field, (gsize) sheet->n_fields + 1);
  for (guint i = 0; i < sheet->n_fields; i++)
    {
      Field *field = &sheet->fields[i];
      const char *name = kkr_csv_file_get (&sheet->file, i);
      g_autofree char *wrong = NULL;

      if (*name == '\0')
        continue;
      wrong = find_input (sheet, i, name, &field->pspec);
      if (wrong != NULL)
        {
          kkr_csv_file_add_problem_at (&sheet->file, KKR_LOAD_ERROR_SCHEMA, i, wrong);
          continue;
        }
      sheet->n_inputs++;
      field->is_whole = field->pspec->value_type == G_TYPE_INT64 ||
                        field->pspec->value_type == G_TYPE_INT;
      field->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
      field->codes = g_array_new (FALSE, FALSE, sizeof (gint32));
      field->labels = g_ptr_array_new_with_free_func (g_free);
      field->wrong = g_ptr_array_new_with_free_func (g_free);
      field->known = g_hash_table_new (g_str_hash, g_str_equal);
    }
}

/* What is wrong with the text of an input, or NULL. */
static char *
parse (GParamSpec *pspec, const char *text, GValue *value)
{
  g_autoptr (GError) error = NULL;

  g_value_init (value, pspec->value_type);
  if (kkr_param_parse (pspec, text, value, &error))
    return NULL;
  return g_strdup_printf ("%s: %s", pspec->name, error->message);
}

static void
read_number (Sheet *sheet, guint i, const char *text)
{
  Field *field = &sheet->fields[i];
  g_auto (GValue) value = G_VALUE_INIT;
  gint64 number = G_MININT64;

  if (*text != '\0')
    {
      g_autofree char *wrong = parse (field->pspec, text, &value);

      if (wrong != NULL)
        kkr_csv_file_add_problem_at (&sheet->file, KKR_LOAD_ERROR_VALUE, i, wrong);
      number = G_VALUE_HOLDS_INT (&value) ? g_value_get_int (&value) : g_value_get_int64 (&value);
    }
  g_array_append_val (field->numbers, number);
}

static guint
find_label (Field *field, const char *text)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gpointer found;
  char *copy;

  if (g_hash_table_lookup_extended (field->known, text, NULL, &found))
    return GPOINTER_TO_UINT (found);
  copy = g_strdup (text);
  g_hash_table_insert (field->known, copy, GUINT_TO_POINTER (field->labels->len));
  g_ptr_array_add (field->labels, copy);
  g_ptr_array_add (field->wrong, parse (field->pspec, text, &value));
  return field->labels->len - 1;
}

static void
read_word (Sheet *sheet, guint i, const char *text)
{
  Field *field = &sheet->fields[i];
  gint32 code = G_MININT32;

  if (*text != '\0')
    {
      code = (gint32) find_label (field, text);
      if (field->wrong->pdata[code] != NULL)
        kkr_csv_file_add_problem_at (&sheet->file, KKR_LOAD_ERROR_VALUE, i,
                                     field->wrong->pdata[code]);
    }
  g_array_append_val (field->codes, code);
}

static void
read_row (Sheet *sheet)
{
  const KkrRowPlace place = { 0, kkr_csv_file_get_line (&sheet->file) };

  if (kkr_csv_file_is_empty (&sheet->file) ||
      !kkr_csv_file_check_fields (&sheet->file, sheet->n_fields))
    return;
  for (guint i = 0; i < sheet->n_fields; i++)
    {
      const char *text = kkr_csv_file_get (&sheet->file, i);

      if (sheet->fields[i].codes == NULL)
        {
          if (*text != '\0' && sheet->fields[i].pspec == NULL && sheet->file.n_problems == 0)
            kkr_csv_file_add_problem_at (&sheet->file, KKR_LOAD_ERROR_SCHEMA, i,
                            _("a column without a heading: a field with text found, the name of "
                              "an input above it expected"));
        }
      else if (sheet->fields[i].is_whole)
        read_number (sheet, i, text);
      else
        read_word (sheet, i, text);
    }
  g_array_append_val (sheet->places, place);
}

/* What is wrong with a field is told of each; a heading or a quotation mark that is wrong would
 * make all that follows look wrong. */
static gboolean
read_sheet (Sheet *sheet, GError **error)
{
  GError *wrong = NULL;

  while (kkr_csv_file_next (&sheet->file, &wrong))
    {
      if (sheet->fields != NULL)
        read_row (sheet);
      else
        read_headings (sheet);
      if (sheet->file.n_lines == 1 && sheet->file.n_problems > 0)
        break;
    }
  if (wrong != NULL)
    {
      g_propagate_error (error, wrong);
      return FALSE;
    }
  if (sheet->n_inputs == 0 && sheet->file.n_problems == 0)
    kkr_csv_file_add_problem (&sheet->file, KKR_LOAD_ERROR_SCHEMA, 1, 1,
                              _("an empty file: nothing found, the names of inputs expected"));
  return kkr_csv_file_end (&sheet->file, error);
}

static void
add_column (KkrTableBuilder *builder, Field *field, guint n_rows)
{
  g_autofree char *danish = kkr_param_label_in (field->pspec, "da");
  g_autofree char *english = kkr_param_label_in (field->pspec, "en");
  gboolean is_amount = ((guint) field->pspec->flags & KKR_PARAM_FLAGS_AMOUNT) != 0;

  if (field->is_whole)
    {
      kkr_table_builder_add_int64 (builder, field->pspec->name, danish, english,
                                   is_amount ? KKR_UNIT_AMOUNT : KKR_UNIT_NONE,
                                   (const gint64 *) (gpointer) field->numbers->data, n_rows);
      return;
    }
  g_ptr_array_add (field->labels, NULL);
  kkr_table_builder_add_codes (builder, field->pspec->name, danish, english,
                               (const gint32 *) (gpointer) field->codes->data, n_rows,
                               (const char *const *) field->labels->pdata);
}

static KkrTable *
build (Sheet *sheet, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("scenarios", "Scenarier",
                                                               "Scenarios");
  KkrTable *table;

  for (guint i = 0; i < sheet->n_fields; i++)
    if (sheet->fields[i].pspec != NULL)
      add_column (builder, &sheet->fields[i], sheet->places->len);
  table = kkr_table_builder_end (builder, error);
  if (table != NULL)
    kkr_table_take_row_places (table, g_strdupv ((char *[]) { (char *) sheet->job->uri, NULL }),
                               g_array_ref (sheet->places));
  return table;
}

static void
clear_sheet (Sheet *sheet)
{
  for (guint i = 0; i < sheet->n_fields; i++)
    {
      Field *field = &sheet->fields[i];

      g_clear_pointer (&field->numbers, g_array_unref);
      g_clear_pointer (&field->codes, g_array_unref);
      g_clear_pointer (&field->known, g_hash_table_unref);
      g_clear_pointer (&field->labels, g_ptr_array_unref);
      g_clear_pointer (&field->wrong, g_ptr_array_unref);
    }
  g_free (sheet->fields);
  g_array_unref (sheet->places);
  kkr_csv_file_clear (&sheet->file);
}

KkrTable *
kkr_scenarios_read (const KkrScenariosJob *job, GError **error)
{
  KkrTable *table = NULL;
  Sheet sheet = { .job = job, .file = { .uri = job->uri, .cancellable = job->cancellable,
                                        .progress = job->progress,
                                        .progress_data = job->progress_data } };

  sheet.places = g_array_new (FALSE, FALSE, sizeof (KkrRowPlace));
  if (kkr_csv_file_open (&sheet.file, job->bytes, error) && read_sheet (&sheet, error))
    table = build (&sheet, error);
  clear_sheet (&sheet);
  return table;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-scenarios-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/kkr-calculator-state-private.h>
#include <libkkr/register/kkr-csv-private.h>
#include <libkkr/table/kkr-column-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

#define MAX_FIELDS 256
/* Lines between two looks at the cancellable: less than a millisecond. */
#define LINES_AT_ONCE 1024

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
  KkrCsv csv;
  Field *fields;
  guint n_fields;
  guint n_inputs;
  GArray *lines; /* guint: where each scenario stands */
  GString *told;
  guint n_problems;
  KkrLoadError code; /* of the first */
} Sheet;

static void
add_problem (Sheet *sheet, KkrLoadError code, guint line, guint column, const char *wrong)
{
  if (sheet->n_problems == 0)
    sheet->code = code;
  if (sheet->n_problems++ < KKR_SCENARIOS_MAX_TOLD)
    g_string_append_printf (sheet->told, "%s%s:%u:%u: %s", sheet->told->len > 0 ? "\n" : "",
                            sheet->job->uri, line, column, wrong);
}

static char *
get_text (Sheet *sheet, guint field)
{
  return g_strstrip ((char *) kkr_csv_get (&sheet->csv, field));
}

static void
add_problem_at (Sheet *sheet, KkrLoadError code, guint field, const char *wrong)
{
  const KkrCsvField *at = kkr_csv_get_field (&sheet->csv, field);

  add_problem (sheet, code, at->line, at->column, wrong);
}

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
  sheet->n_fields = sheet->csv.fields->len;
  sheet->fields = g_new0 (Field, (gsize) sheet->n_fields + 1);
  for (guint i = 0; i < sheet->n_fields; i++)
    {
      Field *field = &sheet->fields[i];
      const char *name = get_text (sheet, i);
      g_autofree char *wrong = NULL;

      if (*name == '\0')
        continue;
      wrong = find_input (sheet, i, name, &field->pspec);
      if (wrong != NULL)
        {
          add_problem_at (sheet, KKR_LOAD_ERROR_SCHEMA, i, wrong);
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
        add_problem_at (sheet, KKR_LOAD_ERROR_VALUE, i, wrong);
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
        add_problem_at (sheet, KKR_LOAD_ERROR_VALUE, i, field->wrong->pdata[code]);
    }
  g_array_append_val (field->codes, code);
}

static gboolean
is_empty (Sheet *sheet)
{
  for (guint i = 0; i < sheet->csv.fields->len; i++)
    if (*get_text (sheet, i) != '\0')
      return FALSE;
  return TRUE;
}

static void
read_row (Sheet *sheet)
{
  guint n = sheet->csv.fields->len, line = kkr_csv_get_field (&sheet->csv, 0)->line;

  if (is_empty (sheet))
    return;
  if (n != sheet->n_fields)
    {
      g_autofree char *wrong = g_strdup_printf (
        _("another number of fields: %u found, %u expected"), n, sheet->n_fields);

      add_problem (sheet, KKR_LOAD_ERROR_SCHEMA, line, 1, wrong);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      const char *text = get_text (sheet, i);

      if (sheet->fields[i].codes == NULL)
        {
          if (*text != '\0' && sheet->fields[i].pspec == NULL && sheet->n_problems == 0)
            add_problem_at (sheet, KKR_LOAD_ERROR_SCHEMA, i,
                            _("a column without a heading: a field with text found, the name of "
                              "an input above it expected"));
        }
      else if (sheet->fields[i].is_whole)
        read_number (sheet, i, text);
      else
        read_word (sheet, i, text);
    }
  g_array_append_val (sheet->lines, line);
}

static gboolean
check_fault (Sheet *sheet)
{
  const KkrCsv *csv = &sheet->csv;

  if (csv->fault != KKR_CSV_GOOD)
    add_problem (sheet, csv->fault == KKR_CSV_TOO_MANY ? KKR_LOAD_ERROR_LIMIT
                                                       : KKR_LOAD_ERROR_SYNTAX,
                 csv->fault_line, csv->fault_column, _(kkr_csv_fault_text (csv->fault)));
  return csv->fault == KKR_CSV_GOOD;
}

static gboolean
go_on (Sheet *sheet, gdouble length, GError **error)
{
  const KkrScenariosJob *job = sheet->job;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;
  if (job->progress != NULL)
    job->progress (job->progress_data, 1.0 - (gdouble) (sheet->csv.end - sheet->csv.at) / length);
  return TRUE;
}

/* What is wrong with a field is told of each; a heading or a quotation mark that is wrong would
 * make all that follows look wrong. */
static gboolean
read_sheet (Sheet *sheet, const KkrDecodedText *decoded, GError **error)
{
  kkr_csv_init (&sheet->csv, decoded->text, decoded->length,
                kkr_csv_find_delimiter (decoded->text, decoded->length), MAX_FIELDS);
  for (gsize n = 0; kkr_csv_next (&sheet->csv) && check_fault (sheet); n++)
    {
      if (n % LINES_AT_ONCE == 0 && !go_on (sheet, (gdouble) decoded->length, error))
        return FALSE;
      if (n > 0)
        read_row (sheet);
      else
        read_headings (sheet);
      if (n == 0 && sheet->n_problems > 0)
        break;
    }
  if (sheet->n_inputs == 0 && sheet->n_problems == 0)
    add_problem (sheet, KKR_LOAD_ERROR_SCHEMA, 1, 1,
                 _("an empty file: nothing found, the names of inputs expected"));
  if (sheet->n_problems > 1)
    {
      g_string_append_c (sheet->told, '\n');
      g_string_append_printf (sheet->told, _("%u problems in all"), sheet->n_problems);
    }
  if (sheet->n_problems > 0)
    g_set_error_literal (error, KKR_LOAD_ERROR, (int) sheet->code, sheet->told->str);
  return sheet->n_problems == 0;
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
      add_column (builder, &sheet->fields[i], sheet->lines->len);
  table = kkr_table_builder_end (builder, error);
  if (table != NULL)
    kkr_scenarios_set_places (table, sheet->job->uri, sheet->lines);
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
  g_array_unref (sheet->lines);
  g_string_free (sheet->told, TRUE);
  kkr_csv_clear (&sheet->csv);
}

static KkrTable *
refuse (const KkrScenariosJob *job, KkrLoadError code, guint line, guint column, const char *wrong,
        GError **error)
{
  g_set_error (error, KKR_LOAD_ERROR, (int) code, "%s:%u:%u: %s", job->uri, line, column, wrong);
  return NULL;
}

KkrTable *
kkr_scenarios_read (const KkrScenariosJob *job, GError **error)
{
  KkrDecodedText decoded;
  KkrDecodeProblem problem;
  KkrTable *table = NULL;
  gsize size = g_bytes_get_size (job->bytes);
  Sheet sheet = { .job = job };

  if (size > KKR_SCENARIOS_MAX_BYTES)
    {
      g_autofree char *wrong = g_strdup_printf (
        _("a file that is too large: %zu bytes or more found, at most %d expected"), size,
        KKR_SCENARIOS_MAX_BYTES);

      return refuse (job, KKR_LOAD_ERROR_LIMIT, 1, 1, wrong, error);
    }
  if (!kkr_text_decode (size > 0 ? g_bytes_get_data (job->bytes, NULL) : "", size, &decoded,
                        &problem))
    {
      g_autofree char *wrong = kkr_decode_problem_text (&problem);

      return refuse (job, KKR_LOAD_ERROR_SYNTAX, problem.line, problem.column, wrong, error);
    }
  sheet.lines = g_array_new (FALSE, FALSE, sizeof (guint));
  sheet.told = g_string_new (NULL);
  if (read_sheet (&sheet, &decoded, error))
    table = build (&sheet, error);
  clear_sheet (&sheet);
  g_free (decoded.owned);
  return table;
}

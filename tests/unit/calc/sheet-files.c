/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Tables of inputs from files: what is read, and what is said of files that are wrong. */

#include <glib/gstdio.h>

#include "test-places.h"

static KkrTable *
read_bytes (const char *csv, GError **error)
{
  g_autoptr (KkrCalculator) calculator = g_object_new (test_places_get_type (), NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, strlen (csv));

  return kkr_calculator_read_table_bytes (calculator, "places", bytes, "a.csv", NULL, error);
}

static void
assert_csv (const char *csv, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) table = read_bytes (csv, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = kkr_table_to_csv (table);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_refused (const char *csv, KkrLoadError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_bytes (csv, &error));
  g_assert_error (error, KKR_LOAD_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

/* Columns come in the order of the class, those that it does not know behind them. */
static void
test_columns (void)
{
  assert_csv ("Note;TAKST (kr.);fra_og_med;Place\nx;1;1/2/2024;A\n",
              "place,from,tariff,Note\r\nA,2024-02-01,1.00,x\r\n");
  assert_csv ("place;from;tariff\n", "place,from,tariff\r\n");
  /* A spreadsheet adds empty columns and lines. */
  assert_csv ("place;from;tariff;;\nA;2024-01-01;1;;\n;;;;\n",
              "place,from,tariff\r\nA,2024-01-01,1.00\r\n");
}

static void
test_encodings (void)
{
  assert_csv ("\357\273\277place;from;tariff;D\303\246kket\nS\303\270;2024-01-01;1;ja\n",
              "place,from,tariff,covered\r\nS\303\270,2024-01-01,1.00,ja\r\n");
  assert_csv ("place;from;tariff;D\346kket\r\nS\370;2024-01-01;1;ja\r\n",
              "place,from,tariff,covered\r\nS\303\270,2024-01-01,1.00,ja\r\n");
}

/* 1.250 is a thousand and more where semicolons stand between the fields, and a little over one
 * where commas do; of an amount that is no number of øre. */
static void
test_dots (void)
{
  assert_csv ("place;from;tariff;beds;weight\nA;2024-01-01;1.250;1.250;1.250\n",
              "place,from,tariff,weight,beds\r\nA,2024-01-01,1250.00,1250,1250\r\n");
  assert_csv ("place,from,tariff,beds,weight\nA,2024-01-01,1.25,3.0,1.250\n",
              "place,from,tariff,weight,beds\r\nA,2024-01-01,1.25,1.25,3\r\n");
  assert_csv ("place,from,tariff\nA,2024-01-01,\"1.250,5\"\n",
              "place,from,tariff\r\nA,2024-01-01,1250.50\r\n");
  assert_refused ("place,from,tariff\nA,2024-01-01,1.250\n", KKR_LOAD_ERROR_VALUE,
                  "a.csv:2:14: tariff: \"1.250\" found, an amount with two decimals (where commas "
                  "separate fields, the dot is the decimal sign) expected");
  assert_refused ("place;from;tariff\nA;2024-01-01;1.25\n", KKR_LOAD_ERROR_VALUE,
                  "a.csv:2:14: tariff: an amount whose digits are not grouped in threes: \"1.25\" "
                  "found, \"1,25\" with decimals or \"125\" without expected (a dot or space "
                  "separates thousands, the comma is the decimal sign)");
}

static void
test_bad_cells (void)
{
  assert_refused ("place;from;tariff;beds;covered;mode\n"
                  ";2023-02-29;1;1,5;måske;op\n"
                  "A;29-02-2023;;;;\n",
                  KKR_LOAD_ERROR_VALUE,
                  "a.csv:2:1: place: blank: nothing found, a value expected\n"
                  "a.csv:2:2: from: \"2023-02-29\" found, a day such as 2023-08-21 or 21-08-2023 "
                  "expected\n"
                  "a.csv:2:15: beds: \"1,5\" found, a whole number such as 2024 expected\n"
                  "a.csv:2:19: covered: \"måske\" found, ja or nej expected\n"
                  "a.csv:2:25: mode: \"op\" found, one of half-away (halve væk fra nul), half-even "
                  "(halve til lige), floor (ned), ceiling, toward-zero, away-from-zero expected\n"
                  "a.csv:3:3: from: \"29-02-2023\" found, a day such as 2023-08-21 or 21-08-2023 "
                  "expected\n"
                  "a.csv:3:14: tariff: blank: nothing found, a value expected\n"
                  "7 problems in all");
}

static void
test_bad_files (void)
{
  assert_refused ("", KKR_LOAD_ERROR_SCHEMA,
                  "a.csv:1:1: an empty file: nothing found, the headings of a table expected");
  assert_refused ("place;note\nA;x\n", KKR_LOAD_ERROR_SCHEMA,
                  "a.csv:1:1: no column from (from): place, note found, it expected too\n"
                  "a.csv:1:1: no column tariff (tariff): place, note found, it expected too\n"
                  "2 problems in all");
  assert_refused ("place;from;tariff;Takst\nA;2024-01-01;1;2\n", KKR_LOAD_ERROR_DUPLICATE,
                  "a.csv:1:19: the column tariff twice: \"Takst\" found once more, once expected");
  assert_refused ("place;from;tariff;x;x\n", KKR_LOAD_ERROR_DUPLICATE,
                  "a.csv:1:21: the column x twice: \"x\" found once more, once expected");
  assert_refused ("place;from;tariff\nA;2024-01-01\n", KKR_LOAD_ERROR_SCHEMA,
                  "a.csv:2:1: another number of fields: 2 found, 3 expected");
  assert_refused ("place;from;tariff;\nA;2024-01-01;1;x\n", KKR_LOAD_ERROR_SCHEMA,
                  "a.csv:2:16: a column without a heading: a field with text found, a heading "
                  "above it expected");
  assert_refused ("place;from;tariff\n\"A;2024-01-01;1\n", KKR_LOAD_ERROR_SYNTAX,
                  "a.csv:2:1: a quotation mark that is not closed: the end of the file found, \" "
                  "expected");
}

/* A column that is there is not looked for under a heading like it; the first words of a heading
 * are enough for a day. */
static void
test_misspelt_headings (void)
{
  assert_refused ("place;from;Til;tariff\n", KKR_LOAD_ERROR_SCHEMA,
                  "a.csv:1:12: a heading that is nearly that of the column to: \"Til\" found, "
                  "\"Til og med\" or an unlike one expected");
  assert_refused ("place;from;Til og medd (dag);tariff\n", KKR_LOAD_ERROR_SCHEMA,
                  "a.csv:1:12: a heading that is nearly that of the column to: "
                  "\"Til og medd (dag)\" found, \"Til og med\" or an unlike one expected");
  assert_refused ("place;from;tariff;Dekket\n", KKR_LOAD_ERROR_SCHEMA,
                  "a.csv:1:19: a heading that is nearly that of the column covered: \"Dekket\" "
                  "found, \"Dækket\" or an unlike one expected");
  assert_refused ("place;Fra;tariff\n", KKR_LOAD_ERROR_SCHEMA,
                  "a.csv:1:1: no column from (from): place, Fra, tariff found, it expected too\n"
                  "a.csv:1:7: a heading that is nearly that of the column from: \"Fra\" found, "
                  "\"Fra og med\" or an unlike one expected\n"
                  "2 problems in all");
  assert_csv ("place;from;to;Til;tariff;bed;Tilbage\n",
              "place,from,to,tariff,Til,bed,Tilbage\r\n");
}

static char *
write_file (const char *folder, const char *name, const char *contents)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* The rows of several files follow each other; what a file does not have is blank in its rows, and
 * a message names file and line. */
static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kkr-sheets-XXXXXX", NULL);
  g_autofree char *one = write_file (folder, "2022.csv", "place;from;tariff\nA;2022-01-01;1\n\n"
                                                         "B;2022-01-01;2\n");
  g_autofree char *two = write_file (folder, "2023.csv", "tariff,place,from,beds,note\n"
                                                         "-3.00,C,2023-01-01,4,x\n");
  const char *const paths[] = { one, two, NULL }, *const none[] = { NULL };
  g_autofree char *expected = g_strdup_printf ("places: row 3 (%s:2), tariff: negative: -1 found, 0 "
                                               "or more expected", two);
  g_autoptr (KkrCalculator) calculator = g_object_new (test_places_get_type (), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) table = kkr_calculator_read_table (calculator, "places", paths, NULL,
                                                          &error);
  g_autoptr (KkrTable) empty = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = kkr_table_to_csv (table);
  g_assert_cmpstr (text, ==, "place,from,tariff,beds,note\r\nA,2022-01-01,1.00,,\r\n"
                             "B,2022-01-01,2.00,,\r\nC,2023-01-01,-3.00,4,x\r\n");
  g_object_set (calculator, "places", table, NULL);
  g_assert_null (kkr_calculator_run (calculator, NULL, &error));
  g_assert_cmpstr (error->message, ==, expected);
  g_clear_error (&error);
  empty = kkr_calculator_read_table (calculator, "places", none, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kkr_table_get_n_rows (empty), ==, 0);
  g_remove (one);
  g_remove (two);
  g_assert_null (kkr_calculator_read_table (calculator, "places", paths, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_rmdir (folder);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
note_progress (KkrCalculator *calculator, GParamSpec *pspec, gpointer user_data)
{
  gdouble *latest = user_data;

  g_assert_cmpfloat (kkr_calculator_get_progress (calculator), >=, *latest);
  *latest = kkr_calculator_get_progress (calculator);
  g_assert_cmpfloat (*latest, <=, 1.0);
}

static KkrTable *
read_later (KkrCalculator *calculator, const char *const *paths, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  kkr_calculator_read_table_async (calculator, "places", paths, cancellable, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return kkr_calculator_read_table_finish (calculator, result, error);
}

static void
test_later (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kkr-sheets-XXXXXX", NULL);
  g_autoptr (GString) long_text = g_string_new ("place;from;tariff\n");
  g_autofree char *one = NULL;
  g_autoptr (KkrCalculator) calculator = g_object_new (test_places_get_type (), NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) table = NULL;
  gdouble latest = 0;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (long_text, "P%u;2024-01-01;1\n", i);
  one = write_file (folder, "long.csv", long_text->str);
  g_signal_connect (calculator, "notify::progress", G_CALLBACK (note_progress), &latest);
  table = read_later (calculator, (const char *const[]) { one, one, NULL }, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kkr_table_get_n_rows (table), ==, 40000);
  g_assert_cmpfloat (latest, >, 0.5);
  g_cancellable_cancel (cancellable);
  g_assert_null (read_later (calculator, (const char *const[]) { one, NULL }, cancellable,
                             &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_remove (one);
  g_assert_null (read_later (calculator, (const char *const[]) { one, NULL }, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_rmdir (folder);
}

static gpointer
open_often (gpointer table)
{
  g_autoptr (KkrCalculator) calculator = g_object_new (test_places_get_type (), "places", table,
                                                       NULL);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (KkrSheet) sheet = kkr_calculator_open_sheet (calculator, "places", NULL);
      guint n_texts;

      g_assert_cmpint (kkr_sheet_get_codes (sheet, PLACE, &n_texts)[2], ==, 0);
      g_assert_cmpuint (n_texts, ==, 2);
      g_assert_cmpint (kkr_sheet_get_amount (sheet, 1, TARIFF), ==, 200);
    }
  return NULL;
}

/* A table is read once, whoever opens it. */
static void
test_shared (void)
{
  g_autoptr (KkrTable) table = read_bytes ("place;from;tariff\nA;2022-01-01;1\nB;2022-01-01;2\n"
                                           "A;2023-01-01;3\n", NULL);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", open_often, table);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* What a table prints can be read again, in both kinds of CSV. */
static void
test_round_trip (void)
{
  const char *const plain = "place,from,to,tariff,weight,beds,covered,mode\r\n"
                            "\"A, \"\"1\"\"\",2024-02-29,,1234.50,0.125,3,ja,floor\r\n"
                            "B;C,0001-01-01,9999-12-31,-0.01,,,,\r\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) table = read_bytes (plain, &error);
  g_autofree char *danish = NULL;

  g_assert_no_error (error);
  assert_csv (plain, plain);
  danish = kkr_table_to_csv_danish (table);
  assert_csv (danish, plain);
}

static void
test_other_inputs (void)
{
  g_autoptr (KkrCalculator) calculator = g_object_new (test_places_get_type (), NULL);
  const char *const paths[] = { "a.csv", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (kkr_calculator_read_table (calculator, "year", paths, NULL, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_UNSUPPORTED);
  g_assert_cmpstr (error->message, ==, "the input \"year\" is no table: gint found, KkrTable "
                                       "expected");
  g_clear_error (&error);
  g_assert_null (kkr_calculator_describe_table (calculator, "x", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  g_clear_error (&error);
  g_assert_false (kkr_calculator_set_from_string (calculator, "places", "place;from\nA;x\n",
                                                  &error));
  g_assert_cmpstr (error->message, ==,
                   "places: text:1:1: no column tariff (tariff): place, from found, it expected "
                   "too");
  g_assert_false (kkr_calculator_is_assigned (calculator, "places"));
}

static void
test_cancelled (void)
{
  g_autoptr (KkrCalculator) calculator = g_object_new (test_places_get_type (), NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("place;from;tariff\n", 18);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (kkr_calculator_read_table_bytes (calculator, "places", bytes, NULL, cancellable,
                                                  &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_describe (void)
{
  g_autoptr (KkrCalculator) calculator = g_object_new (test_places_get_type (), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) inputs = kkr_calculator_describe (calculator);
  g_autoptr (KkrTable) columns = kkr_calculator_describe_table (calculator, "places", &error);
  g_autofree char *kind = kkr_column_dup_text (kkr_table_get_column (inputs, "kind"), 0);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (kind, ==, "tabel");
  g_assert_cmpstr (kkr_table_get_title (columns), ==, "Pladser (places)");
  text = kkr_table_to_csv (columns);
  g_assert_cmpstr (text, ==,
                   "column,label,kind,required,choices,description\r\n"
                   "place,Plads,tekst,ja,,\r\n"
                   "from,Fra og med,dag,ja,,\r\n"
                   "to,Til og med,dag,nej,,\r\n"
                   "tariff,Takst,beløb,ja,,\r\n"
                   "weight,Vægt,tal,nej,,\r\n"
                   "beds,Senge,heltal,nej,,\r\n"
                   "covered,Dækket,ja/nej,nej,,\r\n"
                   "mode,Afrunding,valg,nej,\"half-away (halve væk fra nul), half-even (halve til "
                   "lige), floor (ned), ceiling, toward-zero, away-from-zero\",\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-files/columns", test_columns);
  g_test_add_func ("/sheet-files/misspelt-headings", test_misspelt_headings);
  g_test_add_func ("/sheet-files/encodings", test_encodings);
  g_test_add_func ("/sheet-files/dots", test_dots);
  g_test_add_func ("/sheet-files/bad-cells", test_bad_cells);
  g_test_add_func ("/sheet-files/bad-files", test_bad_files);
  g_test_add_func ("/sheet-files/files", test_files);
  g_test_add_func ("/sheet-files/later", test_later);
  g_test_add_func ("/sheet-files/shared", test_shared);
  g_test_add_func ("/sheet-files/round-trip", test_round_trip);
  g_test_add_func ("/sheet-files/other-inputs", test_other_inputs);
  g_test_add_func ("/sheet-files/cancelled", test_cancelled);
  g_test_add_func ("/sheet-files/describe", test_describe);
  return g_test_run ();
}

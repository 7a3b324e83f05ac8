/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-crosswalk.h>
#include <libkkr/table/kkr-table-builder.h>

static KkrCrosswalk *
read_csv (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  KkrCrosswalk *crosswalk = kkr_crosswalk_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (crosswalk);
  return crosswalk;
}

static KkrTable *
move (KkrCrosswalk *crosswalk, const char *const *codes, const gint64 *values)
{
  g_autoptr (GError) error = NULL;
  KkrTable *table = kkr_crosswalk_apply_values (crosswalk, codes, values,
                                                g_strv_length ((char **) codes), &error);

  g_assert_no_error (error);
  g_assert_nonnull (table);
  return table;
}

static void
assert_column (KkrTable *table, const char *column, const char *expected)
{
  g_auto (GStrv) strings = kkr_column_get_strings (kkr_table_get_column (table, column));
  g_autofree char *joined = g_strjoinv ("|", strings);

  g_assert_cmpstr (joined, ==, expected);
}

static void
assert_total (KkrTable *table, const char *expected)
{
  g_autofree char *total = kkr_column_dup_total (kkr_table_get_column (table, "value"));

  g_assert_cmpstr (total, ==, expected);
}

/* 100 by 1 : 1 : 1 is 33 1/3 each: the unit that is left is claimed by all three, and goes to the
 * first. 7 by 0.25 : 0.75 is 1.75 and 5.25: the larger remainder gets the unit, 2 and 5. */
static void
test_split (void)
{
  static const char *const codes[] = { "a", "b", NULL };
  static const gint64 values[] = { 100, 7 };
  g_autoptr (KkrCrosswalk) crosswalk = read_csv ("from;to;weight\n"
                                                 "a;z;1\na;x;1\na;y;1\n"
                                                 "b;x;0,25\nb;z;0,75\n");
  g_autoptr (KkrTable) table = move (crosswalk, codes, values);

  assert_column (table, "code", "x|y|z");
  assert_column (table, "value", "36|33|38");
  assert_column (table, "remark",
                 "lige krav, afgjort efter reglen first: a|lige krav, afgjort efter reglen first: a|"
                 "lige krav, afgjort efter reglen first: a");
  assert_total (table, "107");
}

/* There and back: what was split by a key comes together again. */
static void
test_back_and_forth (void)
{
  static const char *const whole[] = { "1084", "1085", NULL };
  static const char *const parts[] = { "101", "147", "259", NULL };
  static const gint64 values[] = { 1000001, -17 };
  g_autoptr (KkrCrosswalk) split = read_csv ("from,to,weight\n1084,101,2\n1084,147,1\n"
                                             "1085,259,3\n");
  g_autoptr (KkrCrosswalk) merge = read_csv ("from,to,weight\n101,1084,1\n147,1084,1\n"
                                             "259,1085,1\n");
  g_autoptr (KkrTable) there = move (split, whole, values);
  g_autoptr (KkrTable) back = NULL;
  gint64 shares[3];

  assert_column (there, "code", "101|147|259");
  assert_column (there, "value", "666667|333334|-17");
  for (guint i = 0; i < 3; i++)
    shares[i] = kkr_column_get_int64 (kkr_table_get_column (there, "value"), i);
  back = move (merge, parts, shares);
  assert_column (back, "code", "1084|1085");
  assert_column (back, "value", "1000001|-17");
  assert_total (back, "999984");
}

static void
test_missing (void)
{
  static const char *const codes[] = { "a", "b", "c", NULL };
  static const gint64 values[] = { 4, G_MININT64, 6 };
  g_autoptr (KkrCrosswalk) crosswalk = read_csv ("from,to,weight\na,x,1\nb,x,1\nb,y,0\nb,z,1\n"
                                                 "c,y,1\nd,y,1\ne,w,1\n");
  g_autoptr (KkrTable) table = move (crosswalk, codes, values);

  /* x and z lack b, y lacks d, which the series does not have; of w it has nothing. */
  assert_column (table, "code", "x|y|z");
  assert_column (table, "remark", "mangler: b|ingen række: d|mangler: b");
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (kkr_column_get_cell_status (kkr_table_get_column (table, "value"), i), ==,
                     KKR_CELL_STATUS_MISSING);
  g_assert_false (kkr_column_has_total (kkr_table_get_column (table, "value")));
}

static KkrTable *
make_series (void)
{
  static const gint64 codes[] = { 810, 813, 860, 849 }, amounts[] = { 1000, 2000, 0, 0 };
  static const char *const key[] = { "code", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("series", "Serie", "Series");
  g_autoptr (GError) error = NULL;
  KkrTable *table;

  kkr_table_builder_add_int64 (builder, "code", "Kode", "Code", KKR_UNIT_NONE, codes, 4);
  kkr_table_builder_add_int64 (builder, "budget", "Budget", "Budget", KKR_UNIT_AMOUNT, amounts, 4);
  kkr_table_builder_set_status (builder, "budget", 2, KKR_CELL_STATUS_SUPPRESSED);
  kkr_table_builder_set_status (builder, "budget", 3, KKR_CELL_STATUS_NOT_APPLICABLE);
  kkr_table_builder_set_key (builder, key);
  table = kkr_table_builder_end (builder, &error);
  g_assert_no_error (error);
  return table;
}

static void
test_table (void)
{
  g_autoptr (KkrTable) series = make_series ();
  g_autoptr (KkrCrosswalk) crosswalk = read_csv ("from,to,weight\n810,n,1\n813,n,1\n813,s,2\n"
                                                 "860,t,1\n849,n,1\n849,u,1\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) moved = kkr_crosswalk_apply_full (
    crosswalk, series, "code", "budget", KKR_APPORTION_METHOD_LARGEST_REMAINDER, 100,
    KKR_TIE_RULE_REFUSE, &error);
  KkrColumn *budget;

  g_assert_no_error (error);
  budget = kkr_table_get_column (moved, "budget");
  g_assert_cmpint (kkr_column_get_unit (budget), ==, KKR_UNIT_AMOUNT);
  /* In whole kroner: of 20 kroner 7 to n and 13 to s. */
  assert_column (moved, "code", "n|s|t|u");
  g_assert_cmpint (kkr_column_get_int64 (budget, 0), ==, 1700);
  g_assert_cmpint (kkr_column_get_int64 (budget, 1), ==, 1300);
  g_assert_cmpint (kkr_column_get_cell_status (budget, 2), ==, KKR_CELL_STATUS_SUPPRESSED);
  g_assert_cmpint (kkr_column_get_cell_status (budget, 3), ==, KKR_CELL_STATUS_NOT_APPLICABLE);
  assert_column (moved, "remark",
                 "ikke relevant: 849||diskretioneret: 860|ikke relevant: 849");
}

static void
assert_refused (KkrCrosswalk *crosswalk, const char *const *codes, const gint64 *values, gsize n,
                KkrCalcError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (kkr_crosswalk_apply_values (crosswalk, codes, values, n, &error));
  g_assert_error (error, KKR_CALC_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_refused_series (void)
{
  static const char *const unknown[] = { "a", "q", "r", NULL }, *const twice[] = { "a", "a", NULL };
  static const char *const both[] = { "a", "b", NULL };
  static const gint64 values[] = { 1, 2, 3 }, large[] = { G_MAXINT64, 1 };
  g_autoptr (KkrCrosswalk) crosswalk = read_csv ("from,to,weight\na,x,1\nb,x,1\n");
  g_autoptr (KkrTable) series = make_series ();
  g_autoptr (GError) error = NULL;

  assert_refused (crosswalk, unknown, values, 3, KKR_CALC_ERROR_NO_DATA, "2 found (\"q\", \"r\")");
  assert_refused (crosswalk, twice, values, 2, KKR_CALC_ERROR_INCONSISTENT, "\"a\" found");
  assert_refused (crosswalk, twice, values, 3, KKR_CALC_ERROR_INCONSISTENT, "2 and 3 found");
  assert_refused (crosswalk, both, large, 2, KKR_CALC_ERROR_OVERFLOW, "does not fit");
  g_assert_null (kkr_crosswalk_apply_full (crosswalk, series, "code", "budget",
                                           KKR_APPORTION_METHOD_INDEPENDENT, 1,
                                           KKR_TIE_RULE_FIRST, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_UNSUPPORTED);
  g_clear_error (&error);
  g_assert_null (kkr_crosswalk_apply (crosswalk, series, "kode", "budget", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
}

static void
test_refused_files (void)
{
  static const struct {
    const char *text;
    KkrLoadError code;
    const char *words;
  } cases[] = {
    { "", KKR_LOAD_ERROR_SCHEMA, "own.csv:1:1: an empty file" },
    { "from,to\na,b\n", KKR_LOAD_ERROR_SCHEMA, "own.csv:1:1: a column is missing" },
    { "from,to,weight\na,b\n", KKR_LOAD_ERROR_SCHEMA, "own.csv:2:1: another number of fields: 2" },
    { "from,to,weight\na,b,x\n", KKR_LOAD_ERROR_VALUE, "own.csv:2:1: a weight that is no number" },
    { "from,to,weight\na,b,1\nb,c,-1\n", KKR_LOAD_ERROR_VALUE, "own.csv:3:1: a negative weight" },
    { "from,to,weight\na,,1\n", KKR_LOAD_ERROR_VALUE, "own.csv:2:1: no code" },
    { "from,to,weight\na,b,1\nc,d,1\na,b,2\n", KKR_LOAD_ERROR_VALUE,
      "own.csv:4:1: the same row twice: \"a\" to \"b\"" },
    { "from,to,weight\nc,d,1\na,b,0\na,c,0.0\n", KKR_LOAD_ERROR_VALUE,
      "own.csv:3:1: the weights of \"a\" are all zero" },
    { "from,to,weight\na,b,1\na,c,0.0000000000000000001\n", KKR_LOAD_ERROR_VALUE, "own.csv:3:1:" },
    { "from,to,weight\na,b,100\na,c,0.00000000000000001\n", KKR_LOAD_ERROR_VALUE,
      "own.csv:2:1: weights of \"a\" with too many digits" },
    { "from,to,weight\na,\"b,1\n", KKR_LOAD_ERROR_SYNTAX, "own.csv:2:3: a quotation mark" },
    { "from,to,weight\na,\"b\"c,1\n", KKR_LOAD_ERROR_SYNTAX, "own.csv:2:6: text after" },
    { "from,to,weight\na,b\"c,1\n", KKR_LOAD_ERROR_SYNTAX, "own.csv:2:4: a quotation mark" },
    { "\xff\xfe" "f", KKR_LOAD_ERROR_SYNTAX, "UTF-16 found" },
    { "from,to,weight\n\xc3\xa6,\xe6,1\n", KKR_LOAD_ERROR_SYNTAX, "own.csv:2:3: bad UTF-8" },
    { "from,to,weight\n\x81,b,1\n", KKR_LOAD_ERROR_SYNTAX, "own.csv:2:1: a file in another" },
    { "from,to,weight\n\x01,b,1\n", KKR_LOAD_ERROR_SYNTAX, "own.csv:2:1: no text: the byte 01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_null (kkr_crosswalk_new_from_bytes (bytes, "own.csv", &error));
      g_assert_error (error, KKR_LOAD_ERROR, (int) cases[i].code);
      if (strstr (error->message, cases[i].words) == NULL)
        g_error ("\"%s\" not in \"%s\"", cases[i].words, error->message);
    }
}

/* One file in four encodings, with every end of line, any delimiter and its columns anywhere. */
static void
test_forms_of_files (void)
{
  static const char *const files[] = {
    "from,to,weight\næ,ø,1\n", "\xef\xbb\xbf" "from;to;weight\r\næ;ø;1\r\n",
    "from\tto\tweight\r\xe6\t\xf8\t1", "\"weight\",\"to\",\"from\",\"note\"\n1,\"ø\",\"æ\",\"a,b\"",
    "\n\nFrom, To, Weight\n\næ, ø, 1\n\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (KkrCrosswalk) crosswalk = read_csv (files[i]);
      g_autoptr (KkrTable) table = kkr_crosswalk_dup_table (crosswalk);

      g_assert_cmpuint (kkr_crosswalk_get_n_rows (crosswalk), ==, 1);
      assert_column (table, "from", "æ");
      assert_column (table, "to", "ø");
    }
}

static void
test_empty (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (KkrCrosswalk) empty = g_object_new (KKR_TYPE_CROSSWALK, NULL);
  g_autoptr (KkrTable) table = kkr_crosswalk_dup_table (empty);
  g_autoptr (KkrTable) moved = move (empty, none, NULL);
  g_autofree char *text = kkr_crosswalk_to_string (empty);

  g_assert_cmpuint (kkr_table_get_n_rows (table), ==, 0);
  g_assert_cmpuint (kkr_table_get_n_rows (moved), ==, 0);
  g_assert_cmpstr (text, ==, "Omregningsnøgle fra 0 til 0 koder (0 rækker)");
}

/* A sum that fits is told, whatever the order in which its parts are added; others are errors. */
static void
test_large_sums (void)
{
  static const char *const from[] = { "a", "b", "c", NULL }, *const to[] = { "x", "x", "x", NULL };
  static const char *const weights[] = { "1", "1", "1", NULL };
  static const struct {
    gint64 values[3];
    const char *total; /* NULL: it does not fit */
  } cases[] = {
    { { G_MAXINT64, 5, -5 }, "9223372036854775807" },
    { { 5, G_MAXINT64, -6 }, "9223372036854775806" },
    { { -G_MAXINT64, -5, 5 }, "-9223372036854775807" },
    { { G_MAXINT64, G_MAXINT64, -G_MAXINT64 }, "9223372036854775807" },
    { { G_MAXINT64, 1, 0 }, NULL },
    { { -G_MAXINT64, -1, 0 }, NULL },
    { { G_MAXINT64, G_MAXINT64, G_MAXINT64 }, NULL },
    { { G_MAXINT64, 1, G_MININT64 }, "" },
  };
  g_autoptr (KkrCrosswalk) crosswalk = kkr_crosswalk_new_for_rows (from, to, weights, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KkrTable) table = kkr_crosswalk_apply_values (crosswalk, from, cases[i].values, 3,
                                                               &error);
      g_autofree char *total = NULL;

      if (cases[i].total == NULL)
        {
          g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW);
          continue;
        }
      g_assert_no_error (error);
      total = kkr_column_dup_total (kkr_table_get_column (table, "value"));
      g_assert_cmpstr (total != NULL ? total : "", ==, cases[i].total);
    }
}

/* Of 3 among five alike each rounds to 1: the 2 too many cannot be taken from one that has 1. */
static void
test_refused_share (void)
{
  static const char *const from[] = { "a", "a", "a", "a", "a", NULL };
  static const char *const to[] = { "v", "w", "x", "y", "z", NULL };
  static const char *const weights[] = { "1", "1", "1", "1", "1", NULL };
  static const char *const codes[] = { "a", NULL };
  static const gint64 value = 3;
  g_autoptr (KkrCrosswalk) crosswalk = kkr_crosswalk_new_for_rows (from, to, weights, NULL);
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("series", "Serie", "Series");
  g_autoptr (KkrTable) series = NULL;
  g_autoptr (GError) error = NULL;

  kkr_table_builder_add_text (builder, "code", "Kode", "Code", codes);
  kkr_table_builder_add_int64 (builder, "n", "Antal", "Number", KKR_UNIT_COUNT, &value, 1);
  series = kkr_table_builder_end (builder, &error);
  g_assert_no_error (error);
  g_assert_null (kkr_crosswalk_apply_full (crosswalk, series, "code", "n",
                                           KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST, 1,
                                           KKR_TIE_RULE_FIRST, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT);
  g_assert_true (g_str_has_prefix (error->message, "\"a\": "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/crosswalk/split", test_split);
  g_test_add_func ("/register/crosswalk/back-and-forth", test_back_and_forth);
  g_test_add_func ("/register/crosswalk/missing", test_missing);
  g_test_add_func ("/register/crosswalk/table", test_table);
  g_test_add_func ("/register/crosswalk/refused-series", test_refused_series);
  g_test_add_func ("/register/crosswalk/refused-files", test_refused_files);
  g_test_add_func ("/register/crosswalk/forms-of-files", test_forms_of_files);
  g_test_add_func ("/register/crosswalk/empty", test_empty);
  g_test_add_func ("/register/crosswalk/large-sums", test_large_sums);
  g_test_add_func ("/register/crosswalk/refused-share", test_refused_share);
  return g_test_run ();
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/checking/kkr-printed-table-private.h>

static KkrPrintedTable *
read_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  KkrPrintedTable *table = kkr_printed_table_read (text, NULL, &error);

  g_assert_no_error (error);
  return table;
}

static void
assert_value (const KkrPrintedTable *table, guint row, guint column, const char *expected)
{
  const KkrPrintedCell *cell = kkr_printed_table_get_cell (table, row, column);
  g_autofree char *value = NULL;

  g_assert_cmpint (cell->status, ==, KKR_PRINTED_VALUE);
  value = kkr_rational_to_string (&cell->value);
  g_assert_cmpstr (value, ==, expected);
  g_assert_true (kkr_interval_contains (&cell->interval, &cell->value)
                 || !cell->interval.has_lower || !cell->interval.has_upper);
}

static void
assert_status (const KkrPrintedTable *table, guint row, guint column, KkrPrintedStatus status)
{
  g_assert_cmpint (kkr_printed_table_get_cell (table, row, column)->status, ==, status);
}

static void
assert_size (const KkrPrintedTable *table, guint n_rows, guint n_columns)
{
  g_assert_cmpuint (kkr_printed_table_get_n_rows (table), ==, n_rows);
  g_assert_cmpuint (kkr_printed_table_get_n_columns (table), ==, n_columns);
}

static void
assert_refused (const char *text, const char *decimal_sign, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrPrintedTable) table = kkr_printed_table_read (text, decimal_sign, &error);

  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  g_assert_null (table);
  g_assert_cmpstr (error->message, ==, message);
}

/* The shares of DAS Social, August 2023, in every layout. */
static const char *const layouts[] = {
  "Kommune;Børn 2023;Beløb 2023;Andel\n"
  "Silkeborg;21.502;3.274.133;17,8\nRebild;7.190;1.094.811;5,9\nI alt;121.100;18.440.030;100,0\n",
  "Kommune\tBørn 2023\tBeløb 2023\tAndel\r\n"
  "Silkeborg\t21.502\t3.274.133\t17,8\r\nRebild\t7.190\t1.094.811\t5,9\r\n"
  "I alt\t121.100\t18.440.030\t100,0\r\n",
  "| Kommune | Børn 2023 | Beløb 2023 | Andel |\n|---|--:|--:|--:|\n"
  "| Silkeborg | 21.502 | 3.274.133 | 17,8 |\n| Rebild | 7.190 | 1.094.811 | 5,9 |\n"
  "| I alt | 121.100 | 18.440.030 | 100,0 |\n",
  "Kommune      Børn 2023   Beløb 2023   Andel\n"
  "Silkeborg       21.502    3.274.133    17,8\nRebild           7.190    1.094.811     5,9\n"
  "I alt          121.100   18.440.030   100,0\n",
  "Kommune,Børn 2023,Beløb 2023,Andel\n"
  "Silkeborg,\"21,502\",\"3,274,133\",17.8\nRebild,\"7,190\",\"1,094,811\",5.9\n"
  "I alt,\"121,100\",\"18,440,030\",100.0\n",
  "Silkeborg 21.502 3.274.133 17,8\nRebild 7.190 1.094.811 5,9\nI alt 121.100 18.440.030 100,0\n",
};

static void
test_layouts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autoptr (KkrPrintedTable) table = read_good (layouts[i]);

      g_test_message ("%s", layouts[i]);
      assert_size (table, 3, 3);
      g_assert_cmpstr (kkr_printed_table_get_label (table, 0), ==, "Silkeborg");
      g_assert_cmpstr (kkr_printed_table_get_label (table, 2), ==, "I alt");
      g_assert_cmpstr (kkr_printed_table_get_heading (table, 1), ==,
                       i < 5 ? "Beløb 2023" : "");
      assert_value (table, 0, 0, "21502");
      assert_value (table, 0, 1, "3274133");
      assert_value (table, 0, 2, "89/5");
      assert_value (table, 2, 0, "121100");
      assert_value (table, 2, 2, "100");
      g_assert_cmpuint (kkr_printed_table_get_cell (table, 2, 2)->decimals, ==, 1);
    }
}

static void
test_headings (void)
{
  g_autoptr (KkrPrintedTable) table =
    read_good ("Tabel 3; beløb i 1.000 kr.\n"
               ";Beløb;;Andel;\n"
               ";2023;2024;2023;2024\n"
               ";t.kr.;t.kr.;pct.;pct.\n"
               "Udgifter;;;;\n"
               "Rebild1);12;13;40,0;39,4\n"
               "Hjørring*;18;20;60,0;60,6\n"
               ";2023;2024;2023;2024\n"
               "I alt²;30;33;100,0;100,0\n"
               "Kilde: regnskabet;;;;\n"
               "1) Uden huslejer;;;;\n");

  assert_size (table, 4, 4);
  g_assert_cmpstr (kkr_printed_table_get_title (table), ==,
                   "Tabel 3; beløb i 1.000 kr.");
  g_assert_cmpuint (kkr_printed_table_get_n_heading_parts (table), ==, 3);
  g_assert_cmpstr (kkr_printed_table_get_heading_part (table, 1, 1), ==, "2024");
  g_assert_cmpstr (kkr_printed_table_get_heading (table, 3), ==, "Andel / 2024 / pct.");
  g_assert_cmpint (kkr_printed_table_get_column_unit (table, 0).unit, ==, KKR_UNIT_AMOUNT);
  g_assert_cmpint (kkr_printed_table_get_column_unit (table, 0).scale, ==, 1000);
  g_assert_cmpint (kkr_printed_table_get_column_unit (table, 2).unit, ==, KKR_UNIT_PERCENT);
  g_assert_false (kkr_printed_table_has_values (table, 0));
  g_assert_cmpstr (kkr_printed_table_get_label (table, 0), ==, "Udgifter");
  g_assert_cmpstr (kkr_printed_table_get_label (table, 2), ==, "Hjørring");
  g_assert_cmpstr (kkr_printed_table_get_label (table, 3), ==, "I alt");
  g_assert_cmpuint (kkr_printed_table_get_row_line (table, 3), ==, 9);
  assert_value (table, 3, 1, "33");
}

/* Lines as they are copied from a page: 002 L2540-2556 and L2575-2590, 004 L321-326. */
static void
test_pages (void)
{
  g_autoptr (KkrPrintedTable) offers =
    read_good ("Tabel 10: Antal sociale tilbud og plejefamilier fra 2019 til 2022 \n"
               " År 2022 År 2021 År 2020 År 2019 \nPlejefamilier 889 933 971 1.018 \n"
               "Tilbud til børn, unge og \nvoksne \n48 52 52 56 \n"
               "Voksne \nBotilbud, § 107 185 187 185 182 \nI alt 1.149 1.209 1.244 1.297 \n");
  g_autoptr (KkrPrintedTable) places =
    read_good ("Aktivitets- og samværstilbud, § \n104 \n247 149 83 479 \n"
               "Ambulant anonym stofmisbrugsbe-\nhandling, §101a \n44 0 0 44 \n"
               "Forsorgshjem, § 110 103 89 15 207 \n");
  g_autoptr (KkrPrintedTable) types =
    read_good ("Udvikling i perioden 2020-20221 \n"
               " Antal borgere med domme Type 1 Type 2 Type 3 Type 4 Type 5 \n"
               "2020 8 0 2 2 4 0 \n2021 9 0 0 3 5 1 \n2022 5 0 1 1 3 0 \nSUM 22 0 3 6 12 1 \n");

  assert_size (offers, 5, 4);
  g_assert_cmpstr (kkr_printed_table_get_heading (offers, 1), ==, "År 2021");
  g_assert_cmpstr (kkr_printed_table_get_label (offers, 1), ==, "Tilbud til børn, unge og voksne");
  g_assert_false (kkr_printed_table_has_values (offers, 2));
  g_assert_cmpstr (kkr_printed_table_get_label (offers, 3), ==, "Botilbud, § 107");
  assert_value (offers, 1, 0, "48");
  assert_size (places, 3, 4);
  g_assert_cmpstr (kkr_printed_table_get_label (places, 0), ==,
                   "Aktivitets- og samværstilbud, § 104");
  g_assert_cmpstr (kkr_printed_table_get_label (places, 1), ==,
                   "Ambulant anonym stofmisbrugsbehandling, §101a");
  g_assert_cmpstr (kkr_printed_table_get_label (places, 2), ==, "Forsorgshjem, § 110");
  assert_value (places, 2, 0, "103");
  assert_size (types, 4, 6);
  g_assert_cmpstr (kkr_printed_table_get_label (types, 1), ==, "2021");
  assert_value (types, 1, 0, "9");
}

static void
test_years_are_labels (void)
{
  g_autoptr (KkrPrintedTable) table =
    read_good ("Opholdssteder, mio. kr.\nÅr  Region  Ny stat  Kommuner\n2024  64  64  -\n"
               "2025  178  161  17\n2026  285  161  124\n");

  assert_size (table, 3, 3);
  g_assert_cmpstr (kkr_printed_table_get_title (table), ==, "Opholdssteder, mio. kr.");
  g_assert_cmpint (kkr_printed_table_get_unit (table).scale, ==, 1000000);
  g_assert_cmpstr (kkr_printed_table_get_label (table, 1), ==, "2025");
  assert_status (table, 0, 2, KKR_PRINTED_NIL);
  assert_value (table, 2, 2, "124");
}

static void
test_signs_and_marks (void)
{
  g_autoptr (KkrPrintedTable) table =
    read_good ("A;-1,5\nB;\xe2\x88\x92" "1,5\nC;\xe2\x80\x93 1,5\nD;1,5-\nE;(1,5)\nF;÷1,5\n"
               "G;+1,5\nH;..\nI;.\nJ;–\nK;…\nL;1,5*\nM;1,5 1)\nN;1,5 pct.\nO;\nP;mere end 1,5\n"
               "Q;<5\nR;≥5\nS;1,5 mio. kr.\n");
  const KkrPrintedCell *cell;

  for (guint i = 0; i < 6; i++)
    assert_value (table, i, 0, "-3/2");
  assert_value (table, 6, 0, "3/2");
  assert_status (table, 7, 0, KKR_PRINTED_SUPPRESSED);
  assert_status (table, 8, 0, KKR_PRINTED_NOT_APPLICABLE);
  assert_status (table, 9, 0, KKR_PRINTED_NIL);
  assert_status (table, 10, 0, KKR_PRINTED_SUPPRESSED);
  assert_value (table, 11, 0, "3/2");
  assert_value (table, 12, 0, "3/2");
  assert_value (table, 13, 0, "3/2");
  g_assert_cmpint (kkr_printed_table_get_cell (table, 13, 0)->unit, ==, KKR_UNIT_PERCENT);
  assert_status (table, 14, 0, KKR_PRINTED_BLANK);
  cell = kkr_printed_table_get_cell (table, 15, 0);
  g_assert_true (cell->interval.has_lower && !cell->interval.lower_included);
  g_assert_false (cell->interval.has_upper);
  cell = kkr_printed_table_get_cell (table, 16, 0);
  g_assert_true (cell->interval.has_upper && !cell->interval.has_lower);
  cell = kkr_printed_table_get_cell (table, 17, 0);
  g_assert_true (cell->interval.has_lower && cell->interval.lower_included);
  assert_value (table, 18, 0, "1500000");
  g_assert_cmpint (kkr_printed_table_get_cell (table, 18, 0)->unit, ==, KKR_UNIT_AMOUNT);
}

/* Units that begin with a number, and numbers that are names. */
static void
test_units_and_names (void)
{
  g_autoptr (KkrPrintedTable) units =
    read_good (";2019;2019\n;Procent;1.000 kr.\nHele landet;100%;22.432.100\n"
               "København;8,58%;1.924.641\n");
  g_autoptr (KkrPrintedTable) names =
    read_good ("kommune_nr;kommune;antal\n101;København;45\n147;Frederiksberg;14\n");
  g_autoptr (KkrPrintedTable) rows = read_good ("1;45\n2;14\n3;59\n");
  g_autoptr (KkrPrintedTable) numbers = read_good ("12;45\n7;14\n19;59\n");

  assert_size (units, 2, 2);
  g_assert_cmpint (kkr_printed_table_get_column_unit (units, 0).unit, ==, KKR_UNIT_PERCENT);
  g_assert_cmpint (kkr_printed_table_get_column_unit (units, 1).scale, ==, 1000);
  assert_size (names, 2, 1);
  g_assert_cmpstr (kkr_printed_table_get_label (names, 0), ==, "101, København");
  assert_size (rows, 3, 1);
  g_assert_cmpstr (kkr_printed_table_get_label (rows, 2), ==, "3");
  assert_size (numbers, 3, 2);
}

/* Boks 1 of the central announcement on sign language. */
static void
test_ticks (void)
{
  g_autoptr (KkrPrintedTable) table =
    read_good ("Tilbud;Driftsherre;Døgn;Fritid\nByskovskolen;Ringsted Kommune;X;X\n"
               "Center for Høretab;Region Syddanmark;;X\nI alt;;2;4\n");
  const KkrPrintedCell *cell = kkr_printed_table_get_cell (table, 0, 0);

  assert_size (table, 3, 2);
  g_assert_cmpstr (kkr_printed_table_get_label (table, 0), ==, "Byskovskolen, Ringsted Kommune");
  g_assert_cmpstr (kkr_printed_table_get_label (table, 2), ==, "I alt");
  g_assert_cmpstr (kkr_printed_table_get_label_heading (table, 1), ==, "Driftsherre");
  assert_value (table, 0, 0, "1");
  g_assert_cmpint (kkr_rational_compare (&cell->interval.lower, &cell->interval.upper), ==, 0);
  assert_status (table, 1, 0, KKR_PRINTED_BLANK);
  assert_value (table, 2, 1, "4");
}

static void
test_blank_cells_by_place (void)
{
  g_autoptr (KkrPrintedTable) table =
    read_good ("            § 107    § 108     I alt\n"
               "Aalborg        12       30        42\n"
               "Læsø                     4         4\n"
               "Morsø           3                  3\n");

  assert_size (table, 3, 3);
  g_assert_cmpstr (kkr_printed_table_get_heading (table, 2), ==, "I alt");
  assert_status (table, 1, 0, KKR_PRINTED_BLANK);
  assert_value (table, 1, 1, "4");
  assert_value (table, 2, 0, "3");
  assert_status (table, 2, 1, KKR_PRINTED_BLANK);
  assert_value (table, 2, 2, "3");
}

static void
test_forms (void)
{
  g_autoptr (KkrPrintedTable) dotted = read_good ("A;1.234\nB;2.345\n");
  g_autoptr (KkrPrintedTable) by_the_other = read_good ("A;1,234;0.5\nB;2,345;1.25\n");
  g_autoptr (KkrPrintedTable) plain = read_good ("A;1,234\nB;345\n");
  g_autoptr (KkrPrintedTable) by_the_words = read_good ("Læsø;1,234\nB;2,345\n");
  g_autoptr (KkrPrintedTable) told = kkr_printed_table_read ("A;1.234\nB;2.345\n", ".", NULL);

  assert_value (dotted, 0, 0, "1234");
  assert_value (by_the_other, 0, 0, "1234");
  assert_value (by_the_other, 1, 1, "5/4");
  assert_value (told, 0, 0, "617/500");
  assert_value (plain, 0, 0, "1234");
  assert_value (by_the_words, 0, 0, "617/500");
  assert_refused ("A;1,234\nB;2,345\n", NULL,
                  "1:3: a comma that can part thousands or decimals: \"1,234\" found, a table in "
                  "which other numbers tell which, or the decimal sign expected");
  assert_refused ("A;1.234,5\nB;2,345.6\nC;1.234,5\n", NULL,
                  "2:3: a number that is not written as the others: \"2,345.6\" found, one such as "
                  "1.234,50 expected");
  assert_refused ("A;1\n", ";", "1:1: no decimal sign: \";\" found, a comma or a dot expected");
}

static void
test_refusals (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  assert_refused ("", NULL,
                  "1:1: no table: nothing found, lines with labels and numbers expected");
  assert_refused ("\n # \n---\n", NULL,
                  "1:1: no table: nothing found, lines with labels and numbers expected");
  assert_refused ("A;B\nC;D\n", NULL,
                  "1:1: a table without numbers: labels alone found, a column of numbers expected");
  assert_refused ("x;y\nA;1\nB;abc\nC;3\n", NULL,
                  "3:3: text in a column of numbers: \"abc\" found, a number, or a mark such as - "
                  "or .. expected");
  assert_refused ("x;y;z\nA;1;2\nB;3\n", NULL,
                  "3:1: a line with too few cells: 2 found, 3 expected, with - where one is blank");
  assert_refused ("A 1 2\nB 3 4\nC 5 6\nI alt 9 12 1 2\n", NULL,
                  "4:1: a line with too many cells: 4 numbers found, 2 expected as in most lines");
  assert_refused ("x;y\nA;1\nB;\"3\n", NULL,
                  "3:3: a quotation mark that is not closed: the end of the file found, \" "
                  "expected");
  assert_refused ("\xff\xfe" "a", NULL, "1:1: a text in another encoding: other bytes found, UTF-8 "
                                        "expected");
  for (guint i = 0; i <= KKR_PRINTED_MAX_ROWS; i++)
    g_string_append (text, "A;1\n");
  assert_refused (text->str, NULL,
                  "10001:1: a table that is too long: one more line found, at most 10000 expected");
  g_string_assign (text, "A");
  for (guint i = 0; i < KKR_PRINTED_MAX_COLUMNS; i++)
    g_string_append (text, "|1");
  assert_refused (text->str, NULL,
                  "1:401: a table that is too wide: one more column found, at most 200 expected");
  g_string_set_size (text, KKR_PRINTED_MAX_BYTES + 1);
  for (gsize i = 0; i < text->len; i++)
    text->str[i] = '1';
  assert_refused (text->str, NULL, "1:1: a text that is too long: more than 4194304 bytes found, "
                                   "at most that expected");
}

static void
test_one_cell (void)
{
  g_autoptr (KkrPrintedTable) alone = read_good ("12");
  g_autoptr (KkrPrintedTable) column = read_good ("22\n20\n16\n");
  g_autoptr (KkrPrintedTable) labelled = read_good ("A;12");

  assert_size (alone, 1, 1);
  g_assert_cmpstr (kkr_printed_table_get_label (alone, 0), ==, "");
  assert_value (alone, 0, 0, "12");
  assert_size (column, 3, 1);
  assert_size (labelled, 1, 1);
  g_assert_cmpstr (kkr_printed_table_get_label (labelled, 0), ==, "A");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/printed-table/layouts", test_layouts);
  g_test_add_func ("/printed-table/headings", test_headings);
  g_test_add_func ("/printed-table/pages", test_pages);
  g_test_add_func ("/printed-table/years-are-labels", test_years_are_labels);
  g_test_add_func ("/printed-table/signs-and-marks", test_signs_and_marks);
  g_test_add_func ("/printed-table/units-and-names", test_units_and_names);
  g_test_add_func ("/printed-table/ticks", test_ticks);
  g_test_add_func ("/printed-table/blank-cells-by-place", test_blank_cells_by_place);
  g_test_add_func ("/printed-table/forms", test_forms);
  g_test_add_func ("/printed-table/refusals", test_refusals);
  g_test_add_func ("/printed-table/one-cell", test_one_cell);
  return g_test_run ();
}

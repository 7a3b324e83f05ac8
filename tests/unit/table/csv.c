/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fixture.h"

static void
test_rfc (void)
{
  g_autoptr (KkrTable) table = make_mixed ();
  g_autofree char *csv = kkr_table_to_csv (table);

  g_assert_cmpstr (csv, ==,
                   "offer,day,cost,rate,occupancy\r\n"
                   "Solgården,2023-08-21,1234567.89,672.5,0.1\r\n"
                   "Skovhuset,1970-01-01,-0.50,..,99.95\r\n"
                   "Solgården,,,,1e-9\r\n"
                   ",1969-12-31,0.00,-2.7,.\r\n");
}

static void
test_danish (void)
{
  g_autoptr (KkrTable) table = make_mixed ();
  g_autofree char *csv = kkr_table_to_csv_danish (table);

  g_assert_cmpstr (csv, ==,
                   "Tilbud;Dag;Udgift (kr.);Timepris (kr.);Belægning (pct.)\r\n"
                   "Solgården;2023-08-21;1234567,89;672,5000;0,1000\r\n"
                   "Skovhuset;1970-01-01;-0,50;..;99,9500\r\n"
                   "Solgården;;;;0,0000\r\n"
                   ";1969-12-31;0,00;-2,7000;.\r\n");
}

/* Totals are no rows, and whole kroner stay whole where they are printed so. */
static void
test_financing (void)
{
  g_autoptr (KkrTable) table = make_financing ();
  g_autofree char *csv = kkr_table_to_csv (table);
  g_autofree char *danish = kkr_table_to_csv_danish (table);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);
  g_auto (GStrv) danish_lines = g_strsplit (danish, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 13);
  g_assert_cmpstr (lines[0], ==, "code,municipality,children,share,amount");
  g_assert_true (g_str_has_prefix (lines[8], "840,Rebild,7317,0.060139066"));
  g_assert_true (g_str_has_suffix (lines[8], ",1152027.00"));
  g_assert_cmpstr (lines[12], ==, "");
  g_assert_cmpstr (danish_lines[0], ==,
                   "Kode;Kommune;0-17-årige (personer);Andel (pct.);Beløb (kr.)");
  /* 7317 / 121668 = 0,0601390669... */
  g_assert_cmpstr (danish_lines[8], ==, "840;Rebild;7317;6,0139;1152027");
}

/* A share reads back as the very double that the bytes hold. */
static void
test_reads_back (void)
{
  g_autoptr (KkrTable) table = make_financing ();
  KkrColumn *share = kkr_table_get_column (table, "share");
  const gdouble *values = g_bytes_get_data (kkr_column_get_bytes (share), NULL);
  g_auto (GStrv) strings = kkr_column_get_strings (share);

  for (guint row = 0; row < 11; row++)
    {
      gdouble back = g_ascii_strtod (strings[row], NULL);

      g_assert_cmpmem (&back, sizeof back, &values[row], sizeof back);
    }
}

static void
test_quotes (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("t", "T", "T");
  g_autoptr (KkrTable) table = NULL;
  g_autofree char *csv = NULL, *danish = NULL;

  kkr_table_builder_add_text (builder, "a,b", "A;B", "A;B",
                              NAMES ("x,y", "x;y", "say \"hi\"", "two\nlines", "two\r\nlines", " "));
  table = end_builder (builder);
  csv = kkr_table_to_csv (table);
  danish = kkr_table_to_csv_danish (table);
  g_assert_cmpstr (csv, ==,
                   "\"a,b\"\r\n\"x,y\"\r\nx;y\r\n\"say \"\"hi\"\"\"\r\n\"two\nlines\"\r\n"
                   "\"two\r\nlines\"\r\n \r\n");
  g_assert_cmpstr (danish, ==,
                   "\"A;B\"\r\nx,y\r\n\"x;y\"\r\n\"say \"\"hi\"\"\"\r\n\"two\nlines\"\r\n"
                   "\"two\r\nlines\"\r\n \r\n");
}

/* The Danish CSV is opened in spreadsheets, where a text may not become a formula. */
static void
test_formulas (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("t", "T", "T");
  g_autoptr (KkrTable) table = NULL;
  g_autofree char *csv = NULL, *danish = NULL;

  kkr_table_builder_add_text (builder, "a", "=1+1", "A",
                              NAMES ("=SUM(A1)", "+45 98 76 54 32", "-1+1", "@cmd", "\tx", "-1.234,5",
                                     "+3", "-", "x=1"));
  table = end_builder (builder);
  csv = kkr_table_to_csv (table);
  danish = kkr_table_to_csv_danish (table);
  g_assert_cmpstr (danish, ==,
                   "'=1+1\r\n'=SUM(A1)\r\n'+45 98 76 54 32\r\n'-1+1\r\n'@cmd\r\n'\tx\r\n-1.234,5\r\n"
                   "+3\r\n'-\r\nx=1\r\n");
  g_assert_cmpstr (csv, ==,
                   "a\r\n=SUM(A1)\r\n+45 98 76 54 32\r\n-1+1\r\n@cmd\r\n\tx\r\n\"-1.234,5\"\r\n+3\r\n"
                   "-\r\nx=1\r\n");
}

/* What is printed may be shorter than what is known; what is handed on is not. */
static void
test_decimals (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("t", "T", "T");
  g_autoptr (KkrTable) table = NULL;
  g_autofree char *csv = NULL, *danish = NULL;

  kkr_table_builder_add_int64 (builder, "a", "A", "A", KKR_UNIT_AMOUNT, INT64S (150, 250), 2);
  kkr_table_builder_add_ratio (builder, "b", "B", "B", KKR_UNIT_SHARE, NAMES ("1/3", "1/8"));
  kkr_table_builder_add_ratio (builder, "c", "C", "C", KKR_UNIT_AMOUNT, NAMES ("151/2", "-1"));
  kkr_table_builder_set_decimals (builder, "a", 0);
  kkr_table_builder_set_decimals (builder, "b", 6);
  table = end_builder (builder);
  csv = kkr_table_to_csv (table);
  danish = kkr_table_to_csv_danish (table);
  g_assert_cmpstr (csv, ==,
                   "a,b,c\r\n1.50,0.3333333333333333,0.755\r\n2.50,0.125,-0.01\r\n");
  g_assert_cmpstr (danish, ==,
                   "A (kr.);B (pct.);C (kr.)\r\n1,50;33,333333;0,7550\r\n2,50;12,500000;-0,0100\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/rfc", test_rfc);
  g_test_add_func ("/csv/danish", test_danish);
  g_test_add_func ("/csv/financing", test_financing);
  g_test_add_func ("/csv/reads-back", test_reads_back);
  g_test_add_func ("/csv/quotes", test_quotes);
  g_test_add_func ("/csv/formulas", test_formulas);
  g_test_add_func ("/csv/decimals", test_decimals);
  return g_test_run ();
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fixture.h"

/* The figures stand so in the printed table, the shares adding to 100,1 included. */
static void
test_danish (void)
{
  g_autoptr (KkrTable) table = make_financing ();
  g_autofree char *text = kkr_table_to_string (table);
  g_autofree char *alias = kkr_table___str__ (table);
  g_autofree char *in_danish = kkr_table_to_string_in (table, "da");

  g_assert_cmpstr (text, ==,
                   "Objektiv finansiering 2024\n"
                   "\n"
                   "Kode  Kommune         0-17-årige (personer)  Andel (pct.)  Beløb (kr.)\n"
                   "----  --------------  ---------------------  ------------  -----------\n"
                   " 740  Silkeborg                      21.872          18,0    3.443.644\n"
                   " 810  Brønderslev                     7.775           6,4    1.224.137\n"
                   " 813  Frederikshavn                  10.035           8,2    1.579.964\n"
                   " 849  Jammerbugt                      7.556           6,2    1.189.657\n"
                   " 825  Læsø                              218           0,2       34.323\n"
                   " 846  Mariagerfjord                   7.870           6,5    1.239.095\n"
                   " 773  Morsø                           3.643           3,0      573.573\n"
                   " 840  Rebild                          7.317           6,0    1.152.027\n"
                   " 787  Thisted                         8.398           6,9    1.322.226\n"
                   " 820  Vesthimmerland                  7.006           5,8    1.103.062\n"
                   " 851  Aalborg                        39.978          32,9    6.294.349\n"
                   "----  --------------  ---------------------  ------------  -----------\n"
                   "      I alt                         121.668         100,0   19.156.058");
  g_assert_cmpstr (alias, ==, text);
  g_assert_cmpstr (in_danish, ==, text);
}

static void
test_mixed_in_english (void)
{
  g_autoptr (KkrTable) table = make_mixed ();
  g_autofree char *text = kkr_table_to_string_in (table, "en");

  g_assert_cmpstr (text, ==,
                   "Mixed\n"
                   "\n"
                   "Offer         Day                 Cost (DKK)  Hourly price (DKK)  Occupancy (%)\n"
                   "------------  ----------------  ------------  ------------------  -------------\n"
                   "Sun Farm      21 August 2023    1,234,567.89              672.50            0.1\n"
                   "Forest House  1 January 1970           -0.50                  ..          100.0\n"
                   "Sun Farm                                                                    0.0\n"
                   "              31 December 1969          0.00               -2.70              .\n"
                   "------------  ----------------  ------------  ------------------  -------------\n"
                   "Total                                                   1,308.55");
}

static void
test_decimals (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("t", "", "");
  g_autoptr (KkrTable) table = NULL;
  g_autofree char *text = NULL;

  kkr_table_builder_add_int64 (builder, "a", "A", "A", KKR_UNIT_AMOUNT, INT64S (150, 250), 2);
  kkr_table_builder_add_int64 (builder, "b", "B", "B", KKR_UNIT_AMOUNT, INT64S (100, 200), 2);
  kkr_table_builder_add_int64 (builder, "c", "C", "C", KKR_UNIT_AMOUNT, INT64S (100, 200), 2);
  kkr_table_builder_add_ratio (builder, "d", "D", "D", KKR_UNIT_SHARE, NAMES ("1/3", "2/3"));
  kkr_table_builder_add_int64 (builder, "e", "E", "E", KKR_UNIT_YEARS, INT64S (2023, 2024), 2);
  kkr_table_builder_add_int64 (builder, "f", "F", "F", KKR_UNIT_NONE, INT64S (12345, -6), 2);
  kkr_table_builder_add_int64 (builder, "g", "G", "G", KKR_UNIT_PLACES, INT64S (12345, -6), 2);
  kkr_table_builder_add_double (builder, "h", "H", "H", KKR_UNIT_HOURS, DOUBLES (1234.565, 0), 2);
  kkr_table_builder_set_decimals (builder, "a", 0);
  kkr_table_builder_set_total (builder, "c", "301");
  kkr_table_builder_set_decimals (builder, "d", 3);
  kkr_table_builder_set_decimals (builder, "g", 1);
  table = end_builder (builder);
  text = kkr_table_to_string (table);
  /* Halves go away from zero: 1,50 kr. is 2 and 2,50 kr. is 3. */
  g_assert_cmpstr (text, ==,
                   "A (kr.)  B (kr.)  C (kr.)  D (pct.)  E (år)      F  G (pladser)  H (timer)\n"
                   "-------  -------  -------  --------  ------  -----  -----------  ---------\n"
                   "      2        1     1,00    33,333    2023  12345     12.345,0   1.234,57\n"
                   "      3        2     2,00    66,667    2024     -6         -6,0       0,00\n"
                   "-------  -------  -------  --------  ------  -----  -----------  ---------\n"
                   "  I alt              3,01");
}

/* Width is what a terminal shows: a combining accent takes none, a wide sign takes two columns. */
static void
test_width (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("t", "Navne", "Names");
  g_autoptr (KkrTable) table = NULL;
  g_autofree char *text = NULL;

  kkr_table_builder_add_text (builder, "a", "Navn", "Name",
                              NAMES ("Ærøskøbing", "A\xcc\x8alborg", "漢字", "to\nlinjer"));
  kkr_table_builder_add_int64 (builder, "b", "Nr.", "No.", KKR_UNIT_NONE, INT64S (1, 2, 3, 4), 4);
  table = end_builder (builder);
  text = kkr_table_to_string (table);
  g_assert_cmpstr (text, ==,
                   "Navne\n"
                   "\n"
                   "Navn        Nr.\n"
                   "----------  ---\n"
                   "Ærøskøbing    1\n"
                   "A\xcc\x8alborg        2\n"
                   "漢字          3\n"
                   "to linjer     4");
}

static void
test_no_rows (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("t", "Tom", "Empty");
  g_autoptr (KkrTable) table = NULL;
  g_autoptr (KkrTable) bare = end_builder (kkr_table_builder_new ("t", "Tom", "Empty"));
  g_autofree char *text = NULL, *bare_text = kkr_table_to_string (bare);

  kkr_table_builder_add_int64 (builder, "a", "Beløb", "Amount", KKR_UNIT_AMOUNT, NULL, 0);
  table = end_builder (builder);
  text = kkr_table_to_string (table);
  g_assert_cmpstr (text, ==, "Tom\n\nBeløb (kr.)\n-----------");
  g_assert_cmpstr (bare_text, ==, "Tom");
}

/* A fraction that 128 bits hold and a hundredfold would not; and doubles no fraction can hold. */
static void
test_extremes (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("t", "", "");
  g_autoptr (KkrTable) table = NULL;
  g_autofree char *text = NULL;

  kkr_table_builder_add_double (builder, "a", "A", "A", KKR_UNIT_COUNT,
                                DOUBLES (1.5e300, 1e-300), 2);
  kkr_table_builder_add_ratio (builder, "b", "B", "B", KKR_UNIT_SHARE,
                               NAMES ("100000000000000000000000000000000000000", "1/7"));
  kkr_table_builder_add_int64 (builder, "c", "C", "C", KKR_UNIT_AMOUNT,
                               INT64S (G_MAXINT64, G_MININT64 + 1), 2);
  table = end_builder (builder);
  text = kkr_table_to_string (table);
  g_assert_cmpstr (text, ==,
                   "A (antal)  B (pct.)                     C (kr.)\n"
                   "---------  --------  --------------------------\n"
                   " 1,5e+300     1e+40   92.233.720.368.547.758,07\n"
                   "     0,00      14,3  -92.233.720.368.547.758,07");
}

/* 4 + 2 + 142 + 2 + 10 columns: the heading gives way first, then the long text. */
static void
test_long_texts (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("t", "", "");
  g_autoptr (KkrTable) table = NULL;
  g_autoptr (GString) words = g_string_new ("ord"), expected = g_string_new (NULL);
  g_autofree char *text = NULL, *many = NULL, *few = NULL;

  for (guint i = 1; i < 50; i++)
    g_string_append (words, " ord");
  many = g_strndup (words->str, 35 * 4 - 1);
  few = g_strndup (words->str, 15 * 4 - 1);
  kkr_table_builder_add_text (builder, "a", "Navn", "Name", NAMES ("A1", "B"));
  kkr_table_builder_add_text (builder, "b", "Grund", "Reason", NAMES (words->str, "ingen"));
  kkr_table_builder_add_int64 (builder, "c", "Meget lang overskrift på en kolonne", "C",
                               KKR_UNIT_AMOUNT, INT64S (100, 20000), 2);
  table = end_builder (builder);
  text = kkr_table_to_string (table);
  for (guint i = 0; i < 4; i++)
    {
      const char *const heading[] = { "Meget lang", "overskrift", "     på en", "   kolonne" };

      g_string_append_printf (expected, "%*s%s\n", 150, "", heading[i]);
    }
  g_string_append_printf (expected, "Navn  Grund%*s(kr.)\n", 160 - 11 - 5, "");
  g_string_append (expected, "----  ");
  for (guint i = 0; i < 142; i++)
    g_string_append_c (expected, '-');
  g_string_append (expected, "  ----------\n");
  g_string_append_printf (expected, "A1    %s%*s\n", many, 160 - 6 - 139, "1");
  g_string_append_printf (expected, "      %s\n", few);
  g_string_append_printf (expected, "B     ingen%*s", 160 - 11, "200");
  g_assert_cmpstr (text, ==, expected->str);
}

/* 15 columns of 26: five fit into 160 beside the name, so there are three parts. */
static void
test_many_columns (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("t", "Bred", "Wide");
  g_autoptr (KkrTable) table = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  kkr_table_builder_add_text (builder, "n", "Navn", "Name", NAMES ("A1"));
  for (guint i = 0; i < 15; i++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", i);

      kkr_table_builder_add_int64 (builder, name, name, name, KKR_UNIT_AMOUNT,
                                   INT64S (G_MAXINT64), 1);
    }
  kkr_table_builder_set_total (builder, "c0", "5");
  table = end_builder (builder);
  text = kkr_table_to_string (table);
  lines = g_strsplit (text, "\n", -1);
  /* Title and a blank line; three headings, rules and rows; two blank lines; one footer. */
  g_assert_cmpuint (g_strv_length (lines), ==, 2 + 3 * 3 + 2 + 2);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpuint (strlen (lines[i]), <=, 160);
  g_assert_true (g_str_has_prefix (lines[6], "I alt"));
  g_assert_true (g_str_has_prefix (lines[8], "Navn"));
  g_assert_nonnull (strstr (lines[8], "c5 (kr.)"));
  g_assert_true (g_str_has_prefix (lines[12], "Navn"));
  g_assert_nonnull (strstr (lines[12], "c14 (kr.)"));
}

/* A unit that the title says already is not said again. */
static void
test_unit_in_title (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("t", "", "");
  g_autoptr (KkrTable) table = NULL;
  g_autofree char *danish = NULL, *english = NULL;

  kkr_table_builder_add_int64 (builder, "a", "Pladser", "Places", KKR_UNIT_PLACES, INT64S (1), 1);
  kkr_table_builder_add_int64 (builder, "b", "Betalte døgn", "Paid days", KKR_UNIT_DAYS,
                               INT64S (1), 1);
  kkr_table_builder_add_int64 (builder, "c", "Tomme", "Empty", KKR_UNIT_PLACES, INT64S (1), 1);
  table = end_builder (builder);
  danish = kkr_table_to_string (table);
  english = kkr_table_to_string_in (table, "en");
  g_assert_true (g_str_has_prefix (danish, "Pladser  Betalte døgn  Tomme (pladser)\n"));
  g_assert_true (g_str_has_prefix (english, "Places  Paid days  Empty (places)\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/danish", test_danish);
  g_test_add_func ("/text/mixed-in-english", test_mixed_in_english);
  g_test_add_func ("/text/decimals", test_decimals);
  g_test_add_func ("/text/width", test_width);
  g_test_add_func ("/text/no-rows", test_no_rows);
  g_test_add_func ("/text/extremes", test_extremes);
  g_test_add_func ("/text/long-texts", test_long_texts);
  g_test_add_func ("/text/many-columns", test_many_columns);
  g_test_add_func ("/text/unit-in-title", test_unit_in_title);
  return g_test_run ();
}

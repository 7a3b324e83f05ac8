/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A table of a file as facts and as a table again. */

#include <libkkr/base/kkr-error.h>

#include "from-text.h"

static const char text[] =
  "<register format='1' version='1'>"
  "<source id='memo' title='Notat' publisher='Udvalg' date='2018-11'/>"
  "<source id='other' title='Bilag' publisher='Udvalg' date='2018-11-22'/>"
  "<region code='081' name='Region Nordjylland'/>"
  "<municipality code='840' name='Rebild' region='81'/>"
  "<municipality code='851' name='Aalborg' region='1081'/>"
  "<table key='sharing' title-da='Fordeling' title-en='Sharing' subjects='municipality'"
  " unit='amount' scale='1000' valid='2019' known='2018-11' source='memo' section='Tabel 1'>"
  "<column name='amount' title-da='Beløb' title-en='Amount'/>"
  "<column name='persons' title-da='Borgere' title-en='Citizens' unit='persons'/>"
  "<column name='share' title-da='Andel' title-en='Share' unit='percent' valid='2018'/>"
  "<column name='by' title-da='Efter' title-en='By' unit='text' section='Tabel 2'/>"
  "<row subject='total' title-da='I alt' total='yes' values='1.5|~30||'/>"
  "<row subject='851' values='-0.25|&gt;20|66.67|børn'/>"
  "<row subject='840' valid='2020' source='other' note-da='Skønnet.' note-en='Estimated.'"
  " confirmed='no' values='..|10|-|?'/>"
  "</table>"
  "<table key='list' title-da='Punkter' valid='2024' source='memo' section='Side 1'>"
  "<column name='subject' title-da='Emne'/>"
  "<column name='n' title-da='Antal' title-en='Number' unit='count'/>"
  "<row subject='first' title-da='Det første' title-en='The first' values='Mødet|1'/>"
  "<row subject='sum-a' total='yes' title-da='Sum' values='|1'/>"
  "<row subject='sum-b' total='yes' values='|2'/>"
  "</table>"
  "</register>";

static KkrFact *
get_fact (KkrRegister *reg, const char *key)
{
  gsize n;
  g_autofree KkrFact **facts = kkr_register_dup_history (reg, key, &n);

  g_test_message ("%s", key);
  g_assert_cmpuint (n, ==, 1);
  return facts[0];
}

static void
test_cells (void)
{
  static const struct {
    const char *key, *value, *printed, *valid, *section;
    KkrCellStatus status;
    KkrQualifier qualifier;
    gint64 scale;
  } cells[] = {
    { "sharing/amount/total", "150000", "1.5", "2019", "Tabel 1", 0, 0, 1000 },
    { "sharing/persons/total", "30", "30", "2019", "Tabel 1", 0, KKR_QUALIFIER_APPROXIMATELY, 1 },
    { "sharing/amount/851", "-25000", "-0.25", "2019", "Tabel 1", 0, 0, 1000 },
    { "sharing/persons/851", "20", "20", "2019", "Tabel 1", 0, KKR_QUALIFIER_MORE_THAN, 1 },
    { "sharing/share/851", "6667/100", "66.67", "2018", "Tabel 1", 0, 0, 1 },
    { "sharing/by/851", NULL, "børn", "2019", "Tabel 2", 0, 0, 1 },
    { "sharing/amount/840", NULL, NULL, "2020", "Tabel 1", KKR_CELL_STATUS_SUPPRESSED, 0, 1000 },
    { "sharing/persons/840", "10", "10", "2020", "Tabel 1", 0, 0, 1 },
    { "sharing/share/840", NULL, NULL, "2020", "Tabel 1", KKR_CELL_STATUS_NOT_APPLICABLE, 0, 1 },
    { "sharing/by/840", NULL, NULL, "2020", "Tabel 2", KKR_CELL_STATUS_MISSING, 0, 1 },
  };
  g_autoptr (KkrRegister) reg = register_from_text (text);

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (KkrFact) fact = get_fact (reg, cells[i].key);
      g_autoptr (KkrPeriod) valid = kkr_fact_dup_valid (fact);
      g_autofree char *value = kkr_fact_dup_value (fact), *period = kkr_period_to_string (valid);

      g_assert_cmpstr (value, ==, cells[i].value);
      g_assert_cmpstr (kkr_fact_get_printed (fact), ==, cells[i].printed);
      g_assert_cmpstr (period, ==, cells[i].valid);
      g_assert_cmpstr (kkr_fact_get_section (fact), ==, cells[i].section);
      g_assert_cmpint (kkr_fact_get_status (fact), ==, cells[i].status);
      g_assert_cmpint (kkr_fact_get_qualifier (fact), ==, cells[i].qualifier);
      g_assert_cmpint (kkr_fact_get_scale (fact), ==, cells[i].scale);
    }
}

/* What a row says goes before what its table says; blank cells are no facts. */
static void
test_origin (void)
{
  g_autoptr (KkrRegister) reg = register_from_text (text);
  g_autoptr (KkrFact) row = get_fact (reg, "sharing/persons/840");
  g_autoptr (KkrFact) table = get_fact (reg, "sharing/persons/851");
  gsize n;
  g_autofree KkrFact **blank = kkr_register_dup_history (reg, "sharing/share/total", &n);

  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (kkr_register_get_n_facts (reg), ==, 14);
  g_assert_cmpstr (kkr_source_get_id (kkr_fact_get_source (row)), ==, "other");
  g_assert_cmpstr (kkr_source_get_id (kkr_fact_get_source (table)), ==, "memo");
  g_assert_cmpstr (kkr_fact_get_note_in (row, "da"), ==, "Skønnet.");
  g_assert_cmpstr (kkr_fact_get_note_in (row, "en"), ==, "Estimated.");
  g_assert_null (kkr_fact_get_note_in (table, "da"));
  g_assert_false (kkr_fact_get_confirmed (row));
  g_assert_true (kkr_fact_get_confirmed (table));
  g_assert_cmpstr (kkr_fact_get_title_in (row, "da"), ==, "Borgere");
  g_assert_cmpstr (kkr_fact_get_title_in (row, "en"), ==, "Citizens");
  g_assert_null (kkr_fact_get_price_level (row));
}

static void
test_municipalities (void)
{
  g_autoptr (KkrRegister) reg = register_from_text (text);
  g_autoptr (KkrTable) table = kkr_register_get_table (reg, "sharing", NULL);
  g_autofree char *csv = kkr_table_to_csv (table), *english = kkr_table_to_string_in (table, "en");

  g_assert_cmpstr (csv, ==,
                   "code,municipality,amount,persons,persons-qualifier,share,by,note\r\n"
                   "851,Aalborg,-250.00,20,more-than,66.67,børn,\r\n"
                   "840,Rebild,..,10,,.,,Skønnet.\r\n");
  g_assert_cmpstr (english, ==,
                   "Sharing\n\n"
                   "Code  Municipality  Amount (DKK)  Citizens (persons)  Share (%)  By    Note\n"
                   "----  ------------  ------------  ------------------  ---------  ----  ----------\n"
                   " 851  Aalborg               -250        more than 20      66.67  børn\n"
                   " 840  Rebild                  ..                  10          .        Estimated.\n"
                   "----  ------------  ------------  ------------------  ---------  ----  ----------\n"
                   "      Total                1,500            about 30");
}

/* What a document says before a number goes with it; the number is as it was. */
static void
test_qualifiers (void)
{
  g_autoptr (KkrRegister) reg = register_from_text (text);
  g_autoptr (KkrTable) table = kkr_register_get_table (reg, "sharing", NULL);
  KkrColumn *persons = kkr_table_get_column (table, "persons");
  g_autofree char *cell = kkr_column_dup_text (persons, 0);
  g_autofree char *danish = kkr_table_to_string (table), *html = kkr_table_to_html (table);
  const guint8 expected[] = { KKR_QUALIFIER_MORE_THAN, KKR_QUALIFIER_UNSET };
  g_autoptr (GBytes) bytes = g_bytes_new_static (expected, sizeof expected);

  g_assert_cmpint (kkr_column_get_int64 (persons, 0), ==, 20);
  g_assert_cmpint (kkr_column_get_cell_qualifier (persons, 0), ==, KKR_QUALIFIER_MORE_THAN);
  g_assert_cmpint (kkr_column_get_cell_qualifier (persons, 1), ==, KKR_QUALIFIER_UNSET);
  g_assert_cmpint (kkr_column_get_cell_qualifier (persons, 2), ==, KKR_QUALIFIER_UNSET);
  g_assert_cmpint (kkr_column_get_total_qualifier (persons), ==, KKR_QUALIFIER_APPROXIMATELY);
  g_assert_true (g_bytes_equal (kkr_column_get_qualifiers (persons), bytes));
  g_assert_null (kkr_column_get_qualifiers (kkr_table_get_column (table, "share")));
  g_assert_cmpstr (cell, ==, "mere end 20");
  g_assert_nonnull (strstr (danish, "  mere end 20  "));
  g_assert_nonnull (strstr (danish, "      ca. 30"));
  g_assert_nonnull (strstr (html, ">mere end 20</td>"));
  g_assert_nonnull (strstr (html, ">ca. 30</td>"));
}

/* Two totals are rows; a column called like one of ours keeps its name. */
static void
test_subjects (void)
{
  g_autoptr (KkrRegister) reg = register_from_text (text);
  g_autoptr (KkrTable) table = kkr_register_get_table (reg, "list", NULL);
  g_autofree char *csv = kkr_table_to_csv (table);
  g_auto (GStrv) keys = kkr_register_dup_table_keys (reg, NULL);
  g_auto (GStrv) some = kkr_register_dup_table_keys (reg, "s");

  g_assert_cmpstr (csv, ==,
                   "row-subject,title,subject,n\r\n"
                   "first,Det første,Mødet,1\r\n"
                   "sum-a,Sum,,1\r\n"
                   "sum-b,,,2\r\n");
  g_assert_cmpstr (kkr_table_get_title_in (table, "en"), ==, "Punkter");
  g_assert_cmpuint (g_strv_length (keys), ==, 2);
  g_assert_cmpstr (keys[0], ==, "list");
  g_assert_cmpstr (keys[1], ==, "sharing");
  g_assert_cmpuint (g_strv_length (some), ==, 1);
}

static void
test_no_table (void)
{
  g_autoptr (KkrRegister) reg = register_from_text (text);
  g_autoptr (KkrRegister) nothing = g_object_new (KKR_TYPE_REGISTER, NULL);
  g_auto (GStrv) keys = kkr_register_dup_table_keys (nothing, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (kkr_register_get_table (reg, "sharin", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
  g_assert_cmpstr (error->message, ==,
                   "the register has no such table: \"sharin\" found; near it: sharing");
  g_clear_error (&error);
  g_assert_null (kkr_register_get_table (nothing, "sharing", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
  g_assert_cmpuint (g_strv_length (keys), ==, 0);
}

/* A table keeps nothing of its register. */
static void
test_outlives_register (void)
{
  KkrRegister *reg = register_from_text (text);
  g_autoptr (KkrTable) table = kkr_register_get_table (reg, "sharing", NULL);
  g_autofree char *value = NULL;

  g_object_unref (reg);
  value = kkr_column_dup_text (kkr_table_get_column (table, "by"), 0);
  g_assert_cmpstr (value, ==, "børn");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/tables/cells", test_cells);
  g_test_add_func ("/register/tables/origin", test_origin);
  g_test_add_func ("/register/tables/municipalities", test_municipalities);
  g_test_add_func ("/register/tables/qualifiers", test_qualifiers);
  g_test_add_func ("/register/tables/subjects", test_subjects);
  g_test_add_func ("/register/tables/no-table", test_no_table);
  g_test_add_func ("/register/tables/outlives-register", test_outlives_register);
  return g_test_run ();
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Rows of bulk kinds: what is said of them, and what comes out again. */

#include <string.h>

#include <libkkr/register/kkr-bulk-store-private.h>
#include <libkkr/register/kkr-register-private.h>
#include <libkkr/register/kkr-register-reader.h>
#include <libkkr/register/kkr-register-writer.h>
#include <libkkr/table/kkr-column-private.h>

#define HEAD "<register format='1'>\n" \
  "<source id='s' title='S' publisher='P' date='2020'/>\n" \
  "<region code='1081' name='R' source='s' section='1'/>\n" \
  "<municipality code='851' name='A' region='1081' source='s' section='1'/>\n"

static KkrRegister *
read_text (KkrRegisterReader *reader, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  KkrRegister *reg = kkr_register_reader_read_bytes (reader, bytes, NULL, NULL, &error);

  g_assert_true ((reg == NULL) == (error != NULL));
  return reg;
}

/* Money that is paid back. */
static void
test_negative_money (void)
{
  static const char *const tariffs[] = { "-5.50", "-0.50", "-0.05", "-12", "0.05", "7.10" };
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (KkrRegisterWriter) writer = kkr_register_writer_new ();
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (KkrRegister) reg = NULL, again = NULL;
  g_autoptr (GBytes) first = NULL, second = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tariffs); i++)
    g_string_append_printf (text, "<placement person='p%u' municipality='851' "
                            "valid='2020-01-01/..' tariff='%s'/>\n", i, tariffs[i]);
  g_string_append (text, "</register>");
  reg = read_text (reader, text->str);
  first = kkr_register_writer_to_bytes (writer, reg, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tariffs); i++)
    {
      g_autofree char *tariff = g_strdup_printf (" tariff=\"%s\"/>", tariffs[i]);

      g_assert_nonnull (g_strstr_len (g_bytes_get_data (first, NULL),
                                      (gssize) g_bytes_get_size (first), tariff));
    }
  again = read_text (reader, g_bytes_get_data (first, NULL));
  second = kkr_register_writer_to_bytes (writer, again, NULL);
  g_assert_true (g_bytes_equal (first, second));
}

/* Each row that refers to what is nowhere has a problem of its own, up to the limit. */
static void
test_unresolved (void)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GString) text = g_string_new (HEAD);
  GListModel *problems;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "<placement person='p%u' municipality='851' "
                            "valid='2020-01-01/..' offer='nowhere'/>\n", i);
  g_string_append (text, "</register>");
  g_object_set (reader, "max-problems", G_GINT64_CONSTANT (1000), NULL);
  g_assert_null (read_text (reader, text->str));
  problems = kkr_register_reader_get_problems (reader);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 300);
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (KkrProblem) problem = g_list_model_get_item (problems, i);

      g_assert_cmpstr (kkr_problem_get_rule (problem), ==, "unknown-reference");
      g_assert_cmpuint (kkr_problem_get_line (problem), ==, 5 + i);
    }
  g_object_set (reader, "max-problems", G_GINT64_CONSTANT (20), NULL);
  g_assert_null (read_text (reader, text->str));
  problems = kkr_register_reader_get_problems (reader);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 20);
}

/* Rows may come before what they refer to, more of them than there may be problems. */
static void
test_declared_later (void)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GString) text = g_string_new ("<register format='1'>\n");
  g_autoptr (KkrRegister) reg = NULL;
  g_autoptr (KkrTable) table = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "<arrival kind='k' municipality='851' valid='2020-01-01/..' "
                            "persons='%u'/>\n", i);
  g_string_append (text, strchr (HEAD, '\n'));
  g_string_append (text, "</register>");
  reg = read_text (reader, text->str);
  table = kkr_register_get_table (reg, "arrivals", NULL);
  g_assert_cmpuint (kkr_table_get_n_rows (table), ==, 300);
}

#define ROWS_BELOW \
  "<placement person='p1' municipality='851' valid='2020-01-01/..' tariff='10.50'/>\n" \
  "<placement person='p2' municipality='851' valid='2020-02-01/2020-03-01'/>\n" \
  "<placement person='p1' municipality='851' valid='2021-01-01/..' tariff='7'/>\n"
#define ROWS_ABOVE \
  "<placement person='p3' municipality='851' valid='2020-02-01/2020-03-01' tariff='1'/>\n" \
  "<placement person='p2' municipality='851' valid='2020-01-01/..'/>\n"

static char *
dup_placements (KkrRegister *reg)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) table = kkr_register_get_table (reg, "placements", &error);

  g_assert_no_error (error);
  return kkr_table_to_csv (table);
}

/* Rows of a register below come first, and stay what they were there. */
static void
test_below (void)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (KkrRegister) together = read_text (reader, HEAD ROWS_BELOW ROWS_ABOVE "</register>");
  g_autoptr (KkrRegister) below = read_text (reader, HEAD ROWS_BELOW "</register>");
  g_autoptr (KkrRegister) reg = NULL, third = NULL;
  g_autofree char *rows_below = dup_placements (below), *expected = dup_placements (together);
  g_autofree char *rows = NULL, *rows_after = NULL;

  kkr_register_reader_set_below (reader, below);
  reg = read_text (reader, "<register format='1'>" ROWS_ABOVE "</register>");
  rows = dup_placements (reg);
  rows_after = dup_placements (below);
  g_assert_cmpstr (rows, ==, expected);
  g_assert_cmpstr (rows_after, ==, rows_below);
  kkr_register_reader_set_below (reader, reg);
  third = read_text (reader, "<register format='1'><placement person='p4' municipality='101' "
                     "valid='2020-01-01/..'/></register>");
  g_assert_null (third);
}

/* A block that is carried along says what the register says from which it was made. */
static void
test_packed (void)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (KkrRegister) reg = read_text (reader, HEAD ROWS_BELOW "</register>");
  g_autoptr (GBytes) block = kkr_store_dup_block (kkr_register_get_store (reg));
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrRegister) packed = kkr_register_new_from_bytes (block, &error);
  g_autoptr (KkrRegister) above = NULL, together = NULL;
  g_autofree char *expected = dup_placements (reg), *rows = NULL, *all = NULL, *both = NULL;

  g_assert_no_error (error);
  rows = dup_placements (packed);
  g_assert_cmpstr (rows, ==, expected);
  together = read_text (reader, HEAD ROWS_BELOW ROWS_ABOVE "</register>");
  kkr_register_reader_set_below (reader, packed);
  above = read_text (reader, "<register format='1'>" ROWS_ABOVE "</register>");
  all = dup_placements (above);
  both = dup_placements (together);
  g_assert_cmpstr (all, ==, both);
}

#define N_OFFERS 700

/* Ids that end alike, some of them long. */
static char *
offer_id (guint i)
{
  guint number = i % N_OFFERS;

  return number % 7 == 0 ? g_strdup_printf ("et-botilbud-med-et-langt-navn-%u-paa-landet", number)
                         : g_strdup_printf ("o%u-paa-landet", number);
}

/* What comes out of many rows is what stands in them, though they become longer or shorter, and
 * what they name comes in any order. */
static void
test_many (void)
{
  for (guint longer = 0; longer < 2; longer++)
    {
      g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
      g_autoptr (GString) text = g_string_new (HEAD);
      g_autoptr (KkrRegister) reg = NULL;
      g_autoptr (KkrTable) table = NULL;
      KkrColumn *persons, *offers;
      guint n = 20000;

      for (guint i = 0; i < N_OFFERS; i++)
        {
          g_autofree char *id = offer_id (i);

          g_string_append_printf (text, "<offer id='%s' name='T' source='s' section='1'/>\n", id);
        }
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *id = offer_id (i * 31);

          g_string_append_printf (text, "<placement person='%s%u' municipality='851' offer='%s' "
                                  "valid='2020-01-01/..'/>\n",
                                  (i > n / 2) == longer ? "en-meget-lang-noegle-" : "p", i % 9000,
                                  id);
        }
      g_string_append (text, "</register>");
      reg = read_text (reader, text->str);
      table = kkr_register_get_table (reg, "placements", NULL);
      g_assert_cmpuint (kkr_table_get_n_rows (table), ==, n);
      persons = kkr_table_get_column (table, "person");
      offers = kkr_table_get_column (table, "offer");
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *id = offer_id (i * 31);
          g_autofree char *person = g_strdup_printf ("%s%u", (i > n / 2) == longer
                                                       ? "en-meget-lang-noegle-" : "p", i % 9000);

          g_assert_cmpstr (kkr_column_get_label (offers, i, "en"), ==, id);
          g_assert_cmpstr (kkr_column_get_label (persons, i, "en"), ==, person);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bulk/negative-money", test_negative_money);
  g_test_add_func ("/bulk/unresolved", test_unresolved);
  g_test_add_func ("/bulk/declared-later", test_declared_later);
  g_test_add_func ("/bulk/below", test_below);
  g_test_add_func ("/bulk/packed", test_packed);
  g_test_add_func ("/bulk/many", test_many);
  return g_test_run ();
}

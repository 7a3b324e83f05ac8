/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Rows of bulk kinds: what is said of them, and what comes out again. */

#include <string.h>

#include <libkkr/register/kkr-register-reader.h>
#include <libkkr/register/kkr-register-writer.h>

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bulk/negative-money", test_negative_money);
  g_test_add_func ("/bulk/unresolved", test_unresolved);
  g_test_add_func ("/bulk/declared-later", test_declared_later);
  return g_test_run ();
}

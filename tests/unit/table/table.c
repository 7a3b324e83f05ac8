/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <gio/gio.h>

#include "fixture.h"

static void
test_names (void)
{
  g_autoptr (KkrTable) table = make_financing ();
  g_autofree char *repr = kkr_table___repr__ (table);

  g_assert_cmpstr (kkr_table_get_name (table), ==, "financing");
  g_assert_cmpstr (kkr_table_get_title (table), ==, "Objektiv finansiering 2024");
  g_assert_cmpstr (kkr_table_get_title_in (table, "da"), ==, "Objektiv finansiering 2024");
  g_assert_cmpstr (kkr_table_get_title_in (table, "en"), ==, "Objective financing 2024");
  g_assert_cmpstr (kkr_table_get_title_in (table, NULL), ==, "Objektiv finansiering 2024");
  g_assert_cmpuint (kkr_table_get_n_rows (table), ==, 11);
  g_assert_cmpuint (kkr_table___len__ (table), ==, 11);
  g_assert_cmpstrv ((char **) kkr_table_get_key_columns (table), NAMES ("code", "municipality"));
  g_assert_cmpstr (repr, ==, "<Kkr.Table financing: 11 rows, 5 columns>");
}

static void
test_columns (void)
{
  g_autoptr (KkrTable) table = make_financing ();
  const char *const names[] = { "code", "municipality", "children", "share", "amount" };
  GListModel *list = kkr_table_get_columns (table);
  gsize n_columns;
  KkrColumn **columns = kkr_table_dup_columns (table, &n_columns);

  g_assert_true (list == kkr_table_get_columns (table));
  g_assert_true (g_list_model_get_item_type (list) == KKR_TYPE_COLUMN);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 5);
  g_assert_cmpuint (n_columns, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (KkrColumn) item = g_list_model_get_item (list, i);

      g_assert_true (item == columns[i]);
      g_assert_true (kkr_table_get_column (table, names[i]) == item);
      g_assert_cmpstr (kkr_column_get_name (item), ==, names[i]);
      g_object_unref (columns[i]);
    }
  g_free (columns);
  g_assert_null (kkr_table_get_column (table, "Amount"));
}

static void
test_item (void)
{
  g_autoptr (KkrTable) table = make_financing ();
  g_autoptr (GError) error = NULL;

  g_assert_true (kkr_table___getitem__ (table, "share", &error) ==
                 kkr_table_get_column (table, "share"));
  g_assert_no_error (error);
  g_assert_null (kkr_table___getitem__ (table, "shares", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
  g_assert_cmpstr (error->message, ==,
                   "no such column in table \"financing\": \"shares\" found, one of code, "
                   "municipality, children, share, amount expected");
}

static void
test_properties (void)
{
  g_autoptr (KkrTable) table = make_financing ();
  g_autofree char *name = NULL, *title = NULL;
  g_autoptr (GListModel) columns = NULL;
  g_auto (GStrv) keys = NULL;
  guint n_rows;

  g_object_get (table, "name", &name, "title", &title, "n-rows", &n_rows, "columns", &columns,
                "key-columns", &keys, NULL);
  g_assert_cmpstr (name, ==, "financing");
  g_assert_cmpstr (title, ==, "Objektiv finansiering 2024");
  g_assert_cmpuint (n_rows, ==, 11);
  g_assert_true (columns == kkr_table_get_columns (table));
  g_assert_cmpstrv (keys, NAMES ("code", "municipality"));
}

static void
test_without_arguments (void)
{
  g_autoptr (KkrTable) table = g_object_new (KKR_TYPE_TABLE, NULL);
  g_autofree char *text = kkr_table_to_string (table);
  g_autofree char *csv = kkr_table_to_csv (table);
  g_autofree char *danish_csv = kkr_table_to_csv_danish (table);
  g_autofree char *json = kkr_table_to_json (table);
  g_autofree char *html = kkr_table_to_html (table);
  gsize n_columns;
  g_autofree KkrColumn **columns = kkr_table_dup_columns (table, &n_columns);

  g_assert_cmpstr (kkr_table_get_name (table), ==, "");
  g_assert_cmpstr (kkr_table_get_title (table), ==, "");
  g_assert_cmpuint (kkr_table_get_n_rows (table), ==, 0);
  g_assert_cmpuint (n_columns, ==, 0);
  g_assert_null (kkr_table_get_key_columns (table)[0]);
  g_assert_cmpstr (text, ==, "");
  g_assert_cmpstr (csv, ==, "\r\n");
  g_assert_cmpstr (danish_csv, ==, "\r\n");
  g_assert_cmpstr (json, ==, "{\"name\":\"\",\"title\":{\"da\":\"\",\"en\":\"\"},\"key\":[],"
                             "\"columns\":[]}");
  g_assert_nonnull (html);
  g_assert_null (kkr_table_dup_row_key (table, 0));
}

static gpointer
read_table (gpointer user_data)
{
  KkrTable *table = user_data;

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *text = kkr_table_to_string (table);
      g_autofree char *key = kkr_table_dup_row_key (table, 7);

      g_assert_cmpstr (key, ==, "Rebild");
      g_assert_cmpint (kkr_table_find_row (table, key, NULL), ==, 7);
      g_assert_true (g_str_has_suffix (text, "19.156.058"));
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (KkrTable) table = make_financing ();
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_table, table);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/names", test_names);
  g_test_add_func ("/table/columns", test_columns);
  g_test_add_func ("/table/item", test_item);
  g_test_add_func ("/table/properties", test_properties);
  g_test_add_func ("/table/without-arguments", test_without_arguments);
  g_test_add_func ("/table/threads", test_threads);
  return g_test_run ();
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-source.h>

#define TITLE "Dagsorden med bilag til møde i DAS Social"

static void
test_fields (void)
{
  g_autoptr (KkrSource) source = kkr_source_new ("das-social-2023-08", TITLE, "DAS Social",
                                                 "2023-08-21");
  g_autofree char *id = NULL, *title = NULL, *publisher = NULL, *date = NULL;

  g_assert_cmpstr (kkr_source_get_id (source), ==, "das-social-2023-08");
  g_assert_cmpstr (kkr_source_get_title (source), ==, TITLE);
  g_assert_cmpstr (kkr_source_get_publisher (source), ==, "DAS Social");
  g_assert_cmpstr (kkr_source_get_date (source), ==, "2023-08-21");
  g_object_get (source, "id", &id, "title", &title, "publisher", &publisher, "date", &date, NULL);
  g_assert_cmpstr (id, ==, "das-social-2023-08");
  g_assert_cmpstr (title, ==, TITLE);
  g_assert_cmpstr (publisher, ==, "DAS Social");
  g_assert_cmpstr (date, ==, "2023-08-21");
}

static void
test_text (void)
{
  g_autoptr (KkrSource) source = kkr_source_new ("das-social-2023-08", TITLE, "DAS Social",
                                                 "2023-08-21");
  g_autofree char *danish = kkr_source_to_string (source);
  g_autofree char *english = kkr_source_to_string_in (source, "en");
  g_autofree char *str = kkr_source___str__ (source);
  g_autofree char *repr = kkr_source___repr__ (source);

  g_assert_cmpstr (danish, ==, "DAS Social: " TITLE ", 21. august 2023");
  g_assert_cmpstr (english, ==, "DAS Social: " TITLE ", 21 August 2023");
  g_assert_cmpstr (str, ==, danish);
  g_assert_cmpstr (repr, ==, "<Kkr.Source das-social-2023-08>");
}

static void
test_parts_that_lack (void)
{
  g_autoptr (KkrSource) bare = kkr_source_new ("a", "Notat", NULL, NULL);
  g_autoptr (KkrSource) undated = kkr_source_new ("b", "Notat", "KL", "efteråret 2023");
  g_autoptr (KkrSource) empty = g_object_new (KKR_TYPE_SOURCE, NULL);
  g_autofree char *bare_text = kkr_source_to_string (bare);
  g_autofree char *undated_text = kkr_source_to_string (undated);
  g_autofree char *empty_text = kkr_source_to_string (empty);

  g_assert_cmpstr (bare_text, ==, "Notat");
  g_assert_null (kkr_source_get_publisher (bare));
  g_assert_null (kkr_source_get_date (bare));
  g_assert_cmpstr (undated_text, ==, "KL: Notat, efteråret 2023");
  g_assert_cmpstr (empty_text, ==, "");
  g_assert_cmpstr (kkr_source_get_id (empty), ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/source/fields", test_fields);
  g_test_add_func ("/base/source/text", test_text);
  g_test_add_func ("/base/source/parts-that-lack", test_parts_that_lack);
  return g_test_run ();
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-json-private.h>

#include <json-glib/json-glib.h>

static void
test_escaping (void)
{
  static const struct {
    const char *text, *quoted;
  } cases[] = {
    { "", "\"\"" },
    { "Læsø", "\"Læsø\"" },
    { "a\"b\\c/d", "\"a\\\"b\\\\c/d\"" },
    { "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"" },
    { "\001\037\177", "\"\\u0001\\u001f\177\"" },
    { "\xe2\x80\xa8\xf0\x9f\x98\x80", "\"\xe2\x80\xa8\xf0\x9f\x98\x80\"" },
    { "a\xff" "b", "\"a\xef\xbf\xbd" "b\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (KkrJson) json = kkr_json_new_string (cases[i].text);
      g_autofree char *text = kkr_json_to_string (json);

      kkr_json_quote (out, cases[i].text);
      g_assert_cmpstr (out->str, ==, cases[i].quoted);
      g_assert_cmpstr (text, ==, cases[i].quoted);
    }
}

/* U+FF61 comes before U+1F600 by code point and after it by UTF-16 unit. */
static void
test_order (void)
{
  g_autoptr (KkrJson) object = kkr_json_new_object ();
  g_autofree char *text = NULL;

  kkr_json_set_string (object, "\xf0\x9f\x98\x80", "6");
  kkr_json_set_string (object, "\xef\xbd\xa1", "5");
  kkr_json_set_string (object, "å", "4");
  kkr_json_set_string (object, "ab", "3");
  kkr_json_set_string (object, "a", "2");
  kkr_json_set_string (object, "B", "1");
  text = kkr_json_to_string (object);
  g_assert_cmpstr (text, ==, "{\"B\":\"1\",\"a\":\"2\",\"ab\":\"3\",\"å\":\"4\","
                   "\"\xef\xbd\xa1\":\"5\",\"\xf0\x9f\x98\x80\":\"6\"}");
}

static void
test_nesting (void)
{
  g_autoptr (KkrJson) object = kkr_json_new_object ();
  KkrJson *array = kkr_json_new_array ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  kkr_json_append_string (array, "z");
  kkr_json_append_string (array, "a");
  kkr_json_append (array, kkr_json_new_object ());
  kkr_json_append (array, kkr_json_new_array ());
  kkr_json_set (object, "list", array);
  kkr_json_set_string (object, "twice", "first");
  kkr_json_set_string (object, "twice", "second");
  kkr_json_set_string (object, "absent", NULL);
  text = kkr_json_to_string (object);
  g_assert_cmpstr (text, ==, "{\"list\":[\"z\",\"a\",{},[]],\"twice\":\"second\"}");
  node = json_from_string (text, NULL);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "twice"), ==,
                   "second");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json/escaping", test_escaping);
  g_test_add_func ("/base/json/order", test_order);
  g_test_add_func ("/base/json/nesting", test_nesting);
  return g_test_run ();
}

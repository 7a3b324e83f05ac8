/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <json-glib/json-glib.h>

#include "fixture.h"

static void
test_mixed (void)
{
  g_autoptr (KkrTable) table = make_mixed ();
  g_autofree char *json = kkr_table_to_json (table);

  g_assert_cmpstr (json, ==,
    "{\"name\":\"mixed\",\"title\":{\"da\":\"Blandet\",\"en\":\"Mixed\"},\"key\":[],\"columns\":["
    "{\"name\":\"offer\",\"title\":{\"da\":\"Tilbud\",\"en\":\"Offer\"},\"kind\":\"text\","
    "\"unit\":\"none\",\"values\":[\"Solgården\",\"Skovhuset\",\"Solgården\",null],"
    "\"status\":[0,0,0,1]},"
    "{\"name\":\"day\",\"title\":{\"da\":\"Dag\",\"en\":\"Day\"},\"kind\":\"date\","
    "\"unit\":\"none\",\"values\":[\"2023-08-21\",\"1970-01-01\",null,\"1969-12-31\"],"
    "\"status\":[0,0,1,0]},"
    "{\"name\":\"cost\",\"title\":{\"da\":\"Udgift\",\"en\":\"Cost\"},\"kind\":\"int64\","
    "\"unit\":\"amount\",\"values\":[123456789,-50,null,0],\"status\":[0,0,1,0]},"
    "{\"name\":\"rate\",\"title\":{\"da\":\"Timepris\",\"en\":\"Hourly price\"},"
    "\"kind\":\"ratio\",\"unit\":\"rate\",\"values\":[\"1345/2\",null,null,\"-27/10\"],"
    "\"status\":[0,2,1,0],\"total\":\"26171/20\"},"
    "{\"name\":\"occupancy\",\"title\":{\"da\":\"Belægning\",\"en\":\"Occupancy\"},"
    "\"kind\":\"float64\",\"unit\":\"percent\",\"values\":[0.1,99.95,1e-9,null],"
    "\"status\":[0,0,0,3]}]}");
}

static void
assert_same (gdouble a, gdouble b)
{
  g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
}

/* Another parser reads it, with nothing lost: 2^53 + 1 is no double. */
static void
test_parsed (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("t", "\"T\"\\", "T\x01\n");
  g_autoptr (KkrTable) table = NULL;
  g_autofree char *json = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root, *column;
  JsonArray *values;

  kkr_table_builder_add_int64 (builder, "n", "N", "N", KKR_UNIT_AMOUNT,
                               INT64S (9007199254740993, G_MAXINT64, -1), 3);
  kkr_table_builder_set_total (builder, "n", "9007199254740993");
  kkr_table_builder_add_double (builder, "x", "X", "X", KKR_UNIT_NONE,
                                DOUBLES (1.5e300, -0.25, 1e21), 3);
  kkr_table_builder_set_total (builder, "x", "5/4");
  kkr_table_builder_set_key (builder, NAMES ("n"));
  table = end_builder (builder);
  json = kkr_table_to_json (table);
  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (root, "title"),
                                                  "da"), ==, "\"T\"\\");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (root, "title"),
                                                  "en"), ==, "T\x01\n");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (root, "key"), 0),
                   ==, "n");
  column = json_array_get_object_element (json_object_get_array_member (root, "columns"), 0);
  values = json_object_get_array_member (column, "values");
  g_assert_cmpint (json_array_get_int_element (values, 0), ==, 9007199254740993);
  g_assert_cmpint (json_array_get_int_element (values, 1), ==, G_MAXINT64);
  g_assert_cmpint (json_object_get_int_member (column, "total"), ==, 9007199254740993);
  g_assert_false (json_object_has_member (column, "status"));
  column = json_array_get_object_element (json_object_get_array_member (root, "columns"), 1);
  values = json_object_get_array_member (column, "values");
  assert_same (json_array_get_double_element (values, 0), 1.5e300);
  assert_same (json_array_get_double_element (values, 2), 1e21);
  assert_same (json_object_get_double_member (column, "total"), 1.25);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/mixed", test_mixed);
  g_test_add_func ("/json/parsed", test_parsed);
  return g_test_run ();
}

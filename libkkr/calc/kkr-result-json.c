/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-result-private.h>

#include <json-glib/json-glib.h>

#include <libkkr/calc/kkr-calculator.h>

static void
add_json_text (JsonBuilder *builder, const char *name, const char *danish, const char *english)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "da");
  json_builder_add_string_value (builder, danish);
  json_builder_set_member_name (builder, "en");
  json_builder_add_string_value (builder, english);
  json_builder_end_object (builder);
}

static void
add_json_inputs (JsonBuilder *builder, KkrResult *self)
{
  g_auto (GStrv) danish = kkr_result_dup_input_lines (self, "da");
  g_auto (GStrv) english = kkr_result_dup_input_lines (self, "en");

  json_builder_set_member_name (builder, "inputs");
  json_builder_begin_object (builder);
  for (guint i = 0; danish[i] != NULL; i += 3)
    add_json_text (builder, danish[i], danish[i + 2], english[i + 2]);
  json_builder_end_object (builder);
}

static void
add_json_notes (JsonBuilder *builder, KkrResult *self)
{
  GListModel *notes = kkr_result_get_notes (self);

  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (KkrNote) note = g_list_model_get_item (notes, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "kind");
      json_builder_add_string_value (builder, kkr_note_kind_to_string (kkr_note_get_kind (note)));
      add_json_text (builder, "text", kkr_note_get_danish (note), kkr_note_get_english (note));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_json_scenarios (JsonBuilder *builder, KkrResult *self)
{
  g_autofree char *text = kkr_table_to_json (kkr_result_get_scenarios (self));

  json_builder_set_member_name (builder, "scenarios");
  json_builder_add_value (builder, json_from_string (text, NULL));
}

static void
add_json_tables (JsonBuilder *builder, KkrResult *self)
{
  GListModel *tables = kkr_result_get_tables (self);

  json_builder_set_member_name (builder, "tables");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (KkrTable) table = g_list_model_get_item (tables, i);
      g_autofree char *text = kkr_table_to_json (table);

      json_builder_add_value (builder, json_from_string (text, NULL));
    }
  json_builder_end_array (builder);
}

/**
 * kkr_result_to_json:
 * @self: a [class@Result]
 *
 * Gives everything as JSON: the calculator's name and title, the inputs that were used, the
 * register they came from, the tables as [method@Table.to_json] gives them, and the notes; of a
 * batch also the scenarios, as a table.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_result_to_json (KkrResult *self)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) root = NULL;
  KkrCalculator *calculator;

  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);

  builder = json_builder_new ();
  calculator = kkr_result_get_calculator (self);
  json_builder_begin_object (builder);
  if (calculator != NULL)
    {
      json_builder_set_member_name (builder, "calculator");
      json_builder_add_string_value (builder, kkr_calculator_get_name (calculator));
      add_json_text (builder, "title", kkr_calculator_get_title_in (calculator, "da"),
                     kkr_calculator_get_title_in (calculator, "en"));
      add_json_inputs (builder, self);
    }
  if (kkr_result_get_scenarios (self) != NULL)
    add_json_scenarios (builder, self);
  add_json_tables (builder, self);
  add_json_notes (builder, self);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

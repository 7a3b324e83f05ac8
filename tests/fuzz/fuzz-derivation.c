/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include <libkkr/base/kkr-derivation-builder.h>

#define MAX_FIELDS 11

/* The input is a program for the builder: a call a line, its arguments between '|', enums as
 * numbers, lists as `key=number,key=number`. A field that is not there is empty. */
typedef struct {
  const char *text[MAX_FIELDS];
  KkrDerivationBuilder *builder;
} Call;

static int
number (const Call *call, int field)
{
  return (int) g_ascii_strtoll (call->text[field], NULL, 10);
}

/* A key without a number gets no number: two lists of different lengths. */
static void
split_pairs (const char *pairs, char ***keys, char ***numbers)
{
  g_autoptr (GStrvBuilder) key_list = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) number_list = g_strv_builder_new ();
  g_autofree char *copy = g_strdup (pairs);
  char *rest = *copy != '\0' ? copy : NULL, *pair;

  while ((pair = fuzz_next_field (&rest, ',')) != NULL)
    {
      char *value = pair;

      g_strv_builder_add (key_list, fuzz_next_field (&value, '='));
      if (value != NULL)
        g_strv_builder_add (number_list, value);
    }
  *keys = g_strv_builder_end (key_list);
  *numbers = g_strv_builder_end (number_list);
}

static void
add_list (const Call *call)
{
  const char *const *t = call->text;
  gboolean is_sum = g_str_equal (t[0], "sum");
  g_auto (GStrv) keys = NULL, numbers = NULL;

  split_pairs (t[5], &keys, &numbers);
  if (is_sum)
    kkr_derivation_builder_add_sum (call->builder, t[1], t[2], t[3], (const char *const *) keys,
                                    (const char *const *) numbers, (KkrUnit) number (call, 4));
  else
    kkr_derivation_builder_add_apportionment (call->builder, t[1], t[2], t[3], t[4],
                                              (const char *const *) keys,
                                              (const char *const *) numbers,
                                              (KkrApportionMethod) number (call, 6),
                                              (KkrTieRule) number (call, 7), t[8],
                                              (guint) number (call, 9), t[10]);
}

static void
add_about (const Call *call)
{
  const char *const *t = call->text;

  if (g_str_equal (t[0], "source"))
    {
      g_autoptr (KkrSource) source = kkr_source_new (t[1], t[2], t[3], t[4]);

      kkr_derivation_builder_set_source (call->builder, source, t[5]);
    }
  else if (g_str_equal (t[0], "level"))
    kkr_derivation_builder_set_price_level (call->builder, t[1]);
  else if (g_str_equal (t[0], "title"))
    kkr_derivation_builder_set_title (call->builder, t[1], t[2]);
  else if (g_str_equal (t[0], "register"))
    kkr_derivation_builder_set_register (call->builder, t[1], t[2]);
  else if (g_str_equal (t[0], "note"))
    {
      g_autoptr (KkrNote) note = kkr_note_new (KKR_NOTE_KIND_REMARK, t[1], t[2]);

      kkr_derivation_builder_add_note (call->builder, note);
    }
}

static void
add_step (const Call *call)
{
  const char *const *t = call->text;

  if (g_str_equal (t[0], "value"))
    kkr_derivation_builder_add_value (call->builder, t[1], t[2], t[3], t[4],
                                      (KkrUnit) number (call, 5));
  else if (g_str_equal (t[0], "amount"))
    kkr_derivation_builder_add_amount (call->builder, t[1], t[2], t[3],
                                       g_ascii_strtoll (t[4], NULL, 10));
  else if (g_str_equal (t[0], "text"))
    kkr_derivation_builder_add_text (call->builder, t[1], t[2], t[3], t[4]);
  else if (g_str_equal (t[0], "formula"))
    kkr_derivation_builder_add_formula (call->builder, t[1], t[2], t[3], t[4],
                                        (KkrUnit) number (call, 5));
  else if (g_str_equal (t[0], "rounding"))
    kkr_derivation_builder_add_rounding (call->builder, t[1], t[2], t[3], t[4],
                                         (KkrUnit) number (call, 5),
                                         (KkrRoundingMode) number (call, 6), t[7]);
  else if (g_str_equal (t[0], "sum") || g_str_equal (t[0], "share"))
    add_list (call);
  else
    add_about (call);
}

/* The digest is that of the document without its member. */
static void
check_digest (const char *json)
{
  static const char member[] = "\"digest\":\"";
  const char *at = strstr (json, member), *end = strchr (at + sizeof member - 1, '"');
  g_autofree char *digest = g_strndup (at + sizeof member - 1,
                                       (gsize) (end - at) - (sizeof member - 1));
  g_autofree char *head = g_strndup (json, (gsize) (at - json));
  g_autofree char *without = g_strconcat (head, end + 2, NULL);
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, without, -1);

  g_assert_cmpstr (digest, ==, expected);
}

static void
check_read_back (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrDerivation) derivation = kkr_derivation_new_from_json (json, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = kkr_derivation_to_json (derivation);
  g_assert_cmpstr (again, ==, json);
}

static void
check_json (KkrDerivation *derivation, guint n_steps)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  g_autofree char *json = kkr_derivation_to_json (derivation);
  JsonObject *root;

  fuzz_check_text (json);
  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==, "kkr-derivation-1");
  g_assert_cmpstr (json_object_get_string_member (root, "value"), ==,
                   kkr_derivation_get_value (derivation));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "steps")), ==,
                    n_steps);
  check_digest (json);
  check_read_back (json);
}

static void
check (KkrDerivation *derivation)
{
  g_auto (GStrv) ids = kkr_derivation_dup_step_ids (derivation);
  guint n = g_strv_length (ids);
  g_autofree char *last = NULL;

  g_assert_cmpuint (n, >, 0);
  last = kkr_derivation_dup_step_value (derivation, ids[n - 1]);
  g_assert_cmpstr (last, ==, kkr_derivation_get_value (derivation));
  check_json (derivation, n);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *text = kkr_derivation_to_string_in (derivation, i == 0 ? "da" : "en");
      g_autofree char *html = kkr_derivation_to_html_in (derivation, i == 0 ? "da" : "en");

      fuzz_check_text (text);
      fuzz_check_text (html);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_text (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new ("amount", "840 Rebild");
  g_autoptr (KkrDerivation) derivation = NULL;
  char *rest = text, *line;

  while ((line = fuzz_next_line (&rest)) != NULL)
    {
      Call call = { .builder = builder };

      for (int i = 0; i < MAX_FIELDS; i++)
        call.text[i] = line != NULL ? fuzz_next_field (&line, '|') : "";
      add_step (&call);
    }
  derivation = kkr_derivation_builder_end (builder, &error);
  if (fuzz_settle (derivation != NULL, &error))
    check (derivation);
  return 0;
}

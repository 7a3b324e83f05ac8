/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-note.h>

#define DANISH "To rækker stod lige; den første fik kronen."
#define ENGLISH "Two rows were tied; the first got the krone."

static void
test_fields (void)
{
  g_autoptr (KkrNote) note = kkr_note_new (KKR_NOTE_KIND_TIE, DANISH, ENGLISH);
  g_autofree char *danish = NULL, *english = NULL;
  KkrNoteKind kind;

  g_assert_cmpint (kkr_note_get_kind (note), ==, KKR_NOTE_KIND_TIE);
  g_assert_cmpstr (kkr_note_get_danish (note), ==, DANISH);
  g_assert_cmpstr (kkr_note_get_english (note), ==, ENGLISH);
  g_object_get (note, "kind", &kind, "danish", &danish, "english", &english, NULL);
  g_assert_cmpint (kind, ==, KKR_NOTE_KIND_TIE);
  g_assert_cmpstr (danish, ==, DANISH);
  g_assert_cmpstr (english, ==, ENGLISH);
}

static void
test_text (void)
{
  g_autoptr (KkrNote) note = kkr_note_new (KKR_NOTE_KIND_TIE, DANISH, ENGLISH);
  g_autofree char *text = kkr_note_to_string (note);
  g_autofree char *english = kkr_note_to_string_in (note, "en");
  g_autofree char *danish = kkr_note_to_string_in (note, "da");
  g_autofree char *str = kkr_note___str__ (note);
  g_autofree char *repr = kkr_note___repr__ (note);

  g_assert_cmpstr (text, ==, DANISH);
  g_assert_cmpstr (danish, ==, DANISH);
  g_assert_cmpstr (str, ==, DANISH);
  g_assert_cmpstr (english, ==, ENGLISH);
  g_assert_cmpstr (repr, ==, "<Kkr.Note tie: " DANISH ">");
}

static void
test_made_of_nothing (void)
{
  g_autoptr (KkrNote) note = g_object_new (KKR_TYPE_NOTE, NULL);
  g_autofree char *text = kkr_note_to_string (note);

  g_assert_cmpint (kkr_note_get_kind (note), ==, KKR_NOTE_KIND_REMARK);
  g_assert_cmpstr (text, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/note/fields", test_fields);
  g_test_add_func ("/base/note/text", test_text);
  g_test_add_func ("/base/note/made-of-nothing", test_made_of_nothing);
  return g_test_run ();
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is written and read again is the same, and is written as the same bytes. */

#include <string.h>

#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/register/kkr-bulk-store-private.h>
#include <libkkr/register/kkr-overlay.h>
#include <libkkr/register/kkr-register-keys-private.h>
#include <libkkr/register/kkr-register-reader.h>
#include <libkkr/register/kkr-register-writer.h>

#include "random-register.h"

#define N_REGISTERS 1000
/* Of so many registers one is overlaid. */
#define PART_OF_OVERLAYS 5

/* Fewer where each takes a hundred times as long, but so many that each test has one. */
static guint
count_registers (void)
{
  const char *asked = g_getenv ("KKR_TEST_REGISTERS");
  guint64 n = N_REGISTERS;

  if (asked != NULL
      && !g_ascii_string_to_unsigned (asked, 10, PART_OF_OVERLAYS, N_REGISTERS, &n, NULL))
    g_error ("bad KKR_TEST_REGISTERS: \"%s\" found, a number from %d to %d expected", asked,
             PART_OF_OVERLAYS, N_REGISTERS);
  return (guint) n;
}

static KkrRegister *
read_register (GBytes *bytes)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GError) error = NULL;
  KkrRegister *reg = kkr_register_reader_read_bytes (reader, bytes, "random.xml", NULL, &error);

  if (error != NULL)
    g_test_message ("%s", (const char *) g_bytes_get_data (bytes, NULL));
  g_assert_no_error (error);
  return reg;
}

static GBytes *
write_register (KkrRegister *reg)
{
  g_autoptr (KkrRegisterWriter) writer = kkr_register_writer_new ();
  g_autoptr (GError) error = NULL;
  GBytes *bytes = kkr_register_writer_to_bytes (writer, reg, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
tell_text (GString *out, const KkrKeyFacts *facts, KkrTextId text)
{
  const char *found = kkr_key_facts_get_text (facts, text);

  g_string_append_printf (out, " [%s]", found != NULL ? found : "-");
}

/* All that a fact is but where it was read. */
static void
tell_fact (GString *out, const KkrKeyFacts *facts, const KkrFactRecord *record)
{
  KkrSource *source = kkr_store_get_source (facts->store, record->source);

  g_string_append_printf (out, "%s %lld/%lld %d %d %d %d %d %u %u %u %u %u %u %u %u %u %u [%s]",
                          facts->key, (long long) record->num, (long long) record->den,
                          record->from, record->until, record->known, record->known_until,
                          record->level, record->scale, record->precision, record->flags,
                          record->unit, record->status, record->qualifier, record->from_precision,
                          record->until_precision, record->known_precision,
                          record->known_until_precision,
                          source != NULL ? kkr_source_get_id (source) : "-");
  tell_text (out, facts, record->printed);
  tell_text (out, facts, record->section);
  tell_text (out, facts, record->level_text);
  tell_text (out, facts, record->title);
  tell_text (out, facts, record->title_en);
  tell_text (out, facts, record->note);
  tell_text (out, facts, record->note_en);
  g_string_append_c (out, '\n');
}

static const char *
id_of (GObject *object)
{
  if (object == NULL)
    return "-";
  return KKR_IS_SOURCE (object) ? kkr_source_get_id (KKR_SOURCE (object))
                                : kkr_entity_get_id (KKR_ENTITY (object));
}

static void
tell_entity (GString *out, const KkrModel *model, KkrEntity *entity)
{
  const KkrModel *child;

  g_string_append (out, model->element);
  for (guint i = 0; i < model->n_fields; i++)
    {
      const KkrFieldValue *value = kkr_entity_get_value (entity, i);

      g_string_append_printf (out, " %s=[%s] %lld %d %d %u %u %s", model->fields[i].name,
                              value->text != NULL ? value->text : "-", (long long) value->number,
                              value->from, value->until, value->from_precision,
                              value->until_precision, id_of (value->object));
      for (guint j = 0; j < value->n_objects; j++)
        g_string_append_printf (out, " %s", id_of (value->objects[j]));
    }
  g_string_append_c (out, '\n');
  for (guint i = 0; (child = kkr_model_get_child (model, i)) != NULL; i++)
    {
      guint n;
      gpointer const *items = kkr_frozen_list_peek (kkr_entity_get_children (entity, child), &n);

      for (guint j = 0; j < n; j++)
        tell_entity (out, child, items[j]);
    }
}

static char *
tell_register (KkrRegister *reg)
{
  GString *out = g_string_new (NULL);
  KkrStore *store = kkr_register_get_store (reg);
  KkrKeyIter iter;
  KkrKeyFacts facts;

  for (guint i = 0; i < KKR_N_MODELS; i++)
    if (kkr_models[i]->parent == NULL)
      {
        guint n;
        gpointer const *items = kkr_frozen_list_peek (kkr_store_get_list (store, kkr_models[i]),
                                                      &n);

        for (guint j = 0; j < n; j++)
          tell_entity (out, kkr_models[i], items[j]);
      }
  for (guint i = 0; i < KKR_N_BULK; i++)
    {
      g_autoptr (KkrTable) table = kkr_bulk_make_table (store, (KkrBulkId) i, NULL);
      g_autofree char *rows = kkr_table_to_csv (table);

      g_string_append (out, rows);
    }
  kkr_key_iter_init (&iter, reg, NULL);
  while (kkr_key_iter_next (&iter, &facts))
    for (guint i = 0; i < facts.n_facts; i++)
      tell_fact (out, &facts, &facts.facts[i]);
  return g_string_free (out, FALSE);
}

static void
assert_same (GBytes *first, GBytes *second)
{
  if (!g_bytes_equal (first, second))
    g_test_message ("%.*s\n%.*s", (int) g_bytes_get_size (first),
                    (const char *) g_bytes_get_data (first, NULL),
                    (int) g_bytes_get_size (second),
                    (const char *) g_bytes_get_data (second, NULL));
  g_assert_true (g_bytes_equal (first, second));
}

static void
assert_survives (KkrRegister *reg)
{
  g_autoptr (GBytes) first = write_register (reg);
  g_autoptr (KkrRegister) again = read_register (first);
  g_autoptr (GBytes) second = write_register (again);
  g_autofree char *before = tell_register (reg);
  g_autofree char *after = tell_register (again);
  g_auto (GStrv) lines_before = g_strsplit (before, "\n", -1);
  g_auto (GStrv) lines_after = g_strsplit (after, "\n", -1);

  for (guint i = 0; lines_before[i] != NULL && lines_after[i] != NULL; i++)
    g_assert_cmpstr (lines_before[i], ==, lines_after[i]);
  g_assert_cmpstr (before, ==, after);
  assert_same (first, second);
  g_assert_cmpuint (kkr_register_get_n_facts (reg), ==, kkr_register_get_n_facts (again));
}

/* On top of which nothing is read: what a layer is made of is all there. */
static void
assert_is_layer (KkrRegister *reg)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GBytes) nothing = g_bytes_new_static ("<register format='1'/>", 22);
  g_autoptr (GBytes) first = write_register (reg), second = NULL;
  g_autoptr (KkrRegister) layered = NULL;
  g_autofree char *before = tell_register (reg), *after = NULL;

  kkr_register_reader_set_below (reader, reg);
  layered = kkr_register_reader_read_bytes (reader, nothing, NULL, NULL, NULL);
  second = write_register (layered);
  after = tell_register (layered);
  g_assert_cmpstr (before, ==, after);
  assert_same (first, second);
}

static void
test_random (void)
{
  for (guint seed = 0; seed < count_registers (); seed++)
    {
      char *text = random_register (seed);
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
      g_autoptr (KkrRegister) reg = read_register (bytes);

      assert_survives (reg);
      if (seed % 5 == 0)
        assert_is_layer (reg);
    }
}

/* Every third fact is changed, and every fourth removed, unless an object names its key. */
static KkrRegister *
overlay_register (KkrRegister *reg)
{
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (reg);
  g_auto (GStrv) keys = kkr_register_dup_keys (reg, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    if (i % 3 == 0)
      kkr_overlay_change (overlay, keys[i], NULL, i % 2 == 0 ? "12,5" : "7", NULL);
    else if (i % 4 == 0
             && (g_str_has_prefix (keys[i], "series-") || g_str_has_prefix (keys[i], "table-")))
      kkr_overlay_remove (overlay, keys[i], NULL, NULL);
  kkr_overlay_add (overlay, "a-new/one", KKR_UNIT_RATE, "2023K2", "1,25", NULL);
  kkr_overlay_add_text (overlay, "zz", "[..2017-01-01]/..", "ny & \"uprøvet\"", NULL);
  return kkr_overlay_apply (overlay, NULL);
}

/* Whatever has its facts of the register and whatever has them of the overlay: the same facts, then
 * the same bytes. */
static void
test_random_overlays (void)
{
  for (guint seed = 0; seed < count_registers () / PART_OF_OVERLAYS; seed++)
    {
      char *text = random_register (seed);
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
      g_autoptr (KkrRegister) reg = read_register (bytes);
      g_autoptr (KkrRegister) overlaid = overlay_register (reg);

      assert_survives (overlaid);
    }
}

static void
test_packaged (void)
{
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();

  assert_survives (reg);
}

static void
test_nothing (void)
{
  g_autoptr (KkrRegister) reg = g_object_new (KKR_TYPE_REGISTER, NULL);
  g_autoptr (GBytes) first = write_register (reg);
  g_autoptr (KkrRegister) again = read_register (first);
  g_autoptr (GBytes) second = write_register (again);

  assert_same (first, second);
  g_assert_cmpuint (kkr_register_get_n_facts (again), ==, 0);
}

/* A number that would leave a test with nothing to do is refused. */
static void
test_too_few (void)
{
  static const char *const refused[] = { "0", "4", "1001", "-1", "", "all", "20 " };

  if (g_test_subprocess ())
    {
      count_registers ();
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *before = g_strdup (g_getenv ("KKR_TEST_REGISTERS"));

      g_setenv ("KKR_TEST_REGISTERS", refused[i], TRUE);
      g_test_trap_subprocess (NULL, 0, 0);
      if (before != NULL)
        g_setenv ("KKR_TEST_REGISTERS", before, TRUE);
      else
        g_unsetenv ("KKR_TEST_REGISTERS");
      g_test_trap_assert_failed ();
      g_test_trap_assert_stderr ("*bad KKR_TEST_REGISTERS*");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Before there are threads: it changes the environment. */
  g_test_add_func ("/register/round-trip/too-few", test_too_few);
  g_test_add_func ("/register/round-trip/nothing", test_nothing);
  g_test_add_func ("/register/round-trip/packaged", test_packaged);
  g_test_add_func ("/register/round-trip/random", test_random);
  g_test_add_func ("/register/round-trip/random-overlays", test_random_overlays);
  return g_test_run ();
}

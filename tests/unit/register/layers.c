/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/register/kkr-overlay.h>
#include <libkkr/register/kkr-register-reader.h>
#include <libkkr/register/kkr-register-writer.h>

static const char system_text[] =
  "<register format='1' version='2024.01'>\n"
  "<source id='memo' title='Notat' publisher='Udvalg' date='2023-08-21'/>\n"
  "<region code='1081' name='Region Nordjylland' source='memo' section='1'/>\n"
  "<municipality code='840' name='Rebild' region='1081' source='memo' section='1'/>\n"
  "<arrangement id='joint' title-da='Fælles' title-en='Joint' budget='budget' weights='persons' "
  "reference='previous-year-quarter-2' source='memo' section='2'>\n"
  "<payer municipality='840'/>\n"
  "</arrangement>\n"
  "<series key='budget' unit='amount' source='memo' section='3' known='2023-08-21'>\n"
  "<fact valid='2023' value='100'/>\n"
  "<fact valid='2024' value='110'/>\n"
  "</series>\n"
  "<series key='persons' unit='persons' subjects='municipality' source='memo' section='4'>\n"
  "<fact subject='840' valid='2023K2' value='7317'/>\n"
  "</series>\n"
  "<table key='t' title-da='Tabel' valid='2024' source='memo' section='5'>\n"
  "<column name='a' title-da='A' unit='count'/>\n"
  "<row subject='x' values='1'/>\n"
  "<row subject='y' values='2'/>\n"
  "</table>\n"
  "</register>\n";

static const char user_text[] =
  "<register format='1'>\n"
  "<source id='mine' title='Eget notat' publisher='Os' date='2024-01-05'/>\n"
  "<municipality code='820' name='Vesthimmerland' region='1081' source='mine' section='1'/>\n"
  "<arrangement id='joint' title-da='Vores' title-en='Ours' budget='budget' weights='persons' "
  "reference='previous-year-quarter-2' source='mine' section='2'>\n"
  "<payer municipality='820'/>\n"
  "</arrangement>\n"
  "<series key='budget' unit='amount' source='mine' section='3' known='2023-08-21'>\n"
  "<fact valid='2024' value='120'/>\n"
  "<fact valid='2025' value='130'/>\n"
  "</series>\n"
  "</register>\n";

static KkrRegister *
read_text (KkrRegister *below, const char *text, const char *uri, GError **error)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  kkr_register_reader_set_below (reader, below);
  return kkr_register_reader_read_bytes (reader, bytes, uri, NULL, error);
}

static KkrRegister *
read_good (KkrRegister *below, const char *text, const char *uri)
{
  g_autoptr (GError) error = NULL;
  KkrRegister *reg = read_text (below, text, uri, &error);

  g_assert_no_error (error);
  return reg;
}

static void
assert_fact (KkrRegister *reg, const char *key, const char *day, const char *value,
             const char *uri, guint line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrFact) fact = kkr_register_lookup (reg, key, day, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kkr_fact_get_printed (fact), ==, value);
  g_assert_cmpstr (kkr_fact_get_uri (fact), ==, uri);
  g_assert_cmpuint (kkr_fact_get_line (fact), ==, line);
}

static void
test_below (void)
{
  g_autoptr (KkrRegister) below = read_good (NULL, system_text, "system.xml");
  g_autoptr (KkrRegister) reg = read_good (below, user_text, "user.xml");
  g_autoptr (KkrArrangement) joint = kkr_register_find_arrangement (reg, "joint", NULL);
  g_autoptr (KkrMunicipality) rebild = kkr_register_find_municipality (reg, "840", NULL);
  g_autoptr (KkrMunicipality) vesthimmerland = kkr_register_find_municipality (reg, "820", NULL);
  GListModel *payers = kkr_entity_get_children (KKR_ENTITY (joint), &kkr_arrangement_payer_model);

  g_assert_cmpstr (kkr_entity_get_title_in (KKR_ENTITY (joint), "da"), ==, "Vores");
  g_assert_cmpstr (kkr_entity_get_uri (KKR_ENTITY (joint)), ==, "user.xml");
  g_assert_cmpuint (g_list_model_get_n_items (payers), ==, 1);
  g_assert_cmpstr (kkr_entity_get_uri (KKR_ENTITY (rebild)), ==, "system.xml");
  g_assert_cmpuint (kkr_entity_get_line (KKR_ENTITY (rebild)), ==, 4);
  g_assert_cmpstr (kkr_entity_get_uri (KKR_ENTITY (vesthimmerland)), ==, "user.xml");
  assert_fact (reg, "budget", "2023-05-01", "100", "system.xml", 9);
  assert_fact (reg, "budget", "2024-05-01", "120", "user.xml", 8);
  assert_fact (reg, "budget", "2025-05-01", "130", "user.xml", 9);
  assert_fact (reg, "persons/840", "2023-05-01", "7317", "system.xml", 13);
  assert_fact (below, "budget", "2024-05-01", "110", "system.xml", 10);
  g_assert_cmpuint (kkr_register_get_n_facts (reg), ==, kkr_register_get_n_facts (below) + 1);
  g_assert_cmpstr (kkr_register_get_data_version (reg), ==, "2024.01");
  g_assert_cmpstr (kkr_register_get_sha256 (reg), !=, kkr_register_get_sha256 (below));
}

/* With nothing on top everything is as below. */
static void
test_nothing_on_top (void)
{
  g_autoptr (KkrRegister) below = kkr_register_new_packaged ();
  g_autoptr (KkrRegister) reg = read_good (below, "<register format='1'/>", "empty.xml");
  g_autoptr (KkrRegisterWriter) writer = kkr_register_writer_new ();
  g_autoptr (GBytes) first = kkr_register_writer_to_bytes (writer, below, NULL);
  g_autoptr (GBytes) second = kkr_register_writer_to_bytes (writer, reg, NULL);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpuint (kkr_register_get_n_facts (reg), ==, kkr_register_get_n_facts (below));
}

/* A table that is said again takes the place of the other; facts of rows it lacks stay. */
static void
test_table (void)
{
  static const char text[] =
    "<register format='1'><source id='mine' title='T' publisher='P' date='2024-01-05'/>"
    "<table key='t' title-da='Ny' valid='2024' source='mine' section='5'>"
    "<column name='a' title-da='A' unit='count'/><row subject='x' values='7'/></table></register>";
  g_autoptr (KkrRegister) below = read_good (NULL, system_text, "system.xml");
  g_autoptr (KkrRegister) reg = read_good (below, text, "user.xml");
  g_autoptr (KkrTable) table = kkr_register_get_table (reg, "t", NULL);

  g_assert_cmpstr (kkr_table_get_title_in (table, "da"), ==, "Ny");
  g_assert_cmpuint (kkr_table_get_n_rows (table), ==, 1);
  assert_fact (reg, "t/a/x", "2024-05-01", "7", "user.xml", 1);
  assert_fact (reg, "t/a/y", "2024-05-01", "2", "system.xml", 18);
}

/* On an overlay: what was assumed is below, too. */
static void
test_on_overlay (void)
{
  g_autoptr (KkrRegister) below = read_good (NULL, system_text, "system.xml");
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (below);
  g_autoptr (KkrRegister) overlaid = NULL, reg = NULL;
  g_autoptr (KkrFact) fact = NULL;

  kkr_overlay_change (overlay, "budget", "2023", "99", NULL);
  kkr_overlay_change (overlay, "t/a/y", "2024", "9", NULL);
  overlaid = kkr_overlay_apply (overlay, NULL);
  reg = read_good (overlaid, user_text, "user.xml");
  fact = kkr_register_lookup (reg, "budget", "2023-05-01", NULL, NULL);
  g_assert_cmpstr (kkr_fact_get_printed (fact), ==, "99");
  g_assert_true (kkr_fact_is_overlaid (fact));
  assert_fact (reg, "t/a/y", "2024-05-01", "9", NULL, 0);
  assert_fact (reg, "budget", "2024-05-01", "120", "user.xml", 8);
}

static void
test_broken_layer (void)
{
  static const struct {
    const char *text, *message;
  } rows[] = {
    { "<register format='1'>\n<series key='budget' unit='amount' source='memo' section='1' "
      "known='2023-08-21'>\n<fact valid='2024-05' value='1'/></series></register>",
      "user.xml:3:1: another value of budget for some of the same days: \"1\" found, \"110\" of "
      "system.xml:10:1 expected" },
    { "<register format='1'>\n<region code='1082' name='R' source='memo' section='1'/>\n"
      "<region code='1082' name='R' source='memo' section='1'/></register>",
      "user.xml:3:9: a second \"region\": \"1082\" found, which user.xml:2:1 has already" },
    { "<register format='1'>\n<region code='1082' name='R' source='mem' section='1'/></register>",
      "user.xml:2:30: no such \"source\": \"mem\" found, one that is there expected "
      "(memo of system.xml:2:1)" },
    { "<register format='1'>\n<series key='budget' unit='persons' source='memo' section='1'>\n"
      "<fact valid='2030' value='1'/></series></register>",
      "user.xml:3:1: another unit of the same key budget: \"persons\" found, \"amount\" of "
      "system.xml:9:1 expected" },
  };
  g_autoptr (KkrRegister) below = read_good (NULL, system_text, "system.xml");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (below, rows[i].text, "user.xml", &error));
      g_assert_true (error->domain == KKR_LOAD_ERROR);
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
}

static char *
make_folder (const char *root, const char *name, const char *text)
{
  char *folder = g_build_filename (root, name, NULL);
  g_autofree char *path = g_build_filename (folder, "a.xml", NULL);
  g_autofree char *other = g_build_filename (folder, "notes.txt", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (g_file_set_contents (other, "no register", -1, NULL));
  return folder;
}

static void
remove_folder (const char *folder)
{
  static const char *const names[] = { "a.xml", "notes.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_folders (void)
{
  static const char site_text[] =
    "<register format='1'>\n<series key='budget' unit='amount' source='memo' section='1' "
    "known='2023-08-21'>\n<fact valid='2023' value='101'/>\n<fact valid='2024' value='111'/>\n"
    "</series></register>";
  g_autofree char *root = g_dir_make_tmp ("kkr-layers-XXXXXX", NULL);
  g_autofree char *low = make_folder (root, "system", system_text);
  g_autofree char *middle = make_folder (root, "site", site_text);
  g_autofree char *high = make_folder (root, "user", user_text);
  g_autofree char *missing = g_build_filename (root, "missing", NULL);
  const char *const good[] = { low, middle, high, NULL }, *const bad[] = { low, missing, NULL };
  const char *const none[] = { NULL }, *const twice[] = { low, low, NULL };
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrRegister) reg = kkr_register_reader_read_folders (reader, good, NULL, &error);
  g_autoptr (KkrRegister) again = NULL;

  g_assert_no_error (error);
  {
    g_autofree char *site = g_build_filename (middle, "a.xml", NULL);
    g_autofree char *user = g_build_filename (high, "a.xml", NULL);

    assert_fact (reg, "budget", "2023-05-01", "101", site, 3);
    assert_fact (reg, "budget", "2024-05-01", "120", user, 8);
  }
  again = kkr_register_reader_read_folders (reader, twice, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kkr_register_get_n_facts (again), ==, 5);
  g_assert_null (kkr_register_reader_read_folders (reader, bad, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, missing));
  g_clear_error (&error);
  g_assert_null (kkr_register_reader_read_folders (reader, none, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  remove_folder (low);
  remove_folder (middle);
  remove_folder (high);
  g_assert_cmpint (g_rmdir (root), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/layers/below", test_below);
  g_test_add_func ("/register/layers/nothing-on-top", test_nothing_on_top);
  g_test_add_func ("/register/layers/table", test_table);
  g_test_add_func ("/register/layers/on-overlay", test_on_overlay);
  g_test_add_func ("/register/layers/broken-layer", test_broken_layer);
  g_test_add_func ("/register/layers/folders", test_folders);
  return g_test_run ();
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A register is shared between threads, and each reads one of its own. */

#include <libkkr/register/kkr-register-private.h>
#include <libkkr/register/kkr-overlay.h>
#include <libkkr/register/kkr-register-reader.h>

#define N_THREADS 8
#define N_ROUNDS 200

static gpointer
use_register (gpointer data)
{
  KkrRegister *reg = data;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (KkrMunicipality) rebild = kkr_register_find_municipality (reg, "Rebild", NULL);
      g_autoptr (KkrFact) fact = kkr_register_lookup (reg, "children-0-17/840", "2023-04-01", NULL,
                                                      NULL);
      g_autoptr (GObject) first = g_list_model_get_item (kkr_register_get_municipalities (reg), 0);
      g_autofree char *text = kkr_fact_to_string (fact);

      g_assert_cmpint (kkr_municipality_get_code (rebild), ==, 840);
      g_assert_cmpstr (kkr_fact_get_printed (fact), ==, "7317");
      g_assert_cmpint (kkr_municipality_get_code (KKR_MUNICIPALITY (first)), ==, 101);
    }
  return NULL;
}

typedef struct {
  KkrRegister *reg;
  guint first;
} Visit;

/* Lists are made by whoever asks first. Each thread begins with another of them, and finds the same
 * objects as the others. */
static gpointer
make_lists (gpointer data)
{
  const Visit *visit = data;
  GListModel **lists = g_new0 (GListModel *, KKR_N_MODELS);

  for (guint i = 0; i < KKR_N_MODELS; i++)
    {
      const KkrModel *model = kkr_models[(visit->first + i) % KKR_N_MODELS];
      g_autoptr (KkrTable) table = kkr_register_get_table (visit->reg, "kmf-2019", NULL);

      g_assert_cmpuint (kkr_table_get_n_rows (table), >, 0);
      lists[model->id] = kkr_store_get_list (kkr_register_get_store (visit->reg), model);
      for (guint j = 0; j < g_list_model_get_n_items (lists[model->id]); j++)
        {
          g_autoptr (KkrEntity) entity = g_list_model_get_item (lists[model->id], j);
          g_autofree char *text = kkr_entity_to_string (entity);

          g_assert_true (kkr_entity_get_model (entity) == model);
          g_assert_nonnull (text);
        }
    }
  return lists;
}

static void
test_lists (void)
{
  for (guint round = 0; round < 4; round++)
    {
      g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();
      GThread *threads[N_THREADS];
      Visit visits[N_THREADS];
      GListModel **first = NULL;

      for (guint i = 0; i < N_THREADS; i++)
        {
          visits[i] = (Visit) { reg, (i * 5 + round) % KKR_N_MODELS };
          threads[i] = g_thread_new ("register", make_lists, &visits[i]);
        }
      for (guint i = 0; i < N_THREADS; i++)
        {
          GListModel **lists = g_thread_join (threads[i]);

          for (guint j = 0; first != NULL && j < KKR_N_MODELS; j++)
            g_assert_true (lists[j] == first[j]);
          if (first == NULL)
            first = lists;
          else
            g_free (lists);
        }
      g_free (first);
    }
}

/* Facts of the register below, changed ones, a table, and a list that is made when it is first asked
 * for. */
static gpointer
use_overlay (gpointer data)
{
  KkrRegister *reg = data;
  g_auto (GStrv) tables = kkr_register_dup_table_keys (reg, NULL);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (KkrFact) changed = kkr_register_lookup (reg, "children-0-17/840", "2023-04-01",
                                                         NULL, NULL);
      g_autoptr (KkrFact) kept = kkr_register_lookup (reg, "children-0-17/851", "2023-04-01", NULL,
                                                      NULL);
      g_autoptr (KkrFact) added = kkr_register_lookup (reg, "new", "2024-01-01", NULL, NULL);
      g_autoptr (KkrTable) table = i % 20 == 0 ? kkr_register_get_table (reg, tables[0], NULL)
                                               : NULL;

      g_assert_cmpstr (kkr_fact_get_printed (changed), ==, "7000");
      g_assert_true (kkr_fact_is_overlaid (changed));
      g_assert_cmpstr (kkr_fact_get_printed (kept), ==, "39978");
      g_assert_cmpstr (kkr_fact_get_printed (added), ==, "5");
      g_assert_cmpuint (g_list_model_get_n_items (kkr_register_get_offers (reg)), >, 0);
      g_assert_true (i % 20 != 0 || table != NULL);
    }
  return NULL;
}

/* The cells and texts of bulk rows are shared by all tables of them. */
static gpointer
use_bulk (gpointer data)
{
  for (guint i = 0; i < N_ROUNDS / 10; i++)
    {
      g_autoptr (KkrTable) table = kkr_register_get_table (data, "arrivals", NULL);
      KkrColumn *kinds = kkr_table_get_column (table, "kind");
      KkrColumn *persons = kkr_table_get_column (table, "persons");
      g_autofree char *csv = kkr_table_to_csv (table);

      g_assert_cmpstr (kkr_column_get_labels (kinds)[299], ==, "k299");
      g_assert_cmpint (kkr_column_get_int64 (persons, 299), ==, 299);
      g_assert_true (g_str_has_suffix (csv, "k299,851,2020-01-01,.,299\r\n"));
    }
  return NULL;
}

static gpointer
read_register (gpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "libkkr", "data",
                                                 "geography.xml", NULL);
  const char *paths[] = { path, NULL };

  for (guint i = 0; i < N_ROUNDS / 10; i++)
    {
      g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
      g_autoptr (KkrRegister) reg = kkr_register_reader_read_files (reader, paths, NULL, NULL);

      g_assert_cmpuint (g_list_model_get_n_items (kkr_register_get_municipalities (reg)), ==, 98);
    }
  return NULL;
}

static void
run_threads (GThreadFunc function, gpointer data)
{
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("register", function, data);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

static void
test_shared (void)
{
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();

  run_threads (use_register, reg);
}

static void
test_overlay (void)
{
  g_autoptr (KkrRegister) below = kkr_register_new_packaged ();
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (below);
  g_autoptr (KkrRegister) reg = NULL;

  kkr_overlay_change (overlay, "children-0-17/840", NULL, "7000", NULL);
  kkr_overlay_add (overlay, "new", KKR_UNIT_COUNT, "2024", "5", NULL);
  reg = kkr_overlay_apply (overlay, NULL);
  g_clear_object (&overlay);
  g_clear_object (&below);
  run_threads (use_overlay, reg);
}

/* Tables are made, and kept, by others than those who have the register. */
static void
test_bulk (void)
{
  g_autoptr (GString) text = g_string_new (
    "<register format='1'><source id='s' title='S' publisher='P' date='2020'/>"
    "<region code='1081' name='R' source='s' section='1'/>"
    "<municipality code='851' name='A' region='1081' source='s' section='1'/>");
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (KkrRegister) reg = NULL;
  g_autoptr (KkrTable) kept = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "<arrival kind='k%u' municipality='851' valid='2020-01-01/..' "
                            "persons='%u'/>", i, i);
  g_string_append (text, "</register>");
  bytes = g_bytes_new (text->str, text->len);
  reg = kkr_register_reader_read_bytes (reader, bytes, NULL, NULL, NULL);
  run_threads (use_bulk, reg);
  kept = kkr_register_get_table (reg, "arrivals", NULL);
  g_clear_object (&reg);
  g_assert_cmpstr (kkr_column_get_labels (kkr_table_get_column (kept, "kind"))[299], ==, "k299");
}

static void
test_readers (void)
{
  run_threads (read_register, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/threads/shared", test_shared);
  g_test_add_func ("/register/threads/lists", test_lists);
  g_test_add_func ("/register/threads/overlay", test_overlay);
  g_test_add_func ("/register/threads/bulk", test_bulk);
  g_test_add_func ("/register/threads/readers", test_readers);
  return g_test_run ();
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A register is shared between threads, and each reads one of its own. */

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
test_readers (void)
{
  run_threads (read_register, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/threads/shared", test_shared);
  g_test_add_func ("/register/threads/readers", test_readers);
  return g_test_run ();
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Files that are too large for the corpus, and damage at every place. */

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-bulk-store-private.h>
#include <libkkr/register/kkr-register-private.h>
#include <libkkr/register/kkr-register-reader.h>

#define HEAD "<?xml version='1.0'?>\n<register format='1' version='1'>"

/* What comes out of a pipe: a head, and then one text over and over. */
typedef struct {
  const char *path;
  const char *head;
  const char *unit;
  gint64 n_units;
} Flood;

static gpointer
write_flood (gpointer data)
{
  const Flood *flood = data;
  g_autoptr (GString) block = g_string_new (NULL);
  int fd = g_open (flood->path, O_WRONLY, 0);
  gint64 left = flood->n_units;

  for (guint i = 0; i < 4096; i++)
    g_string_append (block, flood->unit);
  if (write (fd, flood->head, strlen (flood->head)) < 0)
    left = 0;
  /* The reader closes its end when it has had enough. */
  while (left > 0 && write (fd, block->str, block->len) == (gssize) block->len)
    left -= 4096;
  close (fd);
  return NULL;
}

static KkrRegister *
read_flood (KkrRegisterReader *reader, const char *head, const char *unit, gint64 n_units,
            GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("kkr-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "flood.xml", NULL);
  const char *paths[] = { path, NULL };
  Flood flood = { path, head, unit, n_units };
  GThread *writer;
  KkrRegister *reg;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  writer = g_thread_new ("flood", write_flood, &flood);
  reg = kkr_register_reader_read_files (reader, paths, NULL, error);
  g_thread_join (writer);
  g_unlink (path);
  g_rmdir (folder);
  return reg;
}

static void
assert_rule (KkrRegisterReader *reader, const char *rule)
{
  g_autoptr (KkrProblem) problem =
    g_list_model_get_item (kkr_register_reader_get_problems (reader), 0);

  g_assert_cmpstr (kkr_problem_get_rule (problem), ==, rule);
}

static long
peak_kilobytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/* Two gigabytes of spaces are read up to max-bytes, and hardly any of them is kept. */
static void
test_spaces (void)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GError) error = NULL;
  long before = peak_kilobytes ();

  g_assert_null (read_flood (reader, HEAD, "                ", (gint64) 2 << 26, &error));
  g_assert_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_LIMIT);
  assert_rule (reader, "too-many-bytes");
  g_assert_cmpint (peak_kilobytes () - before, <, 64 * 1024);
}

/* What the parser would have to keep until it ends: each is refused when it is too long. */
static void
test_without_end (void)
{
  static const struct {
    const char *head, *unit;
  } floods[] = {
    { HEAD "<source id='", "x" },
    { HEAD "<source ", "           " },
    { HEAD "<!-- ", "x " },
    { HEAD "<?editor ", "x " },
    { HEAD "<", "x" },
    { HEAD "<source", "\n" },
    { "<!", "x" },
    { "<?xml version='1.0' ", " " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (floods); i++)
    {
      g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
      long before = peak_kilobytes ();

      g_test_message ("%s%s...", floods[i].head, floods[i].unit);
      g_assert_null (read_flood (reader, floods[i].head, floods[i].unit, 1 << 26, NULL));
      g_assert_cmpint (peak_kilobytes () - before, <, 64 * 1024);
    }
}

static void
test_depth (void)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "<a>");
  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "</a>");
  g_string_append (text, "</register>");
  bytes = g_bytes_new (text->str, text->len);
  g_assert_null (kkr_register_reader_read_bytes (reader, bytes, NULL, NULL, &error));
  g_assert_cmpuint (g_list_model_get_n_items (kkr_register_reader_get_problems (reader)), ==, 2);
  g_assert_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_SCHEMA);
}

static GBytes *
read_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "libkkr", "data", name, NULL);
  char *text;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  return g_bytes_new_take (text, size);
}

/* A file that is cut off anywhere is an error and no register. */
static void
test_truncated (void)
{
  g_autoptr (GBytes) whole = read_data ("socialtilsyn-nord-2022.xml");
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  gsize size = g_bytes_get_size (whole);

  for (gsize n = 0; n + 2 < size; n += n < 2000 || n + 200 > size ? 1 : 37)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, n);
      g_autoptr (GError) error = NULL;

      g_assert_null (kkr_register_reader_read_bytes (reader, part, NULL, NULL, &error));
      g_assert_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_SYNTAX);
    }
}

/* Another byte anywhere makes an error or another register, and nothing worse. */
static void
test_changed_bytes (void)
{
  g_autoptr (GBytes) whole = read_data ("socialtilsyn-nord-2022.xml");
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  static const char other[] = { '<', '"', '\0', '\xe6', '9' };
  gsize size;
  const char *data = g_bytes_get_data (whole, &size);

  for (gsize i = 0; i < size; i += 11)
    {
      char *text = g_memdup2 (data, size);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (KkrRegister) reg = NULL;
      g_autoptr (GError) error = NULL;

      text[i] = other[i / 11 % G_N_ELEMENTS (other)];
      changed = g_bytes_new_take (text, size);
      reg = kkr_register_reader_read_bytes (reader, changed, NULL, NULL, &error);
      g_assert_true ((reg != NULL) == (error == NULL));
    }
}

/* Facts and objects, few enough for a block of them to be cut in many places. */
static KkrRegister *
read_few (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "libkkr", "data",
                                              NULL);
  g_autofree char *geography = g_build_filename (folder, "geography.xml", NULL);
  g_autofree char *report = g_build_filename (folder, "socialtilsyn-nord-2022.xml", NULL);
  const char *const paths[] = { geography, report, NULL };
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GError) error = NULL;
  KkrRegister *reg = kkr_register_reader_read_files (reader, paths, NULL, &error);

  g_assert_no_error (error);
  return reg;
}

static void
test_cut_block (void)
{
  g_autoptr (KkrRegister) whole = read_few ();
  g_autoptr (GBytes) bytes = kkr_store_dup_block (kkr_register_get_store (whole));
  gsize size = g_bytes_get_size (bytes);

  for (gsize n = 0; n < size; n += n < 200 ? 1 : 97)
    {
      gsize unused;
      g_autoptr (GBytes) part = g_bytes_new (g_bytes_get_data (bytes, &unused), n);
      g_autoptr (GError) error = NULL;

      g_assert_null (kkr_register_new_from_bytes (part, &error));
      g_assert_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_SYNTAX);
    }
}

int
main (int argc, char **argv)
{
  signal (SIGPIPE, SIG_IGN);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/hostile/spaces", test_spaces);
  g_test_add_func ("/register/hostile/without-end", test_without_end);
  g_test_add_func ("/register/hostile/depth", test_depth);
  g_test_add_func ("/register/hostile/truncated", test_truncated);
  g_test_add_func ("/register/hostile/changed-bytes", test_changed_bytes);
  g_test_add_func ("/register/hostile/cut-block", test_cut_block);
  return g_test_run ();
}

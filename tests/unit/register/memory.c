/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include <libkkr/register/kkr-register-reader.h>

/* What a reading needs grows with what is kept of the files, not with their length. */

#define N_ROWS 20000
#define COMMENT 2000

static void
write_file (const char *path, gsize comment)
{
  g_autofree char *filling = g_strnfill (comment, 'x');
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  fputs ("<register format=\"1\">\n"
         "  <region code=\"1081\" name=\"Region Nordjylland\"/>\n"
         "  <municipality code=\"840\" name=\"Rebild\" region=\"1081\"/>\n", file);
  for (guint i = 0; i < N_ROWS; i++)
    {
      if (comment > 0)
        fprintf (file, "  <!-- %s -->\n", filling);
      fprintf (file, "  <placement person=\"p-%u\" municipality=\"840\" "
                     "valid=\"2023-01-01/..\"/>\n", i);
    }
  fputs ("</register>\n", file);
  g_assert_cmpint (fclose (file), ==, 0);
}

static gboolean
read_rows (const char *path)
{
  const char *paths[] = { path, NULL };
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (KkrRegister) reg = kkr_register_reader_read_files (reader, paths, NULL, NULL);
  g_autoptr (KkrTable) table = reg != NULL ? kkr_register_get_table (reg, "placements", NULL)
                                           : NULL;

  return table != NULL && kkr_table_get_n_rows (table) == N_ROWS;
}

/* The most memory that a process of its own needs for it, in bytes. */
static gint64
read_in_child (const char *path)
{
  struct rusage usage;
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    _exit (read_rows (path) ? 0 : 1);
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  return (gint64) usage.ru_maxrss * 1024;
}

static void
test_comments (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kkr-XXXXXX", NULL);
  g_autofree char *plain = g_build_filename (folder, "plain.xml", NULL);
  g_autofree char *filled = g_build_filename (folder, "filled.xml", NULL);
  gint64 more;

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("the address sanitizer keeps what has been freed");
  return;
#endif
  write_file (plain, 0);
  write_file (filled, COMMENT);
  more = read_in_child (filled) - read_in_child (plain);
  g_test_message ("%lld bytes more for %d bytes of comments", (long long) more, N_ROWS * COMMENT);
  g_assert_cmpint (more, <, N_ROWS * COMMENT / 10);
  g_unlink (plain);
  g_unlink (filled);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/memory/comments", test_comments);
  return g_test_run ();
}

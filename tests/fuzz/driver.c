/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Runs a target without a fuzzer: every file of a corpus, then a counted number of mutations of
 * each, which are the same in every run.
 *
 * usage: fuzz-NAME [-m MUTATIONS] FOLDER|FILE...
 *
 * The input that ends the process is left in the working directory as crash-NAME, which is an
 * argument to try it again. */

#include "fuzz.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MAX_SIZE 4096
#define MAX_CHANGES 6

/* What is being tried, and where it is left if it is the last. */
static const guint8 *current;
static gsize current_size;
static char *crash_name;

static guint64
next_random (guint64 *state)
{
  guint64 x;

  *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  x = *state;
  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return x ^ (x >> 31);
}

static gsize
random_below (guint64 *state, gsize limit)
{
  return limit > 0 ? (gsize) (next_random (state) % limit) : 0;
}

/* A length from 1 on, of what is there: MIN() would draw twice. */
static gsize
random_length (guint64 *state, gsize most, gsize available)
{
  gsize length = 1 + random_below (state, most);

  return MIN (length, available);
}

/* Only what may be called in a signal handler. */
static void
leave_crash (void)
{
  int fd = open (crash_name, O_WRONLY | O_CREAT | O_TRUNC, 0644);

  if (fd < 0)
    return;
  for (gsize done = 0; done < current_size;)
    {
      gssize n = write (fd, current + done, current_size - done);

      if (n <= 0)
        break;
      done += (gsize) n;
    }
  close (fd);
}

static void
on_signal (int number)
{
  leave_crash ();
  signal (number, SIG_DFL);
  raise (number);
}

/* Address sanitizer ends the process without a signal. */
extern void __sanitizer_set_death_callback (void (*callback) (void)) __attribute__ ((weak));

static void
watch (const char *program)
{
  static const int signals[] = { SIGABRT, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGILL };
  g_autofree char *name = g_path_get_basename (program);

  crash_name = g_strconcat ("crash-", g_str_has_prefix (name, "fuzz-") ? name + 5 : name, NULL);
  if (__sanitizer_set_death_callback != NULL)
    __sanitizer_set_death_callback (leave_crash);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    if (__sanitizer_set_death_callback == NULL || signals[i] == SIGABRT || signals[i] == SIGTRAP)
      signal (signals[i], on_signal);
}

/* The input lies in a block of just its size, so that a byte too many is seen. */
static void
try_input (const guint8 *data, gsize size)
{
  guint8 *exact = malloc (size > 0 ? size : 1);

  g_assert_nonnull (exact);
  if (size > 0)
    memcpy (exact, data, size);
  current = exact;
  current_size = size;
  LLVMFuzzerTestOneInput (exact, size);
  current_size = 0;
  free (exact);
}

static void
change_byte (GByteArray *input, guint64 *state)
{
  static const char interesting[] = "0123456789.,-+/*()<>&;\"'= \t\n\r|\\azAZ\x7f\xc3\xa6\xff\x00\x01";
  gsize at = random_below (state, input->len);

  if (input->len == 0)
    return;
  if (random_below (state, 2) == 0)
    input->data[at] ^= (guint8) (1 << random_below (state, 8));
  else
    input->data[at] = (guint8) interesting[random_below (state, sizeof interesting - 1)];
}

static void
insert (GByteArray *input, gsize at, const guint8 *bytes, gsize n)
{
  gsize behind = input->len - at;

  if (n == 0 || input->len + n > MAX_SIZE)
    return;
  g_byte_array_set_size (input, (guint) (input->len + n));
  memmove (input->data + at + n, input->data + at, behind);
  memcpy (input->data + at, bytes, n);
}

/* A part of a file of the corpus, this one or another, goes somewhere into the input. */
static void
insert_part (GByteArray *input, GPtrArray *corpus, guint64 *state)
{
  GBytes *other = g_ptr_array_index (corpus, random_below (state, corpus->len));
  gsize size, from, n;
  const guint8 *bytes = g_bytes_get_data (other, &size);

  from = random_below (state, size);
  n = random_length (state, random_below (state, 4) == 0 ? 64 : 8, size - from);
  insert (input, random_below (state, input->len + 1), bytes + from, n);
}

static void
repeat_part (GByteArray *input, guint64 *state)
{
  gsize from = random_below (state, input->len);
  gsize n = random_length (state, 32, input->len - from);
  g_autofree guint8 *part = g_memdup2 (input->data + from, n);
  gsize times = 1 + random_below (state, random_below (state, 8) == 0 ? 64 : 3);

  for (gsize i = 0; i < times; i++)
    insert (input, from, part, n);
}

static void
mutate (GByteArray *input, GPtrArray *corpus, guint64 *state)
{
  gsize changes = 1 + random_below (state, MAX_CHANGES);

  for (gsize i = 0; i < changes; i++)
    {
      gsize at = random_below (state, input->len);

      switch (random_below (state, 6))
        {
        case 0:
        case 1:
          change_byte (input, state);
          break;
        case 2:
          insert_part (input, corpus, state);
          break;
        case 3:
          repeat_part (input, state);
          break;
        case 4:
          if (input->len > 0)
            g_byte_array_remove_range (input, (guint) at,
                                       (guint) random_length (state, 8, input->len - at));
          break;
        default:
          if (random_below (state, 8) == 0)
            g_byte_array_set_size (input, (guint) at);
        }
    }
}

static GBytes *
load (const char *path)
{
  char *contents;
  gsize size;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &contents, &size, &error))
    g_error ("%s", error->message);
  return g_bytes_new_take (contents, size);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In the order of their names, whatever order the file system has. */
static void
find_files (GPtrArray *paths, const char *argument)
{
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const char *name;

  if (!g_file_test (argument, G_FILE_TEST_IS_DIR))
    {
      g_ptr_array_add (paths, g_strdup (argument));
      return;
    }
  folder = g_dir_open (argument, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (found, g_build_filename (argument, name, NULL));
  g_ptr_array_sort (found, compare_names);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (paths, g_ptr_array_index (found, i));
}

static void
run_mutations (GPtrArray *corpus, guint seed, guint64 n_mutations)
{
  g_autoptr (GByteArray) input = g_byte_array_new ();
  GBytes *bytes = g_ptr_array_index (corpus, seed);
  guint64 state = seed + 1;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (guint64 i = 0; i < n_mutations; i++)
    {
      g_byte_array_set_size (input, 0);
      g_byte_array_append (input, data, (guint) size);
      mutate (input, corpus, &state);
      try_input (input->data, input->len);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  guint64 n_mutations = 0;

  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "-m") && i + 1 < argc)
      n_mutations = g_ascii_strtoull (argv[++i], NULL, 10);
    else
      find_files (paths, argv[i]);
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (corpus, load (g_ptr_array_index (paths, i)));
  watch (argv[0]);
  printf ("1..%u\n", corpus->len);
  for (guint i = 0; i < corpus->len; i++)
    {
      g_autofree char *name = g_path_get_basename (g_ptr_array_index (paths, i));
      gsize size;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (corpus, i), &size);

      try_input (data, size);
      run_mutations (corpus, i, n_mutations);
      printf ("ok %u %s and %" G_GUINT64_FORMAT " mutations\n", i + 1, name, n_mutations);
      fflush (stdout);
    }
  g_free (crash_name);
  return corpus->len > 0 ? 0 : 1;
}

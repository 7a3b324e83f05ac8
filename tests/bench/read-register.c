/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kkr.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "bench.h"

/* Reads a register of 600.000 placements, 128 MB, beside the least that can be done with it:
 * libxml2 with handlers that do nothing; and beside lxml's iterparse, which collects the same
 * attributes in Python. The placements that come out are counted and summed against what was written.
 *
 * usage: bench-read-register [ITERPARSE-SCRIPT] */

#define ROWS (bench_is_small () ? 600 : 600000)
#define RUNS 10
#define CHUNK (512 * 1024)

typedef struct {
  gint64 tariffs;        /* øre */
  gint64 municipalities; /* sum of the codes */
  gint64 first_days;
} Sums;

static gint64
days_of (int year, int month)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (year, month, 1, 0, 0, 0);

  return g_date_time_to_unix (day) / 86400;
}

static Sums
write_file (const char *path)
{
  static const int codes[] = { 740, 773, 787, 810, 813, 820, 825, 840, 846, 849, 851 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  FILE *file = g_fopen (path, "w");
  Sums sums = { 0 };

  fputs ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<register format=\"1\">\n"
         "  <source id=\"s\" title=\"Udtræk\" publisher=\"En kommune\" date=\"2026-01-01\"/>\n"
         "  <region code=\"1081\" name=\"Region Nordjylland\"/>\n", file);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    fprintf (file, "  <municipality code=\"%d\" name=\"Kommune %d\" region=\"1081\"/>\n", codes[i],
             codes[i]);
  for (int i = 107; i <= 108; i++)
    fprintf (file, "  <paragraph id=\"sel-%d\" law-da=\"Serviceloven\" title-da=\"§ %d\"/>\n", i,
             i);
  for (int i = 1; i <= 5; i++)
    fprintf (file, "  <dom-type id=\"%d\" title-da=\"Domtype %d\"/>\n", i, i);
  for (int i = 1; i <= 400; i++)
    fprintf (file, "  <offer id=\"botilbud-nord-%03d\" name=\"Botilbud %d\"/>\n", i, i);
  for (int i = 0; i < ROWS; i++)
    {
      int code = codes[g_rand_int_range (rand, 0, G_N_ELEMENTS (codes))];
      int year = g_rand_int_range (rand, 2015, 2026), month = g_rand_int_range (rand, 1, 13);
      int tariff = g_rand_int_range (rand, 100000, 900000);

      fprintf (file,
               "  <placement person=\"person-%07d-%08x%08x%08x\"\n             municipality=\"%d\" "
               "offer=\"botilbud-nord-%03d\"\n             paragraph=\"sel-%d\" dom-type=\"%d\" "
               "valid=\"%d-%02d-01/%d-06-30\" tariff=\"%d.%02d\"/>\n",
               i, g_rand_int (rand), g_rand_int (rand), g_rand_int (rand), code,
               g_rand_int_range (rand, 1, 401),
               g_rand_int_range (rand, 107, 109), g_rand_int_range (rand, 1, 6), year, month,
               year + 1, tariff / 100, tariff % 100);
      sums.tariffs += tariff;
      sums.municipalities += code;
      sums.first_days += days_of (year, month);
    }
  fputs ("</register>\n", file);
  fclose (file);
  return sums;
}

static void
start (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
       const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **attributes)
{
}

static void
end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
}

static double
parse_raw (const char *path)
{
  xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC, .startElementNs = start,
                            .endElementNs = end };
  gint64 began = g_get_monotonic_time ();
  g_autofree char *buffer = g_malloc (CHUNK);
  FILE *file = g_fopen (path, "r");
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt (&handler, NULL, NULL, 0, NULL);
  size_t n;

  xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  while ((n = fread (buffer, 1, CHUNK, file)) > 0)
    xmlParseChunk (parser, buffer, (int) n, 0);
  xmlParseChunk (parser, NULL, 0, 1);
  if (!parser->wellFormed)
    g_error ("%s: not well-formed", path);
  xmlFreeParserCtxt (parser);
  fclose (file);
  return (double) (g_get_monotonic_time () - began) / 1e6;
}

static gint64
sum_column (KkrTable *table, const char *name)
{
  KkrColumn *column = kkr_table___getitem__ (table, name, NULL);
  gsize size;
  gconstpointer data = g_bytes_get_data (kkr_column_get_bytes (column), &size);
  gboolean wide = kkr_column_get_kind (column) == KKR_COLUMN_KIND_INT64;
  gint64 sum = 0;

  for (gsize i = 0; i < ROWS; i++)
    sum += wide ? ((const gint64 *) data)[i] : ((const gint32 *) data)[i];
  return sum;
}

static double
read_register (const char *path, const Sums *sums)
{
  const char *paths[] = { path, NULL };
  gint64 began = g_get_monotonic_time ();
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrRegister) reg = kkr_register_reader_read_files (reader, paths, NULL, &error);
  g_autoptr (KkrTable) table = reg != NULL ? kkr_register_get_table (reg, "placements", &error)
                                           : NULL;
  double seconds = (double) (g_get_monotonic_time () - began) / 1e6;

  if (table == NULL)
    g_error ("%s", error->message);
  if (kkr_table_get_n_rows (table) != ROWS || sum_column (table, "tariff") != sums->tariffs
      || sum_column (table, "municipality") != sums->municipalities
      || sum_column (table, "valid-from") != sums->first_days)
    g_error ("%s: read something else than was written", path);
  return seconds;
}

static double
iterparse (const char *script, const char *path)
{
  const char *argv[] = { "/usr/bin/python3", script, path, NULL };
  g_autofree char *output = NULL;
  int status;

  if (script == NULL
      || !g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                        &status, NULL)
      || !g_spawn_check_wait_status (status, NULL))
    return 0;
  return g_ascii_strtod (output, NULL);
}

/* What the process needed at most, in MB, to read the file once, by itself. */
static double
peak_of_child (const char *path, const Sums *sums)
{
  struct rusage usage;
  int status;
  pid_t pid = fork ();

  if (pid == 0)
    {
      if (sums != NULL)
        read_register (path, sums);
      _exit (0);
    }
  wait4 (pid, &status, 0, &usage);
  return (double) usage.ru_maxrss / 1024;
}

static void
tell (double *raw, double *ours, double *lxml, guint n)
{
  bench_times ("libxml2, empty handlers", raw, n);
  bench_times ("libkkr, register into columns", ours, n);
  bench_demand ("times as fast as libxml2 with empty handlers",
                bench_median (raw, n) / bench_median (ours, n), FALSE, 0.4, 0.8, "x");
  if (lxml[0] <= 0)
    {
      bench_skip ("lxml iterparse", "not installed");
      return;
    }
  bench_times ("lxml iterparse", lxml, n);
  bench_demand ("times as fast as lxml's iterparse",
                bench_median (lxml, n) / bench_median (ours, n), FALSE, 5, 0, "x");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("kkr-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "placements.xml", NULL);
  Sums sums = write_file (path);
  guint n = bench_runs (RUNS);
  g_autofree double *raw = g_new (double, n);
  g_autofree double *ours = g_new (double, n);
  g_autofree double *lxml = g_new (double, n);
  g_autofree char *text = NULL, *memory = NULL;
  double nothing, peak;
  GStatBuf info;

  g_stat (path, &info);
  nothing = peak_of_child (path, NULL);
  peak = peak_of_child (path, &sums);
  /* In turns, so that a busy machine is busy for all. */
  for (guint i = 0; i < n; i++)
    {
      raw[i] = parse_raw (path);
      ours[i] = read_register (path, &sums);
      lxml[i] = iterparse (argc > 1 ? argv[1] : NULL, path);
    }
  g_unlink (path);
  g_rmdir (folder);
  text = g_strdup_printf ("%.1f MB, %d placements", (double) info.st_size / 1e6, ROWS);
  memory = g_strdup_printf ("%.1f MB at most, %.1f MB before", peak, nothing);
  bench_tell ("the file", text);
  bench_tell ("memory", memory);
  /* Reading it anew compares the rows with what was written; the program ends where they differ. */
  bench_check ("sums of three columns", NULL);
  tell (raw, ours, lxml, n);
  return 0;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-problem.h>
#include <libkkr/register/kkr-register-reader.h>

/* A file with thousands of faults, of all of which the places are known as they are written. */

#define N_FAULTS 3000

typedef struct {
  const char *rule;
  guint line;
  guint column;
} Fault;

typedef struct {
  GString *text;
  guint line;
  guint column;
  GArray *faults;
} File;

static void
put (File *file, const char *text)
{
  g_string_append (file->text, text);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (*at == '\n')
      {
        file->line++;
        file->column = 1;
      }
    else
      file->column++;
}

/* What is put next is wrong. */
static void
plant (File *file, const char *rule, const char *text)
{
  Fault fault = { rule, file->line, file->column };

  g_array_append_val (file->faults, fault);
  put (file, text);
}

/* Attributes stand on lines of their own, each further in than the last, and some behind letters
 * of two bytes. */
static void
new_line (File *file, guint n)
{
  put (file, "\n");
  for (guint i = 0; i < 2 + n % 7; i++)
    put (file, " ");
}

static void
put_faulty_element (File *file, guint n)
{
  static const char *const lasts[][2] = {
    { "bad-number", "value=\"12,5\"" }, { "unknown-attribute", "volue=\"12.5\" value=\"12.5\"" },
    { "bad-choice", "confirmed=\"ja\" value=\"1\"" },
    { "bad-date", "known=\"21.08.2023\" value=\"1\"" },
  };
  gboolean placement = n % 2 == 1;

  put (file, placement ? "  <placement" : "    <fact");
  new_line (file, n);
  put (file, placement ? "person=\"p-ø\" municipality=\"840\""
                       : "title-da=\"Børn og unge, ældre\"");
  if (n % 3 == 0)
    new_line (file, n + 1);
  else
    put (file, " ");
  if (placement && n % 4 == 1)
    plant (file, "bad-period", "valid=\"2023-02-30/..\"/>\n");
  else if (placement)
    {
      put (file, "valid=\"2023-01-01/..\"");
      new_line (file, n + 2);
      plant (file, "bad-number", "tariff=\"1.234,50\"/>\n");
    }
  else
    {
      g_autofree char *valid = g_strdup_printf ("valid=\"%u-01-01\"", 1000 + n);

      put (file, valid);
      new_line (file, n + 3);
      plant (file, lasts[n / 2 % 4][0], lasts[n / 2 % 4][1]);
      put (file, "/>\n");
    }
}

static void
put_good_placement (File *file, guint n)
{
  g_autofree char *text =
    g_strdup_printf ("  <placement person=\"p-%u\"\n   municipality=\"840\" valid=\"2023-01-01/..\""
                     " tariff=\"%u.50\"/>\n", n, n);

  put (file, text);
}

static GBytes *
make_file (GArray *faults)
{
  File file = { g_string_new (NULL), 1, 1, faults };

  put (&file, "<register format=\"1\">\n"
              "  <source id=\"memo\" title=\"Notat\" publisher=\"Et udvalg\" "
              "date=\"2023-08-21\"/>\n"
              "  <region code=\"1081\" name=\"Region Nordjylland\"/>\n"
              "  <municipality code=\"840\" name=\"Rebild\" region=\"1081\"/>\n");
  put_good_placement (&file, 0);
  for (guint i = 0; i < N_FAULTS; i++)
    {
      if (i % 2 == 0)
        put (&file, "  <series key=\"children\" unit=\"persons\" source=\"memo\" "
                    "section=\"Side 1\">\n");
      put_faulty_element (&file, i);
      if (i % 2 == 0)
        put (&file, "  </series>\n");
      if (i % 5 == 0)
        put_good_placement (&file, i + 1);
    }
  put (&file, "</register>\n");
  return g_string_free_to_bytes (file.text);
}

static void
test_all_of_them (void)
{
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (Fault));
  g_autoptr (GBytes) bytes = make_file (faults);
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrRegister) reg = NULL;
  gsize n;
  KkrProblem **problems;

  g_object_set (reader, "max-problems", G_GINT64_CONSTANT (10000), NULL);
  reg = kkr_register_reader_read_bytes (reader, bytes, "faults.xml", NULL, &error);
  g_assert_null (reg);
  g_assert_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "3000 problems in all"));
  problems = kkr_register_reader_dup_problems (reader, &n);
  g_assert_cmpuint (faults->len, ==, N_FAULTS);
  g_assert_cmpuint (n, ==, N_FAULTS);
  for (gsize i = 0; i < n; i++)
    {
      const Fault *fault = &g_array_index (faults, Fault, i);

      g_assert_cmpstr (kkr_problem_get_rule (problems[i]), ==, fault->rule);
      g_assert_cmpuint (kkr_problem_get_line (problems[i]), ==, fault->line);
      g_assert_cmpuint (kkr_problem_get_column (problems[i]), ==, fault->column);
      g_object_unref (problems[i]);
    }
  g_free (problems);
}

static void
test_default_limit (void)
{
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (Fault));
  g_autoptr (GBytes) bytes = make_file (faults);
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrRegister) reg = kkr_register_reader_read_bytes (reader, bytes, "faults.xml", NULL,
                                                                &error);
  g_autoptr (KkrProblem) last = NULL;
  const Fault *fault = &g_array_index (faults, Fault, 99);

  g_assert_null (reg);
  g_assert_nonnull (strstr (error->message, "100 problems, and reading ended there"));
  g_assert_cmpuint (g_list_model_get_n_items (kkr_register_reader_get_problems (reader)), ==, 100);
  last = g_list_model_get_item (kkr_register_reader_get_problems (reader), 99);
  g_assert_cmpuint (kkr_problem_get_line (last), ==, fault->line);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/many-faults/all-of-them", test_all_of_them);
  g_test_add_func ("/register/many-faults/default-limit", test_default_limit);
  return g_test_run ();
}

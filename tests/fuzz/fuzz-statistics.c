/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-statistics-reader.h>

static void
check_fact (KkrFact *fact)
{
  g_autofree char *text = kkr_fact_to_string (fact);

  fuzz_check_text (text);
  g_assert_true (g_str_has_prefix (kkr_fact_get_key (fact), "t"));
  g_assert_cmpstr (kkr_fact_get_uri (fact), ==, "fuzz");
}

static guint
count_errors (KkrStatisticsReader *reader)
{
  gsize n_problems;
  KkrProblem **problems = kkr_statistics_reader_dup_problems (reader, &n_problems);
  guint n_errors = 0;

  for (gsize i = 0; i < n_problems; i++)
    {
      g_autofree char *text = kkr_problem_to_string (problems[i]);

      fuzz_check_text (text);
      n_errors += kkr_problem_get_severity (problems[i]) == KKR_SEVERITY_ERROR;
      g_object_unref (problems[i]);
    }
  g_free (problems);
  return n_errors;
}

/* Any bytes are either facts, all of whose keys begin with the prefix, or an error. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (KkrStatisticsReader) reader = kkr_statistics_reader_new ("t");
  g_autoptr (KkrRegister) reg = NULL;
  g_autoptr (GError) error = NULL;
  KkrFact **facts;
  gsize n_facts;

  g_object_set (reader, "source-date", "2024-08-12", "max-rows", (gint64) 10000, NULL);
  reg = kkr_statistics_reader_read_bytes (reader, bytes, "fuzz", NULL, &error);
  g_assert_cmpint (reg == NULL, ==, count_errors (reader) > 0);
  if (reg == NULL)
    {
      g_assert_true (error->domain == KKR_LOAD_ERROR);
      fuzz_check_text (error->message);
      return 0;
    }
  g_assert_no_error (error);
  facts = kkr_register_dup_facts (reg, "", &n_facts);
  for (gsize i = 0; i < n_facts; i++)
    {
      check_fact (facts[i]);
      g_object_unref (facts[i]);
    }
  g_free (facts);
  return 0;
}

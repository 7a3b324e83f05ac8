/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-register-private.h>
#include <libkkr/register/kkr-register-reader.h>

#define MAX_FACTS 40

static guint
count_errors (KkrRegisterReader *reader)
{
  GListModel *problems = kkr_register_reader_get_problems (reader);
  guint n_errors = 0;

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (KkrProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *text = kkr_problem_to_string (problem);

      fuzz_check_text (text);
      fuzz_check_text (kkr_problem_get_rule (problem));
      n_errors += kkr_problem_get_severity (problem) == KKR_SEVERITY_ERROR;
    }
  return n_errors;
}

/* On the day its period begins, and known whenever it was, a key has a fact or a reason. */
static void
check_fact (KkrRegister *reg, KkrFact *fact)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrPeriod) valid = kkr_fact_dup_valid (fact);
  g_autoptr (KkrFigure) figure = kkr_fact_dup_figure (fact);
  g_autofree char *known_from = kkr_fact_dup_known_from (fact);
  g_autofree char *value = kkr_fact_dup_value (fact);
  g_autofree char *text = kkr_fact_to_string (fact);
  const char *day = kkr_period_get_start (valid);
  g_autoptr (KkrFact) found = NULL;

  fuzz_check_text (text);
  g_assert_true (figure == NULL || value != NULL);
  if (day == NULL)
    day = kkr_period_get_end (valid);
  if (day == NULL)
    day = "2024-01-01";
  /* What holds on that day may have no value, or may have been withdrawn. */
  found = kkr_register_lookup (reg, kkr_fact_get_key (fact), day, NULL, &error);
  g_assert_true (error == NULL || g_error_matches (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA));
  if (fuzz_settle (found != NULL, &error))
    g_assert_cmpstr (kkr_fact_get_key (found), ==, kkr_fact_get_key (fact));
  g_clear_object (&found);
  found = kkr_register_lookup_at_level (reg, kkr_fact_get_key (fact), day, known_from, "2024",
                                        &error);
  fuzz_settle (found != NULL, &error);
}

static void
check_arrangements (KkrRegister *reg)
{
  GListModel *arrangements = kkr_register_get_arrangements (reg);

  for (guint i = 0; i < g_list_model_get_n_items (arrangements); i++)
    {
      g_autoptr (KkrArrangement) arrangement = g_list_model_get_item (arrangements, i);
      g_autofree KkrMunicipality **payers = NULL;
      g_autofree char *day = kkr_arrangement_dup_reference_date (arrangement, 2024);
      g_autofree char *text = kkr_entity_to_string (KKR_ENTITY (arrangement));
      gsize n;

      fuzz_check_text (text);
      g_assert_true (day != NULL && strlen (day) == strlen ("2023-04-01"));
      payers = kkr_arrangement_dup_municipalities_on (arrangement, "2024-01-01", &n, NULL);
      for (gsize p = 0; p < n; p++)
        {
          kkr_arrangement_is_exempt (arrangement, payers[p]);
          g_object_unref (payers[p]);
        }
    }
}

static void
check_tables (KkrRegister *reg)
{
  g_auto (GStrv) keys = kkr_register_dup_table_keys (reg, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KkrTable) table = kkr_register_get_table (reg, keys[i], &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = kkr_table_to_string (table);
      fuzz_check_text (text);
    }
}

/* Objects of every kind, with what belongs to them. */
static void
check_objects (KkrRegister *reg)
{
  for (guint i = 0; i < KKR_N_MODELS; i++)
    {
      GListModel *list = kkr_models[i]->parent == NULL
                           ? kkr_register_get_entities (reg, kkr_models[i]) : NULL;

      for (guint j = 0; list != NULL && j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (KkrEntity) entity = g_list_model_get_item (list, j);
          g_autofree char *text = kkr_entity_to_string (entity);

          fuzz_check_text (text);
        }
    }
}

static void
check (KkrRegister *reg)
{
  g_autofree char *text = kkr_register_to_string (reg);
  g_auto (GStrv) keys = kkr_register_dup_keys (reg, "");
  g_autofree KkrFact **facts = NULL;
  GListModel *municipalities = kkr_register_get_municipalities (reg);
  gsize n_facts;

  fuzz_check_text (text);
  facts = kkr_register_dup_facts (reg, "", &n_facts);
  g_assert_cmpuint (n_facts, ==, kkr_register_get_n_facts (reg));
  g_assert_cmpuint (g_strv_length (keys), <=, n_facts);
  for (gsize i = 0; i < n_facts; i++)
    {
      if (i < MAX_FACTS)
        check_fact (reg, facts[i]);
      g_object_unref (facts[i]);
    }
  for (guint i = 0; i < g_list_model_get_n_items (municipalities); i++)
    {
      g_autoptr (KkrMunicipality) municipality = g_list_model_get_item (municipalities, i);
      g_autofree char *name = kkr_entity_to_string (KKR_ENTITY (municipality));

      fuzz_check_text (name);
    }
  check_arrangements (reg);
  check_tables (reg);
  check_objects (reg);
}

/* A register, or an error and a problem for it at least; never both. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrRegister) reg = NULL;

  reg = kkr_register_reader_read_bytes (reader, bytes, "fuzz.xml", NULL, &error);
  g_assert_true (error == NULL || error->domain == KKR_LOAD_ERROR);
  g_assert_true ((count_errors (reader) > 0) == (error != NULL));
  if (fuzz_settle (reg != NULL, &error))
    check (reg);
  return 0;
}

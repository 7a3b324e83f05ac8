/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "test-batch.h"

#include <string.h>

/* Random scenarios: what a batch class gives, what a class without one gives, and what run() gives
 * for each scenario alone are the same, errors too. */

#define MOST_ROUNDS 300
#define CASES_A_ROUND 3000
#define MAX_SCENARIOS 40

typedef struct {
  guint n;
  gboolean has[4]; /* year, budget, extra, strict */
  gboolean is_text[3];
  gint64 values[4][MAX_SCENARIOS];
  gboolean is_given[4][MAX_SCENARIOS];
} Scenarios;

static const char *const inputs[] = { "year", "budget", "extra", "strict" };

typedef enum {
  ALL_GOOD,
  BAD_INPUTS,
  NOT_KNOWN,
  NOT_COMPUTED,
  N_WRONGS
} Wrong;

static gint64
random_value (guint input, Wrong wrong)
{
  gboolean now = g_test_rand_int_range (0, 6) == 0;

  if (input == 0)
    return now && wrong == NOT_KNOWN ? 1999 : g_test_rand_int_range (2020, 2026);
  if (input == 1 && now && wrong == BAD_INPUTS)
    return -5;
  if (input == 1 && now && wrong == NOT_COMPUTED)
    return 77;
  if (input == 2)
    return g_test_rand_int_range (0, wrong == BAD_INPUTS ? 9 : 6);
  return input == 3 ? g_test_rand_int_range (0, 2) : 100 * g_test_rand_int_range (1, 1000);
}

static void
make_scenarios (Scenarios *self, Wrong wrong)
{
  self->n = (guint) g_test_rand_int_range (1, MAX_SCENARIOS + 1);
  for (guint input = 0; input < 4; input++)
    {
      gboolean often = g_test_rand_bit ();

      self->has[input] = g_test_rand_int_range (0, 4) > 0;
      if (input < 3)
        self->is_text[input] = g_test_rand_bit ();
      for (guint i = 0; i < self->n; i++)
        {
          self->values[input][i] = i > 0 && often && g_test_rand_bit ()
                                     ? self->values[input][i - 1] : random_value (input, wrong);
          self->is_given[input][i] = (input == 0 && wrong != BAD_INPUTS) ||
                                     g_test_rand_int_range (0, 5) > 0;
        }
    }
}

static char *
write_value (const Scenarios *self, guint input, guint i)
{
  gint64 value = self->values[input][i];

  if (input == 3)
    return g_strdup (value ? "ja" : "no");
  if (input == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value);
  return g_strdup_printf ("%s%d,%02d", value < 0 ? "-" : "", (int) (ABS (value) / 100),
                          (int) (ABS (value) % 100));
}

static KkrTable *
make_table (const Scenarios *self)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("s", "Scenarier", "Scenarios");
  g_autoptr (GError) error = NULL;
  KkrTable *table;

  for (guint input = 0; input < 4; input++)
    {
      g_auto (GStrv) texts = g_new0 (char *, self->n + 1);

      if (!self->has[input])
        continue;
      for (guint i = 0; i < self->n; i++)
        texts[i] = write_value (self, input, i);
      if (input == 3 || self->is_text[input])
        kkr_table_builder_add_text (builder, inputs[input], "x", "x", (const char *const *) texts);
      else
        kkr_table_builder_add_int64 (builder, inputs[input], "x", "x",
                                     input == 0 ? KKR_UNIT_YEARS : KKR_UNIT_AMOUNT,
                                     self->values[input], self->n);
      for (guint i = 0; i < self->n; i++)
        if (!self->is_given[input][i])
          kkr_table_builder_set_status (builder, inputs[input], i,
                                        i % 2 ? KKR_CELL_STATUS_MISSING
                                              : KKR_CELL_STATUS_NOT_APPLICABLE);
    }
  table = kkr_table_builder_end (builder, &error);
  g_assert_no_error (error);
  return table;
}

/* The caller's own inputs: those that a column sets must not show through. */
static KkrCalculator *
make_calculator (GType type)
{
  return g_object_new (type, "year", 2021, "extra", G_GINT64_CONSTANT (3), NULL);
}

static KkrResult *
run_alone (const Scenarios *self, guint i, GError **error)
{
  g_autoptr (KkrCalculator) calculator = make_calculator (test_plain_get_type ());

  for (guint input = 0; input < 4; input++)
    {
      if (!self->has[input])
        continue;
      kkr_calculator_unset (calculator, inputs[input], NULL);
      if (!self->is_given[input][i])
        continue;
      if (input == 0)
        g_object_set (calculator, "year", (int) self->values[0][i], NULL);
      else if (input == 3)
        g_object_set (calculator, "strict", self->values[3][i] != 0, NULL);
      else
        g_object_set (calculator, inputs[input], self->values[input][i], NULL);
    }
  return kkr_calculator_run (calculator, NULL, error);
}

static void
assert_same_cells (KkrTable *all, guint row, KkrTable *one, guint one_row, const char *name)
{
  KkrColumn *a = kkr_table_get_column (all, name), *b = kkr_table_get_column (one, name);
  g_autofree char *x = kkr_column_dup_exact (a, row), *y = kkr_column_dup_exact (b, one_row);

  g_assert_cmpstr (x, ==, y);
  g_assert_cmpint (kkr_column_get_cell_status (a, row), ==,
                   kkr_column_get_cell_status (b, one_row));
  g_assert_cmpint (kkr_column_get_int64 (a, row), ==, kkr_column_get_int64 (b, one_row));
}

/* The result of all scenarios is the results of each, one below the other. */
static void
compare (const Scenarios *self, KkrResult *batch)
{
  KkrTable *all = kkr_result_get_table (batch);
  guint row = 0;

  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KkrResult) alone = run_alone (self, i, &error);
      KkrTable *one = alone != NULL ? kkr_result_get_table (alone) : NULL;

      g_assert_no_error (error);
      for (guint k = 0; k < kkr_table_get_n_rows (one); k++, row++)
        {
          g_autofree char *inner = kkr_table_dup_row_key (one, k);
          g_autofree char *expected = g_strdup_printf ("%u/%s", i, inner);
          g_autofree char *key = kkr_table_dup_row_key (all, row);

          g_assert_cmpint (kkr_column_get_int64 (kkr_table_get_column (all, "scenario"), row), ==,
                           i);
          assert_same_cells (all, row, one, k, "code");
          assert_same_cells (all, row, one, k, "place");
          assert_same_cells (all, row, one, k, "amount");
          g_assert_cmpstr (key, ==, expected);
          g_assert_cmpint (kkr_table_find_row (all, key, NULL), ==, row);
        }
    }
  g_assert_cmpuint (row, ==, kkr_table_get_n_rows (all));
}

/* One error of all scenarios that run() refuses, in its words. */
static void
compare_errors (const Scenarios *self, const GError *batch)
{
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *whole = NULL;
  guint n_bad = 0, n_named = 0;

  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KkrResult) alone = run_alone (self, i, &error);

      g_assert_true ((alone == NULL) == (error != NULL));
      if (alone != NULL)
        continue;
      if (n_bad++ == 0)
        g_assert_error (batch, error->domain, error->code);
      if (n_named++ < 10)
        g_string_append_printf (expected, "\nscenario %u: %s", i, error->message);
    }
  if (n_bad > 10)
    g_string_append_printf (expected, "\nand %u more", n_bad - 10);
  whole = g_strdup_printf ("%u of %u scenarios cannot be computed:%s", n_bad, self->n,
                           expected->str);
  g_assert_cmpstr (batch->message, ==, whole);
}

static void
test_round (GType type, const Scenarios *scenarios, KkrTable *table, gboolean is_bad)
{
  g_autoptr (KkrCalculator) calculator = make_calculator (type);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrResult) result = kkr_calculator_run_table (calculator, table, NULL, NULL, &error);

  if (is_bad)
    {
      g_assert_null (result);
      compare_errors (scenarios, error);
    }
  else
    {
      g_assert_no_error (error);
      compare (scenarios, result);
    }
  /* The calculator is as it was. */
  g_assert_cmpint (kkr_calculator_get_int (calculator, "year"), ==, 2021);
  g_assert_cmpint (kkr_calculator_get_amount (calculator, "extra"), ==, 3);
  g_assert_false (kkr_calculator_is_assigned (calculator, "budget"));
}

static guint
count_rounds (void)
{
  const char *text = g_getenv ("KKR_TEST_CASES");
  guint64 n = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 1000000;

  return (guint) CLAMP (n / CASES_A_ROUND, 10, MOST_ROUNDS);
}

static void
test_random (gconstpointer data)
{
  const Wrong wrong = (Wrong) GPOINTER_TO_INT (data);
  Scenarios *scenarios = g_new0 (Scenarios, 1);
  const guint n_rounds = count_rounds ();

  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (KkrTable) table = NULL;
      gboolean is_bad = FALSE;

      make_scenarios (scenarios, wrong);
      table = make_table (scenarios);
      if (kkr_table_get_n_rows (table) != scenarios->n)
        continue; /* no column */
      for (guint i = 0; i < scenarios->n && !is_bad; i++)
        {
          g_autoptr (KkrResult) alone = run_alone (scenarios, i, NULL);

          is_bad = alone == NULL;
        }
      g_assert_true (!is_bad || wrong != ALL_GOOD);
      test_round (test_batch_get_type (), scenarios, table, is_bad);
      test_round (test_plain_get_type (), scenarios, table, is_bad);
    }
  g_assert_cmpint (n_opened, ==, n_closed);
  g_assert_cmpint (n_opened, >, 0);
  g_free (scenarios);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/run-table-random/good", GINT_TO_POINTER (ALL_GOOD), test_random);
  g_test_add_data_func ("/run-table-random/bad-inputs", GINT_TO_POINTER (BAD_INPUTS), test_random);
  g_test_add_data_func ("/run-table-random/not-known", GINT_TO_POINTER (NOT_KNOWN), test_random);
  g_test_add_data_func ("/run-table-random/not-computed", GINT_TO_POINTER (NOT_COMPUTED),
                        test_random);
  return g_test_run ();
}

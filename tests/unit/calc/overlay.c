/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Calculators on a register with an overlay, in this process and in one that was forked from it. */

#include <sys/wait.h>
#include <unistd.h>

#include <libkkr/kkr.h>

#define BUDGET "socialtilsyn-nord/budget/foster-families"
#define N_BILLS 20

/* The sum of a bill whose budget is assumed, in øre. */
static gint64
bill (KkrRegister *below, gint64 kroner)
{
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (below);
  g_autoptr (KkrCalculator) calculator = KKR_CALCULATOR (kkr_objective_financing_new ());
  g_autofree char *value = g_strdup_printf ("%lld", (long long) kroner);
  g_autoptr (KkrRegister) reg = NULL;
  g_autoptr (KkrResult) result = NULL;
  g_autoptr (GError) error = NULL;
  KkrColumn *amounts;
  gint64 sum = 0;

  if (!kkr_overlay_change (overlay, BUDGET, "2024", value, &error))
    return -1;
  reg = kkr_overlay_apply (overlay, &error);
  if (reg == NULL)
    return -1;
  g_object_set (calculator, "register", reg, "arrangement", "socialtilsyn-nord", "year", 2024,
                NULL);
  result = kkr_calculator_run (calculator, NULL, &error);
  if (result == NULL)
    return -1;
  amounts = kkr_table_get_column (kkr_result_get_table (result), "amount");
  for (guint i = 0; i < kkr_column_get_length (amounts); i++)
    sum += ((const gint64 *) g_bytes_get_data (kkr_column_get_bytes (amounts), NULL))[i];
  return sum;
}

static gboolean
batch_is_right (KkrRegister *below)
{
  for (gint64 i = 0; i < N_BILLS; i++)
    if (bill (below, 18000000 + i) != (18000000 + i) * 100)
      return FALSE;
  return TRUE;
}

static void
test_fork (void)
{
  g_autoptr (KkrRegister) below = kkr_register_new_packaged ();
  pid_t child;
  int status;

  g_assert_true (batch_is_right (below));
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    _exit (batch_is_right (below) ? 0 : 1);
  g_assert_true (batch_is_right (below));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

static guint
count_notes (KkrRegister *reg, const char *class_name)
{
  g_autoptr (KkrCalculator) calculator = kkr_calculator_new_by_name (class_name, NULL);
  g_autoptr (KkrResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_notes;
  KkrNote **notes;
  guint n = 0;

  g_object_set (calculator, "register", reg, "arrangement", "socialtilsyn-nord", "year", 2024,
                NULL);
  result = kkr_calculator_run (calculator, NULL, &error);
  g_assert_no_error (error);
  notes = kkr_result_dup_notes (result, &n_notes);
  for (gsize i = 0; i < n_notes; i++)
    {
      n += kkr_note_get_kind (notes[i]) == KKR_NOTE_KIND_OVERLAY;
      g_object_unref (notes[i]);
    }
  g_free (notes);
  return n;
}

/* One note in either case: what was assumed, or that nothing of it was used. */
static void
test_notes (void)
{
  static const char *const classes[] = { "objective-financing", "supervision-tariff" };
  g_autoptr (KkrRegister) below = kkr_register_new_packaged ();
  g_autoptr (KkrOverlay) used = kkr_overlay_new (below), unused = kkr_overlay_new (below);
  g_autoptr (KkrRegister) with_used = NULL, with_unused = NULL;

  kkr_overlay_change (used, BUDGET, "2024", "20000000", NULL);
  kkr_overlay_scale (used, "socialtilsyn-nord/tariff/", "2024", "2", KKR_ROUNDING_MODE_HALF_AWAY,
                     NULL);
  kkr_overlay_add (unused, "new", KKR_UNIT_COUNT, "2024", "1", NULL);
  with_used = kkr_overlay_apply (used, NULL);
  with_unused = kkr_overlay_apply (unused, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      g_assert_cmpuint (count_notes (below, classes[i]), ==, 0);
      g_assert_cmpuint (count_notes (with_used, classes[i]), ==, 1);
      g_assert_cmpuint (count_notes (with_unused, classes[i]), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calc/overlay/fork", test_fork);
  g_test_add_func ("/calc/overlay/notes", test_notes);
  return g_test_run ();
}

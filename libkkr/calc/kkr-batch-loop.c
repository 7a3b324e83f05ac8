/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-batch-run-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/kkr-batch-notes-private.h>
#include <libkkr/calc/kkr-calculator-state-private.h>
#include <libkkr/calc/kkr-result-private.h>

/* One scenario after the other, as run() computes it: for every class in every language. */

struct _KkrBatchLoop {
  KkrBatch *batch;
  gboolean is_checked;
  guint next;
  char *table; /* the name of the table that results are taken from */
  char **names; /* of its columns */
  GPtrArray *joiners; /* of KkrColumnJoiner, one a name */
  GArray *first;
  GArray *lists;
};

KkrBatchLoop *
kkr_batch_loop_new (KkrBatch *batch)
{
  KkrBatchLoop *self = g_new0 (KkrBatchLoop, 1);

  self->batch = kkr_batch_ref (batch);
  self->joiners = g_ptr_array_new_with_free_func ((GDestroyNotify) kkr_column_joiner_free);
  self->first = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lists = g_array_new (FALSE, FALSE, sizeof (guint));
  batch->notes = kkr_batch_notes_new (batch->n_scenarios);
  return self;
}

void
kkr_batch_loop_free (KkrBatchLoop *self)
{
  kkr_batch_unref (self->batch);
  g_free (self->table);
  g_strfreev (self->names);
  g_ptr_array_unref (self->joiners);
  g_array_unref (self->first);
  g_array_unref (self->lists);
  g_free (self);
}

/* What is asked for, of the first table there is: the main column, or all that are no keys. */
static gboolean
choose_columns (KkrBatchLoop *self, KkrTable *table, GError **error)
{
  const KkrBatch *batch = self->batch;
  const char *main_column = KKR_CALCULATOR_GET_CLASS (batch->calculator)->main_column;
  const char *const *keys = kkr_table_get_key_columns (table);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) chosen = NULL;
  gsize n_columns;
  g_autofree KkrColumn **columns = kkr_table_dup_columns (table, &n_columns);

  for (gsize i = 0; i < n_columns; i++)
    {
      const char *name = kkr_column_get_name (columns[i]);

      if (batch->asked == NULL && !g_strv_contains (keys, name) &&
          (main_column == NULL || batch->table != NULL || g_str_equal (name, main_column)))
        g_strv_builder_add (names, name);
      g_object_unref (columns[i]);
    }
  for (guint i = 0; batch->asked != NULL && batch->asked[i] != NULL; i++)
    if (kkr_table___getitem__ (table, batch->asked[i], error) == NULL)
      return FALSE;
    else if (!g_strv_contains (keys, batch->asked[i]))
      g_strv_builder_add (names, batch->asked[i]);
  chosen = g_strv_builder_end (names);
  if (!kkr_batch_check_names (kkr_table_get_name (table), keys, error) ||
      !kkr_batch_check_names (kkr_table_get_name (table), (const char *const *) chosen, error))
    return FALSE;
  self->names = g_steal_pointer (&chosen);
  self->table = g_strdup (kkr_table_get_name (table));
  for (guint i = 0; self->names[i] != NULL; i++)
    g_ptr_array_add (self->joiners, kkr_column_joiner_new ());
  return TRUE;
}

/* All columns of a scenario or none. */
static gboolean
add_cells (KkrBatchLoop *self, KkrTable *table, GError **error)
{
  for (guint i = 0; self->names[i] != NULL; i++)
    {
      KkrColumn *column = kkr_table___getitem__ (table, self->names[i], error);

      if (column == NULL || !kkr_column_joiner_add (self->joiners->pdata[i], column, error))
        return FALSE;
    }
  return TRUE;
}

static KkrTable *
find_table (KkrBatchLoop *self, KkrResult *result, GError **error)
{
  const KkrBatch *batch = self->batch;
  const char *bare;
  g_autofree char *column = batch->table != NULL ? g_strconcat (batch->table, ".", NULL)
                                                 : g_strdup ("");

  return kkr_result_find_table (result, column, &bare, error);
}

static gboolean
have_same_title (KkrTable *a, KkrTable *b)
{
  return g_str_equal (kkr_table_get_title_in (a, "da"), kkr_table_get_title_in (b, "da")) &&
         g_str_equal (kkr_table_get_title_in (a, "en"), kkr_table_get_title_in (b, "en"));
}

static gboolean
add_result (KkrBatchLoop *self, KkrResult *result, GError **error)
{
  KkrBatch *batch = self->batch;
  KkrTable *table = find_table (self, result, error);
  g_autoptr (KkrTable) keys = NULL;
  guint at = 0, list;

  if (table == NULL || (self->names == NULL && !choose_columns (self, table, error)))
    return FALSE;
  if (self->first->len > 0)
    at = g_array_index (self->first, guint, self->first->len - 1);
  else
    g_array_append_val (self->first, at);
  if ((guint64) at + kkr_table_get_n_rows (table) > G_MAXUINT)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
                   _("too many rows: more than %u found, at most so many expected"), G_MAXUINT);
      return FALSE;
    }
  keys = kkr_batch_make_keys (table, kkr_table_get_key_columns (table));
  if (!kkr_batch_check_keys (batch, keys, error) || !add_cells (self, table, error))
    return FALSE;
  at += kkr_table_get_n_rows (table);
  g_array_append_val (self->first, at);
  list = kkr_batch_add_keys (batch, keys);
  g_array_append_val (self->lists, list);
  batch->titles_differ |= !have_same_title (batch->lists->pdata[0], keys);
  kkr_batch_notes_add_result (batch->notes, self->next, result);
  return TRUE;
}

/* FALSE ends the loop: nobody could compute the others either. */
static gboolean
run_one (KkrBatchLoop *self, GError **error)
{
  KkrBatch *batch = self->batch;
  g_autoptr (KkrCalculator) alone = NULL;
  g_autoptr (KkrResult) result = NULL;
  gboolean is_first = self->names == NULL;
  GError *wrong = NULL;

  kkr_batch_assign (batch, batch->calculator, self->next, KKR_BATCH_ALL_INPUTS, NULL);
  alone = kkr_calculator_dup (batch->calculator);
  result = kkr_calculator_compute (alone, batch->cancellable, &wrong);
  /* When one is bad already, there will be no table. */
  if (result != NULL && (batch->n_bad > 0 || add_result (self, result, &wrong)))
    return TRUE;
  if (result != NULL && (is_first || g_error_matches (wrong, KKR_CALC_ERROR,
                                                      KKR_CALC_ERROR_FAILED)))
    {
      g_propagate_error (error, wrong);
      return FALSE;
    }
  if (g_error_matches (wrong, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, wrong);
      return FALSE;
    }
  kkr_batch_take_bad (batch, self->next, wrong);
  return TRUE;
}

static void
check_one (KkrBatchLoop *self)
{
  KkrBatch *batch = self->batch;
  GError *wrong = NULL;

  if (!kkr_batch_assign (batch, batch->calculator, self->next, KKR_BATCH_ALL_INPUTS, &wrong) ||
      !kkr_calculator_check_inputs (batch->calculator, &wrong))
    kkr_batch_take_bad (batch, self->next, wrong);
}

gboolean
kkr_batch_loop_step (KkrBatchLoop *self, gint64 until, gboolean *done, GError **error)
{
  KkrBatch *batch = self->batch;

  *done = FALSE;
  do
    {
      if (g_cancellable_set_error_if_cancelled (batch->cancellable, error))
        return FALSE;
      if (!self->is_checked)
        check_one (self);
      else if (!run_one (self, error))
        return FALSE;
      self->next++;
      if (self->is_checked)
        kkr_batch_show_progress (batch, (gdouble) self->next / batch->n_scenarios);
      if (self->next < batch->n_scenarios)
        continue;
      if (!kkr_batch_report (batch, error))
        return FALSE;
      *done = self->is_checked;
      self->is_checked = TRUE;
      self->next = 0;
    }
  while (!*done && g_get_monotonic_time () < until);
  return TRUE;
}

KkrTable *
kkr_batch_loop_end (KkrBatchLoop *self, GError **error)
{
  KkrBatch *batch = self->batch;
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KkrScenarioRows) rows = NULL;

  for (guint i = 0; i < self->joiners->len; i++)
    g_ptr_array_add (columns, kkr_column_joiner_end (self->joiners->pdata[i]));
  if (batch->lists->len == 1)
    rows = kkr_scenario_rows_new_even (batch->n_scenarios,
                                       kkr_table_get_n_rows (batch->lists->pdata[0]));
  else
    rows = kkr_scenario_rows_new_take (batch->n_scenarios,
                                       (guint *) g_array_steal (self->first, NULL),
                                       (guint *) g_array_steal (self->lists, NULL),
                                       kkr_batch_place_lists (batch));
  return kkr_batch_make_table (batch, self->table, rows, (KkrColumn *const *) columns->pdata,
                               columns->len, error);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-batch-run-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/kkr-batch-notes-private.h>
#include <libkkr/calc/kkr-calculator-state-private.h>

static GQuark
get_batch_quark (void)
{
  return g_quark_from_static_string ("kkr-batch-class");
}

void
kkr_calculator_class_set_batch (KkrCalculatorClass *klass, const KkrBatchClass *batch)
{
  g_assert (g_strv_length ((char **) batch->row_inputs) <= KKR_BATCH_MAX_ROW_INPUTS);
  g_type_set_qdata (G_TYPE_FROM_CLASS (klass), get_batch_quark (), (gpointer) batch);
}

const KkrBatchClass *
kkr_calculator_get_batch (KkrCalculator *self)
{
  return g_type_get_qdata (G_OBJECT_TYPE (self), get_batch_quark ());
}

gboolean
kkr_calculator_is_varied (KkrCalculator *group, const char *input)
{
  const KkrCalculatorPrivate *state = kkr_calculator_get_state (group);

  /* Outside of a batch nobody knows. */
  if (state->varied == NULL)
    return TRUE;
  for (guint i = 0; i < state->n_varied; i++)
    if (g_str_equal (state->varied[i]->name, input))
      return TRUE;
  return FALSE;
}

static gboolean
is_of_other_table (const KkrBatch *self, const char *name, const char *dot)
{
  if (self->table == NULL || dot == NULL)
    return self->table != NULL || dot != NULL;
  return strlen (self->table) != (gsize) (dot - name) ||
         strncmp (self->table, name, (gsize) (dot - name)) != 0;
}

/* "amount", or "change.rate-effect": all of one table, each once. */
static gboolean
read_columns (KkrBatch *self, const char *const *columns, GError **error)
{
  g_autoptr (GStrvBuilder) asked = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; columns[i] != NULL; i++)
    {
      const char *dot = strchr (columns[i], '.'), *bare = dot != NULL ? dot + 1 : columns[i];

      if (i == 0 && dot != NULL)
        self->table = g_strndup (columns[i], (gsize) (dot - columns[i]));
      else if (is_of_other_table (self, columns[i], dot))
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("columns of two tables: \"%s\" and \"%s\" found, columns of one table "
                         "expected"), columns[0], columns[i]);
          return FALSE;
        }
      if (g_hash_table_add (seen, (gpointer) bare))
        g_strv_builder_add (asked, bare);
    }
  if (columns[0] != NULL)
    self->asked = g_strv_builder_end (asked);
  return TRUE;
}

/* Whether what is asked for is what the batch class gives. */
static gboolean
is_main_output (const KkrBatch *self, const KkrBatchClass *klass)
{
  if (self->table != NULL && !g_str_equal (self->table, klass->table))
    return FALSE;
  return self->asked == NULL ||
         (g_str_equal (self->asked[0], klass->column) && self->asked[1] == NULL);
}

KkrBatch *
kkr_batch_new (KkrCalculator *calculator, KkrTable *scenarios, const char *const *columns,
               GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrBatch) self = g_new0 (KkrBatch, 1);
  const KkrBatchClass *klass = kkr_calculator_get_batch (calculator);

  g_atomic_ref_count_init (&self->ref_count);
  self->calculator = kkr_calculator_dup (calculator);
  g_weak_ref_set (&kkr_calculator_get_state (self->calculator)->watched, calculator);
  self->scenarios = g_object_ref (scenarios);
  self->n_scenarios = kkr_table_get_n_rows (scenarios);
  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  self->told = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lists = g_ptr_array_new_with_free_func (g_object_unref);
  g_set_object (&self->cancellable, cancellable);
  if ((columns != NULL && !read_columns (self, columns, error)) ||
      !kkr_batch_bind_columns (self, error))
    return NULL;
  if (klass != NULL && klass->prepare != NULL)
    klass->prepare (self->calculator);
  if (klass != NULL && is_main_output (self, klass))
    self->klass = klass;
  return g_steal_pointer (&self);
}

KkrBatch *
kkr_batch_ref (KkrBatch *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
kkr_batch_unref (KkrBatch *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_groups && self->groups != NULL; i++)
    if (self->groups[i].state != NULL)
      self->klass->close (self->groups[i].state);
  g_free (self->groups);
  g_free (self->order);
  g_free (self->bad);
  kkr_batch_clear_columns (self);
  g_object_unref (self->calculator);
  g_object_unref (self->scenarios);
  g_clear_object (&self->cancellable);
  g_free (self->table);
  g_strfreev (self->asked);
  g_ptr_array_unref (self->messages);
  g_array_unref (self->told);
  g_ptr_array_unref (self->lists);
  g_clear_pointer (&self->notes, kkr_batch_notes_free);
  g_clear_pointer (&self->made_notes, g_ptr_array_unref);
  g_free (self);
}

void
kkr_batch_show_progress (KkrBatch *self, gdouble done)
{
  if (done < self->shown + 0.01 && (done < 1.0 || self->shown >= 1.0))
    return;
  self->shown = done;
  kkr_calculator_set_progress (self->calculator, CLAMP (done, 0.0, 1.0));
}

static KkrTable *
compute_table (KkrBatch *self, GError **error)
{
  g_autoptr (KkrBatchLoop) loop = NULL;
  gboolean done;

  if (self->n_scenarios == 0)
    return kkr_batch_make_empty (self, error);
  if (self->klass != NULL)
    return kkr_batch_make_groups (self, error) ? kkr_batch_compute (self, error) : NULL;
  loop = kkr_batch_loop_new (self);
  return kkr_batch_loop_step (loop, G_MAXINT64, &done, error) ? kkr_batch_loop_end (loop, error)
                                                              : NULL;
}

KkrResult *
kkr_batch_run (KkrBatch *self, GError **error)
{
  g_autoptr (KkrTable) table = NULL;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;
  table = compute_table (self, error);
  return table != NULL ? kkr_batch_end (self, table) : NULL;
}

KkrResult *
kkr_batch_end (KkrBatch *self, KkrTable *table)
{
  KkrCalculatorPrivate *state = kkr_calculator_get_state (self->calculator);

  kkr_batch_show_progress (self, 1.0);
  kkr_batch_restore (self);
  g_weak_ref_set (&state->watched, NULL);
  g_clear_pointer (&state->watched_context, g_main_context_unref);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->order, g_free);
  g_ptr_array_set_size (self->lists, 0);
  return kkr_result_new_batch (self, table);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-batch-run-private.h>

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/calc/kkr-batch-notes-private.h>

/* What is asked about a batch when it is done: from any thread. */

static GPtrArray *
make_notes (KkrBatch *self)
{
  g_autoptr (KkrBatchNotes) notes = NULL;

  if (self->klass == NULL)
    return self->notes != NULL ? kkr_batch_notes_end (self->notes)
                               : g_ptr_array_new_with_free_func (g_object_unref);
  notes = kkr_batch_notes_new (self->n_scenarios);
  for (guint g = 0; self->klass->add_notes != NULL && g < self->n_groups; g++)
    {
      kkr_batch_notes_set_group (notes, self->groups[g].scenario, self->groups[g].n);
      self->klass->add_notes (self->groups[g].state, notes);
    }
  return kkr_batch_notes_end (notes);
}

GPtrArray *
kkr_batch_get_notes (KkrBatch *self)
{
  if (g_once_init_enter (&self->has_notes))
    {
      self->made_notes = make_notes (self);
      g_once_init_leave (&self->has_notes, TRUE);
    }
  return self->made_notes;
}

static KkrDerivation *
derive_scenario (guint scenario, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%u", scenario);
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new ("scenario", text);

  kkr_derivation_builder_set_title (builder, "Scenarie", "Scenario");
  kkr_derivation_builder_add_value (builder, "scenario", "Scenarie", "Scenario", text,
                                    KKR_UNIT_NONE);
  return kkr_derivation_builder_end (builder, error);
}

/* What run() gives of the scenario, as far as the batch has it. */
static KkrResult *
cut_out (KkrBatch *self, KkrCalculator *alone, KkrTable *table, guint scenario)
{
  g_autoptr (KkrTable) own = kkr_table_cut_scenario (table, scenario);

  return kkr_result_new (alone, &own, 1, NULL, 0);
}

KkrDerivation *
kkr_batch_explain (KkrBatch *self, KkrTable *table, KkrColumn *column, guint row, GError **error)
{
  guint within;
  guint scenario = kkr_scenario_rows_find (kkr_table_get_scenario_rows (table), row, &within);
  const char *name = kkr_column_get_name (column);
  g_autofree char *full = self->table != NULL ? g_strdup_printf ("%s.%s", self->table, name)
                                              : g_strdup (name);
  g_autoptr (KkrCalculator) alone = NULL;
  g_autoptr (KkrResult) result = NULL;

  if (g_str_equal (name, "scenario"))
    return derive_scenario (scenario, error);
  alone = kkr_calculator_dup (self->calculator);
  if (!kkr_batch_assign (self, alone, scenario, KKR_BATCH_ALL_INPUTS, error))
    return NULL;
  if (self->klass != NULL && self->klass->derives_from_inputs)
    result = cut_out (self, alone, table, scenario);
  else
    result = kkr_calculator_run (alone, NULL, error);
  return result != NULL ? kkr_result_explain (result, full, within, error) : NULL;
}

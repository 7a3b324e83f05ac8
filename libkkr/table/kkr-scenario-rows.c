/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-column-view-private.h>

struct _KkrScenarioRows {
  gatomicrefcount ref_count;
  guint n_scenarios;
  guint n_rows;
  guint n_each; /* where `first` is NULL */
  guint *first;
  guint *lists;
  guint *list_first;
};

KkrScenarioRows *
kkr_scenario_rows_new_even (guint n_scenarios, guint n_each)
{
  KkrScenarioRows *self = g_new0 (KkrScenarioRows, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_scenarios = n_scenarios;
  self->n_rows = n_scenarios * n_each;
  self->n_each = n_each;
  return self;
}

KkrScenarioRows *
kkr_scenario_rows_new_take (guint n_scenarios, guint *first, guint *lists, guint *list_first)
{
  KkrScenarioRows *self = g_new0 (KkrScenarioRows, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_scenarios = n_scenarios;
  self->n_rows = first[n_scenarios];
  self->first = first;
  self->lists = lists;
  self->list_first = list_first;
  return self;
}

KkrScenarioRows *
kkr_scenario_rows_ref (KkrScenarioRows *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
kkr_scenario_rows_unref (KkrScenarioRows *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->first);
  g_free (self->lists);
  g_free (self->list_first);
  g_free (self);
}

guint
kkr_scenario_rows_get_n_scenarios (const KkrScenarioRows *self)
{
  return self->n_scenarios;
}

guint
kkr_scenario_rows_get_n_rows (const KkrScenarioRows *self)
{
  return self->n_rows;
}

gboolean
kkr_scenario_rows_get_range (const KkrScenarioRows *self, gint64 scenario, guint *first,
                             guint *n_rows)
{
  if (scenario < 0 || scenario >= self->n_scenarios)
    return FALSE;
  *first = self->first != NULL ? self->first[scenario] : (guint) scenario * self->n_each;
  *n_rows = self->first != NULL ? self->first[scenario + 1] - *first : self->n_each;
  return TRUE;
}

guint
kkr_scenario_rows_find (const KkrScenarioRows *self, guint row, guint *within)
{
  guint low = 0, high = self->n_scenarios;

  if (self->first == NULL)
    {
      *within = row % self->n_each;
      return row / self->n_each;
    }
  /* The last scenario that begins at the row or before it: one without rows begins where the next
   * one does. */
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->first[middle] <= row)
        low = middle;
      else
        high = middle;
    }
  *within = row - self->first[low];
  return low;
}

guint
kkr_scenario_rows_get_list (const KkrScenarioRows *self, guint scenario)
{
  return self->lists != NULL ? self->lists[scenario] : 0;
}

guint
kkr_scenario_rows_get_key_row (const KkrScenarioRows *self, guint row)
{
  guint within, scenario = kkr_scenario_rows_find (self, row, &within);

  return self->first == NULL ? within : self->list_first[self->lists[scenario]] + within;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-batch-run-private.h>

#include <libkkr/calc/kkr-calculator-state-private.h>

/* Before the first scenario is computed: what check() refuses, and what is not known. */

/* Row inputs that do not stand together are put side by side before they are checked. */
#define CHECKED_AT_ONCE 65536
/* So many lists of keys are looked at: the others may be made twice, which changes nothing. */
#define LISTS_COMPARED 8

guint
kkr_batch_get_scenario (const KkrBatch *self, const KkrBatchGroup *group, guint i)
{
  return self->order != NULL ? self->order[group->first + i] : i;
}

static void
mark_group (KkrBatch *self, const KkrBatchGroup *group)
{
  for (guint i = 0; i < group->n; i++)
    kkr_batch_mark_bad (self, kkr_batch_get_scenario (self, group, i));
}

static void
mark_refused (const KkrBatch *self, const KkrBatchGroup *group, guint8 *bad)
{
  for (guint c = 0; c < self->n_columns; c++)
    for (guint i = 0; self->columns[c].refused != NULL && i < group->n; i++)
      bad[i] |= self->columns[c].refused[kkr_batch_get_scenario (self, group, i)];
}

/* One byte a scenario of the group, or NULL where none is bad by its row inputs. */
static guint8 *
find_bad_rows (KkrBatch *self, const KkrBatchGroup *group)
{
  gboolean has_text = FALSE;
  guint8 *bad;

  for (guint c = 0; c < self->n_columns; c++)
    has_text |= self->columns[c].refused != NULL;
  if (group->by_row == 0 || (self->klass->mark_bad == NULL && !has_text))
    return NULL;
  bad = g_new0 (guint8, group->n);
  mark_refused (self, group, bad);
  /* Whoever cancels this does not ask which are bad. */
  for (guint i = 0, n; self->klass->mark_bad != NULL && i < group->n &&
                       !g_cancellable_is_cancelled (self->cancellable); i += n)
    {
      g_auto (KkrBatchValues) values = { { NULL }, { NULL } };
      KkrBatchRows rows = { .values = values.pointers };

      rows.n = n = MIN (group->n - i, CHECKED_AT_ONCE);
      kkr_batch_take_values (self, group, i, n, &values);
      self->klass->mark_bad (self->calculator, &rows, bad + i);
    }
  return bad;
}

/* The inputs of `calculator` become those of a scenario of the group. What the others have to be
 * asked about one by one is `bad`; all else they have in common. */
static gboolean
check_group (KkrBatch *self, const KkrBatchGroup *group, GParamSpec *const *inputs, guint n_inputs)
{
  g_autofree guint8 *bad = NULL;
  guint good = 0, scenario;

  if (!kkr_batch_assign (self, self->calculator, group->scenario, KKR_BATCH_GROUP_INPUTS, NULL))
    return FALSE;
  bad = find_bad_rows (self, group);
  while (bad != NULL && good < group->n && bad[good])
    good++;
  if (good == group->n)
    return FALSE;
  scenario = kkr_batch_get_scenario (self, group, good);
  if (!kkr_batch_assign (self, self->calculator, scenario, KKR_BATCH_ROW_INPUTS, NULL) ||
      !kkr_calculator_is_valid (self->calculator, inputs, n_inputs))
    return FALSE;
  for (guint i = 0; bad != NULL && i < group->n; i++)
    if (bad[i])
      kkr_batch_mark_bad (self, kkr_batch_get_scenario (self, group, i));
  return TRUE;
}

/* The list of keys of a group that was opened. */
static gboolean
find_list (KkrBatch *self, KkrBatchGroup *group, GArray *states, GError **error)
{
  g_autoptr (KkrTable) keys = NULL;
  g_autoptr (KkrTable) named = NULL;
  g_auto (GStrv) names = NULL;

  for (guint i = states->len; i > 0 && i + LISTS_COMPARED > states->len; i--)
    if (self->klass->same_keys != NULL &&
        self->klass->same_keys (g_array_index (states, gpointer, i - 1), group->state))
      {
        group->list = i - 1;
        return TRUE;
      }
  keys = self->klass->keys (group->state, error);
  if (keys == NULL)
    return FALSE;
  g_ptr_array_add (self->lists, kkr_batch_make_keys (keys, NULL));
  group->list = self->lists->len - 1;
  g_array_append_val (states, group->state);
  return TRUE;
}

static gboolean
finish (KkrBatch *self, GError **error)
{
  g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (gpointer));

  if (!kkr_batch_report (self, error))
    return FALSE;
  for (guint g = 0; g < self->n_groups; g++)
    if (self->groups[g].state == NULL)
      mark_group (self, &self->groups[g]);
  if (!kkr_batch_report (self, error))
    return FALSE;
  for (guint g = 0; g < self->n_groups; g++)
    if (!find_list (self, &self->groups[g], states, error))
      return FALSE;
  return TRUE;
}

static gboolean
open_all (KkrBatch *self, GParamSpec *const *varied, GError **error)
{
  g_autofree GParamSpec **all = NULL;
  gboolean is_checked = FALSE;
  gpointer before = NULL;
  guint n_all;

  all = kkr_calculator_list_inputs (self->calculator, &n_all);
  for (guint g = 0; g < self->n_groups; g++)
    {
      KkrBatchGroup *group = &self->groups[g];
      gboolean is_good = check_group (self, group, is_checked ? varied : all,
                                      is_checked ? self->n_columns : n_all);

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!is_good)
        {
          mark_group (self, group);
          continue;
        }
      /* What no column changes need not be checked again. */
      is_checked = TRUE;
      if (self->n_bad == 0)
        group->state = self->klass->open (self->calculator, group->by_row, before, NULL);
      if (group->state == NULL)
        continue;
      group->n_rows = (guint) self->klass->n_rows (group->state);
      before = group->state;
    }
  return TRUE;
}

gboolean
kkr_batch_open_groups (KkrBatch *self, GError **error)
{
  KkrCalculatorPrivate *state = kkr_calculator_get_state (self->calculator);
  g_autofree GParamSpec **varied = g_new (GParamSpec *, self->n_columns + 1);
  gboolean done;

  for (guint c = 0; c < self->n_columns; c++)
    varied[c] = self->columns[c].pspec;
  state->varied = varied;
  state->n_varied = self->n_columns;
  done = open_all (self, varied, error);
  state->varied = NULL;
  return done && finish (self, error);
}

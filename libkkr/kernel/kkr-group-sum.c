/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-group-sum-parts-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-memory-private.h>

/* A window for a few rows is no larger than what they are worth. */
#define LEAST_MAX_WINDOW 1024
#define CANCEL_STEP 65536

typedef struct {
  const KkrGroupSumTask *task;
  KkrGroupState *states;
  guint n_states;
} Work;

/* What the slots are sorted by: the key, so that signed order is that of its bits. */
typedef struct {
  guint64 bits;
  const KkrGroupSlot *slot;
} Entry;

static void
add_block (gsize first, gsize n, guint thread, gpointer user_data)
{
  const Work *work = user_data;

  kkr_group_state_add (&work->states[thread], work->task, first, n);
}

/* What all threads have of one part of the hash comes together in that of the first one. */
static void
join_parts (gsize first, gsize n, guint thread, gpointer user_data)
{
  const Work *work = user_data;

  for (gsize part = first; part < first + n; part++)
    for (guint i = 1; i < work->n_states; i++)
      kkr_group_hash_add_part (&work->states[0].hash, &work->states[i].hash, (guint) part);
}

static gboolean
fail_for_memory (gsize n, GError **error)
{
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
               _("not enough memory for the groups: %zu keys found that differ, fewer expected"),
               n);
  return FALSE;
}

static gsize
count_slots (const KkrGroupHash *hash)
{
  gsize n = 0;

  for (guint i = 0; i < KKR_GROUP_HASH_PARTS; i++)
    n += hash->parts[i].n_used;
  return n;
}

static gboolean
check_states (const Work *work, GError **error)
{
  gsize bad_row = G_MAXSIZE, n = 0;
  gboolean failed = FALSE;

  for (guint i = 0; i < work->n_states; i++)
    {
      bad_row = MIN (bad_row, work->states[i].bad_row);
      failed = failed || work->states[i].hash.failed;
      n = MAX (n, count_slots (&work->states[i].hash));
    }
  if (bad_row != G_MAXSIZE)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("no such status in row %zu: %u found, 0 to 3 expected"), bad_row,
                   work->task->statuses[bad_row]);
      return FALSE;
    }
  return failed ? fail_for_memory (n, error) : TRUE;
}

static gboolean
join_states (const Work *work, GError **error)
{
  const KkrParallelLoop loop = {
    .n_items = KKR_GROUP_HASH_PARTS,
    .block = 1,
    .n_threads = work->n_states,
    .func = join_parts,
    .user_data = (gpointer) work,
    .cancellable = work->task->cancellable,
  };

  for (guint i = 0; i < work->n_states; i++)
    kkr_group_window_empty (&work->states[i].window, work->task->key_width,
                            &work->states[0].hash);
  return check_states (work, error)
         && (work->n_states == 1 || kkr_parallel_run (&loop, error))
         && check_states (work, error);
}

static gboolean
is_cancelled (const KkrGroupSumTask *task, gsize i, GError **error)
{
  if (i % CANCEL_STEP != 0 || task->cancellable == NULL
      || !g_cancellable_is_cancelled (task->cancellable))
    return FALSE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("the calculation was cancelled"));
  return TRUE;
}

/* Least significant byte first; bytes in which no keys differ are passed over. The sorted entries
 * are in either of the two arrays. */
static Entry *
sort_entries (const KkrGroupSumTask *task, Entry *from, Entry *to, gsize n, GError **error)
{
  guint64 differing = 0;

  for (gsize i = 1; i < n; i++)
    differing |= from[i].bits ^ from[0].bits;
  for (guint shift = 0; shift < 64; shift += 8)
    {
      gsize places[257] = { 0 };
      Entry *sorted = to;

      if ((differing >> shift & 0xff) == 0)
        continue;
      for (gsize i = 0; i < n; i++)
        places[(from[i].bits >> shift & 0xff) + 1]++;
      for (guint i = 1; i < 256; i++)
        places[i] += places[i - 1];
      for (gsize i = 0; i < n; i++)
        {
          if (is_cancelled (task, i, error))
            return NULL;
          to[places[from[i].bits >> shift & 0xff]++] = from[i];
        }
      to = from;
      from = sorted;
    }
  return from;
}

/* The mark of no key, which is before all others, comes last. */
static gboolean
list_entries (const KkrGroupSumTask *task, const KkrGroupHash *hash, Entry *entries, GError **error)
{
  gsize n = 0;

  for (guint i = 0; i < KKR_GROUP_HASH_PARTS; i++)
    {
      const KkrGroupHashPart *part = &hash->parts[i];

      if (is_cancelled (task, 0, error))
        return FALSE;
      for (guint32 j = 0; j < part->capacity; j++)
        if (part->slots[j].mark != 0)
          entries[n++] = (Entry) {
            ((guint64) part->slots[j].key ^ (guint64) 1 << 63) - 1, &part->slots[j],
          };
    }
  return TRUE;
}

static gboolean
make_groups (const KkrGroupSumTask *task, const Entry *entries, gsize n_entries, KkrGroup *groups,
             gsize *n_groups, GError **error)
{
  gsize n = 0;

  for (gsize i = 0; i < n_entries; i++)
    {
      const KkrGroupSlot *slot = entries[i].slot;

      if (is_cancelled (task, i, error))
        return FALSE;
      if (i == 0 || slot->key != groups[n - 1].key)
        groups[n++] = (KkrGroup) { .key = slot->key, .has_key = slot->key != G_MININT64 };
      groups[n - 1].sum += slot->sum;
      groups[n - 1].n[slot->mark >> KKR_GROUP_STATUS_SHIFT] += slot->mark & KKR_GROUP_COUNT_MASK;
    }
  *n_groups = n;
  return TRUE;
}

static KkrGroup *
collect (const Work *work, gsize *n_groups, GError **error)
{
  const KkrGroupHash *hash = &work->states[0].hash;
  const gsize n = count_slots (hash);
  Entry *entries = kkr_memory_try_new (2 * n * sizeof *entries), *sorted = NULL;
  KkrGroup *groups = kkr_memory_try_new (n * sizeof *groups);
  gboolean done = FALSE;

  if (entries == NULL || groups == NULL)
    fail_for_memory (n, error);
  else if (list_entries (work->task, hash, entries, error))
    sorted = sort_entries (work->task, entries, entries + n, n, error);
  if (sorted != NULL)
    done = make_groups (work->task, sorted, n, groups, n_groups, error);
  kkr_memory_free (entries);
  if (done)
    return groups;
  kkr_memory_free (groups);
  return NULL;
}

static guint64
choose_max_window (gsize n_rows)
{
  guint64 size = LEAST_MAX_WINDOW;

  while (size < KKR_GROUP_MAX_WINDOW && size / 2 < n_rows)
    size *= 2;
  return size;
}

KkrGroup *
kkr_group_sum_rows (const KkrGroupSumTask *task, gsize *n_groups, GError **error)
{
  Work work = { .task = task, .n_states = task->n_threads };
  const KkrParallelLoop loop = {
    .n_items = task->n_rows,
    .block = KKR_GROUP_SUM_BLOCK,
    .n_threads = task->n_threads,
    .func = add_block,
    .user_data = &work,
    .cancellable = task->cancellable,
    .progress = task->progress,
    .progress_data = task->progress_data,
  };
  KkrGroup *groups = NULL;
  guint64 seeds[2];

  *n_groups = 0;
  work.states = kkr_memory_new (work.n_states * sizeof *work.states);
  memset (work.states, 0, work.n_states * sizeof *work.states);
  kkr_group_hash_draw_seeds (seeds);
  for (guint i = 0; i < work.n_states; i++)
    {
      memcpy (work.states[i].hash.seeds, seeds, sizeof seeds);
      work.states[i].max_window = choose_max_window (task->n_rows);
      work.states[i].bad_row = G_MAXSIZE;
    }
  if (kkr_parallel_run (&loop, error) && join_states (&work, error))
    groups = collect (&work, n_groups, error);
  for (guint i = 0; i < work.n_states; i++)
    {
      kkr_group_window_clear (&work.states[i].window);
      kkr_group_hash_clear (&work.states[i].hash);
    }
  kkr_memory_free (work.states);
  return groups;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

/* Sums by key against a hash table of 128-bit numbers, which knows nothing of windows and cells. */

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/kernel/kkr-group-sum-private.h>

#define MAX_THREADS 4

typedef struct {
  gint64 *keys; /* narrowed for the call */
  gint64 *values;
  guint8 *statuses;
  gsize n;
  guint width;
  gboolean has_statuses;
} Rows;

static Rows *
rows_new (gsize n, guint width)
{
  Rows *rows = g_new0 (Rows, 1);

  rows->keys = g_new0 (gint64, n + 1);
  rows->values = g_new0 (gint64, n + 1);
  rows->statuses = g_new0 (guint8, n + 1);
  rows->n = n;
  rows->width = width;
  return rows;
}

static void
rows_free (Rows *rows)
{
  g_free (rows->keys);
  g_free (rows->values);
  g_free (rows->statuses);
  g_free (rows);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rows, rows_free)

static gint64
no_key (guint width)
{
  return width == 2 ? G_MININT16 : width == 4 ? G_MININT32 : G_MININT64;
}

static gpointer
narrow (const Rows *rows)
{
  char *keys = g_malloc (rows->n * rows->width + 1);

  for (gsize i = 0; i < rows->n; i++)
    if (rows->width == 2)
      ((gint16 *) (gpointer) keys)[i] = (gint16) rows->keys[i];
    else if (rows->width == 4)
      ((gint32 *) (gpointer) keys)[i] = (gint32) rows->keys[i];
    else
      ((gint64 *) (gpointer) keys)[i] = rows->keys[i];
  return keys;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const KkrGroup *one = a, *two = b;

  if (one->has_key != two->has_key)
    return one->has_key ? -1 : 1;
  return (one->key > two->key) - (one->key < two->key);
}

/* That of GLib takes the lower half alone. */
static guint
hash_key (gconstpointer key)
{
  return (guint) ((*(const guint64 *) key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32);
}

static KkrGroup *
add_up_naively (const Rows *rows, gsize *n_groups)
{
  g_autoptr (GHashTable) known = g_hash_table_new (hash_key, g_int64_equal);
  KkrGroup *groups = g_new0 (KkrGroup, rows->n + 1);
  gsize n = 0;

  for (gsize i = 0; i < rows->n; i++)
    {
      guint status = rows->has_statuses ? rows->statuses[i] : 0;
      KkrGroup *group = g_hash_table_lookup (known, &rows->keys[i]);

      if (group == NULL)
        {
          group = &groups[n++];
          group->key = rows->keys[i];
          group->has_key = rows->keys[i] != no_key (rows->width);
          g_hash_table_insert (known, &rows->keys[i], group);
        }
      if (status == 0 && rows->values[i] == G_MININT64)
        status = 1;
      group->n[status]++;
      if (status == 0)
        group->sum += rows->values[i];
    }
  qsort (groups, n, sizeof *groups, compare_groups);
  *n_groups = n;
  return groups;
}

static KkrGroup *
add_up (const Rows *rows, gpointer keys, guint n_threads, gsize *n_groups, GError **error)
{
  const KkrGroupSumTask task = {
    .keys = keys,
    .key_width = rows->width,
    .values = rows->values,
    .statuses = rows->has_statuses ? rows->statuses : NULL,
    .n_rows = rows->n,
    .n_threads = n_threads,
  };

  return kkr_group_sum_rows (&task, n_groups, error);
}

static void
check (const Rows *rows)
{
  g_autofree gpointer keys = narrow (rows);
  g_autofree KkrGroup *expected = NULL;
  gsize n_expected;

  expected = add_up_naively (rows, &n_expected);
  for (guint n_threads = 1; n_threads <= MAX_THREADS; n_threads++)
    {
      g_autoptr (GError) error = NULL;
      gsize n;
      KkrGroup *groups = add_up (rows, keys, n_threads, &n, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (n, ==, n_expected);
      for (gsize i = 0; i < n; i++)
        {
          g_assert_cmpint (groups[i].has_key, ==, expected[i].has_key);
          g_assert_true (!groups[i].has_key || groups[i].key == expected[i].key);
          g_assert_true (groups[i].sum == expected[i].sum);
          for (guint status = 0; status < KKR_GROUP_N_STATUSES; status++)
            g_assert_cmpuint (groups[i].n[status], ==, expected[i].n[status]);
        }
      kkr_memory_free (groups);
    }
}

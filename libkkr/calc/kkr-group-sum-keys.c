/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-group-sum-private.h>

#include <string.h>

#include <libkkr/table/kkr-table-builder-private.h>

typedef struct {
  KkrGroupCall *call;
  gsize n_compared;
} Sorting;

/* By what a text or a fraction is, not by its number; rows without a key stay last. A sort cannot
 * be stopped, but it has soon ended when there is nothing to compare. */
static int
compare_texts (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KkrGroup *one = a, *two = b;
  Sorting *sorting = user_data;
  char *const *labels = sorting->call->key->labels;
  int order = !one->has_key - !two->has_key;

  if (kkr_group_call_stops (sorting->call, sorting->n_compared++))
    return 0;
  if (order == 0 && one->has_key)
    order = strcmp (labels[one->key], labels[two->key]);
  return order != 0 ? order : (one->key > two->key) - (one->key < two->key);
}

static int
compare_fractions (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KkrGroup *one = a, *two = b;
  Sorting *sorting = user_data;
  const KkrRational *fractions = sorting->call->fractions;
  const int order = !one->has_key - !two->has_key;

  if (kkr_group_call_stops (sorting->call, sorting->n_compared++))
    return 0;
  return order == 0 && one->has_key
           ? kkr_rational_compare (&fractions[one->key], &fractions[two->key])
           : order;
}

static gsize
join_equal_texts (KkrGroupCall *call, KkrGroup *groups, gsize n)
{
  char *const *labels = call->key->labels;
  gsize n_joined = 0;

  for (gsize i = 0; i < n && !kkr_group_call_stops (call, i); i++)
    {
      KkrGroup *last = n_joined > 0 ? &groups[n_joined - 1] : NULL;

      if (last == NULL || !groups[i].has_key
          || strcmp (labels[last->key], labels[groups[i].key]) != 0)
        {
          groups[n_joined++] = groups[i];
          continue;
        }
      last->sum += groups[i].sum;
      for (guint status = 0; status < KKR_GROUP_N_STATUSES; status++)
        last->n[status] += groups[i].n[status];
    }
  return n_joined;
}

static char **
pick_labels (KkrGroupCall *call, char *const *labels, const KkrGroup *groups, gsize n_keys)
{
  char **picked;

  if (labels == NULL)
    return NULL;
  picked = g_new0 (char *, n_keys + 1);
  for (gsize i = 0; i < n_keys && !kkr_group_call_stops (call, i); i++)
    picked[i] = g_strdup (labels[groups[i].key]);
  return picked;
}

static void
fill_texts (KkrGroupCall *call, KkrColumn *column, const KkrGroup *groups, gsize n, gsize n_keys)
{
  KkrColumn *from = call->key;
  gpointer codes;
  GBytes *bytes = kkr_column_block_new (n, sizeof (gint32), &codes);

  for (gsize i = 0; i < n_keys; i++)
    ((gint32 *) codes)[i] = (gint32) i;
  kkr_column_take_values (column, bytes, codes, (guint) n);
  column->labels = pick_labels (call, from->labels, groups, n_keys);
  column->labels_in_english = pick_labels (call, from->labels_in_english, groups, n_keys);
  column->labels_in_danish = pick_labels (call, from->labels_in_danish, groups, n_keys);
  column->n_labels = (guint) n_keys;
}

static void
fill_numbers (KkrColumn *column, const KkrGroup *groups, gsize n)
{
  gpointer values;
  GBytes *bytes = kkr_column_block_new (n, sizeof (gint64), &values);

  for (gsize i = 0; i < n; i++)
    ((gint64 *) values)[i] = groups[i].key;
  kkr_column_take_values (column, bytes, values, (guint) n);
}

static void
fill_days (KkrColumn *column, const KkrGroup *groups, gsize n, gsize n_keys)
{
  gpointer values;
  GBytes *bytes = kkr_column_block_new (n, sizeof (gint32), &values);

  for (gsize i = 0; i < n_keys; i++)
    ((gint32 *) values)[i] = (gint32) groups[i].key;
  kkr_column_take_values (column, bytes, values, (guint) n);
}

static void
fill_doubles (KkrColumn *column, const KkrGroup *groups, gsize n, gsize n_keys)
{
  gpointer values;
  GBytes *bytes = kkr_column_block_new (n, sizeof (gdouble), &values);

  for (gsize i = 0; i < n_keys; i++)
    {
      const gint64 bits = groups[i].key ^ ((groups[i].key >> 63) & G_MAXINT64);

      memcpy ((gdouble *) values + i, &bits, sizeof bits);
    }
  kkr_column_take_values (column, bytes, values, (guint) n);
}

static void
fill_column (KkrGroupCall *call, KkrColumn *column, const KkrGroup *groups, gsize n)
{
  const gsize n_keys = n > 0 && !groups[n - 1].has_key ? n - 1 : n;

  switch (column->kind)
    {
    case KKR_COLUMN_KIND_TEXT:
      fill_texts (call, column, groups, n, n_keys);
      break;
    case KKR_COLUMN_KIND_DATE:
      fill_days (column, groups, n, n_keys);
      break;
    case KKR_COLUMN_KIND_DOUBLE:
      fill_doubles (column, groups, n, n_keys);
      break;
    case KKR_COLUMN_KIND_INT64:
    case KKR_COLUMN_KIND_RATIO:
    case KKR_COLUMN_KIND_UNSET:
    default:
      fill_numbers (column, groups, n);
    }
  if (n_keys < n)
    kkr_column_clear_cell (column, (guint) n_keys, KKR_CELL_STATUS_MISSING);
}

static void
add_fractions (KkrGroupCall *call, KkrTableBuilder *builder, const KkrGroup *groups, gsize n)
{
  g_autofree KkrRational *fractions = g_new0 (KkrRational, n + 1);

  for (gsize i = 0; i < n; i++)
    if (groups[i].has_key)
      fractions[i] = call->fractions[groups[i].key];
  kkr_table_builder_add_rationals (builder, call->key->name, call->key->danish,
                                   call->key->english, call->key->unit, fractions, n);
}

static void
sort_groups (KkrGroupCall *call, KkrGroup *groups, gsize *n)
{
  Sorting sorting = { .call = call };

  if (call->key == NULL)
    return;
  if (call->key->kind == KKR_COLUMN_KIND_TEXT)
    {
      g_qsort_with_data (groups, (int) *n, sizeof *groups, compare_texts, &sorting);
      *n = join_equal_texts (call, groups, *n);
    }
  else if (call->key->kind == KKR_COLUMN_KIND_RATIO)
    g_qsort_with_data (groups, (int) *n, sizeof *groups, compare_fractions, &sorting);
}

void
kkr_group_call_add_keys (KkrGroupCall *call, KkrTableBuilder *builder, KkrGroup *groups,
                         gsize *n_groups)
{
  KkrColumn *column;

  sort_groups (call, groups, n_groups);
  if (call->stopped)
    return;
  if (call->key == NULL)
    column = kkr_table_builder_start (builder, "key", "Nøgle", "Key", KKR_COLUMN_KIND_INT64,
                                      KKR_UNIT_NONE, *n_groups);
  else if (call->key->kind == KKR_COLUMN_KIND_RATIO)
    {
      add_fractions (call, builder, groups, *n_groups);
      return;
    }
  else
    column = kkr_table_builder_start (builder, call->key->name, call->key->danish,
                                      call->key->english, call->key->kind, call->key->unit,
                                      *n_groups);
  if (column != NULL)
    fill_column (call, column, groups, *n_groups);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-group-sum-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* Titles stand inside a sentence: "Sum af takst efter kommune", but "BPA" stays. */
static char *
begin_small (const char *title)
{
  const gunichar first = g_utf8_get_char (title);
  const char *rest = first != 0 ? g_utf8_next_char (title) : title;
  char small[7] = { 0 };

  if (first == 0 || !g_unichar_islower (g_utf8_get_char (rest)))
    return g_strdup (title);
  g_unichar_to_utf8 (g_unichar_tolower (first), small);
  return g_strconcat (small, rest, NULL);
}

static KkrTableBuilder *
start_table (const KkrGroupCall *call)
{
  g_autofree char *key_da = NULL, *key_en = NULL, *value_da = NULL, *value_en = NULL;
  g_autofree char *danish = NULL, *english = NULL;

  if (call->key == NULL)
    return kkr_table_builder_new ("group-sum", "Sum efter nøgle", "Sum by key");
  key_da = begin_small (kkr_column_get_title_in (call->key, "da"));
  key_en = begin_small (kkr_column_get_title_in (call->key, "en"));
  value_da = begin_small (kkr_column_get_title_in (call->value, "da"));
  value_en = begin_small (kkr_column_get_title_in (call->value, "en"));
  danish = g_strdup_printf ("Sum af %s efter %s", value_da, key_da);
  english = g_strdup_printf ("Sum of %s by %s", value_en, key_en);
  return kkr_table_builder_new ("group-sum", danish, english);
}

/* What the sum of a group is, if it is none: what is missing outweighs what is kept back, and that
 * what cannot be. */
static KkrCellStatus
get_status (const KkrGroup *group)
{
  if (group->n[KKR_CELL_STATUS_MISSING] > 0)
    return KKR_CELL_STATUS_MISSING;
  if (group->n[KKR_CELL_STATUS_SUPPRESSED] > 0)
    return KKR_CELL_STATUS_SUPPRESSED;
  return group->n[KKR_CELL_STATUS_VALUE] > 0 ? KKR_CELL_STATUS_VALUE
                                             : KKR_CELL_STATUS_NOT_APPLICABLE;
}

static gboolean
check_sums (KkrGroupCall *call, const KkrGroup *groups, gsize n, KkrTableBuilder *builder,
            GError **error)
{
  KkrColumn *keys = g_ptr_array_index (builder->columns, 0);

  for (gsize i = 0; i < n && !kkr_group_call_stops (call, i); i++)
    if (groups[i].sum > G_MAXINT64 || groups[i].sum <= G_MININT64)
      {
        g_autofree char *sum = kkr_int128_to_string (groups[i].sum);
        g_autofree char *key = kkr_column_dup_plain (keys, (guint) i);
        g_autofree char *quoted = kkr_text_quote (key);

        g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW,
                     _("the sum of key %s does not fit: %s found, %lld to %lld expected"), quoted,
                     sum, (long long) -G_MAXINT64, (long long) G_MAXINT64);
        return FALSE;
      }
  return TRUE;
}

static gint64 *
start_column (GBytes **block, gsize n)
{
  gpointer values;

  *block = kkr_column_block_new (n, sizeof (gint64), &values);
  return values;
}

/* How many rows there are of one status, or, without one, of all. */
static void
add_counts (KkrGroupCall *call, KkrTableBuilder *builder, const char *name,
            const char *danish, const char *english, const KkrGroup *groups, gsize n, int status)
{
  GBytes *block;
  gint64 *counts = start_column (&block, n);
  g_autofree char *text = NULL;
  gint64 total = 0;

  for (gsize i = 0; i < n && !kkr_group_call_stops (call, i); i++)
    {
      for (int j = 0; j < KKR_GROUP_N_STATUSES; j++)
        if (status < 0 || status == j)
          counts[i] += (gint64) groups[i].n[j];
      total += counts[i];
    }
  kkr_table_builder_take_int64 (builder, name, danish, english, KKR_UNIT_COUNT, block, counts, n);
  text = g_strdup_printf ("%" G_GINT64_FORMAT, total);
  kkr_table_builder_set_total (builder, name, text);
}

/* The sums of whole groups, or of what is known of all of them. A total has all its rows. */
static void
add_sums (KkrGroupCall *call, KkrTableBuilder *builder, const char *name, const char *danish,
          const char *english, const KkrGroup *groups, gsize n, gboolean known)
{
  GBytes *block;
  gint64 *sums = start_column (&block, n);
  KkrInt128 total = 0;
  KkrColumn *column;
  gsize n_sums = 0;
  gboolean whole = TRUE;

  for (gsize i = 0; i < n && !kkr_group_call_stops (call, i); i++)
    sums[i] = (gint64) groups[i].sum;
  kkr_table_builder_take_int64 (builder, name, danish, english, call->unit, block, sums, n);
  if ((column = kkr_table_builder_find (builder, name)) == NULL)
    return;
  for (gsize i = 0; i < n && !kkr_group_call_stops (call, i); i++)
    {
      const KkrCellStatus status = get_status (&groups[i]);
      const gboolean has_sum = known ? groups[i].n[KKR_CELL_STATUS_VALUE] > 0
                                     : status == KKR_CELL_STATUS_VALUE;

      total += has_sum ? groups[i].sum : 0;
      n_sums += has_sum;
      whole = whole && (known || has_sum || status == KKR_CELL_STATUS_NOT_APPLICABLE);
      if (!has_sum)
        kkr_column_clear_cell (column, (guint) i, status);
    }
  if (whole && n_sums > 0)
    {
      g_autofree char *text = kkr_int128_to_string (total);

      kkr_table_builder_set_total (builder, name, text);
    }
}

static KkrTable *
refuse_cancelled (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("the calculation was cancelled"));
  return NULL;
}

KkrTable *
kkr_group_call_make_table (KkrGroupCall *call, KkrGroup *groups, gsize n, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = start_table (call);
  const char *key[] = { call->key != NULL ? kkr_column_get_name (call->key) : "key", NULL };

  kkr_group_call_add_keys (call, builder, groups, &n);
  if (kkr_group_call_stops (call, 0))
    return refuse_cancelled (error);
  if (builder->error == NULL && !check_sums (call, groups, n, builder, error))
    return NULL;
  add_counts (call, builder, "rows", "Rækker", "Rows", groups, n, -1);
  add_sums (call, builder, "sum", "Sum", "Sum", groups, n, FALSE);
  add_sums (call, builder, "known-sum", "Kendt sum", "Known sum", groups, n, TRUE);
  add_counts (call, builder, "missing", "Mangler", "Missing", groups, n, KKR_CELL_STATUS_MISSING);
  add_counts (call, builder, "suppressed", "Diskretionerede", "Suppressed", groups, n,
              KKR_CELL_STATUS_SUPPRESSED);
  add_counts (call, builder, "not-applicable", "Ikke relevante", "Not applicable", groups, n,
              KKR_CELL_STATUS_NOT_APPLICABLE);
  if (kkr_group_call_stops (call, 0))
    return refuse_cancelled (error);
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_group_call_run (KkrGroupCall *call, GError **error)
{
  KkrTable *table = NULL;
  KkrGroup *groups;
  gsize n_groups;

  if (!kkr_group_call_read (call, error)
      || (groups = kkr_group_sum_rows (&call->rows, &n_groups, error)) == NULL)
    return NULL;
  table = kkr_group_call_make_table (call, groups, n_groups, error);
  kkr_memory_free (groups);
  return table;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-crosswalk-move-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/kernel/kkr-apportion-private.h>
#include <libkkr/table/kkr-table-builder.h>

#define MAX_NAMED 10

void
kkr_move_init (KkrMove *move, KkrCrosswalk *crosswalk)
{
  gsize n_rows = MAX (crosswalk->rows->len, 1);

  *move = (KkrMove) {
    .crosswalk = crosswalk, .method = KKR_APPORTION_METHOD_LARGEST_REMAINDER, .unit = 1,
    .tie_rule = KKR_TIE_RULE_FIRST,
  };
  move->targets = g_new0 (KkrMoveTarget, MAX (crosswalk->to_codes->len, 1));
  move->seen = g_new0 (guint8, MAX (crosswalk->groups->len, 1));
  move->shares = g_new0 (gint64, n_rows);
  move->tied = g_new0 (guint8, n_rows);
}

void
kkr_move_clear (KkrMove *move)
{
  if (move->crosswalk == NULL)
    return;
  for (guint i = 0; i < move->crosswalk->to_codes->len; i++)
    {
      if (move->targets[i].danish != NULL)
        g_string_free (move->targets[i].danish, TRUE);
      if (move->targets[i].english != NULL)
        g_string_free (move->targets[i].english, TRUE);
    }
  g_free (move->targets);
  g_free (move->seen);
  g_free (move->shares);
  g_free (move->tied);
}

static void
remark (KkrMoveTarget *target, const char *danish, const char *english, const char *code)
{
  if (target->danish == NULL)
    {
      target->danish = g_string_new (NULL);
      target->english = g_string_new (NULL);
    }
  g_string_append_printf (target->danish, "%s%s %s", target->danish->len > 0 ? "; " : "", danish,
                          code);
  g_string_append_printf (target->english, "%s%s %s", target->english->len > 0 ? "; " : "",
                          english, code);
}

static const KkrCrosswalkGroup *
find_group (KkrCrosswalk *self, const char *code)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->from_index, code));

  return place > 0 ? &g_array_index (self->groups, KkrCrosswalkGroup, place - 1) : NULL;
}

/* A code without a value takes the value from every code that would have had a part of it. */
void
kkr_move_lose_value (KkrMove *move, const char *code, KkrCellStatus status)
{
  const KkrCrosswalkGroup *group = find_group (move->crosswalk, code);
  static const struct {
    const char *danish, *english;
  } words[] = {
    [KKR_CELL_STATUS_VALUE] = { "ingen række:", "no row:" },
    [KKR_CELL_STATUS_MISSING] = { "mangler:", "missing:" },
    [KKR_CELL_STATUS_SUPPRESSED] = { "diskretioneret:", "suppressed:" },
    [KKR_CELL_STATUS_NOT_APPLICABLE] = { "ikke relevant:", "not applicable:" },
  };

  for (guint i = group->first; i < group->first + group->n_rows; i++)
    {
      const KkrCrosswalkRow *row = &g_array_index (move->crosswalk->rows, KkrCrosswalkRow, i);
      KkrMoveTarget *target = &move->targets[row->to];

      target->listed = TRUE;
      if (row->num == 0)
        continue;
      target->n_lost[status]++;
      remark (target, words[status].danish, words[status].english, group->code);
      if (status != KKR_CELL_STATUS_NOT_APPLICABLE)
        move->incomplete = TRUE;
    }
}

gboolean
kkr_move_add_value (KkrMove *move, const char *code, gint64 value, GError **error)
{
  const KkrCrosswalkGroup *group = find_group (move->crosswalk, code);
  g_autofree char *rule = g_strdup_printf ("%s:", kkr_tie_rule_to_string (move->tie_rule));
  g_autofree char *danish = g_strconcat ("lige krav, afgjort efter reglen ", rule, NULL);
  g_autofree char *english = g_strconcat ("equal claims, settled by the rule ", rule, NULL);

  if (!kkr_apportion_into (value, move->crosswalk->weights + group->first, group->n_rows,
                           move->method, move->unit, move->tie_rule, move->shares, move->tied,
                           error))
    {
      g_prefix_error (error, "\"%s\": ", group->code);
      return FALSE;
    }
  move->total += value;
  for (guint i = 0; i < group->n_rows; i++)
    {
      const KkrCrosswalkRow *row = &g_array_index (move->crosswalk->rows, KkrCrosswalkRow,
                                                   group->first + i);
      KkrMoveTarget *target = &move->targets[row->to];

      target->sum += move->shares[i];
      target->listed = TRUE;
      target->n_values += row->num > 0;
      if (move->tied[i])
        remark (target, danish, english, group->code);
    }
  return TRUE;
}

gboolean
kkr_move_mark_codes (KkrMove *move, char **codes, GError **error)
{
  g_autoptr (GString) unknown = g_string_new (NULL);
  guint n_unknown = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const KkrCrosswalkGroup *group = find_group (move->crosswalk, codes[i]);
      guint8 *seen;

      if (group == NULL)
        {
          if (n_unknown++ < MAX_NAMED)
            g_string_append_printf (unknown, "%s\"%s\"", unknown->len > 0 ? ", " : "", codes[i]);
          continue;
        }
      seen = &move->seen[group - &g_array_index (move->crosswalk->groups, KkrCrosswalkGroup, 0)];
      if (*seen)
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                       _("a code that stands twice in the series: \"%s\" found, once expected"),
                       codes[i]);
          return FALSE;
        }
      *seen = TRUE;
    }
  if (n_unknown == 0)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
               _("codes without a row in the crosswalk: %u found (%s%s), none expected"), n_unknown,
               unknown->str, n_unknown > MAX_NAMED ? ", ..." : "");
  return FALSE;
}

/* A code that the series does not have is as good as missing for those that other codes of the
 * series reach. */
static void
lose_unseen (KkrMove *move)
{
  KkrCrosswalk *self = move->crosswalk;
  g_autofree guint8 *reached = g_new0 (guint8, MAX (self->to_codes->len, 1));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const KkrCrosswalkRow *row = &g_array_index (self->rows, KkrCrosswalkRow, i);

      reached[row->to] |= move->seen[row->group] && row->num > 0;
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      const KkrCrosswalkRow *row = &g_array_index (self->rows, KkrCrosswalkRow, i);

      if (move->seen[row->group] || row->num == 0 || !reached[row->to])
        continue;
      move->targets[row->to].n_lost[KKR_CELL_STATUS_VALUE]++;
      move->incomplete = TRUE;
      remark (&move->targets[row->to], "ingen række:", "no row:",
              g_array_index (self->groups, KkrCrosswalkGroup, row->group).code);
    }
}

/* A geography that no source confirms makes what rests on it no surer. */
static void
tell_doubts (KkrMove *move)
{
  KkrCrosswalk *self = move->crosswalk;

  for (guint i = 0; i < self->to_codes->len; i++)
    {
      const char *to = self->to_codes->pdata[i];

      if (move->targets[i].listed && g_hash_table_contains (self->unconfirmed, to))
        remark (&move->targets[i], "ikke bekræftet:", "not confirmed:", to);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      const KkrCrosswalkRow *row = &g_array_index (self->rows, KkrCrosswalkRow, i);
      const char *from = g_array_index (self->groups, KkrCrosswalkGroup, row->group).code;

      if (move->seen[row->group] && row->num > 0
          && !g_str_equal (from, self->to_codes->pdata[row->to])
          && g_hash_table_contains (self->unconfirmed, from))
        remark (&move->targets[row->to], "ikke bekræftet:", "not confirmed:", from);
    }
}

/* A sum of which a part is missing is missing; of which a part cannot be is the rest. */
static KkrCellStatus
target_status (const KkrMoveTarget *target)
{
  if (target->n_lost[KKR_CELL_STATUS_MISSING] + target->n_lost[KKR_CELL_STATUS_VALUE] > 0)
    return KKR_CELL_STATUS_MISSING;
  if (target->n_lost[KKR_CELL_STATUS_SUPPRESSED] > 0)
    return KKR_CELL_STATUS_SUPPRESSED;
  return target->n_values > 0 || target->n_lost[KKR_CELL_STATUS_NOT_APPLICABLE] == 0
           ? KKR_CELL_STATUS_VALUE : KKR_CELL_STATUS_NOT_APPLICABLE;
}

/* The smallest number of a column is none: it says that a value is missing. */
static gboolean
narrow (KkrInt128 sum, gint64 *value, GError **error)
{
  g_autofree char *found = NULL;

  if (sum > G_MININT64 && sum <= G_MAXINT64)
    {
      *value = (gint64) sum;
      return TRUE;
    }
  found = kkr_int128_to_string (sum);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW,
               _("a sum does not fit: %s found, at most 9223372036854775807 above or below 0 "
                 "expected"), found);
  return FALSE;
}

static gboolean
set_total (KkrTableBuilder *builder, const KkrMove *move, const char *column, GError **error)
{
  g_autofree char *text = NULL;
  gint64 total;

  if (move->incomplete)
    return TRUE;
  if (!narrow (move->total, &total, error))
    return FALSE;
  text = g_strdup_printf ("%lld", (long long) total);
  kkr_table_builder_set_total (builder, column, text);
  return TRUE;
}

static void
add_remarks (KkrTableBuilder *builder, const KkrMove *move, const guint *places, guint n)
{
  g_autoptr (GPtrArray) danish = g_ptr_array_new (), english = g_ptr_array_new ();
  g_autofree gint32 *codes = g_new0 (gint32, MAX (n, 1));

  g_ptr_array_add (danish, (gpointer) "");
  g_ptr_array_add (english, (gpointer) "");
  for (guint i = 0; i < n; i++)
    if (move->targets[places[i]].danish != NULL)
      {
        codes[i] = (gint32) danish->len;
        g_ptr_array_add (danish, move->targets[places[i]].danish->str);
        g_ptr_array_add (english, move->targets[places[i]].english->str);
      }
  g_ptr_array_add (danish, NULL);
  g_ptr_array_add (english, NULL);
  kkr_table_builder_add_codes (builder, "remark", "Bemærkning", "Remark", codes, n,
                               (const char *const *) danish->pdata);
  kkr_table_builder_set_labels_in_english (builder, "remark", (const char *const *) english->pdata);
}

KkrTable *
kkr_move_end (KkrMove *move, const KkrMoveHeading *heading, GError **error)
{
  static const char *const key[] = { "code", NULL };
  KkrCrosswalk *self = move->crosswalk;
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (heading->name, heading->danish,
                                                               heading->english);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree gint64 *values = g_new0 (gint64, MAX (self->to_codes->len, 1));
  g_autofree guint *places = g_new0 (guint, MAX (self->to_codes->len, 1));
  guint n = 0;

  lose_unseen (move);
  tell_doubts (move);
  for (guint i = 0; i < self->to_codes->len; i++)
    {
      const KkrMoveTarget *target = &move->targets[i];

      if (!target->listed)
        continue;
      if (target_status (target) == KKR_CELL_STATUS_VALUE
          && !narrow (target->sum, &values[n], error))
        return NULL;
      places[n++] = i;
      g_ptr_array_add (codes, self->to_codes->pdata[i]);
    }
  g_ptr_array_add (codes, NULL);
  kkr_table_builder_add_text (builder, "code", "Kode", "Code", (const char *const *) codes->pdata);
  kkr_table_builder_add_int64 (builder, heading->name, heading->danish, heading->english,
                               heading->unit, values, n);
  for (guint i = 0; i < n; i++)
    if (target_status (&move->targets[places[i]]) != KKR_CELL_STATUS_VALUE)
      kkr_table_builder_set_status (builder, heading->name, i,
                                    target_status (&move->targets[places[i]]));
  if (!set_total (builder, move, heading->name, error))
    return NULL;
  add_remarks (builder, move, places, n);
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, error);
}


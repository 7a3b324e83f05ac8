/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-crosswalk-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-reading-private.h>

static gboolean
parse_weight (const char *text, gint64 *num, gint64 *den)
{
  g_autofree char *dotted = g_strdelimit (g_strdup (text), ",", '.');

  return kkr_decimal_parse (dotted, num, den);
}

static guint
intern_group (KkrCrosswalk *self, const char *code)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->from_index, code));

  if (place == 0)
    {
      KkrCrosswalkGroup group = { g_string_chunk_insert_const (self->strings, code), 0, 0 };

      g_array_append_val (self->groups, group);
      place = self->groups->len;
      g_hash_table_insert (self->from_index, (gpointer) group.code, GUINT_TO_POINTER (place));
    }
  return place - 1;
}

static guint
intern_to (KkrCrosswalk *self, const char *code)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->to_index, code));

  if (place == 0)
    {
      char *kept = g_string_chunk_insert_const (self->strings, code);

      g_ptr_array_add (self->to_codes, kept);
      place = self->to_codes->len;
      g_hash_table_insert (self->to_index, kept, GUINT_TO_POINTER (place));
    }
  return place - 1;
}

char *
kkr_crosswalk_add_row (KkrCrosswalk *self, const char *from, const char *to, const char *weight,
                       guint line)
{
  KkrCrosswalkRow row = { .line = line };
  g_autofree char *quoted = kkr_text_quote (weight);

  if (*from == '\0' || *to == '\0')
    return g_strdup (_("no code: an empty text found, a code expected"));
  if (!parse_weight (weight, &row.num, &row.den))
    return g_strdup_printf (_("a weight that is no number: %s found, a number such as 0.25 with at "
                              "most 18 digits expected"), quoted);
  if (row.num < 0)
    return g_strdup_printf (_("a negative weight: %s found, 0 or more expected"), quoted);
  row.group = intern_group (self, from);
  row.to = intern_to (self, to);
  row.text = g_strdup (weight);
  g_array_append_val (self->rows, row);
  return NULL;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const KkrCrosswalkRow *left = a, *right = b;

  if (left->group != right->group)
    return left->group < right->group ? -1 : 1;
  if (left->to != right->to)
    return left->to < right->to ? -1 : 1;
  return left->line < right->line ? -1 : left->line > right->line;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The codes that are reached ascend, and rows of a group stand in their order. */
static void
sort_rows (KkrCrosswalk *self)
{
  g_autofree char **before = g_memdup2 (self->to_codes->pdata,
                                        self->to_codes->len * sizeof (char *));

  g_ptr_array_sort (self->to_codes, compare_codes);
  for (guint i = 0; i < self->to_codes->len; i++)
    g_hash_table_replace (self->to_index, self->to_codes->pdata[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->rows->len; i++)
    {
      KkrCrosswalkRow *row = &g_array_index (self->rows, KkrCrosswalkRow, i);

      row->to = GPOINTER_TO_UINT (g_hash_table_lookup (self->to_index, before[row->to])) - 1;
    }
  g_array_sort (self->rows, compare_rows);
}

/* Whole numbers: each weight times the smallest power of ten that makes all of them whole. The
 * denominators are divisors of powers of ten, so their least common multiple does too. */
static char *
make_weights (KkrCrosswalk *self, const KkrCrosswalkGroup *group)
{
  const KkrCrosswalkRow *rows = &g_array_index (self->rows, KkrCrosswalkRow, group->first);
  gint64 multiple = 1, sum = 0;

  for (guint i = 0; i < group->n_rows; i++)
    {
      gint64 common = (gint64) kkr_uint128_gcd ((KkrUint128) multiple, (KkrUint128) rows[i].den);

      if (__builtin_mul_overflow (multiple, rows[i].den / common, &multiple))
        multiple = G_MAXINT64;
    }
  for (guint i = 0; i < group->n_rows; i++)
    {
      gint64 *weight = &self->weights[group->first + i];

      if (__builtin_mul_overflow (rows[i].num, multiple / rows[i].den, weight)
          || __builtin_add_overflow (sum, *weight, &sum))
        return g_strdup_printf (_("weights of \"%s\" with too many digits: more than 18 together "
                                  "found, fewer expected"), group->code);
    }
  if (sum == 0)
    return g_strdup_printf (_("the weights of \"%s\" are all zero: 0 found, a sum above 0 "
                              "expected"), group->code);
  return NULL;
}

static char *
report_twice (KkrCrosswalk *self, const KkrCrosswalkRow *row)
{
  return g_strdup_printf (_("the same row twice: \"%s\" to \"%s\" found, one row expected"),
                          g_array_index (self->groups, KkrCrosswalkGroup, row->group).code,
                          (const char *) self->to_codes->pdata[row->to]);
}

char *
kkr_crosswalk_settle (KkrCrosswalk *self, guint *line)
{
  char *wrong = NULL;

  sort_rows (self);
  self->weights = g_new0 (gint64, MAX (self->rows->len, 1));
  for (guint i = 0; i < self->rows->len && wrong == NULL; i++)
    {
      const KkrCrosswalkRow *row = &g_array_index (self->rows, KkrCrosswalkRow, i);
      KkrCrosswalkGroup *group = &g_array_index (self->groups, KkrCrosswalkGroup, row->group);

      *line = row->line;
      if (i > 0 && row[-1].group == row->group && row[-1].to == row->to)
        wrong = report_twice (self, row);
      if (group->n_rows++ == 0)
        group->first = i;
    }
  for (guint i = 0; i < self->groups->len && wrong == NULL; i++)
    {
      const KkrCrosswalkGroup *group = &g_array_index (self->groups, KkrCrosswalkGroup, i);

      *line = g_array_index (self->rows, KkrCrosswalkRow, group->first).line;
      wrong = make_weights (self, group);
    }
  return wrong;
}

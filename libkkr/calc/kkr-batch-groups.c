/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-batch-run-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/table/kkr-column-private.h>

/* Which scenarios agree in all inputs but the row inputs: by numbers, no text is compared. */

/* So many rows take less than a millisecond. */
#define ROWS_UNTIL_CANCELLED 65536

/* What a cell adds to the group that its row was in before: two columns at a time. */
typedef struct {
  guint64 bits;
  guint32 group;
  guint32 status; /* of the cell, plus 1; 0 is a free place */
  guint32 number;
} Entry;

typedef struct {
  Entry *entries;
  gsize size; /* a power of 2 */
  guint32 n;
} Entries;

static gsize
hash (const Entry *entry, gsize size)
{
  guint64 mixed = (entry->bits ^ ((guint64) entry->group << 32) ^ entry->status) *
                  G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  mixed ^= mixed >> 32;
  mixed *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return (gsize) (mixed >> 32 ^ mixed) & (size - 1);
}

static Entry *
find_place (const Entries *self, const Entry *wanted)
{
  gsize at = hash (wanted, self->size);

  while (self->entries[at].status != 0 &&
         (self->entries[at].bits != wanted->bits || self->entries[at].group != wanted->group ||
          self->entries[at].status != wanted->status))
    at = (at + 1) & (self->size - 1);
  return &self->entries[at];
}

static gboolean
grow (Entries *self)
{
  Entries larger = { g_try_new0 (Entry, self->size * 4), self->size * 4, self->n };

  if (larger.entries == NULL)
    return FALSE;
  for (gsize i = 0; i < self->size; i++)
    if (self->entries[i].status != 0)
      *find_place (&larger, &self->entries[i]) = self->entries[i];
  g_free (self->entries);
  *self = larger;
  return TRUE;
}

/* FALSE without memory for one more. */
static gboolean
number_entry (Entries *self, Entry *entry)
{
  Entry *place = find_place (self, entry);

  if (place->status != 0)
    {
      entry->number = place->number;
      return TRUE;
    }
  entry->number = self->n++;
  *place = *entry;
  return (gsize) self->n * 2 <= self->size || grow (self);
}

/* Equal cells have equal bits; where that is not known, each cell is its own. */
static guint64
cell_bits (const KkrBatchColumn *column, guint row)
{
  gdouble number;
  guint64 bits;

  switch (column->column->kind)
    {
    case KKR_COLUMN_KIND_INT64:
      return (guint64) kkr_column_cell_int64 (column->column, row);
    case KKR_COLUMN_KIND_TEXT:
    case KKR_COLUMN_KIND_DATE:
      return (guint64) kkr_column_cell_int32 (column->column, row);
    case KKR_COLUMN_KIND_DOUBLE:
      number = kkr_column_cell_double (column->column, row);
      memcpy (&bits, &number, sizeof bits);
      return bits;
    case KKR_COLUMN_KIND_RATIO:
    case KKR_COLUMN_KIND_UNSET:
    default:
      return row;
    }
}

/* A row input tells only whether it is given. No groups are found when it was cancelled; FALSE
 * without memory. */
static gboolean
split (const KkrBatch *self, const KkrBatchColumn *column, guint32 *group_of, guint *n_groups)
{
  Entries entries = { g_new0 (Entry, 64), 64, 0 };
  Entry last = { 0 };
  gboolean ok = TRUE;

  for (guint row = 0; ok && row < self->n_scenarios; row++)
    {
      KkrCellStatus status = kkr_column_cell_status (column->column, row);
      Entry entry = { .group = group_of[row], .status = (guint32) status + 1 };

      if (row % ROWS_UNTIL_CANCELLED == 0 && g_cancellable_is_cancelled (self->cancellable))
        {
          entries.n = 0;
          break;
        }
      if (column->row_input < 0 && status == KKR_CELL_STATUS_VALUE)
        entry.bits = cell_bits (column, row);
      if (row == 0 || entry.bits != last.bits || entry.group != last.group ||
          entry.status != last.status)
        {
          ok = number_entry (&entries, &entry);
          last = entry;
        }
      group_of[row] = last.number;
    }
  g_free (entries.entries);
  *n_groups = entries.n;
  return ok;
}

static gint64
number_bits (gdouble number)
{
  gint64 bits;

  memcpy (&bits, &number, sizeof bits);
  return bits;
}

static gint64
value_bits (const GValue *value)
{
  if (G_VALUE_HOLDS_DOUBLE (value))
    return number_bits (g_value_get_double (value));
  return G_VALUE_HOLDS_INT (value) ? g_value_get_int (value) : g_value_get_int64 (value);
}

static gboolean
make_own_values (KkrBatchColumn *column, guint n_scenarios)
{
  column->own_values = g_try_new0 (gint64, n_scenarios);
  column->refused = g_try_new0 (guint8, n_scenarios);
  column->values = column->own_values;
  return column->own_values != NULL && column->refused != NULL;
}

/* Whole numbers, fractions and amounts for an input of numbers with decimals. */
static gboolean
read_numbers (KkrBatchColumn *column, guint n_scenarios)
{
  if (!make_own_values (column, n_scenarios))
    return FALSE;
  for (guint row = 0; row < n_scenarios; row++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (kkr_column_cell_status (column->column, row) != KKR_CELL_STATUS_VALUE)
        continue;
      if (kkr_batch_column_convert (column, row, &value, NULL))
        column->own_values[row] = value_bits (&value);
      else
        column->refused[row] = TRUE;
    }
  return TRUE;
}

static gboolean
read_labels (KkrBatchColumn *column, guint n_scenarios)
{
  KkrColumn *texts = column->column;
  const gint32 *codes = g_bytes_get_data (kkr_column_get_bytes (texts), NULL);
  g_autofree gint64 *amounts = g_new0 (gint64, (gsize) texts->n_labels + 1);
  g_autofree guint8 *refused = g_new0 (guint8, (gsize) texts->n_labels + 1);

  for (guint i = 0; i < texts->n_labels; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_value_init (&value, column->pspec->value_type);
      refused[i] = !kkr_param_parse (column->pspec, texts->labels[i], &value, NULL);
      amounts[i] = value_bits (&value);
    }
  if (!make_own_values (column, n_scenarios))
    return FALSE;
  for (guint row = 0; row < n_scenarios; row++)
    if (kkr_column_cell_status (texts, row) == KKR_CELL_STATUS_VALUE)
      {
        column->own_values[row] = amounts[codes[row]];
        column->refused[row] = refused[codes[row]];
      }
  return TRUE;
}

static gboolean
is_row_input (const KkrBatchColumn *column)
{
  KkrColumnKind kind = column->column->kind;

  return kind == KKR_COLUMN_KIND_INT64 || kind == KKR_COLUMN_KIND_TEXT ||
         (column->pspec->value_type == G_TYPE_DOUBLE &&
          (kind == KKR_COLUMN_KIND_DOUBLE || kind == KKR_COLUMN_KIND_RATIO));
}

/* Numbers as they stand, where the input has no other unit. */
static gboolean
read_values (KkrBatchColumn *column, guint n_scenarios)
{
  gboolean is_double = column->pspec->value_type == G_TYPE_DOUBLE;
  KkrColumnKind kind = column->column->kind;

  if (kind == KKR_COLUMN_KIND_TEXT)
    return read_labels (column, n_scenarios);
  if (is_double && (kind != KKR_COLUMN_KIND_DOUBLE || column->column->unit == KKR_UNIT_AMOUNT ||
                    column->column->unit == KKR_UNIT_SHARE))
    return read_numbers (column, n_scenarios);
  column->values = g_bytes_get_data (kkr_column_get_bytes (column->column), NULL);
  return TRUE;
}

static gboolean
find_row_inputs (KkrBatch *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      KkrBatchColumn *column = &self->columns[i];

      for (int input = 0; self->klass->row_inputs[input] != NULL; input++)
        if (g_str_equal (self->klass->row_inputs[input], column->pspec->name) &&
            is_row_input (column))
          column->row_input = input;
      if (column->row_input >= 0 && !read_values (column, self->n_scenarios))
        return FALSE;
    }
  return TRUE;
}

static gboolean
splits (const KkrBatchColumn *column)
{
  return column->row_input < 0 || column->column->n_without_value > 0;
}

static guint32
find_by_row (const KkrBatch *self, guint scenario)
{
  guint32 by_row = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].row_input >= 0 &&
        kkr_column_get_cell_status (self->columns[i].column, scenario) == KKR_CELL_STATUS_VALUE)
      by_row |= (guint32) 1 << self->columns[i].row_input;
  return by_row;
}

static gboolean
fill_groups (KkrBatch *self, const guint32 *group_of)
{
  g_autofree guint *next = NULL;

  self->groups = g_try_new0 (KkrBatchGroup, self->n_groups);
  self->order = self->n_groups > 1 ? g_try_new (guint, self->n_scenarios) : NULL;
  next = g_try_new (guint, self->n_groups);
  if (self->groups == NULL || next == NULL || (self->n_groups > 1 && self->order == NULL))
    return FALSE;
  for (guint row = 0; group_of != NULL && row < self->n_scenarios; row++)
    if (self->groups[group_of[row]].n++ == 0)
      self->groups[group_of[row]].scenario = row;
  if (group_of == NULL)
    self->groups[0].n = self->n_scenarios;
  for (guint g = 0, first = 0; g < self->n_groups; first += self->groups[g++].n)
    {
      self->groups[g].first = next[g] = first;
      self->groups[g].by_row = find_by_row (self, self->groups[g].scenario);
    }
  for (guint row = 0; self->order != NULL && row < self->n_scenarios; row++)
    self->order[next[group_of[row]]++] = row;
  return TRUE;
}

gboolean
kkr_batch_make_groups (KkrBatch *self, GError **error)
{
  g_autofree guint32 *group_of = NULL;
  gboolean ok = find_row_inputs (self);

  self->n_groups = 1;
  for (guint i = 0; ok && i < self->n_columns && self->n_groups > 0; i++)
    if (splits (&self->columns[i]))
      {
        if (group_of == NULL)
          group_of = g_try_new0 (guint32, self->n_scenarios);
        ok = group_of != NULL && split (self, &self->columns[i], group_of, &self->n_groups);
      }
  if (ok && self->n_groups == 0)
    {
      /* All the same if it was reset meanwhile. */
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _("the calculation was cancelled"));
      return FALSE;
    }
  if (ok && fill_groups (self, group_of))
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
               _("not enough memory: %u scenarios found, as many as there is memory for expected"),
               self->n_scenarios);
  return FALSE;
}

guint
kkr_batch_count_together (const KkrBatch *self, const KkrBatchGroup *group, guint i, guint most)
{
  guint n = 1;

  if (self->order == NULL)
    return MIN (group->n - i, most);
  while (n < most && i + n < group->n &&
         kkr_batch_get_scenario (self, group, i + n) == kkr_batch_get_scenario (self, group, i) + n)
    n++;
  return n;
}

void
kkr_batch_values_clear (KkrBatchValues *self)
{
  for (guint i = 0; i < KKR_BATCH_MAX_ROW_INPUTS; i++)
    g_free (self->gathered[i]);
}

void
kkr_batch_take_values (const KkrBatch *self, const KkrBatchGroup *group, guint i, guint n,
                       KkrBatchValues *values)
{
  gboolean together = kkr_batch_count_together (self, group, i, n) == n;

  for (guint c = 0; c < self->n_columns; c++)
    {
      const KkrBatchColumn *column = &self->columns[c];
      int input = column->row_input;

      if (input < 0 || !(group->by_row & ((guint32) 1 << input)))
        continue;
      values->pointers[input] = column->values + kkr_batch_get_scenario (self, group, i);
      if (together)
        continue;
      g_free (values->gathered[input]);
      values->gathered[input] = g_new (gint64, n);
      for (guint k = 0; k < n; k++)
        values->gathered[input][k] = column->values[kkr_batch_get_scenario (self, group, i + k)];
      values->pointers[input] = values->gathered[input];
    }
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/register/kkr-bulk-private.h>

/* Before that, what there will be is a bold guess; after that, it is not made at once. */
#define LEAST_FORESEEN 1024
#define SPARE 1.03 /* rows are not all of one length */
#define MOST_FORESEEN (32 * 1024 * 1024)

KkrBulk *
kkr_bulk_new (const KkrBulkKind *kind)
{
  KkrBulk *bulk = g_new0 (KkrBulk, 1);
  guint column = 0;

  bulk->kind = kind;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      bulk->required |= kind->fields[i].required ? 1u << i : 0;
      bulk->first[i] = column;
      bulk->storage[i] = kkr_bulk_storage (&kind->fields[i]);
      if (kind->fields[i].kind == KKR_FIELD_REFERENCE)
        bulk->sure[column] = g_byte_array_new ();
      for (guint j = 0; j < kkr_bulk_field_n_columns (&kind->fields[i]); j++)
        bulk->cell_sizes[column++] = kkr_bulk_cell_size (bulk->storage[i]);
    }
  return bulk;
}

void
kkr_bulk_begin (KkrBulk *bulk, KkrBulkTell tell, gpointer user_data)
{
  bulk->tell = tell;
  bulk->user_data = user_data;
  bulk->n_read_before = tell (user_data).n_read;
}

void
kkr_bulk_free (KkrBulk *bulk)
{
  for (guint i = 0; i < KKR_BULK_MAX_COLUMNS; i++)
    {
      kkr_memory_free (bulk->columns[i]);
      g_clear_pointer (&bulk->sure[i], g_byte_array_unref);
      g_free (bulk->words[i]);
      kkr_interner_clear (&bulk->texts[i]);
    }
  g_free (bulk);
}

guint64
kkr_bulk_get_size (KkrBulk *bulk)
{
  guint64 size = 0;

  for (guint i = 0; i < KKR_BULK_MAX_COLUMNS; i++)
    size += bulk->cell_sizes[i] * bulk->n_rows + bulk->texts[i].pool_length
            + bulk->texts[i].n_texts * sizeof *bulk->texts[i].starts;
  return size;
}

static void
settle_next (KkrBulk *bulk)
{
  const KkrBulkWaiting *waiting = &bulk->waiting[bulk->next_waiting];

  ((gint32 *) bulk->columns[0])[waiting->row] =
    (gint32) kkr_interner_add_prepared (&bulk->texts[0], waiting->hash, waiting->text,
                                        waiting->length);
  bulk->next_waiting = (bulk->next_waiting + 1) % KKR_BULK_AHEAD;
  bulk->n_waiting--;
}

void
kkr_bulk_settle (KkrBulk *bulk)
{
  while (bulk->n_waiting > 0)
    settle_next (bulk);
}

static gint32
add_text (KkrBulk *bulk, guint column, const KkrBulkCell *cell)
{
  KkrBulkWaiting *waiting;

  if (column > 0 || cell->length > KKR_BULK_AHEAD_TEXT)
    {
      kkr_bulk_settle (bulk);
      return (gint32) kkr_interner_add (&bulk->texts[column], cell->text, cell->length);
    }
  if (bulk->n_waiting == KKR_BULK_AHEAD)
    settle_next (bulk);
  waiting = &bulk->waiting[(bulk->next_waiting + bulk->n_waiting++) % KKR_BULK_AHEAD];
  waiting->hash = kkr_interner_prepare (&bulk->texts[0], cell->text, cell->length);
  waiting->row = bulk->n_rows;
  waiting->length = (guint) cell->length;
  memcpy (waiting->text, cell->text, cell->length);
  return G_MININT32;
}

static void
put_cell (KkrBulk *bulk, guint place, const KkrBulkCell *cell)
{
  guint column = bulk->first[place];
  gint32 *days = bulk->columns[column];

  switch (bulk->storage[place])
    {
    case KKR_BULK_DAY:
      days[bulk->n_rows] = cell->from;
      days = bulk->columns[column + 1];
      days[bulk->n_rows] = cell->until == KKR_DATE_MAX ? G_MININT32 : cell->until;
      break;
    case KKR_BULK_NUMBER:
      ((gint64 *) bulk->columns[column])[bulk->n_rows] = cell->number;
      break;
    case KKR_BULK_TEXT:
    default:
      if (cell->text == NULL)
        days[bulk->n_rows] = G_MININT32;
      else if (bulk->kind->fields[place].kind != KKR_FIELD_PERSON)
        days[bulk->n_rows] = (gint32) cell->number;
      else
        days[bulk->n_rows] = add_text (bulk, column, cell);
      break;
    }
}

/* 0 if there is nothing to go by. */
static guint
foresee_rows (KkrBulk *bulk)
{
  guint n_new = bulk->n_rows - bulk->n_below;
  KkrBulkProgress progress;
  gdouble n_more;

  if (bulk->tell == NULL || n_new < LEAST_FORESEEN)
    return 0;
  progress = bulk->tell (bulk->user_data);
  progress.n_read -= bulk->n_read_before;
  if (progress.n_read <= 0 || progress.n_left <= 0)
    return 0;
  n_more = SPARE * (gdouble) progress.n_left / (gdouble) progress.n_read * n_new;
  return n_more <= MOST_FORESEEN && n_more >= bulk->n_rows / 8 ? bulk->n_rows + (guint) n_more : 0;
}

/* Texts of which nearly every row has its own grow as the rows do. */
static void
reserve_texts (KkrBulk *bulk, guint n_rows)
{
  for (guint i = 0; i < KKR_BULK_MAX_COLUMNS && bulk->cell_sizes[i] > 0; i++)
    {
      KkrInterner *texts = &bulk->texts[i];

      if (texts->n_texts >= bulk->n_rows / 2)
        kkr_interner_reserve (texts,
                              (guint) ((guint64) texts->n_texts * n_rows / bulk->n_rows),
                              (gsize) ((guint64) texts->pool_length * n_rows / bulk->n_rows));
    }
}

static void
grow (KkrBulk *bulk)
{
  gsize size = kkr_memory_next_size (bulk->n_rows * sizeof (gint32));
  guint n_foreseen = foresee_rows (bulk);

  bulk->n_allocated = n_foreseen > 0 ? n_foreseen
                                     : (guint) MIN (size / sizeof (gint32), G_MAXUINT);
  for (guint i = 0; i < KKR_BULK_MAX_COLUMNS && bulk->cell_sizes[i] > 0; i++)
    bulk->columns[i] = kkr_memory_grow (bulk->columns[i], bulk->n_rows * bulk->cell_sizes[i],
                                        bulk->n_allocated * bulk->cell_sizes[i]);
  if (n_foreseen > 0)
    reserve_texts (bulk, n_foreseen);
}

void
kkr_bulk_append_row (KkrBulk *bulk, const KkrBulkCell *cells)
{
  if (bulk->n_rows == bulk->n_allocated)
    grow (bulk);
  for (guint i = 0; i < bulk->kind->n_fields; i++)
    put_cell (bulk, i, &cells[i]);
  bulk->n_rows++;
}

void
kkr_bulk_clear_cells (const KkrBulkKind *kind, KkrBulkCell *cells)
{
  for (guint i = 0; i < kind->n_fields; i++)
    cells[i] = (KkrBulkCell) { .number = G_MININT64, .from = KKR_DATE_MIN, .until = KKR_DATE_MAX };
}

/* The number of a word or reference, which from now on is known. */
static gint64
add_word (KkrBulk *bulk, guint column, const KkrBulkCell *cell, gboolean sure)
{
  guint number = kkr_interner_add (&bulk->texts[column], cell->text, cell->length);
  GByteArray *known = bulk->sure[column];

  if (known == NULL || number == KKR_INTERNER_NONE)
    return number;
  if (number >= known->len)
    {
      g_byte_array_set_size (known, number + 1);
      known->data[number] = FALSE;
    }
  known->data[number] |= sure ? 1 : 0;
  return number;
}

void
kkr_bulk_add_row (KkrBulk *bulk, const KkrFieldValue *values, guint32 sure)
{
  const KkrBulkKind *kind = bulk->kind;
  KkrBulkCell cells[KKR_BULK_MAX_COLUMNS];

  kkr_bulk_settle (bulk);
  kkr_bulk_clear_cells (kind, cells);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      KkrBulkCell *cell = &cells[i];
      guint column = bulk->first[i];

      if (values[i].text == NULL)
        continue;
      *cell = (KkrBulkCell) {
        .text = values[i].text, .length = strlen (values[i].text), .number = values[i].number,
        .from = values[i].from, .until = values[i].until,
      };
      if (bulk->storage[i] == KKR_BULK_TEXT)
        cell->number = add_word (bulk, column, cell, (sure & (1u << i)) != 0);
      else if (kind->fields[i].kind == KKR_FIELD_REFERENCE)
        {
          add_word (bulk, column, cell, (sure & (1u << i)) != 0);
          kkr_bulk_take_number (cell->text, cell->length, FALSE, &cell->number);
        }
    }
  kkr_bulk_append_row (bulk, cells);
}

const char *
kkr_bulk_get_last_label (KkrBulk *bulk)
{
  kkr_bulk_settle (bulk);
  return kkr_interner_get (&bulk->texts[0], ((guint32 *) bulk->columns[0])[bulk->n_rows - 1]);
}

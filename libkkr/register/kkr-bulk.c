/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/register/kkr-bulk-private.h>

#define MAX_MONEY 15
#define MAX_INTEGER 9

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
kkr_bulk_free (KkrBulk *bulk)
{
  for (guint i = 0; i < KKR_BULK_MAX_COLUMNS; i++)
    {
      kkr_memory_free (bulk->columns[i]);
      g_clear_pointer (&bulk->sure[i], g_byte_array_unref);
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

/* A cell on its way into a column. */
typedef struct {
  const char *text; /* of a text that is new or may be */
  gsize length;
  gint64 number;
  gint32 from;
  gint32 until;
} Cell;

static gboolean
take_digits (const char *text, guint n, int *number)
{
  *number = 0;
  for (guint i = 0; i < n; i++)
    {
      if (text[i] < '0' || text[i] > '9')
        return FALSE;
      *number = *number * 10 + (text[i] - '0');
    }
  return TRUE;
}

/* Rows have the same months over and over. */
static gint32
first_of_month (KkrBulk *bulk, int year, int month)
{
  int number = year * 12 + month;
  KkrBulkMonth *known = &bulk->months[number % KKR_BULK_MONTHS];

  if (known->number != number)
    *known = (KkrBulkMonth) { number, kkr_date_from_parts (year, month, 1) };
  return known->first;
}

static gboolean
take_day (KkrBulk *bulk, const char *text, gint32 *days)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  int year, month, day;

  if (!take_digits (text, 4, &year) || text[4] != '-' || !take_digits (text + 5, 2, &month)
      || text[7] != '-' || !take_digits (text + 8, 2, &day))
    return FALSE;
  /* The reader of elements knows about leap days and the year 0. */
  if (year == 0 || month < 1 || month > 12 || day < 1 || day > lengths[month - 1])
    return FALSE;
  *days = first_of_month (bulk, year, month) + day - 1;
  return TRUE;
}

/* Two days, or one and an open end: "2020-01-01/2020-06-30", "2020-01-01/..". */
static gboolean
take_period (KkrBulk *bulk, const char *text, gsize length, Cell *cell)
{
  if (length < 13 || text[10] != '/' || !take_day (bulk, text, &cell->from))
    return FALSE;
  cell->until = KKR_DATE_MAX;
  if (length == 13)
    return text[11] == '.' && text[12] == '.';
  return length == 21 && take_day (bulk, text + 11, &cell->until) && cell->from <= cell->until;
}

/* Digits, and for money a dot and one or two more. */
static gboolean
take_number (const char *text, gsize length, gboolean money, gint64 *number)
{
  gsize at = 0, dot = length;
  gint64 value = 0;

  if (length == 0 || length > (money ? MAX_MONEY : MAX_INTEGER))
    return FALSE;
  for (; at < length; at++)
    if (text[at] >= '0' && text[at] <= '9')
      value = value * 10 + (text[at] - '0');
    else if (money && text[at] == '.' && dot == length && at > 0)
      dot = at;
    else
      return FALSE;
  if (dot < length && (length - dot < 2 || length - dot > 3))
    return FALSE;
  *number = money ? value * (dot == length ? 100 : length - dot == 2 ? 10 : 1) : value;
  return TRUE;
}

static gboolean
take_cell (KkrBulk *bulk, guint place, Cell *cell)
{
  const KkrField *field = &bulk->kind->fields[place];
  guint column = bulk->first[place];

  switch ((int) field->kind)
    {
    case KKR_FIELD_PERIOD:
      return take_period (bulk, cell->text, cell->length, cell);
    case KKR_FIELD_INTEGER:
    case KKR_FIELD_MONEY:
      return take_number (cell->text, cell->length, field->kind == KKR_FIELD_MONEY, &cell->number);
    case KKR_FIELD_TEXT:
      /* The parser leaves an ampersand as a reference. */
      return cell->length > 0 && memchr (cell->text, '&', cell->length) == NULL;
    default:
      /* Words: once one is known, that is enough. References: once there is nothing to say. */
      cell->number = kkr_interner_find (&bulk->texts[column], cell->text, cell->length);
      if (cell->number == KKR_INTERNER_NONE
          || (bulk->sure[column] != NULL && !bulk->sure[column]->data[cell->number]))
        return FALSE;
      return bulk->storage[place] == KKR_BULK_TEXT
             || take_number (cell->text, cell->length, FALSE, &cell->number);
    }
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
add_text (KkrBulk *bulk, guint column, const Cell *cell)
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
put_cell (KkrBulk *bulk, guint place, const Cell *cell)
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
      else if (bulk->kind->fields[place].kind != KKR_FIELD_TEXT)
        days[bulk->n_rows] = (gint32) cell->number;
      else
        days[bulk->n_rows] = add_text (bulk, column, cell);
      break;
    }
}

static void
append_row (KkrBulk *bulk, const Cell *cells)
{
  if (bulk->n_rows == bulk->n_allocated)
    {
      bulk->n_allocated = MAX (bulk->n_allocated * 2, 64);
      for (guint i = 0; i < KKR_BULK_MAX_COLUMNS && bulk->cell_sizes[i] > 0; i++)
        bulk->columns[i] = kkr_memory_grow (bulk->columns[i], bulk->n_rows * bulk->cell_sizes[i],
                                            bulk->n_allocated * bulk->cell_sizes[i]);
    }
  for (guint i = 0; i < bulk->kind->n_fields; i++)
    put_cell (bulk, i, &cells[i]);
  bulk->n_rows++;
}

/* The parser's names stay where they are while it lasts, so a pointer is mostly enough. */
static guint
find_field (KkrBulk *bulk, guint place, const char *name)
{
  const KkrBulkKind *kind = bulk->kind;

  if (bulk->names[place] == name)
    return bulk->places[place];
  for (guint i = 0; i < kind->n_fields; i++)
    if (strcmp (kind->fields[i].name, name) == 0)
      {
        bulk->names[place] = name;
        bulk->places[place] = i;
        return i;
      }
  return kind->n_fields;
}

static void
clear_cells (const KkrBulkKind *kind, Cell *cells)
{
  for (guint i = 0; i < kind->n_fields; i++)
    cells[i] = (Cell) { .number = G_MININT64, .from = KKR_DATE_MIN, .until = KKR_DATE_MAX };
}

gboolean
kkr_bulk_take_row (KkrBulk *bulk, gint64 max_text, const unsigned char **attributes,
                   guint n_attributes)
{
  const KkrBulkKind *kind = bulk->kind;
  Cell cells[KKR_BULK_MAX_COLUMNS];
  guint32 present = 0;

  if (n_attributes > KKR_BULK_MAX_COLUMNS)
    return FALSE;
  clear_cells (kind, cells);
  /* Each: name, prefix, namespace, beginning and end of the value. */
  for (guint i = 0; i < n_attributes; i++, attributes += 5)
    {
      guint field = attributes[1] == NULL ? find_field (bulk, i, (const char *) attributes[0])
                                          : kind->n_fields;

      if (field == kind->n_fields)
        return FALSE;
      cells[field].text = (const char *) attributes[3];
      cells[field].length = (gsize) (attributes[4] - attributes[3]);
      present |= 1u << field;
      if ((gint64) cells[field].length > max_text
          || !take_cell (bulk, field, &cells[field]))
        return FALSE;
    }
  if ((present & bulk->required) != bulk->required)
    return FALSE;
  append_row (bulk, cells);
  return TRUE;
}

void
kkr_bulk_forget_names (KkrBulk *bulk)
{
  memset (bulk->names, 0, sizeof bulk->names);
}

/* The number of a word or reference, which from now on is known. */
static gint64
add_word (KkrBulk *bulk, guint column, const Cell *cell, gboolean sure)
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
  Cell cells[KKR_BULK_MAX_COLUMNS];

  kkr_bulk_settle (bulk);
  clear_cells (kind, cells);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      Cell *cell = &cells[i];
      guint column = bulk->first[i];

      if (values[i].text == NULL)
        continue;
      *cell = (Cell) {
        .text = values[i].text, .length = strlen (values[i].text), .number = values[i].number,
        .from = values[i].from, .until = values[i].until,
      };
      if (bulk->storage[i] == KKR_BULK_TEXT)
        cell->number = add_word (bulk, column, cell, (sure & (1u << i)) != 0);
      else if (kind->fields[i].kind == KKR_FIELD_REFERENCE)
        {
          add_word (bulk, column, cell, (sure & (1u << i)) != 0);
          take_number (cell->text, cell->length, FALSE, &cell->number);
        }
    }
  append_row (bulk, cells);
}

const char *
kkr_bulk_get_last_label (KkrBulk *bulk)
{
  kkr_bulk_settle (bulk);
  return kkr_interner_get (&bulk->texts[0], ((guint32 *) bulk->columns[0])[bulk->n_rows - 1]);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/register/kkr-bulk-private.h>

#define MAX_MONEY 15
#define MAX_INTEGER 9

KkrBulkStorage
kkr_bulk_storage (const KkrField *field)
{
  switch ((int) field->kind)
    {
    case KKR_FIELD_PERIOD:
      return KKR_BULK_DAY;
    case KKR_FIELD_INTEGER:
    case KKR_FIELD_MONEY:
      return KKR_BULK_NUMBER;
    case KKR_FIELD_REFERENCE:
      /* Codes are numbers. */
      return field->target == &kkr_municipality_model ? KKR_BULK_NUMBER : KKR_BULK_TEXT;
    default:
      return KKR_BULK_TEXT;
    }
}

gsize
kkr_bulk_cell_size (KkrBulkStorage storage)
{
  return storage == KKR_BULK_NUMBER ? sizeof (gint64) : sizeof (gint32);
}

static guint
n_columns_of (const KkrField *field)
{
  return field->kind == KKR_FIELD_PERIOD ? 2 : 1;
}

KkrBulk *
kkr_bulk_new (const KkrBulkKind *kind)
{
  KkrBulk *bulk = g_new0 (KkrBulk, 1);
  guint column = 0;

  bulk->kind = kind;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      bulk->required |= kind->fields[i].required ? 1u << i : 0;
      for (guint j = 0; j < n_columns_of (&kind->fields[i]); j++)
        {
          KkrBulkStorage storage = kkr_bulk_storage (&kind->fields[i]);

          bulk->columns[column++] = g_array_new (FALSE, FALSE,
                                                 (guint) kkr_bulk_cell_size (storage));
        }
    }
  return bulk;
}

void
kkr_bulk_free (KkrBulk *bulk)
{
  for (guint i = 0; i < KKR_BULK_MAX_COLUMNS; i++)
    {
      g_clear_pointer (&bulk->columns[i], g_array_unref);
      kkr_interner_clear (&bulk->texts[i]);
    }
  g_free (bulk);
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

static gboolean
take_day (const char *text, gint32 *days)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  int year, month, day;

  if (!take_digits (text, 4, &year) || text[4] != '-' || !take_digits (text + 5, 2, &month)
      || text[7] != '-' || !take_digits (text + 8, 2, &day))
    return FALSE;
  /* The reader of elements knows about leap days and the year 0. */
  if (year == 0 || month < 1 || month > 12 || day < 1 || day > lengths[month - 1])
    return FALSE;
  *days = kkr_date_from_parts (year, month, day);
  return TRUE;
}

/* Two days, or one and an open end: "2020-01-01/2020-06-30", "2020-01-01/..". */
static gboolean
take_period (const char *text, gsize length, Cell *cell)
{
  if (length < 13 || text[10] != '/' || !take_day (text, &cell->from))
    return FALSE;
  cell->until = KKR_DATE_MAX;
  if (length == 13)
    return text[11] == '.' && text[12] == '.';
  return length == 21 && take_day (text + 11, &cell->until) && cell->from <= cell->until;
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
take_cell (KkrBulk *bulk, guint column, const KkrField *field, Cell *cell)
{
  switch ((int) field->kind)
    {
    case KKR_FIELD_PERIOD:
      return take_period (cell->text, cell->length, cell);
    case KKR_FIELD_INTEGER:
    case KKR_FIELD_MONEY:
      return take_number (cell->text, cell->length, field->kind == KKR_FIELD_MONEY, &cell->number);
    case KKR_FIELD_TEXT:
      /* The parser leaves an ampersand as a reference. */
      return cell->length > 0 && memchr (cell->text, '&', cell->length) == NULL;
    default:
      /* References and words: once one is known, that is enough. */
      cell->number = kkr_interner_find (&bulk->texts[column], cell->text, cell->length);
      if (cell->number == KKR_INTERNER_NONE)
        return FALSE;
      return kkr_bulk_storage (field) == KKR_BULK_TEXT
             || take_number (cell->text, cell->length, FALSE, &cell->number);
    }
}

static void
append_cell (KkrBulk *bulk, guint column, const KkrField *field, const Cell *cell)
{
  gint32 until = cell->until == KKR_DATE_MAX ? G_MININT32 : cell->until, code;

  switch (kkr_bulk_storage (field))
    {
    case KKR_BULK_DAY:
      g_array_append_val (bulk->columns[column], cell->from);
      g_array_append_val (bulk->columns[column + 1], until);
      break;
    case KKR_BULK_NUMBER:
      g_array_append_val (bulk->columns[column], cell->number);
      break;
    case KKR_BULK_TEXT:
    default:
      code = G_MININT32;
      if (cell->text != NULL && field->kind == KKR_FIELD_TEXT)
        code = (gint32) kkr_interner_add (&bulk->texts[column], cell->text, cell->length);
      else if (cell->text != NULL)
        code = (gint32) cell->number;
      g_array_append_val (bulk->columns[column], code);
      break;
    }
}

static void
append_row (KkrBulk *bulk, const Cell *cells)
{
  const KkrBulkKind *kind = bulk->kind;

  for (guint i = 0, column = 0; i < kind->n_fields; i++)
    {
      append_cell (bulk, column, &kind->fields[i], &cells[i]);
      column += n_columns_of (&kind->fields[i]);
    }
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

static guint
column_of (const KkrBulkKind *kind, guint field)
{
  guint column = 0;

  for (guint i = 0; i < field; i++)
    column += n_columns_of (&kind->fields[i]);
  return column;
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
          || !take_cell (bulk, column_of (kind, field), &kind->fields[field], &cells[field]))
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

void
kkr_bulk_add_row (KkrBulk *bulk, const KkrFieldValue *values)
{
  const KkrBulkKind *kind = bulk->kind;
  Cell cells[KKR_BULK_MAX_COLUMNS];

  clear_cells (kind, cells);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      Cell *cell = &cells[i];
      guint column = column_of (kind, i);

      if (values[i].text == NULL)
        continue;
      *cell = (Cell) {
        .text = values[i].text, .length = strlen (values[i].text), .number = values[i].number,
        .from = values[i].from, .until = values[i].until,
      };
      /* From now on it is known. */
      if (kkr_bulk_storage (&kind->fields[i]) == KKR_BULK_TEXT)
        cell->number = kkr_interner_add (&bulk->texts[column], cell->text, cell->length);
      else if (kind->fields[i].kind == KKR_FIELD_REFERENCE)
        {
          kkr_interner_add (&bulk->texts[column], cell->text, cell->length);
          take_number (cell->text, cell->length, FALSE, &cell->number);
        }
    }
  append_row (bulk, cells);
}

const char *
kkr_bulk_get_last_label (KkrBulk *bulk)
{
  return kkr_interner_get (&bulk->texts[0],
                           g_array_index (bulk->columns[0], guint32, bulk->n_rows - 1));
}

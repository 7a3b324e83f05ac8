/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-personal-number-private.h>
#include <libkkr/register/kkr-bulk-private.h>

/* Rows that there is nothing to say about, from attributes as the parser has them. */

#define MAX_MONEY 15
#define MAX_INTEGER 9
/* Longer keys are looked at with the rest. */
#define MAX_KEY 64

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
take_period (KkrBulk *bulk, const char *text, gsize length, KkrBulkCell *cell)
{
  if (length < 13 || text[10] != '/' || !take_day (bulk, text, &cell->from))
    return FALSE;
  cell->until = KKR_DATE_MAX;
  if (length == 13)
    return text[11] == '.' && text[12] == '.';
  return length == 21 && take_day (bulk, text + 11, &cell->until) && cell->from <= cell->until;
}

gboolean
kkr_bulk_take_number (const char *text, gsize length, gboolean money, gint64 *number)
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

/* Words: once one is known, that is enough. References: once there is nothing to say. */
static gboolean
find_word (KkrBulk *bulk, guint place, KkrBulkCell *cell)
{
  guint column = bulk->first[place];

  cell->number = kkr_interner_find (&bulk->texts[column], cell->text, cell->length);
  if (cell->number == KKR_INTERNER_NONE
      || (bulk->sure[column] != NULL && !bulk->sure[column]->data[cell->number]))
    return FALSE;
  return bulk->storage[place] == KKR_BULK_TEXT
         || kkr_bulk_take_number (cell->text, cell->length, FALSE, &cell->number);
}

/* Rows have the same words over and over: those that were last taken lie where their last bytes
 * say. */
static gboolean
take_word (KkrBulk *bulk, guint place, KkrBulkCell *cell)
{
  guint column = bulk->first[place];
  KkrBulkWord *word;

  if (cell->length == 0 || cell->length > KKR_BULK_WORD_LENGTH)
    return find_word (bulk, place, cell);
  if (bulk->words[column] == NULL)
    bulk->words[column] = g_new0 (KkrBulkWord, KKR_BULK_WORDS);
  word = &bulk->words[column][kkr_interner_mix_end (cell->text, cell->length) % KKR_BULK_WORDS];
  if (word->length == cell->length && kkr_interner_is_same (word->text, cell->text, cell->length))
    {
      cell->number = word->number;
      return TRUE;
    }
  if (!find_word (bulk, place, cell))
    return FALSE;
  word->number = cell->number;
  word->length = (guint8) cell->length;
  memcpy (word->text, cell->text, cell->length);
  return TRUE;
}

/* What is no key, or may be none, is looked at again with the rest of its row. */
static gboolean
is_key (const KkrBulkCell *cell)
{
  char text[MAX_KEY + 1];

  /* The parser leaves an ampersand as a reference. */
  if (cell->length == 0 || cell->length > MAX_KEY || memchr (cell->text, '&', cell->length) != NULL)
    return FALSE;
  memcpy (text, cell->text, cell->length);
  text[cell->length] = '\0';
  return !kkr_text_has_personal_number (text);
}

static gboolean
take_cell (KkrBulk *bulk, guint place, KkrBulkCell *cell)
{
  const KkrField *field = &bulk->kind->fields[place];

  switch ((int) field->kind)
    {
    case KKR_FIELD_PERIOD:
      return take_period (bulk, cell->text, cell->length, cell);
    case KKR_FIELD_INTEGER:
    case KKR_FIELD_MONEY:
      return kkr_bulk_take_number (cell->text, cell->length, field->kind == KKR_FIELD_MONEY,
                                   &cell->number);
    case KKR_FIELD_PERSON:
      return is_key (cell);
    default:
      return take_word (bulk, place, cell);
    }
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

gboolean
kkr_bulk_take_row (KkrBulk *bulk, gint64 max_text, const unsigned char **attributes,
                   guint n_attributes)
{
  const KkrBulkKind *kind = bulk->kind;
  KkrBulkCell cells[KKR_BULK_MAX_COLUMNS];
  guint32 present = 0;

  if (n_attributes > KKR_BULK_MAX_COLUMNS)
    return FALSE;
  kkr_bulk_clear_cells (kind, cells);
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
  kkr_bulk_append_row (bulk, cells);
  return TRUE;
}

void
kkr_bulk_forget_names (KkrBulk *bulk)
{
  memset (bulk->names, 0, sizeof bulk->names);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/kkr.h>

/* The input: flags, how many days are counted, and rows: which table, place, first day and length.
 * All begins in 2023, so that a leap year is among the days. */
#define FIRST 19358
#define ROW 5

typedef struct {
  GArray *places, *from, *to;
} Rows;

static void
read_rows (const guint8 *data, gsize size, guint8 table, Rows *rows)
{
  rows->places = g_array_new (FALSE, FALSE, sizeof (gint64));
  rows->from = g_array_new (FALSE, FALSE, sizeof (gint32));
  rows->to = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (; size >= ROW; data += ROW, size -= ROW)
    {
      const gint64 place = data[0] % 16;
      const gint32 begin = FIRST - 100 + data[1] * 4 + data[2] % 4;
      const gint32 from = data[1] == 0xff ? G_MININT32 : begin;
      const gint32 to = data[4] == 0xff ? G_MININT32 : begin + (gint8) data[3] + data[4] * 4;

      if (data[0] >> 7 != table)
        continue;
      g_array_append_val (rows->places, place);
      g_array_append_val (rows->from, from);
      g_array_append_val (rows->to, to);
    }
}

static void
clear_rows (Rows *rows)
{
  g_array_unref (rows->places);
  g_array_unref (rows->from);
  g_array_unref (rows->to);
}

static KkrTable *
make_table (const Rows *rows)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("t", "Tabel", "Table");
  g_autoptr (GError) error = NULL;
  KkrTable *table;

  kkr_table_builder_add_int64 (builder, "place", "Plads", "Place", KKR_UNIT_NONE,
                               (const gint64 *) (gpointer) rows->places->data, rows->places->len);
  kkr_table_builder_add_date (builder, "from", "Fra", "From",
                              (const gint32 *) (gpointer) rows->from->data, rows->from->len);
  kkr_table_builder_add_date (builder, "to", "Til", "To",
                              (const gint32 *) (gpointer) rows->to->data, rows->to->len);
  table = kkr_table_builder_end (builder, &error);
  g_assert_no_error (error);
  return table;
}

static gint64
get (KkrTable *table, const char *column, guint row)
{
  return kkr_column_get_int64 (kkr_table_get_column (table, column), row);
}

/* Whether a row covers one of the days. */
static gboolean
covers (const Rows *rows, gint64 place, gint32 day)
{
  for (guint i = 0; i < rows->places->len; i++)
    if (g_array_index (rows->places, gint64, i) == place
        && g_array_index (rows->from, gint32, i) <= day
        && (g_array_index (rows->to, gint32, i) == G_MININT32
            || day <= g_array_index (rows->to, gint32, i)))
      return TRUE;
  return FALSE;
}

/* Each place's days over all years, one by one. */
static void
check_table (KkrTable *table, const Rows *stays, const Rows *openings, gint32 last)
{
  const guint n = kkr_table_get_n_rows (table);

  for (guint i = 0, next; i < n; i = next)
    {
      const gint64 place = get (table, "place", i);
      gint64 open = 0, vacant = 0, outside = 0;

      for (gint32 day = FIRST; day <= last; day++)
        {
          const gboolean is_open = openings == NULL || covers (openings, place, day);
          const gboolean is_taken = covers (stays, place, day);

          open += is_open;
          vacant += is_open && !is_taken;
          outside += is_taken && !is_open;
        }
      for (next = i; next < n && get (table, "place", next) == place; next++)
        {
          open -= get (table, "days", next);
          vacant -= get (table, "vacant", next);
          outside -= get (table, "outside", next);
          g_assert_cmpint (get (table, "occupied", next) + get (table, "vacant", next), ==,
                           get (table, "days", next));
        }
      g_assert_true (open == 0 && vacant == 0 && outside == 0);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  Rows stays, openings;
  g_autoptr (KkrTable) table = NULL, opening_table = NULL, days = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *last = NULL;
  gint32 until;

  if (size < 3)
    return 0;
  until = FIRST - 2 + data[1] * 4 + data[2] % 4;
  last = kkr_date_to_string (until);
  read_rows (data + 3, size - 3, 0, &stays);
  read_rows (data + 3, size - 3, 1, &openings);
  table = make_table (&stays);
  opening_table = data[0] & 1 ? make_table (&openings) : NULL;
  days = kkr_table_place_days (table, "place", "from", "to", opening_table, "2023-01-01", last,
                               data[0] / 2 % 4, NULL, &error);
  if (fuzz_settle (days != NULL, &error))
    check_table (days, &stays, opening_table != NULL ? &openings : NULL, until);
  clear_rows (&stays);
  clear_rows (&openings);
  return 0;
}

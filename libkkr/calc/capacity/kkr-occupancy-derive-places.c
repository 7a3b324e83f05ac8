/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-derive-private.h>

#include <libkkr/base/kkr-date-private.h>

typedef struct {
  gint32 from, until;
} Span;

static gint32
get_day (const KkrOccupancyCell *self, KkrTable *table, guint row, const char *column)
{
  return kkr_column_cell_int32 (kkr_table_find_column (table, column), row);
}

/* Whether a row of `places` is for days on which no place is open. */
static gboolean
is_extra (const KkrOccupancyCell *self)
{
  return kkr_occupancy_cell_get_int (self, "days") == 0;
}

/* Whether the stay is one of the row of `places` that the cell stands in. */
static gboolean
is_stay_of (const KkrOccupancyCell *self, KkrTable *stays, guint row)
{
  static const char *const keys[] = { "place", "offer", "year", NULL };
  KkrColumn *open = kkr_table_find_column (stays, "open");
  const gboolean is_open = g_str_equal (kkr_column_get_label (open, row, NULL), "yes");

  if (is_open == is_extra (self) || !kkr_occupancy_cell_is_of (self, stays, row, keys))
    return FALSE;
  return !is_open
         || (get_day (self, stays, row, "from") >= get_day (self, self->table, self->row, "from")
             && get_day (self, stays, row, "to") <= get_day (self, self->table, self->row, "to"));
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *one = a, *two = b;

  return one->from < two->from ? -1 : one->from > two->from;
}

static char *
dup_span (gint32 from, gint32 until)
{
  g_autofree char *one = kkr_date_to_string (from), *two = kkr_date_to_string (until);

  return g_strdup_printf ("%s/%s", one, two);
}

static GArray *
find_spans (const KkrOccupancyCell *self)
{
  KkrTable *stays = kkr_result_get_table_named (self->result, "stays");
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint row = 0; row < kkr_table_get_n_rows (stays); row++)
    if (is_stay_of (self, stays, row))
      {
        const Span span = { get_day (self, stays, row, "from"), get_day (self, stays, row, "to") };

        g_array_append_val (spans, span);
      }
  g_array_sort (spans, compare_spans);
  return spans;
}

/* Days of stays, those that several have once where `merge`. */
static void
add_spans (const KkrOccupancyCell *self, gboolean merge, const char *id, const char *danish,
           const char *english)
{
  g_autoptr (GArray) spans = find_spans (self);
  KkrOccupancySum sum;

  kkr_occupancy_sum_init (&sum);
  for (guint i = 0; i < spans->len; i++)
    {
      Span span = g_array_index (spans, Span, i);

      for (; merge && i + 1 < spans->len
             && g_array_index (spans, Span, i + 1).from <= span.until; i++)
        span.until = MAX (span.until, g_array_index (spans, Span, i + 1).until);
      kkr_occupancy_sum_add (&sum, dup_span (span.from, span.until),
                             g_strdup_printf ("%d", span.until - span.from + 1));
    }
  kkr_occupancy_sum_end (&sum, self, id, danish, english, KKR_UNIT_DAYS);
}

/* Days from the first to the last, which lie in one year. */
static void
add_days (const KkrOccupancyCell *self, const char *id)
{
  const gint32 from = get_day (self, self->table, self->row, "from");
  const gint32 until = get_day (self, self->table, self->row, "to");
  const gint32 start = kkr_date_from_parts (kkr_occupancy_year_of (from), 1, 1);

  kkr_occupancy_cell_add_int (self, "first_day", "Første dag, talt fra nytår",
                              "First day, counted from New Year", (gint64) from - start + 1,
                              KKR_UNIT_NONE);
  kkr_occupancy_cell_add_int (self, "last_day", "Sidste dag, talt fra nytår",
                              "Last day, counted from New Year", (gint64) until - start + 1,
                              KKR_UNIT_NONE);
  kkr_derivation_builder_add_formula (self->builder, id, "Døgn", "Days",
                                      "last_day - first_day + 1", KKR_UNIT_DAYS);
}

static void
add_open_days (const KkrOccupancyCell *self)
{
  if (is_extra (self))
    kkr_occupancy_cell_add_int (self, "days", "Døgn uden en åben plads",
                                "Days without an open place", 0, KKR_UNIT_DAYS);
  else
    add_days (self, "days");
}

static void
add_taken_days (const KkrOccupancyCell *self)
{
  if (is_extra (self))
    kkr_occupancy_cell_add_int (self, "taken", "Optagne døgn på åbne pladser",
                                "Days taken of open places", 0, KKR_UNIT_DAYS);
  else
    add_spans (self, TRUE, "taken", "Optagne døgn", "Taken days");
}

gboolean
kkr_occupancy_cell_derive_place (const KkrOccupancyCell *self, const char *column)
{
  if (g_str_equal (column, "year") || g_str_equal (column, "tariff"))
    kkr_occupancy_cell_add_cell (self, "value", column, NULL);
  else if (g_str_equal (column, "days"))
    add_open_days (self);
  else if (g_str_equal (column, "taken-days"))
    add_taken_days (self);
  else if (g_str_equal (column, "person-days"))
    add_spans (self, FALSE, "persons", "Borgerdøgn", "Days of persons");
  else if (g_str_equal (column, "vacant-days"))
    {
      add_open_days (self);
      add_taken_days (self);
      kkr_derivation_builder_add_formula (self->builder, "vacant", "Ledige døgn", "Vacant days",
                                          "days - taken", KKR_UNIT_DAYS);
    }
  else
    return FALSE;
  return TRUE;
}

gboolean
kkr_occupancy_cell_derive_stay (const KkrOccupancyCell *self, const char *column)
{
  if (g_str_equal (column, "days"))
    add_days (self, "days");
  else if (g_str_equal (column, "row") || g_str_equal (column, "year")
           || g_str_equal (column, "tariff") || g_str_equal (column, "kept-tariff"))
    kkr_occupancy_cell_add_cell (self, "value", column, NULL);
  else
    return FALSE;
  return TRUE;
}

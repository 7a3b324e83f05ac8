/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-place-days-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>

static gboolean
open_column (KkrTable *table, const char *name, KkrColumnKind kind, KkrColumn **found,
             GError **error)
{
  KkrColumn *column = kkr_table___getitem__ (table, name, error);
  g_autofree char *quoted = NULL;

  if (column == NULL)
    return FALSE;
  *found = g_object_ref (column);
  if (column->kind == kind || column->kind == KKR_COLUMN_KIND_TEXT)
    return TRUE;
  quoted = kkr_text_quote (name);
  if (kind == KKR_COLUMN_KIND_DATE)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                 _("column %s has no days: kind %s found, date or text expected"), quoted,
                 kkr_column_kind_to_string (column->kind));
  else
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                 _("column %s has no places: kind %s found, text or whole numbers (int64) "
                   "expected"), quoted, kkr_column_kind_to_string (column->kind));
  return FALSE;
}

static gboolean
open_table (KkrPlaceDaysInput *input, KkrTable *table, const char *place, const char *begin,
            const char *end, GError **error)
{
  input->table = g_object_ref (table);
  return open_column (table, place, KKR_COLUMN_KIND_INT64, &input->place, error)
         && open_column (table, begin, KKR_COLUMN_KIND_DATE, &input->begin, error)
         && open_column (table, end, KKR_COLUMN_KIND_DATE, &input->end, error);
}

static gboolean
check_kinds (const KkrPlaceDaysCall *call, GError **error)
{
  const KkrColumnKind stays = call->stays.place->kind, openings = call->openings.place->kind;

  if (stays == openings)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
               _("the places of the openings are not those of the placements: kind %s found, %s "
                 "expected"), kkr_column_kind_to_string (openings),
               kkr_column_kind_to_string (stays));
  return FALSE;
}

KkrPlaceDaysCall *
kkr_place_days_call_new (KkrTable *table, const char *place, const char *begin, const char *end,
                         KkrTable *openings, const char *first, const char *last, int n_threads,
                         GError **error)
{
  g_autoptr (KkrPlaceDaysCall) call = g_new0 (KkrPlaceDaysCall, 1);

  call->first = g_strdup (first);
  call->last = g_strdup (last);
  call->n_threads = n_threads;
  call->task.has_openings = openings != NULL;
  if (!open_table (&call->stays, table, place, begin, end, error)
      || (openings != NULL
          && (!open_table (&call->openings, openings, place, begin, end, error)
              || !check_kinds (call, error))))
    return NULL;
  return g_steal_pointer (&call);
}

static void
clear_input (KkrPlaceDaysInput *input)
{
  g_clear_object (&input->table);
  g_clear_object (&input->place);
  g_clear_object (&input->begin);
  g_clear_object (&input->end);
  g_free (input->numbers);
  g_free (input->owned_codes);
  g_free (input->owned_begin);
  g_free (input->owned_end);
  g_free (input->ranks);
}

void
kkr_place_days_call_free (KkrPlaceDaysCall *call)
{
  clear_input (&call->stays);
  clear_input (&call->openings);
  g_free (call->first);
  g_free (call->last);
  g_free (call->texts);
  g_free (call->numbers);
  g_free (call->year_starts);
  g_free (call);
}

/* The days that texts say, each of which is read once. An empty one is none. */
static gboolean
read_text_days (KkrColumn *column, gint32 **owned, GError **error)
{
  g_autofree gint32 *days = g_new (gint32, (gsize) column->n_labels + 1);
  const gint32 *codes = g_bytes_get_data (kkr_column_get_bytes (column), NULL);
  gint32 *read = g_new (gint32, (gsize) column->length + 1);

  *owned = read;
  for (guint i = 0; i < column->n_labels; i++)
    if (column->labels[i][0] == '\0')
      days[i] = G_MININT32;
    else if (!kkr_date_parse (column->labels[i], &days[i]))
      {
        g_autofree char *name = kkr_text_quote (column->name);
        g_autofree char *text = kkr_text_quote (column->labels[i]);

        g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                     _("column %s: not a date: %s found, a day such as 2023-08-21 expected"), name,
                     text);
        return FALSE;
      }
  for (guint i = 0; i < column->length; i++)
    read[i] = codes[i] >= 0 ? days[codes[i]] : G_MININT32;
  return TRUE;
}

static gboolean
read_days (KkrColumn *column, const gint32 **days, gint32 **owned, GError **error)
{
  if (column->kind == KKR_COLUMN_KIND_TEXT && !read_text_days (column, owned, error))
    return FALSE;
  *days = *owned != NULL ? *owned : g_bytes_get_data (kkr_column_get_bytes (column), NULL);
  return TRUE;
}

/* What is missing is still to come; what is kept back has come, and nobody knows when. */
static gboolean
check_ends (KkrColumn *column, GError **error)
{
  if (column->n_without_value == 0)
    return TRUE;
  for (guint i = 0; i < column->length; i++)
    if (kkr_column_cell_status (column, i) == KKR_CELL_STATUS_SUPPRESSED)
      {
        g_autofree char *name = kkr_text_quote (column->name);

        g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                     _("row %u: column %s: a day that is kept back found, a day or none expected"),
                     i + 1, name);
        return FALSE;
      }
  return TRUE;
}

static char *
dup_day (gint32 day)
{
  return day == G_MININT32 ? g_strdup (_("none")) : kkr_date_to_string (day);
}

static gboolean
check_rows (const KkrPlaceDaysInput *input, GError **error)
{
  const gsize bad = kkr_place_rows_find_bad (&input->rows);
  g_autofree char *place = NULL, *quoted = NULL, *begin = NULL, *end = NULL;

  if (bad == G_MAXSIZE)
    return TRUE;
  if (input->rows.codes[bad] < 0)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("row %zu: no place: an empty cell found, the name of a place expected"),
                   bad + 1);
      return FALSE;
    }
  place = kkr_column_dup_plain (input->place, (guint) bad);
  quoted = kkr_text_quote (place);
  begin = dup_day (input->rows.from[bad]);
  end = dup_day (input->rows.until[bad]);
  if (input->rows.from[bad] == G_MININT32)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                 _("row %zu, place %s: no first day: none to %s found, a first day expected"),
                 bad + 1, quoted, end);
  else
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                 _("row %zu, place %s: ends before it begins: %s to %s found, a last day on or "
                   "after the first expected"), bad + 1, quoted, begin, end);
  return FALSE;
}

/* Numbers that lie close together are their own codes, counted from the least. */
static void
code_close_numbers (KkrPlaceDaysInput *input, const gint64 *values, gint64 least, guint n_codes)
{
  input->n_codes = n_codes;
  input->numbers = g_new (gint64, n_codes);
  for (guint i = 0; i < n_codes; i++)
    input->numbers[i] = least + i;
  for (gsize i = 0; i < input->rows.n_rows; i++)
    input->owned_codes[i] = values[i] == G_MININT64 ? -1 : (gint32) (values[i] - least);
}

static void
code_far_numbers (KkrPlaceDaysInput *input, const gint64 *values)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);

  input->numbers = g_new (gint64, input->rows.n_rows + 1);
  for (gsize i = 0; i < input->rows.n_rows; i++)
    {
      gpointer code = GINT_TO_POINTER (-1);

      if (values[i] != G_MININT64
          && !g_hash_table_lookup_extended (known, &values[i], NULL, &code))
        {
          code = GUINT_TO_POINTER (input->n_codes);
          g_hash_table_insert (known, (gpointer) &values[i], code);
          input->numbers[input->n_codes++] = values[i];
        }
      input->owned_codes[i] = GPOINTER_TO_INT (code);
    }
}

static void
read_numbers (KkrPlaceDaysInput *input)
{
  const gint64 *values = g_bytes_get_data (kkr_column_get_bytes (input->place), NULL);
  const gsize n = input->rows.n_rows;
  gint64 least = G_MAXINT64, most = G_MININT64;
  guint64 range;

  for (gsize i = 0; i < n; i++)
    if (values[i] != G_MININT64)
      {
        least = MIN (least, values[i]);
        most = MAX (most, values[i]);
      }
  input->owned_codes = g_new (gint32, n + 1);
  range = least <= most ? (guint64) most - (guint64) least : 0;
  if (least <= most && range < MIN (n * 4 + 1024, G_MAXINT32))
    code_close_numbers (input, values, least, (guint) range + 1);
  else
    code_far_numbers (input, values);
  input->rows.codes = input->owned_codes;
}

static gboolean
read_input (KkrPlaceDaysInput *input, GError **error)
{
  input->rows.n_rows = kkr_column_get_length (input->place);
  if (!check_ends (input->end, error)
      || !read_days (input->begin, &input->rows.from, &input->owned_begin, error)
      || !read_days (input->end, &input->rows.until, &input->owned_end, error))
    return FALSE;
  if (input->place->kind == KKR_COLUMN_KIND_TEXT)
    {
      input->rows.codes = g_bytes_get_data (kkr_column_get_bytes (input->place), NULL);
      input->labels = (const char *const *) input->place->labels;
      input->n_codes = input->place->n_labels;
    }
  else
    read_numbers (input);
  return check_rows (input, error);
}

static gboolean
read_day (const char *text, gint32 *day, GError **error)
{
  g_autofree char *quoted = NULL;

  if (kkr_date_parse (text, day))
    return TRUE;
  quoted = kkr_text_quote (text);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("not a date: %s found, a day such as 2023-08-21 expected"), quoted);
  return FALSE;
}

static gboolean
read_span (KkrPlaceDaysCall *call, GError **error)
{
  KkrPlaceDaysTask *task = &call->task;
  int last_year, month, day;

  if (!read_day (call->first, &task->first, error) || !read_day (call->last, &task->last, error))
    return FALSE;
  if (task->last < task->first)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("the days end before they begin: %s to %s found, a last day on or after the "
                     "first expected"), call->first, call->last);
      return FALSE;
    }
  kkr_date_split (task->first, &call->first_year, &month, &day);
  kkr_date_split (task->last, &last_year, &month, &day);
  task->n_years = (guint) (last_year - call->first_year) + 1;
  if (task->n_years > KKR_PLACE_DAYS_MAX_YEARS)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("too many years: %u found, %d at most expected"), task->n_years,
                   KKR_PLACE_DAYS_MAX_YEARS);
      return FALSE;
    }
  call->year_starts = g_new (gint32, task->n_years + 1);
  call->year_starts[0] = task->first;
  for (guint i = 1; i < task->n_years; i++)
    call->year_starts[i] = kkr_date_from_parts (call->first_year + (int) i, 1, 1);
  call->year_starts[task->n_years] = task->last + 1;
  task->year_starts = call->year_starts;
  return TRUE;
}

static gboolean
read_openings (KkrPlaceDaysCall *call, GError **error)
{
  if (call->openings.table == NULL || read_input (&call->openings, error))
    return TRUE;
  g_prefix_error (error, "%s", _("openings: "));
  return FALSE;
}

gboolean
kkr_place_days_call_read (KkrPlaceDaysCall *call, GError **error)
{
  if (!read_span (call, error) || !read_input (&call->stays, error)
      || !read_openings (call, error) || !kkr_place_days_call_rank (call, error))
    return FALSE;
  call->task.stays = call->stays.rows;
  call->task.openings = call->openings.rows;
  call->task.n_places = call->n_places;
  return kkr_parallel_count_threads (call->n_threads, call->n_places, KKR_PLACE_DAYS_BLOCK,
                                     &call->task.n_threads, error);
}

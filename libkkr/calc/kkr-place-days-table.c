/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-place-days-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* The columns of the table, which are large: memory that there is not enough of is an error. */
#define N_COUNTS 5

typedef struct {
  gsize n;
  gint32 *codes;   /* of places that are texts */
  gint64 *numbers; /* of places that are numbers */
  gint64 *years;
  gint64 *counts[N_COUNTS];
} Cells;

static const struct {
  const char *name;
  const char *danish;
  const char *english;
} count_columns[N_COUNTS] = {
  { "days", "Døgn åben", "Days open" },
  { "occupied", "Belagte døgn", "Days occupied" },
  { "vacant", "Tomme døgn", "Days vacant" },
  { "outside", "Belagte døgn uden for åbning", "Days occupied while not open" },
  { "placement-days", "Døgn af placeringer", "Days of placements" },
};

static void
clear_cells (Cells *cells)
{
  g_clear_pointer (&cells->codes, kkr_memory_free);
  g_clear_pointer (&cells->numbers, kkr_memory_free);
  g_clear_pointer (&cells->years, kkr_memory_free);
  for (guint i = 0; i < N_COUNTS; i++)
    g_clear_pointer (&cells->counts[i], kkr_memory_free);
}

static gboolean
make_cells (KkrPlaceDaysCall *call, Cells *cells, GError **error)
{
  const gsize n = call->n_places * call->task.n_years;
  const gsize size = MAX (n, 1) * sizeof (gint64);
  gboolean done = n < G_MAXINT;

  cells->n = n;
  if (done && call->stays.place->kind == KKR_COLUMN_KIND_TEXT)
    done = (cells->codes = kkr_memory_try_new (size)) != NULL;
  else if (done)
    done = (cells->numbers = kkr_memory_try_new (size)) != NULL;
  done = done && (cells->years = kkr_memory_try_new (size)) != NULL;
  for (guint i = 0; done && i < N_COUNTS; i++)
    done = (cells->counts[i] = kkr_memory_try_new (size)) != NULL;
  if (!done)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
                 _("not enough memory for the days of places: %zu found, fewer expected"), n);
  return done;
}

static void
fill_keys (const KkrPlaceDaysCall *call, Cells *cells)
{
  gsize i = 0;

  for (gsize place = 0; place < call->n_places; place++)
    for (guint year = 0; year < call->task.n_years; year++, i++)
      {
        if (cells->codes != NULL)
          cells->codes[i] = (gint32) place;
        else
          cells->numbers[i] = call->numbers[place];
        cells->years[i] = call->first_year + (int) year;
      }
}

/* Takes the memory over. */
static void
add_numbers (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
             KkrUnit unit, gint64 **numbers, gsize n)
{
  gint64 *memory = g_steal_pointer (numbers);

  kkr_table_builder_take_int64 (builder, name, danish, english, unit,
                                kkr_memory_to_bytes (memory, n * sizeof *memory), memory, n);
}

static void
add_places (const KkrPlaceDaysCall *call, KkrTableBuilder *builder, Cells *cells)
{
  KkrColumn *from = call->stays.place, *column;
  gint32 *codes = g_steal_pointer (&cells->codes);
  GBytes *bytes;
  char **labels;

  if (codes == NULL)
    {
      add_numbers (builder, from->name, from->danish, from->english, from->unit, &cells->numbers,
                   cells->n);
      return;
    }
  bytes = kkr_memory_to_bytes (codes, cells->n * sizeof *codes);
  column = kkr_table_builder_start (builder, from->name, from->danish, from->english,
                                    KKR_COLUMN_KIND_TEXT, KKR_UNIT_NONE, cells->n);
  if (column == NULL)
    {
      g_bytes_unref (bytes);
      return;
    }
  labels = g_new0 (char *, call->n_places + 1);
  for (gsize i = 0; i < call->n_places; i++)
    labels[i] = g_strdup (call->texts[i]);
  kkr_column_take_values (column, bytes, codes, (guint) cells->n);
  column->labels = labels;
  column->n_labels = (guint) call->n_places;
}

static KkrTable *
make_table (const KkrPlaceDaysCall *call, Cells *cells, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("place-days", "Pladsdøgn",
                                                               "Place-days");
  const char *key[] = { call->stays.place->name, "year", NULL };

  add_places (call, builder, cells);
  add_numbers (builder, "year", "År", "Year", KKR_UNIT_NONE, &cells->years, cells->n);
  for (guint i = 0; i < N_COUNTS; i++)
    {
      g_autofree char *text = NULL;
      gint64 total = 0;

      for (gsize cell = 0; cell < cells->n; cell++)
        total += cells->counts[i][cell];
      add_numbers (builder, count_columns[i].name, count_columns[i].danish,
                   count_columns[i].english, KKR_UNIT_DAYS, &cells->counts[i], cells->n);
      text = g_strdup_printf ("%" G_GINT64_FORMAT, total);
      kkr_table_builder_set_total (builder, count_columns[i].name, text);
    }
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_place_days_call_run (KkrPlaceDaysCall *call, GError **error)
{
  KkrPlaceDaysTask *task = &call->task;
  Cells cells = { 0 };
  KkrTable *table = NULL;

  if (kkr_place_days_call_read (call, error) && make_cells (call, &cells, error))
    {
      task->days = cells.counts[0];
      task->occupied = cells.counts[1];
      task->vacant = cells.counts[2];
      task->outside = cells.counts[3];
      task->stay_days = cells.counts[4];
      fill_keys (call, &cells);
      if (kkr_place_days_count (task, error))
        table = make_table (call, &cells, error);
    }
  clear_cells (&cells);
  return table;
}

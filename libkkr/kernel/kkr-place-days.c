/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-place-days-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-memory-private.h>

/* Rows are first brought together by place, four bytes each: the days of a span are few enough for
 * two bytes. A place then is a bit a day, in memory that stays in the fastest cache. */
#define MAX_DAYS (KKR_PLACE_DAYS_MAX_YEARS * 366)
#define MAX_WORDS (MAX_DAYS / 64 + 1)

G_STATIC_ASSERT (MAX_DAYS <= G_MAXUINT16);
G_STATIC_ASSERT (KKR_PLACE_DAYS_MAX_YEARS < G_MAXUINT8);

typedef struct {
  gsize *ends; /* after the rows are in: where each place's end; they begin where the last end */
  guint32 *spans;
} Buckets;

typedef struct {
  const KkrPlaceDaysTask *task;
  Buckets stays, openings;
  guint n_words;
  guint8 *year_of_day;
} Work;

typedef struct {
  guint64 taken[MAX_WORDS];
  guint64 open[MAX_WORDS];
} Days;

gsize
kkr_place_rows_find_bad (const KkrPlaceRows *rows)
{
  for (gsize i = 0; i < rows->n_rows; i++)
    if (G_UNLIKELY (rows->codes[i] < 0 || rows->from[i] == G_MININT32
                    || (rows->until[i] < rows->from[i] && rows->until[i] != G_MININT32)))
      return i;
  return G_MAXSIZE;
}

static gboolean
fail_for_memory (gsize n, GError **error)
{
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
               _("not enough memory for the days of places: %zu found, fewer expected"), n);
  return FALSE;
}

static gboolean
is_cancelled (const KkrPlaceDaysTask *task, gsize i, GError **error)
{
  if (i % KKR_PLACE_DAYS_STEP != 0 || task->cancellable == NULL
      || !g_cancellable_is_cancelled (task->cancellable))
    return FALSE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("the calculation was cancelled"));
  return TRUE;
}

/* The days of the span that a row has, counted from its first. */
static inline gboolean
clip (const KkrPlaceDaysTask *task, gint32 from, gint32 until, guint32 *span)
{
  const gint32 last = until == G_MININT32 ? task->last : MIN (until, task->last);
  const gint32 first = MAX (from, task->first);

  if (first > last)
    return FALSE;
  *span = (guint32) (first - task->first) << 16 | (guint32) (last - task->first);
  return TRUE;
}

static gboolean
count_rows (const KkrPlaceDaysTask *task, const KkrPlaceRows *rows, gsize *counts, GError **error)
{
  guint32 span;

  for (gsize i = 0; i < rows->n_rows; i++)
    {
      if (is_cancelled (task, i, error))
        return FALSE;
      if (clip (task, rows->from[i], rows->until[i], &span))
        counts[rows->ranks[rows->codes[i]]]++;
    }
  return TRUE;
}

static gboolean
fill_buckets (const KkrPlaceDaysTask *task, const KkrPlaceRows *rows, Buckets *buckets,
              GError **error)
{
  gsize n = 0;
  guint32 span;

  for (gsize place = 0; place < task->n_places; place++)
    {
      const gsize count = buckets->ends[place];

      buckets->ends[place] = n;
      n += count;
    }
  buckets->spans = kkr_memory_try_new (MAX (n, 1) * sizeof *buckets->spans);
  if (buckets->spans == NULL)
    return fail_for_memory (n, error);
  for (gsize i = 0; i < rows->n_rows; i++)
    {
      if (is_cancelled (task, i, error))
        return FALSE;
      if (clip (task, rows->from[i], rows->until[i], &span))
        buckets->spans[buckets->ends[rows->ranks[rows->codes[i]]]++] = span;
    }
  return TRUE;
}

static gboolean
make_buckets (const KkrPlaceDaysTask *task, const KkrPlaceRows *rows, Buckets *buckets,
              GError **error)
{
  const gsize size = MAX (task->n_places, 1) * sizeof *buckets->ends;

  buckets->ends = kkr_memory_try_new (size);
  if (buckets->ends == NULL)
    return fail_for_memory (task->n_places, error);
  memset (buckets->ends, 0, size);
  return count_rows (task, rows, buckets->ends, error)
         && fill_buckets (task, rows, buckets, error);
}

static void
clear_buckets (Buckets *buckets)
{
  g_clear_pointer (&buckets->ends, kkr_memory_free);
  g_clear_pointer (&buckets->spans, kkr_memory_free);
}

/* The bits from `first` of the first word, and those to `last` of the last one. */
static inline guint64
bits_from (guint first)
{
  return ~G_GUINT64_CONSTANT (0) << (first % 64);
}

static inline guint64
bits_to (guint last)
{
  return ~G_GUINT64_CONSTANT (0) >> (63 - last % 64);
}

static inline void
set_days (guint64 *words, guint first, guint last)
{
  const guint from = first / 64, to = last / 64;

  if (from == to)
    {
      words[from] |= bits_from (first) & bits_to (last);
      return;
    }
  words[from] |= bits_from (first);
  for (guint i = from + 1; i < to; i++)
    words[i] = ~G_GUINT64_CONSTANT (0);
  words[to] |= bits_to (last);
}

static inline guint
count_bits (guint64 word)
{
  word -= word >> 1 & 0x5555555555555555;
  word = (word & 0x3333333333333333) + (word >> 2 & 0x3333333333333333);
  word = (word + (word >> 4)) & 0x0f0f0f0f0f0f0f0f;
  return (guint) (word * 0x0101010101010101 >> 56);
}

static void
fill_days (const Buckets *buckets, gsize place, guint64 *words, guint n_words)
{
  memset (words, 0, n_words * sizeof *words);
  for (gsize i = place > 0 ? buckets->ends[place - 1] : 0; i < buckets->ends[place]; i++)
    set_days (words, buckets->spans[i] >> 16, buckets->spans[i] & G_MAXUINT16);
}

static inline guint
get_year_start (const KkrPlaceDaysTask *task, guint year)
{
  return (guint) (task->year_starts[year] - task->first);
}

static void
add_stay_days (const Work *work, gsize place)
{
  const KkrPlaceDaysTask *task = work->task;
  const Buckets *stays = &work->stays;
  gint64 *sums = task->stay_days + place * task->n_years;

  memset (sums, 0, task->n_years * sizeof *sums);
  for (gsize i = place > 0 ? stays->ends[place - 1] : 0; i < stays->ends[place]; i++)
    {
      const guint last = stays->spans[i] & G_MAXUINT16;
      guint first = stays->spans[i] >> 16, year = work->year_of_day[first];

      for (; year < work->year_of_day[last]; year++)
        {
          sums[year] += get_year_start (task, year + 1) - first;
          first = get_year_start (task, year + 1);
        }
      sums[year] += last + 1 - first;
    }
}

/* A year's days of a place. */
static void
count_year (const Work *work, const Days *days, gsize cell, guint first, guint last)
{
  const KkrPlaceDaysTask *task = work->task;
  guint open = 0, taken = 0, outside = 0;

  for (guint i = first / 64; i <= last / 64; i++)
    {
      const guint64 mask = (i == first / 64 ? bits_from (first) : ~G_GUINT64_CONSTANT (0))
                           & (i == last / 64 ? bits_to (last) : ~G_GUINT64_CONSTANT (0));

      taken += count_bits (days->taken[i] & mask);
      if (task->has_openings)
        {
          open += count_bits (days->open[i] & mask);
          outside += count_bits (days->taken[i] & ~days->open[i] & mask);
        }
    }
  task->days[cell] = task->has_openings ? open : last + 1 - first;
  task->occupied[cell] = taken - outside;
  task->vacant[cell] = task->days[cell] - task->occupied[cell];
  task->outside[cell] = outside;
}

static void
count_places (gsize first, gsize n, guint thread, gpointer user_data)
{
  const Work *work = user_data;
  const KkrPlaceDaysTask *task = work->task;
  Days days;

  for (gsize place = first; place < first + n; place++)
    {
      fill_days (&work->stays, place, days.taken, work->n_words);
      if (task->has_openings)
        fill_days (&work->openings, place, days.open, work->n_words);
      for (guint year = 0; year < task->n_years; year++)
        count_year (work, &days, place * task->n_years + year, get_year_start (task, year),
                    get_year_start (task, year + 1) - 1);
      add_stay_days (work, place);
    }
}

static guint8 *
number_years (const KkrPlaceDaysTask *task)
{
  guint8 *years = g_malloc ((gsize) (task->last - task->first) + 1);

  for (guint year = 0; year < task->n_years; year++)
    memset (years + get_year_start (task, year), (int) year,
            get_year_start (task, year + 1) - get_year_start (task, year));
  return years;
}

gboolean
kkr_place_days_count (const KkrPlaceDaysTask *task, GError **error)
{
  Work work = { .task = task, .n_words = (guint) (task->last - task->first) / 64 + 1 };
  const KkrParallelLoop loop = {
    .n_items = task->n_places,
    .block = KKR_PLACE_DAYS_BLOCK,
    .n_threads = task->n_threads,
    .func = count_places,
    .user_data = &work,
    .cancellable = task->cancellable,
    .progress = task->progress,
    .progress_data = task->progress_data,
  };
  gboolean done;

  g_return_val_if_fail (task->n_years > 0 && task->n_years <= KKR_PLACE_DAYS_MAX_YEARS, FALSE);

  work.year_of_day = number_years (task);
  done = make_buckets (task, &task->stays, &work.stays, error)
         && (!task->has_openings
             || make_buckets (task, &task->openings, &work.openings, error))
         && kkr_parallel_run (&loop, error);
  clear_buckets (&work.stays);
  clear_buckets (&work.openings);
  g_free (work.year_of_day);
  return done;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <stdlib.h>
#include <string.h>

#include <libkkr/register/kkr-series-values-private.h>
#include <libkkr/register/kkr-store-lists-private.h>

/* A series as a table with a row for each span of days in which nothing of it begins or ends, and a
 * column for each code. A series of which each year has one value for each code, as most have, is
 * then answered by one row. Where the spans of the codes have little in common the table would
 * outgrow the facts; there the facts of each code are looked through. */

/* Cells, and steps to fill them, for each fact. */
#define MAX_CELLS_PER_FACT 4
#define FREE_CELLS 1024
#define MAX_CODE_DIGITS 9

typedef struct {
  gint32 from; /* until the next one begins */
  /* Known on these days, every code has one whole number and no other fact. */
  gint32 known_from;
  gint32 known_until;
  gboolean is_plain;
} Span;

struct _KkrSeriesIndex {
  KkrSeriesIndex *next;
  char *series;
  guint n_codes;
  gint32 *codes; /* ascending */
  const KkrKeyRecord **keys;
  guint n_spans; /* 0 without a table */
  Span *spans;
  const KkrFactRecord **cells; /* n_spans x n_codes: NULL for none, &several for several */
  gint64 *values;              /* the same */
};

static const KkrFactRecord several;

gboolean
kkr_fact_record_has_number (const KkrFactRecord *record)
{
  return record != NULL && record->status == KKR_CELL_STATUS_VALUE
         && (record->flags & KKR_FACT_IS_TEXT) == 0;
}

static gboolean
is_whole (const KkrFactRecord *record)
{
  return record->den <= 1;
}

gboolean
kkr_series_read_code (const char *key, gsize series_length, gint32 *code)
{
  const char *digits = key + series_length + 1;
  gsize n = strlen (digits);

  if (n == 0 || n > MAX_CODE_DIGITS || (digits[0] == '0' && n > 1))
    return FALSE;
  *code = 0;
  for (; *digits != '\0'; digits++)
    {
      if (!g_ascii_isdigit (*digits))
        return FALSE;
      *code = *code * 10 + (*digits - '0');
    }
  return TRUE;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint32 left = *(const gint32 *) a, right = *(const gint32 *) b;

  return (left > right) - (left < right);
}

typedef struct {
  gint32 code;
  const KkrKeyRecord *key;
} Subject;

static int
compare_subjects (gconstpointer a, gconstpointer b)
{
  return compare_days (&((const Subject *) a)->code, &((const Subject *) b)->code);
}

static void
find_subjects (KkrSeriesIndex *self, KkrStore *store)
{
  g_autofree char *prefix = g_strconcat (self->series, "/", NULL);
  g_autoptr (GArray) subjects = g_array_new (FALSE, FALSE, sizeof (Subject));
  guint n_keys;
  const KkrKeyRecord *keys = kkr_store_get_keys (store, &n_keys);

  for (guint i = kkr_store_lower_bound (store, prefix); i < n_keys; i++)
    {
      const char *text = kkr_store_get_text (store, keys[i].text);
      Subject subject = { .key = &keys[i] };

      if (text == NULL || !g_str_has_prefix (text, prefix))
        break;
      if (kkr_series_read_code (text, strlen (self->series), &subject.code))
        g_array_append_val (subjects, subject);
    }
  g_array_sort (subjects, compare_subjects);
  self->n_codes = subjects->len;
  self->codes = g_new (gint32, subjects->len);
  self->keys = g_new (const KkrKeyRecord *, subjects->len);
  for (guint i = 0; i < subjects->len; i++)
    {
      self->codes[i] = g_array_index (subjects, Subject, i).code;
      self->keys[i] = g_array_index (subjects, Subject, i).key;
    }
}

static const KkrFactRecord *
get_facts (const KkrSeriesIndex *self, KkrStore *store, guint place, guint *n_facts)
{
  const KkrFactRecord *facts = kkr_store_get_facts (store, self->keys[place], n_facts);

  if (facts == NULL)
    *n_facts = 0;
  return facts;
}

/* The days on which something begins, or is past its end. */
static GArray *
collect_days (const KkrSeriesIndex *self, KkrStore *store, gsize *n_all)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint32));
  const gint32 first = KKR_DATE_MIN;
  guint n_days = 0;

  g_array_append_val (days, first);
  for (guint i = 0; i < self->n_codes; i++)
    {
      guint n_facts;
      const KkrFactRecord *facts = get_facts (self, store, i, &n_facts);

      *n_all += n_facts;
      for (guint j = 0; j < n_facts; j++)
        {
          gint32 after = facts[j].until < KKR_DATE_MAX ? facts[j].until + 1 : first;

          g_array_append_val (days, facts[j].from);
          g_array_append_val (days, after);
        }
    }
  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    if (n_days == 0 || g_array_index (days, gint32, i) != g_array_index (days, gint32, n_days - 1))
      g_array_index (days, gint32, n_days++) = g_array_index (days, gint32, i);
  g_array_set_size (days, n_days);
  return days;
}

/* The last span that does not begin after the day. */
static guint
find_span (const KkrSeriesIndex *self, gint32 day)
{
  guint low = 0, high = self->n_spans;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->spans[middle].from <= day)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* FALSE when it would take more than `steps`. */
static gboolean
fill_cells (KkrSeriesIndex *self, KkrStore *store, gsize steps)
{
  for (guint i = 0; i < self->n_codes; i++)
    {
      guint n_facts;
      const KkrFactRecord *facts = get_facts (self, store, i, &n_facts);

      for (guint j = 0; j < n_facts; j++)
        for (guint at = find_span (self, facts[j].from);
             at < self->n_spans && self->spans[at].from <= facts[j].until; at++)
          {
            gsize place = (gsize) at * self->n_codes + i;

            if (steps-- == 0)
              return FALSE;
            self->values[place] = facts[j].num;
            self->cells[place] = self->cells[place] == NULL ? &facts[j] : &several;
          }
    }
  return TRUE;
}

static void
describe_span (KkrSeriesIndex *self, Span *span, const KkrFactRecord *const *cells)
{
  span->is_plain = TRUE;
  span->known_from = KKR_DATE_MIN;
  span->known_until = KKR_DATE_MAX;
  for (guint i = 0; i < self->n_codes && span->is_plain; i++)
    {
      const KkrFactRecord *fact = cells[i];

      span->is_plain = fact != &several && kkr_fact_record_has_number (fact) && is_whole (fact);
      if (!span->is_plain)
        return;
      span->known_from = MAX (span->known_from, kkr_fact_record_known_on (fact));
      span->known_until = MIN (span->known_until, fact->known_until);
    }
}

static void
make_table (KkrSeriesIndex *self, KkrStore *store)
{
  gsize n_facts = 0;
  g_autoptr (GArray) days = collect_days (self, store, &n_facts);
  gsize n_cells = (gsize) days->len * self->n_codes;
  gsize most = n_facts * MAX_CELLS_PER_FACT + FREE_CELLS;

  if (n_cells == 0 || n_cells > most)
    return;
  self->n_spans = days->len;
  self->spans = g_new0 (Span, self->n_spans);
  self->cells = g_new0 (const KkrFactRecord *, n_cells);
  self->values = g_new0 (gint64, n_cells);
  for (guint i = 0; i < self->n_spans; i++)
    self->spans[i].from = g_array_index (days, gint32, i);
  if (!fill_cells (self, store, most))
    {
      self->n_spans = 0;
      g_clear_pointer (&self->spans, g_free);
      g_clear_pointer (&self->cells, g_free);
      g_clear_pointer (&self->values, g_free);
    }
  for (guint i = 0; i < self->n_spans; i++)
    describe_span (self, &self->spans[i], self->cells + (gsize) i * self->n_codes);
}

static KkrSeriesIndex *
make_index (KkrStore *store, const char *series)
{
  KkrSeriesIndex *self = g_new0 (KkrSeriesIndex, 1);

  self->series = g_strdup (series);
  find_subjects (self, store);
  make_table (self, store);
  return self;
}

static const KkrSeriesIndex *
find_index (KkrStore *store, const char *series)
{
  const KkrSeriesIndex *index = g_atomic_pointer_get (&store->series);

  while (index != NULL && !g_str_equal (index->series, series))
    index = index->next;
  return index;
}

const KkrSeriesIndex *
kkr_store_get_series (KkrStore *store, const char *series)
{
  const KkrSeriesIndex *found = find_index (store, series);

  if (found != NULL)
    return found;
  g_rec_mutex_lock (&store->lock);
  found = find_index (store, series);
  if (found == NULL)
    {
      KkrSeriesIndex *made = make_index (store, series);

      made->next = g_atomic_pointer_get (&store->series);
      g_atomic_pointer_set (&store->series, made);
      found = made;
    }
  g_rec_mutex_unlock (&store->lock);
  return found;
}

void
kkr_series_index_free_all (KkrSeriesIndex *first)
{
  while (first != NULL)
    {
      KkrSeriesIndex *next = first->next;

      g_free (first->series);
      g_free (first->codes);
      g_free (first->keys);
      g_free (first->spans);
      g_free (first->cells);
      g_free (first->values);
      g_free (first);
      first = next;
    }
}

/* One that is several, or whose day is in question, has to be looked for among its key's facts. */
static const KkrFactRecord *
find_cell (const KkrSeriesIndex *self, KkrStore *store, const Span *span, guint place,
           const KkrSeriesQuestion *question)
{
  KkrKeyFacts facts = { 0 };

  if (span != NULL)
    {
      const KkrFactRecord *cell = self->cells[(gsize) (span - self->spans) * self->n_codes + place];

      if (cell != &several)
        return cell != NULL && kkr_fact_record_known_on (cell) <= question->known_on
               && question->known_on <= cell->known_until ? cell : NULL;
    }
  facts.facts = get_facts (self, store, place, &facts.n_facts);
  return kkr_key_facts_find (&facts, question->valid_on, question->known_on, question->level);
}

/* Of a span in which all is plain; FALSE if a code is none of the series. */
static gboolean
find_plain (const KkrSeriesIndex *self, const gint64 *row, const gint32 *codes, gsize n,
            gint64 *values)
{
  guint place = 0;

  if (n == self->n_codes && memcmp (codes, self->codes, n * sizeof *codes) == 0)
    {
      memcpy (values, row, n * sizeof *values);
      return TRUE;
    }
  for (gsize i = 0; i < n; i++)
    {
      while (place < self->n_codes && self->codes[place] < codes[i])
        place++;
      if (place == self->n_codes || self->codes[place] != codes[i])
        return FALSE;
      values[i] = row[place];
    }
  return TRUE;
}

gboolean
kkr_series_index_find (const KkrSeriesIndex *self, KkrStore *store,
                       const KkrSeriesQuestion *question, const gint32 *codes, gsize n,
                       gint64 *values, const KkrFactRecord **records)
{
  const Span *span = self->n_spans > 0 ? &self->spans[find_span (self, question->valid_on)] : NULL;
  gboolean all = TRUE;
  guint place = 0;

  if (records == NULL && span != NULL && span->is_plain && span->known_from <= question->known_on
      && question->known_on <= span->known_until
      && find_plain (self, self->values + (gsize) (span - self->spans) * self->n_codes, codes, n,
                     values))
    return TRUE;
  for (gsize i = 0; i < n; i++)
    {
      const KkrFactRecord *found = NULL;

      while (place < self->n_codes && self->codes[place] < codes[i])
        place++;
      if (place < self->n_codes && self->codes[place] == codes[i])
        found = find_cell (self, store, span, place, question);
      if (!kkr_fact_record_has_number (found))
        found = NULL;
      all = all && found != NULL && is_whole (found);
      if (values != NULL)
        values[i] = found != NULL ? found->num : 0;
      if (records != NULL)
        records[i] = found;
    }
  return all;
}

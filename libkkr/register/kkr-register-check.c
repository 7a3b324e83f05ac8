/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/register/kkr-reading-private.h>

static void
check_references (KkrReading *reading, KkrNamesId names, KkrRuleId rule, const char *wrong)
{
  KkrBuilder *builder = reading->builder;
  GArray *references = builder->references[names], *rows = builder->rows[names];

  for (guint i = 0; i < references->len && !reading->stopped; i++)
    {
      const KkrReference *reference = &g_array_index (references, KkrReference, i);
      const KkrName *name = kkr_builder_get_name (builder, names, reference->name);
      g_auto (KkrNearest) nearest = { 0 };
      g_autofree char *suggestion = NULL;
      const char *near;

      if (name->declared)
        continue;
      kkr_nearest_init (&nearest, name->name, 3, FALSE);
      for (guint j = 0; j < rows->len; j++)
        kkr_nearest_offer (&nearest, kkr_builder_get_name (builder, names,
                             g_array_index (rows, KkrRow, j).name)->name);
      near = kkr_nearest_get (&nearest);
      if (near != NULL)
        {
          const KkrPlace *place =
            &kkr_builder_get_name (builder, names, kkr_builder_name (builder, names, near))->place;

          suggestion = g_strdup_printf (_("%s of %s:%u:%u"), near, place->uri, place->line,
                                        place->column);
        }
      kkr_reading_add_problem (reading, rule, &reference->mention.place, reference->mention.path,
                               suggestion, _("%s: \"%s\" found, one that is there expected"),
                               _(wrong), name->name);
    }
}

/* The first fact whose key is not before a text. */
static guint
lower_bound (KkrBuilder *builder, const char *text)
{
  guint low = 0, high = builder->facts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      KkrTextId key = g_array_index (builder->facts, KkrFactRow, middle).record.key;

      if (strcmp (kkr_builder_peek_text (builder, key), text) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
has_key (KkrBuilder *builder, const char *text, gboolean prefix)
{
  guint place = lower_bound (builder, text);
  const KkrFactRecord *fact;
  const char *key;

  if (place == builder->facts->len)
    return FALSE;
  fact = &g_array_index (builder->facts, KkrFactRow, place).record;
  key = kkr_builder_peek_text (builder, fact->key);
  return prefix ? g_str_has_prefix (key, text) : g_str_equal (key, text);
}

static void
suggest_keys (KkrBuilder *builder, KkrNearest *nearest, gboolean prefix, const char *wanted)
{
  KkrTextId last = 0;

  for (guint i = 0; i < builder->facts->len; i++)
    {
      KkrTextId key = g_array_index (builder->facts, KkrFactRow, i).record.key;

      if (key != last && !prefix)
        kkr_nearest_offer (nearest, kkr_builder_peek_text (builder, key));
      last = key;
    }
}

static void
check_series (KkrReading *reading)
{
  KkrBuilder *builder = reading->builder;

  for (guint i = 0; i < builder->series_references->len && !reading->stopped; i++)
    {
      const KkrSeriesReference *reference = &g_array_index (builder->series_references,
                                                            KkrSeriesReference, i);
      g_autofree char *children = g_strconcat (reference->key, "/", NULL);
      g_auto (KkrNearest) nearest = { 0 };

      if (reference->prefix ? has_key (builder, children, TRUE)
                            : has_key (builder, reference->key, FALSE))
        continue;
      kkr_nearest_init (&nearest, reference->key, 3, FALSE);
      suggest_keys (builder, &nearest, reference->prefix, reference->key);
      kkr_reading_add_problem (reading, KKR_RULE_UNKNOWN_SERIES, &reference->mention.place,
                               reference->mention.path, kkr_nearest_get (&nearest),
                               reference->prefix
                                 ? _("no facts of that series: \"%s\" found, one that is there "
                                     "expected")
                                 : _("no facts of that key: \"%s\" found, one that is there "
                                     "expected"), reference->key);
    }
}

static int
compare_payers (gconstpointer a, gconstpointer b, gpointer data)
{
  const KkrPayerRow *left = a, *right = b;
  KkrBuilder *builder = data;

  if (left->arrangement != right->arrangement)
    return left->arrangement < right->arrangement ? -1 : 1;
  if (left->municipality != right->municipality)
    return strcmp (kkr_builder_get_name (builder, KKR_NAMES_MUNICIPALITIES,
                                         left->municipality)->name,
                   kkr_builder_get_name (builder, KKR_NAMES_MUNICIPALITIES,
                                         right->municipality)->name);
  return left->from < right->from ? -1 : left->from > right->from;
}

/* A municipality may pay in several periods that do not overlap. */
static void
check_payers (KkrReading *reading)
{
  KkrBuilder *builder = reading->builder;

  g_array_sort_with_data (builder->payers, compare_payers, builder);
  for (guint i = 1; i < builder->payers->len; i++)
    {
      const KkrPayerRow *first = &g_array_index (builder->payers, KkrPayerRow, i - 1);
      const KkrPayerRow *second = &g_array_index (builder->payers, KkrPayerRow, i);

      if (first->arrangement == second->arrangement && first->municipality == second->municipality
          && second->from <= first->until)
        kkr_reading_add_problem (reading, KKR_RULE_DUPLICATE_ID, &second->place,
                                 "register/arrangement/payer", NULL,
                                 _("the same payer twice: \"%s\" found, which %s:%u:%u has "
                                   "already"),
                                 kkr_builder_get_name (builder, KKR_NAMES_MUNICIPALITIES,
                                                       second->municipality)->name,
                                 first->place.uri, first->place.line, first->place.column);
    }
}

static void
report_facts (KkrReading *reading, KkrRuleId rule, const KkrFactRow *first,
              const KkrFactRow *second)
{
  KkrBuilder *builder = reading->builder;
  /* Of two places the later one in reading is at fault. */
  const char *uri = kkr_builder_peek_text (builder, second->record.uri);
  KkrPlace place = { uri, second->record.line, second->column };
  const char *key = kkr_builder_peek_text (builder, second->record.key);
  const char *before = kkr_builder_peek_text (builder, first->record.uri);
  const char *printed = kkr_builder_peek_text (builder, second->record.printed);
  const char *other = kkr_builder_peek_text (builder, first->record.printed);

  if (rule == KKR_RULE_UNIT_DIFFERS)
    kkr_reading_add_problem (reading, rule, &place, "register/series/fact", NULL,
                             _("another unit of the same key %s: \"%s\" found, \"%s\" of %s:%u:%u "
                               "expected"), key, kkr_unit_to_string ((KkrUnit) second->record.unit),
                             kkr_unit_to_string ((KkrUnit) first->record.unit), before,
                             first->record.line, first->column);
  else if (rule == KKR_RULE_DUPLICATE_FACT)
    kkr_reading_add_problem (reading, rule, &place, "register/series/fact", NULL,
                             _("the same fact twice: %s found, which %s:%u:%u has already"), key,
                             before, first->record.line, first->column);
  else
    kkr_reading_add_problem (reading, rule, &place, "register/series/fact", NULL,
                             _("another value of %s for some of the same days: \"%s\" found, "
                               "\"%s\" of %s:%u:%u expected"), key, printed, other, before,
                             first->record.line, first->column);
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const KkrFactRow *first = *(const KkrFactRow *const *) a;
  const KkrFactRow *second = *(const KkrFactRow *const *) b;
  const KkrFactRecord *left = &first->record, *right = &second->record;

  if (left->level != right->level)
    return left->level < right->level ? -1 : 1;
  if (left->known != right->known)
    return left->known < right->known ? -1 : 1;
  if (left->from != right->from)
    return left->from < right->from ? -1 : 1;
  if (left->until != right->until)
    return left->until < right->until ? -1 : 1;
  /* As they were read. */
  return first < second ? -1 : first > second;
}

static gboolean
same_value (const KkrFactRecord *a, const KkrFactRecord *b)
{
  if (((a->flags | b->flags) & KKR_FACT_IS_TEXT) != 0)
    return a->printed == b->printed && a->flags == b->flags;
  return a->num == b->num && a->den == b->den;
}

/* All facts of one key. `last` is the one that reaches furthest among those of the same level and
 * day of becoming known that began before. */
static void
check_key (KkrReading *reading, const KkrFactRow *rows, guint n_rows)
{
  g_autofree const KkrFactRow **sorted = g_new (const KkrFactRow *, n_rows);
  const KkrFactRow *last = NULL;

  for (guint i = 0; i < n_rows; i++)
    {
      sorted[i] = &rows[i];
      if (rows[i].record.unit != rows[0].record.unit)
        report_facts (reading, KKR_RULE_UNIT_DIFFERS, &rows[0], &rows[i]);
    }
  qsort (sorted, n_rows, sizeof *sorted, compare_claims);
  for (guint i = 0; i < n_rows && !reading->stopped; i++)
    {
      const KkrFactRecord *fact = &sorted[i]->record;

      if (last != NULL && last->record.level == fact->level && last->record.known == fact->known)
        {
          if (last->record.from == fact->from && last->record.until == fact->until)
            report_facts (reading, KKR_RULE_DUPLICATE_FACT, last, sorted[i]);
          else if (fact->from <= last->record.until && !same_value (fact, &last->record))
            report_facts (reading, KKR_RULE_CONTRADICTING_FACTS, last, sorted[i]);
          if (fact->until < last->record.until)
            continue;
        }
      last = sorted[i];
    }
}

static void
check_facts (KkrReading *reading)
{
  GArray *facts = reading->builder->facts;
  guint first = 0;

  for (guint i = 1; i <= facts->len && !reading->stopped; i++)
    {
      const KkrFactRow *rows = &g_array_index (facts, KkrFactRow, first);

      if (i < facts->len
          && g_array_index (facts, KkrFactRow, i).record.key == rows[0].record.key)
        continue;
      if (i - first > 1)
        check_key (reading, rows, i - first);
      first = i;
    }
}

void
kkr_reading_check (KkrReading *reading)
{
  kkr_builder_sort_facts (reading->builder);
  check_references (reading, KKR_NAMES_SOURCES, KKR_RULE_UNKNOWN_SOURCE, N_("no such source"));
  check_references (reading, KKR_NAMES_REGIONS, KKR_RULE_UNKNOWN_REGION, N_("no such region"));
  check_references (reading, KKR_NAMES_MUNICIPALITIES, KKR_RULE_UNKNOWN_MUNICIPALITY,
                    N_("no such municipality"));
  check_series (reading);
  check_payers (reading);
  check_facts (reading);
}

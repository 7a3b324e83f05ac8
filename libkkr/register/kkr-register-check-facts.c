/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

#include <libkkr/register/kkr-reading-private.h>

/* Facts of the same key, side by side. */

static const char *
say_value (KkrBuilder *builder, const KkrFactRow *row)
{
  if (row->record.status != KKR_CELL_STATUS_VALUE)
    return kkr_cell_status_to_string ((KkrCellStatus) row->record.status);
  return kkr_builder_peek_text (builder, row->record.printed);
}

static void
report_facts (KkrReading *reading, KkrRuleId rule, const KkrFactRow *a, const KkrFactRow *b)
{
  /* Of two places that in the higher layer is at fault, or else the later one in reading. */
  const KkrFactRow *first = b->layer < a->layer ? b : a;
  const KkrFactRow *second = first == a ? b : a;
  KkrBuilder *builder = reading->builder;
  const char *uri = kkr_builder_peek_text (builder, second->record.uri);
  KkrPlace place = { uri, second->record.line, second->column };
  const char *key = kkr_builder_peek_text (builder, second->record.key);
  const char *before = kkr_builder_peek_text (builder, first->record.uri);
  const char *path = second->cell > 0 ? "register/table/row" : "register/series/fact";

  if (rule == KKR_RULE_UNIT_DIFFERS)
    kkr_reading_add_problem (reading, rule, &place, path, NULL,
                             _("another unit of the same key %s: \"%s\" found, \"%s\" of %s:%u:%u "
                               "expected"), key, kkr_unit_to_string ((KkrUnit) second->record.unit),
                             kkr_unit_to_string ((KkrUnit) first->record.unit), before,
                             first->record.line, first->column);
  else if (rule == KKR_RULE_DUPLICATE_FACT)
    kkr_reading_add_problem (reading, rule, &place, path, NULL,
                             _("the same fact twice: %s found, which %s:%u:%u has already"), key,
                             before, first->record.line, first->column);
  else
    kkr_reading_add_problem (reading, rule, &place, path, NULL,
                             _("another value of %s for some of the same days: \"%s\" found, "
                               "\"%s\" of %s:%u:%u expected"), key, say_value (builder, second),
                             say_value (builder, first), before, first->record.line,
                             first->column);
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const KkrFactRow *first = *(const KkrFactRow *const *) a;
  const KkrFactRow *second = *(const KkrFactRow *const *) b;
  const KkrFactRecord *left = &first->record, *right = &second->record;
  gint32 left_known = kkr_fact_record_known_on (left);
  gint32 right_known = kkr_fact_record_known_on (right);

  if (left->level != right->level)
    return left->level < right->level ? -1 : 1;
  if (left_known != right_known)
    return left_known < right_known ? -1 : 1;
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
  if (a->status != b->status || ((a->flags ^ b->flags) & KKR_FACT_IS_TEXT) != 0)
    return FALSE;
  if ((a->flags & KKR_FACT_IS_TEXT) != 0)
    return a->printed == b->printed;
  return a->num == b->num && a->den == b->den && a->qualifier == b->qualifier;
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

      if (last != NULL && last->record.level == fact->level
          && kkr_fact_record_known_on (&last->record) == kkr_fact_record_known_on (fact))
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

void
kkr_reading_check_facts (KkrReading *reading)
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

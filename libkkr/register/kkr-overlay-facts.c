/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/register/kkr-overlay-private.h>

gboolean
kkr_overlay_has_number (const KkrFactRecord *record)
{
  return (record->flags & KKR_FACT_IS_TEXT) == 0 && record->status == KKR_CELL_STATUS_VALUE;
}

char *
kkr_overlay_dup_period (const KkrFactRecord *record)
{
  return kkr_period_text (record->from, record->until, (KkrDatePrecision) record->from_precision,
                          (KkrDatePrecision) record->until_precision);
}

gboolean
kkr_overlay_fact_is_changed (const KkrOverlayFact *fact)
{
  return fact->origin != NULL && !fact->removed && fact->printed != NULL;
}

gboolean
kkr_overlay_key_is_same (const KkrOverlayKey *key)
{
  for (guint i = 0; i < key->facts->len; i++)
    {
      const KkrOverlayFact *fact = &g_array_index (key->facts, KkrOverlayFact, i);

      if (fact->removed ? fact->origin != NULL : fact->printed != NULL)
        return FALSE;
    }
  return TRUE;
}

static void
clear_fact (gpointer data)
{
  g_free (((KkrOverlayFact *) data)->printed);
}

/* A mark in a table ("..") does not say by itself whether its column has texts. */
static gboolean
is_text_cell (const KkrKeyFacts *facts, const KkrFactRecord *record)
{
  const char *subject = strrchr (facts->key, '/');
  const char *column = subject != NULL ? g_strrstr_len (facts->key, subject - facts->key, "/")
                                       : NULL;
  g_autofree char *key = NULL, *name = NULL;
  const KkrTableRecord *table;
  const KkrColumnRecord *columns;

  if ((record->flags & KKR_FACT_OF_TABLE) == 0 || facts->store == NULL || column == NULL)
    return FALSE;
  key = g_strndup (facts->key, (gsize) (column - facts->key));
  name = g_strndup (column + 1, (gsize) (subject - column - 1));
  table = kkr_store_find_table (facts->store, key);
  columns = table != NULL ? kkr_store_get_table_columns (facts->store, table) : NULL;
  for (guint i = 0; columns != NULL && i < table->n_columns; i++)
    if (g_strcmp0 (kkr_store_get_text (facts->store, columns[i].name), name) == 0)
      return columns[i].is_text != 0;
  return FALSE;
}

KkrOverlayKey *
kkr_overlay_key_new (const char *text, const KkrKeyFacts *base)
{
  KkrOverlayKey *key = g_new0 (KkrOverlayKey, 1);

  key->key = g_strdup (text);
  key->base = *base;
  key->facts = g_array_sized_new (FALSE, TRUE, sizeof (KkrOverlayFact), base->n_facts + 1);
  g_array_set_clear_func (key->facts, clear_fact);
  for (guint i = 0; i < base->n_facts; i++)
    {
      const KkrFactRecord *origin = &base->facts[i];
      KkrOverlayFact fact = { .record = *origin, .origin = origin };

      fact.is_text = (origin->flags & KKR_FACT_IS_TEXT) != 0
                     || (origin->status != KKR_CELL_STATUS_VALUE && is_text_cell (base, origin));
      g_array_append_val (key->facts, fact);
    }
  return key;
}

void
kkr_overlay_key_free (KkrOverlayKey *key)
{
  g_free (key->key);
  g_array_unref (key->facts);
  g_free (key);
}

gboolean
kkr_overlay_fact_is_within (const KkrOverlayFact *fact, const KkrOverlaySpan *span)
{
  return !fact->removed && fact->record.from >= span->from && fact->record.until <= span->until;
}

/* A value that the base has already changes nothing. */
void
kkr_overlay_fact_set (KkrOverlayFact *fact, KkrOverlayValue *value)
{
  const KkrFactRecord *origin = fact->origin;

  g_clear_pointer (&fact->printed, g_free);
  if (origin != NULL && origin->num == value->num && origin->den == value->den
      && kkr_overlay_has_number (origin))
    {
      fact->record = *origin;
      return;
    }
  fact->record.num = value->num;
  fact->record.den = value->den;
  fact->printed = g_steal_pointer (&value->printed);
  kkr_fact_record_assume (&fact->record);
}

void
kkr_overlay_fact_set_text (const KkrOverlayKey *key, KkrOverlayFact *fact, const char *text)
{
  const KkrFactRecord *origin = fact->origin;

  fact->is_text = TRUE;
  g_clear_pointer (&fact->printed, g_free);
  if (origin != NULL && (origin->flags & KKR_FACT_IS_TEXT) != 0
      && g_strcmp0 (kkr_key_facts_get_text (&key->base, origin->printed), text) == 0)
    {
      fact->record = *origin;
      return;
    }
  fact->printed = g_strdup (text);
  fact->record.flags |= KKR_FACT_IS_TEXT;
  kkr_fact_record_assume (&fact->record);
}

KkrOverlayFact *
kkr_overlay_key_add (KkrOverlayKey *key, KkrUnit unit, const KkrOverlaySpan *span)
{
  gboolean money = unit == KKR_UNIT_AMOUNT || unit == KKR_UNIT_RATE;
  KkrOverlayFact fact = {
    .record = {
      .den = 1, .from = span->from, .until = span->until, .known = KKR_DATE_MIN,
      .known_until = KKR_DATE_MAX, .unit = (guint8) unit,
      .from_precision = (guint8) span->from_precision,
      .until_precision = (guint8) span->until_precision,
      .level = money ? KKR_LEVEL_NOMINAL : KKR_LEVEL_NONE,
    },
  };

  kkr_fact_record_assume (&fact.record);
  g_array_append_val (key->facts, fact);
  return &g_array_index (key->facts, KkrOverlayFact, key->facts->len - 1);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/register/kkr-reading-private.h>
#include <libkkr/register/kkr-sorted-texts-private.h>

/* A name that comes near is looked for among all that there are, so many times; what is still
 * missing then is told without one. */
#define MAX_OFFERS 1000000

static gboolean
may_suggest (guint *n_offered, guint n)
{
  if (n > MAX_OFFERS - *n_offered)
    return FALSE;
  *n_offered += n;
  return TRUE;
}

static GPtrArray *
list_declared (KkrBuilder *builder, KkrNamesId names)
{
  GArray *known = builder->names[names];
  GPtrArray *declared = g_ptr_array_new ();

  for (guint i = 0; i < known->len; i++)
    if (g_array_index (known, KkrName, i).declared)
      g_ptr_array_add (declared, &g_array_index (known, KkrName, i));
  return declared;
}

/* NULL if none comes near. */
static char *
suggest_declared (const GPtrArray *declared, const char *wanted)
{
  g_auto (KkrNearest) nearest = { 0 };
  const char *near;

  kkr_nearest_init (&nearest, wanted, 3, FALSE);
  for (guint i = 0; i < declared->len; i++)
    kkr_nearest_offer (&nearest, ((const KkrName *) declared->pdata[i])->name);
  near = kkr_nearest_get (&nearest);
  for (guint i = 0; near != NULL && i < declared->len; i++)
    {
      const KkrName *name = declared->pdata[i];

      if (name->name == near)
        return g_strdup_printf (_("%s of %s:%u:%u"), near, name->place.uri, name->place.line,
                                name->place.column);
    }
  return NULL;
}

static void
check_references (KkrReading *reading, KkrNamesId names, KkrRuleId rule, const char *element)
{
  KkrBuilder *builder = reading->builder;
  GArray *references = builder->references[names];
  g_autoptr (GPtrArray) declared = NULL;
  guint n_offered = 0;

  for (guint i = 0; i < references->len && !reading->stopped; i++)
    {
      const KkrReference *reference = &g_array_index (references, KkrReference, i);
      const KkrName *name = kkr_builder_get_name (builder, names, reference->name);
      g_autofree char *suggestion = NULL;

      if (name->declared)
        continue;
      if (declared == NULL)
        declared = list_declared (builder, names);
      if (may_suggest (&n_offered, declared->len))
        suggestion = suggest_declared (declared, name->name);
      kkr_reading_add_problem (reading, rule, &reference->mention.place, reference->mention.path,
                               suggestion,
                               _("no such \"%s\": \"%s\" found, one that is there expected"),
                               element, name->name);
    }
}

static const char *
fact_key_at (gpointer owner, guint place)
{
  KkrBuilder *builder = owner;

  return kkr_builder_peek_text (builder,
                                g_array_index (builder->facts, KkrFactRow, place).record.key);
}

static gboolean
has_key (KkrBuilder *builder, const char *text, gboolean prefix)
{
  guint place = kkr_sorted_texts_bound (builder, builder->facts->len, fact_key_at, text);
  const KkrFactRecord *fact;
  const char *key;

  if (place == builder->facts->len)
    return FALSE;
  fact = &g_array_index (builder->facts, KkrFactRow, place).record;
  key = kkr_builder_peek_text (builder, fact->key);
  return prefix ? g_str_has_prefix (key, text) : g_str_equal (key, text);
}

static void
suggest_keys (KkrBuilder *builder, KkrNearest *nearest)
{
  KkrTextId last = 0;

  for (guint i = 0; i < builder->facts->len; i++)
    {
      KkrTextId key = g_array_index (builder->facts, KkrFactRow, i).record.key;

      if (key != last)
        kkr_nearest_offer (nearest, kkr_builder_peek_text (builder, key));
      last = key;
    }
}

static void
check_series (KkrReading *reading)
{
  KkrBuilder *builder = reading->builder;
  guint n_offered = 0;

  for (guint i = 0; i < builder->series_references->len && !reading->stopped; i++)
    {
      const KkrSeriesReference *reference = &g_array_index (builder->series_references,
                                                            KkrSeriesReference, i);
      g_autofree char *children = g_strconcat (reference->key, "/", NULL);
      g_auto (KkrNearest) nearest = { 0 };

      if ((reference->parts != KKR_SERIES_OF_SUBJECTS && has_key (builder, reference->key, FALSE))
          || (reference->parts != KKR_SERIES_ONE_FACT && has_key (builder, children, TRUE))
          || kkr_builder_is_refused (builder, reference->key))
        continue;
      kkr_nearest_init (&nearest, reference->key, 3, FALSE);
      if (reference->parts != KKR_SERIES_OF_SUBJECTS
          && may_suggest (&n_offered, builder->facts->len))
        suggest_keys (builder, &nearest);
      kkr_reading_add_problem (reading, KKR_RULE_UNKNOWN_SERIES, &reference->mention.place,
                               reference->mention.path, kkr_nearest_get (&nearest),
                               reference->parts != KKR_SERIES_ONE_FACT
                                 ? _("no facts of that series: \"%s\" found, one that is there "
                                     "expected")
                                 : _("no facts of that key: \"%s\" found, one that is there "
                                     "expected"), reference->key);
    }
}

static KkrRuleId
reference_rule (const KkrModel *model)
{
  return model == &kkr_region_model         ? KKR_RULE_UNKNOWN_REGION
         : model == &kkr_municipality_model ? KKR_RULE_UNKNOWN_MUNICIPALITY
                                            : KKR_RULE_UNKNOWN_REFERENCE;
}

void
kkr_reading_check (KkrReading *reading)
{
  if (reading->builder->layer > 0)
    kkr_builder_settle_layers (reading->builder);
  kkr_builder_sort_facts (reading->builder);
  check_references (reading, KKR_NAMES_SOURCES, KKR_RULE_UNKNOWN_SOURCE, "source");
  for (guint i = 0; i < KKR_N_MODELS; i++)
    if (kkr_models[i]->parent == NULL)
      check_references (reading, KKR_NAMES_MODEL (kkr_models[i]), reference_rule (kkr_models[i]),
                        kkr_models[i]->element);
  check_series (reading);
  kkr_reading_check_objects (reading);
  kkr_reading_check_facts (reading);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/register/kkr-reading-private.h>
#include <libkkr/register/kkr-sorted-texts-private.h>

static void
check_references (KkrReading *reading, KkrNamesId names, KkrRuleId rule, const char *element)
{
  KkrBuilder *builder = reading->builder;
  GArray *references = builder->references[names], *known = builder->names[names];

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
      for (guint j = 0; j < known->len; j++)
        if (g_array_index (known, KkrName, j).declared)
          kkr_nearest_offer (&nearest, g_array_index (known, KkrName, j).name);
      near = kkr_nearest_get (&nearest);
      if (near != NULL)
        {
          const KkrPlace *place =
            &kkr_builder_get_name (builder, names, kkr_builder_name (builder, names, near))->place;

          suggestion = g_strdup_printf (_("%s of %s:%u:%u"), near, place->uri, place->line,
                                        place->column);
        }
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

  for (guint i = 0; i < builder->series_references->len && !reading->stopped; i++)
    {
      const KkrSeriesReference *reference = &g_array_index (builder->series_references,
                                                            KkrSeriesReference, i);
      g_autofree char *children = g_strconcat (reference->key, "/", NULL);
      g_auto (KkrNearest) nearest = { 0 };

      if ((reference->parts != KKR_SERIES_OF_SUBJECTS && has_key (builder, reference->key, FALSE))
          || (reference->parts != KKR_SERIES_ONE_FACT && has_key (builder, children, TRUE)))
        continue;
      kkr_nearest_init (&nearest, reference->key, 3, FALSE);
      if (reference->parts != KKR_SERIES_OF_SUBJECTS)
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

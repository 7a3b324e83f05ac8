/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "register-questions.h"

#include <libkkr/model/kkr-municipality-region.h>
#include <libkkr/register/kkr-crosswalk.h>
#include <libkkr/register/kkr-filter.h>
#include <libkkr/register/kkr-overlay.h>
#include <libkkr/register/kkr-register-reader.h>
#include <libkkr/register/kkr-register-writer.h>

static void ask_list (GListModel *list, guint depth);

/* Every property; lists of children down to those of children. */
static void
ask_properties (gpointer object, guint depth)
{
  guint n;
  g_autofree GParamSpec **specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (object, specs[i]->name, &value);
      if (G_VALUE_HOLDS (&value, G_TYPE_LIST_MODEL) && g_value_get_object (&value) != NULL
          && depth < 2)
        ask_list (g_value_get_object (&value), depth + 1);
    }
}

static void
ask_list (GListModel *list, guint depth)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      ask_properties (item, depth);
      if (KKR_IS_ENTITY (item))
        {
          g_autofree char *danish = kkr_entity_to_string (KKR_ENTITY (item));
          g_autofree char *line = kkr_entity___repr__ (KKR_ENTITY (item));
          g_autoptr (KkrPeriod) valid = kkr_entity_dup_valid (KKR_ENTITY (item));

          kkr_entity_is_valid_on (KKR_ENTITY (item), "2024-01-01", NULL);
        }
    }
}

static void
ask_table (KkrTable *table)
{
  if (table != NULL)
    {
      g_autofree char *text = kkr_table_to_string (table);
    }
  g_clear_object (&table);
}

static void
ask_tables (KkrRegister *reg)
{
  g_auto (GStrv) keys = kkr_register_dup_table_keys (reg, NULL);
  static const char *const own[] = { "placements", "tariffs", "arrivals", "sources",
                                     "offers/ownerships" };

  for (guint i = 0; keys[i] != NULL; i++)
    ask_table (kkr_register_get_table (reg, keys[i], NULL));
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    ask_table (kkr_register_get_table (reg, own[i], NULL));
  for (guint i = 0; i < KKR_N_MODELS; i++)
    if (kkr_models[i]->parent == NULL
        && g_list_model_get_n_items (kkr_register_get_entities (reg, kkr_models[i])) > 0)
      ask_table (kkr_register_get_table (reg, kkr_models[i]->plural, NULL));
  ask_table (kkr_register_get_facts_table (reg, NULL, NULL, NULL, NULL));
  ask_table (kkr_register_get_contents (reg, NULL));
}

static void
ask_facts (KkrFact **facts, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *danish = kkr_fact_to_string (facts[i]);
      g_autofree char *english = kkr_fact_to_string_in (facts[i], "en");
      g_autofree char *value = kkr_fact_dup_value_in (facts[i], "da");
      g_autofree char *known = kkr_fact_dup_known_text_in (facts[i], "da");
      g_autoptr (KkrFigure) figure = kkr_fact_dup_figure (facts[i]);
      g_autoptr (KkrPeriod) valid = kkr_fact_dup_valid (facts[i]);

      ask_properties (facts[i], 0);
      kkr_fact_get_amount (facts[i]);
      kkr_fact_get_number (facts[i]);
      g_object_unref (facts[i]);
    }
  g_free (facts);
}

static void
ask_series (KkrRegister *reg)
{
  g_auto (GStrv) keys = kkr_register_dup_keys (reg, NULL);
  gsize n;
  KkrFact **facts = kkr_register_dup_facts (reg, NULL, &n);

  ask_facts (facts, n);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (KkrFact) fact = kkr_register_lookup (reg, keys[i], "2024-01-01", NULL, NULL);

      facts = kkr_register_dup_history (reg, keys[i], &n);
      ask_facts (facts, n);
    }
}

static void
ask_things (KkrRegister *reg)
{
  g_autoptr (GObject) municipality = NULL, region = NULL, offer = NULL;
  g_autoptr (KkrFilter) filter = kkr_filter_new ();
  KkrEntity **offers;
  gsize n;

  ask_list (kkr_register_get_sources (reg), 0);
  for (guint i = 0; i < KKR_N_MODELS; i++)
    if (kkr_models[i]->parent == NULL)
      ask_list (kkr_register_get_entities (reg, kkr_models[i]), 0);
  municipality = (GObject *) kkr_register_find_municipality (reg, "Å", NULL);
  region = (GObject *) kkr_register_find_region (reg, "Nord", NULL);
  offer = (GObject *) kkr_register_find_thing (reg, "offers/a", NULL);
  if (municipality != NULL)
    kkr_municipality_get_region_on (KKR_MUNICIPALITY (municipality), "2024-01-01", NULL);
  g_object_set (filter, "municipality", "851", "valid-on", "2024-01-01", NULL);
  offers = kkr_register_select (reg, "offers", filter, &n, NULL);
  for (gsize i = 0; i < n; i++)
    g_object_unref (offers[i]);
  g_free (offers);
}

/* What is made of a register reads it, too. */
static void
ask_what_follows (KkrRegister *reg)
{
  static const char text[] = "<register format='1'/>";
  g_autoptr (KkrRegisterWriter) writer = kkr_register_writer_new ();
  g_autoptr (GBytes) written = kkr_register_writer_to_bytes (writer, reg, NULL);
  g_autoptr (KkrRegisterReader) reader = g_object_new (KKR_TYPE_REGISTER_READER, "below", reg,
                                                       NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (KkrRegister) above = kkr_register_reader_read_bytes (reader, bytes, NULL, NULL, NULL);
  g_autoptr (KkrCrosswalk) back = kkr_crosswalk_new_for_regions (reg, "2027-01-01", "2026-01-01",
                                                                 "n", NULL);
  g_autoptr (KkrCrosswalk) up = kkr_crosswalk_new_for_municipalities (reg, "2026-01-01", NULL);
}

static void
ask_overlay (KkrRegister *reg)
{
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (reg);
  g_autoptr (KkrRegister) above = NULL;
  g_autofree char *text = NULL;

  kkr_overlay_change (overlay, "k", NULL, "3", NULL);
  kkr_overlay_change (overlay, "t/x/851", NULL, "4", NULL);
  kkr_overlay_scale (overlay, "", NULL, "2", KKR_ROUNDING_MODE_HALF_AWAY, NULL);
  kkr_overlay_remove (overlay, "n/851", NULL, NULL);
  text = kkr_overlay_to_string (overlay);
  above = kkr_overlay_apply (overlay, NULL);
  if (above == NULL)
    return;
  ask_series (above);
  ask_table (kkr_register_get_table (above, "t", NULL));
}

void
ask_everything (KkrRegister *reg)
{
  g_autofree char *text = kkr_register_to_string (reg);
  g_autofree char *line = kkr_register___repr__ (reg);

  ask_properties (reg, 2);
  ask_things (reg);
  ask_series (reg);
  ask_tables (reg);
  ask_what_follows (reg);
  ask_overlay (reg);
}

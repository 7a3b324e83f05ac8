/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "random-maker.h"
#include "random-register.h"

#include <libkkr/base/kkr-enums.h>
#include <libkkr/model/kkr-model-private.h>

#define MAX_OBJECTS 4

static char *
random_word (Maker *maker, const KkrField *field)
{
  GEnumClass *units;
  char *text;

  switch ((int) field->kind)
    {
    case KKR_FIELD_CHOICE:
      return g_strdup (maker_choose (maker, field->words));
    case KKR_FIELD_YES:
    case KKR_FIELD_NO:
      return g_strdup (maker_pick (maker, 2) ? "yes" : "no");
    case KKR_FIELD_INTEGER:
      return g_strdup_printf ("%u", maker_pick (maker, 100000));
    case KKR_FIELD_DECIMAL:
    case KKR_FIELD_PERCENT:
      return g_strdup_printf ("%u.%u", maker_pick (maker, 100), maker_pick (maker, 100));
    default: /* KKR_FIELD_UNIT_WORD */
      units = g_type_class_ref (KKR_TYPE_UNIT);
      text = g_strdup (kkr_unit_to_string (
        (KkrUnit) units->values[1 + maker_pick (maker, units->n_values - 1)].value));
      g_type_class_unref (units);
      return text;
    }
}

/* Of the facts that maker_add_series() makes. */
static char *
random_key (Maker *maker, const KkrField *field)
{
  if (g_str_equal (field->name, "weights") || g_str_equal (field->name, "own-use"))
    return g_strdup ("by-municipality");
  return g_strdup (field->kind == KKR_FIELD_KEYS && maker_pick (maker, 2) ? "total part/of-it"
                                                                        : "total");
}

static char *
random_value (Maker *maker, const KkrModel *model, const KkrField *field)
{
  if (!field->required && !maker_often (maker))
    return NULL;
  switch ((int) field->kind)
    {
    case KKR_FIELD_TEXT:
      return maker_make_text (maker);
    case KKR_FIELD_ID:
      return g_str_equal (field->name, "parent") ? NULL : g_strdup_printf ("id-%u", maker->n++);
    case KKR_FIELD_KEY:
    case KKR_FIELD_KEYS:
      return random_key (maker, field);
    case KKR_FIELD_REGION_CODE:
      return g_strdup_printf (maker_pick (maker, 2) ? "%u" : "region-%u", 1081 + maker->n++);
    case KKR_FIELD_MUNICIPALITY_CODE:
      return g_strdup_printf ("%u", 101 + maker->ids[model->id]->len);
    case KKR_FIELD_PERIOD:
      return maker_make_period (maker);
    case KKR_FIELD_DATE:
      return maker_make_date (maker);
    case KKR_FIELD_TIME:
      return g_strdup_printf ("%02u:%02u", maker_pick (maker, 24), maker_pick (maker, 60));
    case KKR_FIELD_SOURCE:
      return maker_pick_source (maker);
    case KKR_FIELD_REFERENCE:
    case KKR_FIELD_REFERENCES:
      return maker_pick_references (maker, field->target, field->kind == KKR_FIELD_REFERENCES);
    default:
      return random_word (maker, field);
    }
}

static void
add_object (Maker *maker, const KkrModel *model, guint place)
{
  g_auto (GStrv) values = g_new0 (char *, model->n_fields + 1);

  for (guint i = 0; i < model->n_fields; i++)
    if (i == 0 && model->parent == NULL)
      values[i] = g_strdup (maker->ids[model->id]->pdata[place]);
    else if (model->fields[i].target == model)
      /* The one after it, so that there is no circle; the last has none. */
      values[i] = place + 1 < maker->ids[model->id]->len
                    ? g_strdup (maker->ids[model->id]->pdata[place + 1]) : NULL;
    else
      values[i] = random_value (maker, model, &model->fields[i]);
  for (guint i = 0; i < model->n_fields; i++)
    if (values[i] == NULL)
      values[i] = g_strdup (model->fields[i].required ? "0" : "");
  /* A municipality pays once. */
  if (model == &kkr_arrangement_payer_model)
    {
      g_free (values[0]);
      values[0] = g_strdup (maker->ids[KKR_MODEL_MUNICIPALITY]->pdata[place]);
    }
  g_string_append_printf (maker->out, "<%s", model->element);
  for (guint i = 0; i < model->n_fields; i++)
    maker_add (maker, model->fields[i].name, *values[i] != '\0' ? values[i] : NULL);
  g_string_append (maker->out, ">\n");
  for (guint i = 0; i < KKR_N_MODELS; i++)
    if (kkr_models[i]->parent == model)
      for (guint n = maker_pick (maker, MAX_OBJECTS), j = 0; j < n; j++)
        add_object (maker, kkr_models[i], j);
  g_string_append_printf (maker->out, "</%s>\n", model->element);
}

/* Anything may be referred to by anything, so the ids come first. */
static void
make_ids (Maker *maker)
{
  for (guint i = 0; i < KKR_N_MODELS; i++)
    {
      const KkrModel *model = kkr_models[i];
      /* Others need these. */
      gboolean needed = model == &kkr_region_model || model == &kkr_municipality_model
                        || model == &kkr_operator_model;
      /* Its id is the key of a fact, of which few are known. */
      guint most = model == &kkr_parameter_model ? 2 : MAX_OBJECTS;

      if (model->parent == NULL)
        for (guint n = needed ? MAX_OBJECTS : maker_pick (maker, most), j = 0; j < n; j++)
          g_ptr_array_add (maker->ids[i], random_value (maker, model, &model->fields[0]));
    }
}

static void
add_objects (Maker *maker)
{
  for (guint i = 0; i < KKR_N_MODELS; i++)
    for (guint j = 0; j < maker->ids[i]->len; j++)
      add_object (maker, kkr_models[i], j);
}

char *
random_register (guint32 seed)
{
  Maker maker = { .rand = g_rand_new_with_seed (seed), .out = g_string_new ("<register format='1'") };

  for (guint i = 0; i < KKR_N_MODELS; i++)
    maker.ids[i] = g_ptr_array_new_with_free_func (g_free);
  if (maker_pick (&maker, 2))
    maker_add (&maker, "version", "2024.01");
  g_string_append (maker.out, ">\n");
  maker.n_sources = 1 + maker_pick (&maker, 3);
  for (guint i = 0; i < maker.n_sources; i++)
    {
      g_string_append (maker.out, "<source");
      maker_take (&maker, "id", g_strdup_printf ("source-%u", i));
      maker_take (&maker, "title", maker_make_text (&maker));
      maker_take (&maker, "publisher", maker_make_text (&maker));
      maker_add (&maker, "date", maker_pick (&maker, 2) ? "2023-08-21" : "2018-10");
      g_string_append (maker.out, "/>\n");
    }
  make_ids (&maker);
  add_objects (&maker);
  maker_add_series (&maker);
  for (guint i = maker_pick (&maker, 3); i > 0; i--)
    maker_add_table (&maker, i);
  maker_add_bulk (&maker);
  g_string_append (maker.out, "</register>\n");
  for (guint i = 0; i < KKR_N_MODELS; i++)
    g_ptr_array_unref (maker.ids[i]);
  g_rand_free (maker.rand);
  return g_string_free (maker.out, FALSE);
}

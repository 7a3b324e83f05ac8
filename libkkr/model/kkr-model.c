/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-source.h>
#include <libkkr/model/kkr-model-private.h>
#include <libkkr/model/kkr-region.h>

#define MEMBER(instance, field, type) G_STRUCT_MEMBER (type, (instance), (field)->offset)

gboolean
kkr_field_is_text (KkrFieldKind kind)
{
  return kind <= KKR_FIELD_REGION_CODE;
}

static void
fill_period (KkrModelPeriod *period, const KkrFieldValue *value)
{
  period->from = value->from;
  period->until = value->until;
  period->from_text = value->from != KKR_DATE_MIN ? kkr_date_to_string (value->from) : NULL;
  period->until_text = value->until != KKR_DATE_MAX ? kkr_date_to_string (value->until) : NULL;
}

static void
fill_field (const KkrField *field, gpointer instance, const KkrFieldValue *value)
{
  const char *text = value->text != NULL ? value->text : "";

  if (field->kind == KKR_FIELD_KEYS)
    MEMBER (instance, field, char **) = g_strsplit (text, " ", -1);
  else if (kkr_field_is_text (field->kind))
    MEMBER (instance, field, char *) = g_strdup (value->text);
  else if (field->kind == KKR_FIELD_PERIOD)
    fill_period (&MEMBER (instance, field, KkrModelPeriod), value);
  else if (field->kind == KKR_FIELD_REGION || field->kind == KKR_FIELD_SOURCE)
    g_set_object (&MEMBER (instance, field, GObject *), value->object);
  else
    MEMBER (instance, field, int) = (int) value->number;
}

gpointer
kkr_model_new (const KkrModel *model, const KkrFieldValue *values)
{
  gpointer instance = g_object_new (model->get_type (), NULL);

  for (guint i = 0; i < model->n_fields; i++)
    fill_field (&model->fields[i], instance, &values[i]);
  return instance;
}

void
kkr_model_clear (const KkrModel *model, gpointer instance)
{
  for (guint i = 0; i < model->n_fields; i++)
    {
      const KkrField *field = &model->fields[i];

      if (field->kind == KKR_FIELD_KEYS)
        g_clear_pointer (&MEMBER (instance, field, char **), g_strfreev);
      else if (kkr_field_is_text (field->kind))
        g_clear_pointer (&MEMBER (instance, field, char *), g_free);
      else if (field->kind == KKR_FIELD_PERIOD)
        {
          g_clear_pointer (&MEMBER (instance, field, KkrModelPeriod).from_text, g_free);
          g_clear_pointer (&MEMBER (instance, field, KkrModelPeriod).until_text, g_free);
        }
      else if (field->kind == KKR_FIELD_REGION || field->kind == KKR_FIELD_SOURCE)
        g_clear_object (&MEMBER (instance, field, GObject *));
    }
}

static GParamSpec *
property_spec (const KkrField *field)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const char *name = field->property != NULL ? field->property : field->name;

  if (field->kind == KKR_FIELD_KEYS)
    return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, flags);
  if (kkr_field_is_text (field->kind))
    return g_param_spec_string (name, NULL, NULL, NULL, flags);
  if (field->kind == KKR_FIELD_REGION)
    return g_param_spec_object (name, NULL, NULL, KKR_TYPE_REGION, flags);
  if (field->kind == KKR_FIELD_SOURCE)
    return g_param_spec_object (name, NULL, NULL, KKR_TYPE_SOURCE, flags);
  if (field->kind == KKR_FIELD_YES || field->kind == KKR_FIELD_NO)
    return g_param_spec_boolean (name, NULL, NULL, field->kind == KKR_FIELD_YES, flags);
  return g_param_spec_int (name, NULL, NULL, G_MININT, G_MAXINT, 0, flags);
}

/* Property ids count up from 1 in the order of the fields; a period takes two. */
void
kkr_model_install_properties (const KkrModel *model, GObjectClass *klass)
{
  guint id = 1;

  for (guint i = 0; i < model->n_fields; i++)
    {
      const KkrField *field = &model->fields[i];

      if (field->kind == KKR_FIELD_PERIOD)
        {
          const char *ends[] = { "from", "until" };

          for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
            {
              g_autofree char *name = g_strdup_printf ("%s-%s", field->name, ends[j]);

              g_object_class_install_property (klass, id++,
                g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE));
            }
        }
      else
        g_object_class_install_property (klass, id++, property_spec (field));
    }
}

static void
get_field (const KkrField *field, gpointer instance, guint part, GValue *value)
{
  if (field->kind == KKR_FIELD_KEYS)
    g_value_set_boxed (value, MEMBER (instance, field, char **));
  else if (kkr_field_is_text (field->kind))
    g_value_set_string (value, MEMBER (instance, field, char *));
  else if (field->kind == KKR_FIELD_PERIOD)
    g_value_set_string (value, part == 0 ? MEMBER (instance, field, KkrModelPeriod).from_text
                                         : MEMBER (instance, field, KkrModelPeriod).until_text);
  else if (field->kind == KKR_FIELD_REGION || field->kind == KKR_FIELD_SOURCE)
    g_value_set_object (value, MEMBER (instance, field, GObject *));
  else if (field->kind == KKR_FIELD_YES || field->kind == KKR_FIELD_NO)
    g_value_set_boolean (value, MEMBER (instance, field, int));
  else
    g_value_set_int (value, MEMBER (instance, field, int));
}

void
kkr_model_get_property (const KkrModel *model, gpointer instance, guint property_id, GValue *value)
{
  guint first = 1;

  for (guint i = 0; i < model->n_fields; i++)
    {
      guint n = model->fields[i].kind == KKR_FIELD_PERIOD ? 2 : 1;

      if (property_id < first + n)
        {
          get_field (&model->fields[i], instance, property_id - first, value);
          return;
        }
      first += n;
    }
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-enums.h>
#include <libkkr/model/kkr-entity-state-private.h>

/* A class's own properties: ids count up from 1 in the order of its fields, its kinds of children
 * follow. Id and title are those of KkrEntity. */

const KkrModel *
kkr_model_get_child (const KkrModel *model, guint nth)
{
  for (guint i = 0; i < KKR_N_MODELS; i++)
    if (kkr_models[i]->parent == model && nth-- == 0)
      return kkr_models[i];
  return NULL;
}

static const char *
get_name (const KkrField *field)
{
  return field->property != NULL ? field->property : field->name;
}

static GParamSpec *
make_spec (const KkrField *field)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const char *name = get_name (field);

  switch ((int) field->kind)
    {
    case KKR_FIELD_KEYS:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, flags);
    case KKR_FIELD_YES:
    case KKR_FIELD_NO:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case KKR_FIELD_UNIT_WORD:
      return g_param_spec_enum (name, NULL, NULL, KKR_TYPE_UNIT, KKR_UNIT_UNSET, flags);
    case KKR_FIELD_MUNICIPALITY_CODE:
      return g_param_spec_int (name, NULL, NULL, G_MININT, G_MAXINT, 0, flags);
    case KKR_FIELD_INTEGER:
      return g_param_spec_int (name, NULL, NULL, G_MININT, G_MAXINT, -1, flags);
    case KKR_FIELD_REFERENCE:
      return g_param_spec_object (name, NULL, NULL, field->target->get_type (), flags);
    case KKR_FIELD_REFERENCES:
      return g_param_spec_object (name, NULL, NULL, G_TYPE_LIST_MODEL, flags);
    default:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    }
}

static void
get_field (KkrEntity *self, guint i, const KkrField *field, GValue *value)
{
  switch ((int) field->kind)
    {
    case KKR_FIELD_KEYS:
      g_value_set_boxed (value, kkr_entity_get_words (self, i));
      break;
    case KKR_FIELD_YES:
    case KKR_FIELD_NO:
      g_value_set_boolean (value, kkr_entity_get_boolean (self, i));
      break;
    case KKR_FIELD_UNIT_WORD:
      g_value_set_enum (value, (int) kkr_entity_get_value (self, i)->number);
      break;
    case KKR_FIELD_MUNICIPALITY_CODE:
      g_value_set_int (value, (int) kkr_entity_get_value (self, i)->number);
      break;
    case KKR_FIELD_INTEGER:
      g_value_set_int (value, kkr_entity_get_int (self, i));
      break;
    case KKR_FIELD_REFERENCE:
      g_value_set_object (value, kkr_entity_get_object (self, i));
      break;
    case KKR_FIELD_REFERENCES:
      g_value_set_object (value, kkr_entity_get_list (self, i));
      break;
    default:
      g_value_set_string (value, kkr_entity_get_text (self, i));
      break;
    }
}

static void
get_own_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  KkrEntity *self = KKR_ENTITY (object);
  const KkrModel *model = kkr_entity_get_model (self);
  guint n_own = kkr_model_n_own (model);

  if (property_id <= n_own)
    get_field (self, property_id - 1, &model->fields[property_id - 1], value);
  else
    g_value_set_object (value, kkr_entity_get_child_list (self, property_id - n_own - 1));
}

void
kkr_entity_class_set_model (KkrEntityClass *klass, const KkrModel *model)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const KkrModel *child;
  guint n_own = kkr_model_n_own (model);

  klass->model = model;
  object_class->get_property = get_own_property;
  for (guint i = 0; i < n_own; i++)
    if (!g_str_equal (model->fields[i].name, "id"))
      g_object_class_install_property (object_class, i + 1, make_spec (&model->fields[i]));
  for (guint i = 0; (child = kkr_model_get_child (model, i)) != NULL; i++)
    g_object_class_install_property (object_class, n_own + i + 1,
      g_param_spec_object (child->plural, NULL, NULL, G_TYPE_LIST_MODEL, flags));
}

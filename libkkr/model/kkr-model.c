/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-place-private.h>
#include <libkkr/model/kkr-model-private.h>

gboolean
kkr_field_is_text (KkrFieldKind kind)
{
  return kind <= KKR_FIELD_REGION_CODE;
}

guint
kkr_model_n_own (const KkrModel *model)
{
  return model->n_fields - KKR_MODEL_N_COMMON;
}

guint
kkr_model_common (const KkrModel *model, KkrCommonField field)
{
  return kkr_model_n_own (model) + field;
}

guint
kkr_model_find_field (const KkrModel *model, const char *name)
{
  guint i = 0;

  while (i < model->n_fields && !g_str_equal (model->fields[i].name, name))
    i++;
  return i;
}

const KkrModel *
kkr_model_find (const char *name)
{
  for (guint i = 0; i < KKR_N_MODELS; i++)
    if (kkr_models[i]->parent == NULL
        && (g_str_equal (kkr_models[i]->element, name)
            || g_str_equal (kkr_models[i]->plural, name)))
      return kkr_models[i];
  return NULL;
}

const KkrModel *
kkr_model_find_by_title (const char *title)
{
  g_autofree char *folded = kkr_name_fold (title);

  for (guint i = 0; i < KKR_N_MODELS; i++)
    for (guint j = 0; j < 2 && kkr_models[i]->parent == NULL; j++)
      {
        g_autofree char *one = kkr_name_fold (kkr_models[i]->titles[j]);
        g_autofree char *many = kkr_name_fold (kkr_models[i]->many[j]);

        if (g_str_equal (one, folded) || g_str_equal (many, folded))
          return kkr_models[i];
      }
  return NULL;
}

gboolean
kkr_model_has_id (const KkrModel *model)
{
  switch ((int) model->fields[0].kind)
    {
    case KKR_FIELD_ID:
    case KKR_FIELD_KEY:
    case KKR_FIELD_REGION_CODE:
    case KKR_FIELD_MUNICIPALITY_CODE:
      return TRUE;
    default:
      return FALSE;
    }
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-filter-private.h>
#include <libkkr/register/kkr-register-keys-private.h>
#include <libkkr/register/kkr-register-private.h>

static const KkrModel *
find_kind (const char *kind, GError **error)
{
  const KkrModel *model = kkr_model_find (kind), *meant = NULL;
  g_auto (KkrNearest) nearest = { 0 };
  g_autoptr (GString) kinds = g_string_new (NULL);
  g_autofree char *near = NULL, *quoted = NULL;

  if (model != NULL)
    return model;
  meant = kkr_model_find_by_title (kind);
  kkr_nearest_init (&nearest, kind, 3, meant != NULL);
  if (meant != NULL)
    kkr_nearest_offer (&nearest, meant->plural);
  for (guint i = 0; i < KKR_N_MODELS; i++)
    if (kkr_models[i]->parent == NULL && meant == NULL)
      {
        kkr_nearest_offer (&nearest, kkr_models[i]->plural);
        g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? ", " : "", kkr_models[i]->plural);
      }
  near = kkr_nearest_to_string (&nearest);
  quoted = kkr_text_quote (kind);
  if (*near != '\0')
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("no such kind of thing in a register: %s found%s"), quoted, near);
  else
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("no such kind of thing in a register: %s found, one of %s expected"), quoted,
                 kinds->str);
  return NULL;
}

static gboolean
check_applies (const KkrModel *model, KkrFilterProperty property, GError **error)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  if (kkr_filter_applies (model, property))
    return TRUE;
  for (guint i = 0; i < KKR_N_MODELS; i++)
    if (kkr_models[i]->parent == NULL && kkr_filter_applies (kkr_models[i], property))
      g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? ", " : "", kkr_models[i]->plural);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_UNSUPPORTED,
               _("a filter by %s says nothing of such things: %s found, one of %s expected"),
               kkr_filter_get_name (property), model->plural, kinds->str);
  return FALSE;
}

static gboolean
check_sector (const char *sector, GError **error)
{
  const KkrField *field =
    &kkr_operator_model.fields[kkr_model_find_field (&kkr_operator_model, "sector")];
  g_autofree char *quoted = NULL;

  if (g_strv_contains (field->words, sector))
    return TRUE;
  quoted = kkr_text_quote (sector);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("no such sector: %s found, one of %s expected"), quoted, field->listed);
  return FALSE;
}

static KkrEntity *
find_wanted (KkrRegister *self, KkrFilterProperty property, const char *text, GError **error)
{
  if (property == KKR_FILTER_MUNICIPALITY)
    return (KkrEntity *) kkr_register_find_municipality (self, text, error);
  if (property == KKR_FILTER_REGION)
    return (KkrEntity *) kkr_register_find_region (self, text, error);
  return kkr_register_find_entity (self, kkr_filter_get_target (property), text, error);
}

static gboolean
resolve (KkrRegister *self, KkrFilter *filter, const KkrModel *model, KkrConditions *conditions,
         GError **error)
{
  for (guint i = 0; i < KKR_FILTER_N_PROPERTIES; i++)
    {
      const char *text = kkr_filter_get_text (filter, i);

      if (text == NULL)
        continue;
      if (!check_applies (model, i, error))
        return FALSE;
      if (i < KKR_FILTER_SECTOR)
        {
          conditions->wanted[i] = find_wanted (self, i, text, error);
          if (conditions->wanted[i] == NULL)
            return FALSE;
        }
      else if (i == KKR_FILTER_SECTOR)
        {
          if (!check_sector (text, error))
            return FALSE;
        }
      else
        {
          if (!kkr_register_read_day (kkr_filter_get_name (i), text, &conditions->day, error))
            return FALSE;
          conditions->dated = TRUE;
        }
    }
  conditions->sector = kkr_filter_get_text (filter, KKR_FILTER_SECTOR);
  return TRUE;
}

static void
clear_conditions (KkrConditions *conditions)
{
  for (guint i = 0; i < G_N_ELEMENTS (conditions->wanted); i++)
    g_clear_object (&conditions->wanted[i]);
}

/**
 * kkr_register_select:
 * @self: a register
 * @kind: what to look for: the name of an element ("offer") or of a list ("offers")
 * @filter: (nullable): what they are to have to do with; %NULL for all
 * @n_entities: (out): how many there are
 * @error: return location for an error
 *
 * Gets the things of a kind that a filter lets through, in the order of their list.
 *
 * A thing has to do with a municipality, a region, an operator and so on if a field of it, or of
 * what it consists of, refers to it: at once, or by way of a municipality, a council, an operator
 * or an offer.
 *
 * Returns: (array length=n_entities) (transfer full): the things, or %NULL with
 *   `KKR_CALC_ERROR_OUT_OF_RANGE` for a kind, sector or day that there is not,
 *   `KKR_CALC_ERROR_UNSUPPORTED` if the filter has a property that such things say nothing of,
 *   naming those that do, and `KKR_CALC_ERROR_NO_DATA` if the register does not know what the
 *   filter names
 *
 * Since: 0.1
 */
KkrEntity **
kkr_register_select (KkrRegister *self, const char *kind, KkrFilter *filter, gsize *n_entities,
                     GError **error)
{
  KkrConditions conditions = { 0 };
  gpointer const *items;
  KkrEntity **found = NULL;
  const KkrModel *model;
  guint n_items;
  gsize n = 0;

  g_return_val_if_fail (n_entities != NULL, NULL);
  *n_entities = 0;
  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (filter == NULL || KKR_IS_FILTER (filter), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  model = find_kind (kind, error);
  if (model == NULL)
    return NULL;
  if (filter == NULL || resolve (self, filter, model, &conditions, error))
    {
      items = kkr_frozen_list_peek (kkr_register_get_entities (self, model), &n_items);
      found = g_new0 (KkrEntity *, n_items + 1);
      for (guint i = 0; i < n_items; i++)
        if (kkr_conditions_match (&conditions, items[i]))
          found[n++] = g_object_ref (items[i]);
    }
  clear_conditions (&conditions);
  *n_entities = n;
  return found;
}

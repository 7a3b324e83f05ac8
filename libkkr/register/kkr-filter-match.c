/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/model/kkr-on-day-private.h>
#include <libkkr/register/kkr-filter-private.h>

/* A thing has to do with another if a field of it, or of what it consists of, refers to it: at
 * once, or by way of a municipality, a council, an operator or an offer. */

static gboolean
is_way (const KkrModel *model)
{
  return model == &kkr_municipality_model || model == &kkr_council_model
         || model == &kkr_operator_model || model == &kkr_offer_model;
}

/* References lead to models that come earlier, so there is no going round. */
static gboolean
leads_to (const KkrModel *model, const KkrModel *target)
{
  const KkrModel *child;

  for (guint i = 0; i < kkr_model_n_own (model); i++)
    {
      const KkrModel *next = model->fields[i].target;

      if (next != NULL && (next == target || (is_way (next) && leads_to (next, target))))
        return TRUE;
    }
  for (guint i = 0; (child = kkr_model_get_child (model, i)) != NULL; i++)
    if (leads_to (child, target))
      return TRUE;
  return FALSE;
}

static gboolean
has_sector (const KkrModel *model)
{
  const KkrModel *child;

  if (kkr_model_find_field (model, "sector") < model->n_fields
      || leads_to (model, &kkr_operator_model))
    return TRUE;
  for (guint i = 0; (child = kkr_model_get_child (model, i)) != NULL; i++)
    if (has_sector (child))
      return TRUE;
  return FALSE;
}

gboolean
kkr_filter_applies (const KkrModel *model, KkrFilterProperty property)
{
  const KkrModel *target = kkr_filter_get_target (property);

  if (target != NULL)
    return model == target || leads_to (model, target);
  return property != KKR_FILTER_SECTOR || has_sector (model);
}

/* A condition on its way through things: one that is wanted, or a sector. */
typedef struct {
  const KkrModel *target;
  KkrEntity *wanted;
  const char *sector;
  gboolean dated;
  gint32 day;
} Condition;

static gboolean matches (const Condition *condition, KkrEntity *entity);

/* Registers that are layers of one another hold the same thing twice. */
static gboolean
is_same (KkrEntity *a, KkrEntity *b)
{
  return a == b || (kkr_entity_get_model (a) == kkr_entity_get_model (b)
                    && g_strcmp0 (kkr_entity_get_id (a), kkr_entity_get_id (b)) == 0);
}

static gboolean
lies_in (KkrMunicipality *municipality, const Condition *condition)
{
  KkrRegion *region;
  guint n = 0;

  if (condition->dated)
    {
      region = kkr_municipality_region_on (municipality, condition->day);
      return region != NULL && is_same (KKR_ENTITY (region), condition->wanted);
    }
  for (region = kkr_municipality_get_region (municipality); region != NULL && n++ < 100;
       region = kkr_region_get_successor (region))
    if (is_same (KKR_ENTITY (region), condition->wanted))
      return TRUE;
  return FALSE;
}

/* What the entity itself is, before it is asked what it refers to. */
static gboolean
is_it (const Condition *condition, KkrEntity *entity)
{
  const KkrModel *model = kkr_entity_get_model (entity);
  guint field;

  if (condition->target == model)
    return is_same (entity, condition->wanted);
  if (condition->target == &kkr_region_model && KKR_IS_MUNICIPALITY (entity))
    return lies_in (KKR_MUNICIPALITY (entity), condition);
  if (condition->sector == NULL)
    return FALSE;
  field = kkr_model_find_field (model, "sector");
  return field < model->n_fields
         && g_strcmp0 (kkr_entity_get_text (entity, field), condition->sector) == 0;
}

/* An offer's owner of the day stands for its operator, where anything is known of its owners. */
static KkrEntity *
get_reference (const Condition *condition, KkrEntity *entity, guint field)
{
  const KkrModel *model = kkr_entity_get_model (entity);
  KkrOwnership *ownership;
  KkrOffer *offer;

  if (!condition->dated || model != &kkr_offer_model
      || model->fields[field].target != &kkr_operator_model)
    return kkr_entity_get_object (entity, field);
  offer = KKR_OFFER (entity);
  if (g_list_model_get_n_items (kkr_offer_get_ownerships (offer)) == 0)
    return kkr_entity_get_object (entity, field);
  ownership = kkr_offer_ownership_on (offer, condition->day);
  return ownership != NULL ? KKR_ENTITY (kkr_ownership_get_owner (ownership)) : NULL;
}

static gboolean
field_matches (const Condition *condition, KkrEntity *entity, guint field)
{
  const KkrModel *target = kkr_entity_get_model (entity)->fields[field].target;
  const KkrFieldValue *value = kkr_entity_get_value (entity, field);
  KkrEntity *one;

  if (target == NULL || (target != condition->target && !is_way (target)))
    return FALSE;
  one = get_reference (condition, entity, field);
  if (one != NULL && matches (condition, one))
    return TRUE;
  for (guint i = 0; i < value->n_objects; i++)
    if (matches (condition, KKR_ENTITY (value->objects[i])))
      return TRUE;
  return FALSE;
}

static gboolean
child_matches (const Condition *condition, GListModel *children)
{
  guint n;
  gpointer const *items = kkr_frozen_list_peek (children, &n);

  for (guint i = 0; i < n; i++)
    if ((!condition->dated || kkr_entity_holds_on (items[i], condition->day))
        && matches (condition, items[i]))
      return TRUE;
  return FALSE;
}

static gboolean
matches (const Condition *condition, KkrEntity *entity)
{
  const KkrModel *model = kkr_entity_get_model (entity);
  guint sector = kkr_model_find_field (model, "sector");

  if (is_it (condition, entity))
    return TRUE;
  if (condition->target == model || KKR_IS_MUNICIPALITY (entity))
    return FALSE;
  /* A sector of its own goes before that of an operator. */
  if (condition->sector != NULL && sector < model->n_fields
      && kkr_entity_get_text (entity, sector) != NULL)
    return FALSE;
  for (guint i = 0; i < kkr_model_n_own (model); i++)
    if (field_matches (condition, entity, i))
      return TRUE;
  /* Whom an offer once belonged to says nothing of today. */
  for (guint i = 0; !KKR_IS_OFFER (entity) && kkr_model_get_child (model, i) != NULL; i++)
    if (child_matches (condition, kkr_entity_get_child_list (entity, i)))
      return TRUE;
  return FALSE;
}

gboolean
kkr_conditions_match (const KkrConditions *conditions, KkrEntity *entity)
{
  if (conditions->dated && !kkr_entity_holds_on (entity, conditions->day))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (conditions->wanted); i++)
    {
      Condition condition = { kkr_filter_get_target (i), conditions->wanted[i], NULL,
                              conditions->dated, conditions->day };

      if (condition.wanted != NULL && !matches (&condition, entity))
        return FALSE;
    }
  if (conditions->sector != NULL)
    {
      Condition condition = { NULL, NULL, conditions->sector, conditions->dated,
                              conditions->day };

      return matches (&condition, entity);
    }
  return TRUE;
}

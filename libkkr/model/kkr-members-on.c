/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/model/kkr-members-on.h>

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return kkr_municipality_get_code (*(KkrMunicipality *const *) a)
         - kkr_municipality_get_code (*(KkrMunicipality *const *) b);
}

static gboolean
belongs_on (KkrMember *member, gint32 day)
{
  return kkr_member_get_municipality (member) != NULL
         && g_strcmp0 (kkr_member_get_role (member), "observer") != 0
         && kkr_entity_holds_on (KKR_ENTITY (member), day);
}

static KkrMunicipality **
dup_municipalities_on (KkrEntity *entity, GListModel *members, const char *text, gsize *n,
                       GError **error)
{
  KkrMunicipality **found;
  gpointer const *items;
  guint n_items;
  gint32 day;

  if (!kkr_date_read (text, &day, error))
    return NULL;
  items = kkr_frozen_list_peek (members, &n_items);
  found = g_new0 (KkrMunicipality *, n_items + 1);
  for (guint i = 0; i < n_items && kkr_entity_holds_on (entity, day); i++)
    if (belongs_on (items[i], day))
      found[(*n)++] = g_object_ref (kkr_member_get_municipality (items[i]));
  qsort (found, *n, sizeof *found, compare_codes);
  return found;
}

/**
 * kkr_business_house_dup_municipalities_on:
 * @self: a business house
 * @day: a day as ISO 8601 has it
 * @n_municipalities: (out): how many there are
 * @error: return location for a [error@CalcError]
 *
 * Gets the municipalities that belong to the business house on a day, ascending by code.
 * Observers are left out.
 *
 * Returns: (array length=n_municipalities) (transfer full): the municipalities, or %NULL with
 *   `OUT_OF_RANGE` if @day is no day
 *
 * Since: 0.1
 */
KkrMunicipality **
kkr_business_house_dup_municipalities_on (KkrBusinessHouse *self, const char *day,
                                          gsize *n_municipalities, GError **error)
{
  g_return_val_if_fail (n_municipalities != NULL, NULL);
  *n_municipalities = 0;
  g_return_val_if_fail (KKR_IS_BUSINESS_HOUSE (self), NULL);
  g_return_val_if_fail (day != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  return dup_municipalities_on (KKR_ENTITY (self), kkr_business_house_get_members (self), day,
                                n_municipalities, error);
}

/**
 * kkr_council_dup_municipalities_on:
 * @self: a council
 * @day: a day as ISO 8601 has it
 * @n_municipalities: (out): how many there are
 * @error: return location for a [error@CalcError]
 *
 * Gets the municipalities that meet in the council on a day, ascending by code.
 * Observers are left out.
 *
 * Returns: (array length=n_municipalities) (transfer full): the municipalities, or %NULL with
 *   `OUT_OF_RANGE` if @day is no day
 *
 * Since: 0.1
 */
KkrMunicipality **
kkr_council_dup_municipalities_on (KkrCouncil *self, const char *day,
                                   gsize *n_municipalities, GError **error)
{
  g_return_val_if_fail (n_municipalities != NULL, NULL);
  *n_municipalities = 0;
  g_return_val_if_fail (KKR_IS_COUNCIL (self), NULL);
  g_return_val_if_fail (day != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  return dup_municipalities_on (KKR_ENTITY (self), kkr_council_get_members (self), day,
                                n_municipalities, error);
}

/**
 * kkr_socialtilsyn_dup_municipalities_on:
 * @self: a socialtilsyn
 * @day: a day as ISO 8601 has it
 * @n_municipalities: (out): how many there are
 * @error: return location for a [error@CalcError]
 *
 * Gets the municipalities that the socialtilsyn supervises on a day, ascending by code.
 * Observers are left out.
 *
 * Returns: (array length=n_municipalities) (transfer full): the municipalities, or %NULL with
 *   `OUT_OF_RANGE` if @day is no day
 *
 * Since: 0.1
 */
KkrMunicipality **
kkr_socialtilsyn_dup_municipalities_on (KkrSocialtilsyn *self, const char *day,
                                        gsize *n_municipalities, GError **error)
{
  g_return_val_if_fail (n_municipalities != NULL, NULL);
  *n_municipalities = 0;
  g_return_val_if_fail (KKR_IS_SOCIALTILSYN (self), NULL);
  g_return_val_if_fail (day != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  return dup_municipalities_on (KKR_ENTITY (self), kkr_socialtilsyn_get_members (self), day,
                                n_municipalities, error);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/model/kkr-entity-state-private.h>
#include <libkkr/model/kkr-on-day-private.h>

static const KkrFieldValue *
get_valid (KkrRegion *region)
{
  return kkr_entity_get_common (KKR_ENTITY (region), KKR_COMMON_VALID);
}

/**
 * kkr_municipality_get_region_on:
 * @self: a municipality
 * @day: a day as ISO 8601 has it
 * @error: return location for a [error@CalcError]
 *
 * Gets the region that answers for the municipality on a day. Once the region it lies in has ended,
 * that is the one that took over: for Hillerød it is Region Hovedstaden in 2026, and Region
 * Østdanmark in 2027.
 *
 * Returns: (transfer none) (nullable): the region, or %NULL: without an error if none answers on
 *   that day, with `OUT_OF_RANGE` if @day is no day
 *
 * Since: 0.1
 */
KkrRegion *
kkr_municipality_get_region_on (KkrMunicipality *self, const char *day, GError **error)
{
  gint32 days;

  g_return_val_if_fail (KKR_IS_MUNICIPALITY (self), NULL);
  g_return_val_if_fail (day != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  return kkr_date_read (day, &days, error) ? kkr_municipality_region_on (self, days) : NULL;
}

KkrRegion *
kkr_municipality_region_on (KkrMunicipality *self, gint32 day)
{
  KkrRegion *region = kkr_municipality_get_region (self);
  guint n = 0;

  /* Regions may be said to follow one another in a circle. */
  while (region != NULL && get_valid (region)->until < day && n++ < 100)
    region = kkr_region_get_successor (region);
  return region != NULL && kkr_entity_holds_on (KKR_ENTITY (region), day) ? region : NULL;
}

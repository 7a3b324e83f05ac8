/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/model/kkr-on-day-private.h>

/**
 * kkr_offer_get_ownership_on:
 * @self: an offer
 * @day: a day as ISO 8601 has it
 * @error: return location for a [error@CalcError]
 *
 * Gets who ran the offer on a day. Where the document knows only that somebody had taken it over at
 * the latest on a day, that day is taken for the change: [method@Entity.dup_valid] has the bound's
 * precision and [method@Entity.get_note_in] says it in words.
 *
 * Returns: (transfer none) (nullable): the ownership, or %NULL: without an error if the register
 *   has none for that day, with `OUT_OF_RANGE` if @day is no day
 *
 * Since: 0.1
 */
KkrOwnership *
kkr_offer_get_ownership_on (KkrOffer *self, const char *day, GError **error)
{
  gint32 days;

  g_return_val_if_fail (KKR_IS_OFFER (self), NULL);
  g_return_val_if_fail (day != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  return kkr_date_read (day, &days, error) ? kkr_offer_ownership_on (self, days) : NULL;
}

KkrOwnership *
kkr_offer_ownership_on (KkrOffer *self, gint32 day)
{
  guint n_items;
  gpointer const *items = kkr_frozen_list_peek (kkr_offer_get_ownerships (self), &n_items);

  for (guint i = 0; i < n_items; i++)
    if (kkr_entity_holds_on (items[i], day))
      return items[i];
  return NULL;
}

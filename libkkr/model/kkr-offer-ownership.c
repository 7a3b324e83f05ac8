/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/model/kkr-offer.h>

/**
 * kkr_offer_get_ownership_on:
 * @self: an offer
 * @day: a day as ISO 8601 has it
 *
 * Gets who ran the offer on a day. Where the document knows only that somebody had taken it over at
 * the latest on a day, that day is taken for the change: [method@Entity.dup_valid] has the bound's
 * precision and [method@Entity.get_note_in] says it in words.
 *
 * Returns: (transfer none) (nullable): the ownership, or %NULL if the register has none for that
 *   day, or if @day is no day
 *
 * Since: 0.1
 */
KkrOwnership *
kkr_offer_get_ownership_on (KkrOffer *self, const char *day)
{
  gpointer const *items;
  guint n_items;

  g_return_val_if_fail (KKR_IS_OFFER (self), NULL);
  g_return_val_if_fail (day != NULL, NULL);

  items = kkr_frozen_list_peek (kkr_offer_get_ownerships (self), &n_items);
  for (guint i = 0; i < n_items; i++)
    if (kkr_entity_is_valid_on (items[i], day))
      return items[i];
  return NULL;
}

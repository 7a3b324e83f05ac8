/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/supervision/kkr-supervision-tariff.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>

G_DEFINE_ENUM_TYPE (KkrZeroPlaces, kkr_zero_places,
  G_DEFINE_ENUM_VALUE (KKR_ZERO_PLACES_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_ZERO_PLACES_REFUSE, "refuse"),
  G_DEFINE_ENUM_VALUE (KKR_ZERO_PLACES_LOWEST_GROUP, "lowest-group"))

/**
 * kkr_zero_places_from_string:
 * @text: the nick, such as `lowest-group`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@ZeroPlaces] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrZeroPlaces
kkr_zero_places_from_string (const char *text, GError **error)
{
  return (KkrZeroPlaces) kkr_enum_from_string (kkr_zero_places_get_type (),
                                               N_("no such rule for 0 places"), text, error);
}

/**
 * kkr_zero_places_to_string:
 * @zero_places: a [enum@ZeroPlaces]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_zero_places_to_string (KkrZeroPlaces zero_places)
{
  return kkr_enum_to_string (kkr_zero_places_get_type (), (int) zero_places);
}

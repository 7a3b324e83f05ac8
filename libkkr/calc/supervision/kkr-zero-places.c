/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/supervision/kkr-supervision-tariff.h>

#include <glib/gi18n-lib.h>

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
  for (KkrZeroPlaces value = KKR_ZERO_PLACES_REFUSE; value <= KKR_ZERO_PLACES_LOWEST_GROUP; value++)
    if (g_strcmp0 (text, kkr_zero_places_to_string (value)) == 0)
      return value;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("no such rule for 0 places: \"%s\" found, one of refuse, lowest-group expected"),
               text != NULL ? text : "");
  return KKR_ZERO_PLACES_UNSET;
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
  g_autoptr (GEnumClass) klass = g_type_class_ref (KKR_TYPE_ZERO_PLACES);
  GEnumValue *found = g_enum_get_value (klass, (int) zero_places);

  return found != NULL ? found->value_nick : "unset";
}

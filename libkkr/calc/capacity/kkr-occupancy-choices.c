/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-choices.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>

G_DEFINE_ENUM_TYPE (KkrOccupancyCount, kkr_occupancy_count,
  G_DEFINE_ENUM_VALUE (KKR_OCCUPANCY_COUNT_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_OCCUPANCY_COUNT_PERSONS, "persons"),
  G_DEFINE_ENUM_VALUE (KKR_OCCUPANCY_COUNT_PLACES, "places"))

/**
 * kkr_occupancy_count_from_string:
 * @text: the nick, such as `persons`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@OccupancyCount] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrOccupancyCount
kkr_occupancy_count_from_string (const char *text, GError **error)
{
  return (KkrOccupancyCount) kkr_enum_from_string (KKR_TYPE_OCCUPANCY_COUNT,
                                                   N_("no such way to count days in use"), text,
                                                   error);
}

/**
 * kkr_occupancy_count_to_string:
 * @occupancy_count: a [enum@OccupancyCount]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_occupancy_count_to_string (KkrOccupancyCount occupancy_count)
{
  return kkr_enum_to_string (KKR_TYPE_OCCUPANCY_COUNT, (int) occupancy_count);
}

G_DEFINE_ENUM_TYPE (KkrRefusalReason, kkr_refusal_reason,
  G_DEFINE_ENUM_VALUE (KKR_REFUSAL_REASON_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_REFUSAL_REASON_NO_VACANCY, "no-vacancy"),
  G_DEFINE_ENUM_VALUE (KKR_REFUSAL_REASON_NO_MATCH, "no-match"),
  G_DEFINE_ENUM_VALUE (KKR_REFUSAL_REASON_OTHER, "other"))

/**
 * kkr_refusal_reason_from_string:
 * @text: the nick, such as `no-match`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@RefusalReason] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrRefusalReason
kkr_refusal_reason_from_string (const char *text, GError **error)
{
  return (KkrRefusalReason) kkr_enum_from_string (KKR_TYPE_REFUSAL_REASON,
                                                  N_("no such reason for a refusal"), text, error);
}

/**
 * kkr_refusal_reason_to_string:
 * @refusal_reason: a [enum@RefusalReason]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_refusal_reason_to_string (KkrRefusalReason refusal_reason)
{
  return kkr_enum_to_string (KKR_TYPE_REFUSAL_REASON, (int) refusal_reason);
}

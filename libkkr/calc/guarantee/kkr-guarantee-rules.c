/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-rules.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>

G_DEFINE_ENUM_TYPE (KkrPlaceStatus, kkr_place_status,
  G_DEFINE_ENUM_VALUE (KKR_PLACE_STATUS_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_PLACE_STATUS_OCCUPIED, "occupied"),
  G_DEFINE_ENUM_VALUE (KKR_PLACE_STATUS_NOTICE, "notice"),
  G_DEFINE_ENUM_VALUE (KKR_PLACE_STATUS_EMPTY, "empty"))

/**
 * kkr_place_status_from_string:
 * @text: the nick, such as `occupied`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@PlaceStatus] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrPlaceStatus
kkr_place_status_from_string (const char *text, GError **error)
{
  return (KkrPlaceStatus) kkr_enum_from_string (KKR_TYPE_PLACE_STATUS,
                                                N_("no such place status"), text, error);
}

/**
 * kkr_place_status_to_string:
 * @place_status: a [enum@PlaceStatus]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_place_status_to_string (KkrPlaceStatus place_status)
{
  return kkr_enum_to_string (KKR_TYPE_PLACE_STATUS, (int) place_status);
}

G_DEFINE_ENUM_TYPE (KkrStatusGap, kkr_status_gap,
  G_DEFINE_ENUM_VALUE (KKR_STATUS_GAP_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_STATUS_GAP_REFUSE, "refuse"),
  G_DEFINE_ENUM_VALUE (KKR_STATUS_GAP_EMPTY, "empty"),
  G_DEFINE_ENUM_VALUE (KKR_STATUS_GAP_OUTSIDE, "outside"))

/**
 * kkr_status_gap_from_string:
 * @text: the nick, such as `refuse`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@StatusGap] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrStatusGap
kkr_status_gap_from_string (const char *text, GError **error)
{
  return (KkrStatusGap) kkr_enum_from_string (KKR_TYPE_STATUS_GAP,
                                              N_("no such rule for days without a status"),
                                              text, error);
}

/**
 * kkr_status_gap_to_string:
 * @status_gap: a [enum@StatusGap]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_status_gap_to_string (KkrStatusGap status_gap)
{
  return kkr_enum_to_string (KKR_TYPE_STATUS_GAP, (int) status_gap);
}

G_DEFINE_ENUM_TYPE (KkrSharedDay, kkr_shared_day,
  G_DEFINE_ENUM_VALUE (KKR_SHARED_DAY_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_SHARED_DAY_REFUSE, "refuse"),
  G_DEFINE_ENUM_VALUE (KKR_SHARED_DAY_EARLIER, "earlier"),
  G_DEFINE_ENUM_VALUE (KKR_SHARED_DAY_LATER, "later"))

/**
 * kkr_shared_day_from_string:
 * @text: the nick, such as `refuse`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@SharedDay] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrSharedDay
kkr_shared_day_from_string (const char *text, GError **error)
{
  return (KkrSharedDay) kkr_enum_from_string (KKR_TYPE_SHARED_DAY,
                                              N_("no such rule for shared days"), text, error);
}

/**
 * kkr_shared_day_to_string:
 * @shared_day: a [enum@SharedDay]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_shared_day_to_string (KkrSharedDay shared_day)
{
  return kkr_enum_to_string (KKR_TYPE_SHARED_DAY, (int) shared_day);
}

G_DEFINE_ENUM_TYPE (KkrGuaranteeTariff, kkr_guarantee_tariff,
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_TARIFF_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_TARIFF_OF_THE_DAY, "of-the-day"),
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_TARIFF_FROZEN, "frozen"))

/**
 * kkr_guarantee_tariff_from_string:
 * @text: the nick, such as `frozen`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@GuaranteeTariff] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrGuaranteeTariff
kkr_guarantee_tariff_from_string (const char *text, GError **error)
{
  return (KkrGuaranteeTariff) kkr_enum_from_string (KKR_TYPE_GUARANTEE_TARIFF,
                                                    N_("no such tariff of the guarantee"),
                                                    text, error);
}

/**
 * kkr_guarantee_tariff_to_string:
 * @guarantee_tariff: a [enum@GuaranteeTariff]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_guarantee_tariff_to_string (KkrGuaranteeTariff guarantee_tariff)
{
  return kkr_enum_to_string (KKR_TYPE_GUARANTEE_TARIFF, (int) guarantee_tariff);
}

G_DEFINE_ENUM_TYPE (KkrGuaranteeRounding, kkr_guarantee_rounding,
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_ROUNDING_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_ROUNDING_PLACE, "place"),
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_ROUNDING_DAY, "day"))

/**
 * kkr_guarantee_rounding_from_string:
 * @text: the nick, such as `day`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@GuaranteeRounding] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrGuaranteeRounding
kkr_guarantee_rounding_from_string (const char *text, GError **error)
{
  return (KkrGuaranteeRounding) kkr_enum_from_string (KKR_TYPE_GUARANTEE_ROUNDING,
                                                      N_("no such rounding of a guarantee"),
                                                      text, error);
}

/**
 * kkr_guarantee_rounding_to_string:
 * @guarantee_rounding: a [enum@GuaranteeRounding]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_guarantee_rounding_to_string (KkrGuaranteeRounding guarantee_rounding)
{
  return kkr_enum_to_string (KKR_TYPE_GUARANTEE_ROUNDING, (int) guarantee_rounding);
}

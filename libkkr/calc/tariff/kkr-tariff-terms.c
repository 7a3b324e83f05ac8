/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-tariff-terms.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>

G_DEFINE_ENUM_TYPE (KkrTariffUnit, kkr_tariff_unit,
  G_DEFINE_ENUM_VALUE (KKR_TARIFF_UNIT_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_TARIFF_UNIT_DAY, "day"),
  G_DEFINE_ENUM_VALUE (KKR_TARIFF_UNIT_MONTH, "month"),
  G_DEFINE_ENUM_VALUE (KKR_TARIFF_UNIT_YEAR, "year"))

G_DEFINE_ENUM_TYPE (KkrPackageKey, kkr_package_key,
  G_DEFINE_ENUM_VALUE (KKR_PACKAGE_KEY_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_PACKAGE_KEY_PLACES, "places"),
  G_DEFINE_ENUM_VALUE (KKR_PACKAGE_KEY_PLACE_DAYS, "place-days"),
  G_DEFINE_ENUM_VALUE (KKR_PACKAGE_KEY_WEIGHT, "weight"))

/**
 * kkr_tariff_unit_from_string:
 * @text: the nick, such as `day`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@TariffUnit] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrTariffUnit
kkr_tariff_unit_from_string (const char *text, GError **error)
{
  return (KkrTariffUnit) kkr_enum_from_string (KKR_TYPE_TARIFF_UNIT,
                                               N_("no such unit of a tariff"), text, error);
}

/**
 * kkr_tariff_unit_to_string:
 * @tariff_unit: a [enum@TariffUnit]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_tariff_unit_to_string (KkrTariffUnit tariff_unit)
{
  return kkr_enum_to_string (KKR_TYPE_TARIFF_UNIT, (int) tariff_unit);
}

/**
 * kkr_package_key_from_string:
 * @text: the nick, such as `place-days`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@PackageKey] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrPackageKey
kkr_package_key_from_string (const char *text, GError **error)
{
  return (KkrPackageKey) kkr_enum_from_string (KKR_TYPE_PACKAGE_KEY,
                                               N_("no such key of joint costs"), text, error);
}

/**
 * kkr_package_key_to_string:
 * @package_key: a [enum@PackageKey]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_package_key_to_string (KkrPackageKey package_key)
{
  return kkr_enum_to_string (KKR_TYPE_PACKAGE_KEY, (int) package_key);
}

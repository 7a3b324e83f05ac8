/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-choices.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>

G_DEFINE_ENUM_TYPE (KkrGuaranteeWindow, kkr_guarantee_window,
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_WINDOW_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_WINDOW_PER_PLACE, "per-place"),
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_WINDOW_PER_AGREEMENT, "per-agreement"))

/**
 * kkr_guarantee_window_from_string:
 * @text: the nick, such as `per-agreement`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@GuaranteeWindow] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrGuaranteeWindow
kkr_guarantee_window_from_string (const char *text, GError **error)
{
  return (KkrGuaranteeWindow) kkr_enum_from_string (KKR_TYPE_GUARANTEE_WINDOW,
                                                    N_("no such window of a guarantee"),
                                                    text, error);
}

/**
 * kkr_guarantee_window_to_string:
 * @guarantee_window: a [enum@GuaranteeWindow]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_guarantee_window_to_string (KkrGuaranteeWindow guarantee_window)
{
  return kkr_enum_to_string (KKR_TYPE_GUARANTEE_WINDOW, (int) guarantee_window);
}

G_DEFINE_ENUM_TYPE (KkrGuaranteeCap, kkr_guarantee_cap,
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_CAP_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_CAP_TOTAL, "total"),
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_CAP_PER_OPERATOR, "per-operator"))

/**
 * kkr_guarantee_cap_from_string:
 * @text: the nick, such as `total`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@GuaranteeCap] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrGuaranteeCap
kkr_guarantee_cap_from_string (const char *text, GError **error)
{
  return (KkrGuaranteeCap) kkr_enum_from_string (KKR_TYPE_GUARANTEE_CAP,
                                                 N_("no such cap of a guarantee"), text, error);
}

/**
 * kkr_guarantee_cap_to_string:
 * @guarantee_cap: a [enum@GuaranteeCap]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_guarantee_cap_to_string (KkrGuaranteeCap guarantee_cap)
{
  return kkr_enum_to_string (KKR_TYPE_GUARANTEE_CAP, (int) guarantee_cap);
}

G_DEFINE_ENUM_TYPE (KkrGuaranteeExcess, kkr_guarantee_excess,
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_EXCESS_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_EXCESS_LAST, "last"),
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_EXCESS_REFUSE, "refuse"))

/**
 * kkr_guarantee_excess_from_string:
 * @text: the nick, such as `refuse`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@GuaranteeExcess] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrGuaranteeExcess
kkr_guarantee_excess_from_string (const char *text, GError **error)
{
  return (KkrGuaranteeExcess) kkr_enum_from_string (KKR_TYPE_GUARANTEE_EXCESS,
                                                    N_("no such rule above the cap"), text, error);
}

/**
 * kkr_guarantee_excess_to_string:
 * @guarantee_excess: a [enum@GuaranteeExcess]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_guarantee_excess_to_string (KkrGuaranteeExcess guarantee_excess)
{
  return kkr_enum_to_string (KKR_TYPE_GUARANTEE_EXCESS, (int) guarantee_excess);
}

G_DEFINE_ENUM_TYPE (KkrGuaranteeKey, kkr_guarantee_key,
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_KEY_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_KEY_EQUAL, "equal"),
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_KEY_WEIGHTS, "weights"),
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_KEY_USAGE, "usage"))

/**
 * kkr_guarantee_key_from_string:
 * @text: the nick, such as `equal`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@GuaranteeKey] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrGuaranteeKey
kkr_guarantee_key_from_string (const char *text, GError **error)
{
  return (KkrGuaranteeKey) kkr_enum_from_string (KKR_TYPE_GUARANTEE_KEY,
                                                 N_("no such key of a guarantee"), text, error);
}

/**
 * kkr_guarantee_key_to_string:
 * @guarantee_key: a [enum@GuaranteeKey]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_guarantee_key_to_string (KkrGuaranteeKey guarantee_key)
{
  return kkr_enum_to_string (KKR_TYPE_GUARANTEE_KEY, (int) guarantee_key);
}

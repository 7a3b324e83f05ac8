/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-proposals.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>

G_DEFINE_ENUM_TYPE (KkrPricePoints, kkr_price_points,
  G_DEFINE_ENUM_VALUE (KKR_PRICE_POINTS_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_PRICE_POINTS_RATIO, "ratio"),
  G_DEFINE_ENUM_VALUE (KKR_PRICE_POINTS_LINEAR, "linear"))

/**
 * kkr_price_points_from_string:
 * @text: the nick, such as `linear`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@PricePoints] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrPricePoints
kkr_price_points_from_string (const char *text, GError **error)
{
  const char *wrong = N_("no such rule for the points of a price");

  return (KkrPricePoints) kkr_enum_from_string (KKR_TYPE_PRICE_POINTS, wrong, text, error);
}

/**
 * kkr_price_points_to_string:
 * @price_points: a [enum@PricePoints]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_price_points_to_string (KkrPricePoints price_points)
{
  return kkr_enum_to_string (KKR_TYPE_PRICE_POINTS, (int) price_points);
}

G_DEFINE_ENUM_TYPE (KkrSelectionAim, kkr_selection_aim,
  G_DEFINE_ENUM_VALUE (KKR_SELECTION_AIM_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_SELECTION_AIM_POINTS, "points"),
  G_DEFINE_ENUM_VALUE (KKR_SELECTION_AIM_PLACE_POINTS, "place-points"))

/**
 * kkr_selection_aim_from_string:
 * @text: the nick, such as `place-points`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@SelectionAim] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrSelectionAim
kkr_selection_aim_from_string (const char *text, GError **error)
{
  const char *wrong = N_("no such aim of a selection");

  return (KkrSelectionAim) kkr_enum_from_string (KKR_TYPE_SELECTION_AIM, wrong, text, error);
}

/**
 * kkr_selection_aim_to_string:
 * @selection_aim: a [enum@SelectionAim]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_selection_aim_to_string (KkrSelectionAim selection_aim)
{
  return kkr_enum_to_string (KKR_TYPE_SELECTION_AIM, (int) selection_aim);
}

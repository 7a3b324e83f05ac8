/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-carry-over.h>

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (KkrAboveLimit, kkr_above_limit,
  G_DEFINE_ENUM_VALUE (KKR_ABOVE_LIMIT_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_ABOVE_LIMIT_CARRIED, "carried"),
  G_DEFINE_ENUM_VALUE (KKR_ABOVE_LIMIT_NEXT_YEAR, "next-year"),
  G_DEFINE_ENUM_VALUE (KKR_ABOVE_LIMIT_PAID_BACK, "paid-back"),
  G_DEFINE_ENUM_VALUE (KKR_ABOVE_LIMIT_RESERVED, "reserved"))

/**
 * kkr_above_limit_from_string:
 * @text: the nick, such as `paid-back`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@AboveLimit] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrAboveLimit
kkr_above_limit_from_string (const char *text, GError **error)
{
  for (KkrAboveLimit value = KKR_ABOVE_LIMIT_CARRIED; value <= KKR_ABOVE_LIMIT_RESERVED; value++)
    if (g_strcmp0 (text, kkr_above_limit_to_string (value)) == 0)
      return value;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("no such rule for what is above a limit: \"%s\" found, one of carried, next-year, "
                 "paid-back, reserved expected"), text != NULL ? text : "");
  return KKR_ABOVE_LIMIT_UNSET;
}

/**
 * kkr_above_limit_to_string:
 * @above_limit: a [enum@AboveLimit]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_above_limit_to_string (KkrAboveLimit above_limit)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (KKR_TYPE_ABOVE_LIMIT);
  GEnumValue *found = g_enum_get_value (klass, (int) above_limit);

  return found != NULL ? found->value_nick : "unset";
}

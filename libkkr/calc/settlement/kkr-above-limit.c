/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-carry-over.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>

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
  return (KkrAboveLimit) kkr_enum_from_string (kkr_above_limit_get_type (),
                                               N_("no such rule for what is above a limit"),
                                               text, error);
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
  return kkr_enum_to_string (kkr_above_limit_get_type (), (int) above_limit);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-date-precision.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>
#include <libkkr/base/kkr-error.h>

G_DEFINE_ENUM_TYPE (KkrDatePrecision, kkr_date_precision,
  G_DEFINE_ENUM_VALUE (KKR_DATE_PRECISION_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_DATE_PRECISION_DAY, "day"),
  G_DEFINE_ENUM_VALUE (KKR_DATE_PRECISION_MONTH, "month"),
  G_DEFINE_ENUM_VALUE (KKR_DATE_PRECISION_QUARTER, "quarter"),
  G_DEFINE_ENUM_VALUE (KKR_DATE_PRECISION_YEAR, "year"),
  G_DEFINE_ENUM_VALUE (KKR_DATE_PRECISION_AT_LATEST, "at-latest"))

/**
 * kkr_date_precision_from_string:
 * @text: the nick, such as `month`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@DatePrecision] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrDatePrecision
kkr_date_precision_from_string (const char *text, GError **error)
{
  return (KkrDatePrecision) kkr_enum_from_string (kkr_date_precision_get_type (),
                                                  N_("no such precision of a date"), text, error);
}

/**
 * kkr_date_precision_to_string:
 * @date_precision: a [enum@DatePrecision]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_date_precision_to_string (KkrDatePrecision date_precision)
{
  return kkr_enum_to_string (kkr_date_precision_get_type (), (int) date_precision);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>

G_DEFINE_ENUM_TYPE (KkrFigureReading, kkr_figure_reading,
  G_DEFINE_ENUM_VALUE (KKR_FIGURE_READING_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_FIGURE_READING_EVIDENCE, "evidence"),
  G_DEFINE_ENUM_VALUE (KKR_FIGURE_READING_COUNTS, "counts"),
  G_DEFINE_ENUM_VALUE (KKR_FIGURE_READING_ROUNDED, "rounded"))

/**
 * kkr_figure_reading_from_string:
 * @text: the nick, such as `counts`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@ZeroPlaces] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrFigureReading
kkr_figure_reading_from_string (const char *text, GError **error)
{
  return (KkrFigureReading) kkr_enum_from_string (kkr_figure_reading_get_type (),
                                                  N_("no such reading of figures"), text, error);
}

/**
 * kkr_figure_reading_to_string:
 * @figure_reading: a [enum@ZeroPlaces]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_figure_reading_to_string (KkrFigureReading figure_reading)
{
  return kkr_enum_to_string (kkr_figure_reading_get_type (), (int) figure_reading);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation.h>

#include <glib/gi18n-lib.h>

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
  for (KkrFigureReading value = KKR_FIGURE_READING_EVIDENCE;
       value <= KKR_FIGURE_READING_ROUNDED; value++)
    if (g_strcmp0 (text, kkr_figure_reading_to_string (value)) == 0)
      return value;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("no such reading of figures: \"%s\" found, one of evidence, counts, rounded "
                 "expected"),
               text != NULL ? text : "");
  return KKR_FIGURE_READING_UNSET;
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
  g_autoptr (GEnumClass) klass = g_type_class_ref (KKR_TYPE_FIGURE_READING);
  GEnumValue *found = g_enum_get_value (klass, (int) figure_reading);

  return found != NULL ? found->value_nick : "unset";
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-sector-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>
#include <libkkr/base/kkr-format-private.h>

G_DEFINE_ENUM_TYPE (KkrSector, kkr_sector,
  G_DEFINE_ENUM_VALUE (KKR_SECTOR_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_SECTOR_MUNICIPAL, "municipal"),
  G_DEFINE_ENUM_VALUE (KKR_SECTOR_REGIONAL, "regional"),
  G_DEFINE_ENUM_VALUE (KKR_SECTOR_PRIVATE, "privately-run"),
  G_DEFINE_ENUM_VALUE (KKR_SECTOR_INDEPENDENT, "independent"),
  G_DEFINE_ENUM_VALUE (KKR_SECTOR_STATE, "state"))

/**
 * kkr_sector_from_string:
 * @text: the nick, such as `municipal`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@Sector] from its nick, or from what registers call it: `private`, which languages
 * keep for themselves and which is no nick therefore.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrSector
kkr_sector_from_string (const char *text, GError **error)
{
  if (g_strcmp0 (text, "private") == 0)
    return KKR_SECTOR_PRIVATE;
  return (KkrSector) kkr_enum_from_string (KKR_TYPE_SECTOR, N_("no such sector"), text, error);
}

/**
 * kkr_sector_to_string:
 * @sector: a [enum@Sector]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_sector_to_string (KkrSector sector)
{
  return kkr_enum_to_string (KKR_TYPE_SECTOR, (int) sector);
}

const char *
kkr_sector_word_in (KkrSector sector, const char *language)
{
  static const char *const danish[] = { "ikke oplyst", "kommunal", "regional", "privat",
                                        "selvejende", "statslig" };
  static const char *const english[] = { "not stated", "municipal", "regional", "private",
                                         "independent", "state" };

  return kkr_text_in (language, danish[sector], english[sector]);
}

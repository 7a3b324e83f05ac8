/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-qualifier-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>

G_DEFINE_ENUM_TYPE (KkrQualifier, kkr_qualifier,
  G_DEFINE_ENUM_VALUE (KKR_QUALIFIER_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_QUALIFIER_APPROXIMATELY, "approximately"),
  G_DEFINE_ENUM_VALUE (KKR_QUALIFIER_MORE_THAN, "more-than"),
  G_DEFINE_ENUM_VALUE (KKR_QUALIFIER_AT_LEAST, "at-least"),
  G_DEFINE_ENUM_VALUE (KKR_QUALIFIER_LESS_THAN, "less-than"),
  G_DEFINE_ENUM_VALUE (KKR_QUALIFIER_UP_TO, "up-to"))

/**
 * kkr_qualifier_from_string:
 * @text: the nick, such as `more-than`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@Qualifier] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrQualifier
kkr_qualifier_from_string (const char *text, GError **error)
{
  return (KkrQualifier) kkr_enum_from_string (kkr_qualifier_get_type (), N_("no such qualifier"),
                                              text, error);
}

/**
 * kkr_qualifier_to_string:
 * @qualifier: a [enum@Qualifier]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_qualifier_to_string (KkrQualifier qualifier)
{
  return kkr_enum_to_string (kkr_qualifier_get_type (), (int) qualifier);
}

const char *
kkr_qualifier_in_words (KkrQualifier qualifier, const char *language)
{
  static const struct {
    const char *danish, *english;
  } words[] = {
    [KKR_QUALIFIER_UNSET] = { "", "" },
    [KKR_QUALIFIER_APPROXIMATELY] = { "ca.", "about" },
    [KKR_QUALIFIER_MORE_THAN] = { "mere end", "more than" },
    [KKR_QUALIFIER_AT_LEAST] = { "mindst", "at least" },
    [KKR_QUALIFIER_LESS_THAN] = { "mindre end", "less than" },
    [KKR_QUALIFIER_UP_TO] = { "op til", "up to" },
  };

  return (guint) qualifier < G_N_ELEMENTS (words)
           ? kkr_text_in (language, words[qualifier].danish, words[qualifier].english) : "";
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>
#include <libkkr/base/kkr-format-private.h>

G_DEFINE_ENUM_TYPE (KkrSecuredGroup, kkr_secured_group,
  G_DEFINE_ENUM_VALUE (KKR_SECURED_GROUP_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_SECURED_GROUP_TYPE_1, "type-1"),
  G_DEFINE_ENUM_VALUE (KKR_SECURED_GROUP_TYPE_2, "type-2"),
  G_DEFINE_ENUM_VALUE (KKR_SECURED_GROUP_TYPE_3, "type-3"),
  G_DEFINE_ENUM_VALUE (KKR_SECURED_GROUP_TYPE_4, "type-4"),
  G_DEFINE_ENUM_VALUE (KKR_SECURED_GROUP_TYPE_5, "type-5"),
  G_DEFINE_ENUM_VALUE (KKR_SECURED_GROUP_REMAND, "remand"))

/**
 * kkr_secured_group_from_string:
 * @text: the nick, such as `type-2`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@SecuredGroup] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrSecuredGroup
kkr_secured_group_from_string (const char *text, GError **error)
{
  return (KkrSecuredGroup) kkr_enum_from_string (KKR_TYPE_SECURED_GROUP,
                                                 N_("no such group of secured places"), text,
                                                 error);
}

/**
 * kkr_secured_group_to_string:
 * @secured_group: a [enum@SecuredGroup]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_secured_group_to_string (KkrSecuredGroup secured_group)
{
  return kkr_enum_to_string (KKR_TYPE_SECURED_GROUP, (int) secured_group);
}

G_DEFINE_ENUM_TYPE (KkrRemandTakeover, kkr_remand_takeover,
  G_DEFINE_ENUM_VALUE (KKR_REMAND_TAKEOVER_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_REMAND_TAKEOVER_ALL, "all"),
  G_DEFINE_ENUM_VALUE (KKR_REMAND_TAKEOVER_ARRIVALS, "arrivals"))

/**
 * kkr_remand_takeover_from_string:
 * @text: the nick, such as `all`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@RemandTakeover] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrRemandTakeover
kkr_remand_takeover_from_string (const char *text, GError **error)
{
  return (KkrRemandTakeover) kkr_enum_from_string (KKR_TYPE_REMAND_TAKEOVER,
                                                   N_("no such way of taking over"), text, error);
}

/**
 * kkr_remand_takeover_to_string:
 * @remand_takeover: a [enum@RemandTakeover]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_remand_takeover_to_string (KkrRemandTakeover remand_takeover)
{
  return kkr_enum_to_string (KKR_TYPE_REMAND_TAKEOVER, (int) remand_takeover);
}

const char *
kkr_secured_group_name (KkrSecuredGroup group, const char *language)
{
  static const char *const danish[] = { "–", "domstype 1", "domstype 2", "domstype 3",
                                        "domstype 4", "domstype 5", "varetægtssurrogat" };
  static const char *const english[] = { "–", "dom-type 1", "dom-type 2", "dom-type 3",
                                         "dom-type 4", "dom-type 5", "remand substitutes" };
  const guint at = (guint) group < G_N_ELEMENTS (danish) ? (guint) group : 0;

  return kkr_text_in (language, danish[at], english[at]);
}

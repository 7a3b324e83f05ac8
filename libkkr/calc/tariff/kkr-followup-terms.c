/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-terms.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>

G_DEFINE_ENUM_TYPE (KkrTariffWeighting, kkr_tariff_weighting,
  G_DEFINE_ENUM_VALUE (KKR_TARIFF_WEIGHTING_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_TARIFF_WEIGHTING_FIXED_BASKET, "fixed-basket"),
  G_DEFINE_ENUM_VALUE (KKR_TARIFF_WEIGHTING_CHANGES, "changes"))

/**
 * kkr_tariff_weighting_from_string:
 * @text: the nick, such as `changes`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@TariffWeighting] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrTariffWeighting
kkr_tariff_weighting_from_string (const char *text, GError **error)
{
  return (KkrTariffWeighting) kkr_enum_from_string (kkr_tariff_weighting_get_type (),
                                                    N_("no such weighting"), text, error);
}

/**
 * kkr_tariff_weighting_to_string:
 * @tariff_weighting: a [enum@TariffWeighting]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_tariff_weighting_to_string (KkrTariffWeighting tariff_weighting)
{
  return kkr_enum_to_string (kkr_tariff_weighting_get_type (), (int) tariff_weighting);
}

G_DEFINE_ENUM_TYPE (KkrCapSubject, kkr_cap_subject,
  G_DEFINE_ENUM_VALUE (KKR_CAP_SUBJECT_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_CAP_SUBJECT_NONE, "none"),
  G_DEFINE_ENUM_VALUE (KKR_CAP_SUBJECT_OFFERS, "offers"),
  G_DEFINE_ENUM_VALUE (KKR_CAP_SUBJECT_OPERATORS, "operators"),
  G_DEFINE_ENUM_VALUE (KKR_CAP_SUBJECT_MUNICIPALITIES, "municipalities"))

/**
 * kkr_cap_subject_from_string:
 * @text: the nick, such as `municipalities`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@CapSubject] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrCapSubject
kkr_cap_subject_from_string (const char *text, GError **error)
{
  return (KkrCapSubject) kkr_enum_from_string (kkr_cap_subject_get_type (),
                                               N_("no such subject of the cap"), text, error);
}

/**
 * kkr_cap_subject_to_string:
 * @cap_subject: a [enum@CapSubject]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_cap_subject_to_string (KkrCapSubject cap_subject)
{
  return kkr_enum_to_string (kkr_cap_subject_get_type (), (int) cap_subject);
}

G_DEFINE_ENUM_TYPE (KkrCapReference, kkr_cap_reference,
  G_DEFINE_ENUM_VALUE (KKR_CAP_REFERENCE_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_CAP_REFERENCE_BASE_YEAR, "base-year"),
  G_DEFINE_ENUM_VALUE (KKR_CAP_REFERENCE_PREVIOUS_YEAR, "previous-year"))

/**
 * kkr_cap_reference_from_string:
 * @text: the nick, such as `previous-year`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@CapReference] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrCapReference
kkr_cap_reference_from_string (const char *text, GError **error)
{
  return (KkrCapReference) kkr_enum_from_string (kkr_cap_reference_get_type (),
                                                 N_("no such reference of the cap"), text, error);
}

/**
 * kkr_cap_reference_to_string:
 * @cap_reference: a [enum@CapReference]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_cap_reference_to_string (KkrCapReference cap_reference)
{
  return kkr_enum_to_string (kkr_cap_reference_get_type (), (int) cap_reference);
}

G_DEFINE_ENUM_TYPE (KkrCapStatus, kkr_cap_status,
  G_DEFINE_ENUM_VALUE (KKR_CAP_STATUS_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_CAP_STATUS_KEPT, "kept"),
  G_DEFINE_ENUM_VALUE (KKR_CAP_STATUS_EXPLAINED, "explained"),
  G_DEFINE_ENUM_VALUE (KKR_CAP_STATUS_PARTLY_EXPLAINED, "partly-explained"),
  G_DEFINE_ENUM_VALUE (KKR_CAP_STATUS_NOT_KEPT, "not-kept"))

/**
 * kkr_cap_status_from_string:
 * @text: the nick, such as `not-kept`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@CapStatus] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrCapStatus
kkr_cap_status_from_string (const char *text, GError **error)
{
  return (KkrCapStatus) kkr_enum_from_string (kkr_cap_status_get_type (),
                                              N_("no such status of a cap"), text, error);
}

/**
 * kkr_cap_status_to_string:
 * @cap_status: a [enum@CapStatus]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_cap_status_to_string (KkrCapStatus cap_status)
{
  return kkr_enum_to_string (kkr_cap_status_get_type (), (int) cap_status);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-claim-verdict-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>

G_DEFINE_ENUM_TYPE (KkrClaimVerdict, kkr_claim_verdict,
  G_DEFINE_ENUM_VALUE (KKR_CLAIM_VERDICT_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_CLAIM_VERDICT_EXACT, "exact"),
  G_DEFINE_ENUM_VALUE (KKR_CLAIM_VERDICT_POSSIBLE, "possible"),
  G_DEFINE_ENUM_VALUE (KKR_CLAIM_VERDICT_IMPOSSIBLE, "impossible"),
  G_DEFINE_ENUM_VALUE (KKR_CLAIM_VERDICT_UNDECIDED, "undecided"))

/**
 * kkr_claim_verdict_from_string:
 * @text: the nick, such as `possible`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@ClaimVerdict] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrClaimVerdict
kkr_claim_verdict_from_string (const char *text, GError **error)
{
  return (KkrClaimVerdict) kkr_enum_from_string (kkr_claim_verdict_get_type (),
                                                 N_("no such verdict"), text, error);
}

/**
 * kkr_claim_verdict_to_string:
 * @verdict: a [enum@ClaimVerdict]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_claim_verdict_to_string (KkrClaimVerdict verdict)
{
  return kkr_enum_to_string (kkr_claim_verdict_get_type (), (int) verdict);
}

const char *
kkr_claim_verdict_in_words (KkrClaimVerdict verdict, const char *language)
{
  static const struct {
    const char *danish, *english;
  } words[] = {
    [KKR_CLAIM_VERDICT_UNSET] = { "", "" },
    [KKR_CLAIM_VERDICT_EXACT] = { "passer præcist", "holds exactly" },
    [KKR_CLAIM_VERDICT_POSSIBLE] = { "mulig", "possible" },
    [KKR_CLAIM_VERDICT_IMPOSSIBLE] = { "umulig", "impossible" },
    [KKR_CLAIM_VERDICT_UNDECIDED] = { "uafgjort", "undecided" },
  };

  return (guint) verdict < G_N_ELEMENTS (words)
           ? kkr_text_in (language, words[verdict].danish, words[verdict].english) : "";
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-names-private.h>

#include <libkkr/base/kkr-format-private.h>

const char *
kkr_apportion_method_name (KkrApportionMethod method, const char *language)
{
  switch (method)
    {
    case KKR_APPORTION_METHOD_LARGEST_REMAINDER:
      return kkr_text_in (language, "største brøks metode", "largest remainder");
    case KKR_APPORTION_METHOD_DHONDT:
      return kkr_text_in (language, "d'Hondts metode", "d'Hondt's method");
    case KKR_APPORTION_METHOD_SAINTE_LAGUE:
      return kkr_text_in (language, "Sainte-Laguës metode", "Sainte-Laguë's method");
    case KKR_APPORTION_METHOD_HUNTINGTON_HILL:
      return kkr_text_in (language, "Huntington-Hills metode", "the Huntington-Hill method");
    case KKR_APPORTION_METHOD_CUMULATIVE:
      return kkr_text_in (language, "afrunding af den løbende sum", "rounding of the running sum");
    case KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST:
      return kkr_text_in (language, "afrunding med resten til den største",
                          "rounding with the residual to the largest");
    case KKR_APPORTION_METHOD_INDEPENDENT:
      return kkr_text_in (language, "afrunding af hver række for sig",
                          "rounding of each row by itself");
    case KKR_APPORTION_METHOD_UNSET:
    default:
      return kkr_text_in (language, "ingen metode", "no method");
    }
}

const char *
kkr_tie_rule_name (KkrTieRule rule, const char *language)
{
  switch (rule)
    {
    case KKR_TIE_RULE_FIRST:
      return kkr_text_in (language, "den række, der står først", "the row that stands first");
    case KKR_TIE_RULE_LAST:
      return kkr_text_in (language, "den række, der står sidst", "the row that stands last");
    case KKR_TIE_RULE_LARGEST_WEIGHT:
      return kkr_text_in (language, "den række, der vejer mest", "the row with the largest weight");
    case KKR_TIE_RULE_SMALLEST_WEIGHT:
      return kkr_text_in (language, "den række, der vejer mindst",
                          "the row with the smallest weight");
    case KKR_TIE_RULE_REFUSE:
      return kkr_text_in (language, "ingen (lighed er en fejl)", "no row (a tie is an error)");
    case KKR_TIE_RULE_UNSET:
    default:
      return kkr_text_in (language, "ingen regel", "no rule");
    }
}

const char *
kkr_rounding_mode_name (KkrRoundingMode mode, const char *language)
{
  switch (mode)
    {
    case KKR_ROUNDING_MODE_HALF_AWAY:
      return kkr_text_in (language, "halve væk fra nul", "halves away from zero");
    case KKR_ROUNDING_MODE_HALF_EVEN:
      return kkr_text_in (language, "halve til lige tal", "halves to even");
    case KKR_ROUNDING_MODE_FLOOR:
      return kkr_text_in (language, "nedad", "down");
    case KKR_ROUNDING_MODE_CEILING:
      return kkr_text_in (language, "opad", "up");
    case KKR_ROUNDING_MODE_TOWARD_ZERO:
      return kkr_text_in (language, "mod nul", "towards zero");
    case KKR_ROUNDING_MODE_AWAY_FROM_ZERO:
      return kkr_text_in (language, "væk fra nul", "away from zero");
    case KKR_ROUNDING_MODE_UNSET:
    default:
      return kkr_text_in (language, "ingen regel", "no rule");
    }
}

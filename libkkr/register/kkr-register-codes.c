/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/register/kkr-reading-private.h>
#include <libkkr/register/kkr-register-values-private.h>

/* Codes and ids: what objects are called where they are declared and where they are named. */

/* Codes of Statistics Denmark with two and three digits stand for those with four. */
static const struct {
  const char *short_code, *code;
} region_codes[] = {
  { "81", "1081" }, { "82", "1082" }, { "83", "1083" }, { "84", "1084" }, { "85", "1085" },
};

static const char *
full_region_code (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (region_codes); i++)
    if (g_str_equal (text + (*text == '0'), region_codes[i].short_code))
      return region_codes[i].code;
  return text;
}

const char *
kkr_reference_name (const KkrModel *target, const char *text)
{
  return target == &kkr_region_model ? full_region_code (text) : text;
}

static gboolean
is_region_code (const char *text)
{
  return strspn (text, KKR_DIGITS) == strlen (text) ? kkr_text_is_digits (text, 4) && text[0] != '0'
                                                : kkr_text_is_name (text, FALSE);
}

KkrRuleId
kkr_code_parse (gboolean region, const char *text, const char **expected)
{
  if (region)
    {
      REQUIRE (is_region_code (text), BAD_CODE, N_("four digits such as 1081"));
    }
  if (g_str_equal (text, "411"))
    {
      *expected = N_("a municipality's code, and Christiansø (411) is none");
      return KKR_RULE_NOT_A_MUNICIPALITY;
    }
  REQUIRE (kkr_text_is_digits (text, 3) && text[0] != '0', BAD_CODE,
           N_("three digits such as 840"));
}

/* The name of one object as others have it in their references. */
KkrRuleId
kkr_reference_parse (const KkrModel *target, const char *text, const char **expected)
{
  gboolean region = target == &kkr_region_model;

  if (region || target == &kkr_municipality_model)
    return kkr_code_parse (region, kkr_reference_name (target, text), expected);
  REQUIRE (kkr_text_is_name (text, target->fields[0].kind == KKR_FIELD_KEY), BAD_ID,
           N_("an id, made of a-z, 0-9 and hyphens"));
}

KkrRuleId
kkr_references_parse (const KkrModel *target, const char *text, const char **expected)
{
  g_auto (GStrv) names = g_strsplit (text, " ", -1);
  KkrRuleId rule = KKR_N_RULES;

  for (guint i = 0; names[i] != NULL && rule == KKR_N_RULES; i++)
    rule = kkr_reference_parse (target, names[i], expected);
  return rule;
}

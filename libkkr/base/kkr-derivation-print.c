/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-derivation-private.h>

#include <libkkr/base/kkr-format-private.h>

/* As many as kkr_format_value() prints. */
#define MAX_DECIMALS 6
#define MAX_PERCENT_DECIMALS 4
/* What something is rounded to is never rounded itself. */
#define MAX_GRAIN_DECIMALS 18
/* A longer list is cut in the text; the JSON has all of it. */
#define MAX_TERMS_SHOWN 120

static gboolean
ends_within (const KkrRational *value, guint decimals)
{
  KkrInt128 power = 1;

  for (guint i = 0; i < decimals; i++)
    power *= 10;
  return power % value->den == 0;
}

/* FALSE, and the value as it is, where a hundredfold does not fit. */
static gboolean
scale (const KkrRational *value, KkrInt128 num, KkrInt128 den, KkrRational *result)
{
  const KkrRational factor = { num, den };

  *result = *value;
  return kkr_rational_multiply (value, &factor, result);
}

KkrRational
kkr_derivation_to_kroner (const KkrRational *value, KkrUnit unit)
{
  KkrRational result = *value;

  if (unit == KKR_UNIT_AMOUNT)
    scale (value, 1, 100, &result);
  return result;
}

char *
kkr_derivation_print_value (const KkrRational *value, KkrUnit unit, const char *language)
{
  KkrRational shown = kkr_derivation_to_kroner (value, unit);
  gboolean percent = unit == KKR_UNIT_SHARE || unit == KKR_UNIT_PERCENT;
  g_autofree char *text = NULL, *fraction = NULL;

  if (unit == KKR_UNIT_SHARE && !scale (value, 100, 1, &shown))
    return kkr_rational_to_string (value);
  text = kkr_format_value (value, unit, language);
  if (ends_within (&shown, percent ? MAX_PERCENT_DECIMALS : MAX_DECIMALS))
    return g_steal_pointer (&text);
  fraction = kkr_rational_to_string (unit == KKR_UNIT_SHARE ? value : &shown);
  return g_strdup_printf (kkr_language_is_english (language) ? "≈ %s (exactly %s)"
                                                             : "≈ %s (eksakt %s)", text, fraction);
}

char *
kkr_derivation_print_operand (const KkrRational *value, gboolean money, const char *language)
{
  gboolean ends = ends_within (value, MAX_DECIMALS);
  g_autofree char *text = NULL;

  if (money && value->den != 1 && ends_within (value, 2))
    text = kkr_format_decimals (value, 2, language);
  else
    text = ends ? kkr_format_exact (value, MAX_DECIMALS, language) : kkr_rational_to_string (value);
  return ends && value->num >= 0 ? g_steal_pointer (&text) : g_strdup_printf ("(%s)", text);
}

/* How many decimals are kept, of what is too fine to be printed itself; 0 for other sizes. A share
 * is printed as per cent, which has two less. */
static guint
count_decimals (const KkrRational *size, KkrUnit unit)
{
  gboolean percent = unit == KKR_UNIT_SHARE;
  KkrInt128 rest = size->den;
  guint n = 0;

  for (; rest % 10 == 0; n++)
    rest /= 10;
  return size->num == 1 && rest == 1 && n > MAX_DECIMALS + (percent ? 2 : 0) ? n - (percent ? 2 : 0)
                                                                             : 0;
}

char *
kkr_derivation_print_grain (const KkrRational *size, KkrUnit unit, gboolean nearest,
                            const char *language)
{
  gboolean money = unit == KKR_UNIT_AMOUNT || unit == KKR_UNIT_RATE;
  KkrRational kroner = kkr_derivation_to_kroner (size, unit);
  g_autofree char *number = NULL, *text = NULL;
  guint decimals;

  if (money && kroner.num == 1 && kroner.den == 1)
    return g_strdup (nearest ? kkr_text_in (language, "nærmeste hele krone", "the nearest krone")
                             : kkr_text_in (language, "hele kroner", "whole kroner"));
  if (money && kroner.num == 1 && kroner.den == 100)
    return g_strdup (nearest ? kkr_text_in (language, "nærmeste hele øre", "the nearest øre")
                             : kkr_text_in (language, "hele øre", "whole øre"));
  if (unit != KKR_UNIT_SHARE && unit != KKR_UNIT_PERCENT && kroner.num == 1 && kroner.den == 1)
    return g_strdup (nearest ? kkr_text_in (language, "nærmeste hele tal",
                                            "the nearest whole number")
                             : kkr_text_in (language, "hele tal", "whole numbers"));
  if (money && kroner.den == 1)
    {
      number = kkr_format_exact (&kroner, 0, language);
      text = g_strdup_printf (kkr_language_is_english (language) ? "DKK %s" : "%s kr.", number);
    }
  else if (unit == KKR_UNIT_PERCENT && ends_within (size, MAX_GRAIN_DECIMALS))
    {
      number = kkr_format_exact (size, MAX_GRAIN_DECIMALS, language);
      text = g_strconcat (number, kkr_text_in (language, " pct.", " per cent"), NULL);
    }
  else if (!money && (decimals = count_decimals (size, unit)) > 0)
    {
      number = g_strdup_printf ("%u", decimals);
      return g_strconcat (number, kkr_text_in (language, " decimaler", " decimals"),
                          unit == KKR_UNIT_SHARE
                            ? kkr_text_in (language, " af procenten", " of the per cent") : NULL,
                          NULL);
    }
  else
    text = kkr_derivation_print_value (size, unit, language);
  return g_strconcat (nearest ? kkr_text_in (language, "nærmeste ", "the nearest ")
                              : kkr_text_in (language, "hele ", "multiples of "), text, NULL);
}

char *
kkr_derivation_print_terms (const KkrStep *step, KkrUnit unit, const char *language)
{
  gboolean english = kkr_language_is_english (language);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (step->n_terms, MAX_TERMS_SHOWN); i++)
    {
      KkrRational term = kkr_derivation_to_kroner (&step->terms[i], unit);
      g_autofree char *number = kkr_derivation_print_operand (&term, unit == KKR_UNIT_AMOUNT,
                                                              language);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", step->keys[i], number);
    }
  if (step->n_terms > MAX_TERMS_SHOWN)
    g_string_append_printf (text, english ? "; … (%u in all)" : "; … (%u i alt)", step->n_terms);
  return g_string_free (text, FALSE);
}

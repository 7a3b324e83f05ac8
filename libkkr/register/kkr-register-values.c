/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/register/kkr-reading-private.h>

#define MAX_ID 100
#define MAX_DIGITS 18
#define DIGITS "0123456789"

static gboolean
is_digits (const char *text, gsize n)
{
  return strlen (text) == n && strspn (text, DIGITS) == n;
}

/* a-z, 0-9 and single hyphens between them; `slashes` joins several. */
static gboolean
is_name (const char *text, gboolean slashes)
{
  gsize n = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      gboolean joint = *at == '-' || (slashes && *at == '/');

      if (!joint && !g_ascii_islower (*at) && !g_ascii_isdigit (*at))
        return FALSE;
      if (joint && (at == text || at[1] == '\0' || at[1] == '-' || at[1] == '/'))
        return FALSE;
      n = *at == '/' ? 0 : n + 1;
      if (n > MAX_ID)
        return FALSE;
    }
  return *text != '\0';
}

static gboolean
are_keys (const char *text)
{
  g_auto (GStrv) keys = g_strsplit (text, " ", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    if (!is_name (keys[i], TRUE))
      return FALSE;
  return keys[0] != NULL;
}

static gint64
greatest_divisor (gint64 a, gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return ABS (a);
}

gboolean
kkr_decimal_parse (const char *text, gint64 *num, gint64 *den)
{
  gboolean negative = *text == '-';
  const char *at = text + negative;
  gboolean after_dot = FALSE;
  guint n_digits = 0;
  gint64 divisor;

  *num = 0;
  *den = 1;
  for (; *at != '\0'; at++)
    if (*at == '.' && !after_dot && n_digits > 0 && g_ascii_isdigit (at[1]))
      after_dot = TRUE;
    else if (g_ascii_isdigit (*at) && n_digits < MAX_DIGITS)
      {
        *num = *num * 10 + (*at - '0');
        *den *= after_dot ? 10 : 1;
        n_digits++;
      }
    else
      return FALSE;
  if (n_digits == 0)
    return FALSE;
  divisor = greatest_divisor (*den, *num);
  *num = (negative ? -*num : *num) / divisor;
  *den /= divisor;
  return TRUE;
}

static gboolean
parse_percent (const char *text)
{
  gint64 num, den;

  return kkr_decimal_parse (text, &num, &den) && num >= 0 && num / 100 <= den
         && (num / 100 < den || num % 100 == 0);
}

static gboolean
parse_choice (const char *text, const char *const *choices, gint64 *number)
{
  for (gint64 i = 0; choices[i] != NULL; i++)
    if (g_str_equal (text, choices[i]))
      {
        *number = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_level (const char *text, gint64 *level)
{
  if (g_str_equal (text, "nominal"))
    *level = KKR_LEVEL_NOMINAL;
  else if (is_digits (text, 4) && text[0] != '0')
    *level = g_ascii_strtoll (text, NULL, 10);
  else
    return FALSE;
  return TRUE;
}

static gboolean
parse_precision (const char *text, gint64 *precision)
{
  static const char *const words[] = { "1", "1000", "1000000", "1000000000", NULL };
  gint64 place;

  if (!parse_choice (text, words, &place))
    return FALSE;
  *precision = g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

static gboolean
parse_day (const char *text, gint64 *day)
{
  gint32 days;

  if (!kkr_date_parse (text, &days))
    return FALSE;
  *day = days;
  return TRUE;
}

#define REQUIRE(condition, rule, words) \
  *expected = words; return (condition) ? KKR_N_RULES : KKR_RULE_##rule

static KkrRuleId
parse_name (KkrFieldKind kind, const char *text, const char **expected)
{
  if (kind == KKR_FIELD_KEY || kind == KKR_FIELD_KEYS)
    {
      REQUIRE (kind == KKR_FIELD_KEY ? is_name (text, TRUE) : are_keys (text), BAD_KEY,
               N_("ids with a slash between them"));
    }
  if (kind == KKR_FIELD_SUBJECT)
    {
      REQUIRE (is_name (text, FALSE), BAD_SUBJECT, N_("an id, made of a-z, 0-9 and hyphens"));
    }
  if (kind == KKR_FIELD_REGION_CODE)
    {
      REQUIRE (is_digits (text, 4) && text[0] != '0', BAD_CODE, N_("four digits such as 1081"));
    }
  if (kind == KKR_FIELD_MUNICIPALITY_CODE || kind == KKR_FIELD_MUNICIPALITY)
    {
      REQUIRE (is_digits (text, 3) && text[0] != '0', BAD_CODE, N_("three digits such as 840"));
    }
  REQUIRE (is_name (text, FALSE), BAD_ID, N_("an id, made of a-z, 0-9 and hyphens"));
}

static KkrRuleId
parse_word (KkrFieldKind kind, const char *text, gint64 *number, const char **expected)
{
  static const char *const yes_no[] = { "no", "yes", NULL };
  static const char *const subjects[] = { "any", "municipality", NULL };

  if (kind == KKR_FIELD_UNIT)
    {
      *number = kkr_unit_from_string (text, NULL);
      REQUIRE (*number != KKR_UNIT_UNSET, BAD_UNIT,
               N_("amount, rate, share, percent, percentage-points, persons, places, offers, "
                  "minutes, hours, days, weeks, months, years, count or none"));
    }
  if (kind == KKR_FIELD_SUBJECTS)
    {
      REQUIRE (parse_choice (text, subjects, number), BAD_CHOICE, N_("municipality or any"));
    }
  REQUIRE (parse_choice (text, yes_no, number), BAD_CHOICE, N_("yes or no"));
}

static KkrRuleId
parse_number (KkrFieldKind kind, const char *text, KkrFieldValue *value, const char **expected)
{
  switch ((int) kind)
    {
    case KKR_FIELD_DATE:
      REQUIRE (parse_day (text, &value->number), BAD_DATE, N_("a day such as 2023-08-21"));
    case KKR_FIELD_PERIOD:
      REQUIRE (kkr_period_parse (text, &value->from, &value->until), BAD_PERIOD,
               N_("2023, 2023K2, 2023-08, 2023-08-21, or two days such as 2023-01-01/.."));
    case KKR_FIELD_PRICE_LEVEL:
      REQUIRE (parse_level (text, &value->number), BAD_PRICE_LEVEL, N_("nominal or a year"));
    case KKR_FIELD_PRECISION:
      REQUIRE (parse_precision (text, &value->number), BAD_PRECISION,
               N_("1, 1000, 1000000 or 1000000000"));
    case KKR_FIELD_PERCENT:
      REQUIRE (parse_percent (text), BAD_PERCENT, N_("a number from 0 to 100 such as 12.5"));
    default: /* KKR_FIELD_FORMAT */
      value->number = g_ascii_strtoll (text, NULL, 10);
      REQUIRE (text[0] != '0' && strspn (text, DIGITS) == strlen (text) && strlen (text) < 10,
               BAD_FORMAT, N_("a whole number from 1"));
    }
}

KkrRuleId
kkr_field_parse (const KkrField *field, const char *text, KkrFieldValue *value,
                 const char **expected)
{
  value->text = text;
  if (*text == '\0')
    {
      *expected = N_("some text");
      return KKR_RULE_EMPTY_VALUE;
    }
  switch ((int) field->kind)
    {
    case KKR_FIELD_ID:
    case KKR_FIELD_KEY:
    case KKR_FIELD_KEYS:
    case KKR_FIELD_SUBJECT:
    case KKR_FIELD_REGION_CODE:
    case KKR_FIELD_MUNICIPALITY_CODE:
    case KKR_FIELD_MUNICIPALITY:
    case KKR_FIELD_SOURCE:
      value->number = g_ascii_strtoll (text, NULL, 10);
      return parse_name (field->kind, text, expected);
    case KKR_FIELD_REFERENCE:
      return parse_name (field->target->fields[0].kind, text, expected);
    case KKR_FIELD_CHOICE:
      *expected = field->listed;
      if (!parse_choice (text, field->words, &value->number))
        return KKR_RULE_BAD_CHOICE;
      value->number++;
      return KKR_N_RULES;
    case KKR_FIELD_UNIT:
    case KKR_FIELD_SUBJECTS:
    case KKR_FIELD_YES:
    case KKR_FIELD_NO:
      return parse_word (field->kind, text, &value->number, expected);
    case KKR_FIELD_DATE:
    case KKR_FIELD_PERIOD:
    case KKR_FIELD_PRICE_LEVEL:
    case KKR_FIELD_PRECISION:
    case KKR_FIELD_PERCENT:
    case KKR_FIELD_FORMAT:
      return parse_number (field->kind, text, value, expected);
    case KKR_FIELD_TEXT:
    default:
      return KKR_N_RULES;
    }
}

void
kkr_field_set_absent (const KkrField *field, KkrFieldValue *value)
{
  *value = (KkrFieldValue) {
    .number = field->kind == KKR_FIELD_INTEGER ? KKR_FIELD_NO_NUMBER
                                               : field->kind == KKR_FIELD_YES,
    .from = KKR_DATE_MIN,
    .until = KKR_DATE_MAX,
  };
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-personal-number-private.h>
#include <libkkr/register/kkr-reading-private.h>
#include <libkkr/register/kkr-register-values-private.h>

#define MAX_ID 100
/* Each cell of a table has a key of its own, so a long one would be kept many times. */
#define MAX_KEY 500
#define MAX_DIGITS 18

gboolean
kkr_text_is_digits (const char *text, gsize n)
{
  return strlen (text) == n && strspn (text, KKR_DIGITS) == n;
}

gboolean
kkr_text_is_name (const char *text, gboolean slashes)
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
      if (n > MAX_ID || at - text >= MAX_KEY)
        return FALSE;
    }
  return *text != '\0';
}

static gboolean
are_keys (const char *text)
{
  g_auto (GStrv) keys = g_strsplit (text, " ", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    if (!kkr_text_is_name (keys[i], TRUE))
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
  else if (kkr_text_is_digits (text, 4) && text[0] != '0')
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
parse_known (const char *text, KkrFieldValue *value)
{
  KkrDatePrecision from = KKR_DATE_PRECISION_UNSET, until = KKR_DATE_PRECISION_UNSET;
  gint32 earliest, latest;

  if (kkr_date_parse_bounds (text, &earliest, &latest, &from))
    {
      value->from = from == KKR_DATE_PRECISION_AT_LATEST ? latest : earliest;
      value->until = KKR_DATE_MAX;
    }
  else if (strchr (text, '/') == NULL
           || !kkr_period_parse_bounds (text, &value->from, &value->until, &from, &until))
    return FALSE;
  value->from_precision = (guint8) from;
  value->until_precision = (guint8) until;
  return TRUE;
}

static gboolean
parse_date (const char *text, KkrFieldValue *value)
{
  KkrDatePrecision precision = KKR_DATE_PRECISION_UNSET;

  if (!kkr_date_parse_bounds (text, &value->from, &value->until, &precision))
    return FALSE;
  value->from_precision = (guint8) precision;
  value->until_precision = (guint8) precision;
  return TRUE;
}

static gboolean
parse_period (const char *text, KkrFieldValue *value)
{
  KkrDatePrecision from = KKR_DATE_PRECISION_UNSET, until = KKR_DATE_PRECISION_UNSET;

  if (!kkr_period_parse_bounds (text, &value->from, &value->until, &from, &until))
    return FALSE;
  value->from_precision = (guint8) from;
  value->until_precision = (guint8) until;
  return TRUE;
}

static gboolean
is_time_of_day (const char *text)
{
  static const char *const highest[] = { "23", "59" };

  if (strlen (text) != strlen ("09:00") || text[2] != ':')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (highest); i++)
    if (strspn (text + 3 * i, KKR_DIGITS) != 2 || strncmp (text + 3 * i, highest[i], 2) > 0)
      return FALSE;
  return TRUE;
}

static gboolean
parse_money (const char *text, gint64 *ore)
{
  gint64 num, den;

  return kkr_decimal_parse (text, &num, &den) && kkr_decimal_is_kroner (text)
         && !__builtin_mul_overflow (num, 100 / den, ore) && *ore != G_MININT64;
}

static gboolean
parse_integer (const char *text, gint64 *number)
{
  *number = g_ascii_strtoll (text, NULL, 10);
  return strspn (text, KKR_DIGITS) == strlen (text) && strlen (text) < 10;
}

static KkrRuleId
parse_name (const KkrField *field, const char *text, KkrFieldValue *value, const char **expected)
{
  KkrFieldKind kind = field->kind;

  if (kind == KKR_FIELD_KEY || kind == KKR_FIELD_KEYS)
    {
      REQUIRE (kind == KKR_FIELD_KEY ? kkr_text_is_name (text, TRUE) : are_keys (text), BAD_KEY,
               N_("ids with a slash between them"));
    }
  if (kind == KKR_FIELD_SUBJECT)
    {
      REQUIRE (kkr_text_is_name (text, FALSE), BAD_SUBJECT,
               N_("an id, made of a-z, 0-9 and hyphens"));
    }
  if (kind == KKR_FIELD_REGION_CODE)
    value->text = kkr_reference_name (&kkr_region_model, text);
  if (kind == KKR_FIELD_REGION_CODE || kind == KKR_FIELD_MUNICIPALITY_CODE)
    return kkr_code_parse (kind == KKR_FIELD_REGION_CODE, value->text, expected);
  if (kind == KKR_FIELD_REFERENCE)
    value->text = kkr_reference_name (field->target, text);
  if (kind == KKR_FIELD_REFERENCE)
    return kkr_reference_parse (field->target, text, expected);
  if (kind == KKR_FIELD_REFERENCES)
    return kkr_references_parse (field->target, text, expected);
  REQUIRE (kkr_text_is_name (text, FALSE), BAD_ID, N_("an id, made of a-z, 0-9 and hyphens"));
}

static KkrRuleId
parse_unit (gboolean text_too, const char *text, gint64 *number, const char **expected)
{
  *expected = text_too
                ? N_("amount, rate, share, percent, percentage-points, persons, places, offers, "
                     "minutes, hours, days, weeks, months, years, count, none or text")
                : N_("amount, rate, share, percent, percentage-points, persons, places, offers, "
                     "minutes, hours, days, weeks, months, years, count or none");
  *number = text_too && g_str_equal (text, "text") ? KKR_UNIT_UNSET
                                                   : kkr_unit_from_string (text, NULL);
  return *number != KKR_UNIT_UNSET || (text_too && g_str_equal (text, "text"))
           ? KKR_N_RULES : KKR_RULE_BAD_UNIT;
}

static KkrRuleId
parse_word (const KkrField *field, const char *text, gint64 *number, const char **expected)
{
  static const char *const yes_no[] = { "no", "yes", NULL };
  static const char *const subjects[] = { "any", "municipality", NULL };

  if (field->kind == KKR_FIELD_CHOICE)
    {
      gboolean good = parse_choice (text, field->words, number);

      ++*number;
      REQUIRE (good, BAD_CHOICE, field->listed);
    }
  if (field->kind == KKR_FIELD_SUBJECTS)
    {
      REQUIRE (parse_choice (text, subjects, number), BAD_CHOICE, N_("municipality or any"));
    }
  REQUIRE (parse_choice (text, yes_no, number), BAD_CHOICE, N_("yes or no"));
}

static KkrRuleId
parse_time (KkrFieldKind kind, const char *text, KkrFieldValue *value, const char **expected)
{
  if (kind == KKR_FIELD_PERIOD)
    {
      REQUIRE (parse_period (text, value), BAD_PERIOD,
               N_("2023, 2023K2, 2023-08, 2023-08-21, or two of them such as 2023-01-01/.."));
    }
  if (kind == KKR_FIELD_KNOWN)
    {
      REQUIRE (parse_known (text, value), BAD_DATE,
               N_("a day, month, quarter or year such as 2023-08-21, or two such as "
                  "2023-05/2023-08-21"));
    }
  if (kind == KKR_FIELD_TIME)
    {
      REQUIRE (is_time_of_day (text), BAD_TIME,
               N_("a time of day such as 09:00, from 00:00 to 23:59"));
    }
  REQUIRE (parse_date (text, value), BAD_DATE,
           N_("a day, month, quarter or year such as 2023-08-21, or [..2023-08-21]"));
}

static KkrRuleId
parse_number (KkrFieldKind kind, const char *text, KkrFieldValue *value, const char **expected)
{
  switch ((int) kind)
    {
    case KKR_FIELD_MONEY:
      REQUIRE (parse_money (text, &value->number), BAD_NUMBER,
               N_("kroner such as 1234.50, with at most 2 decimals"));
    case KKR_FIELD_INTEGER:
      REQUIRE (parse_integer (text, &value->number), BAD_NUMBER,
               N_("a whole number with at most 9 digits"));
    case KKR_FIELD_PRICE_LEVEL:
      REQUIRE (parse_level (text, &value->number), BAD_PRICE_LEVEL, N_("nominal or a year"));
    case KKR_FIELD_PRECISION:
      REQUIRE (parse_precision (text, &value->number), BAD_PRECISION,
               N_("1, 1000, 1000000 or 1000000000"));
    default: /* KKR_FIELD_FORMAT */
      value->number = g_ascii_strtoll (text, NULL, 10);
      REQUIRE (text[0] != '0' && strspn (text, KKR_DIGITS) == strlen (text) && strlen (text) < 10,
               BAD_FORMAT, N_("a whole number from 1"));
    }
}

static KkrRuleId
parse_decimal (KkrFieldKind kind, const char *text, const char **expected)
{
  gint64 num, den;

  if (kind == KKR_FIELD_PERCENT)
    {
      REQUIRE (parse_percent (text), BAD_PERCENT, N_("a number from 0 to 100 such as 12.5"));
    }
  REQUIRE (kkr_decimal_parse (text, &num, &den), BAD_NUMBER,
           N_("a number such as 1234.5 with at most 18 digits"));
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
  switch (field->kind)
    {
    case KKR_FIELD_ID:
    case KKR_FIELD_KEY:
    case KKR_FIELD_KEYS:
    case KKR_FIELD_SUBJECT:
    case KKR_FIELD_REGION_CODE:
    case KKR_FIELD_MUNICIPALITY_CODE:
    case KKR_FIELD_REFERENCE:
    case KKR_FIELD_REFERENCES:
    case KKR_FIELD_SOURCE:
      value->number = g_ascii_strtoll (text, NULL, 10);
      return parse_name (field, text, value, expected);
    case KKR_FIELD_UNIT:
    case KKR_FIELD_UNIT_WORD:
    case KKR_FIELD_COLUMN_UNIT:
      return parse_unit (field->kind == KKR_FIELD_COLUMN_UNIT, text, &value->number, expected);
    case KKR_FIELD_CHOICE:
    case KKR_FIELD_SUBJECTS:
    case KKR_FIELD_YES:
    case KKR_FIELD_NO:
      return parse_word (field, text, &value->number, expected);
    case KKR_FIELD_DATE:
    case KKR_FIELD_PERIOD:
    case KKR_FIELD_KNOWN:
    case KKR_FIELD_TIME:
      return parse_time (field->kind, text, value, expected);
    case KKR_FIELD_INTEGER:
    case KKR_FIELD_MONEY:
    case KKR_FIELD_PRICE_LEVEL:
    case KKR_FIELD_PRECISION:
    case KKR_FIELD_FORMAT:
      return parse_number (field->kind, text, value, expected);
    case KKR_FIELD_DECIMAL:
    case KKR_FIELD_PERCENT:
      return parse_decimal (field->kind, text, expected);
    case KKR_FIELD_PERSON:
      REQUIRE (!kkr_text_has_personal_number (text), PERSONAL_NUMBER, N_("a pseudonymous key"));
    case KKR_FIELD_TEXT:
    default:
      return KKR_N_RULES;
    }
}

void
kkr_field_set_absent (const KkrField *field, KkrFieldValue *value)
{
  *value = (KkrFieldValue) {
    .number = field->kind == KKR_FIELD_YES       ? 1
              : field->kind == KKR_FIELD_INTEGER ? KKR_FIELD_NO_NUMBER
                                                 : 0,
    .from = KKR_DATE_MIN,
    .until = KKR_DATE_MAX,
  };
}

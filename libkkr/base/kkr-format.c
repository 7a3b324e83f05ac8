/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-format-private.h>

#include <string.h>

/* Beyond these a rate or a percentage says nothing more to a reader; the fraction is at hand. */
#define MAX_RATE_DECIMALS 6
#define MAX_PERCENT_DECIMALS 4

typedef struct {
  KkrUnit unit;
  const char *danish_one, *danish, *english_one, *english;
} UnitWord;

static const UnitWord unit_words[] = {
  { KKR_UNIT_PERCENTAGE_POINTS, "procentpoint", "procentpoint", "percentage point",
    "percentage points" },
  { KKR_UNIT_PERSONS, "person", "personer", "person", "persons" },
  { KKR_UNIT_PLACES, "plads", "pladser", "place", "places" },
  { KKR_UNIT_OFFERS, "tilbud", "tilbud", "offer", "offers" },
  { KKR_UNIT_MINUTES, "minut", "minutter", "minute", "minutes" },
  { KKR_UNIT_HOURS, "time", "timer", "hour", "hours" },
  { KKR_UNIT_DAYS, "dag", "dage", "day", "days" },
  { KKR_UNIT_WEEKS, "uge", "uger", "week", "weeks" },
  { KKR_UNIT_MONTHS, "måned", "måneder", "month", "months" },
  { KKR_UNIT_YEARS, "år", "år", "year", "years" },
};

gboolean
kkr_language_is_english (const char *language)
{
  return g_strcmp0 (language, "en") == 0;
}

const char *
kkr_text_in (const char *language, const char *danish, const char *english)
{
  return kkr_language_is_english (language) ? english : danish;
}

/* Digits of a whole number and `decimals` digits after it, as one number with its signs. */
static char *
dress (const char *digits, guint decimals, gboolean negative, const char *language)
{
  gboolean english = kkr_language_is_english (language);
  gsize whole = strlen (digits) - decimals;
  GString *text = g_string_new (negative ? "-" : "");

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (text, english ? ',' : '.');
      g_string_append_c (text, digits[i]);
    }
  if (decimals > 0)
    g_string_append_printf (text, "%c%s", english ? '.' : ',', digits + whole);
  return g_string_free (text, FALSE);
}

static void
raise_by_one (GString *digits)
{
  gsize at = digits->len;

  while (at > 0 && digits->str[at - 1] == '9')
    digits->str[--at] = '0';
  if (at > 0)
    digits->str[at - 1]++;
  else
    g_string_prepend_c (digits, '1');
}

/* Long division by addition: ten times the rest need not fit into 128 bits. */
static char
next_digit (KkrUint128 *rest, KkrUint128 divisor)
{
  KkrUint128 sum = 0;
  char digit = '0';

  for (int i = 0; i < 10; i++)
    {
      sum += *rest;
      if (sum >= divisor)
        {
          sum -= divisor;
          digit++;
        }
    }
  *rest = sum;
  return digit;
}

char *
kkr_format_int (gint64 value, const char *language)
{
  g_autofree char *digits = kkr_int128_to_string ((KkrInt128) kkr_int128_magnitude (value));

  return dress (digits, 0, value < 0, language);
}

char *
kkr_format_decimals (const KkrRational *value, guint decimals, const char *language)
{
  KkrUint128 den = (KkrUint128) value->den;
  KkrUint128 whole = kkr_int128_magnitude (value->num) / den;
  KkrUint128 rest = kkr_int128_magnitude (value->num) % den;
  g_autofree char *start = kkr_int128_to_string ((KkrInt128) whole);
  g_autoptr (GString) digits = g_string_new (start);
  gboolean is_zero;

  for (guint i = 0; i < decimals; i++)
    g_string_append_c (digits, next_digit (&rest, den));
  if (rest >= den - rest)
    raise_by_one (digits);
  is_zero = strspn (digits->str, "0") == digits->len;
  return dress (digits->str, decimals, value->num < 0 && !is_zero, language);
}

char *
kkr_format_exact (const KkrRational *value, guint max_decimals, const char *language)
{
  char *text = kkr_format_decimals (value, max_decimals, language);
  gsize length = strlen (text);

  if (max_decimals > 0)
    {
      while (text[length - 1] == '0')
        length--;
      if (!g_ascii_isdigit (text[length - 1]))
        length--;
      text[length] = '\0';
    }
  return text;
}

char *
kkr_format_amount (gint64 amount, gboolean whole, const char *language)
{
  KkrRational kroner;

  kkr_rational_init (&kroner, amount, 100);
  return kkr_format_decimals (&kroner, whole && kroner.den == 1 ? 0 : 2, language);
}

static char *
format_money (const KkrRational *kroner, const char *language)
{
  g_autofree char *number = NULL;

  if (100 % kroner->den == 0)
    number = kkr_format_decimals (kroner, 2, language);
  else
    number = kkr_format_exact (kroner, MAX_RATE_DECIMALS, language);
  if (kkr_language_is_english (language))
    return g_strconcat ("DKK ", number, NULL);
  return g_strconcat (number, " kr.", NULL);
}

static char *
format_percent (const KkrRational *percent, const char *language)
{
  g_autofree char *number = kkr_format_exact (percent, MAX_PERCENT_DECIMALS, language);

  return g_strconcat (number, kkr_text_in (language, " pct.", "%"), NULL);
}

/* Times or divided by a hundred, the one or the other always fits for numbers that were computed
 * with; if it does not, the number is printed as it is rather than not at all. */
static KkrRational
scaled (const KkrRational *value, KkrInt128 num, KkrInt128 den)
{
  KkrRational factor = { num, den }, result = *value;

  kkr_rational_multiply (value, &factor, &result);
  return result;
}

static const UnitWord *
find_unit_word (KkrUnit unit)
{
  for (gsize i = 0; i < G_N_ELEMENTS (unit_words); i++)
    if (unit_words[i].unit == unit)
      return &unit_words[i];
  return NULL;
}

char *
kkr_format_value (const KkrRational *value, KkrUnit unit, const char *language)
{
  const UnitWord *word = find_unit_word (unit);
  g_autofree char *number = NULL;
  KkrRational converted;
  gboolean one;

  if (unit == KKR_UNIT_AMOUNT)
    {
      converted = scaled (value, 1, 100);
      return format_money (&converted, language);
    }
  if (unit == KKR_UNIT_RATE)
    return format_money (value, language);
  if (unit == KKR_UNIT_SHARE)
    {
      converted = scaled (value, 100, 1);
      return format_percent (&converted, language);
    }
  if (unit == KKR_UNIT_PERCENT)
    return format_percent (value, language);
  /* A code or a year is no quantity, and has no separators. */
  if (unit == KKR_UNIT_NONE && value->den == 1)
    return kkr_rational_to_string (value);
  number = kkr_format_exact (value, MAX_RATE_DECIMALS, language);
  if (word == NULL)
    return g_steal_pointer (&number);
  one = value->den == 1 && (value->num == 1 || value->num == -1);
  return g_strconcat (number, " ", kkr_text_in (language, one ? word->danish_one : word->danish,
                                                one ? word->english_one : word->english), NULL);
}

const char *
kkr_unit_heading (KkrUnit unit, const char *language)
{
  const UnitWord *word = find_unit_word (unit);

  if (word != NULL)
    return kkr_text_in (language, word->danish, word->english);
  if (unit == KKR_UNIT_AMOUNT || unit == KKR_UNIT_RATE)
    return kkr_text_in (language, "kr.", "DKK");
  if (unit == KKR_UNIT_SHARE || unit == KKR_UNIT_PERCENT)
    return kkr_text_in (language, "pct.", "%");
  if (unit == KKR_UNIT_COUNT)
    return kkr_text_in (language, "antal", "number");
  return "";
}

/* Case folding can take a text out of its normal form, so that is restored last. */
static char *
fold_any (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = g_utf8_casefold (composed, -1);
  g_autofree char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
  const char *start = normal, *end = normal + strlen (normal);

  while (g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return g_strndup (start, (gsize) (end - start));
}

/* The same of a text in the letters that Danish is written in, which stand for themselves in every
 * normal form and have one small letter each; NULL for other texts. */
static char *
fold_danish (const char *text)
{
  const gsize n = strlen (text);
  char *folded = g_malloc (n + 1), *start = folded, *end;

  for (gsize i = 0; i < n; i++)
    {
      const guchar byte = (guchar) text[i], next = (guchar) text[i + 1];

      folded[i] = g_ascii_tolower (text[i]);
      if (byte < 0x80)
        continue;
      /* À to ÿ, but for ß: two letters. */
      if (byte != 0xc3 || next < 0x80 || next > 0xbf || next == 0x9f)
        {
          g_free (folded);
          return NULL;
        }
      folded[++i] = (char) (next < 0x9f && next != 0x97 ? next + 0x20 : next);
    }
  folded[n] = '\0';
  for (end = folded + n; g_ascii_isspace (*start);)
    start++;
  while (end > start && g_ascii_isspace (end[-1]))
    end--;
  memmove (folded, start, (gsize) (end - start));
  folded[end - start] = '\0';
  return folded;
}

char *
kkr_text_fold (const char *text)
{
  char *danish = fold_danish (text != NULL ? text : "");

  return danish != NULL ? danish : fold_any (text != NULL ? text : "");
}

char *
kkr_text_capitalize (const char *text)
{
  GString *capital = g_string_new (NULL);

  if (*text != '\0')
    {
      g_string_append_unichar (capital, g_unichar_toupper (g_utf8_get_char (text)));
      g_string_append (capital, g_utf8_next_char (text));
    }
  return g_string_free (capital, FALSE);
}

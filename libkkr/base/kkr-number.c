/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-number-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>

#define MAX_QUOTED 60

typedef struct {
  const char *text;
  gint64 num, den;
  KkrUnit unit; /* UNSET when the word only scales */
} Word;

/* Lower case; those that begin with another one stand before it. */
static const Word words[] = {
  { "millioner", 1000000, 1, KKR_UNIT_UNSET },
  { "million", 1000000, 1, KKR_UNIT_UNSET },
  { "milliarder", 1000000000, 1, KKR_UNIT_UNSET },
  { "milliard", 1000000000, 1, KKR_UNIT_UNSET },
  { "mill.", 1000000, 1, KKR_UNIT_UNSET },
  { "mill", 1000000, 1, KKR_UNIT_UNSET },
  { "mio.", 1000000, 1, KKR_UNIT_UNSET },
  { "mio", 1000000, 1, KKR_UNIT_UNSET },
  { "mia.", 1000000000, 1, KKR_UNIT_UNSET },
  { "mia", 1000000000, 1, KKR_UNIT_UNSET },
  { "tusind", 1000, 1, KKR_UNIT_UNSET },
  { "t.kr.", 1000, 1, KKR_UNIT_AMOUNT },
  { "t. kr.", 1000, 1, KKR_UNIT_AMOUNT },
  { "t.kr", 1000, 1, KKR_UNIT_AMOUNT },
  { "tkr.", 1000, 1, KKR_UNIT_AMOUNT },
  { "tkr", 1000, 1, KKR_UNIT_AMOUNT },
  { "kroner", 1, 1, KKR_UNIT_AMOUNT },
  { "kr.", 1, 1, KKR_UNIT_AMOUNT },
  { "kr", 1, 1, KKR_UNIT_AMOUNT },
  { "dkk", 1, 1, KKR_UNIT_AMOUNT },
  { "øre", 1, 100, KKR_UNIT_AMOUNT },
  { "procentpoint", 1, 1, KKR_UNIT_PERCENTAGE_POINTS },
  { "procent", 1, 1, KKR_UNIT_PERCENT },
  { "pct.", 1, 1, KKR_UNIT_PERCENT },
  { "pct", 1, 1, KKR_UNIT_PERCENT },
  { "%", 1, 1, KKR_UNIT_PERCENT },
  { "personer", 1, 1, KKR_UNIT_PERSONS },
  { "person", 1, 1, KKR_UNIT_PERSONS },
  { "pladser", 1, 1, KKR_UNIT_PLACES },
  { "plads", 1, 1, KKR_UNIT_PLACES },
  { "tilbud", 1, 1, KKR_UNIT_OFFERS },
  { "minutter", 1, 1, KKR_UNIT_MINUTES },
  { "minut", 1, 1, KKR_UNIT_MINUTES },
  { "timer", 1, 1, KKR_UNIT_HOURS },
  { "time", 1, 1, KKR_UNIT_HOURS },
  { "dage", 1, 1, KKR_UNIT_DAYS },
  { "dag", 1, 1, KKR_UNIT_DAYS },
  { "uger", 1, 1, KKR_UNIT_WEEKS },
  { "uge", 1, 1, KKR_UNIT_WEEKS },
  { "måneder", 1, 1, KKR_UNIT_MONTHS },
  { "måned", 1, 1, KKR_UNIT_MONTHS },
  { "år", 1, 1, KKR_UNIT_YEARS },
};

typedef enum {
  FAULT_NONE,
  FAULT_NOT_A_NUMBER,
  FAULT_GROUPING,
  FAULT_ENGLISH,
  FAULT_OVERFLOW,
} Fault;

typedef struct {
  const char *at;
  GString *digits;
  guint decimals;
  gint64 num, den;
  gboolean negative;
  KkrUnit unit;
} Reader;

char *
kkr_text_quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (valid, -1) <= MAX_QUOTED)
    return g_strconcat ("\"", valid, "\"", NULL);
  start = g_utf8_substring (valid, 0, MAX_QUOTED);
  return g_strconcat ("\"", start, "…\"", NULL);
}

/* Lower case, every blank a space, every minus or dash a '-', nothing around it. */
static char *
simplify (const char *text)
{
  GString *simple = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isspace (c))
        c = ' ';
      else if (c == 0x2212 || c == 0x2013)
        c = '-';
      g_string_append_unichar (simple, g_unichar_tolower (c));
    }
  g_strstrip (simple->str);
  return g_string_free (simple, FALSE);
}

static void
skip_spaces (Reader *reader)
{
  reader->at += strspn (reader->at, " ");
}

static gboolean
take_char (Reader *reader, char c)
{
  if (*reader->at != c)
    return FALSE;
  reader->at++;
  skip_spaces (reader);
  return TRUE;
}

/* After a word: the end, a space, or what cannot go on with it. */
static gboolean
is_word (const char *at, const Word *word)
{
  gsize length = strlen (word->text);

  return strncmp (at, word->text, length) == 0 &&
         (word->text[length - 1] == '.' || !g_unichar_isalnum (g_utf8_get_char (at + length)));
}

static const Word *
take_word (Reader *reader)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (is_word (reader->at, &words[i]))
      {
        reader->at += strlen (words[i].text);
        skip_spaces (reader);
        return &words[i];
      }
  return NULL;
}

static void
apply_word (Reader *reader, const Word *word)
{
  reader->num *= word->num;
  reader->den *= word->den;
  reader->unit = word->unit;
}

/* "kr." or "DKK" may stand before the number, and a minus on either side of it. */
static Fault
read_prefix (Reader *reader)
{
  const Word *word;

  reader->negative = take_char (reader, '-');
  word = take_word (reader);
  if (word == NULL)
    return FAULT_NONE;
  if (word->unit != KKR_UNIT_AMOUNT || word->num != word->den)
    return FAULT_NOT_A_NUMBER;
  apply_word (reader, word);
  if (!reader->negative)
    reader->negative = take_char (reader, '-');
  return FAULT_NONE;
}

static gsize
read_digits (Reader *reader)
{
  gsize length = strspn (reader->at, "0123456789");

  g_string_append_len (reader->digits, reader->at, (gssize) length);
  reader->at += length;
  return length;
}

/* A group of other than three digits is nobody's thousands: "1.29" is refused, not guessed at. */
static Fault
read_whole (Reader *reader)
{
  gsize first = read_digits (reader);
  char separator = '\0';

  if (first == 0)
    return FAULT_NOT_A_NUMBER;
  while ((*reader->at == '.' || *reader->at == ' ') && g_ascii_isdigit (reader->at[1]))
    {
      if ((separator != '\0' && separator != *reader->at) || first > 3 ||
          reader->digits->str[0] == '0')
        return FAULT_GROUPING;
      separator = *reader->at++;
      if (read_digits (reader) != 3)
        return FAULT_GROUPING;
    }
  return FAULT_NONE;
}

static Fault
read_decimals (Reader *reader)
{
  if (*reader->at != ',')
    return FAULT_NONE;
  reader->at++;
  if (*reader->at == '-')
    {
      reader->at++;
      return FAULT_NONE;
    }
  reader->decimals = (guint) read_digits (reader);
  if (reader->decimals == 0)
    return FAULT_NOT_A_NUMBER;
  return (*reader->at == ',' || *reader->at == '.') && g_ascii_isdigit (reader->at[1])
         ? FAULT_ENGLISH : FAULT_NONE;
}

/* A word that scales, then a unit; either may lack. */
static Fault
read_suffix (Reader *reader)
{
  const Word *word;

  skip_spaces (reader);
  for (int count = 0; count < 2 && *reader->at != '\0'; count++)
    {
      gboolean had_unit = reader->unit != KKR_UNIT_UNSET;

      word = take_word (reader);
      if (word == NULL || (word->unit != KKR_UNIT_UNSET ? had_unit : count > 0))
        return FAULT_NOT_A_NUMBER;
      apply_word (reader, &(Word) { word->text, word->num, word->den,
                                    had_unit ? reader->unit : word->unit });
    }
  return *reader->at == '\0' ? FAULT_NONE : FAULT_NOT_A_NUMBER;
}

static Fault
read_number (Reader *reader)
{
  Fault fault = read_prefix (reader);

  if (fault == FAULT_NONE)
    fault = read_whole (reader);
  if (fault == FAULT_NONE)
    fault = read_decimals (reader);
  if (fault == FAULT_NONE)
    fault = read_suffix (reader);
  return fault;
}

static Fault
compute (const Reader *reader, KkrNumber *number)
{
  KkrInt128 digits, size = reader->den, value;

  for (guint i = 0; i < reader->decimals; i++)
    if (__builtin_mul_overflow (size, (KkrInt128) 10, &size))
      return FAULT_OVERFLOW;
  if (!kkr_int128_parse (reader->digits->str, &digits) ||
      __builtin_mul_overflow (digits, (KkrInt128) reader->num, &value) ||
      !kkr_rational_init (&number->value, reader->negative ? -value : value, size) ||
      !kkr_rational_init (&number->precision, reader->num, size))
    return FAULT_OVERFLOW;
  number->negative = reader->negative;
  number->decimals = reader->decimals;
  number->scaled = reader->num != reader->den;
  number->unit = reader->unit;
  return FAULT_NONE;
}

/* With one dot, what was meant can be said. */
static char *
suggest (const char *simple)
{
  const char *dot = strchr (simple, '.');
  g_autofree char *before = NULL;

  if (dot == NULL || strspn (dot + 1, "0123456789") != strlen (dot + 1) ||
      strspn (simple, "-0123456789") != (gsize) (dot - simple))
    return g_strdup (_("a number such as 1.234,50"));
  before = g_strndup (simple, (gsize) (dot - simple));
  if (before[0] == '0' || g_str_has_prefix (before, "-0"))
    return g_strdup_printf ("\"%s,%s\"", before, dot + 1);
  return g_strdup_printf (_("\"%s,%s\" with decimals or \"%s%s\" without"), before, dot + 1, before,
                          dot + 1);
}

static gboolean
report (Fault fault, const char *text, const char *simple, const char *what, GError **error)
{
  g_autofree char *quoted = kkr_text_quote (text);
  g_autofree char *shown = suggest (strlen (simple) <= MAX_QUOTED ? simple : "");

  if (fault == FAULT_GROUPING)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("%s whose digits are not grouped in threes: %s found, %s expected (a dot or "
                   "space separates thousands, the comma is the decimal sign)"), _(what), quoted,
                 shown);
  else if (fault == FAULT_ENGLISH)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("%s that is not written in the Danish way: %s found, a number such as 1.234,50 "
                   "expected (a dot separates thousands, the comma is the decimal sign)"), _(what),
                 quoted);
  else if (fault == FAULT_OVERFLOW)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW,
                 _("%s with more digits than the library computes with: %s found"), _(what),
                 quoted);
  else
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("%s that cannot be read: %s found, a number such as 1.234,50 expected"), _(what),
                 quoted);
  return FALSE;
}

gboolean
kkr_number_parse (const char *text, const char *what, KkrNumber *number, GError **error)
{
  g_autofree char *simple = NULL;
  g_autoptr (GString) digits = g_string_new (NULL);
  Reader reader = { .digits = digits, .num = 1, .den = 1, .unit = KKR_UNIT_UNSET };
  Fault fault;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return report (FAULT_NOT_A_NUMBER, text, "", what, error);
  simple = simplify (text);
  reader.at = simple;
  fault = read_number (&reader);
  if (fault == FAULT_NONE)
    fault = compute (&reader, number);
  return fault == FAULT_NONE || report (fault, text, simple, what, error);
}

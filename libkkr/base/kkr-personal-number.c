/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-personal-number-private.h>

#include <string.h>

#define N_DIGITS 10
#define N_DIGITS_FULL_YEAR 12

/* Digits of any script as '0' to '9', what separates groups of them as '-', other letters as 'x',
 * all else as ' '; what is not seen is left out. */
static char
simplify (gunichar c)
{
  const int digit = g_unichar_digit_value (c);

  if (digit >= 0)
    return (char) ('0' + digit);
  if (g_unichar_isspace (c) || strchr (".-/_+", (int) MIN (c, 0x7f)) != NULL || c == 0x2212)
    return '-';
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_DASH_PUNCTUATION:
      return '-';
    case G_UNICODE_FORMAT:
    case G_UNICODE_CONTROL:
    case G_UNICODE_NON_SPACING_MARK:
      return '\0';
    default:
      return g_unichar_isalnum (c) ? 'x' : ' ';
    }
}

static char *
simplify_all (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *one = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  GString *simple = g_string_new (NULL);

  for (const char *at = one; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char c = simplify (g_utf8_get_char (at));

      if (c != '\0')
        g_string_append_c (simple, c);
    }
  return g_string_free (simple, FALSE);
}

/* The same without the detour by other scripts. */
static char *
simplify_ascii (const char *text)
{
  char *simple = g_strdup (text);
  gsize n = 0;

  for (; *text != '\0'; text++)
    {
      const char c = simplify ((guchar) *text);

      if (c != '\0')
        simple[n++] = c;
    }
  simple[n] = '\0';
  return simple;
}

static gboolean
is_day_of_month (const char *digits)
{
  const int day = (digits[0] - '0') * 10 + digits[1] - '0';
  const int month = (digits[2] - '0') * 10 + digits[3] - '0';

  return ((day >= 1 && day <= 31) || (day >= 61 && day <= 91)) && month >= 1 && month <= 12;
}

static gboolean
is_year (const char *digits)
{
  const int century = (digits[0] - '0') * 10 + digits[1] - '0';

  return century == 19 || century == 20 || (century == 18 && digits[2] >= '5');
}

/* From the start of a group of digits: in groups as DD MM YY NNNN has them, or DD MM YYYY NNNN. */
static gboolean
begins_number_of (const char *at, guint n_digits)
{
  char digits[N_DIGITS_FULL_YEAR];
  guint n = 0;

  while (n < n_digits)
    {
      if (g_ascii_isdigit (*at))
        digits[n++] = *at++;
      else if (*at == '-' && (n == 2 || n == 4 || n == n_digits - 4))
        at++;
      else
        return FALSE;
    }
  return !g_ascii_isalnum (*at) && is_day_of_month (digits)
         && (n_digits == N_DIGITS || is_year (digits + 4));
}

static gboolean
begins_number (const char *at)
{
  return begins_number_of (at, N_DIGITS) || begins_number_of (at, N_DIGITS_FULL_YEAR);
}

/* "101901234", and "101901234.0" where a column of numbers had blank cells. */
static gboolean
lost_its_zero (const char *simple)
{
  char digits[N_DIGITS] = "0";
  const char *start = simple + strspn (simple, "- ");
  const gsize n = strspn (start, "0123456789");
  const char *rest = start + n;

  if (n != N_DIGITS - 1)
    return FALSE;
  memcpy (digits + 1, start, n);
  if (*rest != '\0' && !g_ascii_isalnum (*rest))
    rest += strspn (rest, "- 0");
  return *rest == '\0' && is_day_of_month (digits);
}

static gboolean
has_digits (const char *text, guint needed)
{
  for (; *text != '\0' && needed > 0; text++)
    if (g_ascii_isdigit (*text) || (guchar) *text >= 0x80)
      needed--;
  return needed == 0;
}

gboolean
kkr_text_has_personal_number (const char *text)
{
  g_autofree char *simple = NULL;

  /* Most keys of persons are shorter. */
  if (!has_digits (text, N_DIGITS - 1))
    return FALSE;
  simple = g_str_is_ascii (text) ? simplify_ascii (text) : simplify_all (text);
  for (const char *at = simple; *at != '\0'; at++)
    if (g_ascii_isdigit (*at) && (at == simple || !g_ascii_isalnum (at[-1])) && begins_number (at))
      return TRUE;
  return lost_its_zero (simple);
}

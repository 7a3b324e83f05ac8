/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-statistics-words-private.h>

#include <string.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>

static gboolean
read_two (const char *at, int least, int most, int *number)
{
  if (!g_ascii_isdigit (at[0]) || !g_ascii_isdigit (at[1]))
    return FALSE;
  *number = (at[0] - '0') * 10 + at[1] - '0';
  return *number >= least && *number <= most;
}

/* Weeks begin on Mondays, and the fourth of January is in the first one. */
static char *
week_period (int year, int week)
{
  gint32 fourth = kkr_date_from_parts (year, 1, 4);
  /* 1970-01-01 was a Thursday. */
  gint32 weekday = ((fourth + 3) % 7 + 7) % 7;
  gint32 monday = fourth - weekday + (week - 1) * 7;
  gint32 next_fourth = kkr_date_from_parts (year + 1, 1, 4);
  gint32 next_first = next_fourth - ((next_fourth + 3) % 7 + 7) % 7;

  if (monday >= next_first)
    return NULL;
  return kkr_period_text (monday, monday + 6, KKR_DATE_PRECISION_DAY, KKR_DATE_PRECISION_DAY);
}

static char *
month_period (const char *year, const char *rest)
{
  g_autofree char *text = NULL;
  gint32 from, until;
  int month, day;

  if (!read_two (rest, 1, 12, &month))
    return NULL;
  if (rest[2] == '\0')
    return g_strdup_printf ("%s-%02d", year, month);
  if (rest[2] != 'D' || !read_two (rest + 3, 1, 31, &day) || rest[5] != '\0')
    return NULL;
  text = g_strdup_printf ("%s-%02d-%02d", year, month, day);
  return kkr_period_parse (text, &from, &until) ? g_steal_pointer (&text) : NULL;
}

char *
kkr_statistics_period (const char *text, gboolean *provisional)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));
  gsize length = strlen (copy);
  char year[5];
  const char *rest;
  int week;

  *provisional = length > 0 && copy[length - 1] == '*';
  if (*provisional)
    copy[length - 1] = '\0';
  for (guint i = 0; i < 4; i++)
    if (!g_ascii_isdigit (copy[i]))
      return NULL;
  g_strlcpy (year, copy, sizeof year);
  if (g_str_equal (year, "0000"))
    return NULL;
  rest = copy + 4;
  if (*rest == '\0')
    return g_strdup (year);
  if ((*rest == 'K' || *rest == 'Q') && rest[1] >= '1' && rest[1] <= '4' && rest[2] == '\0')
    return g_strdup_printf ("%sK%c", year, rest[1]);
  if (*rest == 'H' && (rest[1] == '1' || rest[1] == '2') && rest[2] == '\0')
    return g_strdup_printf (rest[1] == '1' ? "%s-01/%s-06" : "%s-07/%s-12", year, year);
  if (*rest == 'M')
    return month_period (year, rest + 1);
  if ((*rest == 'U' || *rest == 'W') && read_two (rest + 1, 1, 53, &week) && rest[3] == '\0')
    return week_period ((int) g_ascii_strtoll (year, NULL, 10), week);
  return NULL;
}

static void
append_letter (GString *slug, gunichar letter)
{
  static const struct {
    gunichar letter;
    const char *text;
  } letters[] = {
    { 0xe6, "ae" }, { 0xf8, "oe" }, { 0xe5, "aa" }, { 0xe9, "e" }, { 0xfc, "u" }, { 0xf6, "o" },
    { 0xe4, "a" },
  };

  if (letter < 0x80 && g_ascii_isalnum ((char) letter))
    {
      g_string_append_c (slug, (char) letter);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == letter)
      {
        g_string_append (slug, letters[i].text);
        return;
      }
  if (slug->len > 0 && slug->str[slug->len - 1] != '-')
    g_string_append_c (slug, '-');
  if (letter == '+')
    g_string_append (slug, "plus");
}

char *
kkr_statistics_slug (const char *text)
{
  static const char *const totals[] = { "tot", "ialt", "i-alt", "total", "alder-i-alt",
                                        "age-total", "sex-total" };
  g_autofree char *folded = kkr_text_fold (text);
  GString *slug = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    append_letter (slug, g_utf8_get_char (at));
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    if (g_str_equal (slug->str, totals[i]))
      g_string_assign (slug, "total");
  return g_string_free (slug, FALSE);
}

static gboolean
is_one_of (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (text, words[i]))
      return TRUE;
  return FALSE;
}

KkrStatisticsValue
kkr_statistics_value (const char *text, gboolean dot_is_decimal, char **number,
                      KkrCellStatus *status)
{
  static const char *const nought[] = { "-", "\xe2\x80\x93", NULL };
  static const char *const never[] = { ".", "\xc2\xb7", NULL };
  static const char *const missing[] = { "", "...", "\xe2\x80\xa6", NULL };
  const char *at = text + (*text == '-');
  const char *sign = NULL;

  *status = KKR_CELL_STATUS_VALUE;
  if (is_one_of (text, nought))
    {
      *number = g_strdup ("0");
      return KKR_STATISTICS_NUMBER;
    }
  if (is_one_of (text, never))
    *status = KKR_CELL_STATUS_NOT_APPLICABLE;
  else if (is_one_of (text, missing))
    *status = KKR_CELL_STATUS_MISSING;
  else if (g_str_equal (text, ".."))
    *status = KKR_CELL_STATUS_SUPPRESSED;
  if (*status != KKR_CELL_STATUS_VALUE)
    return KKR_STATISTICS_STATUS;
  for (; *at != '\0'; at++)
    if ((*at == ',' || *at == '.') && sign == NULL && g_ascii_isdigit (at[1]) && at > text
        && g_ascii_isdigit (at[-1]))
      sign = at;
    else if (!g_ascii_isdigit (*at))
      return KKR_STATISTICS_BAD;
  if (at[-1] == '-')
    return KKR_STATISTICS_BAD;
  if (sign != NULL && *sign == '.' && !dot_is_decimal && at - sign == 4)
    return KKR_STATISTICS_AMBIGUOUS;
  *number = g_strdelimit (g_strdup (text), ",", '.');
  return KKR_STATISTICS_NUMBER;
}

char *
kkr_statistics_area_code (const char *text)
{
  gsize n = strspn (text, "0123456789");

  if (n < 2 || n > 4 || (text[n] != '\0' && text[n] != ' '))
    return NULL;
  /* Regions are 081 to 085 here, and 1081 to 1085 elsewhere. */
  if (n <= 3 && text[n - 2] == '8' && text[n - 1] >= '1' && text[n - 1] <= '5'
      && (n == 2 || text[0] == '0'))
    return g_strdup_printf ("108%c", text[n - 1]);
  /* Parts of the country (landsdele). */
  if (n == 2)
    return g_strdup_printf ("landsdel-%.2s", text);
  return g_strndup (text, n);
}

static gboolean
is_heading (const char *name, const char *const *words)
{
  g_autofree char *slug = kkr_statistics_slug (name);

  return is_one_of (slug, words);
}

gboolean
kkr_statistics_is_area (const char *name)
{
  static const char *const words[] = {
    "omraade", "omr", "omrade", "area", "region", "regi", "regi07", "kommune", "municipality",
    "kom", "komk", "kommunedk", "bopomr", "bopkom", "bopkomm", "arbkom", "blkom", "geo",
    "geography", NULL,
  };

  return is_heading (name, words);
}

gboolean
kkr_statistics_is_time (const char *name)
{
  static const char *const words[] = { "tid", "time", "periode", "period", "aar", "year",
                                       "kvartal", "quarter", "maaned", "month", NULL };

  return is_heading (name, words);
}

gboolean
kkr_statistics_is_contents (const char *name)
{
  static const char *const words[] = { "indhold", "contents", "content", "vaerdi", "value",
                                       "antal", NULL };

  return is_heading (name, words);
}

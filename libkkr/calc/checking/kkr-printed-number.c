/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-printed-grid-private.h>

#include <string.h>

#include <libkkr/base/kkr-figure-private.h>

/* Longer ones are texts: no number that the library computes with has so many characters. */
#define MAX_NUMBER 80

static gboolean
is_minus (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2796 || c == 0xfe58
         || c == 0xfe63 || c == 0xff0d || c == 0xf7;
}

static gboolean
is_footnote (gunichar c)
{
  return c == '*' || c == 0x2020 || c == 0x2021 || c == 0xb9 || c == 0xb2 || c == 0xb3
         || (c >= 0x2070 && c <= 0x2079);
}

/* The length of a text without one mark at its end: `*`, `¹`, ` 1)`, ` a)`, `[1]`. */
static gsize
cut_footnote (const char *text, gsize length)
{
  const char *last = g_utf8_find_prev_char (text, text + length), *at = last;

  if (last == NULL)
    return length;
  if (is_footnote (g_utf8_get_char (last)))
    return (gsize) (last - text);
  if (*last != ')' && *last != ']')
    return length;
  while (at > text && (g_ascii_isdigit (at[-1]) || g_ascii_islower (at[-1])) && last - at < 2)
    at--;
  if (at == last || at == text)
    return length;
  if (*last == ']' ? at[-1] == '[' && at - text > 1
                   : g_ascii_isspace (at[-1]) || (at[-1] == '(' && at - text > 2))
    return (gsize) (at - text) - 1;
  return length;
}

char *
kkr_printed_strip_footnotes (const char *text)
{
  gsize length = strlen (text), rest;
  char *stripped;

  while ((rest = cut_footnote (text, length)) < length && rest > 0)
    for (length = rest; length > 0 && g_ascii_isspace (text[length - 1]);)
      length--;
  stripped = g_strndup (text, length);
  return g_strstrip (stripped);
}

/* One kind of minus, before the number; `<` and `>` in words. NULL when no number can begin so. */
static char *
simplify (const char *text)
{
  g_autofree char *bare = kkr_printed_strip_footnotes (text);
  g_autoptr (GString) simple = g_string_new (NULL);
  gsize length;

  for (const char *at = bare; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_minus (c))
        g_string_append_c (simple, '-');
      else if (c == '<' || c == '>')
        g_string_append (simple, c == '<' ? "under " : "over ");
      else if (c == 0x2264 || c == 0x2265)
        g_string_append (simple, c == 0x2264 ? "højst " : "mindst ");
      else
        g_string_append_unichar (simple, c);
    }
  length = simple->len;
  if (length > 2 && simple->str[0] == '(' && simple->str[length - 1] == ')')
    {
      simple->str[0] = '-';
      g_string_truncate (simple, length - 1);
    }
  else if (length > 1 && simple->str[length - 1] == '-'
           && g_ascii_isdigit (simple->str[length - 2]))
    {
      g_string_truncate (simple, length - 1);
      g_string_prepend_c (simple, '-');
    }
  else if (simple->str[0] == '+' && simple->str[1] != '-')
    g_string_erase (simple, 0, 1);
  return g_string_free (g_steal_pointer (&simple), FALSE);
}

/* "1,234.5" to "1.234,5"; only what stands between digits. */
static char *
swap_signs (const char *text)
{
  char *swapped = g_strdup (text);

  for (char *at = swapped; *at != '\0'; at++)
    if (at > swapped && g_ascii_isdigit (at[-1]) && g_ascii_isdigit (at[1])
        && (*at == '.' || *at == ','))
      *at = *at == '.' ? ',' : '.';
  return swapped;
}

static gboolean
parse (const char *simple, gboolean english, KkrNumber *number, KkrInterval *interval)
{
  g_autofree char *swapped = english ? swap_signs (simple) : NULL;

  return kkr_figure_parse (english ? swapped : simple, "", number, interval, NULL);
}

static KkrPrintedStatus
find_mark (const char *text)
{
  static const struct {
    const char *text;
    KkrPrintedStatus status;
  } marks[] = {
    { "..", KKR_PRINTED_SUPPRESSED },    { "...", KKR_PRINTED_SUPPRESSED },
    { "…", KKR_PRINTED_SUPPRESSED },     { ".", KKR_PRINTED_NOT_APPLICABLE },
    { "n/a", KKR_PRINTED_NOT_APPLICABLE }, { "n.a.", KKR_PRINTED_NOT_APPLICABLE },
    { "i/a", KKR_PRINTED_NOT_APPLICABLE }, { "i.a.", KKR_PRINTED_NOT_APPLICABLE },
    { "·", KKR_PRINTED_NOT_APPLICABLE },
  };
  g_autofree char *bare = kkr_printed_strip_footnotes (text);
  const char *at = bare;

  if (*bare == '\0')
    return *text == '\0' ? KKR_PRINTED_BLANK : KKR_PRINTED_VALUE;
  while (is_minus (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  if (*at == '\0')
    return KKR_PRINTED_NIL;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_ascii_strcasecmp (bare, marks[i].text) == 0)
      return marks[i].status;
  return KKR_PRINTED_VALUE;
}

/* A cross or a tick counts for one, and is one exactly. */
static gboolean
is_tick (const char *text)
{
  static const char *const ticks[] = { "X", "x", "✓", "✔", "✗", "☑", "☒" };

  for (gsize i = 0; i < G_N_ELEMENTS (ticks); i++)
    if (g_str_equal (text, ticks[i]))
      return TRUE;
  return FALSE;
}

static gboolean
may_be_number (const char *text)
{
  return strlen (text) <= MAX_NUMBER && strpbrk (text, "0123456789") != NULL;
}

KkrPrintedKind
kkr_printed_kind (const char *text, guint *forms)
{
  g_autofree char *simple = NULL;
  KkrNumber danish, english;
  KkrInterval interval;

  *forms = 0;
  if (*text == '\0')
    return KKR_PRINTED_IS_BLANK;
  if (is_tick (text))
    {
      *forms = KKR_PRINTED_DANISH | KKR_PRINTED_ENGLISH | KKR_PRINTED_SAME | KKR_PRINTED_TICK;
      return KKR_PRINTED_IS_NUMBER;
    }
  if (!may_be_number (text))
    return find_mark (text) == KKR_PRINTED_VALUE ? KKR_PRINTED_IS_TEXT : KKR_PRINTED_IS_MARK;
  simple = simplify (text);
  *forms |= parse (simple, FALSE, &danish, &interval) ? KKR_PRINTED_DANISH : 0;
  if (strpbrk (simple, ".,") == NULL)
    {
      *forms |= *forms != 0 ? KKR_PRINTED_ENGLISH | KKR_PRINTED_SAME : 0;
      return *forms != 0 ? KKR_PRINTED_IS_NUMBER : KKR_PRINTED_IS_TEXT;
    }
  *forms |= parse (simple, TRUE, &english, &interval) ? KKR_PRINTED_ENGLISH : 0;
  if (*forms == (KKR_PRINTED_DANISH | KKR_PRINTED_ENGLISH))
    {
      if (kkr_rational_compare (&danish.value, &english.value) == 0
          && danish.decimals == english.decimals)
        *forms |= KKR_PRINTED_SAME;
      else if (danish.decimals == 0)
        *forms |= KKR_PRINTED_DOTTED;
    }
  return *forms != 0 ? KKR_PRINTED_IS_NUMBER : KKR_PRINTED_IS_TEXT;
}

gboolean
kkr_printed_read_cell (const char *text, gboolean english, KkrPrintedCell *cell)
{
  g_autofree char *simple = NULL;
  KkrNumber number;

  cell->status = find_mark (text);
  if (cell->status != KKR_PRINTED_VALUE)
    return TRUE;
  if (is_tick (text))
    {
      const KkrRational one = KKR_RATIONAL_INT (1);

      cell->value = cell->precision = one;
      cell->interval = (KkrInterval) { one, one, TRUE, TRUE, TRUE, TRUE };
      return TRUE;
    }
  if (!may_be_number (text))
    return FALSE;
  simple = simplify (text);
  if (!parse (simple, english, &number, &cell->interval))
    return FALSE;
  cell->value = number.value;
  cell->precision = number.precision;
  cell->decimals = number.decimals;
  cell->unit = number.unit;
  return TRUE;
}

gboolean
kkr_printed_is_year (const char *text)
{
  return strlen (text) == 4 && strspn (text, "0123456789") == 4
         && (g_str_has_prefix (text, "19") || g_str_has_prefix (text, "20"));
}

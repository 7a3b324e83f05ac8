/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-printed-grid-private.h>

#include <string.h>

/* How many numbers at the end of a line are counted apart. */
#define MAX_WORDS 64

typedef struct {
  guint n_lines;
  guint n_bars, n_semicolons, n_tabs, n_commas, n_spaces;
  guint n_words[MAX_WORDS + 1]; /* lines that end with so many numbers */
} Counts;

gboolean
kkr_printed_next_line (const char **at, const char **line, gsize *length)
{
  if (**at == '\0')
    return FALSE;
  *line = *at;
  *length = strcspn (*at, "\r\n");
  *at += *length;
  *at += **at == '\r' && (*at)[1] == '\n' ? 2 : **at != '\0';
  return TRUE;
}

/* "|---|:--:|", "+----+", "=====". */
static gboolean
is_rule (const char *line, gsize length)
{
  gsize n_strokes = 0;

  for (gsize i = 0; i < length; i++)
    if (line[i] == '-' || line[i] == '=' || line[i] == '_')
      n_strokes++;
    else if (strchr (" \t|+:", line[i]) == NULL)
      return FALSE;
  return n_strokes >= 3;
}

gboolean
kkr_printed_line_is_empty (const char *line, gsize length)
{
  gsize start = 0;

  while (start < length && g_ascii_isspace (line[start]))
    start++;
  return start == length || line[start] == '#' || is_rule (line + start, length - start);
}

/* Words at the end of a number, that a space may part from it. */
static gboolean
is_unit_word (const char *word, gsize length)
{
  static const char *const words[] = { "%", "pct.", "pct", "kr.", "kr", "mio.", "mia.", "t.kr." };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && strncmp (word, words[i], length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_figure (const char *word, gsize length)
{
  g_autofree char *text = g_strndup (word, length);
  guint forms;

  switch (kkr_printed_kind (text, &forms))
    {
    case KKR_PRINTED_IS_NUMBER:
      return (forms & KKR_PRINTED_TICK) == 0;
    case KKR_PRINTED_IS_MARK:
      return length <= 3;
    case KKR_PRINTED_IS_BLANK:
    case KKR_PRINTED_IS_TEXT:
    default:
      return FALSE;
    }
}

/* Words that take the number behind them to themselves: "§ 107". */
static gboolean
is_before_number (const char *line, gsize end)
{
  static const char *const words[] = { "§", "§§", "nr.", "stk.", "Tabel", "Figur", "Bilag" };
  gsize start;

  while (end > 0 && g_ascii_isspace (line[end - 1]))
    end--;
  for (start = end; start > 0 && !g_ascii_isspace (line[start - 1]);)
    start--;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == end - start && strncmp (line + start, words[i], end - start) == 0)
      return TRUE;
  return FALSE;
}

guint
kkr_printed_count_numbers (const char *line, gsize length, gsize *starts, guint max)
{
  gsize end = length, unit_end = 0;
  guint n_numbers = 0;

  while (n_numbers < max)
    {
      gsize start;

      while (end > 0 && g_ascii_isspace (line[end - 1]))
        end--;
      for (start = end; start > 0 && !g_ascii_isspace (line[start - 1]);)
        start--;
      if (start == end)
        break;
      if (is_unit_word (line + start, end - start))
        unit_end = unit_end > 0 ? unit_end : end;
      else if (is_figure (line + start, end - start) && !is_before_number (line, start))
        {
          starts[n_numbers++] = start;
          unit_end = 0;
        }
      else
        break;
      end = start;
    }
  return n_numbers;
}

static gboolean
is_year_at (const char *line, gsize start)
{
  g_autofree char *word = g_strndup (line + start, strcspn (line + start, " \t\r\n"));

  return kkr_printed_is_year (word);
}

/* A year before numbers that are none is the label of the line. */
static guint
count_cells (const char *line, gsize length)
{
  gsize starts[MAX_WORDS];
  guint n = kkr_printed_count_numbers (line, length, starts, MAX_WORDS);
  gboolean labelled = n < 2 || starts[n - 1] > strspn (line, " \t");

  return labelled || !is_year_at (line, starts[n - 1]) || is_year_at (line, starts[n - 2]) ? n
                                                                                           : n - 1;
}

static void
count_line (Counts *counts, const char *line, gsize length)
{
  gboolean quoted = FALSE, bars = FALSE, semicolons = FALSE, tabs = FALSE, commas = FALSE;
  gsize first = strspn (line, " \t");
  gboolean spaces = FALSE;

  for (gsize i = first; i < length; i++)
    {
      if (line[i] == '"')
        quoted = !quoted;
      if (quoted)
        continue;
      bars |= line[i] == '|';
      semicolons |= line[i] == ';';
      tabs |= line[i] == '\t';
      commas |= line[i] == ',';
      spaces |= line[i] == ' ' && i + 2 < length && line[i + 1] == ' '
                && i > first && strchr (" ,", line[i - 1]) == NULL;
    }
  counts->n_lines++;
  counts->n_bars += bars;
  counts->n_semicolons += semicolons;
  counts->n_tabs += tabs;
  counts->n_commas += commas;
  counts->n_spaces += spaces;
  counts->n_words[count_cells (line, length)]++;
}

/* Lines that end with the most usual number of numbers from `least` on, if there is one. */
static guint
find_words (const Counts *counts, guint least, guint *n_numbers)
{
  *n_numbers = least;
  for (guint i = least + 1; i <= MAX_WORDS; i++)
    if (counts->n_words[i] > counts->n_words[*n_numbers])
      *n_numbers = i;
  return counts->n_words[*n_numbers];
}

/* What stands in half of the lines or more parts them; titles and notes have less. A comma may
 * also be a decimal sign, so everything else goes before it. */
KkrPrintedLayout
kkr_printed_find_layout (const char *text, guint *n_numbers)
{
  Counts counts = { 0 };
  const char *line;
  gsize length;
  guint half;

  while (kkr_printed_next_line (&text, &line, &length))
    if (!kkr_printed_line_is_empty (line, length))
      count_line (&counts, line, length);
  half = (counts.n_lines + 1) / 2;
  *n_numbers = 0;
  if (counts.n_lines == 0)
    return KKR_PRINTED_ONE_COLUMN;
  if (counts.n_bars >= half)
    return KKR_PRINTED_BARS;
  if (counts.n_semicolons >= half)
    return KKR_PRINTED_SEMICOLONS;
  if (counts.n_tabs >= half)
    return KKR_PRINTED_TABS;
  if (counts.n_spaces >= half)
    return KKR_PRINTED_SPACES;
  if (find_words (&counts, 1, n_numbers) >= half)
    return KKR_PRINTED_WORDS;
  if (counts.n_commas >= half)
    return KKR_PRINTED_COMMAS;
  /* On a page labels run over several lines, and titles do. */
  return find_words (&counts, 2, n_numbers) > 1 ? KKR_PRINTED_WORDS : KKR_PRINTED_ONE_COLUMN;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-printed-grid-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

/* Lines as they come out of a page that is copied: a label and its numbers with a single space
 * between them, a label that runs over several lines, headings and titles of any words. */

typedef struct {
  KkrPrintedGrid *grid;
  guint n_numbers;   /* of a whole line */
  gboolean has_rows; /* a line of numbers that are no years was found */
  GString *label;    /* lines of a label whose numbers are yet to come */
  guint line;        /* where the label starts */
} Words;

typedef struct {
  const char *text;
  gsize length;
  guint number;
} Line;

typedef struct {
  gsize start;
  gsize end;
} Word;

static gboolean
next_word (const Line *line, gsize from, Word *word)
{
  while (from < line->length && g_ascii_isspace (line->text[from]))
    from++;
  word->start = from;
  while (from < line->length && !g_ascii_isspace (line->text[from]))
    from++;
  word->end = from;
  return word->end > word->start;
}

static char *
copy_word (const Line *line, const Word *word)
{
  return g_strndup (line->text + word->start, word->end - word->start);
}

/* Words that belong to the one before them: "mio. kr.", "I alt", and "Tilsyn i alt"; with
 * `numbered` also "Budget 2022" and "Type 1". */
static gboolean
goes_on (const char *before, const char *word, const char *after, gboolean numbered)
{
  static const char *const pairs[][2] = {
    { "Mio.", "kr." }, { "mio.", "kr." }, { "Mia.", "kr." }, { "mia.", "kr." }, { "1.000", "kr." },
    { "I", "alt" },    { "i", "alt" },    { "pct.", "point" }, { "i", "pct." }, { "i", "kr." },
  };
  gboolean digits = strspn (word, "0123456789") == strlen (word);

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if ((g_str_equal (before, pairs[i][0]) && g_str_equal (word, pairs[i][1])) ||
        (pairs[i][0][0] == 'i' && g_str_equal (word, pairs[i][0]) &&
         g_str_equal (after, pairs[i][1])))
      return TRUE;
  if (!digits || (strlen (word) > 2 && !kkr_printed_is_year (word)))
    return FALSE;
  return g_str_equal (before, "År")
         || (numbered && strspn (before, "0123456789") < strlen (before));
}

/* The next words of a line of headings that make up one of them. */
static gboolean
next_heading (const Line *line, gsize from, gboolean numbered, Word *heading)
{
  Word word;
  g_autofree char *before = NULL;

  if (!next_word (line, from, heading))
    return FALSE;
  before = copy_word (line, heading);
  while (next_word (line, heading->end, &word))
    {
      g_autofree char *text = copy_word (line, &word), *after = NULL;
      Word behind;

      next_word (line, word.end, &behind);
      after = copy_word (line, &behind);
      if (!goes_on (before, text, after, numbered))
        break;
      heading->end = word.end;
      g_free (before);
      before = g_steal_pointer (&text);
    }
  return TRUE;
}

static gboolean
add_label (Words *words, GError **error)
{
  gboolean good = TRUE;

  if (words->label->len > 0)
    good = kkr_printed_grid_add_record (words->grid, words->line, error)
           && kkr_printed_grid_add_field (words->grid, words->label->str, words->label->len,
                                          words->line, 1, error);
  g_string_truncate (words->label, 0);
  return good;
}

/* Adds a line of headings, with or without one for the labels. */
static gboolean
add_headings (Words *words, const Line *line, gboolean numbered, gboolean *done, GError **error)
{
  Word heading = { 0, 0 };
  guint n = 0;

  while (next_heading (line, heading.end, numbered, &heading))
    n++;
  *done = n == words->n_numbers + 1 || (n == words->n_numbers && n > 1);
  if (!*done)
    return TRUE;
  if (!add_label (words, error)
      || !kkr_printed_grid_add_record (words->grid, line->number, error))
    return FALSE;
  if (n == words->n_numbers
      && !kkr_printed_add_part (words->grid, line->text, 0, 0, line->number, error))
    return FALSE;
  for (heading.end = 0; next_heading (line, heading.end, numbered, &heading);)
    if (!kkr_printed_add_part (words->grid, line->text, heading.start, heading.end, line->number,
                               error))
      return FALSE;
  return TRUE;
}

static gboolean
ends_open (const char *label)
{
  static const char *const ends[] = { "-", ",", "§", " nr.", " stk.", " og", " eller", " i", " af",
                                      " for", " til", " på", " med", " fra", " ved", " pr." };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (label, ends[i]))
      return TRUE;
  return FALSE;
}

/* Whether a label runs on from the lines before it. */
static gboolean
runs_on (const Words *words, const char *part)
{
  if (words->label->len == 0)
    return FALSE;
  return ends_open (words->label->str) || *part == '('
         || g_unichar_islower (g_utf8_get_char_validated (part, -1));
}

/* "resulta-" and "ter" are one word, "drifts-" and "og" are not. */
static void
append (GString *label, const char *part)
{
  gboolean parted = label->len > 0 && label->str[label->len - 1] == '-'
                    && g_unichar_islower (g_utf8_get_char_validated (part, -1))
                    && !g_str_has_prefix (part, "og ") && !g_str_has_prefix (part, "eller ");

  if (parted)
    g_string_truncate (label, label->len - 1);
  else if (label->len > 0 && *part != '\0')
    g_string_append_c (label, ' ');
  g_string_append (label, part);
}

static gboolean
take_label (Words *words, const char *part, guint number, GError **error)
{
  if (!runs_on (words, part) && !add_label (words, error))
    return FALSE;
  if (words->label->len == 0)
    words->line = number;
  append (words->label, part);
  return TRUE;
}

/* Years and numbers of columns head them. */
static gboolean
is_row (const Line *line, const gsize *starts, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      Word word;
      g_autofree char *text = NULL;

      next_word (line, starts[i], &word);
      text = copy_word (line, &word);
      if (*text != '(' && !kkr_printed_is_year (text))
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_row (Words *words, const Line *line, const char *label, const gsize *starts, guint n,
         GError **error)
{
  gboolean row = is_row (line, starts, n);

  if ((!row || (*label != '\0' && !runs_on (words, label))) && !add_label (words, error))
    return FALSE;
  append (words->label, label);
  if (!kkr_printed_grid_add_record (words->grid, line->number, error)
      || !kkr_printed_grid_add_field (words->grid, words->label->str, words->label->len,
                                      line->number, 1, error))
    return FALSE;
  g_string_truncate (words->label, 0);
  words->has_rows |= row;
  for (guint i = n; i > 0; i--)
    if (!kkr_printed_add_part (words->grid, line->text, starts[i - 1],
                               i > 1 ? starts[i - 2] : line->length, line->number, error))
      return FALSE;
  return TRUE;
}

/* A number at the end of a line of words before the table, or in a label. */
static gboolean
is_in_words (const Words *words, const Line *line, const char *label, const gsize *starts, guint n)
{
  g_autofree char *last = NULL;
  Word word;

  if (n != 1 || words->n_numbers < 2)
    return FALSE;
  if (*label == '\0')
    return words->label->len > 0 && ends_open (words->label->str);
  if (words->has_rows)
    return FALSE;
  next_word (line, starts[0], &word);
  last = copy_word (line, &word);
  return words->n_numbers > 2 || kkr_printed_is_year (last) || g_str_has_prefix (label, "Tabel")
         || g_str_has_prefix (label, "Figur") || g_str_has_prefix (label, "Table");
}

/* One number more may end a label ("Gruppe 1"), and a dash stands in one ("0 - 17"). */
static gboolean
check_numbers (const Words *words, const Line *line, const gsize *starts, guint n, GError **error)
{
  for (guint i = words->n_numbers; i < n; i++)
    if (!g_ascii_isdigit (line->text[starts[i]]))
      return TRUE;
  if (n < words->n_numbers + 2)
    return TRUE;
  return kkr_printed_fail (error, line->number, 1,
                           g_strdup_printf (_("a line with too many cells: %u numbers found, %u "
                                              "expected as in most lines"), n, words->n_numbers));
}

static gboolean
split (Words *words, const Line *line, GError **error)
{
  gsize starts[KKR_PRINTED_MAX_COLUMNS];
  guint n_found = kkr_printed_count_numbers (line->text, line->length, starts,
                                             MIN (words->n_numbers + 8,
                                                  KKR_PRINTED_MAX_COLUMNS - 1));
  guint n = MIN (n_found, words->n_numbers);
  g_autofree char *label = g_strndup (line->text, n > 0 ? starts[n - 1] : line->length);
  g_autofree char *whole = g_strndup (line->text, line->length);
  gboolean done = FALSE;

  g_strstrip (label);
  g_strstrip (whole);
  if (!check_numbers (words, line, starts, n_found, error))
    return FALSE;
  if (n < words->n_numbers && !words->has_rows && !ends_open (whole)
      && (!add_headings (words, line, FALSE, &done, error)
          || (!done && !add_headings (words, line, TRUE, &done, error))))
    return FALSE;
  if (done)
    return TRUE;
  if (n == 0 || is_in_words (words, line, label, starts, n))
    return take_label (words, whole, line->number, error);
  return add_row (words, line, label, starts, n, error);
}

gboolean
kkr_printed_read_words (KkrPrintedGrid *grid, const char *text, guint n_numbers, GError **error)
{
  g_autoptr (GString) label = g_string_new (NULL);
  Words words = { grid, n_numbers, FALSE, label, 0 };
  Line line = { NULL, 0, 0 };

  while (kkr_printed_next_line (&text, &line.text, &line.length))
    {
      line.number++;
      if (!kkr_printed_line_is_empty (line.text, line.length) && !split (&words, &line, error))
        return FALSE;
    }
  return add_label (&words, error);
}

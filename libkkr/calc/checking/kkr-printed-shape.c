/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-printed-grid-private.h>

#include <string.h>

static KkrPrintedKind
kind_at (const KkrPrintedShape *shape, const KkrPrintedGrid *grid, guint record, guint column)
{
  return (KkrPrintedKind) shape->kinds[record * grid->n_columns + column];
}

static const char *
text_at (const KkrPrintedGrid *grid, guint record, guint column)
{
  return kkr_printed_grid_get_field (grid, record, column)->text;
}

static gboolean
is_lone (const KkrPrintedGrid *grid, guint record)
{
  for (guint i = 1; i < grid->n_columns; i++)
    if (*text_at (grid, record, i) != '\0')
      return FALSE;
  return TRUE;
}

/* "1 2 3" and "(1) (2) (3)" number the columns. */
static gboolean
numbers_columns (const KkrPrintedGrid *grid, guint record, guint first)
{
  guint n = 0;

  for (guint i = first; i < grid->n_columns; i++)
    {
      const char *text = text_at (grid, record, i);
      g_autofree char *plain = NULL, *bracketed = NULL;

      if (*text == '\0')
        continue;
      plain = g_strdup_printf ("%u", ++n);
      bracketed = g_strdup_printf ("(%u)", n);
      if (!g_str_equal (text, plain) && !g_str_equal (text, bracketed))
        return FALSE;
    }
  return n > 1;
}

/* "1.000 kr." above a column is its unit. */
static gboolean
is_scale (const char *text)
{
  static const char *const scales[] = { "1.000 ", "1,000 ", "1000 ", "1.000.000 ", "100 " };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    if (g_str_has_prefix (text, scales[i]) && g_ascii_isalpha (text[strlen (scales[i])]))
      return TRUE;
  return FALSE;
}

/* Whether a record before the first numbers holds headings: no numbers but years, or those of the
 * columns. Years alone are numbers when headings stand above them and a label before them. */
static gboolean
is_heading (const KkrPrintedShape *shape, const KkrPrintedGrid *grid, guint record,
            gboolean had_texts)
{
  guint first = grid->n_columns > 1 ? 1 : 0, n_texts = 0, n_years = 0, n_ticks = 0;

  if (*text_at (grid, record, 0) == '\0' && numbers_columns (grid, record, 1))
    return TRUE;
  for (guint i = first; i < grid->n_columns; i++)
    {
      KkrPrintedKind kind = kind_at (shape, grid, record, i);

      if (kind == KKR_PRINTED_IS_TEXT
          || (*text_at (grid, record, 0) == '\0' && is_scale (text_at (grid, record, i))))
        n_texts++;
      else if (shape->forms[record * grid->n_columns + i] & KKR_PRINTED_TICK)
        n_ticks++;
      else if (kind == KKR_PRINTED_IS_NUMBER)
        {
          if (grid->n_columns == 1 || !kkr_printed_is_year (text_at (grid, record, i)))
            return FALSE;
          n_years++;
        }
    }
  /* X may also be the name of a column. */
  if (n_ticks > 1)
    return FALSE;
  if (n_years > 0)
    return n_texts > 0 || !had_texts || *text_at (grid, record, 0) == '\0';
  return n_texts > 0;
}

static void
find_headings (KkrPrintedShape *shape, const KkrPrintedGrid *grid)
{
  gboolean had_texts = FALSE;

  while (shape->n_headings < shape->n_records
         && is_heading (shape, grid, shape->n_headings, had_texts))
    {
      had_texts = TRUE;
      shape->n_headings++;
    }
}

static gboolean
is_note (const char *text)
{
  static const char *const words[] = { "Kilde", "Kilder", "Source", "Note", "Noter", "Anm", "Obs" };
  gsize letters = 0;

  while (g_ascii_isalpha (text[letters]))
    letters++;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == letters && g_ascii_strncasecmp (text, words[i], letters) == 0)
      return strchr (":.", text[letters]) != NULL;
  if (*text == '*')
    return TRUE;
  letters = strspn (text, "0123456789");
  return letters > 0 && letters < 3 && text[letters] == ')';
}

/* Lines below the table that say where it is from, or what its marks mean. */
static void
drop_notes (KkrPrintedShape *shape, const KkrPrintedGrid *grid)
{
  guint last = grid->records->len;

  while (last > 1 && is_lone (grid, last - 1))
    last--;
  for (guint i = last; i < grid->records->len; i++)
    if (grid->n_columns > 1 && is_note (text_at (grid, i, 0)))
      {
        shape->n_records = i;
        return;
      }
}

/* A heading that is printed again further down, whole. */
static gboolean
repeats_heading (const KkrPrintedShape *shape, const KkrPrintedGrid *grid, guint record)
{
  for (guint i = 0; i < shape->n_headings; i++)
    {
      gboolean same = TRUE;

      for (guint j = 1; j < grid->n_columns && same; j++)
        same = g_str_equal (text_at (grid, i, j), text_at (grid, record, j));
      if (same && !is_lone (grid, i))
        return TRUE;
    }
  return FALSE;
}

typedef struct {
  guint n_numbers, n_marks, n_texts, n_years;
  gboolean counts_rows; /* 1, 2, 3 ... */
} Tally;

static Tally
count_column (const KkrPrintedShape *shape, const KkrPrintedGrid *grid, guint column)
{
  Tally tally = { .counts_rows = TRUE };

  for (guint i = shape->n_headings; i < shape->n_records; i++)
    {
      KkrPrintedKind kind = kind_at (shape, grid, i, column);
      const char *text = text_at (grid, i, column);

      if (shape->skipped[i])
        continue;
      tally.n_texts += kind == KKR_PRINTED_IS_TEXT;
      tally.n_marks += kind == KKR_PRINTED_IS_MARK;
      if (kind != KKR_PRINTED_IS_NUMBER)
        continue;
      tally.n_years += kkr_printed_is_year (text);
      tally.n_numbers++;
      tally.counts_rows &= g_ascii_strtoull (text, NULL, 10) == tally.n_numbers
                           && strspn (text, "0123456789") == strlen (text);
    }
  return tally;
}

/* Numbers under these words are names. */
static gboolean
has_name_heading (const KkrPrintedShape *shape, const KkrPrintedGrid *grid, guint column)
{
  static const char *const words[] = {
    "år", "year", "nr", "nr.", "no.", "no", "kode", "code", "række", "row", "periode", "seq", "id",
    "kommunekode", "kommunenr", "kommunenr.", "kommune_nr", "regionskode", "kommune", "region",
  };
  /* The last two may head numbers of theirs, unless they come first. */
  const gsize n_words = G_N_ELEMENTS (words) - (column > 0 ? 2 : 0);

  for (guint i = 0; i < shape->n_headings; i++)
    {
      g_autofree char *lower = g_utf8_strdown (text_at (grid, i, column), -1);

      for (gsize j = 0; j < n_words; j++)
        if (g_str_equal (lower, words[j]))
          return TRUE;
    }
  return FALSE;
}

static KkrPrintedRole
find_role (const KkrPrintedShape *shape, const KkrPrintedGrid *grid, guint column)
{
  Tally tally = count_column (shape, grid, column);
  gboolean leads = column == 0 || shape->roles[column - 1] == KKR_PRINTED_LABELS;

  if (leads && grid->n_columns > 1 && has_name_heading (shape, grid, column))
    return KKR_PRINTED_LABELS;
  if (column == 0 && grid->n_columns > 1)
    return tally.n_texts > 0 || tally.n_numbers == tally.n_years
           || (tally.counts_rows && tally.n_numbers > 1)
             ? KKR_PRINTED_LABELS : KKR_PRINTED_NUMBERS;
  if (tally.n_numbers > 0 ? tally.n_numbers >= tally.n_texts
                          : tally.n_marks > 0 && tally.n_texts == 0)
    return KKR_PRINTED_NUMBERS;
  return leads && tally.n_texts > 0 ? KKR_PRINTED_LABELS : KKR_PRINTED_REMARKS;
}

void
kkr_printed_shape_find (KkrPrintedShape *shape, const KkrPrintedGrid *grid)
{
  guint n_records = grid->records->len;
  guint forms;

  *shape = (KkrPrintedShape) { .n_records = n_records };
  shape->kinds = g_new0 (guint8, (gsize) n_records * grid->n_columns);
  shape->forms = g_new0 (guint8, (gsize) n_records * grid->n_columns);
  shape->skipped = g_new0 (gboolean, n_records);
  shape->roles = g_new0 (KkrPrintedRole, grid->n_columns);
  for (guint i = 0; i < n_records; i++)
    for (guint j = 0; j < grid->n_columns; j++)
      {
        shape->kinds[i * grid->n_columns + j] =
          (guint8) kkr_printed_kind (text_at (grid, i, j), &forms);
        shape->forms[i * grid->n_columns + j] = (guint8) forms;
      }
  drop_notes (shape, grid);
  find_headings (shape, grid);
  for (guint i = shape->n_headings; i < shape->n_records; i++)
    shape->skipped[i] = repeats_heading (shape, grid, i);
  for (guint j = 0; j < grid->n_columns; j++)
    shape->roles[j] = find_role (shape, grid, j);
}

void
kkr_printed_shape_clear (KkrPrintedShape *shape)
{
  g_clear_pointer (&shape->kinds, g_free);
  g_clear_pointer (&shape->forms, g_free);
  g_clear_pointer (&shape->skipped, g_free);
  g_clear_pointer (&shape->roles, g_free);
}

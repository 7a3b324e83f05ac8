/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/reproduce-private.h>

#include <string.h>

/* A terminal of 100 columns: names, and five counts right-aligned. */
#define WIDTH 100
#define N_COUNTS 5

static const struct {
  const char *name;
  const char *danish;
  const char *english;
  int width;
} counts_of[N_COUNTS] = {
  { "figures", "Tal", "Figures", 8 },
  { "by-calculator", "Beregner", "Calculator", 11 },
  { "exact", "Eksakt", "Exact", 8 },
  { "after-rounding", "Efter afrunding", "After rounding", 16 },
  { "differs", "Afviger", "Differs", 8 },
};

typedef struct {
  KkrResult *result;
  const char *language;
  GHashTable *titles; /* of documents, by id */
  GString *text;
} Text;

static const char *
in (const Text *self, const char *danish, const char *english)
{
  return g_str_equal (self->language, "en") ? english : danish;
}

static char *
dup_cell (const Text *self, KkrTable *table, const char *column, guint row)
{
  return kkr_column_dup_text_in (kkr_table_get_column (table, column), row, self->language);
}

/* Where the next line of a text begins that is to be no wider. */
static const char *
find_break (const char *text, glong width)
{
  const char *end = text, *space = NULL;

  for (glong n = 0; *end != '\0' && n < width; n++, end = g_utf8_next_char (end))
    if (*end == ' ')
      space = end;
  if (*end == '\0' || *end == ' ' || space == NULL)
    return end;
  return space;
}

/* The text in lines; the last is not ended. Returns how wide it is. */
static glong
append_wrapped (Text *self, const char *text, int indent, glong width)
{
  glong last = indent;

  for (gboolean first = TRUE; *text != '\0'; first = FALSE)
    {
      const char *end = find_break (text, width - indent);

      g_string_append_printf (self->text, "%s%*s%.*s", first ? "" : "\n", indent, "",
                              (int) (end - text), text);
      last = indent + g_utf8_strlen (text, end - text);
      text = *end == ' ' ? end + 1 : end;
    }
  return last;
}

static glong
names_width (void)
{
  glong width = WIDTH;

  for (gsize i = 0; i < N_COUNTS; i++)
    width -= counts_of[i].width;
  return width;
}

static void
append_heads (Text *self, const char *title)
{
  glong last = append_wrapped (self, title, 0, names_width ());

  g_string_append_printf (self->text, "%*s", (int) (names_width () - last), "");
  for (gsize i = 0; i < N_COUNTS; i++)
    g_string_append_printf (self->text, "%*s", counts_of[i].width,
                            in (self, counts_of[i].danish, counts_of[i].english));
  g_string_append_c (self->text, '\n');
}

static void
append_counts (Text *self, const char *name, const gint64 counts[N_COUNTS])
{
  glong last = append_wrapped (self, name, 2, names_width () - 1);

  g_string_append_printf (self->text, "%*s", (int) (names_width () - last), "");
  for (gsize i = 0; i < N_COUNTS; i++)
    {
      g_autofree char *count = reproduction_count (counts[i], self->language);

      g_string_append_printf (self->text, "%*s", counts_of[i].width, count);
    }
  g_string_append_c (self->text, '\n');
}

static void
read_counts (KkrTable *table, guint row, gint64 counts[N_COUNTS], gint64 sum[N_COUNTS])
{
  for (gsize i = 0; i < N_COUNTS; i++)
    {
      counts[i] = kkr_column_get_int64 (kkr_table_get_column (table, counts_of[i].name), row);
      sum[i] += counts[i];
    }
}

static const char *
document_title (const Text *self, const char *id)
{
  const char *title = g_hash_table_lookup (self->titles, id);

  return title != NULL ? title : id;
}

static void
append_document (Text *self, KkrTable *score, const char *document, gint64 all[N_COUNTS])
{
  g_autofree char *total = g_strdup_printf ("%s (%s)", in (self, "I alt", "Total"), document);
  gint64 counts[N_COUNTS], sum[N_COUNTS] = { 0 };

  append_wrapped (self, document_title (self, document), 0, WIDTH);
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < kkr_table_get_n_rows (score); i++)
    {
      g_autofree char *of = dup_cell (self, score, "document", i);
      g_autofree char *title = dup_cell (self, score, "title", i);

      if (!g_str_equal (of, document))
        continue;
      read_counts (score, i, counts, sum);
      append_counts (self, title, counts);
    }
  append_counts (self, total, sum);
  g_string_append_c (self->text, '\n');
  for (gsize i = 0; i < N_COUNTS; i++)
    all[i] += sum[i];
}

static void
append_score (Text *self)
{
  KkrTable *score = kkr_result_get_table_named (self->result, "score");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 all[N_COUNTS] = { 0 };

  append_heads (self, in (self, "Trykte tal, regnet efter", "Printed figures, recomputed"));
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < kkr_table_get_n_rows (score); i++)
    {
      char *document = dup_cell (self, score, "document", i);

      if (g_hash_table_add (seen, document))
        append_document (self, score, document, all);
    }
  append_counts (self, in (self, "Alle dokumenter", "All documents"), all);
  g_string_append_c (self->text, '\n');
}

static void
append_kinds (Text *self)
{
  KkrTable *kinds = kkr_result_get_table_named (self->result, "kinds");
  gint64 counts[N_COUNTS], sum[N_COUNTS] = { 0 };

  append_heads (self, in (self, "Regnet som", "Computed as"));
  for (guint i = 0; i < kkr_table_get_n_rows (kinds); i++)
    {
      g_autofree char *kind = dup_cell (self, kinds, "kind", i);

      read_counts (kinds, i, counts, sum);
      if (counts[0] > 0)
        append_counts (self, kind, counts);
    }
  g_string_append_c (self->text, '\n');
}

static void
append_meanings (Text *self)
{
  static const char *const danish[] = {
    "Eksakt: de trykte tal giver netop det trykte tal.",
    "Efter afrunding: det beregnede tal bliver til det trykte, når det afrundes, eller der kan stå "
    "tal bag de afrundede, som giver det.",
    "Afviger: ingen afrunding kan forklare det.",
  };
  static const char *const english[] = {
    "Exact: the printed figures give just the printed one.",
    "After rounding: the computed figure is the printed one when it is rounded, or there can be "
    "numbers behind rounded figures that give it.",
    "Differs: no rounding can explain it.",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (danish); i++)
    {
      append_wrapped (self, in (self, danish[i], english[i]), 0, WIDTH);
      g_string_append_c (self->text, '\n');
    }
  g_string_append_c (self->text, '\n');
}

static void
append_difference (Text *self, KkrTable *table, guint row)
{
  KkrTable *score = kkr_result_get_table_named (self->result, "score");
  g_autofree char *about = dup_cell (self, table, "case", row);
  g_autofree char *place = dup_cell (self, table, "row", row);
  g_autofree char *column = dup_cell (self, table, "column", row);
  g_autofree char *printed = dup_cell (self, table, "printed", row);
  g_autofree char *computed = dup_cell (self, table, "computed", row);
  g_autofree char *hypothesis = dup_cell (self, table, "hypothesis", row);
  g_autofree char *document = dup_cell (self, table, "document", row);
  gint64 of = kkr_table_find_row (score, about, NULL);
  g_autofree char *title = of >= 0 ? dup_cell (self, score, "title", (guint) of) : NULL;
  g_autofree char *section = of >= 0 ? dup_cell (self, score, "section", (guint) of) : NULL;
  g_autofree char *where = g_strdup_printf ("%s: %s", title != NULL ? title : about, section);
  g_autofree char *what =
    g_strdup_printf ("%s, %s: %s %s, %s %s", place, column, in (self, "trykt", "printed"), printed,
                     in (self, "beregnet", "computed"), computed);
  const char *lines[] = { where, what, hypothesis };

  append_wrapped (self, document_title (self, document), 0, WIDTH);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_string_append_c (self->text, '\n');
      append_wrapped (self, lines[i], 2, WIDTH);
    }
  g_string_append (self->text, "\n\n");
}

static void
append_differences (Text *self)
{
  KkrTable *table = kkr_result_get_table_named (self->result, "differences");

  if (kkr_table_get_n_rows (table) == 0)
    return;
  g_string_append_printf (self->text, "%s\n\n", in (self, "Tal, der afviger",
                                                   "Figures that differ"));
  for (guint i = 0; i < kkr_table_get_n_rows (table); i++)
    append_difference (self, table, i);
}

void
reproduction_append_text (KkrResult *result, KkrRegister *reg, const char *language, GString *text)
{
  g_autoptr (GHashTable) titles = reproduction_titles (reg, language);
  Text self = { result, language, titles, text };

  append_score (&self);
  append_kinds (&self);
  append_meanings (&self);
  append_differences (&self);
}

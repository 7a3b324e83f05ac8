/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

#include <string.h>

#define LINE_WIDTH 100

/* How much of what rounding explains is told; the table of relations has it all. */
#define MAX_EXPLAINED 20

/* What `kkr reconcile` says when it is not asked for tables: the sum of it, what fails and what
 * would mend it, then what rounding explains, and how the author seems to have rounded. */

static const char *
choose (const Arguments *arguments, const char *danish, const char *english)
{
  return g_str_equal (arguments->language, "en") ? english : danish;
}

/* A paragraph behind `mark`, in lines that fit. */
static void
append_paragraph (GString *report, const char *mark, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  const glong indent = (glong) strlen (mark);
  glong column = indent;

  g_string_append (report, mark);
  for (guint i = 0; words[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);
      gboolean first = column == indent;

      if (!first && column + 1 + length > LINE_WIDTH)
        {
          g_string_append_printf (report, "\n%*s", (int) indent, "");
          column = indent;
          first = TRUE;
        }
      g_string_append_printf (report, "%s%s", first ? "" : " ", words[i]);
      column += length + !first;
    }
  g_string_append_c (report, '\n');
}

static void
append_item (GString *report, const char *text)
{
  append_paragraph (report, "  - ", text);
}

static guint
count (char **verdicts, const char *verdict)
{
  guint n = 0;

  for (guint i = 0; verdicts[i] != NULL; i++)
    n += g_str_equal (verdicts[i], verdict);
  return n;
}

static void
append_rest (const Arguments *arguments, guint n, const char *table, GString *report)
{
  g_autofree char *text =
    g_strdup_printf ("%s %u %s --table %s", choose (arguments, "og", "and"), n,
                     choose (arguments, "til: alle vises med", "more: all are shown by"), table);

  append_item (report, text);
}

/* The number of the error goes before what fails, so that its repairs can be found. */
static void
append_relation (const Arguments *arguments, KkrTable *relations, guint row, gboolean failed,
                 GString *report)
{
  g_autofree char *text = kkr_column_dup_text_in (kkr_table_get_column (relations, "relation"), row,
                                                  arguments->language);
  g_autofree char *error = kkr_column_dup_text_in (kkr_table_get_column (relations, "error"), row,
                                                   arguments->language);
  g_autofree char *numbered = g_strdup_printf ("%s %s: %s", choose (arguments, "Fejl", "Error"),
                                               error, text);

  append_item (report, failed ? numbered : text);
}

static void
append_relations (const Arguments *arguments, KkrTable *relations, char **verdicts,
                  const char *verdict, const char *title, guint max, GString *report)
{
  guint n = count (verdicts, verdict), n_told = 0;

  if (n == 0)
    return;
  g_string_append_printf (report, "\n%s: %u\n", title, n);
  for (guint i = 0; verdicts[i] != NULL && n_told < max; i++)
    if (g_str_equal (verdicts[i], verdict))
      {
        append_relation (arguments, relations, i, max == G_MAXUINT, report);
        n_told++;
      }
  if (n_told < n)
    append_rest (arguments, n - n_told, "relations", report);
}

static char *
describe_repair (const Arguments *arguments, KkrTable *repairs, guint row)
{
  static const char *const names[] = { "error", "cell", "printed", "could-be", "n-mended", "line" };
  g_auto (GStrv) cells = g_new0 (char *, G_N_ELEMENTS (names) + 1);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    cells[i] = kkr_column_dup_text_in (kkr_table_get_column (repairs, names[i]), row,
                                       arguments->language);
  if (g_str_equal (arguments->language, "en"))
    return g_strdup_printf ("Error %s: %s (line %s): %s printed, could be %s; that mends %s %s.",
                            cells[0], cells[1], cells[5], cells[2], cells[3], cells[4],
                            g_str_equal (cells[4], "1") ? "relation" : "relations");
  return g_strdup_printf ("Fejl %s: %s (linje %s): trykt %s, kunne være %s; det retter %s.",
                          cells[0], cells[1], cells[5], cells[2], cells[3],
                          g_str_equal (cells[4], "1") ? "bruddet" : cells[4]);
}

static void
append_repairs (const Arguments *arguments, KkrTable *repairs, GString *report)
{
  guint n = kkr_table_get_n_rows (repairs);

  if (n == 0)
    return;
  g_string_append_printf (report, "\n%s: %u\n",
                          choose (arguments, "Mulige rettelser af én celle, som ikke bryder andet",
                                  "Possible repairs of one cell that break nothing else"), n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = describe_repair (arguments, repairs, i);

      append_item (report, text);
    }
}

static void
append_rules (const Arguments *arguments, KkrTable *rules, GString *report)
{
  static const char *const names[] = { "line", "rule", "reproduced", "figures" };
  guint n = kkr_table_get_n_rows (rules);

  if (n == 0)
    return;
  g_string_append_printf (report, "\n%s: %u\n",
                          choose (arguments, "Sådan ser der ud til at være afrundet",
                                  "How the figures seem to be rounded"), n);
  for (guint i = 0; i < MIN (n, MAX_EXPLAINED); i++)
    {
      g_auto (GStrv) cells = g_new0 (char *, G_N_ELEMENTS (names) + 1);
      g_autofree char *text = NULL;

      for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
        cells[k] = kkr_column_dup_text_in (kkr_table_get_column (rules, names[k]), i,
                                           arguments->language);
      text = g_strdup_printf ("%s: %s (%s %s %s %s)", cells[0], cells[1],
                              choose (arguments, "giver", "gives"), cells[2],
                              choose (arguments, "af", "of"), cells[3]);
      append_item (report, text);
    }
  if (n > MAX_EXPLAINED)
    append_rest (arguments, n - MAX_EXPLAINED, "rules", report);
}

static void
append_notes (const Arguments *arguments, KkrResult *result, GString *report)
{
  gsize n_notes;
  KkrNote **notes = kkr_result_dup_notes (result, &n_notes);

  for (gsize i = 0; i < n_notes; i++)
    {
      append_paragraph (report, "", choose (arguments, kkr_note_get_danish (notes[i]),
                                            kkr_note_get_english (notes[i])));
      g_object_unref (notes[i]);
    }
  g_free (notes);
}

int
say_reconciliation (const Arguments *arguments, KkrResult *result)
{
  KkrTable *relations = kkr_result_get_table (result);
  g_auto (GStrv) verdicts =
    kkr_column_get_strings (kkr_table_get_column (relations, "verdict"));
  g_autoptr (GString) report = g_string_new (NULL);

  append_notes (arguments, result, report);
  append_relations (arguments, relations, verdicts, "impossible",
                    choose (arguments, "Stemmer ikke", "Does not add up"), G_MAXUINT, report);
  append_repairs (arguments, kkr_result_get_table_named (result, "repairs"), report);
  append_relations (arguments, relations, verdicts, "possible",
                    choose (arguments, "Forklares af afrunding", "Explained by rounding"),
                    MAX_EXPLAINED, report);
  append_rules (arguments, kkr_result_get_table_named (result, "rules"), report);
  return say (report->str);
}

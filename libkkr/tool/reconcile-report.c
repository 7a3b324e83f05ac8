/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

#include <string.h>

#define LINE_WIDTH 100

/* What `kkr reconcile` says when it is not asked for tables: what fails and what would mend it,
 * then what rounding explains, and how many relations hold. */

static const char *
choose (const Arguments *arguments, const char *danish, const char *english)
{
  return g_str_equal (arguments->language, "en") ? english : danish;
}

/* A paragraph behind "  - ", in lines that fit. */
static void
append_item (GString *report, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  glong column = 3;

  g_string_append (report, "  -");
  for (guint i = 0; words[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);

      if (column + 1 + length > LINE_WIDTH && column > 3)
        {
          g_string_append (report, "\n   ");
          column = 3;
        }
      g_string_append_printf (report, " %s", words[i]);
      column += 1 + length;
    }
  g_string_append_c (report, '\n');
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
append_relations (const Arguments *arguments, KkrTable *relations, char **verdicts,
                  const char *verdict, const char *title, GString *report)
{
  KkrColumn *texts = kkr_table_get_column (relations, "relation");
  guint n = count (verdicts, verdict);

  if (n == 0)
    return;
  g_string_append_printf (report, "%s: %u\n", title, n);
  for (guint i = 0; verdicts[i] != NULL; i++)
    if (g_str_equal (verdicts[i], verdict))
      {
        g_autofree char *text = kkr_column_dup_text_in (texts, i, arguments->language);

        append_item (report, text);
      }
  g_string_append_c (report, '\n');
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
    return g_strdup_printf ("Error %s: %s (line %s): %s printed, could be %s; that mends %s.",
                            cells[0], cells[1], cells[5], cells[2], cells[3], cells[4]);
  return g_strdup_printf ("Fejl %s: %s (linje %s): trykt %s, kunne være %s; det retter %s.",
                          cells[0], cells[1], cells[5], cells[2], cells[3], cells[4]);
}

static void
append_repairs (const Arguments *arguments, KkrTable *repairs, GString *report)
{
  guint n = kkr_table_get_n_rows (repairs);

  if (n == 0)
    return;
  g_string_append_printf (report, "%s: %u\n",
                          choose (arguments, "Rettelser af én celle, som ikke bryder andet",
                                  "Repairs of one cell that break nothing else"), n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = describe_repair (arguments, repairs, i);

      append_item (report, text);
    }
  g_string_append_c (report, '\n');
}

static void
append_notes (const Arguments *arguments, KkrResult *result, GString *report)
{
  gsize n_notes;
  KkrNote **notes = kkr_result_dup_notes (result, &n_notes);

  for (gsize i = 0; i < n_notes; i++)
    {
      append_item (report, choose (arguments, kkr_note_get_danish (notes[i]),
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

  append_relations (arguments, relations, verdicts, "impossible",
                    choose (arguments, "Stemmer ikke", "Does not add up"), report);
  append_repairs (arguments, kkr_result_get_table_named (result, "repairs"), report);
  append_relations (arguments, relations, verdicts, "possible",
                    choose (arguments, "Forklares af afrunding", "Explained by rounding"), report);
  g_string_append_printf (report, "%s: %u\n\n", choose (arguments, "Stemmer præcist", "Exact"),
                          count (verdicts, "exact"));
  append_notes (arguments, result, report);
  return say (report->str);
}

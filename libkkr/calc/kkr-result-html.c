/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-result-private.h>

#include <libkkr/calc/kkr-calculator.h>

/* What stands above the tables. */
static void
append_inputs (GString *html, KkrResult *self, const char *language)
{
  g_auto (GStrv) lines = kkr_result_dup_input_lines (self, language);

  if (lines[0] == NULL)
    return;
  g_string_append (html, "<table class=\"kkr-inputs\" style=\"border-collapse: collapse; "
                   "margin-bottom: 1em\">\n<tbody>\n");
  for (guint i = 0; lines[i] != NULL; i += 3)
    {
      /* Inline, because a notebook's own style sheet aligns to the right. */
      g_autofree char *line = g_markup_printf_escaped (
        "<tr><th scope=\"row\" style=\"text-align: left; padding: 0.1em 0.6em\">%s</th>"
        "<td style=\"text-align: left; padding: 0.1em 0.6em\">%s</td></tr>\n", lines[i + 1],
        lines[i + 2]);

      g_string_append (html, line);
    }
  g_string_append (html, "</tbody>\n</table>\n");
}

static void
append_tables (GString *html, KkrResult *self, const char *language)
{
  GListModel *tables = kkr_result_get_tables (self);

  if (kkr_result_get_batch (self) != NULL)
    {
      g_autofree char *fragment = kkr_result_mark_up_batch (self, language);

      g_string_append (html, fragment);
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (KkrTable) table = g_list_model_get_item (tables, i);
      g_autofree char *fragment = kkr_table_to_html_in (table, language);

      g_string_append (html, fragment);
    }
}

/**
 * kkr_result_to_html:
 * @self: a [class@Result]
 *
 * Gives the inputs, the tables and the notes as a Danish HTML fragment.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_result_to_html (KkrResult *self)
{
  return kkr_result_to_html_in (self, "da");
}

/**
 * kkr_result_to_html_in:
 * @self: a [class@Result]
 * @language: `da` or `en`
 *
 * Gives the inputs, the tables and the notes as an HTML fragment.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_result_to_html_in (KkrResult *self, const char *language)
{
  g_autoptr (GString) html = NULL;

  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);

  html = g_string_new ("<div class=\"kkr-result\">\n");
  if (kkr_result_get_calculator (self) != NULL)
    append_inputs (html, self, language);
  append_tables (html, self, language);
  for (guint i = 0; i < g_list_model_get_n_items (kkr_result_get_notes (self)); i++)
    {
      g_autoptr (KkrNote) note = g_list_model_get_item (kkr_result_get_notes (self), i);
      g_autofree char *printed = kkr_note_to_string_in (note, language);
      g_autofree char *line = g_markup_printf_escaped ("<p class=\"kkr-note\">%s</p>\n", printed);

      g_string_append (html, line);
    }
  g_string_append (html, "</div>\n");
  return g_string_free (g_steal_pointer (&html), FALSE);
}

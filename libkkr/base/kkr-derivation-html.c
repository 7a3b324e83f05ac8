/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-derivation-tell-private.h>

#include <libkkr/base/kkr-format-private.h>

/* The style is inline, because a notebook has its own style sheet and takes no other, and it names
 * no colour: what surrounds the fragment may be light or dark. */

/* So many terms stand in the line; more are a table that can be opened. */
#define MAX_TERMS_IN_LINE 4
/* Of a longer list the JSON has all. */
#define MAX_TERMS_IN_TABLE 1000

#define QUIET "opacity: 0.75"

static void
append_escaped (GString *out, const char *before, const char *text, const char *after)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *escaped = g_markup_escape_text (valid, -1);

  g_string_append_printf (out, "%s%s%s", before, escaped, after);
}

static void
append_term (GString *out, const KkrLine *line, guint i, const char *language)
{
  const KkrStep *step = line->terms;
  gboolean explained = step->kind == KKR_STEP_KIND_APPORTIONMENT && step->row == i;
  g_autofree char *number = kkr_derivation_print_value (&step->terms[i], line->terms_unit,
                                                        language);

  g_string_append (out, explained ? "<tr style=\"font-weight: bold\">" : "<tr>");
  append_escaped (out, "<th scope=\"row\" style=\"text-align: left; font-weight: inherit; "
                       "padding: 0 1em 0 0\">", step->keys[i], "</th>");
  append_escaped (out, "<td style=\"text-align: right; padding: 0; "
                       "font-variant-numeric: tabular-nums\">", number, "</td></tr>\n");
}

static void
append_terms (GString *out, const KkrLine *line, const char *language)
{
  guint n = line->terms->n_terms;
  KkrRational number = KKR_RATIONAL_INT (n);
  g_autofree char *count = kkr_format_exact (&number, 0, language);

  g_string_append_printf (out, "<details><summary style=\"cursor: pointer\">%s %s</summary>\n",
                          count,
                          line->terms->kind == KKR_STEP_KIND_SUM
                            ? kkr_text_in (language, "led", "terms")
                            : kkr_text_in (language, "rækker", "rows"));
  g_string_append (out, "<table style=\"border-collapse: collapse; margin: 0.2em 0\">\n<tbody>\n");
  for (guint i = 0; i < MIN (n, MAX_TERMS_IN_TABLE); i++)
    append_term (out, line, i, language);
  g_string_append (out, "</tbody>\n</table>\n");
  if (n > MAX_TERMS_IN_TABLE)
    g_string_append_printf (out, "<p>… (%s %s)</p>\n", count,
                            kkr_text_in (language, "i alt", "in all"));
  g_string_append (out, "</details>");
}

static void
append_line (GString *out, const KkrLine *line, const char *language)
{
  if (line->label != NULL)
    append_escaped (out, "<dt style=\"" QUIET "\">", line->label, "</dt>");
  g_string_append (out, "<dd style=\"grid-column: 2; margin: 0; overflow-wrap: anywhere\">");
  if (line->terms != NULL && line->terms->n_terms > MAX_TERMS_IN_LINE)
    append_terms (out, line, language);
  else
    append_escaped (out, "", line->text, "");
  g_string_append (out, "</dd>\n");
}

static void
append_step (GString *out, KkrTeller *teller, guint position)
{
  const char *language = teller->language;
  const KkrStep *step = g_ptr_array_index (teller->derivation->steps, position);
  g_autofree char *value = kkr_step_print_value (step, language);
  g_autoptr (GPtrArray) lines = kkr_teller_tell_step (teller, position);

  append_escaped (out, "<li style=\"margin: 0 0 0.8em\"><strong>",
                  kkr_text_in (language, step->danish, step->english), "</strong>: ");
  append_escaped (out, "", value, "\n");
  if (lines->len > 0)
    g_string_append (out, "<dl style=\"display: grid; grid-template-columns: minmax(5em, 9em) 1fr; "
                          "gap: 0.1em 1em; margin: 0.2em 0 0\">\n");
  for (guint i = 0; i < lines->len; i++)
    append_line (out, g_ptr_array_index (lines, i), language);
  g_string_append (out, lines->len > 0 ? "</dl>\n</li>\n" : "</li>\n");
}

static void
append_notes (GString *out, KkrDerivation *self, const char *language)
{
  if (self->notes->len == 0)
    return;
  append_escaped (out, "<p style=\"margin: 0\"><strong>", kkr_text_in (language, "Noter", "Notes"),
                  "</strong></p>\n<ul style=\"margin: 0.2em 0 0.8em\">\n");
  for (guint i = 0; i < self->notes->len; i++)
    {
      g_autofree char *note = kkr_note_to_string_in (g_ptr_array_index (self->notes, i), language);

      append_escaped (out, "<li>", note, "</li>\n");
    }
  g_string_append (out, "</ul>\n");
}

/**
 * kkr_derivation_to_html:
 * @self: a derivation
 *
 * Gives the Danish text as a fragment of HTML for a page or a notebook: an ordered list of the
 * steps, in which long lists of terms can be opened.
 *
 * Returns: (transfer full): the fragment
 *
 * Since: 0.1
 */
char *
kkr_derivation_to_html (KkrDerivation *self)
{
  return kkr_derivation_to_html_in (self, "da");
}

/**
 * kkr_derivation_to_html_in:
 * @self: a derivation
 * @language: (nullable): `da` or `en`
 *
 * Gives the text in a language as a fragment of HTML, as [method@Derivation.to_html] does in
 * Danish.
 *
 * Returns: (transfer full): the fragment
 *
 * Since: 0.1
 */
char *
kkr_derivation_to_html_in (KkrDerivation *self, const char *language)
{
  g_autofree char *first = NULL, *data = NULL;
  g_auto (KkrTeller) teller = { 0 };
  GString *out;

  g_return_val_if_fail (KKR_IS_DERIVATION (self), NULL);

  first = kkr_derivation_print_first_line (self, language);
  data = kkr_derivation_print_register (self, language);
  kkr_teller_init (&teller, self, language);
  out = g_string_new (NULL);
  g_string_append_printf (out, "<div class=\"kkr-derivation\" lang=\"%s\" "
                               "style=\"text-align: left; line-height: 1.45; max-width: 60em\">\n",
                          kkr_text_in (language, "da", "en"));
  append_escaped (out, "<p style=\"font-size: 1.2em; margin: 0 0 0.6em\"><strong>", first,
                  "</strong></p>\n<ol style=\"margin: 0; padding-left: 1.8em\">\n");
  for (guint i = 0; i < self->steps->len; i++)
    append_step (out, &teller, i);
  g_string_append (out, "</ol>\n");
  append_notes (out, self, language);
  if (data != NULL)
    append_escaped (out, "<p style=\"" QUIET "; font-size: 0.9em; margin: 0\">", data, "</p>\n");
  g_string_append (out, "</div>");
  return g_string_free (out, FALSE);
}

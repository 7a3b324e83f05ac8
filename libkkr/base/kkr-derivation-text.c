/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-derivation-tell-private.h>

#include <string.h>

#include <libkkr/base/kkr-format-private.h>

#define TEXT_WIDTH 96
#define DIGEST_SHOWN 12

static char *
print_result (KkrDerivation *self, const char *language)
{
  const KkrStep *result = kkr_derivation_get_result (self);

  if (result == NULL || result->kind == KKR_STEP_KIND_TEXT)
    return g_strdup (self->value);
  return kkr_derivation_print_value (&result->value, result->unit, language);
}

char *
kkr_derivation_print_first_line (KkrDerivation *self, const char *language)
{
  const char *title = kkr_text_in (language, self->danish, self->english);
  g_autofree char *result = print_result (self, language);

  if (title == NULL)
    title = self->column;
  /* The key of the total, which is Danish in every language. */
  if (g_str_equal (self->key, "I alt"))
    return g_strconcat (title, kkr_text_in (language, " i alt: ", " in total: "), result, NULL);
  return g_strconcat (title, *self->key != '\0' ? " for " : "", self->key, ": ", result, NULL);
}

char *
kkr_derivation_print_register (KkrDerivation *self, const char *language)
{
  const char *version = self->data_version, *sha256 = self->sha256;
  GString *text;

  if (version == NULL && sha256 == NULL)
    return NULL;
  text = g_string_new ("Data: register");
  if (version != NULL)
    g_string_append_printf (text, " %s", version);
  if (sha256 != NULL)
    {
      glong length = g_utf8_strlen (sha256, -1);
      g_autofree char *shown = g_utf8_substring (sha256, 0, MIN (length, DIGEST_SHOWN));

      g_string_append_printf (text, " (sha-256 %s%s)", shown, length > DIGEST_SHOWN ? "…" : "");
    }
  return g_string_free (text, FALSE);
}

static void
append_wrapped (GString *out, const char *first, const char *rest, gboolean is_list,
                const char *line)
{
  g_auto (GStrv) words = NULL;
  glong at = g_utf8_strlen (first, -1), gap = is_list ? 2 : 1;

  g_string_append_printf (out, "\n%s", first);
  if (g_utf8_strlen (line, -1) + at <= TEXT_WIDTH)
    {
      g_string_append (out, line);
      return;
    }
  words = g_strsplit (line, is_list ? "; " : " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);
      glong end = at + gap + length + (is_list && words[i + 1] != NULL);

      if (i > 0 && end > TEXT_WIDTH)
        {
          g_string_append_printf (out, "%s\n%s", is_list ? ";" : "", rest);
          at = g_utf8_strlen (rest, -1) + length;
        }
      else
        {
          g_string_append (out, i == 0 ? "" : is_list ? "; " : " ");
          at += length + (i > 0 ? gap : 0);
        }
      g_string_append (out, words[i]);
    }
}

static void
append_step (GString *out, KkrTeller *teller, guint position)
{
  const KkrStep *step = g_ptr_array_index (teller->derivation->steps, position);
  g_autofree char *value = kkr_step_print_value (step, teller->language);
  g_autoptr (GPtrArray) lines = kkr_teller_tell_step (teller, position);

  g_string_append_printf (out, "\n%u. %s: %s", position + 1,
                          kkr_text_in (teller->language, step->danish, step->english), value);
  for (guint i = 0; i < lines->len; i++)
    {
      const KkrLine *line = g_ptr_array_index (lines, i);
      g_autofree char *text = g_strconcat (line->label != NULL ? line->label : "",
                                           line->label != NULL ? ": " : "", line->text, NULL);

      /* Lists break after their semicolons, so that a number stays with its key. */
      append_wrapped (out, "   ", "     ", strstr (text, "; ") != NULL, text);
    }
}

/**
 * kkr_derivation_to_string:
 * @self: a derivation
 *
 * Tells in Danish, step by step, why the figure is what it is.
 *
 * Returns: (transfer full): the text, several lines
 *
 * Since: 0.1
 */
char *
kkr_derivation_to_string (KkrDerivation *self)
{
  return kkr_derivation_to_string_in (self, "da");
}

/**
 * kkr_derivation_to_string_in:
 * @self: a derivation
 * @language: (nullable): `da` or `en`
 *
 * Tells in a language, step by step, why the figure is what it is.
 *
 * Returns: (transfer full): the text, several lines
 *
 * Since: 0.1
 */
char *
kkr_derivation_to_string_in (KkrDerivation *self, const char *language)
{
  g_autofree char *first = NULL, *data = NULL;
  g_auto (KkrTeller) teller = { 0 };
  GString *out;

  g_return_val_if_fail (KKR_IS_DERIVATION (self), NULL);

  first = kkr_derivation_print_first_line (self, language);
  data = kkr_derivation_print_register (self, language);
  kkr_teller_init (&teller, self, language);
  out = g_string_new (first);
  for (guint i = 0; i < self->steps->len; i++)
    append_step (out, &teller, i);
  if (self->notes->len > 0)
    g_string_append (out, kkr_text_in (language, "\nNoter:", "\nNotes:"));
  for (guint i = 0; i < self->notes->len; i++)
    {
      g_autofree char *note = kkr_note_to_string_in (g_ptr_array_index (self->notes, i), language);

      append_wrapped (out, "- ", "  ", FALSE, note);
    }
  if (data != NULL)
    g_string_append_printf (out, "\n%s", data);
  return g_string_free (out, FALSE);
}

/**
 * kkr_derivation___str__:
 * @self: a derivation
 *
 * What Python prints: [method@Derivation.to_string].
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_derivation___str__ (KkrDerivation *self)
{
  return kkr_derivation_to_string (self);
}

/**
 * kkr_derivation___repr__:
 * @self: a derivation
 *
 * What a Python prompt shows.
 *
 * Returns: (transfer full): one line
 *
 * Since: 0.1
 */
char *
kkr_derivation___repr__ (KkrDerivation *self)
{
  g_autofree char *result = NULL;

  g_return_val_if_fail (KKR_IS_DERIVATION (self), NULL);

  result = print_result (self, "da");
  return g_strdup_printf ("<Kkr.Derivation %s%s%s: %s>", self->column, *self->key ? " " : "",
                          self->key, result);
}

/**
 * kkr_derivation__repr_html_:
 * @self: a derivation
 *
 * What a notebook shows: [method@Derivation.to_html].
 *
 * Returns: (transfer full): the fragment
 *
 * Since: 0.1
 */
char *
kkr_derivation__repr_html_ (KkrDerivation *self)
{
  return kkr_derivation_to_html (self);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-derivation-read-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-number-private.h>

static gboolean
has_exact_form (const char *text)
{
  static const char digits[] = "0123456789";
  const char *at = text + (*text == '-');
  gsize whole = strspn (at, digits), rest;

  at += whole;
  if (whole == 0 || *at == '\0')
    return whole > 0;
  rest = strspn (at + 1, digits);
  return *at == '/' && rest > 0 && at[1 + rest] == '\0' && at[1 + strspn (at + 1, "0")] != '\0';
}

gboolean
kkr_document_read_exact (KkrDocument *self, const char *member, guint value,
                         KkrRational *result)
{
  g_autofree char *text = kkr_document_dup_text (self, value);
  g_autofree char *lowest = NULL, *quoted = NULL;
  gboolean fits;

  if (!has_exact_form (text))
    return kkr_document_refuse_value (self, member, value,
                                      _("a whole number or a fraction in lowest terms"));
  fits = kkr_rational_parse (text, result);
  lowest = fits ? kkr_rational_to_string (result) : NULL;
  if (fits && g_str_equal (lowest, text))
    return TRUE;
  quoted = kkr_text_quote (text);
  if (!fits)
    return kkr_document_fail (self, KKR_LOAD_ERROR_LIMIT, member,
                              _("a number larger than the library computes with: %s found"),
                              quoted);
  return kkr_document_fail (self, KKR_LOAD_ERROR_VALUE, member,
                            _("a number that is not in lowest terms: %s found, \"%s\" expected"),
                            quoted, lowest);
}

gboolean
kkr_document_read_positive (KkrDocument *self, const char *member, guint value,
                            KkrRational *result)
{
  return kkr_document_read_exact (self, member, value, result) &&
         (result->num > 0 ||
          kkr_document_refuse_value (self, member, value, _("a number above 0")));
}

gboolean
kkr_document_count_terms (KkrDocument *self, const char *member, guint n)
{
  if (n > KKR_DERIVATION_MAX_TERMS - self->n_terms)
    return kkr_document_fail (self, KKR_LOAD_ERROR_LIMIT, member,
                              _("too many terms and names, with those of earlier steps: more than "
                                "%d found, at most so many expected"), KKR_DERIVATION_MAX_TERMS);
  self->n_terms += n;
  return TRUE;
}

static gboolean
read_keys (KkrDocument *self, guint list, KkrStep *step)
{
  guint at = list + 1;

  step->keys = g_new0 (char *, step->n_terms + 1);
  for (guint i = 0; i < step->n_terms; i++)
    {
      if (kkr_json_scan_get (&self->scan, at)->kind != KKR_JSON_TEXT)
        return kkr_document_fail (self, KKR_LOAD_ERROR_SCHEMA, "keys",
                                  _("something else than a text found as the %u. key, a text "
                                    "expected"), i + 1);
      step->keys[i] = kkr_document_dup_text (self, at);
      at = kkr_json_scan_get (&self->scan, at)->next;
    }
  return TRUE;
}

gboolean
kkr_document_read_terms (KkrDocument *self, const char *member, guint keys, guint list,
                         KkrStep *step)
{
  guint n = kkr_json_scan_get (&self->scan, list)->length, at = list + 1;
  guint n_keys = kkr_json_scan_get (&self->scan, keys)->length;

  if (n != n_keys)
    return kkr_document_fail (self, KKR_LOAD_ERROR_VALUE, member,
                              _("as many numbers as keys are needed: %u found, %u expected"), n,
                              n_keys);
  if (!kkr_document_count_terms (self, member, n))
    return FALSE;
  step->n_terms = n;
  step->terms = g_new (KkrRational, n);
  if (!read_keys (self, keys, step))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *place = g_strdup_printf ("%s[%u]", member, i);

      if (kkr_json_scan_get (&self->scan, at)->kind != KKR_JSON_TEXT)
        return kkr_document_fail (self, KKR_LOAD_ERROR_SCHEMA, place,
                                  _("something else than a text found, a text expected"));
      if (!kkr_document_read_exact (self, place, at, &step->terms[i]))
        return FALSE;
      if (step->kind == KKR_STEP_KIND_APPORTIONMENT && step->terms[i].num < 0)
        return kkr_document_refuse_value (self, place, at, _("0 or more"));
      at = kkr_json_scan_get (&self->scan, at)->next;
    }
  return TRUE;
}

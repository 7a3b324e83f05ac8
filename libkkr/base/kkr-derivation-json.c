/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-derivation-private.h>

#include <libkkr/base/kkr-json-private.h>

static void
set_rational (KkrJson *object, const char *name, const KkrRational *value)
{
  g_autofree char *text = kkr_rational_to_string (value);

  kkr_json_set_string (object, name, text);
}

static void
set_title (KkrJson *object, const char *danish, const char *english)
{
  KkrJson *title = kkr_json_new_object ();

  kkr_json_set_string (title, "da", danish);
  kkr_json_set_string (title, "en", english);
  kkr_json_set (object, "title", title);
}

static void
set_source (KkrJson *object, const KkrStep *step)
{
  if (step->source != NULL)
    {
      KkrJson *source = kkr_json_new_object ();

      kkr_json_set_string (source, "id", kkr_source_get_id (step->source));
      kkr_json_set_string (source, "title", kkr_source_get_title (step->source));
      kkr_json_set_string (source, "publisher", kkr_source_get_publisher (step->source));
      kkr_json_set_string (source, "date", kkr_source_get_date (step->source));
      kkr_json_set (object, "source", source);
    }
  kkr_json_set_string (object, "section", step->section);
  kkr_json_set_string (object, "price-level", step->price_level);
}

static void
set_terms (KkrJson *object, const KkrStep *step, const char *name)
{
  KkrJson *keys = kkr_json_new_array (), *terms = kkr_json_new_array ();

  for (guint i = 0; i < step->n_terms; i++)
    {
      g_autofree char *term = kkr_rational_to_string (&step->terms[i]);

      kkr_json_append_string (keys, step->keys[i]);
      kkr_json_append_string (terms, term);
    }
  kkr_json_set (object, "keys", keys);
  kkr_json_set (object, name, terms);
}

static void
set_apportionment (KkrJson *object, const KkrStep *step)
{
  g_autofree char *row = g_strdup_printf ("%u", step->row);

  set_terms (object, step, "weights");
  kkr_json_set_string (object, "total", step->total);
  kkr_json_set_string (object, "method", kkr_apportion_method_to_string (step->method));
  kkr_json_set_string (object, "tie-rule", kkr_tie_rule_to_string (step->tie_rule));
  kkr_json_set_string (object, "row", row);
  kkr_json_set_string (object, "key", step->keys[step->row]);
  set_rational (object, "rounding-unit", &step->rounding_unit);
  set_rational (object, "weight-sum", &step->weight_sum);
  set_rational (object, "exact", &step->exact);
}

static KkrJson *
step_to_json (const KkrStep *step)
{
  KkrJson *object = kkr_json_new_object ();
  g_autofree char *statement = step->statement == NULL ? kkr_step_to_statement (step) : NULL;
  const char *said = step->statement != NULL ? step->statement : statement;

  kkr_json_set_string (object, "id", step->id);
  kkr_json_set_string (object, "statement", said);
  kkr_json_set_string (object, "kind", kkr_step_kind_to_string (step->kind));
  kkr_json_set_string (object, "unit", kkr_unit_to_string (step->unit));
  set_title (object, step->danish, step->english);
  set_source (object, step);
  kkr_json_set_string (object, "text", step->text);
  kkr_json_set_string (object, "expression", step->expression);
  if (step->kind != KKR_STEP_KIND_TEXT)
    set_rational (object, "value", &step->value);
  if (step->kind == KKR_STEP_KIND_SUM)
    set_terms (object, step, "terms");
  if (step->kind == KKR_STEP_KIND_APPORTIONMENT)
    set_apportionment (object, step);
  if (step->kind == KKR_STEP_KIND_ROUNDING)
    {
      set_rational (object, "exact", &step->exact);
      kkr_json_set_string (object, "mode", kkr_rounding_mode_to_string (step->mode));
      set_rational (object, "rounding-unit", &step->rounding_unit);
    }
  return object;
}

static KkrJson *
note_to_json (KkrNote *note)
{
  KkrJson *object = kkr_json_new_object ();

  kkr_json_set_string (object, "kind", kkr_note_kind_to_string (kkr_note_get_kind (note)));
  kkr_json_set_string (object, "da", kkr_note_get_danish (note));
  kkr_json_set_string (object, "en", kkr_note_get_english (note));
  return object;
}

static KkrJson *
derivation_to_json (KkrDerivation *self)
{
  KkrJson *document = kkr_json_new_object ();
  KkrJson *steps = kkr_json_new_array (), *notes = kkr_json_new_array ();
  g_autofree char *statement = NULL;

  for (guint i = 0; i < self->steps->len; i++)
    kkr_json_append (steps, step_to_json (g_ptr_array_index (self->steps, i)));
  for (guint i = 0; i < self->notes->len; i++)
    kkr_json_append (notes, note_to_json (g_ptr_array_index (self->notes, i)));
  kkr_json_set_string (document, "format",
                       KKR_DERIVATION_FORMAT KKR_DERIVATION_FORMAT_NUMBER);
  if (self->statement == NULL)
    statement = kkr_derivation_to_statement (self);
  kkr_json_set_string (document, "statement",
                       self->statement != NULL ? self->statement : statement);
  kkr_json_set_string (document, "column", self->column);
  kkr_json_set_string (document, "key", self->key);
  kkr_json_set_string (document, "unit", kkr_unit_to_string (kkr_derivation_get_unit (self)));
  kkr_json_set_string (document, "value", self->value);
  set_title (document, self->danish, self->english);
  if (self->data_version != NULL || self->sha256 != NULL)
    {
      KkrJson *data = kkr_json_new_object ();

      kkr_json_set_string (data, "version", self->data_version);
      kkr_json_set_string (data, "sha256", self->sha256);
      kkr_json_set (document, "register", data);
    }
  kkr_json_set (document, "steps", steps);
  kkr_json_set (document, "notes", notes);
  return document;
}

/**
 * kkr_derivation_to_json:
 * @self: a derivation
 *
 * Gives the derivation in its canonical form: keys sorted by code point, no spaces, UTF-8, every
 * number a string in lowest terms. The member `digest` is the SHA-256, in hexadecimal, of the
 * document without it.
 *
 * Returns: (transfer full): the document
 *
 * Since: 0.1
 */
char *
kkr_derivation_to_json (KkrDerivation *self)
{
  g_autoptr (KkrJson) document = NULL;
  g_autofree char *bare = NULL, *digest = NULL;

  g_return_val_if_fail (KKR_IS_DERIVATION (self), NULL);

  document = derivation_to_json (self);
  bare = kkr_json_to_string (document);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, bare, -1);
  kkr_json_set_string (document, "digest", digest);
  return kkr_json_to_string (document);
}

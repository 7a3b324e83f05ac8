/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-derivation-private.h>

#include <libkkr/base/kkr-exact-text-private.h>

/* What the members of a document say for a machine, said for a reader in one line. A reader makes
 * the lines again and refuses a document where they differ, so that nothing that has meaning can be
 * changed in one place alone. The grammar stands in doc/derivations.md; it is part of the format
 * and does not follow the words of kkr-names.c. */

static const char *
name_mode (KkrRoundingMode mode)
{
  switch (mode)
    {
    case KKR_ROUNDING_MODE_HALF_AWAY:
      return "halve væk fra nul";
    case KKR_ROUNDING_MODE_HALF_EVEN:
      return "halve til lige";
    case KKR_ROUNDING_MODE_FLOOR:
      return "ned";
    case KKR_ROUNDING_MODE_CEILING:
      return "op";
    case KKR_ROUNDING_MODE_TOWARD_ZERO:
      return "mod nul";
    case KKR_ROUNDING_MODE_AWAY_FROM_ZERO:
      return "væk fra nul";
    case KKR_ROUNDING_MODE_UNSET:
    default:
      return "";
    }
}

static const char *
name_method (KkrApportionMethod method)
{
  switch (method)
    {
    case KKR_APPORTION_METHOD_LARGEST_REMAINDER:
      return "største brøks metode";
    case KKR_APPORTION_METHOD_DHONDT:
      return "D'Hondt";
    case KKR_APPORTION_METHOD_SAINTE_LAGUE:
      return "Sainte-Laguë";
    case KKR_APPORTION_METHOD_HUNTINGTON_HILL:
      return "Huntington-Hill";
    case KKR_APPORTION_METHOD_CUMULATIVE:
      return "løbende sum";
    case KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST:
      return "rest til den største";
    case KKR_APPORTION_METHOD_INDEPENDENT:
      return "hver for sig";
    case KKR_APPORTION_METHOD_UNSET:
    default:
      return "";
    }
}

static const char *
name_tie_rule (KkrTieRule rule)
{
  switch (rule)
    {
    case KKR_TIE_RULE_FIRST:
      return "ved lighed den første";
    case KKR_TIE_RULE_LAST:
      return "ved lighed den sidste";
    case KKR_TIE_RULE_LARGEST_WEIGHT:
      return "ved lighed den tungeste";
    case KKR_TIE_RULE_SMALLEST_WEIGHT:
      return "ved lighed den letteste";
    case KKR_TIE_RULE_REFUSE:
      return "ved lighed afvist";
    case KKR_TIE_RULE_UNSET:
    default:
      return "";
    }
}

static void
append_share (GString *out, const KkrStep *step)
{
  g_autofree char *grain = kkr_exact_value_to_string (&step->rounding_unit, step->unit);
  g_autofree char *exact = kkr_rational_to_string (&step->exact);
  g_autofree char *weight = kkr_rational_to_string (&step->terms[step->row]);
  g_autofree char *sum = kkr_rational_to_string (&step->weight_sum);

  g_string_append_printf (out, " til %s (række %u af %u) af %s, %s, %s, i enheder af %s; kvote %s "
                               "af vægt %s ud af %s",
                          step->keys[step->row], step->row + 1, step->n_terms, step->total,
                          name_method (step->method), name_tie_rule (step->tie_rule), grain, exact,
                          weight, sum);
}

static void
append_body (GString *out, const KkrStep *step)
{
  g_autofree char *shown = NULL, *exact = NULL, *grain = NULL;

  if (step->kind == KKR_STEP_KIND_TEXT)
    {
      g_string_append_printf (out, "»%s«", step->text);
      return;
    }
  shown = kkr_exact_value_to_string (&step->value, step->unit);
  g_string_append (out, shown);
  switch (step->kind)
    {
    case KKR_STEP_KIND_SUM:
      g_string_append_printf (out, " = summen af %u led", step->n_terms);
      break;
    case KKR_STEP_KIND_FORMULA:
      g_string_append_printf (out, " = %s", step->expression);
      break;
    case KKR_STEP_KIND_ROUNDING:
      exact = kkr_rational_to_string (&step->exact);
      grain = kkr_exact_value_to_string (&step->rounding_unit, step->unit);
      g_string_append_printf (out, " = %s = %s, %s til %s", step->expression, exact,
                              name_mode (step->mode), grain);
      break;
    case KKR_STEP_KIND_APPORTIONMENT:
      append_share (out, step);
      break;
    case KKR_STEP_KIND_VALUE:
    case KKR_STEP_KIND_TEXT:
    default:
      break;
    }
}

char *
kkr_step_to_statement (const KkrStep *step)
{
  GString *out = g_string_new (NULL);

  append_body (out, step);
  if (step->source != NULL)
    g_string_append_printf (out, "; kilde %s", kkr_source_get_id (step->source));
  if (step->section != NULL)
    g_string_append_printf (out, "%s%s", step->source != NULL ? ", " : "; afsnit ", step->section);
  if (step->price_level != NULL)
    g_string_append_printf (out, "; prisniveau %s", step->price_level);
  return g_string_free (out, FALSE);
}

char *
kkr_derivation_to_statement (KkrDerivation *self)
{
  const KkrStep *result = kkr_derivation_get_result (self);
  g_autofree char *shown = NULL;
  GString *out;

  if (result == NULL || result->kind == KKR_STEP_KIND_TEXT)
    shown = g_strdup_printf ("»%s«", self->value);
  else
    shown = kkr_exact_value_to_string (&result->value, result->unit);
  out = g_string_new (shown);
  g_string_append_printf (out, " (%s%s%s)", self->column, *self->key != '\0' ? ", " : "",
                          self->key);
  if (self->data_version != NULL)
    g_string_append_printf (out, "; register %s", self->data_version);
  if (self->sha256 != NULL)
    g_string_append_printf (out, "; sha-256 %s", self->sha256);
  g_string_append_printf (out, "; %u trin", self->steps->len);
  for (guint i = 0; i < self->notes->len; i++)
    {
      KkrNoteKind kind = kkr_note_get_kind (g_ptr_array_index (self->notes, i));

      g_string_append_printf (out, "%s%s", i == 0 ? "; noter " : ", ",
                              kkr_note_kind_to_string (kind));
    }
  return g_string_free (out, FALSE);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-derivation-private.h>

#include <string.h>

#include <libkkr/base/kkr-expression-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-names-private.h>

typedef struct {
  KkrDerivation *derivation;
  const char *language;
  gboolean in_kroner;
  gboolean has_names;
} Reading;

static gboolean
look_up (const char *name, gpointer user_data, KkrRational *value, GError **error)
{
  Reading *self = user_data;
  const KkrStep *step = kkr_derivation_find_step (self->derivation, name, NULL);

  *value = self->in_kroner ? kkr_derivation_to_kroner (&step->value, step->unit) : step->value;
  return TRUE;
}

/* Amounts are put into a formula in kroner if it then still says what it says of øre, as it does
 * unless it goes from amounts to rates. */
static gboolean
holds_in_kroner (Reading *self, const KkrStep *step)
{
  KkrRational expected = kkr_derivation_to_kroner (&step->exact, step->unit), found;
  gboolean same;

  self->in_kroner = TRUE;
  same = kkr_expression_evaluate (step->expression, look_up, self, &found, NULL) &&
         kkr_rational_compare (&found, &expected) == 0;
  self->in_kroner = same;
  return same;
}

static char *
print_title (const char *name, const KkrRational *number, gpointer user_data)
{
  static const char *const signs[] = { " - ", "+", "*", "×", "/", "(" };
  Reading *self = user_data;
  const KkrStep *step;
  const char *title;

  if (number != NULL)
    return kkr_derivation_print_operand (number, FALSE, self->language);
  self->has_names = TRUE;
  step = kkr_derivation_find_step (self->derivation, name, NULL);
  title = kkr_text_in (self->language, step->danish, step->english);
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (title, signs[i]) != NULL)
      return g_strdup_printf ("»%s«", title);
  return g_strdup (title);
}

static char *
print_number (const char *name, const KkrRational *number, gpointer user_data)
{
  Reading *self = user_data;
  gboolean amount = FALSE;
  g_autofree char *text = NULL;
  KkrRational value;

  if (number == NULL)
    {
      amount = kkr_derivation_find_step (self->derivation, name, NULL)->unit == KKR_UNIT_AMOUNT;
      look_up (name, self, &value, NULL);
    }
  else
    value = *number;
  text = kkr_derivation_print_operand (&value, amount && self->in_kroner, self->language);
  return g_strconcat (text, amount && !self->in_kroner ? " øre" : "", NULL);
}

static void
describe_formula (KkrDerivation *self, const KkrStep *step, const char *language, GPtrArray *lines)
{
  Reading reading = { self, language };
  g_autofree char *titles = NULL, *numbers = NULL;

  titles = kkr_expression_print (step->expression, print_title, &reading);
  g_ptr_array_add (lines, g_strconcat (kkr_text_in (language, "Formel: ", "Formula: "), titles,
                                       NULL));
  if (!reading.has_names)
    return;
  holds_in_kroner (&reading, step);
  numbers = kkr_expression_print (step->expression, print_number, &reading);
  g_ptr_array_add (lines, g_strconcat (kkr_text_in (language, "Indsat: ", "Put in: "), numbers,
                                       NULL));
}

static void
describe_rounding (KkrDerivation *self, const KkrStep *step, const char *language,
                   GPtrArray *lines)
{
  gboolean english = kkr_language_is_english (language);
  gboolean nearest = step->mode == KKR_ROUNDING_MODE_HALF_AWAY ||
                     step->mode == KKR_ROUNDING_MODE_HALF_EVEN;
  const char *mode = kkr_rounding_mode_name (step->mode, language);
  g_autofree char *exact = kkr_derivation_print_value (&step->exact, step->unit, language);
  g_autofree char *grain = kkr_derivation_print_grain (&step->rounding_unit, step->unit, nearest,
                                                       language);

  describe_formula (self, step, language, lines);
  g_ptr_array_add (lines, g_strconcat (kkr_text_in (language, "Før afrunding: ",
                                                    "Before rounding: "), exact, NULL));
  if (nearest)
    g_ptr_array_add (lines, g_strdup_printf (english ? "Rounded to %s, %s"
                                                     : "Afrundet til %s, %s", grain, mode));
  else
    g_ptr_array_add (lines, g_strdup_printf (english ? "Rounded %s to %s"
                                                     : "Afrundet %s til %s", mode, grain));
}

static gboolean
has_same_source (const KkrStep *a, const KkrStep *b)
{
  return a->source != NULL && b->source != NULL && g_strcmp0 (a->section, b->section) == 0 &&
         g_str_equal (kkr_source_get_id (a->source), kkr_source_get_id (b->source));
}

static void
describe_source (KkrDerivation *self, guint position, const char *language, GPtrArray *lines)
{
  const KkrStep *step = g_ptr_array_index (self->steps, position);
  gboolean english = kkr_language_is_english (language);
  g_autofree char *source = NULL;

  if (step->source == NULL)
    {
      if (step->section != NULL)
        g_ptr_array_add (lines, g_strdup_printf (english ? "Source: %s" : "Kilde: %s",
                                                 step->section));
      return;
    }
  for (guint i = 0; i < position; i++)
    if (has_same_source (g_ptr_array_index (self->steps, i), step))
      {
        g_ptr_array_add (lines, g_strdup_printf (english ? "Source: as step %u"
                                                         : "Kilde: som trin %u", i + 1));
        return;
      }
  source = kkr_source_to_string_in (step->source, language);
  g_ptr_array_add (lines, g_strdup_printf (english ? "Source: %s%s%s" : "Kilde: %s%s%s", source,
                                           step->section != NULL ? ", " : "",
                                           step->section != NULL ? step->section : ""));
}

static char *
print_heading (const KkrStep *step, const char *language)
{
  gboolean english = kkr_language_is_english (language);
  const char *title = kkr_text_in (language, step->danish, step->english);
  g_autofree char *value = NULL, *prices = NULL;

  if (step->kind == KKR_STEP_KIND_TEXT)
    value = g_strdup (step->text);
  else
    value = kkr_derivation_print_value (&step->value, step->unit, language);
  if (step->price_level == NULL)
    prices = g_strdup ("");
  else if (g_str_equal (step->price_level, "nominal"))
    prices = g_strdup (english ? " (in current prices)" : " (i løbende priser)");
  else
    prices = g_strdup_printf (english ? " (in %s prices)" : " (i %s-priser)", step->price_level);
  return g_strconcat (title, ": ", value, prices, NULL);
}

GPtrArray *
kkr_derivation_describe_step (KkrDerivation *self, guint position, const char *language)
{
  const KkrStep *step = g_ptr_array_index (self->steps, position);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (lines, print_heading (step, language));
  switch (step->kind)
    {
    case KKR_STEP_KIND_SUM:
      {
        g_autofree char *terms = kkr_derivation_print_terms (step, step->unit, language);

        g_ptr_array_add (lines, g_strconcat (kkr_text_in (language, "Sum af: ", "Sum of: "),
                                             terms, NULL));
        break;
      }
    case KKR_STEP_KIND_FORMULA:
      describe_formula (self, step, language, lines);
      break;
    case KKR_STEP_KIND_ROUNDING:
      describe_rounding (self, step, language, lines);
      break;
    case KKR_STEP_KIND_APPORTIONMENT:
      kkr_derivation_describe_share (self, step, language, lines);
      break;
    case KKR_STEP_KIND_VALUE:
    case KKR_STEP_KIND_TEXT:
    default:
      break;
    }
  describe_source (self, position, language, lines);
  return lines;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-derivation-tell-private.h>

#include <string.h>

#include <libkkr/base/kkr-expression-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-names-private.h>

/* Nobody reads a longer one; the JSON has it. */
#define MAX_FORMULA_SHOWN 4000

typedef struct {
  KkrDerivation *derivation;
  const char *language;
  gboolean in_kroner;
  gboolean has_names;
} Reading;

static void
free_line (gpointer data)
{
  KkrLine *line = data;

  g_free (line->label);
  g_free (line->text);
  g_free (line);
}

void
kkr_lines_take_terms (GPtrArray *lines, const char *label, char *text, const KkrStep *step,
                      KkrUnit unit)
{
  KkrLine *line = g_new (KkrLine, 1);

  *line = (KkrLine) { g_strdup (label), text, step, unit };
  g_ptr_array_add (lines, line);
}

void
kkr_lines_take (GPtrArray *lines, const char *label, char *text)
{
  kkr_lines_take_terms (lines, label, text, NULL, KKR_UNIT_NONE);
}

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
describe_formula (KkrTeller *self, const KkrStep *step, GPtrArray *lines)
{
  Reading reading = { self->derivation, self->language };
  gsize length = strlen (step->expression);
  char *titles;

  if (length > MAX_FORMULA_SHOWN)
    {
      kkr_lines_take (lines, kkr_text_in (self->language, "Formel", "Formula"),
                      g_strdup_printf (kkr_language_is_english (self->language)
                                         ? "%zu characters, not shown here"
                                         : "%zu tegn, som ikke vises her", length));
      return;
    }
  titles = kkr_expression_print (step->expression, print_title, &reading);
  kkr_lines_take (lines, kkr_text_in (self->language, "Formel", "Formula"), titles);
  if (!reading.has_names)
    return;
  holds_in_kroner (&reading, step);
  kkr_lines_take (lines, kkr_text_in (self->language, "Indsat", "Put in"),
                  kkr_expression_print (step->expression, print_number, &reading));
}

static void
describe_rounding (KkrTeller *self, const KkrStep *step, GPtrArray *lines)
{
  gboolean english = kkr_language_is_english (self->language);
  gboolean nearest = step->mode == KKR_ROUNDING_MODE_HALF_AWAY ||
                     step->mode == KKR_ROUNDING_MODE_HALF_EVEN;
  const char *mode = kkr_rounding_mode_name (step->mode, self->language);
  g_autofree char *grain = kkr_derivation_print_grain (&step->rounding_unit, step->unit, nearest,
                                                       self->language);

  describe_formula (self, step, lines);
  kkr_lines_take (lines, kkr_text_in (self->language, "Før afrunding", "Before rounding"),
                  kkr_derivation_print_value (&step->exact, step->unit, self->language));
  if (nearest)
    kkr_lines_take (lines, NULL, g_strdup_printf (english ? "Rounded to %s, %s"
                                                          : "Afrundet til %s, %s", grain, mode));
  else
    kkr_lines_take (lines, NULL, g_strdup_printf (english ? "Rounded %s to %s"
                                                          : "Afrundet %s til %s", mode, grain));
}

static void
describe_source (KkrTeller *self, guint position, GPtrArray *lines)
{
  const KkrStep *step = g_ptr_array_index (self->derivation->steps, position);
  const char *label = kkr_text_in (self->language, "Kilde", "Source");
  const char *section = step->section != NULL ? step->section : "";
  g_autofree char *source = NULL, *key = NULL;
  guint first;

  if (step->source == NULL)
    {
      if (step->section != NULL)
        kkr_lines_take (lines, label, g_strdup (section));
      return;
    }
  key = g_strdup_printf ("%s\n%s%s", kkr_source_get_id (step->source),
                         step->section != NULL ? "\n" : "", section);
  first = GPOINTER_TO_UINT (g_hash_table_lookup (self->sources, key));
  if (first > 0)
    {
      kkr_lines_take (lines, label,
                      g_strdup_printf (kkr_language_is_english (self->language) ? "as step %u"
                                                                                : "som trin %u",
                                       first));
      return;
    }
  g_hash_table_insert (self->sources, g_steal_pointer (&key), GUINT_TO_POINTER (position + 1));
  source = kkr_source_to_string_in (step->source, self->language);
  kkr_lines_take (lines, label, g_strconcat (source, step->section != NULL ? ", " : "", section,
                                             NULL));
}

char *
kkr_step_print_value (const KkrStep *step, const char *language)
{
  gboolean english = kkr_language_is_english (language);
  g_autofree char *value = NULL, *prices = NULL;

  if (step->kind == KKR_STEP_KIND_TEXT)
    value = g_strdup (step->text);
  else
    value = kkr_derivation_print_value (&step->value, step->unit, language);
  if (step->price_level == NULL)
    return g_steal_pointer (&value);
  if (g_str_equal (step->price_level, "nominal"))
    prices = g_strdup (english ? " (in current prices)" : " (i løbende priser)");
  else
    prices = g_strdup_printf (english ? " (in %s prices)" : " (i %s-priser)", step->price_level);
  return g_strconcat (value, prices, NULL);
}

GPtrArray *
kkr_teller_tell_step (KkrTeller *self, guint position)
{
  const KkrStep *step = g_ptr_array_index (self->derivation->steps, position);
  GPtrArray *lines = g_ptr_array_new_with_free_func (free_line);

  switch (step->kind)
    {
    case KKR_STEP_KIND_SUM:
      kkr_lines_take_terms (lines, kkr_text_in (self->language, "Sum af", "Sum of"),
                            kkr_derivation_print_terms (step, step->unit, self->language), step,
                            step->unit);
      g_hash_table_add (self->sums, (gpointer) step);
      break;
    case KKR_STEP_KIND_FORMULA:
      describe_formula (self, step, lines);
      break;
    case KKR_STEP_KIND_ROUNDING:
      describe_rounding (self, step, lines);
      break;
    case KKR_STEP_KIND_APPORTIONMENT:
      kkr_teller_tell_share (self, step, lines);
      break;
    case KKR_STEP_KIND_VALUE:
    case KKR_STEP_KIND_TEXT:
    default:
      break;
    }
  describe_source (self, position, lines);
  return lines;
}

/* Two steps are the same key when they list the same terms. */
static guint
hash_terms (gconstpointer data)
{
  const KkrStep *step = data;
  guint hash = step->n_terms;

  for (guint i = 0; i < step->n_terms; i++)
    hash = hash * 31 + (guint) step->terms[i].num * 7 + (guint) step->terms[i].den;
  return hash;
}

static gboolean
have_same_terms (gconstpointer a, gconstpointer b)
{
  const KkrStep *left = a, *right = b;

  if (left->n_terms != right->n_terms)
    return FALSE;
  for (guint i = 0; i < left->n_terms; i++)
    if (left->terms[i].num != right->terms[i].num || left->terms[i].den != right->terms[i].den ||
        !g_str_equal (left->keys[i], right->keys[i]))
      return FALSE;
  return TRUE;
}

gboolean
kkr_teller_has_terms (KkrTeller *self, const KkrStep *step)
{
  return g_hash_table_contains (self->sums, step);
}

void
kkr_teller_init (KkrTeller *self, KkrDerivation *derivation, const char *language)
{
  self->derivation = derivation;
  self->language = language;
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sums = g_hash_table_new (hash_terms, have_same_terms);
}

void
kkr_teller_clear (KkrTeller *self)
{
  g_clear_pointer (&self->sources, g_hash_table_unref);
  g_clear_pointer (&self->sums, g_hash_table_unref);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-derivation-tell-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-names-private.h>

/* How an apportionment came to the share of its row. Shares are counted in rounding units, here
 * called units. Where a number does not fit, the line that needs it is left out: the share itself
 * was checked by the kernel. */

typedef struct {
  const KkrStep *step;
  const KkrStep *total;
  const char *language;
  KkrRational weight_sum;
  KkrRational units;
} Share;

static void G_GNUC_PRINTF (3, 4)
add_line (GPtrArray *lines, const char *label, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  kkr_lines_take (lines, label, g_strdup_vprintf (format, args));
  va_end (args);
}

/* The row's part of the total before anything is rounded, in units; for the rows before it too if
 * `running`. Without its sign, as all methods mirror. */
static gboolean
get_exact_units (const Share *self, guint row, gboolean running, KkrRational *result)
{
  KkrRational weight = self->step->terms[row], units = self->units;

  for (guint i = 0; running && i < row; i++)
    if (!kkr_rational_add (&weight, &self->step->terms[i], &weight))
      return FALSE;
  if (units.num < 0)
    units.num = -units.num;
  return kkr_rational_divide (&weight, &self->weight_sum, &weight) &&
         kkr_rational_multiply (&units, &weight, result);
}

static gboolean
init_share (Share *self)
{
  self->weight_sum = KKR_RATIONAL_ZERO;
  for (guint i = 0; i < self->step->n_terms; i++)
    if (!kkr_rational_add (&self->weight_sum, &self->step->terms[i], &self->weight_sum))
      return FALSE;
  return kkr_rational_divide (&self->total->value, &self->step->rounding_unit, &self->units);
}

static char *
print_units (const Share *self, const KkrRational *units)
{
  KkrRational value;

  if (!kkr_rational_multiply (units, &self->step->rounding_unit, &value))
    return NULL;
  return kkr_derivation_print_value (&value, self->step->unit, self->language);
}

static char *
print_count (const Share *self, KkrInt128 count)
{
  const KkrRational number = KKR_RATIONAL_INT (count);

  return kkr_format_exact (&number, 0, self->language);
}

static void
describe_remainders (const Share *self, GPtrArray *lines)
{
  const KkrStep *step = self->step;
  KkrRational own, exact;
  KkrInt128 left, whole, got;
  guint rank = 1, equal = 0;
  g_autofree char *rest = NULL, *whole_text = NULL, *left_text = NULL, *got_text = NULL;
  gboolean english = kkr_language_is_english (self->language);

  if (!get_exact_units (self, step->row, FALSE, &own) ||
      !kkr_rational_divide (&step->value, &step->rounding_unit, &exact))
    return;
  whole = own.num / own.den;
  got = (KkrInt128) kkr_int128_magnitude (exact.num) - whole;
  own.num %= own.den;
  left = (KkrInt128) kkr_int128_magnitude (self->units.num);
  for (guint i = 0; i < step->n_terms; i++)
    {
      int order;

      if (!get_exact_units (self, i, FALSE, &exact))
        return;
      left -= exact.num / exact.den;
      exact.num %= exact.den;
      order = kkr_rational_compare (&exact, &own);
      rank += order > 0;
      equal += order == 0 && i != step->row;
    }
  whole_text = print_count (self, whole);
  left_text = print_count (self, left);
  got_text = print_count (self, got);
  kkr_rational_init (&own, own.num, own.den);
  rest = kkr_derivation_print_value (&own, KKR_UNIT_NONE, self->language);
  add_line (lines, english ? "Whole units" : "Hele enheder",
            english ? "%s; remainder %s, number %u by size%s"
                    : "%s; rest %s, nr. %u efter størrelse%s", whole_text, rest, rank,
            equal == 0 ? "" : english ? " (shared with others)" : " (lige med andre)");
  add_line (lines, english ? "Units given to the largest remainders"
                           : "Enheder givet til de største rester",
            english ? "%s, of them %s to %s" : "%s, heraf %s til %s", left_text, got_text,
            step->keys[step->row]);
}

static gboolean
round_row (const Share *self, guint row, gboolean running, KkrInt128 *result)
{
  KkrRational exact;

  return get_exact_units (self, row, running, &exact) &&
         kkr_int128_divide_rounded (exact.num, exact.den, KKR_ROUNDING_MODE_HALF_AWAY, result);
}

static void
describe_residual (const Share *self, GPtrArray *lines)
{
  gboolean english = kkr_language_is_english (self->language);
  KkrInt128 sum = 0, rounded;
  g_autofree char *sum_text = NULL, *gap_text = NULL;
  KkrRational sum_units = KKR_RATIONAL_ZERO, gap;

  for (guint i = 0; i < self->step->n_terms; i++)
    {
      if (!round_row (self, i, FALSE, &rounded) || __builtin_add_overflow (sum, rounded, &sum))
        return;
    }
  sum_units.num = self->units.num < 0 ? -sum : sum;
  if (!kkr_rational_subtract (&self->units, &sum_units, &gap))
    return;
  sum_text = print_units (self, &sum_units);
  gap_text = print_units (self, &gap);
  if (sum_text == NULL || gap_text == NULL)
    return;
  if (self->step->method == KKR_APPORTION_METHOD_INDEPENDENT)
    add_line (lines, english ? "Sum of the rows, each rounded by itself"
                             : "Summen af de rækker, der er afrundet hver for sig",
              english ? "%s; total less sum: %s" : "%s; total minus sum: %s", sum_text, gap_text);
  else
    add_line (lines, english ? "Sum of the rows, each rounded by itself"
                             : "Summen af de rækker, der er afrundet hver for sig",
              english ? "%s; the residual, %s, goes to the largest weight"
                      : "%s; resten, %s, lægges på den største vægt", sum_text, gap_text);
}

static void
describe_running_sum (const Share *self, GPtrArray *lines)
{
  gboolean english = kkr_language_is_english (self->language);
  KkrRational before = KKR_RATIONAL_ZERO, after = KKR_RATIONAL_ZERO;
  g_autofree char *before_text = NULL, *after_text = NULL;

  if ((self->step->row > 0 && !round_row (self, self->step->row - 1, TRUE, &before.num)) ||
      !round_row (self, self->step->row, TRUE, &after.num))
    return;
  if (self->units.num < 0)
    {
      before.num = -before.num;
      after.num = -after.num;
    }
  before_text = print_units (self, &before);
  after_text = print_units (self, &after);
  if (before_text != NULL && after_text != NULL)
    add_line (lines, english ? "Running sum, rounded" : "Løbende sum, afrundet",
              english ? "%s before the row, %s after it" : "%s før rækken, %s efter den",
              before_text, after_text);
}

static gboolean
breaks_ties (KkrApportionMethod method)
{
  return method != KKR_APPORTION_METHOD_INDEPENDENT && method != KKR_APPORTION_METHOD_CUMULATIVE;
}

static void
describe_exact_share (const Share *self, GPtrArray *lines)
{
  const KkrStep *step = self->step;
  gboolean english = kkr_language_is_english (self->language);
  gboolean money = step->unit == KKR_UNIT_AMOUNT;
  KkrRational total = kkr_derivation_to_kroner (&self->total->value, step->unit), part;
  g_autofree char *total_text = kkr_derivation_print_operand (&total, money, self->language);
  g_autofree char *weight = NULL, *sum = NULL, *exact = NULL, *label = NULL;

  weight = kkr_derivation_print_operand (&step->terms[step->row], FALSE, self->language);
  sum = kkr_derivation_print_operand (&self->weight_sum, FALSE, self->language);
  if (!kkr_rational_divide (&step->terms[step->row], &self->weight_sum, &part) ||
      !kkr_rational_multiply (&part, &self->total->value, &part))
    return;
  exact = kkr_derivation_print_value (&part, step->unit, self->language);
  label = g_strconcat (english ? "Exact share of " : "Nøjagtig andel for ", step->keys[step->row],
                       NULL);
  add_line (lines, label, "%s × %s / %s %s%s", total_text, weight, sum,
            g_str_has_prefix (exact, "≈") ? "" : "= ", exact);
}

void
kkr_teller_tell_share (KkrTeller *self, const KkrStep *step, GPtrArray *lines)
{
  const char *language = self->language;
  gboolean english = kkr_language_is_english (language);
  const KkrStep *total_step = kkr_derivation_find_step (self->derivation, step->total, NULL);
  Share share = { step, total_step, language };
  g_autofree char *grain = kkr_derivation_print_grain (&step->rounding_unit, step->unit, FALSE,
                                                       language);
  g_autofree char *total = kkr_derivation_print_value (&total_step->value, total_step->unit,
                                                       language);

  add_line (lines, english ? "Shared out" : "Fordeles",
            english ? "%s (%s) over %u rows, in %s" : "%s (%s) på %u rækker, i %s",
            kkr_text_in (language, total_step->danish, total_step->english), total, step->n_terms,
            grain);
  if (breaks_ties (step->method))
    add_line (lines, english ? "Method" : "Metode",
              english ? "%s; a tie goes to %s" : "%s; ved lighed vinder %s",
              kkr_apportion_method_name (step->method, language),
              kkr_tie_rule_name (step->tie_rule, language));
  else
    add_line (lines, english ? "Method" : "Metode", "%s",
              kkr_apportion_method_name (step->method, language));
  if (!kkr_teller_has_terms (self, step))
    kkr_lines_take_terms (lines, english ? "Weights" : "Vægte",
                          kkr_derivation_print_terms (step, KKR_UNIT_NONE, language), step,
                          KKR_UNIT_NONE);
  if (!init_share (&share))
    return;
  describe_exact_share (&share, lines);
  if (step->method == KKR_APPORTION_METHOD_LARGEST_REMAINDER)
    describe_remainders (&share, lines);
  else if (step->method == KKR_APPORTION_METHOD_CUMULATIVE)
    describe_running_sum (&share, lines);
  else if (step->method == KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST ||
           step->method == KKR_APPORTION_METHOD_INDEPENDENT)
    describe_residual (&share, lines);
}

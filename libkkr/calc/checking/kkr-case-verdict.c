/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-outcome-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>

const char *const kkr_case_verdicts[] = { "exact", "after-rounding", "differs", NULL };

const char *
kkr_case_verdict_title (KkrCaseVerdict verdict, const char *language)
{
  static const char *const danish[] = { "eksakt", "efter afrunding", "afviger" };
  static const char *const english[] = { "exact", "after rounding", "differs" };

  return kkr_text_in (language, danish[verdict], english[verdict]);
}

gboolean
kkr_case_read_verdict (KkrCaseBook *book, const KkrCaseNode *node, KkrCaseVerdict *verdict)
{
  const char *text = kkr_case_node_get (node, KKR_CASE_VERDICT);
  g_auto (KkrNearest) nearest = { 0 };
  g_autofree char *quoted = kkr_text_quote (text), *known = NULL;

  if (text == NULL)
    return FALSE;
  kkr_nearest_init (&nearest, text, 1, FALSE);
  for (int i = 0; i < KKR_CASE_N_VERDICTS; i++)
    {
      if (g_str_equal (kkr_case_verdicts[i], text))
        {
          *verdict = (KkrCaseVerdict) i;
          return TRUE;
        }
      kkr_nearest_offer (&nearest, kkr_case_verdicts[i]);
    }
  known = g_strjoinv ("/", (char **) kkr_case_verdicts);
  kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_CHOICE,
                        kkr_case_node_place (node, KKR_CASE_VERDICT), kkr_nearest_get (&nearest),
                        _("bad %s: %s found, %s expected"), "verdict", quoted, known);
  return FALSE;
}

gboolean
kkr_case_round (const KkrRational *value, KkrRoundingMode mode, const KkrRational *precision,
                KkrRational *rounded)
{
  KkrRational steps;
  gint64 n;

  if (!kkr_rational_divide (value, precision, &steps)
      || !kkr_rational_round (&steps, mode, 1, &n))
    return FALSE;
  steps = KKR_RATIONAL_INT (n);
  return kkr_rational_multiply (&steps, precision, rounded);
}

/* "mere end 180.000" twice is the same figure, though not the same number. */
static gboolean
is_repeated (const KkrCaseFormula *formula, const KkrCaseCell *cell)
{
  const KkrCaseTerm *term;
  const KkrCaseCell *other;

  if (cell->side == 0 || formula == NULL || formula->expression == NULL || formula->terms->len != 1)
    return FALSE;
  term = &g_array_index (formula->terms, KkrCaseTerm, 0);
  other = kkr_case_spot_get (&term->spot);
  return g_str_equal (formula->expression, term->name) && other->side == cell->side
         && other->included == cell->included
         && kkr_rational_compare (&other->value, &cell->value) == 0;
}

gboolean
kkr_case_judge (const KkrCaseFormula *formula, const KkrRational *exact, KkrRoundingMode mode,
                const KkrCaseCell *cell, KkrCaseVerdict *verdict, GError **error)
{
  gboolean possible = FALSE;
  KkrRational rounded;
  KkrInterval interval;

  *verdict = KKR_CASE_VERDICT_EXACT;
  if (is_repeated (formula, cell)
      || (cell->side == 0 && kkr_rational_compare (exact, &cell->value) == 0))
    return TRUE;
  *verdict = KKR_CASE_VERDICT_AFTER_ROUNDING;
  if (cell->side == 0)
    {
      if (!kkr_case_round (exact, mode, &cell->precision, &rounded))
        return kkr_rational_overflow (error, _("the figure"));
      if (kkr_rational_compare (&rounded, &cell->value) == 0)
        return TRUE;
    }
  else if (kkr_case_cell_interval (cell, mode, &interval)
           && kkr_interval_contains (&interval, exact))
    return TRUE;
  if (formula != NULL && !kkr_case_formula_decide (formula, mode, cell, &possible, error))
    return FALSE;
  if (!possible)
    *verdict = KKR_CASE_VERDICT_DIFFERS;
  return TRUE;
}

/* How many decimals a multiple of it has; 0 for whole numbers. */
static guint
count_decimals (const KkrRational *precision)
{
  KkrInt128 den = precision->den;
  guint decimals = 0;

  for (; den > 1 && decimals < 18; den /= 10)
    decimals++;
  return decimals;
}

char *
kkr_case_cell_print (const KkrCaseSpot *spot, const KkrRational *value, const char *language)
{
  const KkrCaseCell *cell = kkr_case_spot_get (spot);
  const KkrCaseColumn *column = &g_array_index (spot->in->columns, KkrCaseColumn, spot->column);
  KkrRational scale = KKR_RATIONAL_INT (MAX (column->scale, 1)), shown, precision;

  if (cell->side == 0 && kkr_rational_divide (value, &scale, &shown)
      && kkr_rational_divide (&cell->precision, &scale, &precision))
    return kkr_format_decimals (&shown, count_decimals (&precision), language);
  return kkr_format_exact (value, 6, language);
}

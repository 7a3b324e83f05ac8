/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-outcome-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>

const KkrCaseSpot *
kkr_case_figure_get_spot (const KkrCaseFigure *self)
{
  return &g_array_index (self->relation->spots, KkrCaseSpot, self->target);
}

const KkrCaseCell *
kkr_case_figure_get_cell (const KkrCaseFigure *self)
{
  return kkr_case_spot_get (kkr_case_figure_get_spot (self));
}

static gboolean
fail (KkrCaseBook *book, const KkrPlace *place, const KkrCaseSpot *spot, const char *message)
{
  kkr_case_add_problem (&book->findings, KKR_CASE_RULE_NO_VALUE, place, NULL,
                        _("[%s|%s] cannot be computed: %s"), kkr_case_spot_row_name (spot),
                        kkr_case_spot_column_name (spot), message);
  return FALSE;
}

static gboolean
judge_count (KkrCaseBook *book, KkrCaseFigure *figure, KkrRoundingMode mode)
{
  const KkrCaseSpot *spot = kkr_case_figure_get_spot (figure);
  const KkrCaseCell *cell = kkr_case_spot_get (spot);
  g_auto (KkrCaseCount) count = { 0 };
  KkrRational least, most;

  if (!kkr_case_relation_count (book, figure->relation, spot, mode, &count))
    return FALSE;
  figure->exact = KKR_RATIONAL_INT (count.n);
  least = KKR_RATIONAL_INT (count.least);
  most = KKR_RATIONAL_INT (count.most);
  if (kkr_rational_compare (&figure->exact, &cell->value) == 0)
    figure->verdict = KKR_CASE_VERDICT_EXACT;
  else if (cell->value.den == 1 && kkr_rational_compare (&least, &cell->value) <= 0
           && kkr_rational_compare (&cell->value, &most) <= 0)
    figure->verdict = KKR_CASE_VERDICT_AFTER_ROUNDING;
  else
    figure->verdict = KKR_CASE_VERDICT_DIFFERS;
  return TRUE;
}

static gboolean
judge_formula (KkrCaseBook *book, KkrCaseFigure *figure, KkrRoundingMode mode)
{
  const KkrCaseSpot *spot = kkr_case_figure_get_spot (figure);
  g_auto (KkrCaseFormula) formula = { 0 };
  g_autoptr (GError) error = NULL;

  kkr_case_formula_init (&formula);
  if (!kkr_case_relation_build (book, figure->relation, spot, &formula))
    return FALSE;
  if (kkr_case_formula_compute (&formula, &figure->exact, &error)
      && kkr_case_judge (&formula, &figure->exact, mode, kkr_case_spot_get (spot),
                         &figure->verdict, &error))
    return TRUE;
  return fail (book, &figure->relation->node->place, spot, error->message);
}

gboolean
kkr_case_figure_judge (KkrCaseBook *book, KkrCaseFigure *figure, KkrRoundingMode mode)
{
  const KkrCaseSpot *spot = kkr_case_figure_get_spot (figure);
  g_autoptr (GError) error = NULL;

  if (figure->relation->node->id == KKR_CASE_COUNT)
    return judge_count (book, figure, mode);
  if (figure->relation->node->id != KKR_CASE_CALCULATION)
    return judge_formula (book, figure, mode);
  return kkr_case_relation_read_result (book, figure->relation, figure->result, figure->target,
                                        &figure->exact, &figure->result_row)
         && (kkr_case_judge (NULL, &figure->exact, mode, kkr_case_spot_get (spot),
                             &figure->verdict, &error)
             || fail (book, &figure->relation->node->place, spot, error->message));
}

void
kkr_case_refuse_excuse (KkrCaseBook *book, const KkrCaseNode *node, const char *text)
{
  kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_EXCEPTION, &node->place, NULL, "%s",
                        text);
}

/* Our figure in the file is what is computed, as the document would print it. */
static gboolean
is_ours (KkrCaseBook *book, const KkrCaseFigure *figure)
{
  const char *text = figure->excuse != NULL ? kkr_case_node_get (figure->excuse, KKR_CASE_OURS)
                                            : NULL;
  const KkrCaseSpot *spot = kkr_case_figure_get_spot (figure);
  const KkrCaseColumn *column = &g_array_index (spot->in->columns, KkrCaseColumn, spot->column);
  g_autoptr (GError) error = NULL;
  KkrRational rounded, precision;
  KkrCaseCell ours;

  if (text == NULL)
    return TRUE;
  if (!kkr_case_read_cell (column, text, &ours, &error) || ours.text == NULL)
    {
      kkr_case_refuse_excuse (book, figure->excuse, error != NULL ? error->message
                                                         : _("ours without a number: none found, "
                                                             "one expected"));
      return TRUE;
    }
  precision = kkr_case_spot_get (spot)->precision;
  if (kkr_rational_compare (&ours.precision, &precision) < 0)
    precision = ours.precision;
  return kkr_case_round (&figure->exact, KKR_ROUNDING_MODE_HALF_AWAY, &precision, &rounded)
         && kkr_rational_compare (&rounded, &ours.value) == 0;
}

gboolean
kkr_case_figure_compute (KkrCaseBook *book, KkrCaseFigure *figure)
{
  const KkrCaseSpot *spot = kkr_case_figure_get_spot (figure);
  const KkrCaseCell *cell = kkr_case_spot_get (spot);

  if (!kkr_case_figure_judge (book, figure, KKR_ROUNDING_MODE_HALF_AWAY))
    return FALSE;
  figure->shown = figure->exact;
  if (cell->side == 0 && !kkr_case_round (&figure->exact, KKR_ROUNDING_MODE_HALF_AWAY,
                                          &cell->precision, &figure->shown))
    return fail (book, &figure->relation->node->place, spot, _("too large a number"));
  figure->unexpected = figure->verdict > figure->expected
                       || (figure->excuse != NULL && figure->excuse->id == KKR_CASE_EXCEPTION
                           && figure->verdict != figure->expected)
                       || !is_ours (book, figure);
  return TRUE;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-outcome-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>

void
kkr_case_outcome_free (KkrCaseOutcome *self)
{
  g_array_unref (self->figures);
  g_array_unref (self->readings);
  g_ptr_array_unref (self->results);
  g_ptr_array_unref (self->relations);
  kkr_case_book_free (self->book);
  g_free (self);
}

static gboolean
is_exception (const KkrCaseFigure *figure)
{
  return figure->excuse != NULL && figure->excuse->id == KKR_CASE_EXCEPTION;
}

/* The exception for the cell, or NULL. */
static const KkrCaseNode *
find_exception (const KkrCaseRelation *relation, const KkrCaseSpot *spot)
{
  g_autofree char *name = g_strdup_printf ("[%s|%s]", kkr_case_spot_row_name (spot),
                                           kkr_case_spot_column_name (spot));

  for (guint i = 0; i < relation->node->children->len; i++)
    {
      const KkrCaseNode *node = relation->node->children->pdata[i];

      if (node->id == KKR_CASE_EXCEPTION
          && g_strcmp0 (kkr_case_node_get (node, KKR_CASE_TARGET), name) == 0)
        return node;
    }
  return NULL;
}

static gboolean
check_excuse (KkrCaseBook *book, const KkrCaseNode *node, KkrCaseVerdict expected, guint n)
{
  const char *ours = kkr_case_node_get (node, KKR_CASE_OURS);
  gboolean danish = kkr_case_node_get (node, KKR_CASE_HYPOTHESIS_DA) != NULL;
  gboolean english = kkr_case_node_get (node, KKR_CASE_HYPOTHESIS_EN) != NULL;

  if (danish != english)
    kkr_case_refuse_excuse (book, node, _("a hypothesis in one language: hypothesis-da and "
                                          "hypothesis-en expected"));
  else if (expected == KKR_CASE_VERDICT_DIFFERS && n > 0 && (ours == NULL || !danish))
    kkr_case_refuse_excuse (book, node, _("a figure that differs without ours or a hypothesis: "
                                          "ours, hypothesis-da and hypothesis-en expected"));
  else if (ours != NULL && n != 1)
    kkr_case_refuse_excuse (book, node, _("ours of several figures: an exception for each of "
                                          "them that differs expected"));
  else
    return TRUE;
  return FALSE;
}

/* A relation is as good as the worst of its figures, and no better than the file says. */
static void
compare_worst (KkrCaseOutcome *self, guint first, const KkrCaseRelation *relation)
{
  KkrCaseVerdict worst = KKR_CASE_VERDICT_EXACT;
  guint n = 0;

  for (guint i = first; i < self->figures->len; i++)
    {
      const KkrCaseFigure *figure = &g_array_index (self->figures, KkrCaseFigure, i);

      if (is_exception (figure))
        continue;
      worst = MAX (worst, figure->verdict);
      n++;
    }
  for (guint i = first; i < self->figures->len && n > 0 && worst < relation->expected; i++)
    if (!is_exception (&g_array_index (self->figures, KkrCaseFigure, i)))
      g_array_index (self->figures, KkrCaseFigure, i).unexpected = TRUE;
}

static gboolean
read_exceptions (KkrCaseOutcome *self, guint first, const KkrCaseRelation *relation)
{
  guint n_plain = 0, n_exceptions = 0;

  for (guint i = first; i < self->figures->len; i++)
    {
      KkrCaseFigure *figure = &g_array_index (self->figures, KkrCaseFigure, i);

      figure->excuse = find_exception (relation, kkr_case_figure_get_spot (figure));
      figure->expected = relation->expected;
      n_exceptions += figure->excuse != NULL;
      n_plain += figure->excuse == NULL;
      if (figure->excuse == NULL)
        {
          if (kkr_case_node_get (relation->node, KKR_CASE_HYPOTHESIS_DA) != NULL)
            figure->excuse = relation->node;
        }
      else if (!kkr_case_read_verdict (self->book, figure->excuse, &figure->expected)
               || !check_excuse (self->book, figure->excuse, figure->expected, 1))
        return FALSE;
    }
  for (guint i = 0; i < relation->node->children->len; i++)
    n_exceptions -= ((KkrCaseNode *) relation->node->children->pdata[i])->id == KKR_CASE_EXCEPTION;
  if (n_exceptions != 0)
    {
      kkr_case_refuse_excuse (self->book, relation->node,
                              _("exceptions that are not each a target of the relation: "
                                "[row|column] of a target expected, once"));
      return FALSE;
    }
  return check_excuse (self->book, relation->node, relation->expected, n_plain);
}

static KkrCaseVerdict
get_worst (KkrCaseOutcome *self, guint first, guint n, KkrResult *result, KkrRoundingMode mode,
           guint *n_figures)
{
  KkrCaseVerdict worst = KKR_CASE_VERDICT_EXACT;

  *n_figures = 0;
  for (guint i = first; i < first + n; i++)
    {
      KkrCaseFigure figure = g_array_index (self->figures, KkrCaseFigure, i);

      if (is_exception (&figure))
        continue;
      figure.result = result;
      if (!kkr_case_figure_judge (self->book, &figure, mode))
        break;
      worst = MAX (worst, figure.verdict);
      ++*n_figures;
    }
  return worst;
}

static void
compute_reading (KkrCaseOutcome *self, guint first, const KkrCaseRelation *relation,
                 const KkrCaseNode *node, GCancellable *cancellable)
{
  const char *parameter = kkr_case_node_get (node, KKR_CASE_PARAMETER);
  const char *value = kkr_case_node_get (node, KKR_CASE_VALUE);
  KkrRoundingMode mode = KKR_ROUNDING_MODE_HALF_AWAY;
  KkrCaseReading reading = { .relation = relation, .node = node };
  g_autoptr (GError) error = NULL;
  KkrResult *result = first < self->figures->len
                        ? g_array_index (self->figures, KkrCaseFigure, first).result : NULL;

  if (parameter == NULL || value == NULL
      || !kkr_case_read_verdict (self->book, node, &reading.expected))
    return;
  if (g_str_equal (parameter, "rounding"))
    mode = kkr_rounding_mode_from_string (value, &error);
  else if (relation->node->id == KKR_CASE_CALCULATION)
    {
      result = kkr_case_relation_run (self->book, relation, node, cancellable);
      if (result == NULL)
        return;
      g_ptr_array_add (self->results, result);
    }
  else
    kkr_case_add_problem (&self->book->findings, KKR_CASE_RULE_UNKNOWN_INPUT,
                          kkr_case_node_place (node, KKR_CASE_PARAMETER), "rounding",
                          _("no such parameter: \"%s\" found"), parameter);
  if (error != NULL)
    {
      kkr_case_add_problem (&self->book->findings, KKR_CASE_RULE_BAD_CHOICE,
                            kkr_case_node_place (node, KKR_CASE_VALUE), NULL, "%s",
                            error->message);
      return;
    }
  if (!kkr_case_book_spend (self->book,
                            kkr_case_relation_count_terms (relation) * relation->spots->len,
                            &node->place))
    return;
  reading.verdict = get_worst (self, first, self->figures->len - first, result, mode,
                               &reading.n_figures);
  g_array_append_val (self->readings, reading);
}

static void
compute_relation (KkrCaseOutcome *self, const KkrCaseRelation *relation, GCancellable *cancellable)
{
  guint first = self->figures->len;
  KkrResult *result = NULL;

  if (relation->node->id == KKR_CASE_CALCULATION)
    {
      result = kkr_case_relation_run (self->book, relation, NULL, cancellable);
      if (result == NULL)
        return;
      g_ptr_array_add (self->results, result);
    }
  for (guint i = 0; i < relation->spots->len; i++)
    {
      KkrCaseFigure figure = {
        .relation = relation, .target = i, .result = result, .result_row = -1,
      };

      g_array_append_val (self->figures, figure);
    }
  if (!kkr_case_book_spend (self->book,
                            kkr_case_relation_count_terms (relation) * relation->spots->len,
                            &relation->node->place)
      || !read_exceptions (self, first, relation))
    return;
  for (guint i = first; i < self->figures->len; i++)
    if (!kkr_case_figure_compute (self->book, &g_array_index (self->figures, KkrCaseFigure, i)))
      return;
  compare_worst (self, first, relation);
  for (guint i = 0; i < relation->node->children->len; i++)
    {
      const KkrCaseNode *node = relation->node->children->pdata[i];

      if (node->id == KKR_CASE_READING)
        compute_reading (self, first, relation, node, cancellable);
    }
}

static KkrCaseFigure *
find_counting (KkrCaseOutcome *self, GHashTable *seen, guint i)
{
  const KkrCaseCell *cell =
    kkr_case_figure_get_cell (&g_array_index (self->figures, KkrCaseFigure, i));
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (seen, cell));

  return place > 0 ? &g_array_index (self->figures, KkrCaseFigure, place - 1) : NULL;
}

/* A cell counts once: as the worst of what its relations find, and as one of a calculator's if a
 * calculator computes it. */
static void
count_cells (KkrCaseOutcome *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->figures->len; i++)
    {
      KkrCaseFigure *figure = &g_array_index (self->figures, KkrCaseFigure, i);
      KkrCaseFigure *other = find_counting (self, seen, i);

      figure->by_calculator = figure->result != NULL;
      figure->counts = TRUE;
      if (other != NULL)
        {
          gboolean both = figure->by_calculator || other->by_calculator;
          gboolean worse = figure->verdict > other->verdict
                           || (figure->verdict == other->verdict && figure->by_calculator
                               && !other->by_calculator);

          figure->by_calculator = other->by_calculator = both;
          figure->counts = worse;
          other->counts = !worse;
        }
      if (figure->counts)
        g_hash_table_insert (seen, (gpointer) kkr_case_figure_get_cell (figure),
                             GUINT_TO_POINTER (i + 1));
    }
}

static gboolean
is_relation (const KkrCaseNode *node)
{
  return node->id >= KKR_CASE_SUM && node->id <= KKR_CASE_CALCULATION;
}

static void
compute_case (KkrCaseOutcome *self, KkrCase *one, GCancellable *cancellable)
{
  for (guint i = 0; i < one->node->children->len && !self->book->findings.stopped; i++)
    {
      const KkrCaseNode *node = one->node->children->pdata[i];
      KkrCaseRelation *relation = NULL;

      if (is_relation (node) && !one->is_bad)
        relation = kkr_case_relation_new (self->book, one, node);
      if (relation == NULL)
        continue;
      g_ptr_array_add (self->relations, relation);
      compute_relation (self, relation, cancellable);
    }
}

static gboolean
refuse_document (const KkrCaseBook *book, const char *document, GError **error)
{
  g_autofree char *quoted = kkr_text_quote (document), *near = NULL;
  g_auto (KkrNearest) nearest = { 0 };

  kkr_nearest_init (&nearest, document, 3, FALSE);
  for (guint i = 0; i < book->cases->len; i++)
    {
      const KkrCase *one = book->cases->pdata[i];

      if (one->source != NULL)
        kkr_nearest_offer (&nearest, kkr_source_get_id (one->source));
    }
  near = kkr_nearest_to_string (&nearest);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
               _("no cases of the document: %s found%s"), quoted, near);
  return FALSE;
}

static gboolean
compute_all (KkrCaseOutcome *self, const char *document, GCancellable *cancellable,
             GError **error)
{
  guint n_cases = 0;

  for (guint i = 0; i < self->book->cases->len && !self->book->findings.stopped; i++)
    {
      KkrCase *one = self->book->cases->pdata[i];

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (document != NULL
          && (one->source == NULL || !g_str_equal (kkr_source_get_id (one->source), document)))
        continue;
      n_cases++;
      compute_case (self, one, cancellable);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !kkr_case_book_check (self->book, error))
    return FALSE;
  return n_cases > 0 || document == NULL || refuse_document (self->book, document, error);
}

KkrCaseOutcome *
kkr_case_outcome_new (KkrCaseBook *book, const char *document, GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (KkrCaseOutcome) self = g_new0 (KkrCaseOutcome, 1);

  self->book = book;
  self->relations = g_ptr_array_new_with_free_func ((GDestroyNotify) kkr_case_relation_free);
  self->figures = g_array_new (FALSE, FALSE, sizeof (KkrCaseFigure));
  self->readings = g_array_new (FALSE, FALSE, sizeof (KkrCaseReading));
  self->results = g_ptr_array_new_with_free_func (g_object_unref);
  if (!compute_all (self, document, cancellable, error))
    return NULL;
  count_cells (self);
  return g_steal_pointer (&self);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

#include <stdlib.h>

/* Figures from this size on seldom close to the last digit, and small ones are seldom rounded. */
#define LARGE 100000
#define MIDDLE 10000
#define SMALL 1000

typedef struct {
  guint n_exact; /* sums that close */
  guint n_near;  /* sums that only rounding explains */
  gboolean is_rounded; /* several of the same lines, and none that fails */
} Tally;

void
kkr_recon_locate (const KkrReconRelation *relation, guint line, guint *row, guint *column)
{
  *row = relation->family->by_rows ? line : relation->lane;
  *column = relation->family->by_rows ? relation->lane : line;
}

/* The column whose reading decides on a relation. */
static guint
find_column (const KkrReconRelation *relation)
{
  guint row, column;

  kkr_recon_locate (relation, relation->family->target, &row, &column);
  return column;
}

static gboolean
is_plain_sum (const KkrReconFamily *family)
{
  if (family->form != KKR_RECON_SUM)
    return FALSE;
  for (guint i = 0; i < family->n_terms; i++)
    if (family->signs[i] < 0)
      return FALSE;
  return TRUE;
}

static void
judge_lane (const KkrReconView *view, KkrReconFamily *family, guint lane)
{
  KkrReconRelation relation = { .family = family, .lane = lane };

  relation.rounded = kkr_recon_try (view, family, lane, KKR_RECON_AS_ROUNDED, NULL);
  if (relation.rounded == KKR_CLAIM_VERDICT_UNSET)
    return;
  relation.counted = kkr_recon_try (view, family, lane, KKR_RECON_AS_COUNTS, NULL);
  if (family->form == KKR_RECON_HUNDRED && !kkr_recon_is_near_hundred (view, family, lane))
    return;
  if ((relation.rounded == KKR_CLAIM_VERDICT_IMPOSSIBLE ||
       (relation.rounded == KKR_CLAIM_VERDICT_POSSIBLE && family->by_rows &&
        kkr_recon_at (view, family->target, lane)->is_percent)) &&
      is_plain_sum (family) && !kkr_recon_lane_adds (view, family, lane))
    return;
  g_array_append_val (view->recon->relations, relation);
}

static void
add_to_tally (Tally *tally, const KkrReconRelation *relation, gboolean near)
{
  tally->n_exact += relation->counted == KKR_CLAIM_VERDICT_EXACT;
  tally->n_near += near;
}

/* Counts that somebody typed wrong seldom miss by as little as rounding explains, twice, and never
 * by more. */
static gboolean
looks_rounded (const KkrRecon *self, const KkrReconFamily *family)
{
  guint n_near = 0;

  for (guint i = 0; i < self->relations->len; i++)
    {
      const KkrReconRelation *relation = &g_array_index (self->relations, KkrReconRelation, i);

      if (relation->family != family)
        continue;
      if (relation->rounded == KKR_CLAIM_VERDICT_IMPOSSIBLE)
        return FALSE;
      n_near += relation->counted == KKR_CLAIM_VERDICT_IMPOSSIBLE;
    }
  return n_near >= 2;
}

static void
count_sums (const KkrRecon *self, Tally *tallies)
{
  const KkrReconFamily *last = NULL;
  gboolean rounded = FALSE;

  for (guint i = 0; i < self->relations->len; i++)
    {
      const KkrReconRelation *relation = &g_array_index (self->relations, KkrReconRelation, i);
      const KkrReconFamily *family = relation->family;
      gboolean near = relation->counted == KKR_CLAIM_VERDICT_IMPOSSIBLE &&
                      relation->rounded == KKR_CLAIM_VERDICT_POSSIBLE;

      if (family->form != KKR_RECON_SUM)
        continue;
      if (!family->by_rows && family != last)
        rounded = looks_rounded (self, family);
      last = family;
      add_to_tally (&tallies[find_column (relation)], relation, near);
      tallies[find_column (relation)].is_rounded |= !family->by_rows && rounded;
      for (guint k = 0; !family->by_rows && k < family->n_terms; k++)
        {
          add_to_tally (&tallies[family->terms[k]], relation, near);
          tallies[family->terms[k]].is_rounded |= rounded;
        }
    }
}

/* What the sizes and sums of a line speak for: above 0 for rounded figures. */
static int
weigh_size (const KkrReconView *view, guint line, const Tally *tally)
{
  KkrInt128 greatest = 0;
  int score;

  for (guint lane = 0; lane < view->n_lanes; lane++)
    {
      const KkrReconCell *cell = kkr_recon_at (view, line, lane);

      greatest = MAX (greatest, cell->value < 0 ? -(KkrInt128) cell->value : cell->value);
    }
  greatest /= view->recon->scale;
  score = greatest >= LARGE ? 7 : greatest >= MIDDLE ? 1 : greatest < SMALL ? -2 : -1;
  if (tally->is_rounded || (tally->n_near >= 3 && 3 * tally->n_near >= tally->n_exact))
    score += 5;
  else if (tally->n_exact >= 3 && tally->n_near <= 1)
    score -= 1;
  return score;
}

/* What the words of a label speak for. */
static int
weigh_words (guint flags, int weight)
{
  return ((flags & KKR_LABEL_MONEY) != 0 ? weight : 0) -
         ((flags & KKR_LABEL_COUNT) != 0 ? weight : 0);
}

/* The nearest word decides: that of the row or the column, then that of the title. The size is that
 * of the line that has the word. */
void
kkr_recon_read_cells (KkrRecon *self)
{
  KkrReconView rows = kkr_recon_view (self, TRUE), columns = kkr_recon_view (self, FALSE);
  g_autofree Tally *tallies = g_new0 (Tally, self->n_columns + 1);
  g_autofree int *sizes = g_new (int, self->n_columns + 1);
  const Tally none = { 0, 0, FALSE };
  gboolean money = kkr_printed_table_get_unit (self->printed).unit == KKR_UNIT_AMOUNT;

  count_sums (self, tallies);
  for (guint column = 0; column < self->n_columns; column++)
    sizes[column] = weigh_size (&columns, column, &tallies[column]);
  for (guint row = 0; row < self->n_rows; row++)
    {
      int row_words = weigh_words (self->rows[row].flags, 4);
      int row_size = row_words != 0 ? weigh_size (&rows, row, &none) : 0;

      for (guint column = 0; column < self->n_columns; column++)
        {
          KkrReconCell *cell = &self->cells[row * self->n_columns + column];
          int words = weigh_words (self->columns[column].flags, 6);
          int score = row_words != 0 && words == 0 ? row_size : sizes[column];

          words += row_words;
          if (words == 0)
            words = weigh_words (self->title_flags, 3);
          if (money && (self->columns[column].flags & KKR_LABEL_COUNT) == 0)
            words += 5;
          cell->is_count = self->reading == KKR_FIGURE_READING_COUNTS ||
                           (self->reading == KKR_FIGURE_READING_EVIDENCE && !cell->is_money &&
                            score + words <= 0);
        }
    }
}

static KkrReconCell *
cell_at (KkrRecon *self, const KkrReconFamily *family, guint line, guint lane)
{
  guint row = family->by_rows ? line : lane, column = family->by_rows ? lane : line;

  return &self->cells[row * self->n_columns + column];
}

/* The difference of rounded figures is rounded, too, whatever it is called. */
static void
read_differences (KkrRecon *self)
{
  for (guint i = 0; i < self->families->len; i++)
    {
      const KkrReconFamily *family = g_ptr_array_index (self->families, i);
      guint n_lanes = family->by_rows ? self->n_columns : self->n_rows;

      if (family->form != KKR_RECON_SUM || family->n_terms != 2 ||
          family->signs[0] == family->signs[1])
        continue;
      for (guint lane = 0; lane < n_lanes; lane++)
        if (!cell_at (self, family, family->terms[0], lane)->is_count &&
            !cell_at (self, family, family->terms[1], lane)->is_count)
          cell_at (self, family, family->target, lane)->is_count = FALSE;
    }
}

static gboolean
has_count (const KkrReconView *view, const KkrReconRelation *relation)
{
  const KkrReconFamily *family = relation->family;
  const KkrReconCell *cell = kkr_recon_at (view, family->target, relation->lane);

  if (family->form == KKR_RECON_HUNDRED)
    return FALSE;
  if (family->form == KKR_RECON_SUM && cell->is_whole && !cell->is_percent && cell->is_count)
    return TRUE;
  for (guint i = 0; i < family->n_terms; i++)
    {
      cell = kkr_recon_at (view, family->terms[i], relation->lane);
      if (cell->has_value && cell->is_whole && !cell->is_percent && cell->is_count)
        return TRUE;
    }
  return FALSE;
}

static int
find_rank (KkrClaimVerdict verdict)
{
  if (verdict == KKR_CLAIM_VERDICT_IMPOSSIBLE)
    return 0;
  return verdict == KKR_CLAIM_VERDICT_POSSIBLE ? 1 : 2;
}

/* The worst first, and then as they were found. */
static int
compare_relations (gconstpointer a, gconstpointer b)
{
  const KkrReconRelation *one = a, *other = b;
  int order = find_rank (one->verdict) - find_rank (other->verdict);

  if (order == 0)
    order = one->group != other->group ? (one->group < other->group ? -1 : 1) : 0;
  if (order == 0 && one->family != other->family)
    order = one->family->by_rows != other->family->by_rows
              ? (int) other->family->by_rows - (int) one->family->by_rows
              : one->family->target < other->family->target   ? -1
              : one->family->target > other->family->target   ? 1
              : (int) one->family->form - (int) other->family->form;
  if (order == 0)
    order = one->lane < other->lane ? -1 : one->lane > other->lane;
  return order;
}

void
kkr_recon_sort (KkrRecon *self)
{
  if (self->relations->len > 1)
    qsort (self->relations->data, self->relations->len, sizeof (KkrReconRelation),
           compare_relations);
}

/* What fails by itself may be rounded together with others. */
static void
read_apportioned (KkrRecon *self)
{
  const KkrReconFamily *last = NULL;

  for (guint i = 0; i < self->relations->len; i++)
    {
      KkrReconRelation *relation = &g_array_index (self->relations, KkrReconRelation, i);

      if (relation->verdict != KKR_CLAIM_VERDICT_IMPOSSIBLE)
        continue;
      if (relation->family != last)
        relation->family->is_apportioned = kkr_recon_is_apportioned (self, relation->family);
      last = relation->family;
      if (!last->is_apportioned)
        continue;
      relation->is_together = TRUE;
      relation->verdict = relation->counted = relation->rounded = KKR_CLAIM_VERDICT_POSSIBLE;
    }
}

void
kkr_recon_judge (KkrRecon *self)
{
  for (guint i = 0; i < self->families->len; i++)
    {
      KkrReconFamily *family = g_ptr_array_index (self->families, i);
      KkrReconView view = kkr_recon_view (self, family->by_rows);

      for (guint lane = 0; lane < view.n_lanes; lane++)
        judge_lane (&view, family, lane);
    }
  kkr_recon_read_cells (self);
  if (self->reading != KKR_FIGURE_READING_COUNTS)
    read_differences (self);
  for (guint i = 0; i < self->relations->len; i++)
    {
      KkrReconRelation *relation = &g_array_index (self->relations, KkrReconRelation, i);
      KkrReconView view = kkr_recon_view (self, relation->family->by_rows);

      relation->verdict = kkr_recon_try (&view, relation->family, relation->lane,
                                         KKR_RECON_AS_READ, NULL);
      relation->is_rounded = !has_count (&view, relation);
    }
  read_apportioned (self);
  kkr_recon_sort (self);
}

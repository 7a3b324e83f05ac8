/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

/* Which one figure, printed otherwise, would mend what fails and break nothing that holds. */

#define MAX_FAILED 400
#define MAX_CELLS 4000

static void
mark_members (KkrRecon *self)
{
  for (guint i = 0; i < self->families->len; i++)
    {
      KkrReconFamily *family = g_ptr_array_index (self->families, i);
      KkrReconView view = kkr_recon_view (self, family->by_rows);

      family->is_member = g_new0 (guint8, view.n_lines + 1);
      if (family->form != KKR_RECON_HUNDRED)
        family->is_member[family->target] = 1;
      for (guint k = 0; k < family->n_terms; k++)
        family->is_member[family->terms[k]] = 1;
    }
}

static gboolean
is_base (const KkrReconFamily *family, guint line, guint lane)
{
  for (guint i = 0; i < family->n_base && family->terms[0] == line; i++)
    if (family->base[i] == lane)
      return TRUE;
  return FALSE;
}

static gboolean
depends_on (const KkrReconRelation *relation, guint row, guint column)
{
  const KkrReconFamily *family = relation->family;
  guint line = family->by_rows ? row : column, lane = family->by_rows ? column : row;

  return (relation->lane == lane && family->is_member[line]) || is_base (family, line, lane);
}

/* What an operand must be for the relation to hold as printed. */
static gboolean
solve_operand (const KkrReconRelation *relation, gboolean is_first, const KkrRational *printed,
               const KkrRational *first, const KkrRational *second, KkrRational *value)
{
  const KkrReconFamily *family = relation->family;
  KkrRational factor = KKR_RATIONAL_INT (family->factor), rate = *printed;
  gboolean growth = family->form == KKR_RECON_GROWTH;

  if (family->form == KKR_RECON_SAME)
    {
      *value = *printed;
      return is_first;
    }
  if (growth)
    {
      if (family->signs[0] < 0)
        rate.num = -rate.num;
      if (!kkr_rational_add (&rate, &factor, &rate))
        return FALSE;
      is_first = !is_first;
    }
  if (family->form == KKR_RECON_PRODUCT)
    return kkr_rational_multiply (&rate, &factor, &rate) &&
           kkr_rational_divide (&rate, is_first ? second : first, value);
  if (is_first)
    return kkr_rational_multiply (&rate, growth ? first : second, value) &&
           kkr_rational_divide (value, &factor, value);
  return kkr_rational_multiply (&factor, growth ? second : first, value) &&
         kkr_rational_divide (value, &rate, value);
}

/* What the cell at `line` must be for the relation alone. */
static gboolean
solve (const KkrRecon *self, const KkrReconRelation *relation, guint line, guint lane,
       KkrRational *value)
{
  const KkrReconFamily *family = relation->family;
  KkrReconView view = kkr_recon_view ((KkrRecon *) self, family->by_rows);
  KkrReconFigures figures;
  KkrRational first, second, cell;
  gint8 sign = 1;

  if (!kkr_recon_measure (self, relation, &figures))
    return FALSE;
  if (family->form != KKR_RECON_HUNDRED && line == family->target)
    {
      *value = figures.computed;
      return TRUE;
    }
  if (!kkr_rational_init (&cell, kkr_recon_at (&view, line, lane)->value, self->scale))
    return FALSE;
  if (family->form == KKR_RECON_SUM || family->form == KKR_RECON_HUNDRED)
    {
      for (guint i = 0; i < family->n_terms; i++)
        if (family->terms[i] == line)
          sign = family->signs[i];
      figures.difference.num *= sign;
      return kkr_rational_add (&cell, &figures.difference, value);
    }
  if (family->form == KKR_RECON_MEAN || family->base == NULL)
    if (family->form == KKR_RECON_MEAN || family->form == KKR_RECON_SHARE)
      return FALSE;
  if (!kkr_recon_find_operands (self, relation, &first, &second))
    return FALSE;
  return solve_operand (relation, line == family->terms[0] && lane == relation->lane,
                        &figures.printed, &first, &second, value);
}

gint64
kkr_recon_find_grain (const KkrRecon *self, guint column)
{
  gint64 least = G_MAXINT64;

  for (guint row = 0; row < self->n_rows; row++)
    {
      const KkrReconCell *cell = &self->cells[row * self->n_columns + column];

      if (cell->has_value && cell->has_lower && cell->has_upper && cell->upper > cell->lower)
        least = MIN (least, cell->upper - cell->lower);
    }
  return least;
}

/* Gives the cell the value at the precision of its column; FALSE if it is what is printed. */
static gboolean
change_cell (const KkrRecon *self, KkrReconCell *cell, guint column, KkrRational *value)
{
  gint64 grain = kkr_recon_find_grain (self, column), scaled;
  const KkrRational scale = KKR_RATIONAL_INT (self->scale);
  KkrRational exact;

  if (!cell->has_lower || !cell->has_upper || grain <= 0 ||
      !kkr_rational_multiply (value, &scale, &exact) ||
      !kkr_rational_round (&exact, KKR_ROUNDING_MODE_HALF_AWAY, grain, &scaled) ||
      scaled == cell->value || scaled > G_MAXINT64 / 4 || scaled < G_MININT64 / 4 ||
      !kkr_rational_init (value, scaled, self->scale))
    return FALSE;
  cell->lower = scaled - grain / 2;
  cell->upper = scaled + grain / 2;
  cell->is_whole &= value->den == 1;
  cell->lower_included = scaled > 0;
  cell->upper_included = scaled < 0;
  cell->value = scaled;
  return TRUE;
}

static gboolean
has_negative (const KkrRecon *self, guint column)
{
  for (guint row = 0; row < self->n_rows; row++)
    if (self->cells[row * self->n_columns + column].value < 0)
      return TRUE;
  return FALSE;
}

/* Tries the cell with another value: the relations that it mends, or NULL. */
static GArray *
try_repair (KkrRecon *self, guint row, guint column, KkrRational *value)
{
  KkrReconCell *cell = &self->cells[row * self->n_columns + column], printed = *cell;
  g_autoptr (GArray) mends = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean good = change_cell (self, cell, column, value);

  good = good && (value->num >= 0 || printed.value < 0 || has_negative (self, column));
  for (guint i = 0; good && i < self->relations->len; i++)
    {
      const KkrReconRelation *relation = &g_array_index (self->relations, KkrReconRelation, i);
      KkrReconView view = kkr_recon_view (self, relation->family->by_rows);
      KkrClaimVerdict verdict;

      if (!depends_on (relation, row, column))
        continue;
      verdict = kkr_recon_try (&view, relation->family, relation->lane, KKR_RECON_AS_READ,
                               NULL);
      if (verdict == KKR_CLAIM_VERDICT_IMPOSSIBLE)
        good = relation->verdict == KKR_CLAIM_VERDICT_IMPOSSIBLE;
      else if (relation->verdict == KKR_CLAIM_VERDICT_IMPOSSIBLE)
        g_array_append_val (mends, i);
    }
  *cell = printed;
  return good && mends->len > 0 ? g_steal_pointer (&mends) : NULL;
}

static void
add_repair (KkrRecon *self, guint row, guint column, const KkrRational *value, GArray *mends)
{
  KkrReconRepair repair = { row, column, *value, mends, 0 };

  for (guint i = 0; i < self->repairs->len; i++)
    {
      const KkrReconRepair *one = &g_array_index (self->repairs, KkrReconRepair, i);

      if (one->row == row && one->column == column &&
          (kkr_rational_compare (&one->value, value) == 0 || one->mends->len >= mends->len))
        {
          g_array_unref (mends);
          return;
        }
    }
  g_array_append_val (self->repairs, repair);
}

static void
try_cell (KkrRecon *self, const KkrReconRelation *relation, guint line, guint lane)
{
  guint row = relation->family->by_rows ? line : lane;
  guint column = relation->family->by_rows ? lane : line;
  KkrRational value;
  GArray *mends;

  if (!self->cells[row * self->n_columns + column].has_value ||
      !kkr_recon_spend (self, 4 * self->relations->len) ||
      !solve (self, relation, line, lane, &value))
    return;
  mends = try_repair (self, row, column, &value);
  if (mends != NULL)
    add_repair (self, row, column, &value, mends);
}

static void
try_relation (KkrRecon *self, const KkrReconRelation *relation, guint *n_cells)
{
  const KkrReconFamily *family = relation->family;

  if (family->form != KKR_RECON_HUNDRED)
    try_cell (self, relation, family->target, relation->lane);
  for (guint i = 0; i < family->n_terms && *n_cells < MAX_CELLS; i++, *n_cells += 1)
    try_cell (self, relation, family->terms[i], relation->lane);
  for (guint i = 0; family->n_base == 1 && i < family->n_base; i++)
    try_cell (self, relation, family->terms[0], family->base[i]);
}

void
kkr_recon_find_repairs (KkrRecon *self)
{
  guint n_cells = 0;

  mark_members (self);
  for (guint i = 0; i < self->relations->len && i < MAX_FAILED; i++)
    {
      KkrReconRelation *relation = &g_array_index (self->relations, KkrReconRelation, i);

      if (relation->verdict == KKR_CLAIM_VERDICT_IMPOSSIBLE)
        try_relation (self, relation, &n_cells);
    }
  kkr_recon_group_repairs (self);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/checking/kkr-printed-grid-private.h>

/* Values of more than this, in units of the table, are left out. */
#define MAX_VALUE ((KkrInt128) 1 << 61)
#define MAX_DECIMALS 9
/* Steps of the search: about a second; and those for repairs. */
#define WORK 25000000

static gboolean
scale_number (const KkrRational *number, gint64 scale, gint64 *result)
{
  KkrInt128 scaled;

  if (scale % number->den != 0 ||
      __builtin_mul_overflow (number->num, (KkrInt128) (scale / (gint64) number->den), &scaled) ||
      scaled > MAX_VALUE || scaled < -MAX_VALUE)
    return FALSE;
  *result = (gint64) scaled;
  return TRUE;
}

static void
fill_cell (KkrRecon *self, KkrReconCell *cell, const KkrPrintedCell *printed)
{
  const KkrInterval *interval = &printed->interval;

  cell->is_unknown = printed->status == KKR_PRINTED_SUPPRESSED;
  if (printed->status != KKR_PRINTED_VALUE)
    return;
  if (!scale_number (&printed->value, self->scale, &cell->value) ||
      (interval->has_lower && !scale_number (&interval->lower, self->scale, &cell->lower)) ||
      (interval->has_upper && !scale_number (&interval->upper, self->scale, &cell->upper)))
    {
      cell->is_unknown = TRUE;
      return;
    }
  cell->has_value = TRUE;
  cell->has_lower = interval->has_lower;
  cell->has_upper = interval->has_upper;
  cell->lower_included = interval->lower_included;
  cell->upper_included = interval->upper_included;
  cell->is_whole = printed->decimals == 0 && printed->value.den == 1 &&
                   interval->has_lower && interval->has_upper;
  cell->is_money = printed->unit == KKR_UNIT_AMOUNT || printed->unit == KKR_UNIT_RATE;
  cell->is_percent = printed->unit == KKR_UNIT_PERCENT ||
                     printed->unit == KKR_UNIT_PERCENTAGE_POINTS;
}

/* Twice the smallest digit that is printed, so that halves of it are whole. */
static void
find_scale (KkrRecon *self)
{
  guint decimals = 0;

  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        const KkrPrintedCell *cell = kkr_printed_table_get_cell (self->printed, row, column);
        KkrInt128 den = cell->status == KKR_PRINTED_VALUE ? cell->precision.den : 1;
        guint n = 0;

        for (; den > 1 && n < MAX_DECIMALS; n++)
          den = (den + 9) / 10;
        decimals = MAX (decimals, n);
      }
  self->decimals = decimals;
  self->scale = 2;
  for (guint i = 0; i < decimals; i++)
    self->scale *= 10;
}

static guint
find_unit_flags (KkrPrintedUnit unit)
{
  switch (unit.unit)
    {
    case KKR_UNIT_AMOUNT:
    case KKR_UNIT_RATE:
      return KKR_LABEL_MONEY;
    case KKR_UNIT_SHARE:
    case KKR_UNIT_PERCENT:
    case KKR_UNIT_PERCENTAGE_POINTS:
      return KKR_LABEL_PERCENT;
    case KKR_UNIT_PERSONS:
    case KKR_UNIT_PLACES:
    case KKR_UNIT_OFFERS:
    case KKR_UNIT_COUNT:
      return unit.scale == 1 ? KKR_LABEL_COUNT : KKR_LABEL_MONEY;
    case KKR_UNIT_UNSET:
    case KKR_UNIT_NONE:
    case KKR_UNIT_MINUTES:
    case KKR_UNIT_HOURS:
    case KKR_UNIT_DAYS:
    case KKR_UNIT_WEEKS:
    case KKR_UNIT_MONTHS:
    case KKR_UNIT_YEARS:
    default:
      return unit.scale > 1 ? KKR_LABEL_MONEY : 0;
    }
}

/* "Voksne i alt, Stige": a total of something, whose parts may not be in the table. */
static guint
find_label_flags (const KkrPrintedTable *printed, guint row)
{
  guint flags = kkr_label_find_flags (kkr_printed_table_get_label (printed, row));
  guint n = kkr_printed_table_get_n_label_parts (printed);
  const char *last = n > 1 ? kkr_printed_table_get_label_part (printed, row, n - 1) : NULL;

  if (last != NULL && *last != '\0' && (flags & KKR_LABEL_TOTAL) != 0 &&
      (kkr_label_find_flags (last) & KKR_LABEL_TOTAL) == 0)
    flags |= KKR_LABEL_MAYBE;
  return flags;
}

static void
read_lines (KkrRecon *self)
{
  for (guint row = 0; row < self->n_rows; row++)
    {
      KkrReconLine *line = &self->rows[row];

      line->label = kkr_printed_table_get_label (self->printed, row);
      line->fold = kkr_text_fold (line->label);
      line->flags = find_label_flags (self->printed, row) |
                    find_unit_flags (kkr_printed_table_get_row_unit (self->printed, row));
      if (!kkr_printed_table_has_values (self->printed, row))
        line->flags |= KKR_LABEL_HEADER;
    }
  for (guint column = 0; column < self->n_columns; column++)
    {
      KkrReconLine *line = &self->columns[column];

      line->label = kkr_printed_table_get_heading (self->printed, column);
      line->fold = kkr_text_fold (line->label);
      line->flags = kkr_label_find_flags (line->label) |
                    find_unit_flags (kkr_printed_find_unit (line->label));
    }
  self->title_flags = kkr_label_find_flags (kkr_printed_table_get_title (self->printed)) |
                      find_unit_flags (kkr_printed_table_get_unit (self->printed));
}

/* "Ændring i pct." above a table may also speak of one of its columns. */
static gboolean
is_all_percent (const KkrRecon *self)
{
  const KkrRational most = { 1000, 1 };

  if (find_unit_flags (kkr_printed_table_get_unit (self->printed)) != KKR_LABEL_PERCENT)
    return FALSE;
  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        const KkrPrintedCell *cell = kkr_printed_table_get_cell (self->printed, row, column);

        if (cell->status == KKR_PRINTED_VALUE && kkr_rational_compare (&cell->value, &most) > 0)
          return FALSE;
      }
  return TRUE;
}

static void
fill_cells (KkrRecon *self)
{
  gboolean all = is_all_percent (self);

  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        KkrReconCell *cell = &self->cells[row * self->n_columns + column];
        guint flags = self->rows[row].flags | self->columns[column].flags;

        fill_cell (self, cell, kkr_printed_table_get_cell (self->printed, row, column));
        cell->is_percent |= (flags & KKR_LABEL_PERCENT) != 0 || all;
      }
}

/* A line of 100 per cent where the others make up 100 per cent is the total, whatever it is called.
 */
static void
find_whole (const KkrReconView *view, guint lane)
{
  KkrInt128 hundred = (KkrInt128) 100 * view->recon->scale, sum = 0, slack = 0;
  guint whole = G_MAXUINT, n = 0;

  for (guint line = 0; line < view->n_lines; line++)
    {
      const KkrReconCell *cell = kkr_recon_at (view, line, lane);

      if (!cell->has_value)
        continue;
      if (!cell->is_percent || cell->value < 0 || !cell->has_lower || !cell->has_upper ||
          (view->lines[line].flags & KKR_LABEL_TOTAL) != 0)
        return;
      if (cell->value == hundred && whole != G_MAXUINT)
        return;
      if (cell->value == hundred)
        whole = line;
      else
        {
          sum += cell->value;
          slack += (KkrInt128) cell->upper - cell->value;
          n++;
        }
    }
  if (whole != G_MAXUINT && n >= 2 && sum <= hundred + slack && sum >= hundred - slack &&
      view->n_lanes > 1)
    view->lines[whole].flags |= KKR_LABEL_TOTAL;
}

KkrRecon *
kkr_recon_new (const char *text, const char *decimal_sign, KkrFigureReading reading,
               GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrRecon) self = g_new0 (KkrRecon, 1);

  self->families = g_ptr_array_new_with_free_func ((GDestroyNotify) kkr_recon_family_free);
  self->relations = g_array_new (FALSE, TRUE, sizeof (KkrReconRelation));
  self->repairs = g_array_new (FALSE, TRUE, sizeof (KkrReconRepair));
  self->reading = reading;
  self->budget = WORK;
  self->cancellable = cancellable;
  self->printed = kkr_printed_table_read (text, decimal_sign, error);
  if (self->printed == NULL)
    return NULL;
  self->n_rows = kkr_printed_table_get_n_rows (self->printed);
  self->n_columns = kkr_printed_table_get_n_columns (self->printed);
  self->cells = g_new0 (KkrReconCell, (gsize) self->n_rows * self->n_columns + 1);
  self->rows = g_new0 (KkrReconLine, self->n_rows + 1);
  self->columns = g_new0 (KkrReconLine, self->n_columns + 1);
  find_scale (self);
  read_lines (self);
  fill_cells (self);
  kkr_recon_read_cells (self);
  for (guint turn = 0; turn < 2; turn++)
    {
      KkrReconView view = kkr_recon_view (self, turn == 0);

      for (guint lane = 0; lane < view.n_lanes; lane++)
        find_whole (&view, lane);
      kkr_recon_find_totals (&view);
      kkr_recon_find_parts (&view);
      kkr_recon_find_hundreds (&view);
    }
  for (guint turn = 0; turn < 2; turn++)
    {
      KkrReconView view = kkr_recon_view (self, turn == 1);

      kkr_recon_find_formulas (&view);
      kkr_recon_find_shares (&view);
      kkr_recon_find_same (&view);
    }
  kkr_recon_judge (self);
  self->is_cut = self->budget <= 0;
  self->budget = WORK;
  kkr_recon_find_repairs (self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
free_lines (KkrReconLine *lines, guint n_lines)
{
  for (guint i = 0; lines != NULL && i < n_lines; i++)
    g_free (lines[i].fold);
  g_free (lines);
}

void
kkr_recon_free (KkrRecon *self)
{
  for (guint i = 0; i < self->repairs->len; i++)
    g_array_unref (g_array_index (self->repairs, KkrReconRepair, i).mends);
  free_lines (self->rows, self->n_rows);
  free_lines (self->columns, self->n_columns);
  g_free (self->cells);
  g_ptr_array_unref (self->families);
  g_array_unref (self->relations);
  g_array_unref (self->repairs);
  g_clear_pointer (&self->printed, kkr_printed_table_free);
  g_free (self);
}

KkrReconView
kkr_recon_view (KkrRecon *recon, gboolean by_rows)
{
  return (KkrReconView) {
    .recon = recon,
    .by_rows = by_rows,
    .n_lines = by_rows ? recon->n_rows : recon->n_columns,
    .n_lanes = by_rows ? recon->n_columns : recon->n_rows,
    .lines = by_rows ? recon->rows : recon->columns,
    .lanes = by_rows ? recon->columns : recon->rows,
  };
}

gboolean
kkr_recon_spend (KkrRecon *recon, guint64 work)
{
  recon->budget -= (gint64) MIN (work, WORK);
  return recon->budget > 0 && !g_cancellable_is_cancelled (recon->cancellable);
}

KkrReconFamily *
kkr_recon_family_new (KkrReconForm form, const KkrReconView *view, guint target,
                      const guint *terms, guint n_terms)
{
  KkrReconFamily *self = g_new0 (KkrReconFamily, 1);

  self->form = form;
  self->by_rows = view->by_rows;
  self->target = target;
  self->terms = g_memdup2 (terms, sizeof *terms * n_terms);
  self->signs = g_new (gint8, n_terms);
  self->n_terms = n_terms;
  self->factor = 1;
  for (guint i = 0; i < n_terms; i++)
    self->signs[i] = 1;
  return self;
}

void
kkr_recon_family_free (KkrReconFamily *family)
{
  g_free (family->terms);
  g_free (family->signs);
  g_free (family->base);
  g_free (family->is_member);
  g_free (family);
}

static guint64
add_lines (const KkrReconFamily *family)
{
  guint64 sum = family->target;

  for (guint i = 0; i < family->n_terms; i++)
    sum += family->terms[i];
  return sum;
}

/* a = b + c is c = a - b, and a = b * c is b = a / c. */
static guint
kind_of (KkrReconForm form)
{
  return form == KKR_RECON_PRODUCT ? KKR_RECON_RATIO : form;
}

static gboolean
binds_the_same (const KkrReconFamily *a, const KkrReconFamily *b)
{
  gboolean both_sums = a->form == KKR_RECON_SUM || kind_of (a->form) == KKR_RECON_RATIO;

  if (a->by_rows != b->by_rows || a->n_terms != b->n_terms ||
      kind_of (a->form) != kind_of (b->form) || (!both_sums && a->target != b->target) ||
      add_lines (a) != add_lines (b))
    return FALSE;
  for (guint i = 0; i < a->n_terms; i++)
    {
      gboolean found = both_sums && a->terms[i] == b->target;

      for (guint k = 0; k < b->n_terms && !found; k++)
        found = a->terms[i] == b->terms[k];
      if (!found)
        return FALSE;
    }
  return TRUE;
}

gboolean
kkr_recon_keep (KkrRecon *recon, KkrReconFamily *family)
{
  for (guint i = 0; i < recon->families->len; i++)
    if (binds_the_same (g_ptr_array_index (recon->families, i), family))
      {
        kkr_recon_family_free (family);
        return FALSE;
      }
  g_ptr_array_add (recon->families, family);
  return TRUE;
}

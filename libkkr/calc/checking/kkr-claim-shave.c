/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-claims-private.h>

/* Narrowing looks at one claim at a time, so that it can leave more than there is. A slice at the
 * end of a variable's interval is cut off when it is proven to be impossible; slices grow as long
 * as that works, and shrink when it does not. */
#define MAX_VARIABLES 40
#define MAX_CUTS 48
#define MAX_PARTS 32
#define MAX_WORK 400000

typedef struct {
  const KkrClaimProblem *problem;
  gint64 work;
} Shaving;

static KkrInterval *
dup_box (const Shaving *self, const KkrInterval *box)
{
  return g_memdup2 (box, self->problem->n_variables * sizeof *box);
}

/* The variable whose interval is widest; FALSE when none can be parted. */
static gboolean
part (const Shaving *self, const KkrInterval *box, GPtrArray *parts)
{
  const KkrRational half = { 1, 2 };
  KkrRational widest = KKR_RATIONAL_ZERO, width, middle;
  guint chosen = 0;
  KkrInterval *low, *high;

  for (guint i = 0; i < self->problem->n_variables; i++)
    if (box[i].has_lower && box[i].has_upper && !self->problem->variables[i].whole &&
        kkr_rational_subtract (&box[i].upper, &box[i].lower, &width) &&
        kkr_rational_compare (&width, &widest) > 0)
      {
        widest = width;
        chosen = i;
      }
  if (widest.num == 0 || !kkr_rational_multiply (&widest, &half, &middle) ||
      !kkr_rational_add (&box[chosen].lower, &middle, &middle))
    return FALSE;
  low = dup_box (self, box);
  high = dup_box (self, box);
  low[chosen].upper = high[chosen].lower = middle;
  low[chosen].upper_included = high[chosen].lower_included = TRUE;
  g_ptr_array_add (parts, low);
  g_ptr_array_add (parts, high);
  return TRUE;
}

/* Whether nothing in the box fulfils the conditions, as far as some halvings tell. */
static gboolean
is_impossible (Shaving *self, const KkrInterval *box)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, dup_box (self, box));
  for (guint i = 0; i < parts->len; i++)
    {
      if (self->work <= 0 || parts->len > MAX_PARTS)
        return FALSE;
      if (kkr_claim_problem_narrow (self->problem, parts->pdata[i], &self->work) &&
          !part (self, parts->pdata[i], parts))
        return FALSE;
    }
  return TRUE;
}

/* Where the slice of this part of the interval ends, on a short decimal. */
static gboolean
find_cut (const KkrInterval *interval, int side, const KkrRational *size, KkrRational *cut)
{
  const KkrRational half = { 1, 2 };
  const KkrRational *end = side < 0 ? &interval->lower : &interval->upper;
  KkrRational width, near, far;
  KkrInterval among;

  if (!kkr_rational_subtract (&interval->upper, &interval->lower, &width) || width.num <= 0 ||
      !kkr_rational_multiply (&width, size, &width) ||
      (side > 0 && !kkr_rational_multiply (&width, &KKR_RATIONAL_INT (-1), &width)) ||
      !kkr_rational_add (end, &width, &far) || !kkr_rational_multiply (&width, &half, &width) ||
      !kkr_rational_add (end, &width, &near))
    return FALSE;
  among = kkr_interval_point (side < 0 ? &near : &far);
  among.upper = side < 0 ? far : near;
  return kkr_interval_pick (&among, NULL, FALSE, cut);
}

static gboolean
cut_end (Shaving *self, KkrInterval *box, guint variable, int side, const KkrRational *size)
{
  g_autofree KkrInterval *slice = dup_box (self, box);
  KkrRational cut;

  if (!find_cut (&box[variable], side, size, &cut))
    return FALSE;
  if (side < 0)
    slice[variable].upper = cut;
  else
    slice[variable].lower = cut;
  if (side < 0)
    slice[variable].upper_included = TRUE;
  else
    slice[variable].lower_included = TRUE;
  if (!is_impossible (self, slice))
    return FALSE;
  if (side < 0)
    box[variable].lower = cut;
  else
    box[variable].upper = cut;
  if (side < 0)
    box[variable].lower_included = FALSE;
  else
    box[variable].upper_included = FALSE;
  return TRUE;
}

static void
shave_end (Shaving *self, KkrInterval *box, guint variable, int side)
{
  const KkrRational half = { 1, 2 };
  KkrRational size = half;
  guint misses = 0;

  for (guint i = 0; i < MAX_CUTS && misses < 14 && self->work > 0; i++)
    if (!cut_end (self, box, variable, side, &size))
      {
        misses++;
        if (!kkr_rational_multiply (&size, &half, &size))
          return;
      }
}

void
kkr_claim_problem_shave (const KkrClaimProblem *self, KkrInterval *box)
{
  Shaving shaving = { self, MAX_WORK };

  if (self->n_variables > MAX_VARIABLES)
    return;
  for (guint i = 0; i < self->n_variables; i++)
    if (box[i].has_lower && box[i].has_upper && !self->variables[i].whole)
      {
        shave_end (&shaving, box, i, -1);
        shave_end (&shaving, box, i, 1);
      }
}

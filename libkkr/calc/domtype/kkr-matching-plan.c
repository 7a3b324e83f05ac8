/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-plan-private.h>

#include <libkkr/base/kkr-date-private.h>

#define NO_PLACE                                                                               \
  (KKR_MATCHING_BIT (KKR_MATCHING_NO_VACANCY) | KKR_MATCHING_BIT (KKR_MATCHING_NOT_OPEN))
/* Pairs of persons and slots between looks at whether somebody has cancelled. */
#define PAIRS_BETWEEN 100000

guint
kkr_matching_plan_get_slot (const KkrMatchingPlan *self, gint32 column)
{
  const guint n_slots = self->matching->n_slots;

  if (column < 0)
    return KKR_MATCHING_NONE;
  return (guint) column < n_slots ? (guint) column : self->own_slots[(guint) column - n_slots];
}

static gint64
get_distance (const KkrMatchingPlan *self, guint person, guint slot)
{
  return kkr_matching_get_distance (self->matching, person, self->matching->slots[slot].offer);
}

gint64
kkr_matching_plan_count (const KkrMatchingPlan *self, KkrMatchingPriority priority, guint person,
                         gint32 column)
{
  const KkrMatchingPerson *one = &self->matching->persons[person];
  const guint slot = kkr_matching_plan_get_slot (self, column);
  gint64 value;

  switch (priority)
    {
    case KKR_MATCHING_DUTY:
      return column < 0 && one->duty;
    case KKR_MATCHING_WAITING:
      return column < 0 ? MAX (one->days, 0) : 0;
    case KKR_MATCHING_NEED:
      return column < 0 ? one->points : 0;
    case KKR_MATCHING_PLACED:
      return column < 0;
    case KKR_MATCHING_WISH:
      return kkr_matching_has_wish (self->matching, person)
             && (column < 0
                 || !kkr_matching_meets_wish (self->matching, person,
                                              self->matching->slots[slot].offer));
    case KKR_MATCHING_FAR:
      value = column < 0 ? 0 : get_distance (self, person, slot);
      return value >= 0 ? value : self->farthest;
    case KKR_MATCHING_COST:
      value = column < 0 ? 0 : self->matching->slots[slot].tariff;
      return value != G_MININT64 ? value : self->dearest;
    case KKR_MATCHING_N_PRIORITIES:
    default:
      return 0;
    }
}

/* Pairs that could be, and of which it is not stated what they are compared by. */
static void
count_unstated (KkrMatchingPlan *self, guint person, guint slot)
{
  self->n_no_distance += get_distance (self, person, slot) < 0;
  self->n_no_tariff += self->matching->slots[slot].tariff == G_MININT64;
}

typedef struct {
  KkrMatchingPlan *plan;
  GArray *columns; /* guint32: of edges */
} Edges;

/* The edges of a person, of which the one to the own place comes last, and what offers may and can
 * take him. */
static void
add_edges (Edges *edges, guint person)
{
  KkrMatchingPlan *self = edges->plan;
  const KkrMatching *matching = self->matching;
  const guint64 rules = matching->legal_bits | matching->practical_bits;
  guint may = G_MAXUINT, can = G_MAXUINT, own = KKR_MATCHING_NONE;

  for (guint slot = 0; slot < matching->n_slots; slot++)
    {
      const guint offer = matching->slots[slot].offer;
      KkrMatchingReasons reasons;

      kkr_matching_get_reasons (matching, person, slot, &reasons);
      self->may[person] += (reasons.refusals & rules) == 0 && may != offer;
      may = (reasons.refusals & rules) == 0 ? offer : may;
      self->can[person] += reasons.refusals == 0 && can != offer;
      can = reasons.refusals == 0 ? offer : can;
      if ((reasons.refusals & ~NO_PLACE) != 0)
        continue;
      count_unstated (self, person, slot);
      if ((reasons.conditions & KKR_MATCHING_BIT (KKR_MATCHING_STAYS)) != 0
          && own == KKR_MATCHING_NONE)
        own = slot;
      else
        g_array_append_val (edges->columns, slot);
    }
  if (own != KKR_MATCHING_NONE)
    {
      const guint32 column = matching->n_slots + self->n_own;

      self->own_columns[person] = (gint32) column;
      self->own_slots[self->n_own++] = own;
      g_array_append_val (edges->columns, column);
    }
}

static gboolean
add_all_edges (KkrMatchingPlan *self, GArray *columns, gsize *first, GCancellable *cancellable,
               GError **error)
{
  Edges edges = { self, columns };
  const guint n = self->matching->n_persons;
  gsize pairs = 0;

  for (guint person = 0; person < n; person++, pairs += self->matching->n_slots)
    {
      if (pairs >= PAIRS_BETWEEN)
        {
          pairs = 0;
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
        }
      first[person] = columns->len;
      add_edges (&edges, person);
    }
  first[n] = columns->len;
  return TRUE;
}

/* What stands for what is not stated: the farthest and the dearest that is. */
static void
find_largest (KkrMatchingPlan *self)
{
  const KkrMatching *matching = self->matching;

  for (guint row = 0; row < kkr_sheet_get_n_rows (matching->distance_sheet); row++)
    {
      const KkrRational km = kkr_sheet_get_number (matching->distance_sheet, row,
                                                   KKR_MATCHING_DISTANCE_KM);
      const KkrRational thousand = KKR_RATIONAL_INT (1000);
      KkrRational exact;
      gint64 metres;

      if (km.den != 0 && kkr_rational_multiply (&km, &thousand, &exact)
          && kkr_rational_round (&exact, KKR_ROUNDING_MODE_HALF_AWAY, 1, &metres))
        self->farthest = MAX (self->farthest, metres);
    }
  for (guint slot = 0; slot < matching->n_slots; slot++)
    self->dearest = MAX (self->dearest, matching->slots[slot].tariff);
}

static void
fill_costs (KkrMatchingPlan *self)
{
  KkrMatchingProblem *problem = self->problem;
  const guint n_levels = self->n_levels;

  problem->costs = g_new0 (gint64, problem->first_edges[problem->n_persons] * n_levels + 1);
  for (guint person = 0; person < problem->n_persons; person++)
    for (guint level = 0; level < n_levels; level++)
      {
        const KkrMatchingPriority priority = self->levels[level];

        problem->left_costs[(gsize) person * n_levels + level]
          = kkr_matching_plan_count (self, priority, person, -1);
        /* The others count persons without a place. */
        for (gsize i = problem->first_edges[person];
             priority >= KKR_MATCHING_WISH && i < problem->first_edges[person + 1]; i++)
          problem->costs[i * n_levels + level]
            = kkr_matching_plan_count (self, priority, person, (gint32) problem->columns[i]);
      }
}

static void
fill_columns (KkrMatchingPlan *self)
{
  const KkrMatching *matching = self->matching;
  KkrMatchingProblem *problem = self->problem;

  for (guint slot = 0; slot < matching->n_slots; slot++)
    {
      problem->capacities[slot] = (gint32) CLAMP (matching->slots[slot].vacant, 0, G_MAXINT32);
      problem->sites[slot] = matching->slots[slot].offer;
    }
  for (guint i = 0; i < self->n_own; i++)
    {
      problem->capacities[matching->n_slots + i] = 1;
      problem->sites[matching->n_slots + i] = matching->slots[self->own_slots[i]].offer;
    }
}

static void
fill_clashes (KkrMatchingPlan *self)
{
  for (guint i = 0; i < self->matching->n_conflicts; i++)
    {
      const KkrMatchingConflict *conflict = &self->matching->conflicts[i];
      g_autoptr (GArray) ones = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (guint32));

      g_array_append_vals (ones, conflict->ones, conflict->n_ones);
      g_array_append_vals (others, conflict->others, conflict->n_others);
      kkr_matching_problem_add_clash (self->problem, ones, others, conflict->row);
    }
}

KkrMatchingPlan *
kkr_matching_plan_open (const KkrMatching *matching, GError **error)
{
  g_autoptr (KkrMatchingPlan) self = g_new0 (KkrMatchingPlan, 1);
  const char *text = kkr_calculator_get_text (matching->calculator, "priorities");

  self->matching = matching;
  self->limit = (guint) MAX (kkr_calculator_get_int (matching->calculator, "search-limit"), 1);
  if (!kkr_matching_read_priorities (self, text != NULL ? text : "", error))
    return NULL;
  find_largest (self);
  return g_steal_pointer (&self);
}

static gboolean
build_problem (KkrMatchingPlan *self, GCancellable *cancellable, GError **error)
{
  const KkrMatching *matching = self->matching;
  const guint n = matching->n_persons;
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gsize *first = g_new0 (gsize, (gsize) n + 1);

  self->own_slots = g_new0 (guint, (gsize) n + 1);
  self->own_columns = g_new (gint32, (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    self->own_columns[i] = -1;
  self->may = g_new0 (guint32, (gsize) n + 1);
  self->can = g_new0 (guint32, (gsize) n + 1);
  if (!add_all_edges (self, columns, first, cancellable, error))
    return FALSE;
  self->problem = kkr_matching_problem_new (n, matching->n_slots + self->n_own,
                                            matching->n_offers, self->n_levels);
  g_free (self->problem->first_edges);
  self->problem->first_edges = g_steal_pointer (&first);
  self->problem->columns = (guint32 *) (gpointer) g_array_free (g_steal_pointer (&columns), FALSE);
  fill_columns (self);
  fill_costs (self);
  fill_clashes (self);
  return TRUE;
}

static void
fill_homes (KkrMatchingPlan *self)
{
  const KkrMatching *matching = self->matching;

  self->homes = g_new (guint, (gsize) matching->n_persons + 1);
  for (guint i = 0; i < matching->n_persons; i++)
    {
      const guint slot = kkr_matching_plan_get_slot (self, self->answer->columns[i]);

      self->homes[i] = slot != KKR_MATCHING_NONE ? matching->slots[slot].offer
                                                 : KKR_MATCHING_NONE;
    }
}

KkrMatchingPlan *
kkr_matching_plan_new (const KkrMatching *matching, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (KkrMatchingPlan) self = kkr_matching_plan_open (matching, error);

  if (self == NULL || !build_problem (self, cancellable, error))
    return NULL;
  self->answer = kkr_matching_search (self->problem, self->limit, cancellable, error);
  if (self->answer == NULL)
    return NULL;
  fill_homes (self);
  kkr_matching_plan_index_conflicts (self);
  self->losses = kkr_matching_losses_new (self);
  if (!kkr_matching_verify_losses (self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
kkr_matching_plan_free (KkrMatchingPlan *self)
{
  g_clear_pointer (&self->problem, kkr_matching_problem_free);
  g_free (self->own_slots);
  g_free (self->own_columns);
  g_free (self->may);
  g_free (self->can);
  g_free (self->homes);
  g_free (self->first_conflicts);
  g_free (self->conflicts);
  g_clear_pointer (&self->answer, kkr_matching_answer_free);
  g_clear_pointer (&self->losses, kkr_matching_losses_free);
  g_free (self);
}

gboolean
kkr_matching_plan_get_typical (const KkrMatchingPlan *self, guint person, gint32 *day)
{
  const gint32 judged = self->matching->persons[person].judged;
  const int months = kkr_calculator_get_int (self->matching->calculator, "typical-months");
  int year, month, of_month;
  gint32 last;

  if (judged == G_MININT32)
    return FALSE;
  kkr_date_split (judged, &year, &month, &of_month);
  *day = kkr_date_from_parts (year, month + months, of_month);
  /* The 31st of a month that has none is its last day. */
  last = kkr_date_from_parts (year, month + months + 1, 1) - 1;
  *day = MIN (*day, last);
  return TRUE;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-carry-sums-private.h>

#include <glib/gi18n-lib.h>

gboolean
kkr_carry_kind_comes_in (KkrCarryKind kind)
{
  return kind <= KKR_CARRY_CORRECTION;
}

gboolean
kkr_carry_kind_lowers_tariffs (KkrCarryKind kind)
{
  return kind >= KKR_CARRY_CARRIED && kind <= KKR_CARRY_ABOVE_LIMIT;
}

KkrCarryFlow
kkr_carry_kind_flow (KkrCarryKind kind)
{
  return kkr_carry_kind_comes_in (kind)         ? KKR_CARRY_FLOW_IN
         : kkr_carry_kind_lowers_tariffs (kind) ? KKR_CARRY_FLOW_CARRIED
         : kind == KKR_CARRY_RESERVED           ? KKR_CARRY_FLOW_RESERVED
                                                : KKR_CARRY_FLOW_PAID_BACK;
}

static gboolean
add (gint64 *sum, gint64 amount, GError **error)
{
  return !__builtin_add_overflow (*sum, amount, sum) ||
         kkr_rational_overflow (error, _("the sum of the movements"));
}

/* Movements that are summed together stand together. */
static int
compare (gconstpointer a, gconstpointer b, gpointer by_cause)
{
  const KkrCarryMovement *left = a, *right = b;
  const gboolean causes = GPOINTER_TO_INT (by_cause);
  const int left_year = causes ? left->cause_year : left->year;
  const int right_year = causes ? right->cause_year : right->year;

  if (!causes && left->department != right->department)
    return left->department > right->department ? 1 : -1;
  if (left_year != right_year)
    return left_year > right_year ? 1 : -1;
  return (left->department > right->department) - (left->department < right->department);
}

GArray *
kkr_carry_sum (const GArray *movements, gboolean by_cause, GError **error)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (KkrCarrySum));
  g_autoptr (GArray) sorted = g_array_copy ((GArray *) movements);

  g_array_sort_with_data (sorted, compare, GINT_TO_POINTER (by_cause));
  for (guint i = 0; i < sorted->len; i++)
    {
      const KkrCarryMovement *movement = &g_array_index (sorted, KkrCarryMovement, i);
      const int year = by_cause ? movement->cause_year : movement->year;
      KkrCarrySum *sum = sums->len > 0 ? &g_array_index (sums, KkrCarrySum, sums->len - 1) : NULL;
      const KkrCarryFlow flow = kkr_carry_kind_flow (movement->kind);

      if (sum == NULL || sum->year != year || sum->department != movement->department)
        {
          const gboolean goes_on = sum != NULL && sum->department == movement->department;
          const gint64 closing = goes_on && !by_cause ? sum->closing : 0;

          g_array_set_size (sums, sums->len + 1);
          sum = &g_array_index (sums, KkrCarrySum, sums->len - 1);
          *sum = (KkrCarrySum) { .year = year, .department = movement->department,
                                 .opening = closing, .closing = closing };
        }
      if (movement->amount == G_MININT64 || !add (&sum->flows[flow], movement->amount, error) ||
          !add (&sum->closing, flow == KKR_CARRY_FLOW_IN ? movement->amount : -movement->amount,
                error))
        return NULL;
    }
  return g_steal_pointer (&sums);
}

gboolean
kkr_carry_sum_lowering (const GArray *movements, int year, gint64 *sum, GError **error)
{
  *sum = 0;
  for (guint i = 0; i < movements->len; i++)
    {
      const KkrCarryMovement *movement = &g_array_index (movements, KkrCarryMovement, i);

      if (movement->year == year && kkr_carry_kind_lowers_tariffs (movement->kind) &&
          !add (sum, movement->amount, error))
        return FALSE;
    }
  return TRUE;
}

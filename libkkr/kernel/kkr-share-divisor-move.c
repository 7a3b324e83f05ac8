/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-share-divisor-private.h>

static void
sift_down (const KkrShareOrder *order, KkrShareClaim *claims, gsize n, gsize at)
{
  KkrShareClaim moving = claims[at];

  while (2 * at + 1 < n)
    {
      gsize child = 2 * at + 1;

      if (child + 1 < n && kkr_share_goes_before (order, &claims[child + 1], &claims[child]))
        child++;
      if (!kkr_share_goes_before (order, &claims[child], &moving))
        break;
      claims[at] = claims[child];
      at = child;
    }
  claims[at] = moving;
}

static void
move_from_heap (KkrShareStop *stop, const KkrShareOrder *order, KkrShareClaim *claims, gsize n,
                guint64 count, guint64 *given)
{
  for (gsize i = n / 2; i-- > 0 && !kkr_share_stops (stop, i);)
    sift_down (order, claims, n, i);
  for (; count > 0 && !kkr_share_stops (stop, (gsize) count); count--)
    {
      const gsize row = claims[0].row;

      given[row] += order->taking ? (guint64) -1 : 1;
      if (!kkr_share_next_claim (order, claims[0].weight, given[row], row, &claims[0]))
        claims[0] = claims[--n];
      sift_down (order, claims, n, 0);
    }
}

/* The rows whose next claims come first: a row behind as many as are moved has none among those
 * that are. */
static G_ALWAYS_INLINE inline gsize
find_first (KkrShareStop *stop, const KkrShareOrder *order, const gint64 *weights, gsize n,
            gsize count, const guint64 *given, KkrShareClaim *list)
{
  gsize n_listed = 0;

  for (gsize i = 0; i < n && !kkr_share_stops (stop, i); i++)
    {
      KkrShareClaim claim;
      gsize at = n_listed;

      if (!kkr_share_next_claim (order, (guint64) weights[i], given[i], i, &claim) ||
          (n_listed == count && !kkr_share_goes_before (order, &claim, &list[count - 1])))
        continue;
      if (n_listed < count)
        n_listed++;
      else
        at--;
      for (; at > 0 && kkr_share_goes_before (order, &claim, &list[at - 1]); at--)
        list[at] = list[at - 1];
      list[at] = claim;
    }
  return n_listed;
}

/* One loop for each method, so that its comparison is a part of it. */
static gsize
find_first_of (KkrShareStop *stop, const KkrShareOrder *order, const gint64 *weights, gsize n,
               gsize count, const guint64 *given, KkrShareClaim *list)
{
  KkrShareOrder known = *order;

  if (order->method == KKR_APPORTION_METHOD_DHONDT)
    {
      known.method = KKR_APPORTION_METHOD_DHONDT;
      return find_first (stop, &known, weights, n, count, given, list);
    }
  if (order->method == KKR_APPORTION_METHOD_SAINTE_LAGUE)
    {
      known.method = KKR_APPORTION_METHOD_SAINTE_LAGUE;
      return find_first (stop, &known, weights, n, count, given, list);
    }
  known.method = KKR_APPORTION_METHOD_HUNTINGTON_HILL;
  return find_first (stop, &known, weights, n, count, given, list);
}

static void
move_short_list (KkrShareStop *stop, const KkrShareOrder *order, const gint64 *weights, gsize n,
                 gsize count, guint64 *given)
{
  KkrShareClaim list[KKR_SHARE_SHORT_LIST];
  gsize n_claims = find_first_of (stop, order, weights, n, count, given, list);

  if (!stop->is_set)
    move_from_heap (stop, order, list, n_claims, count, given);
}

void
kkr_share_divisor_move (KkrShareStop *stop, const KkrShareOrder *order, const gint64 *weights,
                        gsize n, guint64 count, guint64 *given, KkrShareClaim *claims)
{
  gsize n_claims = 0;

  if (count > KKR_SHARE_SHORT_LIST && claims != NULL)
    {
      for (gsize i = 0; i < n && !kkr_share_stops (stop, i); i++)
        n_claims += kkr_share_next_claim (order, (guint64) weights[i], given[i], i,
                                          &claims[n_claims]);
      if (!stop->is_set)
        move_from_heap (stop, order, claims, n_claims, count, given);
      return;
    }
  while (count > 0 && !stop->is_set)
    {
      gsize some = (gsize) MIN (count, KKR_SHARE_SHORT_LIST);

      move_short_list (stop, order, weights, n, some, given);
      count -= some;
    }
}

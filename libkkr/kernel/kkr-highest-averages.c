/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-apportion-private.h>

/* A row with weight w that holds k units claims the next one with the priority w / d(k):
 *
 *   D'Hondt           d(k) = k + 1
 *   Sainte-Laguë      d(k) = 2k + 1
 *   Huntington-Hill   d(k) = sqrt (k (k + 1)): a row's first unit goes before all others
 *
 * The N claims with the highest priorities are met. To give them one by one would take N steps. But
 * a lower bound of each share that holds for every outcome, however ties are broken, can be given
 * at once: those claims are among the N highest, and what is left are the highest of the others.
 * Let N be the units, W the sum of the weights, n the rows with a weight, a the shares of any
 * outcome and, for N > 0, t > 0 a number between its lowest met and its highest unmet priority, so
 * that w / d(a) <= t for every row and t <= w / d(a - 1) for every row with a > 0.
 *
 * D'Hondt: a >= floor (N w / W). Otherwise some row has a + 1 <= N w / W, so w / (a + 1) >= W / N;
 * the shares add to N, so another row v has b > N v / W units, so v / b < W / N. Its last claim was
 * met with a lower priority than the first row's unmet one: a contradiction. Fewer than n are left.
 *
 * Sainte-Laguë: with x = 1 / 2t, w x - 1/2 <= a <= w x + 1/2. The right sides add to N <= W x +
 * n/2, so x >= (N - n/2) / W, and the left side gives a >= w (N - n/2) / W - 1/2. At most n are
 * left: these bounds add to N - n.
 *
 * Huntington-Hill, N >= n, each row has a unit first: with x = 1 / t, sqrt (a (a - 1)) <= w x <=
 * sqrt (a (a + 1)), and a - 1 <= sqrt (a (a - 1)), sqrt (a (a + 1)) < a + 1/2. So a <= w x + 1,
 * which adds to x >= (N - n) / W, and a > w x - 1/2 >= w (N - n) / W - 1/2. At most 3n/2 are left.
 *
 * What is left is given one by one from a heap: O(n log n), whatever the total. */

typedef struct {
  guint64 weight;
  guint64 given;
  gsize row;
} Claim;

typedef struct {
  KkrApportionMethod method;
  KkrTieRule tie_rule;
  Claim *claims;
  gsize n;
} Heap;

static guint64
lower_bound (const KkrShareTask *task, KkrApportionMethod method, guint64 weight)
{
  KkrUint128 sum = task->sum;
  guint64 bound;

  if (method == KKR_APPORTION_METHOD_DHONDT)
    return (guint64) ((KkrUint128) task->units * weight / sum);
  if (method == KKR_APPORTION_METHOD_SAINTE_LAGUE)
    {
      if (2 * task->units <= task->n_positive)
        return 0;
      /* The ceiling of (w (2N - n) - W) / 2W. */
      return (guint64) (((2 * task->units - task->n_positive) * (KkrUint128) weight + sum - 1) /
                        (2 * sum));
    }
  bound = (guint64) ((2 * (KkrUint128) (task->units - task->n_positive) * weight + sum) /
                     (2 * sum));
  return MAX (bound, 1);
}

static KkrUint256
geometric_product (guint64 weight, guint64 given)
{
  return kkr_uint128_multiply ((KkrUint128) weight * weight, (KkrUint128) given * (given + 1));
}

/* Which of two claims is higher: 1, 0 or -1. A weight and a divisor have 63 and 64 bits, the square
 * of a priority 126 over 126. */
static int
compare_priorities (KkrApportionMethod method, guint64 weight1, guint64 given1, guint64 weight2,
                    guint64 given2)
{
  KkrUint128 left, right;

  if (method == KKR_APPORTION_METHOD_HUNTINGTON_HILL)
    return kkr_uint256_compare (geometric_product (weight1, given2),
                                geometric_product (weight2, given1));
  if (method == KKR_APPORTION_METHOD_DHONDT)
    {
      left = (KkrUint128) weight1 * (given2 + 1);
      right = (KkrUint128) weight2 * (given1 + 1);
    }
  else
    {
      left = (KkrUint128) weight1 * (2 * given2 + 1);
      right = (KkrUint128) weight2 * (2 * given1 + 1);
    }
  return (left > right) - (left < right);
}

static gboolean
goes_before (const Heap *heap, const Claim *a, const Claim *b)
{
  int order = compare_priorities (heap->method, a->weight, a->given, b->weight, b->given);

  if (order != 0)
    return order > 0;
  if (heap->tie_rule == KKR_TIE_RULE_LAST)
    return a->row > b->row;
  if (heap->tie_rule == KKR_TIE_RULE_LARGEST_WEIGHT && a->weight != b->weight)
    return a->weight > b->weight;
  if (heap->tie_rule == KKR_TIE_RULE_SMALLEST_WEIGHT && a->weight != b->weight)
    return a->weight < b->weight;
  return a->row < b->row;
}

static void
sift_down (Heap *heap, gsize at)
{
  Claim moving = heap->claims[at];

  while (2 * at + 1 < heap->n)
    {
      gsize child = 2 * at + 1;

      if (child + 1 < heap->n &&
          goes_before (heap, &heap->claims[child + 1], &heap->claims[child]))
        child++;
      if (!goes_before (heap, &heap->claims[child], &moving))
        break;
      heap->claims[at] = heap->claims[child];
      at = child;
    }
  heap->claims[at] = moving;
}

/* If a claim as high as the last one met stays unmet, all claims as high as that were in the tie. A
 * row has at most one of them: its priorities fall strictly. */
static void
mark_ties (const Heap *heap, const Claim *last, guint8 *tied)
{
  guint64 first = heap->method == KKR_APPORTION_METHOD_HUNTINGTON_HILL ? 1 : 0;

  if (compare_priorities (heap->method, heap->claims[0].weight, heap->claims[0].given,
                          last->weight, last->given) != 0)
    return;
  for (gsize i = 0; i < heap->n; i++)
    {
      const Claim *claim = &heap->claims[i];

      tied[claim->row] =
        compare_priorities (heap->method, claim->weight, claim->given, last->weight,
                            last->given) == 0 ||
        (claim->given > first &&
         compare_priorities (heap->method, claim->weight, claim->given - 1, last->weight,
                             last->given) == 0);
    }
}

static void
give_from_heap (Heap *heap, guint64 left, guint8 *tied)
{
  Claim last = { 0, };

  if (left == 0)
    return;
  for (gsize i = heap->n / 2; i-- > 0;)
    sift_down (heap, i);
  for (; left > 0; left--)
    {
      last = heap->claims[0];
      heap->claims[0].given++;
      sift_down (heap, 0);
    }
  mark_ties (heap, &last, tied);
}

void
kkr_highest_averages (const KkrShareTask *task, KkrApportionMethod method, gint64 *shares,
                      guint8 *tied)
{
  g_autofree Claim *claims = NULL;
  Heap heap = { method, task->tie_rule, NULL, 0 };
  guint64 left = task->units;

  if (method == KKR_APPORTION_METHOD_HUNTINGTON_HILL && task->units < task->n_positive)
    {
      kkr_give_to_largest (task, (const guint64 *) task->weights, (gsize) task->units, shares,
                           tied);
      return;
    }
  claims = g_new (Claim, task->n_positive);
  heap.claims = claims;
  for (gsize i = 0; i < task->n; i++)
    if (task->weights[i] > 0)
      {
        guint64 weight = (guint64) task->weights[i];
        guint64 bound = lower_bound (task, method, weight);

        claims[heap.n++] = (Claim) { weight, bound, i };
        left -= bound;
      }
  give_from_heap (&heap, left, tied);
  for (gsize i = 0; i < heap.n; i++)
    shares[claims[i].row] = (gint64) claims[i].given;
}

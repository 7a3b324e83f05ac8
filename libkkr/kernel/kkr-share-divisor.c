/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-share-divisor-private.h>

#include <string.h>

/* A divisor that is nearer is looked for as long as more units than this are too many or few, and
 * each time leaves fewer. */
#define FEW_UNITS 6
#define MAX_DIVISORS 5
/* Beyond, a share by another divisor might not fit; and none so large needs one. */
#define MAX_UNITS_TO_VARY (G_GUINT64_CONSTANT (1) << 62)

/* a / W, to multiply weights by: a = whole * W + rest, fraction = floor (rest * 2^64 / W). */
typedef struct {
  guint64 a;
  guint64 sum;
  guint64 whole;
  guint64 fraction;
} Ratio;

/* What all totals of a block have in common, and memory for each of them. */
typedef struct {
  const KkrShareBlock *block;
  KkrShareStop stop;
  gsize n;
  KkrShareClaim *claims; /* made when first needed */
  guint8 *tied;
} Work;

static Ratio
make_ratio (guint64 a, guint64 sum)
{
  return (Ratio) { a, sum, a / sum, (guint64) (((KkrUint128) (a % sum) << 64) / sum) };
}

/* floor (w a / W), and in `rest` what it leaves of w a. */
static G_ALWAYS_INLINE inline guint64
multiply (const Ratio *ratio, guint64 weight, guint64 *rest)
{
  guint64 quotient = weight * ratio->whole +
                     (guint64) (((KkrUint128) weight * ratio->fraction) >> 64);

  *rest = weight * ratio->a - quotient * ratio->sum;
  if (*rest >= ratio->sum)
    {
      quotient++;
      *rest -= ratio->sum;
    }
  return quotient;
}

/* Whether x >= √(q (q + 1)) for x = q + rest / W, which is: rest² >= q W (W - 2 rest). */
static G_ALWAYS_INLINE inline gboolean
reaches_root (guint64 quotient, guint64 rest, guint64 sum)
{
  guint64 short_of_half;

  /* Without a branch in the middle of the road: a large share has no room below a half. */
  if (quotient > sum / 4)
    return rest >= sum - rest;
  if (rest >= sum - rest)
    return TRUE;
  short_of_half = sum - 2 * rest;
  if (4 * ((KkrUint128) quotient * short_of_half) >= sum)
    return FALSE;
  return (KkrUint128) rest * rest >= (KkrUint128) quotient * short_of_half * sum;
}

/* How many claims of the row are at least as high as the ratio allows. */
static G_ALWAYS_INLINE inline guint64
count_claims (KkrApportionMethod method, const Ratio *ratio, guint64 weight)
{
  guint64 rest, quotient = multiply (ratio, weight, &rest);

  if (method == KKR_APPORTION_METHOD_DHONDT)
    return quotient;
  if (method == KKR_APPORTION_METHOD_SAINTE_LAGUE)
    return quotient + (rest >= ratio->sum - rest);
  return weight > 0 ? quotient + reaches_root (quotient, rest, ratio->sum) : 0;
}

static G_ALWAYS_INLINE inline guint64
count_all (KkrShareStop *stop, KkrApportionMethod method, const Ratio *ratio,
           const gint64 *weights, gsize n, guint64 *given)
{
  guint64 sum = 0;

  for (gsize i = 0; i < n && !kkr_share_stops (stop, i); i++)
    {
      given[i] = count_claims (method, ratio, (guint64) weights[i]);
      sum += given[i];
    }
  return sum;
}

/* Gives every row its claims by a / W. Gives how many units that is. */
static guint64
give_by_ratio (Work *work, const KkrShareTask *task, guint64 a, guint64 *given)
{
  const KkrApportionMethod method = work->block->method;
  KkrShareStop *stop = &work->stop;
  const Ratio ratio = make_ratio (a, task->sum);

  if (method == KKR_APPORTION_METHOD_DHONDT)
    return count_all (stop, KKR_APPORTION_METHOD_DHONDT, &ratio, task->weights, task->n, given);
  if (method == KKR_APPORTION_METHOD_SAINTE_LAGUE)
    return count_all (stop, KKR_APPORTION_METHOD_SAINTE_LAGUE, &ratio, task->weights, task->n,
                      given);
  return count_all (stop, KKR_APPORTION_METHOD_HUNTINGTON_HILL, &ratio, task->weights, task->n,
                    given);
}

static guint64
distance (guint64 a, guint64 b)
{
  return a > b ? a - b : b - a;
}

/* The divisor that would be right if every claim were a fraction of a unit. Where rows are equal,
 * no divisor may come near. */
static guint64
give_by_best_ratio (Work *work, const KkrShareTask *task, guint64 *given)
{
  const KkrApportionMethod method = work->block->method;
  const guint64 units = task->units;
  guint64 a = method == KKR_APPORTION_METHOD_DHONDT ? units + task->n_positive / 2 : units;
  guint64 sum = give_by_ratio (work, task, a, given);

  for (int i = 1; i < MAX_DIVISORS && distance (sum, units) > FEW_UNITS &&
                  units < MAX_UNITS_TO_VARY; i++)
    {
      const guint64 next = a + units > sum ? a + units - sum : 0;
      const guint64 next_sum = give_by_ratio (work, task, next, given);

      if (distance (next_sum, units) >= distance (sum, units))
        return give_by_ratio (work, task, a, given);
      a = next;
      sum = next_sum;
    }
  return sum;
}

/* The claim of a row that would be the first to be moved. */
static KkrShareClaim
find_one (KkrShareStop *stop, const KkrShareOrder *order, const KkrShareTask *task,
          const guint64 *given)
{
  KkrShareClaim best = { 0, }, claim;

  for (gsize i = 0; i < task->n && !kkr_share_stops (stop, i); i++)
    if (kkr_share_next_claim (order, (guint64) task->weights[i], given[i], i, &claim) &&
        (best.weight == 0 || kkr_share_goes_before (order, &claim, &best)))
      best = claim;
  return best;
}

static gboolean
is_tied (KkrShareStop *stop, const KkrShareOrder *giving, const KkrShareTask *task,
         const guint64 *given)
{
  const KkrShareOrder taking = { giving->method, giving->tie_rule, TRUE };
  const KkrShareClaim last = find_one (stop, &taking, task, given);
  const KkrShareClaim next = find_one (stop, giving, task, given);

  return last.weight > 0 && kkr_share_compare (giving->method, &last, &next) == 0;
}

/* FALSE where the tie rule refuses. */
static gboolean
give_to_heaviest (Work *work, const KkrShareTask *task, guint64 *given)
{
  if (work->tied == NULL)
    work->tied = g_new (guint8, work->n);
  memset (work->tied, 0, work->n);
  memset (given, 0, work->n * sizeof *given);
  kkr_give_to_largest (task, (const guint64 *) task->weights, (gsize) task->units,
                       (gint64 *) given, work->tied);
  return task->tie_rule != KKR_TIE_RULE_REFUSE || memchr (work->tied, 1, work->n) == NULL;
}

static gboolean
give_units (Work *work, const KkrShareTask *task, guint64 *given)
{
  const KkrApportionMethod method = work->block->method;
  KkrShareOrder order = { method, task->tie_rule, FALSE };
  guint64 sum;

  if (method == KKR_APPORTION_METHOD_HUNTINGTON_HILL && task->units < task->n_positive)
    return give_to_heaviest (work, task, given);
  sum = give_by_best_ratio (work, task, given);
  if (work->stop.is_set)
    return FALSE;
  order.taking = sum > task->units;
  if (work->claims == NULL && distance (sum, task->units) > KKR_SHARE_SHORT_LIST)
    work->claims = g_try_new (KkrShareClaim, work->n);
  kkr_share_divisor_move (&work->stop, &order, task->weights, work->n,
                          distance (sum, task->units), given, work->claims);
  order.taking = FALSE;
  return task->tie_rule != KKR_TIE_RULE_REFUSE || !is_tied (&work->stop, &order, task, given);
}

static gsize
count_positive (const gint64 *weights, gsize n)
{
  gsize n_positive = 0;

  for (gsize i = 0; i < n; i++)
    n_positive += weights[i] > 0;
  return n_positive;
}

static void
share_total (Work *work, const KkrShareTask *weights, gsize at)
{
  const KkrShareBlock *block = work->block;
  const gint64 unit = block->totals[at] < 0 ? -block->unit : block->unit;
  gint64 *shares = block->shares + at * work->n;
  KkrShareTask task = *weights;

  task.units = (guint64) (block->totals[at] / unit);
  if (task.units == 0)
    memset (shares, 0, work->n * sizeof *shares);
  else if (!give_units (work, &task, (guint64 *) shares))
    block->bad[at] = 1;
  else if (unit != 1)
    for (gsize i = 0; i < work->n; i++)
      shares[i] *= unit;
}

gboolean
kkr_share_divisor_block (const KkrShareBlock *block)
{
  Work work = { .block = block, .stop = { block, FALSE }, .n = block->task->n };
  KkrShareTask weights = *block->task;

  for (gsize i = 0; i < block->n_totals && !work.stop.is_set; i++)
    {
      if (block->row_sums != NULL && block->row_sums[i] == 0)
        {
          block->bad[i] = 1;
          continue;
        }
      if (block->row_sums != NULL)
        {
          weights.weights = block->task->weights + i * work.n;
          weights.sum = block->row_sums[i];
          weights.n_positive = count_positive (weights.weights, work.n);
        }
      share_total (&work, &weights, i);
    }
  g_free (work.claims);
  g_free (work.tied);
  return !work.stop.is_set;
}

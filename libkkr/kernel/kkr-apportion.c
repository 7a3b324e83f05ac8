/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-apportion.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-apportionment-private.h>
#include <libkkr/base/kkr-error-private.h>
#include <libkkr/kernel/kkr-apportion-private.h>

#define MAX_ROWS_IN_MESSAGE 10

static gboolean
check_rules (KkrApportionMethod method, KkrTieRule tie_rule, GError **error)
{
  if ((int) method <= KKR_APPORTION_METHOD_UNSET || method > KKR_APPORTION_METHOD_INDEPENDENT)
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("no such apportionment method: %d found, one of the methods 1 "
                         "(largest-remainder) to 7 (independent) expected"), (int) method);
  if ((int) tie_rule <= KKR_TIE_RULE_UNSET || tie_rule > KKR_TIE_RULE_REFUSE)
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("no such tie rule: %d found, one of the rules 1 (first) to 5 (refuse) "
                         "expected"), (int) tie_rule);
  return TRUE;
}

static gboolean
check_unit (gint64 unit, GError **error)
{
  if (unit > 0)
    return TRUE;
  return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                     _("unit is not positive: %lld found, 1 or more expected"), (long long) unit);
}

static gboolean
check_total (gint64 total, gint64 unit, GError **error)
{
  if (total == G_MININT64)
    return kkr_refuse (error, KKR_CALC_ERROR_OVERFLOW,
                       _("total has no positive counterpart: %lld found, -9223372036854775807 or "
                         "more expected"), (long long) total);
  if (total % unit == 0)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("total is not a multiple of the unit: %lld with the rest %lld found, a multiple "
                 "of %lld expected"), (long long) total, (long long) (total % unit),
               (long long) unit);
  return FALSE;
}

static gboolean
check_count (gsize n_weights, GError **error)
{
  if (n_weights == 0)
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("no weights: 0 found, 1 or more expected"));
  /* Rows are numbered with guint where ties are told. */
  if (n_weights > G_MAXINT32)
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("too many weights: %zu found, at most 2147483647 expected"), n_weights);
  return TRUE;
}

gboolean
kkr_share_check_rules (KkrApportionMethod method, gint64 unit, KkrTieRule tie_rule,
                       gsize n_weights, GError **error)
{
  return check_rules (method, tie_rule, error) && check_unit (unit, error) &&
         check_count (n_weights, error);
}

/* Weights that are found to be bad are added up exactly, to say how. */
static gboolean
refuse_weights (const KkrShareTask *task, GError **error)
{
  g_autofree char *text = NULL;
  KkrInt128 sum = 0;

  for (gsize i = 0; i < task->n; i++)
    {
      if (task->weights[i] < 0)
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("weight of row %zu, counted from 0, is negative: %lld found, 0 or more "
                         "expected"), i, (long long) task->weights[i]);
          return FALSE;
        }
      sum += task->weights[i];
    }
  if (sum == 0)
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("all weights are zero: 0 found, a sum of 1 or more expected"));
  text = kkr_int128_to_string (sum);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW,
               _("sum of the weights does not fit: %s found, at most %lld expected"), text,
               (long long) G_MAXINT64);
  return FALSE;
}

/* Two numbers below 2^63 do not overflow 64 bits, so the highest bit of a weight or of a sum tells,
 * and is kept. */
gboolean
kkr_share_check_weights (KkrShareTask *task, GError **error)
{
  guint64 sum = 0, seen = 0;
  gsize n_positive = 0;

  for (gsize i = 0; i < task->n; i++)
    {
      const guint64 weight = (guint64) task->weights[i];

      sum += weight;
      seen |= weight | sum;
      n_positive += weight > 0;
    }
  if (seen > G_MAXINT64 || sum == 0)
    return refuse_weights (task, error);
  task->sum = sum;
  task->n_positive = n_positive;
  return TRUE;
}

static gboolean
check_ties (const KkrShareTask *task, const guint8 *tied, GError **error)
{
  g_autoptr (GString) rows = NULL;
  gsize n_tied = 0;

  if (task->tie_rule != KKR_TIE_RULE_REFUSE || memchr (tied, 1, task->n) == NULL)
    return TRUE;
  rows = g_string_new (NULL);
  for (gsize i = 0; i < task->n; i++)
    if (tied[i] && n_tied++ < MAX_ROWS_IN_MESSAGE)
      g_string_append_printf (rows, "%s%" G_GSIZE_FORMAT, rows->len > 0 ? ", " : "", i);
  if (n_tied > MAX_ROWS_IN_MESSAGE)
    g_string_append (rows, ", ...");
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_UNSUPPORTED,
               _("tie that the tie rule refuses to break: %zu rows with equal claims found (%s, "
                 "counted from 0), none or another tie rule expected"), n_tied, rows->str);
  return FALSE;
}

static gboolean
give_residual (const KkrShareTask *task, gint64 *shares, guint8 *tied, GError **error)
{
  gsize row = 0;
  gint64 residual = 0;

  if (kkr_residual_to_largest (task, shares, tied, &row, &residual))
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
               _("row %zu, counted from 0, with the largest weight would change its sign: %lld "
                 "units and a residual of %lld units found, a residual not below %lld units "
                 "expected"), row, (long long) shares[row], (long long) residual,
               (long long) -shares[row]);
  return FALSE;
}

static gboolean
give_units (const KkrShareTask *task, KkrApportionMethod method, gint64 *shares, guint8 *tied,
            GError **error)
{
  switch (method)
    {
    case KKR_APPORTION_METHOD_LARGEST_REMAINDER:
      kkr_largest_remainder (task, shares, tied);
      break;
    case KKR_APPORTION_METHOD_DHONDT:
    case KKR_APPORTION_METHOD_SAINTE_LAGUE:
    case KKR_APPORTION_METHOD_HUNTINGTON_HILL:
      kkr_highest_averages (task, method, shares, tied);
      break;
    case KKR_APPORTION_METHOD_CUMULATIVE:
      kkr_cumulative_shares (task, shares);
      break;
    case KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST:
      if (!give_residual (task, shares, tied, error))
        return FALSE;
      break;
    case KKR_APPORTION_METHOD_INDEPENDENT:
      kkr_independent_shares (task, shares);
      break;
    case KKR_APPORTION_METHOD_UNSET:
    default:
      g_assert_not_reached ();
    }
  return check_ties (task, tied, error);
}

gboolean
kkr_apportion_into (gint64 total, const gint64 *weights, gsize n_weights,
                    KkrApportionMethod method, gint64 unit, KkrTieRule tie_rule, gint64 *shares,
                    guint8 *tied, GError **error)
{
  KkrShareTask task = { .weights = weights, .n = n_weights, .tie_rule = tie_rule };
  gint64 signed_unit;

  if (!kkr_share_check_rules (method, unit, tie_rule, n_weights, error) ||
      !check_total (total, unit, error) || !kkr_share_check_weights (&task, error))
    return FALSE;
  memset (shares, 0, n_weights * sizeof *shares);
  memset (tied, 0, n_weights * sizeof *tied);
  signed_unit = total < 0 ? -unit : unit;
  task.units = (guint64) (total / signed_unit);
  if (task.units == 0)
    return TRUE;
  if (!give_units (&task, method, shares, tied, error))
    return FALSE;
  for (gsize i = 0; i < n_weights; i++)
    shares[i] *= signed_unit;
  return TRUE;
}

/**
 * kkr_apportion:
 * @total: what is to be shared, negative for a debt; a multiple of @unit
 * @weights: (array length=n_weights): a weight per row, none negative, with a sum from 1 to
 *   `G_MAXINT64`
 * @n_weights: the number of rows
 * @method: the method
 * @unit: what the shares are multiples of, 1 or more: for amounts, which are in øre, 1 for whole
 *   øre and 100 for whole kroner
 * @n_shares: (out) (optional): return location for the number of shares: @n_weights, or 0 after an
 *   error
 * @error: return location for a [error@CalcError]
 *
 * Shares a total by weights into multiples of a unit. Ties go to the row that stands first;
 * [func@apportion_full] takes another rule and reports them.
 *
 * With every method but `INDEPENDENT` the shares add to the total. A row without weight gets
 * nothing, and the shares of a negative total are those of the positive one with the other sign.
 * The page on [apportionment](apportionment.html) tells what else each method promises. The time
 * does not depend on the size of the total.
 *
 * Python cuts 100.9 to 100 on the way into this function: weights that are decimals go to
 * [func@apportion_decimals], and a total is best read by [func@amount_from_string].
 *
 * Errors: `OUT_OF_RANGE` for a method that is not one, a unit below 1, a total that is no multiple
 * of it, a negative weight, no weights or none above zero; `OVERFLOW` for the total `G_MININT64`
 * and for weights with a sum above `G_MAXINT64`; `INCONSISTENT` for `RESIDUAL_TO_LARGEST` where the
 * row of the largest weight would change its sign.
 *
 * Returns: (array length=n_shares) (transfer full): a share per row, in the order of @weights
 *
 * Since: 0.1
 */
gint64 *
kkr_apportion (gint64 total, const gint64 *weights, gsize n_weights, KkrApportionMethod method,
               gint64 unit, gsize *n_shares, GError **error)
{
  g_autofree gint64 *shares = NULL;
  g_autofree guint8 *tied = NULL;

  if (n_shares != NULL)
    *n_shares = 0;
  g_return_val_if_fail (weights != NULL || n_weights == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_count (n_weights, error))
    return NULL;
  shares = g_new (gint64, n_weights);
  tied = g_new (guint8, n_weights);
  if (!kkr_apportion_into (total, weights, n_weights, method, unit, KKR_TIE_RULE_FIRST, shares,
                           tied, error))
    return NULL;
  if (n_shares != NULL)
    *n_shares = n_weights;
  return g_steal_pointer (&shares);
}

/**
 * kkr_apportion_full:
 * @total: what is to be shared, negative for a debt; a multiple of @unit
 * @weights: (array length=n_weights): a weight per row, none negative, with a sum from 1 to
 *   `G_MAXINT64`
 * @n_weights: the number of rows
 * @method: the method
 * @unit: what the shares are multiples of, 1 or more
 * @tie_rule: who goes first among rows with equal claims
 * @error: return location for a [error@CalcError]
 *
 * Shares a total as [func@apportion] does, with a rule for ties, and tells which rows were in one:
 * all that competed on equal terms for units which could not be given to all of them. `CUMULATIVE`
 * and `INDEPENDENT` know no ties, since no row competes with another.
 *
 * Errors: those of [func@apportion], `OUT_OF_RANGE` for a tie rule that is not one, and
 * `UNSUPPORTED` for a tie under the rule `REFUSE`, naming the rows that lots have to be drawn
 * between.
 *
 * Returns: (transfer full): the shares, their ties and what they miss the total by
 *
 * Since: 0.1
 */
KkrApportionment *
kkr_apportion_full (gint64 total, const gint64 *weights, gsize n_weights,
                    KkrApportionMethod method, gint64 unit, KkrTieRule tie_rule, GError **error)
{
  g_autofree gint64 *shares = NULL;
  g_autofree guint8 *tied = NULL;

  g_return_val_if_fail (weights != NULL || n_weights == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_count (n_weights, error))
    return NULL;
  shares = g_new (gint64, n_weights);
  tied = g_new (guint8, n_weights);
  if (!kkr_apportion_into (total, weights, n_weights, method, unit, tie_rule, shares, tied, error))
    return NULL;
  return kkr_apportionment_new_take (method, total, g_steal_pointer (&shares),
                                     g_steal_pointer (&tied), n_weights);
}

/**
 * kkr_apportion_decimals:
 * @total: what is to be shared, negative for a debt; a multiple of @unit
 * @weights: (array length=n_weights): a weight per row, none negative
 * @n_weights: the number of rows
 * @method: the method
 * @unit: what the shares are multiples of, 1 or more
 * @n_shares: (out) (optional): return location for the number of shares: @n_weights, or 0 after an
 *   error
 * @error: return location for a [error@CalcError]
 *
 * Shares a total as [func@apportion] does, by weights that are decimals. Each is read as the
 * shortest decimal that prints it, so that 0.1 is one tenth, and all are made whole by their common
 * denominator: 0.1, 0.25 and 2 share exactly as 2, 5 and 40 do.
 *
 * Errors: those of [func@apportion], `OUT_OF_RANGE` for a weight that is negative, infinite or not
 * a number, and `OVERFLOW` for weights that cannot be made whole below 2^63.
 *
 * Returns: (array length=n_shares) (transfer full): a share per row, in the order of @weights
 *
 * Since: 0.1
 */
gint64 *
kkr_apportion_decimals (gint64 total, const gdouble *weights, gsize n_weights,
                        KkrApportionMethod method, gint64 unit, gsize *n_shares, GError **error)
{
  g_autofree gint64 *whole = NULL;

  if (n_shares != NULL)
    *n_shares = 0;
  g_return_val_if_fail (weights != NULL || n_weights == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_count (n_weights, error))
    return NULL;
  whole = g_new (gint64, n_weights);
  if (!kkr_whole_weights (weights, n_weights, whole, error))
    return NULL;
  return kkr_apportion (total, whole, n_weights, method, unit, n_shares, error);
}

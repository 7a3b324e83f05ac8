/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-rule-search-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-names-private.h>
#include <libkkr/kernel/kkr-apportion.h>

#define MAX_DECIMALS 6

static KkrRational
power_of_ten (int exponent)
{
  KkrRational power = KKR_RATIONAL_INT (1);

  for (int i = 0; i < exponent; i++)
    power.num *= 10;
  return power;
}

/* An intermediate number to a number of decimals, a half away from zero. */
static gboolean
round_decimals (const KkrRational *value, int decimals, KkrRational *result)
{
  const KkrRational scale = power_of_ten (decimals);
  KkrRational scaled, count = KKR_RATIONAL_ZERO;

  return kkr_rational_multiply (value, &scale, &scaled) &&
         kkr_int128_divide_rounded (scaled.num, scaled.den, KKR_ROUNDING_MODE_HALF_AWAY,
                                    &count.num) &&
         kkr_rational_divide (&count, &scale, result);
}

static gboolean
share_of (const KkrRuleSearch *self, guint row, int decimals, KkrRational *value)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  KkrRational share;

  return kkr_rational_multiply (&self->weights[row], &hundred, &share) &&
         kkr_rational_divide (&share, &self->weight_sum, &share) &&
         round_decimals (&share, decimals, &share) &&
         kkr_rational_multiply (&self->total, &share, value) &&
         kkr_rational_divide (value, &hundred, value);
}

static gboolean
rate_of (const KkrRuleSearch *self, guint row, int decimals, KkrRational *value)
{
  KkrRational rate;

  return kkr_rational_divide (&self->total, &self->weight_sum, &rate) &&
         round_decimals (&rate, decimals, &rate) &&
         kkr_rational_multiply (&rate, &self->weights[row], value);
}

/* What the rule rounds at last. */
static gboolean
unrounded (const KkrRuleSearch *self, const KkrRule *rule, guint row, KkrRational *value)
{
  switch (rule->kind)
    {
    case KKR_RULE_SHARE:
      return share_of (self, row, rule->parameter, value);
    case KKR_RULE_RATE:
      return rate_of (self, row, rule->parameter, value);
    case KKR_RULE_BASE:
      return kkr_rational_multiply (&rule->base, &self->weights[row], value);
    case KKR_RULE_EACH:
    case KKR_RULE_LAST:
    case KKR_RULE_METHOD:
    default:
      return kkr_rule_search_exact (self, row, value);
    }
}

static gboolean
fill_rounded (const KkrRuleSearch *self, KkrRule *rule)
{
  KkrRoundingMode mode = KKR_ROUNDING_MODE_HALF_AWAY;

  if (rule->kind == KKR_RULE_EACH || rule->kind == KKR_RULE_BASE)
    mode = (KkrRoundingMode) rule->parameter;
  for (guint i = 0; i < self->n; i++)
    if (!unrounded (self, rule, i, &rule->values[i]) ||
        !kkr_rule_search_round (self, &rule->values[i], mode, &rule->values[i]))
      return FALSE;
  return TRUE;
}

static gboolean
give_rest_to_last (const KkrRuleSearch *self, KkrRule *rule)
{
  KkrRational rest = self->total;

  for (guint i = 0; i + 1 < self->n; i++)
    if (!kkr_rational_subtract (&rest, &rule->values[i], &rest))
      return FALSE;
  rule->values[self->n - 1] = rest;
  return TRUE;
}

/* The weights as whole numbers, all multiplied by the same. */
static gint64 *
dup_whole_weights (const KkrRuleSearch *self)
{
  g_autofree gint64 *weights = g_new (gint64, self->n);
  KkrRational scale = KKR_RATIONAL_INT (1), scaled;

  for (guint i = 0; i < self->n; i++)
    if (!kkr_rational_multiply (&self->weights[i], &scale, &scaled) ||
        !kkr_rational_multiply (&scale, &KKR_RATIONAL_INT (scaled.den), &scale))
      return NULL;
  for (guint i = 0; i < self->n; i++)
    {
      if (!kkr_rational_multiply (&self->weights[i], &scale, &scaled) || scaled.den != 1 ||
          scaled.num > G_MAXINT64)
        return NULL;
      weights[i] = (gint64) scaled.num;
    }
  return g_steal_pointer (&weights);
}

/* FALSE where the method does not apply: to a total that is no multiple of the unit, or less than
 * nothing. */
static gboolean
fill_apportioned (const KkrRuleSearch *self, KkrRule *rule)
{
  g_autofree gint64 *weights = dup_whole_weights (self);
  g_autoptr (KkrApportionment) found = NULL;
  const gint64 *shares;
  KkrRational units;
  gsize n;

  if (weights == NULL || !kkr_rational_divide (&self->total, &self->unit, &units) ||
      units.den != 1 || units.num > G_MAXINT64 || units.num < G_MININT64)
    return FALSE;
  found = kkr_apportion_full ((gint64) units.num, weights, self->n,
                              (KkrApportionMethod) rule->parameter, 1, KKR_TIE_RULE_FIRST, NULL);
  if (found == NULL)
    return FALSE;
  shares = kkr_apportionment_get_shares (found, &n);
  rule->tied = kkr_apportionment_has_ties (found);
  for (guint i = 0; i < self->n; i++)
    if (!kkr_rational_multiply (&KKR_RATIONAL_INT (shares[i]), &self->unit, &rule->values[i]))
      return FALSE;
  return TRUE;
}

static gboolean
compare_with_print (const KkrRuleSearch *self, KkrRule *rule)
{
  rule->sum = KKR_RATIONAL_ZERO;
  for (guint i = 0; i < self->n; i++)
    {
      rule->n_differ += kkr_rational_compare (&rule->values[i], &self->printed[i]) != 0;
      if (!kkr_rational_add (&rule->sum, &rule->values[i], &rule->sum))
        return FALSE;
    }
  return TRUE;
}

/* Takes over the texts. */
static void
try_rule (KkrRuleSearch *self, const KkrRule *description)
{
  KkrRule *rule = g_memdup2 (description, sizeof *description);
  gboolean ok;

  rule->values = g_new (KkrRational, self->n);
  if (rule->kind == KKR_RULE_METHOD)
    ok = fill_apportioned (self, rule);
  else
    ok = fill_rounded (self, rule) &&
         (rule->kind != KKR_RULE_LAST || give_rest_to_last (self, rule));
  ok = ok && compare_with_print (self, rule);
  g_ptr_array_add (ok ? self->rules : self->left_out, rule);
}

static void
try_modes (KkrRuleSearch *self)
{
  for (int mode = KKR_ROUNDING_MODE_HALF_AWAY; mode <= KKR_ROUNDING_MODE_AWAY_FROM_ZERO; mode++)
    {
      const char *nick = kkr_rounding_mode_to_string ((KkrRoundingMode) mode);

      try_rule (self, &(KkrRule) {
        .kind = KKR_RULE_EACH,
        .parameter = mode,
        .nick = g_strconcat ("each-", nick, NULL),
        .danish = g_strdup_printf ("hver række afrundet: %s",
                                   kkr_rounding_mode_name ((KkrRoundingMode) mode, "da")),
        .english = g_strdup_printf ("each row rounded: %s",
                                    kkr_rounding_mode_name ((KkrRoundingMode) mode, "en")),
      });
    }
}

static void
try_methods (KkrRuleSearch *self)
{
  for (int method = KKR_APPORTION_METHOD_LARGEST_REMAINDER;
       method < KKR_APPORTION_METHOD_INDEPENDENT; method++)
    try_rule (self, &(KkrRule) {
      .kind = KKR_RULE_METHOD,
      .parameter = method,
      .nick = g_strdup (kkr_apportion_method_to_string ((KkrApportionMethod) method)),
      .danish = g_strdup (kkr_apportion_method_name ((KkrApportionMethod) method, "da")),
      .english = g_strdup (kkr_apportion_method_name ((KkrApportionMethod) method, "en")),
    });
  try_rule (self, &(KkrRule) {
    .kind = KKR_RULE_LAST,
    .nick = g_strdup ("residual-to-last"),
    .danish = g_strdup ("rest til den sidste række"),
    .english = g_strdup ("residual to the last row"),
  });
}

static void
try_intermediates (KkrRuleSearch *self)
{
  for (int decimals = 0; decimals <= MAX_DECIMALS; decimals++)
    try_rule (self, &(KkrRule) {
      .kind = KKR_RULE_SHARE,
      .parameter = decimals,
      .nick = g_strdup_printf ("share-%d-decimals", decimals),
      .danish = g_strdup_printf ("andelen i pct. først afrundet til %d decimal%s", decimals,
                                 decimals == 1 ? "" : "er"),
      .english = g_strdup_printf ("the share in per cent rounded to %d decimal%s first", decimals,
                                  decimals == 1 ? "" : "s"),
    });
  for (int decimals = 0; decimals <= MAX_DECIMALS; decimals++)
    try_rule (self, &(KkrRule) {
      .kind = KKR_RULE_RATE,
      .parameter = decimals,
      .nick = g_strdup_printf ("rate-%d-decimals", decimals),
      .danish = g_strdup_printf ("satsen først afrundet til %d decimal%s", decimals,
                                 decimals == 1 ? "" : "er"),
      .english = g_strdup_printf ("the rate rounded to %d decimal%s first", decimals,
                                  decimals == 1 ? "" : "s"),
    });
}

static gboolean
try_bases (KkrRuleSearch *self, GError **error)
{
  for (guint i = 0; i < self->bases->len; i++)
    {
      const KkrRuleBase *found = &g_array_index (self->bases, KkrRuleBase, i);
      KkrRule rule = { .kind = KKR_RULE_BASE, .parameter = (int) found->mode };

      if (!kkr_rule_search_pick_base (self, found, &rule.base, error))
        return FALSE;
      rule.nick = g_strconcat ("base-", kkr_rounding_mode_to_string (found->mode), NULL);
      rule.danish = g_strdup_printf ("fælles grundtal gange vægt, afrundet: %s",
                                     kkr_rounding_mode_name (found->mode, "da"));
      rule.english = g_strdup_printf ("a common base times the weight, rounded: %s",
                                      kkr_rounding_mode_name (found->mode, "en"));
      try_rule (self, &rule);
    }
  return TRUE;
}

gboolean
kkr_rule_search_run (KkrRuleSearch *self, GCancellable *cancellable, GError **error)
{
  if (!kkr_rule_search_find_bases (self, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!self->has_total)
    return try_bases (self, error);
  try_modes (self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  try_methods (self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  try_intermediates (self);
  if (self->rules->len > 0)
    return TRUE;
  return kkr_rational_overflow (error, _("the total times the weights"));
}

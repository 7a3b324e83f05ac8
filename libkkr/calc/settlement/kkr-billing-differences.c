/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-billing-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/table/kkr-table-builder-private.h>

typedef enum {
  NONE,
  DAYS,
  TARIFF,
  DAYS_AND_TARIFF,
  ROUNDING,
  AMOUNT,
  SEVERAL_TIMES,
  NOT_INVOICED,
  NOT_COMPUTED,
  OUTSIDE_PERIOD,
  OTHER_PAYER,
  UNKNOWN_PLACEMENT,
} Difference;

static const char *const words[] = {
  "none", "days", "tariff", "days-and-tariff", "rounding", "amount", "several-times",
  "not-invoiced", "not-computed", "outside-period", "other-payer", "unknown-placement", NULL,
};
static const char *const words_da[] = {
  "ingen forskel", "døgn", "takst", "døgn og takst", "afrunding", "beløb",
  "faktureret flere gange", "mangler på fakturaen", "skal ikke betales",
  "uden for den afregnede periode", "anden betalingskommune", "ukendt placering", NULL,
};

/* Below a krone a line: what rounding comes to, to the øre or to the krone. */
#define ROUNDING_PER_LINE 100

/* Whether the placement and month are computed for another payer, or else are only invoiced to one.
 */
static gboolean
has_other_payer (const GArray *pairs, GHashTable *by_month, const KkrBillingPair *pair,
                 gboolean computed)
{
  g_autofree char *key = g_strdup_printf ("%d\x1f%s", pair->month, pair->placement);
  GArray *others = g_hash_table_lookup (by_month, key);

  for (guint i = 0; i < others->len; i++)
    {
      const KkrBillingPair *other = &g_array_index (pairs, KkrBillingPair,
                                                    g_array_index (others, guint, i));

      if (other->payer != pair->payer
          && (computed ? other->n_lines > 0 : other->n_invoiced > 0 && other->n_lines == 0))
        return TRUE;
    }
  return FALSE;
}

static GHashTable *
index_months (const GArray *pairs)
{
  GHashTable *by_month = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < pairs->len; i++)
    {
      const KkrBillingPair *pair = &g_array_index (pairs, KkrBillingPair, i);
      char *key = g_strdup_printf ("%d\x1f%s", pair->month, pair->placement);
      GArray *others = g_hash_table_lookup (by_month, key);

      if (others == NULL)
        {
          others = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (by_month, g_strdup (key), others);
        }
      g_array_append_val (others, i);
      g_free (key);
    }
  return by_month;
}

static gboolean
is_known_other (gint64 ours, gint64 theirs)
{
  return ours != G_MININT64 && theirs != G_MININT64 && ours != theirs;
}

/* The same bill so many times: the amount is as many times ours, and what is said of days and
 * tariff does not speak against it. Whether they and we make one line or two of a month does not
 * matter. */
static gboolean
is_several_times (const KkrBillingPair *pair)
{
  const gint64 times = pair->amount != 0 ? pair->invoiced_amount / pair->amount : 0;
  const gboolean days = pair->days != G_MININT64 && pair->invoiced_days != G_MININT64;

  return times > 1 && pair->invoiced_amount % pair->amount == 0
         && pair->n_invoiced % (guint64) times == 0
         && !is_known_other (pair->tariff, pair->invoiced_tariff)
         && (!days || (pair->invoiced_days % times == 0
                       && pair->invoiced_days / times == pair->days));
}

static Difference
judge_amounts (const KkrBillingPair *pair)
{
  const gboolean days = is_known_other (pair->days, pair->invoiced_days);
  const gboolean tariff = is_known_other (pair->tariff, pair->invoiced_tariff);
  const KkrInt128 difference = (KkrInt128) pair->invoiced_amount - pair->amount;
  const gint64 most = (gint64) MAX (pair->n_lines, pair->n_invoiced) * ROUNDING_PER_LINE;

  if (is_several_times (pair))
    return SEVERAL_TIMES;
  if (days && tariff)
    return DAYS_AND_TARIFF;
  if (days || tariff)
    return days ? DAYS : TARIFF;
  if (difference == 0)
    return NONE;
  return difference < most && difference > -most ? ROUNDING : AMOUNT;
}

/* Of a month that is not computed: whether none of its days is to be. */
static gboolean
is_outside (const KkrBilling *self, const KkrBillingPair *pair)
{
  return pair->month > self->rules.last
         || kkr_billing_last_of_month (pair->month) < self->rules.first;
}

static Difference
judge (const KkrBilling *self, const GArray *pairs, GHashTable *by_month,
       const KkrBillingPair *pair)
{
  const gboolean is_nought = pair->amount == 0 && pair->invoiced_amount == 0;

  if (pair->n_invoiced > 0 && pair->n_lines > 0)
    return judge_amounts (pair);
  if (pair->n_lines == 0 && !g_hash_table_contains (self->placement_rows, pair->placement))
    return UNKNOWN_PLACEMENT;
  if (has_other_payer (pairs, by_month, pair, pair->n_lines == 0))
    return OTHER_PAYER;
  if (is_nought)
    return NONE;
  if (pair->n_invoiced == 0)
    return NOT_INVOICED;
  return is_outside (self, pair) ? OUTSIDE_PERIOD : NOT_COMPUTED;
}

static void
add_keys (const KkrBilling *self, const GArray *pairs, KkrTableBuilder *builder)
{
  const guint n = pairs->len;
  g_autofree const char **payers = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **placements = g_new0 (const char *, (gsize) n + 1);
  g_auto (GStrv) months = g_new0 (char *, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrBillingPair *pair = &g_array_index (pairs, KkrBillingPair, i);

      payers[i] = kkr_billing_get_payer (self, pair->payer);
      placements[i] = pair->placement;
      months[i] = kkr_billing_month_text (pair->month);
    }
  kkr_table_builder_add_text (builder, "municipality", "Betalingskommune", "Paying municipality",
                              payers);
  kkr_table_builder_add_text (builder, "placement", "Placering", "Placement", placements);
  kkr_table_builder_add_text (builder, "month", "Måned", "Month", (const char *const *) months);
}

typedef struct {
  const char *name, *danish, *english;
  KkrUnit unit;
  gsize offset;
  gboolean is_invoiced;
  gboolean has_total;
} Figure;

static const Figure figures[] = {
  { "days", "Døgn", "Days", KKR_UNIT_DAYS, G_STRUCT_OFFSET (KkrBillingPair, days), FALSE, FALSE },
  { "invoiced-days", "Fakturerede døgn", "Days invoiced", KKR_UNIT_DAYS,
    G_STRUCT_OFFSET (KkrBillingPair, invoiced_days), TRUE, FALSE },
  { "tariff", "Takst", "Tariff", KKR_UNIT_AMOUNT, G_STRUCT_OFFSET (KkrBillingPair, tariff), FALSE,
    FALSE },
  { "invoiced-tariff", "Faktureret takst", "Tariff invoiced", KKR_UNIT_AMOUNT,
    G_STRUCT_OFFSET (KkrBillingPair, invoiced_tariff), TRUE, FALSE },
  { "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT, G_STRUCT_OFFSET (KkrBillingPair, amount), FALSE,
    TRUE },
  { "invoiced-amount", "Faktureret beløb", "Amount invoiced", KKR_UNIT_AMOUNT,
    G_STRUCT_OFFSET (KkrBillingPair, invoiced_amount), TRUE, TRUE },
};

/* What is on one side only has no days and no tariff on the other, and an amount of nought. */
static void
add_figure (const GArray *pairs, KkrTableBuilder *builder, const Figure *figure)
{
  const guint n = pairs->len;
  g_autofree gint64 *values = g_new0 (gint64, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrBillingPair *pair = &g_array_index (pairs, KkrBillingPair, i);

      values[i] = G_STRUCT_MEMBER (gint64, pair, figure->offset);
    }
  kkr_table_builder_add_int64 (builder, figure->name, figure->danish, figure->english,
                               figure->unit, values, n);
  for (guint i = 0; i < n; i++)
    {
      const KkrBillingPair *pair = &g_array_index (pairs, KkrBillingPair, i);
      const gboolean is_there = figure->is_invoiced ? pair->n_invoiced > 0 : pair->n_lines > 0;

      if (!is_there && !figure->has_total)
        kkr_table_builder_set_status (builder, figure->name, i, KKR_CELL_STATUS_NOT_APPLICABLE);
    }
  if (!figure->has_total)
    return;
  kkr_table_builder_set_sum (builder, figure->name, values, n);
}

static gboolean
add_difference (const KkrBilling *self, const GArray *pairs, KkrTableBuilder *builder,
                GError **error)
{
  const guint n = pairs->len;
  g_autoptr (GHashTable) by_month = index_months (pairs);
  g_autofree gint64 *differences = g_new0 (gint64, (gsize) n + 1);
  g_autofree gint32 *codes = g_new0 (gint32, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrBillingPair *pair = &g_array_index (pairs, KkrBillingPair, i);

      if (__builtin_sub_overflow (pair->invoiced_amount, pair->amount, &differences[i]))
        return kkr_rational_overflow (error, _("the difference"));
      codes[i] = (gint32) judge (self, pairs, by_month, pair);
    }
  kkr_table_builder_add_int64 (builder, "difference", "Forskel", "Difference", KKR_UNIT_AMOUNT,
                               differences, n);
  kkr_table_builder_set_sum (builder, "difference", differences, n);
  kkr_table_builder_add_choices (builder, "kind", "Forskellens art", "Kind of difference", codes, n,
                                 words, words_da, NULL);
  return TRUE;
}

KkrTable *
kkr_billing_build_differences (const KkrBilling *self, const GArray *pairs, GError **error)
{
  static const char *const keys[] = { "municipality", "placement", "month", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("differences",
                                                               "Forskelle til fakturaen",
                                                               "Differences to the invoice");

  add_keys (self, pairs, builder);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    add_figure (pairs, builder, &figures[i]);
  if (!add_difference (self, pairs, builder, error))
    return NULL;
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

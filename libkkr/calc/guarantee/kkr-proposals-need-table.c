/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-columns-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* 100 * target / need; denominator 0 where there is no need. */
static KkrRational
share_of (gint64 target, gint64 need)
{
  KkrRational share = { 0, 0 };

  if (need > 0 && kkr_rational_init (&share, 100 * (KkrInt128) target, need))
    return share;
  return (KkrRational) { 0, 0 };
}

static void
add_shares (const KkrProposals *self, KkrTableBuilder *builder, const char *name,
            const char *danish, const char *english, gint64 target, const gint64 *needs, guint n)
{
  g_autofree KkrRational *values = g_new (KkrRational, n + 1);
  KkrRational total;
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    {
      values[i] = share_of (target, needs[i]);
      sum += needs[i];
    }
  kkr_table_builder_add_rationals (builder, name, danish, english, KKR_UNIT_PERCENT, values, n);
  for (guint i = 0; i < n; i++)
    if (values[i].den == 0)
      kkr_table_builder_set_status (builder, name, i, KKR_CELL_STATUS_NOT_APPLICABLE);
  total = share_of (target, sum);
  if (total.den != 0)
    {
      g_autofree char *exact = kkr_rational_to_string (&total);

      kkr_table_builder_set_total (builder, name, exact);
    }
  kkr_table_builder_set_decimals (builder, name, 1);
}

static void
add_places (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
            const gint64 *values, guint n)
{
  kkr_table_builder_add_int64 (builder, name, danish, english, KKR_UNIT_PLACES, values, n);
  kkr_table_builder_set_sum (builder, name, values, n);
}

KkrTable *
kkr_proposals_build_need (const KkrProposals *self, GError **error)
{
  static const char *const keys[] = { "year", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
      "need", "Behov og måltal", "Need and target");
  guint n = self->needs->len;
  g_autofree gint64 *years = g_new (gint64, n + 1), *low = g_new (gint64, n + 1);
  g_autofree gint64 *high = g_new (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    {
      years[i] = g_array_index (self->needs, KkrProposalsNeed, i).year;
      low[i] = g_array_index (self->needs, KkrProposalsNeed, i).low;
      high[i] = g_array_index (self->needs, KkrProposalsNeed, i).high;
    }
  kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_NONE, years, n);
  add_places (builder, "low", "Behov, mindst", "Need, lowest", low, n);
  add_places (builder, "high", "Behov, højst", "Need, highest", high, n);
  add_shares (self, builder, "lowest-share", "Laveste måltal af højeste behov",
              "Lowest target of the highest need",
              kkr_proposals_term (self, KKR_PROPOSALS_TARGET_LOW), high, n);
  add_shares (self, builder, "highest-share", "Højeste måltal af laveste behov",
              "Highest target of the lowest need",
              kkr_proposals_term (self, KKR_PROPOSALS_TARGET_HIGH), low, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

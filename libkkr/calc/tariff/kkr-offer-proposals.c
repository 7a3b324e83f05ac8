/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-offer-proposals-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* Tariffs held against ceilings and the limit of alternative offers. */

static const char *const rules_da[] = { "loft efter § 109", "loft efter § 110",
                                        "beløbsgrænse for alternative tilbud", NULL };
static const char *const rules_en[] = { "ceiling of § 109", "ceiling of § 110",
                                        "limit of alternative offers", NULL };

static const char *const offer_keys[] = { "offer", "rule", NULL };
static const char *const package_keys[] = { "offer", "package", "rule", NULL };

const char *
kkr_offer_rule_title (KkrOfferRule rule, const char *language)
{
  return kkr_text_in (language, rules_da[rule], rules_en[rule]);
}

gboolean
kkr_offer_proposal_measure (const KkrOfferProposal *self, KkrOfferExcess *excess)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  KkrRational tariff, compared, above;

  *excess = (KkrOfferExcess) { .kroner = KKR_RATIONAL_ZERO, .percent = { 0, 0 } };
  if (!kkr_rational_init (&tariff, self->tariff, 100) ||
      !kkr_rational_init (&compared, self->compared, 100) ||
      !kkr_rational_subtract (&tariff, &self->limit, &above))
    return FALSE;
  excess->is_allowed = above.num <= 0;
  if (above.num > 0)
    excess->kroner = above;
  if (self->compared == 0)
    return TRUE;
  return kkr_rational_divide (&excess->kroner, &compared, &excess->percent) &&
         kkr_rational_multiply (&excess->percent, &hundred, &excess->percent);
}

static gboolean
add_excess (KkrTableBuilder *builder, const GArray *proposals, GError **error)
{
  gsize n = proposals->len;
  g_autofree KkrRational *kroner = g_new (KkrRational, n + 1);
  g_autofree KkrRational *percent = g_new (KkrRational, n + 1);
  g_autofree gint32 *allowed = g_new (gint32, n + 1);
  static const char *const danish[] = { "nej", "ja", NULL };
  static const char *const english[] = { "no", "yes", NULL };

  for (gsize i = 0; i < n; i++)
    {
      KkrOfferExcess excess;

      if (!kkr_offer_proposal_measure (&g_array_index (proposals, KkrOfferProposal, i), &excess))
        return kkr_rational_overflow (error, _("an excess"));
      kroner[i] = excess.kroner;
      percent[i] = excess.percent;
      allowed[i] = excess.is_allowed;
    }
  kkr_table_builder_add_codes (builder, "allowed", "Tilladt", "Allowed", allowed, n, danish);
  kkr_table_builder_set_labels_in_english (builder, "allowed", english);
  kkr_table_builder_add_rationals (builder, "excess", "Overskridelse", "Excess", KKR_UNIT_RATE,
                                   kroner, n);
  kkr_table_builder_add_rationals (builder, "excess-percent", "Relativ overskridelse",
                                   "Relative excess", KKR_UNIT_PERCENT, percent, n);
  kkr_table_builder_set_decimals (builder, "excess-percent", 2);
  return TRUE;
}

static void
add_amounts (KkrTableBuilder *builder, const GArray *proposals)
{
  gsize n = proposals->len;
  g_autofree gint64 *tariffs = g_new (gint64, n + 1), *applied = g_new (gint64, n + 1);
  g_autofree KkrRational *limits = g_new (KkrRational, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      const KkrOfferProposal *proposal = &g_array_index (proposals, KkrOfferProposal, i);

      tariffs[i] = proposal->tariff;
      limits[i] = proposal->limit;
      applied[i] = MIN (proposal->tariff, proposal->compared);
    }
  kkr_table_builder_add_int64 (builder, "tariff", "Takst", "Tariff", KKR_UNIT_AMOUNT, tariffs, n);
  kkr_table_builder_add_rationals (builder, "limit", "Grænse", "Limit", KKR_UNIT_RATE, limits, n);
  kkr_table_builder_add_int64 (builder, "applied", "Takst under loftet", "Tariff under the ceiling",
                               KKR_UNIT_AMOUNT, applied, n);
  for (guint i = 0; i < n; i++)
    if (g_array_index (proposals, KkrOfferProposal, i).rule == KKR_OFFER_RULE_ALTERNATIVE)
      kkr_table_builder_set_status (builder, "applied", i, KKR_CELL_STATUS_NOT_APPLICABLE);
}

KkrTable *
kkr_offer_build_proposals (const KkrOfferPlan *self, const GArray *proposals, GError **error)
{
  g_autoptr (KkrTableBuilder) builder =
    kkr_table_builder_new ("proposals", "Forslag, der ikke er lov", "Proposals that are not law");
  gsize n = proposals->len;
  g_autofree guint *rows = g_new (guint, n + 1);
  g_autofree gint32 *rules = g_new (gint32, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      rows[i] = g_array_index (proposals, KkrOfferProposal, i).row;
      rules[i] = (gint32) g_array_index (proposals, KkrOfferProposal, i).rule;
    }
  kkr_offer_add_names (self, builder, rows, (guint) n);
  kkr_table_builder_add_codes (builder, "rule", "Regel", "Rule", rules, n, rules_da);
  kkr_table_builder_set_labels_in_english (builder, "rule", rules_en);
  add_amounts (builder, proposals);
  kkr_table_builder_set_key (builder, self->has_packages ? package_keys : offer_keys);
  if (!add_excess (builder, proposals, error))
    return NULL;
  return kkr_table_builder_end (builder, error);
}

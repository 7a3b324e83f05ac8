/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-columns-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

#define MAX_SCOPES 3

static const char *const scopes_da[] = { "Indkomne", "Kan få garanti", "Bedste kombination" };
static const char *const scopes_en[] = { "Received", "Eligible", "Best combination" };

typedef struct {
  gint64 n[MAX_SCOPES], places[MAX_SCOPES];
  gint64 lowest[MAX_SCOPES], highest[MAX_SCOPES], range[MAX_SCOPES];
  KkrRational mean[MAX_SCOPES], weighted[MAX_SCOPES];
} Summary;

static gboolean
add_up (const KkrProposals *self, guint scope, Summary *summary, GError **error)
{
  KkrInt128 sum = 0, weighted = 0;

  summary->n[scope] = summary->places[scope] = 0;
  summary->lowest[scope] = summary->highest[scope] = summary->range[scope] = KKR_PROPOSALS_UNKNOWN;
  summary->mean[scope] = summary->weighted[scope] = (KkrRational) { 0, 0 };
  for (guint i = 0; i < self->proposals->len; i++)
    {
      const KkrProposal *proposal = kkr_proposals_get (self, i);

      if (!kkr_proposals_in_scope (self, i, scope))
        continue;
      if (summary->n[scope] == 0 || proposal->tariff < summary->lowest[scope])
        summary->lowest[scope] = proposal->tariff;
      summary->highest[scope] = MAX (summary->highest[scope], proposal->tariff);
      summary->n[scope]++;
      summary->places[scope] += proposal->places;
      sum += proposal->tariff;
      weighted += (KkrInt128) proposal->tariff * proposal->places;
    }
  if (summary->n[scope] == 0)
    return TRUE;
  summary->range[scope] = summary->highest[scope] - summary->lowest[scope];
  if (kkr_rational_init (&summary->mean[scope], sum, 100 * (KkrInt128) summary->n[scope]) &&
      kkr_rational_init (&summary->weighted[scope], weighted,
                         100 * (KkrInt128) summary->places[scope]))
    return TRUE;
  return kkr_rational_overflow (error, _("the mean of the tariffs"));
}

/* Where so many places stand against the target and the highest number. */
static char *
describe_target (const KkrProposals *self, gint64 places, const char *language)
{
  gint64 low = kkr_proposals_term (self, KKR_PROPOSALS_TARGET_LOW);
  gint64 high = kkr_proposals_term (self, KKR_PROPOSALS_TARGET_HIGH);
  gint64 most = kkr_proposals_term (self, KKR_PROPOSALS_MAX_PLACES);
  gboolean english = kkr_language_is_english (language);

  if (places > most)
    return g_strdup_printf (english ? "%lld above the highest number of %lld"
                                    : "%lld over loftet på %lld pladser",
                            (long long) (places - most), (long long) most);
  if (places > high)
    return g_strdup_printf (english ? "%lld above the target of %lld-%lld"
                                    : "%lld over måltallet på %lld-%lld",
                            (long long) (places - high), (long long) low, (long long) high);
  if (places < low)
    return g_strdup_printf (english ? "%lld below the target of %lld-%lld"
                                    : "%lld under måltallet på %lld-%lld",
                            (long long) (low - places), (long long) low, (long long) high);
  return g_strdup_printf (english ? "within the target of %lld-%lld"
                                  : "inden for måltallet på %lld-%lld",
                          (long long) low, (long long) high);
}

static void
add_target (const KkrProposals *self, KkrTableBuilder *builder, const Summary *summary, guint n)
{
  g_auto (GStrv) texts_da = g_new0 (char *, n + 1), texts_en = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      texts_da[i] = describe_target (self, summary->places[i], "da");
      texts_en[i] = describe_target (self, summary->places[i], "en");
    }
  kkr_table_builder_add_words (builder, "target", "Måltal", "Target", texts_da, texts_en, n);
}

/* Of all that the row counts, or of none. */
static gint64
get_amount (const KkrProposals *self, guint scope, guint amount)
{
  gint64 sum = KKR_PROPOSALS_UNKNOWN;

  for (guint i = 0; i < self->proposals->len; i++)
    {
      gint64 one = kkr_proposals_get (self, i)->amounts[amount];

      if (!kkr_proposals_in_scope (self, i, scope))
        continue;
      if (one == KKR_PROPOSALS_UNKNOWN)
        return KKR_PROPOSALS_UNKNOWN;
      sum = (sum == KKR_PROPOSALS_UNKNOWN ? 0 : sum) + one;
    }
  return sum;
}

static void
add_scopes (KkrTableBuilder *builder, guint n)
{
  const gint32 codes[] = { 0, 1, 2 };
  g_auto (GStrv) labels = g_new0 (char *, n + 1), english = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      labels[i] = g_strdup (scopes_da[i]);
      english[i] = g_strdup (scopes_en[i]);
    }
  kkr_table_builder_add_codes (builder, "scope", "Projektforslag", "Proposals", codes, n,
                               (const char *const *) labels);
  kkr_table_builder_set_labels_in_english (builder, "scope", (const char *const *) english);
}

KkrTable *
kkr_proposals_build_summary (const KkrProposals *self, GError **error)
{
  static const char *const keys[] = { "scope", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
      "summary", "Overblik over projektforslagene", "Summary of the proposals");
  guint n = kkr_proposals_n_scopes (self);
  Summary summary;

  for (guint i = 0; i < n; i++)
    if (!add_up (self, i, &summary, error))
      return NULL;
  add_scopes (builder, n);
  kkr_table_builder_add_int64 (builder, "proposals", "Antal forslag", "Proposals", KKR_UNIT_COUNT,
                               summary.n, n);
  kkr_table_builder_add_int64 (builder, "places", "Pladser", "Places", KKR_UNIT_PLACES,
                               summary.places, n);
  add_target (self, builder, &summary, n);
  kkr_proposals_add_whole (builder, "lowest", "Laveste takst", "Lowest tariff", KKR_UNIT_AMOUNT,
                           summary.lowest, n);
  kkr_proposals_add_whole (builder, "highest", "Højeste takst", "Highest tariff", KKR_UNIT_AMOUNT,
                           summary.highest, n);
  kkr_proposals_add_whole (builder, "range", "Spredning", "Range", KKR_UNIT_AMOUNT, summary.range,
                           n);
  kkr_table_builder_add_rationals (builder, "mean", "Gennemsnit af taksterne",
                                   "Mean of the tariffs", KKR_UNIT_RATE, summary.mean, n);
  kkr_table_builder_add_rationals (builder, "weighted-mean", "Gennemsnit vægtet med pladser",
                                   "Mean weighted by places", KKR_UNIT_RATE, summary.weighted, n);
  kkr_table_builder_set_decimals (builder, "mean", 2);
  kkr_table_builder_set_decimals (builder, "weighted-mean", 2);
  kkr_proposals_add_amounts (self, builder, n, get_amount, FALSE);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

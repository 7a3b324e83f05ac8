/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-checking-table-private.h>

#include <libkkr/base/kkr-claim-verdict-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-interval-arithmetic-private.h>
#include <libkkr/table/kkr-column-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

#define MAX_DECIMALS 6

void
kkr_checking_add_verdicts (KkrTableBuilder *builder, const KkrClaimVerdict *verdicts, guint n)
{
  const char *nicks[KKR_CLAIM_VERDICT_UNDECIDED + 2] = { NULL };
  const char *english[KKR_CLAIM_VERDICT_UNDECIDED + 2] = { NULL };
  g_auto (GStrv) danish = g_new0 (char *, KKR_CLAIM_VERDICT_UNDECIDED + 2);
  g_autofree gint32 *codes = g_new (gint32, MAX (n, 1));
  KkrColumn *column;

  for (guint i = 0; i <= KKR_CLAIM_VERDICT_UNDECIDED; i++)
    {
      nicks[i] = kkr_claim_verdict_to_string ((KkrClaimVerdict) i);
      english[i] = kkr_claim_verdict_in_words ((KkrClaimVerdict) i, "en");
      danish[i] = g_strdup (kkr_claim_verdict_in_words ((KkrClaimVerdict) i, "da"));
    }
  for (guint i = 0; i < n; i++)
    codes[i] = (gint32) verdicts[i];
  kkr_table_builder_add_codes (builder, "verdict", "Konklusion", "Verdict", codes, n, nicks);
  kkr_table_builder_set_labels_in_english (builder, "verdict", english);
  column = kkr_table_builder_find (builder, "verdict");
  if (column != NULL)
    kkr_column_take_labels_in_danish (column, g_steal_pointer (&danish));
}

char *
kkr_checking_interval_text (const KkrInterval *interval, const char *language)
{
  if (kkr_interval_is_point (interval))
    return kkr_format_exact (&interval->lower, MAX_DECIMALS, language);
  if (kkr_interval_is_empty (interval))
    return g_strdup (kkr_text_in (language, "intet", "nothing"));
  if (!interval->has_lower && !interval->has_upper)
    return g_strdup (kkr_text_in (language, "alle tal", "any number"));
  return kkr_interval_format (interval, language);
}

void
kkr_checking_add_interval_words (KkrTableBuilder *builder, const char *name, const char *danish,
                                 const char *english, const KkrInterval *intervals, guint n)
{
  g_auto (GStrv) texts_da = g_new0 (char *, n + 1), texts_en = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      texts_da[i] = kkr_checking_interval_text (&intervals[i], "da");
      texts_en[i] = kkr_checking_interval_text (&intervals[i], "en");
    }
  kkr_table_builder_add_words (builder, name, danish, english, texts_da, texts_en, n);
}

void
kkr_checking_add_ends (KkrTableBuilder *builder, const char *name, const char *danish,
                       const char *english, const KkrInterval *intervals, guint n, gboolean upper)
{
  g_autofree KkrRational *ends = g_new (KkrRational, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    ends[i] = (upper ? intervals[i].has_upper : intervals[i].has_lower)
              ? (upper ? intervals[i].upper : intervals[i].lower) : KKR_RATIONAL_ZERO;
  kkr_table_builder_add_rationals (builder, name, danish, english, KKR_UNIT_NONE, ends, n);
  for (guint i = 0; i < n; i++)
    if (!(upper ? intervals[i].has_upper : intervals[i].has_lower))
      kkr_table_builder_set_status (builder, name, i, KKR_CELL_STATUS_NOT_APPLICABLE);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-columns-private.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

static void
add_text (const KkrProposals *self, KkrTableBuilder *builder, guint column, const char *name,
          const char *danish, const char *english)
{
  guint n = self->proposals->len;
  g_autofree const char **texts = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      texts[i] = kkr_sheet_get_text (self->sheet, i, column);
      if (texts[i] == NULL)
        texts[i] = "";
    }
  kkr_table_builder_add_text (builder, name, danish, english, texts);
}

typedef char *(*Words) (guint bits, const char *language);

static void
add_words (const KkrProposals *self, KkrTableBuilder *builder, const char *name,
           const char *danish, const char *english, gsize offset, Words words)
{
  guint n = self->proposals->len;
  g_auto (GStrv) texts_da = g_new0 (char *, n + 1), texts_en = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      guint bits = G_STRUCT_MEMBER (guint, kkr_proposals_get (self, i), offset);

      texts_da[i] = words (bits, "da");
      texts_en[i] = words (bits, "en");
    }
  kkr_table_builder_add_words (builder, name, danish, english, texts_da, texts_en, n);
}

/* The first and the last day of the guarantee. */
static void
add_days (const KkrProposals *self, KkrTableBuilder *builder, gboolean last, const char *name,
          const char *danish, const char *english)
{
  guint n = self->proposals->len;
  g_autofree gint32 *days = g_new0 (gint32, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    if (kkr_proposals_get (self, i)->start != KKR_DATE_MIN)
      days[i] = last ? kkr_proposals_get (self, i)->expiry - 1 : kkr_proposals_get (self, i)->start;
  kkr_table_builder_add_date (builder, name, danish, english, days, n);
  for (guint i = 0; i < n; i++)
    if (!kkr_proposals_get (self, i)->eligible)
      kkr_table_builder_set_status (builder, name, i, KKR_CELL_STATUS_NOT_APPLICABLE);
    else if (kkr_proposals_get (self, i)->start == KKR_DATE_MIN)
      kkr_table_builder_set_status (builder, name, i, KKR_CELL_STATUS_MISSING);
}

static gint64
get_amount (const KkrProposals *self, guint row, guint amount)
{
  return kkr_proposals_get (self, row)->amounts[amount];
}

static void
add_numbers (const KkrProposals *self, KkrTableBuilder *builder)
{
  guint n = self->proposals->len;
  g_autofree gint64 *places = g_new (gint64, n + 1), *shared = g_new (gint64, n + 1);
  g_autofree gint64 *tariffs = g_new (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    {
      places[i] = kkr_proposals_get (self, i)->places;
      shared[i] = kkr_proposals_get (self, i)->shared;
      tariffs[i] = kkr_proposals_get (self, i)->tariff;
    }
  kkr_proposals_add_whole (builder, "places", "Pladser", "Places", KKR_UNIT_PLACES, places, n);
  kkr_proposals_add_whole (builder, "shared-places", "Heraf til KKR-fællesskabet",
                           "Of these open to the KKR area", KKR_UNIT_PLACES, shared, n);
  kkr_proposals_add_whole (builder, "tariff", "Takst pr. døgn", "Tariff per day", KKR_UNIT_AMOUNT,
                           tariffs, n);
}

static void
add_verdicts (const KkrProposals *self, KkrTableBuilder *builder)
{
  guint n = self->proposals->len;
  g_autofree gint32 *eligible = g_new (gint32, n + 1);

  for (guint i = 0; i < n; i++)
    eligible[i] = kkr_proposals_get (self, i)->eligible != FALSE;
  kkr_table_builder_add_yes_no (builder, "eligible", "Kan få garanti", "Eligible", eligible, n);
  add_words (self, builder, "reasons", "Grunde til afslag", "Reasons for refusal",
             G_STRUCT_OFFSET (KkrProposal, refusals), kkr_guarantee_reasons);
  add_words (self, builder, "not-stated", "Ikke oplyst", "Not stated",
             G_STRUCT_OFFSET (KkrProposal, unstated), kkr_guarantee_not_stated_words);
  add_words (self, builder, "outstanding", "Udestår", "Outstanding",
             G_STRUCT_OFFSET (KkrProposal, outstanding), kkr_guarantee_reasons);
}

/* Who cannot have a guarantee is paid nothing, known or not. */
static void
mark_refused (const KkrProposals *self, KkrTableBuilder *builder)
{
  for (guint i = 0; i < self->proposals->len; i++)
    for (guint k = 0; k < KKR_PROPOSALS_N_AMOUNTS && !kkr_proposals_get (self, i)->eligible; k++)
      kkr_table_builder_set_status (builder, kkr_proposals_amount_name (k), i,
                                    KKR_CELL_STATUS_NOT_APPLICABLE);
}

KkrTable *
kkr_proposals_build_proposals (const KkrProposals *self, GError **error)
{
  static const char *const keys[] = { "proposal", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("proposals", "Projektforslag",
                                                               "Proposals");
  guint n = self->proposals->len;
  g_autofree gint32 *selected = g_new (gint32, n + 1);

  add_text (self, builder, KKR_PROPOSALS_PROPOSAL, "proposal", "Projektforslag", "Proposal");
  add_text (self, builder, KKR_PROPOSALS_OFFER, "offer", "Tilbud", "Offer");
  add_text (self, builder, KKR_PROPOSALS_OPERATOR, "operator", "Driftsherre", "Operator");
  add_text (self, builder, KKR_PROPOSALS_PARAGRAPH, "paragraph", "Paragraf", "Paragraph");
  add_numbers (self, builder);
  add_days (self, builder, FALSE, "from", "Garanti fra", "Guarantee from");
  add_days (self, builder, TRUE, "to", "Garanti til og med", "Guarantee to");
  add_verdicts (self, builder);
  kkr_proposals_add_amounts (self, builder, n, get_amount, TRUE);
  mark_refused (self, builder);
  for (guint i = 0; i < n; i++)
    selected[i] = kkr_proposals_get (self, i)->selected != FALSE;
  if (self->weighted)
    kkr_table_builder_add_yes_no (builder, "selected", "I den bedste kombination",
                                  "In the best combination", selected, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static gint64
get_part_amount (const KkrProposals *self, guint row, guint amount)
{
  return g_array_index (self->parts, KkrProposalsPart, row).amounts[amount];
}

KkrTable *
kkr_proposals_build_exposure (const KkrProposals *self, GError **error)
{
  static const char *const keys[] = { "proposal", "from", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
      "exposure", "Mulig fælles underskudsdækning", "Possible joint cover");
  guint n = self->parts->len;
  g_autofree const char **names = g_new0 (const char *, n + 1);
  g_autofree gint32 *from = g_new (gint32, n + 1), *to = g_new (gint32, n + 1);
  g_autofree gint64 *year = g_new (gint64, n + 1), *nth = g_new (gint64, n + 1);
  g_autofree gint64 *days = g_new (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrProposalsPart *part = &g_array_index (self->parts, KkrProposalsPart, i);

      names[i] = kkr_proposals_get (self, part->proposal)->name;
      from[i] = part->from;
      to[i] = part->to;
      year[i] = part->year;
      nth[i] = part->nth + 1;
      days[i] = part->days;
    }
  kkr_table_builder_add_text (builder, "proposal", "Projektforslag", "Proposal", names);
  kkr_table_builder_add_date (builder, "from", "Fra", "From", from, n);
  kkr_table_builder_add_date (builder, "to", "Til og med", "To", to, n);
  kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_NONE, year, n);
  kkr_table_builder_add_int64 (builder, "guarantee-year", "Garantiår", "Year of the guarantee",
                               KKR_UNIT_NONE, nth, n);
  kkr_table_builder_add_int64 (builder, "days", "Døgn", "Days", KKR_UNIT_DAYS, days, n);
  kkr_proposals_add_amounts (self, builder, n, get_part_amount, TRUE);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

/* The row of the table is found again from the calendar year that stands in it. */
static gint64
get_year_amount (const KkrProposals *self, guint row, guint amount)
{
  g_autoptr (GArray) years = kkr_proposals_years (self);
  gint64 sum = 0;

  if (!kkr_proposals_is_known (self, amount))
    return KKR_PROPOSALS_UNKNOWN;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const KkrProposalsPart *part = &g_array_index (self->parts, KkrProposalsPart, i);

      if (part->year == g_array_index (years, int, row))
        sum += part->amounts[amount];
    }
  return sum;
}

KkrTable *
kkr_proposals_build_years (const KkrProposals *self, GError **error)
{
  static const char *const keys[] = { "year", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
      "years", "Mulig fælles underskudsdækning efter år", "Possible joint cover by year");
  g_autoptr (GArray) years = kkr_proposals_years (self);
  g_autofree gint64 *values = g_new (gint64, years->len + 1);

  for (guint i = 0; i < years->len; i++)
    values[i] = g_array_index (years, int, i);
  kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_NONE, values, years->len);
  kkr_proposals_add_amounts (self, builder, years->len, get_year_amount, TRUE);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

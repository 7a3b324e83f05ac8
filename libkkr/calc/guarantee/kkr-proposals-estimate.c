/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>

/* part / 100 * tariff * places * days, times what else is given, rounded once. */
static gboolean
round_amount (const KkrProposals *self, const KkrProposal *proposal, gint64 days,
              const KkrRational *part, const KkrRational *vacancy, gint64 *amount, GError **error)
{
  KkrRational value = KKR_RATIONAL_INT (proposal->tariff);
  const KkrRational places = KKR_RATIONAL_INT (proposal->places);
  const KkrRational n = KKR_RATIONAL_INT (days), hundred = KKR_RATIONAL_INT (100);

  if (kkr_rational_multiply (&value, &places, &value) &&
      kkr_rational_multiply (&value, &n, &value) &&
      kkr_rational_multiply (&value, part, &value) &&
      kkr_rational_divide (&value, &hundred, &value) &&
      (vacancy == NULL || (kkr_rational_multiply (&value, vacancy, &value) &&
                           kkr_rational_divide (&value, &hundred, &value))) &&
      kkr_rational_round (&value, self->rounding, 1, amount))
    return TRUE;
  return kkr_rational_overflow (error, _("the amount"));
}

static gboolean
add_part (KkrProposals *self, guint i, gint32 from, gint32 to, int year, guint nth, GError **error)
{
  KkrProposal *proposal = kkr_proposals_get (self, i);
  const KkrRational *share = &self->terms[KKR_PROPOSALS_SHARE].value;
  KkrProposalsPart part = { i, from, to, year, nth, (gint64) to - from + 1,
                            { KKR_PROPOSALS_UNKNOWN, KKR_PROPOSALS_UNKNOWN,
                              KKR_PROPOSALS_UNKNOWN } };

  if (!round_amount (self, proposal, part.days, share, NULL, &part.amounts[KKR_PROPOSALS_MAXIMUM],
                     error))
    return FALSE;
  if (proposal->vacancy.den != 0 &&
      !round_amount (self, proposal, part.days, share, &proposal->vacancy,
                     &part.amounts[KKR_PROPOSALS_EXPECTED], error))
    return FALSE;
  if (self->n_alternative > 0 &&
      !round_amount (self, proposal, part.days, &self->alternative[nth].value, NULL,
                     &part.amounts[KKR_PROPOSALS_ALTERNATIVE], error))
    return FALSE;
  g_array_append_val (self->parts, part);
  proposal->n_parts++;
  for (guint k = 0; k < KKR_PROPOSALS_N_AMOUNTS; k++)
    if (part.amounts[k] == KKR_PROPOSALS_UNKNOWN)
      proposal->amounts[k] = KKR_PROPOSALS_UNKNOWN;
    else if (__builtin_add_overflow (proposal->amounts[k], part.amounts[k], &proposal->amounts[k]))
      return kkr_rational_overflow (error, _("the amount"));
  return TRUE;
}

/* From a day of commissioning to the end of the year, and from there to the same day of it. */
static gboolean
estimate_proposal (KkrProposals *self, guint i, GError **error)
{
  KkrProposal *proposal = kkr_proposals_get (self, i);
  guint years = (guint) kkr_proposals_term (self, KKR_PROPOSALS_YEARS);
  gint32 from = proposal->start;

  proposal->first = self->parts->len;
  for (guint k = 0; k < KKR_PROPOSALS_N_AMOUNTS; k++)
    proposal->amounts[k] = KKR_PROPOSALS_UNKNOWN;
  if (!proposal->eligible || proposal->start == KKR_DATE_MIN)
    return TRUE;
  for (guint k = 0; k < KKR_PROPOSALS_N_AMOUNTS; k++)
    proposal->amounts[k] = 0;
  for (guint nth = 0; nth < years; nth++)
    {
      gint32 end = kkr_guarantee_expiry (proposal->start, (int) nth + 1, self->leap_day);

      while (from < end)
        {
          int year, month, day;
          gint32 last;

          kkr_date_split (from, &year, &month, &day);
          last = MIN (end - 1, kkr_date_from_parts (year, 12, 31));
          if (!add_part (self, i, from, last, year, nth, error))
            return FALSE;
          from = last + 1;
        }
    }
  return TRUE;
}

gboolean
kkr_proposals_estimate (KkrProposals *self, GError **error)
{
  gint64 sums[KKR_PROPOSALS_N_AMOUNTS] = { 0 };

  for (guint i = 0; i < self->proposals->len; i++)
    {
      const KkrProposal *proposal = kkr_proposals_get (self, i);

      if (!estimate_proposal (self, i, error))
        return FALSE;
      for (guint k = 0; k < KKR_PROPOSALS_N_AMOUNTS; k++)
        if (proposal->amounts[k] != KKR_PROPOSALS_UNKNOWN &&
            __builtin_add_overflow (sums[k], proposal->amounts[k], &sums[k]))
          return kkr_rational_overflow (error, _("the amount"));
    }
  return TRUE;
}

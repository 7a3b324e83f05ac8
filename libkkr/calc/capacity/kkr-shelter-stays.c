/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-shelter-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>

#define CANCEL_STEP 4096

static gint32
year_of (gint32 day)
{
  int year, month, day_of_month;

  kkr_date_split (day, &year, &month, &day_of_month);
  return year;
}

static gint32
new_year (gint32 year)
{
  return kkr_date_from_parts (year, 1, 1);
}

static gboolean
is_transition (const KkrShelterRules *rules, gint32 day)
{
  return rules->has_transition && day >= rules->transition_from && day <= rules->transition_to;
}

gint64
kkr_shelter_get_limit (const KkrShelter *self, gint32 day, gint32 start)
{
  const KkrShelterRules *rules = &self->rules;

  if (day < rules->limit_from)
    return -1;
  return is_transition (rules, rules->by == KKR_TRANSITION_RULE_START ? start : day)
           ? rules->transition_limit : rules->limit;
}

/* The last day that has the limit of `day`, and belongs to its year where years count. */
static gint32
find_end (const KkrShelterRules *rules, KkrRefundRule rule, gint32 day, gint32 last)
{
  if (day < rules->limit_from)
    last = MIN (last, rules->limit_from - 1);
  if (rule == KKR_REFUND_RULE_PERSON_YEAR)
    last = MIN (last, new_year (year_of (day) + 1) - 1);
  if (rule == KKR_REFUND_RULE_WHOLE_STAY || !rules->has_transition
      || rules->by == KKR_TRANSITION_RULE_START)
    return last;
  if (day < rules->transition_from)
    return MIN (last, rules->transition_from - 1);
  return day <= rules->transition_to ? MIN (last, rules->transition_to) : last;
}

static void
count_span (const KkrShelter *self, KkrRefundRule rule, const KkrShelterStay *stay,
            KkrShelterSpan *span)
{
  const gint64 days = (gint64) span->until - span->from + 1;

  span->limit = kkr_shelter_get_limit (self, span->from, stay->chain_from);
  if (rule == KKR_REFUND_RULE_WHOLE_STAY && span->limit >= 0)
    {
      span->limit = kkr_shelter_get_limit (self, stay->chain_until, stay->chain_from);
      span->number = stay->chain_days;
      span->refundable = stay->chain_days <= span->limit ? days : 0;
      return;
    }
  span->number = stay->before + span->from - stay->from + 1;
  if (rule == KKR_REFUND_RULE_PERSON_YEAR && year_of (span->from) != year_of (stay->from))
    span->number = span->from - new_year (year_of (span->from)) + 1;
  span->refundable = span->limit < 0 ? days : CLAMP (span->limit - span->number + 1, 0, days);
}

GArray *
kkr_shelter_split_stay (const KkrShelter *self, KkrRefundRule rule, const KkrShelterStay *stay)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (KkrShelterSpan));
  const gint32 last = MIN (stay->until, self->rules.last);

  for (gint32 day = MAX (stay->from, self->rules.first); day <= last;)
    {
      KkrShelterSpan span = { .from = day, .until = find_end (&self->rules, rule, day, last) };

      count_span (self, rule, stay, &span);
      g_array_append_val (spans, span);
      day = span.until + 1;
    }
  return spans;
}

static gboolean
compute_stay (const KkrShelter *self, KkrRefundRule rule, guint row, KkrShelterStay *stay,
              GError **error)
{
  const gint64 tariff = kkr_sheet_get_amount (self->stays, row, KKR_SHELTER_STAY_TARIFF);
  g_autoptr (GArray) spans = kkr_shelter_split_stay (self, rule, stay);
  KkrRational value, percent = self->rules.percent;

  for (guint i = 0; i < spans->len; i++)
    {
      const KkrShelterSpan *span = &g_array_index (spans, KkrShelterSpan, i);

      stay->days += (gint64) span->until - span->from + 1;
      stay->refundable += span->refundable;
    }
  if (!__builtin_mul_overflow (stay->days, tariff, &stay->gross)
      && kkr_rational_init (&value, (KkrInt128) stay->refundable * tariff, 100)
      && kkr_rational_multiply (&value, &percent, &value)
      && kkr_rational_round (&value, self->rules.mode, self->rules.unit, &stay->refund))
    return TRUE;
  return kkr_rational_overflow (error, _("the amount of a stay"));
}

/* The days of a person's stays so far: of the stay that goes on, and of the year. */
typedef struct {
  gint32 person, until;
  guint first; /* of the chain, in the order */
  gint64 chain_days, year_days;
} Before;

/* A day on which one moves from one shelter to another is one day. */
static gint64
shared_days (const Before *before, gint32 from)
{
  return before->until == from;
}

static void
begin_stay (const KkrShelter *self, KkrRefundRule rule, Before *before, guint at,
            KkrShelterStay *stay)
{
  const guint row = self->order[at];
  const gboolean same = at > 0 && before->person == self->persons[row];
  const gint64 gap = same ? (gint64) stay->from - before->until - 1 : G_MAXINT64;
  const gint64 shared = same ? shared_days (before, stay->from) : 0;
  const gint64 days = (gint64) stay->until - stay->from + 1;

  if (!same || year_of (stay->from) != year_of (before->until))
    before->year_days = 0;
  if (!same || self->rules.join_days < 0 || gap > self->rules.join_days)
    {
      before->first = at;
      before->chain_days = 0;
    }
  else
    before->chain_days -= shared;
  before->year_days -= MIN (shared, before->year_days);
  stay->before = rule == KKR_REFUND_RULE_PERSON_YEAR ? before->year_days : before->chain_days;
  before->person = self->persons[row];
  before->until = stay->until;
  before->chain_days += days;
  before->year_days = year_of (stay->from) == year_of (stay->until)
                        ? before->year_days + days
                        : (gint64) stay->until - new_year (year_of (stay->until)) + 1;
}

/* What all stays of a chain have in common, once its last is known. */
static void
end_chain (const KkrShelter *self, GArray *stays, const Before *before, guint end)
{
  const gint32 from = kkr_shelter_get_from (self, self->order[before->first]);

  for (guint i = before->first; i < end; i++)
    {
      KkrShelterStay *stay = &g_array_index (stays, KkrShelterStay, self->order[i]);

      stay->chain_from = from;
      stay->chain_until = before->until;
      stay->chain_days = before->chain_days;
    }
}

static void
chain_stays (const KkrShelter *self, KkrRefundRule rule, GArray *stays)
{
  Before before = { .person = -1, .until = G_MININT32 };

  for (guint i = 0; i < stays->len; i++)
    {
      KkrShelterStay *stay = &g_array_index (stays, KkrShelterStay, self->order[i]);
      const Before latest = before;

      stay->from = kkr_shelter_get_from (self, self->order[i]);
      stay->until = kkr_shelter_get_until (self, self->order[i]);
      begin_stay (self, rule, &before, i, stay);
      if (i > 0 && before.first == i)
        end_chain (self, stays, &latest, i);
    }
  if (stays->len > 0)
    end_chain (self, stays, &before, stays->len);
}

GArray *
kkr_shelter_compute_stays (const KkrShelter *self, KkrRefundRule rule, GCancellable *cancellable,
                           GError **error)
{
  const guint n = kkr_sheet_get_n_rows (self->stays);
  g_autoptr (GArray) stays = g_array_sized_new (FALSE, TRUE, sizeof (KkrShelterStay), n);

  g_array_set_size (stays, n);
  chain_stays (self, rule, stays);
  for (guint row = 0; row < n; row++)
    {
      if (row % CANCEL_STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (!compute_stay (self, rule, row, &g_array_index (stays, KkrShelterStay, row), error))
        return NULL;
    }
  return g_steal_pointer (&stays);
}

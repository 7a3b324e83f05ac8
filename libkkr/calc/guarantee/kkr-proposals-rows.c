/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>

#define MAX_ROWS 10000
#define MAX_PLACES 100000
#define MAX_DECIMALS 4
#define MAX_WEIGHT 1000000

static const char *const weight_inputs[KKR_PROPOSALS_N_CRITERIA] = {
  "weight-price", "weight-quality", "weight-setting", "weight-shared",
};

const char *
kkr_proposals_criterion_input (guint criterion)
{
  return weight_inputs[criterion];
}

const char *
kkr_proposals_criterion_word (guint criterion, const char *language)
{
  static const char *const danish[] = { "pris", "kvalitet", "fagligt set-up",
                                        "andel pladser til KKR-fællesskabet" };
  static const char *const english[] = { "price", "quality", "professional setting",
                                         "share of places open to the KKR area" };

  return kkr_text_in (language, danish[criterion], english[criterion]);
}

static gboolean
is_weight (const KkrRational *value)
{
  const KkrRational most = KKR_RATIONAL_INT (MAX_WEIGHT);

  return value->num >= 0 && kkr_rational_compare (value, &most) <= 0;
}

void
kkr_proposals_read_weights (KkrProposals *self)
{
  self->weight_sum = KKR_RATIONAL_ZERO;
  for (guint i = 0; i < KKR_PROPOSALS_N_CRITERIA; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *found = NULL;

      self->weights[i] = KKR_RATIONAL_ZERO;
      if (!kkr_calculator_is_assigned (self->calculator, weight_inputs[i]))
        continue;
      self->weighted = TRUE;
      if (kkr_calculator_get_rational (self->calculator, weight_inputs[i], &self->weights[i],
                                       &error) &&
          is_weight (&self->weights[i]) &&
          kkr_rational_add (&self->weight_sum, &self->weights[i], &self->weight_sum))
        continue;
      found = error == NULL ? kkr_message_number (&self->weights[i]) : NULL;
      kkr_proposals_fault (self, weight_inputs[i], G_MAXUINT, 0, KKR_CALC_ERROR_OUT_OF_RANGE,
                           _("no weight: %s found, 0 to %d expected"),
                           found != NULL ? found : error->message, MAX_WEIGHT);
    }
  if (self->weighted && self->weight_sum.num <= 0)
    kkr_proposals_fault (self, weight_inputs[0], G_MAXUINT, 0, KKR_CALC_ERROR_INCONSISTENT,
                         _("no criterion has a weight: 0 found for all, more than 0 expected for "
                           "one of them"));
  self->price_points = (KkrPricePoints) kkr_calculator_get_enum (self->calculator, "price-points");
  self->aim = (KkrSelectionAim) kkr_calculator_get_enum (self->calculator, "aim");
  self->decimals = kkr_calculator_get_int (self->calculator, "points-decimals");
  if (self->decimals < 0 || self->decimals > MAX_DECIMALS)
    kkr_proposals_fault (self, "points-decimals", G_MAXUINT, 0, KKR_CALC_ERROR_OUT_OF_RANGE,
                         _("no such number of decimals: %d found, 0 to %d expected"),
                         self->decimals, MAX_DECIMALS);
}

/* What is said of a row begins with the name of the proposal: rows are sorted and filtered. */
static void
read_percent (KkrProposals *self, guint row, guint column, gboolean may_be_zero,
              const char *name, const KkrRational *fallback, KkrRational *value)
{
  const KkrRational all = KKR_RATIONAL_INT (100);
  g_autofree char *found = NULL;

  *value = fallback != NULL ? *fallback : (KkrRational) { 0, 0 };
  if (!kkr_sheet_has (self->sheet, row, column))
    return;
  *value = kkr_sheet_get_number (self->sheet, row, column);
  if (value->num >= (may_be_zero ? 0 : 1) && kkr_rational_compare (value, &all) <= 0)
    return;
  found = kkr_message_number (value);
  if (may_be_zero)
    kkr_proposals_fault (self, "proposals", row, column, KKR_CALC_ERROR_OUT_OF_RANGE,
                         _("%s: out of range: %s found, 0 to 100 expected"), name, found);
  else
    kkr_proposals_fault (self, "proposals", row, column, KKR_CALC_ERROR_OUT_OF_RANGE,
                         _("%s: no occupancy of a tariff: %s found, more than 0 and at most 100 "
                           "per cent expected"), name, found);
}

static void
read_places (KkrProposals *self, guint row, KkrProposal *proposal)
{
  proposal->places = kkr_sheet_get_whole (self->sheet, row, KKR_PROPOSALS_PLACES);
  proposal->shared = KKR_PROPOSALS_UNKNOWN;
  proposal->tariff = kkr_sheet_get_amount (self->sheet, row, KKR_PROPOSALS_TARIFF);
  if (proposal->places < 1 || proposal->places > MAX_PLACES)
    kkr_proposals_fault (self, "proposals", row, KKR_PROPOSALS_PLACES, KKR_CALC_ERROR_OUT_OF_RANGE,
                         _("%s: no number of places: %lld found, 1 to %d expected"),
                         proposal->name, (long long) proposal->places, MAX_PLACES);
  if (proposal->tariff < 0)
    {
      g_autofree char *found = kkr_message_amount (proposal->tariff);

      kkr_proposals_fault (self, "proposals", row, KKR_PROPOSALS_TARIFF,
                           KKR_CALC_ERROR_OUT_OF_RANGE,
                           _("%s: a negative tariff: %s found, 0 or more expected"),
                           proposal->name, found);
    }
  if (!kkr_sheet_has (self->sheet, row, KKR_PROPOSALS_SHARED_PLACES))
    return;
  proposal->shared = kkr_sheet_get_whole (self->sheet, row, KKR_PROPOSALS_SHARED_PLACES);
  if (proposal->shared < 0 || proposal->shared > proposal->places)
    kkr_proposals_fault (self, "proposals", row, KKR_PROPOSALS_SHARED_PLACES,
                         KKR_CALC_ERROR_INCONSISTENT,
                         _("%s: places open to the KKR area: %lld found, 0 to the %lld of the "
                           "proposal expected"), proposal->name, (long long) proposal->shared,
                         (long long) proposal->places);
}

static void
read_start (KkrProposals *self, guint row, KkrProposal *proposal)
{
  proposal->start = self->start;
  if (kkr_sheet_has (self->sheet, row, KKR_PROPOSALS_COMMISSIONED))
    proposal->start = kkr_sheet_get_date (self->sheet, row, KKR_PROPOSALS_COMMISSIONED);
  proposal->expiry = KKR_DATE_MIN;
  if (proposal->start != KKR_DATE_MIN)
    proposal->expiry = kkr_guarantee_expiry (proposal->start,
                                             (int) kkr_proposals_term (self, KKR_PROPOSALS_YEARS),
                                             self->leap_day);
}

/* What KKR and Socialtilsyn are yet to approve does not refuse a proposal: it is outstanding. */
static void
judge (KkrProposals *self, guint row, KkrProposal *proposal)
{
  const guint later = 1u << KKR_GUARANTEE_CONDITION_KKR_APPROVED |
                      1u << KKR_GUARANTEE_CONDITION_SUPERVISION_APPROVED;
  KkrGuaranteeFacts facts;
  guint refusals, unstated;

  kkr_guarantee_facts_read (&facts, self->sheet, row, KKR_PROPOSALS_FACTS);
  facts.met[KKR_GUARANTEE_CONDITION_CAP] =
      proposal->places <= kkr_proposals_term (self, KKR_PROPOSALS_MAX_PLACES);
  refusals = kkr_guarantee_refusals (&facts, self->first_round, self->unstated_refuses);
  unstated = kkr_guarantee_not_stated (&facts, self->first_round);
  proposal->refusals = refusals & ~later & ~unstated;
  proposal->unstated = unstated & ~later;
  proposal->outstanding = (refusals | unstated) & later;
  proposal->eligible = (refusals & ~later) == 0;
}

static void
read_points (KkrProposals *self, guint row, KkrProposal *proposal)
{
  const guint columns[] = { KKR_PROPOSALS_TARIFF, KKR_PROPOSALS_QUALITY, KKR_PROPOSALS_SETTING,
                            KKR_PROPOSALS_SHARED_PLACES };

  read_percent (self, row, KKR_PROPOSALS_QUALITY, TRUE, proposal->name, NULL,
                &proposal->criteria[KKR_PROPOSALS_BY_QUALITY]);
  read_percent (self, row, KKR_PROPOSALS_SETTING, TRUE, proposal->name, NULL,
                &proposal->criteria[KKR_PROPOSALS_BY_SETTING]);
  for (guint i = 0; i < KKR_PROPOSALS_N_CRITERIA; i++)
    if (self->weights[i].num > 0 && proposal->eligible &&
        !kkr_sheet_has (self->sheet, row, columns[i]))
      kkr_proposals_fault (self, "proposals", row, columns[i], KKR_CALC_ERROR_INCONSISTENT,
                           _("%s: nothing to weigh: a blank cell found, a number expected where "
                             "%s is given"), proposal->name, weight_inputs[i]);
}

static void
read_row (KkrProposals *self, guint row, GHashTable *names)
{
  KkrProposal proposal = { .name = kkr_sheet_get_text (self->sheet, row, KKR_PROPOSALS_PROPOSAL) };

  if (!g_hash_table_add (names, (gpointer) proposal.name))
    kkr_proposals_fault (self, "proposals", row, KKR_PROPOSALS_PROPOSAL,
                         KKR_CALC_ERROR_INCONSISTENT,
                         _("a proposal that was there before: \"%s\" found, each once expected"),
                         proposal.name);
  read_places (self, row, &proposal);
  read_start (self, row, &proposal);
  read_percent (self, row, KKR_PROPOSALS_OCCUPANCY, FALSE, proposal.name, &self->occupancy,
                &proposal.occupancy);
  read_percent (self, row, KKR_PROPOSALS_VACANCY, TRUE, proposal.name, &self->vacancy,
                &proposal.vacancy);
  judge (self, row, &proposal);
  read_points (self, row, &proposal);
  if (proposal.occupancy.den != 0)
    g_array_append_val (self->covered, row);
  g_array_append_val (self->proposals, proposal);
}

void
kkr_proposals_read_rows (KkrProposals *self)
{
  guint n = kkr_sheet_get_n_rows (self->sheet);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  if (n > MAX_ROWS)
    {
      kkr_proposals_fault (self, "proposals", G_MAXUINT, 0, KKR_CALC_ERROR_OUT_OF_RANGE,
                           _("too many proposals: %u found, at most %d expected"), n, MAX_ROWS);
      return;
    }
  for (guint i = 0; i < n; i++)
    read_row (self, i, names);
}

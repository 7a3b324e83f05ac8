/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/calc/guarantee/kkr-guarantee-facts-private.h>
#include <libkkr/calc/guarantee/kkr-guarantee-proposals.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-sheet-private.h>
#include <libkkr/table/kkr-table-builder.h>

G_BEGIN_DECLS

/* Proposals for new places with a deficit guarantee, as they lie on the table before the decision.
 * What is not known is G_MININT64, or a fraction of denominator 0. */

#define KKR_PROPOSALS_UNKNOWN G_MININT64
#define KKR_PROPOSALS_MAX_YEARS 50

/* Columns of the table `proposals`. */
enum {
  KKR_PROPOSALS_PROPOSAL,
  KKR_PROPOSALS_OFFER,
  KKR_PROPOSALS_OPERATOR,
  KKR_PROPOSALS_PARAGRAPH,
  KKR_PROPOSALS_PLACES,
  KKR_PROPOSALS_SHARED_PLACES,
  KKR_PROPOSALS_TARIFF,
  KKR_PROPOSALS_COMMISSIONED,
  KKR_PROPOSALS_OCCUPANCY,
  KKR_PROPOSALS_VACANCY,
  KKR_PROPOSALS_QUALITY,
  KKR_PROPOSALS_SETTING,
  KKR_PROPOSALS_FACTS,
};

/* Of the table `need`. */
enum {
  KKR_PROPOSALS_NEED_YEAR,
  KKR_PROPOSALS_NEED_LOW,
  KKR_PROPOSALS_NEED_HIGH,
};

typedef enum {
  KKR_PROPOSALS_SHARE,
  KKR_PROPOSALS_YEARS,
  KKR_PROPOSALS_MAX_PLACES,
  KKR_PROPOSALS_TARGET_LOW,
  KKR_PROPOSALS_TARGET_HIGH,
  KKR_PROPOSALS_N_TERMS,
} KkrProposalsTerm;

typedef enum {
  KKR_PROPOSALS_PRICE,
  KKR_PROPOSALS_BY_QUALITY,
  KKR_PROPOSALS_BY_SETTING,
  KKR_PROPOSALS_SHARED,
  KKR_PROPOSALS_N_CRITERIA,
} KkrProposalsCriterion;

/* What an estimate of the payment is of. */
typedef enum {
  KKR_PROPOSALS_MAXIMUM,
  KKR_PROPOSALS_EXPECTED,
  KKR_PROPOSALS_ALTERNATIVE,
  KKR_PROPOSALS_N_AMOUNTS,
} KkrProposalsAmount;

typedef struct {
  KkrRational value;
  KkrFact *fact; /* or NULL */
} KkrProposalsFact;

typedef struct {
  const char *name;
  gint64 places, shared, tariff;
  gint32 start, expiry; /* KKR_DATE_MIN: not known */
  KkrRational occupancy, vacancy;
  guint refusals, unstated, outstanding; /* bits of KkrGuaranteeCondition */
  gboolean eligible;
  guint first, n_parts; /* its rows of the exposure */
  gint64 amounts[KKR_PROPOSALS_N_AMOUNTS];
  KkrRational criteria[KKR_PROPOSALS_N_CRITERIA];
  gint64 points; /* in units of the last decimal */
  guint rank;    /* 0: not ranked */
  gboolean selected;
} KkrProposal;

/* A part of the years of a guarantee that lies in one calendar year and in one year of its own. */
typedef struct {
  guint proposal;
  gint32 from, to;
  int year;
  guint nth; /* from 0 */
  gint64 days;
  gint64 amounts[KKR_PROPOSALS_N_AMOUNTS];
} KkrProposalsPart;

/* The best combination with just so many places. */
typedef struct {
  gint64 places;
  gint64 points;
  gboolean tied;
  gboolean best;
  guint8 *chosen; /* by proposal */
} KkrProposalsSelection;

typedef struct {
  int year;
  gint64 low, high;
  KkrFact *low_fact, *high_fact; /* or NULL */
} KkrProposalsNeed;

typedef struct {
  KkrCalculator *calculator;
  KkrRegister *reg;
  gboolean reporting;
  GError *fault; /* the first */
  KkrSheet *sheet, *need_sheet;
  KkrProposalsFact terms[KKR_PROPOSALS_N_TERMS];
  KkrProposalsFact alternative[KKR_PROPOSALS_MAX_YEARS];
  guint n_alternative; /* 0: there is none */
  KkrLeapDayRule leap_day;
  KkrRoundingMode rounding;
  gboolean first_round, unstated_refuses;
  gint32 start;
  KkrRational occupancy, vacancy;
  KkrRational weights[KKR_PROPOSALS_N_CRITERIA], weight_sum;
  gboolean weighted;
  KkrPricePoints price_points;
  KkrSelectionAim aim;
  int year; /* 0: nothing is taken from the register */
  int decimals, days;
  GArray *occupancies; /* KkrRational */
  GArray *covered; /* guint: proposals whose usual occupancy is known */
  GArray *proposals, *parts, *selections, *needs;
  GPtrArray *notes, *used;
} KkrProposals;

/* Reads the inputs; with `reporting` every fault is reported and the object is there all the same.
 * Without, NULL with the error of the first. */
KkrProposals *kkr_proposals_new (KkrCalculator *calculator, gboolean reporting, GError **error);
/* All inputs but the tables. */
void kkr_proposals_install (KkrCalculatorClass *klass);
void kkr_proposals_free (KkrProposals *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrProposals, kkr_proposals_free)

static inline KkrProposal *
kkr_proposals_get (const KkrProposals *self, guint i)
{
  return &g_array_index (self->proposals, KkrProposal, i);
}

static inline gint64
kkr_proposals_term (const KkrProposals *self, KkrProposalsTerm term)
{
  return (gint64) self->terms[term].value.num;
}

/* `row` G_MAXUINT: of an input that is no table, or of a table as a whole. */
void kkr_proposals_fault (KkrProposals *self, const char *input, guint row, guint column,
                          KkrCalcError code, const char *format, ...) G_GNUC_PRINTF (6, 7);
void kkr_proposals_read_terms (KkrProposals *self);
void kkr_proposals_read_need (KkrProposals *self);
void kkr_proposals_read_rows (KkrProposals *self);
void kkr_proposals_read_weights (KkrProposals *self);
const char *kkr_proposals_criterion_input (guint criterion);
const char *kkr_proposals_criterion_word (guint criterion, const char *language);

gboolean kkr_proposals_estimate (KkrProposals *self, GError **error);
gboolean kkr_proposals_rank (KkrProposals *self, GError **error);
/* What is left of the points when they are printed: 2 decimals are the unit "1/100". */
KkrRational kkr_proposals_points_unit (const KkrProposals *self);
gboolean kkr_proposals_select (KkrProposals *self, GCancellable *cancellable, GError **error);
gint64 kkr_proposals_value (const KkrProposals *self, guint proposal);

void kkr_proposals_add_note (KkrProposals *self, KkrNoteKind kind, const char *danish,
                             const char *english);
void kkr_proposals_note (KkrProposals *self);
void kkr_proposals_tell (KkrProposals *self);

KkrTable *kkr_proposals_build_proposals (const KkrProposals *self, GError **error);
KkrTable *kkr_proposals_build_exposure (const KkrProposals *self, GError **error);
KkrTable *kkr_proposals_build_years (const KkrProposals *self, GError **error);
KkrTable *kkr_proposals_build_summary (const KkrProposals *self, GError **error);
KkrTable *kkr_proposals_build_ranking (const KkrProposals *self, GError **error);
KkrTable *kkr_proposals_build_selection (const KkrProposals *self, GError **error);
KkrTable *kkr_proposals_build_need (const KkrProposals *self, GError **error);
KkrTable *kkr_proposals_build_cover (const KkrProposals *self, GError **error);
KkrTable *kkr_proposals_build_break_even (const KkrProposals *self, GError **error);

KkrDerivation *kkr_proposals_derive (KkrProposals *self, KkrResult *result, const char *column,
                                     gint64 row, GError **error);

void kkr_proposals_explain_columns (KkrCalculatorClass *klass);

G_END_DECLS

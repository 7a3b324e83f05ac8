/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/base/kkr-interval-private.h>
#include <libkkr/calc/checking/kkr-base-search-private.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-sheet-private.h>
#include <libkkr/calc/survey/kkr-survey-analysis.h>

G_BEGIN_DECLS

/* Printed answers of a survey: a distribution is the answers of a group to a question, and all
 * distributions of a group have the same respondents behind them. */

enum {
  KKR_SURVEY_COLUMN_QUESTION,
  KKR_SURVEY_COLUMN_ANSWER,
  KKR_SURVEY_COLUMN_GROUP,
  KKR_SURVEY_COLUMN_SHARE,
  KKR_SURVEY_COLUMN_COUNT,
};
enum {
  KKR_SURVEY_INVITED_RESPONDENT,
  KKR_SURVEY_INVITED_GROUP,
  KKR_SURVEY_INVITED_RESPONSE,
};

typedef enum {
  KKR_SURVEY_FITS,
  KKR_SURVEY_NO_COUNT,  /* no number of the respondents is printed so */
  KKR_SURVEY_OTHER,     /* the count that is given is printed otherwise */
  KKR_SURVEY_SUM,       /* fits by itself, but the answers do not make up the whole */
  KKR_SURVEY_NO_BASE,   /* no number of respondents is known */
} KkrSurveyVerdict;

typedef enum {
  KKR_SURVEY_SUM_EXACT,
  KKR_SURVEY_SUM_ROUNDING,
  KKR_SURVEY_SUM_FAILS,
  KKR_SURVEY_SUM_SEVERAL, /* respondents give several answers */
} KkrSurveySum;

typedef struct {
  const char *question, *answer;
  guint group, distribution;
  guint row;            /* of the table it was read from */
  guint column;         /* of the register's table */
  KkrRational share;    /* a denominator of 0: none */
  gint64 count;         /* -1: none */
  guint value;          /* of the group's search */
  KkrInterval interval; /* of the share */
  int direction;        /* 1 rises, -1 falls */
  gint64 low, high;     /* counts; low above high: none */
  KkrSurveyVerdict verdict;
  gint64 repair;        /* the count that fits instead, or -1 */
} KkrSurveyCell;

typedef struct {
  const char *question;
  guint group, n_cells, n_counts, n_shares;
  KkrRational sum, low, high; /* of the shares, per cent; a denominator of 0: none */
  KkrSurveySum verdict;
  gboolean has_net;
  KkrRational net, net_low, net_high;
  gint64 total; /* of the counts */
  gint64 base;  /* 0: none */
} KkrSurveyDistribution;

typedef struct {
  const char *name;
  guint n_shares;
  int decimals;
  gint64 base;           /* 0: none */
  guint n_flagged;
  GArray *candidates;    /* gint64: bases with as few flags */
  GPtrArray *texts;      /* the different shares as they are printed */
  GHashTable *values;    /* their places by text */
  KkrBaseSearch *search; /* or NULL */
} KkrSurveyGroup;

typedef struct {
  guint group;
  gboolean partly; /* with those who answered in part */
  gint64 asked, answered, full, partial;
} KkrSurveyRate;

typedef struct {
  KkrCalculator *calculator;
  KkrRegister *reg; /* or NULL */
  KkrSheet *answers, *invited;
  KkrTable *table; /* of the register, or NULL */
  KkrRoundingMode mode;
  gboolean several;
  gint64 first_base, last_base;
  gboolean has_answers;
  GHashTable *names;       /* folded: numbers of texts */
  GHashTable *distribution_keys;
  GPtrArray *groups;       /* KkrSurveyGroup */
  GArray *cells;           /* KkrSurveyCell */
  GArray *distributions;   /* KkrSurveyDistribution */
  guint *order;            /* cells by distribution */
  guint *starts;           /* of the distributions in the order, and the end */
  GArray *rates;           /* KkrSurveyRate */
  GPtrArray *rate_groups;  /* names, of the rates */
} KkrSurveyPlan;

#define KKR_SURVEY_MAX_DECIMALS 6
#define KKR_SURVEY_MAX_COUNT 1000000000
/* As many as the search for a base tries. */
#define KKR_SURVEY_MAX_BASE 1000000
#define KKR_SURVEY_NO_NAME "–"

/* NULL with an error; `fault` is the input, or NULL for a table, whose faults are told elsewhere.
 */
KkrSurveyPlan *kkr_survey_new (KkrCalculator *calculator, const char **fault, GError **error);
void kkr_survey_free (KkrSurveyPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrSurveyPlan, kkr_survey_free)

/* Adds a cell to its distribution and group. */
void kkr_survey_add_cell (KkrSurveyPlan *self, const char *question, const char *answer,
                          const char *group, const KkrSurveyCell *cell);
/* Of two numbers in one of 64 bits. */
guint kkr_survey_hash_pair (gconstpointer pair);
/* The number of a text as it is compared. */
guint kkr_survey_number (KkrSurveyPlan *self, const char *text);
gboolean kkr_survey_read_table (KkrSurveyPlan *self, GError **error);
/* "answers, row 3"; of the register: "place-expectations-2022, row 3, nordjylland". */
char *kkr_survey_place (const KkrSurveyPlan *self, const KkrSurveyCell *cell);

static inline KkrSurveyCell *
kkr_survey_get_cell (const KkrSurveyPlan *self, guint i)
{
  return &g_array_index (self->cells, KkrSurveyCell, i);
}

static inline KkrSurveyDistribution *
kkr_survey_get_distribution (const KkrSurveyPlan *self, guint i)
{
  return &g_array_index (self->distributions, KkrSurveyDistribution, i);
}

static inline KkrSurveyGroup *
kkr_survey_get_group (const KkrSurveyPlan *self, guint i)
{
  return self->groups->pdata[i];
}

void kkr_survey_check (KkrCalculator *calculator);
/* Of the inputs together, once they are read. */
void kkr_survey_check_cells (KkrSurveyPlan *self);

/* Precisions, intervals and sums; FALSE with an error where a share has too many decimals. */
gboolean kkr_survey_measure (KkrSurveyPlan *self, GError **error);
/* The decimals of a share, or -1. */
int kkr_survey_count_decimals (const KkrRational *share);
gboolean kkr_survey_find_bases (KkrSurveyPlan *self, GCancellable *cancellable, GError **error);
void kkr_survey_judge (KkrSurveyPlan *self);
void kkr_survey_find_rates (KkrSurveyPlan *self);

KkrTable *kkr_survey_build_distributions (const KkrSurveyPlan *self, GError **error);
KkrTable *kkr_survey_build_shares (const KkrSurveyPlan *self, GError **error);
KkrTable *kkr_survey_build_groups (const KkrSurveyPlan *self, GError **error);
KkrTable *kkr_survey_build_rates (const KkrSurveyPlan *self, GError **error);
KkrTable *kkr_survey_build_missing (const KkrSurveyPlan *self, GError **error);
void kkr_survey_add_notes (const KkrSurveyPlan *self, GPtrArray *notes);
KkrDerivation *kkr_survey_derive (KkrCalculator *calculator, KkrResult *result,
                                  const char *column, gint64 row, GError **error);

/* The cell that is explained. */
typedef struct {
  KkrSurveyPlan *survey;
  KkrTable *table;
  const char *column;
  guint row;
  KkrDerivationBuilder *builder;
} KkrSurveyExplained;

void kkr_survey_explained_add_int (const KkrSurveyExplained *self, const char *id,
                                   const char *danish, const char *english, gint64 value,
                                   KkrUnit unit);
void kkr_survey_explained_add_exact (const KkrSurveyExplained *self, const char *id,
                                     const char *danish, const char *english,
                                     const KkrRational *value, KkrUnit unit);
gboolean kkr_survey_derive_distribution (const KkrSurveyExplained *self);
gboolean kkr_survey_derive_share (const KkrSurveyExplained *self);
gboolean kkr_survey_derive_group (const KkrSurveyExplained *self);

void kkr_survey_analysis_explain_columns (KkrCalculatorClass *klass);

G_END_DECLS

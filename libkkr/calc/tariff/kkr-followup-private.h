/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/base/kkr-interval-private.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-sheet-private.h>
#include <libkkr/calc/tariff/kkr-followup-terms.h>
#include <libkkr/calc/tariff/kkr-index-chain.h>

G_BEGIN_DECLS

/* The follow-up of tariffs: lists of several years are merged into levels, the levels that two
 * years have in common are compared, and the changes are averaged. Texts belong to the sheets. */

/* Columns of the tables that are inputs. */
enum { KKR_LISTS_YEAR, KKR_LISTS_OPERATOR, KKR_LISTS_OFFER, KKR_LISTS_LEVEL, KKR_LISTS_TARIFF,
       KKR_LISTS_WEIGHT, KKR_LISTS_MUNICIPALITY };
enum { KKR_OPERATORS_OPERATOR, KKR_OPERATORS_CHANGE, KKR_OPERATORS_WEIGHT };
enum { KKR_RATES_YEAR, KKR_RATES_RATE };
enum { KKR_REPORTERS_OPERATOR, KKR_REPORTERS_OFFER };
enum { KKR_RENAMES_OPERATOR, KKR_RENAMES_OFFER, KKR_RENAMES_LEVEL, KKR_RENAMES_NEW_OPERATOR,
       KKR_RENAMES_NEW_OFFER, KKR_RENAMES_NEW_LEVEL };
enum { KKR_EFFECTS_YEAR, KKR_EFFECTS_OPERATOR, KKR_EFFECTS_OFFER, KKR_EFFECTS_MUNICIPALITY,
       KKR_EFFECTS_AMOUNT, KKR_EFFECTS_PERCENT };

void kkr_followup_install_inputs (KkrCalculatorClass *klass);
/* Those of the cap and of the reduction. */
void kkr_followup_install_cap_inputs (KkrCalculatorClass *klass);
void kkr_followup_check (KkrCalculator *self);

/* The row of a list in which a level is reported for a year. */
typedef struct {
  guint level;
  guint row;
  int year;
  gint64 tariff; /* øre; G_MININT64: not reported */
  KkrRational weight; /* 1 without weights */
} KkrFollowupReport;

typedef struct {
  guint operator; /* places in the arrays of names */
  guint offer;
  const char *name;
  guint first, n; /* its reports, by year */
} KkrFollowupLevel;

typedef struct {
  guint operator;
  const char *name;
} KkrFollowupOffer;

typedef struct {
  GCancellable *cancellable; /* or NULL; the caller's */
  KkrSheet *sheet, *renames;
  GPtrArray *operators; /* const char *, in the order of the lists */
  GArray *offers; /* KkrFollowupOffer, likewise */
  GArray *levels; /* KkrFollowupLevel, by operator, offer and the order of the lists */
  GArray *reports; /* KkrFollowupReport, by level and year */
  GArray *years; /* int, ascending: those of the lists */
  int base_year, year;
  gboolean has_weights;
  GHashTable *cut; /* keys of operators of whom an offer or more was left out */
} KkrFollowupLists;

/* NULL with the error and the input that it is about. */
KkrFollowupLists *kkr_followup_lists_new (KkrCalculator *calculator, GCancellable *cancellable,
                                          const char **input, GError **error);
void kkr_followup_lists_free (KkrFollowupLists *self);
/* Fills everything but the years. */
gboolean kkr_followup_lists_merge (KkrFollowupLists *self, KkrCalculator *calculator,
                                   const char **input, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrFollowupLists, kkr_followup_lists_free)
/* NULL where the level has no row for the year; with `reported` also where it has no tariff. */
const KkrFollowupReport *kkr_followup_lists_find (const KkrFollowupLists *self, guint level,
                                                  int year, gboolean reported);
const char *kkr_followup_lists_get_operator (const KkrFollowupLists *self, guint level);
const char *kkr_followup_lists_get_offer (const KkrFollowupLists *self, guint level);
/* "Aalborg Kommune, Hjemmet, niveau 2": what there is of it. */
char *kkr_followup_lists_dup_name (const KkrFollowupLists *self, guint level);
/* Whether a column has a cell that is not blank. */
gboolean kkr_followup_has_cells (const KkrSheet *sheet, guint column);
/* "row 3, tariff: operator A, offer B, level 1, year 2023": whom a row of an input is about, by the
 * cells of the columns that are not blank. */
char *kkr_followup_row_words (const KkrSheet *sheet, guint row, guint column);
/* Texts that are the same but for case and blanks have one key; free it. */
char *kkr_followup_fold (const char *text);
char *kkr_followup_key (const char *a, const char *b, const char *c);

/* "Thisted Kommune; Region Nordjylland" as keys, with 0 for what was not met so far. */
GHashTable *kkr_followup_read_names (KkrCalculator *calculator, const char *input);
/* An error for a name that was not met, and those of `known` (texts) that come near it. */
gboolean kkr_followup_check_names (GHashTable *names, GPtrArray *known, GError **error);

/* Names that are given new ones. */
typedef struct _KkrFollowupRenames KkrFollowupRenames;
KkrFollowupRenames *kkr_followup_renames_new (KkrSheet *sheet, GError **error);
void kkr_followup_renames_free (KkrFollowupRenames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrFollowupRenames, kkr_followup_renames_free)
gboolean kkr_followup_renames_apply (KkrFollowupRenames *self, const char *names[3],
                                     GError **error);
/* An error for one that no row of the lists was about. */
gboolean kkr_followup_renames_end (KkrFollowupRenames *self, GError **error);

/* The rates of prices and wages, year by year. */
typedef struct {
  KkrCalculator *calculator;
  KkrSheet *sheet;
  KkrRegister *reg;
  const char *series;
  KkrIndexChain chain;
  gboolean has_rate;
  KkrRational rate; /* of the whole span */
  int from, to; /* the span */
  GHashTable *rows; /* year -> row of the sheet + 1 */
  GHashTable *facts; /* year -> KkrFact */
  GPtrArray *used; /* KkrFact */
} KkrFollowupRates;

KkrFollowupRates *kkr_followup_rates_new (KkrCalculator *calculator, const char **input,
                                          GError **error);
void kkr_followup_rates_free (KkrFollowupRates *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrFollowupRates, kkr_followup_rates_free)
gboolean kkr_followup_rates_are_given (const KkrFollowupRates *self);
/* What a krone of the first year is in the other one: 1 without rates. */
gboolean kkr_followup_rates_get (KkrFollowupRates *self, int from, int to, KkrRational *index,
                                 GError **error);
/* The steps that give the same, the last of which is `index`. */
gboolean kkr_followup_rates_add_steps (KkrFollowupRates *self, KkrDerivationBuilder *builder,
                                       int from, int to, GError **error);

/* A level that both years have. */
typedef struct {
  guint level;
  const KkrFollowupReport *before, *after;
  KkrRational deflated; /* kroner at the prices of the base year */
  KkrRational change; /* per cent, rounded to the decimals of levels */
  KkrRational weight;
} KkrFollowupMatch;

/* Levels of an operator or of an offer, or an operator whose change was given. */
typedef struct {
  const char *operator, *offer;
  guint first, n; /* its matches */
  guint n_offers;
  guint row; /* of the input `operators` */
  KkrRational sum; /* of the changes */
  KkrRational change; /* their mean, rounded to the decimals of operators */
  KkrRational weight, product; /* sums of weights, and of weights times changes */
} KkrFollowupGroup;

/* An average of operators: of all, or without one. */
typedef struct {
  int without; /* -1: none */
  guint n;
  KkrRational sum, exact, rounded, median;
  gboolean has_weighted;
  KkrRational weight, product, weighted;
} KkrFollowupAverage;

typedef struct {
  KkrCalculator *calculator;
  KkrFollowupLists *lists; /* NULL where the changes of operators were given */
  KkrSheet *given;
  KkrFollowupRates *rates;
  KkrRational index;
  GArray *matches, *operators, *offers, *averages;
  /* Places of operators by their change, and the places there of the operators. */
  guint *by_size, *ranks;
  gboolean has_weights;
  KkrRoundingMode mode;
  int level_decimals, operator_decimals, decimals;
  GPtrArray *notes;
} KkrFollowup;

KkrFollowup *kkr_followup_new (KkrCalculator *calculator, GCancellable *cancellable,
                               GError **error);
void kkr_followup_free (KkrFollowup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrFollowup, kkr_followup_free)
gboolean kkr_followup_compare (KkrFollowup *self, GError **error);
gboolean kkr_followup_average (KkrFollowup *self, GError **error);
/* The places of the one or two operators in the middle. */
void kkr_followup_find_middle (const KkrFollowup *self, int without, guint middle[2]);
void kkr_followup_add_notes (KkrFollowup *self);
gboolean kkr_followup_round (const KkrRational *value, KkrRoundingMode mode, int decimals,
                             KkrRational *result, GError **error);
/* "1/100" for two decimals. */
char *kkr_followup_rounding_unit (int decimals);
void kkr_followup_add_value (KkrDerivationBuilder *builder, const char *id, const char *danish,
                             const char *english, const KkrRational *value, KkrUnit unit);

/* The operator that an offer belongs to. */
const KkrFollowupGroup *kkr_followup_get_operator_of (const KkrFollowup *self,
                                                      const KkrFollowupGroup *offer);
KkrTable *kkr_followup_build_summary (KkrFollowup *self, GError **error);
KkrTable *kkr_followup_build_operators (KkrFollowup *self, GError **error);
KkrTable *kkr_followup_build_offers (KkrFollowup *self, GError **error);
KkrTable *kkr_followup_build_levels (KkrFollowup *self, GError **error);
KkrTable *kkr_followup_build_problems (KkrFollowup *self, GError **error);
gboolean kkr_followup_derive (KkrFollowup *self, KkrDerivationBuilder *builder, const char *table,
                              const char *column, guint row, GError **error);

gboolean kkr_followup_derive_problem (KkrFollowup *self, KkrDerivationBuilder *builder,
                                      KkrTable *table, const char *column, guint row,
                                      GError **error);

/* The cap: that expenditure per day grows with prices and wages at most. */
typedef struct {
  guint subject;
  const char *operator, *name;
  int from, to;
  /* Of the two years: tariffs times weights in øre, and the weights. */
  KkrRational sums[2], weights[2], per_day[2];
  guint n[2];
  KkrRational index, ceiling, excess, growth, effect, explained, unexplained, degree;
  int effect_row; /* of the input `effects`; -1: none */
  KkrCapStatus status;
} KkrFollowupCapRow;

typedef struct {
  KkrFollowup *followup;
  KkrSheet *effects;
  KkrCapSubject subject;
  gboolean all_levels;
  GHashTable *effect_rows;
  GHashTable *municipalities; /* text -> its name, by the register where there is one */
  GHashTable *municipality_places; /* key -> place + 1 */
  GArray *rows; /* KkrFollowupCapRow, by pair of years */
  guint n_left_out; /* who has no expenditure in one of the years */
} KkrFollowupCap;

/* NULL with the error and the input that it is about. */
KkrFollowupCap *kkr_followup_cap_new (KkrFollowup *followup, const char **input, GError **error);
void kkr_followup_cap_free (KkrFollowupCap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrFollowupCap, kkr_followup_cap_free)
const char *kkr_followup_cap_get_name (const KkrFollowupCap *self,
                                       const KkrFollowupReport *report);
/* A number of its own for each name. */
guint kkr_followup_cap_get_subject (KkrFollowupCap *self, const KkrFollowupReport *report);
const char *kkr_followup_cap_name_municipality (const KkrFollowupCap *self, const char *text);
/* "" unless the cap is one of offers. */
const char *kkr_followup_cap_get_operator (const KkrFollowupCap *self,
                                           const KkrFollowupReport *report);
const KkrFollowupReport *kkr_followup_cap_find (const KkrFollowupCap *self, guint level,
                                                const int years[2], guint i);
/* The effects of a wage agreement; the row of one, or -1. */
gboolean kkr_followup_effects_read (KkrFollowupCap *self, GError **error);
int kkr_followup_effects_find (const KkrFollowupCap *self, const KkrFollowupCapRow *row);
KkrTable *kkr_followup_cap_build (KkrFollowupCap *self, GError **error);
gboolean kkr_followup_cap_derive (KkrFollowupCap *self, KkrDerivationBuilder *builder,
                                  const char *column, guint row, GError **error);

void kkr_followup_note_cap (KkrFollowupCap *self);

/* A reduction whose saving and per cent are printed, or whose two costs are known. */
gboolean kkr_followup_has_reduction (KkrCalculator *calculator);
gboolean kkr_followup_check_reduction (KkrCalculator *calculator, const char **input,
                                       GError **error);
KkrTable *kkr_followup_build_reduction (KkrCalculator *calculator, GError **error);
gboolean kkr_followup_derive_reduction (KkrCalculator *calculator, KkrDerivationBuilder *builder,
                                        const char *column, guint row, GError **error);

void kkr_followup_explain_columns (KkrCalculatorClass *klass);

G_END_DECLS

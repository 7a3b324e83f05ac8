/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-apportionment.h>
#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/base/kkr-rational-private.h>
#include <libkkr/calc/kkr-calculator.h>
#include <libkkr/model/kkr-arrangement.h>
#include <libkkr/register/kkr-fact.h>
#include <libkkr/register/kkr-register.h>
#include <libkkr/table/kkr-table-builder.h>

G_BEGIN_DECLS

/* One year of an arrangement of joint financing: who pays, by what key, how much. */

typedef struct {
  KkrMunicipality *municipality;
  KkrFact *weight;
  KkrFact *own_use; /* NULL unless a part of the budget follows own use */
  KkrRational share;
} KkrFinancingPayer;

typedef struct {
  int year;
  KkrRegister *reg;
  KkrArrangement *arrangement;
  GArray *payers; /* of KkrFinancingPayer, by municipality code */
  KkrFact *budget_fact; /* NULL when the budget was given */
  gint64 budget;
  char *price_level;   /* asked for: "nominal" or a year */
  GPtrArray *volumes;  /* of KkrFact: what the average price is per */
  KkrRational equal;    /* the part that is shared equally, of what does not follow own use */
  KkrRational own_use;  /* the part that follows own use */
  KkrRational weight_sum;
  KkrRational own_use_sum;
  gint64 *weights; /* for the kernel: whole numbers in proportion to the shares */
  KkrApportionment *amounts;
} KkrFinancingYear;

/* Loads and computes a year. The budget is the calculator's input where `own_budget`, and else the
 * register's at the price level. NO_DATA names everything that is not known. */
KkrFinancingYear *kkr_financing_year_load (KkrCalculator *calculator, int year,
                                           gboolean own_budget, const char *price_level,
                                           GError **error);
void kkr_financing_year_free (KkrFinancingYear *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrFinancingYear, kkr_financing_year_free)

KkrFinancingPayer *kkr_financing_year_get_payer (KkrFinancingYear *self, guint row);
/* The row of a municipality; -1 if it does not pay that year. */
int kkr_financing_year_find (KkrFinancingYear *self, KkrMunicipality *municipality);
gint64 kkr_financing_year_get_amount (KkrFinancingYear *self, guint row);
/* TRUE when nothing is shared equally or by own use, so that a rate per weight explains all. */
gboolean kkr_financing_year_is_plain (KkrFinancingYear *self);
/* Units for the average price; FALSE where the arrangement names none. */
gboolean kkr_financing_year_get_volume (KkrFinancingYear *self, KkrRational *volume);

/* The year itself, and the one it is compared with: NULL without an error where nobody asked for
 * it and it lacks figures, or cannot be shared by the inputs of the year itself (`unfit`). */
KkrFinancingYear *kkr_financing_load_main (KkrCalculator *calculator, GError **error);
KkrFinancingYear *kkr_financing_load_other (KkrCalculator *calculator, gboolean *unfit,
                                            GError **error);

/* The columns that name them. */
void kkr_financing_add_payers (KkrTableBuilder *builder, KkrMunicipality *const *municipalities,
                               gsize n);
void kkr_financing_add_municipalities (KkrTableBuilder *builder, KkrFinancingYear *year);
KkrTable *kkr_financing_make_table (KkrFinancingYear *year, GError **error);
/* Whether the same municipalities pay in both years. */
gboolean kkr_financing_same_payers (KkrFinancingYear *before, KkrFinancingYear *after);
KkrTable *kkr_financing_make_change (KkrFinancingYear *before, KkrFinancingYear *after,
                                     GError **error);
KkrTable *kkr_financing_make_key_figures (KkrFinancingYear *before, KkrFinancingYear *after,
                                          GError **error);
/* What the table of change shows of one row; FALSE with OVERFLOW. */
typedef struct {
  int row_before; /* -1: did not pay before */
  gint64 before;
  gint64 amount;
  gint64 change;
  gint64 rate_effect;
  gint64 volume_effect;
  KkrRational percent;
  gboolean has_percent;
  gboolean has_effects;
} KkrFinancingChange;

gboolean kkr_financing_change (KkrFinancingYear *before, KkrFinancingYear *after, guint row,
                               KkrFinancingChange *change, GError **error);
/* 100 * (after - before) / before. */
gboolean kkr_financing_growth (const KkrRational *before, const KkrRational *after,
                               KkrRational *percent);
/* Kroner per weight, and the average price in øre before its rounding. */
gboolean kkr_financing_year_get_rate (KkrFinancingYear *self, KkrRational *rate);
gboolean kkr_financing_year_get_average (KkrFinancingYear *self, KkrRational *average);

void kkr_financing_add_notes (GPtrArray *notes, KkrCalculator *calculator, KkrFinancingYear *year);
/* Those of them that do not depend on how the budget was shared. */
void kkr_financing_add_notes_on_facts (GPtrArray *notes, KkrFinancingYear *year);
/* Why there is no comparison with a year that nobody asked for: it cannot be shared by the inputs
 * of the year itself, or the change does not fit, or else figures are lacking. */
void kkr_financing_add_left_out_note (GPtrArray *notes, int year, gboolean unfit,
                                      gboolean too_large);
/* What has to be known of the year that is compared with. */
void kkr_financing_add_notes_before (GPtrArray *notes, KkrFinancingYear *before);
/* That facts of either year were assumed; `before` may be NULL. */
void kkr_financing_add_assumed_note (GPtrArray *notes, KkrFinancingYear *year,
                                     KkrFinancingYear *before);

KkrDerivation *kkr_financing_derive (KkrCalculator *calculator, KkrResult *result,
                                     const char *column, gint64 row, GError **error);

G_END_DECLS

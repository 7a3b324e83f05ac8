/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-rational-private.h>
#include <libkkr/calc/kkr-batch-private.h>
#include <libkkr/table/kkr-table-builder.h>

G_BEGIN_DECLS

/* The tariff model of the socialtilsyn: one unrounded base a service, a factor a cell, and each
 * tariff rounded once to whole kroner. The base is either known exactly, or only as the interval
 * [lower, upper) of all bases that round to the printed tariffs. */

typedef enum {
  KKR_TARIFF_SUPERVISION,
  KKR_TARIFF_APPROVAL,
  KKR_TARIFF_SIGNIFICANT_CHANGE,
  KKR_TARIFF_INTENSIFIED,
  KKR_TARIFF_BPA_SUPERVISION,
  KKR_TARIFF_BPA_APPROVAL,
  KKR_TARIFF_BPA_SIGNIFICANT_CHANGE,
  KKR_TARIFF_N_SERVICES,
} KkrTariffService;

/* The base of the three BPA fees is the hourly price. */
#define KKR_TARIFF_HOURLY_PRICE KKR_TARIFF_BPA_SUPERVISION
#define KKR_TARIFF_N_BASES (KKR_TARIFF_HOURLY_PRICE + 1)
#define KKR_TARIFF_N_GROUPS 4
#define KKR_TARIFF_NO_GROUP KKR_TARIFF_N_GROUPS
#define KKR_TARIFF_MAX_CELLS (2 * KKR_TARIFF_N_GROUPS)
/* Four services of offers in each group, and three fees. */
#define KKR_TARIFF_MAX_ROWS (4 * KKR_TARIFF_N_GROUPS + 3)
/* BPA: hours of supervision, which a significant change takes too, and of an approval. */
#define KKR_TARIFF_N_HOURS 2

/* A printed tariff, in øre, and the factor that its base was multiplied by. */
typedef struct {
  KkrTariffService service;
  guint group;
  gint64 printed;
  KkrRational factor;
  KkrFact *fact; /* NULL for an input */
} KkrTariffCell;

typedef enum {
  KKR_TARIFF_WAY_NONE,
  KKR_TARIFF_WAY_GIVEN,
  KKR_TARIFF_WAY_BUDGET,
  KKR_TARIFF_WAY_PRINTED,
  KKR_TARIFF_WAY_BY_ROW, /* another one in each scenario of a batch */
} KkrTariffWay;

/* The inputs that a batch takes as whole columns, as the bits of KkrTariffPlan.by_row. */
enum {
  KKR_TARIFF_ROW_BUDGET,
  KKR_TARIFF_ROW_OTHER_INCOME,
  KKR_TARIFF_ROW_PRINTED, /* and those of the other groups */
  KKR_TARIFF_ROW_OFFERS = KKR_TARIFF_ROW_PRINTED + KKR_TARIFF_N_GROUPS,
  KKR_TARIFF_N_ROW_INPUTS = KKR_TARIFF_ROW_OFFERS + KKR_TARIFF_N_GROUPS,
};
/* The bits of all groups. */
#define KKR_TARIFF_ROW_MASK(first) (((1u << KKR_TARIFF_N_GROUPS) - 1) << (first))

typedef struct {
  KkrTariffWay way;
  KkrRational exact; /* kr.; GIVEN and BUDGET */
  KkrFact *fact;     /* of the exact base or the budget; NULL for an input */
  KkrTariffCell cells[KKR_TARIFF_MAX_CELLS];
  guint n_cells;
  KkrRational lower, upper;     /* kr.; PRINTED */
  guint lower_cell, upper_cell; /* the cells that set them */
} KkrTariffBase;

void kkr_tariff_base_add_cell (KkrTariffBase *self, const KkrTariffCell *cell);
gboolean kkr_tariff_base_settle (KkrTariffBase *self, GError **error);
/* The printed tariffs contradict each other. */
gboolean kkr_tariff_base_is_empty (const KkrTariffBase *self);
/* The least and the greatest tariff that some possible base rounds to. */
gboolean kkr_tariff_base_round (const KkrTariffBase *self, const KkrRational *factor,
                                gint64 *lowest, gint64 *highest, GError **error);
void kkr_tariff_base_clear (KkrTariffBase *self);

guint kkr_tariff_group_of (int places);
KkrRational kkr_tariff_weight (guint group);
/* Weight, and for intensified supervision a tenth of it. */
gboolean kkr_tariff_factor (KkrTariffService service, guint group, KkrRational *factor);
guint kkr_tariff_hours_of (KkrTariffService service);

typedef struct {
  KkrTariffService service;
  guint group;
  KkrRational factor;
  KkrTariffService base; /* an index of bases */
  KkrFact *fact;         /* a printed fee that stands as it is */
  gint64 lowest, highest;
  gboolean contradicted;
} KkrTariffRow;

/* What was printed for another year; no fact where nothing was. */
typedef struct {
  gint64 printed;
  KkrFact *fact;
} KkrTariffEarlier;

typedef struct _KkrTariffKnown KkrTariffKnown;

/* All that a result and its derivations are made from. */
typedef struct {
  KkrCalculator *calculator;
  KkrRegister *reg;
  const char *arrangement;
  int year;
  char *valid_on;
  gboolean lowest_group; /* an offer without places belongs to the smallest group */
  guint32 by_row;
  KkrTariffKnown *known; /* of a batch; else NULL */

  KkrTariffBase bases[KKR_TARIFF_N_BASES];
  KkrRational hours[KKR_TARIFF_N_HOURS];
  gboolean has_hours[KKR_TARIFF_N_HOURS];
  KkrFact *hours_facts[KKR_TARIFF_N_HOURS];
  gint64 budget;
  gint64 other_income;
  KkrRational units; /* the weighted number of offers, of those that are not given row by row */

  GArray *rows;
  int compare_year;
  KkrTariffEarlier *earlier; /* of each row; NULL without a year to compare with */
  GPtrArray *notes;
  GPtrArray *used; /* KkrFact */
  GError *first_gap;
} KkrTariffPlan;

KkrTariffPlan *kkr_tariff_plan_new (KkrCalculator *calculator, GError **error);
/* What many scenarios have in common: their tariffs of supervision are left open where the base
 * depends on an input that is given row by row. */
KkrTariffPlan *kkr_tariff_plan_new_by_row (KkrCalculator *calculator, guint32 by_row,
                                           KkrTariffKnown *before, GError **error);
/* What is known already, where that is of the same year and so on. */
KkrTariffKnown *kkr_tariff_known_new (KkrTariffPlan *plan, KkrTariffKnown *before);
void kkr_tariff_known_unref (KkrTariffKnown *self);
/* FALSE for what nobody has asked yet; a gap is the error of a fact that there is not. */
gboolean kkr_tariff_known_get (KkrTariffKnown *self, const char *tail, KkrFact **fact,
                               GError **gap);
void kkr_tariff_known_add (KkrTariffKnown *self, const char *tail, KkrFact *fact,
                           const GError *gap);
void kkr_tariff_plan_free (KkrTariffPlan *self);
void kkr_tariff_plan_tell (KkrTariffPlan *self);
void kkr_tariff_plan_add_note (KkrTariffPlan *self, KkrNoteKind kind, const char *danish,
                               const char *english);
/* What the register has under the arrangement's key and `tail`; no fact is no error. */
gboolean kkr_tariff_plan_look_up (KkrTariffPlan *self, const char *tail, KkrFact **fact,
                                  GError **error);
/* The bases of the tariffs of offers, from the inputs or the register. */
gboolean kkr_tariff_plan_find_bases (KkrTariffPlan *self, GError **error);
/* The printed amount in whole kroner. */
gboolean kkr_tariff_plan_read_printed (KkrFact *fact, gint64 *printed, GError **error);
gboolean kkr_tariff_plan_add_row (KkrTariffPlan *self, KkrTariffService service, guint group,
                                  const KkrRational *factor, KkrTariffService base, GError **error);
gboolean kkr_tariff_plan_add_bpa (KkrTariffPlan *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrTariffPlan, kkr_tariff_plan_free)

/* Finds the tariffs of the year that these are compared with, if there is one. */
gboolean kkr_tariff_plan_compare (KkrTariffPlan *self, GError **error);
void kkr_tariff_plan_clear_earlier (KkrTariffPlan *self);
KkrTable *kkr_tariff_plan_build_growth (KkrTariffPlan *self, GError **error);

void kkr_tariff_check (KkrCalculator *calculator);
KkrTable *kkr_tariff_plan_build_tariffs (KkrTariffPlan *self, GError **error);
/* The columns of a table of tariffs: before the figures, the tariffs, and behind the figures. */
void kkr_tariff_plan_start_table (KkrTariffPlan *self, KkrTableBuilder *builder);
void kkr_tariff_plan_add_tariffs (KkrTariffPlan *self, KkrTableBuilder *builder);
void kkr_tariff_plan_end_table (KkrTariffPlan *self, KkrTableBuilder *builder);
/* Its key columns. */
KkrTable *kkr_tariff_plan_build_keys (KkrTariffPlan *self, GError **error);
KkrTable *kkr_tariff_plan_build_bases (KkrTariffPlan *self, GError **error);
/* The base in a row of that table. */
const KkrTariffBase *kkr_tariff_plan_get_base_row (KkrTariffPlan *self, guint row);
KkrDerivation *kkr_tariff_plan_derive (KkrTariffPlan *self, KkrResult *result, const char *column,
                                       gint64 row, GError **error);

extern const KkrBatchClass kkr_tariff_batch;

/* "Tilsyn", "supervision"; the service KKR_TARIFF_N_SERVICES is the hourly price. */
const char *kkr_tariff_service_title (KkrTariffService service, const char *language);
const char *kkr_tariff_service_id (KkrTariffService service);
/* "8-24 pladser"; the smallest group depends on the rule for 0 places. */
const char *kkr_tariff_group_title (KkrTariffPlan *self, guint group, const char *language);
/* "Tilsyn, 8-24 pladser". */
char *kkr_tariff_cell_title (KkrTariffPlan *self, KkrTariffService service, guint group,
                             const char *language);

G_END_DECLS

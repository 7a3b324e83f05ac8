/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/base/kkr-claim-verdict.h>
#include <libkkr/calc/checking/kkr-printed-table-private.h>
#include <libkkr/calc/checking/kkr-reconciliation.h>

G_BEGIN_DECLS

/* A printed table as the search for relations sees it: whole numbers of a common unit, so that a
 * hypothesis costs a few additions. A relation found in the rows of each column is found in the
 * columns of each row by the same code, over a view that is turned. */

typedef enum {
  KKR_LABEL_TOTAL = 1 << 0,   /* "I alt", "Hele landet" */
  KKR_LABEL_PART = 1 << 1,    /* "heraf": a part of what stands above, which is not added again */
  KKR_LABEL_MEAN = 1 << 2,    /* "Gennemsnit" */
  KKR_LABEL_PERCENT = 1 << 3, /* "pct.", "Andel" */
  KKR_LABEL_CHANGE = 1 << 4,  /* "Ændring", "Stigning" */
  KKR_LABEL_SHARE = 1 << 5,   /* "Andel", "Fordeling" */
  KKR_LABEL_RATE = 1 << 6,    /* "pr. plads", "Takst" */
  KKR_LABEL_MONEY = 1 << 7,
  KKR_LABEL_COUNT = 1 << 8,
  KKR_LABEL_NET = 1 << 9,     /* "Netto", "Balance": a difference of totals */
  KKR_LABEL_YEAR = 1 << 10,
  KKR_LABEL_HEADER = 1 << 11, /* no number stands on the line */
  KKR_LABEL_BARE = 1 << 14,   /* "I alt" and nothing else */
  KKR_LABEL_MAYBE = 1 << 15,  /* "Alle aldre": a total, or one of several things */
  KKR_LABEL_PERIOD = 1 << 16, /* "1. kvartal": a total of months, or a part of the year */
  KKR_LABEL_REST = 1 << 13,   /* "Øvrige": what is left of a whole */
  KKR_LABEL_OUT = 1 << 12,    /* "Afgang": what leaves a stock */
} KkrLabelFlags;

guint kkr_label_find_flags (const char *label);

typedef struct {
  gint64 value; /* all three in units of 1 / grid->scale */
  gint64 lower;
  gint64 upper;
  gboolean has_value;
  gboolean is_unknown; /* suppressed: nothing can be said of its sums */
  gboolean has_lower;
  gboolean has_upper;
  gboolean lower_included;
  gboolean upper_included;
  gboolean is_whole; /* printed without decimals, so that it may be a count */
  gboolean is_percent;
  gboolean is_money; /* as the cell itself says */
  gboolean is_count; /* nobody rounded it */
} KkrReconCell;

/* Which of the whole numbers are taken for counts. */
typedef enum {
  KKR_RECON_AS_ROUNDED,
  KKR_RECON_AS_COUNTS,
  KKR_RECON_AS_READ,
} KkrReconMode;

typedef struct {
  const char *label;
  char *fold;
  guint flags;
} KkrReconLine;

/* What the figures of a line are said to be made of. */
typedef enum {
  KKR_RECON_SUM,     /* the sum of the terms with their signs */
  KKR_RECON_MEAN,    /* that sum over their number */
  KKR_RECON_RATIO,   /* factor * terms[0] / terms[1] */
  KKR_RECON_PRODUCT, /* terms[0] * terms[1] / factor */
  KKR_RECON_GROWTH,  /* 100 * (terms[1] - terms[0]) / terms[0], times the sign */
  KKR_RECON_SHARE,   /* 100 * terms[0] / the base: the sum of that line over the base lanes */
  KKR_RECON_HUNDRED, /* 100 is the sum of the terms; there is no target */
  KKR_RECON_SAME,    /* terms[0] over again */
} KkrReconForm;

/* A hypothesis that stands: of a line, over all lanes. Lines are rows when `by_rows`. */
typedef struct {
  KkrReconForm form;
  gboolean by_rows;
  gboolean by_word; /* a label speaks for it */
  gboolean is_apportioned; /* shares that are rounded together to make up 100 */
  guint target;     /* a line */
  guint *terms;
  gint8 *signs;
  guint n_terms;
  gint64 factor;
  guint *base; /* the lanes of the base of shares; NULL for a hidden base */
  guint n_base;
  /* A base that no cell holds, as an interval of fractions (in table units). */
  KkrRational base_lower, base_upper;
  guint8 *is_member; /* by line: whether the target or a term stands there */
} KkrReconFamily;

typedef struct {
  KkrReconFamily *family;
  guint lane;
  KkrClaimVerdict counted; /* as if whole numbers were counts */
  KkrClaimVerdict rounded; /* as if they were rounded */
  KkrClaimVerdict verdict;
  gboolean is_rounded; /* none of its whole numbers is taken for a count */
  gboolean is_together; /* possible only since it was rounded together with others */
  guint group;         /* of those that one cell explains, from 1; 0 for none */
  guint index;         /* where it stood before it was grouped */
} KkrReconRelation;

typedef struct {
  guint row;
  guint column;
  KkrRational value;     /* the least change that mends */
  GArray *mends;         /* guint: indexes of relations */
  guint changes;         /* digits that differ */
  guint group;
} KkrReconRepair;

typedef struct {
  KkrPrintedTable *printed;
  guint n_rows;
  guint n_columns;
  KkrReconCell *cells;
  gint64 scale;
  guint decimals;
  KkrReconLine *rows;
  KkrReconLine *columns;
  guint title_flags;
  GPtrArray *families;
  GArray *relations; /* KkrReconRelation, the worst first */
  GArray *repairs;   /* KkrReconRepair */
  KkrFigureReading reading;
  guint n_groups;    /* of what fails */
  gboolean is_cut;   /* not all was tried */
  gint64 budget;     /* how much more may be tried */
  GCancellable *cancellable;
} KkrRecon;

KkrRecon *kkr_recon_new (const char *text, const char *decimal_sign, KkrFigureReading reading,
                         GCancellable *cancellable, GError **error);
void kkr_recon_free (KkrRecon *recon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrRecon, kkr_recon_free)

/* The table, or the table turned. */
typedef struct {
  KkrRecon *recon;
  gboolean by_rows;
  guint n_lines;
  guint n_lanes;
  KkrReconLine *lines;
  KkrReconLine *lanes;
} KkrReconView;

KkrReconView kkr_recon_view (KkrRecon *recon, gboolean by_rows);

static inline const KkrReconCell *
kkr_recon_at (const KkrReconView *view, guint line, guint lane)
{
  return view->by_rows ? &view->recon->cells[line * view->recon->n_columns + lane]
                       : &view->recon->cells[lane * view->recon->n_columns + line];
}

/* Counts work; FALSE once it is used up or cancelled. */
gboolean kkr_recon_spend (KkrRecon *recon, guint64 work);

KkrReconFamily *kkr_recon_family_new (KkrReconForm form, const KkrReconView *view, guint target,
                                      const guint *terms, guint n_terms);
void kkr_recon_family_free (KkrReconFamily *family);
/* Keeps a family unless one says the same of the same lines. */
gboolean kkr_recon_keep (KkrRecon *recon, KkrReconFamily *family);

/* What can be said of a family in one lane. UNSET: nothing, since a figure is missing. `bits` is
 * how unlikely it was to hold by chance, in bits; may be NULL. */
KkrClaimVerdict kkr_recon_try (const KkrReconView *view, const KkrReconFamily *family, guint lane,
                               KkrReconMode mode, guint *bits);

typedef struct {
  guint n_held;
  guint n_failed;
  guint bits; /* of those that held */
} KkrReconVotes;

KkrReconVotes kkr_recon_vote (const KkrReconView *view, const KkrReconFamily *family,
                              guint max_failed);

/* The parts of the search; each keeps the families it finds. */
void kkr_recon_find_totals (const KkrReconView *view);
void kkr_recon_find_parts (const KkrReconView *view);
void kkr_recon_find_hundreds (const KkrReconView *view);
void kkr_recon_find_formulas (const KkrReconView *view);
void kkr_recon_find_shares (const KkrReconView *view);
void kkr_recon_find_same (const KkrReconView *view);
/* A lane whose figures do not add up: rates, growth. */
gboolean kkr_recon_is_near_hundred (const KkrReconView *view, const KkrReconFamily *family,
                                    guint lane);
gboolean kkr_recon_lane_adds (const KkrReconView *view, const KkrReconFamily *family, guint lane);

gboolean kkr_recon_is_slip (KkrInt128 printed, KkrInt128 meant);
gboolean kkr_recon_has_slip (const KkrReconView *view, const KkrReconFamily *family, guint lane);

/* Whether all shares of the family are what they are by largest remainders. */
gboolean kkr_recon_is_apportioned (KkrRecon *recon, const KkrReconFamily *family);
void kkr_recon_judge (KkrRecon *recon);
/* Which whole numbers are counts, as far as is known. */
void kkr_recon_read_cells (KkrRecon *recon);
void kkr_recon_find_repairs (KkrRecon *recon);
void kkr_recon_group_repairs (KkrRecon *recon);
/* What one of the last digits of a column is worth, where it is printed most precisely. */
gint64 kkr_recon_find_grain (const KkrRecon *recon, guint column);

/* The exact figures of a relation, in the units of the table. FALSE when they do not fit. */
typedef struct {
  KkrRational printed;
  KkrRational computed;
  KkrRational difference; /* printed - computed */
  KkrRational slack;      /* what rounding of the figures can explain at most, or 0 */
  gboolean has_slack;
} KkrReconFigures;

gboolean kkr_recon_measure (const KkrRecon *recon, const KkrReconRelation *relation,
                            KkrReconFigures *figures);
/* What the figure is divided or multiplied from, and what that gives. */
gboolean kkr_recon_find_operands (const KkrRecon *self, const KkrReconRelation *relation,
                                  KkrRational *first, KkrRational *second);
gboolean kkr_recon_combine (const KkrReconFamily *family, const KkrRational *first,
                            const KkrRational *second, KkrRational *result);
void kkr_recon_sort (KkrRecon *self);
void kkr_recon_locate (const KkrReconRelation *relation, guint line, guint *row, guint *column);

/* The label of a row or heading of a column, or its number. */
char *kkr_recon_name_line (const KkrRecon *self, gboolean row, guint line, const char *language);
char *kkr_recon_describe (const KkrRecon *recon, const KkrReconRelation *relation,
                          const char *language);
char *kkr_recon_place_group (const KkrRecon *recon, const KkrReconRelation *relation,
                             const char *language);
char *kkr_recon_place (const KkrRecon *recon, guint row, guint column, const char *language);

KkrTable *kkr_recon_build_relations (const KkrRecon *recon, GError **error);
KkrTable *kkr_recon_build_repairs (const KkrRecon *recon, GError **error);
KkrTable *kkr_recon_build_rules (const KkrRecon *recon, GError **error);
GPtrArray *kkr_recon_dup_notes (const KkrRecon *recon);
KkrDerivation *kkr_recon_derive (const KkrRecon *recon, const char *column, guint row,
                                 const char *key, GError **error);

G_END_DECLS

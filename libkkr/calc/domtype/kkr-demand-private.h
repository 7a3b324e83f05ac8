/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/domtype/kkr-dom-type-demand.h>
#include <libkkr/calc/domtype/kkr-sector.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-sheet-private.h>
#include <libkkr/model/kkr-dom-type.h>

G_BEGIN_DECLS

/* Judgements, placements and places, counted. */

#define KKR_DEMAND_N_TYPES 5
#define KKR_DEMAND_N_SECTORS 5
/* Of one cell: sums of as many rows as there can be fit into 64 bits. */
#define KKR_DEMAND_MAX_COUNT 1000000000
/* What is not said. */
#define KKR_DEMAND_UNKNOWN G_MININT64

enum {
  KKR_DEMAND_YEAR,
  KKR_DEMAND_DOM_TYPE,
  KKR_DEMAND_PERSONS,
  KKR_DEMAND_MUNICIPALITY,
};
enum {
  KKR_DEMAND_PARAGRAPH,
  KKR_DEMAND_PLACED,
};
enum {
  KKR_DEMAND_SUPPLY_MUNICIPALITY,
  KKR_DEMAND_SUPPLY_SECTOR,
  KKR_DEMAND_SUPPLY_OFFERS,
  KKR_DEMAND_SUPPLY_PLACES,
};

/* Which judgements and places are set against each other. */
typedef enum {
  KKR_DEMAND_PERIOD,  /* all years together */
  KKR_DEMAND_AVERAGE, /* the mean of the years */
  KKR_DEMAND_LATEST,  /* the last year */
  KKR_DEMAND_N_READINGS,
} KkrDemandReading;
typedef enum {
  KKR_DEMAND_USABLE, /* places that no practical rule rules out */
  KKR_DEMAND_ALL_PLACES,
  KKR_DEMAND_N_SCOPES,
} KkrDemandScope;

/* How a count is marked where it may point at somebody. */
typedef enum {
  KKR_DEMAND_OPEN,
  KKR_DEMAND_SMALL,
  KKR_DEMAND_REVEALING, /* a small number can be worked out with it */
} KkrDemandMark;

typedef struct {
  char *name;
  int code; /* G_MAXINT without one */
  gint64 types[KKR_DEMAND_N_TYPES];
} KkrDemandMunicipality;

typedef struct {
  char *key;   /* "108", or a text as it was written first */
  char *label; /* "§ 108" */
  gint64 persons;
} KkrDemandPlacement;

typedef struct {
  guint municipality;
  int sector; /* KkrSector */
  gint64 offers; /* or UNKNOWN */
  gint64 places;
} KkrDemandSupply;

typedef struct {
  KkrCalculator *calculator;
  KkrRegister *reg;
  gboolean reporting;
  GError *fault;
  KkrSheet *judgements, *placements, *supply; /* NULL where one cannot be read */
  gboolean judged_by_register, placed_by_register, supplied_by_register;

  guint types; /* bits: 1 << (type - 1) of those who are judged to placement */
  guint usable_sectors; /* bits: 1 << KkrSector */
  KkrDomTypeRule *sector_rule; /* the practical rule that rules sectors out, or NULL */
  int decimals;
  KkrRoundingMode rounding;
  gint64 threshold;

  GArray *years;  /* int, ascending */
  gint64 *counts; /* years x N_TYPES */
  gint64 n_judged; /* of all years, also those that are left out */
  guint n_left_out; /* rows */
  guint n_filled;   /* types and years that no row is about */
  gboolean has_municipalities;
  GArray *municipalities; /* KkrDemandMunicipality */
  GHashTable *municipality_of; /* folded text -> number */
  GArray *placed;  /* KkrDemandPlacement, most persons first */
  gint64 n_placed;
  GArray *supplied; /* KkrDemandSupply, by municipality and sector */
  GPtrArray *notes;
  GPtrArray *used; /* KkrFact */
} KkrDemand;

/* NULL with an error where an input is at fault, or, when `reporting`, always a demand. */
KkrDemand *kkr_demand_new (KkrCalculator *calculator, gboolean reporting, GError **error);
void kkr_demand_free (KkrDemand *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrDemand, kkr_demand_free)
/* `sheet` may be NULL: the whole input. */
void kkr_demand_fault (KkrDemand *self, const char *input, KkrSheet *sheet, guint row, guint column,
                       KkrCalcError code, const char *format, ...) G_GNUC_PRINTF (7, 8);
void kkr_demand_note (KkrDemand *self, KkrNoteKind kind, const char *danish, const char *english);
gboolean kkr_demand_has_type (const KkrDemand *self, guint type);
gint64 kkr_demand_count (const KkrDemand *self, guint year, guint type);
/* FALSE, and a fault, where the cell is blank, negative or too large. */
gboolean kkr_demand_read_count (KkrDemand *self, const char *input, KkrSheet *sheet, guint row,
                                guint column, gint64 *count);
/* The number of a municipality; NULL: not stated. G_MAXUINT and an error where the register has no
 * such municipality. */
guint kkr_demand_find_municipality (KkrDemand *self, const char *text, GError **error);
/* Those of all rows; G_MAXUINT, and a fault, where the register has none. */
guint *kkr_demand_read_municipalities (KkrDemand *self, const char *input, KkrSheet *sheet,
                                       guint column);
const KkrDemandMunicipality *kkr_demand_get_municipality (const KkrDemand *self, guint number);

/* Bits of `types`; the first part that is no dom-type is `wrong`, if asked for. */
guint kkr_demand_parse_types (const char *text, char **wrong);
/* Bits of `usable_sectors`, by the rules of the types judged to placement. */
guint kkr_demand_find_usable_sectors (KkrCalculator *calculator, KkrDomTypeRule **restriction);
void kkr_demand_read_rules (KkrDemand *self);
void kkr_demand_read_judgements (KkrDemand *self);
void kkr_demand_read_placements (KkrDemand *self);
void kkr_demand_read_supply (KkrDemand *self);

/* The newest fact of a key that was known; NULL without one. */
KkrFact *kkr_demand_newest_fact (KkrCalculator *calculator, KkrRegister *reg, const char *key);
/* A count of the register, or UNKNOWN; the fact is added to `used`. */
gint64 kkr_demand_use_fact (KkrDemand *self, const char *input, const char *key);

/* Marks of values in rows and columns with their sums: (n_rows + 1) x (n_columns + 1), the sums in
 * the last row and column. Without columns they are a list and its sum. The sum of all is never
 * marked. */
void kkr_demand_mark (const gint64 *values, guint n_rows, guint n_columns, gint64 threshold,
                      guint8 *marks);
/* Adds to marks that are there what it takes to keep their numbers from being worked out. */
void kkr_demand_mark_more (const gint64 *values, guint n_rows, guint n_columns, guint8 *marks);
#define KKR_DEMAND_MAX_WIDTH (KKR_DEMAND_N_TYPES + 1)

/* 100 * part / whole; denominator 0 where there is no whole. */
KkrRational kkr_demand_percent (gint64 part, gint64 whole);
KkrRational kkr_demand_round (const KkrDemand *self, const KkrRational *percent);
const char *kkr_demand_reading_nick (KkrDemandReading reading);
const char *kkr_demand_reading_title (KkrDemandReading reading, const char *language);
const char *kkr_demand_scope_title (KkrDemandScope scope, const char *language);
const char *kkr_demand_sector_title (int sector, const char *language);

KkrTable *kkr_demand_build_types (const KkrDemand *self, GError **error);
KkrTable *kkr_demand_build_judgements (const KkrDemand *self, GError **error);
KkrTable *kkr_demand_build_years (const KkrDemand *self, GError **error);
KkrTable *kkr_demand_build_municipalities (const KkrDemand *self, GError **error);
KkrTable *kkr_demand_build_placements (const KkrDemand *self, GError **error);
KkrTable *kkr_demand_build_supply (const KkrDemand *self, GError **error);
KkrTable *kkr_demand_build_sectors (const KkrDemand *self, GError **error);
KkrTable *kkr_demand_build_coverage (const KkrDemand *self, GError **error);

void kkr_demand_add_notes (KkrDemand *self);
void kkr_demand_tell (KkrDemand *self);
KkrDerivation *kkr_demand_derive (KkrCalculator *calculator, KkrResult *result, const char *column,
                                  gint64 row, GError **error);
void kkr_demand_explain_columns (KkrCalculatorClass *klass);

G_END_DECLS

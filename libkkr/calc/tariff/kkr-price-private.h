/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/base/kkr-figure-private.h>
#include <libkkr/calc/kkr-batch-private.h>
#include <libkkr/calc/kkr-sheet-private.h>
#include <libkkr/calc/tariff/kkr-price-index.h>

G_BEGIN_DECLS

/* Price-wage regulation. A rate is the growth in per cent from the year before; a chain is what
 * leads from one price level to another; an item is an amount that goes along a chain. */

#define KKR_PRICE_FIRST_YEAR 1900
#define KKR_PRICE_LAST_YEAR 2200
/* The series that the weights make up. */
#define KKR_PRICE_COMPOSITE G_MAXUINT

enum { KKR_PRICE_RATE_SERIES, KKR_PRICE_RATE_YEAR, KKR_PRICE_RATE_PERCENT, KKR_PRICE_RATE_KNOWN };
enum { KKR_PRICE_WEIGHT_SERIES, KKR_PRICE_WEIGHT_PERCENT };
enum {
  KKR_PRICE_AMOUNT_NAME, KKR_PRICE_AMOUNT_AMOUNT, KKR_PRICE_AMOUNT_FROM, KKR_PRICE_AMOUNT_SERIES,
  KKR_PRICE_AMOUNT_GROUP
};
enum { KKR_PRICE_PRINTED_NAME, KKR_PRICE_PRINTED_FROM, KKR_PRICE_PRINTED_TO };
enum { KKR_PRICE_PART_NAME, KKR_PRICE_PART_AMOUNT, KKR_PRICE_PART_RATE, KKR_PRICE_PART_TOTAL };

typedef struct {
  guint series; /* a code of the book */
  int year;
  gint32 known; /* the day from which it is known; KKR_DATE_MIN: always */
  KkrRational percent;
  guint row;     /* of the table of rates */
  KkrFact *fact; /* of the register; NULL for a row of the table */
} KkrPriceRate;

/* The rates of the table, and of the register what has been asked for. */
typedef struct {
  KkrSheet *sheet;
  KkrRegister *reg; /* or NULL; not held */
  const char *known_on;
  GPtrArray *names; /* by code */
  GHashTable *codes;
  GArray *rates; /* of the table: by series, year and when it became known */
  GHashTable *asked; /* KkrPriceRate */
} KkrPriceBook;

KkrPriceBook *kkr_price_book_new (KkrCalculator *calculator, GError **error);
void kkr_price_book_free (KkrPriceBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrPriceBook, kkr_price_book_free)

guint kkr_price_book_code (KkrPriceBook *self, const char *name);
const char *kkr_price_book_name (const KkrPriceBook *self, guint series);
gboolean kkr_price_book_has_rows (const KkrPriceBook *self, guint series);
/* The rate as it was known on a day, NULL for what the calculator knows; NO_DATA names the series,
 * the year, and the years that there are. */
const KkrPriceRate *kkr_price_book_find (KkrPriceBook *self, guint series, int year,
                                         const char *known_on, GError **error);
/* The days on which rates of the year became known, up to `known-on`; a day may come twice. */
void kkr_price_book_list_known (KkrPriceBook *self, guint series, int year, GArray *days);
/* The key of the series in the register. */
char *kkr_price_series_key (const char *name);
/* The years of which the register had a rate on a day, NULL for now; NULL for none. */
char *kkr_price_series_list_years (KkrRegister *reg, const char *key, const char *known_on);
/* The error of a year of which there is no rate, where there are those of `years`. */
void kkr_price_series_refuse (const char *name, int year, const char *known_on, const char *years,
                              GError **error);

typedef struct {
  guint series;
  KkrRational percent;
} KkrPriceWeight;

typedef struct {
  gint64 key;   /* one for each series and pair of years */
  guint series; /* or KKR_PRICE_COMPOSITE */
  int from;
  int to;
  int first; /* the lower of both: the index is 1 there */
  guint n_years;
  guint n_parts;
  const KkrPriceRate **rates; /* n_years x n_parts, from the first year on */
  KkrRational *percents;      /* of each year, put together */
  KkrRational *index;         /* n_years + 1; NULL where nothing needs it */
} KkrPriceChain;

typedef struct {
  const char *name;
  const char *group; /* or NULL */
  guint row;         /* of the table of amounts, G_MAXUINT for the one amount */
  gint64 before;
  KkrPriceChain *chain;
  KkrRational exact; /* øre, before the last rounding */
  gint64 amount;
} KkrPriceItem;

/* Amounts that are added up: those of a group, or all. */
typedef struct {
  const char *name; /* NULL for all */
  GArray *items;    /* guint */
  gint64 before;
  gint64 parts;    /* the sum of the rounded amounts */
  gboolean is_one; /* all go along one chain, so that their sum can */
  gint64 together; /* the sum, converted as one amount */
} KkrPriceTotal;

/* Two printed figures, and the growth in per cent that they allow. */
typedef struct {
  const char *name;
  const char *from_text;
  const char *to_text;
  KkrInterval from;
  KkrInterval to;
  KkrInterval growth;
} KkrPriceLevel;

typedef struct {
  const char *name;
  KkrRational amount;
  const char *rate_text; /* NULL for the one that is sought */
  KkrRational percent;
  KkrInterval span;
  gboolean is_total;
} KkrPricePart;

typedef struct {
  KkrCalculator *calculator;
  KkrPriceBook *book;
  KkrSheet *amounts;
  KkrSheet *weights_sheet;
  KkrSheet *printed;
  KkrSheet *breakdown;

  GArray *weights; /* KkrPriceWeight */
  KkrCompositeRule composite;
  int rate_decimals; /* -1: not rounded */
  gboolean yearly;
  gboolean additive;
  gint64 unit;
  KkrRoundingMode mode;
  int from_year; /* 0 where not given */
  int to_year;
  guint series;
  gboolean is_compared; /* the amount is only what a printed figure is compared with */

  GPtrArray *chains;      /* KkrPriceChain */
  GHashTable *by_key;     /* of them, by `key` */
  GHashTable *by_vintage; /* from a chain to a GArray of KkrPriceKnown */
  GArray *items;     /* KkrPriceItem */
  GPtrArray *totals; /* KkrPriceTotal: groups in the order of their first amount, then all */

  GArray *levels;     /* KkrPriceLevel */
  KkrInterval growth; /* what all of them allow */
  guint lower_level, upper_level;

  GArray *parts; /* KkrPricePart */

  GPtrArray *notes;
  guint first_total_note, end_total_notes; /* those about sums */
} KkrPricePlan;

/* What the inputs say, without a rate: for check(), which is told the input at fault. */
KkrPricePlan *kkr_price_plan_read (KkrCalculator *calculator, const char **input, GError **error);
/* All but the other vintages. */
KkrPricePlan *kkr_price_plan_new (KkrCalculator *calculator, GCancellable *cancellable,
                                  GError **error);
void kkr_price_plan_free (KkrPricePlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrPricePlan, kkr_price_plan_free)
void kkr_price_plan_add_note (KkrPricePlan *self, KkrNoteKind kind, const char *danish,
                              const char *english);
/* The readings used, what rounding makes of sums, and what the facts are. */
void kkr_price_plan_note (KkrPricePlan *self);
const char *kkr_price_plan_series_name (KkrPricePlan *self, guint series);
/* What the one amount is called that has no row. */
const char *kkr_price_plan_amount_name (KkrPricePlan *self);

/* Found once for each series and pair of years; NULL with NO_DATA. */
KkrPriceChain *kkr_price_plan_get_chain (KkrPricePlan *self, guint series, int from, int to,
                                         GError **error);
gboolean kkr_price_plan_add_totals (KkrPricePlan *self, GError **error);
/* Those that the chains go by, each once: KkrPriceRate, of the book. */
GPtrArray *kkr_price_plan_list_rates (KkrPricePlan *self);
/* As the rates were known on a day. */
KkrPriceChain *kkr_price_plan_make_chain (KkrPricePlan *self, guint series, int from, int to,
                                          const char *known_on, GError **error);
void kkr_price_chain_free (KkrPriceChain *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrPriceChain, kkr_price_chain_free)
gboolean kkr_price_chain_is_back (const KkrPriceChain *self);
/* The position in `rates` of the year that a step in the direction of the chain crosses. */
guint kkr_price_chain_year_at (const KkrPriceChain *self, guint step);
/* `levels` (n_years, or NULL): the amount in øre at each price level on the way. */
gboolean kkr_price_plan_convert (const KkrPricePlan *self, const KkrPriceChain *chain,
                                 gint64 before, KkrRational *levels, KkrRational *exact,
                                 gint64 *amount);

gboolean kkr_price_plan_read_levels (KkrPricePlan *self, const char **input, GError **error);
gboolean kkr_price_plan_read_parts (KkrPricePlan *self, GError **error);
/* The rate in per cent of what is left of the total. `bounds`: -1 the least, 1 the greatest, 0 the
 * rates as printed. FALSE where none is possible or it does not fit. */
gboolean kkr_price_plan_find_rest (const KkrPricePlan *self, int bounds, KkrRational *percent);
KkrRational kkr_price_plan_get_rest (const KkrPricePlan *self);
/* The rate with the fewest decimals of all that the printed levels allow; FALSE if they allow none.
 * `unit` is what its last decimal is worth; the middle, rounded to it by `mode`, is the rate. */
gboolean kkr_price_plan_find_simplest (const KkrPricePlan *self, KkrRational *percent,
                                       KkrRational *unit, KkrRoundingMode *mode);

/* A series that has a rate for each year between the two price levels. */
typedef struct {
  guint series;
  KkrPriceChain *chain;
  KkrRational growth;
  gboolean fits;
} KkrPriceFit;
GArray *kkr_price_plan_find_fits (KkrPricePlan *self, GError **error);

/* A chain by the rates known on a day; NULL where not all were known yet. */
typedef struct {
  gint32 day;
  KkrPriceChain *chain;
} KkrPriceKnown;

/* An item as it would be by the rates known on a day. */
typedef struct {
  guint item;
  gint32 known;
  const KkrPriceChain *chain;
  gint64 amount;
} KkrPriceVintage;
GArray *kkr_price_plan_find_vintages (KkrPricePlan *self, GCancellable *cancellable,
                                      GError **error);

/* All tables that there is something to say in, the amounts first. */
GPtrArray *kkr_price_plan_build_tables (KkrPricePlan *self, GCancellable *cancellable,
                                        GError **error);
KkrTable *kkr_price_plan_build_amounts (KkrPricePlan *self, GError **error);
KkrTable *kkr_price_plan_build_years (KkrPricePlan *self, GError **error);
KkrTable *kkr_price_plan_build_rates (KkrPricePlan *self, GError **error);
KkrTable *kkr_price_plan_build_totals (KkrPricePlan *self, GError **error);
KkrTable *kkr_price_plan_build_vintages (KkrPricePlan *self, const GArray *vintages,
                                         GError **error);
KkrTable *kkr_price_plan_build_levels (KkrPricePlan *self, GError **error);
KkrTable *kkr_price_plan_build_found (KkrPricePlan *self, GError **error);
KkrTable *kkr_price_plan_build_fits (GArray *fits, KkrPricePlan *self, GError **error);
KkrTable *kkr_price_plan_build_rest (KkrPricePlan *self, GError **error);
KkrTable *kkr_price_plan_build_keys (KkrPricePlan *self, GError **error);

KkrDerivation *kkr_price_plan_derive (KkrPricePlan *self, KkrResult *result, const char *column,
                                      gint64 row, GError **error);
/* Steps of the tables about printed levels and the breakdown; FALSE for another column. */
gboolean kkr_price_plan_derive_found (KkrPricePlan *self, KkrDerivationBuilder *builder,
                                      const char *column, guint row, GError **error);
/* The rates and the index of a chain; `prefix` begins the ids. */
void kkr_price_plan_derive_index (KkrPricePlan *self, KkrDerivationBuilder *builder,
                                  const KkrPriceChain *chain, const char *prefix);
/* What an amount is multiplied by, after its index. */
void kkr_price_plan_derive_factor (KkrPricePlan *self, KkrDerivationBuilder *builder,
                                   const KkrPriceChain *chain);
/* The rate of a year of the chain. */
void kkr_price_plan_derive_rate (KkrPricePlan *self, KkrDerivationBuilder *builder,
                                 const KkrPriceChain *chain, guint i);
void kkr_price_plan_derive_known (KkrPricePlan *self, KkrDerivationBuilder *builder,
                                  const KkrPriceRate *rate, const char *id);
/* The amount after a step, before it is rounded, from `before` and the index. */
char *kkr_price_plan_step_expression (const KkrPricePlan *self, const KkrPriceChain *chain,
                                      guint step, const char *prefix);

void kkr_price_check (KkrCalculator *calculator);

extern const KkrBatchClass kkr_price_batch;

void kkr_price_explain_columns (KkrCalculatorClass *klass);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-sheet-private.h>
#include <libkkr/calc/settlement/kkr-place-billing.h>
#include <libkkr/calc/tariff/kkr-tariff-terms.h>

G_BEGIN_DECLS

/* What municipalities are billed for places: placements become spans of days that are paid alike,
 * spans become lines of one month and one tariff, lines become bills. */

enum {
  KKR_BILLING_PLACEMENT_ID,
  KKR_BILLING_PLACEMENT_PAYER,
  KKR_BILLING_PLACEMENT_OFFER,
  KKR_BILLING_PLACEMENT_PLACE,
  KKR_BILLING_PLACEMENT_LEVEL,
  KKR_BILLING_PLACEMENT_FROM,
  KKR_BILLING_PLACEMENT_TO,
  KKR_BILLING_PLACEMENT_NOTICE,
  KKR_BILLING_PLACEMENT_PLACES,
};
enum {
  KKR_BILLING_TARIFF_OFFER,
  KKR_BILLING_TARIFF_LEVEL,
  KKR_BILLING_TARIFF_FROM,
  KKR_BILLING_TARIFF_TO,
  KKR_BILLING_TARIFF_AMOUNT,
  KKR_BILLING_TARIFF_UNIT,
};
enum {
  KKR_BILLING_ABSENCE_ID,
  KKR_BILLING_ABSENCE_FROM,
  KKR_BILLING_ABSENCE_TO,
  KKR_BILLING_ABSENCE_KIND,
  KKR_BILLING_ABSENCE_PERCENT,
};
enum {
  KKR_BILLING_INVOICE_PAYER,
  KKR_BILLING_INVOICE_ID,
  KKR_BILLING_INVOICE_MONTH,
  KKR_BILLING_INVOICE_DAYS,
  KKR_BILLING_INVOICE_TARIFF,
  KKR_BILLING_INVOICE_AMOUNT,
};

typedef enum {
  KKR_BILLING_STAY,
  KKR_BILLING_ABSENCE,
  KKR_BILLING_NOTICE,
} KkrBillingStatus;

typedef struct {
  gint32 first, last;
  gboolean bill_first_day, bill_last_day;
  KkrNoticeRule notice_rule;
  int notice_days;
  KkrRational notice_percent;
  gboolean until_taken;
  gboolean reduces_absence;
  int absence_days;
  KkrRational absence_percent;
  KkrTariffUnit tariff_unit;
  KkrMonthSplit month_split;
  KkrRoundingMode rounding;
  gint64 rounding_unit;
} KkrBillingRules;

/* Days of a placement that are paid alike. */
typedef struct {
  KkrBillingStatus status;
  gint32 from, until;
  KkrRational percent;
  guint absence; /* the row, of an absence */
} KkrBillingSpan;

typedef struct {
  guint placement; /* the row */
  guint tariff;    /* the row */
  KkrBillingStatus status;
  gint32 from, until; /* within a month */
  gint64 days;        /* of all its places */
  KkrRational percent;
  guint absence; /* the row, of an absence */
  gint64 amount;
} KkrBillingLine;

/* One month of one placement with one payer, as computed and as billed by the operator. */
typedef struct {
  gint32 payer;
  const char *placement;
  gint32 month; /* its first day */
  guint n_lines, n_invoiced;
  gint64 days, amount, tariff;                     /* G_MININT64: there is none, or several */
  gint64 invoiced_days, invoiced_amount, invoiced_tariff;
} KkrBillingPair;

typedef struct {
  KkrCalculator *calculator;
  KkrRegister *reg; /* or NULL */
  KkrSheet *placements, *tariffs, *absences, *invoice;
  KkrBillingRules rules;
  GPtrArray *payers; /* names */
  GArray *payer_codes; /* gint32: of municipalities, else KKR_BILLING_NO_CODE */
  GHashTable *payers_by_text;
  gint32 *placement_payers, *invoice_payers;
  GHashTable *placement_rows; /* by text: the row + 1 */
  GHashTable *folds; /* offers and levels as they are compared: their numbers */
  GHashTable *keys; /* of tariffs: the numbers of offer and level */
  gint32 *placement_keys, *tariff_keys;
  guint *tariff_order; /* rows by key, then by their first day */
  gint32 *absence_placements; /* rows of placements, -1: not known */
  guint *absence_order; /* rows by placement, then by their first day */
  guint *place_order; /* rows of placements by place, then by their first day */
} KkrBilling;

#define KKR_BILLING_MAX_LINES 5000000
#define KKR_BILLING_MAX_YEARS 100
/* After all municipalities. */
#define KKR_BILLING_NO_CODE G_MAXINT32

const KkrSheetColumn *kkr_billing_get_placement_columns (void);
const KkrSheetColumn *kkr_billing_get_invoice_columns (void);

/* NULL with an error where an input cannot be read. */
KkrBilling *kkr_billing_new (KkrCalculator *calculator, GError **error);
void kkr_billing_free (KkrBilling *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrBilling, kkr_billing_free)

/* Reports what is wrong between rows, and with the rules. */
void kkr_billing_check (KkrCalculator *calculator);
gboolean kkr_billing_read_rules (KkrCalculator *calculator, KkrBillingRules *rules,
                                 GError **error);

gint32 kkr_billing_get_from (const KkrBilling *self, guint row);
/* The last day of a placement's stay, or the last one of all that are billed. */
gint32 kkr_billing_get_until (const KkrBilling *self, guint row);
gint64 kkr_billing_get_places (const KkrBilling *self, guint row);
/* The row of the tariff of that day, and the last day it holds; -1 if there is none. */
gint32 kkr_billing_find_tariff (const KkrBilling *self, gint32 key, gint32 day, gint32 *until);
KkrTariffUnit kkr_billing_get_unit (const KkrBilling *self, guint tariff);
const char *kkr_billing_get_payer (const KkrBilling *self, gint32 payer);
int kkr_billing_compare_payers (const KkrBilling *self, gint32 a, gint32 b);
/* The first day of the month; FALSE for what is no month. */
gboolean kkr_billing_read_month (const char *text, gint32 *month);
gint32 kkr_billing_month_of (gint32 day);
gint32 kkr_billing_last_of_month (gint32 day);
/* "2024-03" */
char *kkr_billing_month_text (gint32 month);
/* Months since the year 0. */
int kkr_billing_count_months (gint32 day);

/* Adds the lines of a placement. */
gboolean kkr_billing_bill (const KkrBilling *self, guint row, GArray *lines, GError **error);
/* All lines, by payer, placement and day. */
GArray *kkr_billing_bill_all (const KkrBilling *self, GCancellable *cancellable, GError **error);
/* What a line's days are divided by, and the months that are divided: 0 and 1 for a day's tariff.
 */
void kkr_billing_get_divisor (const KkrBilling *self, const KkrBillingLine *line,
                              gint64 *multiplier, gint64 *divisor);
/* KkrBillingPairs by payer, placement and month. */
GArray *kkr_billing_compare (const KkrBilling *self, const GArray *lines, GError **error);

KkrTable *kkr_billing_build_bills (const KkrBilling *self, const GArray *lines, GError **error);
KkrTable *kkr_billing_build_lines (const KkrBilling *self, const GArray *lines, GError **error);
KkrTable *kkr_billing_build_differences (const KkrBilling *self, const GArray *pairs,
                                         GError **error);
/* The rules that the lines rest on, in words. */
void kkr_billing_add_rules (const KkrBilling *self, const GArray *lines, GPtrArray *notes);
/* These, and what else there is to know. */
void kkr_billing_add_notes (const KkrBilling *self, const GArray *lines, GPtrArray *notes);
KkrDerivation *kkr_billing_derive (KkrCalculator *calculator, KkrResult *result,
                                   const char *column, gint64 row, GError **error);

void kkr_place_billing_explain_columns (KkrCalculatorClass *klass);

G_END_DECLS

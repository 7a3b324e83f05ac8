/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-interval-private.h>
#include <libkkr/calc/kkr-result.h>

G_BEGIN_DECLS

/* Printed rows, the weights they follow, and the rules that could have made the ones from the
 * others. */

typedef enum {
  KKR_RULE_EACH,   /* total * weight / weights, rounded; `parameter` is the mode */
  KKR_RULE_METHOD, /* `parameter` is the method */
  KKR_RULE_LAST,   /* each rounded, what is left goes to the last row */
  KKR_RULE_SHARE,  /* the share in per cent is rounded to `parameter` decimals first */
  KKR_RULE_RATE,   /* the rate for a weight of one is */
  KKR_RULE_BASE,   /* base * weight, rounded; `parameter` is the mode */
} KkrRuleKind;

typedef struct {
  KkrRuleKind kind;
  int parameter;
  char *nick, *danish, *english;
  KkrRational base; /* of KKR_RULE_BASE */
  KkrRational *values;
  KkrRational sum;
  guint n_differ;
  gboolean tied;
} KkrRule;

/* The numbers that, times each weight and rounded, can give the printed rows. */
typedef struct {
  KkrRoundingMode mode;
  KkrInterval interval;
  guint lower_row, upper_row; /* that bound it */
} KkrRuleBase;

typedef struct {
  guint n;
  char **keys;
  KkrRational *weights;
  KkrRational *printed;
  KkrRational unit; /* what the last printed digit is worth */
  KkrRational weight_sum;
  gboolean has_total;
  KkrRational total;
  GPtrArray *rules; /* KkrRule */
  GPtrArray *left_out; /* those that do not apply */
  GArray *bases;    /* KkrRuleBase */
} KkrRuleSearch;

KkrRuleSearch *kkr_rule_search_new (const char *weights, const char *printed, const char *total,
                                    const char *keys, const char **input, GError **error);
void kkr_rule_search_free (KkrRuleSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrRuleSearch, kkr_rule_search_free)

/* Tries all rules. */
gboolean kkr_rule_search_run (KkrRuleSearch *self, GCancellable *cancellable, GError **error);
/* The base behind the rows for each way of rounding. */
gboolean kkr_rule_search_find_bases (KkrRuleSearch *self, GError **error);
/* A base that gives as many of the rows as possible. */
gboolean kkr_rule_search_pick_base (const KkrRuleSearch *self, const KkrRuleBase *found,
                                    KkrRational *base, GError **error);
gboolean kkr_rule_search_round (const KkrRuleSearch *self, const KkrRational *value,
                                KkrRoundingMode mode, KkrRational *result);
/* What the row would be without rounding. */
gboolean kkr_rule_search_exact (const KkrRuleSearch *self, guint row, KkrRational *exact);

KkrTable *kkr_rule_search_build_rules (const KkrRuleSearch *self, GError **error);
KkrTable *kkr_rule_search_build_rows (const KkrRuleSearch *self, GError **error);
KkrTable *kkr_rule_search_build_values (const KkrRuleSearch *self, GError **error);
KkrTable *kkr_rule_search_build_bases (const KkrRuleSearch *self, GError **error);
KkrDerivation *kkr_rule_search_derive (const KkrRuleSearch *self, KkrResult *result,
                                       const char *column, guint row, GError **error);

G_END_DECLS

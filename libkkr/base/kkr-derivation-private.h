/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation.h>
#include <libkkr/base/kkr-note.h>
#include <libkkr/base/kkr-rational-private.h>
#include <libkkr/base/kkr-source.h>

G_BEGIN_DECLS

#define KKR_DERIVATION_FORMAT "kkr-derivation-"
#define KKR_DERIVATION_FORMAT_NUMBER "1"

/* A formula is printed with the titles of its steps, so they are bounded: bytes. Longer ones are
 * cut when a derivation is built. */
#define KKR_DERIVATION_MAX_TITLE 500

typedef enum {
  KKR_STEP_KIND_VALUE,
  KKR_STEP_KIND_TEXT,
  KKR_STEP_KIND_SUM,
  KKR_STEP_KIND_FORMULA,
  KKR_STEP_KIND_ROUNDING,
  KKR_STEP_KIND_APPORTIONMENT,
} KkrStepKind;

/* One step; what belongs to other kinds is NULL or 0. Values are in the base unit: amounts in øre,
 * shares as fractions. */
typedef struct {
  KkrStepKind kind;
  char *id;
  char *danish;
  char *english;
  KkrUnit unit;
  KkrRational value;

  KkrSource *source;
  char *section;
  char *price_level;
  /* As a document has it; NULL when the step was built. */
  char *statement;

  char *text;
  char *expression;
  KkrRational exact;
  KkrRoundingMode mode;
  KkrRational rounding_unit;

  /* The terms of a sum or the weights of an apportionment. */
  char **keys;
  KkrRational *terms;
  guint n_terms;
  /* Of an apportionment, whose row has the exact share `exact`. */
  KkrRational weight_sum;

  char *total;
  KkrApportionMethod method;
  KkrTieRule tie_rule;
  guint row;
} KkrStep;

struct _KkrDerivation {
  GObject parent_instance;

  char *column;
  char *key;
  char *danish;
  char *english;
  char *data_version;
  char *sha256;
  char *value;
  char *statement;
  GPtrArray *steps;
  /* The positions of the steps, from 1, by their ids. */
  GHashTable *positions;
  GPtrArray *notes;
};

/* Not longer than a title may be; NULL for NULL. */
char *kkr_derivation_dup_title (const char *title);
KkrStep *kkr_step_new (KkrStepKind kind, const char *id, const char *danish, const char *english,
                       KkrUnit unit);
void kkr_step_free (KkrStep *self);
const char *kkr_step_kind_to_string (KkrStepKind kind);
gboolean kkr_step_kind_from_string (const char *text, KkrStepKind *kind);

/* Takes the steps out of the array; once. */
void kkr_derivation_take_steps (KkrDerivation *self, GPtrArray *steps);

/* NULL when there is none. */
const KkrStep *kkr_derivation_find_step (KkrDerivation *self, const char *id, guint *position);
const KkrStep *kkr_derivation_get_result (KkrDerivation *self);

/* The exact value as a reader sees it: "≈ 6,0139 pct. (eksakt 2439/40556)" when its decimals do not
 * end soon enough. */
char *kkr_derivation_print_value (const KkrRational *value, KkrUnit unit, const char *language);
/* A number that stands in a formula: "7.317", "0,50" for money, "(1/3)", "(-2)". */
char *kkr_derivation_print_operand (const KkrRational *value, gboolean money,
                                    const char *language);
/* An amount counts øre and is read in kroner; everything else is read as it is. */
KkrRational kkr_derivation_to_kroner (const KkrRational *value, KkrUnit unit);
/* To what a value was rounded: "nærmeste hele krone", or "hele kroner". */
char *kkr_derivation_print_grain (const KkrRational *size, KkrUnit unit, gboolean nearest,
                                  const char *language);
/* "Rebild 7.317; Thisted 8.398". */
char *kkr_derivation_print_terms (const KkrStep *step, KkrUnit unit, const char *language);

/* The line that says for a reader what the members of a document say; part of the format. */
char *kkr_step_to_statement (const KkrStep *step);
char *kkr_derivation_to_statement (KkrDerivation *self);

G_END_DECLS

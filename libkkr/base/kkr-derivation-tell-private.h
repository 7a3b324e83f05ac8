/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-private.h>

G_BEGIN_DECLS

/* One thing that a reader is told of a step: "Formel", "budget / 100". */
typedef struct {
  char *label; /* NULL when the text stands alone */
  char *text;
  /* The step whose terms the text lists, in this unit; NULL for other lines. */
  const KkrStep *terms;
  KkrUnit terms_unit;
} KkrLine;

/* Tells the steps in their order. What was told before is not told again, and is found without
 * going through the steps each time. */
typedef struct {
  KkrDerivation *derivation;
  const char *language;
  /* The number of the first step with a source, and the first sum over terms. */
  GHashTable *sources;
  GHashTable *sums;
} KkrTeller;

void kkr_teller_init (KkrTeller *self, KkrDerivation *derivation, const char *language);
void kkr_teller_clear (KkrTeller *self);
/* A line for each thing that explains the step at a position. Each position once, in order. */
GPtrArray *kkr_teller_tell_step (KkrTeller *self, guint position);
/* Whether a sum before lists the same terms. */
gboolean kkr_teller_has_terms (KkrTeller *self, const KkrStep *step);

/* For those who tell: both texts are of the teller's language already. */
void kkr_lines_take (GPtrArray *lines, const char *label, char *text);
void kkr_lines_take_terms (GPtrArray *lines, const char *label, char *text, const KkrStep *step,
                           KkrUnit unit);
void kkr_teller_tell_share (KkrTeller *self, const KkrStep *step, GPtrArray *lines);

/* "1.152.028,00 kr. (i 2024-priser)". */
char *kkr_step_print_value (const KkrStep *step, const char *language);
/* "Beløb for Rebild: 1.152.028,00 kr.", and "Data: register 2026.11 (sha-256 …)" or NULL. */
char *kkr_derivation_print_first_line (KkrDerivation *self, const char *language);
char *kkr_derivation_print_register (KkrDerivation *self, const char *language);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KkrTeller, kkr_teller_clear)

G_END_DECLS

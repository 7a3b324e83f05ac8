/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/guarantee/kkr-guarantee-plan-private.h>

G_BEGIN_DECLS

/* What a code is for programs and for people; an array ends with a nick that is NULL. */
typedef struct {
  const char *nick, *danish, *english;
} KkrGuaranteeWord;

extern const KkrGuaranteeWord kkr_guarantee_yes_no[];
extern const KkrGuaranteeWord kkr_guarantee_statuses[];

void kkr_guarantee_add_choices (KkrTableBuilder *builder, const char *name, const char *danish,
                                const char *english, const gint32 *codes, gsize n,
                                const KkrGuaranteeWord *words);
/* With their total, which fits. */
void kkr_guarantee_add_amounts (KkrTableBuilder *builder, const char *name, const char *danish,
                                const char *english, KkrUnit unit, const gint64 *values, gsize n);

/* Who pays for a day. */
typedef enum {
  KKR_GUARANTEE_PART_USER,
  KKR_GUARANTEE_PART_JOINT,
  KKR_GUARANTEE_PART_OPERATOR,
} KkrGuaranteePart;

/* Kroner. */
KkrRational kkr_guarantee_span_part (const KkrGuaranteeSpan *span, KkrGuaranteePart part);
/* Of the columns `occupied` to `operator-part`, by their order. */
gint64 kkr_guarantee_place_number (const KkrGuaranteePlace *place, guint column);

/* The rows of the tables `payers` and `operators`. */
typedef struct {
  KkrGuaranteePart part;
  const char *name;
  gint64 places, days, covered_days, guarantee, amount;
} KkrGuaranteePayer;

/* Who pays: each user municipality, the municipalities together, each operator. */
GArray *kkr_guarantee_plan_list_payers (const KkrGuaranteePlan *self);
/* Whom the municipalities pay. */
GArray *kkr_guarantee_plan_list_operators (const KkrGuaranteePlan *self);
/* "(ikke oplyst)" for no name. */
const char *kkr_guarantee_name_of (const char *name, const char *language);

/* The rows of the table `terms`: a status, and a year of the guarantee where they differ. */
guint kkr_guarantee_plan_count_terms (const KkrGuaranteePlan *self);
/* Per cent. */
KkrRational kkr_guarantee_plan_get_term (const KkrGuaranteePlan *self, guint row,
                                         KkrGuaranteePart part);
/* The weight of a municipality as it was given. */
KkrRational kkr_guarantee_plan_get_weight (const KkrGuaranteePlan *self, guint row);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/guarantee/kkr-guarantee-terms.h>

G_BEGIN_DECLS

/* Who may have a deficit guarantee, of one place or one proposal. */

typedef enum {
  KKR_GUARANTEE_CONDITION_OPERATOR, /* a municipality or a region runs the offer */
  KKR_GUARANTEE_CONDITION_AREA,     /* which belongs to those who guarantee */
  KKR_GUARANTEE_CONDITION_EXPERIENCE,
  KKR_GUARANTEE_CONDITION_NEW,
  KKR_GUARANTEE_CONDITION_TARGET_GROUP,
  KKR_GUARANTEE_CONDITION_EXISTING_OFFER, /* of the first round only */
  KKR_GUARANTEE_CONDITION_KKR_APPROVED,
  KKR_GUARANTEE_CONDITION_SUPERVISION_APPROVED,
  KKR_GUARANTEE_CONDITION_CAP, /* which the facts of one row do not tell */
  KKR_GUARANTEE_N_CONDITIONS,
} KkrGuaranteeCondition;

typedef struct {
  gint8 met[KKR_GUARANTEE_N_CONDITIONS]; /* 1 met, 0 not met, -1 not stated */
} KkrGuaranteeFacts;

/* Bits 1u << condition. The cap counts where the caller has set it. */
guint kkr_guarantee_refusals (const KkrGuaranteeFacts *facts, gboolean first_round,
                              gboolean unstated_refuses);
guint kkr_guarantee_not_stated (const KkrGuaranteeFacts *facts, gboolean first_round);
/* "driftsherren er privat; Socialtilsynet har ikke godkendt pladserne". "" for no bits. */
char *kkr_guarantee_reasons (guint bits, const char *language);
/* "om driftsherren har erfaring med målgruppen; om pladserne er nye". */
char *kkr_guarantee_not_stated_words (guint bits, const char *language);

/* The first day after `years` years from `start` on. */
gint32 kkr_guarantee_expiry (gint32 start, int years, KkrLeapDayRule rule);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/tariff/kkr-offer-tariff-private.h>

G_BEGIN_DECLS

/* How far a tariff is above a limit. */
typedef struct {
  gboolean is_allowed;
  KkrRational kroner;
  KkrRational percent; /* of the ceiling or the assigned offer's tariff; of 0 there is none */
} KkrOfferExcess;

gboolean kkr_offer_proposal_measure (const KkrOfferProposal *self, KkrOfferExcess *excess);
const char *kkr_offer_rule_title (KkrOfferRule rule, const char *language);

G_END_DECLS

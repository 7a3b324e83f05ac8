/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>
#include <libkkr/calc/tariff/kkr-tariff-model.h>

G_BEGIN_DECLS

#define KKR_TYPE_OFFER_TARIFF (kkr_offer_tariff_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrOfferTariff, kkr_offer_tariff, KKR, OFFER_TARIFF, KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrOfferTariff *kkr_offer_tariff_new (void);

G_END_DECLS

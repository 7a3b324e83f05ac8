/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/model/kkr-offer.h>

G_BEGIN_DECLS

KKR_AVAILABLE_IN_ALL
KkrOwnership *kkr_offer_get_ownership_on (KkrOffer *self, const char *day, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/model/kkr-arrangement.h>
#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/model/kkr-municipality.h>
#include <libkkr/model/kkr-offer.h>

G_BEGIN_DECLS

/* What the public functions of these names answer, for a day that has been read. */
KkrRegion *kkr_municipality_region_on (KkrMunicipality *self, gint32 day);
KkrOwnership *kkr_offer_ownership_on (KkrOffer *self, gint32 day);
/* The day that kkr_arrangement_dup_reference_date() writes; FALSE if there is none. */
gboolean kkr_arrangement_find_reference_day (KkrArrangement *self, int year, gint32 *day);

G_END_DECLS

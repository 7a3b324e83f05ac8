/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/model/kkr-business-house.h>
#include <libkkr/model/kkr-council.h>
#include <libkkr/model/kkr-socialtilsyn.h>

G_BEGIN_DECLS

KKR_AVAILABLE_IN_ALL
KkrMunicipality **kkr_business_house_dup_municipalities_on (KkrBusinessHouse *self,
                                                            const char *day,
                                                            gsize *n_municipalities,
                                                            GError **error);
KKR_AVAILABLE_IN_ALL
KkrMunicipality **kkr_council_dup_municipalities_on (KkrCouncil *self, const char *day,
                                                     gsize *n_municipalities, GError **error);
KKR_AVAILABLE_IN_ALL
KkrMunicipality **kkr_socialtilsyn_dup_municipalities_on (KkrSocialtilsyn *self, const char *day,
                                                          gsize *n_municipalities,
                                                          GError **error);

G_END_DECLS

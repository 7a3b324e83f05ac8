/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-rational-private.h>
#include <libkkr/register/kkr-fact.h>

G_BEGIN_DECLS

/* The exact value: øre for amounts, kroner for rates, the number itself otherwise. */
const KkrRational *kkr_fact_get_rational (KkrFact *self);

G_END_DECLS

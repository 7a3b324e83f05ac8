/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-rational-private.h>
#include <libkkr/register/kkr-delta-private.h>
#include <libkkr/register/kkr-fact.h>
#include <libkkr/register/kkr-store-private.h>

G_BEGIN_DECLS

struct _KkrFact {
  GObject parent_instance;

  KkrStore *store;
  KkrDelta *delta; /* where the record is if it is not in the store */
  const KkrFactRecord *record;
  KkrRational value;
};

/* The fact of a record in the store, which the fact holds. */
KkrFact *kkr_fact_new (KkrStore *store, const KkrFactRecord *record);
/* The same for a record of an overlay's delta. */
KkrFact *kkr_fact_new_in_delta (KkrDelta *delta, const KkrFactRecord *record);

/* The exact value: øre for amounts, kroner for rates, the number itself otherwise. */
const KkrRational *kkr_fact_get_rational (KkrFact *self);

/* NULL too for a fact that was made with no arguments. */
const char *kkr_fact_peek_text (KkrFact *self, KkrTextId text);
gboolean kkr_fact_is_text (KkrFact *self);
/* Not a text, and not a status either. */
gboolean kkr_fact_has_number (KkrFact *self);
/* FALSE, with an error, for a text, whose number would be 0, and for another unit; UNSET takes any
 * unit. */
gboolean kkr_fact_check_number (KkrFact *self, KkrUnit unit, GError **error);

G_END_DECLS

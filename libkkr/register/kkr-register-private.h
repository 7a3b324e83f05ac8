/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-delta-private.h>
#include <libkkr/register/kkr-register.h>
#include <libkkr/register/kkr-store-private.h>

G_BEGIN_DECLS

/* NULL for a store that is NULL. */
KkrRegister *kkr_register_new_take_store (KkrStore *store);
/* Of a packed block from anywhere, each record of which is looked at. KKR_LOAD_ERROR. */
KkrRegister *kkr_register_new_from_bytes (GBytes *bytes, GError **error);
/* The store of the delta, and the delta in front of it. */
KkrRegister *kkr_register_new_from_delta (KkrDelta *delta);
/* NULL for a register that is no overlay. */
KkrDelta *kkr_register_get_delta (KkrRegister *self);
/* NULL for a register made with no arguments: it knows nothing. */
KkrStore *kkr_register_get_store (KkrRegister *self);
/* What the register has of a class at the top level; may be empty. */
GListModel *kkr_register_get_entities (KkrRegister *self, const KkrModel *model);
/* One of them by its id or title; referenced. KKR_CALC_ERROR. */
gpointer kkr_register_find_entity (KkrRegister *self, const KkrModel *model, const char *text,
                                   GError **error);

/* The name of the municipality or region that is nearest to a text, or NULL; it lives as long as
 * the register. */
const char *kkr_register_suggest_area (KkrRegister *self, const char *text);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-delta-private.h>
#include <libkkr/register/kkr-register.h>
#include <libkkr/register/kkr-store-private.h>

G_BEGIN_DECLS

KkrRegister *kkr_register_new_from_bytes (GBytes *bytes, GError **error);
/* The store of the delta, and the delta in front of it. */
KkrRegister *kkr_register_new_from_delta (KkrDelta *delta);
/* NULL for a register that is no overlay. */
KkrDelta *kkr_register_get_delta (KkrRegister *self);
/* NULL for a register made with no arguments: it knows nothing. */
KkrStore *kkr_register_get_store (KkrRegister *self);
/* A list of the store, or an empty one. */
GListModel *kkr_register_get_list (KkrRegister *self, GListModel *(*get) (KkrStore *store));

G_END_DECLS

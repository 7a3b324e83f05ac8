/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-store-private.h>

G_BEGIN_DECLS

/* Sees that each record of a block from elsewhere refers to what is there and has what the reader
 * asks of it, so that whoever answers from it need not. KKR_LOAD_ERROR_SYNTAX. */
gboolean kkr_store_check (KkrStore *store, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

/**
 * KkrIndexChain:
 * @KKR_INDEX_CHAIN_UNSET: not said; never accepted
 * @KKR_INDEX_CHAIN_MULTIPLICATIVE: each year's rate is of the level of the year before: 2 and 3 per
 *   cent make 5.06
 * @KKR_INDEX_CHAIN_ADDITIVE: each year's rate is of the level at the start: 2 and 3 per cent make 5
 *
 * How the yearly rates of a price index (pris- og lønregulering) make that of several years.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_INDEX_CHAIN_UNSET,
  KKR_INDEX_CHAIN_MULTIPLICATIVE,
  KKR_INDEX_CHAIN_ADDITIVE,
} KkrIndexChain;

#define KKR_TYPE_INDEX_CHAIN (kkr_index_chain_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_index_chain_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrIndexChain kkr_index_chain_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_index_chain_to_string (KkrIndexChain index_chain);

G_END_DECLS

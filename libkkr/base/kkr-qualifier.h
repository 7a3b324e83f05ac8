/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

/**
 * KkrQualifier:
 * @KKR_QUALIFIER_UNSET: the number as it stands
 * @KKR_QUALIFIER_APPROXIMATELY: about that much (ca.)
 * @KKR_QUALIFIER_MORE_THAN: more than that (mere end)
 * @KKR_QUALIFIER_AT_LEAST: that or more (mindst)
 * @KKR_QUALIFIER_LESS_THAN: less than that (mindre end)
 * @KKR_QUALIFIER_UP_TO: that or less (op til)
 *
 * What a document says before a number: that of a [class@Fact] or of a cell of a [class@Column].
 *
 * Since: 0.1
 */
typedef enum {
  KKR_QUALIFIER_UNSET,
  KKR_QUALIFIER_APPROXIMATELY,
  KKR_QUALIFIER_MORE_THAN,
  KKR_QUALIFIER_AT_LEAST,
  KKR_QUALIFIER_LESS_THAN,
  KKR_QUALIFIER_UP_TO,
} KkrQualifier;

#define KKR_TYPE_QUALIFIER (kkr_qualifier_get_type ())

KKR_AVAILABLE_IN_ALL
GType kkr_qualifier_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrQualifier kkr_qualifier_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_qualifier_to_string (KkrQualifier qualifier);

G_END_DECLS

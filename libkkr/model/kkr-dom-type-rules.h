/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/model/kkr-dom-type.h>

G_BEGIN_DECLS

KKR_AVAILABLE_IN_ALL
KkrDomTypeRule **kkr_dom_type_dup_rules_of_kind (KkrDomType *self, const char *kind,
                                                 gsize *n_rules);

G_END_DECLS

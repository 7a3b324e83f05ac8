/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/model/kkr-entity.h>
#include <libkkr/table/kkr-table.h>

G_BEGIN_DECLS

KKR_AVAILABLE_IN_ALL
KkrTable *kkr_entity_to_table (KkrEntity *self, GError **error);

G_END_DECLS

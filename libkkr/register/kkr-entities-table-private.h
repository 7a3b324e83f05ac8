/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/model/kkr-model-private.h>
#include <libkkr/register/kkr-register.h>
#include <libkkr/table/kkr-table.h>

G_BEGIN_DECLS

/* "offers", or of a child model "offers/ownerships"; FALSE if it is neither. The texts are the
 * models' own. */
const KkrModel *kkr_entities_table_find (const char *key);
char *kkr_entities_table_dup_key (const KkrModel *model);
/* The things of a model as a table, a row each and a column a field. */
KkrTable *kkr_entities_table_new (KkrRegister *reg, const KkrModel *model, GError **error);

#define KKR_SOURCES_TABLE "sources"
KkrTable *kkr_sources_table_new (KkrRegister *reg, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/model/kkr-entity-private.h>

G_BEGIN_DECLS

/* A field of a thing as people read it; "" if it says nothing. `naming` adds the ids of what it
 * refers to; a table has no room for them, and knows paragraphs by nothing else. */
char *kkr_entity_dup_field_words (KkrEntity *entity, guint place, gboolean naming,
                                  const char *language);
/* An id that says what kind something is; as it is if nobody has words for it. */
char *kkr_id_dup_words (const char *id, const char *language);
/* Whether the field is the English one after a Danish one. */
gboolean kkr_model_is_second (const KkrModel *model, guint place);

G_END_DECLS

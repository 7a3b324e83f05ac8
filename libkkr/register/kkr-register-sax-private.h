/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-reading-private.h>

G_BEGIN_DECLS

/* One XML file on its way into a reading, piece by piece. */
typedef struct _KkrRegisterSax KkrRegisterSax;

KkrRegisterSax *kkr_register_sax_new (KkrReading *reading, const char *uri);
/* FALSE when no more is wanted. The last piece is empty. */
gboolean kkr_register_sax_feed (KkrRegisterSax *sax, const char *data, gsize size);
/* How many bytes were fed that the parser has not come to. */
guint64 kkr_register_sax_get_pending (KkrRegisterSax *sax);
void kkr_register_sax_free (KkrRegisterSax *sax);

/* An encoding that the beginning of a file declares or shows, and that is not UTF-8, with the place
 * where it does; or NULL. */
char *kkr_register_find_encoding (const char *data, gsize size, gsize *offset);

/* What the parser says of a file that is not well-formed, in one line of UTF-8. */
char *kkr_register_dup_parser_text (const char *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrRegisterSax, kkr_register_sax_free)

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-crosswalk.h>

G_BEGIN_DECLS

#define KKR_CROSSWALK_MAX_BYTES (16 * 1024 * 1024)

/* A code of the geography that is left, with its rows. */
typedef struct {
  const char *code;
  guint first;
  guint n_rows;
} KkrCrosswalkGroup;

typedef struct {
  guint group;
  guint to; /* into the codes of the geography that is reached */
  gint64 num; /* the weight as it was given */
  gint64 den;
  char *text; /* of the weight */
  guint line;
} KkrCrosswalkRow;

struct _KkrCrosswalk {
  GObject parent_instance;

  GStringChunk *strings;
  GHashTable *from_index; /* code → place in the groups plus 1 */
  GHashTable *to_index;   /* code → place in the codes plus 1 */
  GArray *groups;         /* KkrCrosswalkGroup, in order of first appearance */
  GPtrArray *to_codes;    /* ascending once it is made */
  GArray *rows;           /* KkrCrosswalkRow, by group once it is made */
  GHashTable *unconfirmed; /* codes of either geography that no source confirms */
  gint64 *weights;        /* whole numbers that are to each other as the weights of their group */
};

KkrCrosswalk *kkr_crosswalk_new (void);
/* What is moved from or to the code is told to rest on something unconfirmed. */
void kkr_crosswalk_doubt (KkrCrosswalk *self, const char *code);
/* What is wrong with a row, without the place; NULL if nothing. `line` is 0 where there is none. */
char *kkr_crosswalk_add_row (KkrCrosswalk *self, const char *from, const char *to,
                             const char *weight, guint line);
/* Sorts the rows; what is wrong with them together, or NULL. `line` is told if there is one. */
char *kkr_crosswalk_settle (KkrCrosswalk *self, guint *line);

G_END_DECLS

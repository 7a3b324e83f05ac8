/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Collects, of the names that are offered, those that come closest to what somebody wrote: by the
 * number of letters to change, case left out, earlier offers first. */
#define KKR_NEAREST_MAX 5

typedef struct {
  char *wanted; /* folded */
  glong length;
  guint max_names;
  gboolean any;
  const char *names[KKR_NEAREST_MAX];
  guint distances[KKR_NEAREST_MAX];
  guint n;
} KkrNearest;

/* Names that have little in common with what is wanted are left out, unless `any`. */
void kkr_nearest_init (KkrNearest *nearest, const char *wanted, guint max_names, gboolean any);
/* The name must live until the end: it is not copied. */
void kkr_nearest_offer (KkrNearest *nearest, const char *name);
/* The best one, or NULL. */
const char *kkr_nearest_get (const KkrNearest *nearest);
/* "; near it: a, b" in the language of the locale, or "". */
char *kkr_nearest_to_string (const KkrNearest *nearest);
/* "\"a\", \"b\"". */
char *kkr_nearest_quote (const KkrNearest *nearest);
void kkr_nearest_clear (KkrNearest *nearest);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KkrNearest, kkr_nearest_clear)

G_END_DECLS

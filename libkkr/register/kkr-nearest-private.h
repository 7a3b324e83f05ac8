/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Collects the names that come closest to what somebody wrote. */
#define KKR_NEAREST_MAX 3

typedef struct {
  char *wanted; /* folded */
  glong length;
  const char *names[KKR_NEAREST_MAX];
  guint distances[KKR_NEAREST_MAX];
  guint n;
} KkrNearest;

void kkr_nearest_init (KkrNearest *nearest, const char *wanted);
/* The name must live until the end; texts that have little in common are left out. */
void kkr_nearest_offer (KkrNearest *nearest, const char *name);
/* The best one, or NULL. */
const char *kkr_nearest_get (const KkrNearest *nearest);
/* "; near it: a, b", or "". */
char *kkr_nearest_to_string (const KkrNearest *nearest);
void kkr_nearest_clear (KkrNearest *nearest);

/* A place name in the form that is compared: folded, with å for aa, without a final s and without
 * the words "kommune" and "region". */
char *kkr_place_fold (const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KkrNearest, kkr_nearest_clear)

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/model/kkr-model-private.h>

/* What makes the text of a random register. */
typedef struct {
  GRand *rand;
  GString *out;
  GPtrArray *ids[KKR_N_MODELS]; /* of what has been made */
  guint n_sources;
  guint n;
} Maker;

/* Less than `n`. */
guint maker_pick (Maker *maker, guint n);
gboolean maker_often (Maker *maker);
const char *maker_choose (Maker *maker, const char *const *words);
char *maker_make_text (Maker *maker);
char *maker_make_period (Maker *maker);
char *maker_make_date (Maker *maker);
char *maker_pick_source (Maker *maker);
/* Ids of a model, or NULL if it has none. */
char *maker_pick_references (Maker *maker, const KkrModel *target, gboolean several);

/* An attribute, which begins with a space; none for NULL. maker_take() frees its value. */
void maker_add (Maker *maker, const char *name, const char *value);
void maker_take (Maker *maker, const char *name, char *value);

/* Facts, also those that objects refer to: total and part/of-it. */
void maker_add_series (Maker *maker);
void maker_add_table (Maker *maker, guint number);
/* Placements, tariffs and arrivals. */
void maker_add_bulk (Maker *maker);

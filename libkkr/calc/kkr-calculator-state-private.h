/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

/* The instance state of the base class, shared by the files that implement it. */

typedef struct {
  const char *name; /* interned */
  GParamSpec *pspec;
  const GValue *fallback;
} KkrInput;

typedef struct {
  guint n;
  KkrInput *inputs; /* in the order of kkr_calculator_dup_input_names() */
  GHashTable *by_name;
} KkrInputList;

typedef struct {
  /* Of the class; NULL until it is asked for. */
  const KkrInputList *inputs;
  /* Values of the inputs that C classes installed: interned name -> GValue. */
  GHashTable *values;
  /* The interned names of the inputs that were assigned. */
  GHashTable *assigned;
  /* Interned name -> Danish and English: what compute() said that an input was. */
  GHashTable *told;
  /* Where report() puts its problems while validate() runs; NULL otherwise. */
  GPtrArray *problems;
  gboolean unsetting;
  /* What columns of a batch set, while groups of it are opened; NULL otherwise. */
  GParamSpec *const *varied;
  guint n_varied;

  gdouble progress;
  /* The calculator that a user sees, and the context it is watched in, while a copy computes. */
  GWeakRef watched;
  GMainContext *watched_context;
} KkrCalculatorPrivate;

KkrCalculatorPrivate *kkr_calculator_get_state (KkrCalculator *self);

/* Not inherited: GObject clears them in every class, and each that installs inputs gets them. */
void kkr_calculator_set_property (GObject *object, guint prop_id, const GValue *value,
                                  GParamSpec *pspec);
void kkr_calculator_get_property (GObject *object, guint prop_id, GValue *value,
                                  GParamSpec *pspec);

/* As g_object_set_property() of a value of the property's type, on a calculator that nobody
 * watches: inputs that are kept here are not notified. */
void kkr_calculator_put (KkrCalculator *self, GParamSpec *pspec, const GValue *value);

const KkrInputList *kkr_calculator_get_inputs (KkrCalculator *self);
/* NULL for a name that is no input. */
const KkrInput *kkr_calculator_find_input (KkrCalculator *self, const char *name);
/* What is said of such a name: those there are, and the one that it comes closest to. */
char *kkr_calculator_no_such_input (KkrCalculator *self, const char *name);
/* The inputs in an array that the caller frees. */
GParamSpec **kkr_calculator_list_inputs (KkrCalculator *self, guint *n_inputs);
/* Whether check() accepts the calculator; of the inputs themselves only these are looked at. */
gboolean kkr_calculator_is_valid (KkrCalculator *self, GParamSpec *const *inputs, guint n_inputs);
/* All problems of the inputs in one error. */
gboolean kkr_calculator_check_inputs (KkrCalculator *self, GError **error);
/* Computes on inputs that were checked; the result keeps `self`. */
KkrResult *kkr_calculator_compute (KkrCalculator *self, GCancellable *cancellable, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/base/kkr-derivation.h>
#include <libkkr/base/kkr-problem.h>
#include <libkkr/calc/kkr-result.h>
#include <libkkr/table/kkr-table.h>

G_BEGIN_DECLS

/**
 * KkrParamFlags:
 * @KKR_PARAM_FLAGS_NONE: nothing special
 * @KKR_PARAM_FLAGS_REQUIRED: the calculation cannot go on without it
 * @KKR_PARAM_FLAGS_AMOUNT: money in whole øre
 * @KKR_PARAM_FLAGS_RATE: money per something, in kroner, or a number per something
 * @KKR_PARAM_FLAGS_SHARE: per cent
 *
 * What more there is to know of an input; they stand in the flags of its property.
 *
 * Since: 0.1
 */
typedef enum /*< flags >*/ {
  KKR_PARAM_FLAGS_NONE = 0,
  KKR_PARAM_FLAGS_REQUIRED = 1 << 8,
  KKR_PARAM_FLAGS_AMOUNT = 1 << 9,
  KKR_PARAM_FLAGS_RATE = 1 << 10,
  KKR_PARAM_FLAGS_SHARE = 1 << 11,
} KkrParamFlags;

#define KKR_TYPE_PARAM_FLAGS (kkr_param_flags_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_param_flags_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
GParamSpec *kkr_param_flags_add_to (KkrParamFlags flags, GParamSpec *pspec);

#define KKR_TYPE_CALCULATOR (kkr_calculator_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_DERIVABLE_TYPE (KkrCalculator, kkr_calculator, KKR, CALCULATOR, GObject)

/**
 * KkrCalculatorClass:
 * @parent_class: the parent
 * @check: reports what is wrong with the inputs, by [method@Calculator.report]
 * @compute: computes the result of inputs that have been checked
 * @derive: derives one cell of a result
 * @thread_safe: whether `compute` may run in a thread of its own
 * @title_da: the Danish title, or %NULL for the name
 * @title_en: the English title, or %NULL for the name
 * @main_column: the column that the calculator is run for, or %NULL
 *
 * What a calculator implements.
 *
 * Since: 0.1
 */
struct _KkrCalculatorClass {
  GObjectClass parent_class;

  void (*check) (KkrCalculator *self);
  KkrResult *(*compute) (KkrCalculator *self, GCancellable *cancellable, GError **error);
  KkrDerivation *(*derive) (KkrCalculator *self, KkrResult *result, const char *column, gint64 row,
                            GError **error);

  gboolean thread_safe;
  const char *title_da;
  const char *title_en;
  const char *main_column;

  /*< private >*/
  gpointer reserved[10];
};

KKR_AVAILABLE_IN_ALL
KkrCalculator *kkr_calculator_new_by_name (const char *name, GError **error);
KKR_AVAILABLE_IN_ALL
GType *kkr_calculator_dup_types (gsize *n_types);
KKR_AVAILABLE_IN_ALL
const char *kkr_calculator_get_name (KkrCalculator *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_calculator_get_title (KkrCalculator *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_calculator_get_title_in (KkrCalculator *self, const char *language);
KKR_AVAILABLE_IN_ALL
char **kkr_calculator_dup_input_names (KkrCalculator *self);
KKR_AVAILABLE_IN_ALL
gboolean kkr_calculator_is_assigned (KkrCalculator *self, const char *name);
KKR_AVAILABLE_IN_ALL
gboolean kkr_calculator_unset (KkrCalculator *self, const char *name, GError **error);
KKR_AVAILABLE_IN_ALL
gboolean kkr_calculator_set_from_string (KkrCalculator *self, const char *name, const char *text,
                                         GError **error);
KKR_AVAILABLE_IN_ALL
char *kkr_calculator_dup_input_text (KkrCalculator *self, const char *name);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_calculator_describe (KkrCalculator *self);
KKR_AVAILABLE_IN_ALL
KkrCalculator *kkr_calculator_dup (KkrCalculator *self);
KKR_AVAILABLE_IN_ALL
void kkr_calculator_report (KkrCalculator *self, const char *input, KkrCalcError code,
                            const char *text);
KKR_AVAILABLE_IN_ALL
void kkr_calculator_tell_input (KkrCalculator *self, const char *input, const char *danish,
                                const char *english);
KKR_AVAILABLE_IN_ALL
KkrProblem **kkr_calculator_validate (KkrCalculator *self, gsize *n_problems);
KKR_AVAILABLE_IN_ALL
KkrResult *kkr_calculator_run (KkrCalculator *self, GCancellable *cancellable, GError **error);
KKR_AVAILABLE_IN_ALL
void kkr_calculator_run_async (KkrCalculator *self, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
KKR_AVAILABLE_IN_ALL
KkrResult *kkr_calculator_run_finish (KkrCalculator *self, GAsyncResult *result, GError **error);
KKR_AVAILABLE_IN_ALL
KkrResult *kkr_calculator_run_table (KkrCalculator *self, KkrTable *scenarios,
                                     const char *const *columns, GCancellable *cancellable,
                                     GError **error);
KKR_AVAILABLE_IN_ALL
void kkr_calculator_run_table_async (KkrCalculator *self, KkrTable *scenarios,
                                     const char *const *columns, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
KKR_AVAILABLE_IN_ALL
KkrResult *kkr_calculator_run_table_finish (KkrCalculator *self, GAsyncResult *result,
                                            GError **error);
KKR_AVAILABLE_IN_ALL
gdouble kkr_calculator_get_progress (KkrCalculator *self);
KKR_AVAILABLE_IN_ALL
void kkr_calculator_set_progress (KkrCalculator *self, gdouble progress);
KKR_AVAILABLE_IN_ALL
char *kkr_calculator_to_string (KkrCalculator *self);
KKR_AVAILABLE_IN_ALL
char *kkr_calculator___str__ (KkrCalculator *self);
KKR_AVAILABLE_IN_ALL
char *kkr_calculator___repr__ (KkrCalculator *self);

G_END_DECLS

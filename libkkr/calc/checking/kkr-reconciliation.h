/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

/**
 * KkrFigureReading:
 * @KKR_FIGURE_READING_UNSET: not said; never accepted
 * @KKR_FIGURE_READING_EVIDENCE: what the words, sizes and sums of the table speak for
 * @KKR_FIGURE_READING_COUNTS: whole numbers are counts: nothing was rounded
 * @KKR_FIGURE_READING_ROUNDED: whole numbers are rounded, as kroner are
 *
 * What the whole numbers of a printed table are.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_FIGURE_READING_UNSET,
  KKR_FIGURE_READING_EVIDENCE,
  KKR_FIGURE_READING_COUNTS,
  KKR_FIGURE_READING_ROUNDED,
} KkrFigureReading;

#define KKR_TYPE_FIGURE_READING (kkr_figure_reading_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_figure_reading_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrFigureReading kkr_figure_reading_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_figure_reading_to_string (KkrFigureReading figure_reading);

#define KKR_TYPE_RECONCILIATION (kkr_reconciliation_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrReconciliation, kkr_reconciliation, KKR, RECONCILIATION, KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrReconciliation *kkr_reconciliation_new (void);
KKR_AVAILABLE_IN_ALL
KkrReconciliation *kkr_reconciliation_new_from_bytes (GBytes *bytes, GError **error);

G_END_DECLS

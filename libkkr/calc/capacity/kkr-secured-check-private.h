/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/capacity/kkr-secured-private.h>

G_BEGIN_DECLS

/* Rows by themselves; FALSE where something was reported. */
gboolean kkr_secured_check_start (KkrCalculator *calculator);
gboolean kkr_secured_check_inflow (KkrCalculator *calculator);
gboolean kkr_secured_check_stays (KkrCalculator *calculator);
gboolean kkr_secured_check_steps (KkrCalculator *calculator);

gboolean kkr_secured_report (KkrCalculator *calculator, KkrSheet *sheet, guint row, guint column,
                             KkrCalcError code, const char *format, ...) G_GNUC_PRINTF (6, 7);
gboolean kkr_secured_check_year (KkrCalculator *calculator, KkrSheet *sheet, guint row,
                                 guint column, const char *what);
/* One row for each key; FALSE where a row before has it, which is told. */
gboolean kkr_secured_check_once (KkrCalculator *calculator, KkrSheet *sheet, guint row,
                                 GHashTable *seen, gint64 key);
/* "domstype 2" in the language of messages. */
const char *kkr_secured_message_name (KkrSecuredGroup group);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/settlement/kkr-carry-private.h>

G_BEGIN_DECLS

/* What movements come to, from the table of movements itself: whoever makes them does not sum
 * them. */

typedef enum {
  KKR_CARRY_FLOW_IN,
  KKR_CARRY_FLOW_CARRIED,
  KKR_CARRY_FLOW_RESERVED,
  KKR_CARRY_FLOW_PAID_BACK,
  KKR_CARRY_N_FLOWS,
} KkrCarryFlow;

/* Of a cause: the closing is its balance. Of a year of a department: opening and closing are what
 * is still to be settled. */
typedef struct {
  int year;
  gint32 department;
  gint64 opening, closing;
  gint64 flows[KKR_CARRY_N_FLOWS];
} KkrCarrySum;

KkrCarryFlow kkr_carry_kind_flow (KkrCarryKind kind);
/* KkrCarrySum, by cause and department, or by department and year. */
GArray *kkr_carry_sum (const GArray *movements, gboolean by_cause, GError **error);

/* The movements of a result, and the names of its columns of flows. */
GArray *kkr_carry_read_movements (KkrCarryPlan *plan, KkrResult *result);
const char *kkr_carry_flow_name (KkrCarryFlow flow);
const char *kkr_carry_flow_title (KkrCarryFlow flow, const char *language);
/* "Overført til budget, 2022 til 2024". */
char *kkr_carry_movement_name (KkrCarryPlan *plan, const KkrCarryMovement *movement,
                               const char *language);

G_END_DECLS

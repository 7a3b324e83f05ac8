/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/settlement/kkr-carry-private.h>

G_BEGIN_DECLS

/* From one budget to the next: how much of the change the carry-over and other causes explain. */

gboolean kkr_carry_has_bridge (KkrCalculator *calculator);
KkrCarryWork *kkr_carry_bridge_new (KkrCarryPlan *plan, const GArray *movements, GError **error);
/* What the working paper calls a row of the table. */
char *kkr_carry_bridge_id (KkrCarryPlan *plan, guint row);

G_END_DECLS

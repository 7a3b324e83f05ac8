/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Has `set` called with the task's source object and how much is done, 0 to 1, in the main context
 * that the task began in; from any thread. */
void kkr_task_report_progress (GTask *task, gdouble done,
                               void (*set) (gpointer object, gdouble done));

G_END_DECLS

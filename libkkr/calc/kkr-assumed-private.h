/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-note.h>
#include <libkkr/register/kkr-register.h>

G_BEGIN_DECLS

/* The one place that says in a result that facts were assumed: those of `used` (KkrFact) that an
 * overlay changed or added, or, for a register that is an overlay, that none of them was. NULL if
 * there is nothing to say. */
KkrNote *kkr_assumed_note_new (KkrRegister *reg, GPtrArray *used);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/domtype/kkr-matching-private.h>
#include <libkkr/calc/domtype/kkr-placement-matching.h>

G_BEGIN_DECLS

void kkr_matching_install_tables (KkrCalculatorClass *klass);
/* What the sources leave open, with its names. */
void kkr_matching_install_readings (KkrCalculatorClass *klass);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The type functions of all calculators, ended by NULL; generated from calc/meson.build. */
extern GType (*const kkr_calculator_type_getters[]) (void);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation.h>

G_BEGIN_DECLS

KKR_AVAILABLE_IN_ALL
gboolean kkr_derivation_check (KkrDerivation *self, GError **error);

G_END_DECLS

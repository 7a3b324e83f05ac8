/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "columns-helpers.h"

G_BEGIN_DECLS

/* KKR_TEST_CASES random totals, shared by the methods in turn, at every level of the processor,
 * against kkr_apportion_into(). */
void test_random_columns (const KkrApportionMethod *methods, gsize n_methods, guint64 seed);

G_END_DECLS

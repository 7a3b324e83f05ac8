/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "columns-helpers.h"

G_BEGIN_DECLS

/* Every set of up to five weights from 0 to 6, every total from -50 to 50, every tie rule and every
 * level of the processor: the same shares and the same refusals as by kkr_apportion_into(). With
 * fewer KKR_TEST_CASES than usual, as many times fewer sets of five. */
void test_columns_of_small_worlds (KkrApportionMethod method);

G_END_DECLS

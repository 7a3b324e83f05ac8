/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

#define KKR_TYPE_RULE_FINDER (kkr_rule_finder_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrRuleFinder, kkr_rule_finder, KKR, RULE_FINDER, KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrRuleFinder *kkr_rule_finder_new (void);

G_END_DECLS

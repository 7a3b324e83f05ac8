/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-overlay.h>

#include "from-text.h"

/* What is overlaid, and what is asked of it. */

static const char overlay_text[] =
  "<register format='1' version='2024.01'>"
  "<source id='memo' title='Notat' publisher='Udvalg' date='2023-08-21'/>"
  "<series key='budget' title-da='Budget' unit='amount' source='memo' section='1' "
  "known='2023-08-21'>"
  "<fact valid='2023' value='100'/>"
  "<fact valid='2023' price-level='2024' value='103.50'/>"
  "<fact valid='2024' value='110'/>"
  "<fact valid='2025-01-01/..' value='120'/>"
  "</series>"
  "<series key='tariff' unit='amount' source='memo' section='2' valid='2024'>"
  "<fact subject='a' value='43852'/>"
  "<fact subject='b' value='1000.50'/>"
  "<fact subject='c' value='35000' precision='1000'/>"
  "<fact subject='note' text='ikke opgjort'/>"
  "</series>"
  "<series key='rate' unit='rate' source='memo' section='3' valid='2024'>"
  "<fact value='672.5'/></series>"
  "<series key='share' unit='share' source='memo' section='3' valid='2024'>"
  "<fact value='0.25'/></series>"
  "<series key='persons' unit='persons' source='memo' section='3' valid='2024'>"
  "<fact value='9'/></series>"
  "</register>";

static inline void
assert_value (KkrRegister *reg, const char *key, const char *day, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrFact) fact = kkr_register_lookup (reg, key, day, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kkr_fact_get_printed (fact), ==, value);
}

static inline void
assert_gone (KkrRegister *reg, const char *key, const char *day)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (kkr_register_lookup (reg, key, day, NULL, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
}

static inline void
assert_counts (KkrOverlay *overlay, guint changed, guint added, guint removed, guint not_found)
{
  g_auto (GStrv) missed = kkr_overlay_dup_not_found (overlay);

  g_assert_cmpuint (kkr_overlay_get_n_changed (overlay), ==, changed);
  g_assert_cmpuint (kkr_overlay_get_n_added (overlay), ==, added);
  g_assert_cmpuint (kkr_overlay_get_n_removed (overlay), ==, removed);
  g_assert_cmpuint (g_strv_length (missed), ==, not_found);
}

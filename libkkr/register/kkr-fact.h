/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-figure.h>
#include <libkkr/base/kkr-period.h>
#include <libkkr/base/kkr-source.h>
#include <libkkr/base/kkr-enums.h>
#include <libkkr/base/kkr-qualifier.h>

G_BEGIN_DECLS

#define KKR_TYPE_FACT (kkr_fact_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrFact, kkr_fact, KKR, FACT, GObject)

KKR_AVAILABLE_IN_ALL
const char *kkr_fact_get_key (KkrFact *self);
KKR_AVAILABLE_IN_ALL
KkrUnit kkr_fact_get_unit (KkrFact *self);
KKR_AVAILABLE_IN_ALL
char *kkr_fact_dup_value (KkrFact *self);
KKR_AVAILABLE_IN_ALL
char *kkr_fact_dup_value_in (KkrFact *self, const char *language);
KKR_AVAILABLE_IN_ALL
gint64 kkr_fact_get_amount (KkrFact *self);
KKR_AVAILABLE_IN_ALL
gdouble kkr_fact_get_number (KkrFact *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_fact_get_text (KkrFact *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_fact_get_printed (KkrFact *self);
KKR_AVAILABLE_IN_ALL
KkrFigure *kkr_fact_dup_figure (KkrFact *self);
KKR_AVAILABLE_IN_ALL
KkrCellStatus kkr_fact_get_status (KkrFact *self);
KKR_AVAILABLE_IN_ALL
KkrQualifier kkr_fact_get_qualifier (KkrFact *self);
KKR_AVAILABLE_IN_ALL
gint64 kkr_fact_get_scale (KkrFact *self);
KKR_AVAILABLE_IN_ALL
KkrPeriod *kkr_fact_dup_valid (KkrFact *self);
KKR_AVAILABLE_IN_ALL
char *kkr_fact_dup_known_from (KkrFact *self);
KKR_AVAILABLE_IN_ALL
KkrPeriod *kkr_fact_dup_known (KkrFact *self);
KKR_AVAILABLE_IN_ALL
char *kkr_fact_dup_known_text_in (KkrFact *self, const char *language);
KKR_AVAILABLE_IN_ALL
const char *kkr_fact_get_price_level (KkrFact *self);
KKR_AVAILABLE_IN_ALL
gboolean kkr_fact_get_confirmed (KkrFact *self);
KKR_AVAILABLE_IN_ALL
gboolean kkr_fact_is_overlaid (KkrFact *self);
KKR_AVAILABLE_IN_ALL
KkrSource *kkr_fact_get_source (KkrFact *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_fact_get_section (KkrFact *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_fact_get_title_in (KkrFact *self, const char *language);
KKR_AVAILABLE_IN_ALL
const char *kkr_fact_get_note_in (KkrFact *self, const char *language);
KKR_AVAILABLE_IN_ALL
const char *kkr_fact_get_uri (KkrFact *self);
KKR_AVAILABLE_IN_ALL
guint kkr_fact_get_line (KkrFact *self);
KKR_AVAILABLE_IN_ALL
char *kkr_fact_to_string (KkrFact *self);
KKR_AVAILABLE_IN_ALL
char *kkr_fact_to_string_in (KkrFact *self, const char *language);
KKR_AVAILABLE_IN_ALL
char *kkr_fact___str__ (KkrFact *self);
KKR_AVAILABLE_IN_ALL
char *kkr_fact___repr__ (KkrFact *self);

G_END_DECLS

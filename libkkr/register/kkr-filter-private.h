/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/model/kkr-models.h>
#include <libkkr/register/kkr-filter.h>

G_BEGIN_DECLS

/* The properties of a filter; those before the sector name a thing of the register. */
typedef enum {
  KKR_FILTER_MUNICIPALITY,
  KKR_FILTER_REGION,
  KKR_FILTER_OPERATED_BY,
  KKR_FILTER_OFFER,
  KKR_FILTER_PARAGRAPH,
  KKR_FILTER_TARGET_GROUP,
  KKR_FILTER_DOM_TYPE,
  KKR_FILTER_SECTOR,
  KKR_FILTER_VALID_ON,
  KKR_FILTER_N_PROPERTIES,
} KkrFilterProperty;

/* NULL if it is not set. */
const char *kkr_filter_get_text (KkrFilter *self, KkrFilterProperty property);
const char *kkr_filter_get_name (KkrFilterProperty property);
/* The class of what the property names. */
const KkrModel *kkr_filter_get_target (KkrFilterProperty property);

/* A filter whose texts have become things of a register. */
typedef struct {
  KkrEntity *wanted[KKR_FILTER_SECTOR]; /* NULL: any */
  const char *sector;
  gboolean dated;
  gint32 day; /* that things are to hold on, if dated */
} KkrConditions;

/* Whether the things of a class say anything of what the property asks for. */
gboolean kkr_filter_applies (const KkrModel *model, KkrFilterProperty property);
gboolean kkr_conditions_match (const KkrConditions *conditions, KkrEntity *entity);

G_END_DECLS

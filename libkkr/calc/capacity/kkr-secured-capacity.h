/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

/**
 * KkrSecuredGroup:
 * @KKR_SECURED_GROUP_UNSET: not said; never accepted
 * @KKR_SECURED_GROUP_TYPE_1: dom-type 1, placement in a secured unit
 * @KKR_SECURED_GROUP_TYPE_2: dom-type 2, placement with the possibility of a secured unit
 * @KKR_SECURED_GROUP_TYPE_3: dom-type 3, placement
 * @KKR_SECURED_GROUP_TYPE_4: dom-type 4, supervision with the possibility of placement
 * @KKR_SECURED_GROUP_TYPE_5: dom-type 5, supervision
 * @KKR_SECURED_GROUP_REMAND: remand substitutes (varetægtssurrogat): persons who wait for their
 *   trial there instead of in remand prison
 *
 * Whose stays in secured and open places are counted together.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_SECURED_GROUP_UNSET,
  KKR_SECURED_GROUP_TYPE_1,
  KKR_SECURED_GROUP_TYPE_2,
  KKR_SECURED_GROUP_TYPE_3,
  KKR_SECURED_GROUP_TYPE_4,
  KKR_SECURED_GROUP_TYPE_5,
  KKR_SECURED_GROUP_REMAND,
} KkrSecuredGroup;

/**
 * KkrRemandTakeover:
 * @KKR_REMAND_TAKEOVER_UNSET: not said; never accepted
 * @KKR_REMAND_TAKEOVER_ALL: all remand substitutes leave at the start of the year
 * @KKR_REMAND_TAKEOVER_ARRIVALS: nobody new arrives from that year; those who are there stay as
 *   long as they would have
 *
 * What it means that the state takes remand substitutes (varetægtssurrogat) over.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_REMAND_TAKEOVER_UNSET,
  KKR_REMAND_TAKEOVER_ALL,
  KKR_REMAND_TAKEOVER_ARRIVALS,
} KkrRemandTakeover;

#define KKR_TYPE_SECURED_GROUP (kkr_secured_group_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_secured_group_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrSecuredGroup kkr_secured_group_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_secured_group_to_string (KkrSecuredGroup secured_group);

#define KKR_TYPE_REMAND_TAKEOVER (kkr_remand_takeover_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_remand_takeover_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrRemandTakeover kkr_remand_takeover_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_remand_takeover_to_string (KkrRemandTakeover remand_takeover);

#define KKR_TYPE_SECURED_CAPACITY (kkr_secured_capacity_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrSecuredCapacity, kkr_secured_capacity, KKR, SECURED_CAPACITY,
                      KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrSecuredCapacity *kkr_secured_capacity_new (void);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/kernel/kkr-group-sum-parts-private.h>

G_BEGIN_DECLS

/* What is quickly seen of some rows at once. */

/* Rows that are looked at, and then added, while they lie in the fastest memory. */
#define KKR_GROUP_PIECE 1024

/* What every processor of the kind has; rows need no alignment but that of a number. */
typedef guint64 KkrGroupLanes64 __attribute__ ((vector_size (16), aligned (8), may_alias));
typedef guint32 KkrGroupLanes32 __attribute__ ((vector_size (16), aligned (4), may_alias));
typedef guint16 KkrGroupLanes16 __attribute__ ((vector_size (16), aligned (2), may_alias));
typedef guint8 KkrGroupLanes8 __attribute__ ((vector_size (16), aligned (1), may_alias));

typedef struct {
  gconstpointer keys;
  const gint64 *values;
  const guint8 *statuses;
  gsize n;
} KkrGroupPiece;

G_ALWAYS_INLINE static inline gint64
kkr_group_get_key (gconstpointer keys, guint width, gsize i)
{
  if (width == 2)
    return ((const gint16 *) keys)[i];
  if (width == 4)
    return ((const gint32 *) keys)[i];
  return ((const gint64 *) keys)[i];
}

G_ALWAYS_INLINE static inline guint64
kkr_group_join_lanes (KkrGroupLanes64 lanes)
{
  return lanes[0] | lanes[1];
}

/* Two at a time, so that they do not wait for each other. */
#define KKR_GROUP_JOIN(Lanes, numbers, change) \
  Lanes one = { 0 }, two = { 0 }; \
  const Lanes *at = (const Lanes *) (numbers); \
  const Lanes *end = at + KKR_GROUP_PIECE * sizeof *(numbers) / sizeof *at; \
  for (; at < end; at += 2) \
    { \
      one |= change (at[0]); \
      two |= change (at[1]); \
    } \
  return kkr_group_join_lanes ((KkrGroupLanes64) (one | two));

G_ALWAYS_INLINE static inline guint64
kkr_group_join_places16 (const guint16 *keys, guint16 base)
{
#define KKR_GROUP_CHANGE(lanes) ((lanes) - base)
  KKR_GROUP_JOIN (KkrGroupLanes16, keys, KKR_GROUP_CHANGE)
}

G_ALWAYS_INLINE static inline guint64
kkr_group_join_places32 (const guint32 *keys, guint32 base)
{
  KKR_GROUP_JOIN (KkrGroupLanes32, keys, KKR_GROUP_CHANGE)
}

G_ALWAYS_INLINE static inline guint64
kkr_group_join_places64 (const guint64 *keys, guint64 base)
{
  KKR_GROUP_JOIN (KkrGroupLanes64, keys, KKR_GROUP_CHANGE)
#undef KKR_GROUP_CHANGE
}

G_ALWAYS_INLINE static inline guint64
kkr_group_join_statuses (const guint8 *statuses)
{
  KKR_GROUP_JOIN (KkrGroupLanes8, statuses, )
}

/* Those that are G_MININT64 left out, by their upper halves, since not every processor compares 64
 * bits; what has that upper half and another lower one is as far from 0 as can be. */
G_ALWAYS_INLINE static inline guint64
kkr_group_join_values_there_are (const gint64 *values, guint64 limit)
{
  const KkrGroupLanes64 *at = (const KkrGroupLanes64 *) values;
  const KkrGroupLanes64 *end = at + KKR_GROUP_PIECE * sizeof *values / sizeof *at;
  const KkrGroupLanes32 marks
    = (KkrGroupLanes32) ((KkrGroupLanes64) { 0 } + (guint64) G_MININT64);
  const KkrGroupLanes64 uppers = ~(KkrGroupLanes64) { 0 } << 32;
  KkrGroupLanes64 all = { 0 }, lowers = { 0 };

  for (; at < end; at++)
    {
      const KkrGroupLanes64 marked = (KkrGroupLanes64) ((KkrGroupLanes32) *at == marks) & uppers;

      all |= (*at + limit) & ~marked;
      lowers |= *at & (KkrGroupLanes64) ((KkrGroupLanes64) marked >> 32);
    }
  return kkr_group_join_lanes (lowers) != 0 ? G_MAXUINT64 : kkr_group_join_lanes (all);
}

/* Whether the keys of a full piece are all in the window. A number below a power of two has no bit
 * from there on, nor have many of them taken together. */
G_ALWAYS_INLINE static inline gboolean
kkr_group_are_in_window (const KkrGroupWindow *window, gconstpointer keys, guint width)
{
  if (width == 2)
    return (kkr_group_join_places16 (keys, (guint16) window->base)
            & ((0x10000 - window->size) * 0x0001000100010001)) == 0;
  if (width == 4)
    return (kkr_group_join_places32 (keys, (guint32) window->base)
            & ((0x100000000 - window->size) * 0x0000000100000001)) == 0;
  return (kkr_group_join_places64 (keys, (guint64) window->base) & -window->size) == 0;
}

/* Whether -limit <= value < limit for all of a full piece that are not marked as missing. */
G_ALWAYS_INLINE static inline gboolean
kkr_group_are_within_or_missing (const gint64 *values, guint64 limit)
{
  return kkr_group_join_values_there_are (values, limit) < 2 * limit;
}

#undef KKR_GROUP_JOIN

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-group-sum-parts-private.h>

#include <libkkr/base/kkr-memory-private.h>

#define FIRST_CAPACITY 16
#define PART_SHIFT 56 /* 64 - log2 (KKR_GROUP_HASH_PARTS) */

void
kkr_group_hash_draw_seeds (guint64 seeds[2])
{
  for (guint i = 0; i < 2; i++)
    seeds[i] = (guint64) g_random_int () << 32 | g_random_int ();
  /* A multiplier with few bits would move nothing. */
  seeds[1] |= (guint64) 1 << 63 | 1;
}

static inline guint64
hash_key (const KkrGroupHash *hash, gint64 key)
{
  KkrUint128 product = (KkrUint128) ((guint64) key ^ hash->seeds[0]) * hash->seeds[1];

  return (guint64) (product >> 64) ^ (guint64) product;
}

/* The slot that has the key and the status, or the empty one where they belong. There is always an
 * empty one. */
static inline KkrGroupSlot *
find_slot (const KkrGroupHashPart *part, guint64 hashed, gint64 key, guint status)
{
  const guint32 mask = part->capacity - 1;
  guint32 at = (guint32) hashed & mask;

  for (;; at = (at + 1) & mask)
    {
      KkrGroupSlot *slot = &part->slots[at];

      if (slot->mark == 0
          || (slot->key == key && slot->mark >> KKR_GROUP_STATUS_SHIFT == status))
        return slot;
    }
}

static gboolean
grow (KkrGroupHash *hash, KkrGroupHashPart *part)
{
  KkrGroupHashPart larger = { .capacity = part->capacity > 0 ? part->capacity * 2
                                                             : FIRST_CAPACITY,
                              .n_used = part->n_used };

  if (part->capacity > G_MAXUINT32 / 2
      || (larger.slots = kkr_memory_try_new (larger.capacity * sizeof *larger.slots)) == NULL)
    return FALSE;
  for (guint32 i = 0; i < larger.capacity; i++)
    larger.slots[i].mark = 0;
  for (guint32 i = 0; i < part->capacity; i++)
    {
      const KkrGroupSlot *slot = &part->slots[i];

      if (slot->mark != 0)
        *find_slot (&larger, hash_key (hash, slot->key), slot->key,
                    (guint) (slot->mark >> KKR_GROUP_STATUS_SHIFT)) = *slot;
    }
  kkr_memory_free (part->slots);
  *part = larger;
  return TRUE;
}

static inline void
add (KkrGroupHash *hash, guint64 hashed, gint64 key, guint status, KkrInt128 sum, guint64 n_rows)
{
  KkrGroupHashPart *part = &hash->parts[hashed >> PART_SHIFT];
  KkrGroupSlot *slot;

  /* Half of the slots stay empty. */
  if (G_UNLIKELY (part->n_used >= part->capacity / 2) && !grow (hash, part))
    {
      hash->failed = TRUE;
      return;
    }
  slot = find_slot (part, hashed, key, status);
  if (slot->mark == 0)
    {
      *slot = (KkrGroupSlot) { 0, key, (guint64) status << KKR_GROUP_STATUS_SHIFT };
      part->n_used++;
    }
  slot->mark += n_rows;
  slot->sum += sum;
}

void
kkr_group_hash_add (KkrGroupHash *hash, gint64 key, guint status, KkrInt128 sum, guint64 n_rows)
{
  add (hash, hash_key (hash, key), key, status, sum, n_rows);
}

void
kkr_group_hash_add_rows (KkrGroupHash *hash, const gint64 *keys, const gint64 *values,
                         const guint8 *statuses, gsize n)
{
  guint64 hashed[KKR_GROUP_HASH_BATCH];

  for (gsize i = 0; i < n; i++)
    {
      const KkrGroupHashPart *part;

      hashed[i] = hash_key (hash, keys[i]);
      part = &hash->parts[hashed[i] >> PART_SHIFT];
      if (part->capacity > 0)
        __builtin_prefetch (&part->slots[(guint32) hashed[i] & (part->capacity - 1)], 1);
    }
  for (gsize i = 0; i < n; i++)
    add (hash, hashed[i], keys[i], statuses[i], statuses[i] == 0 ? values[i] : 0, 1);
}

void
kkr_group_hash_add_part (KkrGroupHash *hash, const KkrGroupHash *other, guint part)
{
  const KkrGroupHashPart *from = &other->parts[part];

  for (guint32 i = 0; i < from->capacity; i++)
    {
      const KkrGroupSlot *slot = &from->slots[i];

      if (slot->mark != 0)
        kkr_group_hash_add (hash, slot->key, (guint) (slot->mark >> KKR_GROUP_STATUS_SHIFT),
                            slot->sum, slot->mark & KKR_GROUP_COUNT_MASK);
    }
}

void
kkr_group_hash_clear (KkrGroupHash *hash)
{
  for (guint i = 0; i < KKR_GROUP_HASH_PARTS; i++)
    kkr_memory_free (hash->parts[i].slots);
}

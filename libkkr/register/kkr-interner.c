/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/register/kkr-interner-private.h>

#define FIRST_SLOTS 256
#define FIRST_POOL 4096
#define MAX_POOL G_MAXUINT32

void
kkr_interner_clear (KkrInterner *self)
{
  kkr_memory_free (self->pool);
  kkr_memory_free (self->starts);
  g_free (self->slots);
  *self = (KkrInterner) { 0 };
}

static guint64
load (const char *text)
{
  guint64 word;

  memcpy (&word, text, sizeof word);
  return word;
}

/* All of a text of at most eight bytes. */
static guint64
load_short (const char *text, gsize length)
{
  guint32 first, last;

  if (length >= 4)
    {
      memcpy (&first, text, sizeof first);
      memcpy (&last, text + length - sizeof last, sizeof last);
      return (guint64) first << 32 | last;
    }
  if (length == 0)
    return 0;
  return (guint64) (guint8) text[0] << 16 | (guint64) (guint8) text[length / 2] << 8
         | (guint8) text[length - 1];
}

static guint64
mix (guint64 hash, guint64 word)
{
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 29;
}

/* Eight bytes at a time, the last ones perhaps twice. The address of the table is in it, so that a
 * file cannot be made whose texts all fall on one slot. */
static guint32
hash_text (const KkrInterner *self, const char *text, gsize length)
{
  guint64 hash = length ^ ((guint64) (gsize) self << 16);

  if (length <= 8)
    hash = mix (hash, load_short (text, length));
  else
    {
      for (gsize at = 0; at + 8 < length; at += 8)
        hash = mix (hash, load (text + at));
      hash = mix (hash, load (text + length - 8));
    }
  return (guint32) (hash >> 32) ^ (guint32) hash;
}

guint
kkr_interner_mix_end (const char *text, gsize length)
{
  return (guint) (mix (length, length < 8 ? load_short (text, length) : load (text + length - 8))
                  >> 32);
}

gboolean
kkr_interner_is_same (const char *a, const char *b, gsize length)
{
  if (length <= 8)
    return load_short (a, length) == load_short (b, length);
  for (gsize at = 0; at + 8 < length; at += 8)
    if (load (a + at) != load (b + at))
      return FALSE;
  return load (a + length - 8) == load (b + length - 8);
}

static gboolean
is_text (const KkrInterner *self, guint number, const char *text, gsize length)
{
  gsize end = number + 1 < self->n_texts ? self->starts[number + 1] : self->pool_length;

  return end - self->starts[number] == length + 1
         && kkr_interner_is_same (self->pool + self->starts[number], text, length);
}

#define NUMBER_OF(slot) ((guint32) (slot) - 1)
#define HASH_OF(slot) ((guint32) ((slot) >> 32))

static guint
find_slot (const KkrInterner *self, guint32 hash, const char *text, gsize length)
{
  guint mask = self->n_slots - 1, slot = hash & mask;

  for (; self->slots[slot] != 0; slot = (slot + 1) & mask)
    if (HASH_OF (self->slots[slot]) == hash
        && is_text (self, NUMBER_OF (self->slots[slot]), text, length))
      break;
  return slot;
}

/* Where there is none of a text that has not come yet. */
static guint
free_slot (const KkrInterner *self, guint32 hash)
{
  guint mask = self->n_slots - 1, slot = hash & mask;

  while (self->slots[slot] != 0)
    slot = (slot + 1) & mask;
  return slot;
}

/* A slot is mostly found where it is looked for, and the next ones lie beside it. */
static gboolean
is_full (guint n_texts, guint n_slots)
{
  return n_texts >= n_slots / 4 * 3;
}

static void
set_slots (KkrInterner *self, guint n_slots)
{
  self->n_slots = n_slots;
  self->slots = kkr_memory_new_zeros (n_slots * sizeof *self->slots);
}

/* Texts, or texts and one more, will have enough slots. */
static void
grow_slots (KkrInterner *self, guint n_texts)
{
  guint64 *old = self->slots;
  guint n_old = self->n_slots, n_slots = n_old > 0 ? n_old : FIRST_SLOTS / 4;

  do
    n_slots *= 4;
  while (is_full (n_texts, n_slots));
  set_slots (self, n_slots);
  for (guint i = 0; i < n_old; i++)
    if (old[i] != 0)
      self->slots[free_slot (self, HASH_OF (old[i]))] = old[i];
  g_free (old);
}

static void
grow_starts (KkrInterner *self, gsize size)
{
  self->starts = kkr_memory_grow (self->starts, self->n_texts * sizeof *self->starts, size);
  self->n_allocated = (guint) MIN (size / sizeof *self->starts, G_MAXUINT);
}

static void
grow_pool (KkrInterner *self, gsize size)
{
  self->pool = kkr_memory_grow (self->pool, self->pool_length, size);
  self->pool_size = size;
}

static void
make_room (KkrInterner *self, gsize length)
{
  if (self->n_texts == self->n_allocated)
    grow_starts (self, kkr_memory_next_size (self->n_texts * sizeof *self->starts));
  if (self->pool_size - self->pool_length <= length)
    grow_pool (self, MAX (kkr_memory_next_size (self->pool_size),
                          self->pool_length + length + FIRST_POOL));
}

void
kkr_interner_reserve (KkrInterner *self, guint n_texts, gsize pool_length)
{
  if (n_texts > self->n_allocated)
    grow_starts (self, n_texts * sizeof *self->starts);
  if (pool_length > self->pool_size)
    grow_pool (self, pool_length);
  if (is_full (n_texts, self->n_slots))
    grow_slots (self, n_texts);
}

guint
kkr_interner_find (const KkrInterner *self, const char *text, gsize length)
{
  guint slot;

  if (self->n_slots == 0)
    return KKR_INTERNER_NONE;
  slot = find_slot (self, hash_text (self, text, length), text, length);
  return self->slots[slot] != 0 ? NUMBER_OF (self->slots[slot]) : KKR_INTERNER_NONE;
}

guint32
kkr_interner_prepare (const KkrInterner *self, const char *text, gsize length)
{
  guint32 hash = hash_text (self, text, length);

  if (self->n_slots > 0)
    __builtin_prefetch (&self->slots[hash & (self->n_slots - 1)], 1);
  return hash;
}

guint
kkr_interner_add (KkrInterner *self, const char *text, gsize length)
{
  return kkr_interner_add_prepared (self, hash_text (self, text, length), text, length);
}

guint
kkr_interner_add_prepared (KkrInterner *self, guint32 hash, const char *text, gsize length)
{
  guint slot;

  if (is_full (self->n_texts, self->n_slots))
    grow_slots (self, self->n_texts);
  slot = find_slot (self, hash, text, length);
  if (self->slots[slot] != 0)
    return NUMBER_OF (self->slots[slot]);
  if (length >= MAX_POOL - self->pool_length || self->n_texts >= G_MAXINT32)
    return KKR_INTERNER_NONE;
  make_room (self, length);
  self->starts[self->n_texts] = (guint32) self->pool_length;
  memcpy (self->pool + self->pool_length, text, length);
  self->pool[self->pool_length + length] = '\0';
  self->pool_length += length + 1;
  self->slots[slot] = (guint64) hash << 32 | ++self->n_texts;
  return self->n_texts - 1;
}

static gboolean
is_pool (const char *pool, gsize length, const guint32 *starts, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gsize end = i + 1 < n ? starts[i + 1] : length;

      if (starts[i] >= end || end > length || pool[end - 1] != '\0')
        return FALSE;
    }
  return n == 0 || starts[0] == 0;
}

gboolean
kkr_interner_load (KkrInterner *self, GBytes *pool_bytes, GBytes *starts_bytes)
{
  gsize length, size;
  const char *pool = g_bytes_get_data (pool_bytes, &length);
  const guint32 *starts = g_bytes_get_data (starts_bytes, &size);
  guint n = (guint) (size / sizeof *starts), n_slots = FIRST_SLOTS;

  if (n > G_MAXINT32 / 2 || length > MAX_POOL || !is_pool (pool, length, starts, n))
    return FALSE;
  if (n == 0)
    return TRUE;
  self->pool = kkr_memory_new (length);
  memcpy (self->pool, pool, length);
  self->pool_length = self->pool_size = length;
  self->starts = kkr_memory_new (size);
  memcpy (self->starts, starts, n * sizeof *starts);
  self->n_texts = self->n_allocated = n;
  while (is_full (n, n_slots))
    n_slots *= 2;
  set_slots (self, n_slots);
  for (guint i = 0; i < n; i++)
    {
      gsize end = i + 1 < n ? starts[i + 1] : length;
      guint32 hash = hash_text (self, pool + starts[i], end - starts[i] - 1);

      self->slots[free_slot (self, hash)] = (guint64) hash << 32 | (i + 1);
    }
  return TRUE;
}

const char *
kkr_interner_get (const KkrInterner *self, guint number)
{
  return self->pool + self->starts[number];
}

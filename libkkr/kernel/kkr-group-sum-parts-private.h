/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/kernel/kkr-group-sum-private.h>

G_BEGIN_DECLS

/* What one thread has added up, in two parts: keys that lie close together in a window, all others
 * in a hash. A key may be in both, and in those of other threads: what stands for it is added up at
 * the end. */

/* The smallest number, which stands for no key. In a hash it is always G_MININT64. */
#define KKR_GROUP_NO_KEY(width) (G_MININT64 >> (64 - 8 * (width)))

/* Rows of one key and one status. */
typedef struct {
  KkrInt128 sum;
  gint64 key;
  guint64 mark; /* the number of rows, 0 in an empty slot, and the status in the two highest bits */
} KkrGroupSlot;

#define KKR_GROUP_STATUS_SHIFT 62
#define KKR_GROUP_COUNT_MASK (((guint64) 1 << KKR_GROUP_STATUS_SHIFT) - 1)

/* Many small tables instead of one, by the highest bits of the hash: each grows by itself in little
 * time, and those of several threads can be added up side by side. */
#define KKR_GROUP_HASH_PARTS 256

typedef struct {
  KkrGroupSlot *slots;
  guint32 capacity; /* 0 or a power of two */
  guint32 n_used;
} KkrGroupHashPart;

typedef struct {
  guint64 seeds[2];
  gboolean failed; /* there was no memory: what is in it is not everything */
  KkrGroupHashPart parts[KKR_GROUP_HASH_PARTS];
} KkrGroupHash;

/* Drawn at random, so that nobody can choose keys that fall together. What comes out is sorted and
 * does not show them. Hashes that are to be added up share theirs. */
void kkr_group_hash_draw_seeds (guint64 seeds[2]);
void kkr_group_hash_add (KkrGroupHash *hash, gint64 key, guint status, KkrInt128 sum,
                         guint64 n_rows);
/* Many rows: the slots are asked for before they are needed. */
#define KKR_GROUP_HASH_BATCH 32
void kkr_group_hash_add_rows (KkrGroupHash *hash, const gint64 *keys, const gint64 *values,
                              const guint8 *statuses, gsize n);
void kkr_group_hash_add_part (KkrGroupHash *hash, const KkrGroupHash *other, guint part);
void kkr_group_hash_clear (KkrGroupHash *hash);

/* A sum of 64 bits, signed in the end, and the number of rows in it: added to together. */
typedef guint64 KkrGroupCell __attribute__ ((vector_size (16)));

/* The keys from `base` to before `base + size`. While rows are added, each key has a cell. Before
 * its sum could run over, it is moved to `sums` and `counts`. Of very large values the lower half
 * is added there, the upper half to another cell. Rows go to `n_copies` such arrays in turn, since
 * adding to the same cell twice means waiting. */
typedef struct {
  gint64 base;
  guint64 size; /* 0 or a power of two; the window lies within what a key can be */
  guint n_copies;
  guint64 stride; /* from one copy to the next; 0 if there is one */
  KkrGroupCell *cells; /* the copies, then those of the upper halves */
  guint64 to_highs; /* from a cell to that of the upper halves */
  gboolean has_highs;
  guint64 *others[KKR_GROUP_N_STATUSES]; /* rows with status 1, 2 and 3 */
  KkrInt128 *sums;
  guint64 *counts;
  guint64 load; /* no sum in a cell is further from 0 than this */
} KkrGroupWindow;

#define KKR_GROUP_MAX_COPIES 4
#define KKR_GROUP_MAX_WINDOW 65536
#define KKR_GROUP_MAX_LOAD ((guint64) 1 << 63)

/* Makes the window so wide that it has the keys from `lowest` to `highest` too; FALSE if that is
 * wider than `max_size`, or there is no memory for it. */
gboolean kkr_group_window_widen (KkrGroupWindow *window, guint key_width, gint64 lowest,
                                 gint64 highest, guint64 max_size);
void kkr_group_window_flush (KkrGroupWindow *window);
/* Moves everything to the hash. */
void kkr_group_window_empty (KkrGroupWindow *window, guint key_width, KkrGroupHash *hash);
void kkr_group_window_clear (KkrGroupWindow *window);

/* Before `n` rows are added to the cells, all of them with -magnitude <= value < magnitude. */
static inline void
kkr_group_window_make_room (KkrGroupWindow *window, guint64 n, guint64 magnitude)
{
  if (window->load + n * magnitude > KKR_GROUP_MAX_LOAD)
    kkr_group_window_flush (window);
  window->load += n * magnitude;
}

typedef struct {
  KkrGroupWindow window;
  KkrGroupHash hash;
  guint64 max_window;
  gsize bad_row; /* the first row with a status that is none; G_MAXSIZE */
  gboolean was_plain; /* the piece before had small values only, or none */
} KkrGroupState;

/* Adds the rows from `first` to before `first + n`. */
void kkr_group_state_add (KkrGroupState *state, const KkrGroupSumTask *task, gsize first, gsize n);

G_END_DECLS

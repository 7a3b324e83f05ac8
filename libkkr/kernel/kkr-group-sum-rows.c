/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-group-sum-scan-private.h>

/* Rows of a piece whose keys may lie outside the window before all of it goes to the hash. */
#define MAX_OUTSIDE (KKR_GROUP_PIECE / 8)
/* So wide is one that is guessed, where the keys of a piece lie too far apart for one window. */
#define GUESSED_WINDOW 4096

/* Amounts below 170 milliard kroner: the cells hold half a million of them, and thirty-two times as
 * many halves of larger ones. */
#define SMALL ((guint64) 1 << 44)
#define HALF ((guint64) 1 << 32)
#define ALL_STATUSES ((guint64) 0x0303030303030303)

G_ALWAYS_INLINE static inline guint64
get_place (const KkrGroupWindow *window, gint64 key)
{
  return (guint64) key - (guint64) window->base;
}

G_ALWAYS_INLINE static inline guint
get_status (const KkrGroupPiece *piece, gsize i, gboolean has_statuses)
{
  const guint status = has_statuses ? piece->statuses[i] : 0;

  return status | ((guint) (status == 0) & (guint) (piece->values[i] == G_MININT64));
}

/* Adds a pair of rows to their cells, or takes them back: what wraps around on the way is the same
 * again then. */
G_ALWAYS_INLINE static inline void
add_pair (KkrGroupCell *const *cells, guint64 base, const KkrGroupPiece *piece, guint width,
          gsize i, KkrGroupLanes64 pair, gboolean back)
{
  const KkrGroupCell one = { pair[0], 1 }, two = { pair[1], 1 };
  KkrGroupCell *first = cells[0] + ((guint64) kkr_group_get_key (piece->keys, width, i) - base);
  KkrGroupCell *second;

  *first = back ? *first - one : *first + one;
  second = cells[1] + ((guint64) kkr_group_get_key (piece->keys, width, i + 1) - base);
  *second = back ? *second - two : *second + two;
}

/* A full piece without statuses whose keys are in the window. The values are looked at while they
 * are added, since both wait for the memory: FALSE if some are not small, which have then been
 * added nevertheless. */
G_ALWAYS_INLINE static inline gboolean
add_plain (const KkrGroupWindow *window, const KkrGroupPiece *piece, guint width, gboolean back)
{
  const guint64 base = (guint64) window->base;
  const KkrGroupPiece rows = *piece;
  const KkrGroupLanes64 *pairs = (const KkrGroupLanes64 *) piece->values;
  KkrGroupCell *cells[KKR_GROUP_MAX_COPIES];
  KkrGroupLanes64 all = { 0 };

  for (guint i = 0; i < KKR_GROUP_MAX_COPIES; i++)
    cells[i] = window->cells + i % window->n_copies * window->stride;
  for (gsize i = 0; i < KKR_GROUP_PIECE; i += 4)
    {
      const KkrGroupLanes64 one = pairs[i / 2], two = pairs[i / 2 + 1];

      __builtin_prefetch ((const char *) rows.keys + (KKR_GROUP_PIECE + i) * width);
      all |= (one + SMALL) | (two + SMALL);
      add_pair (cells, base, &rows, width, i, one, back);
      add_pair (cells + 2, base, &rows, width, i + 2, two, back);
    }
  return kkr_group_join_lanes (all) < 2 * SMALL;
}

/* What the rows of a piece have, which decides how much is to be done about each. */
typedef struct {
  guint width;
  gboolean has_statuses;
  gboolean is_large; /* values are added in two halves */
} Kind;

/* No branch: which rows have no value or key is a matter of chance. They are listed, and the place
 * of the others is known early, so that the next rows need not wait for it. */
G_ALWAYS_INLINE static inline gsize
add_or_list (KkrGroupCell *cells, const KkrGroupWindow *window, const KkrGroupPiece *piece, gsize i,
             Kind kind, guint16 *listed, gsize n_listed)
{
  const guint64 at = get_place (window, kkr_group_get_key (piece->keys, kind.width, i));
  const gint64 value = piece->values[i];
  const guint64 inside = -(guint64) (at < window->size);
  const guint64 is_value = kind.has_statuses ? -(guint64) (piece->statuses[i] == 0) : G_MAXUINT64;
  const guint64 use = inside & is_value & -(guint64) (value != G_MININT64);
  const gint64 low = kind.is_large ? value & G_MAXUINT32 : value;

  cells[at & inside] += (KkrGroupCell) { (guint64) low & use, use & 1 };
  if (kind.is_large)
    cells[window->to_highs + (at & inside)] += (KkrGroupCell) { (guint64) (value >> 32) & use, 0 };
  listed[n_listed] = (guint16) i;
  return n_listed + (~use & 1);
}

static inline void
add_listed (KkrGroupState *state, const KkrGroupPiece *piece, gsize i, Kind kind)
{
  const gint64 key = kkr_group_get_key (piece->keys, kind.width, i);
  const guint64 at = get_place (&state->window, key);
  const guint status = get_status (piece, i, kind.has_statuses);

  if (at < state->window.size)
    state->window.others[status][at]++;
  else
    kkr_group_hash_add (&state->hash, key == KKR_GROUP_NO_KEY (kind.width) ? G_MININT64 : key,
                        status, status == 0 ? piece->values[i] : 0, 1);
}

G_ALWAYS_INLINE static inline void
add_kind (KkrGroupState *state, const KkrGroupPiece *piece, Kind kind)
{
  const KkrGroupWindow window = state->window;
  const KkrGroupPiece rows = *piece;
  KkrGroupCell *cells[KKR_GROUP_MAX_COPIES];
  guint16 listed[KKR_GROUP_PIECE + 1];
  const gsize n_in_fours = rows.n / KKR_GROUP_MAX_COPIES * KKR_GROUP_MAX_COPIES;
  gsize n = 0;

  for (guint copy = 0; copy < KKR_GROUP_MAX_COPIES; copy++)
    cells[copy] = window.cells + copy % window.n_copies * window.stride;
  for (gsize i = 0; i < n_in_fours; i += KKR_GROUP_MAX_COPIES)
    {
      n = add_or_list (cells[0], &window, &rows, i, kind, listed, n);
      n = add_or_list (cells[1], &window, &rows, i + 1, kind, listed, n);
      n = add_or_list (cells[2], &window, &rows, i + 2, kind, listed, n);
      n = add_or_list (cells[3], &window, &rows, i + 3, kind, listed, n);
    }
  for (gsize i = n_in_fours; i < rows.n; i++)
    n = add_or_list (cells[0], &window, &rows, i, kind, listed, n);
  for (gsize i = 0; i < n; i++)
    add_listed (state, piece, listed[i], kind);
}

G_ALWAYS_INLINE static inline void
add_any (KkrGroupState *state, const KkrGroupPiece *piece, guint width, gboolean has_statuses)
{
  KkrGroupWindow *window = &state->window;

  if (piece->n == KKR_GROUP_PIECE && kkr_group_are_within_or_missing (piece->values, SMALL))
    {
      kkr_group_window_make_room (window, piece->n, SMALL);
      add_kind (state, piece, (Kind) { width, has_statuses, FALSE });
    }
  else
    {
      kkr_group_window_make_room (window, piece->n, HALF);
      window->has_highs = TRUE;
      add_kind (state, piece, (Kind) { width, has_statuses, TRUE });
    }
}

/* The keys there are; the lowest is above the highest if there is none. */
typedef struct {
  gint64 lowest;
  gint64 highest;
  gint64 middle; /* one that is probably between most of them */
  gsize n_outside; /* the window */
} Keys;

G_ALWAYS_INLINE static inline void
look_at_keys (const KkrGroupWindow *window, const KkrGroupPiece *piece, guint width, Keys *keys)
{
  const gint64 a = kkr_group_get_key (piece->keys, width, 0);
  const gint64 b = kkr_group_get_key (piece->keys, width, piece->n / 2);
  const gint64 c = kkr_group_get_key (piece->keys, width, piece->n - 1);

  *keys = (Keys) { G_MAXINT64, G_MININT64, MAX (MIN (a, b), MIN (MAX (a, b), c)), 0 };
  for (gsize i = 0; i < piece->n; i++)
    {
      const gint64 key = kkr_group_get_key (piece->keys, width, i);

      keys->lowest = MIN (keys->lowest, key == KKR_GROUP_NO_KEY (width) ? G_MAXINT64 : key);
      keys->highest = MAX (keys->highest, key == KKR_GROUP_NO_KEY (width) ? G_MININT64 : key);
      keys->n_outside += get_place (window, key) >= window->size;
    }
}

/* Where a few keys lie far from all others, a window around the others. */
static gboolean
guess_window (KkrGroupState *state, const Keys *keys, guint width)
{
  const guint64 size = MIN (GUESSED_WINDOW, state->max_window);
  const gint64 half = (gint64) size / 2;
  gint64 middle;

  if (state->window.size > 0 || (guint64) keys->highest - (guint64) keys->lowest < size)
    return FALSE;
  middle = CLAMP (keys->middle, keys->lowest + half, keys->highest - half);
  return kkr_group_window_widen (&state->window, width, middle - half, middle + (half - 1), size);
}

/* Whether most of the keys are in the window that there is then. */
G_ALWAYS_INLINE static inline gboolean
fit_window (KkrGroupState *state, const KkrGroupPiece *piece, guint width)
{
  Keys keys;

  look_at_keys (&state->window, piece, width, &keys);
  if (keys.n_outside > 0 && keys.lowest <= keys.highest
      && (kkr_group_window_widen (&state->window, width, keys.lowest, keys.highest,
                                  state->max_window)
          || guess_window (state, &keys, width)))
    look_at_keys (&state->window, piece, width, &keys);
  return keys.n_outside <= MAX_OUTSIDE && state->window.size > 0;
}

G_ALWAYS_INLINE static inline void
add_to_hash (KkrGroupHash *hash, const KkrGroupPiece *piece, guint width)
{
  for (gsize i = 0; i < piece->n; i += KKR_GROUP_HASH_BATCH)
    {
      const gsize n = MIN (piece->n - i, KKR_GROUP_HASH_BATCH);
      gint64 keys[KKR_GROUP_HASH_BATCH];
      guint8 statuses[KKR_GROUP_HASH_BATCH];

      for (gsize j = 0; j < n; j++)
        {
          keys[j] = kkr_group_get_key (piece->keys, width, i + j);
          keys[j] = keys[j] == KKR_GROUP_NO_KEY (width) ? G_MININT64 : keys[j];
          statuses[j] = (guint8) get_status (piece, i + j, piece->statuses != NULL);
        }
      kkr_group_hash_add_rows (hash, keys, piece->values + i, statuses, n);
    }
}

/* Such a piece adds nothing: all that there will be is an error. */
static gboolean
has_bad_status (KkrGroupState *state, const KkrGroupPiece *piece, gsize first)
{
  for (gsize i = 0; i < piece->n; i++)
    if (piece->statuses[i] >= KKR_GROUP_N_STATUSES)
      {
        state->bad_row = MIN (state->bad_row, first + i);
        return TRUE;
      }
  return FALSE;
}

/* Of a piece that was added as if all its rows had values, those that have none: they are few, and
 * to find them among the others takes longer than to be wrong about them. */
G_ALWAYS_INLINE static inline void
take_missing_back (const KkrGroupWindow *window, const KkrGroupPiece *piece, guint width)
{
  for (gsize i = 0; i < KKR_GROUP_PIECE; i++)
    if (piece->values[i] == G_MININT64)
      {
        const guint64 at = get_place (window, kkr_group_get_key (piece->keys, width, i));

        window->cells[at] -= (KkrGroupCell) { (guint64) G_MININT64, 1 };
        window->others[1][at]++;
      }
}

/* Most rows are like those before them. */
G_ALWAYS_INLINE static inline gboolean
try_plain (KkrGroupState *state, const KkrGroupPiece *piece, guint width)
{
  if (!state->was_plain && !kkr_group_are_within_or_missing (piece->values, SMALL))
    return FALSE;
  kkr_group_window_make_room (&state->window, piece->n, SMALL);
  state->was_plain = TRUE;
  if (add_plain (&state->window, piece, width, FALSE))
    return TRUE;
  state->was_plain = kkr_group_are_within_or_missing (piece->values, SMALL);
  if (state->was_plain)
    take_missing_back (&state->window, piece, width);
  else
    add_plain (&state->window, piece, width, TRUE);
  return state->was_plain;
}

G_ALWAYS_INLINE static inline void
add_piece (KkrGroupState *state, const KkrGroupPiece *piece, gsize first, guint width)
{
  KkrGroupWindow *window = &state->window;
  const gboolean full = piece->n == KKR_GROUP_PIECE;
  const guint64 statuses = piece->statuses == NULL ? 0
                           : full ? kkr_group_join_statuses (piece->statuses) : G_MAXUINT64;
  const gboolean fits = full && window->size > 0
                        && kkr_group_are_in_window (window, piece->keys, width);

  if ((statuses & ~ALL_STATUSES) != 0 && has_bad_status (state, piece, first))
    return;
  if (fits && statuses == 0 && try_plain (state, piece, width))
    return;
  if (!fits && !fit_window (state, piece, width))
    add_to_hash (&state->hash, piece, width);
  else if (statuses == 0)
    add_any (state, piece, width, FALSE);
  else
    add_any (state, piece, width, TRUE);
}

G_ALWAYS_INLINE static inline void
add_rows (KkrGroupState *state, const KkrGroupSumTask *task, gsize first, gsize n, guint width)
{
  const gsize end = first + n;

  for (; first < end; first += KKR_GROUP_PIECE)
    {
      const KkrGroupPiece piece = {
        .keys = (const char *) task->keys + first * width,
        .values = task->values + first,
        .statuses = task->statuses != NULL ? task->statuses + first : NULL,
        .n = MIN (end - first, KKR_GROUP_PIECE),
      };

      add_piece (state, &piece, first, width);
    }
}

void
kkr_group_state_add (KkrGroupState *state, const KkrGroupSumTask *task, gsize first, gsize n)
{
  if (task->key_width == 2)
    add_rows (state, task, first, n, 2);
  else if (task->key_width == 4)
    add_rows (state, task, first, n, 4);
  else
    add_rows (state, task, first, n, 8);
}

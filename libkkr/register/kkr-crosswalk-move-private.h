/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-int128-private.h>
#include <libkkr/register/kkr-crosswalk-private.h>

G_BEGIN_DECLS

/* One code that is reached. */
typedef struct {
  KkrInt128 sum; /* which may fit again when all is added */
  gboolean listed; /* the series has a code with a row to it, though its weight may be 0 */
  guint n_values;  /* parts that there are */
  guint n_lost[4]; /* parts that there are not, by KkrCellStatus; VALUE: for want of a row */
  GString *danish; /* remarks */
  GString *english;
} KkrMoveTarget;

/* A series on its way from one geography to another. */
typedef struct {
  KkrCrosswalk *crosswalk;
  KkrApportionMethod method;
  gint64 unit;
  KkrTieRule tie_rule;
  KkrMoveTarget *targets; /* as the codes that are reached */
  guint8 *seen;           /* per group: the series has it */
  gint64 *shares;
  guint8 *tied;
  KkrInt128 total;
  gboolean incomplete;
} KkrMove;

/* Of the column that is moved. */
typedef struct {
  const char *name;
  const char *danish;
  const char *english;
  KkrUnit unit;
} KkrMoveHeading;

void kkr_move_init (KkrMove *move, KkrCrosswalk *crosswalk);
void kkr_move_clear (KkrMove *move);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KkrMove, kkr_move_clear)

/* Refuses codes that stand twice in the series or have no row in the crosswalk. */
gboolean kkr_move_mark_codes (KkrMove *move, char **codes, GError **error);
/* Of a code that was marked: its value, or that it has none. */
gboolean kkr_move_add_value (KkrMove *move, const char *code, gint64 value, GError **error);
void kkr_move_lose_value (KkrMove *move, const char *code, KkrCellStatus status);
/* When all values are there. */
KkrTable *kkr_move_end (KkrMove *move, const KkrMoveHeading *heading, GError **error);

G_END_DECLS

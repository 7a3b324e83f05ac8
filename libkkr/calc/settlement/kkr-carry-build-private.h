/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/settlement/kkr-carry-private.h>

G_BEGIN_DECLS

/* A cause while its steps are made. In ids "@" stands for the department, which is nothing for the
 * cause itself. */
typedef struct {
  KkrCarryPlan *plan;
  KkrCarryCause *cause;
  KkrCarryWork *work;
  gboolean splits;
  char stage[16]; /* "", or "_1" after the first correction */
  char before[16];
} KkrCarryBuild;

/* Replaces a mark. */
char *kkr_carry_text_put (const char *text, const char *mark, const char *with);
/* "#" is the stage, "~" the one before. */
char *kkr_carry_build_expand (const KkrCarryBuild *self, const char *text, const char *department);
/* Of the cause and, where it is split, of each department. */
void kkr_carry_build_add_formula (const KkrCarryBuild *self, const char *id, const char *danish,
                                  const char *english, const char *expression);
/* What each department has of a step that is there. */
void kkr_carry_build_share (const KkrCarryBuild *self, const char *id, gint64 unit);
/* A movement of the cause or, where it is split, of each department. */
void kkr_carry_build_move (const KkrCarryBuild *self, KkrCarryKind kind, const char *id, int year,
                           gint32 known, guint number);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-register-private.h>

G_BEGIN_DECLS

typedef enum {
  KKR_CONTENTS_THINGS,
  KKR_CONTENTS_ROWS,
  KKR_CONTENTS_TABLE,
  KKR_CONTENTS_SERIES,
} KkrContentsKind;

typedef struct {
  KkrContentsKind kind;
  char *key;
  char *title[2]; /* in Danish and English; NULL if there is none */
  gint64 number;  /* of things, rows or facts */
  guint unit;     /* KKR_UNIT_UNSET if they have several, or none */
  GPtrArray *sources;
} KkrContentsLine;

/* Takes the key. The line is good until the next one is added. */
KkrContentsLine *kkr_contents_add (GArray *lines, KkrContentsKind kind, char *key, gint64 number);
void kkr_contents_line_set_title (KkrContentsLine *line, const char *danish, const char *english);
void kkr_contents_line_add_source (KkrContentsLine *line, KkrSource *source);

/* The series with facts that stand in no table. */
void kkr_contents_add_series (KkrRegister *reg, GArray *lines);

G_END_DECLS

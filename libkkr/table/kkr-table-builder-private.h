/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-error.h>
#include <libkkr/table/kkr-table-builder.h>
#include <libkkr/table/kkr-table-private.h>

G_BEGIN_DECLS

struct _KkrTableBuilder {
  GObject parent_instance;

  char *name;
  char *danish;
  char *english;
  GPtrArray *columns;
  char **key_columns;
  gboolean has_ended;
  GError *error;
};

/* Remembers the first error. */
void kkr_table_builder_fail (KkrTableBuilder *self, KkrCalcError code, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
/* An empty column whose name, titles, unit and number of rows are right, or NULL: nothing to do. */
KkrColumn *kkr_table_builder_start (KkrTableBuilder *self, const char *name, const char *danish,
                                    const char *english, KkrColumnKind kind, KkrUnit unit,
                                    gsize n_rows);

/* NULL, and an error, if there is none, or an error stands already. */
KkrColumn *kkr_table_builder_find (KkrTableBuilder *self, const char *name);

/* Of the years 1 to 9999, or an error. */
gboolean kkr_table_builder_check_day (KkrTableBuilder *self, const char *column, gsize row,
                                      gint32 day);
/* For calculators: words of programs, which people read in their own language. A code is the number
 * of a nick; without `words_en` the nicks are English words. */
void kkr_table_builder_add_choices (KkrTableBuilder *self, const char *name, const char *danish,
                                    const char *english, const gint32 *codes, gsize n,
                                    const char *const *nicks, const char *const *words_da,
                                    const char *const *words_en);
/* 0 is no, 1 yes. */
void kkr_table_builder_add_yes_no (KkrTableBuilder *self, const char *name, const char *danish,
                                   const char *english, const gint32 *codes, gsize n);
/* One text a row, Danish and English. */
void kkr_table_builder_add_words (KkrTableBuilder *self, const char *name, const char *danish,
                                  const char *english, char **texts_da, char **texts_en, gsize n);
/* The total of a column of whole numbers none of which is missing. */
void kkr_table_builder_set_sum (KkrTableBuilder *self, const char *column, const gint64 *values,
                                gsize n);
/* For calculators: exact fractions without a detour by text; a denominator of 0 is missing. */
void kkr_table_builder_add_rationals (KkrTableBuilder *self, const char *name, const char *danish,
                                      const char *english, KkrUnit unit, const KkrRational *values,
                                      gsize n_values);
/* For calculators with many rows: takes over a block of kkr_column_block_new() uncopied. */
void kkr_table_builder_take_int64 (KkrTableBuilder *self, const char *name, const char *danish,
                                   const char *english, KkrUnit unit, GBytes *block,
                                   gint64 *values, gsize n_values);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/table/kkr-column-private.h>
#include <libkkr/table/kkr-table.h>

G_BEGIN_DECLS

/* Open to this room, like the columns: the exports read it, nobody writes to it once it is made. */
struct _KkrTable {
  GObject parent_instance;

  char *name;
  char *danish;
  char *english;
  guint n_rows;
  KkrColumn **columns;
  guint n_columns;
  GListModel *list;
  char **key_columns;
  /* Whether each row's text in the last key column is its own, so that it is the row's key: 0 until
   * somebody asks, then 1 for no and 2 for yes. */
  gsize last_key;
  /* Of a table of scenarios: its rows, and the keys of one scenario, a table for each list. */
  KkrScenarioRows *rows;
  KkrTable **keys;
  guint n_keys;
};

/* Takes over the columns, which all have `n_rows` rows, and the key columns, which are names of
 * some of them. */
KkrTable *kkr_table_new_take (const char *name, const char *danish, const char *english,
                              guint n_rows, KkrColumn **columns, guint n_columns,
                              char **key_columns);

KkrColumn *kkr_table_find_column (KkrTable *self, const char *name);
char *kkr_columns_list_names (KkrColumn *const *columns, guint n_columns);
gboolean kkr_table_last_key_is_unique (KkrTable *self);
/* The row of a table of scenarios that a key names; -1 with an error. */
gint64 kkr_table_find_scenario_row (KkrTable *self, const char *key, GError **error);
char *kkr_table_dup_scenario_row_key (KkrTable *self, guint row);
void kkr_table_clear_scenarios (KkrTable *self);

/* Columns side by side; `title` may be NULL. No line end after the last line. */
char *kkr_columns_to_text (KkrColumn *const *columns, guint n_columns, guint n_rows,
                           const char *title, const char *language);
/* The first rows, and how many more there are; NULL or a column that stands before the others. */
char *kkr_table_first_rows_to_text (KkrTable *self, KkrColumn *before, guint max_rows,
                                    const char *language);
/* At most `max_rows` rows, from both ends. */
char *kkr_table_ends_to_html (KkrTable *self, guint max_rows, const char *language);
/* The column whose footer says "I alt"; `n_columns` if no column has a total. */
guint kkr_columns_find_total_label (KkrColumn *const *columns, guint n_columns);
/* The footer's cell of a column; never NULL. */
char *kkr_columns_dup_footer (KkrColumn *const *columns, guint n_columns, guint column,
                              const char *language);

G_END_DECLS

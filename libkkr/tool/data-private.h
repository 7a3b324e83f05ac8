/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/tool/tool-private.h>

G_BEGIN_DECLS

/* What the files of the verb `data` share. */

/* The packaged register with what --register names on top; NULL when it was said what is wrong. */
KkrRegister *data_read_register (const Arguments *arguments);

/* One of two texts, by --language. */
const char *data_word (const Arguments *arguments, const char *danish, const char *english);
/* A cell as people read it, never NULL. */
char *data_cell (const Arguments *arguments, KkrTable *table, const char *column, guint row);
/* A cell's English word, by which code tells rows apart. */
gboolean data_is (KkrTable *table, const char *column, guint row, const char *english);

/* Whether there are facts of that key or below it. */
gboolean data_has_facts (KkrRegister *reg, const char *key);

/* Lines of a label and a value side by side; what has no value is left out. */
typedef struct {
  GPtrArray *labels;
  GPtrArray *values;
} DataLines;

void data_lines_init (DataLines *lines);
void data_lines_clear (DataLines *lines);
/* Takes the value. */
void data_lines_add (DataLines *lines, const char *label, char *value);
void data_lines_append (const DataLines *lines, GString *text);

/* Columns of texts under headings, as a table of the library prints them; empty columns are left
 * out. `cells` is row by row. */
void data_append_columns (const char *const *headings, guint n_columns, const GPtrArray *cells,
                          GString *text);

int data_say_contents (const Arguments *arguments, KkrTable *contents);
int data_say_found (const Arguments *arguments, KkrRegister *reg, KkrTable *contents);
int data_say_facts (const Arguments *arguments, KkrRegister *reg, const char *key,
                    KkrTable *facts);
int data_say_table (const Arguments *arguments, KkrRegister *reg, const char *key,
                    KkrTable *contents, guint row);
int data_say_thing (const Arguments *arguments, KkrEntity *thing, const char *key);
int data_say_source (const Arguments *arguments, KkrTable *sources, guint row,
                     KkrTable *contents);

G_END_DECLS

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/table/kkr-table.h>

G_BEGIN_DECLS

/* Columns that are computed when they are read. In the table of a batch the rows of a scenario
 * stand together, and most scenarios have rows with the same keys: what would be repeated for each
 * of a million scenarios is kept once. */

/* Which rows belong to which scenario, and which list of keys each scenario has. Immutable. */
typedef struct _KkrScenarioRows KkrScenarioRows;

/* Each scenario has `n_each` rows and the only list of keys. */
KkrScenarioRows *kkr_scenario_rows_new_even (guint n_scenarios, guint n_each);
/* Takes over `first`: n_scenarios + 1 numbers, the first row of each scenario and the number of
 * rows; `lists`: the list of each scenario; and `list_first`: the first row of each list in the
 * columns of keys, where the lists stand one after the other. */
KkrScenarioRows *kkr_scenario_rows_new_take (guint n_scenarios, guint *first, guint *lists,
                                             guint *list_first);
KkrScenarioRows *kkr_scenario_rows_ref (KkrScenarioRows *self);
void kkr_scenario_rows_unref (KkrScenarioRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrScenarioRows, kkr_scenario_rows_unref)

guint kkr_scenario_rows_get_n_scenarios (const KkrScenarioRows *self);
guint kkr_scenario_rows_get_n_rows (const KkrScenarioRows *self);
/* The rows of a scenario; TRUE if there is such a scenario. */
gboolean kkr_scenario_rows_get_range (const KkrScenarioRows *self, gint64 scenario, guint *first,
                                      guint *n_rows);
/* The scenario of a row, and where the row is among those of the scenario. */
guint kkr_scenario_rows_find (const KkrScenarioRows *self, guint row, guint *within);
/* The list of keys that a scenario has. */
guint kkr_scenario_rows_get_list (const KkrScenarioRows *self, guint scenario);
/* The row in the columns of keys. */
guint kkr_scenario_rows_get_key_row (const KkrScenarioRows *self, guint row);

/* The number of the scenario, from 0. */
KkrColumn *kkr_column_new_scenarios (const char *name, const char *danish, const char *english,
                                     KkrScenarioRows *rows);
/* A column of keys, repeated. */
KkrColumn *kkr_column_new_repeated (KkrColumn *keys, KkrScenarioRows *rows);
/* For columns whose bytes are made when they are asked for. */
void kkr_column_make_bytes (KkrColumn *self);
void kkr_column_make_status (KkrColumn *self);
void kkr_column_make_qualifiers (KkrColumn *self);

/* A table of scenarios: the column `scenario`, the key columns, and `columns`, which have a cell
 * for each of the rows. `keys` are the tables of the lists of keys; INCONSISTENT where their key
 * columns differ in name or kind. */
KkrTable *kkr_table_new_scenarios (const char *name, const char *danish, const char *english,
                                   KkrScenarioRows *rows, KkrTable *const *keys, guint n_keys,
                                   KkrColumn *const *columns, guint n_columns, GError **error);
/* A table of one scenario as if there were no others: without the column `scenario`. */
KkrTable *kkr_table_cut_scenario (KkrTable *self, guint scenario);
/* NULL for a table that is none of scenarios. */
KkrScenarioRows *kkr_table_get_scenario_rows (KkrTable *self);

G_END_DECLS

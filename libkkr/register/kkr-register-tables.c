/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-bulk-store-private.h>
#include <libkkr/register/kkr-entities-table-private.h>
#include <libkkr/register/kkr-entity-words-private.h>
#include <libkkr/register/kkr-register-keys-private.h>
#include <libkkr/register/kkr-register-layout-private.h>
#include <libkkr/table/kkr-column-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* The decimals that a document prints. */
static guint
count_decimals (const KkrLayout *layout, const KkrLayoutCell *cell)
{
  const char *printed = cell->record->scale == 0
                          ? kkr_key_facts_get_text (&cell->facts, cell->record->printed) : NULL;
  const char *dot = printed != NULL ? strchr (printed, '.') : NULL;

  return dot != NULL ? (guint) strlen (dot + 1) : 0;
}

static gboolean
read_cell (const KkrLayout *layout, guint row, guint column, KkrLayoutCell *cell)
{
  return kkr_layout_get_cell (layout, row, column, cell)
         && cell->record->status == KKR_CELL_STATUS_VALUE;
}

static void
set_statuses (const KkrLayout *layout, const char *name, guint column)
{
  for (guint i = 0; i < layout->n_shown; i++)
    {
      KkrLayoutCell cell;
      KkrCellStatus status = KKR_CELL_STATUS_MISSING;

      if (kkr_layout_get_cell (layout, layout->shown[i], column, &cell))
        status = (KkrCellStatus) cell.record->status;
      if (status != KKR_CELL_STATUS_VALUE)
        kkr_table_builder_set_status (layout->builder, name, i, status);
    }
}

/* Whose cell is not exact. */
static void
set_qualifiers (const KkrLayout *layout, const char *name, guint column)
{
  KkrLayoutCell cell;

  for (guint i = 0; i < layout->n_shown; i++)
    if (read_cell (layout, layout->shown[i], column, &cell))
      kkr_table_builder_set_qualifier (layout->builder, name, i,
                                       (KkrQualifier) cell.record->qualifier);
}

static void
set_total (const KkrLayout *layout, const char *name, guint column)
{
  g_autofree char *exact = NULL;
  KkrLayoutCell cell;
  KkrRational value;

  if (layout->total == layout->table->n_rows || !read_cell (layout, layout->total, column, &cell))
    return;
  value = (KkrRational) { cell.record->num, MAX (cell.record->den, 1) };
  exact = kkr_rational_to_string (&value);
  kkr_table_builder_set_total (layout->builder, name, exact);
  kkr_table_builder_set_total_qualifier (layout->builder, name,
                                         (KkrQualifier) cell.record->qualifier);
}

/* Whole numbers are a column of their own kind, unless the total is none. */
static void
add_numbers (const KkrLayout *layout, guint column, const char *name, const char *danish,
             const char *english)
{
  const KkrColumnRecord *record = &layout->columns[column];
  KkrUnit unit = record->defaults.unit > 0 && record->defaults.unit <= KKR_UNIT_COUNT
                   ? (KkrUnit) record->defaults.unit : KKR_UNIT_NONE;
  g_autofree KkrRational *values = g_new0 (KkrRational, layout->n_shown + 1);
  g_autofree gint64 *whole = g_new (gint64, layout->n_shown + 1);
  gboolean fractions = FALSE;
  guint decimals = 0;
  KkrLayoutCell cell;

  for (guint i = 0; i < layout->n_shown; i++)
    {
      whole[i] = G_MININT64;
      if (!read_cell (layout, layout->shown[i], column, &cell))
        continue;
      values[i] = (KkrRational) { cell.record->num, MAX (cell.record->den, 1) };
      whole[i] = cell.record->num;
      fractions = fractions || values[i].den != 1;
      decimals = MAX (decimals, count_decimals (layout, &cell));
    }
  if (layout->total < layout->table->n_rows && read_cell (layout, layout->total, column, &cell))
    fractions = fractions || cell.record->den > 1;
  if (fractions)
    kkr_table_builder_add_rationals (layout->builder, name, danish, english, unit, values,
                                     layout->n_shown);
  else
    kkr_table_builder_add_int64 (layout->builder, name, danish, english, unit, whole,
                                 layout->n_shown);
  if (unit != KKR_UNIT_AMOUNT)
    kkr_table_builder_set_decimals (layout->builder, name, (int) MIN (decimals, 18));
  set_statuses (layout, name, column);
  set_qualifiers (layout, name, column);
  set_total (layout, name, column);
}

static void
add_texts (const KkrLayout *layout, guint column, const char *name, const char *danish,
           const char *english)
{
  g_autofree const char **texts = g_new0 (const char *, layout->n_shown + 1);

  for (guint i = 0; i < layout->n_shown; i++)
    {
      KkrLayoutCell cell;

      if (read_cell (layout, layout->shown[i], column, &cell))
        texts[i] = kkr_key_facts_get_text (&cell.facts, cell.record->printed);
      if (texts[i] == NULL)
        texts[i] = "";
    }
  kkr_table_builder_add_text (layout->builder, name, danish, english, texts);
  set_statuses (layout, name, column);
}

static void
add_columns (const KkrLayout *layout)
{
  for (guint i = 0; i < layout->table->n_columns; i++)
    {
      const KkrColumnRecord *column = &layout->columns[i];
      const char *name = kkr_layout_get_text (layout, column->name);
      const char *danish = kkr_layout_get_text (layout, column->title);
      const char *english = kkr_store_get_text (layout->store, column->title_en);

      if (column->is_text != 0)
        add_texts (layout, i, name, danish, english != NULL ? english : danish);
      else
        add_numbers (layout, i, name, danish, english != NULL ? english : danish);
    }
}

static gboolean
no_such_table (KkrStore *store, const char *key, GError **error)
{
  g_auto (KkrNearest) nearest = { 0 };
  g_autofree char *near = NULL, *quoted = kkr_text_quote (key);
  guint n = 0;
  const KkrTableRecord *tables = NULL;

  if (store != NULL)
    tables = kkr_store_get_records (store, KKR_SPAN_TABLES, sizeof *tables, &n);
  kkr_nearest_init (&nearest, key, 3, FALSE);
  for (guint i = 0; i < n; i++)
    {
      const char *name = kkr_store_get_text (store, tables[i].key);

      if (name != NULL)
        kkr_nearest_offer (&nearest, name);
    }
  near = kkr_nearest_to_string (&nearest);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
               _("the register has no such table: %s found%s"), quoted, near);
  return FALSE;
}

/* The words that a field may have in a file stay what programs get. */
static void
say_choices_in_danish (KkrTable *table, const KkrBulkKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].kind == KKR_FIELD_CHOICE)
      {
        KkrColumn *column = kkr_table_get_column (table, kind->fields[i].name);
        const char *const *labels = kkr_column_get_labels (column);
        GPtrArray *words = g_ptr_array_new ();

        for (; *labels != NULL; labels++)
          g_ptr_array_add (words, kkr_id_dup_words (*labels, "da"));
        g_ptr_array_add (words, NULL);
        kkr_column_take_labels_in_danish (column, (char **) g_ptr_array_free (words, FALSE));
      }
}

static KkrTable *
get_bulk_table (KkrRegister *self, const KkrBulkKind *kind, GError **error)
{
  KkrTable *table = kkr_bulk_make_table (kkr_register_get_store (self), kind->id, error);

  if (table != NULL)
    say_choices_in_danish (table, kind);
  return table;
}

/**
 * kkr_register_get_table:
 * @self: a register
 * @key: the key of a table, for example "kmf-2019"
 * @error: return location for an error
 *
 * Gets a table as its document prints it: what the rows are about, then its columns with their
 * titles and units. Numbers are in full whatever they are printed in, and have the qualifier that
 * the document says before them ([method@Column.get_cell_qualifier]). A cell without a number says
 * why, and a blank one is missing. Rows that have notes add a last column of them. The total of a
 * table, if it has one such row as the first or last, is the total of its columns and no row.
 *
 * Where the rows are municipalities, the first columns are "code" and "municipality"; otherwise
 * "subject", which is what stands at the end of the keys of the cells' facts, and "title" if the
 * rows have any. Each cell is a fact, too, whose key is the table's key, the column's name and the
 * row's subject with slashes between.
 *
 * The keys "placements", "tariffs" and "arrivals" give the rows of those kinds, which are no facts;
 * a register without any has them with no rows. The name of a list, such as "offers", gives its
 * things as a table with a column for each field, and "offers/ownerships" what belongs to them;
 * "sources" gives the documents.
 *
 * Returns: (transfer full): the table, or %NULL with `KKR_CALC_ERROR_NO_DATA`, which names the
 *   tables that come near
 *
 * Since: 0.1
 */
KkrTable *
kkr_register_get_table (KkrRegister *self, const char *key, GError **error)
{
  const KkrModel *model;
  const KkrBulkKind *kind;
  KkrLayout layout;
  KkrTable *table;

  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  model = kkr_entities_table_find (key);
  if (model != NULL)
    return kkr_entities_table_new (self, model, error);
  if (g_str_equal (key, KKR_SOURCES_TABLE))
    return kkr_sources_table_new (self, error);
  kind = kkr_bulk_kind_find (key);
  if (kind != NULL)
    return get_bulk_table (self, kind, error);
  if (!kkr_layout_init (&layout, self, key))
    {
      no_such_table (kkr_register_get_store (self), key, error);
      return NULL;
    }
  kkr_layout_add_subjects (&layout);
  add_columns (&layout);
  kkr_layout_add_notes (&layout);
  table = kkr_table_builder_end (layout.builder, error);
  kkr_layout_clear (&layout);
  return table;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * kkr_register_dup_table_keys:
 * @self: a register
 * @prefix: (nullable): what the keys should begin with, or %NULL for all tables
 *
 * Gets the keys of the tables, ascending; those of placements, tariffs and arrivals are among them
 * if there are any.
 *
 * Returns: (array zero-terminated=1) (transfer full): the keys
 *
 * Since: 0.1
 */
char **
kkr_register_dup_table_keys (KkrRegister *self, const char *prefix)
{
  const KkrTableRecord *tables = NULL;
  KkrStore *store;
  GPtrArray *keys;
  guint n = 0;

  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);

  store = kkr_register_get_store (self);
  if (store != NULL)
    tables = kkr_store_get_records (store, KKR_SPAN_TABLES, sizeof *tables, &n);
  keys = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      const char *key = kkr_store_get_text (store, tables[i].key);

      if (key != NULL && (prefix == NULL || g_str_has_prefix (key, prefix)))
        g_ptr_array_add (keys, g_strdup (key));
    }
  for (guint i = 0; i < KKR_N_BULK && store != NULL; i++)
    if (kkr_store_get_bulk (store, (KkrBulkId) i)->n_rows > 0
        && (prefix == NULL || g_str_has_prefix (kkr_bulk_kinds[i].table, prefix)))
      g_ptr_array_add (keys, g_strdup (kkr_bulk_kinds[i].table));
  g_ptr_array_sort (keys, compare_texts);
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (keys, FALSE);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-result-private.h>

#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/calc/kkr-batch-run-private.h>
#include <libkkr/calc/kkr-calculator.h>

/**
 * KkrResult:
 *
 * What a calculator computed: tables, notes, a copy of the inputs, and on request the derivation of
 * every cell.
 *
 * A result is immutable and may be shared between threads, except that [method@Result.explain] of a
 * calculator written in Python or JavaScript runs that language's code.
 *
 * The result of many scenarios ([method@Calculator.run_table]) has one table, whose rows can be
 * explained like others: the key of a row is the number of its scenario and the key it has there,
 * as `3/Rebild`. Its text and HTML show the first scenarios and the first rows.
 *
 * Since: 0.1
 */
struct _KkrResult
{
  GObject parent_instance;

  KkrCalculator *calculator;
  GListModel *tables;
  GListModel *notes; /* of a batch NULL until somebody asks */
  gsize has_notes;
  KkrBatch *batch;
};

enum {
  PROP_TABLE = 1,
  PROP_TABLES,
  PROP_NOTES,
};

G_DEFINE_FINAL_TYPE (KkrResult, kkr_result, G_TYPE_OBJECT)

static void
kkr_result_dispose (GObject *object)
{
  KkrResult *self = KKR_RESULT (object);

  g_clear_object (&self->calculator);
  g_clear_object (&self->tables);
  g_clear_object (&self->notes);
  g_clear_pointer (&self->batch, kkr_batch_unref);
  G_OBJECT_CLASS (kkr_result_parent_class)->dispose (object);
}

static void
kkr_result_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KkrResult *self = KKR_RESULT (object);

  switch (prop_id)
    {
    case PROP_TABLE:
      g_value_set_object (value, kkr_result_get_table (self));
      break;
    case PROP_TABLES:
      g_value_set_object (value, self->tables);
      break;
    case PROP_NOTES:
      g_value_set_object (value, kkr_result_get_notes (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kkr_result_class_init (KkrResultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kkr_result_dispose;
  object_class->get_property = kkr_result_get_property;

  /**
   * KkrResult:table: (getter get_table)
   *
   * The main table.
   *
   * Since: 0.1
   */
  g_object_class_install_property (
    object_class, PROP_TABLE,
    g_param_spec_object ("table", NULL, NULL, KKR_TYPE_TABLE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  /**
   * KkrResult:tables: (getter get_tables)
   *
   * All tables, the main one first.
   *
   * Since: 0.1
   */
  g_object_class_install_property (
    object_class, PROP_TABLES,
    g_param_spec_object ("tables", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  /**
   * KkrResult:notes: (getter get_notes)
   *
   * The notes.
   *
   * Since: 0.1
   */
  g_object_class_install_property (
    object_class, PROP_NOTES,
    g_param_spec_object ("notes", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
kkr_result_init (KkrResult *self)
{
  self->tables = kkr_frozen_list_new (KKR_TYPE_TABLE, NULL, 0);
  self->notes = kkr_frozen_list_new (KKR_TYPE_NOTE, NULL, 0);
}

/**
 * kkr_result_new:
 * @calculator: the calculator that `compute` was given
 * @tables: (array length=n_tables) (transfer none): the tables, the main one first
 * @n_tables: how many there are
 * @notes: (array length=n_notes) (transfer none) (nullable): the notes
 * @n_notes: how many there are
 *
 * Makes a result, in the `compute` of a calculator.
 *
 * Returns: (transfer full): the result
 *
 * Since: 0.1
 */
KkrResult *
kkr_result_new (KkrCalculator *calculator, KkrTable **tables, gsize n_tables, KkrNote **notes,
                gsize n_notes)
{
  KkrResult *self;

  g_return_val_if_fail (KKR_IS_CALCULATOR (calculator), NULL);
  g_return_val_if_fail (tables != NULL || n_tables == 0, NULL);
  g_return_val_if_fail (notes != NULL || n_notes == 0, NULL);

  self = g_object_new (KKR_TYPE_RESULT, NULL);
  self->calculator = g_object_ref (calculator);
  g_object_unref (self->tables);
  self->tables = kkr_frozen_list_new_shared (KKR_TYPE_TABLE, (gpointer *) tables, (guint) n_tables);
  g_object_unref (self->notes);
  self->notes = kkr_frozen_list_new_shared (KKR_TYPE_NOTE, (gpointer *) notes, (guint) n_notes);
  return self;
}

KkrResult *
kkr_result_new_batch (KkrBatch *batch, KkrTable *table)
{
  KkrResult *self = kkr_result_new (batch->calculator, &table, 1, NULL, 0);

  g_clear_object (&self->notes);
  self->batch = kkr_batch_ref (batch);
  return self;
}

KkrBatch *
kkr_result_get_batch (KkrResult *self)
{
  return self->batch;
}

/**
 * kkr_result_get_scenarios:
 * @self: a [class@Result]
 *
 * Gives the scenarios that [method@Calculator.run_table] computed, a row each.
 *
 * Returns: (transfer none) (nullable): the table, %NULL for the result of a single run
 *
 * Since: 0.1
 */
KkrTable *
kkr_result_get_scenarios (KkrResult *self)
{
  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);

  return self->batch != NULL ? self->batch->scenarios : NULL;
}

KkrCalculator *
kkr_result_get_calculator (KkrResult *self)
{
  return self->calculator;
}

/**
 * kkr_result_dup_calculator:
 * @self: a [class@Result]
 *
 * Makes a calculator with the inputs that the result was computed from.
 *
 * Returns: (transfer full) (nullable): a calculator of its own, that can be changed and run again
 *
 * Since: 0.1
 */
KkrCalculator *
kkr_result_dup_calculator (KkrResult *self)
{
  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);

  return self->calculator != NULL ? kkr_calculator_dup (self->calculator) : NULL;
}

static KkrTable *
peek_table (KkrResult *self, guint position)
{
  guint n;
  gpointer const *tables = kkr_frozen_list_peek (self->tables, &n);

  return position < n ? tables[position] : NULL;
}

/**
 * kkr_result_get_table: (get-property table)
 * @self: a [class@Result]
 *
 * Gives the main table.
 *
 * Returns: (transfer none) (nullable): the table, %NULL for a result that has none
 *
 * Since: 0.1
 */
KkrTable *
kkr_result_get_table (KkrResult *self)
{
  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);

  return peek_table (self, 0);
}

/**
 * kkr_result_get_table_named:
 * @self: a [class@Result]
 * @name: the name of a table
 *
 * Gives one of the tables.
 *
 * Returns: (transfer none) (nullable): the table, %NULL when there is none of that name
 *
 * Since: 0.1
 */
KkrTable *
kkr_result_get_table_named (KkrResult *self, const char *name)
{
  KkrTable *table;

  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; (table = peek_table (self, i)) != NULL; i++)
    if (g_str_equal (kkr_table_get_name (table), name))
      return table;
  return NULL;
}

/**
 * kkr_result_get_tables: (get-property tables)
 * @self: a [class@Result]
 *
 * Gives all tables, the main one first.
 *
 * Returns: (transfer none): a list of [class@Table]
 *
 * Since: 0.1
 */
GListModel *
kkr_result_get_tables (KkrResult *self)
{
  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);

  return self->tables;
}

/**
 * kkr_result_dup_tables:
 * @self: a [class@Result]
 * @n_tables: (out): how many there are
 *
 * Gives all tables as an array.
 *
 * Returns: (transfer full) (array length=n_tables): the tables
 *
 * Since: 0.1
 */
KkrTable **
kkr_result_dup_tables (KkrResult *self, gsize *n_tables)
{
  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);
  g_return_val_if_fail (n_tables != NULL, NULL);

  return (KkrTable **) kkr_frozen_list_dup_items (self->tables, n_tables);
}

/* A batch has as many notes to make as it has groups of scenarios, and seldom anybody asks. */
static void
make_notes (KkrResult *self)
{
  GPtrArray *notes;

  if (!g_once_init_enter (&self->has_notes))
    return;
  notes = kkr_batch_get_notes (self->batch);
  self->notes = kkr_frozen_list_new_shared (KKR_TYPE_NOTE, notes->pdata, notes->len);
  g_once_init_leave (&self->has_notes, TRUE);
}

/**
 * kkr_result_get_notes: (get-property notes)
 * @self: a [class@Result]
 *
 * Gives the notes: ties that were broken, facts that no primary source confirms, price levels, what
 * the rounding did.
 *
 * Returns: (transfer none): a list of [class@Note]
 *
 * Since: 0.1
 */
GListModel *
kkr_result_get_notes (KkrResult *self)
{
  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);

  if (self->batch != NULL)
    make_notes (self);
  return self->notes;
}

/**
 * kkr_result_dup_notes:
 * @self: a [class@Result]
 * @n_notes: (out): how many there are
 *
 * Gives the notes as an array.
 *
 * Returns: (transfer full) (array length=n_notes): the notes
 *
 * Since: 0.1
 */
KkrNote **
kkr_result_dup_notes (KkrResult *self, gsize *n_notes)
{
  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);
  g_return_val_if_fail (n_notes != NULL, NULL);

  return (KkrNote **) kkr_frozen_list_dup_items (kkr_result_get_notes (self), n_notes);
}

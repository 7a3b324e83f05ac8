/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-calculator-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/kkr-calculator-state-private.h>

/**
 * KkrCalculator:
 *
 * A calculation whose inputs are its properties.
 *
 * Every readable and writable property of a calculator is an input. Inputs that are not set are
 * taken from the register, where there is one; what is neither set nor known is an error that names
 * every such input. [method@Calculator.run] checks the inputs, computes once, and returns an
 * immutable [class@Result] that carries a copy of the inputs.
 *
 * [method@Calculator.run_table] does the same for many scenarios at once: rows of a table whose
 * columns are named like inputs.
 *
 * A calculator belongs to one thread at a time. Everybody may derive one, in C, Python or
 * JavaScript: implement `compute`, and for [method@Result.explain] `derive`; reject bad inputs in
 * `check`. The constructor of a subclass takes no required argument.
 *
 * In Python, set inputs as keywords of the constructor or as `calc.props.year`: an assignment to
 * `calc.year` makes an attribute that no calculation sees.
 *
 * Since: 0.1
 */

enum {
  PROP_PROGRESS = 1,
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KkrCalculator, kkr_calculator, G_TYPE_OBJECT)

G_DEFINE_FLAGS_TYPE (KkrParamFlags, kkr_param_flags,
  G_DEFINE_ENUM_VALUE (KKR_PARAM_FLAGS_NONE, "none"),
  G_DEFINE_ENUM_VALUE (KKR_PARAM_FLAGS_REQUIRED, "required"),
  G_DEFINE_ENUM_VALUE (KKR_PARAM_FLAGS_AMOUNT, "amount"),
  G_DEFINE_ENUM_VALUE (KKR_PARAM_FLAGS_RATE, "rate"),
  G_DEFINE_ENUM_VALUE (KKR_PARAM_FLAGS_SHARE, "share"))

KkrCalculatorPrivate *
kkr_calculator_get_state (KkrCalculator *self)
{
  return kkr_calculator_get_instance_private (self);
}

static void
free_value (gpointer value)
{
  g_value_unset (value);
  g_free (value);
}

static void
kkr_calculator_finalize (GObject *object)
{
  KkrCalculatorPrivate *priv = kkr_calculator_get_state (KKR_CALCULATOR (object));

  g_clear_pointer (&priv->values, g_hash_table_unref);
  g_clear_pointer (&priv->assigned, g_hash_table_unref);
  g_clear_pointer (&priv->told, g_hash_table_unref);
  g_clear_pointer (&priv->watched_context, g_main_context_unref);
  g_weak_ref_clear (&priv->watched);
  G_OBJECT_CLASS (kkr_calculator_parent_class)->finalize (object);
}

void
kkr_calculator_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  KkrCalculatorPrivate *priv = kkr_calculator_get_state (KKR_CALCULATOR (object));
  GValue *copy = g_new0 (GValue, 1);

  g_value_init (copy, pspec->value_type);
  g_value_copy (value, copy);
  g_hash_table_insert (priv->values, (gpointer) g_intern_string (pspec->name), copy);
}

void
kkr_calculator_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KkrCalculatorPrivate *priv = kkr_calculator_get_state (KKR_CALCULATOR (object));
  const GValue *stored = g_hash_table_lookup (priv->values, g_intern_string (pspec->name));

  if (pspec->owner_type == KKR_TYPE_CALCULATOR && prop_id == PROP_PROGRESS)
    g_value_set_double (value, priv->progress);
  else
    g_value_copy (stored != NULL ? stored : g_param_spec_get_default_value (pspec), value);
}

static gboolean
holds_null (const GValue *value)
{
  if (G_VALUE_HOLDS_STRING (value))
    return g_value_get_string (value) == NULL;
  return G_VALUE_HOLDS_OBJECT (value) && g_value_get_object (value) == NULL;
}

static gboolean
is_null (GObject *object, GParamSpec *pspec)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (pspec->value_type != G_TYPE_STRING && !g_type_is_a (pspec->value_type, G_TYPE_OBJECT))
    return FALSE;
  g_value_init (&value, pspec->value_type);
  g_object_get_property (object, pspec->name, &value);
  return holds_null (&value);
}

/* A notification that was held back may come after the input was unset again. */
static gboolean
is_kept_elsewhere (GParamSpec *pspec)
{
  GObjectClass *owner = g_type_class_peek (pspec->owner_type);

  return owner == NULL || owner->set_property != kkr_calculator_set_property;
}

void
kkr_calculator_put (KkrCalculator *self, GParamSpec *pspec, const GValue *value)
{
  KkrCalculatorPrivate *priv = kkr_calculator_get_state (self);
  const KkrInput *input = kkr_calculator_find_input (self, pspec->name);
  GValue *kept;

  if (input == NULL || is_kept_elsewhere (pspec))
    {
      g_object_set_property (G_OBJECT (self), pspec->name, value);
      return;
    }
  kept = g_hash_table_lookup (priv->values, input->name);
  if (kept != NULL)
    g_value_copy (value, kept);
  else
    kkr_calculator_set_property (G_OBJECT (self), pspec->param_id, value, pspec);
  if (holds_null (value))
    g_hash_table_remove (priv->assigned, input->name);
  else
    g_hash_table_add (priv->assigned, (gpointer) input->name);
}

/* The one place that sees an assignment to a property of any class in any language. */
static void
kkr_calculator_dispatch_properties_changed (GObject *object, guint n_pspecs, GParamSpec **pspecs)
{
  KkrCalculatorPrivate *priv = kkr_calculator_get_state (KKR_CALCULATOR (object));

  for (guint i = 0; i < n_pspecs; i++)
    if (kkr_param_is_input (pspecs[i]) && !priv->unsetting)
      {
        gpointer name = (gpointer) g_intern_string (pspecs[i]->name);

        if (is_null (object, pspecs[i]) ||
            (!is_kept_elsewhere (pspecs[i]) && !g_hash_table_contains (priv->values, name)))
          g_hash_table_remove (priv->assigned, name);
        else
          g_hash_table_add (priv->assigned, name);
      }
  G_OBJECT_CLASS (kkr_calculator_parent_class)
    ->dispatch_properties_changed (object, n_pspecs, pspecs);
}

/**
 * KkrCalculatorClass::check:
 * @self: the calculator whose inputs are checked
 *
 * Reports what is wrong with the inputs, each by [method@Calculator.report]. Required inputs that
 * are missing, enums that are unset and numbers that are none are reported already.
 *
 * Since: 0.1
 */

/**
 * KkrCalculatorClass::compute:
 * @self: a copy of the calculator that was run, whose inputs have been checked
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @error: return location for an error
 *
 * Computes the result, by [ctor@Result.new] with @self as its calculator.
 *
 * Returns: (transfer full) (nullable): the result, %NULL with an error
 *
 * Since: 0.1
 */

/**
 * KkrCalculatorClass::derive:
 * @self: the copy of the calculator that computed the result
 * @result: the result
 * @column: the column as the user wrote it, `COLUMN` of the main table or `TABLE.COLUMN`
 * @row: the row, from 0; -1 is the total
 * @error: return location for an error
 *
 * Derives one cell from the inputs, by a [class@DerivationBuilder]. The derivation's value must be
 * that of the cell.
 *
 * Returns: (transfer full) (nullable): the derivation; %NULL without an error for a column that
 *   answers for itself, as text does
 *
 * Since: 0.1
 */

static void
kkr_calculator_class_init (KkrCalculatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = kkr_calculator_finalize;
  object_class->set_property = kkr_calculator_set_property;
  object_class->get_property = kkr_calculator_get_property;
  object_class->dispatch_properties_changed = kkr_calculator_dispatch_properties_changed;

  /**
   * KkrCalculator:progress: (getter get_progress)
   *
   * How much of a run is done, from 0 to 1.
   *
   * Since: 0.1
   */
  g_object_class_install_property (
    object_class, PROP_PROGRESS,
    g_param_spec_double ("progress", NULL, NULL, 0.0, 1.0, 0.0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  /**
   * KkrCalculator:known-on:
   *
   * The day whose knowledge is used, as ISO 8601 text (`2023-08-21`); all that the register knows
   * when it is not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "known-on", "Kendt pr.|Known on",
                                       "Kun det, der var kendt denne dag, fx 2023-08-21|"
                                       "The day whose knowledge is used, as 2023-08-21",
                                       NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrCalculator:price-level:
   *
   * The price level of money: `nominal`, or a year (`2024`). A fact that exists only at another
   * level is used with a note that names both.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "price-level", "Prisniveau|Price level",
                                       "Beløbenes prisniveau: nominal (løbende priser) eller et år|"
                                       "The price level of money: nominal, or a year",
                                       "nominal", KKR_PARAM_FLAGS_NONE);
}

static void
kkr_calculator_init (KkrCalculator *self)
{
  KkrCalculatorPrivate *priv = kkr_calculator_get_state (self);

  priv->values = g_hash_table_new_full (NULL, NULL, NULL, free_value);
  priv->assigned = g_hash_table_new (NULL, NULL);
  priv->told = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_strfreev);
  g_weak_ref_init (&priv->watched, NULL);
}

/**
 * kkr_calculator_dup:
 * @self: a [class@Calculator]
 *
 * Makes a second calculator of the same class with the same inputs assigned, to be varied.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
KkrCalculator *
kkr_calculator_dup (KkrCalculator *self)
{
  KkrCalculator *copy;
  const KkrInputList *list;

  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);

  copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  list = kkr_calculator_get_inputs (self);
  for (guint i = 0; i < list->n; i++)
    if (kkr_calculator_is_assigned (self, list->inputs[i].name))
      {
        const KkrInput *input = &list->inputs[i];
        g_auto (GValue) value = G_VALUE_INIT;

        g_value_init (&value, input->pspec->value_type);
        g_object_get_property (G_OBJECT (self), input->name, &value);
        kkr_calculator_put (copy, input->pspec, &value);
      }
  return copy;
}

/**
 * kkr_calculator_run:
 * @self: a [class@Calculator]
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @error: return location for a [error@CalcError]
 *
 * Checks the inputs and computes.
 *
 * Everything that is wrong with the inputs is reported in one error, whose code is that of the
 * first problem: missing inputs, then those out of range, then those that contradict each other.
 *
 * Returns: (transfer full): the result
 *
 * Since: 0.1
 */
KkrResult *
kkr_calculator_run (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrCalculator) copy = NULL;

  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!kkr_calculator_check_inputs (self, error))
    return NULL;
  copy = kkr_calculator_dup (self);
  g_weak_ref_set (&kkr_calculator_get_state (copy)->watched, self);
  return kkr_calculator_compute (copy, cancellable, error);
}

KkrResult *
kkr_calculator_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  KkrCalculatorClass *klass = KKR_CALCULATOR_GET_CLASS (self);
  g_autoptr (GError) local_error = NULL;
  KkrResult *result = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (klass->compute != NULL)
    result = klass->compute (self, cancellable, &local_error);
  if (result != NULL && local_error == NULL)
    return result;
  g_clear_object (&result);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (klass->compute != NULL)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
                 _("%s: compute gave neither a result nor an error, a result expected"),
                 G_OBJECT_TYPE_NAME (self));
  else
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
                 _("%s: the class has no compute, a result expected"), G_OBJECT_TYPE_NAME (self));
  return NULL;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-derivation-private.h>

#include <string.h>

/**
 * KkrDerivation:
 *
 * Why a figure is what it is (udledning): the steps that lead from the sources to it, each with its
 * exact value.
 *
 * A derivation is made by a [class@DerivationBuilder]. Its text is for people; its JSON has one
 * canonical form, described by `derivation-1.schema.json`, from which anybody can recompute the
 * figure without this library. It is immutable and may be shared between threads.
 *
 * Since: 0.1
 */

typedef enum {
  PROP_COLUMN = 1,
  PROP_KEY,
  PROP_VALUE,
  PROP_UNIT,
} KkrDerivationProperty;

#define N_PROPS (PROP_UNIT + 1)

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (KkrDerivation, kkr_derivation, G_TYPE_OBJECT)

static void
kkr_derivation_dispose (GObject *object)
{
  KkrDerivation *self = KKR_DERIVATION (object);

  g_hash_table_remove_all (self->positions);
  g_ptr_array_set_size (self->steps, 0);
  g_ptr_array_set_size (self->notes, 0);
  G_OBJECT_CLASS (kkr_derivation_parent_class)->dispose (object);
}

static void
kkr_derivation_finalize (GObject *object)
{
  KkrDerivation *self = KKR_DERIVATION (object);

  g_free (self->column);
  g_free (self->key);
  g_free (self->danish);
  g_free (self->english);
  g_free (self->data_version);
  g_free (self->sha256);
  g_free (self->value);
  g_free (self->statement);
  g_hash_table_unref (self->positions);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->notes);
  G_OBJECT_CLASS (kkr_derivation_parent_class)->finalize (object);
}

static void
kkr_derivation_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KkrDerivation *self = KKR_DERIVATION (object);

  switch ((KkrDerivationProperty) prop_id)
    {
    case PROP_COLUMN:
      g_value_set_string (value, self->column);
      break;
    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_UNIT:
      g_value_set_enum (value, (int) kkr_derivation_get_unit (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kkr_derivation_class_init (KkrDerivationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = kkr_derivation_dispose;
  object_class->finalize = kkr_derivation_finalize;
  object_class->get_property = kkr_derivation_get_property;

  /**
   * KkrDerivation:column: (getter get_column)
   *
   * The column of the cell that is explained.
   *
   * Since: 0.1
   */
  props[PROP_COLUMN] = g_param_spec_string ("column", NULL, NULL, "", flags);
  /**
   * KkrDerivation:key: (getter get_key)
   *
   * The row of the cell that is explained.
   *
   * Since: 0.1
   */
  props[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, "", flags);
  /**
   * KkrDerivation:value: (getter get_value)
   *
   * The exact value of the cell.
   *
   * Since: 0.1
   */
  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, "", flags);
  /**
   * KkrDerivation:unit: (getter get_unit)
   *
   * What the value counts.
   *
   * Since: 0.1
   */
  props[PROP_UNIT] = g_param_spec_enum ("unit", NULL, NULL, KKR_TYPE_UNIT, KKR_UNIT_NONE, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kkr_derivation_init (KkrDerivation *self)
{
  self->column = g_strdup ("");
  self->key = g_strdup ("");
  self->value = g_strdup ("");
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) kkr_step_free);
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
}

char *
kkr_derivation_dup_title (const char *title)
{
  g_autofree char *valid = NULL, *start = NULL;
  const char *end;

  if (title == NULL)
    return NULL;
  valid = g_utf8_make_valid (title, -1);
  if (strlen (valid) <= KKR_DERIVATION_MAX_TITLE)
    return g_steal_pointer (&valid);
  end = g_utf8_find_prev_char (valid, valid + KKR_DERIVATION_MAX_TITLE - strlen ("…") + 1);
  start = g_strndup (valid, (gsize) (end - valid));
  return g_strconcat (start, "…", NULL);
}

KkrStep *
kkr_step_new (KkrStepKind kind, const char *id, const char *danish, const char *english,
              KkrUnit unit)
{
  KkrStep *self = g_new0 (KkrStep, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->danish = kkr_derivation_dup_title (danish);
  self->english = kkr_derivation_dup_title (english);
  self->unit = unit;
  self->value = self->exact = self->rounding_unit = self->weight_sum = KKR_RATIONAL_ZERO;
  return self;
}

void
kkr_step_free (KkrStep *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->danish);
  g_free (self->english);
  g_clear_object (&self->source);
  g_free (self->section);
  g_free (self->price_level);
  g_free (self->statement);
  g_free (self->text);
  g_free (self->expression);
  g_strfreev (self->keys);
  g_free (self->terms);
  g_free (self->total);
  g_free (self);
}

static const char *const kind_names[] = {
  [KKR_STEP_KIND_VALUE] = "value",
  [KKR_STEP_KIND_TEXT] = "text",
  [KKR_STEP_KIND_SUM] = "sum",
  [KKR_STEP_KIND_FORMULA] = "formula",
  [KKR_STEP_KIND_ROUNDING] = "rounding",
  [KKR_STEP_KIND_APPORTIONMENT] = "apportionment",
};

const char *
kkr_step_kind_to_string (KkrStepKind kind)
{
  return kind_names[kind];
}

gboolean
kkr_step_kind_from_string (const char *text, KkrStepKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_str_equal (kind_names[i], text))
      {
        *kind = (KkrStepKind) i;
        return TRUE;
      }
  return FALSE;
}

void
kkr_derivation_take_steps (KkrDerivation *self, GPtrArray *steps)
{
  g_ptr_array_extend_and_steal (self->steps, steps);
  for (guint i = 0; i < self->steps->len; i++)
    {
      KkrStep *step = g_ptr_array_index (self->steps, i);

      g_hash_table_insert (self->positions, step->id, GUINT_TO_POINTER (i + 1));
    }
}

const KkrStep *
kkr_derivation_find_step (KkrDerivation *self, const char *id, guint *position)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, id));

  if (found == 0)
    return NULL;
  if (position != NULL)
    *position = found - 1;
  return g_ptr_array_index (self->steps, found - 1);
}

const KkrStep *
kkr_derivation_get_result (KkrDerivation *self)
{
  guint n = self->steps->len;

  return n > 0 ? g_ptr_array_index (self->steps, n - 1) : NULL;
}

/**
 * kkr_derivation_get_column: (get-property column)
 * @self: a derivation
 *
 * Names the column of the cell that is explained.
 *
 * Returns: (transfer none): the column
 *
 * Since: 0.1
 */
const char *
kkr_derivation_get_column (KkrDerivation *self)
{
  g_return_val_if_fail (KKR_IS_DERIVATION (self), NULL);
  return self->column;
}

/**
 * kkr_derivation_get_key: (get-property key)
 * @self: a derivation
 *
 * Names the row of the cell that is explained, for example a municipality.
 *
 * Returns: (transfer none): the key
 *
 * Since: 0.1
 */
const char *
kkr_derivation_get_key (KkrDerivation *self)
{
  g_return_val_if_fail (KKR_IS_DERIVATION (self), NULL);
  return self->key;
}

/**
 * kkr_derivation_get_value: (get-property value)
 * @self: a derivation
 *
 * Gives the exact value of the cell, `-?[0-9]+(/[0-9]+)?` in lowest terms. Amounts are in øre,
 * rates in kroner, shares fractions of 1.
 *
 * Returns: (transfer none): the value
 *
 * Since: 0.1
 */
const char *
kkr_derivation_get_value (KkrDerivation *self)
{
  g_return_val_if_fail (KKR_IS_DERIVATION (self), NULL);
  return self->value;
}

/**
 * kkr_derivation_get_unit: (get-property unit)
 * @self: a derivation
 *
 * Says what the value counts.
 *
 * Returns: the unit
 *
 * Since: 0.1
 */
KkrUnit
kkr_derivation_get_unit (KkrDerivation *self)
{
  const KkrStep *result;

  g_return_val_if_fail (KKR_IS_DERIVATION (self), KKR_UNIT_UNSET);

  result = kkr_derivation_get_result (self);
  return result != NULL ? result->unit : KKR_UNIT_NONE;
}

/**
 * kkr_derivation_dup_step_ids:
 * @self: a derivation
 *
 * Gives the ids of the steps, the result last.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids
 *
 * Since: 0.1
 */
char **
kkr_derivation_dup_step_ids (KkrDerivation *self)
{
  char **ids;

  g_return_val_if_fail (KKR_IS_DERIVATION (self), NULL);

  ids = g_new0 (char *, self->steps->len + 1);
  for (guint i = 0; i < self->steps->len; i++)
    ids[i] = g_strdup (((const KkrStep *) g_ptr_array_index (self->steps, i))->id);
  return ids;
}

/**
 * kkr_derivation_dup_step_value:
 * @self: a derivation
 * @id: the id of a step
 *
 * Gives the exact value of a step, in the form of [method@Derivation.get_value]; for a step that is
 * a text, the text.
 *
 * Returns: (transfer full) (nullable): the value, %NULL if there is no such step
 *
 * Since: 0.1
 */
char *
kkr_derivation_dup_step_value (KkrDerivation *self, const char *id)
{
  const KkrStep *step;

  g_return_val_if_fail (KKR_IS_DERIVATION (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  step = kkr_derivation_find_step (self, id, NULL);
  if (step == NULL)
    return NULL;
  return step->kind == KKR_STEP_KIND_TEXT ? g_strdup (step->text)
                                          : kkr_rational_to_string (&step->value);
}

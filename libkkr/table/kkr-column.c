/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-column-private.h>

#include <libkkr/base/kkr-format-private.h>

/**
 * KkrColumn:
 *
 * One column of a [class@Table] (kolonne): a name, titles in Danish and English, a unit, and one
 * cell a row. A column is immutable and can be shared between threads; it owns its values, so it
 * outlives the table it came from.
 *
 * What the bytes of a column are follows from its kind:
 *
 * | kind | bytes | no value | `dtype` | `typed-array` |
 * |---|---|---|---|---|
 * | `INT64` | 64-bit whole numbers; amounts in øre | `G_MININT64` | `<i8` | `BigInt64Array` |
 * | `DOUBLE` | doubles | NaN | `<f8` | `Float64Array` |
 * | `RATIO` | the doubles nearest to the exact fractions | NaN | `<f8` | `Float64Array` |
 * | `TEXT` | 32-bit numbers of labels, from 0 | `G_MININT32` | `<i4` | `Int32Array` |
 * | `DATE` | 32-bit days since 1970-01-01 | `G_MININT32` | `<i4` | `Int32Array` |
 *
 * A cell without a value is missing, suppressed or not applicable ([enum@CellStatus]); where
 * cells become text these three are an empty text, `..` and `.`, as in Statistics Denmark's files.
 *
 * What a document says before a number, such as "mere end" (more than), is the qualifier of the
 * cell ([enum@Qualifier]): the bytes hold the number alone.
 *
 * A row past the end is not an error: it has the status `NOT_APPLICABLE`.
 *
 * Since: 0.1
 */
G_DEFINE_FINAL_TYPE (KkrColumn, kkr_column, G_TYPE_OBJECT)

typedef enum {
  PROP_NAME = 1,
  PROP_TITLE,
  PROP_KIND,
  PROP_UNIT,
  PROP_DTYPE,
  PROP_TYPED_ARRAY,
  PROP_LENGTH,
  PROP_LABELS,
  N_PROPS
} KkrColumnProperty;

static GParamSpec *properties[N_PROPS];

/* What a view has from another column. */
static void
free_own (KkrColumn *self)
{
  g_free (self->exact);
  if (self->label_pool != NULL)
    g_free (self->labels);
  else
    g_strfreev (self->labels);
  g_clear_pointer (&self->label_pool, g_bytes_unref);
  g_strfreev (self->labels_in_english);
  g_strfreev (self->labels_in_danish);
}

static void
kkr_column_finalize (GObject *object)
{
  KkrColumn *self = KKR_COLUMN (object);

  g_free (self->name);
  g_free (self->danish);
  g_free (self->english);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->status, g_bytes_unref);
  g_clear_pointer (&self->qualifier, g_bytes_unref);
  g_clear_pointer (&self->rows, kkr_scenario_rows_unref);
  if (self->repeated != NULL)
    g_clear_object (&self->repeated);
  else
    free_own (self);
  G_OBJECT_CLASS (kkr_column_parent_class)->finalize (object);
}

static void
kkr_column_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KkrColumn *self = KKR_COLUMN (object);

  switch ((KkrColumnProperty) id)
    {
    case PROP_NAME:
      g_value_set_string (value, kkr_column_get_name (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, kkr_column_get_title (self));
      break;
    case PROP_KIND:
      g_value_set_enum (value, (int) self->kind);
      break;
    case PROP_UNIT:
      g_value_set_enum (value, (int) self->unit);
      break;
    case PROP_DTYPE:
      g_value_set_string (value, kkr_column_get_dtype (self));
      break;
    case PROP_TYPED_ARRAY:
      g_value_set_string (value, kkr_column_get_typed_array (self));
      break;
    case PROP_LENGTH:
      g_value_set_uint (value, self->length);
      break;
    case PROP_LABELS:
      g_value_set_boxed (value, kkr_column_get_labels (self));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/**
 * KkrColumn:name: (getter get_name)
 *
 * The English key of the column.
 *
 * Since: 0.1
 */
/**
 * KkrColumn:title: (getter get_title)
 *
 * The Danish title, without the unit.
 *
 * Since: 0.1
 */
/**
 * KkrColumn:kind: (getter get_kind)
 *
 * What the bytes are.
 *
 * Since: 0.1
 */
/**
 * KkrColumn:unit: (getter get_unit)
 *
 * What the numbers count.
 *
 * Since: 0.1
 */
/**
 * KkrColumn:dtype: (getter get_dtype)
 *
 * The NumPy type of the bytes.
 *
 * Since: 0.1
 */
/**
 * KkrColumn:typed-array: (getter get_typed_array)
 *
 * The JavaScript class of the bytes.
 *
 * Since: 0.1
 */
/**
 * KkrColumn:length: (getter get_length)
 *
 * The number of rows.
 *
 * Since: 0.1
 */
/**
 * KkrColumn:labels: (getter get_labels)
 *
 * The labels of a text column.
 *
 * Since: 0.1
 */

static void
kkr_column_class_init (KkrColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = kkr_column_finalize;
  object_class->get_property = kkr_column_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, KKR_TYPE_COLUMN_KIND,
                                             KKR_COLUMN_KIND_UNSET, flags);
  properties[PROP_UNIT] = g_param_spec_enum ("unit", NULL, NULL, KKR_TYPE_UNIT, KKR_UNIT_UNSET,
                                             flags);
  properties[PROP_DTYPE] = g_param_spec_string ("dtype", NULL, NULL, "", flags);
  properties[PROP_TYPED_ARRAY] = g_param_spec_string ("typed-array", NULL, NULL, "", flags);
  properties[PROP_LENGTH] = g_param_spec_uint ("length", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LABELS] = g_param_spec_boxed ("labels", NULL, NULL, G_TYPE_STRV, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kkr_column_init (KkrColumn *self)
{
  self->decimals_asked = -1;
  self->bytes = g_bytes_new_static (NULL, 0);
  self->status = g_bytes_new_static (NULL, 0);
  self->total = KKR_RATIONAL_ZERO;
}

KkrColumn *
kkr_column_new (const char *name, const char *danish, const char *english, KkrColumnKind kind,
                KkrUnit unit)
{
  KkrColumn *self = g_object_new (KKR_TYPE_COLUMN, NULL);

  self->name = g_strdup (name);
  self->danish = g_strdup (danish);
  self->english = g_strdup (english);
  self->kind = kind;
  self->unit = unit;
  return self;
}

/**
 * kkr_column_get_name: (get-property name)
 * @self: a column
 *
 * Gives the English key of the column, which CSV and JSON use.
 *
 * Returns: (transfer none): the name
 *
 * Since: 0.1
 */
const char *
kkr_column_get_name (KkrColumn *self)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), "");
  return self->name != NULL ? self->name : "";
}

/**
 * kkr_column_get_title: (get-property title)
 * @self: a column
 *
 * Gives the Danish title, without the unit.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
const char *
kkr_column_get_title (KkrColumn *self)
{
  return kkr_column_get_title_in (self, "da");
}

/**
 * kkr_column_get_title_in:
 * @self: a column
 * @language: (nullable): `da` or `en`; anything else is Danish
 *
 * Gives the title in a language, without the unit.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
const char *
kkr_column_get_title_in (KkrColumn *self, const char *language)
{
  const char *title;

  g_return_val_if_fail (KKR_IS_COLUMN (self), "");
  title = kkr_text_in (language, self->danish, self->english);
  return title != NULL ? title : "";
}

/**
 * kkr_column_get_kind: (get-property kind)
 * @self: a column
 *
 * Gives what the bytes are.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
KkrColumnKind
kkr_column_get_kind (KkrColumn *self)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), KKR_COLUMN_KIND_UNSET);
  return self->kind;
}

/**
 * kkr_column_get_unit: (get-property unit)
 * @self: a column
 *
 * Gives what the numbers count. Amounts are in øre, rates in kroner, shares are fractions of 1.
 *
 * Returns: the unit
 *
 * Since: 0.1
 */
KkrUnit
kkr_column_get_unit (KkrColumn *self)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), KKR_UNIT_UNSET);
  return self->unit;
}

/**
 * kkr_column_get_length: (get-property length)
 * @self: a column
 *
 * Gives the number of rows.
 *
 * Returns: the number of rows
 *
 * Since: 0.1
 */
guint
kkr_column_get_length (KkrColumn *self)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), 0);
  return self->length;
}

/**
 * kkr_column_get_labels: (get-property labels)
 * @self: a column
 *
 * Gives the labels that the numbers in the bytes of a text column stand for, in order of first
 * appearance or as they were given.
 *
 * Returns: (transfer none) (array zero-terminated=1): the labels, none if the column is no text
 *   column
 *
 * Since: 0.1
 */
const char *const *
kkr_column_get_labels (KkrColumn *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (KKR_IS_COLUMN (self), none);
  return self->labels != NULL ? (const char *const *) self->labels : none;
}

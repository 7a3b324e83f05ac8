/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-figure-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-interval-private.h>
#include <libkkr/base/kkr-number-private.h>

/**
 * KkrFigure:
 *
 * A number as a document prints it, and the interval of the exact numbers it can stand for.
 *
 * `6,3` stands for every number from 6.25 to under 6.35, since those are what is printed so when a
 * half is rounded away from zero. A negative figure is the mirror image of the positive one, and
 * `0` stands for what lies between -0.5 and 0.5. `mere end 180.000` stands for all that is larger.
 *
 * A figure is immutable and may be shared between threads.
 *
 * Since: 0.1
 */
struct _KkrFigure {
  GObject parent_instance;

  char *text;
  KkrRational value;
  KkrInterval interval;
};

typedef enum {
  PROP_TEXT = 1,
  PROP_VALUE,
  PROP_LOWER,
  PROP_UPPER,
  PROP_LOWER_INCLUDED,
  PROP_UPPER_INCLUDED,
} KkrFigureProperty;

#define N_PROPS (PROP_UPPER_INCLUDED + 1)

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (KkrFigure, kkr_figure, G_TYPE_OBJECT)

static void
kkr_figure_finalize (GObject *object)
{
  g_free (KKR_FIGURE (object)->text);
  G_OBJECT_CLASS (kkr_figure_parent_class)->finalize (object);
}

static void
kkr_figure_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KkrFigure *self = KKR_FIGURE (object);

  switch ((KkrFigureProperty) prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_VALUE:
      g_value_take_string (value, kkr_figure_dup_value (self));
      break;
    case PROP_LOWER:
      g_value_take_string (value, kkr_figure_dup_lower (self));
      break;
    case PROP_UPPER:
      g_value_take_string (value, kkr_figure_dup_upper (self));
      break;
    case PROP_LOWER_INCLUDED:
      g_value_set_boolean (value, self->interval.lower_included);
      break;
    case PROP_UPPER_INCLUDED:
      g_value_set_boolean (value, self->interval.upper_included);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * KkrFigure:text: (getter get_text)
   *
   * The figure as it is printed.
   *
   * Since: 0.1
   */
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  /**
   * KkrFigure:value: (getter dup_value)
   *
   * The printed number, exact.
   *
   * Since: 0.1
   */
  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  /**
   * KkrFigure:lower: (getter dup_lower)
   *
   * The lower end of the interval, exact; %NULL if there is none.
   *
   * Since: 0.1
   */
  props[PROP_LOWER] = g_param_spec_string ("lower", NULL, NULL, NULL, flags);
  /**
   * KkrFigure:upper: (getter dup_upper)
   *
   * The upper end of the interval, exact; %NULL if there is none.
   *
   * Since: 0.1
   */
  props[PROP_UPPER] = g_param_spec_string ("upper", NULL, NULL, NULL, flags);
  /**
   * KkrFigure:lower-included: (getter get_lower_included)
   *
   * Whether the lower end belongs to the interval.
   *
   * Since: 0.1
   */
  props[PROP_LOWER_INCLUDED] = g_param_spec_boolean ("lower-included", NULL, NULL, FALSE, flags);
  /**
   * KkrFigure:upper-included: (getter get_upper_included)
   *
   * Whether the upper end belongs to the interval.
   *
   * Since: 0.1
   */
  props[PROP_UPPER_INCLUDED] = g_param_spec_boolean ("upper-included", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kkr_figure_class_init (KkrFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = kkr_figure_finalize;
  object_class->get_property = kkr_figure_get_property;
  install_properties (object_class);
}

static void
kkr_figure_init (KkrFigure *self)
{
  self->text = g_strdup ("");
  self->value = KKR_RATIONAL_ZERO;
}

static KkrFigure *
new_with_value (const char *text, const KkrRational *value)
{
  KkrFigure *self = g_object_new (KKR_TYPE_FIGURE, NULL);

  g_free (self->text);
  self->text = g_strdup (text);
  self->value = *value;
  return self;
}

KkrFigure *
kkr_figure_new_printed (const char *text, const KkrRational *value, const KkrRational *precision)
{
  g_autoptr (KkrFigure) self = new_with_value (text, value);

  return kkr_interval_around (&self->interval, value, precision) ? g_steal_pointer (&self) : NULL;
}

KkrFigure *
kkr_figure_new_bound (const char *text, const KkrRational *value, int side, gboolean included)
{
  KkrFigure *self = new_with_value (text, value);

  self->interval = kkr_interval_beyond (value, side, included);
  return self;
}

/**
 * kkr_figure_get_text: (get-property text)
 * @self: a figure
 *
 * Gives the figure as it is printed.
 *
 * Returns: (transfer none): the text
 *
 * Since: 0.1
 */
const char *
kkr_figure_get_text (KkrFigure *self)
{
  g_return_val_if_fail (KKR_IS_FIGURE (self), NULL);
  return self->text;
}

/**
 * kkr_figure_dup_value: (get-property value)
 * @self: a figure
 *
 * Gives the printed number: `63/10` for `6,3`.
 *
 * Returns: (transfer full): the exact number; money in kroner
 *
 * Since: 0.1
 */
char *
kkr_figure_dup_value (KkrFigure *self)
{
  g_return_val_if_fail (KKR_IS_FIGURE (self), NULL);
  return kkr_rational_to_string (&self->value);
}

/**
 * kkr_figure_dup_lower: (get-property lower)
 * @self: a figure
 *
 * Gives the lower end of the interval: `25/4` for `6,3`.
 *
 * Returns: (transfer full) (nullable): the exact number, or %NULL if there is no lower end
 *
 * Since: 0.1
 */
char *
kkr_figure_dup_lower (KkrFigure *self)
{
  g_return_val_if_fail (KKR_IS_FIGURE (self), NULL);
  return self->interval.has_lower ? kkr_rational_to_string (&self->interval.lower) : NULL;
}

/**
 * kkr_figure_dup_upper: (get-property upper)
 * @self: a figure
 *
 * Gives the upper end of the interval: `127/20` for `6,3`.
 *
 * Returns: (transfer full) (nullable): the exact number, or %NULL if there is no upper end
 *
 * Since: 0.1
 */
char *
kkr_figure_dup_upper (KkrFigure *self)
{
  g_return_val_if_fail (KKR_IS_FIGURE (self), NULL);
  return self->interval.has_upper ? kkr_rational_to_string (&self->interval.upper) : NULL;
}

/**
 * kkr_figure_get_lower_included: (get-property lower-included)
 * @self: a figure
 *
 * Says whether the lower end belongs to the interval.
 *
 * Returns: %TRUE if there is a lower end and it does
 *
 * Since: 0.1
 */
gboolean
kkr_figure_get_lower_included (KkrFigure *self)
{
  g_return_val_if_fail (KKR_IS_FIGURE (self), FALSE);
  return self->interval.lower_included;
}

/**
 * kkr_figure_get_upper_included: (get-property upper-included)
 * @self: a figure
 *
 * Says whether the upper end belongs to the interval.
 *
 * Returns: %TRUE if there is an upper end and it does
 *
 * Since: 0.1
 */
gboolean
kkr_figure_get_upper_included (KkrFigure *self)
{
  g_return_val_if_fail (KKR_IS_FIGURE (self), FALSE);
  return self->interval.upper_included;
}

/**
 * kkr_figure_contains:
 * @self: a figure
 * @exact: a number as text: `63/10`, `6.3` or `-12`
 * @error: return location for a [error@CalcError]
 *
 * Says whether a number would be printed as the figure is.
 *
 * Returns: %TRUE if it lies in the interval; %FALSE if not, or with `OUT_OF_RANGE` if @exact is no
 *   number
 *
 * Since: 0.1
 */
gboolean
kkr_figure_contains (KkrFigure *self, const char *exact, GError **error)
{
  KkrRational number;

  g_return_val_if_fail (KKR_IS_FIGURE (self), FALSE);

  if (exact == NULL || !kkr_rational_parse (exact, &number))
    {
      g_autofree char *quoted = kkr_text_quote (exact);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("an exact number that cannot be read: %s found, a number such as 63/10, 6.3 "
                     "or -12 expected"), quoted);
      return FALSE;
    }
  return kkr_interval_contains (&self->interval, &number);
}

/**
 * kkr_figure_to_string:
 * @self: a figure
 *
 * Prints the figure and says in Danish what it stands for: `6,3 (fra 6,25 til under 6,35)`.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_figure_to_string (KkrFigure *self)
{
  return kkr_figure_to_string_in (self, "da");
}

/**
 * kkr_figure_to_string_in:
 * @self: a figure
 * @language: `da` or `en`
 *
 * Prints the figure and says what it stands for: `6,3 (fra 6,25 til under 6,35)` in Danish,
 * `6,3 (from 6.25 to below 6.35)` in English. The figure itself stays as it is printed.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_figure_to_string_in (KkrFigure *self, const char *language)
{
  g_autofree char *ends = NULL;

  g_return_val_if_fail (KKR_IS_FIGURE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  ends = kkr_interval_format (&self->interval, language);
  return *ends != '\0' ? g_strdup_printf ("%s (%s)", self->text, ends) : g_strdup (self->text);
}

/**
 * kkr_figure___str__:
 * @self: a figure
 *
 * Is [method@Figure.to_string] under the name by which Python asks for it.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_figure___str__ (KkrFigure *self)
{
  return kkr_figure_to_string (self);
}

/**
 * kkr_figure___repr__:
 * @self: a figure
 *
 * Describes the figure in one line.
 *
 * Returns: (transfer full): the line
 *
 * Since: 0.1
 */
char *
kkr_figure___repr__ (KkrFigure *self)
{
  g_return_val_if_fail (KKR_IS_FIGURE (self), NULL);

  return g_strdup_printf ("<Kkr.Figure %s>", self->text);
}

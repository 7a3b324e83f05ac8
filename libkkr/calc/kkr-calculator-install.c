/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-calculator-private.h>

#include <math.h>

#include <libkkr/calc/kkr-calculator-state-private.h>
#include <libkkr/calc/kkr-sheet-state-private.h>

/* Values are stored by name; the id only keeps the order of declaration, by which GObject lists. */
static void
install (KkrCalculatorClass *klass, GParamSpec *pspec)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  g_autofree GParamSpec **installed = NULL;
  guint n = 0;

  object_class->set_property = kkr_calculator_set_property;
  object_class->get_property = kkr_calculator_get_property;
  installed = g_object_class_list_properties (object_class, &n);
  g_object_class_install_property (object_class, n + 1, pspec);
}

static GParamFlags
input_flags (KkrParamFlags flags)
{
  return (GParamFlags) (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | (guint) flags);
}

static gboolean
accept_any (GParamSpec *pspec, GValue *value)
{
  return FALSE;
}

static void
init_choice_class (gpointer klass, gpointer data)
{
  G_PARAM_SPEC_CLASS (klass)->value_validate = accept_any;
}

/* GObject's own spec of an enum replaces what is no member by the default; this one keeps it, and
 * the check of the inputs refuses it. */
static GType
get_choice_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    {
      const GTypeInfo info = {
        .class_size = sizeof (GParamSpecClass),
        .class_init = init_choice_class,
        .instance_size = sizeof (GParamSpecEnum),
      };

      g_once_init_leave (&type, g_type_register_static (G_TYPE_PARAM_ENUM, "KkrParamSpecChoice",
                                                        &info, G_TYPE_FLAG_NONE));
    }
  return type;
}

void
kkr_calculator_class_install_register (KkrCalculatorClass *klass, KkrParamFlags flags)
{
  install (klass, g_param_spec_object ("register", "Register|Register",
                                       "Registret, som oplysningerne hentes fra|"
                                       "The register that facts are taken from",
                                       KKR_TYPE_REGISTER, input_flags (flags)));
}

void
kkr_calculator_class_install_object (KkrCalculatorClass *klass, const char *name,
                                     const char *label, const char *description, GType type,
                                     KkrParamFlags flags)
{
  install (klass, g_param_spec_object (name, label, description, type, input_flags (flags)));
}

void
kkr_calculator_class_install_string (KkrCalculatorClass *klass, const char *name,
                                     const char *label, const char *description,
                                     const char *fallback, KkrParamFlags flags)
{
  install (klass, g_param_spec_string (name, label, description, fallback, input_flags (flags)));
}

void
kkr_calculator_class_install_int (KkrCalculatorClass *klass, const char *name, const char *label,
                                  const char *description, int fallback, KkrParamFlags flags)
{
  install (klass, g_param_spec_int (name, label, description, G_MININT, G_MAXINT, fallback,
                                    input_flags (flags)));
}

void
kkr_calculator_class_install_amount (KkrCalculatorClass *klass, const char *name,
                                     const char *label, const char *description, gint64 fallback,
                                     KkrParamFlags flags)
{
  install (klass, g_param_spec_int64 (name, label, description, G_MININT64, G_MAXINT64, fallback,
                                      input_flags (flags | KKR_PARAM_FLAGS_AMOUNT)));
}

void
kkr_calculator_class_install_rate (KkrCalculatorClass *klass, const char *name, const char *label,
                                   const char *description, gdouble fallback, KkrParamFlags flags)
{
  /* Lax and with infinite bounds: the check of the inputs refuses what is not finite, and GObject
   * does not replace it by something else before. */
  install (klass, g_param_spec_double (name, label, description, -INFINITY, INFINITY, fallback,
                                       input_flags (flags) | G_PARAM_LAX_VALIDATION));
}

void
kkr_calculator_class_install_boolean (KkrCalculatorClass *klass, const char *name,
                                      const char *label, const char *description,
                                      gboolean fallback, KkrParamFlags flags)
{
  install (klass, g_param_spec_boolean (name, label, description, fallback, input_flags (flags)));
}

void
kkr_calculator_class_install_enum (KkrCalculatorClass *klass, const char *name, const char *label,
                                   const char *description, GType type, int fallback,
                                   KkrParamFlags flags)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);
  GParamSpec *pspec = g_param_spec_internal (get_choice_type (), name, label, description,
                                             input_flags (flags));

  g_assert (g_enum_get_value (enum_class, fallback) != NULL);
  pspec->value_type = type;
  G_PARAM_SPEC_ENUM (pspec)->enum_class = g_steal_pointer (&enum_class);
  G_PARAM_SPEC_ENUM (pspec)->default_value = fallback;
  install (klass, pspec);
}

void
kkr_calculator_class_install_sheet (KkrCalculatorClass *klass, const char *name, const char *label,
                                    const char *description, const KkrSheetColumn *columns,
                                    KkrParamFlags flags)
{
  GParamSpec *pspec = g_param_spec_object (name, label, description, KKR_TYPE_TABLE,
                                           input_flags (flags));

  kkr_sheet_set_columns (pspec, columns);
  install (klass, pspec);
}

/**
 * kkr_param_flags_add_to:
 * @flags: what to say of the input
 * @pspec: the property of a class that is being declared
 *
 * Adds flags to a property before its class is registered: JavaScript refuses to make one with
 * flags that GObject itself does not know.
 *
 * ```js
 * Kkr.ParamFlags.add_to(Kkr.ParamFlags.REQUIRED,
 *     GObject.ParamSpec.int('year', 'År|Year', '', GObject.ParamFlags.READWRITE, 0, 9999, 0))
 * ```
 *
 * Returns: (transfer none): @pspec
 *
 * Since: 0.1
 */
GParamSpec *
kkr_param_flags_add_to (KkrParamFlags flags, GParamSpec *pspec)
{
  g_return_val_if_fail (G_IS_PARAM_SPEC (pspec), NULL);

  pspec->flags |= (guint) flags;
  return pspec;
}

gboolean
kkr_param_is_input (GParamSpec *pspec)
{
  return g_type_is_a (pspec->owner_type, KKR_TYPE_CALCULATOR) &&
         (pspec->flags & G_PARAM_READWRITE) == G_PARAM_READWRITE;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-choice-names-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-names-private.h>

typedef struct {
  GStrv danish;
  GStrv english;
} Names;

static G_DEFINE_QUARK (kkr-choice-names, choice_names)

static void
names_free (gpointer data)
{
  Names *names = data;

  g_strfreev (names->danish);
  g_strfreev (names->english);
  g_free (names);
}

void
kkr_calculator_class_name_choices (KkrCalculatorClass *klass, const char *input,
                                   const char *danish, const char *english)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_CLASS (klass), input);
  Names *names = g_new (Names, 1);

  names->danish = g_strsplit (danish, ";", -1);
  names->english = g_strsplit (english, ";", -1);
  g_assert (G_PARAM_SPEC_ENUM (pspec)->enum_class->n_values == g_strv_length (names->danish) + 1);
  g_assert (g_strv_length (names->danish) == g_strv_length (names->english));
  g_param_spec_set_qdata_full (pspec, choice_names_quark (), names, names_free);
}

const char *
kkr_param_choice_name (GParamSpec *pspec, int value, const char *language)
{
  const Names *names = g_param_spec_get_qdata (pspec, choice_names_quark ());
  GType type = pspec->value_type;

  if (names != NULL && value > 0 && (guint) value <= g_strv_length (names->danish))
    return kkr_text_in (language, names->danish[value - 1], names->english[value - 1]);
  if (type == KKR_TYPE_ROUNDING_MODE)
    return kkr_rounding_mode_name ((KkrRoundingMode) value, language);
  if (type == KKR_TYPE_APPORTION_METHOD)
    return kkr_apportion_method_name ((KkrApportionMethod) value, language);
  if (type == KKR_TYPE_TIE_RULE)
    return kkr_tie_rule_name ((KkrTieRule) value, language);
  return NULL;
}

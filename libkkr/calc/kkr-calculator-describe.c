/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-calculator-private.h>

#include <libkkr/base/kkr-amount.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-choice-names-private.h>
#include <libkkr/calc/kkr-sheet-private.h>
#include <libkkr/calc/tariff/kkr-tariff-model.h>
#include <libkkr/table/kkr-table-builder.h>

static gboolean
has_flag (GParamSpec *pspec, KkrParamFlags flag)
{
  return ((guint) pspec->flags & flag) != 0;
}

static char *
format_double (GParamSpec *pspec, gdouble number, const char *language)
{
  KkrRational exact;
  g_autofree char *text = NULL;

  if (!kkr_rational_from_double (number, &exact))
    return g_strdup ("NaN");
  text = kkr_format_exact (&exact, 12, language);
  if (has_flag (pspec, KKR_PARAM_FLAGS_SHARE))
    return g_strconcat (text, kkr_language_is_english (language) ? " per cent" : " pct.", NULL);
  if (has_flag (pspec, KKR_PARAM_FLAGS_RATE))
    return kkr_language_is_english (language) ? g_strconcat ("DKK ", text, NULL)
                                              : g_strconcat (text, " kr.", NULL);
  return g_steal_pointer (&text);
}

static char *
format_value (GParamSpec *pspec, const GValue *value, const char *language)
{
  if (G_VALUE_HOLDS_STRING (value))
    return g_value_dup_string (value);
  if (G_VALUE_HOLDS_BOOLEAN (value))
    return g_strdup (g_value_get_boolean (value) ? kkr_text_in (language, "ja", "yes")
                                                 : kkr_text_in (language, "nej", "no"));
  if (G_VALUE_HOLDS_INT (value))
    return g_strdup_printf ("%d", g_value_get_int (value));
  if (G_VALUE_HOLDS_INT64 (value))
    return has_flag (pspec, KKR_PARAM_FLAGS_AMOUNT)
             ? kkr_amount_to_string_in (g_value_get_int64 (value), language)
             : g_strdup_printf ("%" G_GINT64_FORMAT, g_value_get_int64 (value));
  if (G_VALUE_HOLDS_DOUBLE (value))
    return format_double (pspec, g_value_get_double (value), language);
  if (G_VALUE_HOLDS_ENUM (value))
    {
      GEnumValue *found = g_enum_get_value (G_PARAM_SPEC_ENUM (pspec)->enum_class,
                                            g_value_get_enum (value));

      return g_strdup (found != NULL ? found->value_nick : "unset");
    }
  if (G_VALUE_HOLDS (value, KKR_TYPE_REGISTER) && g_value_get_object (value) != NULL)
    return g_strconcat (kkr_text_in (language, "dataversion ", "data version "),
                        kkr_register_get_data_version (g_value_get_object (value)), NULL);
  if (G_VALUE_HOLDS (value, KKR_TYPE_TABLE) && g_value_get_object (value) != NULL)
    return kkr_sheet_describe_rows (pspec, g_value_get_object (value), language);
  if (G_VALUE_HOLDS (value, KKR_TYPE_TARIFF_MODEL) && g_value_get_object (value) != NULL)
    return kkr_tariff_model_to_string (g_value_get_object (value));
  return G_VALUE_HOLDS_OBJECT (value) && g_value_get_object (value) != NULL
           ? g_strdup (G_OBJECT_TYPE_NAME (g_value_get_object (value)))
           : NULL;
}

char *
kkr_calculator_dup_input_text_in (KkrCalculator *self, GParamSpec *pspec, const char *language)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, pspec->value_type);
  g_object_get_property (G_OBJECT (self), pspec->name, &value);
  return format_value (pspec, &value, language);
}

/* "half-away (halve væk fra nul) | ...": what a program takes, and what it means. */
static char *
list_choices (GParamSpec *pspec, const char *language)
{
  GEnumClass *klass = G_PARAM_SPEC_ENUM (pspec)->enum_class;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    {
      const GEnumValue *value = &klass->values[i];
      const char *name = kkr_param_choice_name (pspec, value->value, language);

      if (value->value == 0)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " | " : "", value->value_nick);
      if (name != NULL && !g_str_equal (name, value->value_nick))
        g_string_append_printf (text, " (%s)", name);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_kind (GParamSpec *pspec, const char *language)
{
  GType type = pspec->value_type;

  if (type == G_TYPE_STRING)
    return g_strdup (kkr_text_in (language, "tekst", "text"));
  if (type == G_TYPE_BOOLEAN)
    return g_strdup (kkr_text_in (language, "ja/nej", "yes/no"));
  if (has_flag (pspec, KKR_PARAM_FLAGS_AMOUNT))
    return g_strdup (kkr_text_in (language, "beløb", "amount"));
  if (type == G_TYPE_DOUBLE && has_flag (pspec, KKR_PARAM_FLAGS_SHARE))
    return g_strdup (kkr_text_in (language, "pct.", "per cent"));
  if (type == G_TYPE_DOUBLE && has_flag (pspec, KKR_PARAM_FLAGS_RATE))
    return g_strdup (kkr_text_in (language, "kr. pr. enhed", "DKK per unit"));
  if (type == G_TYPE_DOUBLE)
    return g_strdup (kkr_text_in (language, "tal", "number"));
  if (g_type_is_a (type, KKR_TYPE_TABLE))
    return g_strdup (kkr_text_in (language, "tabel", "table"));
  if (g_type_is_a (type, KKR_TYPE_TARIFF_MODEL))
    return g_strdup (kkr_text_in (language, "takstmodel: navn = formel; ...",
                                  "tariff model: name = expression; ..."));
  if (!G_TYPE_IS_ENUM (type))
    return g_strdup (G_TYPE_IS_OBJECT (type) ? kkr_text_in (language, "register eller fil",
                                                            "register or file")
                                             : kkr_text_in (language, "heltal", "whole number"));
  return list_choices (pspec, language);
}

/* A default of zero or nothing is no default: what is not given is looked up or left out. */
static char *
describe_default (GParamSpec *pspec, const char *language)
{
  const GValue *value = g_param_spec_get_default_value (pspec);

  if ((G_VALUE_HOLDS_INT (value) && g_value_get_int (value) == 0) ||
      (G_VALUE_HOLDS_INT64 (value) && g_value_get_int64 (value) == 0) ||
      (G_VALUE_HOLDS_DOUBLE (value) && !(g_value_get_double (value) < 0) &&
       !(g_value_get_double (value) > 0)))
    return g_strdup ("");
  return format_value (pspec, value, language);
}

typedef struct {
  GStrvBuilder *danish;
  GStrvBuilder *english;
} Texts;

static void
add_texts (Texts *texts, char *danish, char *english)
{
  g_strv_builder_add (texts->danish, danish != NULL ? danish : "");
  g_strv_builder_add (texts->english, english != NULL ? english : "");
  g_free (danish);
  g_free (english);
}

static void
describe_input (Texts *texts, GParamSpec *pspec)
{
  gboolean required = has_flag (pspec, KKR_PARAM_FLAGS_REQUIRED);

  add_texts (&texts[0], g_strdup (pspec->name), g_strdup (pspec->name));
  add_texts (&texts[1], kkr_param_label_in (pspec, "da"), kkr_param_label_in (pspec, "en"));
  add_texts (&texts[2], describe_kind (pspec, "da"), describe_kind (pspec, "en"));
  add_texts (&texts[3], g_strdup (required ? "ja" : "nej"), g_strdup (required ? "yes" : "no"));
  add_texts (&texts[4], describe_default (pspec, "da"), describe_default (pspec, "en"));
  add_texts (&texts[5], kkr_param_text_in (g_param_spec_get_blurb (pspec), "da"),
             kkr_param_text_in (g_param_spec_get_blurb (pspec), "en"));
}

/* The builder wants one English text for each Danish one that differs from those before it. */
static void
set_english (KkrTableBuilder *builder, const char *column, char **danish, char **english)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) distinct = NULL;

  for (guint i = 0; danish[i] != NULL; i++)
    {
      guint first = 0;

      while (!g_str_equal (danish[first], danish[i]))
        first++;
      if (first == i)
        g_strv_builder_add (labels, english[i]);
    }
  distinct = g_strv_builder_end (labels);
  kkr_table_builder_set_labels_in_english (builder, column, (const char *const *) distinct);
}

/**
 * kkr_calculator_describe:
 * @self: a [class@Calculator]
 *
 * Describes the inputs: a table with a row an input and the columns `input`, `label`, `kind`,
 * `required`, `default` and `description`, from which forms and help texts can be made. Which
 * columns an input has that is a table, [method@Calculator.describe_table] tells.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
KkrTable *
kkr_calculator_describe (KkrCalculator *self)
{
  static const char *const columns[][3] = {
    { "input", "Input", "Input" },       { "label", "Betegnelse", "Label" },
    { "kind", "Slags", "Kind" },         { "required", "Påkrævet", "Required" },
    { "default", "Ellers", "Otherwise" }, { "description", "Forklaring", "Description" },
  };
  static const char *const key[] = { "input", NULL };
  Texts texts[G_N_ELEMENTS (columns)];
  g_autoptr (KkrTableBuilder) builder = NULL;
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    texts[c] = (Texts) { g_strv_builder_new (), g_strv_builder_new () };
  names = kkr_calculator_dup_input_names (self);
  for (guint i = 0; names[i] != NULL; i++)
    describe_input (texts, g_object_class_find_property (G_OBJECT_GET_CLASS (self), names[i]));
  builder = kkr_table_builder_new ("inputs", kkr_calculator_get_title_in (self, "da"),
                                   kkr_calculator_get_title_in (self, "en"));
  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    {
      g_auto (GStrv) danish = g_strv_builder_end (texts[c].danish);
      g_auto (GStrv) english = g_strv_builder_end (texts[c].english);

      kkr_table_builder_add_text (builder, columns[c][0], columns[c][1], columns[c][2],
                                  (const char *const *) danish);
      set_english (builder, columns[c][0], danish, english);
      g_strv_builder_unref (texts[c].danish);
      g_strv_builder_unref (texts[c].english);
    }
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, NULL);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

/* The tables among the inputs, by name. */
static char **
list_tables (KkrCalculator *calculator)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = kkr_calculator_dup_input_names (calculator);

  for (char **name = names; *name != NULL; name++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (calculator), *name);

      if (g_type_is_a (pspec->value_type, KKR_TYPE_TABLE))
        g_strv_builder_add (builder, *name);
    }
  return g_strv_builder_end (builder);
}

/* The columns of one table. */
static int
say_columns (const Arguments *arguments, KkrCalculator *calculator, char **tables)
{
  g_autoptr (KkrTable) columns = NULL;

  if (!g_strv_contains ((const char *const *) tables, arguments->table))
    {
      g_autofree char *message = no_such (_("no such table"), arguments->table,
                                          (const char *const *) tables);

      return complain_of_usage (&verb_describe, message);
    }
  columns = kkr_calculator_describe_table (calculator, arguments->table, NULL);
  return say_table (arguments, columns);
}

/* Who reads it sees everything; a program asks for one table. */
static int
say_all (const Arguments *arguments, KkrCalculator *calculator, char **tables)
{
  g_autoptr (KkrTable) inputs = kkr_calculator_describe (calculator);
  g_autoptr (GString) text = NULL;

  if (arguments->format != FORMAT_TEXT)
    return say_table (arguments, inputs);
  text = g_string_new (NULL);
  for (gint i = -1; i < (gint) g_strv_length (tables); i++)
    {
      g_autoptr (KkrTable) table = i < 0 ? g_object_ref (inputs)
                                         : kkr_calculator_describe_table (calculator, tables[i],
                                                                          NULL);
      g_autofree char *part = kkr_table_to_string_in (table, arguments->language);

      g_string_append_printf (text, "%s%s", i < 0 ? "" : "\n\n", part);
    }
  return say (text->str);
}

static int
run (const Arguments *arguments)
{
  g_autoptr (KkrCalculator) calculator = NULL;
  g_auto (GStrv) tables = NULL;

  if (arguments->n_words != 1)
    return complain_of_usage (&verb_describe, arguments->n_words == 0
                                                ? _("no calculator found, one expected")
                                                : _("several words found, one calculator "
                                                    "expected"));
  calculator = calculation_find (&verb_describe, arguments->words[0]);
  if (calculator == NULL)
    return EXIT_USAGE;
  tables = list_tables (calculator);
  return arguments->table != NULL ? say_columns (arguments, calculator, tables)
                                  : say_all (arguments, calculator, tables);
}

const Verb verb_describe = {
  .name = "describe",
  .usage = N_("kkr describe CALCULATOR [--format text|csv|csv-da|json|html] [--language da|en]\n"
              "       [--table NAME]"),
  .purpose = N_("lists the inputs of a calculator, or the columns of one that is a table"),
  .options = OPTION_FORMAT | OPTION_LANGUAGE | OPTION_TABLE,
  .formats = FORMATS_OF_A_TABLE,
  .run = run,
};

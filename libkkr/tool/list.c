/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

typedef struct {
  char **names;
  char **danish;
  char **english;
} Calculators;

static Calculators
all_calculators (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) danish = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) english = g_strv_builder_new ();
  gsize n_types;
  g_autofree GType *types = kkr_calculator_dup_types (&n_types);

  for (gsize i = 0; i < n_types; i++)
    {
      g_autoptr (KkrCalculator) one = g_object_new (types[i], NULL);

      g_strv_builder_add (names, kkr_calculator_get_name (one));
      g_strv_builder_add (danish, kkr_calculator_get_title_in (one, "da"));
      g_strv_builder_add (english, kkr_calculator_get_title_in (one, "en"));
    }
  return (Calculators) { g_strv_builder_end (names), g_strv_builder_end (danish),
                         g_strv_builder_end (english) };
}

/* A line a calculator, the name first: for eyes and for `while read`. */
static int
say_lines (const Calculators *all, char **titles)
{
  g_autoptr (GString) text = g_string_new (NULL);
  glong width = 0;

  for (guint i = 0; all->names[i] != NULL; i++)
    width = MAX (width, g_utf8_strlen (all->names[i], -1));
  for (guint i = 0; all->names[i] != NULL; i++)
    g_string_append_printf (text, "%-*s  %s\n", (int) width, all->names[i], titles[i]);
  return say (text->str);
}

static int
say_as_table (const Arguments *arguments, const Calculators *all)
{
  static const char *const key[] = { "calculator", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("calculators", "Beregnere",
                                                               "Calculators");
  g_autoptr (KkrTable) table = NULL;
  g_autoptr (GError) error = NULL;

  kkr_table_builder_add_text (builder, "calculator", "Beregner", "Calculator",
                              (const char *const *) all->names);
  kkr_table_builder_add_text (builder, "title", "Titel", "Title",
                              (const char *const *) all->danish);
  kkr_table_builder_set_labels_in_english (builder, "title", (const char *const *) all->english);
  kkr_table_builder_set_key (builder, key);
  table = kkr_table_builder_end (builder, &error);
  return table != NULL ? say_table (arguments, table) : complain_of_error (error);
}

static int
run (const Arguments *arguments)
{
  Calculators all;
  int status;

  if (arguments->n_words > 0)
    return complain_of_usage (&verb_list, _("words after list found, none expected"));
  all = all_calculators ();
  status = arguments->format != FORMAT_TEXT ? say_as_table (arguments, &all)
           : g_str_equal (arguments->language, "en") ? say_lines (&all, all.english)
                                                     : say_lines (&all, all.danish);
  g_strfreev (all.names);
  g_strfreev (all.danish);
  g_strfreev (all.english);
  return status;
}

const Verb verb_list = {
  .name = "list",
  .usage = N_("kkr list [--format text|csv|csv-da|json|html] [--language da|en]"),
  .purpose = N_("lists the calculators"),
  .options = OPTION_FORMAT | OPTION_LANGUAGE,
  .formats = FORMATS_OF_A_TABLE,
  .run = run,
};

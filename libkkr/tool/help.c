/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

static int
say_overview (void)
{
  g_autoptr (GString) text = g_string_new (
    _("kkr computes, explains and re-checks the figures that Danish municipalities share.\n\n"));

  for (int i = 0; verbs[i] != NULL; i++)
    g_string_append_printf (text, "%s\n    %s\n", _(verbs[i]->usage), _(verbs[i]->purpose));
  g_string_append (text, _("kkr --version\n    prints the version\n\n"
                           "Inputs are written NAME=VALUE, money in kroner, decimals with a "
                           "comma:\n"
                           "    kkr run objective-financing arrangement=socialtilsyn-nord "
                           "year=2024\n"
                           "    kkr explain objective-financing arrangement=socialtilsyn-nord "
                           "year=2024 amount Rebild\n"
                           "    kkr run objective-financing arrangement=socialtilsyn-nord "
                           "--scenarios budgets.csv\n\n"
                           "The packaged register is used unless register=FILE names an XML file.\n"
                           "Exit status: 0 good, 1 the calculation or a file is at fault, "
                           "2 the command is.\n"));
  return say (text->str);
}

static int
run (const Arguments *arguments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *message = NULL;

  if (arguments->n_words == 0)
    return say_overview ();
  for (int i = 0; verbs[i] != NULL; i++)
    {
      g_autofree char *text = g_strdup_printf (_("usage: %s\n%s %s."), _(verbs[i]->usage),
                                               verbs[i]->name, _(verbs[i]->purpose));

      if (arguments->n_words == 1 && g_str_equal (verbs[i]->name, arguments->words[0]))
        return say (text);
      g_strv_builder_add (builder, verbs[i]->name);
    }
  names = g_strv_builder_end (builder);
  message = arguments->n_words > 1
              ? g_strdup (_("several words found, one command expected"))
              : no_such (_("no such command"), arguments->words[0], (const char *const *) names);
  return complain_of_usage (&verb_help, message);
}

const Verb verb_help = {
  .name = "help",
  .usage = N_("kkr help [COMMAND]"),
  .purpose = N_("tells how a command is used"),
  .run = run,
};

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

#include <locale.h>
#include <signal.h>

/* The command `kkr`: all that it knows of calculators it asks their classes. Its texts are UTF-8 in
 * every locale, which decides the language of the messages and nothing else. */

const Verb *const verbs[] = {
  &verb_list, &verb_describe, &verb_run, &verb_explain, &verb_check, &verb_data,
  &verb_reproduce, &verb_reconcile, &verb_help, NULL,
};

static const Verb *
find_verb (const char *name)
{
  for (int i = 0; verbs[i] != NULL; i++)
    if (g_str_equal (verbs[i]->name, name))
      return verbs[i];
  return NULL;
}

static int
refuse_verb (const char *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *message = NULL;

  for (int i = 0; verbs[i] != NULL; i++)
    g_strv_builder_add (builder, verbs[i]->name);
  names = g_strv_builder_end (builder);
  message = no_such (g_str_has_prefix (name, "-") ? _("no such option") : _("no such command"),
                     name, (const char *const *) names);
  return complain_of_usage (NULL, message);
}

static int
say_version (void)
{
  g_autofree char *line = g_strconcat ("kkr ", kkr_version_get_string (), NULL);

  return say (line);
}

static int
run_verb (const Verb *verb, char **argv)
{
  Arguments arguments = { .verb = verb->name, .language = "da" };
  int status = EXIT_USAGE;

  if (arguments_read (&arguments, verb, argv))
    {
      char *about[] = { (char *) verb->name, NULL };
      Arguments asked = { .verb = "help", .words = about, .n_words = 1, .language = "da" };

      status = arguments.help ? verb_help.run (&asked) : verb->run (&arguments);
    }
  arguments_clear (&arguments);
  return status;
}

int
main (int argc, char **argv)
{
  const Verb *verb;

  setlocale (LC_CTYPE, "");
  setlocale (LC_MESSAGES, "");
  /* A reader that has seen enough is no fault: the writing fails instead, and quietly. */
  signal (SIGPIPE, SIG_IGN);
  for (int i = 1; i < argc; i++)
    if (!g_utf8_validate (argv[i], -1, NULL))
      return complain_of_usage (NULL, _("a word that is not UTF-8 found, UTF-8 expected"));
  if (argc < 2)
    return complain_of_usage (NULL, _("no command found, one expected"));
  if (g_str_equal (argv[1], "--version"))
    return argc == 2 ? say_version ()
                     : complain_of_usage (NULL, _("words after --version found, none "
                                                        "expected"));
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return run_verb (&verb_help, argv + 2);
  verb = find_verb (argv[1]);
  return verb != NULL ? run_verb (verb, argv + 2) : refuse_verb (argv[1]);
}

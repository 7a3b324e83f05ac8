/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* Bytes go out as they are: g_print() would turn them into the locale's encoding. */

void
complain (const char *message)
{
  g_autofree char *line = g_strconcat ("kkr: ", message, "\n", NULL);

  fflush (stdout);
  fwrite (line, 1, strlen (line), stderr);
}

int
complain_of_usage (const Verb *verb, const char *message)
{
  g_autofree char *more = NULL;

  complain (message);
  more = verb != NULL ? g_strdup_printf (_("usage: %s"), _(verb->usage))
                      : g_strdup (_("try: kkr help"));
  fprintf (stderr, "%s\n", more);
  return EXIT_USAGE;
}

int
complain_of_error (const GError *error)
{
  g_auto (GStrv) lines = g_strsplit (error->message, "\n", -1);

  for (int i = 0; lines[i] != NULL; i++)
    complain (lines[i]);
  return EXIT_FAULT;
}

void
complain_of_problems (KkrProblem **problems, gsize n_problems)
{
  for (gsize i = 0; i < n_problems; i++)
    {
      g_autofree char *line = kkr_problem_to_string (problems[i]);

      complain (line);
      g_object_unref (problems[i]);
    }
  g_free (problems);
}

int
say (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *message = NULL;
  gboolean good;

  good = fwrite (text, 1, length, stdout) == length;
  if (good && (length == 0 || text[length - 1] != '\n'))
    good = fputc ('\n', stdout) != EOF;
  if ((good && fflush (stdout) == 0) || errno == EPIPE)
    return EXIT_GOOD;
  message = g_strdup_printf (_("cannot write: %s"), g_strerror (errno));
  complain (message);
  return EXIT_FAULT;
}

int
say_page (const Arguments *arguments, const char *title, const char *fragment)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  /* The browser takes its own colours, light or dark as its user has them. */
  g_autofree char *page = g_strconcat (
    "<!DOCTYPE html>\n<html lang=\"", arguments->language, "\">\n<head>\n"
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta name=\"color-scheme\" content=\"light dark\">\n"
    "<title>", escaped, "</title>\n"
    "<style>\nbody { font-family: system-ui, sans-serif; margin: 2em auto; max-width: 60em; "
    "padding: 0 1em }\n</style>\n</head>\n<body>\n<main>\n",
    fragment, "\n</main>\n</body>\n</html>\n", NULL);

  return say (page);
}

int
say_table (const Arguments *arguments, KkrTable *table)
{
  g_autofree char *text = NULL;

  switch (arguments->format)
    {
    case FORMAT_CSV:
      text = kkr_table_to_csv (table);
      break;
    case FORMAT_CSV_DA:
      text = kkr_table_to_csv_danish (table);
      break;
    case FORMAT_JSON:
      text = kkr_table_to_json (table);
      break;
    case FORMAT_HTML:
      text = kkr_table_to_html_in (table, arguments->language);
      break;
    case FORMAT_TEXT:
    default:
      text = kkr_table_to_string_in (table, arguments->language);
    }
  return say (text);
}

static int
say_one_table (const Verb *verb, const Arguments *arguments, KkrResult *result)
{
  KkrTable *table = kkr_result_get_table_named (result, arguments->table);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *message = NULL;
  GListModel *tables = kkr_result_get_tables (result);

  if (table != NULL)
    return say_table (arguments, table);
  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (KkrTable) one = g_list_model_get_item (tables, i);

      g_strv_builder_add (builder, kkr_table_get_name (one));
    }
  names = g_strv_builder_end (builder);
  message = no_such (_("no such table"), arguments->table, (const char *const *) names);
  return complain_of_usage (verb, message);
}

int
say_result (const Verb *verb, const Arguments *arguments, KkrResult *result)
{
  g_autofree char *text = NULL;

  if (arguments->table != NULL)
    return say_one_table (verb, arguments, result);
  switch (arguments->format)
    {
    case FORMAT_CSV:
      text = kkr_result_to_csv (result);
      break;
    case FORMAT_CSV_DA:
      text = kkr_result_to_csv_danish (result);
      break;
    case FORMAT_JSON:
      text = kkr_result_to_json (result);
      break;
    case FORMAT_HTML:
      text = kkr_result_to_html_in (result, arguments->language);
      break;
    case FORMAT_TEXT:
    default:
      text = kkr_result_to_string_in (result, arguments->language);
    }
  return say (text);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

#include <string.h>

static const char *const format_names[] = { "text", "csv", "csv-da", "json", "html", NULL };
static const char *const language_names[] = { "da", "en", NULL };

static const struct {
  const char *name;
  OptionSet option;
} options[] = {
  { "--format", OPTION_FORMAT },
  { "--language", OPTION_LANGUAGE },
  { "--table", OPTION_TABLE },
  { "--find", OPTION_FIND },
  { "--register", OPTION_REGISTER },
  { "--valid-on", OPTION_VALID_ON },
  { "--known-on", OPTION_KNOWN_ON },
  { "--scenarios", OPTION_SCENARIOS },
  { "--columns", OPTION_COLUMNS },
  { "--document", OPTION_DOCUMENT },
};

static int
position_of (const char *word, const char *const *known)
{
  for (int i = 0; known[i] != NULL; i++)
    if (g_str_equal (known[i], word))
      return i;
  return -1;
}

static gboolean
refuse (const Verb *verb, const char *wrong, const char *word, const char *const *known)
{
  g_autofree char *message = no_such (wrong, word, known);

  complain_of_usage (verb, message);
  return FALSE;
}

static gboolean
read_format (Arguments *arguments, const Verb *verb, const char *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) known = NULL;
  int format = position_of (value, format_names);

  if (format >= 0 && (verb->formats & FORMAT_BIT (format)))
    {
      arguments->format = (Format) format;
      return TRUE;
    }
  for (int i = 0; format_names[i] != NULL; i++)
    if (verb->formats & FORMAT_BIT (i))
      g_strv_builder_add (builder, format_names[i]);
  known = g_strv_builder_end (builder);
  return refuse (verb, _("no such format"), value, (const char *const *) known);
}

/* Names with commas between them. */
static gboolean
read_columns (Arguments *arguments, const Verb *verb, const char *value)
{
  g_autofree char *message = NULL;

  g_strfreev (arguments->columns);
  arguments->columns = g_strsplit (value, ",", -1);
  for (char **name = arguments->columns; *name != NULL; name++)
    g_strstrip (*name);
  if (arguments->columns[0] != NULL && !g_strv_contains ((const char *const *) arguments->columns,
                                                         ""))
    return TRUE;
  message = g_strdup_printf (_("not the names of columns: \"%s\" found, NAME or NAME,NAME "
                               "expected"), value);
  complain_of_usage (verb, message);
  return FALSE;
}

static gboolean
set_option (Arguments *arguments, const Verb *verb, OptionSet option, const char *value)
{
  switch (option)
    {
    case OPTION_FORMAT:
      return read_format (arguments, verb, value);
    case OPTION_LANGUAGE:
      if (position_of (value, language_names) < 0)
        return refuse (verb, _("no such language"), value, language_names);
      arguments->language = value;
      return TRUE;
    case OPTION_TABLE:
      arguments->table = value;
      return TRUE;
    case OPTION_REGISTER:
      g_ptr_array_add (arguments->registers, (gpointer) value);
      return TRUE;
    case OPTION_VALID_ON:
      arguments->valid_on = value;
      return TRUE;
    case OPTION_KNOWN_ON:
      arguments->known_on = value;
      return TRUE;
    case OPTION_FIND:
      arguments->find = value;
      return TRUE;
    case OPTION_SCENARIOS:
      arguments->scenarios = value;
      return TRUE;
    case OPTION_COLUMNS:
      return read_columns (arguments, verb, value);
    case OPTION_DOCUMENT:
      arguments->document = value;
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
refuse_option (const Verb *verb, const char *word)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) known = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (verb->options & options[i].option)
      g_strv_builder_add (builder, options[i].name);
  g_strv_builder_add (builder, "--help");
  known = g_strv_builder_end (builder);
  return refuse (verb, _("no such option"), word, (const char *const *) known);
}

/* Reads the option at `*at`, its value too, which follows `=` or is the next word. */
static gboolean
read_option (Arguments *arguments, const Verb *verb, char ***at)
{
  const char *word = **at, *equals = strchr (word, '='), *value;
  g_autofree char *name = equals != NULL ? g_strndup (word, (gsize) (equals - word))
                                         : g_strdup (word);

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *message = NULL;

      if (!g_str_equal (options[i].name, name) || !(verb->options & options[i].option))
        continue;
      value = equals != NULL ? equals + 1 : *++*at;
      if (value != NULL)
        return set_option (arguments, verb, options[i].option, value);
      message = g_strdup_printf (_("no word after %s found, one expected"), name);
      complain_of_usage (verb, message);
      return FALSE;
    }
  return refuse_option (verb, name);
}

gboolean
arguments_read (Arguments *arguments, const Verb *verb, char **argv)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  gboolean only_words = FALSE;

  arguments->registers = g_ptr_array_new ();
  for (char **at = argv; *at != NULL; at++)
    if (only_words || !g_str_has_prefix (*at, "-") || g_str_equal (*at, "-"))
      g_strv_builder_add (words, *at);
    else if (g_str_equal (*at, "--"))
      only_words = TRUE;
    else if (g_str_equal (*at, "--help") || g_str_equal (*at, "-h"))
      arguments->help = TRUE;
    else if (!read_option (arguments, verb, &at))
      return FALSE;
  if (arguments->format == FORMAT_CSV_DA && g_str_equal (arguments->language, "en"))
    {
      complain_of_usage (verb, _("--language en found with --format csv-da, which is Danish: "
                                 "--format csv expected"));
      return FALSE;
    }
  if (arguments->columns != NULL && arguments->scenarios == NULL)
    {
      complain_of_usage (verb, _("--columns found without --scenarios, which it is of: --table or "
                                 "--scenarios expected"));
      return FALSE;
    }
  arguments->words = g_strv_builder_end (words);
  arguments->n_words = g_strv_length (arguments->words);
  return TRUE;
}

void
arguments_clear (Arguments *arguments)
{
  g_clear_pointer (&arguments->words, g_strfreev);
  g_clear_pointer (&arguments->columns, g_strfreev);
  g_clear_pointer (&arguments->registers, g_ptr_array_unref);
}

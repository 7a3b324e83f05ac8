/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

#include <string.h>

/* A text that a program or an editor wrote ends with a line end. */
static char *
dup_text (GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (size > 0 && text[size - 1] == '\n')
    size--;
  if (size > 0 && text[size - 1] == '\r')
    size--;
  return size > 0 ? g_strndup (text, size) : g_strdup ("");
}

/* A NUL byte would hide what comes after it. */
static KkrDerivation *
read_derivation (GBytes *bytes, GError **error)
{
  g_autofree char *text = dup_text (bytes);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > 0 && memchr (data, '\0', size) != NULL)
    {
      g_set_error_literal (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_SYNTAX,
                           _("a NUL byte found, UTF-8 text expected"));
      return NULL;
    }
  return kkr_derivation_new_from_json (text, error);
}

static char *
describe (KkrDerivation *derivation, const char *language)
{
  g_autofree char *text = kkr_derivation_to_string_in (derivation, language);
  g_auto (GStrv) ids = kkr_derivation_dup_step_ids (derivation);
  guint n = g_strv_length (ids);

  text[strcspn (text, "\n")] = '\0';
  if (g_str_equal (language, "en"))
    return g_strdup_printf ("accepted: %s (%u %s)", text, n, n == 1 ? "step" : "steps");
  return g_strdup_printf ("godkendt: %s (%u trin)", text, n);
}

static int
check_file (const Arguments *arguments, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrDerivation) derivation = NULL;
  g_autoptr (GBytes) bytes = read_bytes (path);
  g_autofree char *what = NULL, *line = NULL;

  if (bytes == NULL)
    return EXIT_FAULT;
  derivation = read_derivation (bytes, &error);
  if (derivation != NULL && kkr_derivation_check (derivation, &error))
    {
      what = describe (derivation, arguments->language);
      line = g_strdup_printf ("%s: %s", path, what);
      return say (line);
    }
  line = g_strdup_printf (_("%s: rejected: %s"), path, error->message);
  complain (line);
  return EXIT_FAULT;
}

static int
run (const Arguments *arguments)
{
  int status = EXIT_GOOD;

  if (arguments->n_words == 0)
    return complain_of_usage (&verb_check, _("no file found, at least one expected"));
  for (guint i = 0; i < arguments->n_words; i++)
    if (check_file (arguments, arguments->words[i]) != EXIT_GOOD)
      status = EXIT_FAULT;
  return status;
}

const Verb verb_check = {
  .name = "check",
  .usage = N_("kkr check FILE... [--language da|en]"),
  .purpose = N_("works derivations out again, as explain --format json writes them, and accepts or "
                "rejects them"),
  .options = OPTION_LANGUAGE,
  .run = run,
};

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

#include <string.h>

static int
say_derivation (const Arguments *arguments, KkrDerivation *derivation)
{
  g_autofree char *text = NULL;

  if (arguments->format == FORMAT_JSON)
    text = kkr_derivation_to_json (derivation);
  else
    text = kkr_derivation_to_string_in (derivation, arguments->language);
  if (arguments->format == FORMAT_HTML)
    {
      g_autofree char *fragment = kkr_derivation_to_html_in (derivation, arguments->language);

      /* The first line of the text is what the page is about. */
      text[strcspn (text, "\n")] = '\0';
      return say_page (arguments, text, fragment);
    }
  return say (text);
}

static int
run (const Arguments *arguments)
{
  g_autoptr (KkrCalculator) calculator = NULL;
  g_autoptr (KkrResult) result = NULL;
  g_autoptr (KkrDerivation) derivation = NULL;
  g_autoptr (GError) error = NULL;
  const char *columns[] = { NULL, NULL };
  guint n = arguments->n_words;
  int status;

  if (n < 3 || strchr (arguments->words[n - 2], '=') || strchr (arguments->words[n - 1], '='))
    return complain_of_usage (&verb_explain, n == 0 ? _("no calculator found, one expected")
                                                    : _("no COLUMN KEY at the end found, both "
                                                        "expected"));
  calculator = calculation_find (&verb_explain, arguments->words[0]);
  if (calculator == NULL)
    return EXIT_USAGE;
  columns[0] = arguments->words[n - 2];
  status = calculation_run (&verb_explain, calculator, arguments->words + 1, n - 3,
                            arguments->scenarios, columns, &result);
  if (status != EXIT_GOOD)
    return status;
  derivation = kkr_result_explain_key (result, arguments->words[n - 2], arguments->words[n - 1],
                                       &error);
  return derivation != NULL ? say_derivation (arguments, derivation) : complain_of_error (error);
}

const Verb verb_explain = {
  .name = "explain",
  .usage = N_("kkr explain CALCULATOR [INPUT=VALUE ...] COLUMN KEY [--scenarios FILE]\n"
              "       [--format text|json|html] [--language da|en]"),
  .purpose = N_("tells why a figure of the result is what it is"),
  .options = OPTION_FORMAT | OPTION_LANGUAGE | OPTION_SCENARIOS,
  .formats = FORMATS_OF_A_DERIVATION,
  .run = run,
};

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/reproduce-private.h>

static gboolean
in_english (const Arguments *arguments)
{
  return g_str_equal (arguments->language, "en");
}

gint64
reproduction_total (KkrTable *score, const char *name)
{
  g_autofree char *text = kkr_column_dup_total (kkr_table_get_column (score, name));

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

char *
reproduction_count (gint64 count, const char *language)
{
  g_autofree char *digits = g_strdup_printf ("%lld", (long long) count);
  g_autoptr (GString) text = g_string_new (digits);

  for (gssize i = (gssize) text->len - 3; i > 0; i -= 3)
    g_string_insert (text, i, g_str_equal (language, "en") ? "," : ".");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

GHashTable *
reproduction_titles (KkrRegister *reg, const char *language)
{
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gsize n_sources;
  KkrSource **sources = kkr_register_dup_sources (reg, &n_sources);

  for (gsize i = 0; i < n_sources; i++)
    {
      g_hash_table_replace (titles, g_strdup (kkr_source_get_id (sources[i])),
                            kkr_source_to_string_in (sources[i], language));
      g_object_unref (sources[i]);
    }
  g_free (sources);
  return titles;
}

static char *
dup_cell (const Arguments *arguments, KkrTable *table, const char *column, guint row)
{
  return kkr_column_dup_text_in (kkr_table_get_column (table, column), row, arguments->language);
}

static gboolean
is_unexpected (KkrTable *table, guint row)
{
  g_autofree char *text = kkr_column_dup_text_in (kkr_table_get_column (table, "unexpected"), row,
                                                  "en");

  return g_str_equal (text, "yes");
}

/* Figures that are not what the cases say they are. */
static void
append_figures (const Arguments *arguments, KkrTable *figures, GString *text)
{
  for (guint i = 0; i < kkr_table_get_n_rows (figures); i++)
    {
      g_autofree char *about = NULL, *row = NULL, *column = NULL, *printed = NULL;
      g_autofree char *computed = NULL, *verdict = NULL, *stated = NULL;

      if (!is_unexpected (figures, i))
        continue;
      about = dup_cell (arguments, figures, "case", i);
      row = dup_cell (arguments, figures, "row", i);
      column = dup_cell (arguments, figures, "column", i);
      printed = dup_cell (arguments, figures, "printed", i);
      computed = dup_cell (arguments, figures, "computed", i);
      verdict = dup_cell (arguments, figures, "verdict", i);
      stated = dup_cell (arguments, figures, "stated", i);
      g_string_append_printf (text,
                              in_english (arguments)
                                ? "Unexpected: %s, %s, %s: printed %s, computed %s: %s, "
                                  "stated %s\n"
                                : "Uventet: %s, %s, %s: trykt %s, beregnet %s: %s, ventet %s\n",
                              about, row, column, printed, computed, verdict, stated);
    }
}

static void
append_readings (const Arguments *arguments, KkrTable *readings, GString *text)
{
  for (guint i = 0; i < kkr_table_get_n_rows (readings); i++)
    {
      g_autofree char *about = NULL, *parameter = NULL, *value = NULL, *verdict = NULL;
      g_autofree char *stated = NULL;

      if (!is_unexpected (readings, i))
        continue;
      about = dup_cell (arguments, readings, "case", i);
      parameter = dup_cell (arguments, readings, "parameter", i);
      value = dup_cell (arguments, readings, "value", i);
      verdict = dup_cell (arguments, readings, "verdict", i);
      stated = dup_cell (arguments, readings, "stated", i);
      g_string_append_printf (text,
                              in_english (arguments)
                                ? "Unexpected: %s with %s=%s: %s, stated %s\n"
                                : "Uventet: %s med %s=%s: %s, ventet %s\n",
                              about, parameter, value, verdict, stated);
    }
}

static void
append_totals (const Arguments *arguments, KkrTable *score, GString *text)
{
  static const char *const names[] = { "figures", "by-calculator", "exact", "after-rounding",
                                       "differs", "unexpected" };
  g_auto (GStrv) totals = g_new0 (char *, G_N_ELEMENTS (names) + 1);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    totals[i] = reproduction_count (reproduction_total (score, names[i]), arguments->language);
  g_string_append_printf (text,
                          in_english (arguments)
                            ? "%s figures, %s by a calculator: %s exact, %s after rounding, "
                              "%s differ, %s unexpected.\n"
                            : "%s tal, heraf %s af en beregner: %s eksakte, %s efter afrunding, "
                              "%s afviger, %s uventede.\n",
                          totals[0], totals[1], totals[2], totals[3], totals[4], totals[5]);
}

static char *
make_text (const Arguments *arguments, KkrResult *result, KkrRegister *reg)
{
  KkrTable *score = kkr_result_get_table_named (result, "score");
  g_autoptr (GString) text = g_string_new (NULL);

  reproduction_append_text (result, reg, arguments->language, text);
  append_figures (arguments, kkr_result_get_table_named (result, "figures"), text);
  append_readings (arguments, kkr_result_get_table_named (result, "readings"), text);
  append_totals (arguments, score, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static int
say_reproduction (const Arguments *arguments, KkrResult *result, KkrRegister *reg)
{
  g_autofree char *text = NULL;

  if (arguments->table == NULL && arguments->format == FORMAT_TEXT)
    text = make_text (arguments, result, reg);
  else if (arguments->table == NULL && arguments->format == FORMAT_HTML)
    text = reproduction_report (result, reg, arguments->language);
  else
    return say_result (&verb_reproduce, arguments, result);
  return say (text);
}

static int
run (const Arguments *arguments)
{
  g_autoptr (KkrReproduction) calculator = kkr_reproduction_new ();
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();
  g_autoptr (KkrResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_unexpected;
  int status;

  if (arguments->n_words > 1)
    return complain_of_usage (&verb_reproduce, _("several files found, one expected"));
  g_object_set (calculator, "register", reg, "cases", arguments->words[0], "document",
                arguments->document, NULL);
  result = kkr_calculator_run (KKR_CALCULATOR (calculator), NULL, &error);
  if (result == NULL)
    return complain_of_error (error);
  status = say_reproduction (arguments, result, reg);
  if (status != EXIT_GOOD)
    return status;
  n_unexpected = reproduction_total (kkr_result_get_table_named (result, "score"), "unexpected");
  return n_unexpected == 0 ? EXIT_GOOD : EXIT_FAULT;
}

const Verb verb_reproduce = {
  .name = "reproduce",
  .usage = N_("kkr reproduce [CASES.xml] [--document ID] [--format text|csv|csv-da|json|html]\n"
              "       [--language da|en] [--table NAME]"),
  .purpose = N_("recomputes printed tables and tells which figures differ"),
  .options = OPTION_FORMAT | OPTION_LANGUAGE | OPTION_TABLE | OPTION_DOCUMENT,
  .formats = FORMATS_OF_A_TABLE,
  .run = run,
};

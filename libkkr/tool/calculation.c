/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

#include <string.h>

/* Among the inputs that could not be read: that one of them is a table. No input has this name. */
#define A_TABLE "*"

KkrCalculator *
calculation_find (const Verb *verb, const char *name)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autofree GType *types = NULL;
  g_auto (GStrv) names = NULL;
  g_autofree char *message = NULL;
  KkrCalculator *calculator = kkr_calculator_new_by_name (name, NULL);
  gsize n_types;

  if (calculator != NULL)
    return calculator;
  builder = g_strv_builder_new ();
  types = kkr_calculator_dup_types (&n_types);
  for (gsize i = 0; i < n_types; i++)
    {
      g_autoptr (KkrCalculator) one = g_object_new (types[i], NULL);

      g_strv_builder_add (builder, kkr_calculator_get_name (one));
    }
  names = g_strv_builder_end (builder);
  message = no_such (_("no such calculator"), name, (const char *const *) names);
  complain_of_usage (verb, message);
  return NULL;
}

/* The input that a word names before its '=', or NULL when it was said what is wrong. */
static GParamSpec *
find_input (const Verb *verb, KkrCalculator *calculator, const char *word)
{
  const char *equals = strchr (word, '=');
  g_auto (GStrv) names = kkr_calculator_dup_input_names (calculator);
  g_autofree char *name = g_strndup (word, (gsize) (equals != NULL ? equals - word : 0));
  g_autofree char *message = NULL;

  if (equals == NULL)
    message = g_strdup_printf (_("not an input: \"%s\" found, INPUT=VALUE expected"), word);
  else if (!g_strv_contains ((const char *const *) names, name))
    message = no_such (_("no such input"), name, (const char *const *) names);
  else
    return g_object_class_find_property (G_OBJECT_GET_CLASS (calculator), name);
  complain_of_usage (verb, message);
  return NULL;
}

static gboolean
is_table (GParamSpec *pspec)
{
  return g_type_is_a (pspec->value_type, KKR_TYPE_TABLE);
}

static gboolean
each_is_an_input (const Verb *verb, KkrCalculator *calculator, char **words, guint n_words)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_words; i++)
    {
      GParamSpec *pspec = find_input (verb, calculator, words[i]);
      g_autofree char *message = NULL;

      if (pspec == NULL)
        return FALSE;
      if (g_hash_table_add (seen, pspec) || is_table (pspec))
        continue;
      message = g_strdup_printf (_("the input %s found twice, once expected"), pspec->name);
      complain_of_usage (verb, message);
      return FALSE;
    }
  return TRUE;
}

/* Not by set_from_string(), whose one error tells only of the first problem in the file. */
static gboolean
read_register (KkrCalculator *calculator, const char *name, const char *path)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrRegister) reg = kkr_register_reader_read_files (reader, paths, NULL, &error);
  KkrProblem **problems;
  gsize n_problems;

  if (reg != NULL)
    {
      g_object_set (calculator, name, reg, NULL);
      return TRUE;
    }
  problems = kkr_register_reader_dup_problems (reader, &n_problems);
  if (n_problems == 0)
    complain (error->message);
  complain_of_problems (problems, n_problems);
  return FALSE;
}

static gboolean
set_input (KkrCalculator *calculator, GParamSpec *pspec, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (g_type_is_a (pspec->value_type, KKR_TYPE_REGISTER) && !g_str_equal (text, "packaged"))
    return read_register (calculator, pspec->name, text);
  if (kkr_calculator_set_from_string (calculator, pspec->name, text, &error))
    return TRUE;
  complain (error->message);
  return FALSE;
}

/* The files that the words name for a table, whose rows follow each other. */
static char **
list_files (GParamSpec *pspec, char **words, guint n_words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *start = g_strconcat (pspec->name, "=", NULL);

  for (guint i = 0; i < n_words; i++)
    if (g_str_has_prefix (words[i], start))
      g_strv_builder_add (builder, words[i] + strlen (start));
  return g_strv_builder_end (builder);
}

static KkrTable *
read_stdin (KkrCalculator *calculator, GParamSpec *pspec)
{
  g_autoptr (GBytes) bytes = read_bytes ("-");
  g_autoptr (GError) error = NULL;
  KkrTable *table = NULL;

  if (bytes == NULL)
    return NULL;
  table = kkr_calculator_read_table_bytes (calculator, pspec->name, bytes, "-", NULL, &error);
  if (table == NULL)
    complain_of_error (error);
  return table;
}

static gboolean
read_table (KkrCalculator *calculator, GParamSpec *pspec, char **paths)
{
  g_autoptr (KkrTable) table = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (paths[0], "-") && paths[1] == NULL)
    table = read_stdin (calculator, pspec);
  else
    table = kkr_calculator_read_table (calculator, pspec->name, (const char *const *) paths, NULL,
                                       &error);
  if (error != NULL)
    complain_of_error (error);
  if (table != NULL)
    g_object_set (calculator, pspec->name, table, NULL);
  return table != NULL;
}

/* A table whose files are given with the first word that names it. */
static gboolean
set_table (KkrCalculator *calculator, GParamSpec *pspec, char **words, guint n_words, guint word)
{
  g_auto (GStrv) paths = list_files (pspec, words, n_words);
  const char *text = strchr (words[word], '=') + 1;

  if (kkr_calculator_is_assigned (calculator, pspec->name))
    return TRUE;
  if (strchr (text, '\n') != NULL)
    return set_input (calculator, pspec, text);
  return read_table (calculator, pspec, paths);
}

/* What the check says of an input that could not be read is said already. */
static gboolean
is_news (KkrProblem *problem, GHashTable *unread)
{
  const char *input = kkr_problem_get_input (problem);

  return g_hash_table_size (unread) == 0 ||
         (input != NULL && !g_hash_table_contains (unread, input));
}

static gboolean
complain_of_inputs (KkrCalculator *calculator, GHashTable *unread)
{
  gsize n_problems, n_news = 0;
  KkrProblem **problems = kkr_calculator_validate (calculator, &n_problems);

  for (gsize i = 0; i < n_problems; i++)
    if (is_news (problems[i], unread))
      problems[n_news++] = problems[i];
    else
      g_object_unref (problems[i]);
  complain_of_problems (problems, n_news);
  return n_news > 0;
}

static gboolean
has_problems (KkrCalculator *calculator)
{
  gsize n_problems;
  KkrProblem **problems = kkr_calculator_validate (calculator, &n_problems);

  for (gsize i = 0; i < n_problems; i++)
    g_object_unref (problems[i]);
  g_free (problems);
  return n_problems > 0;
}

/* The packaged register, where none was given: but not to a calculator that has got all that it
 * needs and would then miss something more. `probe` is the calculator, or it in a scenario. */
static void
give_register (KkrCalculator *calculator, KkrCalculator *probe, GHashTable *unread)
{
  GParamSpec *reg = g_object_class_find_property (G_OBJECT_GET_CLASS (calculator), "register");

  if (reg == NULL || !g_type_is_a (reg->value_type, KKR_TYPE_REGISTER) ||
      kkr_calculator_is_assigned (calculator, "register") ||
      g_hash_table_contains (unread, "register"))
    return;
  set_input (probe, reg, "packaged");
  if (has_problems (probe))
    {
      kkr_calculator_unset (probe, "register", NULL);
      if (!has_problems (probe))
        return;
    }
  set_input (calculator, reg, "packaged");
}

/* The names of the inputs that could not be read, and A_TABLE. */
static GHashTable *
set_inputs (const Verb *verb, KkrCalculator *calculator, char **words, guint n_words)
{
  GHashTable *unread = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_words; i++)
    {
      GParamSpec *pspec = find_input (verb, calculator, words[i]);

      if (g_hash_table_contains (unread, pspec->name))
        continue;
      if (is_table (pspec) ? set_table (calculator, pspec, words, n_words, i)
                           : set_input (calculator, pspec, strchr (words[i], '=') + 1))
        continue;
      g_hash_table_add (unread, (gpointer) pspec->name);
      if (is_table (pspec))
        g_hash_table_add (unread, (gpointer) A_TABLE);
    }
  return unread;
}

int
calculation_set_up (const Verb *verb, KkrCalculator *calculator, char **words, guint n_words)
{
  g_autoptr (GHashTable) unread = NULL;
  gboolean bad;

  if (!each_is_an_input (verb, calculator, words, n_words))
    return EXIT_USAGE;
  unread = set_inputs (verb, calculator, words, n_words);
  give_register (calculator, calculator, unread);
  /* Without its table a calculator misses what it would have got from it. */
  bad = !g_hash_table_contains (unread, A_TABLE) && complain_of_inputs (calculator, unread);
  bad = bad || g_hash_table_size (unread) > 0;
  return bad ? EXIT_FAULT : EXIT_GOOD;
}

/* The calculator in the first scenario. */
static KkrCalculator *
make_probe (KkrCalculator *calculator, KkrTable *scenarios)
{
  KkrCalculator *probe = kkr_calculator_dup (calculator);
  GListModel *columns = kkr_table_get_columns (scenarios);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (KkrColumn) column = g_list_model_get_item (columns, i);
      const char *name = kkr_column_get_name (column);
      g_autofree char *text = NULL;

      if (kkr_table_get_n_rows (scenarios) == 0 ||
          kkr_column_get_cell_status (column, 0) != KKR_CELL_STATUS_VALUE)
        continue;
      text = kkr_column_dup_text (column, 0);
      kkr_calculator_set_from_string (probe, name, text, NULL);
    }
  return probe;
}

/* A word would have no say in any scenario: where the column has no value, the input has none. */
static gboolean
no_word_is_a_column (const Verb *verb, KkrCalculator *calculator, KkrTable *scenarios,
                     const char *path)
{
  GListModel *columns = kkr_table_get_columns (scenarios);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (KkrColumn) column = g_list_model_get_item (columns, i);
      const char *name = kkr_column_get_name (column);
      g_autofree char *message = NULL;

      if (!kkr_calculator_is_assigned (calculator, name))
        continue;
      message = g_strdup_printf (_("the input %s found both as a word and in %s, once expected"),
                                 name, path);
      complain_of_usage (verb, message);
      return FALSE;
    }
  return TRUE;
}

static int
calculation_set_up_scenarios (const Verb *verb, KkrCalculator *calculator, char **words,
                              guint n_words, const char *path, KkrTable **scenarios)
{
  g_autoptr (GHashTable) unread = NULL;
  g_autoptr (KkrCalculator) probe = NULL;
  g_autoptr (GError) error = NULL;

  if (!each_is_an_input (verb, calculator, words, n_words))
    return EXIT_USAGE;
  unread = set_inputs (verb, calculator, words, n_words);
  *scenarios = kkr_calculator_read_scenarios (calculator, path, NULL, &error);
  if (*scenarios == NULL)
    return complain_of_error (error);
  if (!no_word_is_a_column (verb, calculator, *scenarios, path))
    return EXIT_USAGE;
  probe = make_probe (calculator, *scenarios);
  give_register (calculator, probe, unread);
  return g_hash_table_size (unread) > 0 ? EXIT_FAULT : EXIT_GOOD;
}

int
calculation_run (const Verb *verb, KkrCalculator *calculator, char **words, guint n_words,
                 const char *path, const char *const *columns, KkrResult **result)
{
  g_autoptr (KkrTable) scenarios = NULL;
  g_autoptr (GError) error = NULL;
  int status = path == NULL
                 ? calculation_set_up (verb, calculator, words, n_words)
                 : calculation_set_up_scenarios (verb, calculator, words, n_words, path,
                                                 &scenarios);

  if (status != EXIT_GOOD)
    return status;
  *result = scenarios == NULL
              ? kkr_calculator_run (calculator, NULL, &error)
              : kkr_calculator_run_table (calculator, scenarios, columns, NULL, &error);
  return *result != NULL ? EXIT_GOOD : complain_of_error (error);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/data-private.h>

#include <string.h>

static gboolean
find_row (const Arguments *arguments, KkrTable *table, const char *column, const char *wanted,
          guint *row)
{
  for (*row = 0; *row < kkr_table_get_n_rows (table); (*row)++)
    {
      g_autofree char *key = data_cell (arguments, table, column, *row);

      if (g_str_equal (key, wanted))
        return TRUE;
    }
  return FALSE;
}

/* The key of what has that title, in either language. */
static char *
dup_titled_key (const Arguments *arguments, KkrTable *contents, const char *word)
{
  static const char *const languages[] = { "da", "en" };
  KkrColumn *titles = kkr_table_get_column (contents, "title");
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (guint i = 0; i < kkr_table_get_n_rows (contents); i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_autofree char *title = kkr_column_dup_text_in (titles, i, languages[j]);
        g_autofree char *same = g_utf8_casefold (title, -1);

        if (g_str_equal (same, folded))
          return data_cell (arguments, contents, "key", i);
      }
  return NULL;
}

/* The key that ends in a code where the name of a municipality stands in this one. */
static char *
dup_key_with_code (KkrRegister *reg, const char *key)
{
  const char *slash = strrchr (key, '/');
  g_autoptr (KkrMunicipality) municipality =
    slash != NULL ? kkr_register_find_municipality (reg, slash + 1, NULL) : NULL;
  g_autofree char *with_code = NULL;

  if (municipality == NULL)
    return NULL;
  with_code = g_strdup_printf ("%.*s/%d", (int) (slash - key), key,
                               kkr_municipality_get_code (municipality));
  return data_has_facts (reg, with_code) ? g_steal_pointer (&with_code) : NULL;
}

/* The key of what was asked for by a title, by the name of a municipality or without its kind. */
static char *
dup_meant_key (const Arguments *arguments, KkrRegister *reg, KkrTable *contents, const char *word)
{
  const char *slash = strchr (word, '/');
  g_autofree char *head = g_strndup (word, strcspn (word, "/"));
  g_autofree char *titled = dup_titled_key (arguments, contents, head);
  char *meant = titled != NULL ? g_strconcat (titled, slash, NULL) : NULL;

  if (meant == NULL)
    meant = dup_key_with_code (reg, word);
  if (meant != NULL)
    return meant;
  for (guint i = 0; i < kkr_table_get_n_rows (contents); i++)
    {
      g_autofree char *list = data_cell (arguments, contents, "key", i);
      g_autofree char *key = g_strconcat (list, "/", word, NULL);
      g_autoptr (KkrEntity) thing = NULL;

      if (!data_is (contents, "kind", i, "things") || strchr (list, '/') != NULL)
        continue;
      thing = kkr_register_find_thing (reg, key, NULL);
      if (thing != NULL)
        return g_strconcat (list, "/", kkr_entity_get_id (thing), NULL);
    }
  return NULL;
}

/* The nearest of all that could have been asked for. */
static int
refuse_key (const Arguments *arguments, KkrRegister *reg, KkrTable *contents, const char *key)
{
  g_auto (GStrv) keys = kkr_register_dup_keys (reg, NULL);
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *message = NULL, *thing = dup_meant_key (arguments, reg, contents, key);
  const char *near;

  for (guint i = 0; i < kkr_table_get_n_rows (contents); i++)
    g_ptr_array_add (known, data_cell (arguments, contents, "key", i));
  for (char **at = keys; *at != NULL; at++)
    {
      const char *slash = strchr (*at, '/');

      if (slash != NULL)
        g_ptr_array_add (known, g_strndup (*at, (gsize) (slash - *at)));
      g_ptr_array_add (known, g_strdup (*at));
    }
  g_ptr_array_add (known, NULL);
  near = thing != NULL ? thing : nearest (key, (const char *const *) known->pdata);
  message = near != NULL
              ? g_strdup_printf (_("the register has nothing under that key: \"%s\" found, "
                                   "perhaps \"%s\" expected"), key, near)
              : g_strdup_printf (_("the register has nothing under that key: \"%s\" found, one "
                                   "that \"kkr data\" lists or \"kkr data --find WORD\" finds "
                                   "expected"), key);
  complain (message);
  return EXIT_FAULT;
}

static int
refuse_days (const Arguments *arguments, const char *key)
{
  g_autofree char *message =
    g_strdup_printf (_("%s has no days to ask about: %s found, the key of facts expected"),
                     arguments->valid_on != NULL ? "--valid-on" : "--known-on", key);

  return complain_of_usage (&verb_data, message);
}

/* A day to ask a lookup about: the one that was given, else one for which the first of the key's
 * facts holds; NULL where the key is not that of one series. */
static char *
find_day (const Arguments *arguments, KkrRegister *reg, const char *key)
{
  gsize n;
  KkrFact **history = kkr_register_dup_history (reg, key, &n);
  g_autoptr (KkrPeriod) valid = n > 0 ? kkr_fact_dup_valid (history[0]) : NULL;
  const char *day = valid == NULL ? NULL : kkr_period_get_start (valid);

  if (valid != NULL && day == NULL)
    day = kkr_period_get_end (valid);
  for (gsize i = 0; i < n; i++)
    g_object_unref (history[i]);
  g_free (history);
  return n > 0 ? g_strdup (arguments->valid_on != NULL ? arguments->valid_on : day) : NULL;
}

/* Of one key a lookup says what there is instead. */
static int
say_nothing_then (const Arguments *arguments, KkrRegister *reg, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrFact) fact = NULL;
  g_autofree char *message = NULL, *valid_on = find_day (arguments, reg, key);

  if (valid_on != NULL)
    fact = kkr_register_lookup (reg, key, valid_on, arguments->known_on, &error);
  if (error != NULL)
    return complain_of_error (error);
  message = arguments->valid_on != NULL
              ? g_strdup_printf (_("%s has nothing that holds on that day and was known: %s found, "
                                   "another day expected"), key, arguments->valid_on)
              : g_strdup_printf (_("nothing of %s was known on that day: %s found, another day "
                                   "expected"), key, arguments->known_on);
  complain (message);
  return EXIT_FAULT;
}

static int
say_facts (const Arguments *arguments, KkrRegister *reg, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) facts = kkr_register_get_facts_table (reg, key, arguments->valid_on,
                                                             arguments->known_on, &error);

  if (facts == NULL)
    return complain_of_error (error);
  return kkr_table_get_n_rows (facts) > 0 ? data_say_facts (arguments, reg, key, facts)
                                          : say_nothing_then (arguments, reg, key);
}

static int
say_thing (const Arguments *arguments, KkrRegister *reg, KkrTable *contents, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrEntity) thing = NULL;
  g_autoptr (KkrTable) sources = NULL;
  guint row;

  if (g_str_has_prefix (key, "sources/"))
    {
      sources = kkr_register_get_table (reg, "sources", &error);
      if (sources == NULL)
        return complain_of_error (error);
      return find_row (arguments, sources, "id", key + strlen ("sources/"), &row)
               ? data_say_source (arguments, sources, row, contents)
               : refuse_key (arguments, reg, contents, key);
    }
  thing = kkr_register_find_thing (reg, key, &error);
  return thing != NULL ? data_say_thing (arguments, thing, key) : complain_of_error (error);
}

static gboolean
is_of_a_list (const Arguments *arguments, KkrTable *contents, const char *key)
{
  g_autofree char *list = g_strndup (key, strcspn (key, "/"));
  guint row;

  return strchr (key, '/') != NULL && find_row (arguments, contents, "key", list, &row)
         && data_is (contents, "kind", row, "things");
}

static int
say_key (const Arguments *arguments, KkrRegister *reg, KkrTable *contents, const char *key)
{
  gboolean asks_days = arguments->valid_on != NULL || arguments->known_on != NULL;
  guint row;
  gboolean listed = find_row (arguments, contents, "key", key, &row)
                    && !data_is (contents, "kind", row, "series");

  if (data_has_facts (reg, key) && (asks_days || !listed))
    return say_facts (arguments, reg, key);
  if (asks_days)
    return listed || is_of_a_list (arguments, contents, key)
             ? refuse_days (arguments, key) : refuse_key (arguments, reg, contents, key);
  if (listed)
    return data_say_table (arguments, reg, key, contents, row);
  return is_of_a_list (arguments, contents, key) ? say_thing (arguments, reg, contents, key)
                                                 : refuse_key (arguments, reg, contents, key);
}

static int
run (const Arguments *arguments)
{
  g_autoptr (KkrRegister) reg = NULL;
  g_autoptr (KkrTable) contents = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments->n_words > 1)
    return complain_of_usage (&verb_data, _("several words found, one key expected"));
  if (arguments->find != NULL && arguments->n_words > 0)
    return complain_of_usage (&verb_data, _("a key and --find found, one of them expected"));
  if (arguments->n_words == 0 && (arguments->valid_on != NULL || arguments->known_on != NULL))
    return complain_of_usage (&verb_data, _("a day and no key found, a key expected"));
  reg = data_read_register (arguments);
  if (reg == NULL)
    return EXIT_FAULT;
  contents = kkr_register_get_contents (reg, &error);
  if (contents == NULL)
    return complain_of_error (error);
  if (arguments->find != NULL)
    return data_say_found (arguments, reg, contents);
  return arguments->n_words == 0 ? data_say_contents (arguments, contents)
                                 : say_key (arguments, reg, contents, arguments->words[0]);
}

const Verb verb_data = {
  .name = "data",
  .usage = N_("kkr data [KEY | --find WORD] [--valid-on DAY] [--known-on DAY]\n"
              "       [--register FILE|FOLDER ...] [--format text|csv|csv-da|json|html]\n"
              "       [--language da|en]"),
  .purpose = N_("lists what the register has, and shows what stands under a key"),
  .options = OPTION_FORMAT | OPTION_LANGUAGE | OPTION_REGISTER | OPTION_VALID_ON | OPTION_KNOWN_ON
             | OPTION_FIND,
  .formats = FORMATS_OF_A_TABLE,
  .run = run,
};

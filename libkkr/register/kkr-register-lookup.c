/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-enums-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-fact-private.h>
#include <libkkr/register/kkr-register-keys-private.h>

/* A message names no more periods than this. */
#define MAX_PERIODS 12

typedef struct {
  const char *key;
  gint32 valid_on;
  gint32 known_on;
  gint32 level;
} Question;

gboolean
kkr_register_read_day (const char *what, const char *text, gint32 *day, GError **error)
{
  g_autofree char *quoted = NULL;

  if (kkr_date_parse (text, day))
    return TRUE;
  quoted = kkr_text_quote (text);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("%s is no day: %s found, a day such as 2023-08-21 expected"), what, quoted);
  return FALSE;
}

gboolean
kkr_register_read_level (const char *text, gint32 *level, GError **error)
{
  g_autofree char *quoted = NULL;

  if (g_str_equal (text, "nominal"))
    *level = KKR_LEVEL_NOMINAL;
  else if (strlen (text) == 4 && strspn (text, "0123456789") == 4 && text[0] != '0')
    *level = (gint32) g_ascii_strtoll (text, NULL, 10);
  else
    {
      quoted = kkr_text_quote (text);
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("price-level is none: %s found, \"nominal\" or a year expected"), quoted);
      return FALSE;
    }
  return TRUE;
}

/* Nominal money of a year is money in the prices of that year. */
static gboolean
level_matches (const KkrFactRecord *fact, const Question *question)
{
  const gint32 wanted = question->level;
  int year, month, day;

  if (fact->level == KKR_LEVEL_NONE || wanted == KKR_LEVEL_ANY || fact->level == wanted)
    return TRUE;
  /* A fact may hold for several years; the one that is asked about counts. */
  kkr_date_split (question->valid_on, &year, &month, &day);
  return (fact->level == KKR_LEVEL_NOMINAL && wanted == year)
         || (wanted == KKR_LEVEL_NOMINAL && fact->level == year);
}

/* The level that was asked for, then nominal, then what became known last, then what began last. */
static gboolean
is_better (const KkrFactRecord *a, const KkrFactRecord *b, const Question *question)
{
  gboolean a_matches = level_matches (a, question), b_matches = level_matches (b, question);
  gint32 a_known, b_known;

  if (a_matches != b_matches)
    return a_matches;
  if ((a->level == KKR_LEVEL_NOMINAL) != (b->level == KKR_LEVEL_NOMINAL))
    return a->level == KKR_LEVEL_NOMINAL;
  a_known = kkr_fact_record_known_on (a);
  b_known = kkr_fact_record_known_on (b);
  if (a_known != b_known)
    return a_known > b_known;
  return a->from > b->from;
}

static gboolean
no_such_key (KkrRegister *self, const char *key, GError **error)
{
  g_auto (KkrNearest) nearest = { 0 };
  g_autofree char *near = NULL, *quoted = kkr_text_quote (key);

  kkr_nearest_init (&nearest, key, 3, FALSE);
  kkr_register_offer_keys (self, key, &nearest);
  near = kkr_nearest_to_string (&nearest);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
               _("the register has no such key: %s found%s"), quoted, near);
  return FALSE;
}

static char *
valid_text (const KkrFactRecord *fact)
{
  return kkr_period_text (fact->from, fact->until, (KkrDatePrecision) fact->from_precision,
                          (KkrDatePrecision) fact->until_precision);
}

static gboolean
no_such_period (const Question *question, const KkrFactRecord *facts, guint n_facts,
                GError **error)
{
  g_autofree char *day = kkr_date_to_string (question->valid_on);
  g_autoptr (GString) periods = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < n_facts && n <= MAX_PERIODS; i++)
    {
      g_autofree char *period = valid_text (&facts[i]);

      if (i > 0 && facts[i].from == facts[i - 1].from && facts[i].until == facts[i - 1].until)
        continue;
      if (n++ < MAX_PERIODS)
        g_string_append_printf (periods, "%s%s", n == 1 ? "" : ", ", period);
    }
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
               _("%s has no value for that day: %s found, one of %s%s expected"), question->key,
               day, periods->str, n > MAX_PERIODS ? ", ..." : "");
  return FALSE;
}

/* When facts of the day that was asked about were known. */
static char *
list_known (const Question *question, const KkrKeyFacts *found)
{
  GString *spans = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < found->n_facts && n <= MAX_PERIODS; i++)
    {
      const KkrFactRecord *fact = &found->facts[i];
      g_autofree char *from = kkr_date_to_string (kkr_fact_record_known_on (fact));
      g_autofree char *until = kkr_date_to_string (fact->known_until);

      if (fact->from > question->valid_on || fact->until < question->valid_on)
        continue;
      if (n++ < MAX_PERIODS)
        g_string_append_printf (spans, "%s%s/%s", n == 1 ? "" : ", ", from, until);
      else
        g_string_append (spans, ", ...");
    }
  return g_string_free (spans, FALSE);
}

static gboolean
not_known (const Question *question, const KkrKeyFacts *found, const KkrFactRecord *first,
           GError **error)
{
  g_autofree char *known_on = kkr_date_to_string (question->known_on);
  g_autofree char *known = kkr_date_to_string (kkr_fact_record_known_on (first));
  g_autofree char *period = valid_text (first), *spans = list_known (question, found);

  if (kkr_fact_record_known_on (first) > question->known_on)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                 _("%s was not yet known for %s: known-on %s found, %s or later expected"),
                 question->key, period, known_on, known);
  else if (question->known_on == KKR_DATE_MAX)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                 _("%s was withdrawn for %s: no known-on found, a day of %s expected"),
                 question->key, period, spans);
  else
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                 _("%s was withdrawn for %s: known-on %s found, a day of %s expected"),
                 question->key, period, known_on, spans);
  return FALSE;
}

static gboolean
no_value (const Question *question, const KkrFactRecord *fact, GError **error)
{
  g_autofree char *period = valid_text (fact);

  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
               _("%s has no value for %s: %s found, a number or text expected"), question->key,
               period, kkr_cell_status_word ((KkrCellStatus) fact->status));
  return FALSE;
}

/* A fact is seen from the day on which it surely was known, to the last one before it was
 * withdrawn. */
static gboolean
is_known (const KkrFactRecord *fact, gint32 day)
{
  return kkr_fact_record_known_on (fact) <= day && day <= fact->known_until;
}

/* Among the facts that hold on the day; `first` is the one of them that was known first. */
static const KkrFactRecord *
find_best (const Question *question, const KkrKeyFacts *found, const KkrFactRecord **first)
{
  const KkrFactRecord *best = NULL;

  *first = NULL;
  for (guint i = 0; i < found->n_facts; i++)
    {
      const KkrFactRecord *fact = &found->facts[i];

      if (fact->from > question->valid_on || fact->until < question->valid_on)
        continue;
      if (*first == NULL || kkr_fact_record_known_on (fact) < kkr_fact_record_known_on (*first))
        *first = fact;
      if (is_known (fact, question->known_on) && (best == NULL || is_better (fact, best, question)))
        best = fact;
    }
  return best;
}

static KkrFact *
answer (KkrRegister *self, const Question *question, GError **error)
{
  const KkrFactRecord *best, *first;
  KkrKeyFacts found;

  if (!kkr_register_find_key_facts (self, question->key, &found))
    {
      no_such_key (self, question->key, error);
      return NULL;
    }
  best = find_best (question, &found, &first);
  if (best != NULL && best->status == KKR_CELL_STATUS_VALUE)
    return kkr_key_facts_new_fact (&found, best);
  if (best != NULL)
    no_value (question, best, error);
  else if (first == NULL)
    no_such_period (question, found.facts, found.n_facts, error);
  else
    not_known (question, &found, first, error);
  return NULL;
}

const KkrFactRecord *
kkr_key_facts_find (const KkrKeyFacts *facts, gint32 valid_on, gint32 known_on, gint32 level)
{
  const Question question = { facts->key, valid_on, known_on, level };
  const KkrFactRecord *first;

  return find_best (&question, facts, &first);
}

/**
 * kkr_register_lookup:
 * @self: a register
 * @key: the key of a fact, for example "children-0-17/840"
 * @valid_on: the day for which the value should hold, as ISO 8601 has it
 * @known_on: (nullable): the day on which it should have been known, or %NULL for all that is known
 * @error: return location for an error
 *
 * Looks a value up. Among the facts that hold on the day and were known, nominal money goes before
 * money of another price level, and then that wins which became known last.
 *
 * Errors are `KKR_CALC_ERROR_OUT_OF_RANGE` for what is no day and `KKR_CALC_ERROR_NO_DATA`
 * otherwise: there is no such key (the message names those that come near), the key has no value
 * for the day (it names the periods there are), the value was not yet known or was withdrawn (it
 * says when), or it is missing, suppressed or not applicable.
 *
 * What became known in a month, quarter or year is seen from its last day, since only then it
 * surely was known.
 *
 * Returns: (transfer full): the fact
 *
 * Since: 0.1
 */
KkrFact *
kkr_register_lookup (KkrRegister *self, const char *key, const char *valid_on,
                     const char *known_on, GError **error)
{
  return kkr_register_lookup_at_level (self, key, valid_on, known_on, NULL, error);
}

/**
 * kkr_register_lookup_at_level:
 * @self: a register
 * @key: the key of a fact
 * @valid_on: the day for which the value should hold, as ISO 8601 has it
 * @known_on: (nullable): the day on which it should have been known, or %NULL for all that is known
 * @price_level: (nullable): "nominal", a year, or %NULL for any
 * @error: return location for an error
 *
 * Does what [method@Register.lookup] does and prefers a price level. Nominal money of a year is
 * money at the level of that year. A fact of another level is returned if there is no other:
 * [method@Fact.get_price_level] says which it has.
 *
 * Returns: (transfer full): the fact
 *
 * Since: 0.1
 */
KkrFact *
kkr_register_lookup_at_level (KkrRegister *self, const char *key, const char *valid_on,
                              const char *known_on, const char *price_level, GError **error)
{
  Question question = { .key = key, .known_on = KKR_DATE_MAX, .level = KKR_LEVEL_ANY };

  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (valid_on != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!kkr_register_read_day ("valid-on", valid_on, &question.valid_on, error)
      || (known_on != NULL
          && !kkr_register_read_day ("known-on", known_on, &question.known_on, error))
      || (price_level != NULL && !kkr_register_read_level (price_level, &question.level, error)))
    return NULL;
  return answer (self, &question, error);
}

/**
 * kkr_register_dup_facts:
 * @self: a register
 * @prefix: (nullable): what the keys should begin with, or %NULL for all facts
 * @n_facts: (out): how many there are
 *
 * Gets the facts whose keys begin with a text, ascending by key and period.
 *
 * Returns: (array length=n_facts) (transfer full): the facts
 *
 * Since: 0.1
 */
KkrFact **
kkr_register_dup_facts (KkrRegister *self, const char *prefix, gsize *n_facts)
{
  GPtrArray *facts;
  KkrKeyIter iter;
  KkrKeyFacts found;

  g_return_val_if_fail (n_facts != NULL, NULL);
  *n_facts = 0;
  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);

  facts = g_ptr_array_new ();
  kkr_key_iter_init (&iter, self, prefix);
  while (kkr_key_iter_next (&iter, &found))
    for (guint i = 0; i < found.n_facts; i++)
      g_ptr_array_add (facts, kkr_key_facts_new_fact (&found, &found.facts[i]));
  *n_facts = facts->len;
  g_ptr_array_add (facts, NULL);
  return (KkrFact **) g_ptr_array_free (facts, FALSE);
}

/**
 * kkr_register_dup_keys:
 * @self: a register
 * @prefix: (nullable): what the keys should begin with, or %NULL for all keys
 *
 * Gets the keys that begin with a text, ascending.
 *
 * Returns: (array zero-terminated=1) (transfer full): the keys
 *
 * Since: 0.1
 */
char **
kkr_register_dup_keys (KkrRegister *self, const char *prefix)
{
  g_autoptr (GPtrArray) keys = NULL;
  KkrKeyIter iter;
  KkrKeyFacts found;

  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);

  keys = g_ptr_array_new ();
  kkr_key_iter_init (&iter, self, prefix);
  while (kkr_key_iter_next (&iter, &found))
    g_ptr_array_add (keys, g_strdup (found.key));
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}

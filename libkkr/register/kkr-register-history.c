/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-fact-private.h>
#include <libkkr/register/kkr-register-keys-private.h>

static int
compare_known (gconstpointer a, gconstpointer b)
{
  const KkrFactRecord *left = *(const KkrFactRecord *const *) a;
  const KkrFactRecord *right = *(const KkrFactRecord *const *) b;
  gint32 left_known = kkr_fact_record_known_on (left);
  gint32 right_known = kkr_fact_record_known_on (right);

  if (left_known != right_known)
    return left_known < right_known ? -1 : 1;
  /* Records of a key lie side by side, in the order of their periods. */
  return left < right ? -1 : left > right;
}

/**
 * kkr_register_dup_history:
 * @self: a register
 * @key: the key of a fact, for example "children-0-17/840"
 * @n_facts: (out): how many there are
 *
 * Gets all facts of one key in the order in which they became known: those that always were known
 * first, and what became known on the same day by its period.
 *
 * Returns: (array length=n_facts) (transfer full): the facts, none if there is no such key
 *
 * Since: 0.1
 */
KkrFact **
kkr_register_dup_history (KkrRegister *self, const char *key, gsize *n_facts)
{
  g_autofree const KkrFactRecord **records = NULL;
  KkrKeyFacts found;
  KkrFact **facts;

  g_return_val_if_fail (n_facts != NULL, NULL);
  *n_facts = 0;
  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  kkr_register_find_key_facts (self, key, &found);
  records = g_new (const KkrFactRecord *, found.n_facts);
  for (guint i = 0; i < found.n_facts; i++)
    records[i] = &found.facts[i];
  if (found.n_facts > 1)
    qsort (records, found.n_facts, sizeof *records, compare_known);
  facts = g_new0 (KkrFact *, found.n_facts + 1);
  for (guint i = 0; i < found.n_facts; i++)
    facts[i] = kkr_key_facts_new_fact (&found, records[i]);
  *n_facts = found.n_facts;
  return facts;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/model/kkr-dom-type.h>

/**
 * kkr_dom_type_dup_rules_of_kind:
 * @self: a type of judgement
 * @kind: "obligation", "restriction" or "possibility"
 * @n_rules: (out): how many there are
 *
 * Gets what the type of judgement obliges to, or forbids, or allows, in the order of the file.
 *
 * Returns: (array length=n_rules) (transfer full): the rules of that kind
 *
 * Since: 0.1
 */
KkrDomTypeRule **
kkr_dom_type_dup_rules_of_kind (KkrDomType *self, const char *kind, gsize *n_rules)
{
  gpointer const *items;
  KkrDomTypeRule **rules;
  guint n_items;
  gsize n = 0;

  g_return_val_if_fail (n_rules != NULL, NULL);
  *n_rules = 0;
  g_return_val_if_fail (KKR_IS_DOM_TYPE (self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  items = kkr_frozen_list_peek (kkr_dom_type_get_rules (self), &n_items);
  rules = g_new0 (KkrDomTypeRule *, n_items + 1);
  for (guint i = 0; i < n_items; i++)
    if (g_strcmp0 (kkr_dom_type_rule_get_kind (items[i]), kind) == 0)
      rules[n++] = g_object_ref (items[i]);
  *n_rules = n;
  return rules;
}

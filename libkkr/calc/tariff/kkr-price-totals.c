/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

#include <glib/gi18n-lib.h>

static gboolean
settle_total (KkrPricePlan *self, KkrPriceTotal *total, GError **error)
{
  const KkrPriceChain *chain = NULL;
  KkrRational exact;

  total->is_one = TRUE;
  for (guint i = 0; i < total->items->len; i++)
    {
      const KkrPriceItem *item = &g_array_index (self->items, KkrPriceItem,
                                                 g_array_index (total->items, guint, i));

      if (chain == NULL)
        chain = item->chain;
      total->is_one &= item->chain == chain;
      if (__builtin_add_overflow (total->before, item->before, &total->before) ||
          __builtin_add_overflow (total->parts, item->amount, &total->parts))
        return kkr_rational_overflow (error, _("the sum of the amounts"));
    }
  if (chain == NULL || !total->is_one)
    return TRUE;
  if (!kkr_price_plan_convert (self, chain, total->before, NULL, &exact, &total->together))
    return kkr_rational_overflow (error, _("the sum of the amounts"));
  return TRUE;
}

static KkrPriceTotal *
add_total (KkrPricePlan *self, const char *name)
{
  KkrPriceTotal *total = g_new0 (KkrPriceTotal, 1);

  total->name = name;
  total->items = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->totals, total);
  return total;
}

gboolean
kkr_price_plan_add_totals (KkrPricePlan *self, GError **error)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  KkrPriceTotal *all;

  if (self->items->len < 2)
    return TRUE;
  for (guint i = 0; i < self->items->len; i++)
    {
      const char *name = g_array_index (self->items, KkrPriceItem, i).group;
      KkrPriceTotal *total = name != NULL ? g_hash_table_lookup (groups, name) : NULL;

      if (name == NULL)
        continue;
      if (total == NULL)
        g_hash_table_insert (groups, (char *) name, total = add_total (self, name));
      g_array_append_val (total->items, i);
    }
  all = add_total (self, NULL);
  for (guint i = 0; i < self->items->len; i++)
    g_array_append_val (all->items, i);
  for (guint i = 0; i < self->totals->len; i++)
    if (!settle_total (self, self->totals->pdata[i], error))
      return FALSE;
  return TRUE;
}

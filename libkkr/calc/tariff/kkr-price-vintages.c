/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

#include <libkkr/base/kkr-date-private.h>

#define CANCEL_STEP 256

static void
clear_known (gpointer known)
{
  g_clear_pointer (&((KkrPriceKnown *) known)->chain, kkr_price_chain_free);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint32 one = *(const gint32 *) a, other = *(const gint32 *) b;

  return (one > other) - (one < other);
}

/* The days on which something became known that a chain goes by, each once. */
static GArray *
list_days (KkrPricePlan *self, const KkrPriceChain *chain)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint32));
  guint kept = 0;

  for (guint i = 0; i < chain->n_years * chain->n_parts; i++)
    kkr_price_book_list_known (self->book, chain->rates[i]->series, chain->rates[i]->year, days);
  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    if (i == 0 || g_array_index (days, gint32, i) != g_array_index (days, gint32, kept - 1))
      g_array_index (days, gint32, kept++) = g_array_index (days, gint32, i);
  g_array_set_size (days, kept);
  return days;
}

/* The chain as it was on each of these days, found once for all amounts that go along it. */
static const GArray *
get_known (KkrPricePlan *self, KkrPriceChain *chain)
{
  GArray *known = g_hash_table_lookup (self->by_vintage, chain);
  g_autoptr (GArray) days = NULL;

  if (known != NULL)
    return known;
  days = list_days (self, chain);
  known = g_array_new (FALSE, FALSE, sizeof (KkrPriceKnown));
  g_array_set_clear_func (known, clear_known);
  g_hash_table_insert (self->by_vintage, chain, known);
  for (guint i = 0; i < days->len && days->len > 1; i++)
    {
      KkrPriceKnown one = { g_array_index (days, gint32, i), NULL };
      g_autofree char *known_on = one.day != KKR_DATE_MIN ? kkr_date_to_string (one.day) : NULL;

      if (known_on != NULL)
        one.chain = kkr_price_plan_make_chain (self, chain->series, chain->from, chain->to,
                                               known_on, NULL);
      g_array_append_val (known, one);
    }
  return known;
}

/* What does not fit is left out. */
static void
add_vintages (KkrPricePlan *self, guint index, GArray *vintages)
{
  const KkrPriceItem *item = &g_array_index (self->items, KkrPriceItem, index);
  const GArray *known = get_known (self, item->chain);

  for (guint i = 0; i < known->len; i++)
    {
      const KkrPriceKnown *one = &g_array_index (known, KkrPriceKnown, i);
      KkrPriceVintage vintage = { .item = index, .known = one->day, .chain = one->chain };
      KkrRational exact;

      if (one->chain != NULL && kkr_price_plan_convert (self, one->chain, item->before, NULL,
                                                        &exact, &vintage.amount))
        g_array_append_val (vintages, vintage);
    }
}

GArray *
kkr_price_plan_find_vintages (KkrPricePlan *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) vintages = g_array_new (FALSE, FALSE, sizeof (KkrPriceVintage));

  for (guint i = 0; i < self->items->len; i++)
    {
      if (i % CANCEL_STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      add_vintages (self, i, vintages);
    }
  return g_steal_pointer (&vintages);
}

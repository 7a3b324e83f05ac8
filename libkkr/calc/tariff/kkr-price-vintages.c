/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

#include <libkkr/base/kkr-date-private.h>

#define CANCEL_STEP 256

static void
clear_vintage (gpointer vintage)
{
  g_clear_pointer (&((KkrPriceVintage *) vintage)->chain, kkr_price_chain_free);
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

/* FALSE where the rates of the day were not yet all known, or the amount does not fit. */
static gboolean
make_vintage (KkrPricePlan *self, guint index, gint32 day, KkrPriceVintage *vintage)
{
  const KkrPriceItem *item = &g_array_index (self->items, KkrPriceItem, index);
  g_autofree char *known_on = kkr_date_to_string (day);
  KkrRational exact;

  if (day == KKR_DATE_MIN)
    return FALSE;
  *vintage = (KkrPriceVintage) { .item = index, .known = day };
  vintage->chain = kkr_price_plan_make_chain (self, item->chain->series, item->chain->from,
                                              item->chain->to, known_on, NULL);
  if (vintage->chain == NULL)
    return FALSE;
  if (kkr_price_plan_convert (self, vintage->chain, item->before, NULL, &exact, &vintage->amount))
    return TRUE;
  g_clear_pointer (&vintage->chain, kkr_price_chain_free);
  return FALSE;
}

GArray *
kkr_price_plan_find_vintages (KkrPricePlan *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) vintages = g_array_new (FALSE, FALSE, sizeof (KkrPriceVintage));
  g_autoptr (GArray) days = NULL;
  const KkrPriceChain *chain = NULL;

  g_array_set_clear_func (vintages, clear_vintage);
  for (guint i = 0; i < self->items->len; i++)
    {
      const KkrPriceItem *item = &g_array_index (self->items, KkrPriceItem, i);

      if (i % CANCEL_STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (item->chain != chain)
        {
          g_clear_pointer (&days, g_array_unref);
          days = list_days (self, chain = item->chain);
        }
      for (guint k = 0; k < days->len && days->len > 1; k++)
        {
          KkrPriceVintage vintage;

          if (make_vintage (self, i, g_array_index (days, gint32, k), &vintage))
            g_array_append_val (vintages, vintage);
        }
    }
  return g_steal_pointer (&vintages);
}

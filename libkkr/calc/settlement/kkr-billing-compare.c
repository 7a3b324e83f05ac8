/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-billing-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>

typedef struct {
  const KkrBilling *billing;
  GArray *pairs;
  GHashTable *by_key;
} Pairs;

static KkrBillingPair *
find_pair (Pairs *self, gint32 payer, const char *placement, gint32 month)
{
  char *key = g_strdup_printf ("%d\x1f%d\x1f%s", payer, month, placement);
  gpointer number = g_hash_table_lookup (self->by_key, key);

  if (number == NULL)
    {
      const KkrBillingPair pair = {
        .payer = payer, .placement = placement, .month = month,
      };

      g_array_append_val (self->pairs, pair);
      number = GUINT_TO_POINTER (self->pairs->len);
      g_hash_table_insert (self->by_key, key, number);
    }
  else
    g_free (key);
  return &g_array_index (self->pairs, KkrBillingPair, GPOINTER_TO_UINT (number) - 1);
}

/* A sum that is not known once one of its parts is not. */
static gboolean
add_known (gint64 *sum, gint64 part)
{
  if (*sum == G_MININT64 || part == G_MININT64)
    *sum = G_MININT64;
  else if (__builtin_add_overflow (*sum, part, sum))
    return FALSE;
  return TRUE;
}

static void
meet_tariff (gint64 *tariff, guint n_before, gint64 found)
{
  if (n_before == 0)
    *tariff = found;
  else if (*tariff != found)
    *tariff = G_MININT64;
}

static gboolean
add_line (Pairs *self, const KkrBillingLine *line)
{
  const KkrBilling *billing = self->billing;
  const char *id = kkr_sheet_get_text (billing->placements, line->placement,
                                       KKR_BILLING_PLACEMENT_ID);
  KkrBillingPair *pair = find_pair (self, billing->placement_payers[line->placement], id,
                                    kkr_billing_month_of (line->from));

  meet_tariff (&pair->tariff, pair->n_lines++,
               kkr_sheet_get_amount (billing->tariffs, line->tariff, KKR_BILLING_TARIFF_AMOUNT));
  return add_known (&pair->days, line->days) && add_known (&pair->amount, line->amount);
}

static gboolean
add_invoiced (Pairs *self, guint row)
{
  KkrSheet *sheet = self->billing->invoice;
  gint32 month = 0;
  KkrBillingPair *pair;

  kkr_billing_read_month (kkr_sheet_get_text (sheet, row, KKR_BILLING_INVOICE_MONTH), &month);
  pair = find_pair (self, self->billing->invoice_payers[row],
                    kkr_sheet_get_text (sheet, row, KKR_BILLING_INVOICE_ID), month);
  meet_tariff (&pair->invoiced_tariff, pair->n_invoiced++,
               kkr_sheet_get_amount (sheet, row, KKR_BILLING_INVOICE_TARIFF));
  return add_known (&pair->invoiced_days,
                    kkr_sheet_get_whole (sheet, row, KKR_BILLING_INVOICE_DAYS))
         && add_known (&pair->invoiced_amount,
                       kkr_sheet_get_amount (sheet, row, KKR_BILLING_INVOICE_AMOUNT));
}

static int
compare_pairs (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KkrBillingPair *one = a, *two = b;
  int order = kkr_billing_compare_payers (user_data, one->payer, two->payer);

  if (order == 0)
    order = strcmp (one->placement, two->placement);
  return order != 0 ? order : (one->month > two->month) - (one->month < two->month);
}

GArray *
kkr_billing_compare (const KkrBilling *self, const GArray *lines, GError **error)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (KkrBillingPair));
  Pairs pairs = { self, found, by_key };
  gboolean fits = TRUE;

  for (guint i = 0; fits && i < lines->len; i++)
    fits = add_line (&pairs, &g_array_index (lines, KkrBillingLine, i));
  for (guint row = 0; fits && row < kkr_sheet_get_n_rows (self->invoice); row++)
    fits = add_invoiced (&pairs, row);
  if (!fits)
    {
      kkr_rational_overflow (error, _("the sum of the lines"));
      return NULL;
    }
  g_array_sort_with_data (found, compare_pairs, (gpointer) self);
  return g_steal_pointer (&found);
}

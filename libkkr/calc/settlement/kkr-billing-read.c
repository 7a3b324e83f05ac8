/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-billing-private.h>

#include <string.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>

const KkrSheetColumn *
kkr_billing_get_placement_columns (void)
{
  static const KkrSheetColumn columns[] = {
    { "placement", "Placering|Placement", KKR_SHEET_PERSON, TRUE },
    { "municipality", "Betalingskommune|Paying municipality", KKR_SHEET_TEXT, TRUE },
    { "offer", "Tilbud|Offer", KKR_SHEET_TEXT },
    { "place", "Plads|Place", KKR_SHEET_TEXT },
    { "level", "Takstniveau|Level", KKR_SHEET_TEXT },
    { "from", "Fra og med|From", KKR_SHEET_DATE, TRUE },
    { "to", "Til og med|To", KKR_SHEET_DATE },
    { "notice", "Opsagt den|Notice given", KKR_SHEET_DATE },
    { "places", "Pladser|Places", KKR_SHEET_WHOLE },
    { NULL },
  };

  return columns;
}

const KkrSheetColumn *
kkr_billing_get_invoice_columns (void)
{
  static const KkrSheetColumn columns[] = {
    { "municipality", "Betalingskommune|Paying municipality", KKR_SHEET_TEXT, TRUE },
    { "placement", "Placering|Placement", KKR_SHEET_PERSON, TRUE },
    { "month", "Måned|Month", KKR_SHEET_TEXT, TRUE },
    { "days", "Døgn|Days", KKR_SHEET_WHOLE },
    { "tariff", "Takst|Tariff", KKR_SHEET_AMOUNT },
    { "amount", "Beløb|Amount", KKR_SHEET_AMOUNT, TRUE },
    { NULL },
  };

  return columns;
}

/* The number of a payer: the municipality that the register knows by that text, or else the text
 * itself, since regions and all municipalities together pay too. */
static gint32
find_payer (KkrBilling *self, const char *text)
{
  g_autofree char *folded = kkr_text_fold (text);
  g_autoptr (KkrMunicipality) found = NULL;
  const char *name = text;
  g_autofree char *name_folded = NULL;
  gpointer number;

  if (g_hash_table_lookup_extended (self->payers_by_text, folded, NULL, &number))
    return GPOINTER_TO_INT (number);
  if (self->reg != NULL)
    {
      found = kkr_register_find_municipality (self->reg, text, NULL);
      name = found != NULL ? kkr_municipality_get_name (found) : text;
    }
  name_folded = kkr_text_fold (name);
  if (!g_hash_table_lookup_extended (self->payers_by_text, name_folded, NULL, &number))
    {
      const gint32 code = found != NULL ? kkr_municipality_get_code (found)
                                        : KKR_BILLING_NO_CODE;

      number = GINT_TO_POINTER ((int) self->payers->len);
      g_ptr_array_add (self->payers, g_strstrip (g_strdup (name)));
      g_array_append_val (self->payer_codes, code);
      g_hash_table_insert (self->payers_by_text, g_steal_pointer (&name_folded), number);
    }
  g_hash_table_insert (self->payers_by_text, g_steal_pointer (&folded), number);
  return GPOINTER_TO_INT (number);
}

const char *
kkr_billing_get_payer (const KkrBilling *self, gint32 payer)
{
  return self->payers->pdata[payer];
}

int
kkr_billing_compare_payers (const KkrBilling *self, gint32 a, gint32 b)
{
  const gint32 one = g_array_index (self->payer_codes, gint32, a);
  const gint32 two = g_array_index (self->payer_codes, gint32, b);

  if (one != two)
    return one < two ? -1 : 1;
  return strcmp (kkr_billing_get_payer (self, a), kkr_billing_get_payer (self, b));
}

static gint32 *
read_payers (KkrBilling *self, KkrSheet *sheet, guint column)
{
  const guint n = kkr_sheet_get_n_rows (sheet);
  guint n_texts;
  const gint32 *codes = kkr_sheet_get_codes (sheet, column, &n_texts);
  g_autofree gint32 *payer_of = g_new (gint32, (gsize) n_texts + 1);
  gint32 *payers = g_new (gint32, (gsize) n + 1);

  for (guint code = 0; code < n_texts; code++)
    payer_of[code] = find_payer (self, kkr_sheet_get_code_text (sheet, column, (gint32) code));
  for (guint row = 0; row < n; row++)
    payers[row] = payer_of[codes[row]];
  return payers;
}

/* The number of each text of a column as it is compared; of a blank one at the end. */
static gint32 *
number_texts (KkrBilling *self, KkrSheet *sheet, guint column, guint *n_texts)
{
  gint32 *numbers;

  kkr_sheet_get_codes (sheet, column, n_texts);
  numbers = g_new (gint32, (gsize) *n_texts + 1);
  for (guint i = 0; i <= *n_texts; i++)
    {
      char *folded = kkr_text_fold (kkr_sheet_get_code_text (sheet, column, (gint32) i));
      gpointer number;

      if (g_hash_table_lookup_extended (self->folds, folded, NULL, &number))
        g_free (folded);
      else
        {
          number = GUINT_TO_POINTER (g_hash_table_size (self->folds));
          g_hash_table_insert (self->folds, folded, number);
        }
      numbers[i] = GPOINTER_TO_INT (number);
    }
  return numbers;
}

static gint32
number_of (const gint32 *numbers, const gint32 *codes, guint n_texts, guint row, gboolean counts)
{
  return counts && codes[row] >= 0 ? numbers[codes[row]] : numbers[n_texts];
}

/* Offer and level as far as the tariffs have these columns. */
static gint32 *
read_keys (KkrBilling *self, KkrSheet *sheet, guint offer, guint level)
{
  const guint n = kkr_sheet_get_n_rows (sheet);
  const gboolean by_offer = kkr_sheet_has_column (self->tariffs, KKR_BILLING_TARIFF_OFFER);
  const gboolean by_level = kkr_sheet_has_column (self->tariffs, KKR_BILLING_TARIFF_LEVEL);
  guint n_offers, n_levels;
  g_autofree gint32 *offers = number_texts (self, sheet, offer, &n_offers);
  g_autofree gint32 *levels = number_texts (self, sheet, level, &n_levels);
  const gint32 *offer_codes = kkr_sheet_get_codes (sheet, offer, &n_offers);
  const gint32 *level_codes = kkr_sheet_get_codes (sheet, level, &n_levels);
  gint32 *keys = g_new (gint32, (gsize) n + 1);

  for (guint row = 0; row < n; row++)
    {
      const gint64 one = number_of (offers, offer_codes, n_offers, row, by_offer);
      const gint64 key = one << 32 | number_of (levels, level_codes, n_levels, row, by_level);
      gpointer number;

      if (!g_hash_table_lookup_extended (self->keys, &key, NULL, &number))
        {
          number = GUINT_TO_POINTER (g_hash_table_size (self->keys));
          g_hash_table_insert (self->keys, g_memdup2 (&key, sizeof key), number);
        }
      keys[row] = GPOINTER_TO_INT (number);
    }
  return keys;
}

typedef struct {
  const gint32 *keys, *from, *to;
} Order;

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint one = *(const guint *) a, two = *(const guint *) b;
  const Order *order = user_data;

  if (order->keys[one] != order->keys[two])
    return order->keys[one] < order->keys[two] ? -1 : 1;
  if (order->from[one] != order->from[two])
    return order->from[one] < order->from[two] ? -1 : 1;
  /* What has no end comes last. */
  if (order->to[one] != order->to[two])
    return order->to[one] != G_MININT32
               && (order->to[two] == G_MININT32 || order->to[one] < order->to[two]) ? -1 : 1;
  return one < two ? -1 : one > two;
}

/* The rows by key, first day and last; a blank first day is before all others. */
static guint *
sort_rows (KkrSheet *sheet, const gint32 *keys, guint from, guint to)
{
  const guint n = kkr_sheet_get_n_rows (sheet);
  guint *rows = g_new (guint, (gsize) n + 1);
  Order order = { keys, kkr_sheet_get_dates (sheet, from), kkr_sheet_get_dates (sheet, to) };

  for (guint i = 0; i < n; i++)
    rows[i] = i;
  g_qsort_with_data (rows, (int) n, sizeof *rows, compare_rows, &order);
  return rows;
}

static void
read_absences (KkrBilling *self)
{
  const guint n = kkr_sheet_get_n_rows (self->absences);

  self->absence_placements = g_new (gint32, (gsize) n + 1);
  for (guint row = 0; row < n; row++)
    {
      const char *id = kkr_sheet_get_text (self->absences, row, KKR_BILLING_ABSENCE_ID);

      self->absence_placements[row]
        = GPOINTER_TO_INT (g_hash_table_lookup (self->placement_rows, id)) - 1;
    }
  self->absence_order = sort_rows (self->absences, self->absence_placements,
                                   KKR_BILLING_ABSENCE_FROM, KKR_BILLING_ABSENCE_TO);
}

static void
index_placements (KkrBilling *self)
{
  const guint n = kkr_sheet_get_n_rows (self->placements);
  guint n_places;

  for (guint row = n; row-- > 0;)
    g_hash_table_insert (self->placement_rows,
                         (gpointer) kkr_sheet_get_text (self->placements, row,
                                                        KKR_BILLING_PLACEMENT_ID),
                         GUINT_TO_POINTER (row + 1));
  self->place_order
    = sort_rows (self->placements,
                 kkr_sheet_get_codes (self->placements, KKR_BILLING_PLACEMENT_PLACE, &n_places),
                 KKR_BILLING_PLACEMENT_FROM, KKR_BILLING_PLACEMENT_TO);
}

static void
make_indexes (KkrBilling *self)
{
  self->payers = g_ptr_array_new_with_free_func (g_free);
  self->payer_codes = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->payers_by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->placement_rows = g_hash_table_new (g_str_hash, g_str_equal);
  self->folds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->placement_payers = read_payers (self, self->placements, KKR_BILLING_PLACEMENT_PAYER);
  self->invoice_payers = read_payers (self, self->invoice, KKR_BILLING_INVOICE_PAYER);
  self->tariff_keys = read_keys (self, self->tariffs, KKR_BILLING_TARIFF_OFFER,
                                 KKR_BILLING_TARIFF_LEVEL);
  self->placement_keys = read_keys (self, self->placements, KKR_BILLING_PLACEMENT_OFFER,
                                    KKR_BILLING_PLACEMENT_LEVEL);
  self->tariff_order = sort_rows (self->tariffs, self->tariff_keys, KKR_BILLING_TARIFF_FROM,
                                  KKR_BILLING_TARIFF_TO);
  index_placements (self);
  read_absences (self);
}

KkrBilling *
kkr_billing_new (KkrCalculator *calculator, GError **error)
{
  g_autoptr (KkrBilling) self = g_new0 (KkrBilling, 1);

  self->calculator = calculator;
  self->reg = kkr_calculator_get_register (calculator);
  if (!kkr_billing_read_rules (calculator, &self->rules, error)
      || (self->placements = kkr_calculator_open_sheet (calculator, "placements", error)) == NULL
      || (self->tariffs = kkr_calculator_open_sheet (calculator, "tariffs", error)) == NULL
      || (self->absences = kkr_calculator_open_sheet (calculator, "absences", error)) == NULL
      || (self->invoice = kkr_calculator_open_sheet (calculator, "invoice", error)) == NULL)
    return NULL;
  make_indexes (self);
  return g_steal_pointer (&self);
}

void
kkr_billing_free (KkrBilling *self)
{
  g_clear_pointer (&self->placements, kkr_sheet_free);
  g_clear_pointer (&self->tariffs, kkr_sheet_free);
  g_clear_pointer (&self->absences, kkr_sheet_free);
  g_clear_pointer (&self->invoice, kkr_sheet_free);
  g_clear_pointer (&self->payers, g_ptr_array_unref);
  g_clear_pointer (&self->payer_codes, g_array_unref);
  g_clear_pointer (&self->payers_by_text, g_hash_table_unref);
  g_clear_pointer (&self->placement_rows, g_hash_table_unref);
  g_clear_pointer (&self->folds, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_free (self->placement_payers);
  g_free (self->invoice_payers);
  g_free (self->placement_keys);
  g_free (self->tariff_keys);
  g_free (self->tariff_order);
  g_free (self->absence_placements);
  g_free (self->absence_order);
  g_free (self->place_order);
  g_free (self);
}

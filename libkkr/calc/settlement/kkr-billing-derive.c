/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-billing-derive-private.h>

#include <string.h>

#include <libkkr/calc/kkr-result-private.h>
#include <libkkr/table/kkr-table-private.h>

void
kkr_billing_cell_add_int (const KkrBillingCell *self, const char *id, const char *danish,
                          const char *english, gint64 value, KkrUnit unit)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, text, unit);
}

/* Whether the line has the payer and month of the cell, and its placement where there is one. */
static gboolean
is_of_cell (const KkrBillingCell *self, KkrTable *lines, guint row)
{
  static const char *const keys[] = { "municipality", "month", "placement" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      KkrColumn *column = kkr_table_find_column (self->table, keys[i]);
      KkrColumn *other = kkr_table_find_column (lines, keys[i]);

      if (column != NULL
          && strcmp (kkr_column_get_label (column, self->row, NULL),
                     kkr_column_get_label (other, row, NULL)) != 0)
        return FALSE;
    }
  return TRUE;
}

/* The sum of the lines; 0 where there are none. */
static void
add_lines_sum (const KkrBillingCell *self, const char *name, const char *id, const char *danish,
               const char *english, KkrUnit unit)
{
  KkrTable *lines = kkr_result_get_table_named (self->result, "lines");
  KkrColumn *column = kkr_table_find_column (lines, name);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) exact = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < kkr_table_get_n_rows (lines); row++)
    if (is_of_cell (self, lines, row))
      {
        g_autofree char *placement
          = kkr_column_dup_plain (kkr_table_find_column (lines, "placement"), row);
        g_autofree char *from = kkr_column_dup_plain (kkr_table_find_column (lines, "from"), row);

        g_ptr_array_add (keys, g_strdup_printf ("%s/%s", placement, from));
        g_ptr_array_add (exact, kkr_column_dup_exact (column, row));
      }
  if (keys->len == 0)
    {
      kkr_billing_cell_add_int (self, id, danish, english, 0, unit);
      return;
    }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (exact, NULL);
  kkr_derivation_builder_add_sum (self->builder, id, danish, english,
                                  (const char *const *) keys->pdata,
                                  (const char *const *) exact->pdata, unit);
}

static const char *
get_label (const KkrBillingCell *self, const char *column)
{
  return kkr_column_get_label (kkr_table_find_column (self->table, column), self->row, NULL);
}

static gboolean
is_invoice_row (const KkrBillingCell *self, guint row)
{
  const KkrBilling *billing = self->billing;
  const char *payer = kkr_billing_get_payer (billing, billing->invoice_payers[row]);
  const char *text = kkr_sheet_get_text (billing->invoice, row, KKR_BILLING_INVOICE_MONTH);
  const char *id = kkr_sheet_get_text (billing->invoice, row, KKR_BILLING_INVOICE_ID);
  g_autofree char *month_text = NULL;
  gint32 month = 0;

  kkr_billing_read_month (text, &month);
  month_text = kkr_billing_month_text (month);
  return g_str_equal (payer, get_label (self, "municipality"))
         && g_str_equal (id, get_label (self, "placement"))
         && g_str_equal (month_text, get_label (self, "month"));
}

static void
add_invoice_sum (const KkrBillingCell *self, guint column, const char *id, const char *danish,
                 const char *english, KkrUnit unit)
{
  KkrSheet *sheet = self->billing->invoice;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) exact = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < kkr_sheet_get_n_rows (sheet); row++)
    if (is_invoice_row (self, row))
      {
        const gint64 value = column == KKR_BILLING_INVOICE_DAYS
                               ? kkr_sheet_get_whole (sheet, row, column)
                               : kkr_sheet_get_amount (sheet, row, column);

        g_ptr_array_add (keys, kkr_sheet_place_in (sheet, row, G_MAXUINT, "da"));
        g_ptr_array_add (exact, g_strdup_printf ("%" G_GINT64_FORMAT, value));
      }
  if (keys->len == 0)
    {
      kkr_billing_cell_add_int (self, id, danish, english, 0, unit);
      return;
    }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (exact, NULL);
  kkr_derivation_builder_add_sum (self->builder, id, danish, english,
                                  (const char *const *) keys->pdata,
                                  (const char *const *) exact->pdata, unit);
}

static gboolean
derive_difference (const KkrBillingCell *self, const char *column, KkrColumn *cells)
{
  /* The kind of a difference is a word, whose codes are shorter than numbers. */
  const gint64 value = kkr_column_get_kind (cells) == KKR_COLUMN_KIND_INT64
                         ? kkr_column_cell_int64 (cells, self->row) : 0;
  const gboolean both = g_str_equal (column, "difference");

  if (g_str_equal (column, "days"))
    add_lines_sum (self, "days", "days", "Døgn", "Days", KKR_UNIT_DAYS);
  else if (g_str_equal (column, "invoiced-days"))
    add_invoice_sum (self, KKR_BILLING_INVOICE_DAYS, "invoiced_days", "Fakturerede døgn",
                     "Days invoiced", KKR_UNIT_DAYS);
  else if (g_str_equal (column, "tariff"))
    kkr_billing_cell_add_int (self, "tariff", "Takst", "Tariff", value, KKR_UNIT_AMOUNT);
  else if (g_str_equal (column, "invoiced-tariff"))
    kkr_billing_cell_add_int (self, "invoiced_tariff", "Faktureret takst", "Tariff invoiced", value,
                              KKR_UNIT_AMOUNT);
  else if (!both && !g_str_equal (column, "amount") && !g_str_equal (column, "invoiced-amount"))
    return FALSE;
  if (both || g_str_equal (column, "invoiced-amount"))
    add_invoice_sum (self, KKR_BILLING_INVOICE_AMOUNT, "invoiced_amount", "Faktureret beløb",
                     "Amount invoiced", KKR_UNIT_AMOUNT);
  if (both || g_str_equal (column, "amount"))
    add_lines_sum (self, "amount", "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT);
  if (both)
    kkr_derivation_builder_add_formula (self->builder, "difference", "Forskel", "Difference",
                                        "invoiced_amount - amount", KKR_UNIT_AMOUNT);
  return TRUE;
}

static gboolean
derive_bill (const KkrBillingCell *self, const char *column)
{
  if (g_str_equal (column, "days"))
    add_lines_sum (self, "days", "days", "Døgn", "Days", KKR_UNIT_DAYS);
  else if (g_str_equal (column, "amount"))
    add_lines_sum (self, "amount", "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT);
  else
    return FALSE;
  return TRUE;
}

static char *
dup_key (KkrTable *table, guint row)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; table->key_columns[i] != NULL; i++)
    {
      g_autofree char *text
        = kkr_column_dup_plain (kkr_table_find_column (table, table->key_columns[i]), row);

      g_string_append_printf (key, "%s%s", i > 0 ? "/" : "", text);
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* The total of a column: its cells. */
static gboolean
derive_total (const KkrBillingCell *self, KkrColumn *cells)
{
  const guint n = kkr_table_get_n_rows (self->table);
  g_auto (GStrv) keys = g_new0 (char *, (gsize) n + 1);
  g_auto (GStrv) exact = g_new0 (char *, (gsize) n + 1);

  if (n == 0)
    kkr_billing_cell_add_int (self, "total", cells->danish, cells->english, 0, cells->unit);
  for (guint row = 0; row < n; row++)
    {
      keys[row] = dup_key (self->table, row);
      exact[row] = kkr_column_dup_exact (cells, row);
    }
  if (n > 0)
    kkr_derivation_builder_add_sum (self->builder, "total", cells->danish, cells->english,
                                    (const char *const *) keys, (const char *const *) exact,
                                    cells->unit);
  return TRUE;
}

KkrDerivation *
kkr_billing_derive (KkrCalculator *calculator, KkrResult *result, const char *column, gint64 row,
                    GError **error)
{
  const char *bare;
  KkrTable *table = kkr_result_find_table (result, column, &bare, error);
  KkrColumn *cells = table != NULL ? kkr_table_find_column (table, bare) : NULL;
  g_autoptr (KkrBilling) billing = cells != NULL ? kkr_billing_new (calculator, error) : NULL;
  g_autoptr (KkrDerivationBuilder) builder = NULL;
  g_autofree char *key = NULL;
  KkrBillingCell cell = { billing, result, table, (guint) MAX (row, 0), NULL };
  gboolean done;

  if (billing == NULL)
    return NULL;
  key = row >= 0 ? dup_key (table, (guint) row) : g_strdup ("I alt");
  cell.builder = builder = kkr_derivation_builder_new (column, key);
  kkr_derivation_builder_set_title (builder, cells->danish, cells->english);
  if (billing->reg != NULL)
    kkr_derivation_builder_set_register (builder, kkr_register_get_data_version (billing->reg),
                                         kkr_register_get_sha256 (billing->reg));
  if (row < 0)
    done = derive_total (&cell, cells);
  else if (g_str_equal (table->name, "lines"))
    done = kkr_billing_cell_derive_line (&cell, bare, error);
  else if (g_str_equal (table->name, "bills"))
    done = derive_bill (&cell, bare);
  else
    done = derive_difference (&cell, bare, cells);
  return done ? kkr_derivation_builder_end (builder, error) : NULL;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-billing-derive-private.h>

#include <libkkr/table/kkr-table-private.h>

static void
add_exact (const KkrBillingCell *self, const char *id, const char *danish, const char *english,
           const KkrRational *value, KkrUnit unit)
{
  g_autofree char *text = kkr_rational_to_string (value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, text, unit);
}

/* The line of a row, of which only the placement is computed again. */
static gboolean
find_line (const KkrBillingCell *self, KkrBillingLine *found, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (KkrBillingLine));
  g_autofree char *id = kkr_column_dup_plain (kkr_table_find_column (self->table, "placement"),
                                              self->row);
  const gint32 from = kkr_column_cell_int32 (kkr_table_find_column (self->table, "from"),
                                             self->row);
  const guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->billing->placement_rows, id)) - 1;

  if (!kkr_billing_bill (self->billing, row, lines, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      *found = g_array_index (lines, KkrBillingLine, i);
      if (found->from == from)
        return TRUE;
    }
  return FALSE;
}

/* The days of a line, which lies within a month, from its first to its last. */
static void
add_days (const KkrBillingCell *self, const KkrBillingLine *line)
{
  const gint64 places = kkr_billing_get_places (self->billing, line->placement);
  g_autofree char *month = kkr_billing_month_text (line->from);
  const gint32 first = kkr_billing_month_of (line->from);

  kkr_derivation_builder_add_text (self->builder, "month", "Måned", "Month", month);
  kkr_billing_cell_add_int (self, "first_day", "Første dag i måneden", "First day of the month",
                            line->from - first + 1, KKR_UNIT_NONE);
  kkr_billing_cell_add_int (self, "last_day", "Sidste dag i måneden", "Last day of the month",
                            line->until - first + 1, KKR_UNIT_NONE);
  if (places != 1)
    kkr_billing_cell_add_int (self, "places", "Pladser", "Places", places, KKR_UNIT_PLACES);
  kkr_derivation_builder_add_formula (self->builder, "days", "Døgn", "Days",
                                      places != 1 ? "(last_day - first_day + 1) * places"
                                                  : "last_day - first_day + 1", KKR_UNIT_DAYS);
}

/* Why less than the whole tariff is paid: the absence and its kind, or the notice. */
static void
add_percent (const KkrBillingCell *self, const KkrBillingLine *line)
{
  KkrSheet *sheet = self->billing->absences;
  const char *kind = line->status == KKR_BILLING_ABSENCE
                       ? kkr_sheet_get_text (sheet, line->absence, KKR_BILLING_ABSENCE_KIND) : NULL;
  g_autofree char *danish = NULL, *english = NULL;

  if (kind != NULL)
    {
      danish = kkr_sheet_place_in (sheet, line->absence, KKR_BILLING_ABSENCE_KIND, "da");
      english = kkr_sheet_place_in (sheet, line->absence, KKR_BILLING_ABSENCE_KIND, "en");
      kkr_derivation_builder_add_text (self->builder, "absence", danish, english, kind);
    }
  add_exact (self, "percent", "Andel af takst", "Part of the tariff", &line->percent,
             KKR_UNIT_PERCENT);
}

static void
add_tariff (const KkrBillingCell *self, const KkrBillingLine *line)
{
  KkrSheet *sheet = self->billing->tariffs;
  g_autofree char *place_da = kkr_sheet_place_in (sheet, line->tariff, G_MAXUINT, "da");
  g_autofree char *place_en = kkr_sheet_place_in (sheet, line->tariff, G_MAXUINT, "en");
  g_autofree char *danish = g_strdup_printf ("Takst (%s)", place_da);
  g_autofree char *english = g_strdup_printf ("Tariff (%s)", place_en);

  kkr_derivation_builder_add_amount (self->builder, "tariff", danish, english,
                                     kkr_sheet_get_amount (sheet, line->tariff,
                                                           KKR_BILLING_TARIFF_AMOUNT));
}

static void
add_amount (const KkrBillingCell *self, const KkrBillingLine *line)
{
  static const char *const titles_da[] = { "Dage i måneden", "Dage i en måned efter reglen",
                                           "Dage i året" };
  static const char *const titles_en[] = { "Days of the month", "Days of a month by the rule",
                                           "Days of the year" };
  const KkrBillingRules *rules = &self->billing->rules;
  const KkrRational all = KKR_RATIONAL_INT (100);
  g_autoptr (GString) formula = g_string_new ("tariff * days");
  g_autofree char *unit = g_strdup_printf ("%" G_GINT64_FORMAT, rules->rounding_unit);
  gint64 multiplier, divisor;

  add_days (self, line);
  add_tariff (self, line);
  kkr_billing_get_divisor (self->billing, line, &multiplier, &divisor);
  if (kkr_rational_compare (&line->percent, &all) != 0)
    {
      add_percent (self, line);
      g_string_append (formula, " * percent / 100");
    }
  if (multiplier != 1)
    {
      kkr_billing_cell_add_int (self, "months", "Måneder i året", "Months of the year", multiplier,
                                KKR_UNIT_MONTHS);
      g_string_append (formula, " * months");
    }
  if (divisor != 0)
    {
      const guint title = divisor > 31 ? 2 : rules->month_split == KKR_MONTH_SPLIT_THIRTY_DAYS;

      kkr_billing_cell_add_int (self, "divisor", titles_da[title], titles_en[title], divisor,
                                KKR_UNIT_DAYS);
      g_string_append (formula, " / divisor");
    }
  kkr_derivation_builder_add_rounding (self->builder, "amount", "Beløb", "Amount", formula->str,
                                       KKR_UNIT_AMOUNT, rules->rounding, unit);
}

static void
add_rules (const KkrBillingCell *self, const KkrBillingLine *line)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (KkrBillingLine));
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  g_array_append_vals (lines, line, 1);
  kkr_billing_add_rules (self->billing, lines, notes);
  for (guint i = 0; i < notes->len; i++)
    kkr_derivation_builder_add_note (self->builder, notes->pdata[i]);
}

gboolean
kkr_billing_cell_derive_line (const KkrBillingCell *self, const char *column, GError **error)
{
  KkrBillingLine line;

  if (!find_line (self, &line, error))
    return FALSE;
  if (g_str_equal (column, "days"))
    add_days (self, &line);
  else if (g_str_equal (column, "tariff"))
    add_tariff (self, &line);
  else if (g_str_equal (column, "percent"))
    add_percent (self, &line);
  else if (g_str_equal (column, "amount"))
    add_amount (self, &line);
  else
    return FALSE;
  if (g_str_equal (column, "days") || g_str_equal (column, "amount"))
    add_rules (self, &line);
  return TRUE;
}

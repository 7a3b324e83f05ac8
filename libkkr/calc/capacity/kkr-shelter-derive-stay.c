/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-shelter-private.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>

static char *
name_days (const KkrShelterSpan *span, const char *language)
{
  g_autofree char *from = kkr_date_to_string (span->from);
  g_autofree char *until = kkr_date_to_string (span->until);

  return g_strdup_printf ("%s %s %s", from, kkr_text_in (language, "til", "to"), until);
}

/* A step about days that have one limit, with its number in the id and the days in the title. */
static void
add_step (const KkrShelterCell *self, const KkrShelterSpan *span, const char *id, guint number,
          const char *danish, const char *english, gint64 value)
{
  g_autofree char *days_da = name_days (span, "da"), *days_en = name_days (span, "en");
  g_autofree char *title_da = g_strdup_printf ("%s, %s", danish, days_da);
  g_autofree char *title_en = g_strdup_printf ("%s, %s", english, days_en);
  g_autofree char *step = g_strdup_printf ("%s_%u", id, number);

  kkr_shelter_cell_add_int (self, step, title_da, title_en, value, KKR_UNIT_DAYS);
}

static void
add_days (const KkrShelterCell *self, const GArray *spans)
{
  g_autoptr (GString) sum = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const KkrShelterSpan *span = &g_array_index (spans, KkrShelterSpan, i);

      add_step (self, span, "days", i + 1, "Døgn", "Days", (gint64) span->until - span->from + 1);
      g_string_append_printf (sum, "%sdays_%u", i > 0 ? " + " : "", i + 1);
    }
  if (spans->len == 0)
    kkr_shelter_cell_add_int (self, "days", "Døgn i perioden", "Days of the period", 0,
                              KKR_UNIT_DAYS);
  else
    kkr_derivation_builder_add_formula (self->builder, "days", "Døgn i perioden",
                                        "Days of the period", sum->str, KKR_UNIT_DAYS);
}

/* How many of the days are within the limit, whose first is the stay's day `number`. */
static char *
add_refundable (const KkrShelterCell *self, const KkrShelterSpan *span, guint i)
{
  g_autofree char *id = g_strdup_printf ("refundable_%u", i);
  g_autofree char *days_da = name_days (span, "da"), *days_en = name_days (span, "en");
  g_autofree char *title_da = g_strdup_printf ("Døgn med refusion, %s", days_da);
  g_autofree char *title_en = g_strdup_printf ("Refunded days, %s", days_en);
  g_autofree char *formula = NULL;

  if (span->limit < 0)
    formula = g_strdup_printf ("days_%u", i);
  else
    {
      add_step (self, span, "limit", i, "Grænse", "Limit", span->limit);
      add_step (self, span, "number", i, "Døgnets nummer", "Number of the day", span->number);
      formula = g_strdup_printf ("max(0, min(days_%u, limit_%u - number_%u + 1))", i, i, i);
    }
  kkr_derivation_builder_add_formula (self->builder, id, title_da, title_en, formula,
                                      KKR_UNIT_DAYS);
  return g_steal_pointer (&id);
}

/* All days or none: as many as there are for each that the limit leaves, and at most all. */
static char *
add_whole (const KkrShelterCell *self, const KkrShelterSpan *span, guint i)
{
  g_autofree char *id = g_strdup_printf ("refundable_%u", i);
  g_autofree char *days_da = name_days (span, "da"), *days_en = name_days (span, "en");
  g_autofree char *title_da = g_strdup_printf ("Døgn med refusion, %s", days_da);
  g_autofree char *title_en = g_strdup_printf ("Refunded days, %s", days_en);
  g_autofree char *formula
    = g_strdup_printf ("days_%u * max(0, min(1, limit_%u - length_%u + 1))", i, i, i);

  add_step (self, span, "limit", i, "Grænse", "Limit", span->limit);
  add_step (self, span, "length", i, "Opholdets længde", "Length of the stay", span->number);
  kkr_derivation_builder_add_formula (self->builder, id, title_da, title_en, formula,
                                      KKR_UNIT_DAYS);
  return g_steal_pointer (&id);
}

static void
add_all_refundable (const KkrShelterCell *self, const GArray *spans)
{
  g_autoptr (GString) sum = g_string_new (NULL);
  const gboolean whole = self->shelter->rules.rule == KKR_REFUND_RULE_WHOLE_STAY;

  for (guint i = 0; i < spans->len; i++)
    {
      const KkrShelterSpan *span = &g_array_index (spans, KkrShelterSpan, i);
      g_autofree char *id = whole && span->limit >= 0 ? add_whole (self, span, i + 1)
                                                      : add_refundable (self, span, i + 1);

      g_string_append_printf (sum, "%s%s", i > 0 ? " + " : "", id);
    }
  if (spans->len == 0)
    kkr_shelter_cell_add_int (self, "refundable", "Døgn med refusion", "Refunded days", 0,
                              KKR_UNIT_DAYS);
  else
    kkr_derivation_builder_add_formula (self->builder, "refundable", "Døgn med refusion",
                                        "Refunded days", sum->str, KKR_UNIT_DAYS);
}

static void
add_tariff (const KkrShelterCell *self)
{
  KkrSheet *sheet = self->shelter->stays;
  g_autofree char *place_da = kkr_sheet_place_in (sheet, self->row, G_MAXUINT, "da");
  g_autofree char *place_en = kkr_sheet_place_in (sheet, self->row, G_MAXUINT, "en");
  g_autofree char *danish = g_strdup_printf ("Takst (%s)", place_da);
  g_autofree char *english = g_strdup_printf ("Tariff (%s)", place_en);

  kkr_derivation_builder_add_amount (self->builder, "tariff", danish, english,
                                     kkr_sheet_get_amount (sheet, self->row,
                                                           KKR_SHELTER_STAY_TARIFF));
}

static void
add_refund (const KkrShelterCell *self)
{
  const KkrShelterRules *rules = &self->shelter->rules;
  g_autofree char *unit = g_strdup_printf ("%" G_GINT64_FORMAT, rules->unit);

  kkr_shelter_cell_add_exact (self, "percent", "Refusionsprocent", "Per cent refunded",
                              &rules->percent, KKR_UNIT_PERCENT);
  kkr_derivation_builder_add_rounding (self->builder, "refund", "Statsrefusion", "State refund",
                                       "tariff * refundable * percent / 100", KKR_UNIT_AMOUNT,
                                       rules->mode, unit);
}

static void
add_notes (const KkrShelterCell *self)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  kkr_shelter_add_refund_notes (self->shelter, notes);
  for (guint i = 0; i < notes->len; i++)
    kkr_derivation_builder_add_note (self->builder, notes->pdata[i]);
}

/* The length of a stay: of its rows, less the days on which one moves. */
static void
add_length (const KkrShelterCell *self, const KkrShelterStay *stay)
{
  const gint64 own = (gint64) stay->until - stay->from + 1;

  kkr_shelter_cell_add_int (self, "own_days", "Rækkens døgn", "Days of the row", own,
                            KKR_UNIT_DAYS);
  kkr_shelter_cell_add_int (self, "other_days", "Døgn i de andre rækker af samme ophold",
                            "Days in other rows of the same stay", stay->chain_days - own,
                            KKR_UNIT_DAYS);
  kkr_derivation_builder_add_formula (self->builder, "length", "Opholdets længde",
                                      "Length of the stay", "own_days + other_days",
                                      KKR_UNIT_DAYS);
}

gboolean
kkr_shelter_cell_derive_stay (const KkrShelterCell *self, GError **error)
{
  static const char *const columns[] = { "length", "days", "refundable", "tariff", "gross",
                                         "refund", "net", NULL };
  const char *column = self->column;
  const gboolean net = g_str_equal (column, "net"), refund = net || g_str_equal (column, "refund");
  const gboolean gross = net || g_str_equal (column, "gross");
  g_autoptr (GArray) stays = NULL, spans = NULL;
  const KkrShelterStay *stay;

  if (!g_strv_contains (columns, column))
    return FALSE;
  stays = kkr_shelter_compute_stays (self->shelter, self->shelter->rules.rule, NULL, error);
  if (stays == NULL)
    return FALSE;
  stay = &g_array_index (stays, KkrShelterStay, self->row);
  spans = kkr_shelter_split_stay (self->shelter, self->shelter->rules.rule, stay);
  if (g_str_equal (column, "length"))
    add_length (self, stay);
  if (g_str_equal (column, "days") || g_str_equal (column, "refundable") || gross || refund)
    add_days (self, spans);
  if (g_str_equal (column, "refundable") || refund)
    add_all_refundable (self, spans);
  if (g_str_equal (column, "tariff") || gross || refund)
    add_tariff (self);
  if (gross)
    kkr_derivation_builder_add_formula (self->builder, "gross", "Bruttoudgift",
                                        "Gross expenditure", "tariff * days", KKR_UNIT_AMOUNT);
  if (refund)
    add_refund (self);
  if (net)
    kkr_derivation_builder_add_formula (self->builder, "net", "Nettoudgift", "Net expenditure",
                                        "gross - refund", KKR_UNIT_AMOUNT);
  if (g_str_equal (column, "refundable") || refund)
    add_notes (self);
  return TRUE;
}

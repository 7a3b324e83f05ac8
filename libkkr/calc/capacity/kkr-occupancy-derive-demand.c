/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-derive-private.h>

#include <libkkr/base/kkr-format-private.h>

static KkrRational
get_exact (const KkrOccupancyCell *self, const char *column)
{
  KkrRational value = KKR_RATIONAL_ZERO;

  kkr_column_get_exact (kkr_table_find_column (self->table, column), self->row, &value);
  return value;
}

static void
add_load (const KkrOccupancyCell *self, KkrRational *load)
{
  const KkrRational requests = get_exact (self, "requests"), stay = get_exact (self, "stay");
  gboolean rounded = FALSE;

  kkr_occupancy_cell_add_cell (self, "requests", "requests", NULL);
  kkr_occupancy_cell_add_cell (self, "stay", "stay", NULL);
  kkr_occupancy_load (&requests, &stay, load, &rounded);
  if (rounded)
    kkr_derivation_builder_add_rounding (self->builder, "load", "Behov uden afvisninger",
                                         "Need without refusals", "requests * stay / 365",
                                         KKR_UNIT_PLACES, KKR_ROUNDING_MODE_HALF_AWAY,
                                         "1/1000000000");
  else
    kkr_derivation_builder_add_formula (self->builder, "load", "Behov uden afvisninger",
                                        "Need without refusals", "requests * stay / 365",
                                        KKR_UNIT_PLACES);
}

static char *
dup_power (int exponent)
{
  g_autoptr (GString) text = g_string_new (exponent < 0 ? "1/1" : "1");

  for (int i = 0; i < ABS (exponent); i++)
    g_string_append_c (text, '0');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* x of one place more. */
static void
add_place (const KkrOccupancyCell *self, KkrErlang *erlang)
{
  const gint64 n = erlang->n + 1;
  g_autofree char *id = g_strdup_printf ("x%d", (int) n);
  g_autofree char *danish = g_strdup_printf (n == 1 ? "Hjælpetal for %d plads"
                                                     : "Hjælpetal for %d pladser", (int) n);
  g_autofree char *english = g_strdup_printf (n == 1 ? "Auxiliary number for %d place"
                                                      : "Auxiliary number for %d places",
                                               (int) n);
  g_autofree char *expression = n == 1 ? g_strdup ("1+1/load")
                                       : g_strdup_printf ("1+%d*x%d/load", (int) n, (int) n - 1);
  g_autofree char *unit = NULL;

  kkr_erlang_add_place (erlang);
  unit = dup_power (erlang->x.exponent);
  kkr_derivation_builder_add_rounding (self->builder, id, danish, english, expression,
                                       KKR_UNIT_NONE, KKR_ROUNDING_MODE_HALF_AWAY, unit);
}

/* The chance after so many places, from their x. */
static void
add_chance (const KkrOccupancyCell *self, const KkrErlang *erlang, const char *id)
{
  const KkrErlangNumber chance = kkr_erlang_get_chance (erlang);
  g_autofree char *expression = g_strdup_printf ("1/x%d", (int) erlang->n);
  g_autofree char *unit = dup_power (chance.exponent);
  const gboolean one = erlang->n == 1;
  g_autofree char *danish = g_strdup_printf (one ? "Risiko for afvisning med %d plads"
                                                 : "Risiko for afvisning med %d pladser",
                                             (int) erlang->n);
  g_autofree char *english = g_strdup_printf (one ? "Chance of refusal with %d place"
                                                  : "Chance of refusal with %d places",
                                              (int) erlang->n);

  if (erlang->n == 0 || erlang->load_num == 0)
    kkr_occupancy_cell_add_int (self, id, danish, english, erlang->n == 0, KKR_UNIT_SHARE);
  else
    kkr_derivation_builder_add_rounding (self->builder, id, danish, english, expression,
                                         KKR_UNIT_SHARE, KKR_ROUNDING_MODE_HALF_AWAY, unit);
}

static gboolean
is_small (const KkrRational *load, gint64 places)
{
  KkrErlang erlang;

  kkr_erlang_init (&erlang, load);
  while (erlang.n < places && erlang.x.exponent <= KKR_ERLANG_MAX_EXPONENT)
    kkr_erlang_add_place (&erlang);
  return erlang.x.exponent > KKR_ERLANG_MAX_EXPONENT;
}

/* Adds the numbers up to `places`; the chance there is the last step. */
static void
add_chain (const KkrOccupancyCell *self, const KkrRational *load, gint64 places, const char *id)
{
  const KkrRational least = { 1, (KkrInt128) 10000000000 * 10000000000 };
  KkrErlang erlang;

  if (is_small (load, places))
    {
      kkr_occupancy_cell_add_exact (self, id, "Risiko for afvisning, mindre end",
                                    "Chance of refusal, less than", &least, KKR_UNIT_SHARE);
      return;
    }
  kkr_erlang_init (&erlang, load);
  while (erlang.n < places)
    if (erlang.load_num == 0)
      kkr_erlang_add_place (&erlang);
    else
      add_place (self, &erlang);
  add_chance (self, &erlang, id);
}

/* Whether the chance is above the highest one: 1 or 0. */
static void
add_over (const KkrOccupancyCell *self, const char *id, const char *chance, gint64 places)
{
  g_autofree char *danish = g_strdup_printf ("Er %d for få: 1 ja, 0 nej", (int) places);
  g_autofree char *english = g_strdup_printf ("Are %d too few: 1 yes, 0 no", (int) places);
  g_autofree char *expression = g_strdup_printf ("max(0,%s-target)", chance);

  kkr_derivation_builder_add_rounding (self->builder, id, danish, english, expression,
                                       KKR_UNIT_PLACES, KKR_ROUNDING_MODE_CEILING, "1");
}

/* The number before the one that is enough, and that it is not enough. */
static void
add_needed (const KkrOccupancyCell *self)
{
  const gint64 needed = kkr_occupancy_cell_get_int (self, "needed");
  KkrRational load = KKR_RATIONAL_ZERO;
  KkrErlang erlang;

  add_load (self, &load);
  kkr_occupancy_cell_add_cell (self, "target", "target", NULL);
  kkr_occupancy_cell_add_int (self, "before", "Én plads mindre", "One place less", needed - 1,
                              KKR_UNIT_PLACES);
  kkr_erlang_init (&erlang, &load);
  while (erlang.n < needed - 1)
    add_place (self, &erlang);
  add_chance (self, &erlang, "chance_before");
  add_over (self, "over_before", "chance_before", needed - 1);
  if (erlang.load_num == 0)
    kkr_erlang_add_place (&erlang);
  else
    add_place (self, &erlang);
  add_chance (self, &erlang, "chance_then");
  add_over (self, "over_then", "chance_then", needed);
  kkr_derivation_builder_add_formula (self->builder, "needed", "Nødvendige pladser",
                                      "Places needed", "before + over_before + over_then",
                                      KKR_UNIT_PLACES);
}

static void
add_by_chance (const KkrOccupancyCell *self, const char *column)
{
  const gint64 places = kkr_occupancy_cell_get_int (self, "places");
  KkrRational load = KKR_RATIONAL_ZERO;

  add_load (self, &load);
  add_chain (self, &load, places, "chance");
  if (g_str_equal (column, "refused"))
    kkr_derivation_builder_add_formula (self->builder, "refused", "Afvisninger pr. år",
                                        "Refusals a year", "requests * chance", KKR_UNIT_COUNT);
  if (!g_str_equal (column, "filled"))
    return;
  kkr_occupancy_cell_add_cell (self, "places", "places", NULL);
  kkr_derivation_builder_add_formula (self->builder, "filled", "Forventet belægning",
                                      "Expected occupancy", "load * (1 - chance) / places",
                                      KKR_UNIT_SHARE);
}

gboolean
kkr_occupancy_cell_derive_demand (const KkrOccupancyCell *self, const char *column)
{
  KkrRational load = KKR_RATIONAL_ZERO;

  if (g_str_equal (column, "requests") || g_str_equal (column, "stay")
      || g_str_equal (column, "places") || g_str_equal (column, "target"))
    kkr_occupancy_cell_add_cell (self, "value", column, NULL);
  else if (g_str_equal (column, "load"))
    add_load (self, &load);
  else if (g_str_equal (column, "chance") || g_str_equal (column, "refused")
           || g_str_equal (column, "filled"))
    add_by_chance (self, column);
  else if (g_str_equal (column, "needed"))
    add_needed (self);
  else if (g_str_equal (column, "more"))
    {
      add_needed (self);
      kkr_occupancy_cell_add_cell (self, "places", "places", NULL);
      kkr_derivation_builder_add_formula (self->builder, "more", "Flere pladser", "More places",
                                          "needed - places", KKR_UNIT_PLACES);
    }
  else if (g_str_equal (column, "chance-then"))
    {
      add_load (self, &load);
      add_chain (self, &load, kkr_occupancy_cell_get_int (self, "needed"), "chance");
    }
  else
    return FALSE;
  return TRUE;
}

/* Rows of `refusals` of the offer and one reason, which are 0 to 2. */
static void
add_reason (const KkrOccupancyCell *self, KkrSheet *sheet, int reason, const char *id,
            const char *danish, const char *english)
{
  g_autofree char *offer = kkr_text_fold (kkr_occupancy_cell_get_label (self, "offer"));
  KkrOccupancySum sum;

  kkr_occupancy_sum_init (&sum);
  for (guint row = 0; row < kkr_sheet_get_n_rows (sheet); row++)
    {
      g_autofree char *other
        = kkr_text_fold (kkr_sheet_get_text (sheet, row, KKR_OCC_REFUSAL_OFFER));
      const int of = kkr_sheet_get_choice (sheet, row, KKR_OCC_REFUSAL_REASON);

      if (of - KKR_REFUSAL_REASON_NO_VACANCY == reason && g_str_equal (offer, other)
          && kkr_sheet_has (sheet, row, KKR_OCC_REFUSAL_COUNT))
        kkr_occupancy_sum_add (
          &sum, kkr_sheet_place_in (sheet, row, G_MAXUINT, "da"),
          g_strdup_printf ("%" G_GINT64_FORMAT,
                           kkr_sheet_get_whole (sheet, row, KKR_OCC_REFUSAL_COUNT)));
    }
  kkr_occupancy_sum_end (&sum, self, id, danish, english, KKR_UNIT_COUNT);
}

gboolean
kkr_occupancy_cell_derive_refusal (const KkrOccupancyCell *self, const char *column)
{
  static const char *const columns[] = { "no-vacancy", "no-match", "other" };
  static const char *const ids[] = { "no_vacancy", "no_match", "other" };
  g_autoptr (KkrSheet) sheet = kkr_calculator_open_sheet (self->calculator, "refusals", NULL);
  const gboolean total = g_str_equal (column, "total");
  gboolean found = total;

  if (sheet == NULL)
    return FALSE;
  for (int i = 0; i < 3; i++)
    if (total || g_str_equal (column, columns[i]))
      {
        KkrColumn *cells = kkr_table_find_column (self->table, columns[i]);

        add_reason (self, sheet, i, ids[i], cells->danish, cells->english);
        found = TRUE;
      }
  if (total)
    kkr_derivation_builder_add_formula (self->builder, "total", "I alt", "Total",
                                        "no_vacancy + no_match + other", KKR_UNIT_COUNT);
  return found;
}

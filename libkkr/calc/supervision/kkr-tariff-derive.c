/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-result-private.h>
#include <libkkr/calc/supervision/kkr-tariff-steps-private.h>

#include <string.h>

#include <libkkr/base/kkr-format-private.h>

typedef KkrTariffSteps Steps;

void
kkr_tariff_steps_set_fact (KkrTariffSteps *self, KkrFact *fact)
{
  if (fact == NULL)
    return;
  if (kkr_fact_get_source (fact) != NULL)
    kkr_derivation_builder_set_source (self->builder, kkr_fact_get_source (fact),
                                       kkr_fact_get_section (fact));
  if (kkr_fact_get_price_level (fact) != NULL &&
      (kkr_fact_get_unit (fact) == KKR_UNIT_AMOUNT || kkr_fact_get_unit (fact) == KKR_UNIT_RATE))
    kkr_derivation_builder_set_price_level (self->builder, kkr_fact_get_price_level (fact));
}

static void
add_exact (Steps *self, const char *id, const char *danish, const char *english,
           const KkrRational *value, KkrUnit unit)
{
  g_autofree char *exact = kkr_rational_to_string (value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, exact, unit);
}

static void
add_weight (Steps *self, guint group)
{
  g_autofree char *id = g_strdup_printf ("weight_%u", group + 1);
  g_autofree char *danish = g_strdup_printf ("Vægt (%s)",
                                             kkr_tariff_group_title (self->plan, group, "da"));
  g_autofree char *english = g_strdup_printf ("Weight (%s)",
                                              kkr_tariff_group_title (self->plan, group, "en"));
  KkrRational weight = kkr_tariff_weight (group);

  if (!self->has_weight[group])
    add_exact (self, id, danish, english, &weight, KKR_UNIT_NONE);
  self->has_weight[group] = TRUE;
}

static void
add_hours (Steps *self, guint which)
{
  if (self->has_hours[which])
    return;
  add_exact (self, which == 0 ? "hours_supervision" : "hours_approval",
             which == 0 ? "Timer til tilsyn" : "Timer til nygodkendelse",
             which == 0 ? "Hours of supervision" : "Hours of a new approval",
             &self->plan->hours[which], KKR_UNIT_HOURS);
  kkr_tariff_steps_set_fact (self, self->plan->hours_facts[which]);
  self->has_hours[which] = TRUE;
}

/* The steps of a cell's factor; returns the expression that names them. */
static char *
add_factor (Steps *self, KkrTariffService service, guint group)
{
  const KkrRational tenth = { 1, 10 };

  if (group == KKR_TARIFF_NO_GROUP)
    {
      add_hours (self, kkr_tariff_hours_of (service));
      return g_strdup (kkr_tariff_hours_of (service) == 0 ? "hours_supervision"
                                                          : "hours_approval");
    }
  add_weight (self, group);
  if (service != KKR_TARIFF_INTENSIFIED)
    return g_strdup_printf ("weight_%u", group + 1);
  if (!self->has_tenth)
    add_exact (self, "part", "Skærpet tilsyn som del af taksten for tilsyn",
               "Intensified supervision as a part of the tariff of supervision", &tenth,
               KKR_UNIT_NONE);
  self->has_tenth = TRUE;
  return g_strdup_printf ("(weight_%u * part)", group + 1);
}

/* Intensified supervision's own base, a tenth of the other, needs no tenth. */
static gboolean
has_own_base (const KkrTariffBase *base, const KkrTariffCell *cell)
{
  KkrRational weight;

  if (cell->group == KKR_TARIFF_NO_GROUP || base->cells[0].service != KKR_TARIFF_INTENSIFIED)
    return FALSE;
  weight = kkr_tariff_weight (cell->group);
  return kkr_rational_compare (&weight, &cell->factor) == 0;
}

static void
add_cell (Steps *self, const KkrTariffBase *base, guint i, gboolean upper)
{
  const KkrTariffCell *cell = &base->cells[i];
  g_autofree char *title_da = kkr_tariff_cell_title (self->plan, cell->service, cell->group, "da");
  g_autofree char *title_en = kkr_tariff_cell_title (self->plan, cell->service, cell->group, "en");
  g_autofree char *factor = add_factor (self, has_own_base (base, cell) ? KKR_TARIFF_SUPERVISION
                                                                        : cell->service,
                                        cell->group);
  g_autofree char *id = g_strdup_printf ("%s_%u", upper ? "high" : "low", i + 1);
  g_autofree char *expression = g_strdup_printf ("(printed_%u / 100 %c 0.5) / %s", i + 1,
                                                 upper ? '+' : '-', factor);
  g_autofree char *danish = g_strdup_printf ("%s (%s)", upper ? "Øvre grænse" : "Nedre grænse",
                                             title_da);
  g_autofree char *english = g_strdup_printf ("%s (%s)", upper ? "Upper bound" : "Lower bound",
                                              title_en);

  kkr_derivation_builder_add_formula (self->builder, id, danish, english, expression,
                                      KKR_UNIT_RATE);
}

static void
add_printed (Steps *self, const KkrTariffBase *base)
{
  for (guint i = 0; i < base->n_cells; i++)
    {
      const KkrTariffCell *cell = &base->cells[i];
      g_autofree char *id = g_strdup_printf ("printed_%u", i + 1);
      g_autofree char *da = kkr_tariff_cell_title (self->plan, cell->service, cell->group, "da");
      g_autofree char *en = kkr_tariff_cell_title (self->plan, cell->service, cell->group, "en");
      g_autofree char *danish = g_strdup_printf ("Trykt takst (%s)", da);
      g_autofree char *english = g_strdup_printf ("Printed tariff (%s)", en);

      kkr_derivation_builder_add_amount (self->builder, id, danish, english, cell->printed);
      kkr_tariff_steps_set_fact (self, cell->fact);
    }
}

/* The greatest of the least bases, or the least of the greatest. */
static void
add_bound (Steps *self, const KkrTariffBase *base, gboolean upper)
{
  g_autoptr (GString) expression = g_string_new (NULL);
  gboolean price = base == &self->plan->bases[KKR_TARIFF_HOURLY_PRICE];
  g_autofree char *danish = g_strdup_printf ("%s %s grænse",
                                             price ? "Timeprisens" : "Grundtakstens",
                                             upper ? "øvre" : "nedre");
  g_autofree char *english = g_strdup_printf ("%s bound of the %s", upper ? "Upper" : "Lower",
                                              price ? "hourly price" : "base tariff");

  for (guint i = 0; i < base->n_cells; i++)
    {
      const char *name = upper ? "high" : "low";
      gboolean last = i + 1 == base->n_cells;

      add_cell (self, base, i, upper);
      if (last)
        g_string_append_printf (expression, "%s_%u", name, i + 1);
      else
        g_string_append_printf (expression, "%s(%s_%u, ", upper ? "min" : "max", name, i + 1);
    }
  for (guint i = 1; i < base->n_cells; i++)
    g_string_append_c (expression, ')');
  kkr_derivation_builder_add_formula (self->builder, upper ? "upper" : "lower", danish, english,
                                      expression->str, KKR_UNIT_RATE);
}

static void
add_budget (Steps *self, const KkrTariffBase *base)
{
  static const char *const inputs[] = { "offers-1", "offers-2", "offers-3", "offers-4" };
  g_autoptr (GString) units = g_string_new (NULL);

  kkr_derivation_builder_add_amount (self->builder, "budget", "Budget", "Budget",
                                     self->plan->budget);
  kkr_tariff_steps_set_fact (self, base->fact);
  kkr_derivation_builder_add_amount (self->builder, "other_income", "Andre indtægter",
                                     "Other income",
                                     kkr_calculator_get_amount (self->plan->calculator,
                                                                "other-income"));
  for (guint group = 0; group < KKR_TARIFF_N_GROUPS; group++)
    {
      g_autofree char *id = g_strdup_printf ("offers_%u", group + 1);
      g_autofree char *da = g_strdup_printf ("Antal tilbud (%s)",
                                             kkr_tariff_group_title (self->plan, group, "da"));
      g_autofree char *en = g_strdup_printf ("Offers (%s)",
                                             kkr_tariff_group_title (self->plan, group, "en"));
      KkrRational n = KKR_RATIONAL_INT (kkr_calculator_get_int (self->plan->calculator,
                                                               inputs[group]));

      add_exact (self, id, da, en, &n, KKR_UNIT_OFFERS);
      add_weight (self, group);
      g_string_append_printf (units, "%sweight_%u * %s", group > 0 ? " + " : "", group + 1, id);
    }
  kkr_derivation_builder_add_formula (self->builder, "units", "Vægtet antal tilbud",
                                      "Weighted number of offers", units->str, KKR_UNIT_COUNT);
  kkr_derivation_builder_add_formula (self->builder, "base", "Grundtakst", "Base tariff",
                                      "(budget - other_income) / 100 / units", KKR_UNIT_RATE);
}

static void
add_exact_base (Steps *self, const KkrTariffBase *base)
{
  gboolean price = base == &self->plan->bases[KKR_TARIFF_HOURLY_PRICE];

  if (base->way == KKR_TARIFF_WAY_BUDGET)
    {
      add_budget (self, base);
      return;
    }
  add_exact (self, "base", price ? "Timepris" : "Grundtakst",
             price ? "Hourly price" : "Base tariff", &base->exact, KKR_UNIT_RATE);
  kkr_tariff_steps_set_fact (self, base->fact);
}

static void
add_undetermined (Steps *self, const KkrTariffRow *row)
{
  g_autofree char *low = kkr_format_amount (row->lowest, TRUE, "da");
  g_autofree char *high = kkr_format_amount (row->highest, TRUE, "da");
  g_autofree char *text = g_strdup_printf ("ikke bestemt: %s til %s kr.", low, high);

  kkr_derivation_builder_add_text (self->builder, "tariff", "Takst", "Tariff", text);
}

/* Both ends of the interval have to round to the same tariff. */
static void
add_tariff_between (Steps *self, const KkrTariffBase *base, const KkrTariffRow *row)
{
  g_autofree char *factor = NULL, *at_lower = NULL, *at_upper = NULL;

  add_printed (self, base);
  add_bound (self, base, FALSE);
  add_bound (self, base, TRUE);
  if (row->contradicted)
    {
      kkr_derivation_builder_add_text (self->builder, "tariff", "Takst", "Tariff",
                                       "modstrid: den nedre grænse er ikke under den øvre");
      return;
    }
  factor = add_factor (self, row->service, row->group);
  at_lower = g_strdup_printf ("lower * %s * 100", factor);
  at_upper = g_strdup_printf ("upper * %s * 100 - 50", factor);
  kkr_derivation_builder_add_rounding (self->builder, "at_lower", "Takst ved den nedre grænse",
                                       "Tariff at the lower bound", at_lower, KKR_UNIT_AMOUNT,
                                       KKR_ROUNDING_MODE_HALF_AWAY, "100");
  kkr_derivation_builder_add_rounding (self->builder, "at_upper",
                                       "Takst lige under den øvre grænse, som selv er udelukket",
                                       "Tariff just below the upper bound, itself excluded",
                                       at_upper, KKR_UNIT_AMOUNT, KKR_ROUNDING_MODE_CEILING,
                                       "100");
  if (row->lowest != row->highest)
    add_undetermined (self, row);
  else
    kkr_derivation_builder_add_formula (self->builder, "tariff", "Takst, den samme i begge ender",
                                        "Tariff, the same at both ends", "max(at_lower, at_upper)",
                                        KKR_UNIT_AMOUNT);
}

void
kkr_tariff_steps_add_tariff (KkrTariffSteps *self, const KkrTariffRow *row)
{
  const KkrTariffBase *base = &self->plan->bases[row->base];
  g_autofree char *factor = NULL, *expression = NULL;

  if (row->fact != NULL)
    {
      kkr_derivation_builder_add_amount (self->builder, "tariff", "Trykt takst", "Printed tariff",
                                         row->lowest);
      kkr_tariff_steps_set_fact (self, row->fact);
      return;
    }
  if (base->way == KKR_TARIFF_WAY_PRINTED)
    {
      add_tariff_between (self, base, row);
      return;
    }
  add_exact_base (self, base);
  factor = add_factor (self, row->service, row->group);
  expression = g_strdup_printf ("base * %s * 100", factor);
  kkr_derivation_builder_add_rounding (self->builder, "tariff", "Takst", "Tariff", expression,
                                       KKR_UNIT_AMOUNT, KKR_ROUNDING_MODE_HALF_AWAY, "100");
}

static gboolean
derive_column (Steps *self, const char *column, guint row)
{
  const KkrTariffBase *base;

  if (g_str_equal (column, "tariff") || g_str_equal (column, "tariffs.tariff"))
    {
      kkr_tariff_steps_add_tariff (self, &g_array_index (self->plan->rows, KkrTariffRow, row));
      return TRUE;
    }
  if (self->plan->earlier != NULL && g_str_has_prefix (column, "growth."))
    return kkr_tariff_steps_derive_growth (self, column, row);
  base = kkr_tariff_plan_get_base_row (self->plan, row);
  if (g_str_equal (column, "base.base"))
    add_exact_base (self, base);
  else if (g_str_equal (column, "base.lower") || g_str_equal (column, "base.upper"))
    {
      add_printed (self, base);
      add_bound (self, base, g_str_equal (column, "base.upper"));
    }
  else
    return FALSE;
  return TRUE;
}

static void
add_notes (Steps *self)
{
  for (guint i = 0; i < self->plan->notes->len; i++)
    {
      KkrNote *note = self->plan->notes->pdata[i];

      if (kkr_note_get_kind (note) == KKR_NOTE_KIND_PRICE_LEVEL ||
          kkr_note_get_kind (note) == KKR_NOTE_KIND_UNCONFIRMED ||
          kkr_note_get_kind (note) == KKR_NOTE_KIND_OVERLAY)
        kkr_derivation_builder_add_note (self->builder, note);
    }
  for (guint group = 0; group < KKR_TARIFF_N_GROUPS; group++)
    if (self->has_weight[group])
      {
        g_autoptr (KkrNote) note = kkr_note_new (
          KKR_NOTE_KIND_REMARK,
          "Vægtene 1; 1,2; 2 og 3 er ikke trykt nogen steder; de trykte takster for 2019-2024 "
          "følger alle heraf.",
          "The weights 1, 1.2, 2 and 3 are printed nowhere; all printed tariffs of 2019-2024 "
          "follow from them.");

        kkr_derivation_builder_add_note (self->builder, note);
        return;
      }
}

/* What the row is called in words: its key is made for finding it. */
static char *
dup_row_name (KkrTable *table, guint row)
{
  KkrColumn *groups = kkr_table_get_column (table, "group");
  g_autofree char *service = kkr_column_dup_text (kkr_table_get_column (table, "service"), row);
  g_autofree char *group = groups != NULL ? kkr_column_dup_text (groups, row) : NULL;

  return group != NULL && !g_str_equal (group, "–") ? g_strconcat (service, ", ", group, NULL)
                                                    : g_steal_pointer (&service);
}

KkrDerivation *
kkr_tariff_plan_derive (KkrTariffPlan *self, KkrResult *result, const char *column, gint64 row,
                        GError **error)
{
  const char *bare;
  KkrTable *table = kkr_result_find_table (result, column, &bare, NULL);
  KkrColumn *cells = kkr_table_get_column (table, bare);
  g_autoptr (KkrDerivationBuilder) builder = NULL;
  g_autofree char *key = NULL;
  Steps steps = { self, NULL };

  if (row < 0)
    return NULL;
  key = dup_row_name (table, (guint) row);
  builder = kkr_derivation_builder_new (column, key);
  steps.builder = builder;
  kkr_derivation_builder_set_title (builder, kkr_column_get_title (cells),
                                    kkr_column_get_title_in (cells, "en"));
  if (self->reg != NULL)
    kkr_derivation_builder_set_register (builder, kkr_register_get_data_version (self->reg),
                                         kkr_register_get_sha256 (self->reg));
  if (!derive_column (&steps, column, (guint) row))
    return NULL;
  add_notes (&steps);
  return kkr_derivation_builder_end (builder, error);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-figure-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* The three bounds of what is printed: the least, the printed one itself, the most. */
enum { LEAST, PRINTED, MOST, N_BOUNDS };
enum { BEFORE, AFTER, SAVING, REDUCTION, YEARLY, PER_PERSON, TARGET, N_COLUMNS };

static const char *const names[] = { "before", "after", "saving", "reduction", "yearly",
                                     "per-person", "target-saving" };

typedef struct {
  gboolean from_costs; /* both are known; otherwise the printed saving and per cent */
  gint64 costs[2];
  KkrRational saving[N_BOUNDS], reduction[N_BOUNDS];
  gboolean has_target;
  KkrRational target;
  int persons; /* 0: not said */
} Reduction;

gboolean
kkr_followup_has_reduction (KkrCalculator *calculator)
{
  static const char *const inputs[] = { "cost-before", "cost-after", "saving", "reduction" };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    if (kkr_calculator_is_assigned (calculator, inputs[i]))
      return TRUE;
  return FALSE;
}

/* A printed figure that lies between two numbers above 0. */
static gboolean
read_printed (KkrCalculator *calculator, const char *input, KkrUnit unit, KkrRational *bounds,
              GError **error)
{
  const char *text = kkr_calculator_get_text (calculator, input);
  g_autofree char *quoted = NULL;
  KkrInterval interval;
  KkrNumber number;

  if (!kkr_figure_parse (text, N_("a figure"), &number, &interval, error))
    return FALSE;
  bounds[LEAST] = interval.lower;
  bounds[PRINTED] = number.value;
  bounds[MOST] = interval.upper;
  if (interval.has_lower && interval.has_upper && interval.lower.num > 0 &&
      (number.unit == unit || number.unit == KKR_UNIT_UNSET))
    return TRUE;
  quoted = kkr_text_quote (text);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               unit == KKR_UNIT_PERCENT
                 ? _("no printed percentage above 0 that is known from both sides: %s found, one "
                     "such as 6,1 pct. expected")
                 : _("no printed amount above 0 that is known from both sides: %s found, one such "
                     "as 4,0 mio. kr. expected"), quoted);
  return FALSE;
}

static gboolean
read_costs (KkrCalculator *calculator, Reduction *self, const char **input, GError **error)
{
  static const char *const inputs[] = { "cost-before", "cost-after" };

  for (guint i = 0; i < 2; i++)
    {
      *input = inputs[i];
      self->costs[i] = kkr_calculator_get_amount (calculator, inputs[i]);
      if (!kkr_calculator_is_assigned (calculator, inputs[i]))
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT,
                       _("missing: one of two costs found, cost-before and cost-after expected"));
          return FALSE;
        }
      if (self->costs[i] < 0 || (i == 0 && self->costs[i] == 0))
        {
          g_autofree char *amount = kkr_message_amount (self->costs[i]);

          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("no cost: %s found, more than 0 expected"), amount);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_both (KkrCalculator *calculator, Reduction *self, const char **input, GError **error)
{
  gboolean has_saving = kkr_calculator_is_assigned (calculator, "saving");
  gboolean has_reduction = kkr_calculator_is_assigned (calculator, "reduction");

  self->from_costs = kkr_calculator_is_assigned (calculator, "cost-before") ||
                     kkr_calculator_is_assigned (calculator, "cost-after");
  *input = has_saving ? "reduction" : "saving";
  if (self->from_costs && (has_saving || has_reduction))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("two ways to the reduction: costs and printed figures found, one of them "
                     "expected"));
      return FALSE;
    }
  if (self->from_costs)
    return read_costs (calculator, self, input, error);
  if (!has_saving || !has_reduction)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT,
                   _("missing: one of two printed figures found, saving and reduction expected"));
      return FALSE;
    }
  *input = "saving";
  if (!read_printed (calculator, "saving", KKR_UNIT_AMOUNT, self->saving, error))
    return FALSE;
  *input = "reduction";
  return read_printed (calculator, "reduction", KKR_UNIT_PERCENT, self->reduction, error);
}

static gboolean
read_reduction (KkrCalculator *calculator, Reduction *self, const char **input, GError **error)
{
  if (!read_both (calculator, self, input, error))
    return FALSE;
  *input = "target";
  self->has_target = kkr_calculator_is_assigned (calculator, "target");
  if (self->has_target &&
      !kkr_calculator_get_rational (calculator, "target", &self->target, error))
    return FALSE;
  *input = "persons";
  if (!kkr_calculator_is_assigned (calculator, "persons"))
    return TRUE;
  self->persons = kkr_calculator_get_int (calculator, "persons");
  if (self->persons > 0)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("no number of persons: %d found, more than 0 expected"), self->persons);
  return FALSE;
}

gboolean
kkr_followup_check_reduction (KkrCalculator *calculator, const char **input, GError **error)
{
  Reduction self = { FALSE };

  return read_reduction (calculator, &self, input, error);
}

/* The least cost goes with the least saving and the largest per cent. */
static gboolean
compute (const Reduction *self, guint bound, KkrRational *values)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100), months = KKR_RATIONAL_INT (12);
  const KkrRational persons = KKR_RATIONAL_INT (self->persons);
  KkrRational one;

  if (self->from_costs)
    {
      values[BEFORE] = (KkrRational) { self->costs[0], 100 };
      values[AFTER] = (KkrRational) { self->costs[1], 100 };
      if (!kkr_rational_subtract (&values[BEFORE], &values[AFTER], &values[SAVING]) ||
          !kkr_rational_divide (&values[SAVING], &values[BEFORE], &one) ||
          !kkr_rational_multiply (&one, &hundred, &values[REDUCTION]))
        return FALSE;
    }
  else
    {
      values[SAVING] = self->saving[bound];
      values[REDUCTION] = self->reduction[bound];
      if (!kkr_rational_divide (&self->reduction[MOST - bound], &hundred, &one) ||
          !kkr_rational_divide (&values[SAVING], &one, &values[BEFORE]) ||
          !kkr_rational_subtract (&values[BEFORE], &values[SAVING], &values[AFTER]))
        return FALSE;
    }
  values[PER_PERSON] = values[TARGET] = (KkrRational) { 0, 0 };
  return kkr_rational_multiply (&values[SAVING], &months, &values[YEARLY]) &&
         (self->persons == 0 ||
          kkr_rational_divide (&values[SAVING], &persons, &values[PER_PERSON])) &&
         (!self->has_target ||
          (kkr_rational_multiply (&values[BEFORE], &self->target, &one) &&
           kkr_rational_divide (&one, &hundred, &values[TARGET])));
}

static void
add_bounds (const Reduction *self, KkrTableBuilder *builder, guint n)
{
  static const char *const ids[] = { "lowest", "printed", "highest", NULL };
  static const char *const danish[] = { "mindst", "beregnet", "højst", NULL };
  static const char *const english[] = { "at least", "computed", "at most", NULL };
  const gint32 codes[] = { self->from_costs ? PRINTED : LEAST, PRINTED, MOST };

  kkr_table_builder_add_choices (builder, "bound", "Grænse", "Bound", codes, n, ids, danish,
                                 english);
}

KkrTable *
kkr_followup_build_reduction (KkrCalculator *calculator, GError **error)
{
  static const char *const danish[] = { "Udgift før", "Udgift efter", "Besparelse", "Reduktion",
                                        "Besparelse pr. år", "Besparelse pr. borger",
                                        "Besparelse ved målet" };
  static const char *const english[] = { "Cost before", "Cost after", "Saving", "Reduction",
                                         "Saving per year", "Saving per person",
                                         "Saving at the target" };
  static const char *const keys[] = { "bound", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "reduction", "Udgiftsreduktion pr. måned", "Reduction of expenditure per month");
  KkrRational values[N_BOUNDS][N_COLUMNS], column[N_BOUNDS];
  Reduction self = { FALSE };
  const char *input;
  guint n;

  if (!read_reduction (calculator, &self, &input, error))
    return NULL;
  n = self.from_costs ? 1 : N_BOUNDS;
  for (guint i = 0; i < n; i++)
    if (!compute (&self, self.from_costs ? PRINTED : i, values[i]))
      {
        kkr_rational_overflow (error, _("the reduction"));
        return NULL;
      }
  add_bounds (&self, builder, n);
  for (guint k = 0; k < N_COLUMNS; k++)
    {
      if ((k == PER_PERSON && self.persons == 0) || (k == TARGET && !self.has_target))
        continue;
      for (guint i = 0; i < n; i++)
        column[i] = values[i][k];
      kkr_table_builder_add_rationals (builder, names[k], danish[k], english[k],
                                       k == REDUCTION ? KKR_UNIT_PERCENT : KKR_UNIT_RATE, column,
                                       n);
      kkr_table_builder_set_decimals (builder, names[k], 2);
    }
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static void
add_printed (const Reduction *self, KkrDerivationBuilder *builder, gboolean saving, guint bound)
{
  static const char *const bounds_da[] = { ", nedre grænse", "", ", øvre grænse" };
  static const char *const bounds_en[] = { ", lower bound", "", ", upper bound" };
  g_autofree char *danish = g_strconcat (saving ? "Besparelse pr. måned" : "Reduktion",
                                         bounds_da[bound], NULL);
  g_autofree char *english = g_strconcat (saving ? "Saving per month" : "Reduction",
                                          bounds_en[bound], NULL);

  kkr_followup_add_value (builder, saving ? "saving" : "reduction", danish, english,
                          saving ? &self->saving[bound] : &self->reduction[bound],
                          saving ? KKR_UNIT_RATE : KKR_UNIT_PERCENT);
}

static void
add_costs (const Reduction *self, KkrDerivationBuilder *builder, guint column)
{
  if (column != AFTER)
    kkr_derivation_builder_add_amount (builder, "cost_before", "Udgift pr. måned før",
                                       "Cost per month before", self->costs[0]);
  if (column != BEFORE && column != TARGET)
    kkr_derivation_builder_add_amount (builder, "cost_after", "Udgift pr. måned efter",
                                       "Cost per month after", self->costs[1]);
  if (column == BEFORE || column == TARGET)
    kkr_derivation_builder_add_formula (builder, "before", "Udgift før", "Cost before",
                                        "cost_before / 100", KKR_UNIT_RATE);
  else if (column == AFTER)
    kkr_derivation_builder_add_formula (builder, "after", "Udgift efter", "Cost after",
                                        "cost_after / 100", KKR_UNIT_RATE);
  else
    kkr_derivation_builder_add_formula (builder, "saving", "Besparelse", "Saving",
                                        "(cost_before - cost_after) / 100", KKR_UNIT_RATE);
  if (column == REDUCTION)
    kkr_derivation_builder_add_formula (builder, "reduction", "Reduktion", "Reduction",
                                        "100 * saving / (cost_before / 100)", KKR_UNIT_PERCENT);
}

static void
add_figures (const Reduction *self, KkrDerivationBuilder *builder, guint column, guint bound)
{
  gboolean of_costs = column == BEFORE || column == AFTER || column == TARGET;

  if (column != REDUCTION)
    add_printed (self, builder, TRUE, bound);
  if (column == REDUCTION || of_costs)
    add_printed (self, builder, FALSE, of_costs ? MOST - bound : bound);
  if (of_costs)
    kkr_derivation_builder_add_formula (builder, "before", "Udgift før", "Cost before",
                                        "saving / (reduction / 100)", KKR_UNIT_RATE);
  if (column == AFTER)
    kkr_derivation_builder_add_formula (builder, "after", "Udgift efter", "Cost after",
                                        "before - saving", KKR_UNIT_RATE);
}

gboolean
kkr_followup_derive_reduction (KkrCalculator *calculator, KkrDerivationBuilder *builder,
                               const char *column, guint row, GError **error)
{
  Reduction self = { FALSE };
  const char *input;
  guint k = 0;

  if (!read_reduction (calculator, &self, &input, error))
    return FALSE;
  while (k < N_COLUMNS && !g_str_equal (names[k], column))
    k++;
  if (self.from_costs)
    add_costs (&self, builder, k);
  else
    add_figures (&self, builder, k, row);
  if (k == YEARLY)
    kkr_derivation_builder_add_formula (builder, "yearly", "Besparelse pr. år", "Saving per year",
                                        "12 * saving", KKR_UNIT_RATE);
  else if (k == PER_PERSON)
    {
      const KkrRational persons = KKR_RATIONAL_INT (self.persons);

      kkr_followup_add_value (builder, "persons", "Borgere", "Persons", &persons,
                              KKR_UNIT_PERSONS);
      kkr_derivation_builder_add_formula (builder, "per_person", "Besparelse pr. borger",
                                          "Saving per person", "saving / persons", KKR_UNIT_RATE);
    }
  else if (k == TARGET)
    {
      kkr_followup_add_value (builder, "target", "Mål", "Target", &self.target, KKR_UNIT_PERCENT);
      kkr_derivation_builder_add_formula (builder, "target_saving", "Besparelse ved målet",
                                          "Saving at the target", "before * target / 100",
                                          KKR_UNIT_RATE);
    }
  return TRUE;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/supervision/kkr-supervision-tariff.h>
#include <libkkr/calc/supervision/kkr-tariff-steps-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* The growth of each tariff since another year, of which the register has what was printed. */

/* The printed tariff or fee of the same service and group, or NULL. */
static gboolean
find_printed (const KkrTariffPlan *before, const KkrTariffRow *row, KkrTariffEarlier *earlier)
{
  const KkrTariffBase *base = &before->bases[row->base];

  for (guint i = 0; i < base->n_cells; i++)
    {
      const KkrTariffCell *cell = &base->cells[i];

      if (cell->service != row->service || cell->group != row->group || cell->fact == NULL)
        continue;
      *earlier = (KkrTariffEarlier) { cell->printed, cell->fact };
      return TRUE;
    }
  for (guint i = 0; i < before->rows->len; i++)
    {
      const KkrTariffRow *fee = &g_array_index (before->rows, KkrTariffRow, i);

      if (fee->service != row->service || fee->group != row->group || fee->fact == NULL)
        continue;
      *earlier = (KkrTariffEarlier) { fee->lowest, fee->fact };
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_all (KkrTariffPlan *self, KkrTariffPlan *before, GError **error)
{
  gboolean found = FALSE;

  self->earlier = g_new0 (KkrTariffEarlier, (gsize) self->rows->len + 1);
  for (guint i = 0; i < self->rows->len; i++)
    found |= find_printed (before, &g_array_index (self->rows, KkrTariffRow, i),
                           &self->earlier[i]);
  for (guint i = 0; i < self->rows->len; i++)
    if (self->earlier[i].fact != NULL)
      g_object_ref (self->earlier[i].fact);
  if (!found)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                 _("compare-year: no printed tariff of %d found that is one of %d too, one "
                   "expected"), before->year, self->year);
  return found;
}

static KkrCalculator *
calculator_of (KkrTariffPlan *self, int year)
{
  static const char *const shared[] = { "register", "arrangement", "known-on", "price-level",
                                        "zero-places" };
  KkrCalculator *other = KKR_CALCULATOR (kkr_supervision_tariff_new ());
  GObjectClass *klass = G_OBJECT_GET_CLASS (other);

  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    if (kkr_calculator_is_assigned (self->calculator, shared[i]))
      {
        GParamSpec *pspec = g_object_class_find_property (klass, shared[i]);
        g_auto (GValue) value = G_VALUE_INIT;

        g_value_init (&value, pspec->value_type);
        g_object_get_property (G_OBJECT (self->calculator), shared[i], &value);
        g_object_set_property (G_OBJECT (other), shared[i], &value);
      }
  g_object_set (other, "year", year, NULL);
  return other;
}

/* What is to be known of the amounts of the other year. */
static void
take_notes (KkrTariffPlan *self, const KkrTariffPlan *before)
{
  for (guint i = 0; i < before->notes->len; i++)
    {
      KkrNote *note = before->notes->pdata[i];

      if (kkr_note_get_kind (note) == KKR_NOTE_KIND_PRICE_LEVEL ||
          kkr_note_get_kind (note) == KKR_NOTE_KIND_UNCONFIRMED ||
          kkr_note_get_kind (note) == KKR_NOTE_KIND_OVERLAY)
        kkr_tariff_plan_add_note (self, kkr_note_get_kind (note), kkr_note_get_danish (note),
                                  kkr_note_get_english (note));
    }
}

gboolean
kkr_tariff_plan_compare (KkrTariffPlan *self, GError **error)
{
  g_autoptr (KkrCalculator) other = NULL;
  g_autoptr (KkrTariffPlan) before = NULL;

  if (!kkr_calculator_is_assigned (self->calculator, "compare-year"))
    return TRUE;
  self->compare_year = kkr_calculator_get_int (self->calculator, "compare-year");
  other = calculator_of (self, self->compare_year);
  before = kkr_tariff_plan_new (other, error);
  if (before == NULL)
    {
      g_prefix_error (error, "%s: ", "compare-year");
      return FALSE;
    }
  take_notes (self, before);
  return find_all (self, before, error);
}

void
kkr_tariff_plan_clear_earlier (KkrTariffPlan *self)
{
  for (guint i = 0; self->earlier != NULL && i < self->rows->len; i++)
    g_clear_object (&self->earlier[i].fact);
  g_clear_pointer (&self->earlier, g_free);
}

/* Exact, of the tariffs as they are paid; FALSE where one of them is not known. */
static gboolean
find_growth (const KkrTariffPlan *self, guint i, KkrRational *growth)
{
  const KkrTariffRow *row = &g_array_index (self->rows, KkrTariffRow, i);

  return self->earlier[i].fact != NULL && !row->contradicted && row->lowest == row->highest &&
         kkr_rational_init (growth, (KkrInt128) row->lowest - self->earlier[i].printed,
                            self->earlier[i].printed);
}

KkrTable *
kkr_tariff_plan_build_growth (KkrTariffPlan *self, GError **error)
{
  g_autofree char *danish = g_strdup_printf ("Takst %d", self->compare_year);
  g_autofree char *english = g_strdup_printf ("Tariff %d", self->compare_year);
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("growth", "Takstudvikling",
                                                               "Growth of tariffs");
  gint64 earlier[KKR_TARIFF_MAX_ROWS];
  KkrRational growth[KKR_TARIFF_MAX_ROWS];
  const guint n = self->rows->len;

  for (guint i = 0; i < n; i++)
    {
      earlier[i] = self->earlier[i].fact != NULL ? self->earlier[i].printed : G_MININT64;
      if (!find_growth (self, i, &growth[i]))
        growth[i] = (KkrRational) { 0, 0 };
    }
  kkr_tariff_plan_start_table (self, builder);
  kkr_table_builder_add_int64 (builder, "earlier", danish, english, KKR_UNIT_AMOUNT, earlier, n);
  kkr_tariff_plan_add_tariffs (self, builder);
  kkr_table_builder_add_rationals (builder, "growth", "Udvikling", "Growth", KKR_UNIT_SHARE,
                                   growth, n);
  kkr_table_builder_set_decimals (builder, "growth", 3);
  kkr_tariff_plan_end_table (self, builder);
  return kkr_table_builder_end (builder, error);
}

static gboolean
add_earlier (KkrTariffSteps *self, guint row)
{
  const KkrTariffEarlier *earlier = &self->plan->earlier[row];
  g_autofree char *danish = g_strdup_printf ("Trykt takst %d", self->plan->compare_year);
  g_autofree char *english = g_strdup_printf ("Printed tariff %d", self->plan->compare_year);

  if (earlier->fact == NULL)
    {
      kkr_derivation_builder_add_text (self->builder, "earlier", danish, english, "ikke trykt");
      return FALSE;
    }
  kkr_derivation_builder_add_amount (self->builder, "earlier", danish, english, earlier->printed);
  kkr_tariff_steps_set_fact (self, earlier->fact);
  return TRUE;
}

gboolean
kkr_tariff_steps_derive_growth (KkrTariffSteps *self, const char *column, guint row)
{
  const KkrTariffRow *tariff = &g_array_index (self->plan->rows, KkrTariffRow, row);
  KkrRational growth;

  if (g_str_equal (column, "growth.tariff"))
    kkr_tariff_steps_add_tariff (self, tariff);
  else if (g_str_equal (column, "growth.earlier"))
    add_earlier (self, row);
  else if (!g_str_equal (column, "growth.growth"))
    return FALSE;
  else if (find_growth (self->plan, row, &growth))
    {
      kkr_tariff_steps_add_tariff (self, tariff);
      add_earlier (self, row);
      kkr_derivation_builder_add_formula (self->builder, "growth", "Udvikling", "Growth",
                                          "(tariff - earlier) / earlier", KKR_UNIT_SHARE);
    }
  /* What is missing stands last. */
  else if (add_earlier (self, row))
    kkr_tariff_steps_add_tariff (self, tariff);
  return TRUE;
}

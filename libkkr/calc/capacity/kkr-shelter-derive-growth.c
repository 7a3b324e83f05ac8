/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-shelter-private.h>

#include <libkkr/register/kkr-fact-private.h>

/* Which ends of the two printed figures a column is made of. */
typedef enum { MIDDLE, LOW, HIGH } End;

static const char *const ends_da[] = { "", ", mindst", ", højst" };
static const char *const ends_en[] = { "", ", at least", ", at most" };

static void
add_end (const KkrShelterCell *self, const char *id, const char *danish, const char *english,
         const KkrRational *value, KkrUnit unit, End end)
{
  g_autofree char *title_da = g_strconcat (danish, ends_da[end], NULL);
  g_autofree char *title_en = g_strconcat (english, ends_en[end], NULL);

  kkr_shelter_cell_add_exact (self, id, title_da, title_en, value, unit);
}

static void
set_source (const KkrShelterCell *self, guint fact)
{
  const GPtrArray *used = self->shelter->used;

  if (fact < used->len && kkr_fact_get_source (used->pdata[fact]) != NULL)
    kkr_derivation_builder_set_source (self->builder, kkr_fact_get_source (used->pdata[fact]),
                                       kkr_fact_get_section (used->pdata[fact]));
}

/* The increase and its per cent, without signs. */
static void
add_figures (const KkrShelterCell *self, End increase_end, End percent_end, gboolean both)
{
  const KkrShelterGrowth *growth = &self->shelter->growth;
  const gboolean falls = growth->increase < 0;
  const KkrRational increase = KKR_RATIONAL_INT (falls ? -growth->increase : growth->increase);
  KkrRational percent = growth->percent;
  const KkrRational *const increases[] = { &increase, &growth->increase_low,
                                           &growth->increase_high };
  const KkrRational *const percents[] = { &percent, &growth->percent_low, &growth->percent_high };

  percent.num = falls ? -percent.num : percent.num;
  if (both)
    {
      add_end (self, "increase", falls ? "Fald" : "Stigning", falls ? "Fall" : "Increase",
               increases[increase_end], KKR_UNIT_AMOUNT, increase_end);
      set_source (self, 0);
    }
  add_end (self, "percent", falls ? "Fald i pct." : "Stigning i pct.",
           falls ? "Fall in per cent" : "Increase in per cent", percents[percent_end],
           KKR_UNIT_PERCENT, percent_end);
  set_source (self, 1);
}

static void
add_level (const KkrShelterCell *self, gboolean base, End end)
{
  /* The least base is that of the least increase and the largest per cent. */
  const End other = end == LOW ? HIGH : end == HIGH ? LOW : MIDDLE;
  const gboolean falls = self->shelter->growth.increase < 0;

  add_figures (self, end, other, TRUE);
  if (base)
    kkr_derivation_builder_add_rounding (self->builder, "base", "Udgift i det første år",
                                         "Expenditure of the first year",
                                         "100 * increase / percent", KKR_UNIT_AMOUNT,
                                         KKR_ROUNDING_MODE_HALF_AWAY, "1");
  else
    kkr_derivation_builder_add_rounding (self->builder, "level", "Udgift i det sidste år",
                                         "Expenditure of the last year",
                                         falls ? "100 * increase / percent - increase"
                                               : "100 * increase / percent + increase",
                                         KKR_UNIT_AMOUNT, KKR_ROUNDING_MODE_HALF_AWAY, "1");
}

/* 1 + a percentage, as often as there are years. */
static void
add_power (const KkrShelterCell *self, const char *id, const char *danish, const char *english,
           const char *percent)
{
  const KkrShelterGrowth *growth = &self->shelter->growth;
  g_autoptr (GString) formula = g_string_new (NULL);

  for (int i = growth->from_year; i < growth->to_year; i++)
    g_string_append_printf (formula, "%s(1 + (%s) / 100)", formula->len > 0 ? " * " : "", percent);
  kkr_derivation_builder_add_formula (self->builder, id, danish, english, formula->str,
                                      KKR_UNIT_NONE);
}

/* The figure is tried: below it by `down` the growth is not above the whole one, and above it by
 * `up` not below. What would be wrong with it is added to it, and is 0. */
static void
add_yearly (const KkrShelterCell *self, const KkrRational *value, const char *down, const char *up)
{
  const KkrShelterGrowth *growth = &self->shelter->growth;
  g_autofree char *lower = g_strconcat ("tried - ", down, NULL);
  g_autofree char *upper = g_strconcat ("tried + ", up, NULL);
  gint64 steps = 1;
  KkrRational step;

  for (int i = 0; i < growth->decimals; i++)
    steps *= 10;
  kkr_rational_init (&step, 1, steps);
  kkr_derivation_builder_add_formula (self->builder, "whole", "Vækst i alle år",
                                      "Growth of all years",
                                      growth->increase < 0 ? "1 - percent / 100"
                                                           : "1 + percent / 100", KKR_UNIT_NONE);
  kkr_shelter_cell_add_exact (self, "step", "Mindste trin", "Smallest step", &step,
                              KKR_UNIT_PERCENT);
  kkr_shelter_cell_add_exact (self, "tried", "Prøvet årlig vækst", "Yearly growth that is tried",
                              value, KKR_UNIT_PERCENT);
  add_power (self, "below", "Vækst i alle år, nedre grænse", "Growth of all years, lower bound",
             lower);
  add_power (self, "above", "Vækst i alle år, øvre grænse", "Growth of all years, upper bound",
             upper);
  kkr_derivation_builder_add_formula (self->builder, "yearly", "Årlig vækst", "Yearly growth",
                                      "tried + min(0, whole - below) + min(0, above - whole)",
                                      KKR_UNIT_PERCENT);
}

gboolean
kkr_shelter_cell_derive_growth (const KkrShelterCell *self)
{
  static const char *const columns[] = { "base", "base-low", "base-high", "level", "level-low",
                                         "level-high", "yearly", "yearly-low", "yearly-high" };
  const KkrShelterGrowth *growth = &self->shelter->growth;
  const gboolean falls = growth->increase < 0;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  guint at = 0;

  while (at < G_N_ELEMENTS (columns) && !g_str_equal (columns[at], self->column))
    at++;
  if (at == G_N_ELEMENTS (columns))
    return FALSE;
  if (at < 6)
    add_level (self, at < 3, (End) (at % 3));
  else
    {
      add_figures (self, MIDDLE, at == 6 ? MIDDLE : (at == 7) != falls ? LOW : HIGH, FALSE);
      if (at == 6)
        add_yearly (self, &growth->yearly, "step / 2", "step / 2");
      else if (at == 7)
        add_yearly (self, &growth->yearly_low, "0", "step");
      else
        add_yearly (self, &growth->yearly_high, "step", "0");
    }
  kkr_shelter_add_growth_notes (self->shelter, notes);
  for (guint i = 0; i < notes->len; i++)
    kkr_derivation_builder_add_note (self->builder, notes->pdata[i]);
  return TRUE;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/supervision/kkr-tariff-private.h>

#include <glib/gi18n-lib.h>

/* The weights of the size groups, in fifths: 1, 1.2, 2 and 3. No source states them; all printed
 * tariffs of 2019 to 2024 follow from them. */
static const int weights_in_fifths[KKR_TARIFF_N_GROUPS] = { 5, 6, 10, 15 };
/* The least number of places of the second and later groups. */
static const int group_starts[KKR_TARIFF_N_GROUPS - 1] = { 8, 25, 50 };

/* Øre in a krone, and in half of one. */
#define KRONE 100
#define HALF_KRONE 50

guint
kkr_tariff_group_of (int places)
{
  guint group = 0;

  while (group < G_N_ELEMENTS (group_starts) && places >= group_starts[group])
    group++;
  return group;
}

KkrRational
kkr_tariff_weight (guint group)
{
  KkrRational weight = KKR_RATIONAL_ZERO;

  kkr_rational_init (&weight, weights_in_fifths[group], 5);
  return weight;
}

gboolean
kkr_tariff_factor (KkrTariffService service, guint group, KkrRational *factor)
{
  const KkrRational tenth = { 1, 10 };
  KkrRational weight = kkr_tariff_weight (group);

  *factor = weight;
  return service != KKR_TARIFF_INTENSIFIED || kkr_rational_multiply (&weight, &tenth, factor);
}

guint
kkr_tariff_hours_of (KkrTariffService service)
{
  return service == KKR_TARIFF_BPA_APPROVAL ? 1 : 0;
}

void
kkr_tariff_base_add_cell (KkrTariffBase *self, const KkrTariffCell *cell)
{
  KkrTariffCell *copy = &self->cells[self->n_cells++];

  *copy = *cell;
  if (copy->fact != NULL)
    g_object_ref (copy->fact);
  self->way = KKR_TARIFF_WAY_PRINTED;
}

void
kkr_tariff_base_clear (KkrTariffBase *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    g_clear_object (&self->cells[i].fact);
  g_clear_object (&self->fact);
}

/* The base, in kroner, whose product with the factor is so many øre. */
static gboolean
base_of (gint64 amount, const KkrRational *factor, KkrRational *base)
{
  KkrRational kroner;

  return kkr_rational_init (&kroner, amount, KRONE) && kkr_rational_divide (&kroner, factor, base);
}

/* A tariff of p kroner comes from every base from (p - 1/2) / factor, inclusive since a half is
 * rounded up, to (p + 1/2) / factor, exclusive. */
gboolean
kkr_tariff_base_settle (KkrTariffBase *self, GError **error)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      const KkrTariffCell *cell = &self->cells[i];
      KkrRational lower, upper;

      if (!base_of (cell->printed - HALF_KRONE, &cell->factor, &lower) ||
          !base_of (cell->printed + HALF_KRONE, &cell->factor, &upper))
        return kkr_rational_overflow (error, _("the base of a printed tariff"));
      if (i == 0 || kkr_rational_compare (&lower, &self->lower) > 0)
        {
          self->lower = lower;
          self->lower_cell = i;
        }
      if (i == 0 || kkr_rational_compare (&upper, &self->upper) < 0)
        {
          self->upper = upper;
          self->upper_cell = i;
        }
    }
  return TRUE;
}

gboolean
kkr_tariff_base_is_empty (const KkrTariffBase *self)
{
  return self->way == KKR_TARIFF_WAY_PRINTED &&
         kkr_rational_compare (&self->lower, &self->upper) >= 0;
}

static gboolean
multiply (const KkrRational *base, const KkrRational *factor, KkrRational *amount)
{
  const KkrRational krone = KKR_RATIONAL_INT (KRONE);

  return kkr_rational_multiply (base, factor, amount) &&
         kkr_rational_multiply (amount, &krone, amount);
}

/* The upper end is no possible base, but every lesser number near it is: their greatest rounding is
 * the last whole krone that lies less than a half above it, ceiling (x - 1/2). */
gboolean
kkr_tariff_base_round (const KkrTariffBase *self, const KkrRational *factor, gint64 *lowest,
                       gint64 *highest, GError **error)
{
  const KkrRational half = KKR_RATIONAL_INT (HALF_KRONE);
  gboolean printed = self->way == KKR_TARIFF_WAY_PRINTED;
  KkrRational low, high;

  if (!multiply (printed ? &self->lower : &self->exact, factor, &low) ||
      !kkr_rational_round (&low, KKR_ROUNDING_MODE_HALF_AWAY, KRONE, lowest))
    return kkr_rational_overflow (error, _("a tariff"));
  if (!printed)
    {
      *highest = *lowest;
      return TRUE;
    }
  if (!multiply (&self->upper, factor, &high) || !kkr_rational_subtract (&high, &half, &high) ||
      !kkr_rational_round (&high, KKR_ROUNDING_MODE_CEILING, KRONE, highest))
    return kkr_rational_overflow (error, _("a tariff"));
  return TRUE;
}

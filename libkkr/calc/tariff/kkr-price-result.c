/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

static gboolean
take (GPtrArray *tables, KkrTable *table)
{
  if (table != NULL)
    g_ptr_array_add (tables, table);
  return table != NULL;
}

static gboolean
has_found (const KkrPricePlan *self)
{
  return self->levels->len > 0 || self->parts->len > 0;
}

static gboolean
build_found (KkrPricePlan *self, GPtrArray *tables, GError **error)
{
  g_autoptr (GArray) fits = NULL;

  if (self->levels->len > 0)
    {
      if (!take (tables, kkr_price_plan_build_found (self, error)) ||
          !take (tables, kkr_price_plan_build_levels (self, error)))
        return FALSE;
      fits = kkr_price_plan_find_fits (self, error);
      if (fits == NULL || (fits->len > 0 &&
                           !take (tables, kkr_price_plan_build_fits (fits, self, error))))
        return FALSE;
    }
  return self->parts->len == 0 || take (tables, kkr_price_plan_build_rest (self, error));
}

GPtrArray *
kkr_price_plan_build_tables (KkrPricePlan *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) vintages = NULL;

  if ((self->items->len > 0 || !has_found (self)) &&
      !take (tables, kkr_price_plan_build_amounts (self, error)))
    return NULL;
  if (self->items->len > 0 && (!take (tables, kkr_price_plan_build_years (self, error)) ||
                               !take (tables, kkr_price_plan_build_rates (self, error))))
    return NULL;
  if (self->totals->len > 0 && !take (tables, kkr_price_plan_build_totals (self, error)))
    return NULL;
  vintages = kkr_price_plan_find_vintages (self, cancellable, error);
  if (vintages == NULL ||
      (vintages->len > 0 && !take (tables, kkr_price_plan_build_vintages (self, vintages, error))))
    return NULL;
  return build_found (self, tables, error) ? g_steal_pointer (&tables) : NULL;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-plan-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>

/* The places that one guarantee is for: those of an agreement, or of an operator where nobody names
 * agreements. */
static const char *
name_agreement (KkrGuaranteePlan *self, guint place)
{
  const char *agreement = kkr_guarantee_plan_get_text (self, place,
                                                       KKR_GUARANTEE_PLACES_AGREEMENT);

  return *agreement != '\0' ? agreement : kkr_guarantee_plan_get_place (self, place)->operator_name;
}

static void
share_starts (KkrGuaranteePlan *self)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->places->len; i++)
    {
      KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (self, i);
      const char *agreement = name_agreement (self, i);
      KkrGuaranteePlace *before = g_hash_table_lookup (first, agreement);

      if (place->declared && place->refusals == 0 &&
          (before == NULL || place->window < before->window))
        g_hash_table_insert (first, (gpointer) agreement, place);
    }
  for (guint i = 0; i < self->places->len; i++)
    {
      KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (self, i);
      KkrGuaranteePlace *before = g_hash_table_lookup (first, name_agreement (self, i));

      if (before != NULL)
        place->window = before->start;
    }
}

/* What the tariffs say of a day; -1 for nothing. */
static gint64
find_tariff (const KkrGuaranteePlan *self, const KkrGuaranteePlace *place, gint32 day)
{
  for (guint i = 0; i < place->n_tariffs; i++)
    {
      const KkrGuaranteePeriod *period = &g_array_index (self->tariffs, KkrGuaranteePeriod,
                                                         place->first_tariff + i);

      if (period->from <= day && day <= period->to)
        return kkr_sheet_get_amount (self->tariffs_sheet, period->row,
                                     KKR_GUARANTEE_TARIFFS_TARIFF);
    }
  return -1;
}

void
kkr_guarantee_plan_find_windows (KkrGuaranteePlan *self)
{
  int window = kkr_calculator_get_enum (self->calculator, "window");

  for (guint i = 0; i < self->places->len; i++)
    {
      KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (self, i);

      place->window = place->start;
    }
  if (window == KKR_GUARANTEE_WINDOW_PER_AGREEMENT)
    share_starts (self);
  for (guint i = 0; i < self->places->len; i++)
    {
      KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (self, i);
      gint32 day = place->start == KKR_DATE_MAX ? place->window : place->start;

      place->expiry = place->window == KKR_DATE_MAX
                        ? KKR_DATE_MAX
                        : kkr_guarantee_expiry (place->window, self->years, self->leap_day);
      place->frozen = place->tariff >= 0 ? place->tariff : find_tariff (self, place, day);
    }
}

static int
compare_starts (gconstpointer a, gconstpointer b, gpointer data)
{
  const KkrGuaranteePlan *self = data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  gint32 start = kkr_guarantee_plan_get_place (self, one)->start;
  gint32 start_of_other = kkr_guarantee_plan_get_place (self, other)->start;

  if (start != start_of_other)
    return start < start_of_other ? -1 : 1;
  return one < other ? -1 : one > other;
}

/* The first to be taken into use are below the cap. */
static void
hold_cap (KkrGuaranteePlan *self, const guint *order, guint n)
{
  gboolean per_operator = kkr_calculator_get_enum (self->calculator, "cap") ==
                          KKR_GUARANTEE_CAP_PER_OPERATOR;
  gboolean refuse = kkr_calculator_get_enum (self->calculator, "excess") ==
                    KKR_GUARANTEE_EXCESS_REFUSE;
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    {
      KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (self, order[i]);
      const char *name = per_operator ? place->operator_name : "";
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) + 1;

      g_hash_table_insert (counts, (gpointer) name, GUINT_TO_POINTER (count));
      if (count <= (guint) self->max_places)
        continue;
      place->covered = FALSE;
      place->refusals |= 1u << KKR_GUARANTEE_CONDITION_CAP;
      if (refuse)
        kkr_guarantee_plan_fault_at (self, self->places_sheet, place->row,
                                     KKR_GUARANTEE_PLACES_PLACE, KKR_CALC_ERROR_OUT_OF_RANGE,
                                     _("place %s: above the cap of places with a guarantee: no. %u "
                                       "found, %d at most expected"), place->name, count,
                                     self->max_places);
    }
}

void
kkr_guarantee_plan_find_covered (KkrGuaranteePlan *self)
{
  g_autofree guint *order = g_new (guint, self->places->len);
  guint n = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (self, i);

      place->covered = place->declared && place->refusals == 0;
      if (place->covered)
        order[n++] = i;
    }
  g_qsort_with_data (order, (int) n, sizeof *order, compare_starts, self);
  hold_cap (self, order, n);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-plan-private.h>

#include <libkkr/base/kkr-date-private.h>

/* What an analyst could not see from the figures, with the places that it is about. */

#define MAX_NAMES 10

typedef gboolean (*IsOne) (const KkrGuaranteePlan *plan, const KkrGuaranteePlace *place);

static gboolean
has_start (const KkrGuaranteePlan *plan, const KkrGuaranteePlace *place)
{
  return kkr_sheet_has (plan->places_sheet, place->row, KKR_GUARANTEE_PLACES_COMMISSIONED);
}

static gboolean
is_start_assumed (const KkrGuaranteePlan *plan, const KkrGuaranteePlace *place)
{
  return place->covered && !has_start (plan, place) && place->start != KKR_DATE_MAX;
}

static gboolean
is_occupied_before (const KkrGuaranteePlan *plan, const KkrGuaranteePlace *place)
{
  for (guint i = 0; i < place->n_statuses && place->covered && has_start (plan, place); i++)
    {
      const KkrGuaranteePeriod *period = &g_array_index (plan->statuses, KkrGuaranteePeriod,
                                                         place->first_status + i);

      if (period->from < place->start &&
          kkr_sheet_get_choice (plan->statuses_sheet, period->row,
                                KKR_GUARANTEE_STATUSES_STATUS) == KKR_PLACE_STATUS_OCCUPIED)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_special_tariff (const KkrGuaranteePlan *plan, const KkrGuaranteePlace *place)
{
  for (guint i = 0; i < place->n_spans && place->covered_days > 0; i++)
    {
      const KkrGuaranteeSpan *span = kkr_guarantee_plan_get_span (plan, place->first_span + i);

      if (span->status != KKR_PLACE_STATUS_EMPTY && span->price != span->tariff)
        return TRUE;
    }
  return FALSE;
}

static void
append (GString *names, const char *name, guint n)
{
  if (n <= MAX_NAMES)
    g_string_append_printf (names, "%s%s", n > 1 ? ", " : "", name);
  else if (n == MAX_NAMES + 1)
    g_string_append (names, " ...");
}

static void
remark (KkrGuaranteePlan *self, const char *danish, const char *english, const char *names)
{
  g_autofree char *text_da = g_strdup_printf ("%s: %s.", danish, names);
  g_autofree char *text_en = g_strdup_printf ("%s: %s.", english, names);

  kkr_guarantee_plan_note (self, KKR_NOTE_KIND_REMARK, text_da, text_en);
}

static void
remark_on_places (KkrGuaranteePlan *self, IsOne is_one, const char *danish, const char *english)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      const KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (self, i);

      if (is_one (self, place))
        append (names, place->name, ++n);
    }
  if (n > 0)
    remark (self, danish, english, names->str);
}

void
kkr_guarantee_plan_remark_on_places (KkrGuaranteePlan *self)
{
  remark_on_places (self, is_start_assumed,
                    "Ibrugtagningen er ikke oplyst; garantien er regnet fra den første belagte dag "
                    "i statusserne, og mangler ældre statusser, løber den for længe",
                    "The first day in use is not stated; the guarantee is counted from the first "
                    "occupied day of the statuses, and runs too long where older statuses are "
                    "missing");
  remark_on_places (self, is_occupied_before,
                    "Belagt før den oplyste ibrugtagning, som garantien er regnet fra",
                    "Occupied before the stated first day in use, which the guarantee is counted "
                    "from");
  remark_on_places (self, has_special_tariff,
                    "Særtaksten gælder kun brugerkommunen; garantien er regnet af den ordinære "
                    "takst",
                    "The special tariff is the user municipality's alone; the guarantee is of the "
                    "ordinary one");
}

static gboolean
is_payer (const KkrGuaranteePlan *self, const char *name)
{
  for (guint i = 0; i < self->payers->len; i++)
    if (g_str_equal (self->payers->pdata[i], name))
      return TRUE;
  return FALSE;
}

void
kkr_guarantee_plan_remark_on_bill (KkrGuaranteePlan *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  if (self->joint > 0)
    kkr_guarantee_plan_note (self, KKR_NOTE_KIND_REMARK,
                             "Garantien betaler alle tomme dage, også den tomgang, som taksten "
                             "allerede indeholder med den sædvanlige belægning.",
                             "The guarantee pays for every empty day, also for the vacancy that "
                             "the tariff contains already by its usual occupancy.");
  if (self->bill == NULL || kkr_calculator_get_enum (self->calculator, "key") !=
                                KKR_GUARANTEE_KEY_USAGE)
    return;
  for (guint i = 0; i < self->users->len; i++)
    if (!is_payer (self, self->users->pdata[i]))
      append (names, self->users->pdata[i], ++n);
  if (n > 0)
    remark (self, "Har brugt pladser, men deler ikke betalingen",
            "Have used places and do not share the payment", names->str);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-chance-private.h>
#include <libkkr/calc/capacity/kkr-secured-check-private.h>

#include <glib/gi18n-lib.h>

/* What can be counted in the mean may be too many to be drawn one by one. */

static gboolean
check_stock (const KkrSecured *plan, guint group, guint column, gint32 persons, GError **error)
{
  g_autofree char *place = NULL;

  if (persons <= KKR_COHORT_MAX_DRAWN)
    return TRUE;
  place = kkr_sheet_place (plan->start, plan->start_rows[group], column);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_UNSUPPORTED,
               _("%s: %s: too many persons for paths: %d found, at most %d expected"), place,
               kkr_secured_message_name (plan->groups[group]), persons, KKR_COHORT_MAX_DRAWN);
  return FALSE;
}

static gboolean
check_start (const KkrSecured *plan, const KkrCohortModel *model, GError **error)
{
  for (guint group = 0; group < plan->n_groups; group++)
    if (!check_stock (plan, group, KKR_SECURED_START_SECURED, model->running[group], error)
        || !check_stock (plan, group, KKR_SECURED_START_WAITING, model->waiting[group], error)
        || !check_stock (plan, group, KKR_SECURED_START_OPEN, model->open[group], error))
      return FALSE;
  return TRUE;
}

static gboolean
check_arrivals (const KkrSecured *plan, const KkrSecuredCase *full, gsize cell, guint column,
                gint64 millionths, GError **error)
{
  const KkrRational persons = kkr_secured_exact (millionths);
  g_autofree char *place = NULL, *found = NULL;

  if (millionths <= (gint64) KKR_COHORT_MAX_ARRIVING * KKR_COHORT_SCALE)
    return TRUE;
  place = kkr_sheet_place (plan->inflow, full->rows[cell].inflow, column);
  found = kkr_message_number (&persons);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_UNSUPPORTED,
               _("%s: %s, %d: too many persons a year for paths: %s found, at most %d expected"),
               place, kkr_secured_message_name (plan->groups[cell % plan->n_groups]),
               plan->first_year + (int) (cell / plan->n_groups), found, KKR_COHORT_MAX_ARRIVING);
  return FALSE;
}

gboolean
kkr_secured_check_drawn (const KkrSecured *plan, const KkrSecuredCase *full, GError **error)
{
  const KkrCohortModel *model = &full->model;

  if (!check_start (plan, model, error))
    return FALSE;
  for (gsize cell = 0; cell < (gsize) plan->n_years * plan->n_groups; cell++)
    if (!check_arrivals (plan, full, cell, KKR_SECURED_INFLOW_PERSONS,
                         model->inflow_secured[cell], error)
        || !check_arrivals (plan, full, cell, KKR_SECURED_INFLOW_OPEN_PERSONS,
                            model->inflow_open[cell], error))
      return FALSE;
  return TRUE;
}

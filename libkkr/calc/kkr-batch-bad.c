/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-batch-run-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/kkr-calculator-state-private.h>
#include <libkkr/calc/kkr-scenarios-private.h>

/* Scenarios that cannot be computed: counted, and the first ones named with what is wrong. */

#define MAX_NAMED 10

void
kkr_batch_mark_bad (KkrBatch *self, guint scenario)
{
  if (self->bad == NULL)
    self->bad = g_new0 (guint8, self->n_scenarios);
  self->n_bad += !self->bad[scenario];
  self->bad[scenario] = 1;
}

static void
name_bad (KkrBatch *self, guint scenario, GError *wrong)
{
  g_ptr_array_add (self->messages, wrong);
  g_array_append_val (self->told, scenario);
}

void
kkr_batch_take_bad (KkrBatch *self, guint scenario, GError *wrong)
{
  self->n_bad++;
  if (self->messages->len < MAX_NAMED)
    name_bad (self, scenario, wrong);
  else
    g_error_free (wrong);
}

/* What run() says of the scenario. */
static GError *
find_wrong (KkrBatch *self, guint scenario)
{
  g_autoptr (KkrCalculator) alone = kkr_calculator_dup (self->calculator);
  g_autoptr (KkrResult) result = NULL;
  GError *error = NULL;

  if (kkr_batch_assign (self, alone, scenario, KKR_BATCH_ALL_INPUTS, &error))
    result = kkr_calculator_run (alone, self->cancellable, &error);
  if (error == NULL)
    g_set_error (&error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
                 _("refused in the batch, and nothing wrong found where it is computed alone"));
  return error;
}

static void
name_first (KkrBatch *self)
{
  for (guint i = 0; i < self->n_scenarios && self->messages->len < MAX_NAMED; i++)
    if (self->bad[i])
      name_bad (self, i, find_wrong (self, i));
}

gboolean
kkr_batch_report (KkrBatch *self, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const GError *first;

  if (self->n_bad == 0)
    return TRUE;
  if (self->bad != NULL)
    name_first (self);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  first = self->messages->pdata[0];
  for (guint i = 0; i < self->messages->len; i++)
    {
      const GError *wrong = self->messages->pdata[i];
      g_autofree char *place = kkr_scenarios_dup_place (self->scenarios,
                                                        g_array_index (self->told, guint, i));

      g_string_append_printf (text, "\n%s: %s", place, wrong->message);
    }
  if (self->n_bad > self->messages->len)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("and %zu more"), self->n_bad - self->messages->len);
    }
  g_set_error (error, first->domain, first->code,
               _("%zu of %u scenarios cannot be computed:%s"), self->n_bad, self->n_scenarios,
               text->str);
  return FALSE;
}

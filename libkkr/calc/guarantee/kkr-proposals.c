/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-private.h>

#include <libkkr/base/kkr-date-private.h>

void
kkr_proposals_fault (KkrProposals *self, const char *input, guint row, guint column,
                     KkrCalcError code, const char *format, ...)
{
  g_autofree char *wrong = NULL;
  KkrSheet *sheet = g_str_equal (input, "need") ? self->need_sheet : self->sheet;
  va_list arguments;

  va_start (arguments, format);
  wrong = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (self->fault == NULL)
    self->fault = g_error_new (KKR_CALC_ERROR, (int) code, "%s: %s", input, wrong);
  if (!self->reporting)
    return;
  if (row != G_MAXUINT)
    kkr_sheet_report (sheet, self->calculator, row, column, code, wrong);
  else
    kkr_calculator_report (self->calculator, input, code, wrong);
}

void
kkr_proposals_add_note (KkrProposals *self, KkrNoteKind kind, const char *danish,
                        const char *english)
{
  g_ptr_array_add (self->notes, kkr_note_new (kind, danish, english));
}

static void
clear_selection (gpointer data)
{
  g_free (((KkrProposalsSelection *) data)->chosen);
}

static void
clear_need (gpointer data)
{
  KkrProposalsNeed *need = data;

  g_clear_object (&need->low_fact);
  g_clear_object (&need->high_fact);
}

static KkrProposals *
make (KkrCalculator *calculator, gboolean reporting)
{
  KkrProposals *self = g_new0 (KkrProposals, 1);

  self->calculator = calculator;
  self->reporting = reporting;
  self->reg = kkr_calculator_get_register (calculator);
  self->occupancies = g_array_new (FALSE, TRUE, sizeof (KkrRational));
  self->covered = g_array_new (FALSE, FALSE, sizeof (guint));
  self->proposals = g_array_new (FALSE, TRUE, sizeof (KkrProposal));
  self->parts = g_array_new (FALSE, TRUE, sizeof (KkrProposalsPart));
  self->selections = g_array_new (FALSE, TRUE, sizeof (KkrProposalsSelection));
  g_array_set_clear_func (self->selections, clear_selection);
  self->needs = g_array_new (FALSE, TRUE, sizeof (KkrProposalsNeed));
  g_array_set_clear_func (self->needs, clear_need);
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->used = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

KkrProposals *
kkr_proposals_new (KkrCalculator *calculator, gboolean reporting, GError **error)
{
  g_autoptr (KkrProposals) self = make (calculator, reporting);

  self->sheet = kkr_calculator_open_sheet (calculator, "proposals", reporting ? NULL : error);
  if (self->sheet == NULL && !reporting)
    return NULL;
  self->need_sheet = kkr_calculator_open_sheet (calculator, "need", reporting ? NULL : error);
  if (self->need_sheet == NULL && !reporting)
    return NULL;
  kkr_proposals_read_terms (self);
  kkr_proposals_read_weights (self);
  if (self->need_sheet != NULL)
    kkr_proposals_read_need (self);
  if (self->sheet != NULL)
    kkr_proposals_read_rows (self);
  if (self->fault != NULL && !reporting)
    {
      g_propagate_error (error, g_steal_pointer (&self->fault));
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
kkr_proposals_free (KkrProposals *self)
{
  for (guint i = 0; i < KKR_PROPOSALS_N_TERMS; i++)
    g_clear_object (&self->terms[i].fact);
  for (guint i = 0; i < KKR_PROPOSALS_MAX_YEARS; i++)
    g_clear_object (&self->alternative[i].fact);
  g_clear_error (&self->fault);
  g_clear_pointer (&self->sheet, kkr_sheet_free);
  g_clear_pointer (&self->need_sheet, kkr_sheet_free);
  g_array_unref (self->occupancies);
  g_array_unref (self->covered);
  g_array_unref (self->proposals);
  g_array_unref (self->parts);
  g_array_unref (self->selections);
  g_array_unref (self->needs);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->used);
  g_free (self);
}

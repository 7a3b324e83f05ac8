/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-demand-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-format-private.h>

void
kkr_demand_fault (KkrDemand *self, const char *input, KkrSheet *sheet, guint row, guint column,
                  KkrCalcError code, const char *format, ...)
{
  g_autofree char *wrong = NULL, *place = NULL;
  va_list arguments;

  va_start (arguments, format);
  wrong = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (self->fault == NULL && sheet != NULL)
    place = kkr_sheet_place (sheet, row, column);
  if (self->fault == NULL)
    self->fault = g_error_new (KKR_CALC_ERROR, (int) code, "%s: %s",
                               place != NULL ? place : input, wrong);
  if (self->reporting && sheet != NULL)
    kkr_sheet_report (sheet, self->calculator, row, column, code, wrong);
  else if (self->reporting)
    kkr_calculator_report (self->calculator, input, code, wrong);
}

void
kkr_demand_note (KkrDemand *self, KkrNoteKind kind, const char *danish, const char *english)
{
  g_ptr_array_add (self->notes, kkr_note_new (kind, danish, english));
}

gboolean
kkr_demand_has_type (const KkrDemand *self, guint type)
{
  return (self->types >> type & 1) != 0;
}

gint64
kkr_demand_count (const KkrDemand *self, guint year, guint type)
{
  return self->counts[(gsize) year * KKR_DEMAND_N_TYPES + type];
}

static void
clear_municipality (gpointer municipality)
{
  g_free (((KkrDemandMunicipality *) municipality)->name);
}

static void
clear_placement (gpointer placement)
{
  g_free (((KkrDemandPlacement *) placement)->key);
  g_free (((KkrDemandPlacement *) placement)->label);
}

static KkrDemand *
make (KkrCalculator *calculator, gboolean reporting)
{
  KkrDemand *self = g_new0 (KkrDemand, 1);

  self->calculator = calculator;
  self->reporting = reporting;
  self->reg = kkr_calculator_get_register (calculator);
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->municipalities = g_array_new (FALSE, TRUE, sizeof (KkrDemandMunicipality));
  g_array_set_clear_func (self->municipalities, clear_municipality);
  self->municipality_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->placed = g_array_new (FALSE, TRUE, sizeof (KkrDemandPlacement));
  g_array_set_clear_func (self->placed, clear_placement);
  self->supplied = g_array_new (FALSE, TRUE, sizeof (KkrDemandSupply));
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->used = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

static gboolean
open_sheets (KkrDemand *self, GError **error)
{
  static const char *const inputs[] = { "judgements", "placements", "supply" };
  KkrSheet **const sheets[] = { &self->judgements, &self->placements, &self->supply };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      *sheets[i] = kkr_calculator_open_sheet (self->calculator, inputs[i],
                                              self->reporting ? NULL : error);
      if (*sheets[i] == NULL && !self->reporting)
        return FALSE;
    }
  return TRUE;
}

KkrDemand *
kkr_demand_new (KkrCalculator *calculator, gboolean reporting, GError **error)
{
  g_autoptr (KkrDemand) self = make (calculator, reporting);

  if (!open_sheets (self, error))
    return NULL;
  kkr_demand_read_rules (self);
  if (self->judgements != NULL)
    kkr_demand_read_judgements (self);
  if (self->placements != NULL)
    kkr_demand_read_placements (self);
  if (self->supply != NULL)
    kkr_demand_read_supply (self);
  if (self->fault != NULL && !reporting)
    {
      g_propagate_error (error, g_steal_pointer (&self->fault));
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
kkr_demand_free (KkrDemand *self)
{
  g_clear_error (&self->fault);
  g_clear_pointer (&self->judgements, kkr_sheet_free);
  g_clear_pointer (&self->placements, kkr_sheet_free);
  g_clear_pointer (&self->supply, kkr_sheet_free);
  g_clear_object (&self->sector_rule);
  g_array_unref (self->years);
  g_free (self->counts);
  g_array_unref (self->municipalities);
  g_hash_table_unref (self->municipality_of);
  g_array_unref (self->placed);
  g_array_unref (self->supplied);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->used);
  g_free (self);
}

gboolean
kkr_demand_read_count (KkrDemand *self, const char *input, KkrSheet *sheet, guint row,
                       guint column, gint64 *count)
{
  g_autofree char *found = NULL, *most = NULL;

  *count = kkr_sheet_get_whole (sheet, row, column);
  if (*count >= 0 && *count <= KKR_DEMAND_MAX_COUNT)
    return TRUE;
  if (*count == KKR_DEMAND_UNKNOWN)
    kkr_demand_fault (self, input, sheet, row, column, KKR_CALC_ERROR_MISSING_INPUT,
                      _("blank: nothing found, a value expected"));
  else
    {
      found = kkr_format_int (*count, C_("language of amounts", "en"));
      most = kkr_format_int (KKR_DEMAND_MAX_COUNT, C_("language of amounts", "en"));
      kkr_demand_fault (self, input, sheet, row, column, KKR_CALC_ERROR_OUT_OF_RANGE,
                        _("no number of persons, offers or places: %s found, 0 to %s expected"),
                        found, most);
    }
  return FALSE;
}

static guint
add_municipality (KkrDemand *self, const char *name, int code)
{
  KkrDemandMunicipality municipality = { .name = g_strstrip (g_strdup (name)), .code = code };

  g_array_append_val (self->municipalities, municipality);
  return self->municipalities->len - 1;
}

guint
kkr_demand_find_municipality (KkrDemand *self, const char *text, GError **error)
{
  g_autofree char *folded = kkr_text_fold (text != NULL ? text : "");
  g_autoptr (KkrMunicipality) found = NULL;
  g_autofree char *own = NULL;
  gpointer number;

  if (g_hash_table_lookup_extended (self->municipality_of, folded, NULL, &number))
    return GPOINTER_TO_UINT (number);
  if (*folded == '\0' || self->reg == NULL)
    number = GUINT_TO_POINTER (add_municipality (self, text != NULL ? text : "", G_MAXINT));
  else
    {
      found = kkr_register_find_municipality (self->reg, text, error);
      if (found == NULL)
        return G_MAXUINT;
      own = kkr_text_fold (kkr_municipality_get_name (found));
      if (!g_hash_table_lookup_extended (self->municipality_of, own, NULL, &number))
        {
          number = GUINT_TO_POINTER (add_municipality (self, kkr_municipality_get_name (found),
                                                       kkr_municipality_get_code (found)));
          g_hash_table_insert (self->municipality_of, g_strdup (own), number);
        }
    }
  g_hash_table_replace (self->municipality_of, g_steal_pointer (&folded), number);
  return GPOINTER_TO_UINT (number);
}

/* Each text is looked up once. */
guint *
kkr_demand_read_municipalities (KkrDemand *self, const char *input, KkrSheet *sheet, guint column)
{
  const guint n_rows = kkr_sheet_get_n_rows (sheet);
  guint n_texts;
  const gint32 *codes = kkr_sheet_get_codes (sheet, column, &n_texts);
  guint *numbers = g_new (guint, (gsize) n_rows + 1);
  g_autofree guint *known = g_new (guint, (gsize) n_texts + 1);
  g_auto (GStrv) wrong = g_new0 (char *, (gsize) n_texts + 1);

  for (guint code = 0; code < n_texts; code++)
    {
      g_autoptr (GError) error = NULL;

      known[code] = kkr_demand_find_municipality (
        self, kkr_sheet_get_code_text (sheet, column, (gint32) code), &error);
      wrong[code] = g_strdup (error != NULL ? error->message : "");
    }
  for (guint row = 0; row < n_rows; row++)
    {
      numbers[row] = codes[row] >= 0 ? known[codes[row]]
                                     : kkr_demand_find_municipality (self, NULL, NULL);
      if (numbers[row] == G_MAXUINT)
        kkr_demand_fault (self, input, sheet, row, column, KKR_CALC_ERROR_OUT_OF_RANGE, "%s",
                          wrong[codes[row]]);
    }
  return numbers;
}

const KkrDemandMunicipality *
kkr_demand_get_municipality (const KkrDemand *self, guint number)
{
  return &g_array_index (self->municipalities, KkrDemandMunicipality, number);
}

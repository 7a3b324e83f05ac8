/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/supervision/kkr-tariff-private.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-assumed-private.h>
#include <libkkr/calc/supervision/kkr-supervision-tariff.h>

void
kkr_tariff_plan_free (KkrTariffPlan *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->bases); i++)
    kkr_tariff_base_clear (&self->bases[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->hours_facts); i++)
    g_clear_object (&self->hours_facts[i]);
  kkr_tariff_plan_clear_earlier (self);
  for (guint i = 0; i < self->rows->len; i++)
    g_clear_object (&g_array_index (self->rows, KkrTariffRow, i).fact);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->used);
  g_clear_error (&self->first_gap);
  g_clear_pointer (&self->known, kkr_tariff_known_unref);
  g_free (self->valid_on);
  g_object_unref (self->calculator);
  g_free (self);
}

void
kkr_tariff_plan_add_note (KkrTariffPlan *self, KkrNoteKind kind, const char *danish,
                          const char *english)
{
  for (guint i = 0; i < self->notes->len; i++)
    if (g_str_equal (kkr_note_get_danish (self->notes->pdata[i]), danish))
      return;
  g_ptr_array_add (self->notes, kkr_note_new (kind, danish, english));
}

gboolean
kkr_tariff_plan_add_row (KkrTariffPlan *self, KkrTariffService service, guint group,
                         const KkrRational *factor, KkrTariffService base, GError **error)
{
  KkrTariffRow row = { .service = service, .group = group, .factor = *factor, .base = base };
  const KkrTariffBase *found = &self->bases[base];

  row.contradicted = kkr_tariff_base_is_empty (found);
  if (!row.contradicted && found->way != KKR_TARIFF_WAY_BY_ROW &&
      !kkr_tariff_base_round (found, factor, &row.lowest, &row.highest, error))
    return FALSE;
  if (row.lowest < row.highest)
    {
      gboolean two = row.highest - row.lowest == 100;
      g_autofree char *low_da = kkr_format_amount (row.lowest, TRUE, "da");
      g_autofree char *low_en = kkr_format_amount (row.lowest, TRUE, "en");
      g_autofree char *high_da = kkr_format_amount (row.highest, TRUE, "da");
      g_autofree char *high_en = kkr_format_amount (row.highest, TRUE, "en");
      g_autofree char *cell_da = kkr_tariff_cell_title (self, service, group, "da");
      g_autofree char *cell_en = kkr_tariff_cell_title (self, service, group, "en");
      g_autofree char *danish = g_strdup_printf (
        "%s: taksten er ikke bestemt; de trykte takster tillader %s%s kr. %s %s kr.", cell_da,
        two ? "både " : "alt fra ", low_da, two ? "og" : "til", high_da);
      g_autofree char *english = g_strdup_printf (
        "%s: the tariff is not determined; the printed tariffs allow %sDKK %s %s DKK %s.", cell_en,
        two ? "both " : "everything from ", low_en, two ? "and" : "to", high_en);

      kkr_tariff_plan_add_note (self, KKR_NOTE_KIND_ROUNDING, danish, english);
    }
  g_array_append_val (self->rows, row);
  return TRUE;
}

static gboolean
add_offer_rows (KkrTariffPlan *self, GError **error)
{
  gboolean one = kkr_calculator_is_assigned (self->calculator, "places");
  guint only = kkr_tariff_group_of (kkr_calculator_get_int (self->calculator, "places"));

  for (KkrTariffService service = KKR_TARIFF_SUPERVISION; service <= KKR_TARIFF_INTENSIFIED;
       service++)
    {
      KkrTariffService base = service == KKR_TARIFF_INTENSIFIED ? KKR_TARIFF_SUPERVISION : service;

      for (guint group = 0; group < KKR_TARIFF_N_GROUPS; group++)
        {
          KkrRational factor;

          if (self->bases[base].way == KKR_TARIFF_WAY_NONE || (one && group != only))
            continue;
          if (!kkr_tariff_factor (service, group, &factor) ||
              !kkr_tariff_plan_add_row (self, service, group, &factor, base, error))
            return FALSE;
        }
    }
  return TRUE;
}

static void
note_contradictions (KkrTariffPlan *self)
{
  for (guint i = 0; i < KKR_TARIFF_N_BASES; i++)
    {
      const KkrTariffBase *base = &self->bases[i];
      const KkrTariffCell *a = &base->cells[base->lower_cell], *b = &base->cells[base->upper_cell];
      g_auto (GStrv) texts = g_new0 (char *, 3);

      if (!kkr_tariff_base_is_empty (base))
        continue;
      for (guint k = 0; k < 2; k++)
        {
          const char *language = k == 0 ? "da" : "en";
          g_autofree char *a_title = kkr_tariff_cell_title (self, a->service, a->group, language);
          g_autofree char *b_title = kkr_tariff_cell_title (self, b->service, b->group, language);
          g_autofree char *low = kkr_format_decimals (&base->lower, 4, language);
          g_autofree char *high = kkr_format_decimals (&base->upper, 4, language);

          texts[k] = g_strdup_printf (
            k == 0 ? "De trykte takster modsiger hinanden: %s kræver en grundtakst på mindst %s "
                     "kr., %s en på under %s kr. Taksterne er derfor ikke beregnet."
                   : "The printed tariffs contradict each other: %s needs a base of at least DKK "
                     "%s, %s one below DKK %s. So the tariffs are not computed.",
            a_title, low, b_title, high);
        }
      kkr_tariff_plan_add_note (self, KKR_NOTE_KIND_REMARK, texts[0], texts[1]);
    }
}

static void
note_gaps (KkrTariffPlan *self)
{
  g_autoptr (GString) danish = g_string_new (NULL);
  g_autoptr (GString) english = g_string_new (NULL);
  const char *known_on = kkr_calculator_get_text (self->calculator, "known-on");

  if (self->reg == NULL)
    return;
  g_string_printf (danish, "Udeladt, fordi registret ingen takster har for %d", self->year);
  g_string_printf (english, "Left out, since the register has no tariffs for %d", self->year);
  if (known_on != NULL)
    {
      g_string_append_printf (danish, ", som var kendt den %s", known_on);
      g_string_append_printf (english, " that were known on %s", known_on);
    }
  for (guint i = KKR_TARIFF_SUPERVISION, n = 0; i <= KKR_TARIFF_SIGNIFICANT_CHANGE; i++)
    if (self->bases[i].way == KKR_TARIFF_WAY_NONE)
      {
        g_string_append_printf (danish, "%s%s", n > 0 ? ", " : ": ",
                                kkr_tariff_service_title ((KkrTariffService) i, "da"));
        g_string_append_printf (english, "%s%s", n > 0 ? ", " : ": ",
                                kkr_tariff_service_title ((KkrTariffService) i, "en"));
        n++;
      }
  if (self->bases[KKR_TARIFF_SUPERVISION].way == KKR_TARIFF_WAY_NONE ||
      self->bases[KKR_TARIFF_APPROVAL].way == KKR_TARIFF_WAY_NONE ||
      self->bases[KKR_TARIFF_SIGNIFICANT_CHANGE].way == KKR_TARIFF_WAY_NONE)
    {
      g_string_append_c (danish, '.');
      g_string_append_c (english, '.');
      kkr_tariff_plan_add_note (self, KKR_NOTE_KIND_REMARK, danish->str, english->str);
    }
}

static gboolean
check_arrangement (KkrTariffPlan *self, GError **error)
{
  g_autoptr (KkrArrangement) found = NULL;

  if (self->reg == NULL)
    return TRUE;
  found = kkr_register_find_arrangement (self->reg, self->arrangement, error);
  return found != NULL;
}

static void
note_assumed (KkrTariffPlan *self)
{
  KkrNote *note = kkr_assumed_note_new (self->reg, self->used);

  if (note != NULL)
    g_ptr_array_add (self->notes, note);
}

static KkrTariffPlan *
start_plan (KkrCalculator *calculator)
{
  KkrTariffPlan *self = g_new0 (KkrTariffPlan, 1);

  self->calculator = g_object_ref (calculator);
  self->reg = kkr_calculator_get_register (calculator);
  self->arrangement = kkr_calculator_get_text (calculator, "arrangement");
  self->year = kkr_calculator_get_int (calculator, "year");
  self->valid_on = g_strdup_printf ("%04d-01-01", self->year);
  self->lowest_group = kkr_calculator_get_enum (calculator, "zero-places") ==
                       KKR_ZERO_PLACES_LOWEST_GROUP;
  self->units = KKR_RATIONAL_ZERO;
  self->rows = g_array_new (FALSE, TRUE, sizeof (KkrTariffRow));
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->used = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

static gboolean
fill_plan (KkrTariffPlan *self, GError **error)
{
  if (!kkr_tariff_plan_find_bases (self, error) || !add_offer_rows (self, error) ||
      !kkr_tariff_plan_add_bpa (self, error))
    return FALSE;
  if (self->rows->len == 0 && self->first_gap != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->first_gap));
      return FALSE;
    }
  note_contradictions (self);
  note_gaps (self);
  note_assumed (self);
  return TRUE;
}

KkrTariffPlan *
kkr_tariff_plan_new (KkrCalculator *calculator, GError **error)
{
  g_autoptr (KkrTariffPlan) self = start_plan (calculator);

  return check_arrangement (self, error) && fill_plan (self, error) ? g_steal_pointer (&self)
                                                                    : NULL;
}

KkrTariffPlan *
kkr_tariff_plan_new_by_row (KkrCalculator *calculator, guint32 by_row, KkrTariffKnown *before,
                            GError **error)
{
  g_autoptr (KkrTariffPlan) self = start_plan (calculator);

  self->by_row = by_row;
  if (!check_arrangement (self, error))
    return NULL;
  if (self->reg != NULL)
    self->known = kkr_tariff_known_new (self, before);
  return fill_plan (self, error) ? g_steal_pointer (&self) : NULL;
}

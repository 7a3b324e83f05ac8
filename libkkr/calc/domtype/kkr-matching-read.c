/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-read-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-personal-number-private.h>

void
kkr_matching_report (const KkrMatching *self, KkrSheet *sheet, guint row, guint column,
                     KkrCalcError code, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  if (!self->texts->checking)
    return;
  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  kkr_sheet_report (sheet, self->calculator, row, column, code, text);
}

gboolean
kkr_matching_report_number (const KkrMatching *self, KkrSheet *sheet, guint row, guint column)
{
  const char *text = kkr_sheet_get_text (sheet, row, column);

  if (text == NULL || !kkr_text_has_personal_number (text))
    return FALSE;
  kkr_matching_report (self, sheet, row, column, KKR_CALC_ERROR_OUT_OF_RANGE, "%s",
                       _("what is shaped like a personal number (CPR) found, a value of the "
                         "column expected"));
  return TRUE;
}

void
kkr_matching_report_input (const KkrMatching *self, const char *input, KkrCalcError code,
                           const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  if (!self->texts->checking)
    return;
  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  kkr_calculator_report (self->calculator, input, code, text);
}

guint
kkr_matching_look_up (GHashTable *table, const char *text)
{
  g_autofree char *folded = text != NULL ? kkr_text_fold (text) : NULL;
  const guint number = folded != NULL
                         ? GPOINTER_TO_UINT (g_hash_table_lookup (table, folded)) : 0;

  return number > 0 ? number - 1 : KKR_MATCHING_NONE;
}

gboolean
kkr_matching_add_key (GHashTable *table, const char *text, guint number)
{
  g_autofree char *folded = kkr_text_fold (text);

  if (g_hash_table_contains (table, folded))
    return FALSE;
  return g_hash_table_insert (table, g_steal_pointer (&folded), GUINT_TO_POINTER (number + 1));
}

guint
kkr_matching_find_person (const KkrMatching *self, const char *key)
{
  return kkr_matching_look_up (self->texts->person_of, key);
}

guint
kkr_matching_find_offer (const KkrMatching *self, const char *name)
{
  return kkr_matching_look_up (self->texts->offer_of, name);
}

guint
kkr_matching_find_slot (const KkrMatching *self, const char *name)
{
  return kkr_matching_look_up (self->texts->slot_of, name);
}

const char *
kkr_matching_get_slot_name (const KkrMatching *self, guint slot)
{
  return self->texts->slot_names[slot];
}

const char *
kkr_matching_get_municipality (const KkrMatching *self, guint municipality)
{
  return municipality != KKR_MATCHING_NONE
           ? kkr_matching_municipality (self, municipality)->name : "";
}

const char *
kkr_matching_get_type_id (const KkrMatching *self, guint type)
{
  return type != KKR_MATCHING_NONE ? kkr_entity_get_id (self->types->pdata[type]) : "";
}

static gboolean
read_max_distance (KkrMatching *self, GError **error)
{
  const KkrRational metres = KKR_RATIONAL_INT (1000), none = KKR_RATIONAL_ZERO;
  KkrRational km;

  self->texts->max_distance = -1;
  if (!kkr_calculator_is_assigned (self->calculator, "max-distance"))
    return TRUE;
  if (!kkr_calculator_get_rational (self->calculator, "max-distance", &km, error))
    return FALSE;
  if (kkr_rational_compare (&km, &none) < 0)
    {
      g_autofree char *found = kkr_message_number (&km);

      kkr_matching_report_input (self, "max-distance", KKR_CALC_ERROR_OUT_OF_RANGE,
                                 _("a negative distance: %s km found, 0 or more expected"), found);
      return TRUE;
    }
  /* What is more than the distances can be is no limit. */
  if (!kkr_rational_multiply (&km, &metres, &km)
      || !kkr_rational_round (&km, KKR_ROUNDING_MODE_FLOOR, 1, &self->texts->max_distance))
    self->texts->max_distance = G_MAXINT64;
  return TRUE;
}

gboolean
kkr_matching_read_inputs (KkrMatching *self, GError **error)
{
  KkrCalculator *calculator = self->calculator;
  KkrMatchingTexts *texts = self->texts;
  const char *day = kkr_calculator_get_text (calculator, "day");

  self->reg = kkr_calculator_get_register (calculator);
  texts->unstated = (KkrRuleEffect) kkr_calculator_get_enum (calculator, "unstated");
  texts->prose = (KkrRuleEffect) kkr_calculator_get_enum (calculator, "prose-approval");
  texts->private_offers
    = (KkrRuleEffect) kkr_calculator_get_enum (calculator, "private-offers");
  texts->secured_places
    = (KkrRuleEffect) kkr_calculator_get_enum (calculator, "secured-places");
  texts->independent_as_public
    = kkr_calculator_get_boolean (calculator, "independent-as-public");
  texts->approval = (KkrApprovalScope) kkr_calculator_get_enum (calculator, "approval");
  texts->escalated = (KkrEscalationReading) kkr_calculator_get_enum (calculator, "escalated");
  texts->within = (KkrMatchingArea) kkr_calculator_get_enum (calculator, "within");
  return kkr_date_read (day != NULL ? day : "", &self->day, error)
         && read_max_distance (self, error)
         && (self->person_sheet = kkr_calculator_open_sheet (calculator, "persons", error)) != NULL
         && (self->offer_sheet = kkr_calculator_open_sheet (calculator, "offers", error)) != NULL
         && (self->place_sheet = kkr_calculator_open_sheet (calculator, "places", error)) != NULL
         && (self->placement_sheet
             = kkr_calculator_open_sheet (calculator, "placements", error)) != NULL
         && (self->distance_sheet
             = kkr_calculator_open_sheet (calculator, "distances", error)) != NULL
         && (self->conflict_sheet
             = kkr_calculator_open_sheet (calculator, "conflicts", error)) != NULL;
}

static void
free_paragraphs (gpointer pointer)
{
  KkrMatchingParagraphs *self = pointer;

  g_free (self->label);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

static void
clear_set (gpointer pointer)
{
  g_free (((KkrMatchingSet *) pointer)->items);
}

static void
clear_municipality (gpointer pointer)
{
  g_free (((KkrMatchingMunicipality *) pointer)->name);
}

static GHashTable *
new_keys (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static KkrMatchingTexts *
new_texts (gboolean checking)
{
  KkrMatchingTexts *self = g_new0 (KkrMatchingTexts, 1);
  KkrMatchingParagraphs *no_paragraphs = g_new0 (KkrMatchingParagraphs, 1);
  const KkrMatchingSet no_groups = { NULL, 0 };

  self->checking = checking;
  self->municipalities = g_array_new (FALSE, FALSE, sizeof (KkrMatchingMunicipality));
  g_array_set_clear_func (self->municipalities, clear_municipality);
  self->municipality_of = new_keys ();
  self->region_of = g_hash_table_new (NULL, NULL);
  self->council_of = g_hash_table_new (NULL, NULL);
  self->region_names = g_ptr_array_new_with_free_func (g_free);
  self->council_names = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->group_of = new_keys ();
  self->paragraphs = g_ptr_array_new_with_free_func (free_paragraphs);
  no_paragraphs->label = g_strdup ("");
  no_paragraphs->ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->paragraphs, no_paragraphs);
  self->paragraphs_of = new_keys ();
  self->group_sets = g_array_new (FALSE, FALSE, sizeof (KkrMatchingSet));
  g_array_set_clear_func (self->group_sets, clear_set);
  g_array_append_val (self->group_sets, no_groups);
  self->group_sets_of = new_keys ();
  self->person_of = new_keys ();
  self->offer_of = new_keys ();
  self->slot_of = new_keys ();
  self->place_of = new_keys ();
  self->residents = g_array_new (FALSE, FALSE, sizeof (KkrMatchingResident));
  self->conflict_persons = g_array_new (FALSE, FALSE, sizeof (guint));
  self->derived_sectors = g_ptr_array_new ();
  return self;
}

void
kkr_matching_free_texts (KkrMatchingTexts *self)
{
  g_array_unref (self->municipalities);
  g_hash_table_unref (self->municipality_of);
  g_hash_table_unref (self->region_of);
  g_hash_table_unref (self->council_of);
  g_ptr_array_unref (self->region_names);
  g_ptr_array_unref (self->council_names);
  g_ptr_array_unref (self->groups);
  g_hash_table_unref (self->group_of);
  g_ptr_array_unref (self->paragraphs);
  g_hash_table_unref (self->paragraphs_of);
  g_array_unref (self->group_sets);
  g_hash_table_unref (self->group_sets_of);
  g_hash_table_unref (self->person_of);
  g_hash_table_unref (self->offer_of);
  g_hash_table_unref (self->slot_of);
  g_hash_table_unref (self->place_of);
  g_free (self->person_needs);
  g_free (self->offer_groups);
  g_free (self->slot_paragraphs);
  g_strfreev (self->slot_names);
  g_free (self->place_offers);
  g_free (self->place_slots);
  g_array_unref (self->residents);
  g_free (self->class_rules);
  g_free (self->slot_refusals);
  g_free (self->slot_conditions);
  g_free (self->distances);
  g_free (self->distance_rows);
  g_array_unref (self->conflict_persons);
  g_free (self->blocked);
  g_ptr_array_unref (self->derived_sectors);
  g_free (self);
}

static gboolean
has_too_many_pairs (const KkrMatching *self, GError **error)
{
  const guint64 n = (guint64) self->n_persons * MAX (self->n_slots, 1);

  if (n <= KKR_MATCHING_MAX_PAIRS)
    return FALSE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("too many pairs: %u persons times %u kinds of places found, %u pairs at most "
                 "expected"), self->n_persons, self->n_slots, KKR_MATCHING_MAX_PAIRS);
  return TRUE;
}

static KkrMatching *
read_all (KkrCalculator *calculator, gboolean checking, GError **error)
{
  g_autoptr (KkrMatching) self = g_new0 (KkrMatching, 1);

  self->calculator = calculator;
  self->types = g_ptr_array_new_with_free_func (g_object_unref);
  self->texts = new_texts (checking);
  if (!kkr_matching_read_inputs (self, error))
    {
      /* The base class has reported what cannot be read. */
      if (checking)
        g_clear_error (error);
      return NULL;
    }
  if (!kkr_matching_read_rules (self, error))
    return NULL;
  kkr_matching_read_offers (self);
  kkr_matching_read_places (self);
  self->n_persons = kkr_sheet_get_n_rows (self->person_sheet);
  if (has_too_many_pairs (self, error))
    return NULL;
  kkr_matching_read_persons (self);
  kkr_matching_read_placements (self);
  kkr_matching_read_distances (self);
  kkr_matching_read_conflicts (self);
  kkr_matching_apply_rules (self);
  return g_steal_pointer (&self);
}

KkrMatching *
kkr_matching_new (KkrCalculator *calculator, GError **error)
{
  return read_all (calculator, FALSE, error);
}

void
kkr_matching_check (KkrCalculator *calculator)
{
  static const char *const needed[] = { "register", "persons", "offers", "day" };
  g_autoptr (KkrMatching) self = NULL;
  g_autoptr (GError) error = NULL;
  gint32 day;

  if (kkr_calculator_is_assigned (calculator, "day")
      && !kkr_date_read (kkr_calculator_get_text (calculator, "day") != NULL
                           ? kkr_calculator_get_text (calculator, "day") : "", &day, &error))
    {
      kkr_calculator_report (calculator, "day", (KkrCalcError) error->code, error->message);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!kkr_calculator_is_assigned (calculator, needed[i]))
      return;
  if (kkr_calculator_get_register (calculator) == NULL)
    return;
  self = read_all (calculator, TRUE, &error);
  if (self == NULL && error != NULL)
    kkr_calculator_report (calculator, "persons", (KkrCalcError) error->code, error->message);
}

void
kkr_matching_free (KkrMatching *self)
{
  g_clear_pointer (&self->person_sheet, kkr_sheet_free);
  g_clear_pointer (&self->offer_sheet, kkr_sheet_free);
  g_clear_pointer (&self->place_sheet, kkr_sheet_free);
  g_clear_pointer (&self->placement_sheet, kkr_sheet_free);
  g_clear_pointer (&self->distance_sheet, kkr_sheet_free);
  g_clear_pointer (&self->conflict_sheet, kkr_sheet_free);
  for (guint i = 0; i < self->n_rules; i++)
    g_object_unref (self->rules[i].rule);
  g_free (self->rules);
  g_clear_pointer (&self->types, g_ptr_array_unref);
  g_free (self->persons);
  g_free (self->offers);
  g_free (self->slots);
  g_free (self->slot_places);
  g_free (self->conflicts);
  g_clear_pointer (&self->texts, kkr_matching_free_texts);
  g_free (self);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-carry-private.h>

#include <libkkr/base/kkr-derivation-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-names-private.h>

/* The readings that were used where no source says what is right. */

static void
add (GPtrArray *notes, KkrNoteKind kind, const char *danish, const char *english)
{
  g_ptr_array_add (notes, kkr_note_new (kind, danish, english));
}

static void
tell_rounding (KkrCarryPlan *plan, GPtrArray *notes)
{
  const KkrCarryRules *rules = &plan->rules;
  const KkrRational unit = KKR_RATIONAL_INT (rules->unit);
  g_autofree char *unit_da = kkr_derivation_print_grain (&unit, KKR_UNIT_AMOUNT, FALSE, "da");
  g_autofree char *unit_en = kkr_derivation_print_grain (&unit, KKR_UNIT_AMOUNT, FALSE, "en");
  g_autofree char *danish = g_strdup_printf (
    "Ulige beløb: det overførte afrundes til %s (%s), og resten hensættes.", unit_da,
    kkr_rounding_mode_name (rules->mode, "da"));
  g_autofree char *english = g_strdup_printf (
    "Odd amounts: what is carried is rounded to %s (%s), and the rest is reserved.", unit_en,
    kkr_rounding_mode_name (rules->mode, "en"));

  add (notes, KKR_NOTE_KIND_ROUNDING, danish, english);
}

static void
tell_deficits (KkrCarryPlan *plan, GPtrArray *notes)
{
  g_autofree char *part_da = kkr_format_value (&plan->rules.percent, KKR_UNIT_PERCENT, "da");
  g_autofree char *part_en = kkr_format_value (&plan->rules.percent, KKR_UNIT_PERCENT, "en");
  g_autofree char *danish = g_strdup_printf (
    "Underskud: der er ikke oplyst en særskilt andel, så et underskud overføres ligesom et "
    "overskud: %s af det.", part_da);
  g_autofree char *english = g_strdup_printf (
    "Deficits: no part of their own is given, so a deficit is carried like a surplus: %s of it.",
    part_en);

  if (plan->has_deficit)
    add (notes, KKR_NOTE_KIND_REMARK, danish, english);
}

static void
tell_limit (KkrCarryPlan *plan, GPtrArray *notes)
{
  static const char *const danish[] = {
    "", "Over grænsen: hele delen overføres i samme år som resten.",
    "Over grænsen: hele delen overføres til budgettet året efter.",
    "Over grænsen: delen afregnes direkte med betalerne året efter.",
    "Over grænsen: delen hensættes.",
  };
  static const char *const english[] = {
    "", "Above the limit: all of it is carried in the same year as the rest.",
    "Above the limit: all of it is carried to the budget of the year after.",
    "Above the limit: it is paid back to those who paid, the year after.",
    "Above the limit: it is reserved.",
  };

  if (plan->rules.has_limit)
    add (notes, KKR_NOTE_KIND_REMARK, danish[plan->rules.above], english[plan->rules.above]);
}

static void
tell_corrections (KkrCarryPlan *plan, GPtrArray *notes)
{
  const int delay = plan->rules.correction_delay;
  g_autofree char *danish = g_strdup_printf (
    "Rettelser overføres %d år efter det år, de bliver kendt, men ikke før resultatet selv.",
    delay);
  g_autofree char *english = g_strdup_printf (
    "Corrections are carried %d year%s after the year in which they become known, but not before "
    "the result itself.", delay, delay == 1 ? "" : "s");

  if (kkr_sheet_get_n_rows (plan->corrections) > 0)
    add (notes, KKR_NOTE_KIND_REMARK, danish, english);
}

static void
tell_departments (KkrCarryPlan *plan, GPtrArray *notes)
{
  g_autofree char *danish = g_strdup_printf (
    "Resultat og overførsel er hver for sig fordelt på afdelingerne efter vægtene (%s); det "
    "hensatte er afdelingens rest.", kkr_apportion_method_name (plan->rules.method, "da"));
  g_autofree char *english = g_strdup_printf (
    "Result and carry-over are each split between the departments by the weights (%s); what is "
    "reserved is what is left of a department.",
    kkr_apportion_method_name (plan->rules.method, "en"));

  if (plan->n_weights > 0)
    add (notes, KKR_NOTE_KIND_REMARK, danish, english);
  if (plan->has_ties)
    add (notes, KKR_NOTE_KIND_TIE,
         "Lige krav på den sidste enhed: den får den afdeling, der står først.",
         "The same claim to the last unit: the department that stands first gets it.");
}

static void
tell_settlement (KkrCarryPlan *plan, GPtrArray *notes)
{
  g_autofree char *part_da = kkr_format_value (&plan->rules.variable, KKR_UNIT_PERCENT, "da");
  g_autofree char *part_en = kkr_format_value (&plan->rules.variable, KKR_UNIT_PERCENT, "en");
  g_autofree char *danish = g_strdup_printf (
    "Pris og mængde: %s af omkostningerne følger antallet af døgn, resten er faste.", part_da);
  g_autofree char *english = g_strdup_printf (
    "Price and volume: %s of the costs vary with the days, the rest is fixed.", part_en);

  if (kkr_sheet_get_n_rows (plan->settlement) > 0)
    add (notes, KKR_NOTE_KIND_REMARK, danish, english);
}

static void
tell_openings (const GArray *movements, GPtrArray *notes)
{
  for (guint i = 0; i < movements->len; i++)
    {
      const KkrCarryMovement *movement = &g_array_index (movements, KkrCarryMovement, i);
      g_autofree char *danish = NULL, *english = NULL;

      if (movement->kind != KKR_CARRY_OPENING)
        continue;
      danish = g_strdup_printf ("Resultatet for %d er ikke oplyst: det, der allerede er indregnet, "
                                "står som primo.", movement->cause_year);
      english = g_strdup_printf ("The result of %d is not given: what is billed already stands as "
                                 "the opening.", movement->cause_year);
      add (notes, KKR_NOTE_KIND_REMARK, danish, english);
      return;
    }
}

static void
tell_hidden (KkrCarryPlan *plan, GPtrArray *notes)
{
  g_autofree char *danish = g_strdup_printf ("%u rækker er udeladt, fordi de først blev kendt "
                                             "senere.", plan->n_hidden);
  g_autofree char *english = g_strdup_printf ("%u rows are left out because they became known "
                                              "later.", plan->n_hidden);

  if (plan->n_hidden == 1)
    add (notes, KKR_NOTE_KIND_REMARK, "1 række er udeladt, fordi den først blev kendt senere.",
         "1 row is left out because it became known later.");
  else if (plan->n_hidden > 1)
    add (notes, KKR_NOTE_KIND_REMARK, danish, english);
}

void
kkr_carry_tell (KkrCarryPlan *plan, const GArray *movements, GPtrArray *notes)
{
  tell_rounding (plan, notes);
  tell_deficits (plan, notes);
  tell_limit (plan, notes);
  tell_corrections (plan, notes);
  tell_departments (plan, notes);
  tell_settlement (plan, notes);
  tell_openings (movements, notes);
  tell_hidden (plan, notes);
}

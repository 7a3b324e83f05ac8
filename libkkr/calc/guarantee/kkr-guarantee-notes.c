/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-plan-private.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-names-private.h>
#include <libkkr/calc/guarantee/kkr-guarantee-readings-private.h>
#include <libkkr/calc/kkr-assumed-private.h>
#include <libkkr/register/kkr-fact-private.h>

/* So many names are told. */
#define MAX_NAMES 10

static void
note_reading (KkrGuaranteePlan *self, KkrNoteKind kind, const char *input)
{
  g_autofree char *danish = kkr_guarantee_reading (self->calculator, input, "da");
  g_autofree char *english = kkr_guarantee_reading (self->calculator, input, "en");

  kkr_guarantee_plan_note (self, kind, danish, english);
}

static void
note_settlement (KkrGuaranteePlan *self)
{
  g_autofree char *from_da = kkr_date_format (self->from, "da");
  g_autofree char *from_en = kkr_date_format (self->from, "en");
  g_autofree char *to_da = kkr_date_format (self->to, "da");
  g_autofree char *to_en = kkr_date_format (self->to, "en");
  g_autofree char *danish = g_strdup_printf ("Opgjort fra %s til og med %s.", from_da, to_da);
  g_autofree char *english = g_strdup_printf ("Settled from %s to %s, both included.", from_en,
                                              to_en);
  g_autofree char *first = kkr_date_to_string (self->from);
  g_autofree char *last = kkr_date_to_string (self->to);

  kkr_guarantee_plan_note (self, KKR_NOTE_KIND_REMARK, danish, english);
  kkr_calculator_tell_input (self->calculator, "first-day", first, first);
  kkr_calculator_tell_input (self->calculator, "last-day", last, last);
}

static gboolean
begins_on_leap_day (const KkrGuaranteePlace *place)
{
  int year, month, day;

  if (!place->covered || place->window == KKR_DATE_MAX)
    return FALSE;
  kkr_date_split (place->window, &year, &month, &day);
  return month == 2 && day == 29;
}

/* A reading is named where another one could have given other figures. */
static void
note_readings (KkrGuaranteePlan *self)
{
  gboolean leap = FALSE, differs = FALSE, halves = FALSE;

  for (guint i = 0; i < self->places->len; i++)
    leap = leap || begins_on_leap_day (kkr_guarantee_plan_get_place (self, i));
  for (guint i = 0; i < self->spans->len; i++)
    {
      const KkrGuaranteeSpan *span = kkr_guarantee_plan_get_span (self, i);
      const KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (self, span->place);

      differs = differs || (span->paid && span->tariff != place->frozen);
      halves = halves || (span->paid && (KkrInt128) span->base *
                                            kkr_guarantee_plan_get_share (self, span->year)->num %
                                            (100 * kkr_guarantee_plan_get_share (
                                                     self, span->year)->den * self->unit) != 0);
    }
  note_reading (self, KKR_NOTE_KIND_REMARK, "window");
  if (leap)
    note_reading (self, KKR_NOTE_KIND_REMARK, "leap-day");
  if (differs)
    note_reading (self, KKR_NOTE_KIND_REMARK, "tariff-basis");
  if (kkr_calculator_is_assigned (self->calculator, "gaps"))
    note_reading (self, KKR_NOTE_KIND_REMARK, "gaps");
  if (kkr_calculator_is_assigned (self->calculator, "shared-day"))
    note_reading (self, KKR_NOTE_KIND_REMARK, "shared-day");
  if (halves)
    note_reading (self, KKR_NOTE_KIND_ROUNDING, "rounding-of");
}

static void
note_unstated (KkrGuaranteePlan *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *words_da = NULL, *words_en = NULL, *danish = NULL, *english = NULL;
  guint bits = 0, n = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      const KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (self, i);

      if (!place->declared || place->unstated == 0)
        continue;
      bits |= place->unstated;
      if (n++ < MAX_NAMES)
        g_string_append_printf (names, "%s%s", n > 1 ? ", " : "", place->name);
    }
  if (n == 0)
    return;
  if (n > MAX_NAMES)
    g_string_append (names, " ...");
  words_da = kkr_guarantee_not_stated_words (bits, "da");
  words_en = kkr_guarantee_not_stated_words (bits, "en");
  danish = g_strdup_printf ("Ikke oplyst for %u %s (%s): %s.", n, n == 1 ? "plads" : "pladser",
                            names->str, words_da);
  english = g_strdup_printf ("Not stated of %u %s (%s): %s.", n, n == 1 ? "place" : "places",
                             names->str, words_en);
  kkr_guarantee_plan_note (self, KKR_NOTE_KIND_REMARK, danish, english);
  note_reading (self, KKR_NOTE_KIND_REMARK, "unstated");
}

/* How many places have a guarantee, by the cap and the target of the memo. */
static void
note_cap (KkrGuaranteePlan *self)
{
  int target = kkr_calculator_get_int (self->calculator, "target-places");
  guint covered = 0, above = 0;
  g_autofree char *danish = NULL, *english = NULL;
  const char *which_da = "", *which_en = "";

  for (guint i = 0; i < self->places->len; i++)
    {
      const KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (self, i);

      covered += place->covered;
      above += (place->refusals & (1u << KKR_GUARANTEE_CONDITION_CAP)) != 0;
    }
  if ((int) covered < target)
    {
      which_da = "; det er under måltallet, som ikke er noget krav";
      which_en = "; that is below the target, which is no requirement";
    }
  danish = g_strdup_printf ("%u %s garanti; loftet er %d, måltallet %d%s.", covered,
                            covered == 1 ? "plads har" : "pladser har", self->max_places, target,
                            which_da);
  english = g_strdup_printf ("%u %s a guarantee; the cap is %d, the target %d%s.", covered,
                             covered == 1 ? "place has" : "places have", self->max_places, target,
                             which_en);
  kkr_guarantee_plan_note (self, KKR_NOTE_KIND_REMARK, danish, english);
  if (above > 0 || covered > 1)
    note_reading (self, KKR_NOTE_KIND_REMARK, "cap");
  if (above > 0)
    note_reading (self, KKR_NOTE_KIND_REMARK, "excess");
}

static void
note_tie (KkrGuaranteePlan *self)
{
  KkrTieRule rule = (KkrTieRule) kkr_calculator_get_enum (self->calculator, "tie-rule");
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *danish = NULL, *english = NULL;
  const guint *rows;
  gsize n;

  if (!kkr_apportionment_has_ties (self->bill))
    return;
  rows = kkr_apportionment_get_tied_rows (self->bill, &n);
  for (gsize i = 0; i < MIN (n, MAX_NAMES); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            (const char *) self->payers->pdata[rows[i]]);
  if (n > MAX_NAMES)
    g_string_append_printf (names, " ... (%u)", (guint) n);
  danish = g_strdup_printf ("Lige krav på den sidste enhed: %s. Ved lighed vinder %s.", names->str,
                            kkr_tie_rule_name (rule, "da"));
  english = g_strdup_printf ("The same claim to the last unit: %s. In a tie the winner is %s.",
                             names->str, kkr_tie_rule_name (rule, "en"));
  kkr_guarantee_plan_note (self, KKR_NOTE_KIND_TIE, danish, english);
}

static void
note_gap (KkrGuaranteePlan *self)
{
  gint64 gap = kkr_apportionment_get_gap (self->bill);
  g_autofree char *amount_da = kkr_format_amount (gap, FALSE, "da");
  g_autofree char *amount_en = kkr_format_amount (gap, FALSE, "en");
  g_autofree char *danish = NULL, *english = NULL;

  if (gap == 0)
    return;
  danish = g_strdup_printf ("Regningerne er afrundet hver for sig og mangler %s kr. i betalingen.",
                            amount_da);
  english = g_strdup_printf ("The bills are rounded each by itself and miss the payment by %s kr.",
                             amount_en);
  kkr_guarantee_plan_note (self, KKR_NOTE_KIND_ROUNDING, danish, english);
}

static void
note_bill (KkrGuaranteePlan *self)
{
  if (self->payers->len == 0)
    {
      kkr_guarantee_plan_note (self, KKR_NOTE_KIND_REMARK,
                               "Betalingen er ikke delt: hverken kommunerne (municipalities) eller "
                               "et register er angivet.",
                               "The payment is not split: neither the municipalities nor a "
                               "register is given.");
      return;
    }
  note_reading (self, KKR_NOTE_KIND_REMARK, "key");
  kkr_guarantee_plan_note (self, KKR_NOTE_KIND_REMARK,
                           "Notatet om underskudsgarantien nævner ingen nøgle mellem kommunerne.",
                           "The memo on the deficit guarantee names no key between the "
                           "municipalities.");
  if (self->bill == NULL)
    return;
  note_tie (self);
  note_gap (self);
}

static void
note_facts (KkrGuaranteePlan *self)
{
  KkrFact *facts[] = { self->share_fact, self->years_fact, self->places_fact };
  static const char *const inputs[] = { "share", "years", "max-places" };
  g_autoptr (GPtrArray) used = g_ptr_array_new ();
  g_autoptr (KkrNote) assumed = NULL;
  KkrFact *before = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i] != NULL)
      {
        g_ptr_array_add (used, facts[i]);
        kkr_calculator_tell_fact (self->calculator, inputs[i], facts[i], before);
        before = facts[i];
        if (!kkr_fact_get_confirmed (facts[i]) && !kkr_fact_is_overlaid (facts[i]))
          {
            g_autofree char *danish = g_strdup_printf ("Oplysningen %s er ikke bekræftet af en "
                                                       "primær kilde.",
                                                       kkr_fact_get_key (facts[i]));
            g_autofree char *english = g_strdup_printf ("The fact %s is not confirmed by a "
                                                        "primary source.",
                                                        kkr_fact_get_key (facts[i]));

            kkr_guarantee_plan_note (self, KKR_NOTE_KIND_UNCONFIRMED, danish, english);
          }
      }
  if (self->reg == NULL)
    return;
  assumed = kkr_assumed_note_new (self->reg, used);
  if (assumed != NULL)
    g_ptr_array_add (self->notes, g_steal_pointer (&assumed));
}

/* The first decision, which the memo sets aside for the same share in all of the years. */
static void
note_rejected (KkrGuaranteePlan *self)
{
  const KkrRational rejected[] = { KKR_RATIONAL_INT (75), KKR_RATIONAL_INT (50),
                                   KKR_RATIONAL_INT (25) };

  if (!self->yearly || self->n_shares != G_N_ELEMENTS (rejected))
    return;
  for (guint i = 0; i < self->n_shares; i++)
    if (kkr_rational_compare (&self->shares[i], &rejected[i]) != 0)
      return;
  kkr_guarantee_plan_note (self, KKR_NOTE_KIND_REMARK,
                           "Dækning med 75, 50 og 25 pct. i 1., 2. og 3. år er KKR Hovedstadens "
                           "oprindelige beslutning, fravalgt i notatet til fordel for 50 pct. i "
                           "alle tre år.",
                           "A cover of 75, 50 and 25 per cent in the first, second and third year "
                           "is KKR Hovedstaden's first decision, rejected in the memo for 50 per "
                           "cent in all three years.");
}

void
kkr_guarantee_plan_tell (KkrGuaranteePlan *self)
{
  note_settlement (self);
  note_rejected (self);
  note_readings (self);
  note_cap (self);
  note_unstated (self);
  note_facts (self);
  kkr_guarantee_plan_remark_on_places (self);
  self->n_notes = self->notes->len;
  note_bill (self);
  kkr_guarantee_plan_remark_on_bill (self);
}
